"""What stands around a noun of an operation: who carries it out, against whom, and to what end."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.attack import GOALS, doer
from summarizer.patterns.belligerents import may_attack
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Mark
from summarizer.patterns.scan import Scan


def carried_by(scan: Scan, mark: Mark, verbs: list[int]) -> tuple[str, list[Group]]:
    """Return the light verb that carries the noun, and its subject: "X launched an attack", "attack
    launched by X"."""
    words = scan.words
    for light in scan.of("light"):
        if light.entry.name == "claim":
            continue  # who claims an attack says that it is his, which is for the reader of claims
        if (
            light.end <= mark.start
            and mark.start - light.end <= 6
            and not any(word in (",", ";", "that") for word in words[light.end : mark.start])
            and ("and" not in words[light.end : mark.start] or light.entry.name.endswith(" with"))
        ):
            _, auxiliaries = clauses.before_verb(scan, light.start)
            if clauses.passive(auxiliaries):
                continue
            return light.entry.type, doer(scan, light, verbs)
        if (
            light.start >= mark.end
            and light.start - mark.end <= 14
            and not any(word in (",", ";") for word in words[mark.end : light.start])
        ) and (light.entry.info in ("participle", "finite") or light.entry.name in ("begin", "start")):
            return light.entry.type, clauses.agents(scan, light.end, verbs, reach=5)
    return "", []


_PLACING = frozenset(
    "threw throw throwing hurled hurling tossed tossing lobbed lobbing planted planting placed placing left "
    "set setting detonated detonating exploded exploding activated laid fired firing launched".split()
)


def thrown_by(scan: Scan, mark: Mark, verbs: list[int]) -> list[Group]:
    """Return who throws or places a bomb: "hooded men threw two grenades"."""
    words = scan.words
    for position in range(mark.start - 1, max(-1, mark.start - _REACH), -1):
        if words[position] in _PLACING:
            _, auxiliaries = clauses.before_verb(scan, position)
            return [] if clauses.passive(auxiliaries) else clauses.subject(scan, position, verbs)
        if words[position] in (",", ";", "that", "when", "by"):
            return []
    return []


_REACH = 7
"""Words between a verb of throwing and what is thrown."""


def owners_of(scan: Scan, mark: Mark) -> list[Group]:
    """Return the group right before the noun: "a Taliban attack", "the rebels' ambush"."""
    index = clauses.group_before(scan, mark.start)
    if index < 0:
        return []
    group = scan.groups[index]
    between = scan.words[group.end : mark.start]
    if not between and group.head.name == "military" and group.start + 1 == group.end:
        return []  # "military air strikes" are nobody's
    if may_attack(group) and (not between or between in (["'s"], ["'"])):
        return [group]
    return []


def aimed_at(scan: Scan, end: int, verbs: list[int]) -> list[Group]:
    """Return the groups behind "on" or "against": "an attack on police"."""
    if scan.vocabulary.isdisjoint(_AGAINST):
        return []
    words = scan.words
    blamed = not scan.vocabulary.isdisjoint(_BLAME)
    for position in range(end, min(end + 6, len(words))):
        if blamed and words[position] == "on" and not _BLAME.isdisjoint(words[max(0, end - 6) : end]):
            return []  # "blamed the attack on smugglers"
        if blamed and words[position - 1] in _BLAME:
            return []  # "a strike blamed on the militia"
        if words[position] in _AGAINST:
            index = clauses.group_from(scan, position + 1)
            if index < len(scan.groups) and scan.groups[index].start - position <= 2:
                return clauses.row(scan, index, verbs)
            return []
        if words[position] in (",", ";", "and", "by"):
            return []
    return []


_AGAINST = frozenset(("on", "against", "targeting"))
_BLAME = frozenset("blame blamed blames blaming pinned".split())


def goal_of(scan: Scan, end: int) -> str:
    """Return the aim behind a noun: "an operation to recapture the town"."""
    words = scan.words
    for position in range(end, min(end + 4, len(words) - 1)):
        if words[position] in ("to", "aimed", "meant") and words[position + 1] in GOALS:
            stop = position + 1
            while (
                stop < len(words)
                and stop - position < 22
                and words[stop] not in (",", ";", ".", "when", "said", "after", "while")
            ):
                stop += 1
            return scan.span(position, stop)
    return ""
