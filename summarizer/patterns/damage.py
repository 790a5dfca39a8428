"""What was destroyed or taken, as written: "destroyed two bridges", "11 mines were seized"."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.amounts import Amount
from summarizer.patterns.lexicon import wordset
from summarizer.patterns.scan import Scan

_DESTROYED = wordset("damage", "destroyed")
_TAKEN = wordset("damage", "taken")
_VERBS = _DESTROYED | _TAKEN
_THINGS = wordset("damage", "things")
_ARMS = wordset("damage", "arms")
_ANY_THINGS = _THINGS | _ARMS
_LONGEST = 26
"""Words of a phrase at most."""
_STOPS = frozenset(
    "; : . ( ) [ ] when while after before who which that where said during near at from to by for".split()
)
_UNREAL = frozenset("to will would could not never if may might".split())
_BE = frozenset(("was", "were", "been", "being"))


def find_damage(scan: Scan) -> list[str]:
    """Return what a sentence says was destroyed, damaged, seized or found, in order, with its verb.

    Only what has a count, an article or a plural and is a thing that war breaks or armies take.
    """
    if scan.vocabulary.isdisjoint(_VERBS) or scan.vocabulary.isdisjoint(_ANY_THINGS):
        return []
    found: list[str] = []
    words = scan.words
    for index in [at for at, word in enumerate(words) if word in _VERBS]:
        word = words[index]
        things = _ANY_THINGS if word in _DESTROYED else _ARMS
        position, auxiliaries = clauses.before_verb(scan, index)
        if not _UNREAL.isdisjoint(words[max(0, position - 2) : index]):
            continue
        if not _BE.isdisjoint(auxiliaries):
            span = _before(scan, position, things)
            if span is not None:
                found.append(f"{scan.span(*span)} {scan.span(index, index + 1)}")
            continue
        end = _behind(scan, index + 1, things)
        if end:
            found.append(scan.span(index, end))
    return found


def _behind(scan: Scan, start: int, things: frozenset[str]) -> int:
    """Return where the list of things behind a verb ends, 0 where there is none."""
    words = scan.words
    end = 0
    for position in range(start, min(start + _LONGEST, len(words))):
        word = words[position]
        if word in _STOPS or (word == "," and not end):
            break
        if word in things:
            end = position + 1
        elif end and position - end > 6:
            break
    first = next((position for position in range(start, end) if words[position] in things), 0)
    return end if end and first - start < 8 and _counted(scan, start, first) else 0


def _counted(scan: Scan, start: int, noun: int) -> bool:
    """Tell whether a count or an article stands before the thing, or whether it is a plural."""
    if scan.words[noun].endswith("s") or not {"a", "an", "the"}.isdisjoint(scan.words[start:noun]):
        return True
    return any(start <= amount.start < noun for amount in scan.amounts)


def _before(scan: Scan, end: int, things: frozenset[str]) -> tuple[int, int] | None:
    """Return the list of things that a passive speaks of: "two bridges and a school were destroyed"."""
    words = scan.words
    if not end or words[end - 1] not in things:
        return None
    opening: Amount | None = None
    for amount in reversed(scan.amounts):
        if amount.start < end <= amount.start + _LONGEST and _STOPS.isdisjoint(words[amount.end : end]):
            opening = amount
        elif amount.start < end:
            break
    if opening is not None:
        return opening.start, end
    for position in range(end - 2, max(-1, end - 6), -1):
        if words[position] in ("a", "an", "the"):
            return position, end
    return None
