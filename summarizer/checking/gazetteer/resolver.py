"""The gazetteer itself: place names to what GeoNames knows of them, as the article means them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from summarizer.checking.gazetteer.context import PlaceContext
from summarizer.checking.gazetteer.entry import Entry, Kind
from summarizer.checking.gazetteer.index import Index
from summarizer.checking.gazetteer.keys import plain_key
from summarizer.checking.gazetteer.lookup import Lookup
from summarizer.checking.gazetteer.phrases import Sort, parts_of, readings, words_before
from summarizer.checking.gazetteer.placing import ambiguous, placed, placed_by
from summarizer.checking.gazetteer.relations import Relation, relation_of, sort_before
from summarizer.checking.gazetteer.resolution import NO_NAME, UNREADABLE, Resolution
from summarizer.schema.vocabulary import PlacePrecision

_MOST_WITHIN = 6
"""Larger places named with a name that are looked at."""
_SETTLING = 200
"""Places of an article that are settled beforehand, so that others can be near them."""

_ARTICLES = 8
"""Articles whose votes are remembered, for as many threads."""


class GeoNames:
    """A gazetteer over an index of GeoNames; safe in several threads."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._lookups: dict[int, Lookup] = {}

    def resolve(
        self, name: str, *, relation: str | None, within: Sequence[str], context: PlaceContext
    ) -> Resolution:
        """Return what is known of a place; see `Gazetteer.resolve`."""
        parts = parts_of(name)
        if not parts:
            return Resolution(rule=NO_NAME)
        try:
            lookup = self._lookup(context)
            seen = relation_of(f"{relation or ''} {words_before(parts[0])}")
            larger = [*parts[1:], *within][:_MOST_WITHIN]
            ends = parts[0].split(" and ") if seen == Relation.ROAD else []
            if len(ends) == 2:
                return self._road(ends, larger, lookup)
            return self._place(parts[0], sort_before(relation), seen, larger, lookup)
        except sqlite3.Error as error:
            return Resolution(rule=f"{UNREADABLE}: {error}")

    def _lookup(self, context: PlaceContext) -> Lookup:
        """Return the lookup for an article, with the places settled that it leaves no doubt about."""
        lookup = self._lookups.get(id(context))
        if lookup is None or lookup.context is not context:
            lookup = Lookup(self._index, context)
            settled: dict[str, Entry] = {}
            for mention in context.mentions[:_SETTLING]:
                parts = parts_of(mention.name)
                if parts:
                    larger = [*parts[1:], *mention.within][:_MOST_WITHIN]
                    reading, choice = lookup.choose(parts[0], None, larger)
                    if choice.entry and choice.entry.kind == Kind.SETTLEMENT:
                        settled[plain_key(reading.name)] = choice.entry
            if settled:
                lookup.around.settled.update(settled)
            while len(self._lookups) >= _ARTICLES:
                self._lookups.pop(next(iter(self._lookups), 0), None)
            self._lookups[id(context)] = lookup
        return lookup

    def _place(
        self, name: str, sort: Sort | None, seen: Relation, larger: Sequence[str], lookup: Lookup
    ) -> Resolution:
        if not readings(name):
            return Resolution(rule=NO_NAME)
        reading, choice = lookup.choose(name, sort, larger)
        if choice.entry is not None:
            return placed(choice.entry, choice.rule, reading, seen, self._index)
        if choice.open:
            return ambiguous(choice, self._index)
        for at, outer in enumerate(larger):
            outer_reading, known = lookup.choose(outer, None, larger[at + 1 :])
            if known.entry is not None:
                return placed_by(known.entry, outer_reading, choice.rule, self._index)
        return Resolution(rule=choice.rule)

    def _road(self, ends: Sequence[str], larger: Sequence[str], lookup: Lookup) -> Resolution:
        """Return what both ends of a road share; it has no coordinates of its own."""
        first, second = (self._place(end.strip(), None, Relation.ROAD, larger, lookup) for end in ends)
        if first.canonical is None or second.canonical is None or first.country != second.country:
            return Resolution(rule="a road whose ends are not both known")
        return Resolution(
            canonical=f"{first.canonical} – {second.canonical}",
            country=first.country,
            admin1=first.admin1 if first.admin1 == second.admin1 else None,
            precision=PlacePrecision.ROAD,
            rule="the road between two places known; no coordinates",
        )
