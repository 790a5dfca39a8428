"""How an input ends: as the ledger writes it down, and as whoever iterates the run gets it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from summarizer.archive.book import Book
from summarizer.archive.entry import Entry
from summarizer.archive.outcomes import Outcome, OutcomeKind
from summarizer.archive.settling import Settlement
from summarizer.archive.trying import Result
from summarizer.article import Article
from summarizer.readers.base import Attempt


def stored(book: Book, entry: Entry) -> Outcome:
    """Return the outcome that an input has had before; its report is fetched when it is asked for."""
    assert entry.outcome is not None
    item = entry.item
    has_report = entry.outcome in (OutcomeKind.OK, OutcomeKind.DUPLICATE)
    return Outcome(
        kind=entry.outcome,
        source=item.source,
        article=item if isinstance(item, Article) else None,
        error=None if isinstance(item, Article) else item.error,
        reason=entry.reason,
        duplicate_of=entry.duplicate_of,
        stored=entry.stored,
        _report=partial(book.report, entry.reading) if has_report else _no_report,
    )


def settlement(
    book: Book, entry: Entry, result: Result, unwritten: Sequence[Attempt], seconds: float
) -> Settlement:
    """Return what the ledger is to write of an article, with the calls that it does not have yet."""
    assert entry.reading is not None
    return Settlement(
        run=book.run,
        recipe=book.recipe,
        row=entry.row,
        reading=entry.reading,
        outcome=result.kind,
        attempts=unwritten,
        seconds=seconds,
        checked=result.checked,
        error=result.error,
    )


def outcome(entry: Entry, result: Result, attempts: Sequence[Attempt]) -> Outcome:
    """Return the outcome of an article that this run has tried, with all of its calls."""
    assert isinstance(entry.item, Article)
    checked = result.checked
    return Outcome(
        kind=result.kind,
        source=entry.item.source,
        article=entry.item,
        error=result.error,
        reason=str(result.error) if result.error else None,
        attempts=tuple(attempts),
        _report=lambda: checked.report if checked else None,
        _reading=checked.reading if checked else None,
    )


def _no_report() -> None:
    return None
