"""Counts of events before the one that is told, which it is compared with or follows."""

from __future__ import annotations

from summarizer.patterns.amounts import ONES
from summarizer.patterns.count import Count
from summarizer.patterns.lexicon import wordset
from summarizer.patterns.scan import Scan


def compares(words: list[str], index: int) -> bool:
    """Tell whether a time only says how an event compares: "the deadliest attack since 2019", "the latest of
    many this year"."""
    before = words[max(0, index - COMPARING) : index]
    if "to" in before and _comes_in_a_row(before):
        return True
    return not (_SUPERLATIVES.isdisjoint(before) or _COMPARED.isdisjoint(before))


def _comes_in_a_row(before: list[str]) -> bool:
    """Tell whether an event is one of many: "the seventh to be killed this year", "the 12th to die"."""
    at = before.index("to")
    row = before[at - 1] if at else ""
    in_order = row in _IN_ORDER or (row[:1].isdigit() and row.endswith(("th", "st", "nd", "rd")))
    return in_order and before[at + 1 : at + 2] in (["be"], ["die"], ["have"])


_IN_ORDER = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest".split())


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
            return compares(words, index) and (not apart or not _WHO_TELL.isdisjoint(between))
    return False


_WHO_TELL = frozenset(("when", "that", "which"))
COMPARING = 9
_COMPARED = wordset("operations", "armed_attack", "nouns") | frozenset(
    (
        "attacks assaults raid raids bombing bombings strike strikes blast blasts ambush incident incidents "
        "violence clashes battle day week month series massacre operation offensive escalation fighting "
        "losses loss toll death deaths fatality fatalities casualties killings"
    ).split()
)
_SUPERLATIVES = frozenset(
    "latest deadliest worst bloodiest biggest largest heaviest highest first second third fiercest".split()
)


def of_the_first(scan: Scan, count: Count) -> bool:
    """Tell whether a count is of events before this one: "the first two killed 12 and nine people"."""
    lead = scan.words[max(0, count.at - 3) : count.at]
    return len(lead) == 3 and lead[0] == "the" and lead[1] in _BEFORE and lead[2] in ONES


_BEFORE = frozenset("first previous earlier other last".split())


def none_until_then(scan: Scan, count: Count) -> bool:
    """Tell whether nobody was harmed before: "until Monday no one had died", "nobody had been hurt there
    before"."""
    if not count.negated or "had" not in scan.vocabulary:
        return False
    words = scan.words
    if not _UNTIL.isdisjoint(words):
        return True
    return any(
        word == "before" and (at + 1 == len(words) or not words[at + 1][0].isalnum())
        for at, word in enumerate(words)
    )


_UNTIL = frozenset("until till previously hitherto".split())


def of_previous_ones(scan: Scan, count: Count) -> bool:
    """Tell whether a count is of another event than those told before: "five died in two previous raids"."""
    words = scan.words
    if scan.vocabulary.isdisjoint(_PREVIOUS):
        return False
    behind = words[count.at + 1 : count.at + 7]
    if behind[:1] not in (["in"], ["by"]):
        return False
    at = next((index for index, word in enumerate(behind[1:4], start=1) if word in _PREVIOUS), 0)
    return at > 0 and any(mark.start == count.at + 2 + at for mark in scan.of_any("event", "generic"))


_PREVIOUS = frozenset("previous earlier prior similar".split())
