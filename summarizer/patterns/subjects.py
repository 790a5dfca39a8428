"""Who stands before a verb: its subject, over asides, relatives, inserts and pronouns."""

from __future__ import annotations

from bisect import bisect_left

from summarizer.patterns.asides import CLOSING, over_aside
from summarizer.patterns.clause_words import BREAKS, PREPOSITIONS, before_verb, broken, group_before
from summarizer.patterns.group import Group
from summarizer.patterns.listing import NO_DETAIL, is_title, joined
from summarizer.patterns.named import without_naming
from summarizer.patterns.scan import Scan

_RELATIVES = frozenset(["who", "which", "that", "whom"])


def subject(scan: Scan, start: int, verbs: list[int], reach: int = 14) -> list[Group]:
    """Return the groups that are the subject of the verb at token `start`, in order of the text.

    "Two soldiers and a driver from Tame were killed" gives the soldiers and the driver.
    """
    words, groups = scan.words, scan.groups
    position, auxiliaries = before_verb(scan, start)
    if position and words[position - 1] in _PRONOUNS:
        return _who_speaks(scan, position - 1)
    if auxiliaries and (taken := _taken_before(scan, position, verbs)):
        return subject(scan, taken, verbs, reach=0)
    relative = bool(position) and words[position - 1] in _RELATIVES
    if relative:
        position -= 2 if words[max(0, position - 2)] == "," else 1
    for _ in range(3):
        if not position or words[position - 1] not in CLOSING:
            break
        position = over_aside(scan, position)
    index = group_before(scan, position)
    if index < 0:
        return []
    group = groups[index]
    if position - group.end > reach or broken(words, group.end, position, verbs):
        return []
    if index and _other_name(groups[index - 1], group):
        index -= 1
    counted = group.amount is not None  # "relatives of 43 people who were arrested"
    if not (relative and (counted or (group.start and words[group.start - 1] == "including"))):
        index = _climb(scan, index, verbs)
    if index > 0 and _who_is_before(words, groups[index - 1], groups[index]):
        index -= 1
    if index < 0:
        return []
    chain = [groups[index]]
    while index > 0 and (
        is_title(groups[index - 1], groups[index])
        or (
            not _stands_alone(words, groups[index - 1], chain[0])
            and joined(words, groups[index - 1].end, groups[index].start)
            and not among_others(words, groups[index - 1])
            and not _harmed_before(scan, groups[index - 1])
            and not _cited(words, groups[index - 1])
            and not _a_toll(words, groups[index - 1])
            and not (chain[0].amount and words[max(0, chain[0].start - 2) : chain[0].start] == [",", "with"])
            and not _an_insert(words, groups[index - 1], chain[0])
        )
        or _named_with_origin(scan, index, chain[0])
        or _of_an_age(words, groups[index - 1], chain[0])
    ):
        index -= 1
        if not is_title(groups[index], groups[index + 1]):
            if index and _counted_out_of(words, groups[index - 1], groups[index]):
                index -= 1
            chain.insert(0, groups[index])
    # "police from Kabul and soldiers": the first of a row may itself hang on a preposition
    return without_naming(words, chain)


def _taken_before(scan: Scan, position: int, verbs: list[int]) -> int:
    """Return the participle that only tells more of the subject: "two priests kidnapped in Velim last week
    were killed" gives "kidnapped"; 0 where there is none."""
    at = bisect_left(verbs, position) - 1
    if at < 0 or "," in scan.words[verbs[at] : position]:
        return 0
    verb = verbs[at]
    index = group_before(scan, verb)
    if index < 0 or scan.groups[index].end != verb or position - verb < _DATED:
        return 0
    taken = any(mark.start == verb and mark.entry.info == "participle" for mark in scan.among(_DONE_TO))
    return verb if taken and BREAKS.isdisjoint(scan.words[verb:position]) else 0


def _who_is_before(words: list[str], before: Group, group: Group) -> bool:
    """Tell whether a group stands in a clause about the one before: "soldiers who met the rebels attacked",
    not "soldiers who left a base where two men died"."""
    return words[before.end] == "who" and _CLAUSES.isdisjoint(words[before.end + 1 : group.start])


_CLAUSES = frozenset(("which", "where", "when", "whom", "after", "before"))
_PRONOUNS = frozenset(("it", "they"))

_DATED = 3
"""Words that may stand between "said" and "it": "on late Sunday"."""


def _who_speaks(scan: Scan, position: int) -> list[Group]:
    """Return whom "it" means behind words of speech: "the army said it had killed" speaks of the army."""
    words = scan.words
    for mark in reversed(scan.of("speech")):
        if mark.end <= position:
            between = [word for word in words[mark.end : position] if word != "that"]
            if len(between) > _DATED or not BREAKS.isdisjoint(between):
                return []
            index = group_before(scan, mark.start)
            near = index >= 0 and mark.start - scan.groups[index].end <= 1
            return [scan.groups[index]] if near else []
    return []


def _stands_alone(words: list[str], before: Group, group: Group) -> bool:
    """Tell whether a number behind a comma begins anew: "ten dead, two of them boys, and six were hurt"."""
    return (
        group.head.kind == "number" != before.head.kind
        and words[group.start - 1] == "and"
        and words[group.start - 2] == ","
    )


def _other_name(before: Group, group: Group) -> bool:
    """Tell whether a party's acronym stands behind a comma: "members of the Popular Army, EPL, died"."""
    return group.head.kind == "belligerent" and group.head is before.head and before.end + 1 == group.start


def among_others(words: list[str], group: Group) -> bool:
    """Tell whether a group is part of one before it: "ten died, among them a nun, and six were hurt"."""
    lead = words[max(0, group.start - _WORDS_BEFORE) : group.start]
    return "them" in lead and lead[lead.index("them") - 1] == "among"


_WORDS_BEFORE = 4
"""How far before its noun a group may begin: "among them a nursing mother"."""


def _cited(words: list[str], group: Group) -> bool:
    """Tell whether a group only says so: "according to the Taliban, 40 fighters were killed"."""
    return words[max(0, group.start - 2) : group.start] == ["according", "to"]


def _a_toll(words: list[str], group: Group) -> bool:
    """Tell whether a number is what a toll has come to: "the toll rose to 32 and 110 were wounded"."""
    return group.head.kind == "number" and words[max(0, group.start - 1) : group.start] in (["to"], ["at"])


def _counted_out_of(words: list[str], group: Group, whole: Group) -> bool:
    """Tell whether a group is counted out of the next: "four members of the forces and nine rebels died"."""
    return group.amount is not None and words[group.end : whole.start] == ["of"]


def _of_an_age(words: list[str], group: Group, following: Group) -> bool:
    """Tell whether only somebody's age parts two of a row: "a girl of nine and two men"."""
    between = words[group.end : following.start]
    return len(between) == 3 and between[0] == "of" and between[2] == "and" and not group.plural


def _an_insert(words: list[str], group: Group, following: Group) -> bool:
    """Tell whether a group ends an insert between commas: "11 people, including three women, and 70 hurt"."""
    return words[max(0, group.start - 1) : group.start] == ["including"] and words[group.end] == ","


_DONE_TO = frozenset(("harm", "deed"))


def _harmed_before(scan: Scan, group: Group) -> bool:
    """Tell whether a verb before a group has it as its object: "killed two guards and six were wounded"."""
    return any(mark.end == group.start for mark in scan.among(_DONE_TO))


def _named_with_origin(scan: Scan, index: int, following: Group) -> bool:
    """Tell whether only an origin or office parts two listed people: "X of Milan and Y of Rome"."""
    groups, words = scan.groups, scan.words
    group = groups[index - 1]
    between = words[group.end : following.start]
    if len(between) > 9 or between[:1] != ["of"] or between[-1:] != ["and"]:
        return False
    if not NO_DETAIL.isdisjoint(between[:-2]):
        return False
    return group.head.kind == following.head.kind == "name" or (
        index > 1 and groups[index - 2].head.kind == "name" and words[groups[index - 2].end] == ","
    )


_LOCATIVE = frozenset(("at", "near", "inside", "aboard", "outside"))
"""What stands behind one of these is a place and acts in nothing: "a blast at a police post killed"."""


_FOUND = frozenset("found find finds discovered recovered retrieved exhumed saw".split())
"""Verbs of those who come upon the dead, who are not of them."""


_ACCUSING = (["blamed", "on"], ["attributed", "to"])
"""Who stands behind these is only said to have done it: "a strike blamed on the army killed six"."""


_ONE_WAS = (["who", "was"], ["who", "is"], ["who", "has"])


def _climb(scan: Scan, index: int, verbs: list[int]) -> int:
    """Return the group that a prepositional phrase belongs to: "members of the FARC" gives "members"."""
    words = scan.words
    for _ in range(4):
        group = scan.groups[index]
        before = words[group.start - 1] if group.start else ""
        if before not in PREPOSITIONS:
            return index
        lead = words[max(0, group.start - 2) : group.start]
        if lead in _ACCUSING:
            return -1
        if lead == [",", "with"] and group.amount is not None:
            return index  # "the toll rose to 32, with 110 wounded"
        if index == 0:
            return -1 if before in _LOCATIVE else index
        other = scan.groups[index - 1]
        one_was = words[group.end : group.end + 2] in _ONE_WAS
        if one_was and other.plural and not group.plural:
            return index  # "mourners of an officer who was shot dead"
        after = words[other.end]
        if (
            (after not in PREPOSITIONS and after != "," and not after.endswith("ing"))
            or group.start - other.end > 6
            or broken(words, other.end, group.start - 1, verbs)
            or not _FOUND.isdisjoint(words[other.end : group.start])
        ):
            return -1 if before in ("by", "against") else index
        index -= 1
    return index
