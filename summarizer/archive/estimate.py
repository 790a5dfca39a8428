"""What a run will take, told before any call is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Connection, func, select

from summarizer.archive.inputs import Unread, hash_of
from summarizer.archive.recipe import Recipe
from summarizer.archive.tables import readings, recipes
from summarizer.article import Article
from summarizer.readers.llm.usage import Tokens

if TYPE_CHECKING:
    from summarizer.archive.ledger import Ledger
    from summarizer.readers.base import Reader

_ENOUGH = 5
"""Articles that have to be read before their average counts for more than a guess."""
_PAGE = 200


@runtime_checkable
class Forecasting(Protocol):
    """A reader whose articles cost something."""

    def forecast(self, article: Article) -> Tokens:
        """Return about what reading an article will take."""
        ...

    def price_of(self, tokens: Tokens) -> float | None:
        """Return the price of so many tokens; None: it is not known."""
        ...


class Estimate(BaseModel):
    """What is left to read, and what that will take."""

    model_config = ConfigDict(frozen=True)

    inputs: int
    unreadable: int
    duplicates: int
    done: int
    """Finished by an earlier run, so free."""
    to_read: int
    input_tokens: int
    output_tokens: int
    cost_usd: float | None
    """None: the price of the model is not known. Without the discount of a prompt cache, without re-asks."""
    measured_on: int
    """Articles of this ledger and recipe whose average was taken; 0: counted from characters, and the answers
    guessed from the length of the articles."""


def estimate(
    reader: Reader,
    items: Iterable[Article | Unread | str],
    ledger: Ledger | None = None,
    *,
    limit: int | None = None,
) -> Estimate:
    """Return what reading these inputs will take, for all that the ledger does not know yet."""
    known = _Known(reader, ledger)
    seen: set[bytes] = set()
    inputs = unreadable = duplicates = done = to_read = 0
    used = Tokens()
    page: list[Article] = []

    def turn() -> None:
        nonlocal done, to_read, used
        finished = known.finished(page)
        for article in page:
            if hash_of(article.text) in finished:
                done += 1
            elif limit is None or to_read < limit:
                to_read += 1
                if isinstance(reader, Forecasting):
                    own = reader.forecast(article)
                    used = Tokens(used.input + own.input, used.output + own.output)
        page.clear()

    for item in items:
        inputs += 1
        article = Article(item) if isinstance(item, str) else item
        if not isinstance(article, Article):
            unreadable += 1
            continue
        mark = bytes.fromhex(hash_of(article.text))[:8]
        if mark in seen:
            duplicates += 1
            continue
        seen.add(mark)
        page.append(article)
        if len(page) == _PAGE:
            turn()
    turn()
    average, measured_on = known.average()
    if measured_on >= _ENOUGH:
        used = Tokens(round(average[0] * to_read), round(average[1] * to_read))
    return Estimate(
        inputs=inputs,
        unreadable=unreadable,
        duplicates=duplicates,
        done=done,
        to_read=to_read,
        input_tokens=used.input,
        output_tokens=used.output,
        cost_usd=reader.price_of(used) if isinstance(reader, Forecasting) else 0.0,
        measured_on=measured_on if measured_on >= _ENOUGH else 0,
    )


class _Known:
    """What a ledger knows of a recipe."""

    def __init__(self, reader: Reader, ledger: Ledger | None) -> None:
        self._ledger = ledger
        self._recipe: int | None = None
        if ledger is not None:
            digest = Recipe.of(reader).digest
            statement = select(recipes.c.id).where(recipes.c.digest == digest)
            self._recipe = ledger.store.run(lambda connection: connection.scalar(statement))

    def finished(self, articles: list[Article]) -> set[str]:
        """Return the hashes of the texts among these that need no reading."""
        if self._ledger is None or self._recipe is None or not articles:
            return set()
        statement = select(readings.c.text_hash).where(
            readings.c.recipe == self._recipe,
            readings.c.text_hash.in_([hash_of(article.text) for article in articles]),
            readings.c.state.in_(("done", "failed")),
        )
        return self._ledger.store.run(lambda connection: set(connection.scalars(statement)))

    def average(self) -> tuple[tuple[float, float], int]:
        """Return the mean input and output tokens of the articles read so far, and how many these are."""
        if self._ledger is None or self._recipe is None:
            return (0.0, 0.0), 0

        def work(connection: Connection) -> tuple[tuple[float, float], int]:
            row = connection.execute(
                select(
                    func.avg(readings.c.input_tokens), func.avg(readings.c.output_tokens), func.count()
                ).where(readings.c.recipe == self._recipe, readings.c.calls > 0, readings.c.state == "done")
            ).one()
            return (float(row[0] or 0), float(row[1] or 0)), int(row[2])

        return self._ledger.store.run(work)
