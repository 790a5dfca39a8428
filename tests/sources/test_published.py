"""Publication dates as files write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.sources.published import read_published

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
