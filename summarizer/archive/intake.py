"""Inputs into the ledger: what is new, what is done, what is a copy, and what this run is to read.

Everything here is one transaction, so that of two processes with the same input only one gets to read it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, delete, func, select, update

from summarizer.archive.claims import Claims, rows_by
from summarizer.archive.entry import Entry, Fate, Taking
from summarizer.archive.inputs import (
    Changes,
    Unread,
    columns_of,
    containers_of,
    distinct,
    keep_articles,
    keep_texts,
    locator_of,
)
from summarizer.archive.outcomes import FAILURES, OutcomeKind
from summarizer.archive.tables import articles, readings, results, runs
from summarizer.article import Article


def take(connection: Connection, items: Sequence[Article | Unread], how: Taking) -> list[Entry]:
    """Register inputs, at most a few hundred, and return what each one's fate is, in their order.

    What is to be read is claimed for the run. An input whose text has changed since an earlier run is a new
    one; an unreadable input that can be read now likewise.
    """
    located, known = _locate(connection, items, how)
    order = list(located)
    if how.only_known:
        # What only another recipe's runs have met is new to this one.
        met = {locator for locator, row in known.items() if row["met_by"] is not None}
        unknown = {locator: item for locator, item in located.items() if locator not in met}
        located = {locator: item for locator, item in located.items() if locator in met}
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
    _met(connection, list(rows.values()))
    ended, failed = _results(connection, [rows[locator] for locator in located], how)
    intake = Claims(connection, how, failed - {rows[locator] for locator in changed.texts})
    entries = {
        locator: _ended(item, rows[locator], ended[rows[locator]], locator, changed)
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
        known = rows_by(connection, statement, "locator")
        met = {locator_of(located[locator]) for locator, row in known.items() if row["met_by"] == how.run}
        if not met:
            return located, known
        for first in met:
            how.numbers.setdefault(first, 2)


def _met(connection: Connection, rows: list[int]) -> None:
    """Write down that inputs are there; one that was marked as gone is back."""
    connection.execute(_SEEN.where(articles.c.id.in_(rows)))


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


# These are made once, for each leaves hundreds of objects behind that only the garbage collector finds.
# Not this run: one that began later may have passed their place before they came.
_LATEST = select(func.max(runs.c.id)).scalar_subquery()
_SEEN = (
    update(articles)
    .where((func.coalesce(articles.c.seen, 0) < _LATEST) | articles.c.gone.is_not(None))
    .values(seen=_LATEST, gone=None)
)
_FIRST = articles.alias()
_OWN = articles.alias()
_STANDING = (
    select(results, _FIRST.c.source.label("first_source"), _FIRST.c.archive_id.label("first_id"))
    .join(_OWN, _OWN.c.id == results.c.article)
    .outerjoin(_FIRST, _FIRST.c.id == results.c.duplicate_of)
    .outerjoin(readings, readings.c.id == results.c.reading)
    .where(results.c.outcome != OutcomeKind.UNREADABLE)
    # What it is a copy of may have another text by now, or be gone; so may what was its own.
    .where(
        results.c.duplicate_of.is_(None)
        | ((_FIRST.c.text_hash == _OWN.c.text_hash) & _FIRST.c.gone.is_(None))
    )
    .where((results.c.outcome != OutcomeKind.OK) | (readings.c.article == results.c.article))
)


def _results(connection: Connection, rows: list[int], how: Taking) -> tuple[dict[int, RowMapping], set[int]]:
    """Return the outcomes that stand, by article, and the articles whose failure is to be retried."""
    statement = _STANDING.where(results.c.article.in_(rows), results.c.recipe == how.recipe)
    again = FAILURES if how.only_known else (OutcomeKind.NOT_STARTED,)
    if not how.screen:
        again = (*again, OutcomeKind.SCREENED_OUT)
    found = rows_by(connection, statement, "article")
    failed = {row for row, result in found.items() if how.only_known and result["outcome"] in FAILURES}
    return {row: result for row, result in found.items() if result["outcome"] not in again}, failed


def _ended(item: Article | Unread, row: int, result: RowMapping, locator: str, changed: Changes) -> Entry:
    outcome = OutcomeKind(result["outcome"])
    again = locator in changed.redated and outcome == OutcomeKind.OK and isinstance(item, Article)
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
        other_date=locator in changed.dates,
    )
