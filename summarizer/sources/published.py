"""Publication dates as files write them; one that could be two days is none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Literal, TypeAlias, get_args

_MONTHS = {
    name: number
    for number, full in enumerate(
        "january february march april may june july august september october november december".split(),
        start=1,
    )
    for name in (full, full[:3])
} | {"sept": 9}
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_NUMBERS = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
_WORDS = (
    re.compile(
        r"(?:[a-z]{3,9}\.?,? )?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
        r"[ -](?P<month>[a-z]{3,9})\.?,?[ -](?P<year>\d{4})(?!\d)"
    ),
    re.compile(
        r"(?:[a-z]{3,9}, )?(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})(?!\d)"
    ),
)


DateOrder: TypeAlias = Literal["DMY", "MDY", "YMD"]
"""What the numbers of a date are: 03/04/2015 is 3 April in DMY, 4 March in MDY, and no date in YMD."""
DATE_ORDERS: tuple[DateOrder, ...] = get_args(DateOrder)


def read_published(value: object, order: DateOrder | None = None) -> dt.date | None:
    """Return the day, or None where there is none that is certain.

    Read are ISO 8601 (the day where it was written, whatever its time zone), 2016/10/06, the dates of mails
    and feeds ("Thu, 06 Oct 2016 09:00:00 GMT"), months in words ("October 6, 2016") and seconds or
    milliseconds since 1970 (UTC). Not read are a month or year alone, and 06/10/2016, which is two days as
    long as no `order` says which; with one, a date that it does not fit is none.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    try:
        return _read(str(value).strip()[:100].lower(), order)
    except (ValueError, OverflowError, OSError):  # 30 February, the year 50000
        return None


def orders_of(value: object) -> frozenset[DateOrder]:
    """Return the orders in which a date with its year last is a day: both where it may be two days."""
    text = str(value).strip()[:100]
    if not _YEAR_LAST.match(text):
        return frozenset()
    return frozenset(order for order in DATE_ORDERS if read_published(text, order) is not None)


def order_wanted(kinds: Iterable[frozenset[DateOrder]]) -> str:
    """Return how to have dates with their year last read, given the orders that each kind of them fits."""
    fitting = {kind for kind in kinds if kind}
    if not fitting:
        return ""
    all_fit = frozenset.intersection(*fitting)
    says = "some fit only the one, some only the other"
    if all_fit:
        says = "here both fit" if len(all_fit) > 1 else f"here only {min(all_fit)} fits all"
    return f" --date-order DMY or MDY says what the numbers in dates like 03/04/2015 are; {says}."


def _read(text: str, order: DateOrder | None) -> dt.date | None:
    if _EPOCH.fullmatch(text):
        seconds = float(text)
        return dt.datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, dt.UTC).date()
    if numbers := _NUMBERS.match(text):
        return dt.date(int(numbers["year"]), int(numbers["month"]), int(numbers["day"]))
    if numbers := _YEAR_LAST.match(text):
        if order is None or order == "YMD":
            return None
        day, month = ("one", "two") if order == "DMY" else ("two", "one")
        return dt.date(int(numbers["year"]), int(numbers[month]), int(numbers[day]))
    for pattern in _WORDS:
        if (words := pattern.match(text)) and words["month"] in _MONTHS:
            return dt.date(int(words["year"]), _MONTHS[words["month"]], int(words["day"]))
    return dt.datetime.fromisoformat(text.upper()).date()
