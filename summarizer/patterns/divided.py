"""Harm whose words are divided by those who suffer it: "took 250 hostages", "drove 3,000 people from their
homes", "put the dead at 110"."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.count import Count
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry
from summarizer.patterns.scan import Scan

_TAKES = frozenset("take takes took taken taking seized seizing holding held".split())
_DRIVES = frozenset(
    "drive drives drove driven driving force forces forced forcing push pushed pushing uprooted".split()
)
_AWAY = (["from", "their", "homes"], ["from", "homes"], ["out", "of"], ["to", "flee"], ["to", "leave"])
_PUTS = frozenset("put puts putting".split())
_HELD = {"hostage": "abducted", "hostages": "abducted", "prisoner": "captured", "prisoners": "captured"}
_THE_DEAD = {
    "dead": "killed",
    "killed": "killed",
    "slain": "killed",
    "wounded": "wounded",
    "injured": "wounded",
}
SIGNS = frozenset((*_HELD, *_DRIVES, *_PUTS))
"""A sentence without any of these words has no such harm."""
_DEAD = Entry("number", "", "unknown", "unknown", True)


def divided_harm(scan: Scan) -> list[Count]:
    """Return the counts whose word of harm stands on both sides of the harmed."""
    found: list[Count] = []
    for group in scan.groups:
        if group.amount is None or not group.start:
            continue
        before = scan.words[group.start - 1]
        outcome = _HELD.get(scan.words[group.end - 1])
        if outcome and before in _TAKES:
            agents = tuple(clauses.subject(scan, group.start - 1, scan.verbs))
            found.append(Count(outcome, group, group.start - 1, agents))
        elif before in _DRIVES and any(
            scan.words[group.end : group.end + len(away)] == away for away in _AWAY
        ):
            found.append(Count("displaced", group, group.start - 1))
    if not scan.vocabulary.isdisjoint(_PUTS):
        found.extend(_put_at(scan))
    return found


def _put_at(scan: Scan) -> list[Count]:
    """Read "put the dead at 110" and "put the number of slain militants at eight"."""
    words = scan.words
    for at, word in enumerate(words):
        if word not in _PUTS:
            continue
        named = words[at + 1 : at + 7]
        outcome = next((_THE_DEAD[word] for word in named if word in _THE_DEAD), "")
        for amount in scan.amounts:
            if outcome and at < amount.start <= at + 8 and words[amount.start - 1] == "at":
                group = Group(amount.start, amount.end, amount.core, amount, "", _DEAD, None, True)
                return [Count(outcome, group, at, hint="toll")]
    return []
