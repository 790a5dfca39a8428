"""Whether a verb of many meanings means an operation: "struck a deal" does not."""

from __future__ import annotations

from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Mark
from summarizer.patterns.scan import Scan

STRIKES = frozenset(
    ("strike", "hit", "target", "pound", "land in", "land on", "fall on", "slam into", "crash into")
)
GROUND_TAKING = frozenset(("capture_of_territory", "recapture_of_territory"))


def plausible(
    scan: Scan,
    mark: Mark,
    type_: str,
    lemma: str,
    fighting: list[Group],
    targets: list[Group],
    is_passive: bool,
    means: tuple[str, ...],
) -> bool:
    """Tell whether a verb of many meanings means an operation here."""
    words = scan.words
    if lemma in STRIKES:
        by_somebody = is_passive and "by" in words and bool(fighting)
        armed = any(fights(group) and group.head.type != _POLICE for group in fighting)
        at_a_place = armed and lemma in _AT_PLACES and not is_passive and _behind_is_place(scan, mark)
        aimed = armed and not is_passive and not _TARGETS.isdisjoint(words[mark.end : mark.end + 6])
        return bool(means) or by_somebody or at_a_place or aimed or any(map(_has_arms, fighting))
    if lemma in _OBJECTS:
        return not _OBJECTS[lemma].isdisjoint(words[mark.end : mark.end + 5])
    if lemma in ("fall to", "withdraw", "abandon", "deploy", "pull out of", "pull back from", "retreat from"):
        return bool(fighting) or (is_passive and any(map(fights, targets)))
    if type_ in GROUND_TAKING:
        if targets and not _behind_is_place(scan, mark):
            return False
        return (bool(fighting) or is_passive or lemma.endswith(" of")) and _behind_is_place(
            scan, mark, is_passive
        )
    if lemma in ("engage", "shoot", "stab", "hack", "fire at", "fire on", "fire upon", "fire into"):
        if lemma == "shoot" and words[mark.end : mark.end + 1] in (["down"], ["dead"]):
            return False
        return bool(targets) or bool(fighting)
    if lemma in ("shell", "down", "mine") and mark.entry.info in ("base", "finite"):
        return False
    if lemma in ("intercept", "shoot down", "down"):
        return not _FLYING.isdisjoint(scan.vocabulary)
    if lemma in ("set off", "go off", "blow up", "explode", "detonate", "sabotage"):
        return bool(means) or not _BLOWN_UP.isdisjoint(words)
    if lemma in ("push back", "ward off", "fend off", "repel", "repulse", "beat back", "beat off"):
        return any(
            word in words
            for word in ("attack", "attacks", "assault", "offensive", "attackers", "incursion", "advance")
        ) or bool(fighting)
    if lemma in _ON_THE_GROUND:
        return bool(fighting) or is_passive or bool(targets)
    if type_ in ("arrest", "abduction", "execution", "targeted_killing"):
        return bool(targets)
    if type_ == "offensive":
        return bool(fighting) and (lemma not in ("defeat", "rout") or any(map(fights, targets)))
    return bool(fighting or targets or is_passive or means)


_TARGETS = frozenset("targets positions sites hideouts strongholds depots infrastructure outposts".split())
"""What forces strike or pound: "struck 200 targets", "targeted rebel positions"."""
_AT_PLACES = frozenset(("strike", "hit", "pound"))
"""What forces do to a town only with arms; a search may target one."""
_POLICE = "state_police_or_security"
"""Who hits the streets."""
_ATTACKS = frozenset("attack attacks assault infiltration ambush incursion raid advance".split())
_OBJECTS = {
    "drop": frozenset("bomb bombs munitions explosives grenades grenade".split()),
    "foil": _ATTACKS,
    "thwart": _ATTACKS,
}
"""Verbs that are an operation only with one of these behind them."""


def _behind_is_place(scan: Scan, mark: Mark, is_passive: bool = False) -> bool:
    """Tell whether what is taken is a place: "captured the town of", "took Anah"."""
    words = scan.words
    if is_passive:
        window = words[max(0, mark.start - 8) : mark.start]
        return any(word in _TAKEN for word in window) or any(
            place.end <= mark.start and mark.start - place.end < 5 for place in scan.of("place")
        )
    for index in range(mark.end, min(mark.end + 6, len(words))):
        word = words[index]
        if word in _TAKEN or any(place.start == index for place in scan.of_any("place", "nation")):
            return True
        if word in _NO_GROUND:
            return False
        if (
            scan.tokens.capitals[index]
            and not scan.tokens.upper(index)
            and word not in ("the",)
            and not any(group.start <= index < group.end for group in scan.groups)
        ):
            return True
    return False


_NO_GROUND = frozenset((",", ".", "and", "in", "by", "from", "with", "at", "part", "since", "toll", "losses"))
_FLYING = frozenset("drone drones missile missiles rocket rockets helicopter aircraft plane jet".split())
_BLOWN_UP = frozenset(
    "bomb bombs explosives explosive charge device devices dynamite mine towers tower pylons pipeline bridge "
    "vehicle car truck blast explosion".split()
)
_ON_THE_GROUND = frozenset(
    (
        "loot",
        "raze",
        "clear",
        "invade",
        "pound",
        "fight",
        "battle",
        "storm",
        "raid",
        "torch",
        "burn down",
        "ransack",
        "set fire to",
        "set ablaze",
    )
)
_TAKEN = frozenset(
    (
        "town towns city cities village villages hill hills area areas base district districts airport "
        "airfield bridge neighbourhood neighborhood quarter port position positions outpost stronghold "
        "territory ground province border crossing camp checkpoint silos station barracks compound "
        "heights headquarters hq"
    ).split()
)


def _has_arms(group: Group) -> bool:
    """Tell whether a machine or a state acts, of whom a strike is one with arms."""
    return group.head.kind == "platform" or _a_state(group)


def _a_state(group: Group) -> bool:
    """Tell whether a state or its capital acts: "Ankara struck …"."""
    return (
        group.owner is not None and group.owner.kind in ("capital", "nation") and group.end - group.start == 1
    )
