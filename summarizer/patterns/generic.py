"""Nouns that are an operation only in company: "operation", "mission", "strike"."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.around_nouns import aimed_at, carried_by, goal_of, owners_of
from summarizer.patterns.attack import GOALS, Attack, by_means
from summarizer.patterns.belligerents import fights, may_attack
from summarizer.patterns.lexicon import Mark
from summarizer.patterns.modality import described, modality
from summarizer.patterns.scan import Scan


def from_generic(scan: Scan, mark: Mark, verbs: list[int], means: tuple[str, ...]) -> Attack | None:
    """Read "operation", "strike" and their like: an event only when somebody begins it or it has an aim."""
    words = scan.words
    if mark.entry.name == "strike" and not means and not _of_arms(scan, mark, verbs):
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
    fighting = [group for group in initiators if may_attack(group)]
    ground = any(word in goal.lower().split()[:3] for word in GOALS) and _takes_ground(goal)
    view = modality(scan, mark.start, noun=True)
    stage = "launched" if view.stage == "completed" and light == "launched" else view.stage
    definite = (
        words[max(0, mark.start - 1) : mark.start] in (["the"], ["this"], ["that"]) and light != "launched"
    )
    strike = mark.entry.name == "strike"
    type_ = "offensive" if ground else "raid"
    if strike:
        owned = any(group.head.type in _WITH_AIRCRAFT for group in fighting)
        type_ = by_means("bombardment", means) if means or not owned else "airstrike"
    anchored = (
        bool(fighting)
        or ground
        or strike
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
        means if strike else (),
        definite=definite,
        described=light == "" and described(scan, mark.start),
        goal=goal,
    )


def _of_arms(scan: Scan, mark: Mark, verbs: list[int]) -> bool:
    """Tell whether a strike is one of arms, though no arms are named: an army or a state carries it out."""
    if _of_war(scan, mark):
        return True
    light, initiators = carried_by(scan, mark, verbs)
    doers = initiators if light else owners_of(scan, mark) or clauses.agents(scan, mark.end, verbs)
    return any(may_attack(group) and group.head.type in _OF_A_STATE for group in doers)


def _of_war(scan: Scan, mark: Mark) -> bool:
    """Tell whether a strike hits or kills: "killed in strikes south of", "a strike hit the market"."""
    if scan.kinds.isdisjoint(_HARM):
        return False
    words = scan.words
    before = words[max(0, mark.start - 3) : mark.start]
    return not (_HITTING.isdisjoint(words[mark.end : mark.end + 1]) and _BY_WAY_OF.isdisjoint(before[-2:]))


_HARM = frozenset(("harm", "harm_state", "harm_nouns", "harm_toll", "harm_bodies", "fate"))
_HITTING = frozenset("on against hit killed kill kills destroyed targeted targeting struck".split())
_BY_WAY_OF = frozenset(("in", "following"))
_WITH_AIRCRAFT = frozenset(("state_military", "foreign_military", "coalition"))
_OF_A_STATE = _WITH_AIRCRAFT | {"government"}


def _takes_ground(goal: str) -> bool:
    """Tell whether the aim is a place and not a person: "to capture the town", not "to capture a leader"."""
    lowered = goal.lower()
    return not any(word in lowered for word in ("leader", "commander", "facilitator", "suspect", "insurgent"))
