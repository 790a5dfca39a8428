"""Where a place is: names to entries of GeoNames, offline, by what the article says around them."""

from summarizer.checking.gazetteer.context import PlaceContext
from summarizer.checking.gazetteer.places import (
    open_gazetteer,
    opened_gazetteer,
    places_of,
    why_no_gazetteer,
)
from summarizer.checking.gazetteer.resolution import Gazetteer, Resolution

__all__ = [
    "Gazetteer",
    "PlaceContext",
    "Resolution",
    "open_gazetteer",
    "opened_gazetteer",
    "places_of",
    "why_no_gazetteer",
]
