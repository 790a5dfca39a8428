"""Places, dates and speakers as the text writes them."""

from __future__ import annotations

import pytest

from summarizer.patterns.dates import find_dates
from summarizer.patterns.places import find_places
from summarizer.patterns.scan import Scan
from summarizer.patterns.speakers import find_speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked in Velim on Friday.", [("Velim", None, ())]),
        ("Rebels attacked in the town of Velim in Sarn Province.", [("Velim", None, ("Sarn Province",))]),
        ("In Orun district, Sarn province, rebels attacked.", [("Orun district", None, ("Sarn province",))]),
        ("Rebels attacked a post 20 km south of Velim.", [("Velim", "20 km south of", ())]),
        ("Rebels attacked near Velim.", [("Velim", "near", ())]),
        ("Jets bombed Idlib.", [("Idlib", None, ())]),
        ("REBELS ATTACKED IN THE VICINITY OF PERQUIN.", [("PERQUIN", "IN THE VICINITY OF", ())]),
        ("US-led forces attacked.", []),
        ("Six men were killed when rebels attacked, Moscow said.", []),
        ("Speaking to Reuters on Monday, he said rebels attacked.", []),
    ],
)
def test_places(text: str, expected: list[tuple[str, str | None, tuple[str, ...]]]) -> None:
    """A name comes with the words that lead to it and with what encloses it."""
    assert [(place.name, place.relation, place.within) for place in find_places(Scan(text))] == expected


@pytest.mark.parametrize(
    ("text", "phrase", "role"),
    [
        ("Rebels attacked on Tuesday.", "Tuesday", "event"),
        ("Rebels attacked at dawn on Tuesday.", "at dawn on Tuesday", "event"),
        ("Rebels attacked late on Wednesday.", "late on Wednesday", "event"),
        ("Rebels attacked overnight.", "overnight", "event"),
        ("Rebels attacked on 12 May 2011.", "12 May 2011", "event"),
        ("Rebels attacked on May 12, 2011, and fled.", "May 12, 2011", "event"),
        ("Rebels attacked in July.", "July", "event"),
        ("Rebels attacked two days ago.", "two days ago", "event"),
        (
            "Rebels attacked between Sunday night and Monday morning.",
            "Sunday night and Monday morning",
            "event",
        ),
        ("Rebels attacked overnight Wednesday to Thursday.", "overnight Wednesday to Thursday", "event"),
        ("Rebels had attacked, the army said on Monday.", "Monday", "speech"),
        ("Forty have died since March.", "March", "since"),
    ],
)
def test_dates(text: str, phrase: str, role: str) -> None:
    """The phrase is whole, and a statement's own day is not the event's."""
    assert [(date.text, date.role) for date in find_dates(Scan(text))] == [(phrase, role)]


def test_numbers_and_the_verb_may_are_no_dates() -> None:
    """ "30 may be trapped", 2,011 rifles and a calibre are no dates."""
    assert find_dates(Scan("As many as 30 may be trapped, and 2,011 rifles of .45 calibre were found.")) == []


@pytest.mark.parametrize(
    ("text", "name", "kind", "anonymous"),
    [
        ("Two died, a military source said.", "a military source", "military", True),
        ("According to hospital officials, two died.", "hospital officials", "health", True),
        ("Two died, said Colonel Ilan Morh.", "Colonel Ilan Morh", "military", False),
        (
            "Lieutenant General Ral Tamo, head of the units, said two died.",
            "Lieutenant General Ral Tamo",
            "military",
            False,
        ),
        ("Villagers told reporters that two died.", "Villagers", "witness", True),
        ("The United Nations said two died.", "The United Nations", "un_io", False),
    ],
)
def test_speakers(text: str, name: str, kind: str, anonymous: bool) -> None:
    """Who speaks, what kind of source it is, and whether it has a name."""
    speaker = find_speakers(Scan(text))[0]
    assert (speaker.name, speaker.kind) == (name, kind)
    assert speaker.anonymous == anonymous or kind == "witness"
