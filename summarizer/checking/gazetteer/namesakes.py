"""Settlements of one name: which is by far the largest, and which are one town entered twice."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.checking.gazetteer.entry import Entry, Kind

UNKNOWN_POPULATION = 5_000
"""Inhabitants assumed where GeoNames does not know their number."""
_SAME_TOWN = 15.0
"""Kilometres between two entries of one name that are one town entered twice."""
_MOST = 100


def largest(entries: Sequence[Entry]) -> int:
    """Return the inhabitants of the largest settlement, 0 where there is none."""
    return max((entry.population for entry in entries if entry.kind == Kind.SETTLEMENT), default=0)


def larger(entries: Sequence[Entry]) -> Entry | None:
    """Return the settlement with ten times the inhabitants of every other, if there is one."""
    towns = sorted(
        (entry for entry in entries if entry.kind == Kind.SETTLEMENT),
        key=lambda entry: entry.population or UNKNOWN_POPULATION,
        reverse=True,
    )
    if not towns or towns[0].population < UNKNOWN_POPULATION:
        return None
    rest = max((town.population or UNKNOWN_POPULATION for town in towns[1:]), default=0)
    return towns[0] if towns[0].population >= 10 * rest else None


def larger_country(entries: Sequence[Entry]) -> str | None:
    """Return the country whose largest settlement has ten times the inhabitants of every other country's."""
    largest: dict[str, Entry] = {}
    for entry in entries:
        known = largest.get(entry.country)
        if entry.kind == Kind.SETTLEMENT and (known is None or entry.population > known.population):
            largest[entry.country] = entry
    found = larger(list(largest.values()))
    return found.country if found else None


def merged(towns: Sequence[Entry]) -> list[Entry]:
    """Return the towns without those that stand within a few kilometres of a larger one of the same name."""
    kept: list[Entry] = []
    for town in sorted(towns, key=lambda entry: entry.population, reverse=True)[:_MOST]:
        if not any(_is_close(town, other) for other in kept):
            kept.append(town)
    return kept


def _is_close(town: Entry, other: Entry) -> bool:
    if town.latitude is None or other.latitude is None or other.longitude is None:
        return False
    # a degree of latitude is 111 km; most pairs are told apart without trigonometry
    return (
        abs(town.latitude - other.latitude) < 0.2
        and town.distance(other.latitude, other.longitude) <= _SAME_TOWN
    )
