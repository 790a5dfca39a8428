"""People called by name: which names and descriptions of a list are one person, and how old he or she is."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import NamedTuple

from summarizer.patterns.group import Group
from summarizer.patterns.marked import Marked

_NUMBERS = {
    word: number for number, word in enumerate("one two three four five six seven eight nine".split(), 1)
} | {"a": 1, "an": 1, "the": 1}


_MANY = 40
_START = attrgetter("start")


class Named(NamedTuple):
    """A person of a text."""

    name: str
    age: int | None
    description: str | None
    """As written: "a schoolteacher"."""


def without_naming(words: list[str], chain: list[Group]) -> list[Group]:
    """Return a list of groups without what only tells more of the one before.

    "Two guards, X and Y" are two guards, not four people; "X, a judge, and two guards" are X and two guards.
    """
    if len(chain) < 2 or not any(group.head.kind == "name" for group in chain):
        return chain
    kept: list[Group] = []
    index = 0
    while index < len(chain):
        group = chain[index]
        kept.append(group)
        index += 1
        if index == len(chain) or words[group.end : chain[index].start] not in ([","], ["-", "-"], []):
            continue
        if group.head.kind == "name":
            if _describes(chain[index]):
                index += 1
                while index < len(chain) and _goes_on_describing(words, chain[index - 1], chain[index]):
                    index += 1
            continue
        names = index
        while names < len(chain) and chain[names].head.kind == "name":
            names += 1
        if names - index == _size(words, group) or (
            names > index and group.definite and group.amount is None
        ):
            index = names
    return kept


def _names_them(words: list[str], group: Group, names: int, last: bool) -> bool:
    """Tell whether so many names are those of a group: all of them, or the ones that are known as names."""
    size = _size(words, group)
    if names == size:
        return True
    return names > 0 and ((last and names < size) or (group.definite and group.amount is None))


def _goes_on_describing(words: list[str], last: Group, group: Group) -> bool:
    """Tell whether "and" joins one more word for the same person: "X, party leader and former rebel"."""
    joined = words[last.end : group.start] == ["and"]
    return joined and _describes(group) and not group.determiner and not last.determiner


def _describes(group: Group) -> bool:
    return group.head.kind != "name" and group.amount is None and not group.plural


def _size(words: list[str], group: Group) -> int:
    """Return how many people a group is: 1 for a single one, 0 where it does not say."""
    if group.amount is None:
        return 0 if group.plural else 1
    if group.amount.end - group.amount.core != 1:
        return 0
    return size_of(words[group.amount.core])


def size_of(word: str) -> int:
    """Return a small number that is a word or digits: "two", "12", "a" is one; 0 for anything else."""
    return int(word) if word.isdecimal() and len(word) < 3 else _NUMBERS.get(word, 0)


def persons_of(sentence: Marked, groups: list[Group], group: Group) -> list[Named]:
    """Return the people of a group who are called by name: itself, or those behind: "two guards, X and Y"."""
    if group.head.kind == "name":
        return [_person(sentence, groups, group, None)]
    words = sentence.words
    index = bisect_left(groups, group.end, key=_START)
    found: list[Group] = []
    end = group.end
    while index < len(groups) and groups[index].head.kind == "name" and len(found) < _MANY:
        between = words[end : groups[index].start]
        leads = between in ([","], [], ["-", "-"], ["("], [":"]) if not found else _lists(between)
        if not leads:
            break
        found.append(groups[index])
        end = groups[index].end
        index += 1
    if not found:
        found, index, end = _behind_colon(words, groups, group)
    last = index == len(groups) or not _lists(words[end : groups[index].start])
    if not found or not _names_them(words, group, len(found), last):
        return []
    description = sentence.span(group.start, group.end) if _size(words, group) == 1 else None
    return [_person(sentence, groups, name, description) for name in found]


def _behind_colon(words: list[str], groups: list[Group], group: Group) -> tuple[list[Group], int, int]:
    """Return the names listed behind a colon, "three were killed: X, a clerk; and Y", the index of the next
    group, and where the last name ends."""
    found: list[Group] = []
    lead = words[group.end : group.end + _CLAUSE]
    end = group.end + lead.index(":") if ":" in lead else 0
    index = bisect_left(groups, end, key=_START) if end else len(groups)
    if not end or (index < len(groups) and groups[index].start != end + 1):
        return found, index, group.end
    while index < len(groups) and len(found) < _MANY:
        if groups[index].head.kind == "name" and words[groups[index].start - 1] in (":", ";", ",", "and"):
            found.append(groups[index])
            end = groups[index].end
        elif words[groups[index].start - 1] in (":", ";", "and"):
            break
        index += 1
    return found, len(groups), end


_CLAUSE = 6
"""Words between a group and the colon behind its verb."""


def _lists(between: list[str]) -> bool:
    return len(between) < 9 and bool(between) and ("and" in between or "," in between)


def _person(sentence: Marked, groups: list[Group], name: Group, description: str | None) -> Named:
    if description is None:
        description = _described(sentence, groups, name)
    return Named(sentence.span(name.core, name.end), age_behind(sentence.words, name.end), description)


def _described(sentence: Marked, groups: list[Group], name: Group) -> str | None:
    """Return the group that tells what somebody is: "the schoolteacher X", "X, 23, a schoolteacher"."""
    words = sentence.words
    index = bisect_left(groups, name.start, key=_START)
    for group in (*groups[max(0, index - 1) : index], *groups[index + 1 : index + 2]):
        if group.head.kind == "name" or group.amount is not None or group.plural:
            continue
        if group.end == name.start:
            return sentence.span(group.start, group.end)
        between = words[name.end : group.start]
        if group.start >= name.end and (
            between == [","] or (len(between) == 3 and between[0] == between[2] == ",")
        ):
            return sentence.span(group.start, group.end)
    return None


def age_behind(words: list[str], end: int) -> int | None:
    """Return the age that stands behind a name: "X, 23,", "X (23)", "X, aged 23", "X, a 23-year-old"."""
    position = end
    if words[position : position + 1] not in ([","], ["("]):
        return None
    position += 1
    while words[position : position + 1] and words[position] in ("aged", "a", "an", "age"):
        position += 1
    word = words[position] if position < len(words) else ""
    if not word.isdecimal() or not 0 < int(word) < 120:
        return None
    after = words[position + 1] if position + 1 < len(words) else "."
    years = words[position + 1 : position + 4] in (["year", "old"], ["years", "old"]) or after in (
        "year",
        "years",
    )
    return int(word) if years or after in (",", ")", ".", ";", "and", "who", "from", "of", "-") else None
