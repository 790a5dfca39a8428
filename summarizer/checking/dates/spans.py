"""Stretches of the calendar: days near a day, weeks, months, seasons, years and parts of them."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from summarizer.schema.vocabulary import DateBasis, DatePrecision

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)


class Stretch(NamedTuple):
    """Days from `start` to `end`, both included; None where an end is not stated."""

    start: dt.date | None
    end: dt.date | None
    precision: DatePrecision
    basis: DateBasis
    rule: str
    around_publication: bool = False
    """The publication lies in it ("this week"): what is reported lies before, what is planned behind it."""


def single_day(day: dt.date, basis: DateBasis, rule: str) -> Stretch:
    """Return one day."""
    return Stretch(day, day, DatePrecision.DAY, basis, rule)


def days(start: dt.date | None, end: dt.date | None, basis: DateBasis, rule: str) -> Stretch:
    """Return several days, or the one that they are."""
    precision = DatePrecision.DAY if start == end and start else DatePrecision.RANGE
    return Stretch(start, end, precision, basis, rule)


def weekday_near(weekday: int, day: dt.date, *, ahead: bool) -> dt.date:
    """Return the nearest such weekday before or behind a day, which may be the day itself."""
    if ahead:
        return day + dt.timedelta(days=(weekday - day.weekday()) % 7)
    return day - dt.timedelta(days=(day.weekday() - weekday) % 7)


def week_of(day: dt.date, weeks: int = 0) -> tuple[dt.date, dt.date]:
    """Return Monday and Sunday of the week of a day, or of one so many weeks on."""
    monday = day - dt.timedelta(days=day.weekday()) + weeks * WEEK
    return monday, monday + 6 * DAY


def month_of(year: int, month: int, length: int = 1) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a month, or of `length` months from it on."""
    last_year, last_month = shifted_month(year, month, length - 1)
    return (
        dt.date(year, month, 1),
        dt.date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]),
    )


def shifted_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the year and month so many months on."""
    years, index = divmod(month - 1 + months, 12)
    return year + years, index + 1


def shifted(day: dt.date, unit: str, number: int) -> dt.date:
    """Return the day so many units on; a day that its month lacks becomes the month's last."""
    if unit in ("day", "week"):
        return day + dt.timedelta(days=number * (7 if unit == "week" else 1))
    months = number * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = shifted_month(day.year, day.month, months)
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def date_near(month: int, day: int, near: dt.date, *, ahead: bool) -> dt.date | None:
    """Return the nearest such day of the year before or behind a day; None where no year has it."""
    step = 1 if ahead else -1
    for year in range(near.year, near.year + 9 * step, step):  # 29 February may be eight years away
        if not 1 <= year <= 9999 or not 1 <= day <= calendar.monthrange(year, month)[1]:
            continue
        found = dt.date(year, month, day)
        if found >= near if ahead else found <= near:
            return found
    return None


def month_near(month: int, near: dt.date, *, ahead: bool, length: int = 1) -> tuple[dt.date, dt.date]:
    """Return the nearest such month before or behind a day, which may lie in it."""
    year = near.year
    start, end = month_of(year, month, length)
    if ahead and end < near:
        return month_of(year + 1, month, length)
    if not ahead and start > near:
        return month_of(year - 1, month, length)
    return start, end


def period_of(day: dt.date, unit: str, offset: int) -> tuple[dt.date, dt.date] | None:
    """Return the week, month, year or decade so many on from the one of a day."""
    if unit == "week":
        return week_of(day, offset)
    if unit == "month":
        return month_of(*shifted_month(day.year, day.month, offset))
    if unit == "year":
        return month_of(day.year + offset, 1, 12)
    if unit == "decade":
        return month_of(day.year // 10 * 10 + offset * 10, 1, 120)
    return None


_PARTS = {
    # Days of a month; the last number is behind its end.
    DatePrecision.MONTH: {
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, 31),
        "first half": (1, 15),
        "second half": (16, 31),
    },
    # Days of a week, Monday first; months of a year and of a season; years of a decade.
    DatePrecision.WEEK: {"early": (1, 3), "mid": (2, 4), "late": (4, 7)},
    DatePrecision.YEAR: {
        "early": (1, 4),
        "mid": (5, 8),
        "late": (9, 12),
        "first half": (1, 6),
        "second half": (7, 12),
    },
    DatePrecision.SEASON: {"early": (1, 1), "mid": (2, 2), "late": (3, 3)},
    DatePrecision.RANGE: {
        "early": (1, 4),
        "mid": (5, 7),
        "late": (8, 10),
        "first half": (1, 5),
        "second half": (6, 10),
    },
}


def part_of(whole: Stretch, part: str) -> Stretch | None:
    """Return the early, middle or late part of a month, week, year, season or decade."""
    bounds = _PARTS.get(whole.precision, {}).get(part)
    if bounds is None or whole.start is None or whole.end is None:
        return None
    first, last = bounds
    if whole.precision in (DatePrecision.MONTH, DatePrecision.WEEK):
        start = whole.start + (first - 1) * DAY
        end = min(whole.start + (last - 1) * DAY, whole.end)
    else:
        months = 12 if whole.precision == DatePrecision.RANGE else 1
        start = shifted(whole.start, "month", (first - 1) * months)
        end = shifted(whole.start, "month", last * months) - DAY
    return whole._replace(
        start=start, end=end, precision=DatePrecision.RANGE, rule=f"{part.replace(' ', '-')}-part"
    )
