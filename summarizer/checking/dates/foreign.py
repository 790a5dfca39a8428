"""Date phrases of languages that have no lexicon here, read by dateparser.

dateparser knows full dates, months, weekdays and "yesterday" in some two hundred languages. A weekday that is
the publication's own it takes for the one a week before, which is mended here; ranges, "since" and parts of a
month it does not read. No English phrase comes here.
"""

from __future__ import annotations

import datetime as dt
import re

from dateparser.date import DateDataParser

from summarizer.checking.dates.periods import Clock
from summarizer.checking.dates.spans import Stretch, month_of, single_day, week_of
from summarizer.schema.vocabulary import DateBasis, DatePrecision

_LONGEST_PHRASE = 80
_DAY = dt.timedelta(days=1)
_ELSEWHEN = (dt.datetime(2001, 2, 12), dt.datetime(2012, 9, 21))
"""Two unrelated days: what comes out the same from both does not depend on the publication."""

_FAILURES = (ValueError, OverflowError, TypeError, AttributeError, LookupError, RecursionError, re.error)
"""What dateparser has been seen to raise over text that is no date."""


def read_foreign(phrase: str, language: str, clock: Clock) -> Stretch | None:
    """Return the day, week, month or year of a phrase; None where dateparser has no reading of it."""
    if len(phrase) > _LONGEST_PHRASE or not any(map(str.isalpha, phrase)):
        return None
    elsewhen = [_parse(phrase, language, base, clock.ahead) for base in _ELSEWHEN]
    if elsewhen[0] is not None and elsewhen[0] == elsewhen[1]:
        day, period = elsewhen[0]
        return _stretch(day, period, DateBasis.EXPLICIT)
    if clock.published is None:
        return None
    base = dt.datetime.combine(clock.published, dt.time())
    found = _parse(phrase, language, base, clock.ahead)
    if found is None:
        return None
    day, period = found
    if period == "day" and abs(day - clock.published) == 7 * _DAY:
        neighbour = _parse(phrase, language, base + (-_DAY if clock.ahead else _DAY), clock.ahead)
        if neighbour is not None and neighbour[0] == clock.published:
            day = clock.published
    if not clock.ahead and period == "day" and day > clock.published + _DAY:
        return None
    figures = any(map(str.isdecimal, phrase))
    return _stretch(day, period, DateBasis.DEFAULTED if figures and period == "day" else DateBasis.RELATIVE)


def _parse(phrase: str, language: str, base: dt.datetime, ahead: bool) -> tuple[dt.date, str] | None:
    settings = {
        "RELATIVE_BASE": base,
        "PREFER_DATES_FROM": "future" if ahead else "past",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    try:
        found = DateDataParser(languages=[language], settings=settings).get_date_data(phrase)
    except _FAILURES:
        return None
    if found.date_obj is None:
        return None
    day = found.date_obj.date()
    # A month comes with the day of the base: only the month was read.
    return (day.replace(day=1) if found.period in ("month", "year") else day), found.period


def _stretch(day: dt.date, period: str, basis: DateBasis) -> Stretch:
    rule = "dateparser"
    if period == "week":
        return Stretch(*week_of(day), DatePrecision.WEEK, basis, rule)
    if period == "month":
        return Stretch(*month_of(day.year, day.month), DatePrecision.MONTH, basis, rule)
    if period == "year":
        return Stretch(*month_of(day.year, 1, 12), DatePrecision.YEAR, basis, rule)
    return single_day(day, basis, rule)
