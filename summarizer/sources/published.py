"""Publication dates as files write them; one that could be two days is none."""

from __future__ import annotations

import datetime as dt
import re

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
_WORDS = (
    re.compile(
        r"(?:[a-z]{3,9}\.?,? )?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
        r"[ -](?P<month>[a-z]{3,9})\.?,?[ -](?P<year>\d{4})(?!\d)"
    ),
    re.compile(
        r"(?:[a-z]{3,9}, )?(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})(?!\d)"
    ),
)


def read_published(value: object) -> dt.date | None:
    """Return the day, or None where there is none that is certain.

    Read are ISO 8601 (the day where it was written, whatever its time zone), 2016/10/06, the dates of mails
    and feeds ("Thu, 06 Oct 2016 09:00:00 GMT"), months in words ("October 6, 2016") and seconds or
    milliseconds since 1970 (UTC). Not read are 06/10/2016, which is two days, and a month or year alone.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    try:
        return _read(str(value).strip()[:100].lower())
    except (ValueError, OverflowError, OSError):  # 30 February, the year 50000
        return None


def _read(text: str) -> dt.date | None:
    if _EPOCH.fullmatch(text):
        seconds = float(text)
        return dt.datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, dt.UTC).date()
    if numbers := _NUMBERS.match(text):
        return dt.date(int(numbers["year"]), int(numbers["month"]), int(numbers["day"]))
    for pattern in _WORDS:
        if (words := pattern.match(text)) and words["month"] in _MONTHS:
            return dt.date(int(words["year"]), _MONTHS[words["month"]], int(words["day"]))
    return dt.datetime.fromisoformat(text.upper()).date()
