"""Harm that is only meant, ordered or possible, is a state of things, or one of two: no count, or another."""

from __future__ import annotations

from itertools import pairwise

from summarizer.patterns import clauses
from summarizer.patterns.count import Count
from summarizer.patterns.lexicon import Mark
from summarizer.patterns.modality import described
from summarizer.patterns.scan import Scan


def is_unreal(scan: Scan, mark: Mark) -> bool:
    """Tell whether the harm is only meant or possible: "to kill", "would have killed", "if he dies"."""
    words = scan.words
    _, auxiliaries = clauses.before_verb(scan, mark.start)
    if not auxiliaries.isdisjoint(_UNREAL):
        return True
    if mark.entry.kind in ("harm", "fate") and mark.entry.info == "base":
        # "managed to kill" and a headline's "rebels kill 12" are the exceptions that happened
        if words[max(0, mark.start - 2) : mark.start] == ["managed", "to"]:
            return False
        index = clauses.group_before(scan, mark.start)
        return index < 0 or scan.groups[index].end != mark.start or not scan.groups[index].plural
    if mark.entry.kind == "harm_bodies" and (
        not _NOT_SEEN.isdisjoint(words[mark.end : mark.end + 3]) or _handed_over(words, mark)
    ):
        return True
    if mark.entry.kind == "harm_nouns":
        if described(scan, mark.start) and not _looked_into(words, mark.start):
            return True
        if mark.entry.type in _IN_HAND and not _ORDERED.isdisjoint(
            words[max(0, mark.start - 3) : mark.start]
        ):
            return True
        if not _ENDED.isdisjoint(words[max(0, mark.start - 5) : mark.start]):
            return True
        if words[max(0, mark.start - 2) : mark.start - 1] == ["in"] and _had_a_part(words, mark.start):
            return True
    before = words[max(0, mark.start - 8) : mark.start]
    if "whether" in before:
        return True
    if "if" in before and ["if", "any"] in map(list, pairwise(before)):
        return True
    if "how" in before and _asks_how_many(before):
        return True
    return mark.start > 0 and words[mark.start - 1] in ("attempted", "if", "tried", "self")


def _asks_how_many(before: list[str]) -> bool:
    """Tell whether a harm hangs on a question without an answer: "did not say how many men had died"."""
    asked = before[before.index("how") + 1 :]
    return asked[:1] == ["many"] and "," not in asked and "and" not in asked


def _handed_over(words: list[str], mark: Mark) -> bool:
    """Tell whether bodies change hands, of people who died before: "received the bodies of 50 soldiers"."""
    near = words[max(0, mark.start - _SOON) : mark.start] + words[mark.end : mark.end + 2 * _SOON]
    return not _HANDED_OVER.isdisjoint(near) and _HOUSES_OF_THE_DEAD.isdisjoint(words)


_SOON = 5
_HOUSES_OF_THE_DEAD = frozenset("hospital hospitals clinic morgue mortuary medics doctors ministry".split())
_HANDED_OVER = frozenset(
    (
        "received receives returned repatriated repatriation exchanged exchange exchanging swapped swap "
        "handed handing handover delivered"
    ).split()
)


def _looked_into(words: list[str], at: int) -> bool:
    """Tell whether a harm is only looked into or condemned, which takes it for granted: "investigate the
    deaths of three preachers"."""
    return not _REACTIONS.isdisjoint(words[max(0, at - 3) : at]) and words[at + 1 : at + 2] == ["of"]


_REACTIONS = frozenset(
    "investigate investigating investigates investigated condemn condemns condemned condemning".split()
)
_NOT_SEEN = frozenset("could cannot may might not".split())
"""Bodies that nobody has counted: "many bodies could not be recovered"."""
_ORDERED = frozenset(
    "ordered order orders demanded demand demands requested request sought seeks discuss discussed "
    "discussing negotiate negotiated negotiating".split()
)


def _had_a_part(words: list[str], at: int) -> bool:
    """Tell whether a death is one in which somebody once had a part: "took part in the murder of a judge"."""
    before = words[max(0, at - 8) : at]
    if "part" in before:
        return not _TOOK.isdisjoint(before)
    return not _PART.isdisjoint(before)


_TOOK = frozenset(("take", "took", "taken", "taking"))
_PART = frozenset("role involved involvement complicit".split())
"""What somebody once had in a death that only describes him: "took part in the murder of two judges"."""
_ENDED = frozenset("suspension halt moratorium prevention stop prevent avoid".split())
_UNREAL = frozenset("would could will shall should can".split())


def is_a_state_of_things(words: list[str], position: int) -> bool:
    """Tell whether a gerund hangs on a verb that makes it a state of things: "stop killing", "continue
    burning and killing"."""
    before = words[max(0, position - 4) : position]
    return not _ASPECTS.isdisjoint(before[-1:] if before[-1:] != ["and"] else before)


_ASPECTS = frozenset(
    (
        "stop stops stopped avoid avoids prevent continue continues continued keep keeps kept start "
        "starts cease resume resumes from"
    ).split()
)


def of_either(scan: Scan, counts: list[Count]) -> list[Count]:
    """Make one count of "killed or wounded 30" and of "killing and wounding 30"; who is "captured or killed"
    is not counted as killed."""
    harms = scan.of("harm")
    either: dict[int, set[str]] = {}
    for left, right in pairwise(harms):
        between = scan.words[left.end : right.start]
        if between in (["or"], [",", "or"]) or (between == [","] and "or" in scan.words[right.end :][:2]):
            both = either.setdefault(left.start, {left.entry.type})
            both.add(right.entry.type)
            either[right.start] = both
        elif between == ["and"] and _are_both(scan, counts, left, right):
            either[left.start] = either[right.start] = _BOTH
            counts = _without_doers(counts, left, right)
    if not either:
        return counts
    kept: list[Count] = []
    for count in counts:
        outcomes = either.get(count.at)
        if outcomes is None or len(outcomes) == 1 or count.negated:
            kept.append(count)
        elif {"killed", "wounded"} <= outcomes:
            kept.append(count._replace(outcome="killed_or_wounded"))
        elif count.outcome in _TAKEN:
            kept.append(count)
    return kept


def _are_both(scan: Scan, counts: list[Count], left: Mark, right: Mark) -> bool:
    """Tell whether one count is of the dead and wounded together: "killing and wounding 30", "30 were killed
    and wounded"."""
    if {left.entry.type, right.entry.type} != _BOTH:
        return False
    harmed = [count.group.start for count in counts if count.at == right.start]
    before = [count.group for count in counts if count.at == left.start]
    if harmed:  # not "three were killed and wounded men fled"
        return min(harmed) >= right.end and all(group.amount is None for group in before)
    if not all(group.plural or group.amount for group in before):
        return False  # one man is one or the other
    return not any(right.start <= group.start <= right.end for group in scan.groups)


def _without_doers(counts: list[Count], left: Mark, right: Mark) -> list[Count]:
    """Leave out those taken for the harmed before a verb whose victims stand behind the second one."""
    if not any(count.at == right.start for count in counts):
        return counts
    return [count for count in counts if count.at != left.start or count.group.start > left.start]


_BOTH = {"killed", "wounded"}
_TAKEN = frozenset(("captured", "detained", "abducted"))
_IN_HAND = _TAKEN | {"released", "rescued"}
