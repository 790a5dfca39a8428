"""Whether an unknown capitalised name is a place, by what stands around it."""

from __future__ import annotations

from summarizer.patterns.lexicon import wordset
from summarizer.patterns.names import NAME_LINKS, TITLES
from summarizer.patterns.place_words import DIRECTIONS, INSIDE, MANY, NOUNS, REACHING, SETTLEMENTS
from summarizer.patterns.scan import Scan

_LISTING = (["and"], ["and", "then"], [",", "and", "then"], [",", "and"], ["then"], [",", "then"])


def listed(scan: Scan, last: int, start: int, end: int) -> bool:
    """Tell whether an unknown name goes on with a list of places: "near X, Y and Z"."""
    words = scan.words
    between = words[last:start]
    if between in _LISTING:
        return True
    if between != [","] or (
        end - start > 1 and words[start] not in _TOPONYMS and words[start] not in NAME_LINKS
    ):
        return False
    at = end + 1
    if words[end : end + 2] == [",", "and"]:
        at += 1
    return words[end : end + 1] in ([","], ["and"]) and at < len(words) and scan.tokens.capitals[at]


_NOT_ALONE = NOUNS | DIRECTIONS
_BODIES = frozenset(
    (
        "battery company battalion brigade regiment squadron wing division corps command platoon group "
        "coalition union fund agency council conference summit agreement resolution act institute "
        "organization organisation association party league front movement accord treaty process "
        "framework forum"
    ).split()
)
"""With what the name of a body ends, or of a paper, which is no place."""
_UNITS = frozenset("task exercise team group party resolution article chapter radio agency section".split())
"""With what the name of a unit or a paper begins: "Task Group X"."""
_DEFINED = frozenset(("is", "was"))


def _is_defined(scan: Scan, end: int) -> bool:
    """Tell whether a text says of its first name that it is a place: "X (also Y) is a village in Z"."""
    words = scan.words
    if _DEFINED.isdisjoint(scan.vocabulary):
        return False
    at = end
    if words[at : at + 1] == ["("] and ")" in words[at:]:
        at = words.index(")", at) + 1
    if words[at : at + 1] == [","]:
        return False
    if words[at : at + 1] == [] or words[at] not in _DEFINED or words[at + 1 : at + 2] not in _AN:
        return False
    for word in words[at + 2 : at + 6]:
        if word in NOUNS:
            return True
        if word in ("of", "in", "for", "who", "from", ","):
            return False
    return False


_AN = (["a"], ["an"], ["the"])


_MOVING = frozenset(
    "dropped fell landed rained advance advanced advancing march marched assault offensive".split()
)
"""What goes "on" a place: shells fall and troops advance on it."""
_KIN = frozenset("tribe tribes clan clans family militia militias tribesmen".split())
"""What stands behind the name of people: "the Albu Nimr tribe"."""
_TOPONYMS = wordset("places", "toponyms")
_PARTS = frozenset(
    (
        "outskirts vicinity heart middle part parts area centre center edge suburbs east west capture fall "
        "recapture liberation out battle battles siege bombing shelling bombardment offensive"
    ).split()
)


def leads_to_place(scan: Scan, start: int, whole: int, end: int) -> bool:
    """Tell whether an unknown capitalised name is a place by what stands around it."""
    words = scan.words
    before = words[start - 1] if start else ""
    after = words[whole] if whole < len(words) else ""
    if _NOT_ALONE.issuperset(words[start:whole]) or words[start] in TITLES or words[end - 1] in _BODIES:
        return False
    if whole > end and before in ("a", "an") and not scan.tokens.capitals[end]:
        return False  # "an Assyrian city"
    if start == 0 and _is_defined(scan, end):
        return True
    if words[start] in _UNITS or after in _KIN:
        return False
    if whole > end or any(mark.end == start for mark in scan.of("deed")):
        return True
    if after in MANY and whole not in scan.tokens.glued:
        return True
    if after == "and" and whole + 2 < len(words) and words[whole + 2] in MANY:
        return scan.tokens.capitals[whole + 1]  # "the X and Y districts"
    if words[start] in _TOPONYMS and end - start > 1:
        return True
    lead = words[start - 2] if start > 1 else ""
    if before == "of" and lead:
        return lead in NOUNS or lead in MANY or lead in DIRECTIONS or lead in _PARTS or lead == ","
    if after == "'s" and before not in INSIDE:
        return False
    if before == "on":
        return lead in _MOVING
    if before in INSIDE:
        return after not in ("said", "told") or before in ("in", "near")
    if before == "the" and lead in ("in", "near", "at"):
        return after in NOUNS
    if before in ("from", "to", "between"):
        return whole - start <= 3 and {"mr", "gen"}.isdisjoint(words[start:whole])
    return (
        before in SETTLEMENTS
        or before in REACHING
        or (before in DIRECTIONS and not scan.tokens.capitals[start - 1])
    )
