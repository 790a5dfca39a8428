"""Whom a description stands for: a party named beside it, or a kind of fighters of its own."""

from __future__ import annotations

from summarizer.patterns.group import Group
from summarizer.patterns.scan import Scan

LOOSE = frozenset(
    "suspected alleged presumed more other additional several wounded dead captured last remaining".split()
)
"""Adjectives that are no part of what a party is called."""
_PLAIN = LOOSE | frozenset(
    (
        "armed other male enemy heavily foreign unidentified unknown local senior islamic islamist muslim "
        "jihadist extremist rebel militant"
    ).split()
)


def a_kind_of_its_own(scan: Scan, group: Group) -> bool:
    """Tell whether a description is more than "the rebels": "urban guerrillas", "foreign fighters"."""
    if group.head.name in _APART:
        return not group.definite
    size = len(group.head.name.split())
    described = [word for word in scan.words[group.core : group.end - size] if word not in _PLAIN]
    return bool(described) and not group.definite


_APART = frozenset(("urban commando", "counterrevolutionary", "counterrevolutionaries"))
"""Rebels that a text tells from those it names."""


def called(scan: Scan, group: Group) -> Group | None:
    """Return the named party that a description is said of: "X was a rebel group that fought Y" is of X."""
    if group.determiner not in ("a", "an") or group.named is not None or group.head.kind != "head":
        return None
    at = group.start - 1
    if at < 1 or scan.words[at] not in _COPULAS:
        return None
    return next((other for other in scan.groups if other.end == at and other.named is not None), None)


_COPULAS = frozenset(("is", "was", "are", "were"))


def country_of(scans: list[Scan]) -> str | None:
    """Return the country that the text is about: the one named most, as a place or as a people."""
    counts: dict[str, int] = {}
    for scan in scans:
        for mark in scan.of_any("nation", "demonym"):
            after = scan.words[mark.end] if mark.end < len(scan.words) else ""
            if mark.entry.info and after not in ("led", "backed", "based"):
                counts[mark.entry.info] = counts.get(mark.entry.info, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else None
