"""What a count is of: the event, a period, everything since a day, a rate, or a whole war."""

from __future__ import annotations

import re

from summarizer.patterns.amounts import ONES
from summarizer.patterns.attacks import find_attacks
from summarizer.patterns.count import Count
from summarizer.patterns.dates import find_dates
from summarizer.patterns.lexicon import wordset
from summarizer.patterns.scan import Scan

_WAR = frozenset("war troubles conflict uprising invasion insurgency revolution rebellion".split())


def scope_of(scan: Scan) -> tuple[str, str | None]:
    """Return what the counts of a sentence count, with the phrase that says so.

    "since the uprising began in 2011": the war; "so far this year": a period; "35 a day": a rate.
    """
    words = scan.words
    waged = _by_war(scan)
    if waged:
        return "war", waged
    if scan.vocabulary.isdisjoint(_SCOPES):
        return "event", None
    for index, word in enumerate(words):
        if word not in _OPENERS or _compares(words, index) or _describes(scan, index):
            continue
        if word in _RANGES and (end := _range_of_days(words, index)):
            return ("war" if not _WAR.isdisjoint(words) else "period"), scan.span(index, end)
        if words[index : index + 2] == ["since", "then"] and index == 0 and "have" in words:
            return "cumulative", scan.span(index, index + 2)
        if word == "since" and index + 1 < len(words) and words[index + 1] not in ("then", "been"):
            end = _phrase_end(words, index)
            return ("war" if not _WAR.isdisjoint(words[index:end]) else "cumulative"), scan.span(index, end)
        if word in _WITHIN and (end := _span_of_time(words, index)):
            return "period", scan.span(index, end)
        if word in ("this", "last", "past") and words[index + 1 : index + 2] in (["year"], ["decade"]):
            lead = words[max(0, index - 2) : index]
            if lead[-1:] != ["earlier"]:
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
    return "event", None


_OPENERS = frozenset("between from since in over during within this last past a per every each war".split())
_NO_RATE = frozenset("for in of within on once after about almost nearly over just than".split())
"""Words before "a month" that make it a stretch of time: "a siege of almost a month"."""


def _describes(scan: Scan, index: int) -> bool:
    """Tell whether a time only tells more of somebody: "the army, which has fought them since 2023, said"."""
    words = scan.words
    for at in range(index - 1, max(0, index - _COMPARING), -1):
        if words[at] in ("which", "who") and words[at - 1] == ",":
            return "," in words[index:] and not any(at < mark.start < index for mark in scan.of("harm"))
    return False


def _compares(words: list[str], index: int) -> bool:
    """Tell whether a time only says how an event compares: "the deadliest attack since 2019", "the latest of
    many this year"."""
    before = words[max(0, index - _COMPARING) : index]
    return not (_SUPERLATIVES.isdisjoint(before) or _COMPARED.isdisjoint(before))


def of_the_compared(scan: Scan, at: int) -> bool:
    """Tell whether a harm is of an earlier event that this one is compared with: "the deadliest attack since
    2018, when 35 people were killed", "the worst since a bombing killed 35"."""
    if "since" not in scan.vocabulary:
        return False
    words = scan.words
    for index in range(at - 1, 0, -1):
        if words[index] == "since":
            between = words[index + 1 : at]
            apart = "," in between or "and" in between
            return _compares(words, index) and (not apart or not _WHO_TELL.isdisjoint(between))
    return False


_WHO_TELL = frozenset(("when", "that", "which"))
_COMPARING = 9
_COMPARED = wordset("operations", "armed_attack", "nouns") | frozenset(
    (
        "attacks assaults raid raids bombing bombings strike strikes blast blasts ambush incident incidents "
        "violence clashes battle day week month series massacre operation offensive escalation fighting "
        "losses loss toll"
    ).split()
)
_SUPERLATIVES = frozenset(
    "latest deadliest worst bloodiest biggest largest heaviest highest first second third fiercest".split()
)


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
    """Return the year whose toll a count is: "killed 1,200 rebels in 2023"; None: it is of an event.

    A hundred dead are an event's only where the sentence tells of an attack, or of its day.
    """
    amount = count.group.amount
    if amount is None or find_attacks(scan):
        return None
    number = scan.words[amount.core : amount.end]
    many = any(len(word) > 2 and word[0].isdigit() for word in number) or not _MANY.isdisjoint(number)
    dates = find_dates(scan)
    only_years = bool(dates) and all(_YEAR.fullmatch(date.text) for date in dates)
    return dates[0].text if many and only_years else None


_YEAR = re.compile(r"(?:19|20)\d\d")
_MANY = frozenset(("hundred", "hundreds", "thousand", "thousands"))
_ESTIMATED = frozenset("believed estimated thought estimate estimates presumed feared".split())
_SCOPES = frozenset(
    "since year decade day week month war years hours days weeks months decades between from period".split()
)
"""A sentence without any of these counts what its event did."""


_RANGES = {"between": "and", "from": "to"}
"""What opens a range of days or years, and what parts its ends."""
_MONTHS = wordset("dates", "months")


def _range_of_days(words: list[str], index: int) -> int:
    """Return where "between 1992 and 2002" or "between 24 February and 2 March" ends, or 0."""
    start = _day_or_year(words, index + 1)
    if not start and words[index + 1 : index + 2] and words[index + 1].isdecimal():
        start = (
            index + 2 if words[index + 4 : index + 5] and words[index + 4] in _MONTHS else 0
        )  # "7 and 13 June"
    if not start or words[start : start + 1] != [_RANGES[words[index]]]:
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


_WITHIN = frozenset(("in", "over", "during", "within"))
_SPANS = frozenset("days weeks months years decades week month year decade".split())


def _span_of_time(words: list[str], index: int) -> int:
    """Return where "in the last month", "over the past two weeks" or "in recent years" ends, or 0."""
    lead = words[index + 1 : index + 5]
    if lead[:3] == ["the", "same", "period"] or lead[:2] in (["this", "period"], ["that", "period"]):
        return index + 1 + lead.index("period") + 1
    if lead[:1] == ["the"] and lead[2:4] in (["hours", "to"], ["days", "to"], ["weeks", "to"]):
        return index + 4
    if len(lead) > 1 and lead[0] in ONES and lead[1] in ("weeks", "months", "years") and lead[2:3] != ["of"]:
        return index + 3  # "in six weeks of fighting" tells of one battle
    if lead[:1] == ["the"] and lead[1:2] in (["last"], ["past"]):
        for offset, word in enumerate(lead[2:4], start=3):
            if word in _SPANS:
                return index + offset + 1
    elif lead[:1] == ["recent"] and lead[1:2] and lead[1] in _SPANS:
        return index + 3
    return 0


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
