"""Whether two date phrases can be one day."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.readers.rules.days import other_day, other_year

SATURDAY = dt.date(2012, 8, 18)


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ("yesterday", "Friday", False),
        ("yesterday", "Thursday", True),
        ("today", "Aug. 18", False),
        ("today", "Aug. 8", True),
        ("overnight", "Friday night", False),
        ("Monday", "on Monday morning", False),
        ("Aug. 8", "16 June", True),
        ("today", "this year", True),
    ],
)
def test_days(left: str, right: str, differ: bool) -> None:
    assert other_day(left, right, SATURDAY) is differ
    assert other_day(right, left, SATURDAY) is differ


def test_without_a_date_of_publication_only_words_tell() -> None:
    assert other_day("yesterday", "Friday", None)
    assert not other_day("Friday", "early Friday", None)


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ("three weeks ago", "2009", True),
        ("January 2009", "June 2010", True),
        ("in 2009", "January 2009", False),
        ("Monday", "2012", False),
        ("December", "2011", False),
        ("three years ago", "2009", False),
        ("Monday", "Friday", False),
    ],
)
def test_years(left: str, right: str, differ: bool) -> None:
    """A day without a year is of this year or of the last one."""
    assert other_year(left, right, SATURDAY) is differ
    assert other_year(right, left, SATURDAY) is differ
