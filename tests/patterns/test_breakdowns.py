"""A count that is told again by its parts is counted once."""

from __future__ import annotations

import pytest

from summarizer import summarize


def toll_of(sentence: str) -> list[tuple[str, int | None, int | None]]:
    report = summarize(sentence, title="", published="2024-01-02")
    return [
        (toll.outcome.value, toll.minimum, toll.maximum)
        for operation in report.operations
        for toll in operation.toll
    ]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Rebels killed six people, four soldiers and two civilians, in an ambush near Velim.", 6),
        ("Six people, four soldiers and two civilians, were killed by a mine near Velim.", 6),
        ("Rebels killed 12 people, eight soldiers, two guards and two boys, near Velim.", 12),
        ("Rebels killed ten people, two soldiers and a nurse, near Velim.", 10),
        ("Gunmen killed two women, a mother and her daughter, near Velim.", 2),
        ("Shelling killed three civilians, two children and a man, in Velim.", 3),
        ("The raid killed four militants, two Saudis and two Yemenis, on Monday.", 4),
        ("Gunmen killed three journalists, two reporters and a cameraman, in Velim.", 3),
    ],
)
def test_parts_behind_a_comma_are_not_added(sentence: str, number: int) -> None:
    assert toll_of(sentence) == [("killed", number, number)]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Two soldiers, a nurse and a driver were killed by a bomb in Velim.", 4),
        ("A bomb killed two soldiers, a nurse and a driver.", 4),
        ("Two women, a child and a soldier, were killed by a bomb in Velim.", 4),
        ("Rebels killed two soldiers, two Chadians and two Nigerians on Monday.", 6),
    ],
)
def test_a_list_is_added_up(sentence: str, number: int) -> None:
    assert toll_of(sentence) == [("killed", number, number)]


@pytest.mark.parametrize("lead", ["Two persons", "Two more persons", "Two others"])
def test_who_the_two_were_is_said_behind_them(lead: str) -> None:
    report = summarize(
        f"A bomb went off in Velim. {lead}, a nurse and a soldier, were injured.", published="2024-01-02"
    )

    whole, nurse, soldier = report.casualties
    assert [(part.relation.kind.value, part.relation.to) for part in (nurse, soldier) if part.relation] == [
        ("part_of", whole.id),
        ("part_of", whole.id),
    ]
