"""Date phrases as days: what "late on Wednesday" or "early September" means beside the publication date.

What is reported lies in the past, what is planned or threatened in the future: "on Tuesday" is the nearest
Tuesday in that direction, the publication's own day included; so is a date without a year. Weeks begin on
Monday, seasons are those of the north, "a few" and "recent" reach seven units back.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from summarizer.checking.dates.lexicon import DATE_LANGUAGES, date_lexicon
from summarizer.checking.dates.periods import Clock, NeedsPublication, century_year
from summarizer.checking.dates.phrases import read_phrase
from summarizer.checking.dates.spans import month_of
from summarizer.checking.dates.words import DateWords, date_words
from summarizer.checking.quantities.lexicon import languages_to_try
from summarizer.schema.vocabulary import DateBasis, DatePrecision, Stage, TimeOfDay

__all__ = ["Span", "read_date"]

_AHEAD = frozenset([Stage.PLANNED, Stage.THREATENED])
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(
    r"(?<!\d)(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?!\d)"
)
_YEAR_AND_MONTH = re.compile(r"\s*(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])\s*")
_DIGIT = re.compile(r"\d")
_LONGEST_PHRASE = 400
_PART = re.compile(r"[,;()]|\bon\b", re.IGNORECASE)
_MOST_PARTS = 5
_NAMED_DAYS = frozenset(["weekday", "weekday-of-week", "day-month", "full-date"])


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a phrase names, both ends included; None where an end is not stated or not computable."""

    start: dt.date | None
    end: dt.date | None
    time_of_day: TimeOfDay | None
    precision: DatePrecision | None
    basis: DateBasis
    rule: str
    """The rule that computed it ("weekday", "month-year"), or why there is none ("no-publication-date")."""


def read_date(
    phrase: str, *, published: dt.date | None, stage: Stage | None = None, language: str | None = None
) -> Span:
    """Read a date phrase; one without a reading has the basis "unresolved" and keeps its time of day.

    A `stage` of planned or threatened looks ahead of the publication. `language` is an ISO 639-1 code;
    without it the languages of the phrase's script are tried.
    """
    return _read(phrase[:_LONGEST_PHRASE], Clock(published, stage in _AHEAD), language)


@lru_cache(maxsize=2048)  # the articles of a day share its dates
def _read(phrase: str, clock: Clock, language: str | None) -> Span:
    numeric = _numeric(phrase, clock, language)
    if numeric is not None:
        return numeric
    best, unknown = _unresolved(None, "no-rule"), len(phrase) + 1
    for candidate in _candidates(phrase, language):
        words = date_words(phrase, date_lexicon(candidate))
        # The language that knows most of the words is the phrase's own.
        if words.unknown < unknown:
            best, unknown = _span(words, clock), words.unknown
        if not unknown or language == candidate:
            break
    if best.rule == "no-rule":
        best = _day_within(phrase, clock, language) or best
    resolved = best.basis != DateBasis.UNRESOLVED
    if language in (None, "en") or (resolved and (language in DATE_LANGUAGES or not unknown)):
        return best
    return _foreign(phrase, language, clock) or best


def _day_within(phrase: str, clock: Clock, language: str | None) -> Span | None:
    """Read the one part of a longer phrase that names a day: "at first prayers on Saturday"."""
    parts = [part for part in _PART.split(phrase) if part.strip()]
    if not 1 < len(parts) <= _MOST_PARTS:
        return None
    read = [_read(part.strip(), clock, language) for part in parts]
    named = [span for span in read if span.rule in _NAMED_DAYS]
    if len(named) != 1:
        return None
    times = [span.time_of_day for span in read if span.time_of_day is not None]
    return replace(named[0], time_of_day=times[0] if times else None, rule=f"{named[0].rule}-within")


def _foreign(phrase: str, language: str, clock: Clock) -> Span | None:
    from summarizer.checking.dates.foreign import read_foreign  # dateparser takes 90 ms to import

    found = read_foreign(phrase, language, clock)
    return Span(found.start, found.end, None, found.precision, found.basis, found.rule) if found else None


def _candidates(phrase: str, language: str | None) -> tuple[str, ...]:
    tried = languages_to_try(phrase, language)
    return tried if language is None or language in DATE_LANGUAGES else ("en",)


def _span(phrase: DateWords, clock: Clock) -> Span:
    if "K" in phrase.spelled:
        return _unresolved(phrase.time, "counted-from-the-story")
    try:
        found = read_phrase(phrase, clock)
    except NeedsPublication:
        return _unresolved(phrase.time, "no-publication-date")
    except (ValueError, OverflowError):
        return _unresolved(phrase.time, "no-such-day")
    if found is None:
        return _unresolved(phrase.time, "moving-feast" if "H" in phrase.spelled else "no-rule")
    if found.start and found.end and found.start > found.end:
        return _unresolved(phrase.time, "no-such-day")
    time = phrase.time
    if time is None and "O" in phrase.spelled:
        time = TimeOfDay.NIGHT
    elif time is None and found.precision == DatePrecision.DAY and phrase.spelled.startswith("P"):
        time = _PART_OF_DAY.get(phrase.words[0].text)
    return Span(found.start, found.end, time, found.precision, found.basis, found.rule)


_PART_OF_DAY = {"early": TimeOfDay.MORNING, "late": TimeOfDay.NIGHT}


def _unresolved(time: TimeOfDay | None, why: str) -> Span:
    return Span(None, None, time, None, DateBasis.UNRESOLVED, why)


def _numeric(phrase: str, clock: Clock, language: str | None) -> Span | None:
    """Read dates in figures; which of two figures is the day must be certain."""
    if not _DIGIT.search(phrase):
        return None
    if month := _YEAR_AND_MONTH.fullmatch(phrase):
        year, number = int(month["year"]), int(month["month"])
        if number == (year + 1) % 100:
            return _unresolved(None, "ambiguous-year-or-month")
        start, end = month_of(year, number)
        return Span(start, end, None, DatePrecision.MONTH, DateBasis.EXPLICIT, "year-month-figures")
    matches = list(islice(_YEAR_FIRST.finditer(phrase), 2)) or list(islice(_YEAR_LAST.finditer(phrase), 2))
    if not matches:
        return None
    rest = phrase[: matches[0].start()] + " " + phrase[matches[-1].end() :]
    time = date_words(rest, date_lexicon("en")).time
    days: list[dt.date] = []
    for match in matches:
        try:
            day = _figures(match, clock, language)
        except ValueError:
            return _unresolved(time, "no-such-day")
        if day is None:
            return _unresolved(time, "ambiguous-day-month")
        days.append(day)
    if days[0] > days[-1]:
        return _unresolved(time, "no-rule")
    precision = DatePrecision.DAY if days[0] == days[-1] else DatePrecision.RANGE
    return Span(days[0], days[-1], time, precision, DateBasis.EXPLICIT, "date-figures")


def _figures(match: re.Match[str], clock: Clock, language: str | None) -> dt.date | None:
    year = int(match["year"])
    if "one" not in match.groupdict():
        return dt.date(year, int(match["month"]), int(match["day"]))
    if len(match["year"]) == 2:
        year = century_year(year, clock.published)
    one, two = int(match["one"]), int(match["two"])
    if one <= 12 and two <= 12 and one != two and language in (None, "en"):
        return None
    day, month = (two, one) if two > 12 else (one, two)
    return dt.date(year, month, day)
