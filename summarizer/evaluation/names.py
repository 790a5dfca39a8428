"""When two names are the same: rules `names` and `place-names` of docs/evaluation.md."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from summarizer.evaluation.words import (
    COUNTRIES,
    DEMONYMS,
    DROPPED,
    GENERIC,
    HEAD_ENDS,
    PLACE_NOUNS,
    SAME,
)

_WEAK = GENERIC | COUNTRIES
_ENOUGH = 0.5
_ENOUGH_FOR_PLACES = 0.67
_NEARLY_ALL = 0.8


class Parsed(NamedTuple):
    """A name as its set of words and the head of its first phrase."""

    words: frozenset[str]
    head: str


def same_name(predicted: str, alias: str, *, place: bool = False) -> bool:
    """Return whether two strings name the same actor or victim; with `place`, the same place."""
    one, other = parse_name(predicted), parse_name(alias)
    if not one.words or not other.words:
        return False
    if one.words == other.words:
        return True
    weak = PLACE_NOUNS if place else _WEAK
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if short.words <= long.words and (short.words - weak or (not place and long.head in short.words)):
        return True
    shared = one.words & other.words
    overlap = 2 * len(shared) / (len(one.words) + len(other.words))
    if place:
        return overlap >= _ENOUGH_FOR_PLACES and bool(shared - weak)
    return (overlap >= _ENOUGH and bool(shared - weak)) or overlap >= _NEARLY_ALL


def any_same_name(predicted: str, aliases: Iterable[str], *, place: bool = False) -> bool:
    """Return whether a predicted name is one of the gold's aliases."""
    return any(same_name(predicted, alias, place=place) for alias in aliases)


@lru_cache(maxsize=65_536)
def parse_name(name: str) -> Parsed:
    """Return the words of a name, normalised, and its head word."""
    folded = _folded(name)
    words = _words(folded)
    first = next((phrase for phrase in HEAD_ENDS.split(folded) if phrase.strip()), folded)
    head = (_words(first) or words or [""])[-1]
    return Parsed(frozenset(words), head)


def _folded(name: str) -> str:
    """Lower case, without accents, one spelling for the few names that have many."""
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().replace("’", "'")
    for pattern, word in SAME:
        plain = pattern.sub(word, plain)
    return re.sub(r"'s\b", " ", plain)


def _words(folded: str) -> list[str]:
    return [_singular(word) for word in re.findall(r"[^\W_]+", folded) if word not in DROPPED]


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return DEMONYMS.get(word, word)
