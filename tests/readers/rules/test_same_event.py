"""Which sentences tell of one event, and which of two."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.readers.rules import RulesReader
from summarizer.schema import Draft


def read(text: str) -> Draft:
    """Return the draft of a text published on Tuesday 2024-05-07."""
    return RulesReader().draft(Article(text, title="", published="2024-05-07"))


def types(text: str) -> list[str]:
    """Return the types of the operations of a text."""
    return [operation.type.value for operation in read(text).operations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hezbollah fired rockets into Israel on Saturday and Israeli jets pounded Lebanon, killing nine.",
            ["shelling", "airstrike"],
        ),
        (
            "Jihadists ambushed a convoy on Sunday, killing 17 soldiers. The convoy hit a mine on Sunday and "
            "came under fire from men on motorcycles.",
            ["ambush"],
        ),
        (
            "A coalition force detained two insurgents in Tame district on Monday. An insurgent threw a "
            "grenade at the force.",
            ["arrest"],
        ),
        (
            "Bandits abducted ten women at Velim on Sunday. Two soldiers were killed at Tame on Monday.",
            ["abduction", "armed_attack"],
        ),
        (
            "An air attack on a market in Tame killed 43 people on Sunday, the latest assault on the town "
            "since war broke out in April.",
            ["airstrike"],
        ),
        (
            "Gunmen attacked Velim on Sunday, killing four. The attackers set ablaze 30 houses.",
            ["armed_attack"],
        ),
        (
            "Israeli troops killed six people in an Israeli raid on Jenin on Monday. On Tuesday two gunmen "
            "opened fire near Tubas, killing four people.",
            ["raid", "armed_attack"],
        ),
    ],
)
def test_one_event_or_two(text: str, expected: list[str]) -> None:
    """Doers, places, days and the kind of deed part events; elaborations stay with the lead."""
    assert types(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The war, which erupted in April, has killed tens of thousands of people.",
        "More than 13,000 people have been killed since the insurgency began in 2009.",
        "More than 30,500 people have since been killed, the ministry says.",
    ],
)
def test_the_toll_of_a_war_opens_no_operation(text: str) -> None:
    """What adds up a war is no event."""
    assert types(f"Gunmen attacked Velim on Monday, killing four. {text}") == ["armed_attack"]
    assert read(f"Gunmen attacked Velim on Monday, killing four. {text}").operations[0].evidence == [1]


def test_a_day_of_long_ago_is_background() -> None:
    """ "Oct. 7" in May is the October before."""
    made = read("Jets bombed Velim on Monday. Gunmen killed 1,200 people in Tame on Oct. 7.")
    assert [operation.discourse.value for operation in made.operations] == ["main", "background"]


def test_some_of_the_wounded_are_those_of_their_event() -> None:
    """ "Eleven of the wounded" belong to the event that wounded, though another was told last."""
    made = read(
        "Drones struck a house in Velim on Monday, wounding 17. Troops shelled Tame on Tuesday. Eleven of "
        "the wounded were in hospital."
    )
    eleven = next(row for row in made.casualties if row.count == "Eleven")
    assert eleven.operations == [made.operations[0].id]


def test_a_sentence_that_turns_to_another_region_tells_of_another_event() -> None:
    """The town of the first event is not put into the region of the second."""
    made = read(
        "A missile hit a house in the city of Velim on Monday, killing nine people. "
        "In the southern Orvel region, shelling killed a 61-year-old woman, local officials said."
    )
    assert [[place.name for place in row.places] for row in made.operations] == [["Velim"], ["Orvel region"]]


MALI = (
    "Gunmen killed 11 soldiers in an ambush near Menaka on Monday, the army said. Hours later, six "
    "civilians died when their vehicle hit a mine near Ansongo. The army said it had killed 20 terrorists "
    "in response. A local official said that 14 soldiers were killed in the ambush. Last week, 22 people "
    "were killed in an attack on a market."
)


def test_each_attack_of_a_day_keeps_its_own_dead() -> None:
    """Later, in response, last week and "the ambush" tell which event is meant."""
    report = summarize(MALI, title="", published="2024-06-12")

    tolls = [[(t.minimum, t.maximum) for t in operation.toll] for operation in report.operations]
    assert sorted(tolls) == [[(6, 6)], [(11, 14)], [(20, 20)], [(22, 22)]]


def test_what_gunmen_then_do_is_the_same_attack_and_its_attackers_are_no_rival_figure() -> None:
    report = summarize(
        "At least 16 people were killed when a suicide car bomb exploded outside a hotel in Mogadishu on "
        "Tuesday. Gunmen then stormed the building. Security forces ended the siege, killing four "
        "attackers. Police had earlier put the death toll at nine.",
        title="",
        published="2024-06-12",
    )

    [operation] = report.operations
    assert [(t.minimum, t.maximum) for t in operation.toll] == [(20, None)]
    assert [(c.count, c.relation and c.relation.kind.value) for c in report.casualties] == [
        ("At least 16", "revises"),
        ("four", None),
        ("nine", None),
    ]


def test_a_separate_operation_is_another_one() -> None:
    report = summarize(
        "Shells hit a resort in Zakho on Wednesday, killing nine people. The ministry said on Thursday that "
        "four PKK members had been killed in a separate operation near Gara.",
        title="",
        published="2024-06-12",
    )

    assert [[(t.minimum, t.maximum) for t in o.toll] for o in report.operations] == [[(9, 9)], [(4, 4)]]


def test_the_previous_week_is_another_event() -> None:
    report = summarize(
        "More than 220 people were killed in two days of fighting in Blue Nile, a state official said on "
        "Saturday. The previous week at least 13 died in clashes there.",
        published="2024-06-12",
    )

    assert [[toll.minimum for toll in operation.toll] for operation in report.operations] == [[221]]
    assert [(c.count, bool(c.operations)) for c in report.casualties] == [
        ("More than 220", True),
        ("at least 13", False),
    ]


def test_who_fell_elsewhere_the_same_day_is_of_another_event() -> None:
    """What others did to others the same day has a toll of its own."""
    made = read(
        "Forty people were hacked to death in Ituri on Sunday. A militia denied that it had killed anyone. "
        "It said government soldiers had killed 10 of its men the same day."
    )

    assert [row.operations for row in made.casualties if row.count in ("Forty", "10")] == [["O1"], ["O2"]]


def test_what_was_lost_in_another_year_is_of_another_event() -> None:
    made = read(
        "Troops attacked rebels near Tame on Monday. Rebels seized Tame in January 2014. An army column that "
        "tried to reach it in June 2015 was turned back with the loss of some 60 soldiers."
    )

    assert [operation.date for operation in made.operations] == ["Monday", "January 2014", "June 2015"]
    assert [row.operations for row in made.casualties] == [["O3"]]


def test_a_district_of_the_capital_is_not_in_another_town() -> None:
    made = read(
        "A car bomb killed seven people in the Shaab district of Baghdad. In Taji two bombs killed "
        "three soldiers."
    )

    assert [row.operations for row in made.casualties] == [["O1"], ["O2"]]


@pytest.mark.parametrize(
    "text",
    [
        "A force killed one rebel and detained two others in Zharay district, Kandahar province. In "
        "Tame, a rebel was arrested along with four of his men.",
        "Gunmen killed a policeman outside a mosque on Monday. In Tame, a bomb wounded 11 people.",
        "A mortar bomb wounded two guards in Velim on Monday. Meanwhile a grenade wounded a man in Tame.",
        "Rebels killed 15 villagers in Velim on Tuesday night and another 11 in Tame on Wednesday.",
    ],
)
def test_what_befell_others_in_another_town_is_of_another_event(text: str) -> None:
    made = read(text)

    assert len(made.operations) == 2
    assert made.casualties[0].operations == ["O1"]
    assert made.casualties[-1].operations == ["O2"]
    assert not any(row.relation for row in made.casualties)


def test_a_place_that_opens_a_paragraph_of_a_round_up_is_no_dateline() -> None:
    made = read(
        "The following attacks were reported on Monday.\n\nSUWAYRA - Four bodies were found.\n\n"
        "BAGHDAD - A roadside bomb killed two policemen.\n\nMOSUL - A mortar round killed a boy."
    )

    assert [row.operations for row in made.casualties] == [["O1"], ["O2"], ["O3"]]
    assert not any(row.relation for row in made.casualties)
