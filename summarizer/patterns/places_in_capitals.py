"""Names of places in texts all in capitals, told by the nouns and little words beside them."""

from __future__ import annotations

from summarizer.patterns.ordinary import ordinary
from summarizer.patterns.place_words import NOT_PLACES, NOUNS, PREPOSITIONS, REGIONS
from summarizer.patterns.scan import Scan

_CAPS_LEADS = frozenset(
    (
        "town city village hamlet department municipality canton neighborhood district province port "
        "commune suburb intendancy state community farm ranch hacienda area "
        "settlement jurisdiction vicinity outskirts highway"
    ).split()
)


def in_capitals(scan: Scan, index: int, blocked: set[int]) -> tuple[int, bool]:
    """Find names in a text all in capitals by their nouns: "CITY OF X", "IN X Y DEPARTMENT", "VICINITY OF
    X"."""
    words = scan.words
    if index == 0 or words[index - 1] not in CAPS_BEFORE:
        return index, False
    if words[index - 1] == "of" and index > 1 and words[index - 2] in _CAPS_LEADS:
        end = index
        while end < len(words) and end - index < 4 and _name_like(scan, end, blocked):
            end += 1
        if end > index:
            return end, words[index - 2] in REGIONS
    before = words[index - 1]
    if before in CAPS_BEFORE:
        end = index
        while (
            end < len(words)
            and end - index < 4
            and words[end] not in NOUNS
            and _name_like(scan, end, blocked)
        ):
            end += 1
        if end > index and end < len(words) and words[end] in _CAPS_NOUNS:
            return end + 1, words[end] in REGIONS
        # "IN SOYAPANGO." or "IN X, Y DEPARTMENT": one or two unknown words between a preposition and a stop
        if before in ("in", "near") and index < end <= index + 2 and _stops(words, end):
            return end, False
        # "ON THE ROAD FROM X TO Y"
        if before in ("from", "to") and words[index - 2] in _WAYS and index < end <= index + 2:
            return end, False
        # "ROAD LINKING X AND Y"
        if before in ("linking", "between") and index < end <= index + 2 and words[end : end + 1] == ["and"]:
            return end, False
    return index, False


SAINTS = frozenset("san santa santo sao".split())
"""With which names of towns begin, and of nobody."""


def of_a_saint(scan: Scan, index: int, blocked: set[int]) -> int:
    """Return the end of a name that begins with a saint: "IN SAN JUAN X", "IN SANTA ROSA DE X"; the token
    itself where nothing leads to a place."""
    words = scan.words
    if index == 0 or words[index - 1] not in CAPS_BEFORE:
        return index
    end = index + 1
    while end < len(words) and end - index < 5 and end not in blocked and words[end].isalpha():
        if not (_name_like(scan, end, blocked) or end == index + 1 or words[end - 1] in ("de", "la", "los")):
            break
        end += 1
    while words[end - 1] in ("de", "del", "la", "los", "las", "el"):
        end -= 1
    return end if end - index > 1 and words[index + 1] not in NOUNS else index


def longer(scan: Scan, end: int, blocked: set[int]) -> int:
    """Take in what a known name is only the beginning of: "SAN VICENTE DE LA X"."""
    words = scan.words
    if words[end : end + 1] not in (["de"], ["del"]):
        return end
    last = end + 1
    while words[last : last + 1] and words[last] in ("la", "las", "los", "el"):
        last += 1
    if last < len(words) and (_name_like(scan, last, blocked) or words[last] in _known_starts(scan)):
        return last + 1
    return end


def _known_starts(scan: Scan) -> set[str]:
    return {scan.words[mark.start] for mark in scan.of_any("place", "nation", "capital")}


_WAYS = frozenset(("road", "highway"))
CAPS_BEFORE = frozenset(
    "in near at , from to around of between linking the on barrio colonia canton hamlet town village".split()
)
"""Behind one of these a name may begin, and behind no other word."""


_CAPS_NOUNS = frozenset(
    (
        "department province district municipality canton jurisdiction neighborhood village city town "
        "commune sector suburb intendancy hamlet state region barracks park square farm ranch hacienda "
        "area zone community "
        "airport volcano hill highway avenue street port county"
    ).split()
)


def _stops(words: list[str], end: int) -> bool:
    return (
        end >= len(words)
        or words[end] in (",", ".", ";", "[", "(")
        or words[end] in ("department", "when", "where")
    )


def _name_like(scan: Scan, index: int, blocked: set[int]) -> bool:
    words = scan.words
    if (
        index in blocked
        or not words[index].isalpha()
        or words[index] in PREPOSITIONS
        or words[index] in NOT_PLACES
    ):
        return False
    if words[index] in ("de", "la", "el", "los", "las", "del", "san", "santa"):
        return True
    return not ordinary(words[index])
