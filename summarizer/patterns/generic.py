"""Nouns that are an operation only in company: "operation", "mission", "strike"."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.around_nouns import aimed_at, carried_by, goal_of, owners_of
from summarizer.patterns.attack import GOALS, Attack, by_means
from summarizer.patterns.belligerents import fights
from summarizer.patterns.lexicon import Mark
from summarizer.patterns.modality import described, modality
from summarizer.patterns.scan import Scan


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
    ) and not goal_of(scan, mark.end):
        return None
    light, initiators = carried_by(scan, mark, verbs)
    goal = goal_of(scan, mark.end)
    initiators = initiators or clauses.agents(scan, mark.end, verbs) or owners_of(scan, mark)
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
        tuple(aimed_at(scan, mark.end, verbs)),
        means if mark.entry.name == "strike" else (),
        definite=definite,
        described=light == "" and described(scan, mark.start),
        goal=goal,
    )


def _takes_ground(goal: str) -> bool:
    """Tell whether the aim is a place and not a person: "to capture the town", not "to capture a leader"."""
    lowered = goal.lower()
    return not any(word in lowered for word in ("leader", "commander", "facilitator", "suspect", "insurgent"))
