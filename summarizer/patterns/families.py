"""Families and crews: whom a count of their members means."""

from __future__ import annotations

from dataclasses import replace

from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry

HOUSEHOLDS = frozenset(("family", "crew"))
_OF_A_FAMILY = frozenset(("member", "people", "person", "child", "children", "generation"))
_RELATIVES = Entry("person", "relative", "civilian", "civilian")


def with_members(words: list[str], groups: list[Group]) -> list[Group]:
    """Count those of a family, not the family: "a family of six", "eight members of the same family"."""
    kept: list[Group] = []
    for group in groups:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.head.name in _OF_A_FAMILY
            and group.head.name in HOUSEHOLDS
            and group.start - last.end <= 2
            and words[last.end] == "of"
        ):
            kept[-1] = replace(last, end=group.end, head=_RELATIVES)
        elif (
            last is not None
            and last.head.name in HOUSEHOLDS
            and group.head.kind == "number"
            and group.start == last.end + 1
            and words[last.end] == "of"
        ):
            kept[-1] = replace(last, end=group.end, amount=group.amount, determiner="", plural=True)
        else:
            kept.append(group)
    return kept
