"""What the words before a place name make of it: in it, near it, or on the road from it."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from summarizer.checking.gazetteer.lists import word_lists
from summarizer.checking.gazetteer.phrases import Sort, sort_of

_LOOKED_AT = 200
_REMEMBERED = 1024
"""Relations whose reading is kept: "in", "near" and "north of" stand in one article after the other."""
_WORD = re.compile(r"[\w'’-]+")


class Relation(Enum):
    """Where the event is, seen from the place that the text names."""

    IN = "in"
    NEAR = "near"
    ROAD = "road"


def relation_of(relation: str | None) -> Relation:
    """Return what the words before a name say.

    >>> relation_of("12 kilometres north of"), relation_of("in the north of")
    (<Relation.NEAR: 'near'>, <Relation.IN: 'in'>)
    """
    return _relation_of((relation or "")[:_LOOKED_AT])


@lru_cache(maxsize=_REMEMBERED)
def _relation_of(relation: str) -> Relation:
    known = word_lists("relations")
    words = _words(relation)
    if any(word in known["road"] for word in words):
        return Relation.ROAD
    if any(word in known["near"] for word in words) or any(word[0].isdigit() for word in words):
        return Relation.NEAR
    for index, word in enumerate(words):
        # "(in) the north of Syria" is in Syria; "(to the) north of Mosul" is not in Mosul
        inside = words[index - 1 : index] == ["the"] and words[index - 2 : index - 1] != ["to"]
        if word in known["compass"] and "of" in words[index:] and not inside:
            return Relation.NEAR
    return Relation.IN


def sort_before(relation: str | None) -> Sort | None:
    """Return the kind of place that the words before a name end in: "in the town of" says a town."""
    return _sort_before((relation or "")[:_LOOKED_AT])


@lru_cache(maxsize=_REMEMBERED)
def _sort_before(relation: str) -> Sort | None:
    words = _words(relation)
    while words and words[-1] in ("of", "the", "de", "del", "du"):
        words.pop()
    sort = sort_of(words[-1]) if words else None
    return sort if sort in (Sort.PROVINCE, Sort.DISTRICT, Sort.TOWN) else None


def _words(relation: str) -> list[str]:
    return _WORD.findall(relation.lower())
