"""What a count is of: an event, events before it, or a year."""

from __future__ import annotations

import pytest

from summarizer import Report, summarize


def report_of(text: str) -> Report:
    return summarize(text, title="", published="2024-01-02")


def told(report: Report) -> list[tuple[str | None, str, bool]]:
    """Return each count with its scope, and whether it is of an operation."""
    return [(c.count, c.scope.value, bool(c.operations)) for c in report.casualties]


def test_the_toll_of_a_year_is_no_event_s() -> None:
    report = report_of("The ministry said its troops had killed 1,200 rebels in 2023, up from 900 in 2022.")

    assert told(report)[0] == ("1,200", "period", False)
    assert not report.operations


def test_an_attack_of_a_year_is_an_event() -> None:
    report = report_of("A truck bomb in Velim killed 300 people in 2017. Gunmen attacked the town on Monday.")

    assert told(report)[0] == ("300", "event", True)


def test_the_dead_of_the_first_two_are_not_added_to_the_third() -> None:
    report = report_of(
        "The bombing, which killed 21 people in Velim, was the third this month; the first two killed 12 and "
        "nine people."
    )

    assert [(count, belongs) for count, _, belongs in told(report)] == [
        ("21", True),
        ("12", False),
        ("nine", False),
    ]
    assert report.operations[0].toll[0].maximum == 21


def test_what_is_said_instead_of_a_denial_is_not_denied() -> None:
    report = report_of(
        "Troops attacked rebels near Velim on Monday. A spokesman for the rebels denied that 30 of their "
        "fighters had died, saying only three were hurt."
    )

    assert [(c.outcome.value, c.count, c.assertion.value) for c in report.casualties] == [
        ("killed", "30", "denied"),
        ("wounded", "only three", "stated"),
    ]


def test_those_who_have_died_in_a_war_are_not_of_one_attack() -> None:
    report = report_of(
        "A bomb killed 11 people near Velim on Friday. More than 2,000 people have died in the insurgency."
    )

    assert told(report) == [("11", "event", True), ("More than 2,000", "war", False)]


@pytest.mark.parametrize(
    "compared",
    [
        "It was the deadliest attack in the city since January 2018, when 35 people were killed.",
        "It was the worst attack in the city since a suicide bombing killed 35 people.",
        "It was the worst attack since a bombing in 2019 that left 35 people dead.",
    ],
)
def test_the_dead_of_the_event_that_this_one_is_compared_with_are_not_its_own(compared: str) -> None:
    report = report_of(f"A bomb killed 31 people near Velim on Friday, police said. {compared}")

    assert [(c.count, bool(c.operations)) for c in report.casualties] == [("31", True), ("35", False)]
    assert [(toll.minimum, toll.maximum) for toll in report.operations[0].toll] == [(31, 31)]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The network documented the killing of 90 villagers in April, 20 of them children.", "period"),
        ("Fifty people died in custody during the month, the network said.", "period"),
        ("Police said 22 bodies have been found in the valley this month.", "period"),
        ("At least 6,000 people died in the 2020 war.", "war"),
        ("A bomb killed 12 people in the market in Velim in April.", "event"),
        ("A bomb killed 12 people in the market in Velim this month.", "event"),
        ("The blast killed 14 people at once; two more died in hospital within the week.", "event"),
        ("A raid on a camp near Velim on 2 May killed 61 people.", "event"),
    ],
)
def test_the_toll_of_a_stretch_of_time_is_no_event_s(text: str, scope: str) -> None:
    row = report_of("Rebels shelled Daro, but nobody was hurt. " + text).casualties[1]

    assert (row.scope.value, bool(row.operations), row.assertion.value) == (scope, scope == "event", "stated")


def test_the_dead_of_previous_raids_are_not_of_this_one() -> None:
    report = report_of(
        "A drone strike killed five rebels near Velim on Monday. Nine were killed in two previous raids."
    )

    assert [belongs for _, _, belongs in told(report)] == [True, False]
    assert (report.operations[0].toll[0].minimum, report.operations[0].toll[0].maximum) == (5, 5)


def test_a_toll_behind_a_running_one_is_of_the_same_time() -> None:
    report = report_of(
        "Television said 26 protesters had died since the unrest began. Rights groups put the death toll at "
        "36. On Friday police shot dead 19 people in Velim."
    )

    assert told(report) == [("26", "cumulative", False), ("36", "cumulative", False), ("19", "event", True)]


def test_a_similar_attack_keeps_its_own_dead() -> None:
    report = report_of(
        "Five policemen were killed by a mine in Velim on Monday. Last month 12 policemen were killed in a "
        "similar attack in Daro."
    )

    assert [row.operations for row in report.casualties] == [["O1"], ["O2"]]


def test_the_seventh_to_be_killed_this_year_is_killed_in_an_event() -> None:
    report = report_of("A journalist was shot dead in Velim on Monday, the seventh to be killed this year.")

    assert told(report) == [("a", "event", True)]


def test_the_first_deaths_since_a_day_are_of_an_event() -> None:
    report = report_of(
        "A rocket hit a freighter near Aden on Monday, killing three sailors, the first deaths since "
        "the rebels began attacking ships."
    )

    assert told(report) == [("three", "event", True)]


@pytest.mark.parametrize(
    "before",
    [
        "Until Monday no one had died.",
        "Nobody had been killed in such an attack before.",
        "No sailor had previously been killed.",
    ],
)
def test_that_nobody_died_before_is_no_zero_of_this_event(before: str) -> None:
    report = report_of(f"Missiles hit a tanker off Velim on Monday, killing two sailors. {before}")

    assert [belongs for count, _, belongs in told(report) if count != "two"] in ([False], [])
    assert [toll.minimum for operation in report.operations for toll in operation.toll] == [2]
