"""Nouns of operations: "launched an offensive against", "clashes between", "a roadside bomb exploded"."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.attack import GOALS, Attack, by_means, doer
from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Mark
from summarizer.patterns.modality import described, modality
from summarizer.patterns.scan import Scan

_ACTIVE_DEVICE = frozenset(
    (
        "exploded explode explodes exploding detonated detonate detonates went blew hit struck killed "
        "killing planted placed set thrown threw hurled damaged destroyed wounding wounded injured "
        "injuring ripped tore defused emplacing fired attack attacked stepped triggered discovered found "
        "kills blast rammed drove activated"
    ).split()
)


_SEIZED = frozenset(("found", "discovered", "seized", "cache"))
_WENT_OFF = frozenset(("exploded", "killed", "went", "detonated", "killing", "blew"))
_SINGULAR_DEVICE_NOUNS = frozenset(
    (
        "bomb",
        "explosive charge",
        "explosive device",
        "parcel bomb",
        "letter bomb",
        "time bomb",
        "remote-controlled bomb",
        "roadside bomb",
        "improvised explosive device",
        "ied",
        "improvised bomb",
        "booby trap",
        "booby-trap",
        "landmine",
        "land mine",
        "anti-personnel mine",
        "antipersonnel mine",
        "mine",
        "suicide vest",
        "explosive vest",
        "suicide bomber",
        "suicide attacker",
        "suicide driver",
        "car bomb",
        "truck bomb",
        "vehicle bomb",
        "vbied",
        "vehicle-borne improvised explosive device",
        "suicide bomb",
        "suicide car bomber",
    )
)


def from_noun(scan: Scan, mark: Mark, verbs: list[int], means: tuple[str, ...]) -> Attack | None:
    """Read "launched an offensive against …", "clashes between A and B", "a roadside bomb exploded"."""
    words = scan.words
    entry = mark.entry
    type_ = entry.type
    if entry.name in _SINGULAR_DEVICE_NOUNS:
        near = words[max(0, mark.start - 6) : mark.end + 9]
        if _ACTIVE_DEVICE.isdisjoint(near) and "suicide" not in entry.name:
            return None
        if not _SEIZED.isdisjoint(near) and scan.vocabulary.isdisjoint(_WENT_OFF):
            return None
    if (
        entry.name
        in (
            "recapture",
            "liberation",
            "takeover",
            "release",
            "fall of",
            "mine",
            "arrest",
        )
        and words[mark.end : mark.end + 1] != ["of"]
        and entry.name != "mine"
    ):
        return None
    if entry.name == "killing" and words[mark.end : mark.end + 1] != ["of"]:
        return None
    if words[mark.end : mark.end + 1] and words[mark.end] in (
        "plot",
        "plots",
        "plotter",
        "plotters",
        "planners",
    ):
        return None
    light, initiators = _carried(scan, mark, verbs)
    initiators = [group for group in scan.groups if group.core <= mark.start < group.end] or initiators
    by = clauses.agents(scan, mark.end, verbs, reach=12)
    if by and not initiators:
        initiators = by
    targets = _aimed_at(scan, mark.end, verbs)
    mutual = type_ == "clash"
    if mutual:
        initiators, targets = _both_sides(scan, mark, verbs, initiators, targets)
    if not initiators and not mutual:
        initiators = _owners(scan, mark)
    if type_ in ("targeted_killing", "abduction", "execution", "attack_on_civilians", "arrest") and words[
        mark.end : mark.end + 1
    ] == ["of"]:
        targets = clauses.objects(scan, mark.end + 1, verbs) or targets
    view = modality(scan, mark.start, noun=True)
    stage = view.stage
    if stage == "completed" and light == "launched":
        stage = "launched"
    if view.assertion == "stated" and words[max(0, mark.start - 1) : mark.start] == ["alleged"]:
        view = view._replace(assertion="alleged")
    spoken = light == "" and described(scan, mark.start)
    if (
        type_ == "armed_attack"
        and entry.name == "assault"
        and (light == "launched" or stage == "planned")
        and _on_ground(words, mark.end)
    ):
        type_ = "offensive"
    definite = (
        words[max(0, mark.start - 1) : mark.start] in (["the"], ["this"], ["that"]) and light != "launched"
    )
    own = tuple(
        m
        for m in means
        if m == entry.info
        or type_
        in (
            "armed_attack",
            "bombing",
            "clash",
            "offensive",
            "raid",
            "ambush",
            "vehicle_bomb",
            "suicide_attack",
            "complex_attack",
            "bombardment",
        )
    )
    return Attack(
        by_means(type_, own),
        mark.start,
        entry.name,
        True,
        stage,
        view.assertion,
        tuple(initiators),
        tuple(targets),
        own,
        mutual,
        definite,
        spoken,
        goal=_goal(scan, mark.end),
    )


def _on_ground(words: list[str], end: int) -> bool:
    return any(
        word in ("town", "city", "village") or word in ("on", "in", "at") for word in words[end : end + 3]
    )


def _carried(scan: Scan, mark: Mark, verbs: list[int]) -> tuple[str, list[Group]]:
    """Return the light verb that carries the noun, and its subject: "X launched an attack", "attack
    launched by X"."""
    words = scan.words
    for light in scan.of("light"):
        if (
            light.end <= mark.start
            and mark.start - light.end <= 6
            and not any(word in (",", ";", "that", "and") for word in words[light.end : mark.start])
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


def _owners(scan: Scan, mark: Mark) -> list[Group]:
    """Return the group right before the noun: "a Taliban attack", "the rebels' ambush"."""
    index = clauses.group_before(scan, mark.start)
    if index < 0:
        return []
    group = scan.groups[index]
    between = scan.words[group.end : mark.start]
    if fights(group) and (not between or between in (["'s"], ["'"])):
        return [group]
    return []


def _aimed_at(scan: Scan, end: int, verbs: list[int]) -> list[Group]:
    """Return the groups behind "on" or "against": "an attack on police"."""
    words = scan.words
    for position in range(end, min(end + 6, len(words))):
        if words[position] in ("on", "against", "targeting"):
            index = clauses.group_from(scan, position + 1)
            if index < len(scan.groups) and scan.groups[index].start - position <= 2:
                return clauses.row(scan, index, verbs)
            return []
        if words[position] in (",", ";", "and", "by"):
            return []
    return []


def _both_sides(
    scan: Scan, mark: Mark, verbs: list[int], initiators: list[Group], targets: list[Group]
) -> tuple[list[Group], list[Group]]:
    """Return the two sides of a clash: "between A and B", "A … in a clash with B"."""
    words = scan.words
    for position in range(mark.end, min(mark.end + 12, len(words))):
        if words[position] in ("between", "with"):
            index = clauses.group_from(scan, position + 1)
            if index < len(scan.groups) and scan.groups[index].start - position <= 3:
                sides = clauses.row(scan, index, verbs)
                if words[position] == "between" and len(sides) > 1:
                    return sides[:1], sides[1:]
                return initiators, sides
        if words[position] in (";", "."):
            break
    return initiators, targets


def _goal(scan: Scan, end: int) -> str:
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


def from_generic(scan: Scan, mark: Mark, verbs: list[int], means: tuple[str, ...]) -> Attack | None:
    """Read "operation", "strike" and their like: an event only when somebody begins it or it has an aim."""
    words = scan.words
    if mark.entry.name == "strike" and not means:
        return None
    if mark.entry.name in (
        "drive",
        "push",
        "action",
        "mission",
        "incident",
        "violence",
        "campaign",
    ) and not _goal(scan, mark.end):
        return None
    light, initiators = _carried(scan, mark, verbs)
    goal = _goal(scan, mark.end)
    initiators = initiators or clauses.agents(scan, mark.end, verbs) or _owners(scan, mark)
    fighting = [group for group in initiators if fights(group)]
    ground = any(word in goal.lower().split()[:3] for word in GOALS) and _takes_ground(goal)
    view = modality(scan, mark.start, noun=True)
    stage = "launched" if view.stage == "completed" and light == "launched" else view.stage
    definite = (
        words[max(0, mark.start - 1) : mark.start] in (["the"], ["this"], ["that"]) and light != "launched"
    )
    type_ = "offensive" if ground else "airstrike" if mark.entry.name == "strike" else "raid"
    if mark.entry.name == "strike":
        type_ = by_means("bombardment", means)
    anchored = (
        bool(fighting)
        or ground
        or (
            words[max(0, mark.start - 3) : mark.start]
            and bool({"during", "in", "a"} & set(words[max(0, mark.start - 4) : mark.start]))
            and any(map(fights, scan.groups))
        )
    )
    if not anchored and not definite:
        return None
    return Attack(
        type_,
        mark.start,
        mark.entry.name,
        True,
        stage,
        view.assertion,
        tuple(fighting),
        tuple(_aimed_at(scan, mark.end, verbs)),
        means if mark.entry.name == "strike" else (),
        definite=definite,
        described=light == "" and described(scan, mark.start),
        goal=goal,
    )


def _takes_ground(goal: str) -> bool:
    """Tell whether the aim is a place and not a person: "to capture the town", not "to capture a leader"."""
    lowered = goal.lower()
    return not any(word in lowered for word in ("leader", "commander", "facilitator", "suspect", "insurgent"))
