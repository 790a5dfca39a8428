"""What victims were, as their noun and what they belong to say."""

from __future__ import annotations

from itertools import chain

import pytest

from summarizer import summarize
from summarizer.patterns.lexicon import table, wordset


def status_of(sentence: str) -> str:
    report = summarize(sentence, title="", published="2024-01-02")
    return report.casualties[0].victim_status.value


@pytest.mark.parametrize(
    ("whose", "status"),
    [
        ("of a wedding party", "civilian"),
        ("of a church choir", "civilian"),
        ("of the national football team", "civilian"),
        ("of the public", "civilian"),
        ("of the village council", "official"),
        ("of parliament", "official"),
        ("of a medical team", "medical"),
        ("of an aid convoy", "aid_worker"),
        ("of a television crew", "journalist"),
        ("of a search team", "unknown"),
        ("of an aid group", "aid_worker"),
        ("of a rights group", "civilian"),
        ("of a women's group", "civilian"),
        ("of a youth organisation", "civilian"),
        ("of a medical unit", "medical"),
        ("of a rescue squad", "aid_worker"),
        ("of a UN team", "unknown"),
        ("of an armed group", "combatant"),
        ("of the group", "combatant"),
        ("of the Zintan Brigade", "combatant"),
        ("of the cell", "combatant"),
        ("of the Taliban", "combatant"),
        ("of the security forces", "police_security"),
    ],
)
def test_members_are_what_their_party_is(whose: str, status: str) -> None:
    """Who was at a wedding is no combatant, whatever else has members."""
    assert status_of(f"Four members {whose} were killed by a bomb near Velim on Monday.") == status


@pytest.mark.parametrize(
    ("people", "status"),
    [("church members", "civilian"), ("council members", "official"), ("gang members", "combatant")],
)
def test_what_stands_before_members_tells_as_well(people: str, status: str) -> None:
    assert status_of(f"A bomb killed four {people} near Velim on Monday.") == status


@pytest.mark.parametrize(
    ("people", "status"),
    [
        ("Israeli settlers", "civilian"),
        ("unidentified men", "unknown"),
        ("individuals", "unknown"),
        ("motorcyclists", "unknown"),
        ("gunmen", "combatant"),
    ],
)
def test_who_may_be_an_attacker_is_none_for_being_killed(people: str, status: str) -> None:
    assert status_of(f"A bomb killed four {people} near Velim on Monday.") == status


@pytest.mark.parametrize(
    "people", ["marchers", "migrants", "hikers", "patients", "seafarers", "firefighters"]
)
def test_people_without_arms_are_civilians(people: str) -> None:
    assert status_of(f"A bomb killed four {people} near Velim on Monday.") == "civilian"


def test_a_word_tells_of_one_kind_of_members() -> None:
    for part, kinds in table("members").items():
        words = list(chain.from_iterable(wordset("members", part, kind) for kind in kinds))

        assert len(words) == len(set(words)), part
