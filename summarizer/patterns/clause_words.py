"""The little words of a clause, and where the groups around a verb stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from summarizer.patterns.scan import Scan

BE = frozenset("was were is are be been being got".split())

AUXILIARIES = BE | frozenset(
    "have has had will would to may might could can did do does shall should".split()
)

FINITE = AUXILIARIES - {"to"}

_ADVERBS = frozenset(
    (
        "also then later reportedly allegedly not never initially apparently still now already first "
        "since soon both all each instantly immediately subsequently recently finally confirmed presumed "
        "believed feared thought seriously slightly critically badly severely lightly gravely fatally once "
        "again thus therefore today yesterday"
    ).split()
)

PREPOSITIONS = frozenset(
    "of from in by with at for near on aboard inside belonging to under including".split()
)

BREAKS = frozenset(
    "; : when while after before because although but where if as that until since whereas said".split()
)


def is_adverb(word: str) -> bool:
    """Tell whether a word may stand between subject, auxiliary and verb."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4)


def before_verb(scan: Scan, start: int) -> tuple[int, frozenset[str]]:
    """Return where the auxiliaries and adverbs before a verb begin, and which auxiliaries they are."""
    known = scan.before_verbs.get(start)
    if known is not None:
        return known
    words = scan.words
    position = start
    found: list[str] = []
    while position > 0 and start - position < 6:
        word = words[position - 1]
        if word in AUXILIARIES:
            found.append(word)
        elif word != '"' and not is_adverb(word):
            break
        position -= 1
    before = scan.before_verbs[start] = (position, frozenset(found) if found else _NO_AUXILIARY)
    return before


_NO_AUXILIARY: frozenset[str] = frozenset()


def passive(auxiliaries: frozenset[str]) -> bool:
    """Tell whether the auxiliaries make a participle a passive."""
    return not auxiliaries.isdisjoint(BE)


def group_before(scan: Scan, position: int) -> int:
    """Return the index of the last group that ends at or before the token, or -1."""
    return bisect_right(scan.groups, position, key=_END) - 1


def group_from(scan: Scan, position: int) -> int:
    """Return the index of the first group that begins at or after the token."""
    return bisect_left(scan.groups, position, key=_START)


_START, _END = attrgetter("start"), attrgetter("end")


def broken(words: list[str], start: int, end: int, verbs: list[int]) -> bool:
    """Tell whether a verb or the border of a clause stands between two tokens."""
    at = bisect_left(verbs, start)
    if at < len(verbs) and verbs[at] < end:
        return True
    return not BREAKS.isdisjoint(words[start:end])
