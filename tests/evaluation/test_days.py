"""Which dates are the same."""

from __future__ import annotations

import pytest

from summarizer.evaluation.days import overlap, parse_days, within

FRIDAY = [parse_days("1989-11-16")]


def test_a_month_overlaps_its_days_and_a_year_is_too_wide() -> None:
    assert overlap(parse_days("1989-11-16"), FRIDAY)
    assert overlap(parse_days("1989-11"), FRIDAY)
    assert not overlap(parse_days("1989"), FRIDAY)
    assert overlap(parse_days("1989"), [parse_days("1989")])
    assert not overlap(parse_days("1989-11-17"), FRIDAY)


def test_exact_wants_both_ends_and_a_day_off_is_allowed_where_it_says_so() -> None:
    assert within(parse_days("1989-11-16"), FRIDAY, 0)
    assert not within(parse_days("1989-11"), FRIDAY, 0)
    assert within(parse_days("1989-11-17"), FRIDAY, 1)
    assert not within(parse_days("1989-11-18"), FRIDAY, 1)
    assert not within(parse_days("1989-11-17"), FRIDAY, 0)


def test_a_month_has_its_own_last_day() -> None:
    assert str(parse_days("2016-02").end) == "2016-02-29"


@pytest.mark.parametrize("text", ["", "Tuesday", "2016-13", "2016-02-30", "16-10-06", "2016-10-06T10:00"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|month"):
        parse_days(text)
