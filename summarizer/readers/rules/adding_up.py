"""Counts that add up to one told before: "24 died across the region … 13 in Telma and 11 in Marsa"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from summarizer.checking.quantities import read_count
from summarizer.patterns.count import Count
from summarizer.readers.rules.event import Event
from summarizer.readers.rules.row import Row
from summarizer.schema.vocabulary import Outcome

_LEAST = 5
"""From here on an equal sum is no accident."""
_NEAR = 4
"""Sentences behind the whole in which its parts are told."""
_MOST_PARTS = 8


def add_up(rows: Sequence[Row], events: list[Event]) -> None:
    """Make parts of the counts behind a count that give it as their sum, where no deed of their own is told.

    The places at which they are counted go to the event of the whole, and what was only inferred from them is
    no event any more.
    """
    for index, whole in enumerate(rows):
        total = _number(whole)
        if whole.event is None or total is None or total < _LEAST:
            continue
        candidates = list(_behind(whole, rows[index + 1 :]))[:_MOST_PARTS]
        sums = list(accumulate(_number(part) or 0 for part in candidates))
        if total in sums[1:]:
            _fold(whole, candidates[: sums.index(total, 1) + 1], rows, events)


def _behind(whole: Row, later: Sequence[Row]) -> Iterator[Row]:
    """Yield the counts that may be the parts of a whole."""
    last = min(whole.evidence) + _NEAR
    for row in later:
        if row.outcome != whole.outcome or row.scope != "event" or row.event is None:
            continue
        if whole.relation == (row, "revises"):
            continue
        alike = row.assertion in (whole.assertion, "stated", "disputed")
        inferred = row.event is whole.event or row.event.implied
        free = row.relation in (None, (whole, "part_of")) or row.relation[1] in ("adds_to", "rivals")
        if min(row.evidence) > last or not (alike and inferred and free) or not _number(row):
            return
        if not row.evidence.isdisjoint(whole.evidence):
            return
        yield row


def _fold(whole: Row, parts: Sequence[Row], rows: Sequence[Row], events: list[Event]) -> None:
    event = whole.event
    assert event is not None
    for part in parts:
        left = part.event
        part.event, part.relation = event, (whole, "part_of")
        if part.assertion == "disputed":
            part.assertion = "stated"
        event.evidence |= part.evidence
        if left is None or left is event or any(row.event is left for row in rows):
            continue
        known = {place.name for place, _ in event.places}
        event.places.extend((place, role) for place, role in left.places if place.name not in known)
        event.note_places()
        if left in events:
            events.remove(left)
    disputes = (row for row in rows if row.relation == (whole, "rivals"))
    if whole.assertion == "disputed" and whole.relation is None and not any(disputes):
        whole.assertion = "stated"  # it was only by what are its parts


def put_under_total(made: Sequence[tuple[Row, Count]], rows: Sequence[Row]) -> None:
    """Make parts of the counts that a sentence brings to a total: "a third soldier died, taking the toll to
    six"; those told before, too, where they are no more."""
    for total, count in made:
        if count.hint != "toll" or total.scope != "event" or total.relation is not None:
            continue
        alike = [
            row
            for row in rows
            if row is not total
            and row.outcome == total.outcome
            and row.event is total.event
            and row.scope == "event"
            and row.relation is None
        ]
        own = [row for row, other in made if row in alike and other.hint in ("", "succumbed")]
        whole = plain_sum(alike), plain_sum([total])
        parts = alike if whole[0] is not None and whole[1] is not None and whole[0] <= whole[1] else own
        for row in parts:
            row.relation = (total, "part_of")


def plain_sum(rows: Sequence[Row]) -> int | None:
    """Return what counts give together; None where one has no number."""
    numbers = [_number(row) for row in rows]
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _number(row: Row) -> int | None:
    """Return the number of a count that is exact, or "at least" one."""
    reading = read_count(row.count, outcome=Outcome(row.outcome)) if row.count else None
    return reading.minimum if reading is not None else None
