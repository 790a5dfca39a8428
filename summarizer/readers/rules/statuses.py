"""What victims were, from their noun: civilians, police, those who fight; members of a choir or of a gang."""

from __future__ import annotations

from functools import cache

from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import table, wordset
from summarizer.patterns.scan import Scan


def status_of(scan: Scan, group: Group) -> str:
    """Return what the victims were, from their noun, and from what they belong to."""
    head = group.head
    if head.kind in ("name", "number", "demonym"):
        return "unknown"
    if head.kind != "person":
        return _harmed(group)
    if group.belongs is not None and head.type in ("unknown", "combatant", "police_security"):
        return _OF_ACTORS.get(group.belongs.type, head.type)
    if head.type in ("unknown", "combatant"):
        if group.owner is not None and group.owner.kind == "belligerent":
            return _OF_ACTORS.get(group.owner.type, "combatant")
        if head.name in _BELONGING:
            return _of_the_members(scan, group)
    return head.info or "unknown"


def _harmed(group: Group) -> str:
    """Return what people are who could also have been the attackers: "two individuals were killed"."""
    if group.head.name in _NO_FIGHTERS:
        return _NO_FIGHTERS[group.head.name]
    if group.owner is not None and group.owner.type == "un_or_io_force":
        return "peacekeeper"
    return _OF_ACTORS.get(group.head.type, "unknown")


def _of_the_members(scan: Scan, group: Group) -> str:
    """Return what members are whose party no lexicon has: "members of the village council", "church
    members"."""
    words = scan.words
    if words[group.end : group.end + 1] != ["of"]:
        return _told_by(words[group.core : group.end - 1]) or group.head.info
    end = group.end + 1
    while end < min(len(words), group.end + _LONGEST) and _goes_on(scan, end):
        end += 1
    told = _told_by(words[group.end + 1 : end])
    return told or ("unknown" if group.head.name == "member" else group.head.info)


def _goes_on(scan: Scan, at: int) -> bool:
    """Tell whether the name of what somebody is a member of goes on with a token."""
    word = scan.words[at]
    return word in ("'s", "'", "-") or (word[:1].isalnum() and word not in _ENDS)


def _told_by(words: list[str]) -> str | None:
    """Return what the words of a name say of its members; the last one that says something decides."""
    kinds = _kinds()
    for words_of_kind in kinds:
        for word in reversed(words):
            if word in words_of_kind:
                return words_of_kind[word]
    return None


@cache
def _kinds() -> tuple[dict[str, str], ...]:
    """Return the status that each word tells: those that decide first, those that decide at last."""
    return tuple(
        {word: status for status in table("members")[part] for word in wordset("members", part, status)}
        for part in ("of", "any")
    )


_LONGEST = 9
_ENDS = frozenset(
    (
        "was were is are had has have who whom whose that which in at on near from by with when while after "
        "before during and or as died killed wounded injured shot dead late early yesterday today"
    ).split()
)
_BELONGING = frozenset(("member", "leader", "senior leader", "associate", "sympathizer", "sympathiser"))
_OF_ACTORS = {
    "rebel_group": "combatant",
    "state_military": "combatant",
    "foreign_military": "combatant",
    "state_police_or_security": "police_security",
    "unidentified_armed_group": "combatant",
    "criminal_group": "combatant",
    "pro_government_militia": "combatant",
    "political_militia": "combatant",
    "identity_militia": "combatant",
    "private_military": "combatant",
    "coalition": "combatant",
    "un_or_io_force": "peacekeeper",
    "government": "official",
    "protesters": "civilian",
    "political_party": "unknown",
}
_NO_FIGHTERS = {
    "settler": "civilian",
    "individual": "unknown",
    "motorcyclist": "unknown",
    **dict.fromkeys(
        (
            "unidentified man, unidentified men, unknown man, unknown men, unidentified person, "
            "unidentified persons, unknown person, unknown persons, unidentified individual, "
            "unidentified individuals, unknown individual, unknown individuals, unidentified subject, "
            "unknown subject"
        ).split(", "),
        "unknown",
    ),
}
"""Nouns that stand for attackers where they act, and say nothing of those who are harmed."""
