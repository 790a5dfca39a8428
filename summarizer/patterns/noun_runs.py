"""Nouns for people that stand side by side and make one phrase: "Taliban" + "militants"."""

from __future__ import annotations

from summarizer.patterns.lexicon import Mark, wordset

HARMED_MODIFIERS = frozenset(
    (
        "captured detained kidnapped abducted wounded injured slain dead missing displaced murdered "
        "assassinated executed beheaded tortured mutilated"
    ).split()
)
MODIFIERS = wordset("heads", "modifiers", "plain") - {"and"}
_OPENERS, _CLOSERS = frozenset("[("), frozenset("])")


def runs(words: list[str], anchors: list[Mark], glued: frozenset[int]) -> list[list[Mark]]:
    """Return runs of adjacent anchor nouns: "Taliban" + "militants", "security force" + "member"."""
    found: list[list[Mark]] = []
    last: Mark | None = None
    for mark in anchors:
        if last is None:
            found.append([mark])
        elif mark.start < last.end:
            continue
        elif (mark.start <= last.end + 1 and _adjacent(words, last, mark)) or (
            last.entry.kind == "belligerent" and _named_for(words, last, mark, glued)
        ):
            found[-1].append(mark)
        elif len(found) > 1 and words[last.end] in _CLOSERS and _named_twice(words, found[-2], last, mark):
            found[-2].extend((*found.pop(), mark))
        else:
            found.append([mark])
        last = mark
    return found


def _named_twice(words: list[str], run: list[Mark], inner: Mark, noun: Mark) -> bool:
    """Tell whether a noun stands behind a party's name and its other name: "FARC [Revolutionary Armed Forces
    of Colombia] guerrillas"."""
    outer = run[-1]
    return (
        noun.start == inner.end + 1
        and noun.entry.kind == "head"
        and inner.start == outer.end + 1
        and words[outer.end] in _OPENERS
        and inner.entry is outer.entry
    )


def _adjacent(words: list[str], left: Mark, right: Mark) -> bool:
    """Tell whether two nouns make one phrase; a plural noun ends its phrase, a party's name does not."""
    if left.end == right.start:
        if left.entry.kind == "belligerent" or right.entry.name in ("others", "other"):
            return right.entry.kind != "belligerent" or left.entry.kind != "belligerent"
        if right.entry.kind == "belligerent":
            # "Shia militia Hashd al-Shaabi": the name comes last
            return left.entry.kind == "head" and not left.entry.plural
        return not left.entry.plural
    if left.end + 1 == right.start and words[left.end] in ("'s", "'"):
        return left.entry.kind in ("belligerent", "head") and right.entry.kind in (
            "head",
            "person",
            "platform",
        )
    return False


_TRADES = (MODIFIERS - HARMED_MODIFIERS - {"several", "many", "more", "led", "backed"}) | frozenset(
    (
        "finance media oil operations external chemical logistics propaganda war ied improvised explosive "
        "district province provincial village regional area zone device weapons bomb roadside remote "
        "controlled suicide attack vest"
    ).split()
)


def _named_for(words: list[str], party: Mark, noun: Mark, glued: frozenset[int]) -> bool:
    """Tell whether a party's name qualifies a noun over the words between: "Taliban sub-commander", "Houthi
    roadside bomb cell leader"."""
    if noun.start - party.end > 6 or noun.entry.kind not in ("head", "person"):
        return False
    start = party.end + (words[party.end] == "'s")
    return start < noun.start and all(
        words[index] in _TRADES or index in glued or index + 1 in glued for index in range(start, noun.start)
    )
