"""When two dates are the same: rules `dates`, `dates_exact` and `dates_1day`."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

WIDEST = 31
"""Days; a wider prediction matches only a gold span that is as wide."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


class Days(NamedTuple):
    """A span of days, both ends included."""

    start: dt.date
    end: dt.date


def parse_days(text: str) -> Days:
    """Return the days of "2016", "2016-10" or "2016-10-06"; raises ValueError for anything else."""
    found = _ISO.match(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = int(found[1]), found[2], found[3]
    if day:
        date = dt.date(year, int(month), int(day))
        return Days(date, date)
    first, last = (int(month), int(month)) if month else (1, 12)
    start = dt.date(year, first, 1)
    return Days(start, dt.date(year, last, calendar.monthrange(year, last)[1]))


def overlap(predicted: Days, alternatives: Iterable[Days]) -> bool:
    """Return whether a span shares a day with one of the gold's, without being much wider."""
    width = (predicted.end - predicted.start).days
    return any(
        width <= max(WIDEST, (gold.end - gold.start).days)
        and predicted.end >= gold.start
        and predicted.start <= gold.end
        for gold in alternatives
    )


def within(predicted: Days, alternatives: Iterable[Days], days: int) -> bool:
    """Return whether both ends lie at most so many days from those of one of the gold's spans."""
    return any(
        abs((predicted.start - gold.start).days) <= days and abs((predicted.end - gold.end).days) <= days
        for gold in alternatives
    )
