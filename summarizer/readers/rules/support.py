"""Who stands behind whom: supporters of an operation, and units that belong to a party."""

from __future__ import annotations

from dataclasses import replace

from summarizer.patterns import clauses
from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.scan import Scan
from summarizer.readers.rules.actors import Registry
from summarizer.readers.rules.event import Event
from summarizer.readers.rules.operations import Operations
from summarizer.readers.rules.telling import Facts

_SUPPORT = frozenset("supported backed assisted aided accompanied advised reinforced escorted".split())
_ACTIVE_SUPPORT = frozenset("support supports supported backed back backs assisted".split())
_ANY_SUPPORT = _SUPPORT | _ACTIVE_SUPPORT
_MEANS = ("crewed_aircraft", "artillery", "drone", "helicopter", "naval", "armour")


def takes_sides(scan: Scan) -> bool:
    """Tell whether a sentence has any word for support, blame or belonging."""
    return not scan.vocabulary.isdisjoint(SIDES)


def add_supporters(scan: Scan, operations: Operations) -> Event | None:
    """Give the supporters of an attacker their part: "troops backed by X", "supported by X's air strikes".

    Returns the event that they support, None where the sentence names no supporter.
    """
    words = scan.words
    if scan.vocabulary.isdisjoint(_ANY_SUPPORT):
        return None
    for index, word in enumerate(words):
        if word in _SUPPORT and words[index + 1 : index + 2] == ["by"]:
            supporters = clauses.agents(scan, index + 1, [], reach=2)
            helped = clauses.subject(scan, index, [])
        elif word in _ACTIVE_SUPPORT and words[index + 1 : index + 2] in (["them"], ["the"], ["iraqi"]):
            supporters, helped = clauses.subject(scan, index, []), []
        else:
            continue
        event = _supported(scan, helped, operations)
        if event is None:
            continue
        added = False
        attacked = {event.roles.get(known or "") for known in _keys(scan, helped, operations)}
        role = "target" if "target" in attacked else "supporter"
        for group in supporters:
            if fights(group):
                key = operations.registry.resolve(scan, group)
                if (
                    key is not None
                    and event.roles.get(key) in (None, "initiator")
                    and key not in _keys(scan, helped, operations)
                ):
                    event.roles[key] = role
                    event.party_evidence.setdefault(key, set()).add(scan.number)
                    added = True
        if added:
            event.evidence.add(scan.number)
            for mark in scan.of("means"):
                if mark.start > index and mark.entry.type in _MEANS and mark.entry.type not in event.means:
                    event.means.append(mark.entry.type)
            return event
    return None


def without_support(facts: Facts) -> Facts:
    """Drop the attacks that only say how somebody is supported: "backed by the coalition's air strikes"."""
    words = facts.scan.words
    if not facts.attacks or facts.scan.vocabulary.isdisjoint(_SUPPORT):
        return facts
    at = next(
        (
            index
            for index, word in enumerate(words)
            if word in _SUPPORT and words[index + 1 : index + 2] == ["by"]
        ),
        None,
    )
    if at is None:
        return facts
    attacks = [attack for attack in facts.attacks if not (attack.noun and at < attack.at < at + 16)]
    return replace(facts, attacks=attacks)


def _keys(scan: Scan, groups: list[Group], operations: Operations) -> set[str | None]:
    return {operations.registry.resolve(scan, group) for group in groups}


def _supported(scan: Scan, helped: list[Group], operations: Operations) -> Event | None:
    """Return the event whose attacker is supported: the one of this sentence, else the latest that he
    began."""
    keys = _keys(scan, [group for group in helped if fights(group)], operations)
    for event in reversed(operations.events):
        if event.past or event.stage == "planned":
            continue
        if scan.number in event.evidence and (not keys or keys & set(event.roles)):
            return event
        if keys & {key for key, role in event.roles.items() if role in ("initiator", "participant")}:
            return event
        if not keys and event.last >= scan.number - 2:
            return event
    return None


_UNITS = frozenset(("arm", "wing", "unit", "faction", "branch", "part"))
SIDES = _ANY_SUPPORT | _UNITS


def add_units(scan: Scan, registry: Registry) -> None:
    """Note whose unit a party is: "the Golden Division, part of the CTS", "X, the armed wing of Y"."""
    words = scan.words
    if scan.vocabulary.isdisjoint(_UNITS):
        return
    for left, right in zip(scan.groups, scan.groups[1:], strict=False):
        between = words[left.end : right.start]
        if (
            between[:1] == [","]
            and between[-1:] == ["of"]
            and not _UNITS.isdisjoint(between)
            and fights(left)
            and fights(right)
        ):
            child, parent = registry.resolve(scan, left), registry.resolve(scan, right)
            if child and parent and child != parent and registry.parties[parent].parent != child:
                registry.parties[child].parent = parent
