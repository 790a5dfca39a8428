"""Names of places in texts all in capitals, told by the nouns and little words beside them."""

from __future__ import annotations

from summarizer.patterns.ordinary import ordinary
from summarizer.patterns.place_words import NOT_PLACES, NOUNS, PREPOSITIONS, REGIONS
from summarizer.patterns.scan import Scan

_CAPS_LEADS = frozenset(
    (
        "town city village hamlet department municipality canton neighborhood district province port "
        "settlement jurisdiction vicinity outskirts highway"
    ).split()
)


def in_capitals(scan: Scan, index: int, blocked: set[int]) -> tuple[int, bool]:
    """Find names in a text all in capitals by their nouns: "CITY OF X", "IN X Y DEPARTMENT", "VICINITY OF
    X"."""
    words = scan.words
    if index == 0 or words[index - 1] not in _CAPS_BEFORE:
        return index, False
    if words[index - 1] == "of" and index > 1 and words[index - 2] in _CAPS_LEADS:
        end = index
        while end < len(words) and end - index < 4 and _name_like(scan, end, blocked):
            end += 1
        if end > index:
            return end, words[index - 2] in REGIONS
    before = words[index - 1]
    if before in _CAPS_BEFORE:
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
        # "ROAD LINKING X AND Y"
        if before in ("linking", "between") and index < end <= index + 2 and words[end : end + 1] == ["and"]:
            return end, False
    return index, False


_CAPS_BEFORE = frozenset(
    ("in", "near", "at", ",", "from", "to", "around", "of", "between", "linking", "the", "on")
)


_CAPS_NOUNS = frozenset(
    (
        "department province district municipality canton jurisdiction neighborhood village city town "
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
