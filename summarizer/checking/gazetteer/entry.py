"""What the gazetteer holds: countries, their divisions, lands without a border, and settlements."""

from __future__ import annotations

import math
from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """What sort of place an entry is, the largest first."""

    WIDE = 0
    """An area of several states: the Sahel, the Red Sea."""
    COUNTRY = 1
    LAND = 2
    """A land that is no administrative unit, or whose name also is a town's: Donbas, Gaza."""
    ADMIN1 = 3
    ADMIN2 = 4
    SETTLEMENT = 5


class Entry(NamedTuple):
    """A place of the gazetteer."""

    kind: Kind
    name: str
    country: str
    """ISO 3166-1 alpha-2; "" for an area of several states."""
    admin1: str
    """GeoNames admin1 code, "" where there is none."""
    latitude: float | None
    longitude: float | None
    population: int
    """0: not known."""
    geonames_id: int | None
    capital: bool

    def distance(self, latitude: float, longitude: float) -> float:
        """Return the kilometres to a point; infinite for an entry without coordinates."""
        if self.latitude is None or self.longitude is None:
            return math.inf
        north, other = math.radians(self.latitude), math.radians(latitude)
        across = math.radians(longitude - self.longitude)
        half = (
            math.sin((other - north) / 2) ** 2 + math.cos(north) * math.cos(other) * math.sin(across / 2) ** 2
        )
        return 2 * 6371 * math.asin(math.sqrt(min(1.0, half)))
