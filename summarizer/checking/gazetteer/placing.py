"""From an entry to what a report says of it: its precision, coordinates and the rule in words."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.checking.gazetteer.choosing import Choice
from summarizer.checking.gazetteer.entry import Entry, Kind
from summarizer.checking.gazetteer.index import Index
from summarizer.checking.gazetteer.keys import loose_key
from summarizer.checking.gazetteer.phrases import Reading, Sort, without_kind_words
from summarizer.checking.gazetteer.relations import Relation
from summarizer.checking.gazetteer.resolution import WIDE_AREA, Resolution
from summarizer.schema.vocabulary import PlacePrecision

_MOST_CANDIDATES = 5
_CITY = 100_000

_PRECISION = {
    Kind.COUNTRY: PlacePrecision.COUNTRY,
    Kind.LAND: PlacePrecision.ADMIN,
    Kind.ADMIN1: PlacePrecision.ADMIN,
    Kind.ADMIN2: PlacePrecision.ADMIN,
    Kind.SETTLEMENT: PlacePrecision.SETTLEMENT,
}


def placed(entry: Entry, why: str, reading: Reading, seen: Relation, index: Index) -> Resolution:
    """Return an entry as a resolution, as far as the words around its name allow."""
    if entry.kind == Kind.WIDE:
        return Resolution(canonical=entry.name, rule=WIDE_AREA)
    if reading.part:
        why = f"{why}; only a part of it is meant"
    if reading.sort == Sort.SPOT:
        return _spot(entry, reading, index)
    if reading.sort == Sort.AROUND and seen == Relation.IN:
        seen = Relation.NEAR
    if entry.kind == Kind.SETTLEMENT:
        if reading.sort == Sort.DISTRICT:
            return _whole(entry, PlacePrecision.ADMIN, why, index)
        if seen == Relation.NEAR:
            return _whole(
                entry,
                PlacePrecision.NEAR_SETTLEMENT,
                f"{why}; the settlement's coordinates, not shifted",
                index,
            )
        if seen == Relation.ROAD:
            return _whole(
                entry,
                PlacePrecision.ROAD,
                f"{why}; the coordinates of the place named, not of the road",
                index,
            )
        return _whole(entry, PlacePrecision.SETTLEMENT, why, index)
    if seen == Relation.NEAR:
        if entry.kind == Kind.COUNTRY:
            return Resolution(canonical=entry.name, rule="near or outside a country, not in it")
        return Resolution(
            canonical=entry.name,
            country=index.iso3(entry.country),
            precision=PlacePrecision.COUNTRY,
            rule=f"near {entry.name}, which is larger than a town: only the country",
        )
    return _whole(entry, _PRECISION[entry.kind], why, index)


def _whole(entry: Entry, precision: PlacePrecision, why: str, index: Index) -> Resolution:
    rule = why.strip("; ") or f"the {_NAMES[entry.kind]} of that name"
    at = entry
    if entry.kind in (Kind.ADMIN1, Kind.ADMIN2):
        seat = _seat(entry, index)
        if seat is not None:
            at, rule = seat, f"{rule}; the coordinates of the town of its name"
    return Resolution(
        canonical=entry.name,
        country=index.iso3(entry.country),
        admin1=index.admin1_name(entry.country, entry.admin1),
        latitude=at.latitude,
        longitude=at.longitude,
        # a town that stands for its district is not the district
        geonames_id=None if precision == PlacePrecision.ADMIN else entry.geonames_id,
        precision=precision,
        rule=rule,
    )


def _seat(division: Entry, index: Index) -> Entry | None:
    """Return the town in a division that bears its name, the largest where there are several."""
    name = without_kind_words(division.name)
    found = index.find(name)
    for town in (*found.plain, *found.loose):
        inside = town.country == division.country and town.admin1 == division.admin1
        if inside and town.kind == Kind.SETTLEMENT and loose_key(town.name) == loose_key(name):
            return town
    return None


_NAMES = {
    Kind.COUNTRY: "country",
    Kind.LAND: "land",
    Kind.ADMIN1: "province",
    Kind.ADMIN2: "district",
    Kind.SETTLEMENT: "settlement",
}


def _spot(entry: Entry, reading: Reading, index: Index) -> Resolution:
    """Return a base, road or river that bears a place's name: its country only, for it may lie far away."""
    return Resolution(
        country=index.iso3(entry.country),
        precision=PlacePrecision.FEATURE,
        rule=f"not in the gazetteer; its country from {entry.name}, whose name it bears",
    )


def placed_by(outer: Entry, reading: Reading, why: str, index: Index) -> Resolution:
    """Return a place that is not known itself by the larger place named with it."""
    rule = f"{why}; placed by {outer.name}, named with it"
    country, admin1 = index.iso3(outer.country), index.admin1_name(outer.country, outer.admin1)
    if outer.kind == Kind.WIDE or country is None:
        return Resolution(rule=why)
    if outer.kind == Kind.SETTLEMENT and outer.population >= _CITY and reading.sort is not Sort.DISTRICT:
        return Resolution(
            country=country,
            admin1=admin1,
            latitude=outer.latitude,
            longitude=outer.longitude,
            precision=PlacePrecision.SETTLEMENT,
            rule=f"{rule}, a city, whose coordinates these are",
        )
    precision = PlacePrecision.ADMIN if admin1 or outer.kind == Kind.LAND else PlacePrecision.COUNTRY
    return Resolution(country=country, admin1=admin1, precision=precision, rule=rule)


def ambiguous(choice: Choice, index: Index) -> Resolution:
    """Return a place left open, with its candidates and the country and province that these share."""
    countries = {entry.country for entry in choice.open}
    provinces = {(entry.country, entry.admin1) for entry in choice.open}
    alone = len(choice.open) == 1
    country = choice.country if alone or len(countries) > 1 else next(iter(countries))
    return Resolution(
        country=index.iso3(country),
        admin1=None if alone or len(provinces) > 1 else index.admin1_name(*next(iter(provinces))),
        precision=PlacePrecision.AMBIGUOUS,
        candidates=_candidates(choice.open, index),
        rule=choice.rule,
    )


def _candidates(entries: Sequence[Entry], index: Index) -> list[str]:
    """Return the largest entries in words, the province added where the country does not tell them apart."""
    largest = sorted(entries, key=lambda entry: (entry.kind, -entry.population))
    short = [f"{entry.name}, {index.country_name(entry.country)}" for entry in largest]
    written = []
    for entry, name in zip(largest, short, strict=True):
        province = index.admin1_name(entry.country, entry.admin1)
        if short.count(name) > 1 and province and entry.kind != Kind.ADMIN1:
            name = f"{entry.name}, {province}, {index.country_name(entry.country)}"
        if entry.kind in (Kind.ADMIN1, Kind.ADMIN2):
            name = f"{name} ({_NAMES[entry.kind]})"
        written.append(name)
    return list(dict.fromkeys(written))[:_MOST_CANDIDATES]
