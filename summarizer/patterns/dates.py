"""Date phrases, whole: "at dawn on Tuesday", "overnight", "between Sunday night and Monday morning", "in
July"."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.patterns.amounts import ONES
from summarizer.patterns.lexicon import wordset
from summarizer.patterns.scan import Scan, once


class DatePhrase(NamedTuple):
    """A date phrase, from token `start` up to but not including `end`."""

    start: int
    end: int
    text: str
    role: str
    """event; speech ("said on Monday"), since, until, duration, or habit ("every Friday")."""
    precise: bool
    """Whether it names a day, not only a month, a year or a part of the day."""


_WEEKDAYS = wordset("dates", "weekdays")
_MONTHS = wordset("dates", "months")
_PARTS = frozenset(
    (
        "dawn morning noon midday afternoon evening night midnight dusk sunset sunrise daybreak nightfall"
    ).split()
)
_BEFORE = _PARTS | frozenset(
    (
        "early late mid shortly before after about around at of on the in during just last next this "
        "past previous next-to a.m. p.m. am pm gmt hours local time"
    ).split()
)
_AMBIGUOUS_MONTHS = frozenset(("may", "march", "mar", "sun", "sat", "wed", "mon", "dec", "jan"))
_CALENDAR = _WEEKDAYS | _MONTHS
_OPENERS = _CALENDAR | ONES | frozenset(("a", "several", "few"))
_CENTURIES = ("19", "20")
_UNITS = frozenset(
    (
        "second seconds minute minutes hour hours day days week weeks month months year years decade decades"
    ).split()
)


@once
def find_dates(scan: Scan) -> list[DatePhrase]:
    """Return the date phrases of a sentence, in order."""
    words, vocabulary = scan.words, scan.vocabulary
    found: list[DatePhrase] = []
    days = {mark.start: mark.end for mark in scan.of("day")}
    if "ago" in vocabulary or not vocabulary.isdisjoint(_CALENDAR):
        openers = _OPENERS if "ago" in vocabulary else _CALENDAR
        opening = [index for index, word in enumerate(words) if word in openers or "0" <= word < ":"]
    else:  # only a year can be a date
        opening = [
            index for index, word in enumerate(words) if len(word) == 4 and word.startswith(_CENTURIES)
        ]
    floor = 0
    for index in sorted({*opening, *days}) if days else opening:
        if index < floor:
            continue
        end, precise = _phrase_end(scan, index, days)
        if end == index:
            continue
        start = _reach_back(words, index, floor)
        end = _reach_on(scan, end, days)
        while words[start] in ("on", "the", "in", "of", "during") and start < index:
            start += 1
        found.append(DatePhrase(start, end, scan.span(start, end), _role(scan, start, end), precise))
        floor = end
    return found


def _phrase_end(scan: Scan, index: int, days: dict[int, int]) -> tuple[int, bool]:
    """Return where the date that begins at the token ends (the token itself: no date), and if it names a
    day."""
    words = scan.words
    word = words[index]
    if index in days:
        return days[index], word in (
            "today",
            "yesterday",
            "tonight",
            "overnight",
            "last",
            "this",
            "late",
            "early",
        )
    if word in _WEEKDAYS:
        if len(word) == 3 and not _month_or_number(words, index + 1):
            return index, False
        end = index + 1
        if words[end : end + 1] == ["."] and len(word) < 6 and end + 1 < len(words):
            end += 1
        if words[end : end + 1] in ([","], ["the"]):
            more, _ = _calendar(scan, end + 1)
            end = more if more > end + 1 else end
        else:
            more, _ = _calendar(scan, end)
            end = max(end, more)
        while words[end : end + 1] and words[end] in _PARTS:
            end += 1
        return end, True
    if word.isdigit() and words[index + 2 : index + 3] == ["ago"] and words[index + 1] in _UNITS:
        return index + 3, True
    if word in _MONTHS or word[0].isdigit():
        return _calendar(scan, index)
    if (
        (word in ONES or word in ("a", "several", "few"))
        and words[index + 1 : index + 2]
        and words[index + 1] in _UNITS
    ) and words[index + 2 : index + 3] == ["ago"]:
        return index + 3, True
    return index, False


def _month_or_number(words: list[str], index: int) -> bool:
    following = words[index : index + 2]
    return any(word in _MONTHS or word.isdigit() for word in following)


def _calendar(scan: Scan, index: int) -> tuple[int, bool]:
    """Return the end of "May 22, 2012", "22 May", "July 2014", "2014" or "2016-10-04" at the token."""
    words = scan.words
    size = len(words)
    if index >= size:
        return index, False
    word = words[index]
    if word in _MONTHS:
        if word in _AMBIGUOUS_MONTHS and scan.tokens.cased and not scan.tokens.capitals[index]:
            return index, False
        end = index + 1
        dot = words[end : end + 1] == ["."]
        following = words[end + dot : end + dot + 1]
        if following and _day_number(following[0]):
            end += dot + 1
            end = _day_range(scan, end)
            year = _year(words, end + (words[end : end + 1] == [","]))
            return (year, True) if year else (end, True)
        if word == "may" and not scan.tokens.cased and words[index - 1 : index] != ["in"]:
            return index, False
        year = _year(words, end + (words[end : end + 1] in (["of"], [","])))
        return (year, False) if year else (end, False)
    if index in scan.tokens.glued:
        return index, False
    if _day_number(word) and index + 1 < size:
        at = index + 1
        if (
            words[at] in ("-", "–", "to", "and")
            and at + 2 < size
            and _day_number(words[at + 1])
            and words[at + 2] in _MONTHS
        ):
            at += 2
        elif at in scan.tokens.glued and _day_number(words[at]) and at + 1 < size:
            at += 1
        at += words[at] == "of"
        spoken = (
            at < size
            and words[at] in _AMBIGUOUS_MONTHS
            and scan.tokens.cased
            and not scan.tokens.capitals[at]
        )
        if at < size and words[at] in _MONTHS and at > index and not spoken:
            end = at + 1
            end += (
                words[end : end + 1] == ["."] and words[end + 1 : end + 2] != [] and _year(words, end + 1) > 0
            )
            return (_year(words, end + (words[end : end + 1] == [","])) or end), True
    if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20"):
        if index + 1 in scan.tokens.glued and index + 2 in scan.tokens.glued:
            return index + 3, True
        before = words[index - 1] if index else ""
        if before in _BEFORE_YEAR and not (
            words[index + 1 : index + 2] and words[index + 1].isalpha() and words[index + 1] in _COUNTED
        ):
            return index + 1, False
    return index, False


_BEFORE_YEAR = frozenset(
    (
        "in since of until early late mid from by during and between to year spring summer autumn winter fall"
    ).split()
)
_COUNTED = frozenset("people soldiers troops men civilians fighters militants".split())


def _day_number(word: str) -> bool:
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31


def _day_range(scan: Scan, end: int) -> int:
    """Go on over "12-13", "12 and 13", "12 to 14"."""
    words = scan.words
    if end in scan.tokens.glued and _day_number(words[end]):
        return end + 1
    if end + 1 < len(words) and words[end] in ("and", "to", "-", "–") and _day_number(words[end + 1]):
        return end + 2
    return end


def _year(words: list[str], index: int) -> int:
    """Return the token behind the year that stands at `index`, or 0."""
    if (
        index < len(words)
        and len(words[index]) == 4
        and words[index].isdigit()
        and words[index][:2] in ("19", "20")
    ):
        return index + 1
    return 0


def _reach_back(words: list[str], index: int, floor: int) -> int:
    """Take in what stands before and belongs to it: "early on", "the night of", "about 8:20 a.m. on"."""
    start = index
    while start > floor and (words[start - 1] in _BEFORE or _clock(words, start - 1)):
        start -= 1
    while (
        start < index
        and words[start]
        in ("before", "after", "of", "about", "around", "hours", "time", "local", "next", "at")
        and not (
            words[start] in ("before", "about", "around", "at", "after")
            and (words[start + 1] in _PARTS or words[start + 1][0].isdigit())
        )
    ):
        start += 1
    return start


def _clock(words: list[str], index: int) -> bool:
    word = words[index]
    return (
        (word == ":" and index > 0 and words[index - 1].isdigit())
        or (
            word.isdigit()
            and len(word) in (1, 2, 4)
            and words[index + 1] in ("a.m.", "p.m.", "am", "pm", "gmt", ":", "hours", "local")
        )
        or (word.isdigit() and len(word) == 2 and index > 0 and words[index - 1] == ":")
    )


def _reach_on(scan: Scan, end: int, days: dict[int, int]) -> int:
    """Take in what follows and belongs to it: "night", "and Tuesday", "to Thursday", "at dawn"."""
    words = scan.words
    while words[end : end + 1] and words[end] in _PARTS:
        end += 1
    if words[end : end + 1] and words[end] in _WEEKDAYS and words[end - 1] == "overnight":
        end, _ = _phrase_end(scan, end, days)
    if (
        words[end : end + 1]
        and words[end] in ("and", "to", "until", "through", "or")
        and end + 1 < len(words)
    ):
        second, precise = _phrase_end(scan, end + 1, days)
        if second > end + 1 and (precise or words[end] != "and"):
            end = second
            while words[end : end + 1] and words[end] in _PARTS:
                end += 1
    if words[end : end + 2] in (
        ["at", "dawn"],
        ["at", "night"],
        ["at", "noon"],
        ["at", "dusk"],
        ["at", "midnight"],
    ):
        end += 2
    return end


def _role(scan: Scan, start: int, end: int) -> str:
    words = scan.words
    lead = words[max(0, start - 3) : start]
    before = next((word for word in reversed(lead) if word not in _LEADING), "")
    if "since" in lead or _since_it_began(words, start):
        return "since"
    if before in ("until", "till", "by") or "before" in lead[-1:]:
        return "until"
    if before in ("every", "each") or words[end : end + 1] == ["s"]:
        return "habit"
    if before in _STATEMENTS or any(
        start - 2 <= mark.end <= start or mark.start == end for mark in scan.of("speech")
    ):
        return "speech"
    return "event"


def _since_it_began(words: list[str], start: int) -> bool:
    """Tell whether a date only says when something began: "since the war broke out in April"."""
    clause = words[max(0, start - _SINCE) : start]
    if "since" not in clause:
        return False
    since = len(clause) - clause[::-1].index("since")
    between = clause[since:]
    if "," in between or not _CALENDAR.isdisjoint(between):
        return False
    return not _BEGAN.isdisjoint(between) or between[-1:] in (["of"], ["in"], ["on"])


_SINCE = 9
_BEGAN = frozenset("began begun broke started erupted launched resumed took seized invaded fell".split())
_LEADING = frozenset("on the in at early late".split())


_STATEMENTS = frozenset(
    "statement issued reporters interview released published communique told conference".split()
)
