"""Where it happened: names of places with the words that lead to them and the larger places around them."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.patterns.lexicon import wordset
from summarizer.patterns.place_names import place_spans
from summarizer.patterns.place_words import DIRECTIONS, NOUNS, PREPOSITIONS, REGIONS
from summarizer.patterns.scan import Scan, once


class PlaceName(NamedTuple):
    """A named place; `start` and `end` are the tokens of the name itself."""

    start: int
    end: int
    name: str
    preposition: str
    """The word that leads to it, "" where none does."""
    relation: str | None
    """"12 kilometres north of", "near", "on the road between"; None for plain "in" and "at"."""
    within: tuple[str, ...]
    region: bool
    """Whether it is a province, a country or the like, not a spot in it."""


_UNITS = wordset("places", "units")
_STRUCK = "hit"
"""Stands for the verb in a place that is itself attacked: "jets bombed Idlib"."""
_RELATIONS = frozenset(["near", "outside", "between", "beyond", "off", "above"])


@once
def find_places(scan: Scan) -> list[PlaceName]:
    """Return the places of a sentence in order, each with what encloses it.

    "in the town of Anah in Anbar Province" gives Anah within Anbar Province.
    """
    places: list[PlaceName] = []
    for start, end, region in place_spans(scan):
        place = _described(scan, start, end, region)
        if place is not None:
            places.append(place)
    return _nested(scan, places)


def _described(scan: Scan, start: int, end: int, region: bool) -> PlaceName | None:
    """Add what leads to a name: its preposition, and a relation where the event is not in it."""
    words = scan.words
    at = start
    while at and (words[at - 1] in _LEADING or (at > 1 and _is_numbered(words, at))):
        if words[at - 1] == "of" and at > 1 and words[at - 2] in DIRECTIONS:
            return _at_distance(scan, start, end, at - 1, region)
        at -= 1
    preposition = words[at - 1] if at and words[at - 1] in PREPOSITIONS else ""
    if not preposition and at < start:
        preposition = _before_adjectives(words, at)
    if not preposition and any(mark.end == at for mark in scan.of("deed")):
        preposition = _STRUCK
    relation = None
    if preposition in _RELATIONS:
        relation = scan.span(at - 1, start)
        if preposition == "between" and at > 2 and words[at - 2] in ("road", "highway"):
            relation = scan.span(max(0, at - 4) if words[at - 4 : at - 3] == ["on"] else at - 2, start)
    elif at < start and not _SPOTS.isdisjoint(words[at:start]):
        relation = scan.span(max(0, at - 1), start)
    elif preposition == "from" and _distance_before(words, at - 1) is not None:
        relation = scan.span(_distance_before(words, at - 1) or 0, start)
    elif preposition == "to" and _distance_before(words, at - 1) is not None:
        return None
    elif preposition in ("from", "to") and at > 2 and words[at - 2] in _WAYS:
        relation = scan.span(at - 4 if words[at - 4 : at - 2] == ["on", "the"] else at - 2, start)
    return PlaceName(start, end, scan.span(start, end), preposition, relation, (), region)


_WAYS = frozenset(("road", "highway"))


def _is_numbered(words: list[str], at: int) -> bool:
    """Tell whether a number before the token tells one of many: "in Zone 12 of"."""
    return words[at - 1].isdecimal() and words[at - 2] in NOUNS


def _before_adjectives(words: list[str], at: int) -> str:
    """Return the preposition before adjectives of a kind of place: "in the besieged Ukrainian city of X"."""
    for back in range(at - 1, max(at - _ADJECTIVES, 0) - 1, -1):
        word = words[back]
        if word in PREPOSITIONS:
            return word
        if word in ("the", "a", "an"):
            before = words[back - 1] if back and words[back - 1] in PREPOSITIONS else ""
            inside = before == "of" and back > 2 and words[back - 2] in _INNER
            return _before_adjectives(words, back - 2) if inside else before
        if not word.isalpha():
            return ""
    return ""


_ADJECTIVES = 4


_SPOTS = frozenset(["outskirts", "vicinity", "edge", "suburbs"])
_INNER = frozenset("heart center centre middle part parts area streets".split())
"""Words for what lies inside a place: "in the heart of Tame" is in Tame."""
_LEADING = DIRECTIONS | NOUNS | _SPOTS | _INNER | {"the", "of", "'s"}


def _at_distance(scan: Scan, start: int, end: int, of: int, region: bool) -> PlaceName:
    """Read "12 kilometres north of X", "south of X"."""
    words = scan.words
    first = of - 1
    while first and words[first - 1] in DIRECTIONS:
        first -= 1
    distance = _distance_before(words, first)
    first = distance if distance is not None else first
    return PlaceName(start, end, scan.span(start, end), "of", scan.span(first, start), (), region)


def _distance_before(words: list[str], position: int) -> int | None:
    """Return where a distance that ends before the token begins: "12 kilometers (7.5 miles) to the"."""
    at = position
    while at and words[at - 1] in ("to", "the", ")"):
        if words[at - 1] == ")":
            opening = at - 1
            while opening and at - opening < 6 and words[opening] != "(":
                opening -= 1
            at = opening
            continue
        at -= 1
    if at and words[at - 1] in _UNITS:
        at -= 1
        while at and (
            words[at - 1][0].isdigit()
            or words[at - 1] in ("about", "some", "around", "than", "more", "least", "few", "just")
            or (words[at - 1].isalpha() and words[at - 1] in _NUMBER_WORDS)
        ):
            at -= 1
        return at
    return None


_NUMBER_WORDS = frozenset(
    (
        "two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty hundred "
        "several dozen"
    ).split()
)


def _nested(scan: Scan, places: list[PlaceName]) -> list[PlaceName]:
    """Put a larger place named right behind a smaller one into its `within`: "in X, Y province, Z"."""
    if len(places) < 2:
        return places
    words = scan.words
    kept: list[PlaceName] = []
    position = 0
    listed = _listed(scan, places)
    while position < len(places):
        place = places[position]
        within: list[str] = []
        end = place.end
        while position + 1 < len(places):
            if position + 1 in listed:
                break
            following = places[position + 1]
            between = words[end : following.start]
            if between == ["'s"] and within:
                # "Telma in Varosia's Orvel state": the name behind lies between the two before it
                within.insert(len(within) - 1, following.name)
            elif between == ["'s"]:
                # "Anbar's Anah", "northern Iraq's Kirkuk": the larger place comes first
                larger, place = place, following
                within = [larger.name, *within]
                place = place._replace(preposition=larger.preposition or place.preposition)
            elif _encloses(between, following) and following.relation is None:
                within.append(following.name)
                within.extend(following.within)
            else:
                break
            end = following.end
            position += 1
        kept.append(place._replace(within=tuple(within)) if within else place)
        position += 1
    return kept


def _listed(scan: Scan, places: list[PlaceName]) -> set[int]:
    """Return the positions of places that go on with a list and enclose nothing: "in X, Y, Z and W"; a state
    lies in no other state."""
    listed: set[int] = set()
    words = scan.words
    nations = {mark.start for mark in scan.of("nation")}
    first = 0
    for position in range(1, len(places)):
        place, before = places[position], places[position - 1]
        between = words[before.end : place.start]
        if between in (["and"], [",", "and"]):
            if position - first > 2 or (position - first == 2 and not before.region):
                listed.update(range(first + 1, position))
            first = position
        elif between != [","]:
            first = position
        elif place.start in nations and before.start in nations:
            listed.add(position)
    return listed


def _encloses(between: list[str], following: PlaceName) -> bool:
    plain = [
        word
        for word in between
        if word not in DIRECTIONS and word not in ("the", "'s") and word not in REGIONS
    ]
    if plain in ([","], ["("], ["["]):
        return True
    return plain in (["in"], ["of"], [",", "in"]) and len(between) <= 6
