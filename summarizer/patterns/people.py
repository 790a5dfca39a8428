"""Groups of people and parties in a sentence: the noun phrases that fight, are harmed, or are counted."""

from __future__ import annotations

from itertools import pairwise

from summarizer.patterns.amounts import Amount
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry, Mark, wordset
from summarizer.patterns.names import NOT_IN_NAMES, TITLES, person_names
from summarizer.patterns.tokens import Tokens

_HARM = frozenset(("harm", "fate", "harm_state", "harm_nouns", "harm_toll", "harm_bodies"))
_TELLING = _HARM | {"deed", "event", "speech"}
_ANCHORS = frozenset(("belligerent", "head", "person", "platform"))
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our all both each every any".split()
)
_HARMED_MODIFIERS = frozenset(
    "captured detained kidnapped wounded injured slain dead missing displaced".split()
)


def find_groups(tokens: Tokens, marks: list[Mark], amounts: list[Amount]) -> list[Group]:
    """Return the groups of a sentence in order; none overlaps another.

    "Four fighters, a policeman and two shepherds were killed" gives three.
    """
    ending = {amount.end: amount for amount in amounts}
    qualifiers = _qualifying(marks)
    groups: list[Group] = []
    previous = 0
    for run in _runs(tokens, marks):
        if run[0].start < previous:
            continue
        group = _group(tokens, run, ending, qualifiers, previous)
        groups.append(group)
        previous = group.end
    kinds = {mark.entry.kind for mark in marks}
    if not kinds.isdisjoint(_HARM):
        groups.extend(_bare(tokens, amounts, groups, marks))
    if not kinds.isdisjoint(_TELLING):
        groups.extend(person_names(tokens, marks, groups))
    if "deed" in kinds:
        groups.extend(_acting_states(tokens, marks, groups))
    groups.sort(key=lambda group: group.start)
    return _with_parents(tokens, groups)


_PARTS_OF = frozenset(("member", "element", "cell", "officer"))


def _acting_states(tokens: Tokens, marks: list[Mark], groups: list[Group]) -> list[Group]:
    """Return states and capitals that act: "Ankara struck Sinjar" speaks of Turkey's forces."""
    deeds = {
        mark.start for mark in marks if mark.entry.kind in ("deed", "light") and mark.entry.info != "base"
    }
    found: list[Group] = []
    for mark in marks:
        if mark.entry.kind not in ("nation", "capital") or mark.end not in deeds:
            continue
        before = tokens.words[mark.start - 1] if mark.start else "."
        if before in _PLACE_LEADS or any(
            group.start < mark.end and group.end > mark.start for group in groups
        ):
            continue
        found.append(Group(mark.start, mark.end, mark.start, None, "", _STATE_FORCES, mark.entry, True))
    return found


_STATE_FORCES = Entry("head", "forces", "state_military", "collective", True)
_PLACE_LEADS = frozenset("in at near from to of on outside around into toward towards , and between".split())


def _with_parents(tokens: Tokens, groups: list[Group]) -> list[Group]:
    """Give a group the party behind "of": "fighters of the FMLN", "members of the Taliban"."""
    words = tokens.words
    for index, (group, following) in enumerate(pairwise(groups)):
        between = words[group.end : following.start]
        if between not in (["of"], ["from"]) or group.named:
            continue
        if group.head.name in _PARTS_OF and following.head.kind == "head":
            groups[index] = group._replace(belongs=following.head, owner=group.owner or following.owner)
        if following.head.kind != "belligerent":
            continue
        if group.head.kind in ("head", "person") and group.head.type not in ("official", "government"):
            groups[index] = group._replace(owner=following.head, named=following.named)
    return groups


def _qualifying(marks: list[Mark]) -> dict[int, Mark]:
    """Nations, peoples and places by the token behind them."""
    return {mark.end: mark for mark in marks if mark.entry.kind in ("demonym", "nation", "place", "capital")}


def _runs(tokens: Tokens, marks: list[Mark]) -> list[list[Mark]]:
    """Return runs of adjacent anchor nouns: "Taliban" + "militants", "security force" + "member"."""
    glued, size = tokens.glued, len(tokens.words)
    anchors = [
        mark
        for mark in marks
        if (mark.entry.kind in _ANCHORS or _a_people(mark)) and not (mark.end < size and glued[mark.end])
    ]
    anchors.sort(key=lambda mark: (mark.start, -mark.end))
    runs: list[list[Mark]] = []
    for mark in anchors:
        if runs and mark.start < runs[-1][-1].end:
            continue
        if runs and _adjacent(tokens, runs[-1][-1], mark):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return runs


def _a_people(mark: Mark) -> bool:
    return mark.entry.kind == "demonym" and mark.entry.plural


def _adjacent(tokens: Tokens, left: Mark, right: Mark) -> bool:
    """Tell whether two nouns make one phrase; a plural noun ends its phrase, a party's name does not."""
    if left.end == right.start:
        if left.entry.kind == "belligerent" or right.entry.name in ("others", "other"):
            return right.entry.kind != "belligerent" or left.entry.kind != "belligerent"
        if right.entry.kind == "belligerent":
            # "Shia militia Hashd al-Shaabi": the name comes last
            return left.entry.kind == "head" and not left.entry.plural
        return not left.entry.plural
    if left.end + 1 == right.start and tokens.words[left.end] == "'s":
        return left.entry.kind in ("belligerent", "head") and right.entry.kind in (
            "head",
            "person",
            "platform",
        )
    return False


def _group(
    tokens: Tokens,
    run: list[Mark],
    ending: dict[int, Amount],
    qualifiers: dict[int, Mark],
    floor: int,
) -> Group:
    words = tokens.words
    modifiers = wordset("heads", "modifiers", "plain")
    core = run[0].start
    owner = next((mark.entry for mark in run[:-1] if mark.entry.kind == "belligerent"), None)
    steps = 0
    while core > floor and steps < 10 and core not in ending:
        steps += 1
        word = words[core - 1]
        qualifier = qualifiers.get(core)
        if qualifier is not None and qualifier.start >= floor:
            if owner is None or owner.kind == "place":
                owner = qualifier.entry
            core = qualifier.start
        elif (
            word == "and"
            and (other := qualifiers.get(core - 1)) is not None
            and other.entry.kind == "demonym"
        ):
            core -= 1
        elif word in _HARMED_MODIFIERS:
            before = words[core - 2] if core > floor + 1 else ""
            if before not in _DETERMINERS and core - 1 not in ending:
                break
            core -= 1
        elif (
            (word in modifiers and word != "and")
            or (tokens.glued[core] and word.isalpha())
            or (word[0].isdigit() and word.endswith(("st", "nd", "rd", "th")))
            or (
                tokens.capital(core - 1)
                and core - 1 > floor
                and word not in NOT_IN_NAMES
                and word not in TITLES
            )
        ):
            core -= 1
        else:
            break
    amount = ending.get(core)
    start, determiner = core, ""
    if amount is None and (opened := _opened(tokens, core, ending, floor)) is not None:
        core = opened
        start = core
        amount = ending.get(core)
    if amount is not None and amount.start >= floor:
        start = amount.start
    else:
        amount = None
    if start > floor and words[start - 1] in _DETERMINERS and not (amount and words[start - 1] == "that"):
        determiner = words[start - 1]
        start -= 1
    head = run[-1].entry
    belongs = next((mark.entry for mark in reversed(run[:-1]) if mark.entry.kind == "head"), None)
    party = next((mark for mark in reversed(run) if mark.entry.kind == "belligerent"), None)
    named = (party.start, party.end) if party else None
    return Group(
        start, run[-1].end, core, amount, determiner, head, owner, _plural(tokens, run[-1]), belongs, named
    )


def _plural(tokens: Tokens, mark: Mark) -> bool:
    if mark.entry.plural:
        return True
    word = tokens.words[mark.end - 1]
    if mark.entry.kind == "head" and mark.entry.info == "collective":
        return True
    return word.endswith(("men", "people", "children", "others")) or mark.entry.kind == "belligerent"


_OPEN_WORDS = frozenset(
    (
        "against over after before when while as but into than because if whose about between among "
        "during under where not also said says told saw say killed wounded the a an this that his her "
        "its their more of and or in on at to for with by was were is are be been had has have that who "
        "which"
    ).split()
)


def _opened(tokens: Tokens, core: int, ending: dict[int, Amount], floor: int) -> int | None:
    """Return where a phrase begins whose count or article stands up to two unknown words before the noun.

    "three masked horsemen", "an off-road patrol": the unknown words must not be verbs or little words.
    """
    words = tokens.words
    at = core
    for _ in range(2):
        at -= 1
        if at <= floor or not words[at].isalpha() or (words[at] in _OPEN_WORDS and words[at] != "more"):
            return None
        if words[at].endswith(("ed", "ing", "ly")) and not tokens.glued[at]:
            return None
        if at in ending or words[at - 1] in ("a", "an", "the"):
            return at
    return None


_AFTER_BARE = frozenset(
    (
        "were was are have had has is killed wounded injured dead died of in and or , . ; others more "
        "when on during at by after missing hurt detained arrested captured kidnapped abducted from "
        "remain remained still being critically may could might seriously as following"
    ).split()
)
_BEFORE_BARE_YEAR = frozenset("in since of until from by late early mid and".split())
_MONTHS = wordset("dates", "months")


def _bare(tokens: Tokens, amounts: list[Amount], groups: list[Group], marks: list[Mark]) -> list[Group]:
    """Return numbers without a noun ("killing 12", "two of them"), and "no one", "nobody"."""
    words = tokens.words
    taken = {group.amount.core for group in groups if group.amount}
    inside = [(group.start, group.end) for group in groups]
    found: list[Group] = []
    harmed = {mark.start for mark in marks if mark.entry.kind in ("harm", "fate", "harm_state")}
    position = 0
    for amount in amounts:
        while position < len(inside) and inside[position][1] <= amount.start:
            position += 1
        overlaps = position < len(inside) and inside[position][0] < amount.end
        if amount.core in taken or overlaps:
            continue
        after = words[amount.end] if amount.end < len(words) else "."
        if (after not in _AFTER_BARE and amount.end not in harmed) or _is_date(tokens, amount):
            continue
        end = amount.end
        if (
            after == "of"
            and words[end + 1 : end + 2]
            and words[end + 1] in ("them", "whom", "those", "these")
        ):
            end += 2
        elif after in ("others", "more"):
            end += 1
        elif amount.sort == "none" and words[amount.start] == "no":
            continue
        found.append(_number_group(amount, end, words))
    for index, word in enumerate(words):
        if word in ("nobody", "no-one") or (word == "no" and words[index + 1 : index + 2] == ["one"]):
            end = index + (2 if word == "no" else 1)
            amount = Amount(index, end, index, "none")
            found = [group for group in found if group.start >= end or group.end <= index]
            found.append(Group(index, end, index, amount, "", _NOBODY, None, True))
    return found


_NUMBER = Entry("number", "", "unknown", "unknown", True)
_NOBODY = Entry("person", "people", "unknown", "unknown", True)


def _number_group(amount: Amount, end: int, words: list[str]) -> Group:
    plural = words[amount.core : amount.end] != ["one"]
    return Group(amount.start, end, amount.core, amount, "", _NUMBER, None, plural)


def _is_date(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether a bare number is a year, a day of the month, a decimal or a clock time."""
    words = tokens.words
    word = words[amount.core]
    before = words[amount.start - 1] if amount.start else ""
    if before in _MONTHS or (words[amount.end : amount.end + 1] and words[amount.end] in _MONTHS):
        return True
    if amount.end - amount.core == 1 and len(word) == 4 and word.isdigit() and word[:2] in ("19", "20"):
        return True
    if before == "," and words[amount.end : amount.end + 1] == [","]:
        return True  # an age
    if "." in word and not word.endswith("000"):
        return True
    return before in (
        "$",
        "no",
        "number",
        "aged",
        "age",
        ":",
        "hill",
        "article",
        "unit",
        "section",
        "chapter",
    ) or (before == "," and amount.start > 1 and words[amount.start - 2] in _MONTHS)
