"""Verbs of operations: "stormed", "was shelled by", "clashed with"."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.attack import Attack, by_means, doer
from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Mark, table
from summarizer.patterns.modality import described, modality
from summarizer.patterns.scan import Scan

_STRIKES = frozenset(
    ("strike", "hit", "target", "pound", "land in", "land on", "fall on", "slam into", "crash into")
)


_GROUND_TAKING = frozenset(("capture_of_territory", "recapture_of_territory"))


def from_verb(scan: Scan, mark: Mark, verbs: list[int], means: tuple[str, ...]) -> Attack | None:
    """Read "militants stormed the base", "the base was stormed by militants", "clashed with"."""
    words = scan.words
    type_, lemma = mark.entry.type, mark.entry.name
    position, auxiliaries = clauses.before_verb(scan, mark.start)
    slot = mark.entry.info
    if (
        slot == "base"
        and not auxiliaries & {"to", "will", "would", "did", "didn't"}
        and not _plural_subject(scan, mark, verbs)
    ):
        return None
    if slot == "ing" and mark.start in scan.tokens.glued:
        return None
    if (
        slot == "finite"
        and lemma in ("attack", "strike", "raid", "ambush", "bomb", "clash", "assault", "target")
        and not _right_behind_subject(scan, position)
    ):
        return None
    is_passive = clauses.passive(auxiliaries) and slot == "participle"
    spec = table("operations").get(type_, {})
    if is_passive or (slot == "participle" and words[mark.end : mark.end + 1] == ["by"]):
        targets, initiators = clauses.subject(scan, mark.start, verbs), clauses.agents(scan, mark.end, verbs)
    else:
        initiators, targets = doer(scan, mark, verbs), clauses.objects(scan, mark.end, verbs)
    if lemma == "fall to":
        targets, initiators = [], clauses.objects(scan, mark.end, verbs)
    if lemma.startswith("come under"):
        targets, initiators = clauses.subject(scan, mark.start, verbs), _behind_from(scan, mark.end, verbs)
    if lemma in _STRIKES and _ran_onto(scan, mark):
        initiators, targets, type_ = [], initiators, "ied_or_landmine"
        if is_passive:
            return None
    fighting = [group for group in initiators if fights(group) or group.head.kind in ("name", "demonym")]
    mutual = bool(spec.get("mutual"))
    if (
        mutual
        and lemma != "clash"
        and words[mark.end : mark.end + 1] != ["with"]
        and not any(map(fights, [*initiators, *targets]))
    ):
        return None
    if mutual and words[mark.end : mark.end + 1] in (["with"], ["against"]):
        index = clauses.group_from(scan, mark.end + 1)
        if index < len(scan.groups) and scan.groups[index].start <= mark.end + 3:
            targets = clauses.row(scan, index, verbs)
    if not _plausible(scan, mark, type_, lemma, fighting, targets, is_passive, means):
        return None
    view = modality(scan, mark.start, noun=False)
    stage = view.stage
    if _begun(words, position):
        stage = "launched" if stage == "completed" else stage
    if type_ == "repelled_attack":
        # who repels was attacked: the attackers stand behind the verb
        initiators, targets = targets, initiators
        stage = "failed"
    if slot == "base" and "to" in auxiliaries and stage == "completed":
        return None
    exact = by_means(type_, means)
    return Attack(
        exact,
        mark.start,
        lemma,
        False,
        stage,
        view.assertion,
        tuple(initiators),
        tuple(targets),
        tuple(means),
        mutual,
        described=slot in ("finite", "ing") and described(scan, mark.start),
        territorial=spec.get("territorial", "") if type_ in _GROUND_TAKING and stage == "completed" else "",
    )


def _ran_onto(scan: Scan, mark: Mark) -> bool:
    """Tell whether what is struck lay in wait: "the convoy hit a landmine" has the convoy as its victim."""
    return any(
        mark.end <= other.start <= mark.end + 2 and other.entry.type in _LYING_IN_WAIT
        for other in scan.of("means")
    )


_LYING_IN_WAIT = frozenset(("landmine", "ied"))


def _behind_from(scan: Scan, end: int, verbs: list[int]) -> list[Group]:
    """Return the groups behind "from": "came under fire from militants"."""
    if scan.words[end : end + 1] in (["from"], ["by"]):
        index = clauses.group_from(scan, end + 1)
        if index < len(scan.groups) and scan.groups[index].start - end <= 3:
            return clauses.row(scan, index, verbs)
    return []


def _right_behind_subject(scan: Scan, position: int) -> bool:
    """Tell whether a form that may be a plural noun ("attacks") stands right behind a group, as a verb
    does."""
    index = clauses.group_before(scan, position)
    return index >= 0 and scan.groups[index].end == position and not scan.groups[index].plural


def _a_state(group: Group) -> bool:
    """Tell whether a state or its capital acts: "Ankara struck …"."""
    return (
        group.owner is not None and group.owner.kind in ("capital", "nation") and group.end - group.start == 1
    )


def _plural_subject(scan: Scan, mark: Mark, verbs: list[int]) -> bool:
    """Tell whether a base form is a headline's present tense: "Rebels attack base"."""
    index = clauses.group_before(scan, mark.start)
    return (
        index >= 0
        and scan.groups[index].end == mark.start
        and scan.groups[index].plural
        and fights(scan.groups[index])
    )


def _begun(words: list[str], position: int) -> bool:
    return words[max(0, position - 1) : position] in (
        ["began"],
        ["begun"],
        ["started"],
        ["begin"],
        ["starts"],
        ["begins"],
    )


def _plausible(
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
    if lemma in _STRIKES:
        return (
            bool(means)
            or any(group.head.kind == "platform" or _a_state(group) for group in fighting)
            or (is_passive and "by" in words and bool(fighting))
        )
    if lemma == "drop":
        return not _DROPPED.isdisjoint(words[mark.end : mark.end + 5])
    if lemma == "fall to":
        return bool(fighting)
    if type_ in _GROUND_TAKING:
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
        return any(
            word in words
            for word in (
                "drone",
                "drones",
                "missile",
                "missiles",
                "rocket",
                "rockets",
                "helicopter",
                "aircraft",
                "plane",
                "jet",
            )
        )
    if lemma in ("set off", "go off", "blow up", "explode", "detonate", "sabotage"):
        return bool(means) or any(
            word in words
            for word in (
                "bomb",
                "bombs",
                "explosives",
                "explosive",
                "charge",
                "device",
                "dynamite",
                "mine",
                "towers",
                "tower",
                "pylons",
                "pipeline",
                "bridge",
                "vehicle",
                "car",
                "truck",
                "devices",
                "blast",
                "explosion",
            )
        )
    if lemma in ("push back", "foil", "ward off", "fend off", "repel", "repulse", "beat back", "beat off"):
        return any(
            word in words
            for word in ("attack", "attacks", "assault", "offensive", "attackers", "incursion", "advance")
        ) or bool(fighting)
    if lemma in ("withdraw", "deploy", "pull out of", "pull back from", "retreat from"):
        return bool(fighting) or (is_passive and any(map(fights, targets)))
    if lemma in (
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
    ):
        return bool(fighting) or is_passive or bool(targets)
    if type_ in ("arrest", "abduction", "execution", "targeted_killing"):
        return bool(targets)
    if type_ == "offensive":
        return bool(fighting) and (lemma not in ("defeat", "rout") or any(map(fights, targets)))
    return bool(fighting or targets or is_passive or means)


_DROPPED = frozenset("bomb bombs munitions explosives grenades grenade".split())


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
        if word in (",", ".", "and", "in", "by", "from", "with", "at", "part"):
            return False
        if (
            scan.tokens.capitals[index]
            and not scan.tokens.upper(index)
            and word not in ("the",)
            and not any(group.start <= index < group.end for group in scan.groups)
        ):
            return True
    return False


_TAKEN = frozenset(
    (
        "town towns city cities village villages hill hills area areas base district districts airport "
        "airfield bridge neighbourhood neighborhood quarter port position positions outpost stronghold "
        "territory headquarters hq ground province border crossing camp checkpoint silos station barracks compound "
        "heights"
    ).split()
)
