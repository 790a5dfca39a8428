"""Parties that speak for themselves: "the Taliban said", "according to Afghan troops", "Israel said"."""

from __future__ import annotations

from summarizer.patterns.allegiance import STATE_FORCES
from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.scan import Scan

_KINDS = {
    "state_military": "military",
    "foreign_military": "military",
    "coalition": "military",
    "state_police_or_security": "police",
    "government": "government",
    "un_or_io_force": "un_io",
}
"""Kind of source by type of actor; whoever else fights is an armed group."""


def kind_of_voice(group: Group) -> str:
    """Return what kind of source a party is; a state speaks by its government."""
    if group.head is STATE_FORCES:
        return "government"
    entry = group.owner if group.owner is not None and group.owner.kind == "belligerent" else None
    if group.head.kind in ("belligerent", "head"):
        entry = entry or group.head
    return _KINDS.get((entry or group.belongs or group.head).type, "armed_group")


def voice_ending(scan: Scan, end: int) -> Group | None:
    """Return the party that ends before the token, as the subject of a verb of speech does."""
    found = next((group for group in scan.groups if group.end == end and _named_so(group)), None)
    return found or _state(scan, end=end)


def voice_from(scan: Scan, start: int) -> Group | None:
    """Return the party that begins at the token, as behind "according to"."""
    found = next((group for group in scan.groups if group.start == start and _named_so(group)), None)
    return found or _state(scan, start=start)


def _named_so(group: Group) -> bool:
    """Tell whether a party is called by its own name or noun: no "our forces", whose they are."""
    return fights(group) and group.determiner not in _SOMEBODYS


_SOMEBODYS = frozenset("our their its his her".split())


def party_in(scan: Scan, start: int, end: int) -> Group | None:
    """Return the party that a source is or is named for: "the army", "a Taliban spokesman"."""
    for mark in scan.of("belligerent"):
        if start <= mark.start and mark.end <= end:
            return Group(
                mark.start,
                mark.end,
                mark.start,
                None,
                "",
                mark.entry,
                None,
                True,
                None,
                (mark.start, mark.end),
            )
    return next((group for group in scan.groups if group.end == end and group.plural and fights(group)), None)


def _state(scan: Scan, start: int = -1, end: int = -1) -> Group | None:
    """Return a state that speaks: "Israel", "the United States"."""
    for mark in scan.of_any("nation", "capital"):
        first = mark.start - (1 if mark.start and scan.words[mark.start - 1] == "the" else 0)
        if mark.end == end or start in (first, mark.start):
            return Group(first, mark.end, mark.start, None, "", STATE_FORCES, mark.entry, True)
    return None
