"""Whose people a group is: "fighters of the FMLN", and states that act by their capital's name."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry
from summarizer.patterns.marked import Marked

STATE_FORCES = Entry("head", "forces", "state_military", "collective", True)
"""What acts where only a state is named."""
_PLACE_LEADS = frozenset("in at near from to of on outside around into toward towards , and between".split())


def acting_states(sentence: Marked, groups: list[Group]) -> list[Group]:
    """Return states and capitals that act: "Ankara struck Sinjar" speaks of Turkey's forces."""
    states = sentence.of_any("nation", "capital")
    if not states:
        return []
    deeds = {mark.start for mark in sentence.of_any("deed", "light") if mark.entry.info != "base"}
    found: list[Group] = []
    for mark in states:
        if mark.end not in deeds:
            continue
        before = sentence.words[mark.start - 1] if mark.start else "."
        if before in _PLACE_LEADS or any(
            group.start < mark.end and group.end > mark.start for group in groups
        ):
            continue
        found.append(Group(mark.start, mark.end, mark.start, None, "", STATE_FORCES, mark.entry, True))
    return found


_PARTS_OF = frozenset(("member", "element", "cell", "officer"))


def note_parents(words: list[str], groups: list[Group]) -> None:
    """Give a group the party behind "of": "fighters of the FMLN", "members of the Taliban"."""
    for index, (group, following) in enumerate(pairwise(groups)):
        if following.start != group.end + 1 or words[group.end] not in ("of", "from") or group.named:
            continue
        if group.head.name in _PARTS_OF and following.head.kind == "head":
            groups[index] = replace(group, belongs=following.head, owner=group.owner or following.owner)
        if following.head.kind != "belligerent":
            continue
        if group.head.kind in ("head", "person") and group.head.type not in ("official", "government"):
            groups[index] = replace(group, owner=following.head, named=following.named)
