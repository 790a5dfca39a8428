"""The dead told of as bodies: "the bodies of 14 men", "found three bodies"."""

from __future__ import annotations

from dataclasses import replace

from summarizer.patterns import clauses
from summarizer.patterns.count import Count, made
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Mark
from summarizer.patterns.scan import Scan
from summarizer.patterns.tolls import DEAD, amount_ending

_FOUND = frozenset(
    (
        "found recovered discovered counted pulled dug retrieved brought arrived received handed dumped "
        "exhumed unearthed"
    ).split()
)


def harm_of_bodies(scan: Scan, mark: Mark, verbs: list[int]) -> list[Count]:
    """Read "the bodies of 14 men", "found three bodies", "her body was found"."""
    words = scan.words
    if words[mark.end : mark.end + 1] == ["of"]:
        index = clauses.group_from(scan, mark.end + 1)
        if index < len(scan.groups) and scan.groups[index].start == mark.end + 1:
            found = clauses.row(scan, index, verbs)
            counted = amount_ending(scan, mark.start)
            if counted is not None and found[0].amount is None:
                found[0] = replace(found[0], amount=counted)
            return made(scan, "killed", found, mark, ())
    amount = amount_ending(scan, mark.start)
    end = mark.end
    if (
        words[end : end + 1] == [","] and "," in words[end + 1 : end + 8]
    ):  # "four bodies, two of them headless, …"
        end = words.index(",", end + 1)
    nearby = words[max(0, mark.start - 6) : mark.start] + words[end : end + 5]
    if "twice" in nearby:
        return []  # "some bodies had been counted twice"
    if amount is not None and amount.sort != "none" and not _FOUND.isdisjoint(nearby):
        group = Group(amount.start, mark.end, mark.start, amount, "", DEAD, None, True)
        return [Count("killed", group, mark.start)]
    return []
