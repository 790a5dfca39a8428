"""Whether two date phrases of an article name different days."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from summarizer.patterns.lexicon import wordset
from summarizer.patterns.tokens import fold

_NOISE = frozenset(
    "on the at of in early late around about night morning evening afternoon dawn noon before after".split()
)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_CALENDAR = wordset("dates", "months")
_TODAY = frozenset(("today", "tonight"))
_YESTERDAY = frozenset(("yesterday", "overnight"))


@lru_cache(maxsize=4096)
def words_of_day(phrase: str) -> frozenset[str]:
    """Return the words of a date phrase that name the day."""
    return frozenset(fold(phrase).replace(",", " ").replace(".", " ").split()) - _NOISE


def other_day(mine: str, theirs: str, published: dt.date | None) -> bool:
    """Tell whether two phrases name different days: "yesterday" and "Friday" in a report of Saturday do not.

    Where a phrase cannot be dated, phrases that share no word are different days.
    """
    left, right = words_of_day(mine), words_of_day(theirs)
    if not left.isdisjoint(right):
        return False
    if published is not None:
        first, second = _dated(left, published), _dated(right, published)
        if first is not None and second is not None:
            return first != second
    return True


def other_year(mine: str, theirs: str, published: dt.date | None) -> bool:
    """Tell whether two phrases name different years: "three weeks ago" and "in 2014" do in a report of 2024.

    A phrase without a year is of the year before or of that of the report, if it does not count years.
    """
    if "19" not in mine + theirs and "20" not in mine + theirs:
        return False
    left, right = _year_of(mine), _year_of(theirs)
    if left and right:
        return left != right
    without = words_of_day(theirs if left else mine)
    if published is None or not (left or right) or not _YEARS.isdisjoint(without):
        return False
    return (left or right) < published.year - 1


def _year_of(phrase: str) -> int:
    """Return the year that a phrase names, or 0."""
    years = [word for word in words_of_day(phrase) if len(word) == 4 and word.isdecimal()]
    return int(years[0]) if years and years[0][:2] in ("19", "20") else 0


_YEARS = frozenset("year years decade decades anniversary".split())


def _dated(words: frozenset[str], published: dt.date) -> dt.date | None:
    """Return the day that the words of a phrase name in a report of the given day; None: it is open."""
    if not words.isdisjoint(_TODAY):
        return published
    if not words.isdisjoint(_YESTERDAY) or words == {"last"}:
        return published - dt.timedelta(days=1)
    for number, weekday in enumerate(_WEEKDAYS):
        if weekday in words:
            return published - dt.timedelta(days=(published.weekday() - number) % 7)
    month = next((word for word in words if word in _CALENDAR), None)
    days = [int(word) for word in words if word.isdecimal() and len(word) < 3]
    if month is None or len(days) != 1:
        return None
    try:
        return dt.date(published.year, _MONTHS.index(month[:3]) + 1, days[0])
    except ValueError:
        return None
