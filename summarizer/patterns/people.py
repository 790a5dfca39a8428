"""Groups of people and parties in a sentence: the noun phrases that fight, are harmed, or are counted."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from summarizer.patterns.allegiance import (
    acting_states,
    armed_peoples,
    note_owners,
    note_parents,
    striking_peoples,
)
from summarizer.patterns.amounts import Amount
from summarizer.patterns.bare_counts import bare_counts
from summarizer.patterns.families import HOUSEHOLDS, with_members
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry, Mark
from summarizer.patterns.marked import Marked
from summarizer.patterns.names import NOT_IN_NAMES, TITLES, person_names
from summarizer.patterns.noun_runs import HARMED_MODIFIERS, MODIFIERS, runs

_HARM = frozenset(("harm", "fate", "harm_state", "harm_nouns", "harm_toll", "harm_bodies"))
_TELLING = _HARM | {"deed", "event", "speech"}
_ARMS = frozenset(("means", "event", "generic"))
_ACTS = frozenset(("deed", "light", "hurl", "event", "generic"))
_ADJECTIVES = frozenset(("demonym", "nation"))
_ANCHORS = frozenset(("belligerent", "head", "person", "platform"))
_NOUNS = _ANCHORS | {"demonym"}
_QUALIFYING = frozenset(("demonym", "nation", "place", "capital"))
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our all both each every any".split()
)


_DONE = frozenset("led backed based supported linked trained funded associated related".split())
"""Participles that are adjectives only with a hyphen or an article: "US-backed", "the trained"."""


def find_groups(sentences: Sequence[Marked]) -> list[list[Group]]:
    """Return the groups of each sentence in order; none overlaps another.

    "Four fighters, a policeman and two shepherds were killed" gives three. Each step goes through all
    sentences before the next one: what it needs then stays in the processor's cache.
    """
    found = [_noun_phrases(sentence) for sentence in sentences]
    for sentence, groups in zip(sentences, found, strict=True):
        if not sentence.kinds.isdisjoint(_HARM):
            groups.extend(bare_counts(sentence, groups))
    for sentence, groups in zip(sentences, found, strict=True):
        if not sentence.kinds.isdisjoint(_TELLING):
            groups.extend(person_names(sentence, groups))
    return [_with_states(sentence, groups) for sentence, groups in zip(sentences, found, strict=True)]


def _with_states(sentence: Marked, groups: list[Group]) -> list[Group]:
    """Return the groups with the states that act, in order, each with those whom it belongs to."""
    kinds = sentence.kinds
    if not kinds.isdisjoint(_ACTS):
        groups.extend(acting_states(sentence, groups))
    if not (kinds.isdisjoint(_ADJECTIVES) or kinds.isdisjoint(_ARMS)):
        groups.extend(armed_peoples(sentence, groups))
    groups.sort(key=_START)
    if "demonym" in kinds and "deed" in kinds:
        groups = striking_peoples(sentence, groups)
    if not sentence.vocabulary.isdisjoint(HOUSEHOLDS):
        groups = with_members(sentence.words, groups)
    note_parents(sentence.words, groups)
    note_owners(sentence, groups)
    return groups


_START = attrgetter("start")


def _noun_phrases(sentence: Marked) -> list[Group]:
    """Return the groups that have a noun of the lexicons, in order."""
    if sentence.kinds.isdisjoint(_NOUNS):
        return []
    anchors: list[Mark] = []
    qualifiers: dict[int, Mark] = {}
    glued = sentence.tokens.glued
    for mark in sentence.marks:
        kind = mark.entry.kind
        if kind in _QUALIFYING:
            qualifiers[mark.end] = mark
        elif kind not in _ANCHORS:
            continue
        if mark.end not in glued and (kind in _ANCHORS or (kind == "demonym" and _is_noun(sentence, mark))):
            anchors.append(mark)
    if not sentence.vocabulary.isdisjoint(_FACILITIES):
        anchors = [mark for mark in anchors if not _names_a_facility(sentence, mark)]
    if not sentence.vocabulary.isdisjoint(_NO_NOUN_NEAR):
        words = sentence.words
        anchors = [mark for mark in anchors if not (_only_counts(words, mark) or _is_adjective(words, mark))]
    if qualifiers:
        anchors = [mark for mark in anchors if mark.end not in qualifiers or not _qualifies(sentence, mark)]
    if not anchors:
        return []
    ending = {amount.end: amount for amount in sentence.amounts}
    groups: list[Group] = []
    previous = 0
    for run in runs(sentence.words, anchors, glued):
        if run[0].start >= previous:
            group = _group(sentence, run, ending, qualifiers, previous)
            groups.append(group)
            previous = group.end
    return groups


def _is_noun(sentence: Marked, mark: Mark) -> bool:
    """Tell whether a people's name is one of them or several: "two Israelis", "killed an Israeli"."""
    if mark.entry.plural:
        return True
    words, end = sentence.words, mark.end
    if not mark.start or words[mark.start - 1] not in _SINGLE:
        return False
    goes_on = any(other.start == end + 1 and other.entry.kind in _QUALIFYING for other in sentence.marks)
    return end == len(words) or not words[end].isalpha() or (words[end] in _OPEN_WORDS and not goes_on)


_SINGLE = frozenset(("a", "an", "one"))
_ACTIVITIES = frozenset(
    "activity activities involvement violence movement stronghold strongholds ideology propaganda".split()
)


def _is_adjective(words: list[str], mark: Mark) -> bool:
    """Tell whether a noun of people only qualifies what they do: "insurgent activity"."""
    return mark.end < len(words) and words[mark.end] in _ACTIVITIES and not mark.entry.plural


def _qualifies(sentence: Marked, mark: Mark) -> bool:
    """Tell whether a noun for people of a country is an adjective: "our Colombian fatherland", "the American
    dollar"; a verb or a little word behind it makes it a noun."""
    words = sentence.words
    if mark.entry.kind != "person" or mark.entry.plural or mark.end >= len(words):
        return False
    behind = words[mark.end]
    return (
        behind.isalpha()
        and behind not in _OPEN_WORDS
        and not behind.endswith(("ed", "s"))
        and all(other.start != mark.end for other in sentence.marks)
    )


_NO_NOUN_NEAR = _ACTIVITIES | {"couple"}
_FACILITIES = frozenset("base airbase airfield airport academy college hospital barracks".split())


def _names_a_facility(sentence: Marked, mark: Mark) -> bool:
    """Tell whether a noun for a force stands in the name of a place: "Tiyas Military Airfield"."""
    capitals = sentence.tokens.capitals
    return (
        mark.end < len(sentence.words)
        and sentence.words[mark.end] in _FACILITIES
        and mark.entry.kind == "head"
        and capitals[mark.end]
        and capitals[mark.start]
    )


def _only_counts(words: list[str], mark: Mark) -> bool:
    """Tell whether "couple" is no two people but a count: "a couple of other militants"."""
    return mark.entry.name == "couple" and words[mark.end : mark.end + 1] in (["of"], ["more"])


def _group(
    sentence: Marked,
    run: list[Mark],
    ending: dict[int, Amount],
    qualifiers: dict[int, Mark],
    floor: int,
) -> Group:
    words = sentence.words
    core, owner = _core(sentence, run, ending, qualifiers, floor)
    if core not in ending:
        core = _opened(sentence, core, ending, floor)
    quoted = core > floor and words[core - 1] == '"'  # 23 "rebels"
    amount = ending.get(core - 1 if quoted else core)
    start, determiner = core, ""
    if amount is not None and amount.start >= floor:
        start = amount.start
    else:
        amount = None
    if (
        amount is None
        and start > floor + 1
        and words[start - 1] == "own"
        and words[start - 2] in _DETERMINERS
    ):
        start -= 1  # "three of their own men"
    if start > floor and words[start - 1] in _DETERMINERS and not (amount and words[start - 1] == "that"):
        determiner = words[start - 1]
        start -= 1
        if amount is None:
            amount = _out_of(words, start, ending, floor)
            start = amount.start if amount is not None else start
    last = run[-1]
    belongs: Entry | None = None
    named = (last.start, last.end) if last.entry.kind == "belligerent" else None
    for mark in run[:-1] if len(run) > 1 else ():
        if mark.entry.kind == "head":
            belongs = mark.entry
        elif mark.entry.kind == "belligerent" and last.entry.kind != "belligerent":
            named = (mark.start, mark.end)
    return Group(
        start, last.end, core, amount, determiner, last.entry, owner, _plural(words, last), belongs, named
    )


def _out_of(words: list[str], start: int, ending: dict[int, Amount], floor: int) -> Amount | None:
    """Return the count of a phrase that takes some out of many: "two of her guards", "dozens of the men"."""
    if words[start - 1 : start] != ["of"]:
        return None  # "in August 2014 the inhabitants": a year
    amount = ending.get(start) or ending.get(start - 1)  # "a number of his men"
    return amount if amount is not None and amount.start >= floor else None


def _core(
    sentence: Marked,
    run: list[Mark],
    ending: dict[int, Amount],
    qualifiers: dict[int, Mark],
    floor: int,
) -> tuple[int, Entry | None]:
    """Return where the adjectives before a run of nouns begin, and the party, nation or place among them."""
    words, tokens = sentence.words, sentence.tokens
    core = run[0].start
    owner: Entry | None = None
    if len(run) > 1:
        owner = next((mark.entry for mark in run[:-1] if mark.entry.kind == "belligerent"), None)
    for _ in range(10):
        if core <= floor or core in ending:
            break
        word = words[core - 1]
        qualifier = qualifiers.get(core)
        if qualifier is not None and qualifier.start >= floor:
            if owner is None or owner.kind == "place":
                owner = qualifier.entry
            core = qualifier.start
        elif word == "and" and core - 1 in qualifiers and qualifiers[core - 1].entry.kind == "demonym":
            core -= 1
        elif word in HARMED_MODIFIERS:
            before = words[core - 2] if core > floor + 1 else ""
            if before not in _DETERMINERS and core - 1 not in ending:
                break
            core -= 1
        elif word in _DONE and core - 1 not in tokens.glued:
            if core < floor + 2 or words[core - 2] not in _DETERMINERS:
                break  # "they trained members", "jets supported troops": a verb
            core -= 1
        elif (
            word in MODIFIERS
            or (core in tokens.glued and word.isalnum())  # "a 61-year-old woman"
            or (word[0].isdigit() and word.endswith(("st", "nd", "rd", "th")))
            or (
                tokens.capitals[core - 1]
                and core - 1 > floor
                and word not in NOT_IN_NAMES
                and word not in TITLES
            )
        ):
            core -= 1
        else:
            break
    if owner is None and core > floor + 1 and words[core - 1] == "'s":
        whose = qualifiers.get(core - 1)
        owner = whose.entry if whose is not None and _acts_for_a_state(run, whose) else None
    return core, owner


def _acts_for_a_state(run: list[Mark], owner: Mark) -> bool:
    """Tell whether a noun behind "X's" is of the forces of a state: "Ukraine's military"."""
    return owner.entry.kind == "nation" and run[-1].entry.kind == "head" and run[-1].entry.type in _FORCES


_FORCES = frozenset(("state_military", "state_police_or_security"))
_OPEN_WORDS = frozenset(
    (
        "against over after before when while as but into than because if whose about between among "
        "during under where not also said says told saw say killed wounded the a an this that his her "
        "its their of and or in on at to for with by was were is are be been being had has have that who "
        "which"
    ).split()
)


def _opened(sentence: Marked, core: int, ending: dict[int, Amount], floor: int) -> int:
    """Return where a phrase begins whose count or article stands up to two unknown words before the noun.

    "three masked horsemen", "an off-road patrol": the unknown words must not be verbs or little words. Where
    none does, the phrase begins at `core`.
    """
    words, glued = sentence.words, sentence.tokens.glued
    for at in (core - 1, core - 2):
        if at <= floor or not words[at].isalpha() or words[at] in _OPEN_WORDS:
            return core
        if words[at] in HARMED_MODIFIERS and at in ending:
            return at
        if words[at].endswith(("ed", "ing", "ly")) and at not in glued:
            return core
        if at in ending or words[at - 1] in ("a", "an", "the"):
            return at
    return core


def _plural(words: list[str], mark: Mark) -> bool:
    entry = mark.entry
    if entry.plural or entry.kind == "belligerent":
        return True
    if entry.kind == "head" and entry.info == "collective":
        return True
    return words[mark.end - 1].endswith(("men", "people", "children", "others"))
