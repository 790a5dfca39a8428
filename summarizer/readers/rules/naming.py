"""Who the counted are, where a sentence of its own says so: "the dead were identified as X and Y"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.patterns.named import Named, persons_of, size_of
from summarizer.patterns.scan import Scan
from summarizer.readers.rules.row import Row


class Naming(NamedTuple):
    """The people that a sentence names, and what had befallen them."""

    outcome: str
    """Empty where the sentence only says "the victims" or "both"."""
    persons: list[Named]
    start: int
    """The token from which the names are listed."""


def naming_of(scan: Scan) -> Naming | None:
    """Return whom a sentence names of those counted before it; None where it names nobody."""
    if scan.vocabulary.isdisjoint(_TRIGGERS):
        return None
    words = scan.words
    for index in range(1, len(words) - 1):
        word, after = words[index], words[index + 1]
        if (word in _IDENTIFIED and after == "as" and words[index - 1] in _PASSIVE) or (
            word in _STATES and words[index - 1] == "the" and after in _ARE
        ):
            start = index + 2
        else:
            continue
        subject = words[max(0, start - 9) : start]
        if _DEFINITE.isdisjoint(subject):
            return None
        persons = [
            person
            for group in scan.groups
            if group.start >= start and group.head.kind == "name" and words[group.start - 1] not in _OF
            for person in persons_of(scan, scan.groups, group)
        ]
        outcome = next((_STATES[word] for word in subject if word in _STATES), "")
        return Naming(outcome, persons, start) if persons else None
    return None


def name_them(rows: Sequence[Row], naming: Naming, number: int) -> bool:
    """Give the names to the latest count of theirs, with the sentence; tell whether there is such a count."""
    for row in reversed(rows[-_REACH:]):
        if row.scope != "event" or row.number is None or naming.outcome not in ("", row.outcome):
            continue
        size = size_of(row.number)
        if size and len(naming.persons) <= size:
            if not row.persons:
                row.persons.extend(naming.persons)
                row.evidence.add(number)
            return True
    return False


_IDENTIFIED = frozenset(("identified", "named"))
_PASSIVE = frozenset(("was", "were", "been", "officially", "later"))
_ARE = frozenset(("are", "is", "were", "was", "include", "included"))
_STATES = {
    "dead": "killed",
    "deceased": "killed",
    "killed": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "kidnapped": "abducted",
    "abducted": "abducted",
    "hostages": "abducted",
    "missing": "missing",
    "victims": "",
    "victim": "",
}
_TRIGGERS = _IDENTIFIED | _STATES.keys()
_DEFINITE = frozenset(("the", "both", "they", "she", "he"))
_OF = frozenset(("of", "the", "in", "at", "from"))
_REACH = 12
"""How many counts back the people named can have been counted."""
