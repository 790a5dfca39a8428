"""Verbs that are an operation with what they hurl: "fired rockets at", "launched drones at"."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.attack import Attack, doer
from summarizer.patterns.group import Group
from summarizer.patterns.incidents import within_another
from summarizer.patterns.lexicon import Mark
from summarizer.patterns.modality import described, modality
from summarizer.patterns.scan import Scan

_TYPES = {
    "rocket": "shelling",
    "missile": "shelling",
    "mortar": "shelling",
    "artillery": "shelling",
    "drone": "drone_strike",
    "grenade": "grenade_attack",
    "air_dropped_bomb": "airstrike",
    "incendiary": "armed_attack",
}
_AT = frozenset("at on toward towards into against onto".split())
_REACH = 6
"""How many words may stand between the verb and what it hurls."""
_FAR = 9
"""How many words behind the verb or the munition "at" may stand."""
_INTO_NOTHING = frozenset(("test", "tests", "satellite", "exercise", "salute"))
"""Words of a sentence in which a missile is fired at nobody."""
_WATER = frozenset(("sea", "ocean", "waters"))
_INTO = frozenset(("into", "toward", "towards"))
_STOPS = frozenset(", ; : . that which who and but when while after before".split())


def from_hurling(scan: Scan, mark: Mark, verbs: list[int]) -> Attack | None:
    """Read "fired eight rockets toward", "drones launched by X at Y"; nothing is hurled: no operation."""
    if (
        "means" not in scan.kinds
        or mark.start in scan.tokens.glued
        or not _INTO_NOTHING.isdisjoint(scan.vocabulary)
        or _into_the_sea(scan)
    ):
        return None
    words = scan.words
    slot = mark.entry.info
    position, auxiliaries = clauses.before_verb(scan, mark.start)
    hurled = _behind(scan, mark.end)
    if hurled is not None:
        if slot == "finite" and mark.entry.name == "fire":
            return None
        if slot == "base" and not (
            auxiliaries & {"to", "will", "would", "did"} or _headline(scan, mark.start)
        ):
            return None
        end, initiators = hurled.end, doer(scan, mark, verbs)
    elif slot == "participle":
        hurled = _before(scan, position)
        if hurled is None:
            return None
        end, initiators = mark.end, clauses.agents(scan, mark.end, verbs)
    else:
        return None
    if hurled.entry.type == "grenade" and within_another(words):
        return None
    view = modality(scan, mark.start, noun=False)
    if slot == "base" and "to" in auxiliaries and view.stage == "completed":
        return None
    means = hurled.entry.type
    return Attack(
        _TYPES[means],
        mark.start,
        mark.entry.name,
        False,
        view.stage,
        view.assertion,
        tuple(group for group in initiators if group.start != hurled.start),
        tuple(_aimed_at(scan, end, verbs)),
        (means,),
        described=slot != "participle" and described(scan, mark.start) and words[mark.start] != "fired",
    )


def _into_the_sea(scan: Scan) -> bool:
    """Tell whether only water is hit: "fired a missile into the sea", not "at a tanker in the Red Sea"."""
    words = scan.words
    return not _WATER.isdisjoint(scan.vocabulary) and any(
        word in _WATER and not _INTO.isdisjoint(words[max(0, index - 4) : index])
        for index, word in enumerate(words)
    )


def _behind(scan: Scan, end: int) -> Mark | None:
    """Return what is hurled: "eight Katyusha rockets" in "fired eight Katyusha rockets"."""
    for other in scan.of("means"):
        if other.start >= end:
            near = other.start - end <= _REACH and _STOPS.isdisjoint(scan.words[end : other.start])
            return other if near and other.entry.type in _TYPES and not _used(scan, other) else None
    return None


def _used(scan: Scan, means: Mark) -> bool:
    """Tell whether the word only names an event or a thing: "rocket attacks", "a missile programme"."""
    behind = scan.words[means.end : means.end + 1]
    return behind[:1] in (["attack"], ["attacks"], ["launcher"], ["launchers"], ["programme"], ["program"])


def _before(scan: Scan, position: int) -> Mark | None:
    """Return what was hurled: "rockets" in "rockets were fired", "drones launched by X"."""
    for other in reversed(scan.of("means")):
        if other.end <= position:
            return other if position - other.end <= 1 and other.entry.type in _TYPES else None
    return None


def _headline(scan: Scan, start: int) -> bool:
    """Tell whether a base form is a present tense: "Rebels fire rockets at the capital"."""
    index = clauses.group_before(scan, start)
    return index >= 0 and scan.groups[index].end == start and scan.groups[index].plural


def _aimed_at(scan: Scan, end: int, verbs: list[int]) -> list[Group]:
    """Return the groups behind "at" or "into": "at an army post" gives the army."""
    words = scan.words
    for position in range(end, min(end + _FAR, len(words))):
        if words[position] in _AT:
            index = clauses.group_from(scan, position + 1)
            if index < len(scan.groups) and scan.groups[index].start - position <= 2:
                return clauses.row(scan, index, verbs)
            return []
        if words[position] in _STOPS:
            return []
    return []
