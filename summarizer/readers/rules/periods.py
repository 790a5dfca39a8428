"""Stretches of time that a count may be of: "between May and July", "in the last month", "this month"."""

from __future__ import annotations

from summarizer.patterns.amounts import ONES
from summarizer.patterns.attacks import find_attacks
from summarizer.patterns.dates import find_dates
from summarizer.patterns.lexicon import wordset
from summarizer.patterns.scan import Scan

RANGES = {"between": "and", "from": "to"}
"""What opens a range of days or years, and what parts its ends."""
_MONTHS = wordset("dates", "months")


def range_of_days(words: list[str], index: int) -> int:
    """Return where "between 1992 and 2002" or "between 24 February and 2 March" ends, or 0."""
    start = _day_or_year(words, index + 1)
    if not start and words[index + 1 : index + 2] and words[index + 1].isdecimal():
        start = (
            index + 2 if words[index + 4 : index + 5] and words[index + 4] in _MONTHS else 0
        )  # "7 and 13 June"
    if not start or words[start : start + 1] != [RANGES[words[index]]]:
        return 0
    return _day_or_year(words, start + 1)


def _day_or_year(words: list[str], index: int) -> int:
    """Return where a year, or a day with its month, that begins at a token ends, or 0."""
    first, second = [*words[index : index + 2], "", ""][:2]
    if first.isdecimal() and len(first) == 4 and first[:2] in ("19", "20"):
        return index + 1
    if (first in _MONTHS and second[:1].isdecimal()) or (first[:1].isdecimal() and second in _MONTHS):
        return index + 2
    return 0


WITHIN = frozenset(("in", "over", "during", "within"))
_SPANS = frozenset("days weeks months years decades week month year decade".split())


def span_of_time(words: list[str], index: int) -> int:
    """Return where "in the last month", "over the past two weeks" or "in recent years" ends, or 0."""
    lead = words[index + 1 : index + 5]
    if lead[:3] == ["the", "same", "period"] or lead[:2] in (["this", "period"], ["that", "period"]):
        return index + 1 + lead.index("period") + 1
    if lead[:1] == ["the"] and lead[2:4] in (["hours", "to"], ["days", "to"], ["weeks", "to"]):
        return index + 4
    if len(lead) > 1 and lead[0] in ONES and lead[1] in ("weeks", "months", "years") and lead[2:3] != ["of"]:
        return index + 3  # "in six weeks of fighting" tells of one battle
    during = words[index] in ("during", "over") and lead[:1] == ["the"]
    if during and lead[1:2] and lead[1] in _WHOLE and not _goes_on(lead[2:3]):
        return index + 3  # "40 more died in detention during the month"
    if lead[:1] == ["the"] and lead[1:2] in (["last"], ["past"]):
        for offset, word in enumerate(lead[2:4], start=3):
            if word in _SPANS:
                return index + offset + 1
    elif lead[:1] == ["recent"] and lead[1:2] and lead[1] in _SPANS:
        return index + 3
    return 0


_WHOLE = frozenset(("week", "month", "quarter", "year"))


def _goes_on(following: list[str]) -> bool:
    """Tell whether "the month" is only the beginning of a phrase: "the year 2014", "the month's worst"."""
    return bool(following) and (following[0] in ("'s", "long", "old") or following[0][0].isdigit())


def still_running(scan: Scan, index: int) -> bool:
    """Tell whether "this month" is what a count is of: "19 bodies have been found this month", and no attack
    of its own is told."""
    words = scan.words
    if words[index + 1 : index + 2] not in (["month"], ["week"]):
        return False
    lead = words[:index]
    return not _HAVE.isdisjoint(lead) and not find_attacks(scan)


_HAVE = frozenset(("has", "have"))


def month_of_record(scan: Scan) -> str | None:
    """Return the month whose toll somebody keeps: "the group documented the killing of 112 people in May"."""
    if scan.vocabulary.isdisjoint(_RECORDS):
        return None
    dates = [date for date in find_dates(scan) if date.role == "event"]
    return dates[0].text if dates and all(is_month(date.text) for date in dates) else None


_RECORDS = frozenset(
    "documented documents recorded records registered counted verified logged tallied monthly".split()
)


def is_month(phrase: str) -> bool:
    """Tell whether a date names a month and no day of it: "May", "in May 2024"."""
    words = [word.strip(",.").casefold() for word in phrase.split()]
    rest = [word for word in words if word not in _MONTHS and word not in ("in", "of", "during")]
    return len(rest) < len(words) and all(word.isdecimal() and len(word) == 4 for word in rest)
