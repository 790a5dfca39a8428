"""What a place phrase names: the name itself, and the words that say what kind of place it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from summarizer.checking.gazetteer.keys import MAX_NAME
from summarizer.checking.gazetteer.lists import nations, word_lists


class Sort(Enum):
    """The kind of place that a word beside the name speaks of."""

    PROVINCE = "province"
    DISTRICT = "district"
    TOWN = "town"
    AROUND = "around"
    """The outskirts, suburbs or countryside of a town."""
    SPOT = "spot"
    """A base, airport, river, road, camp: not in the gazetteer, but its name may be a town's."""


_REMEMBERED = 4096
"""Phrases whose reading is kept: the same places are named in one article after the other."""

_DETERMINERS = frozenset(["the", "a", "an", "el-", "this", "that", "its", "their"])
_OF = frozenset(["of", "de", "del", "du", "d'"])


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a place phrase."""

    name: str
    sort: Sort | None = None
    """What a word beside the name says it is; None where none does."""
    part: bool = False
    """Whether only a part of the place is meant: "northern Syria", "eastern Aleppo"."""


def readings(phrase: str) -> list[Reading]:
    """Return the ways to read a phrase, the most literal first; none where it names nothing ("the town").

    >>> [(reading.name, reading.sort) for reading in readings("the northern Anbar province")][-1]
    ('Anbar', <Sort.PROVINCE: 'province'>)
    """
    return list(_readings(phrase[:MAX_NAME]))


@lru_cache(maxsize=_REMEMBERED)
def _readings(phrase: str) -> tuple[Reading, ...]:
    words = phrase.split()
    while words and words[0].lower() in _DETERMINERS:
        words = words[1:]
    if not any(map(_is_named, words)):
        return ()
    if all(_is_common(word) for word in words):
        # "Plateau State" and "Northern Province" are names, "the province" is none
        kind = sort_of(words[-1].lower())
        named = len(words) > 1 and all(map(_is_named, words)) and kind in (Sort.PROVINCE, Sort.DISTRICT)
        return (Reading(" ".join(words)),) if named else ()
    found = [Reading(" ".join(words))]
    sort: Sort | None = None
    part = False
    while len(words) > 1:
        stripped, word_sort, word_part = _strip(words)
        if stripped == words:
            break
        words, sort, part = stripped, sort or word_sort, part or word_part
        while len(words) > 1 and words[0].lower() in _DETERMINERS:
            words = words[1:]
        if all(_is_common(word) for word in words):
            break
        found.append(Reading(" ".join(words), sort, part))
    before = len(words_before(" ".join(words)).split())
    if before:
        found.append(Reading(" ".join(words[before:]), sort, part))
    return tuple(found)


def words_before(phrase: str) -> str:
    """Return the words in small letters before a name: "areas north of" before "areas north of Raqqa"."""
    words = phrase[:MAX_NAME].split()
    for index, word in enumerate(words):
        if _is_named(word):
            return " ".join(words[:index])
    return ""


def _is_named(word: str) -> bool:
    """Whether a word may be a name's: it has a capital, or a letter of a script without any."""
    return any(c.isalpha() and not c.islower() for c in word)


def _strip(words: list[str]) -> tuple[list[str], Sort | None, bool]:
    """Take one word of kind or direction off a phrase: its last, "province of", or its first."""
    first, last = words[0].lower().rstrip(",."), words[-1].lower().rstrip(",.")
    last_sort = sort_of(last)
    if last_sort is not None:
        return words[:-1], last_sort, False
    first_sort = sort_of(first)
    if first_sort is not None:
        return _after_of(words[1:]), first_sort, False
    if first in _directions():
        rest = _after_of(words[1:])
        return (rest, None, True) if len(rest) == len(words) - 1 else (rest, Sort.AROUND, False)
    return (words[1:] if first in _demonyms() else words), None, False


def _after_of(words: list[str]) -> list[str]:
    return words[1:] if len(words) > 1 and words[0].lower() in _OF else words


@cache
def _directions() -> frozenset[str]:
    return word_lists("others")["directions"]


@cache
def _common() -> frozenset[str]:
    return word_lists("others")["common"] | _directions() | _demonyms() | frozenset(_sorts())


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(name.lower() for nation in nations() for name in nation.demonyms)


@cache
def _sorts() -> dict[str, Sort]:
    return {word: Sort(name) for name, group in word_lists("kinds").items() for word in group}


def sort_of(word: str) -> Sort | None:
    """Return the kind of place that a word in small letters stands for, None for any other word."""
    return _sorts().get(word)


def _is_common(word: str) -> bool:
    return word.lower().strip(",.'\"“”’") in _common()


def without_kind_words(name: str) -> str:
    """Return a division's name without the word for its kind: "Rivne Oblast" gives Rivne."""
    words = name.split()
    while len(words) > 1 and sort_of(words[-1].lower()) in (Sort.PROVINCE, Sort.DISTRICT, Sort.TOWN):
        words = words[:-1]
    while len(words) > 1 and sort_of(words[0].lower()) in (Sort.PROVINCE, Sort.DISTRICT):
        words = _after_of(words[1:])
    return " ".join(words)


def parts_of(phrase: str) -> list[str]:
    """Return a name and the larger places written with it, the name first.

    >>> parts_of("Sangin, Helmand (Afghanistan)"), parts_of("Iraq's Anbar province")
    (['Sangin', 'Helmand', 'Afghanistan'], ['Anbar province', 'Iraq'])
    """
    return list(_parts_of(phrase[: 3 * MAX_NAME]))


@lru_cache(maxsize=_REMEMBERED)
def _parts_of(phrase: str) -> tuple[str, ...]:
    flat = phrase
    for mark in "()[];،":
        flat = flat.replace(mark, ",")
    parts = [part for part in (piece.strip(" .") for piece in flat.split(",")) if part]
    for mark in ("'s ", "’s "):
        owner, _, owned = parts[0].partition(mark) if parts else ("", "", "")
        # "Ra's al-Ayn" is one name
        if len(owner) > 3 and _is_named(owned):
            return owned, owner, *parts[1:]
    return tuple(parts)
