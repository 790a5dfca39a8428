"""Counts that give one told before as their sum are its parts, and open no events of their own."""

from __future__ import annotations

import pytest

from summarizer import Report, summarize

LEAD = "Israeli strikes killed 24 people across the Gaza Strip on Monday, health officials said. "


def report_of(*sentences: str) -> Report:
    return summarize(LEAD + " ".join(sentences), title="", published="2024-01-02")


@pytest.mark.parametrize(
    "sentences",
    [
        ["Thirteen people were killed in Khan Younis and 11 in Rafah."],
        ["At least 13 were killed in Khan Younis, and another 11 died in Rafah."],
        ["Thirteen people were killed in Khan Younis.", "Eleven people were killed in Rafah."],
    ],
    ids=["in one clause", "in two", "in two sentences"],
)
def test_what_adds_up_to_a_count_told_before_is_part_of_it(sentences: list[str]) -> None:
    report = report_of(*sentences)

    whole, *parts = report.casualties
    assert [part.relation and (part.relation.kind.value, part.relation.to) for part in parts] == [
        ("part_of", whole.id),
        ("part_of", whole.id),
    ]
    [operation] = report.operations
    assert [(toll.minimum, toll.maximum) for toll in operation.toll] == [(24, 24)]
    assert {place.name for place in operation.places} == {"Gaza Strip", "Khan Younis", "Rafah"}


def test_what_does_not_add_up_stays_apart() -> None:
    report = report_of("Thirteen people were killed in Khan Younis and nine in Rafah.")

    assert {c.relation.kind.value for c in report.casualties if c.relation} != {"part_of"}


def test_an_attack_of_its_own_is_no_part() -> None:
    report = report_of(
        "Gunmen attacked a bus near Jenin and killed 13 people. A bomb killed 11 people in Nablus."
    )

    assert not any(c.relation and c.relation.kind == "part_of" for c in report.casualties)
    assert len(report.operations) == 3
