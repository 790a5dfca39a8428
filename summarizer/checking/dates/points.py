"""Single dates: what one weekday, day, week, month, season or year of a phrase stands for.

The rules are patterns over the letters of `date_lexicon.CODES`: "NMY" is a number, a month and a year.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

from summarizer.checking.dates import periods, spans
from summarizer.checking.dates.lexicon import DateWord
from summarizer.checking.dates.periods import Clock, Words, offset_of, pick, unit_of, value_of
from summarizer.checking.dates.spans import DAY, Stretch
from summarizer.schema.vocabulary import DateBasis, DatePrecision

Rule = Callable[[Words, Clock], Stretch | None]


def read_point(words: Words, clock: Clock) -> Stretch | None:
    """Return the days of a phrase that names one date or period; None where no rule reads it."""
    if words and words[0].code == "P":
        return _part(words, clock)
    rule = _rule_for("".join(word.code for word in words))
    return rule(words, clock) if rule else None


@lru_cache(maxsize=1024)
def _rule_for(spelled: str) -> Rule | None:
    return next((rule for pattern, rule in _RULES if pattern.fullmatch(spelled)), None)


def _part(words: Words, clock: Clock) -> Stretch | None:
    whole = _this_period(words[1:], clock) if words[-1].code == "U" else None
    whole = whole or read_point(words[1:], clock)
    if whole is None or whole.precision == DatePrecision.DAY:
        return whole
    return spans.part_of(whole, words[0].text)


def _this_period(words: Words, clock: Clock) -> Stretch | None:
    """Read "the year" of "the start of the year"."""
    if len(words) != 1:
        return None
    return periods.period([DateWord("t"), *words], clock)


def _relative_day(words: Words, clock: Clock) -> Stretch:
    return spans.single_day(clock.today + value_of(words, "R") * DAY, DateBasis.RELATIVE, "relative-day")


def _weekday(words: Words, clock: Clock) -> Stretch:
    day = spans.weekday_near(value_of(words, "W"), clock.anchor, ahead=clock.ahead)
    return spans.single_day(day, DateBasis.RELATIVE, "weekday")


def _weekday_from(words: Words, clock: Clock) -> Stretch:
    """Read "last Tuesday" and "next Tuesday", never the publication's own day, and "this Tuesday"."""
    offset, weekday = offset_of(words), value_of(words, "W")
    if offset:
        day = spans.weekday_near(weekday, clock.today + offset * DAY, ahead=offset > 0)
    else:
        day = spans.week_of(clock.today)[0] + weekday * DAY
        if clock.ahead != (day >= clock.today) and day != clock.today:
            day = spans.weekday_near(weekday, clock.today, ahead=clock.ahead)
    return spans.single_day(day, DateBasis.RELATIVE, f"{periods.OFFSET_NAMES[offset]}-weekday")


def _weekday_of_week(words: Words, clock: Clock) -> Stretch | None:
    if unit_of(words) != "week":
        return None
    monday = spans.week_of(clock.today, offset_of(words))[0]
    return spans.single_day(monday + value_of(words, "W") * DAY, DateBasis.RELATIVE, "weekday-of-week")


def _full_date(words: Words, clock: Clock) -> Stretch | None:
    numbers = [word.value for word in words if word.code == "N"]
    year = pick(words, "Y")
    if fixed := pick(words, "F"):
        month, day = divmod(fixed.value, 100)
    else:
        month, day = value_of(words, "M"), numbers[0]
    if year is None and words[-2].code == "N" and numbers[1] <= 31:
        return None  # "May 3, 4": two days, no year
    number = year.value if year else periods.century_year(numbers[1], clock.published)
    return spans.single_day(dt.date(number, month, day), DateBasis.EXPLICIT, "full-date")


def _day_of_year(words: Words, clock: Clock) -> Stretch | None:
    """Read a day and month without a year; "May 90" is a month and a year."""
    fixed = pick(words, "F")
    month, day = divmod(fixed.value, 100) if fixed else (value_of(words, "M"), value_of(words, "N"))
    if day > 31 and pick(words, "W") is None and words[0].code == "M":
        return periods.whole_month(
            periods.century_year(day, clock.published), month, DateBasis.EXPLICIT, "month-year"
        )
    found = spans.date_near(month, day, clock.anchor, ahead=clock.ahead)
    return spans.single_day(found, DateBasis.DEFAULTED, "day-month") if found else None


def _day_month_of_year(words: Words, clock: Clock) -> Stretch | None:
    if unit_of(words) != "year":
        return None
    day = dt.date(clock.today.year + offset_of(words), value_of(words, "M"), value_of(words, "N"))
    return spans.single_day(day, DateBasis.RELATIVE, "day-of-year")


def _day_of_month(words: Words, clock: Clock) -> Stretch | None:
    """Read "the 4th" and "the 15th of last month"."""
    day, unit = value_of(words, "N"), pick(words, "U")
    if unit is None:
        if words[0].text != "ordinal" or words[0].value > 31:
            return None
        month = clock.anchor
        for _ in range(3):
            start, end = spans.month_of(month.year, month.month)
            found = start + (day - 1) * DAY
            if found <= end and (found >= clock.anchor if clock.ahead else found <= clock.anchor):
                return spans.single_day(found, DateBasis.DEFAULTED, "day-of-month")
            month = end + DAY if clock.ahead else start - DAY
        return None
    if unit.text != "month":
        return None
    year, number = spans.shifted_month(clock.today.year, clock.today.month, offset_of(words))
    return spans.single_day(dt.date(year, number, day), DateBasis.RELATIVE, "day-of-month")


_RULES: list[tuple[re.Pattern[str], Rule]] = [
    (re.compile(pattern), rule)
    for pattern, rule in (
        ("W", _weekday),
        ("W?RW?", _relative_day),
        ("W?(?:NMY|MNY|YMN|YNM|NMN|MNN|FY)W?", _full_date),
        ("W?(?:NM|MN|F)W?", _day_of_year),
        ("[lptn]W", _weekday_from),
        ("[ltn]U", periods.period),
        ("MY|YM", periods.month_year),
        ("M", periods.month),
        ("Y", periods.year),
        ("[Nq]?Ua", periods.ago),
        ("W[ltn]U|[ltn]UW", _weekday_of_week),
        ("W?(?:NM|MN)[ltn]U", _day_month_of_year),
        ("M[ltn]U|[ltn]UM", periods.month_of_year),
        ("[lptn]M", periods.month_from),
        ("N|N[ltn]U", _day_of_month),
        ("[ltn]?S|SY|YS|S[ltn]U", periods.season),
        ("D", periods.decade),
        ("[lptn]?k", periods.weekend),
        ("NUMY?", periods.week_of_month),
    )
]
