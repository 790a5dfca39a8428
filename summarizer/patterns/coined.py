"""Names of armed groups that no lexicon has, told by their shape: "Jaysh al-Sahel", "the Levant Front"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.patterns.lexicon import Entry, Mark, wordset
from summarizer.patterns.ordinary import english
from summarizer.patterns.tokens import Tokens

_OPENINGS = wordset("shapes", "opening")
_CLOSINGS = wordset("shapes", "closing")
_ALONE = wordset("shapes", "alone")
_CAUSES = wordset("shapes", "causes")
_OF = wordset("shapes", "of")
_UNITS = wordset("shapes", "units")
_KINDS = wordset("shapes", "kinds")
_CALLED = frozenset(("group", "militia", "faction", "organization", "organisation"))
_KIN = frozenset(("tribe", "clan"))
_TELLING = _OPENINGS | _CLOSINGS | _OF | _UNITS | _CALLED | _KIN
_SMALL = _CALLED | _KIN
"""What tells a name without a capital of its own."""
_ARTICLES = frozenset("al el ul ar as ash at az ad an ur us ush ut uz ud un e i ibn bin abi abu".split())
"""The article inside a name, with or without its hyphen."""
_LITTLE = frozenset(("of", "for", "the", "and"))
_NO_NAMES = frozenset(
    (
        "the a an this that his her its their our your in on at of for to from by with and or but as near "
        "over under against after before during while when where who which both all some many most "
        "western eastern northern southern central home first second third fourth premier united"
    ).split()
)
_LONGEST = 6
"""Words that a name has at most beside the noun that tells it."""
_STATES = frozenset(("nation", "demonym", "capital"))
_OWNERS = _STATES | {"belligerent"}


def add_coined(tokens: Tokens, vocabulary: set[str], marks: list[Mark]) -> list[Mark]:
    """Return the marks of a sentence with the names of armed groups that only their shape tells.

    A name of the lexicons inside one of these gives way to it.
    """
    if not tokens.cased or vocabulary.isdisjoint(_TELLING):
        return marks
    found: list[Mark] = []
    floor = 0
    capitals = tokens.capitals
    for index in [index for index, word in enumerate(tokens.words) if word in _TELLING]:
        if index < floor or not (capitals[index] or tokens.words[index] in _SMALL):
            continue
        span = _name_at(tokens, index, floor, marks)
        if span is None or _known(marks, *span):
            continue
        start, floor = span
        type_ = _type_of(tokens.words, start, floor, marks)
        name = tokens.span(start, floor)
        found.append(Mark(start, floor, Entry("belligerent", name, type_, coined=True)))
    if not found:
        return marks
    taken = {index for mark in found for index in range(mark.start, mark.end)}
    kept = [mark for mark in marks if mark.entry.kind != "belligerent" or mark.start not in taken]
    return sorted([*found, *kept], key=_start)


def _type_of(words: list[str], start: int, end: int, marks: Sequence[Mark]) -> str:
    """Return what a name tells of its bearer: units with a number, or with a state before them, are a "
    "state's."""
    if words[end - 1] in _KIN:
        return "identity_militia"
    if words[start][0].isdecimal():
        return "state_military"
    owned = any(
        mark.entry.kind == "demonym" and mark.entry.info for mark in marks if start - 1 <= mark.start < end
    )
    if owned and words[end - 1] in _UNITS and _CAUSES.isdisjoint(words[start:end]):
        return "state_military"
    return "rebel_group"


def _start(mark: Mark) -> int:
    return mark.start


def _known(marks: Sequence[Mark], start: int, end: int) -> bool:
    """Tell whether the lexicons have the name, or most of it."""
    return any(
        mark.entry.kind == "belligerent" and mark.start <= start + 1 and mark.end >= end for mark in marks
    )


def _name_at(tokens: Tokens, index: int, floor: int, marks: Sequence[Mark]) -> tuple[int, int] | None:
    """Return where the name stands that a word tells, or None where it tells none."""
    word = tokens.words[index]
    if word in _KIN:
        start = _run_before(tokens, index, floor)
        return (start, index + 1) if start < index else None
    if not tokens.capitals[index]:
        called = word in _CALLED and index and tokens.words[index - 1] in _KINDS
        span = _called(tokens, index) if called else None
        return span or (_defined(tokens, index) if word in _CALLED and floor == 0 else None)
    if word in _OPENINGS:
        return _opened(tokens, index)
    span = _followed(tokens, index, marks) if word in _OF else None
    if span is None and word in _UNITS:
        span = _unit(tokens, index, floor)
    if span is None and word in _CLOSINGS:
        span = _closed(tokens, index, floor, marks)
    return span


def _in_name(tokens: Tokens, index: int) -> bool:
    """Tell whether a token may be a word of a name."""
    word = tokens.words[index]
    return (tokens.capitals[index] and word not in _NO_NAMES and word[0].isalpha()) or index in tokens.glued


def _opened(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Return a name that its first word tells: "Jaysh al-Sahel", "Harakat Nour al-Din"."""
    words, size = tokens.words, len(tokens.words)
    end = index + 1
    while end < size and end - index <= _LONGEST:
        article = end
        while article < size and words[article] in _ARTICLES:
            article += 1
        if article == size or not _in_name(tokens, article):
            break
        end = article + 1
    return (index, end) if end > index + 1 else None


def _followed(tokens: Tokens, index: int, marks: Sequence[Mark]) -> tuple[int, int] | None:
    """Return a name that goes on behind its first noun: "Army of Conquest", "Front for the Liberation of "
    "X"."""
    words, size = tokens.words, len(tokens.words)
    if words[index + 1 : index + 2] not in (["of"], ["for"]):
        return None
    end = last = index + 1
    while end < size and end - index <= _LONGEST + 2:
        if words[end] not in _LITTLE:
            if not _in_name(tokens, end):
                break
            last = end + 1
        end += 1
    if last == index + 1 or any(mark.end == last and mark.entry.kind in _OWNERS for mark in marks):
        return None  # "the Army of Lebanon" is a state's, "the 5th Front of the FARC" a party's
    return index, last


def _run_before(tokens: Tokens, index: int, floor: int) -> int:
    """Return where the capitalised words before a noun begin."""
    words = tokens.words
    start = index
    while start > floor and index - start < _LONGEST and _in_name(tokens, start - 1):
        start -= 1
        article = start > floor and words[start - 1] in _ARTICLES and start in tokens.glued
        if article or (words[start - 1] in ("'s", "'") and start > floor + 1 and words[start - 2] in _OWNING):
            start -= 1
    return start


_OWNING = frozenset("people peoples workers women martyrs defenders".split())
"""What owns a party in its name: "People's Resistance Front"."""


def _unit(tokens: Tokens, index: int, floor: int) -> tuple[int, int] | None:
    """Return a unit with its number: "the 1st Coastal Division", "101st Airborne Division"."""
    start = _run_before(tokens, index, floor) - 1
    if start < floor:
        return None
    word = tokens.words[start]
    return (start, index + 1) if word[0].isdecimal() and word.endswith(("st", "nd", "rd", "th")) else None


def _closed(tokens: Tokens, index: int, floor: int, marks: Sequence[Mark]) -> tuple[int, int] | None:
    """Return a name that its last word tells: "Suqour al-Jabal Brigade", "Oromo Liberation Front"."""
    words = tokens.words
    start = _run_before(tokens, index, floor)
    states = {mark.start for mark in marks if mark.entry.kind in _STATES and mark.entry.info}
    peoples = {mark.start for mark in marks if mark.entry.kind == "demonym" and not mark.entry.info}
    run = [words[at] for at in range(start, index) if at not in states]
    if not run:
        return None
    if words[index] == "front" and any(mark.end == index and mark.entry.kind == "place" for mark in marks):
        return None  # "the Kharkiv Front" is where they fight
    if words[index] == "council":
        return (start, index + 1) if run[-1] in ("military", "shura") and len(run) > 1 else None
    foreign = words[index] in _ALONE and (
        not peoples.isdisjoint(range(start, index))
        or any(word in _ARTICLES or not english(word) for word in run)
    )
    if not foreign and _CAUSES.isdisjoint(run) and not (words[index] in _BANDS and _is_title(run)):
        return None
    if start > floor and words[start - 1] in _SIDES_OF_SKY and tokens.capitals[start - 1]:
        start -= 1
    return start, index + 1


_BANDS = frozenset(("brigade", "brigades", "battalion", "battalions"))
_SIDES_OF_SKY = frozenset(("northern", "southern", "eastern", "western", "central"))
_ARMS = wordset("heads", "modifiers", "plain") | frozenset(
    (
        "fire ambulance boys rifle armored armoured mountain marine marines engineer special operations "
        "combat presidential cavalry aviation sustainment support logistics medical signal emergency "
        "response training light heavy motorized motorised field parachute commando reserve"
    ).split()
)
"""What tells the arm of a unit, and is no name."""


def _is_title(run: list[str]) -> bool:
    """Tell whether words before "Brigade" name it: "Northern Storm Brigade", not "Infantry Brigade"."""
    return any(word not in _ARMS and word.isalpha() for word in run)


def _called(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Return the name behind the words for what it is: "the rebel group Sword of the East"."""
    words, size = tokens.words, len(tokens.words)
    end = last = index + 1
    while end < size and end - index <= _LONGEST:
        if _in_name(tokens, end):
            last = end + 1
        elif words[end] not in _INSIDE or (words[end] in _ARTICLES and end + 1 not in tokens.glued):
            break
        end += 1
    return (index + 1, last) if last > index + 1 else None


def _defined(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Return the name with which a text begins that says what it names: "X (also Y) was a rebel group"."""
    words = tokens.words
    at = next((at for at in range(index - 1, max(1, index - 8), -1) if words[at] in _COPULAS), 0)
    if not at or words[at + 1] not in ("a", "an", "the"):
        return None
    if words[index] != "militia" and _MEMBERS.isdisjoint(
        (*words[at + 2 : index], *words[index + 1 : index + 4])
    ):
        return None
    end = words.index("(") if words[at - 1] == ")" and "(" in words[:at] else at
    start = int(words[0] == "the")
    inside = all(_in_name(tokens, place) or words[place] in _INSIDE for place in range(start, end))
    return (start, end) if inside and 0 < end - start <= _LONGEST and tokens.capitals[start] else None


_COPULAS = frozenset(("is", "was", "are", "were"))
_MEMBERS = _KINDS | frozenset(f"{kind}s" for kind in _KINDS)
_INSIDE = _ARTICLES | {"of", "the"}
