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
            for mark in sentence.among(_OWNERS)
            if mark.end < group.start and not sentence.vocabulary.isdisjoint(("said", "says"))
        ]
        speech = [mark.start for mark in sentence.of("speech") if mark.end <= group.start]
        if not owners or not speech or owners[0].start > speech[0]:
            continue
        owner = owners[0]
        named = (owner.start, owner.end) if owner.entry.kind == "belligerent" else None
        groups[index] = replace(group, owner=owner.entry, named=named)


_OWNERS = frozenset(("nation", "capital", "belligerent"))
_WHOSE = frozenset(("its", "their"))
_ARMED = frozenset(("head", "platform"))


def armed_peoples(sentence: Marked, groups: list[Group]) -> list[Group]:
    """Return the states whose arms are spoken of: "a Russian missile hit", "Israeli shelling"."""
    peoples = [
        mark
        for mark in sentence.among(_PEOPLES)
        if mark.entry.kind == "demonym" or sentence.words[mark.start] in _SHORT
    ]
    if not peoples:
        return []
    arms = {
        mark.start
        for mark in sentence.among(_ARMS)
        if mark.entry.type in _ARMS_OF_STATES
        or (mark.entry.name == "strike" and not sentence.kinds.isdisjoint(_OF_WAR))
        or (mark.entry.name == "attack" and sentence.words[mark.end : mark.end + 1] in (["on"], ["against"]))
    }
    return [
        Group(mark.start, mark.end, mark.start, None, "", STATE_FORCES, mark.entry, True)
        for mark in peoples
        if mark.end in arms
        and mark.entry.info
        and not any(group.start < mark.end and group.end > mark.start for group in groups)
    ]


_PEOPLES = frozenset(("demonym", "nation"))
_ARMS = frozenset(("means", "event", "generic"))
_ARMS_OF_STATES = frozenset(
    "missile rocket artillery drone crewed_aircraft air_dropped_bomb airstrike shelling drone_strike "
    "bombardment raid offensive siege naval_attack".split()
)
_SHORT = frozenset(("us", "u.s.", "uk", "u.k.", "uae"))
"""States whose short name is also their adjective: "a U.S. airstrike"."""
_OF_WAR = frozenset(("harm", "harm_state", "harm_nouns", "harm_toll", "means", "belligerent", "deed", "hurl"))
"""Kinds of words one of which stands beside a strike of arms, and none beside a strike of workers."""


def acting_states(sentence: Marked, groups: list[Group]) -> list[Group]:
    """Return states and capitals that act: "Ankara struck Sinjar" speaks of Turkey's forces."""
    states = sentence.among(_STATES)
    if not states:
        return []
    named = sentence.of("belligerent")
    deeds = {mark.start for mark in sentence.among(_ACTS) if mark.entry.info != "base"}
    finite = {mark.start for mark in sentence.among(_ACTS) if mark.entry.info in ("participle", "finite")}
    found: list[Group] = []
    for mark in states:
        before = sentence.words[mark.start - 1] if mark.start else "."
        by = before in _DONE_BY and mark.entry.kind == "nation"
        if mark.end not in deeds and not by:
            continue
        # "…, and Israel responded with": a clause of its own
        joins = before == "and" and sentence.words[mark.start - 2 : mark.start - 1] == [","]
        if (
            (before in _PLACE_LEADS and not (joins and mark.end in finite))
            or any(other.end == mark.start for other in named)
            or (by and _only_whose(sentence, mark.end))
            or any(group.start < mark.end and group.end > mark.start for group in groups)
        ):
            continue
        found.append(Group(mark.start, mark.end, mark.start, None, "", STATE_FORCES, mark.entry, True))
    return found


def striking_peoples(sentence: Marked, groups: list[Group]) -> list[Group]:
    """Return the groups, with the forces of a state where its people strike: "the Russians shelled"."""
    deeds = {
        mark.start: mark.end
        for mark in sentence.of("deed")
        if mark.entry.type in _DEEDS_OF_FORCES and mark.entry.info != "base"
    }
    kept: list[Group] = []
    for group in groups:
        end = group.end
        while end < len(sentence.words) and sentence.words[end] in _BETWEEN:
            end += 1
        strikes = group.head.kind == "demonym" and group.determiner == "the" and end in deeds
        if strikes and group.head.info and not _is_passive(sentence.words, deeds[end]):
            group = replace(group, head=STATE_FORCES, owner=group.head)
        kept.append(group)
    return kept


def _is_passive(words: list[str], end: int) -> bool:
    """Tell whether a participle says what was done to somebody: "the Russians shelled by mistake"."""
    return words[end : end + 1] in (["by"], ["in"], ["near"], ["at"])


_DEEDS_OF_FORCES = frozenset(
    "airstrike shelling drone_strike bombardment bombing offensive raid naval_attack siege "
    "capture_of_territory recapture_of_territory armed_attack".split()
)
_BETWEEN = frozenset("also then later again have has had".split())
_STATES = frozenset(("nation", "capital"))
_ACTS = frozenset(("deed", "light", "hurl"))
_BANDS = frozenset(
    "the a so-called self-styled front column cell squad wing faction group organization commando unit "
    "movement subversive guerrilla terrorist rebel leftist insurgent of urban military".split()
)


def _only_a_band(between: list[str]) -> bool:
    """Tell whether words between "of" and a party only say which part of it: "of the 5th Front of the"."""
    return len(between) < 7 and all(word in _BANDS or word[:1].isdecimal() for word in between)


_DONE_BY = frozenset(("by", "ally"))


def _only_whose(sentence: Marked, end: int) -> bool:
    """Tell whether a state only says whose something is: "by Iraq's army", "by U.S. officials", "by
    US-led"."""
    word = sentence.words[end] if end < len(sentence.words) else "."
    return (
        end in sentence.tokens.glued
        or word == "'s"
        or any(mark.start == end and mark.entry.kind in _NAMED_THINGS for mark in sentence.marks)
    )


_NAMED_THINGS = frozenset(
    ("head", "person", "platform", "speaker", "means", "event", "generic", "belligerent")
)
_LEADING_TO_WHOM = frozenset(("of", "from"))
_PARTS_OF = frozenset(("member", "element", "cell", "officer"))


def note_parents(words: list[str], groups: list[Group]) -> None:
    """Give a group the party behind "of": "fighters of the FMLN", "members of the Taliban"."""
    for index, (group, following) in enumerate(pairwise(groups)):
        if group.named or group.end == len(words) or words[group.end] not in _LEADING_TO_WHOM:
            continue
        if following.start != group.end + 1 and not _only_a_band(words[group.end + 1 : following.start]):
            continue
        if group.head.info == "units" and following.head.kind == "head" and group.owner is None:
            groups[index] = replace(
                group, belongs=following.head, owner=following.owner, named=following.named
            )
            continue
        if group.head.name in _PARTS_OF and following.head.kind == "head":
            groups[index] = replace(group, belongs=following.head, owner=group.owner or following.owner)
        if following.head.kind != "belligerent":
            continue
        if group.head.kind in ("head", "person") and group.head.type not in ("official", "government"):
            groups[index] = replace(group, owner=following.head, named=following.named)
