"""How much of an article speaks for each country: votes, cast by name, so that none counts for itself.

| what speaks                                                | vote for the country     | of a place |
|------------------------------------------------------------|--------------------------|------------|
| a country named as a place of an operation, or around one  | 4                        | yes        |
| a province or land of one country only, likewise           | 3                        | yes        |
| a town of one country only, likewise                       | 2                        | yes        |
| a name of two to five countries, likewise                  | 2, shared among them     | yes        |
| the same, found through its transliteration only           | half of it               | yes        |
| the country's name in the text                             | 2 each time, at most 6   |            |
| its people's, or its acronym ("Iraqi", "U.S.")             | 0.5 each time, up to 1.5 |            |
| the state of an actor                                      | 0.5 each, at most 1      |            |
| the place of the dateline                                  | half its vote as a place |            |

An article *is about* the country that most votes are for; about one that it names and that has half as many;
and about one with at least one vote of a place other than the name asked for and 15 in 100 of the most votes.
It only *speaks of* the others that have half a vote and 5 in 100. In a country that is only spoken of, just
divisions and towns of 15,000 inhabitants count, so that a state that sends troops or makes statements does
not lend its villages to a war elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from summarizer.checking.gazetteer.context import Mention, PlaceContext
from summarizer.checking.gazetteer.entry import Entry, Kind
from summarizer.checking.gazetteer.index import Index
from summarizer.checking.gazetteer.keys import plain_key
from summarizer.checking.gazetteer.phrases import parts_of, readings

_MOST_NAMES = 300
"""Distinct names of a draft that may vote; a draft with more is no article's."""


@dataclass(slots=True)
class Surroundings:
    """The votes of an article, and the places already settled."""

    places: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Votes of places, by alpha-2 code."""
    words: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Votes of the text, the actors and the dateline."""
    named: set[str] = field(default_factory=set)
    """The countries that the text names."""
    peoples: set[str] = field(default_factory=set)
    """The countries whose people or actors the article names."""
    own: dict[str, dict[str, float]] = field(default_factory=dict)
    """The votes of places that each name cast, by its plain key."""
    undecided: set[str] = field(default_factory=set)
    """The keys of names of so many countries that they cast no vote."""
    provinces: set[tuple[str, str]] = field(default_factory=set)
    """(country, admin1 code) of the provinces named, where the name is one's only."""
    settled: dict[str, Entry] = field(default_factory=dict)
    """Settlements that the article leaves no doubt about, by plain key."""
    asked_for_settled: int = 0
    """How often a choice has depended on the places settled so far."""
    _about: dict[str, tuple[set[str], set[str]]] = field(default_factory=dict)

    def votes(self, country: str, key: str) -> float:
        """Return the votes for a country without those of one name."""
        return self.words.get(country, 0.0) + self.from_places(country, key)

    def own_votes(self, country: str, key: str) -> float:
        """Return the votes for a country that one name cast."""
        return self.own.get(key, {}).get(country, 0.0)

    def from_places(self, country: str, key: str) -> float:
        """Return the votes for a country of all places but one name's."""
        return self.places.get(country, 0.0) - self.own_votes(country, key)

    def about(self, key: str) -> tuple[set[str], set[str]]:
        """Return the countries that the article is about, and those it only speaks of, but for one name."""
        known = self._about.get(key)
        if known is None:
            known = self._about[key] = self._weigh(key)
        return known

    def _weigh(self, key: str) -> tuple[set[str], set[str]]:
        votes = {c: self.votes(c, key) for c in {*self.places, *self.words}}
        most = max(votes.values(), default=0.0)
        counted = {c for c, vote in votes.items() if vote >= max(0.5, 0.05 * most)}
        about = {
            c
            for c in counted
            if votes[c] == most
            or (2 * votes[c] >= most and c in self.named)
            or (votes[c] >= 0.15 * most and self.from_places(c, key) >= 1)
        }
        return about, counted - about

    def silent(self, key: str) -> bool:
        """Whether nothing but one name speaks for any country."""
        return all(self.votes(country, key) < 0.5 for country in {*self.places, *self.words})


def gather(context: PlaceContext, index: Index) -> Surroundings:
    """Return the votes of an article."""
    around = Surroundings()
    for name in _names(context.mentions):
        key = plain_key(name)
        if key and key not in around.own:
            around.own[key] = _votes_of(name, index, around)
            for country, vote in around.own[key].items():
                around.places[country] += vote
    nowhere = Surroundings()
    for line in context.datelines:
        for part in parts_of(line)[:3]:
            for country, vote in _votes_of(part, index, nowhere).items():
                around.words[country] += vote / 2
    named, peoples = context.countries
    for counts, each, most in ((named, 2.0, 6.0), (peoples, 0.5, 1.5)):
        for code, count in counts.items():
            _add(around, index, code, min(count * each, most))
    around.named = {country for country in map(index.iso2, named) if country is not None}
    beyond = {index.iso2(code) for code in (*peoples, *context.actors)}
    around.peoples = {country for country in beyond if country is not None}
    for code in set(context.actors):
        _add(around, index, code, min(0.5 * context.actors.count(code), 1.0))
    return around


def _add(around: Surroundings, index: Index, code: str, vote: float) -> None:
    country = index.iso2(code)
    if country is not None:
        around.words[country] += vote


def _names(mentions: tuple[Mention, ...]) -> list[str]:
    """Return the distinct names of the places and of what encloses them."""
    names = {part: None for mention in mentions for whole in mention for part in _parts(whole)}
    return list(names)[:_MOST_NAMES]


def _parts(whole: str | tuple[str, ...]) -> list[str]:
    return parts_of(whole) if isinstance(whole, str) else [part for name in whole for part in parts_of(name)]


def _votes_of(name: str, index: Index, around: Surroundings) -> dict[str, float]:
    """Return the votes that a name casts, and note the province that it can only mean."""
    for reading in readings(name):
        found = index.find(reading.name)
        entries, share = (found.plain, 1.0) if found.plain else (found.loose, 0.5)
        if not entries:
            continue
        kind = min(entry.kind for entry in entries)
        if kind == Kind.WIDE:
            return {}
        if kind == Kind.COUNTRY:
            return {entry.country: 4.0 for entry in entries if entry.kind == kind}
        counted = [e for e in entries if e.kind <= max(kind, Kind.ADMIN1) or e.population >= 1000]
        countries = {entry.country for entry in counted or entries}
        if len(countries) > 5:
            around.undecided.add(plain_key(name))
            return {}
        if len(countries) > 1:
            return {country: share * 2.0 / len(countries) for country in countries}
        if kind <= Kind.ADMIN1:
            around.provinces |= {(e.country, e.admin1) for e in entries if e.kind == kind and e.admin1}
        return dict.fromkeys(countries, share * (3.0 if kind <= Kind.ADMIN1 else 2.0))
    return {}
