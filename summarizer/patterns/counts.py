"""Who was harmed, how many, and how: every statement of a casualty in a sentence."""

from __future__ import annotations

from dataclasses import replace

from summarizer.patterns import clauses
from summarizer.patterns.allegiance import STATE_FORCES
from summarizer.patterns.belligerents import fights
from summarizer.patterns.bodies import harm_of_bodies
from summarizer.patterns.breakdowns import told_by_parts
from summarizer.patterns.count import Count, made
from summarizer.patterns.divided import SIGNS, divided_harm
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Mark, wordset
from summarizer.patterns.modality import DOUBTS, modality
from summarizer.patterns.only_meant import is_a_state_of_things, is_unreal, of_either
from summarizer.patterns.scan import Scan, once
from summarizer.patterns.shares import WHOSE, along_with, elsewhere, parts_of, with_shares
from summarizer.patterns.speakers import find_speakers
from summarizer.patterns.tolls import harm_of_noun, harm_of_state, harm_of_toll

_OTHER_SIGNS = SIGNS | WHOSE
"""Words of harms that no mark tells."""
_PEOPLE_KINDS = frozenset(("person", "head", "belligerent", "number", "name", "demonym"))


@once
def find_counts(scan: Scan) -> list[Count]:
    """Return the casualties that a sentence states, in order, each once.

    "The blast killed five policemen and a boy and wounded nine others" gives three.
    """
    if scan.kinds.isdisjoint(_TRIGGERS) and scan.vocabulary.isdisjoint(SIGNS):
        return []
    verbs = scan.verbs
    counts: list[Count] = []
    covered = scan.grouped
    for mark in scan.among(_TRIGGERS):
        if mark.start in covered:
            counts.extend(_dead_among(scan, mark))
        elif not is_unreal(scan, mark):
            counts.extend(_FINDERS[mark.entry.kind](scan, mark, verbs))
    counts = [count for count in counts if count.group.head.kind in _PEOPLE_KINDS]
    if len(counts) > _WHOLE_AND_PARTS:
        counts = told_by_parts(scan, counts)
    if not counts and scan.vocabulary.isdisjoint(_OTHER_SIGNS):
        return counts
    if "or" in scan.vocabulary or "and" in scan.vocabulary:
        counts = of_either(scan, counts)
    if not scan.vocabulary.isdisjoint(SIGNS):
        counts.extend(divided_harm(scan))
    counts.extend(elsewhere(scan, counts))
    counts.extend(along_with(scan, counts))
    counts.extend(parts_of(scan, counts))
    if not scan.vocabulary.isdisjoint(WHOSE):
        counts = with_shares(scan, counts)
    if "them" in scan.vocabulary or "whom" in scan.vocabulary:
        counts = [_out_of_those_before(scan.words, count, counts) for count in counts]
    if not scan.vocabulary.isdisjoint(DOUBTS):
        counts = [_doubted(scan, count) for count in counts]
    return _each_once(counts)


_WHOLE_AND_PARTS = 2
"""A count and two parts are more."""


def _doubted(scan: Scan, count: Count) -> Count:
    """Note how a count stands in its sentence: "is believed to have killed", "may have died", "denied"."""
    if count.noun:
        return count
    view = modality(scan, count.at, noun=False)
    if view.assertion in ("alleged", "hypothetical", "denied"):
        return count._replace(assertion=view.assertion)
    return count


_NOT = frozenset("not never n't didn't wasn't weren't hadn't haven't hasn't".split())


def _from_verb(scan: Scan, mark: Mark, verbs: list[int]) -> list[Count]:
    """Read "killed two farmers", "two farmers were killed", "killing two", "two farmers killed in …"."""
    outcome, slot = mark.entry.type, mark.entry.info
    words = scan.words
    position, auxiliaries = clauses.before_verb(scan, mark.start)
    verb = mark.start
    if words[verb - 1 : verb] == ["found"] and slot == "participle":  # "was found shot dead"
        verb -= 1
        position, auxiliaries = clauses.before_verb(scan, verb)
    if _NOT.intersection(words[position : mark.start]) or words[mark.end : mark.end + 1] == ["which"]:
        return []  # "the murders which some people explain": a noun
    if clauses.passive(auxiliaries) and slot == "participle":
        victims = clauses.subject(scan, verb, verbs)
        if {"are", "being"} <= auxiliaries:
            # "innocent people are being killed" tells of a state of things; with a number it is a figure
            victims = [group for group in victims if group.amount is not None]
        return made(scan, outcome, victims, mark, tuple(clauses.agents(scan, mark.end, verbs)))
    reflexive = words[mark.end : mark.end + 1]
    if reflexive and reflexive[0] in ("himself", "herself", "themselves", "itself"):
        return _self_killed(scan, mark, verbs)
    victims = clauses.objects(scan, mark.end, verbs)
    if words[max(0, mark.start - 1) : mark.start] in (["of"], ["those"]):
        # "the number of slain rebels", "three of those killed were boys": the word describes
        victims = [group for group in victims if group.amount is not None]
    if victims:
        gerund = slot == "ing" and not clauses.passive(auxiliaries)
        if gerund and is_a_state_of_things(words, position):
            victims = [group for group in victims if group.amount is not None]
        actors = () if gerund else tuple(_actors_before(scan, mark, verbs))
        if outcome == "released" and any(group.head.type in _STATE_FORCES for group in actors):
            outcome = "rescued"  # the kidnappers release their hostages, troops that free them rescue them
        return made(scan, outcome, victims, mark, actors)
    if slot == "participle":
        before = clauses.group_before(scan, position)
        if before >= 0 and words[scan.groups[before].start - 2 : scan.groups[before].start] == _NUMBER_OF:
            return _number_of(scan, scan.groups[before], mark)
        if before >= 0 and _reduced_passive(scan, scan.groups[before], position, mark):
            victims = clauses.subject(scan, mark.start, verbs, reach=1)
            found = made(scan, outcome, victims, mark, tuple(clauses.agents(scan, mark.end, verbs)))
            return [_out_of_the_harmed(words, count) for count in found]
    return []


_STATE_FORCES = frozenset(("state_military", "state_police_or_security", "foreign_military", "coalition"))
_NUMBER_OF = ["number", "of"]


def _number_of(scan: Scan, group: Group, mark: Mark) -> list[Count]:
    """Read "brought to 41 the number of policemen killed"; without a number the phrase counts nobody."""
    words = scan.words
    if "harm_toll" in scan.kinds:
        return []
    for amount in scan.amounts:
        before = words[amount.end : group.start - 2] in ([], ["the"]) and words[amount.start - 1] == "to"
        behind = 0 <= amount.start - mark.end < _TOLL_NEAR and words[amount.start - 1] in ("to", "at")
        if before or behind:
            return [Count(mark.entry.type, replace(group, amount=amount), mark.start, hint="toll")]
    return []


_TOLL_NEAR = 10
"""Words between "the number of people killed" and the number."""


def _out_of_the_harmed(words: list[str], count: Count) -> Count:
    """Make a part of "one of the rebels killed (was their leader)": the killed are counted elsewhere."""
    group = count.group
    some = group.amount is not None and words[group.amount.end : group.amount.end + 2] == ["of", "the"]
    return count._replace(hint="part") if some and not count.hint else count


def _out_of_those_before(words: list[str], count: Count, counts: list[Count]) -> Count:
    """Make a part of "some of them beheaded" behind "the bodies of 12 people"."""
    if count.hint or not clauses.out_of_them(words, count.group):
        return count
    start = count.group.start
    told = any(other.outcome == count.outcome and other.group.start < start for other in counts)
    return count._replace(hint="part") if told else count


def _actors_before(scan: Scan, mark: Mark, verbs: list[int]) -> list[Group]:
    """Return the subject of an active verb; behind "and" that of the verb before it."""
    words = scan.words
    position, _ = clauses.before_verb(scan, mark.start)
    if position and words[position - 1] in ("and", ",", "then"):
        earlier = [start for start in verbs if start < position]
        if earlier:
            return clauses.subject(scan, earlier[-1], verbs)
    return clauses.subject(scan, mark.start, verbs)


def _reduced_passive(scan: Scan, group: Group, position: int, mark: Mark) -> bool:
    """Tell whether a participle without auxiliary follows its victims: "two men killed in a raid", "12
    wounded"."""
    words = scan.words
    if position - group.end > 0:
        return False
    after = words[mark.end] if mark.end < len(words) else "."
    if group.amount is None and group.head.kind != "name" and group.determiner == "" and not group.plural:
        return False
    if group.definite and group.start and scan.words[group.start - 1] in ("among", "of", "for"):
        return False
    return after in _AFTER_REDUCED or after in _WEEKDAYS


_AFTER_REDUCED = frozenset(
    (
        "in by during on when after at , . ; and near while as as outside over today yesterday last "
        "overnight since along between inside this with following"
    ).split()
)
_WEEKDAYS = wordset("dates", "weekdays")


def _self_killed(scan: Scan, mark: Mark, verbs: list[int]) -> list[Count]:
    """Read "a bomber killed himself and six worshippers"."""
    after = mark.end + 1
    one = scan.words[mark.end] in ("himself", "herself")
    doers = clauses.subject(scan, mark.start, verbs)
    earlier = [start for start in verbs if start < mark.start]
    if mark.entry.info == "ing" and earlier and (scan.words[mark.start - 1] == "," or not doers):
        # "detonated his vest at a police post, killing himself": the doer of the verb before
        doers = clauses.subject(scan, earlier[-1], verbs) or doers
    counts = [
        Count("killed", group, mark.start, hint="self")
        for group in doers[-1:]
        if mark.entry.type == "killed" and not (one and group.plural)
    ]
    if scan.words[after : after + 1] in (["and"], [","]):
        index = clauses.group_from(scan, after + 1)
        if index < len(scan.groups) and scan.groups[index].start == after + 1:
            counts += made(scan, mark.entry.type, clauses.row(scan, index, verbs), mark, ())
    return counts


def _dead_among(scan: Scan, mark: Mark) -> list[Count]:
    """Read "counted 41 dead soldiers": the state of those who are counted is a word of their noun phrase."""
    if mark.entry.kind != "harm_state" or mark.entry.name == "unhurt":
        return []
    index = _group_over(scan, mark.start)
    if index < 0:
        return []
    group = scan.groups[index]
    counted = group.amount is not None and group.amount.sort in ("number", "vague")
    if not counted or group.definite or group.end <= mark.end:
        return []
    return made(scan, mark.entry.type, [group], mark, ())


def _group_over(scan: Scan, at: int) -> int:
    """Return the index of the group that holds the token, or -1."""
    index = clauses.group_from(scan, at + 1) - 1
    return index if index >= 0 and scan.groups[index].end > at else -1


def _from_fate(scan: Scan, mark: Mark, verbs: list[int]) -> list[Count]:
    """Read "two farmers died", "forty rebels surrendered"."""
    return made(scan, mark.entry.type, clauses.subject(scan, mark.start, verbs), mark, ())


def _from_loss(scan: Scan, mark: Mark, verbs: list[int]) -> list[Count]:
    """Read "the militia lost 11 men": whoever loses fights, and what is lost are his men, by number."""
    words = scan.words
    subject = clauses.subject(scan, mark.start, verbs)
    if not subject and mark.entry.info == "ing" and verbs:
        subject = clauses.subject(scan, verbs[0], verbs)  # "killing 30 rebels while losing four soldiers"
    state = any(place.end == mark.start for place in scan.among(_STATES))
    at, _ = clauses.before_verb(scan, mark.start)
    own = words[at - 1 : at] in (["it"], ["they"], ["we"])
    if not (state or own) and not any(fights(group) or group.head.kind == "demonym" for group in subject):
        return []
    # "it lost two men in the fighting", "the army said it lost two men"
    men = not own or not scan.kinds.isdisjoint(_FIGHTING) or _a_force_speaks(scan)
    lost = [
        group
        for group in clauses.objects(scan, mark.end, verbs)
        if group.amount is not None and (fights(group) or (group.head.name in _MEN and men))
    ]
    losers = [group.head for group in subject if fights(group)] or [STATE_FORCES]
    theirs = [
        replace(group, belongs=losers[-1]) if group.head.name in _MEN and not group.belongs else group
        for group in lost
    ]
    return made(scan, mark.entry.type, theirs, mark, ())


def _a_force_speaks(scan: Scan) -> bool:
    return any(speaker.party is not None and fights(speaker.party) for speaker in find_speakers(scan))


_FIGHTING = frozenset(("deed", "event", "harm"))
_STATES = frozenset(("nation", "capital"))
_MEN = frozenset("man men member people fighter commander leader officer".split())


def _each_once(counts: list[Count]) -> list[Count]:
    """Drop what two rules found alike: one group has one record an outcome."""
    if len(counts) < 2:
        return counts
    seen: set[tuple[str, int]] = set()
    kept: list[Count] = []
    in_order = sorted(counts, key=lambda count: (count.group.start, count.hint != "part", not count.agents))
    for count in in_order:
        group = count.group
        # "put the number of hostages killed at 23": the number is told apart from its noun
        places = {group.start} if group.amount is None else {group.start, group.amount.start}
        keys = {(count.outcome, place) for place in places}
        if keys.isdisjoint(seen):
            seen |= keys
            kept.append(count)
    return kept


_FINDERS = {
    "harm": _from_verb,
    "fate": _from_fate,
    "harm_loss": _from_loss,
    "harm_state": harm_of_state,
    "harm_nouns": harm_of_noun,
    "harm_toll": harm_of_toll,
    "harm_bodies": harm_of_bodies,
}
_TRIGGERS = frozenset(_FINDERS)
