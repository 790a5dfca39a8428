"""Weeks, months, seasons and years of a date phrase, and what all readings of one share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.checking.dates import spans
from summarizer.checking.dates.lexicon import DateWord
from summarizer.checking.dates.spans import DAY, Stretch
from summarizer.schema.vocabulary import DateBasis, DatePrecision

FEW = 7
""" "A few", "several" and "recent" are read as two to seven."""


class NeedsPublication(Exception):
    """The phrase counts from a publication date that is not known."""


class Clock(NamedTuple):
    """What a phrase counts from."""

    published: dt.date | None
    ahead: bool
    """Whether the operation lies in the future."""
    near: dt.date | None = None
    """The day that the phrase must be close to; the publication, unless it is the far end of a range."""

    @property
    def today(self) -> dt.date:
        """The publication date."""
        if self.published is None:
            raise NeedsPublication
        return self.published

    @property
    def anchor(self) -> dt.date:
        """The day that a date without a year is looked for around."""
        return self.near or self.today


Words = Sequence[DateWord]


def pick(words: Words, code: str) -> DateWord | None:
    """Return the first word with a code."""
    return next((word for word in words if word.code == code), None)


def value_of(words: Words, code: str) -> int:
    """Return the value of the first word with a code, which must be there."""
    return next(word.value for word in words if word.code == code)


def offset_of(words: Words) -> int:
    """Return -1 for "last", 0 for "this", 1 for "next"."""
    return next({"l": -1, "p": -1, "t": 0, "n": 1}[word.code] for word in words if word.code in "lptn")


def unit_of(words: Words) -> str:
    """Return the first unit of time, or ""."""
    word = pick(words, "U")
    return word.text if word else ""


def _is_plural(words: Words) -> bool:
    word = pick(words, "U")
    return word is not None and word.value == 1


OFFSET_NAMES = {-1: "last", 0: "this", 1: "next"}


def century_year(short: int, published: dt.date | None) -> int:
    """Return the year that two figures stand for: the latest one not after the publication's next year."""
    if short > 99:
        return short
    limit = published.year + 1 if published else 2068
    return short + (limit - short) // 100 * 100


def whole_month(year: int, month: int, basis: DateBasis, rule: str) -> Stretch:
    """Return a month."""
    return Stretch(*spans.month_of(year, month), DatePrecision.MONTH, basis, rule)


def month_year(words: Words, clock: Clock) -> Stretch:
    """Read "October 2016"."""
    return whole_month(value_of(words, "Y"), value_of(words, "M"), DateBasis.EXPLICIT, "month-year")


def month_of_year(words: Words, clock: Clock) -> Stretch | None:
    """Read "May last year"."""
    if unit_of(words) != "year":
        return None
    year = clock.today.year + offset_of(words)
    return whole_month(year, value_of(words, "M"), DateBasis.RELATIVE, "month-of-year")


def month(words: Words, clock: Clock) -> Stretch:
    """Read "July": the latest not behind the publication, or the next one."""
    bounds = spans.month_near(value_of(words, "M"), clock.anchor, ahead=clock.ahead)
    return Stretch(*bounds, DatePrecision.MONTH, DateBasis.DEFAULTED, "month")


def month_from(words: Words, clock: Clock) -> Stretch:
    """Read "last July", which this month never is, "next July", "this July"."""
    offset, month, today = offset_of(words), value_of(words, "M"), clock.today
    rule = f"{OFFSET_NAMES[offset]}-month-name"
    if offset == 0:
        return whole_month(today.year, month, DateBasis.RELATIVE, rule)
    first, last = spans.month_of(today.year, today.month)
    near = first - DAY if offset < 0 else last + DAY
    bounds = spans.month_near(month, near, ahead=offset > 0)
    return Stretch(*bounds, DatePrecision.MONTH, DateBasis.RELATIVE, rule)


def season(words: Words, clock: Clock) -> Stretch:
    """Read a season, named by the year that it begins in; the north's seasons, three whole months."""
    first = value_of(words, "S")
    if year := pick(words, "Y"):
        bounds = spans.month_of(year.value, first, 3)
        return Stretch(*bounds, DatePrecision.SEASON, DateBasis.EXPLICIT, "season-year")
    if pick(words, "U"):
        bounds = spans.month_of(clock.today.year + offset_of(words), first, 3)
        return Stretch(*bounds, DatePrecision.SEASON, DateBasis.RELATIVE, "season-of-year")
    start, end = spans.month_near(first, clock.anchor, ahead=clock.ahead, length=3)
    if pick(words, "l") and end >= clock.today:
        start, end = spans.month_of(start.year - 1, first, 3)
    if pick(words, "n") and start <= clock.today:
        start, end = spans.month_of(start.year + 1, first, 3)
    basis = DateBasis.DEFAULTED if len(words) == 1 else DateBasis.RELATIVE
    return Stretch(start, end, DatePrecision.SEASON, basis, "season")


def year(words: Words, clock: Clock) -> Stretch:
    """Read "2014"."""
    bounds = spans.month_of(value_of(words, "Y"), 1, 12)
    return Stretch(*bounds, DatePrecision.YEAR, DateBasis.EXPLICIT, "year")


def decade(words: Words, clock: Clock) -> Stretch:
    """Read "the 1990s"."""
    return Stretch(
        *spans.month_of(value_of(words, "D"), 1, 120), DatePrecision.RANGE, DateBasis.EXPLICIT, "decade"
    )


def weekend(words: Words, clock: Clock) -> Stretch:
    """Read a weekend; the one that the publication falls on is "this" one, and "the" one too."""
    today, named = clock.today, next((word.code for word in words if word.code in "lptn"), "")
    on_weekend = today.weekday() >= 5
    ahead = named == "n" or (clock.ahead and named not in ("l", "p"))
    near = today
    if on_weekend and named in ("l", "p"):
        near = today - 2 * DAY
    elif on_weekend and named == "n":
        near = today + 2 * DAY
    elif on_weekend:
        ahead = False
    saturday = spans.weekday_near(5, near, ahead=ahead)
    return spans.days(saturday, saturday + DAY, DateBasis.RELATIVE, "weekend")


def period(words: Words, clock: Clock) -> Stretch | None:
    """Read "last week", "this month", "next year": whole calendar units, weeks from Monday on."""
    unit, offset = unit_of(words), offset_of(words)
    if _is_plural(words):
        return None
    rule = f"{OFFSET_NAMES[offset]}-{unit}"
    if unit == "day":
        return spans.single_day(clock.today + offset * DAY, DateBasis.RELATIVE, rule)
    bounds = spans.period_of(clock.today, unit, offset)
    if bounds is None:
        return None
    precision = DatePrecision.RANGE if unit == "decade" else DatePrecision(unit)
    return Stretch(*bounds, precision, DateBasis.RELATIVE, rule, around_publication=offset == 0)


def week_of_month(words: Words, clock: Clock) -> Stretch | None:
    """Read "the second week of May": the days 8 to 14."""
    number = value_of(words, "N")
    whole = month_year(words, clock) if pick(words, "Y") else month(words, clock)
    if unit_of(words) != "week" or not 1 <= number <= 4 or whole.start is None:
        return None
    start = whole.start + (number - 1) * spans.WEEK
    return Stretch(start, start + 6 * DAY, DatePrecision.WEEK, whole.basis, "week-of-month")


def ago(words: Words, clock: Clock) -> Stretch | None:
    """Read "three days ago", and "a few weeks ago" as two to seven."""
    unit = unit_of(words)
    if words[0].code == "N":
        return units_away(clock.today, unit, -words[0].value)
    if words[0].code == "U" and not _is_plural(words):
        return None
    latest, earliest = units_away(clock.today, unit, -2), units_away(clock.today, unit, -FEW)
    if latest is None or earliest is None:
        return None
    return spans.days(earliest.start, latest.end, DateBasis.RELATIVE, "few-ago")


def units_away(today: dt.date, unit: str, number: int) -> Stretch | None:
    """Return the day, week, month or year so many units from today; hours by the days that they touch."""
    rule = "ago" if number < 0 else "from-now"
    if unit == "minute":
        return spans.single_day(today, DateBasis.RELATIVE, rule)
    if unit == "hour":
        nearest, left = divmod(abs(number), 24)
        sign = -1 if number < 0 else 1
        ends = sorted((today + sign * nearest * DAY, today + sign * (nearest + bool(left)) * DAY))
        return spans.days(ends[0], ends[1], DateBasis.RELATIVE, rule)
    if unit == "day":
        return spans.single_day(today + number * DAY, DateBasis.RELATIVE, rule)
    if unit == "decade":
        unit, number = "year", number * 10
    bounds = spans.period_of(today, unit, number)
    return Stretch(*bounds, DatePrecision(unit), DateBasis.RELATIVE, rule) if bounds else None
