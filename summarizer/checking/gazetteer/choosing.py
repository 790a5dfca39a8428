"""Which of a name's entries an article means, by rules that rather leave a name open than guess.

The rules are tried on the entries that are left; those that apply must agree.

- **named with**: the larger places written with the name leave those that lie in them.
- **of the article**: only entries in countries that the article speaks of count (`surroundings`); among
  several countries, one wins that has at least twice the votes of the next.
- **larger**: a settlement wins over its namesakes in that country with ten times their inhabitants, and at
  least 5,000; where GeoNames does not know their number, 5,000 are assumed.
- **province**: so does the only one in a province that the article names.
- **first name**: so does the only one that bears the name as its first, not as another one.
- **nearest**: so does the only one within 100 km of a settled place, where all others are three times as
  far.
- **nothing to go by**: where the article speaks of no country at all and names no other place, a capital,
  or a town of 50,000, is taken when it has ten times the inhabitants of each namesake.
- **known everywhere**: where the article is about countries whose names reach English through a
  transliteration, which have no villages called London or Berlin, a capital or a city of two million is taken
  likewise.
- **nowhere else**: a province is taken, whatever the article speaks of, when no other country has its name.
- **overshadowed**: a town of less than 50,000, or any in a country only spoken of, is not taken for the name
  of a city elsewhere with five times as many, and at least 100,000, unless the article names other places in
  its country.
- **province or town**: of a town in the province that bears its name, the words that the text puts beside
  the name decide; without any the town is meant where it has 20,000 inhabitants, and the province, which
  holds both, where not.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.checking.gazetteer.context import PlaceContext
from summarizer.checking.gazetteer.entry import Entry, Kind
from summarizer.checking.gazetteer.keys import LOOSE_COUNTRIES, loose_key, plain_key
from summarizer.checking.gazetteer.namesakes import (
    UNKNOWN_POPULATION,
    larger,
    larger_country,
    largest,
    merged,
)
from summarizer.checking.gazetteer.phrases import Sort
from summarizer.checking.gazetteer.surroundings import Surroundings

_TOWN = 15_000
_WELL_KNOWN = 50_000
_WORLD_CITY = 2_000_000
_CITY = 50_000
_NEAR = 100.0
_ANCHORS = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """The entry meant, or those between which it is open; neither where none fits."""

    entry: Entry | None
    rule: str
    open: tuple[Entry, ...] = ()
    country: str = ""
    """The country that is certain although the place is open."""


@dataclass(frozen=True, slots=True)
class Chooser:
    """The rules over one name, in one article."""

    name: str
    around: Surroundings
    context: PlaceContext

    @property
    def key(self) -> str:
        """The key under which the name voted."""
        return plain_key(self.name)

    def among(self, entries: Sequence[Entry], inside: Sequence[Entry] | None = None) -> Choice:
        """Choose among the entries of a name.

        Args:
            entries: those of the kinds that are meant.
            inside: those of them that lie in the larger places named with it; None where none is named.
        """
        placed = inside is not None
        fitting = self.fitting(entries) if inside is None else list(inside)
        if not fitting:
            return self._everywhere(entries)
        country, rule = self._country(fitting, placed)
        if country is None:
            return Choice(None, rule, tuple(fitting))
        chosen = self._in_country([e for e in fitting if e.country == country])
        if chosen.entry is None:
            return chosen
        if self._overshadowed(chosen.entry, entries, placed):
            return Choice(None, "a far larger place of that name elsewhere", tuple(entries))
        return Choice(chosen.entry, "; ".join(filter(None, (rule, chosen.rule))))

    def fitting(self, entries: Sequence[Entry]) -> list[Entry]:
        """Return the entries in countries of the article, and those that need none."""
        about, spoken_of = self.around.about(self.key)
        own = _own_names(entries)
        return [
            e
            for e in entries
            if e in own
            or e.country in about
            or (e.country in spoken_of and (e.kind <= Kind.ADMIN1 or e.population >= _TOWN))
        ]

    def _country(self, entries: Sequence[Entry], placed: bool) -> tuple[str | None, str]:
        """Return the country meant, and why."""
        only = "" if placed else "in a country that the article speaks of"
        countries = list(dict.fromkeys(entry.country for entry in entries))
        if len(countries) == 1:
            return countries[0], only
        by_votes = self._most_voted(countries)
        own = _own_names(entries)
        if own:  # Georgia is the country, unless nothing but the name speaks for it and all for the other
            country = own[0].country
            rival = by_votes != country and any(self._rivals(entry, by_votes) for entry in entries)
            doubted = rival and country not in self.around.peoples
            return (None, "a country and a place elsewhere") if doubted else (country, "")
        about, _ = self.around.about(self.key)
        within = [entry for entry in entries if entry.country in about]
        beyond = [entry for entry in entries if entry.country not in about and self._bears(entry)]
        if within and len(within) < len(entries) and not placed:
            if largest(beyond) >= 10 * max(largest(within), UNKNOWN_POPULATION):
                return None, "a far larger place in another country that the article speaks of"
            return self._country(within, placed)
        by_size = larger_country([entry for entry in entries if self._bears(entry)] or entries)
        if by_votes and by_size in (None, by_votes):
            return by_votes, "in the country that the article speaks of most"
        if by_size and not by_votes:
            return by_size, "ten times as large as its namesakes"
        return None, "several entries fit"

    def _most_voted(self, countries: Sequence[str]) -> str | None:
        """Return the country with twice the votes of the next."""
        votes = sorted(((self.around.votes(c, self.key), c) for c in countries), reverse=True)
        return votes[0][1] if votes[0][0] >= 0.5 and votes[0][0] >= 2 * votes[1][0] else None

    def _rivals(self, entry: Entry, country: str | None) -> bool:
        """Whether a place in the country most spoken of may be meant by the name of another country."""
        return entry.country == country and (
            Kind.LAND <= entry.kind <= Kind.ADMIN1
            or (entry.kind == Kind.SETTLEMENT and entry.population >= _TOWN)
        )

    def _in_country(self, entries: list[Entry]) -> Choice:
        """Choose among the entries of one country, the larger kinds first."""
        for kind in (Kind.WIDE, Kind.COUNTRY, Kind.LAND):
            found = [entry for entry in entries if entry.kind == kind]
            if found:
                return Choice(found[0], "")
        provinces = [entry for entry in entries if entry.kind == Kind.ADMIN1]
        towns = merged([entry for entry in entries if entry.kind == Kind.SETTLEMENT])
        districts = [entry for entry in entries if entry.kind == Kind.ADMIN2]
        if provinces:
            return self._province_or_town(provinces, towns)
        if not towns:
            return self._one_of(districts)
        town = self._one_of(towns)
        elsewhere = [d for d in districts if town.entry and d.admin1 != town.entry.admin1]
        if elsewhere and town.entry and (town.entry.country, town.entry.admin1) not in self.around.provinces:
            return Choice(None, "a town and a district elsewhere", (*towns, *elsewhere))
        return town

    def _province_or_town(self, provinces: Sequence[Entry], towns: Sequence[Entry]) -> Choice:
        inside = [
            town
            for town in towns
            if any(town.admin1 == province.admin1 for province in provinces) and not self._only_contains(town)
        ]
        called = self.context.called(self.name)
        if inside and Sort.PROVINCE not in called:
            town = max(inside, key=lambda entry: entry.population)
            if Sort.TOWN in called:
                return Choice(town, "the text speaks of the town")
            if town.population >= 20_000:
                return Choice(town, "the town of that name, not its province")
        if len(provinces) > 1:
            return Choice(None, "several provinces fit", tuple(provinces))
        capital = next((town for town in towns if town.capital), None)
        if not inside and capital and Sort.PROVINCE not in called:
            return Choice(capital, "the capital, not the province of that name elsewhere")
        if not inside and any(town.population >= 100_000 for town in towns):
            return Choice(None, "a province and a city elsewhere", (*provinces, *towns))
        if Sort.PROVINCE in called:
            return Choice(provinces[0], "the text speaks of the province")
        return Choice(provinces[0], "the province, which holds the town of that name" if inside else "")

    def _one_of(self, entries: Sequence[Entry]) -> Choice:
        """Choose one of several settlements, or of several districts, of one country."""
        if len(entries) == 1:
            return Choice(entries[0], "")
        votes: list[tuple[Entry, str]] = []
        biggest = larger(entries)
        if biggest:
            votes.append((biggest, "ten times as large as its namesakes"))
        named = [e for e in entries if (e.country, e.admin1) in self.around.provinces]
        if len(named) == 1:
            votes.append((named[0], "in a province that the article names"))
        first = [entry for entry in entries if plain_key(entry.name) == self.key]
        if len(first) == 1:
            votes.append((first[0], "the only one whose first name it is"))
        nearest = self._nearest(entries)
        if nearest:
            votes.append(nearest)
        if votes and all(entry == votes[0][0] for entry, _ in votes):
            return Choice(votes[0][0], votes[0][1])
        return Choice(None, "several entries fit", tuple(entries))

    def _nearest(self, entries: Sequence[Entry]) -> tuple[Entry, str] | None:
        best: tuple[float, Entry, str] | None = None
        second = math.inf
        self.around.asked_for_settled += 1
        settled = [place for key, place in self.around.settled.items() if key != self.key]
        if not settled:
            return None
        for entry in entries:
            away, name = min(
                (entry.distance(p.latitude or 0.0, p.longitude or 0.0), p.name) for p in settled[:_ANCHORS]
            )
            if best is None or away < best[0]:
                second = best[0] if best else math.inf
                best = (away, entry, name)
            else:
                second = min(second, away)
        if best and best[0] <= _NEAR and second >= 3 * max(best[0], 10.0):
            return best[1], f"nearest to {best[2]}"
        return None

    def _overshadowed(self, chosen: Entry, entries: Sequence[Entry], placed: bool) -> bool:
        """Whether a small town was chosen where a city elsewhere is more likely: Paris in Texas."""
        about, spoken_of = self.around.about(self.key)
        if chosen.kind != Kind.SETTLEMENT or (chosen.population >= _CITY and chosen.country in about):
            return False
        if not placed and self.around.from_places(chosen.country, self.key) >= 3:
            return False  # the article is about that country, and names other places in it
        size = max(2 * _CITY, 5 * (chosen.population or UNKNOWN_POPULATION))
        far_larger = [e for e in entries if e.kind == Kind.SETTLEMENT and e.population >= size]
        rivals = (about | spoken_of) - {chosen.country}
        return any(not placed or city.country in rivals for city in far_larger)

    def _everywhere(self, entries: Sequence[Entry]) -> Choice:
        """Choose where no entry lies in a country that the article speaks of."""
        lands = [entry for entry in entries if entry.kind in (Kind.LAND, Kind.ADMIN1)]
        if lands and len({entry.country for entry in entries}) == 1:
            chosen = self._in_country(list(entries))
            rule = "; ".join(filter(None, ("no other country has the name", chosen.rule)))
            return Choice(chosen.entry, rule, chosen.open)
        towns = [entry for entry in entries if entry.kind == Kind.SETTLEMENT]
        # Angola's Mbanza Kongo was once called San Salvador; those so called today come first
        named = [town for town in towns if self._bears(town)] or towns
        biggest = larger(named) if len(named) > 1 else next(iter(named), None)
        if not self.around.silent(self.key):
            about, spoken_of = self.around.about(self.key)
            foreign = about <= LOOSE_COUNTRIES and not any(e.country in about | spoken_of for e in entries)
            if biggest and foreign and (biggest.population >= _WORLD_CITY or biggest.capital):
                return Choice(biggest, "a city known everywhere")
            return Choice(None, "no entry of that name in a country that the article speaks of")
        alone = not self.around.undecided - {self.key}
        if biggest and alone and (biggest.population >= _WELL_KNOWN or biggest.capital):
            return Choice(biggest, "ten times as large as any namesake, and nothing speaks for another")
        if len(entries) > 1:
            return Choice(None, "several entries, and nothing in the article tells which", tuple(entries))
        return Choice(None, "nothing else in the article speaks for its country")

    def _only_contains(self, entry: Entry) -> bool:
        """Whether the entry's first name is a longer one: Santa Fe de Antioquia is not Antioquia."""
        first = plain_key(entry.name)
        return self.key in first and not self._bears(entry)

    def _bears(self, entry: Entry) -> bool:
        """Whether the name is the entry's first one, and not only another."""
        return plain_key(entry.name) == self.key or loose_key(entry.name) == loose_key(self.name)


def _own_names(entries: Sequence[Entry]) -> list[Entry]:
    """Return the country, the land or the wide area that owns a name, whatever the article speaks of."""
    for kind in (Kind.WIDE, Kind.COUNTRY, Kind.LAND):
        found = [entry for entry in entries if entry.kind == kind]
        if found:
            return found if len(found) == 1 or kind != Kind.LAND else []
    return []
