"""What a count is of: the event, a period, everything since a day, a rate, or a whole war."""

from __future__ import annotations

import re

from summarizer.patterns.attacks import find_attacks
from summarizer.patterns.count import Count
from summarizer.patterns.dates import find_dates
from summarizer.patterns.scan import Scan
from summarizer.readers.rules.periods import (
    RANGES,
    WITHIN,
    is_month,
    month_of_record,
    range_of_days,
    span_of_time,
    still_running,
)
from summarizer.readers.rules.recalling import COMPARING, compares

_WAR = frozenset("war troubles conflict uprising invasion insurgency revolution rebellion".split())


def _of_a_sum(scan: Scan) -> str | None:
    """Return what a line adds up that is headed so: "Total for Thursday: 38 dead"."""
    words = scan.words
    if words[0] not in _SUMS or words[1:2] != ["for"] or ":" not in words[2:_HEADING]:
        return None
    return scan.span(0, words.index(":"))


_SUMS = frozenset(("total", "totals", "tally"))
_HEADING = 6


def scope_of(scan: Scan) -> tuple[str, str | None]:
    """Return what the counts of a sentence count, with the phrase that says so.

    "since the uprising began in 2011": the war; "so far this year": a period; "35 a day": a rate.
    """
    words = scan.words
    waged = _by_war(scan)
    if waged:
        return "war", waged
    period = _of_a_sum(scan) or month_of_record(scan)
    if period is not None:
        return "period", period
    if scan.vocabulary.isdisjoint(_SCOPES):
        return "event", None
    for index, word in enumerate(words):
        if word not in _OPENERS or compares(words, index) or _describes(scan, index):
            continue
        if word in RANGES and (end := range_of_days(words, index)):
            return ("war" if not _WAR.isdisjoint(words) else "period"), scan.span(index, end)
        if words[index : index + 2] == ["since", "then"] and index == 0 and "have" in words:
            return "cumulative", scan.span(index, index + 2)
        if words[index - 1 : index] in (["have"], ["has"], ["had"]) and word == "since":
            continue  # "have since died"
        if word == "since" and index + 1 < len(words) and words[index + 1] not in ("then", "been"):
            end = _phrase_end(words, index)
            return ("war" if not _WAR.isdisjoint(words[index:end]) else "cumulative"), scan.span(index, end)
        if word in WITHIN and (end := span_of_time(words, index)):
            return "period", scan.span(index, end)
        if word in ("this", "last", "past") and _this_year(scan, index):
            return "period", scan.span(index, index + 2)
        if (
            word in ("a", "per", "every", "each")
            and words[index + 1 : index + 2]
            in (
                ["day"],
                ["week"],
                ["month"],
            )
            and (
                index
                and (words[index - 1].isalnum() and words[index - 1] not in _NO_RATE)
                and words[index + 2 : index + 3]
                not in (["ago"], ["before"], ["after"], ["later"], ["earlier"])
            )
        ):
            return "rate", scan.span(index, index + 2)
        if (
            word == "war"
            and index > 1
            and words[index - 1] in ("civil", "the", "long")
            and "killed" in words
            and any(w in words[max(0, index - 4) : index] for w in ("in", "during", "year"))
        ):
            return "war", scan.span(max(0, index - 2), index + 1)
        if word in _WAR and (start := _died_in_it(scan, index)):
            return "war", scan.span(start, index + 1)
    return "event", None


def _this_year(scan: Scan, index: int) -> bool:
    """Tell whether a count is of "this year", "last year", or of a month that goes on."""
    words = scan.words
    if words[index + 1 : index + 2] in (["year"], ["decade"]):
        return words[index - 1 : index] != ["earlier"]
    return words[index] == "this" and still_running(scan, index)


def _died_in_it(scan: Scan, index: int) -> int:
    """Return where "in the 2020 war" begins, of which no day and no deed is told, or 0."""
    words = scan.words
    lead = words[max(0, index - 4) : index]
    if "the" not in lead or scan.vocabulary.isdisjoint(_DIED):
        return 0
    the = index - len(lead) + lead.index("the")
    dated = any(date.role == "event" and date.precise for date in find_dates(scan))
    if words[the - 1 : the] not in (["in"], ["during"]) or dated or find_attacks(scan):
        return 0
    return the - 1


_DIED = frozenset("died killed dead deaths lives".split())
_OPENERS = _WAR | frozenset(
    "between from since in over during within this last past a per every each".split()
)
_NO_RATE = frozenset("for in of within on once after about almost nearly over just than".split())
"""Words before "a month" that make it a stretch of time: "a siege of almost a month"."""


def _describes(scan: Scan, index: int) -> bool:
    """Tell whether a time only tells more of somebody: "the army, which has fought them since 2023, said"."""
    words = scan.words
    for at in range(index - 1, max(0, index - COMPARING), -1):
        if words[at] == "whom":
            return True
        if words[at] in ("which", "who") and words[at - 1] == ",":
            return "," in words[index:] and not any(at < mark.start < index for mark in scan.of("harm"))
    return False


def _by_war(scan: Scan) -> str:
    """Return the words for a war of which a count is told: "the war has killed", "in the 13-year war",
    "in the five months of fighting"; "" where there are none."""
    words, vocabulary = scan.words, scan.vocabulary
    if vocabulary.isdisjoint(_WAGED):
        return ""
    for index, word in enumerate(words):
        if word not in _WAGED:
            continue
        has = next((at for at in range(index + 1, len(words)) if words[at] in ("has", "have")), 0)
        if has and _is_subject(scan, index, has) and _killed_by_it(words, has, word):
            return scan.span(max(0, index - 1), index + 1)
        lead = words[max(0, index - 6) : index]
        if lead[-2:] in _IN_IT and word in _WAR and not _HAVE.isdisjoint(words[:index]):
            return scan.span(index - 2, index + 1)  # "2,000 have died in the insurgency"
        opener = next((at for at in ("in", "during", "throughout") if at in lead), "")
        if opener and not _LONG.isdisjoint(lead[-2:]):
            return scan.span(index - len(lead) + lead.index(opener), index + 1)
    return ""


_IN_IT = (["in", "the"], ["during", "the"], ["of", "the"])
_HAVE = frozenset(("have", "has"))


def _is_subject(scan: Scan, index: int, has: int) -> bool:
    """Tell whether a war is the subject of "has", not somebody in it: "after the violence, the army has"."""
    between = scan.words[index + 1 : has]
    if between[:2] == [",", "which"]:
        return between[-1] == ","
    beside = not _SIDES.isdisjoint(between) or not any(group.end == has for group in scan.groups)
    return _PARTED.isdisjoint(between) and beside


def _killed_by_it(words: list[str], has: int, war: str) -> bool:
    """Tell whether a harm is what a war has done: "has displaced"; fighting is one where thousands died."""
    if _DONE_BY_WAR.isdisjoint(words[has + 1 : has + 5]):
        return False
    thousands = any(word == "thousands" or ("," in word and word[0].isdigit()) for word in words[has:])
    return war in _WAR or thousands


_SIDES = frozenset(("between", "against", "with", "of"))
_PARTED = frozenset((",", ";", "it", "they", "who", "which", "that"))


_WAGED = frozenset("war conflict insurgency uprising rebellion violence fighting unrest bloodshed".split())
_LONG = frozenset("year years month months decade decades".split())
_DONE_BY_WAR = frozenset("killed claimed cost displaced driven wounded uprooted".split())


_OVERALL = frozenset(("overall", "cumulative"))


def brings_a_total(scan: Scan) -> bool:
    """Tell whether a sentence brings a total to something: what it counts itself is not of that time."""
    return not (scan.vocabulary.isdisjoint(_BRINGS) or scan.vocabulary.isdisjoint(_TOTALS))


_BRINGS = frozenset("brings brought bringing raises raised raising takes taking".split())
_TOTALS = frozenset("total number toll tally count".split())


def of_a_war(scan: Scan, count: Count, told: bool) -> bool:
    """Tell whether a count is an estimate of a whole war: "tens of thousands are believed to have died",
    "nine million people have been driven from their homes".

    `told` says whether the sentence tells of an event or a day, whose count it then is.
    """
    amount = count.group.amount
    if amount is None:
        return False
    number = scan.words[amount.start : amount.end]
    if count.outcome == "displaced" and ("million" in number or "millions" in number):
        return True
    return not told and "thousands" in number and not scan.vocabulary.isdisjoint(_ESTIMATED)


def of_a_year(scan: Scan, count: Count) -> str | None:
    """Return the year or month whose toll a count is: "killed 1,200 rebels in 2023"; None: it is of an event.

    A hundred dead are an event's only where the sentence tells of an attack, or of its day.
    """
    amount = count.group.amount
    if amount is None or find_attacks(scan):
        return None
    number = scan.words[amount.core : amount.end]
    many = any(len(word) > 2 and word[0].isdigit() for word in number) or not _MANY.isdisjoint(number)
    dates = find_dates(scan)
    long = bool(dates) and all(_YEAR.fullmatch(date.text) or is_month(date.text) for date in dates)
    return dates[0].text if many and long else None


_YEAR = re.compile(r"(?:19|20)\d\d")
_MANY = frozenset(("hundred", "hundreds", "thousand", "thousands"))
_ESTIMATED = frozenset("believed estimated thought estimate estimates presumed feared".split())
_SCOPES = _WAR | frozenset(
    (
        "since quarter year decade day week month years hours days weeks months decades between from period"
    ).split()
)
"""A sentence without any of these counts what its event did."""


_SCOPE_ENDS = frozenset((",", ".", ";", "said", "according", "when", "stands", "stood", "reached", "rose"))


def _phrase_end(words: list[str], index: int) -> int:
    end = index + 1
    while end < len(words) and end - index < 10 and words[end] not in _SCOPE_ENDS:
        end += 1
    return end


_PERIODS = frozenset(["month", "year", "week", "day"])


def toll_scope(scan: Scan, count: Count) -> tuple[str, str | None]:
    """Read the scope of a toll from its own words: "the month's toll", "the war's overall toll"."""
    words = scan.words
    for index in range(max(0, count.at - 4), min(count.at + 6, len(words) - 1)):
        if words[index] in _WAR and (
            words[index + 1] == "'s" or (index > count.at and words[index - 1] == "the")
        ):
            return "war", scan.span(max(0, index - 1), index + 1)
        if index < count.at and words[index] in _OVERALL:
            return "cumulative", scan.span(index, count.at + 1)
    for index in range(max(0, count.at - 4), count.at):
        if words[index] in _PERIODS and words[index + 1] == "'s":
            return "period", scan.span(max(0, index - 1), index + 1)
    return "event", None
