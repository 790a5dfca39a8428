"""Verbs of operations: "stormed", "was shelled by", "clashed with"."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.attack import Attack, by_means, doer
from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Mark, table
from summarizer.patterns.meaning import GROUND_TAKING, STRIKES, plausible
from summarizer.patterns.modality import described, modality
from summarizer.patterns.scan import Scan

_BEFORE_BASE = frozenset(("to", "will", "would", "did", "didn't"))
_ALSO_NOUNS = frozenset("attack strike raid ambush bomb clash assault target".split())
"""Verbs whose third person is also a plural noun."""


def from_verb(scan: Scan, mark: Mark, verbs: list[int], means: tuple[str, ...]) -> Attack | None:
    """Read "militants stormed the base", "the base was stormed by militants", "clashed with"."""
    words = scan.words
    after = words[mark.end] if mark.end < len(words) else ""
    type_, lemma = mark.entry.type, mark.entry.name
    position, auxiliaries = clauses.before_verb(scan, mark.start)
    slot = mark.entry.info
    if slot == "base" and auxiliaries.isdisjoint(_BEFORE_BASE) and not _plural_subject(scan, mark, verbs):
        return None
    if (slot == "ing" and mark.start in scan.tokens.glued) or _the_slain(words, mark, auxiliaries):
        return None
    if slot == "finite" and lemma in _ALSO_NOUNS and not _right_behind_subject(scan, position):
        return None
    is_passive = clauses.passive(auxiliaries) and slot == "participle"
    spec = table("operations").get(type_, {})
    initiators, targets = _sides(scan, mark, verbs, is_passive)
    if lemma in STRIKES and _ran_onto(scan, mark):
        initiators, targets, type_ = [], initiators, "ied_or_landmine"
        if is_passive:
            return None
    fighting = [group for group in initiators if fights(group) or group.head.kind in ("name", "demonym")]
    mutual = bool(spec.get("mutual"))
    if mutual and lemma != "clash" and after != "with" and not any(map(fights, [*initiators, *targets])):
        return None
    if mutual and after in ("with", "against"):
        index = clauses.group_from(scan, mark.end + 1)
        if index < len(scan.groups) and scan.groups[index].start <= mark.end + 3:
            targets = clauses.row(scan, index, verbs)
    type_ = _of_people(lemma, type_, initiators, targets)
    if not plausible(scan, mark, type_, lemma, fighting, targets, is_passive, means):
        return None
    view = modality(scan, mark.start, noun=False)
    stage = view.stage
    if _begun(words, position):
        stage = "launched" if stage == "completed" else stage
    if type_ == "repelled_attack":
        # who repels was attacked: the attackers stand behind the verb
        initiators, targets = targets, initiators
        stage = "foiled" if lemma in ("foil", "thwart") else "failed"
    if slot == "base" and "to" in auxiliaries and stage == "completed":
        return None
    exact = by_means(type_, means)
    exact = "shelling" if exact == "bombing" and _a_shell_before(scan, position) else exact
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
        territorial=spec.get("territorial", "") if type_ in GROUND_TAKING and stage == "completed" else "",
    )


def _ran_onto(scan: Scan, mark: Mark) -> bool:
    """Tell whether what is struck lay in wait: "the convoy hit a landmine" has the convoy as its victim."""
    return any(
        mark.end <= other.start <= mark.end + 2 and other.entry.type in _LYING_IN_WAIT
        for other in scan.of("means")
    )


_LYING_IN_WAIT = frozenset(("landmine", "ied"))


def _the_slain(words: list[str], mark: Mark, auxiliaries: frozenset[str]) -> bool:
    """Tell whether a participle only describes: "the slain", "slain militants"."""
    return mark.entry.name == "slay" and not auxiliaries and words[mark.end : mark.end + 1] != ["by"]


def _of_people(lemma: str, type_: str, initiators: list[Group], targets: list[Group]) -> str:
    """Return what a verb of taking means by its object: who seizes a trader takes no ground."""
    people = bool(targets) and targets[0].head.kind in ("person", "name")
    return "abduction" if lemma == "seize" and people and initiators else type_


def _a_shell_before(scan: Scan, position: int) -> bool:
    """Tell whether what goes off was fired: "a shell exploded in the courtyard"."""
    return any(other.end == position and other.entry.type in _FIRED for other in scan.of("means"))


_FIRED = frozenset(("artillery", "mortar", "rocket", "missile"))


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
    return position > 0 and words[position - 1] in _BEGINNING


_BEGINNING = frozenset("began begun started begin starts begins".split())


def _sides(scan: Scan, mark: Mark, verbs: list[int], is_passive: bool) -> tuple[list[Group], list[Group]]:
    """Return who does it and whom it is done to, by the voice and the wording."""
    lemma = mark.entry.name
    if lemma == "fall to":
        return clauses.objects(scan, mark.end, verbs), []
    if lemma.startswith("come under"):
        return _behind_from(scan, mark.end, verbs), clauses.subject(scan, mark.start, verbs)
    by = mark.entry.info == "participle" and scan.words[mark.end : mark.end + 1] == ["by"]
    if is_passive or by:
        return clauses.agents(scan, mark.end, verbs), clauses.subject(scan, mark.start, verbs)
    return doer(scan, mark, verbs), clauses.objects(scan, mark.end, verbs)
