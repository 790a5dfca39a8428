"""A statement of harm."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Mark
from summarizer.patterns.scan import Scan


class Count(NamedTuple):
    """One statement of harm: `group` is who; `hint` what it is to another count of the sentence."""

    outcome: str
    group: Group
    at: int
    """The token of the word that says so."""
    agents: tuple[Group, ...] = ()
    """Who did it, where the same clause says so."""
    hint: str = ""
    """part, adds, old (a number that is revised), toll, self (died in the own attack), shared (counted in the
    number before it: "29 soldiers and police"), lost (by the attackers themselves), succumbed (counted as
    wounded before), or nothing."""
    negated: bool = False
    """"no one was hurt": zero is stated."""
    noun: bool = False
    """"the murder of two nuns": the harm is taken for granted, whoever denies his part in it."""
    assertion: str = "stated"
    """stated; alleged ("believed to have killed"), hypothetical ("may have killed") or denied."""


_INCLUDING = frozenset(("including", "among", "include", "included", "includes"))
THE_HARMED = {
    **dict.fromkeys(("dead", "killed", "slain", "deceased", "fatalities", "deaths"), "killed"),
    **dict.fromkeys(("wounded", "injured", "hurt"), "wounded"),
    **dict.fromkeys(("victims", "casualties"), "killed_or_wounded"),
    **dict.fromkeys(("missing",), "missing"),
    **dict.fromkeys(("detained", "arrested"), "detained"),
    **dict.fromkeys(("abducted", "kidnapped"), "abducted"),
}
"""What befell those whom a word stands for."""


_MAINLY = frozenset(("mostly", "mainly", "largely", "predominantly", "primarily"))


def _describes(words: list[str], group: Group, last: Count) -> bool:
    """Tell whether a group only says who those before it were: "22 people, mostly women and children"."""
    if group.amount is not None:
        return False
    goes_on = last.hint == "part" and last.group.amount is None and words[group.start - 1] == "and"
    return words[group.start] in _MAINLY or goes_on


def _shares_number(words: list[str], before: Group, group: Group) -> bool:
    """Tell whether one number counts both: "29 soldiers and police", "80 leaders and facilitators"."""
    return (
        before.amount is not None
        and before.amount.sort == "number"
        and group.amount is None
        and group.determiner == ""
        and group.plural
        and group.head.kind in ("head", "person")
        and words[before.end : group.start] == ["and"]
    )


def _are_among(words: list[str], start: int) -> bool:
    """Tell whether those named behind are some of the harmed: "the dead included two policemen"."""
    return start > 1 and words[start - 1] in _INCLUDING and words[start - 2] in THE_HARMED


def made(
    scan: Scan, outcome: str, victims: list[Group], mark: Mark, agents: tuple[Group, ...]
) -> list[Count]:
    counts: list[Count] = []
    words = scan.words
    included = bool(victims) and _are_among(words, victims[0].start)
    for index, group in enumerate(victims):
        if group.head.kind == "platform" or (group.head.kind == "head" and group.head.info == "units"):
            continue
        if outcome == "displaced" and group.amount is None:
            continue  # "a school that shelters displaced people" counts nobody
        hint = ""
        if index and _shares_number(words, victims[index - 1], group):
            counts.append(Count(outcome, group, mark.start, agents, "shared"))
            continue
        before = words[group.start - 1] if group.start else ""
        if before == "or" and "no" in words[max(0, group.start - 4) : group.start]:
            continue  # "no coalition or local forces were hurt"
        if included or (counts and (before in _INCLUDING or _describes(words, group, counts[-1]))):
            if group.head.kind == "belligerent" and group.amount is None:
                continue  # "eight fighters including al-Nusra" counts none of them
            hint = "part"
        elif words[group.start] == "another" or "more" in words[group.start : group.core + 1]:
            hint = "adds" if words[group.start : group.start + 2] != ["more", "than"] else ""
        zero = group.amount is not None and group.amount.sort == "none"
        counts.append(Count(outcome, group, mark.start, agents, hint, zero))
    return counts
