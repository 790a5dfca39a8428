"""Parts of a count, and who is counted beside it: "including two boys", "three of those killed were boys"."""

from __future__ import annotations

from dataclasses import replace

from summarizer.patterns import clauses
from summarizer.patterns.amounts import Amount
from summarizer.patterns.count import THE_HARMED, Count
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry
from summarizer.patterns.scan import Scan

WHOSE = frozenset(THE_HARMED)
"""The words for those who were harmed; a sentence without one of them has no share of theirs."""
_THOSE = (["of", "the"], ["of", "those"], ["among", "the"], ["among", "those"])
_COPULAS = frozenset(("were", "was", "are", "is", "included", "include"))
_SOMEBODY = Entry("number", "", "unknown", "unknown", True)


def with_shares(scan: Scan, counts: list[Count]) -> list[Count]:
    """Return the counts with the shares of those who were harmed; who died of wounds is not counted as
    wounded besides."""
    shares = [*_shares(scan), *_among_those(scan)]
    dead = {share.group.start for share in shares if share.hint == "succumbed"}
    return [count for count in counts if count.outcome != "wounded" or count.group.start not in dead] + shares


def _among_those(scan: Scan) -> list[Count]:
    """Read "two journalists were among those killed"."""
    words = scan.words
    if "among" not in scan.vocabulary or "those" not in scan.vocabulary:
        return []
    at = next((at for at in range(1, len(words)) if words[at : at + 2] == ["among", "those"]), 0)
    outcome = THE_HARMED.get(words[at + 2]) if at and at + 2 < len(words) else None
    if outcome is None or words[at - 1] not in _COPULAS:
        return []
    found = clauses.subject(scan, at - 1, scan.verbs, reach=0)
    return [Count(outcome, group, at + 2, hint="part") for group in found]


def _shares(scan: Scan) -> list[Count]:
    """Return the shares of those who were harmed, as parts."""
    found: list[Count] = []
    for amount in scan.amounts:
        if amount.sort == "none":
            continue
        share = _behind(scan, amount) or _in_front(scan, amount)
        if share is not None:
            found.append(share)
    return found


def _behind(scan: Scan, amount: Amount) -> Count | None:
    """Read "three of those killed were boys" and "six of the dead, two of them girls, were in a van"."""
    words, end = scan.words, amount.end
    if (died := _of_the_wounded(scan, amount)) is not None:
        return died
    if words[end : end + 2] not in _THOSE or words[end + 2 : end + 3] == []:
        return None
    outcome = THE_HARMED.get(words[end + 2])
    if outcome is None:
        return None
    at = end + 3
    if words[at : at + 1] == [","]:
        at = next((later + 1 for later in range(at + 1, len(words)) if words[later] == ","), at)
    if at >= len(words):
        return None
    if outcome == "wounded" and "died" in words[at : at + 3]:  # "three of the wounded later died"
        return Count("killed", _counted(amount, None, end + 3), end + 2, hint="succumbed")
    if words[at] not in _COPULAS:
        return None
    since = next((mark for mark in scan.of("harm") if at < mark.start <= at + 2), None)
    if since is not None and since.entry.type != outcome:  # "18 of the abducted were freed"
        return Count(since.entry.type, _counted(amount, None, end + 3), since.start)
    named = clauses.objects(scan, at + 1, scan.verbs, reach=0)
    group = named[0] if named and named[0].amount is None else None
    return Count(outcome, _counted(amount, group, end + 3), end + 2, hint="part")


def _of_the_wounded(scan: Scan, amount: Amount) -> Count | None:
    """Read "seven of the 12 people wounded in the blast have since died"."""
    words, end = scan.words, amount.end
    if words[end : end + 2] != ["of", "the"] or not any(other.start == end + 2 for other in scan.amounts):
        return None
    hurt = next((at for at in range(end + 3, min(end + 6, len(words))) if words[at] in _HURT), 0)
    died = next((at for at in range(hurt + 1, len(words)) if words[at] in ("died", "succumbed")), 0)
    if not hurt or not died or not _NEW_CLAUSE.isdisjoint(words[hurt:died]):
        return None
    return Count("killed", _counted(amount, None, hurt + 1), died, hint="succumbed")


_HURT = frozenset(("wounded", "injured", "hurt"))
_NEW_CLAUSE = frozenset((",", ";", "and", "while", "but"))


def _in_front(scan: Scan, amount: Amount) -> Count | None:
    """Read "of the injured, five are soldiers and six are civilians"."""
    words = scan.words
    after = words[amount.end : amount.end + 1]
    if words[:2] not in _THOSE or len(words) < 4 or words[3] != "," or not after or after[0] not in _COPULAS:
        return None
    outcome = THE_HARMED.get(words[2])
    named = clauses.objects(scan, amount.end + 1, scan.verbs, reach=1)
    if outcome is None or not named or named[0].amount is not None:
        return None
    return Count(outcome, _counted(amount, named[0], amount.end), amount.end, hint="part")


def _counted(amount: Amount, named: Group | None, end: int) -> Group:
    """Return a share as a group: what those in it are called, else the number alone."""
    if named is None:
        return Group(amount.start, end, amount.core, amount, "", _SOMEBODY, None, True)
    return Group(
        amount.start,
        named.end,
        named.core,
        amount,
        "",
        named.head,
        named.owner,
        True,
        named.belongs,
        named.named,
    )


def elsewhere(scan: Scan, counts: list[Count]) -> list[Count]:
    """Return who suffered the same at another place: "13 people were killed in Telma and 11 in Marsa"."""
    if not counts or _AND.isdisjoint(scan.vocabulary) or _AT.isdisjoint(scan.vocabulary):
        return []
    words = scan.words
    taken = {count.group.start for count in counts}
    found: list[Count] = []
    for group in scan.groups:
        if group.head.kind != "number" or group.amount is None or group.start in taken:
            continue
        if words[group.start - 1] not in _AND or words[group.end : group.end + 1] == []:
            continue
        before = [count for count in counts if count.at < group.start and not count.hint]
        if words[group.end] not in _AT or not before:
            continue
        last = before[-1]
        end = max(last.at + 1, last.group.end)  # "was killed in", "killed 13 people in"
        between = words[end : group.start - 1]
        if len(between) <= _PLACE_WORDS and between[:1] and between[0] in _AT_OR_WITH:
            found.append(last._replace(group=group))
    return found


_AND = frozenset(("and", ","))
_AT = frozenset(("in", "at", "near", "by"))
_AT_OR_WITH = _AT | {"with"}
_PLACE_WORDS = 8
"""Words that may stand between the verb of harm and the number of another place."""


def along_with(scan: Scan, counts: list[Count]) -> list[Count]:
    """Return who suffered the same beside somebody: "detained a leader …, along with several of his men"."""
    if not counts or scan.vocabulary.isdisjoint(_BESIDE):
        return []
    taken = {count.group.start for count in counts}
    found: list[Count] = []
    for group in scan.groups:
        lead = scan.words[max(0, group.start - 3) : group.start]
        with_them = lead[-2:] in (["along", "with"], ["together", "with"]) or lead == ["as", "well", "as"]
        if not with_them or group.amount is None or group.start in taken:
            continue
        before = [count for count in counts if count.group.start < group.start and not count.negated]
        if before:
            found.append(before[-1]._replace(group=group, hint=""))
    return found


_BESIDE = frozenset(("along", "together", "well"))


def parts_of(scan: Scan, counts: list[Count]) -> list[Count]:
    """Return the breakdown of a count: "including five children", "three of them women", "among them a
    nun"."""
    if not counts or scan.vocabulary.isdisjoint(_PARTING):
        return []
    words = scan.words
    parts: list[Count] = []
    taken = {count.group.start for count in counts}
    for index, group in enumerate(scan.groups):
        if group.start in taken:
            continue
        before = words[group.start - 1] if group.start else ""
        lead = words[max(0, group.start - 2) : group.start]
        of_them = words[group.end - 2 : group.end] == ["of", "them"] and group.end < len(words)
        listed = before == "including" or lead in (["of", "whom"], ["them", "were"])
        grave = before in (",", "and") and group.head.kind == "number" and _is_grave(words, group)
        if not (listed or of_them or grave or clauses.among_others(words, group)):
            continue
        if of_them and not any(count.group.start < group.start for count in counts):
            continue  # "fourteen of them were driven away; two died": no part of the two
        wholes = [count for count in counts if count.at < group.end + 12 and count.outcome in _COUNTED]
        if not wholes:
            continue
        # a part belongs to the count before it, or to the verb that follows the bracket
        whole = next((count for count in reversed(wholes) if count.group.start < group.start), wholes[0])
        verbs = scan.verbs
        for part in [group] if of_them else clauses.row(scan, index, verbs):
            if part.start not in taken:
                parts.append(
                    whole._replace(group=_named_part(scan, part), hint="part", negated=False, agents=())
                )
                taken.add(part.start)
    return parts


def _is_grave(words: list[str], group: Group) -> bool:
    """Tell whether a number is only said of how badly: "15 were hurt, four critically"."""
    return group.end < len(words) and words[group.end] in _GRAVELY


_GRAVELY = frozenset("critically seriously severely gravely lightly slightly".split())
_PARTING = _GRAVELY | {"including", "them", "whom"}
_COUNTED = frozenset(
    (
        "killed",
        "wounded",
        "killed_or_wounded",
        "abducted",
        "detained",
        "captured",
        "missing",
        "displaced",
        "released",
    )
)


def _named_part(scan: Scan, group: Group) -> Group:
    """Join "three of them" with the noun behind it: "three of them children"."""
    index = clauses.group_from(scan, group.end)
    if scan.words[group.end - 1] == "them" and index < len(scan.groups):
        following = scan.groups[index]
        if following.start == group.end and following.amount is None:
            return replace(following, start=group.start, amount=group.amount)
    return group
