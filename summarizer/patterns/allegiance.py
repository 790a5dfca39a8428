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


def note_owners(sentence: Marked, groups: list[Group]) -> None:
    """Give forces behind "its" to the party or state that is said to speak or act before: "Russia said its
    troops", "the ministry of Iran said its forces"."""
    if sentence.vocabulary.isdisjoint(_WHOSE):
        return
    for index, group in enumerate(groups):
        if group.determiner not in _WHOSE or group.owner is not None or group.head.kind not in _ARMED:
            continue
        owners = [
            mark
            for mark in sentence.of_any("nation", "capital", "belligerent")
            if mark.end < group.start and not sentence.vocabulary.isdisjoint(("said", "says"))
        ]
        speech = [mark.start for mark in sentence.of("speech") if mark.end <= group.start]
        if not owners or not speech or owners[0].start > speech[0]:
            continue
        owner = owners[0]
        named = (owner.start, owner.end) if owner.entry.kind == "belligerent" else None
        groups[index] = replace(group, owner=owner.entry, named=named)


_WHOSE = frozenset(("its", "their"))
_ARMED = frozenset(("head", "platform"))


def armed_peoples(sentence: Marked, groups: list[Group]) -> list[Group]:
    """Return the states whose arms are spoken of: "a Russian missile hit", "Israeli shelling"."""
    peoples = sentence.of("demonym")
    if not peoples:
        return []
    arms = {mark.start for mark in sentence.of_any("means", "event") if mark.entry.type in _ARMS_OF_STATES}
    return [
        Group(mark.start, mark.end, mark.start, None, "", STATE_FORCES, mark.entry, True)
        for mark in peoples
        if mark.end in arms
        and mark.entry.info
        and not any(group.start < mark.end and group.end > mark.start for group in groups)
    ]


_ARMS_OF_STATES = frozenset(
    "missile rocket artillery drone crewed_aircraft air_dropped_bomb airstrike shelling drone_strike "
    "bombardment".split()
)


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


_BANDS = frozenset(
    "the a so-called self-styled front column cell squad wing faction group organization commando unit "
    "movement subversive guerrilla terrorist rebel leftist insurgent of urban military".split()
)


def _only_a_band(between: list[str]) -> bool:
    """Tell whether words between "of" and a party only say which part of it: "of the 5th Front of the"."""
    return len(between) < 7 and all(word in _BANDS or word[:1].isdecimal() for word in between)


_PARTS_OF = frozenset(("member", "element", "cell", "officer"))


def note_parents(words: list[str], groups: list[Group]) -> None:
    """Give a group the party behind "of": "fighters of the FMLN", "members of the Taliban"."""
    for index, (group, following) in enumerate(pairwise(groups)):
        if words[group.end : group.end + 1] not in (["of"], ["from"]) or group.named:
            continue
        if following.start != group.end + 1 and not _only_a_band(words[group.end + 1 : following.start]):
            continue
        if group.head.name in _PARTS_OF and following.head.kind == "head":
            groups[index] = replace(group, belongs=following.head, owner=group.owner or following.owner)
        if following.head.kind != "belligerent":
            continue
        if group.head.kind in ("head", "person") and group.head.type not in ("official", "government"):
            groups[index] = replace(group, owner=following.head, named=following.named)
