"""Larger places before and behind a possessive."""

from __future__ import annotations

from summarizer.patterns.places import find_places
from summarizer.patterns.scan import Scan


def test_a_place_in_a_country_s_province_lies_in_both() -> None:
    (place,) = find_places(Scan("A shell hit the market at Telma in Sudan's West Kordofan state on Monday."))

    assert (place.name, place.within) == ("Telma", ("West Kordofan state", "Sudan"))
