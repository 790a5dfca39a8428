"""What was done, by whom and to whom: every wording of an operation in a sentence."""

from __future__ import annotations

from summarizer.patterns.attack import Attack
from summarizer.patterns.deeds import from_verb
from summarizer.patterns.generic import from_generic
from summarizer.patterns.hurling import from_hurling
from summarizer.patterns.incidents import from_noun
from summarizer.patterns.lexicon import Mark, wordset
from summarizer.patterns.modality import described
from summarizer.patterns.scan import Scan, once

_EXERCISES = frozenset(("exercise", "exercises"))
_DRILLS = wordset("hedges", "exercise") - _EXERCISES
_ARMED = frozenset(("military", "training", "joint", "forces"))
_FICTION = frozenset("film movie novel videogame documentary thriller reenactment re-enactment".split())


_TELLING = frozenset(("deed", "event", "generic", "hurl"))


@once
def find_attacks(scan: Scan) -> list[Attack]:
    """Return the operations that a sentence speaks of, in order of the text.

    "Gunmen ambushed a convoy near Tame" gives an ambush with its initiator.
    """
    if scan.kinds.isdisjoint(_TELLING) or _is_rehearsal(scan):
        return []
    verbs = scan.verbs
    inside = scan.grouped
    means = stated_means(scan)
    found: list[Attack] = []
    last = covered = -1
    for mark in scan.among(_TELLING):
        kind = mark.entry.kind
        if mark.start < covered or (
            mark.start in inside and not (kind == "event" and "suicide" in mark.entry.name)
        ):
            continue
        if kind == "event":
            attack = from_noun(scan, mark, verbs, means)
        elif kind == "generic":
            attack = from_generic(scan, mark, verbs, means)
        elif kind == "hurl":
            attack = from_hurling(scan, mark, verbs)
        else:
            attack = from_verb(scan, mark, verbs, means)
        if attack is not None and attack.at != last:
            found.append(attack)
            last = attack.at
            covered = mark.end
    return found


def _is_rehearsal(scan: Scan) -> bool:
    """Tell whether the sentence is about an exercise, a film or a game."""
    words = scan.vocabulary
    return (
        not words.isdisjoint(_DRILLS)
        or not words.isdisjoint(_FICTION)
        or not (words.isdisjoint(_EXERCISES) or words.isdisjoint(_ARMED))
    )


def _names_a_unit(scan: Scan, mark: Mark) -> bool:
    """Tell whether an arm is only in the name of those who have it: "a tank brigade"."""
    return mark.start in scan.grouped and any(
        group.core <= mark.start and mark.end < group.end and group.head.info == "units"
        for group in scan.groups
    )


_MEANS = frozenset(("means", "event"))


def stated_means(scan: Scan) -> tuple[str, ...]:
    """Return with what the sentence says it was done, each once, in order."""
    found: list[str] = []
    for mark in scan.among(_MEANS):
        means = mark.entry.type if mark.entry.kind == "means" else mark.entry.info
        if means and means not in found and not (described(scan, mark.start) or _names_a_unit(scan, mark)):
            found.append(means)
    for group in scan.groups:
        if group.head.kind == "platform" and group.head.info not in found:
            found.append(group.head.info)
    return tuple(found)
