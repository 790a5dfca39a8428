"""Hard cases 50 to 55: when it happened, counted from the publication date."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.schema import Report
from tests.checking.records import actor, operation
from tests.hard_cases.telling import casualty, derived, tell

REBELS = actor("A1", "Rebels", "rebel_group")


def attack(phrase: str, stage: str = "completed", published: dt.date | None = dt.date(2016, 10, 6)) -> Report:
    """Return the report of an attack at that time."""
    verb = "will attack" if stage == "planned" else "attacked"
    return tell(
        f"Rebels {verb} an army post {phrase}.",
        [operation("O1", "armed_attack", "A1 initiator", stage=stage, date=phrase)],
        actors=[REBELS],
        published=published,
    )


def when(report: Report) -> str:
    """Return start, end, time of day, precision and basis of the first operation."""
    found = report.operations[0].when
    assert found is not None
    return f"{found.start} {found.end} {found.time_of_day} {found.precision} {found.basis}"


@pytest.mark.parametrize(
    ("phrase", "stage", "published", "expected"),
    [
        ("on Tuesday", "completed", "2016-10-06", "2016-10-04 2016-10-04 None day relative"),
        ("next Tuesday", "planned", "2016-10-06", "2016-10-11 2016-10-11 None day relative"),
        ("on Tuesday", "planned", "2016-10-06", "2016-10-11 2016-10-11 None day relative"),
        ("on Tuesday", "completed", "2016-10-04", "2016-10-04 2016-10-04 None day relative"),
    ],
    ids=["before", "next", "planned", "same day"],
)
def test_50_weekday(phrase: str, stage: str, published: str, expected: str) -> None:
    """A weekday is the last one, the next one of what is planned, or the day of publication."""
    report = attack(phrase, stage, dt.date.fromisoformat(published))
    assert when(report) == expected
    assert report.findings == []


def test_50_weekday_that_has_not_come() -> None:
    """What has happened cannot be dated next week: kept, and found."""
    report = attack("next Tuesday")
    assert when(report) == "2016-10-11 2016-10-11 None day relative"
    assert [(finding.code, finding.path) for finding in report.findings] == [
        ("date-in-future", "operations[0].date")
    ]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("late on Wednesday", "2016-10-05 2016-10-05 night day relative"),
        ("overnight Wednesday to Thursday", "2016-10-05 2016-10-06 night range relative"),
        ("overnight", "2016-10-05 2016-10-06 night range relative"),
        ("yesterday", "2016-10-05 2016-10-05 None day relative"),
    ],
)
def test_51_yesterday_across_midnight(phrase: str, expected: str) -> None:
    """A night has two days, late on one of them only that one."""
    report = attack(phrase)
    assert when(report) == expected
    assert report.findings == []


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("last week", "2016-09-26 2016-10-02 None week relative"),
        ("in recent days", "2016-09-29 2016-10-06 None range relative"),
        ("in early September", "2016-09-01 2016-09-10 None range defaulted"),
    ],
)
def test_52_vague_period(phrase: str, expected: str) -> None:
    """A vague period is a range with its precision."""
    report = attack(phrase)
    assert when(report) == expected
    assert report.findings == []


def test_52_vague_period_of_a_lunar_month() -> None:
    """Ramadan moves from year to year and from country to country: kept, unresolved, noted."""
    report = attack("during Ramadan")
    assert when(report) == "None None None None unresolved"
    assert [finding.code for finding in report.findings] == ["date-unresolved"]


def test_52_vague_period_not_said() -> None:
    """Where the text gives no time there is none: the publication date is not put in its place."""
    report = tell(
        "Rebels attacked an army post.",
        [operation("O1", "armed_attack", "A1 initiator")],
        actors=[REBELS],
    )
    assert report.operations[0].when is None
    assert report.article.published == dt.date(2016, 10, 6)
    assert report.findings == []


def test_53_no_publication_date() -> None:
    """The phrase is kept, the date null, and a finding says why."""
    report = attack("on Tuesday", published=None)
    assert report.operations[0].date == "on Tuesday"
    assert derived(report) == [
        "O1 reported_as_fact, sides A1",
        "O1 when null unresolved",
        "O1 toll null",
        "O1 ACLED null, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "note date-unresolved operations[0].date",
    ]
    assert "needs a publication date" in report.findings[0].message


def test_54_report_is_not_event_date() -> None:
    """The finding is dated Friday; the bodies' killing, an operation of its own, begins in August."""
    report = tell(
        "Police on Friday found 14 bodies of men missing since August.",
        [
            operation("O1", "other", "A1 initiator", date="on Friday"),
            operation("O2", "attack_on_civilians", date="since August", discourse="background"),
        ],
        [casualty("C1", "killed", "14", "men", operations=["O2"], victim_status="unknown")],
        [actor("A1", "Police", "state_police_or_security")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1",
        "O1 when 2016-09-30 day relative",
        "O1 toll null",
        "O1 ACLED null, null",
        "O1 UCDP null, null",
        "O1 PLOVER null, GTD null, MUC null",
        "O2 reported_as_fact, sides none",
        "O2 when 2016-08-01..2016-10-06 range defaulted",
        "O2 toll killed 14 (C1)",
        "O2 ACLED Attack, 14",
        "O2 UCDP null, null null null 14; 14 14 14",
        "O2 PLOVER ASSAULT-targeted, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 14 exact, reported_as_fact",
    ]


def test_55_multi_day() -> None:
    """One row, one range of three days, and a toll of twelve that nobody divides."""
    report = tell(
        "Three days of fighting between troops and rebels left 12 dead.",
        [operation("O1", "clash", "A1 participant, A2 participant", date="Three days of fighting")],
        [casualty("C1", "killed", "12", "12")],
        [actor("A1", "troops", "state_military"), actor("A2", "rebels", "rebel_group")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1 > A2",
        "O1 when 2016-10-04..2016-10-06 range relative",
        "O1 toll killed 12 (C1)",
        "O1 ACLED Armed clash, 12",
        "O1 UCDP 1, null null null 12; 12 12 12",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 12 exact, reported_as_fact",
    ]
