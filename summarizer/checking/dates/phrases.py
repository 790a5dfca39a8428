"""Whole date phrases: a single date, or a range, a start, a duration around one."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from summarizer.checking.dates import spans
from summarizer.checking.dates.lexicon import DateWord
from summarizer.checking.dates.periods import FEW, Clock, Words, pick, unit_of, units_away
from summarizer.checking.dates.points import Rule, read_point
from summarizer.checking.dates.spans import DAY, Stretch
from summarizer.checking.dates.words import DateWords
from summarizer.schema.vocabulary import DateBasis

_BASES = (DateBasis.RELATIVE, DateBasis.DEFAULTED, DateBasis.EXPLICIT)
"""The weaker one first: a range rests on the weaker of its ends."""


def read_phrase(phrase: DateWords, clock: Clock) -> Stretch | None:
    """Return the days of a phrase; None where no rule reads it."""
    words, spelled = list(phrase.words), phrase.spelled
    if "H" in spelled:
        # "the first day of Ramadan, 6 June 2016": the date itself says which day.
        date = re.search("NMY?|MNY?", spelled)
        return read_point(words[slice(*date.span())], clock) if date else None
    if "O" in spelled:
        into = any(word.code == "O" and word.value for word in words)
        return _overnight([word for word in words if word.code != "O"], into, clock)
    later = "E" in spelled
    words = [word for word in words if word.code != "E"]
    while words and words[-1].code in "r&bcfiwBA":
        words.pop()
    if not words:
        if spelled == "c" and phrase.time and not phrase.unknown:
            return spans.single_day(clock.today, DateBasis.RELATIVE, "since-today")
        return None
    found = _read("".join(word.code for word in words), words, clock)
    return _cut(found, clock, later) if found and found.around_publication else found


def _read(spelled: str, words: Words, clock: Clock) -> Stretch | None:
    rule = _duration_for(spelled)
    if rule is not None:
        return rule(words, clock)
    first = spelled[0]
    if first in "if&":
        return _read(spelled[1:], words[1:], clock) if len(words) > 1 else None
    if first == "r":
        return _until(words[1:], clock)
    if first in "cBA":
        return _open(words[1:], clock, first)
    if first == "b" and "r" not in spelled and "&" not in spelled:
        return _open(words[1:], clock, "c")
    found = read_point(words, clock)
    if found is None and ("r" in spelled or "&" in spelled):
        found = _range([word for word in words if word.code != "b"], clock)
    return found


def _cut(found: Stretch, clock: Clock, later: bool) -> Stretch:
    """Leave of "this week" what lies before the publication, or behind it where it is planned or "later"."""
    start, end, today = found.start, found.end, clock.today
    if start is None or end is None or not start <= today <= end:
        return found
    return found._replace(start=today) if clock.ahead or later else found._replace(end=today)


def _overnight(words: list[DateWord], into: bool, clock: Clock) -> Stretch | None:
    """Read "overnight", "overnight on Tuesday", "overnight into Thursday": two days."""
    while words and words[-1].code in "r&bi":
        words.pop()
    if not words:
        evening = clock.today if clock.ahead else clock.today - DAY
        return spans.days(evening, evening + DAY, DateBasis.RELATIVE, "overnight")
    if words[0].code == "r":
        words, into = words[1:], True
    found = _read("".join(word.code for word in words), words, clock)
    if found is None or found.start is None or found.start != found.end:
        return found
    day = found.start
    ends_there = into or (clock.published is not None and not clock.ahead and day >= clock.published)
    start, end = (day - DAY, day) if ends_there else (day, day + DAY)
    return spans.days(start, end, found.basis, "overnight")


def _open(words: Words, clock: Clock, kind: str) -> Stretch | None:
    """Read "since 2011" and "after Tuesday", which end with the publication, and "before 2014"."""
    while words and words[0].code in "if":
        words = words[1:]
    found = read_point(words, clock) if words else None
    if found is None or found.start is None or found.end is None:
        return None
    if kind == "B":
        start = clock.published if clock.ahead else None
        return spans.days(start, found.start - DAY, found.basis, "before") if _ordered(start, found) else None
    end = None if clock.ahead else clock.published
    if end is not None and end < found.start:
        end = None
    return spans.days(found.start, end, found.basis, "since" if kind == "c" else "after")


def _ordered(start: dt.date | None, found: Stretch) -> bool:
    return start is None or found.start is None or start < found.start


def _until(words: Words, clock: Clock) -> Stretch | None:
    found = read_point(words, clock) if words else None
    if found is None or found.end is None:
        return None
    start = clock.published if clock.ahead else None
    if start is not None and start > found.end:
        return None
    return spans.days(start, found.end, found.basis, "until")


def _range(words: Words, clock: Clock) -> Stretch | None:
    """Read "from Monday to Thursday", "3-5 May", "3, 4 and 5 May"; each end completes the other."""
    codes = "".join(word.code for word in words)
    cut = codes.find("r") if "r" in codes else codes.rfind("&")
    left, right = _completed(words[:cut], words[cut + 1 :], clock)
    if not left or not right:
        return None
    if clock.ahead:
        first = read_point(left, clock)
        if first is None or first.start is None:
            return None
        last = read_point(right, Clock(clock.published, True, first.start))
    else:
        last = read_point(right, clock)
        if last is None or last.end is None:
            return None
        first = read_point(left, Clock(clock.published, False, last.end))
    if first is None or last is None or first.start is None or last.end is None:
        return None
    if first.start > last.end:
        return None
    basis = min(first.basis, last.basis, key=_BASES.index)
    return spans.days(first.start, last.end, basis, "range")


def _completed(left: Words, right: Words, clock: Clock) -> tuple[Words, Words]:
    """Give each end of a range what only the other one names: the month, the year, the part."""
    before, behind = "".join(word.code for word in left), "".join(word.code for word in right)
    year = pick(right, "Y")
    if re.fullmatch("N+", before) and behind.startswith("NM"):
        return [left[0], *right[1:]], right
    if re.fullmatch("MN+", before) and re.fullmatch("NY?", behind):
        return [*left[:2], *right[1:]], [left[0], *right]
    if re.fullmatch("N+", before) and behind == "N":
        return left[:1], right
    if re.fullmatch("W+", before) and behind == "W":
        return left[:1], right
    if before == "Y" and behind == "N" and right[0].value < 100:
        short = DateWord("Y", left[0].value // 100 * 100 + right[0].value)
        return left, [short]
    if before == "P" and behind.startswith("P"):
        return [left[0], *right[1:]], right
    if year and re.fullmatch("W?NM|W?MN|M|S|PM", before):
        carried = DateWord("Y", year.value - _wraps(left, right))
        return [*left, carried], right
    return left, right


def _wraps(left: Words, right: Words) -> bool:
    """Whether the left end lies in the year before ("December to March 2015")."""
    one, other = pick(left, "M"), pick(right, "M")
    return bool(one and other and one.value > other.value)


def _back(words: Words, clock: Clock) -> Stretch | None:
    """Read "the past 48 hours", "recent weeks": so many units back from the publication."""
    number = pick(words, "N")
    few = number is None and (pick(words, "q") or pick(words, "v") or words[-1].value)
    count = FEW if few else number.value if number else 1
    reach = _reach(clock.today, unit_of(words), -count)
    return spans.days(reach, clock.today, DateBasis.RELATIVE, "recent" if few else "past") if reach else None


def _forward(words: Words, clock: Clock) -> Stretch | None:
    """Read "the coming days", "the next two weeks", "within hours"."""
    number = pick(words, "N")
    reach = _reach(clock.today, unit_of(words), number.value if number else FEW)
    return spans.days(clock.today, reach, DateBasis.RELATIVE, "coming") if reach else None


def _duration(words: Words, clock: Clock) -> Stretch | None:
    """Read "for six days", "six days of fighting": ending with the publication, which is one of the days.

    A phrase that names no end can be placed only by the report; what is planned begins with it instead.
    """
    number, unit, opener = pick(words, "N"), unit_of(words), words[0].code
    if number and number.text == "ordinal" and opener != "f":
        return None  # "the third day of the siege": only the siege says which day that is
    if clock.ahead and opener == "i" and number:
        return units_away(clock.today, unit, number.value)
    if clock.ahead and opener == "w":
        return _forward(words, clock)
    if number is None:
        if clock.ahead or opener == "w" or not words[-1].value:
            return None
        return spans.days(None, clock.today, DateBasis.RELATIVE, "for-some-time")
    if clock.ahead:
        last = _reach(clock.today, unit, number.value)
        end = last if last is None or unit in ("hour", "minute") else last - DAY
        return spans.days(clock.today, max(end, clock.today), DateBasis.RELATIVE, "duration") if end else None
    reach = _reach(clock.today, unit, -number.value)
    if reach is None:
        return None
    start = reach if unit in ("hour", "minute") else reach + DAY
    return spans.days(min(start, clock.today), clock.today, DateBasis.RELATIVE, "duration")


def _reach(today: dt.date, unit: str, count: int) -> dt.date | None:
    if unit == "minute":
        return today
    if unit == "hour":
        return today + (-(-count // 24) if count > 0 else count // 24) * DAY
    return spans.shifted(today, unit, count) if unit else None


@lru_cache(maxsize=1024)
def _duration_for(spelled: str) -> Rule | None:
    return next((rule for pattern, rule in _DURATIONS if pattern.fullmatch(spelled)), None)


def _coming(words: Words, clock: Clock) -> Stretch | None:
    """Read "the coming days", not "next week"."""
    return _forward(words, clock) if words[-1].value else read_point(words[-2:], clock)


_DURATIONS: list[tuple[re.Pattern[str], Rule]] = [
    (re.compile(pattern), rule)
    for pattern, rule in (
        ("[fiw]?(?:p[Nq]?|l[Nq]|[lp]?v)U(?:&U)?", _back),
        ("[fiw]?n[Nq]U", _forward),
        ("[fiw]?nU", _coming),
        ("w[Nq]?U|fqU|[fiw]NU|NU|fU", _duration),
    )
]
