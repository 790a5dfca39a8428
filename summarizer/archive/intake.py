"""Inputs into the ledger: what is new, what is done, what is a copy, and what this run is to read.

Everything here is one transaction, so that of two processes with the same input only one gets to read it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from summarizer.archive.inputs import (
    Unread,
    columns_of,
    containers_of,
    distinct,
    hash_of,
    inserting,
    keep_articles,
    keep_texts,
    locator_of,
    storable,
)
from summarizer.archive.outcomes import FAILURES, OutcomeKind
from summarizer.archive.tables import articles, readings, results
from summarizer.article import Article

Key = TypeVar("Key")


class Fate(StrEnum):
    """What the ledger says of an input."""

    READ = "read"
    """This run is to read it; nobody else will."""
    ENDED = "ended"
    """It has its outcome."""
    REDATED = "redated"
    """Its text was read, and its date, title or author is another than the report has."""
    ELSEWHERE = "elsewhere"
    """Another process is reading it."""
    UNKNOWN = "unknown"
    """It is new, and only known inputs are wanted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An input as the ledger knows it."""

    item: Article | Unread
    row: int
    """Its number in `articles`; 0 where the ledger does not know it."""
    fate: Fate
    reading: int | None = None
    """The number of its reading in `readings`."""
    outcome: OutcomeKind | None = None
    reason: str | None = None
    error: str | None = None
    duplicate_of: str | None = None
    stored: bool = False
    """Its outcome was there before."""


@dataclass(frozen=True, slots=True)
class Taking:
    """By whom, and how, inputs are taken in."""

    run: int
    recipe: int
    now: dt.datetime
    only_known: bool = False
    """What failed is to be read again, and nothing else."""
    screen: bool = False
    """What was screened out stays so."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Of inputs that came more than once in this run (see `distinct`)."""


def take(connection: Connection, items: Sequence[Article | Unread], how: Taking) -> list[Entry]:
    """Register inputs, at most a few hundred, and return what each one's fate is, in their order.

    What is to be read is claimed for the run. An input whose text has changed since an earlier run is a new
    one; an unreadable input that can be read now likewise.
    """
    located, known = _locate(connection, items, how)
    order = list(located)
    if how.only_known:
        unknown = {locator: item for locator, item in located.items() if locator not in known}
        located = {locator: item for locator, item in located.items() if locator in known}
    else:
        unknown = {}
    fresh = {locator: columns_of(locator, item) for locator, item in located.items()}
    keep_texts(connection, [item for item in located.values() if isinstance(item, Article)])
    changed = keep_articles(connection, fresh, known)
    rows = {
        row["locator"]: row["id"]
        for row in connection.execute(
            select(articles.c.locator, articles.c.id).where(articles.c.locator.in_(list(located)))
        ).mappings()
    }
    ended, failed = _results(connection, [rows[locator] for locator in located], how)
    intake = _Intake(connection, how, failed - {rows[locator] for locator in changed.texts})
    entries = {
        locator: _ended(item, rows[locator], ended[rows[locator]], redated=locator in changed.redated)
        for locator, item in located.items()
        if rows[locator] in ended and locator not in changed.texts
    }
    for locator, item in located.items():
        if locator not in entries and not isinstance(item, Article):
            entries[locator] = intake.unreadable(item, rows[locator])
    unsettled = {
        locator: item
        for locator, item in located.items()
        if locator not in entries and isinstance(item, Article)
    }
    entries |= intake.settle(unsettled, rows)
    entries |= {locator: Entry(item, 0, Fate.UNKNOWN) for locator, item in unknown.items()}
    intake.write()
    _forget_containers(
        connection, [locator for locator, item in located.items() if isinstance(item, Article)], how
    )
    return [entries[locator] for locator in order]


def _locate(
    connection: Connection, items: Sequence[Article | Unread], how: Taking
) -> tuple[dict[str, Article | Unread], dict[str, RowMapping]]:
    """Return the items by locator, and what the ledger knows of them.

    One that this very run has met before is an input of its own: another copy.
    """
    while True:
        located = distinct(items, how.numbers)
        statement = (
            select(articles, results.c.run.label("met_by"))
            .outerjoin(results, (results.c.article == articles.c.id) & (results.c.recipe == how.recipe))
            .where(articles.c.locator.in_(list(located)))
        )
        known = _by(connection, statement, "locator")
        met = {locator_of(located[locator]) for locator, row in known.items() if row["met_by"] == how.run}
        if not met:
            return located, known
        for first in met:
            how.numbers.setdefault(first, 2)


def _forget_containers(connection: Connection, read: Sequence[str], how: Taking) -> None:
    """Drop what an earlier run said of files that could not be read, now that articles come out of them."""
    containers = {part for locator in read for part in containers_of(locator)}
    if not containers:
        return
    rows = select(articles.c.id).where(articles.c.locator.in_(sorted(containers)))
    connection.execute(
        delete(results).where(
            results.c.article.in_(rows),
            results.c.recipe == how.recipe,
            results.c.outcome == OutcomeKind.UNREADABLE,
            results.c.run != how.run,  # an archive that breaks off in the middle is both
        )
    )


def _results(connection: Connection, rows: list[int], how: Taking) -> tuple[dict[int, RowMapping], set[int]]:
    """Return the outcomes that stand, by article, and the articles whose failure is to be retried."""
    first = articles.alias()
    own = articles.alias()
    statement = (
        select(results, first.c.source.label("first_source"), first.c.archive_id.label("first_id"))
        .join(own, own.c.id == results.c.article)
        .outerjoin(first, first.c.id == results.c.duplicate_of)
        .where(results.c.article.in_(rows), results.c.recipe == how.recipe)
        .where(results.c.outcome != OutcomeKind.UNREADABLE)
        # What it is a copy of may have another text by now.
        .where(results.c.duplicate_of.is_(None) | (first.c.text_hash == own.c.text_hash))
    )
    again = FAILURES if how.only_known else (OutcomeKind.NOT_STARTED,)
    if not how.screen:
        again = (*again, OutcomeKind.SCREENED_OUT)
    found = _by(connection, statement, "article")
    failed = {row for row, result in found.items() if how.only_known and result["outcome"] in FAILURES}
    return {row: result for row, result in found.items() if result["outcome"] not in again}, failed


def _ended(item: Article | Unread, row: int, result: RowMapping, *, redated: bool) -> Entry:
    outcome = OutcomeKind(result["outcome"])
    again = redated and outcome == OutcomeKind.OK and isinstance(item, Article)
    return Entry(
        item,
        row,
        Fate.REDATED if again else Fate.ENDED,
        reading=result["reading"],
        outcome=outcome,
        reason=result["reason"],
        error=result["error"],
        duplicate_of=result["first_source"] or result["first_id"],
        stored=True,
    )


class _Intake:
    """The inputs of one transaction that have no outcome yet."""

    def __init__(self, connection: Connection, how: Taking, failed: set[int]) -> None:
        self._connection = connection
        self._how = how
        self._failed = failed
        self._results: list[dict[str, Any]] = []

    def unreadable(self, item: Unread, row: int) -> Entry:
        reason, error = storable(str(item.error)), type(item.error).__name__
        self._result(row, OutcomeKind.UNREADABLE, reason=reason, error=error)
        return Entry(item, row, Fate.ENDED, outcome=OutcomeKind.UNREADABLE, reason=reason, error=error)

    def settle(self, found: dict[str, Article], rows: dict[str, int]) -> dict[str, Entry]:
        hashes = {locator: hash_of(article.text) for locator, article in found.items()}
        present = self._readings(set(hashes.values()))
        claimed = self._claim(present, {hashes[locator]: rows[locator] for locator in reversed(found)})
        present = self._readings(set(hashes.values()))
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
            )
            .join(articles, articles.c.id == readings.c.article)
            .where(readings.c.text_hash.in_(sorted(hashes)), readings.c.recipe == self._how.recipe)
        )
        return _by(self._connection, statement, "text_hash")

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
            if reading["todays_hash"] != key:  # the article that it was read for has another text now
                self._connection.execute(
                    update(readings).where(readings.c.id == reading["id"]).values(article=row)
                )
            # One that failed and has no outcome belongs to an article that had another text meanwhile.
            free = ("open", "failed") if reading["article"] == row else ("open",)
            if reading["state"] in free and claim(self._connection, reading["id"], how.run, free):
                claimed.add(reading["id"])
        return claimed

    def _own(self, article: Article, row: int, reading: RowMapping, claimed: set[int]) -> Entry:
        if reading["id"] in claimed:
            if row not in self._failed:  # a failure stands until there is something better
                self._result(row, OutcomeKind.NOT_STARTED, reading=reading["id"])
            return Entry(article, row, Fate.READ, reading=reading["id"])
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


def _by(connection: Connection, statement: Any, key: str) -> dict[Any, RowMapping]:
    return {row[key]: row for row in connection.execute(statement).mappings()}
