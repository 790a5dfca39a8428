"""Names of places that name no place here: a state that acts or owns, an office that is in charge of one."""

from __future__ import annotations

from summarizer.patterns.lexicon import Mark
from summarizer.patterns.place_words import DIRECTIONS, NOUNS, PREPOSITIONS, REACHING
from summarizer.patterns.scan import Scan


def names_a_party(scan: Scan, mark: Mark, end: int) -> bool:
    """Tell whether a state or capital acts or qualifies here and is no place: "US-led", "Iraq's army"."""
    words = scan.words
    after = words[end] if end < len(words) else ""
    if end in scan.tokens.glued:
        return True
    if after == "'s" and any(group.start in (end, end + 1) for group in scan.groups):
        return True
    before = words[mark.start - 1] if mark.start else ""
    if mark.entry.kind == "nation" and end == mark.end:
        short = words[mark.start] in _ABBREVIATED
        if (short or before in _WHOSE) and _qualifies(scan, mark, end):
            return True
        if before in _ADDRESSING and _is_addressed(scan, mark, before):
            return True
        if before == "," and end_of_row(scan, mark) in _verbs(scan):
            return True
    return (
        mark.entry.kind != "place"
        and before not in PREPOSITIONS
        and before not in DIRECTIONS
        and before not in (",", "(", "and", "both", ":", ";", "*", "/")
        and before not in REACHING
        and not any(deed.end == mark.start for deed in scan.of("deed"))
    )


def end_of_row(scan: Scan, mark: Mark) -> int:
    """Return where a row of states that a state begins or goes on with ends: "X, Y and Z"."""
    words = scan.words
    states = {other.start: other.end for other in scan.of("nation")}
    end = mark.end
    while end < len(words) and words[end] in (",", "and"):
        at = end + 1 + (words[end + 1 : end + 2] == ["and"])
        if at not in states:
            return end
        end = states[at]
    return end


def _verbs(scan: Scan) -> set[int]:
    """Return where finite verbs of deeds begin, and those of joining in."""
    found = {mark.start for mark in scan.of_any("deed", "light") if mark.entry.info in _FINITE}
    found.update(index for index, word in enumerate(scan.words) if word in _JOINING)
    return found


_FINITE = frozenset(("finite", "participle"))
_JOINING = frozenset("joined join have has are agreed contributed provided sent took".split())
_ADDRESSING = frozenset(("of", "the", "to", "on", "between"))


def _is_addressed(scan: Scan, mark: Mark, before: str) -> bool:
    """Tell whether a state is a party to what is said: "the people of X", "aid to X", "we call on X"."""
    words = scan.words
    at = mark.start - (2 if before == "the" else 1)
    leading = words[at] if at >= 0 else ""
    lead = words[at - 1] if at > 0 else ""
    if leading == "of":
        return lead in _BODIES
    if leading == "to":
        return lead in _GIVEN
    if leading == "on":
        return not any(event.end == at for event in scan.of_any("event", "generic", "deed"))
    return leading == "between" and lead not in _BORDERS


_BODIES = frozenset(
    (
        "government people president king army forces military ministry minister embassy parliament "
        "ambassador friends leaders regime authorities republic kingdom"
    ).split()
)
_GIVEN = frozenset("support assistance aid help threat commitment message appeal thanks condolences".split())
_BORDERS = frozenset("border borders frontier boundary road route crossing line highway".split())


_WHOSE = frozenset(("of", "to", "for", "by", "on", "the", "both", ""))


def _qualifies(scan: Scan, mark: Mark, end: int) -> bool:
    """Tell whether a state only says whose something is: "U.S. service members", "Iraq's new budget"."""
    words = scan.words
    following = words[end : end + 2]
    if following[:1] == ["'s"]:
        noun = following[1] if len(following) > 1 else ""
        named = scan.tokens.capitals[end + 1 : end + 2] == [True]
        return not named and noun not in DIRECTIONS and noun not in NOUNS
    short = words[mark.start] in _ABBREVIATED
    return short and bool(following) and following[0].isalpha() and following[0] not in _FUNCTION_WORDS


_ABBREVIATED = frozenset(("u.s.", "us", "u.s.a.", "usa", "uk", "u.k.", "uae"))
_FUNCTION_WORDS = frozenset(
    (
        "and or but as in on at to from of for by with against after before when while where who which that "
        "is are was were has have had will would since because if than"
    ).split()
)


def names_an_office(words: list[str], start: int) -> bool:
    """Tell whether a place only tells what somebody is in charge of: "the envoy for the Sarn valley"."""
    at = start - 1
    if at > 0 and words[at] == "the":
        at -= 1
    if at <= 0 or words[at] not in ("for", "to"):
        return False
    at -= 1
    while at > 0 and words[at] in _OF_OFFICES:
        at -= 1
    return words[at] in _OFFICES


_OF_OFFICES = frozenset(
    "of state general security humanitarian special deputy affairs policy plenipotentiary".split()
)
"""What may stand between an office and where it is held."""


_OFFICES = frozenset(
    (
        "minister ministers secretary envoy representative coordinator adviser advisor rapporteur ambassador "
        "commissioner"
    ).split()
)
