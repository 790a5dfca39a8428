"""What was done, by whom and to whom: every wording of an operation in a sentence."""

from __future__ import annotations

from summarizer.patterns.attack import Attack
from summarizer.patterns.deeds import from_verb
from summarizer.patterns.incidents import from_generic, from_noun
from summarizer.patterns.lexicon import wordset
from summarizer.patterns.modality import described
from summarizer.patterns.scan import Scan

_WEAK_TAKING = frozenset(("take", "enter", "seize", "capture", "clear", "occupy", "fall to", "regain"))
_EXERCISE = wordset("hedges", "exercise")
_FICTION = frozenset("film movie novel videogame documentary thriller reenactment re-enactment".split())


def find_attacks(scan: Scan) -> list[Attack]:
    """Return the operations that a sentence speaks of, in order of the text.

    "Gunmen ambushed a convoy near Tame" gives an ambush with its initiator.
    """
    if not scan.kinds & {"deed", "event", "generic"} or _is_rehearsal(scan):
        return []
    verbs = scan.verbs
    inside = scan.grouped
    means = stated_means(scan)
    found: list[Attack] = []
    last = covered = -1
    for mark in scan.marks:
        kind = mark.entry.kind
        if mark.start < covered:
            continue
        if (kind == "event" and mark.start not in inside) or (
            kind == "event" and "suicide" in mark.entry.name
        ):
            attack = from_noun(scan, mark, verbs, means)
        elif kind == "generic" and mark.start not in inside:
            attack = from_generic(scan, mark, verbs, means)
        elif kind == "deed" and mark.start not in inside:
            attack = from_verb(scan, mark, verbs, means)
        else:
            continue
        if attack is not None and attack.at != last:
            found.append(attack)
            last = attack.at
            covered = mark.end
    return found


def _is_rehearsal(scan: Scan) -> bool:
    """Tell whether the sentence is about an exercise, a film or a game."""
    words = set(scan.words)
    return (
        not (_EXERCISE - {"exercise", "exercises"}).isdisjoint(words)
        or not _FICTION.isdisjoint(words)
        or (
            not {"exercise", "exercises"}.isdisjoint(words)
            and not {"military", "training", "joint", "forces"}.isdisjoint(words)
        )
    )


def stated_means(scan: Scan) -> tuple[str, ...]:
    """Return with what the sentence says it was done, each once, in order."""
    found: list[str] = []
    for mark in scan.of("means", "event"):
        means = mark.entry.type if mark.entry.kind == "means" else mark.entry.info
        if means and means not in found and not described(scan, mark.start):
            found.append(means)
    for group in scan.groups:
        if group.head.kind == "platform" and group.head.info not in found:
            found.append(group.head.info)
    return tuple(found)
