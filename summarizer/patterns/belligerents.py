"""Who fights: the groups of a sentence that can take part in an operation."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from summarizer.patterns.group import Group
from summarizer.patterns.scan import Scan

_FIGHTING = frozenset(("belligerent", "head", "platform"))
_RULERS = frozenset(("government", "regime", "junta"))


def find_belligerents(scan: Scan) -> list[Group]:
    """Return the groups that are armed parties, their people or their machines, in order.

    "Iraqi troops and Shia militias" gives both; "the villagers" gives none.
    """
    return [group for group in scan.groups if fights(group)]


def fights(group: Group) -> bool:
    """Tell whether a group is an armed party or belongs to one."""
    if group.head.kind in _FIGHTING:
        return group.head.type not in ("government", "protesters")
    if group.head.kind == "person" and group.head.type in ("combatant", "police_security"):
        return (group.owner is not None and group.owner.kind == "belligerent") or group.belongs is not None
    return group.owner is not None and group.owner.kind == "belligerent" and group.head.kind == "person"


def party_of_person(scan: Scan, name: Group) -> Group | None:
    """Return the armed party that a person called by name is said to belong to, as the group that says so.

    "ISIL leader X", "X, a commander of the Taliban", "X and Y, two ISIL facilitators".
    """
    groups = scan.groups
    index = bisect_left(groups, name.start, key=_START)
    if index and groups[index - 1].end == name.start and _one_party(groups[index - 1]):
        return groups[index - 1]
    end = name.end
    for group in groups[index + 1 : index + _MANY]:
        between = scan.words[end : group.start]
        if group.head.kind != "name":
            return group if between == [","] and _one_party(group) else None
        if between not in ([","], ["and"], [",", "and"]):
            return None
        end = group.end
    return None


_START = attrgetter("start")
_MANY = 6


def _one_party(group: Group) -> bool:
    return group.named is not None and group.head.kind in ("person", "head")


def may_attack(group: Group) -> bool:
    """Tell whether a group can be the doer of an attack: who fights, and a government or regime."""
    return fights(group) or (group.head.kind == "head" and group.head.name in _RULERS)


def one_of_them(group: Group) -> bool:
    """Tell whether a group is a single member of a force that is not named: "a soldier", "one guard"."""
    return (
        group.head.kind == "head" and group.head.info == "people" and not group.plural and group.owner is None
    )
