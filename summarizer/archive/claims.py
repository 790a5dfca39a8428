"""Who reads an input that has no outcome yet: this run, another one, or nobody, because it is a copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from summarizer.archive.entry import Entry, Fate, Taking
from summarizer.archive.inputs import Unread, hash_of, inserting, storable
from summarizer.archive.interim import Begun, begun_among
from summarizer.archive.outcomes import OutcomeKind
from summarizer.archive.tables import articles, readings, results
from summarizer.article import Article

Key = TypeVar("Key")


class Claims:
    """The inputs of one transaction that have no outcome yet."""

    def __init__(self, connection: Connection, how: Taking, failed: set[int]) -> None:
        self._connection = connection
        self._how = how
        self._failed = failed
        self._results: list[dict[str, Any]] = []
        self._met_before: list[int] = []
        self._begun: dict[int, Begun] = {}

    def unreadable(self, item: Unread, row: int) -> Entry:
        reason, error = storable(str(item.error)), type(item.error).__name__
        self._result(row, OutcomeKind.UNREADABLE, reason=reason, error=error)
        return Entry(item, row, Fate.ENDED, outcome=OutcomeKind.UNREADABLE, reason=reason, error=error)

    def settle(self, found: dict[str, Article], rows: dict[str, int]) -> dict[str, Entry]:
        hashes = {locator: hash_of(article.text) for locator, article in found.items()}
        present = self._readings(set(hashes.values()))
        claimed = self._claim(present, {hashes[locator]: rows[locator] for locator in reversed(found)})
        present = self._readings(set(hashes.values()))
        self._begun = begun_among(self._connection, self._met_before)
        entries: dict[str, Entry] = {}
        for locator, article in found.items():
            reading = present[hashes[locator]]
            if reading["article"] == rows[locator]:
                entries[locator] = self._own(article, rows[locator], reading, claimed)
            else:
                entries[locator] = self._copy(article, rows[locator], reading)
        return entries

    def _readings(self, hashes: set[str]) -> dict[str, RowMapping]:
        statement = (
            select(
                readings.c.id,
                readings.c.text_hash,
                readings.c.article,
                readings.c.state,
                articles.c.source,
                articles.c.archive_id,
                articles.c.published,
                articles.c.text_hash.label("todays_hash"),
                articles.c.gone,
            )
            .join(articles, articles.c.id == readings.c.article)
            .where(readings.c.text_hash.in_(sorted(hashes)), readings.c.recipe == self._how.recipe)
        )
        return rows_by(self._connection, statement, "text_hash")

    def _claim(self, present: dict[str, RowMapping], wanted: dict[str, int]) -> set[int]:
        """Claim for this run the readings that nobody has made or is making; return their numbers."""
        how = self._how
        new = [
            {"text_hash": key, "recipe": how.recipe, "article": row, "state": "claimed", "run": how.run}
            for key, row in sorted(wanted.items())
            if key not in present
        ]
        claimed: set[int] = set()
        if new:
            statement = inserting(self._connection, readings).on_conflict_do_nothing()
            claimed |= set(self._connection.scalars(statement.returning(readings.c.id), new))
        for key, row in sorted(wanted.items()):
            reading = present.get(key)
            if reading is None:
                continue
            # The article that it was read for has another text now, or is no longer there.
            taken_over = reading["todays_hash"] != key or reading["gone"] is not None
            if taken_over:
                self._connection.execute(
                    update(readings).where(readings.c.id == reading["id"]).values(article=row)
                )
            elif reading["article"] != row:
                continue  # a copy: who read the first one reads it, or this run when it takes up what is left
            # One that failed and has no outcome belongs to an article that had another text meanwhile.
            free = ("open", "failed") if reading["article"] == row else ("open",)
            if reading["state"] in free and claim(self._connection, reading["id"], how.run, free):
                claimed.add(reading["id"])
                self._met_before.append(reading["id"])
        return claimed

    def _own(self, article: Article, row: int, reading: RowMapping, claimed: set[int]) -> Entry:
        if reading["id"] in claimed:
            if row not in self._failed:  # a failure stands until there is something better
                self._result(row, OutcomeKind.NOT_STARTED, reading=reading["id"])
            begun = self._begun.get(reading["id"])
            return Entry(article, row, Fate.READ, reading=reading["id"], begun=begun)
        if reading["state"] != "done":
            return Entry(article, row, Fate.ELSEWHERE, reading=reading["id"])
        # Its text changed to and fro: the draft is there, the outcome is not.
        self._result(row, OutcomeKind.OK, reading=reading["id"])
        return Entry(article, row, Fate.REDATED, reading=reading["id"], outcome=OutcomeKind.OK)

    def _copy(self, article: Article, row: int, reading: RowMapping) -> Entry:
        name = reading["source"] or reading["archive_id"]
        reason = f"the same text as {name}"
        if article.published != reading["published"]:
            reason += f", published {reading['published'] or 'on no known date'} there"
        self._result(
            row,
            OutcomeKind.DUPLICATE,
            reason=reason,
            reading=reading["id"],
            duplicate_of=reading["article"],
        )
        return Entry(
            article,
            row,
            Fate.ENDED,
            reading=reading["id"],
            outcome=OutcomeKind.DUPLICATE,
            reason=reason,
            duplicate_of=name,
        )

    def _result(self, row: int, outcome: OutcomeKind, **more: Any) -> None:
        blank = {"reason": None, "error": None, "reading": None, "duplicate_of": None}
        how = self._how
        keys = {"article": row, "recipe": how.recipe, "outcome": outcome.value, "run": how.run, "at": how.now}
        self._results.append({**keys, **blank, **more})

    def write(self) -> None:
        """Write the outcomes, in place of those of earlier runs."""
        if not self._results:
            return
        rows = [result["article"] for result in self._results]
        self._connection.execute(
            delete(results).where(results.c.article.in_(rows), results.c.recipe == self._how.recipe)
        )
        self._connection.execute(insert(results), self._results)


def claim(connection: Connection, reading: int, run: int, free: Sequence[str] = ("open",)) -> bool:
    """Claim a reading for a run, if it is still free."""
    statement = update(readings).where(readings.c.id == reading, readings.c.state.in_(free))
    return bool(connection.execute(statement.values(state="claimed", run=run)).rowcount)


def rows_by(connection: Connection, statement: Any, key: str) -> dict[Any, RowMapping]:
    """Return the rows of a query by one of their columns."""
    return {row[key]: row for row in connection.execute(statement).mappings()}
