"""Who stands before a verb and who behind it: the slots of a clause, found without a parser."""

from __future__ import annotations

from summarizer.patterns.clause_words import (
    BE,
    BREAKS,
    PREPOSITIONS,
    before_verb,
    group_before,
    group_from,
    is_adverb,
    passive,
)
from summarizer.patterns.group import Group
from summarizer.patterns.listing import out_of_them, row
from summarizer.patterns.scan import Scan
from summarizer.patterns.subjects import among_others, subject

__all__ = [
    "BE",
    "agents",
    "among_others",
    "before_verb",
    "group_before",
    "group_from",
    "is_adverb",
    "objects",
    "out_of_them",
    "passive",
    "row",
    "subject",
]


def objects(scan: Scan, end: int, verbs: list[int], reach: int = 3) -> list[Group]:
    """Return the groups that are the object of a verb that ends before token `end`."""
    index = group_from(scan, end)
    if index >= len(scan.groups):
        return []
    group = scan.groups[index]
    between = scan.words[end : group.start]
    if len(between) == 3 and between[0] in _ARTICLES and between[2] == "and":
        between = between[:2]  # "shot dead the barber and two customers"
    if len(between) > reach or not _NO_OBJECT.isdisjoint(between):
        return row(scan, index, verbs) if _thing_of(between) else []
    return row(scan, index, verbs)


def _thing_of(between: list[str]) -> bool:
    """Tell whether what is attacked is somebody's: "ambushed a convoy of the militia"."""
    if between[-1:] == ["the"]:
        between = between[:-1]
    return len(between) < _NEAR and between[-1:] == ["of"] and between[-2:-1] != [] and between[-2] in _THINGS


_NEAR = 6

_THINGS = frozenset(
    (
        "convoy convoys vehicle vehicles base camp camps post posts outpost outposts position positions "
        "checkpoint headquarters barracks patrol team group column truck bus stronghold hideout"
    ).split()
)

_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their"))

_NO_OBJECT = BREAKS | PREPOSITIONS | {",", "and", "."}


def agents(scan: Scan, end: int, verbs: list[int], reach: int = 10) -> list[Group]:
    """Return the groups of a "by" phrase behind a passive or a noun: "shot by gunmen"."""
    if "by" not in scan.vocabulary:
        return []
    words = scan.words
    for position in range(end, min(end + reach, len(words) - 1)):
        word = words[position]
        if word == "by":
            index = group_from(scan, position + 1)
            if index < len(scan.groups) and _led_to(words, position + 1, scan.groups[index].start):
                return row(scan, index, verbs)
            return []
        if word in BREAKS or word in (",", "and"):
            return []
    return []


def _led_to(words: list[str], start: int, end: int) -> bool:
    """Tell whether a group stands right behind a "by", or is what a band consists of: "by a band of about
    thirty rebels"."""
    between = words[start:end]
    if len(between) < 3:
        return True
    return len(between) < 7 and "of" in between and not _BANDS.isdisjoint(between)


_BANDS = frozenset("group groups band bands cell squad commando column gang unit members faction".split())
