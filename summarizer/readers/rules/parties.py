"""Parties that a text names outside its events: who fights or backs whom, and whose people suffer."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry, Mark, wordset
from summarizer.patterns.place_words import NOUNS, PREPOSITIONS
from summarizer.patterns.places_that_act import end_of_row
from summarizer.patterns.scan import Scan
from summarizer.readers.rules.actors import Registry

_SIDES = ("offensive", "clash", "training_or_support")
_PARTIES = frozenset(("head", "person", "nation", "demonym"))
_HARM = frozenset(("harm", "harm_state", "harm_nouns", "harm_toll"))
_TELLING = _HARM | {"deed", "event"}
"""Marks that tell of a deed of war."""


@cache
def _taking_sides() -> frozenset[str]:
    """Return the words of a sentence that says who fights, backs or arms whom."""
    return frozenset().union(*(wordset("context", type_, "plain") for type_ in _SIDES))


def note_parties(scans: list[Scan], registry: Registry) -> None:
    """Note the parties of the body that have no part in an operation.

    An armed group that is named always counts. A state's forces, a government, a state that acts and a people
    that suffers count where the sentence says who fights, backs or harms whom.
    """
    sides = _taking_sides()
    for scan in scans:
        if scan.number == 0:
            continue
        kinds = scan.kinds
        heads = {mark.entry.type for mark in scan.of("head")} if "head" in kinds else _NOBODY
        if "belligerent" in kinds or "rebel_group" in heads:
            for group in scan.groups:
                if group.named is not None or _points_at_rebels(group):
                    registry.resolve(scan, group)
        if "demonym" in kinds and not _ARMED_PEOPLE.isdisjoint(heads):
            for group in scan.groups:
                if _armed_people(group):
                    registry.note(scan, group)
        if kinds.isdisjoint(_PARTIES):
            continue
        if "regime" in scan.vocabulary:
            _note_regimes(scan, registry)
        if not kinds.isdisjoint(_HARM) or not scan.vocabulary.isdisjoint(sides):
            _note_sides(scan, registry)


_NOBODY: frozenset[str] = frozenset()
_ARMED_PEOPLE = frozenset(("rebel_group", "political_militia", "identity_militia", "pro_government_militia"))


def _armed_people(group: Group) -> bool:
    """Tell whether a group is the fighters of a people: "Sunni tribal fighters", "Shia militias"."""
    return (
        group.head.type in _ARMED_PEOPLE
        and group.owner is not None
        and group.owner.kind == "demonym"
        and group.plural
        and group.amount is None
    )


def _points_at_rebels(group: Group) -> bool:
    """Tell whether "the militants" stand for an armed group."""
    return group.head.type == "rebel_group" and group.plural and group.amount is None and group.definite


def _note_sides(scan: Scan, registry: Registry) -> None:
    harmed = not scan.kinds.isdisjoint(_HARM)
    for group in scan.groups:
        type_ = group.head.type
        if type_ == "government" and group.head.kind == "head":
            government = _with_its_state(scan, group)
            if scan.words[group.end : group.end + 1] and scan.words[group.end] in NOUNS:
                continue  # "the Government Hospital"
            if government is not group or group.owner is not None or group.determiner == "the":
                registry.note(scan, government)
        elif fights(group) and group.plural and not _has_its_name(scan, group):
            if group.owner is not None or (group.amount is None and _faced(scan, group)):
                registry.note(scan, group)
        elif harmed and group.head.kind == "name":
            member = registry.member(scan, group)
            if member is not None:
                registry.noted.add(member)
        elif harmed and group.head.kind == "person" and group.plural and type_ == "civilian":
            bare = group.amount is None and (group.head.name in _NOT_FIGHTING or _attacked(scan, group))
            if bare or (group.owner is not None and group.head.name in _PEOPLE):
                registry.note_people(scan, group)
        elif group.head.name == "people" and (
            (group.owner is not None and group.owner.info) or scan.words[group.core] == "innocent"
        ):
            registry.note_people(scan, group)
        elif group.head.kind == "demonym" and group.amount is None and _takes_part(scan, group):
            registry.note_people(scan, replace(group, owner=group.head))
    for mark in scan.of("nation"):
        if mark.start not in scan.grouped and _acts(scan, mark):
            registry.note(scan, Group(mark.start, mark.end, mark.start, None, "", _STATE, mark.entry, False))


def _has_its_name(scan: Scan, group: Group) -> bool:
    """Tell whether the name of a party follows in brackets, under which it is noted: "the army (X)"."""
    return scan.words[group.end : group.end + 1] in (["("], ["["]) and any(
        mark.start == group.end + 1 for mark in scan.of("belligerent")
    )


def _note_regimes(scan: Scan, registry: Registry) -> None:
    """Note a government that is called a regime, by its name or where a deed is told: "the X regime"."""
    told = not scan.kinds.isdisjoint(_TELLING)
    for group in scan.groups:
        if group.head.name != "regime":
            continue
        named = group.end - group.core > 1 and (
            group.owner is not None or scan.tokens.capitals[group.end - 2]
        )
        if named or (told and group.determiner == "the"):
            registry.note(scan, group)


def _attacked(scan: Scan, group: Group) -> bool:
    """Tell whether a people is the object of a harm: "the militia kills pilgrims"."""
    return (
        not group.determiner
        and any(mark.end == group.start for mark in scan.of("harm"))
        and any(other.named is not None and other.end <= group.start for other in scan.groups)
    )


_STATE = Entry("head", "state", "government", "collective")
_NOT_FIGHTING = frozenset(("civilian", "noncombatant"))
_PEOPLE = frozenset("civilian resident villager inhabitant citizen noncombatant".split())


def _with_its_state(scan: Scan, group: Group) -> Group:
    """Give a government the state behind or the name before it: "the Government of X", "Y's regime"."""
    words = scan.words
    if group.owner is None and words[group.end : group.end + 1] == ["of"]:
        at = group.end + (2 if words[group.end + 1 : group.end + 2] == ["the"] else 1)
        state = next((mark for mark in scan.of("nation") if mark.start == at), None)
        if state is not None:
            return replace(group, end=state.end, owner=state.entry)
    owner = group.core - 2
    if owner >= 0 and words[owner + 1] == "'s" and scan.tokens.capitals[owner]:
        return replace(group, start=owner, core=owner)
    return group


def _acts(scan: Scan, mark: Mark) -> bool:
    """Tell whether a state takes a side here: "our ally X", "X supports", "X has trained", not "in X"."""
    words = scan.words
    before = words[mark.start - 1] if mark.start else ""
    if before in ("ally", "allies", "partner", "partners"):
        return True
    at = mark.start - 1 if before == "the" else mark.start
    if at and words[at - 1] in PREPOSITIONS:
        return False
    end = end_of_row(scan, mark)
    following = words[end : end + 7]
    if following[:1] == ["'s"]:
        return not _SUPPORTING.isdisjoint(following[1:4])
    for stop, word in enumerate(following):
        if word in _ENDS:
            following = following[:stop]
            break
    return not _ACTING.isdisjoint(following)


def _faced(scan: Scan, group: Group) -> bool:
    """Tell whether a group is whom somebody fights, or with whom: "against regime forces"."""
    return group.start > 0 and scan.words[group.start - 1] in _FACED


def _takes_part(scan: Scan, people: Group) -> bool:
    """Tell whether a people fights or is backed: "the Syrians who fought", "against the Kurds"."""
    words = scan.words
    if _faced(scan, people) or (people.start and words[people.start - 1] in _ACTING):
        return True
    at = people.end + (words[people.end : people.end + 1] == ["who"])
    return words[at : at + 1] != [] and words[at] in _ACTING


_FACED = frozenset(("against", "alongside", "fighting", "fought", "battling", "battled"))
_ENDS = frozenset((",", ";", ".", ":", "(", "-", "–", "—", "which", "who", "war"))
_SUPPORTING = frozenset(
    "support backing assistance intervention bombing bombardment strikes airstrikes arming".split()
)
_ACTING = frozenset(
    (
        "support supports supporting supported back backs backing backed fight fights fighting fought defeat "
        "help helps helping helped assist assists assisting assisted train trains training trained arm arms "
        "arming armed bomb bombs bombed bombing strike strikes struck airstrikes invade invaded invades "
        "intervene intervened destroy destroyed defend defends defended attack attacks attacked allied "
        "launched conducted deployed contributes contributed equips equipped funds funded joined shot"
    ).split()
)
