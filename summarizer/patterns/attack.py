"""An operation as one wording tells it, and what verbs and nouns of operations share."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.patterns import clauses
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Mark
from summarizer.patterns.scan import Scan


class Attack(NamedTuple):
    """One mention of an operation."""

    type: str
    at: int
    """The token that names it."""
    lemma: str
    noun: bool
    stage: str
    assertion: str
    initiators: tuple[Group, ...] = ()
    targets: tuple[Group, ...] = ()
    means: tuple[str, ...] = ()
    mutual: bool = False
    definite: bool = False
    """"the attack", "this operation": it points back to one already told."""
    described: bool = False
    """It only describes somebody ("responsible for attacks") or is only spoken of."""
    territorial: str = ""
    goal: str = ""
    """The aim as written, behind "to": "to recapture the town"."""


GOALS = frozenset(
    (
        "recapture retake liberate capture take seize clear drive oust dislodge expel conquer push reach "
        "cut encircle"
    ).split()
)


_BY_MEANS = (
    ("suicide_bomb", "suicide_attack"),
    ("vehicle_bomb", "vehicle_bomb"),
    ("ied", "ied_or_landmine"),
    ("drone", "drone_strike"),
    ("crewed_aircraft", "airstrike"),
    ("helicopter", "airstrike"),
    ("air_dropped_bomb", "airstrike"),
    ("rocket", "shelling"),
    ("missile", "shelling"),
    ("mortar", "shelling"),
    ("artillery", "shelling"),
    ("grenade", "grenade_attack"),
    ("landmine", "ied_or_landmine"),
)


def by_means(type_: str, means: tuple[str, ...]) -> str:
    """Make a general type as exact as its means: an attack with a car bomb is a vehicle bomb."""
    if type_ in ("armed_attack", "bombing", "bombardment"):
        for word, exact in _BY_MEANS:
            if word in means and (
                type_ != "bombing" or word not in ("rocket", "missile", "mortar", "artillery")
            ):
                return exact
    return type_


def _own_subject(scan: Scan, verb: int, position: int) -> list[Group]:
    """Return who opens a clause between an earlier verb and this one: "…, where the gunmen stopped a bus and
    took"."""
    words = scan.words
    for at in range(position - 1, verb, -1):
        if words[at] in _OPENING:
            index = clauses.group_from(scan, at + 1)
            near = index < len(scan.groups) and scan.groups[index].start == at + 1
            return [scan.groups[index]] if near and scan.groups[index].end < position else []
    return []


_OPENING = frozenset(("where", "when", "while", "as", "before", "after"))


def doer(scan: Scan, mark: Mark, verbs: list[int]) -> list[Group]:
    """Return who does it; behind "and" or a gerund that is the subject of the verb before."""
    words = scan.words
    position, _ = clauses.before_verb(scan, mark.start)
    if position and (
        words[position - 1] in ("and", "then", "to", ",")
        or (mark.entry.info == "ing" and words[position - 1] in (",", "began", "started", "before", "after"))
    ):
        earlier = [start for start in verbs if start < position - 0]
        for start in reversed(earlier):
            if scan.words[start].endswith("ing") and scan.words[start - 1] == ",":
                continue  # "ambushed the convoy, killing two and abducting a third"
            own = _own_subject(scan, start, position)
            if own:
                return own
            found = clauses.subject(scan, start, verbs)
            if found:
                return found
    return clauses.subject(scan, mark.start, verbs)
