"""What one count says: its phrase, its victims and their status, its scope and its source."""

from __future__ import annotations

from summarizer.patterns.amounts import ONES
from summarizer.patterns.count import Count
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import wordset
from summarizer.patterns.scan import Scan
from summarizer.patterns.speakers import Speaker

_STATUS = {
    "rebel_group": "combatant",
    "state_military": "combatant",
    "foreign_military": "combatant",
    "state_police_or_security": "police_security",
    "unidentified_armed_group": "combatant",
    "criminal_group": "combatant",
    "pro_government_militia": "combatant",
    "political_militia": "combatant",
    "identity_militia": "combatant",
    "private_military": "combatant",
    "coalition": "combatant",
    "un_or_io_force": "peacekeeper",
    "government": "official",
    "protesters": "civilian",
}


_WAR = frozenset("war troubles conflict uprising invasion insurgency revolution rebellion".split())


def said_by(count: Count, speakers: list[tuple[Speaker, str]]) -> list[str]:
    """Return whose word a count is: the last speaker before it in the sentence, else the first behind it."""
    before = [source for speaker, source in speakers if speaker.verb < count.at]
    return before[-1:] or [source for _, source in speakers[:1]]


def count_phrase(scan: Scan, group: Group) -> str | None:
    """Return the count as written; "a" or "the" for one; None where only a plural says so."""
    if group.amount is not None:
        if group.amount.sort == "none":
            return scan.span(group.amount.start, group.amount.end)
        phrase = scan.span(group.amount.start, group.amount.end)
        return phrase.removesuffix(" of")
    if group.head.kind == "name":
        return next((word for word in ("the", "a", "an") if word in scan.words), "a")
    if group.plural or group.head.kind == "belligerent":
        return None
    if group.determiner in ("a", "an", "the"):
        return scan.span(group.start, group.start + 1).lower()
    return next((word for word in ("a", "the", "an") if word in scan.words), "a")


def victims_of(scan: Scan, group: Group) -> str:
    """Return the victims as written, without the count."""
    if group.head.kind == "number":
        return "people" if "people" in scan.words else scan.span(group.start, group.end)
    if group.amount is not None and group.amount.sort == "none":
        return scan.span(group.start, group.end)
    start = group.core
    while start < group.end - 1 and scan.words[start] in _COUNTING_ON:
        start += 1
    return scan.span(start, group.end)


_COUNTING_ON = frozenset("more other additional further".split())
"""What belongs to the count and not to the victims: "two more policemen"."""


def status_of(group: Group) -> str:
    """Return what the victims were, from their noun."""
    if group.head.kind == "name" or group.head.kind == "number":
        return "unknown"
    if group.head.kind == "person":
        if group.belongs is not None and group.head.type in ("unknown", "combatant", "police_security"):
            return _STATUS.get(group.belongs.type, group.head.type)
        if (
            group.owner is not None
            and group.owner.kind == "belligerent"
            and group.head.type in ("unknown", "combatant")
        ):
            return "combatant"
        return group.head.info or "unknown"
    if group.head.kind == "demonym":
        return "unknown"
    return _STATUS.get(group.head.type, "unknown")


def scope_of(scan: Scan) -> tuple[str, str | None]:
    """Return what the counts of a sentence count, with the phrase that says so.

    "since the uprising began in 2011": the war; "so far this year": a period; "35 a day": a rate.
    """
    words = scan.words
    if scan.vocabulary.isdisjoint(_SCOPES):
        return "event", None
    for index, word in enumerate(words):
        if word in _RANGES and (end := _range_of_days(words, index)):
            return ("war" if not _WAR.isdisjoint(words) else "period"), scan.span(index, end)
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
                and (
                    words[index - 1].isalnum()
                    and words[index - 1] not in ("for", "in", "of", "within", "on", "once", "after", "about")
                )
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


_ESTIMATED = frozenset("believed estimated thought estimate estimates presumed feared".split())
_SCOPES = frozenset(
    "since year decade day week month war years days weeks months decades between from".split()
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
    """Read the scope of a toll from its own words: "the month's toll"."""
    words = scan.words
    for index in range(max(0, count.at - 4), count.at):
        if words[index] in _PERIODS and words[index + 1] == "'s":
            return "period", scan.span(max(0, index - 1), index + 1)
    return "event", None
