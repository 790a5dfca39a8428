"""Counts of one operation in different sentences: added up only where the text sets them apart."""

from __future__ import annotations

import pytest

from summarizer import Report, summarize

LEAD = "Jets bombed the market at Telma on Monday, killing 38 people, hospital officials said. "


def report_of(*sentences: str) -> Report:
    """Return the report of the lead and what follows it."""
    return summarize(LEAD + " ".join(sentences), published="2016-10-06")


def relations(report: Report) -> list[tuple[str | None, str | None]]:
    """Return each count with what it is to another one."""
    return [(c.count, c.relation.kind.value if c.relation else None) for c in report.casualties]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("The army said 50 people had died in the raid.", ("50", "rivals")),
        ("Two of them died on the way to hospital, killed by their wounds.", ("two", "part_of")),
        ("A teacher was killed in the raid.", ("a", "part_of")),
    ],
    ids=["another figure", "of them", "one person"],
)
def test_a_count_told_later_is_not_added(sentence: str, relation: tuple[str, str]) -> None:
    report = report_of(sentence)

    assert relation in [((count or "").lower(), kind) for count, kind in relations(report)]
    assert report.operations[0].toll[0].minimum == 38


def test_an_older_figure_is_the_one_that_is_revised() -> None:
    report = report_of("Officials had put the toll at 26 dead on Monday night.")

    assert relations(report)[0] == ("38", "revises")
    assert (report.operations[0].toll[0].minimum, report.operations[0].toll[0].maximum) == (38, 38)


def test_victims_whom_the_text_sets_apart_are_added() -> None:
    report = report_of("Another two people were killed when a wall fell.")

    assert report.operations[0].toll[0].minimum == 40


def test_a_toll_of_an_earlier_event_stands_apart() -> None:
    report = report_of("The first two raids left 91 people dead.")

    assert report.operations[0].toll[0].maximum == 38
