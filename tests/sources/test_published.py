"""Publication dates as files write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.sources.published import DateOrder, order_wanted, orders_of, read_published

DAY = dt.date(2016, 10, 6)


@pytest.mark.parametrize(
    "written",
    [
        DAY, dt.datetime(2016, 10, 6, 23), "2016-10-06", " 2016-10-06T23:59:59-05:00 ", "2016-10-06 09:00:00",
        "2016-10-06T09:00:00Z", "20161006", 20161006, "2016/10/06", "2016.10.6", "2016/10/06 09:00",
        "Thu, 06 Oct 2016 09:00:00 GMT", "6 October 2016", "6-Oct-2016", "October 6, 2016", "Oct. 6th, 2016",
        "Thursday, October 6, 2016", "October 6, 2016, 9:00 pm",
        1475712000, "1475712000", 1475712000.5, 1475712000000,
    ],
)  # fmt: skip
def test_a_day_is_read(written: object) -> None:
    assert read_published(written) == DAY


@pytest.mark.parametrize(
    "written",
    [
        None, "", "06/10/2016", "10.06.2016", "2016", 2016, "2016-10", "October 2016", "soon",
        "n.d.", 0, True, 1.5,
        "2016-13-01", "30 February 2016", "6 Marsh 2016",
        [2016, 10, 6], float("nan"), 10**30, "9" * 500,
    ],
)  # fmt: skip
def test_what_is_no_certain_day_is_none(written: object) -> None:
    assert read_published(written) is None


@given(st.one_of(st.text(), st.integers(), st.floats(), st.from_regex(r"\d{1,14}[-/. ]\d{1,4}.{0,9}")))
def test_nothing_raises(written: object) -> None:
    found = read_published(written)

    assert found is None or isinstance(found, dt.date)


@pytest.mark.parametrize(
    ("written", "order", "day"),
    [
        ("03/04/2015", None, None),
        ("25/12/2015", None, None),
        ("03/04/2015", "DMY", dt.date(2015, 4, 3)),
        ("03/04/2015", "MDY", dt.date(2015, 3, 4)),
        ("03/04/2015", "YMD", None),
        ("3.4.2015 09:30", "DMY", dt.date(2015, 4, 3)),
        ("3-4-2015", "MDY", dt.date(2015, 3, 4)),
        ("25/12/2015", "DMY", dt.date(2015, 12, 25)),
        ("25/12/2015", "MDY", None),
        ("03/04.2015", "DMY", None),
        ("03/04/15", "DMY", None),
        ("03/04/20150", "DMY", None),
        ("2015/04/03", "DMY", dt.date(2015, 4, 3)),
        ("2015-04-03", "MDY", dt.date(2015, 4, 3)),
        ("April 3, 2015", "DMY", dt.date(2015, 4, 3)),
    ],
)
def test_an_order_says_which_of_two_days_a_date_is(
    written: str, order: DateOrder | None, day: dt.date | None
) -> None:
    """And nothing else: a date with its year first, or with its month in words, is the day that it was."""
    assert read_published(written, order) == day


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        (["03/04/2015"], "here both fit"),
        (["03/04/2015", "25/12/2015"], "here only DMY fits all"),
        (["03/04/2015", "12/25/2015"], "here only MDY fits all"),
        (["25/12/2015", "12/25/2015"], "some fit only the one, some only the other"),
    ],
)
def test_it_is_said_which_order_fits(dates: list[str], says: str) -> None:
    assert says in order_wanted(map(orders_of, dates))


def test_nothing_is_said_of_an_order_where_no_date_has_its_year_last() -> None:
    assert order_wanted(map(orders_of, ["soon", "2015", "99/99/2015"])) == ""
