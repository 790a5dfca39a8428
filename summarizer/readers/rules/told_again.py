"""Whether a count has been told before: the lede gives it, the paragraph of detail gives it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from summarizer.patterns.count import Count
from summarizer.patterns.named import Named
from summarizer.patterns.scan import Scan
from summarizer.patterns.tokens import fold
from summarizer.readers.rules.days import other_day
from summarizer.readers.rules.event import Event
from summarizer.readers.rules.row import Row
from summarizer.readers.rules.same_event import elsewhere
from summarizer.readers.rules.telling import may_be_one

_REACH = 24
"""How many records back a count can be told again."""
_TAKEN = frozenset(("captured", "detained", "abducted"))
_NOBODY = frozenset(("no", "no one", "none", "nobody"))
_SINGLE = frozenset(("a", "an", "one", "the"))
_DESCRIBED = frozenset(("a", "an", "one"))
_APART = frozenset("another additional elsewhere separate separately also".split())
_OTHERS = frozenset("another additional further other others second third more".split())
_ANYBODY = frozenset(
    (
        "people person man men woman women victim civilian resident villager individual suspect member "
        "associate other others hostage local passenger citizen"
    ).split()
)


def told_before(
    rows: Sequence[Row], row: Row, count: Count, scan: Scan, published: dt.date | None
) -> Row | None:
    """Return the record that already says this: same harm, event and number, or "the suspect" again.

    A sentence that sets its count apart ("another two") tells nothing again; a count of another event does so
    only where the two events can be one.
    """
    if not rows:
        return None
    group, vocabulary = count.group, scan.vocabulary
    others = not vocabulary.isdisjoint(_OTHERS) and not _OTHERS.isdisjoint(
        scan.words[group.start : group.end]
    )
    apart = others or not vocabulary.isdisjoint(_APART)
    for other in reversed(rows[-_REACH:]):
        if other.scope != row.scope or (
            other.outcome != row.outcome and not _same_outcome(other.outcome, row.outcome)
        ):
            continue
        if row.head and not other.head and other.relation is not None and other.relation[1] == "part_of":
            continue  # "two of them headless" are not the "two policemen" of another sentence
        if row.persons and other.persons and _share_a_person(row, other):
            return other
        if _points_back(row, other):
            return other
        if other.event is not row.event:
            if not apart and _told_of_one_event(row, other, published):
                return other
            continue
        if count.negated and other.number in _NOBODY:
            return other
        if (
            row.number is not None
            and row.number == other.number
            and row.number not in _SINGLE
            and not others
            and (_like_victims(row, other) or row.evidence == other.evidence)
        ):
            return other if row.evidence != other.evidence else None
        if row.count is None and other.count is None and row.victims == other.victims:
            return other
        if apart:
            continue
        if _now_named(row, other) or _now_counted(row, other):
            return other
        if row.count is None and other.number not in (None, *_NOBODY) and _uncounted_again(row, other):
            return other
    return None


def _points_back(row: Row, other: Row) -> bool:
    """Tell whether "the militants" are those of another record: of the same event, or without a number."""
    return (
        row.definite
        and other.number not in _NOBODY
        and (row.count is None or other.event is row.event)
        and row.evidence.isdisjoint(other.evidence)
        and _like_victims(row, other)
    )


def _now_named(row: Row, other: Row) -> bool:
    """Tell whether somebody is called by name who was only described before: "a policeman was wounded …
    policeman X was wounded"."""
    return (
        len(row.persons) == 1
        and not other.persons
        and other.number in _DESCRIBED
        and row.evidence.isdisjoint(other.evidence)
        and bool(other.head)
        and row.persons[0].description is not None
        and fold(row.persons[0].description).split()[-1] == other.head.split()[-1]
    )


def _uncounted_again(row: Row, other: Row) -> bool:
    """Tell whether a bare plural speaks of those counted before: "killed nine rebels … by killing rebels"."""
    return row.relation is None and row.evidence.isdisjoint(other.evidence) and _like_victims(row, other)


def _now_counted(row: Row, other: Row) -> bool:
    """Tell whether a number is that of a plural told before it: "Militants killed in raid … killed nine
    militants"."""
    return (
        other.count is None
        and row.number is not None
        and not other.persons
        and row.number not in _SINGLE
        and row.number not in _NOBODY
        and bool(row.head)
        and _like(row.head, other.head)
        and row.relation is None
        and row.evidence.isdisjoint(other.evidence)
    )


def _told_of_one_event(row: Row, other: Row, published: dt.date | None) -> bool:
    """Tell whether two records of different events count the same people: same number, like victims."""
    if (
        row.event is not None
        and other.event is not None
        and not _may_be_one_event(row.event, other.event, published)
    ):
        return False
    if row.evidence == other.evidence:
        return False
    if not _like_victims(row, other):
        return False
    if row.definite:
        return True
    if row.number is None or row.number in _NOBODY:
        return False
    if {row.number, other.number} <= _SINGLE:
        # one who is called nothing ("one dead") is none of another event whose trade is told
        return row.event is not None and other.event is not None and bool(other.head or not row.head)
    return row.number == other.number


def _may_be_one_event(mine: Event, theirs: Event, published: dt.date | None) -> bool:
    """Tell whether nothing parts two events: kind, place or day."""
    if mine.past != theirs.past or not may_be_one(mine.type, theirs.type):
        return False
    if elsewhere(mine.where, theirs.where):
        return False
    return not (
        mine.date is not None
        and theirs.date is not None
        and mine.date_precise
        and theirs.date_precise
        and other_day(mine.date, theirs.date, published)
    )


def _like_victims(row: Row, other: Row) -> bool:
    """Tell whether two nouns can mean the same people: "the men" are "the farmers", no nun is a teacher."""
    if not row.head or not other.head or _like(row.head, other.head):
        return _one_side(row, other)
    if row.head in _ANYBODY or other.head in _ANYBODY:
        return row.status == other.status or "unknown" in (row.status, other.status)
    if row.number == other.number and {row.status, other.status} <= _ARMED:
        return not _OF_ANY_FORCE.isdisjoint((row.head, other.head)) and _one_side(row, other)
    return row.status == other.status == "combatant" and _one_side(row, other)


_ARMED = frozenset(("combatant", "police_security"))
_OF_ANY_FORCE = frozenset("guard officer troops trooper personnel serviceman recruit".split())
"""Words for soldiers and for policemen: "five soldiers" may be told again as "five guards"."""


def _one_side(row: Row, other: Row) -> bool:
    sides = {actor for actor in (row.victim_actor, other.victim_actor) if actor and actor != "gunmen:"}
    return row.definite or len(sides) < 2


def _share_a_person(row: Row, other: Row) -> bool:
    """Tell whether both records name one person, who is killed but once: by family name or first name."""
    return any(
        _one_person(fold(mine.name), fold(theirs.name))
        for mine in row.persons[:_COMPARED]
        for theirs in other.persons[:_COMPARED]
    )


_COMPARED = 6
"""Names of a record that are compared."""


def _one_person(mine: str, theirs: str) -> bool:
    shorter, longer = sorted((mine.split(), theirs.split()), key=len)
    return set(shorter) <= set(longer)


def _same_outcome(left: str, right: str) -> bool:
    return (
        left == right
        or {left, right} <= _TAKEN
        or (left in ("killed", "wounded") and right == "killed_or_wounded")
    )


def _like(left: str, right: str) -> bool:
    if left == right:
        return True
    mine, theirs = left.split(), right.split()
    return mine[-1:] == theirs[-1:] or set(mine) <= set(theirs) or set(theirs) <= set(mine)


def plain_number(phrase: str) -> str:
    """Return a count folded, without "about" and "some": what two tellings of one number share."""
    return fold(phrase).removeprefix("about ").removeprefix("some ")


def tell_again(known: Row, row: Row) -> None:
    """Add to a record what the same count, told again, says besides."""
    known.evidence |= row.evidence
    if row.assertion == "stated" and known.assertion in ("alleged", "hypothetical"):
        known.assertion = "stated"
    known.persons.extend(_new_names(row, known))
    if known.count is None and row.count is not None:
        known.count, known.number, known.victims = row.count, row.number, row.victims
    if not known.sources:
        known.sources.extend(row.sources)


def _new_names(row: Row, known: Row) -> list[Named]:
    """Return the people whom a count told again names for the first time."""
    if known.persons or (row.number in ("a", "the", None) and len(row.persons) > 1):
        return []
    return row.persons
