"""Names of armed groups that no lexicon has."""

from __future__ import annotations

import pytest

from summarizer.patterns.scan import Scan


def coined(text: str) -> list[tuple[str, str]]:
    """Return the names that only their shape tells, each with its type."""
    return [(mark.entry.name, mark.entry.type) for mark in Scan(text).of("belligerent") if mark.entry.coined]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jaysh al-Velim held the hill.", "Jaysh al-Velim"),
        ("Harakat Nour al-Velim lost two men.", "Harakat Nour al-Velim"),
        ("It joined Jaysh Khalid ibn al-Velim in May.", "Jaysh Khalid ibn al-Velim"),
        ("The Suqour al-Velim Brigade took the hill.", "Suqour al-Velim Brigade"),
        ("The Varosian Liberation Front shelled the port.", "Varosian Liberation Front"),
        ("The People's Resistance Brigades claimed it.", "People's Resistance Brigades"),
        ("Fighters of the Northern Storm Brigade fled.", "Northern Storm Brigade"),
        ("The Orvel Military Council spoke.", "Orvel Military Council"),
        ("The Front for the Liberation of Velim attacked.", "Front for the Liberation of Velim"),
        ("The rebel group Sword of the East claimed it.", "Sword of the East"),
        ("Velim (also Tolm) was a group of jihadists.", "Velim"),
        ("The Velim Falcons is a Sunni militia.", "Velim Falcons"),
        ("Velim Turkmen Brigades shot the pilot.", "Velim Turkmen Brigades"),
    ],
)
def test_a_shape_tells_an_armed_group(text: str, name: str) -> None:
    """By an Arabic noun, by a cause, by a foreign word, by "of", by what it is called."""
    assert coined(text) == [(name, "rebel_group")]


def test_units_with_a_number_are_a_states() -> None:
    """An ordinal counts the units of an army."""
    found = coined("The 1st Coastal Division and the 24th Brigade moved up.")
    assert found == [("1st Coastal Division", "state_military"), ("24th Brigade", "state_military")]


def test_tribes_are_parties_and_no_places() -> None:
    """ "Fighters of the X tribe" are its militia."""
    assert coined("Men of the Albu Velim tribe fought them.") == [("Albu Velim tribe", "identity_militia")]


@pytest.mark.parametrize(
    "text",
    [
        "The National Front won the election.",
        "The Western Front was quiet.",
        "They play in the First Division.",
        "The Fire Brigade came at once.",
        "The Salvation Army helped families.",
        "The Labour Movement met the Conservative Party.",
        "Troops hold the Kharkiv Front.",
        "The movement grew, and its army with it.",
        "Velim is an aid group.",
        "He was a member of a rebel group.",
    ],
)
def test_other_bodies_are_no_armed_groups(text: str) -> None:
    """Parties, teams, fire brigades and fronts on a map keep out."""
    assert coined(text) == []


def test_the_lexicons_go_before_the_shape() -> None:
    """A known name is that party, whatever its shape."""
    entry = Scan("Jaysh al-Islam shelled the town.").of("belligerent")[0].entry
    assert (entry.name, entry.coined) == ("Jaysh al-Islam", False)
