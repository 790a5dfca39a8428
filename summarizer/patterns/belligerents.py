"""Who fights: the groups of a sentence that can take part in an operation."""

from __future__ import annotations

from summarizer.patterns.group import Group
from summarizer.patterns.scan import Scan

_FIGHTING = frozenset(("belligerent", "head", "platform"))
_LEADERS = frozenset("commander leader member operative associate cadre enemy warlord militia gang".split())


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


def one_of_them(group: Group) -> bool:
    """Tell whether a group is a single member of a force that is not named: "a soldier", "one guard"."""
    return (
        group.head.kind == "head" and group.head.info == "people" and not group.plural and group.owner is None
    )
