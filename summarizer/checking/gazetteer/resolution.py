"""What is said of a place: the public types of the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from summarizer.checking.gazetteer.context import PlaceContext
from summarizer.schema.vocabulary import FindingCode, PlacePrecision

NOT_INSTALLED = "no gazetteer installed"
NO_NAME = "names no place of its own"
WIDE_AREA = "an area of several states"
UNREADABLE = "the index of place names cannot be read"


@dataclass(frozen=True, slots=True)
class Resolution:
    """A place as the gazetteer knows it; the fields of `schema.Place`."""

    canonical: str | None = None
    """The gazetteer's name; None where only a larger place around it is known."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    precision: PlacePrecision = PlacePrecision.UNRESOLVED
    candidates: list[str] = field(default_factory=list)
    """The entries between which it is open: "Tripoli, Lebanon"; at most five, the most populous first."""
    rule: str = NO_NAME

    @property
    def finding(self) -> FindingCode | None:
        """The finding that it calls for: ambiguous, unknown, or none."""
        if self.precision == PlacePrecision.AMBIGUOUS:
            return FindingCode.PLACE_AMBIGUOUS
        silent = self.rule in (NOT_INSTALLED, NO_NAME) or self.rule.startswith(UNREADABLE)
        if silent or self.canonical is not None or self.precision == PlacePrecision.FEATURE:
            return None
        return FindingCode.PLACE_UNKNOWN


class Gazetteer(Protocol):
    """Knows places by name; never raises, whatever the name."""

    def resolve(
        self, name: str, *, relation: str | None, within: Sequence[str], context: PlaceContext
    ) -> Resolution:
        """Return what is known of a place.

        Args:
            name: as written.
            relation: the words before it ("12 kilometres north of").
            within: larger places that it lies in, smallest first.
            context: what the article says elsewhere.
        """
        ...
