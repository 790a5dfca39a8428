"""Casualties: counts with their scope, their victims, and what they are to one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.patterns.belligerents import fights
from summarizer.patterns.count import Count
from summarizer.patterns.scan import Scan
from summarizer.patterns.speakers import Speaker
from summarizer.patterns.tokens import fold
from summarizer.readers.rules.actors import Registry
from summarizer.readers.rules.counting import (
    count_phrase,
    said_by,
    scope_of,
    status_of,
    toll_scope,
    victims_of,
)
from summarizer.readers.rules.event import Event

_TAKEN = frozenset(("captured", "detained", "abducted"))


@dataclass(slots=True, eq=False)
class Row:
    """A casualty record while it is being gathered."""

    outcome: str
    count: str | None
    victims: str
    head: str
    status: str
    scope: str
    period: str | None
    assertion: str
    event: Event | None
    victim_actor: str | None
    sources: list[str]
    evidence: set[int]
    persons: list[str] = field(default_factory=list)
    number: str | None = None
    """The count, folded, without "about" and "some"."""
    relation: tuple[Row, str] | None = None
    definite: bool = False


class Casualties:
    """The casualty records of one article, each count statement once."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.rows: list[Row] = []

    def add(
        self,
        scan: Scan,
        counts: Sequence[Count],
        event: Event | None,
        speakers: list[tuple[Speaker, str]],
        denied: bool,
    ) -> None:
        """Add what a sentence says; a count told again only gains evidence."""
        scope, period = scope_of(scan)
        tolls = any(count.hint == "toll" for count in counts)
        whole: Row | None = None
        old: Row | None = None
        for count in sorted(counts, key=lambda count: count.hint != "old"):  # "to 45 from 38"
            sources = said_by(count, speakers)
            # "five died, taking the number of dead to 31 since Thursday": only the toll is of the period
            of_event = tolls and count.hint != "toll"
            row = self._row(
                scan, count, event, sources, denied, *(("event", None) if of_event else (scope, period))
            )
            if count.hint == "toll":
                row.scope, row.period = (scope, period) if scope != "event" else toll_scope(scan, count)
                if row.scope != "event":
                    row.event = None
            known = self._told_before(row, count)
            if known is not None:
                known.evidence |= row.evidence
                known.sources.extend(
                    source for source in row.sources if source not in known.sources and not known.sources
                )
                if count.hint != "part":
                    whole = known
                continue
            self._relate(row, count, whole, old)
            if count.hint == "old":
                old = row
            if count.hint != "part":
                whole = row
            self.rows.append(row)

    def _row(
        self,
        scan: Scan,
        count: Count,
        event: Event | None,
        sources: list[str],
        denied: bool,
        scope: str,
        period: str | None,
    ) -> Row:
        group = count.group
        phrase = count_phrase(scan, group)
        names = [scan.span(group.core, group.end)] if group.head.kind == "name" else []
        victim_actor = self.registry.resolve(scan, group) if fights(group) and count.hint != "self" else None
        return Row(
            count.outcome,
            phrase,
            victims_of(scan, group),
            "" if group.head.kind == "number" else group.head.name,
            "perpetrator" if count.hint == "self" else status_of(group),
            scope,
            period,
            "denied" if denied else "stated",
            event if scope == "event" else None,
            victim_actor,
            list(sources),
            {scan.number},
            names,
            None if phrase is None else _number(phrase),
            definite=group.definite and group.amount is None,
        )

    def _told_before(self, row: Row, count: Count) -> Row | None:
        """Return the record that already says this: same harm, event and number, or "the suspect" again."""
        for other in reversed(self.rows[-24:]):
            if (
                other.event is not row.event
                or other.scope != row.scope
                or not (other.outcome == row.outcome or _same_outcome(other.outcome, row.outcome))
            ):
                continue
            if row.persons and other.persons and _family_name(row) == _family_name(other):
                return other
            if row.definite and (
                _like(row.head, other.head) or row.status == other.status or other.status == "unknown"
            ):
                return other
            if count.negated and other.number in _NOBODY:
                return other
            if (
                row.number is not None
                and row.number == other.number
                and row.number not in ("a", "one", "an")
                and (
                    row.head == other.head or not row.head or not other.head or row.evidence == other.evidence
                )
            ):
                return other if row.evidence != other.evidence else None
            if row.count is None and other.count is None and row.victims == other.victims:
                return other
        return None

    def _relate(self, row: Row, count: Count, whole: Row | None, old: Row | None) -> None:
        if count.hint == "part" and whole is not None:
            row.relation = (whole, "part_of")
            row.event = whole.event
            row.scope, row.period = whole.scope, whole.period
        elif count.hint == "toll" and old is not None:
            row.relation = (old, "revises")
        elif count.hint == "adds":
            earlier = self._earlier(row)
            if earlier is not None:
                row.relation = (earlier, "adds_to")
        elif row.scope == "event" and row.sources and count.hint in ("", "toll"):
            rival = self._earlier(row)
            if (
                rival is not None
                and rival.sources != row.sources
                and rival.count
                and row.count
                and rival.number != row.number
                and (rival.head == row.head or count.hint == "toll")
                and rival.relation is None
            ):
                row.relation = (rival, "rivals")
                row.assertion = rival.assertion = "disputed"

    def _earlier(self, row: Row) -> Row | None:
        return next(
            (
                other
                for other in reversed(self.rows[-24:])
                if other.outcome == row.outcome and other.event is row.event and other.scope == "event"
            ),
            None,
        )


_NOBODY = frozenset(("no", "no one", "none", "nobody"))


def _family_name(row: Row) -> str:
    return fold(row.persons[0]).split()[-1]


def _same_outcome(left: str, right: str) -> bool:
    return (
        left == right
        or {left, right} <= _TAKEN
        or (left in ("killed", "wounded") and right == "killed_or_wounded")
    )


def _like(left: str, right: str) -> bool:
    return left == right or left.split()[-1:] == right.split()[-1:]


def _number(phrase: str) -> str:
    return fold(phrase).removeprefix("about ").removeprefix("some ")
