"""Two events in one sentence keep their own places and counts."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.readers.rules import RulesReader
from summarizer.schema import Draft


def read(text: str) -> Draft:
    """Return the draft of a text published on Thursday 2016-10-06."""
    return RulesReader().draft(Article(text, title="", published="2016-10-06"))


def told(made: Draft) -> list[tuple[str, str | None, str | None, str]]:
    """Return (outcome, count, place of its operation, discourse of its operation) of each casualty."""
    operations = {operation.id: operation for operation in made.operations}
    found = []
    for row in made.casualties:
        operation = operations[row.operations[0]]
        place = operation.places[0].name if operation.places else None
        found.append((row.outcome.value, row.count, place, operation.discourse.value))
    return found


def test_each_count_has_its_place() -> None:
    made = read("Twin bombings killed 12 people in Kirkuk and 9 in Mosul on Friday.")

    assert [row[:3] for row in told(made)] == [("killed", "12", "Kirkuk"), ("killed", "9", "Mosul")]


def test_what_is_set_beside_an_attack_has_its_own_doer() -> None:
    """The army did not set off the bomb, and the rebels did not die by it."""
    made = read(
        "A roadside bomb killed 12 volunteers near Velim on Sunday, while the army said its troops had "
        "killed around 100 terrorists."
    )
    bomb, other = made.operations

    assert (bomb.type.value, other.type.value) == ("ied_or_landmine", "armed_attack")
    assert all(part.role.value != "initiator" for part in bomb.participants)
    assert [(row.count, row.operations) for row in made.casualties] == [
        ("12", [bomb.id]),
        ("around 100", [other.id]),
    ]
    assert [len(row.according_to) for row in made.casualties] == [0, 1]


def test_two_kinds_of_bomb_are_two_events() -> None:
    made = read("A car bomb killed 12 people in Kirkuk and a roadside bomb killed three soldiers near Mosul.")

    assert [operation.type.value for operation in made.operations] == ["vehicle_bomb", "ied_or_landmine"]
    assert [row[1:3] for row in told(made)] == [("12", "Kirkuk"), ("three", "Mosul")]


def test_one_bombing_with_two_outcomes_is_one_event() -> None:
    made = read("A car bomb killed 12 people and wounded 30 in Kirkuk.")

    assert len(made.operations) == 1


def test_the_clause_that_only_dates_the_news_is_background() -> None:
    made = read("A blast wounded four policemen in Mosul a day after 20 people died in a bombing in Aleppo.")

    assert sorted(told(made)) == [
        ("killed", "20", "Aleppo", "background"),
        ("wounded", "four", "Mosul", "main"),
    ]


def test_a_date_stays_with_the_event_that_it_stands_before() -> None:
    made = read("On Monday troops raided the home of a militant linked to the August 8 attack in Mosul.")

    assert made.operations[0].date == "Monday"


def test_an_air_strike_does_not_say_what_flew() -> None:
    silent = read("An air strike killed four rebels near Mosul.")
    told_so = read("A warplane carried out an air strike on Mosul, killing four rebels.")

    assert [mean.value for mean in silent.operations[0].means] == []
    assert [mean.value for mean in told_so.operations[0].means] == ["crewed_aircraft"]


@pytest.mark.parametrize("claimed", ["the attack", "responsibility for the attack", "credit for it"])
def test_who_claims_an_attack_is_its_attacker(claimed: str) -> None:
    made = read(f"A bomb killed nine people in Mosul. The Taliban claimed {claimed}.")

    assert [part.role.value for part in made.operations[0].participants] == ["initiator"]


def test_what_is_denied_is_not_stated() -> None:
    made = read("He denied that troops had attacked the village of Daro, killing nine farmers.")

    assert {operation.assertion.value for operation in made.operations} == {"denied"}
    assert {row.assertion.value for row in made.casualties} == {"denied"}


def test_a_link_to_a_document_is_no_armed_group() -> None:
    made = read("For queries. Download PDF here. Rebels killed nine soldiers in an ambush near Mosul.")

    assert "People's Defence Force" not in {actor.name for actor in made.actors}
