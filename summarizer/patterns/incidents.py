"""Nouns of operations: "launched an offensive against", "clashes between", "a roadside bomb exploded"."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.around_nouns import aimed_at, carried_by, goal_of, owners_of, thrown_by
from summarizer.patterns.attack import Attack, by_means
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
        "grenade",
        "hand grenade",
        "fragmentation grenade",
        "incendiary bomb",
        "firebomb",
        "pipe bomb",
        "dynamite charge",
        "stick of dynamite",
        "sticks of dynamite",
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


_OF_SOMETHING = frozenset(("recapture", "liberation", "takeover", "release", "fall of", "arrest", "killing"))
"""Nouns that are an operation only before "of"."""
_PLOTS = frozenset("plot plots plotter plotters planners".split())
_DONE_TO_PEOPLE = frozenset("targeted_killing abduction execution attack_on_civilians arrest".split())
_WITH_ANY_MEANS = frozenset(
    (
        "armed_attack bombing clash offensive raid ambush vehicle_bomb suicide_attack complex_attack "
        "bombardment airstrike"
    ).split()
)
"""Types that may be carried out with whatever means their sentence names."""
_POINTING = frozenset(("the", "this", "that"))


def from_noun(scan: Scan, mark: Mark, verbs: list[int], means: tuple[str, ...]) -> Attack | None:
    """Read "launched an offensive against …", "clashes between A and B", "a roadside bomb exploded"."""
    words = scan.words
    entry = mark.entry
    type_ = entry.type
    before = words[mark.start - 1] if mark.start else ""
    after = words[mark.end] if mark.end < len(words) else ""
    if _only_mentioned(scan, mark) or (entry.name in _SINGULAR_DEVICE_NOUNS and not _is_used(scan, mark)):
        return None
    if (entry.name in _OF_SOMETHING and after != "of") or after in _PLOTS:
        return None
    light, initiators = carried_by(scan, mark, verbs)
    initiators = [group for group in scan.groups if group.core <= mark.start < group.end] or initiators
    by = clauses.agents(scan, mark.end, verbs, reach=12)
    if by and not initiators:
        initiators = by
    if not initiators and entry.name in _SINGULAR_DEVICE_NOUNS:
        initiators = thrown_by(scan, mark, verbs)
    targets = aimed_at(scan, mark.end, verbs)
    mutual = type_ == "clash"
    if mutual:
        initiators, targets = _both_sides(scan, mark, verbs, initiators, targets)
    if not initiators and not mutual:
        if type_ == "weapons_seizure":
            targets = targets or owners_of(scan, mark)  # "a Taliban weapons cache" is seized from them
        else:
            initiators = owners_of(scan, mark)
    if after == "of" and type_ in _DONE_TO_PEOPLE:
        targets = clauses.objects(scan, mark.end + 1, verbs) or targets
    view = modality(scan, mark.start, noun=True)
    stage = view.stage
    if stage == "completed" and light == "launched":
        stage = "launched"
    if before == "alleged" and view.assertion == "stated":
        view = view._replace(assertion="alleged")
    spoken = light == "" and described(scan, mark.start)
    if (
        type_ == "armed_attack"
        and entry.name == "assault"
        and (light == "launched" or stage == "planned")
        and _on_ground(words, mark.end)
    ):
        type_ = "offensive"
    definite = before in _POINTING and light != "launched"
    own = means if type_ in _WITH_ANY_MEANS else tuple(word for word in means if word == entry.info)
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
        goal=goal_of(scan, mark.end),
    )


def _is_used(scan: Scan, mark: Mark) -> bool:
    """Tell whether a device went off, was thrown or placed: "a bomb exploded", and not "bombs were found"."""
    near = scan.words[max(0, mark.start - 6) : mark.end + 9]
    if _ACTIVE_DEVICE.isdisjoint(near) and "suicide" not in mark.entry.name:
        return False
    if not _SEIZED.isdisjoint(near) and scan.vocabulary.isdisjoint(_WENT_OFF):
        return False
    grenade = mark.entry.type == "grenade_attack" and "during" in scan.vocabulary
    return not (grenade and within_another(scan.words))


def within_another(words: list[str]) -> bool:
    """Tell whether a sentence only tells what came up within an operation: "during the raid"."""
    if "during" not in words:
        return False
    at = words.index("during")
    return words[at + 1 : at + 2] == ["the"] and not _OPERATIONS.isdisjoint(words[at + 2 : at + 3])


_OPERATIONS = frozenset("operation raid search sweep engagement clash".split())


def _only_mentioned(scan: Scan, mark: Mark) -> bool:
    """Tell whether a noun tells nothing new: "…, the latest assault on", "mortar bombs", "the 2016 peace
    agreement", "since the 2002 ceasefire"."""
    words, entry = scan.words, mark.entry
    if words[max(0, mark.start - 3) : mark.start] == [",", "the", "latest"]:
        return True
    before = words[mark.start - 1] if mark.start else ""
    if entry.type == "ceasefire_or_agreement" and len(before) == 4 and before.isdecimal():
        return True
    if entry.name == "encounter" and (scan.kinds.isdisjoint(_HARMED) or not any(map(fights, scan.groups))):
        return True
    return ("since" in scan.vocabulary and _since_a_year(words, mark.start)) or any(
        other.start < mark.start and mark.end <= other.end for other in scan.of("means")
    )


def _since_a_year(words: list[str], at: int) -> bool:
    """Tell whether a noun only says since when: "since the 2002 ceasefire", "since the fall of X in 2001"."""
    lead = words[max(0, at - 6) : at]
    if "since" not in lead:
        return False
    since = at - len(lead) + lead.index("since")
    behind = words[since : since + 12]
    if any(len(word) == 4 and word.isdecimal() for word in behind):
        return True
    began = next(
        (index for index, word in enumerate(behind) if word in ("began", "started", "erupted")), None
    )
    return began is not None and behind[began + 1 : began + 2] in ([], [","], ["."], ["to"])


_HARMED = frozenset(("harm", "fate", "harm_state"))


def _on_ground(words: list[str], end: int) -> bool:
    return any(
        word in ("town", "city", "village") or word in ("on", "in", "at") for word in words[end : end + 3]
    )


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
