"""The words that stand with names of places: nouns for kinds of places, directions, prepositions."""

from __future__ import annotations

from summarizer.patterns.inflection import plural_of
from summarizer.patterns.lexicon import wordset

_NO_PLACES_TOGETHER = frozenset(("state", "department", "division", "department of", "capital", "quarter"))
"""Nouns whose plural names no places: "member states", "headquarters"."""

PREPOSITIONS = wordset("places", "prepositions")
SETTLEMENTS = wordset("places", "settlement")
REGIONS = wordset("places", "region")
MANY = frozenset(map(plural_of, (SETTLEMENTS | REGIONS) - _NO_PLACES_TOGETHER))
"""Nouns for several places: "the towns of X and Y", "X and Y provinces"."""
NOUNS = SETTLEMENTS | REGIONS | wordset("places", "feature")
DIRECTIONS = wordset("places", "directions")
ARTICLES = frozenset("al el ar as ash at az ad an ed ez es ud ul".split())
"""The Arabic article as it stands before a name, in the spellings in which the next letter colours it."""
REACHING = frozenset(
    (
        "visit visits visited visiting entered entering reached reaching toured touring fled leaving "
        "defended defending"
    ).split()
)
"""Verbs whose object is a place."""
INSIDE = frozenset("in near at outside around inside into toward towards throughout across".split())
"""Prepositions behind which a name is a place, whatever else it may be."""

NOT_PLACES = (
    wordset("dates", "weekdays")
    | wordset("dates", "months")
    | frozenset(
        (
            "the a an this that these those he she it they we i there which who mr mrs ms dr gen lt col "
            "president minister christmas ramadan easter islam arabic english islamic state government army "
            "police parliament congress tuesday operation general prime security council court ministry "
            "university twitter facebook telegram god defense defence justice health treasury interior "
            "branch centre center office committee commission"
        ).split()
    )
)
"""Words with a capital with which no name of a place begins or goes on."""
