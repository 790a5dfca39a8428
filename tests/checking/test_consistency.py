"""Counts that do not fit together are found."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.checking.case import Case
from summarizer.checking.consistency import check_consistency
from summarizer.schema import Casualty, Draft, Finding, Quantity, Relation
from tests.checking.records import count

TEXT = "The blast killed 9, bringing the month's toll in Diyala to 61. Police counted 40 wounded."


def findings(*rows: tuple[Casualty, Quantity]) -> list[Finding]:
    """Return what is found in counts, whatever was read."""
    draft = Draft(
        relevance="event_report",
        document_type="news",
        headline="A blast",
        abstract="A blast.",
        casualties=[casualty for casualty, _ in rows],
    )
    case = Case(Article(TEXT), draft)
    check_consistency(case, {casualty.id: quantity for casualty, quantity in rows})
    return case.findings


def event(minimum: int, **fields: Any) -> tuple[Casualty, Quantity]:
    """Return a count of one event."""
    return count("C1", "killed", str(minimum), minimum, minimum, **{"victims": "people"} | fields)


def running(maximum: int | None, **fields: Any) -> tuple[Casualty, Quantity]:
    """Return a count of a period, in the same sentence unless told otherwise."""
    given = {"scope": "period", "period": "the month's", "operations": [], "victims": "people"} | fields
    return count("C2", "killed", str(maximum), maximum, maximum, **given)


def test_an_event_below_the_running_toll_is_well() -> None:
    """HARD-CASE 3: "The blast killed 9, bringing the month's toll in Diyala to 61." """
    assert findings(event(9), running(61)) == []


def test_an_event_above_the_running_toll_of_its_sentence_is_found() -> None:
    (finding,) = findings(event(61), running(9))

    assert (finding.code, finding.path, finding.record) == ("count-inconsistent", "casualties[0].count", "C1")
    assert finding.message == (
        "C1, a toll of one event, is 61 or more; C2, the period toll that must hold it, is at most 9."
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"evidence": [2]},
        {"period": "last year"},
        {"period": "two years ago"},
        {"victims": "journalists"},
        {"victim_actor": "A7"},
        {"scope": "rate"},
        {"scope": "current"},
    ],
    ids=str,
)
def test_a_running_toll_that_need_not_hold_the_event_is_not_compared(fields: dict[str, Any]) -> None:
    assert findings(event(61), running(9, **fields)) == []


def test_a_running_toll_without_an_upper_bound_holds_any_event() -> None:
    assert findings(event(61), running(None)) == []


def test_a_part_is_compared_with_its_whole_whatever_the_sentence() -> None:
    part = event(61, relation="part_of C2", evidence=[2])

    assert [f.message for f in findings(part, running(9))] == [
        "C1 (61 or more) is part of C2, whose period toll is at most 9."
    ]


def test_the_killed_are_among_the_casualties() -> None:
    killed = event(5, relation="part_of C3")
    whole = count("C3", "killed_or_wounded", "3", 3, 3)

    assert [f.message for f in findings(killed, whole)] == [
        "C1 (5 or more) is part of C3, whose whole is at most 3."
    ]


def test_bounds_that_cross_are_found() -> None:
    crossed = count("C1", "killed", "8 to 6", 8, 6, "range")

    assert [f.message for f in findings(crossed)] == ["C1 is at least 8 and at most 6."]


def test_a_record_that_is_part_of_itself_or_of_nothing_is_left_to_the_references() -> None:
    circle, nothing = event(9), event(9)
    circle[0].relation = Relation(to="C1", kind="part_of")
    nothing[0].relation = Relation(to="C77", kind="part_of")

    assert findings(circle) == findings(nothing) == []
