"""Who stands before a verb and who behind it: the slots of a clause, found without a parser."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from summarizer.patterns.group import Group
from summarizer.patterns.named import without_naming
from summarizer.patterns.scan import Scan

BE = frozenset("was were is are be been being got".split())
AUXILIARIES = BE | frozenset(
    "have has had will would to may might could can did do does shall should".split()
)
_FINITE = AUXILIARIES - {"to"}
_ADVERBS = frozenset(
    (
        "also then later reportedly allegedly not never initially apparently still now already first "
        "since soon both all each instantly immediately subsequently recently finally confirmed presumed "
        "believed seriously slightly critically badly severely lightly gravely fatally once again thus "
        "therefore today yesterday"
    ).split()
)
_PREPOSITIONS = frozenset(
    "of from in by with at for near on aboard inside belonging to under including".split()
)
_BREAKS = frozenset(
    "; : when while after before because although but where if as that until since whereas said".split()
)
_JOINERS = frozenset(", and & or plus together along with as well".split())
_RELATIVES = frozenset(["who", "which", "that", "whom"])


def is_adverb(word: str) -> bool:
    """Tell whether a word may stand between subject, auxiliary and verb."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4)


def before_verb(scan: Scan, start: int) -> tuple[int, frozenset[str]]:
    """Return where the auxiliaries and adverbs before a verb begin, and which auxiliaries they are."""
    known = scan.before_verbs.get(start)
    if known is not None:
        return known
    words = scan.words
    position = start
    found: list[str] = []
    while position > 0 and start - position < 6:
        word = words[position - 1]
        if word in AUXILIARIES:
            found.append(word)
        elif not is_adverb(word):
            break
        position -= 1
    before = scan.before_verbs[start] = (position, frozenset(found) if found else _NO_AUXILIARY)
    return before


_NO_AUXILIARY: frozenset[str] = frozenset()


def passive(auxiliaries: frozenset[str]) -> bool:
    """Tell whether the auxiliaries make a participle a passive."""
    return not auxiliaries.isdisjoint(BE)


def group_before(scan: Scan, position: int) -> int:
    """Return the index of the last group that ends at or before the token, or -1."""
    return bisect_right(scan.groups, position, key=_END) - 1


def group_from(scan: Scan, position: int) -> int:
    """Return the index of the first group that begins at or after the token."""
    return bisect_left(scan.groups, position, key=_START)


_START, _END = attrgetter("start"), attrgetter("end")


def broken(words: list[str], start: int, end: int, verbs: list[int]) -> bool:
    """Tell whether a verb or the border of a clause stands between two tokens."""
    at = bisect_left(verbs, start)
    if at < len(verbs) and verbs[at] < end:
        return True
    return not _BREAKS.isdisjoint(words[start:end])


def subject(scan: Scan, start: int, verbs: list[int], reach: int = 14) -> list[Group]:
    """Return the groups that are the subject of the verb at token `start`, in order of the text.

    "Two soldiers and a driver from Tame were killed" gives the soldiers and the driver.
    """
    words, groups = scan.words, scan.groups
    position, _ = before_verb(scan, start)
    if position and words[position - 1] in _PRONOUNS:
        return _who_speaks(scan, position - 1)
    relative = bool(position) and words[position - 1] in _RELATIVES
    if relative:
        position -= 1
        if position and words[position - 1] == ",":
            position -= 1
    for _ in range(3):
        if not position or words[position - 1] not in _CLOSING:
            break
        position = _over_aside(scan, position)
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
    if index > 0 and words[groups[index - 1].end] == "who":
        index -= 1
    if index < 0:
        return []
    chain = [groups[index]]
    while index > 0 and (
        _is_title(groups[index - 1], groups[index])
        or (
            not _stands_alone(words, groups[index - 1], chain[0])
            and _joined(words, groups[index - 1].end, groups[index].start)
            and not among_others(words, groups[index - 1])
            and not _harmed_before(scan, groups[index - 1])
            and not _cited(words, groups[index - 1])
            and not _an_insert(words, groups[index - 1], chain[0])
        )
        or _named_with_origin(scan, index, chain[0])
    ):
        index -= 1
        if not _is_title(groups[index], groups[index + 1]):
            chain.insert(0, groups[index])
    # "police from Kabul and soldiers": the first of a row may itself hang on a preposition
    return without_naming(words, chain)


_PRONOUNS = frozenset(("it", "they"))
_DATED = 3
"""Words that may stand between "said" and "it": "on late Sunday"."""


def _who_speaks(scan: Scan, position: int) -> list[Group]:
    """Return whom "it" means behind words of speech: "the army said it had killed" speaks of the army."""
    words = scan.words
    for mark in reversed(scan.of("speech")):
        if mark.end <= position:
            between = [word for word in words[mark.end : position] if word != "that"]
            if len(between) > _DATED or not _BREAKS.isdisjoint(between):
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


def _an_insert(words: list[str], group: Group, following: Group) -> bool:
    """Tell whether a group ends an insert between commas: "11 people, including three women, and 70 hurt"."""
    return words[max(0, group.start - 1) : group.start] == ["including"] and words[group.end] == ","


def _harmed_before(scan: Scan, group: Group) -> bool:
    """Tell whether a verb before a group has it as its object: "killed two guards and six were wounded"."""
    return any(mark.end == group.start for mark in scan.of_any("harm", "deed"))


def _named_with_origin(scan: Scan, index: int, following: Group) -> bool:
    """Tell whether only an origin or office parts two listed people: "X of Milan and Y of Rome"."""
    groups, words = scan.groups, scan.words
    group = groups[index - 1]
    between = words[group.end : following.start]
    if len(between) > 9 or between[:1] != ["of"] or between[-1:] != ["and"]:
        return False
    if not _NO_DETAIL.isdisjoint(between[:-2]):
        return False
    return group.head.kind == following.head.kind == "name" or (
        index > 1 and groups[index - 2].head.kind == "name" and words[groups[index - 2].end] == ","
    )


_ASIDES = frozenset(
    (
        "backed supported led aided accompanied including among part along together assisted who whose "
        "whom which both all aged mostly mainly identified named linked affiliated allied aligned tied loyal "
        "known"
    ).split()
)
_CLOSING = {",": ",", ")": "(", "]": "[", "-": "-", "–": "–", "—": "—"}


def _over_aside(scan: Scan, position: int) -> int:
    """Step back over an aside between commas, brackets or dashes: "troops, backed by jets, attacked", "ten
    people, six of them nuns, died", "X, manager of the Y company, died"."""
    words = scan.words
    if position > 1 and words[position - 1] == "," and words[position - 2] in (")", "]"):
        position -= 1
    closing = words[position - 1]
    opener = _CLOSING[closing]
    last = position - 1
    while last and words[last - 1] == closing == "-":
        last -= 1
    opening = last - 1
    while opening > 0 and words[opening] != opener and last - opening < 24:
        opening -= 1
    if opening <= 0 or words[opening] != opener:
        return position
    inside = words[opening + 1 : last]
    if (
        opener in ("(", "[")
        or _is_aside(inside)
        or (opener == "," and _tells_of_a_name(scan, opening, inside))
    ):
        while words[opening - 1] == "-" == opener:
            opening -= 1
        return opening
    return position


def _is_aside(inside: list[str]) -> bool:
    """Tell whether words between commas or dashes only tell more of what stands before: "23", "who was …"."""
    if not inside or inside[0] in _ASIDES or (len(inside) == 1 and inside[0].isdigit()):
        return True
    return "of" in inside and not {"them", "whom"}.isdisjoint(inside)


_LOCATIVE = frozenset(("at", "near", "inside", "aboard", "outside"))
"""What stands behind one of these is a place and acts in nothing: "a blast at a police post killed"."""


def _tells_of_a_name(scan: Scan, opening: int, inside: list[str]) -> bool:
    """Tell whether a comma parts somebody's name from what he or she is: "X, manager of the Y company, "."""
    index = group_before(scan, opening)
    return (
        index >= 0
        and scan.groups[index].end == opening
        and scan.groups[index].head.kind == "name"
        and _NO_APPOSITION.isdisjoint(inside)
        and inside[0] not in _PREPOSITIONS
    )


_FOUND = frozenset("found find finds discovered recovered retrieved exhumed saw".split())
"""Verbs of those who come upon the dead, who are not of them."""


def _climb(scan: Scan, index: int, verbs: list[int]) -> int:
    """Return the group that a prepositional phrase belongs to: "members of the FARC" gives "members"."""
    words = scan.words
    for _ in range(4):
        group = scan.groups[index]
        before = words[group.start - 1] if group.start else ""
        if before not in _PREPOSITIONS:
            return index
        if index == 0:
            return -1 if before in _LOCATIVE else index
        other = scan.groups[index - 1]
        after = words[other.end]
        if (
            (after not in _PREPOSITIONS and after != "," and not after.endswith("ing"))
            or group.start - other.end > 6
            or broken(words, other.end, group.start - 1, verbs)
            or not _FOUND.isdisjoint(words[other.end : group.start])
        ):
            return -1 if before in ("by", "against") else index
        index -= 1
    return index


def _joined(words: list[str], left: int, right: int) -> bool:
    if not left < right <= left + 4:
        return False
    between = [word for word in words[left:right] if word not in _ALLY]
    if between[-1:] in (["and"], [","]) and len(between) > 2 and between[0] == "," and between[1].isdecimal():
        between = between[2:]  # "X, 41, and her driver"
    return bool(between) and _JOINERS.issuperset(between)


_ALLY = frozenset(("its", "their", "ally", "allies"))
"""What may stand between two who act together: "the regime and its ally Russia"."""


def row(scan: Scan, index: int, verbs: list[int], limit: int = 40) -> list[Group]:
    """Return the group at `index` and those listed with it: "five policemen, a guard and two civilians".

    A group that begins a clause of its own ("…, and three attackers fled") is not taken.
    """
    words, groups = scan.words, scan.groups
    chain = [groups[index]]
    while index + 1 < len(groups) and len(chain) < limit:
        last, following = groups[index], groups[index + 1]
        if _is_title(last, following):
            index += 1
            continue
        between = words[last.end : following.start]
        if not between or len(between) > 8:
            break
        if not (_joined(words, last.end, following.start) or _after_detail(between)):
            break
        if between == [","] and not _list_goes_on(scan, index + 1):
            break
        if _begins_clause(scan, following, verbs) or out_of_them(words, following):
            break
        chain.append(following)
        index += 1
    return without_naming(words, chain)


def _is_title(group: Group, following: Group) -> bool:
    """Tell whether a group only says what the one called by name behind it is: "judge X and senator Y"."""
    return (
        group.end == following.start
        and following.head.kind == "name"
        and group.head.kind in ("person", "head")
        and group.amount is None
        and not group.plural
    )


def out_of_them(words: list[str], group: Group) -> bool:
    """Tell whether a group is some of one named before: "six of them", "two of whom"."""
    return words[group.end - 1] in ("them", "whom") and words[group.end - 2] == "of"


def _after_detail(between: list[str]) -> bool:
    """Tell whether only a detail stands between two listed groups: "a guard at the gate and two men"."""
    return (
        between[-1] in ("and", "plus")
        and between[0] in ("of", "in", "at", "from")
        and _NO_DETAIL.isdisjoint(between)
    )


_NO_DETAIL = _BREAKS | AUXILIARIES | {","}
_NO_APPOSITION = _NO_DETAIL | {"and"}


def _list_goes_on(scan: Scan, index: int) -> bool:
    """Tell whether another "and" follows soon, so that a comma lists and does not explain."""
    if index + 1 < len(scan.groups) and _is_title(scan.groups[index], scan.groups[index + 1]):
        index += 1
    end = scan.groups[index].end
    after = scan.words[end : end + 3]
    return "and" in after or (after[:1] == [","] and scan.groups[index].amount is not None)


def _begins_clause(scan: Scan, group: Group, verbs: list[int]) -> bool:
    words = scan.words
    position = group.end
    if position < len(words) and words[position] in _FINITE:
        return True
    if position in verbs:
        return words[position] not in ("killed", "wounded", "injured")
    return words[position : position + 1] == ["and"] and _both_say(scan, position)


def _both_say(scan: Scan, position: int) -> bool:
    """Tell whether two say so together: "four others, the army and medics said"."""
    return any(
        position + 2 <= mark.start <= position + _SPEAKER and mark.entry.info != "base"
        for mark in scan.of("speech")
    ) and not any(mark.start in range(position + 1, position + 2) for mark in scan.of_any("harm", "deed"))


_SPEAKER = 4
"""How many words behind "and" a second speaker's verb may stand."""


def objects(scan: Scan, end: int, verbs: list[int], reach: int = 3) -> list[Group]:
    """Return the groups that are the object of a verb that ends before token `end`."""
    index = group_from(scan, end)
    if index >= len(scan.groups):
        return []
    group = scan.groups[index]
    between = scan.words[end : group.start]
    if len(between) == 3 and between[0] in _ARTICLES and between[2] == "and":
        between = between[:2]  # "shot dead the barber and two customers"
    if len(between) > reach or not _NO_OBJECT.isdisjoint(between):
        return row(scan, index, verbs) if _thing_of(between) else []
    return row(scan, index, verbs)


def _thing_of(between: list[str]) -> bool:
    """Tell whether what is attacked is somebody's: "ambushed a convoy of the militia"."""
    if between[-1:] == ["the"]:
        between = between[:-1]
    return len(between) < _NEAR and between[-1:] == ["of"] and between[-2:-1] != [] and between[-2] in _THINGS


_NEAR = 6
_THINGS = frozenset(
    (
        "convoy convoys vehicle vehicles base camp camps post posts outpost outposts position positions "
        "checkpoint headquarters barracks patrol team group column truck bus stronghold hideout"
    ).split()
)


_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their"))
_NO_OBJECT = _BREAKS | _PREPOSITIONS | {",", "and", "."}


def agents(scan: Scan, end: int, verbs: list[int], reach: int = 10) -> list[Group]:
    """Return the groups of a "by" phrase behind a passive or a noun: "shot by gunmen"."""
    words = scan.words
    for position in range(end, min(end + reach, len(words) - 1)):
        word = words[position]
        if word == "by":
            index = group_from(scan, position + 1)
            if index < len(scan.groups) and _led_to(words, position + 1, scan.groups[index].start):
                return row(scan, index, verbs)
            return []
        if word in _BREAKS or word in (",", "and"):
            return []
    return []


def _led_to(words: list[str], start: int, end: int) -> bool:
    """Tell whether a group stands right behind a "by", or is what a band consists of: "by a band of about
    thirty rebels"."""
    between = words[start:end]
    if len(between) < 3:
        return True
    return len(between) < 7 and "of" in between and not _BANDS.isdisjoint(between)


_BANDS = frozenset("group groups band bands cell squad commando column gang unit members faction".split())
