"""What the articles of a ledger took, against what would have been forecast for them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from summarizer.archive.passages import article_of, fetch, passages
from summarizer.archive.store import Store
from summarizer.archive.tables import articles, attempts, readings
from summarizer.archive.volume import Forecasting, answer_of

ENOUGH = 5
"""Articles that have to be read before what they took counts for more than a guess."""
_SAMPLE = 400
"""Readings that are looked at, at most, from all over the ledger."""
_PAGE = 200


class Try(NamedTuple):
    """The tokens of one article's calls in one run."""

    first: int
    """Input of the first request; the others are re-asks, repairs, and what came after a cut answer."""
    input: int
    output: int
    cached: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What articles took for a token of what is forecast for them; 1 of each where nothing is measured."""

    articles: int = 0
    first: float = 1.0
    """Input of the first request, for a token of it as forecast."""
    further: float = 0.0
    """Input of all further requests, for a token of the answer as forecast: records have errors, and the
    more of them an article has the likelier one of them is asked for again."""
    answer: float = 1.0
    """Output, for a token of the answer as forecast."""
    cached: float = 0.0
    """Share of the input that the provider had cached."""
    spread: float = 0.0
    """Standard deviation of an article's output from what it follows to be, as a share of the mean."""

    @classmethod
    def of(cls, reader: Forecasting, store: Store, recipe: int) -> Measured:
        """Return what the readings of a recipe took, each in the last run that asked for it."""
        found = _readings(store, recipe)
        pairs: list[tuple[float, float, Try]] = []
        for start in range(0, len(found), _PAGE):
            page = found[start : start + _PAGE]
            tries = last_tries(store, page)
            statement = (
                passages()
                .add_columns(readings.c.id.label("reading"))
                .join(readings, readings.c.article == articles.c.id)
                .where(readings.c.id.in_(page), readings.c.text_hash == articles.c.text_hash)
                .order_by(readings.c.id)
            )
            for row in store.run(partial(fetch, page=statement)):
                if row["reading"] in tries:
                    article = article_of(row)
                    forecast = reader.input_tokens(article), answer_of(reader, article)
                    pairs.append((*forecast, tries[row["reading"]]))
        return cls._from(pairs) if len(pairs) >= ENOUGH else cls()

    @classmethod
    def _from(cls, pairs: list[tuple[float, float, Try]]) -> Measured:
        asked = sum(input_ for input_, _, _ in pairs)
        answered = sum(output for _, output, _ in pairs)
        used = sum(one.input for _, _, one in pairs)
        first = sum(one.first for _, _, one in pairs)
        answer = sum(one.output for _, _, one in pairs) / answered
        squares = sum((one.output - answer * output) ** 2 for _, output, one in pairs)
        deviation = math.sqrt(squares / (len(pairs) - 1))
        return cls(
            articles=len(pairs),
            first=first / asked,
            further=(used - first) / answered,
            answer=answer,
            cached=sum(one.cached for _, _, one in pairs) / used,
            spread=deviation * len(pairs) / max(1.0, answer * answered),
        )

    def margin(self, amount: int) -> float:
        """Return by what share the output of so many articles may well differ from what follows."""
        return 2 * self.spread * math.sqrt(1 / max(1, self.articles) + 1 / max(1, amount))


def last_tries(store: Store, numbers: Sequence[int]) -> dict[int, Try]:
    """Return what readings took in the last run that asked for them, of those whose tokens were counted."""
    last = (
        select(attempts.c.reading, func.max(attempts.c.run).label("run"))
        .where(attempts.c.reading.in_(numbers))
        .group_by(attempts.c.reading)
        .subquery()
    )
    statement = (
        select(attempts)
        .join(last, (last.c.reading == attempts.c.reading) & (last.c.run == attempts.c.run))
        .where(attempts.c.input_tokens > 0)
        .order_by(attempts.c.id)
    )
    found: dict[int, Try] = {}
    for row in store.run(lambda connection: connection.execute(statement).mappings().all()):
        before = found.get(row["reading"], Try(row["input_tokens"], 0, 0, 0))
        found[row["reading"]] = Try(
            before.first,
            before.input + row["input_tokens"],
            before.output + row["output_tokens"],
            before.cached + row["cached_tokens"],
        )
    return found


def _readings(store: Store, recipe: int) -> list[int]:
    """Return the readings of a recipe that were asked for and have ended, or as many spread over all."""
    ended = (
        readings.c.recipe == recipe,
        readings.c.state.in_(("done", "failed")),
        readings.c.input_tokens > 0,
    )

    def work(connection: Connection) -> list[int]:
        amount = connection.scalar(select(func.count()).where(*ended)) or 0
        step = -(-amount // _SAMPLE)
        place = func.row_number().over(order_by=readings.c.id).label("place")
        ranked = select(readings.c.id, place).where(*ended).subquery()
        spread = select(ranked.c.id).where(ranked.c.place % max(1, step) == 0).order_by(ranked.c.id)
        return list(connection.scalars(spread))

    return store.run(work)
