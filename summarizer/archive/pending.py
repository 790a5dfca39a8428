"""What a ledger knows of inputs before a run takes them in; nothing is written and nothing claimed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, select

from summarizer.archive.inputs import hash_of
from summarizer.archive.outcomes import FAILURES, OutcomeKind
from summarizer.archive.passages import article_of, fetch, passages
from summarizer.archive.runs import is_alive
from summarizer.archive.tables import articles, readings, recipes, results, runs
from summarizer.article import Article

if TYPE_CHECKING:
    from summarizer.archive.recipe import Recipe
    from summarizer.archive.store import Store

_PAGE = 200


class Stand(StrEnum):
    """How far a text has come under a recipe."""

    NEW = "new"
    """Nobody has finished it."""
    DONE = "done"
    FAILED = "failed"
    SCREENED_OUT = "screened_out"
    ELSEWHERE = "elsewhere"
    """Another process is reading it."""


class Known(NamedTuple):
    """What is known of a text."""

    stand: Stand
    reading: int | None = None
    """The number of its reading; None: it has none."""


class Pending:
    """What a recipe's runs have left to read."""

    def __init__(self, store: Store | None, recipe: Recipe) -> None:
        self.store = store
        self.recipe: int | None = None
        """Its number; None: no run had this recipe."""
        self._alive: frozenset[int] = frozenset()
        if store is not None:
            wanted = select(recipes.c.id).where(recipes.c.digest == recipe.digest)
            going = select(runs).where(runs.c.ended.is_(None))

            def work(connection: Connection) -> tuple[int | None, frozenset[int]]:
                rows = connection.execute(going).mappings().all()
                return connection.scalar(wanted), frozenset(row["id"] for row in rows if is_alive(row))

            self.recipe, self._alive = store.run(work)

    def known(self, page: Sequence[Article]) -> dict[str, Known]:
        """Return what is known of these articles' texts, at most a few hundred, by their hashes."""
        if self.store is None or self.recipe is None or not page:
            return {}
        statement = (
            select(readings.c.id, readings.c.text_hash, readings.c.state, readings.c.run, results.c.outcome)
            .outerjoin(
                results,
                (results.c.article == readings.c.article) & (results.c.recipe == readings.c.recipe),
            )
            .where(
                readings.c.recipe == self.recipe,
                readings.c.text_hash.in_([hash_of(article.text) for article in page]),
            )
        )
        rows = self.store.run(lambda connection: connection.execute(statement).mappings().all())
        return {
            row["text_hash"]: Known(self._stand(row["state"], row["run"], row["outcome"]), row["id"])
            for row in rows
        }

    def left(self, *, failed: bool) -> Iterator[tuple[Article, int]]:
        """Yield the articles that earlier runs left, with their readings: what failed, or else the rest."""
        if self.store is None or self.recipe is None:
            return
        outcomes = FAILURES if failed else (OutcomeKind.NOT_STARTED,)
        after = 0
        while True:
            page = (
                passages()
                .add_columns(readings.c.id.label("reading"), readings.c.state, readings.c.run)
                .join(readings, readings.c.article == articles.c.id)
                .join(results, (results.c.article == articles.c.id) & (results.c.recipe == self.recipe))
                .where(readings.c.recipe == self.recipe, readings.c.state != "done", readings.c.id > after)
                .where(results.c.outcome.in_(outcomes), articles.c.gone.is_(None))
                .where(readings.c.text_hash == articles.c.text_hash)
                .order_by(readings.c.id)
                .limit(_PAGE)
            )
            rows = self.store.run(partial(fetch, page=page))
            for row in rows:
                if not (row["state"] == "claimed" and row["run"] in self._alive):
                    yield article_of(row), row["reading"]
            if len(rows) < _PAGE:
                return
            after = rows[-1]["reading"]

    def _stand(self, state: str, run: int, outcome: str | None) -> Stand:
        if state == "done":
            return Stand.DONE
        if state == "claimed" and run in self._alive:
            return Stand.ELSEWHERE
        if state == "failed" or outcome in FAILURES:
            return Stand.FAILED
        return Stand.SCREENED_OUT if outcome == OutcomeKind.SCREENED_OUT else Stand.NEW
