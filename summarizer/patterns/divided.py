"""Harm whose words are divided by those who suffer it: "took 250 hostages", "drove 3,000 people from their
homes", "stabbed two men to death", "put the dead at 110"."""

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
_SLAYS = frozenset(
    "stabbed stabbing hacked hacking beat beating burned burnt burning clubbed stoned trampled crushed shot "
    "shooting bludgeoned".split()
)
_DEADLY = (["to", "death"], ["dead"], ["alive"])
_RAISES = _PUTS | frozenset(("raised", "revised", "lowered"))
SIGNS = frozenset((*_HELD, *_DRIVES, *_PUTS, *_SLAYS))
"""A sentence without any of these words has no such harm."""
_DEAD = Entry("number", "", "unknown", "unknown", True)


def divided_harm(scan: Scan) -> list[Count]:
    """Return the counts whose word of harm stands on both sides of the harmed."""
    found: list[Count] = []
    for group in scan.groups:
        if not group.start:
            continue
        before = scan.words[group.start - 1]
        if group.amount is None and (before not in _SLAYS or group.plural):
            continue
        outcome = _HELD.get(scan.words[group.end - 1])
        if outcome and before in _TAKES:
            agents = tuple(clauses.subject(scan, group.start - 1, scan.verbs))
            found.append(Count(outcome, group, group.start - 1, agents))
        elif before in _SLAYS and any(
            scan.words[group.end : group.end + len(deadly)] == deadly for deadly in _DEADLY
        ):
            agents = tuple(clauses.subject(scan, group.start - 1, scan.verbs))
            found.append(Count("killed", group, group.start - 1, agents))
        elif before in _DRIVES and any(
            scan.words[group.end : group.end + len(away)] == away for away in _AWAY
        ):
            found.append(Count("displaced", group, group.start - 1))
    if not scan.vocabulary.isdisjoint(_PUTS):
        found.extend(_put_at(scan))
    return found


def puts_a_figure(scan: Scan) -> bool:
    """Tell whether a sentence may raise or put a figure that it does not name: "raised the number to 105"."""
    return not (scan.vocabulary.isdisjoint(_RAISES) or scan.vocabulary.isdisjoint(_FIGURES))


def raised_to(scan: Scan) -> list[Count]:
    """Read "raised the number to 105" and "puts the figure at eight", for a sentence behind one that counts
    the killed: by itself it does not say of whom."""
    words = scan.words
    for amount in scan.amounts:
        at = amount.start - 4
        said = words[max(0, at) : amount.start]
        told = len(said) == 4 and said[0] in _RAISES and said[1] == "the" and said[2] in _FIGURES
        if told and said[3] in ("to", "at"):
            group = Group(amount.start, amount.end, amount.core, amount, "", _DEAD, None, True)
            return [Count("killed", group, at, hint="toll")]
    return []


_FIGURES = frozenset(("number", "figure", "count"))


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
