"""The words that stand with names of places: nouns for kinds of places, directions, prepositions."""

from __future__ import annotations

from summarizer.patterns.lexicon import wordset

PREPOSITIONS = wordset("places", "prepositions")
SETTLEMENTS = wordset("places", "settlement")
REGIONS = wordset("places", "region")
NOUNS = SETTLEMENTS | REGIONS | wordset("places", "feature")
DIRECTIONS = wordset("places", "directions")
INSIDE = frozenset("in near at outside around inside into toward towards throughout across".split())
"""Prepositions behind which a name is a place, whatever else it may be."""
