"""Groups that are listed: "five policemen, a guard and two civilians"."""

from __future__ import annotations

from summarizer.patterns.clause_words import AUXILIARIES, BREAKS, FINITE
from summarizer.patterns.group import Group
from summarizer.patterns.named import without_naming
from summarizer.patterns.scan import Scan

_JOINERS = frozenset(", and & or plus together along with as well".split())


def joined(words: list[str], left: int, right: int) -> bool:
    if words[right - 2 : right] == ["number", "of"] and words[left : left + 1] == ["and"]:
        return right <= left + _LONGEST_NUMBER  # "21 sailors and an unknown number of rebels"
    if not left < right <= left + 4:
        return False
    between = [word for word in words[left:right] if word not in _ALLY]
    if between[-1:] in (["and"], [","]) and len(between) > 2 and between[0] == "," and between[1].isdecimal():
        between = between[2:]  # "X, 41, and her driver"
    return bool(between) and _JOINERS.issuperset(between)


_LONGEST_NUMBER = 6
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
        if is_title(last, following):
            index += 1
            continue
        between = words[last.end : following.start]
        if between == [","] and (aside := _apposition(scan, index)):
            index = aside
            continue
        if between[:1] == ["of"] and len(between) < _FAR and _whose_men(last, following):
            index += 1
            continue
        if (
            index
            and _whose_men(groups[index - 1], last)
            and following.amount is None
            and following.determiner not in ("a", "an")
        ):
            break  # "three members of the army and police"
        if not between or len(between) > 8:
            break
        if not (joined(words, last.end, following.start) or _after_detail(between)):
            break
        if between == [","] and not _list_goes_on(scan, index + 1):
            break
        if _begins_clause(scan, following, verbs) or out_of_them(words, following):
            break
        chain.append(following)
        index += 1
    return without_naming(words, chain)


def _apposition(scan: Scan, index: int) -> int:
    """Return the last group of what somebody called by name is: "X, commander of the garrison, and two
    guards"; 0: nothing is."""
    words, groups = scan.words, scan.groups
    name, role = groups[index], groups[index + 1]
    if name.head.kind != "name" or role.amount is not None or role.plural or role.head.kind == "name":
        return 0
    for at in range(index + 1, len(groups)):
        end = groups[at].end
        another = groups[at].head.kind == "name"  # "Mayor X, Councilman Y, and two guards"
        if another or end - role.start > _LONGEST_ROLE or "," in words[role.start : end]:
            break
        if words[end : end + 2] == [",", "and"]:
            return at
    return 0


_LONGEST_ROLE = 10
_FAR = 4
"""Words between somebody and the force that he is of: "of the Gao"."""


def _whose_men(men: Group, force: Group) -> bool:
    """Tell whether a force only says whose those before it are: "eight members of the police and a boy"."""
    one = men.head.kind == "person" and not men.plural  # "the commander of the garrison and two guards"
    return (
        (men.amount is not None or one)
        and force.amount is None
        and force.head.kind in ("head", "belligerent")
    )


def is_title(group: Group, following: Group) -> bool:
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
        and between[0] in ("of", "in", "at", "from", "for")
        and NO_DETAIL.isdisjoint(between)
    )


NO_DETAIL = BREAKS | AUXILIARIES | {","}


def _list_goes_on(scan: Scan, index: int) -> bool:
    """Tell whether another "and" follows soon, so that a comma lists and does not explain."""
    if index + 1 < len(scan.groups) and is_title(scan.groups[index], scan.groups[index + 1]):
        index += 1
    end = scan.groups[index].end
    after = scan.words[end : end + 3]
    return "and" in after or (after[:1] == [","] and scan.groups[index].amount is not None)


def _begins_clause(scan: Scan, group: Group, verbs: list[int]) -> bool:
    words = scan.words
    position = group.end
    if position < len(words) and words[position] in FINITE:
        return True
    if position in verbs:
        return words[position] not in ("killed", "wounded", "injured")
    if group.definite and group.amount is None and words[group.start - 1] == "and":
        # "killing three troopers, and the troops returned fire": any verb of theirs
        return words[position : position + 1] != [] and _is_past(words[position])
    return words[position : position + 1] == ["and"] and _both_say(scan, position)


def _is_past(word: str) -> bool:
    """Tell whether a word is a verb of the past: "returned", "fought"."""
    return (word.endswith("ed") and len(word) > _SHORTEST) or word in _PAST


_SHORTEST = 4
_PAST = frozenset("fled took began left fought went came made opened struck broke gave ran lost won".split())


def _both_say(scan: Scan, position: int) -> bool:
    """Tell whether two say so together: "four others, the army and medics said"."""
    return any(
        position + 2 <= mark.start <= position + _SPEAKER
        and mark.entry.info != "base"
        and "," not in scan.words[position : mark.start]
        for mark in scan.of("speech")
    ) and not any(mark.start in range(position + 1, position + 2) for mark in scan.of_any("harm", "deed"))


_SPEAKER = 8
"""How many words behind "and" a second speaker's verb may stand."""
