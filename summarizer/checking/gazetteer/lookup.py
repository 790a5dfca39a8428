"""From a place phrase to the entry that it means in one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from summarizer.checking.gazetteer.choosing import Choice, Chooser
from summarizer.checking.gazetteer.context import PlaceContext
from summarizer.checking.gazetteer.entry import Entry, Kind
from summarizer.checking.gazetteer.index import Index
from summarizer.checking.gazetteer.keys import MAX_NAME
from summarizer.checking.gazetteer.phrases import Reading, Sort, readings
from summarizer.checking.gazetteer.resolution import NO_NAME
from summarizer.checking.gazetteer.surroundings import Surroundings, gather

_KNOWN_AT_HOME = 20_000
"""Inhabitants of a town that no unknown village of its name in the same country is taken for."""
_KNOWN_ABROAD = 200_000
"""The same, for a village in another country."""
_INSIDE_A_TOWN = 60.0
"""Kilometres from a town within which a place may be said to lie in it."""

_ANY = (frozenset(Kind),)
_LANDS = frozenset({Kind.LAND, Kind.ADMIN1})
_DISTRICTS = frozenset({Kind.ADMIN2})
_TOWNS = frozenset({Kind.SETTLEMENT})
_KINDS: dict[Sort | None, tuple[frozenset[Kind], ...]] = {
    None: _ANY,
    Sort.SPOT: _ANY,
    Sort.AROUND: _ANY,
    Sort.PROVINCE: (_LANDS, _DISTRICTS, _TOWNS),
    Sort.DISTRICT: (_DISTRICTS, _TOWNS, _LANDS),
    Sort.TOWN: (_TOWNS,),
}
"""The kinds of entry that a word beside a name speaks of, the first group before the second."""

_UNKNOWN = Choice(None, "not in the gazetteer")


@dataclass(slots=True)
class Lookup:
    """The index, asked about the places of one article."""

    index: Index
    context: PlaceContext
    _around: Surroundings | None = None
    _chosen: dict[tuple[str, Sort | None, tuple[str, ...]], tuple[Reading, Choice]] = field(
        default_factory=dict
    )
    """What was chosen, where places that are settled later make no difference to it."""

    @property
    def around(self) -> Surroundings:
        """The votes of the article, gathered for the first name of which there is something to choose."""
        if self._around is None:
            self._around = gather(self.context, self.index)
        return self._around

    def choose(self, name: str, sort: Sort | None, larger: Sequence[str]) -> tuple[Reading, Choice]:
        """Return the first reading of a name that finds something, and what is chosen.

        Args:
            name: a place phrase.
            sort: what the words before it say it is.
            larger: the places named with it that it lies in, the smallest first.
        """
        key = name, sort, tuple(larger)
        known = self._chosen.get(key)
        if known is None:
            asked = self._asked_for_settled()
            known = self._choose(name, sort, larger)
            choice = known[1]
            if choice.entry is None and not choice.open and larger:
                known = self._against(choice, name, sort, larger)
            if self._asked_for_settled() == asked:
                self._chosen[key] = known
        return known

    def _asked_for_settled(self) -> int:
        return self._around.asked_for_settled if self._around is not None else 0

    def _choose(self, name: str, sort: Sort | None, larger: Sequence[str]) -> tuple[Reading, Choice]:
        areas = self._areas(larger)
        first: tuple[Reading, Choice] | None = None
        for reading in readings(name):
            meant = reading if reading.sort or sort is None else Reading(reading.name, sort, reading.part)
            choice = self._entry(meant, areas)
            if choice.entry is not None or choice.open:
                return meant, choice
            first = first or (meant, choice)
        return first or (Reading(name), Choice(None, NO_NAME))

    def _against(
        self, refused: Choice, name: str, sort: Sort | None, larger: Sequence[str]
    ) -> tuple[Reading, Choice]:
        """Return what a name means that lies in none of the places named with it, if it is well known.

        A reader may put names the wrong way round, or take a list for an address.
        """
        reading, alone = self._choose(name, sort, ())
        entry, areas = alone.entry, self._areas(larger)
        if entry is None or not _is_well_known(entry, areas):
            return reading, refused
        if entry.kind == Kind.COUNTRY:
            return reading, Choice(entry, "a country, and so not in the places named with it")
        if areas and all(any(_lies_in(part, entry) for part in area) for area in areas):
            return reading, Choice(entry, "the larger of the places named together")
        agreed = all(part.country == entry.country for area in areas for part in area)
        country = entry.country if agreed else ""
        return reading, Choice(None, "known, but not in the larger place named with it", (entry,), country)

    def _entry(self, reading: Reading, areas: Sequence[Sequence[Entry]]) -> Choice:
        """Choose among the entries of one reading: those written so, then those transliterated otherwise."""
        found = self.index.find(reading.name)
        if not (found.written or found.loose):
            return _UNKNOWN
        chooser = Chooser(reading.name, self.around, self.context)
        refused = _UNKNOWN
        for entries, loose in ((found.written, False), (found.loose, True)):
            for kinds in _KINDS[reading.sort]:
                of_kind = [entry for entry in entries if entry.kind in kinds]
                if loose and not areas:
                    of_kind = chooser.fitting(of_kind)
                inside = _inside(of_kind, areas) if areas else None
                if of_kind and inside == []:
                    refused = Choice(None, "no entry of that name lies in the larger place named with it")
                elif of_kind:
                    choice = chooser.among(of_kind, inside)
                    if choice.entry is not None or choice.open:
                        return self._as_read(choice, reading, loose, bool(areas))
                    refused = choice
        return refused

    def _as_read(self, choice: Choice, reading: Reading, loose: bool, placed: bool) -> Choice:
        """Return a choice with the rule told in full; a town's province where the text says province."""
        entry, notes = choice.entry, [choice.rule]
        if placed:
            notes.insert(0, "in the larger place named with it")
        if loose:
            notes.append("read through its transliteration")
        if entry and entry.kind == Kind.SETTLEMENT and reading.sort == Sort.DISTRICT:
            notes.append("the town for the district of its name")
        if entry and entry.kind == Kind.SETTLEMENT and reading.sort == Sort.PROVINCE:
            so_called = self.index.find(entry.name).plain
            same = [other for other in so_called if other.kind == Kind.ADMIN1 and _lies_in(entry, other)]
            if not same:
                return Choice(None, "no province of that name")
            entry = same[0]
            notes.append("the province of the town so called")
        return Choice(entry, "; ".join(filter(None, notes)), choice.open)

    def _areas(self, larger: Sequence[str]) -> list[tuple[Entry, ...]]:
        return [area for name in larger if (area := _area(self.index, name[:MAX_NAME]))]


@lru_cache(maxsize=2000)  # the same provinces and countries are named in one article after the other
def _area(index: Index, name: str) -> tuple[Entry, ...]:
    """Return what a larger place may be: every entry of its name that something can lie in."""
    for reading in readings(name):
        found = index.find(reading.name)
        for entries in (found.plain, found.loose):
            for kinds in _KINDS[reading.sort]:
                holds = tuple(entry for entry in entries if entry.kind in kinds and entry.kind != Kind.WIDE)
                if any(entry.kind == Kind.COUNTRY for entry in holds):  # Georgia is two lands
                    return tuple(entry for entry in holds if entry.kind <= Kind.ADMIN1)
                if holds:
                    return holds
    return ()


def _is_well_known(entry: Entry, areas: Sequence[Sequence[Entry]]) -> bool:
    """Whether an entry is more likely meant than an unknown place of its name in the areas."""
    if entry.kind <= Kind.ADMIN1 or entry.capital:
        return True
    same = any(area.country == entry.country for known in areas for area in known)
    return entry.kind == Kind.SETTLEMENT and entry.population >= (_KNOWN_AT_HOME if same else _KNOWN_ABROAD)


def _inside(entries: Sequence[Entry], areas: Sequence[Sequence[Entry]]) -> list[Entry]:
    """Return the entries that lie in each of the areas, the largest area first."""
    left = list(entries)
    for area in reversed(areas):
        left = [entry for entry in left if any(_lies_in(entry, larger) for larger in area)]
    return left


def _lies_in(entry: Entry, area: Entry) -> bool:
    if entry.country != area.country or entry.kind < area.kind:
        return False
    if area.kind == Kind.COUNTRY or not area.admin1:
        return True
    if area.kind == Kind.SETTLEMENT and area.latitude is not None and area.longitude is not None:
        return entry.distance(area.latitude, area.longitude) <= _INSIDE_A_TOWN
    return entry.admin1 == area.admin1
