"""Names of persons, in texts with small letters and in texts all in capitals."""

from __future__ import annotations

from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry, Mark, ordinary, wordset
from summarizer.patterns.tokens import Tokens

NOT_IN_NAMES = frozenset(
    (
        "on in at the a an and or but of for to from by with as after before when while where who which "
        "that it he she they we i his her its their this these those two three four five six seven eight "
        "nine ten one meanwhile however according following also since during if there no not monday "
        "tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december police army troops forces security"
    ).split()
)


TITLES = frozenset(
    (
        "gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal pvt "
        "private brig brigadier adm admiral rear commander president minister mayor governor senator "
        "judge dr doctor prof professor mr mrs ms sheikh mullah qari maulvi mawlawi haji bishop "
        "archbishop father msgr monsignor ambassador secretary deputy second commandant staff chief "
        "prime defense defence interior foreign journalist reporter engineer lawyer attorney congressman "
        "councilman priest spokesman spokeswoman spokesperson"
    ).split()
)


NAME_LINKS = frozenset("al el de la del bin ibn abu von van der dos da ould umm y e".split())


def person_names(tokens: Tokens, marks: list[Mark], groups: list[Group]) -> list[Group]:
    """Return persons' names: two or more capitalised words, or one behind a title, in a text with small
    letters."""
    if not tokens.cased:
        return _names_in_capitals(tokens, marks, groups)
    known = {
        index
        for mark in marks
        if mark.entry.kind in ("belligerent", "nation", "demonym", "place", "capital", "day", "event")
        for index in range(mark.start, mark.end)
    }
    grouped = {index for group in groups for index in range(group.core, group.end)}
    found: list[Group] = []
    text, starts = tokens.text, tokens.starts
    index, size = 0, len(tokens.words)
    while index < size:
        if (
            not text[starts[index]].isupper()
            or index in known
            or index in grouped
            or not _in_name(tokens, index)
        ):
            index += 1
            continue
        end = index + 1
        while end < size and end not in known and end not in grouped and _goes_on(tokens, end):
            end += 1
        while tokens.words[end - 1] in NAME_LINKS and end > index + 1:
            end -= 1
        first = index
        while first < end and tokens.words[first] in TITLES:
            first += 1
        shouted = end - index < 4 and tokens.text[tokens.starts[index] : tokens.ends[end - 1]].isupper()
        if (
            not shouted
            and (first > index or not _names_a_place(tokens, index, end))
            and (end - first >= 2 or (first > index and end > first))
        ):
            found.append(Group(index, end, first, None, "", _NAME, None, False))
        index = end
    return found


def _names_a_place(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether capitalised words name a place: "Sarn Province", "in Abu Hamid"."""
    if start and tokens.words[start - 1] in _PLACE_LEADS:
        return True
    return tokens.words[end - 1] in _PLACE_NOUNS


_PLACE_LEADS = frozenset(("in", "at", "near", "outside", "around", "toward", "towards", "into"))
_PLACE_NOUNS = wordset("places", "settlement") | wordset("places", "region") | wordset("places", "feature")


def _names_in_capitals(tokens: Tokens, marks: list[Mark], groups: list[Group]) -> list[Group]:
    """Return runs of two or more words that are no English words, not behind "in" or "at": persons' names.

    One such word is enough behind a title: "COLONEL X".
    """
    words = tokens.words
    known = {
        index
        for mark in marks
        if mark.entry.kind in ("belligerent", "nation", "demonym", "place", "capital", "day")
        for index in range(mark.start, mark.end)
    }
    grouped = {index for group in groups for index in range(group.core, group.end)}
    found: list[Group] = []
    index, size = 0, len(words)
    while index < size:
        if index in known or index in grouped or not _unknown(words[index]):
            index += 1
            continue
        end = index + 1
        while (
            end < size
            and end not in known
            and end not in grouped
            and (
                _unknown(words[end])
                or (words[end] in ("de", "la", "del", "y") and end + 1 < size and _unknown(words[end + 1]))
            )
        ):
            end += 1
        first = index
        while first and words[first - 1] in TITLES and first - 1 not in grouped:
            first -= 1
        before = words[index - 1] if index else ""
        after = words[end] if end < size else ""
        titled = before in TITLES or (
            index - 1 in grouped
            and before in ("minister", "president", "judge", "general", "mayor", "governor", "leader")
        )
        place = before in ("in", "at", "near", "from", "to", "of") and end - index < 3 and before != "of"
        if (
            (end - index >= 2 or titled)
            and not place
            and after not in ("department", "province", "avenue", "street", "neighborhood")
        ):
            found.append(Group(first, end, index, None, "", _NAME, None, False))
        index = end
    return found


def _unknown(word: str) -> bool:
    return word.isalpha() and len(word) > 2 and not ordinary(word)


_NAME = Entry("name", "", "individual", "unknown")


def _in_name(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return tokens.capital(index) and word.isalpha() and word not in NOT_IN_NAMES


def _goes_on(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if word == "." and tokens.words[index - 1] in TITLES:
        return True
    if word in NAME_LINKS:
        return index + 1 < len(tokens.words) and (tokens.capital(index + 1) or tokens.glued[index])
    return _in_name(tokens, index) or (tokens.glued[index] and tokens.words[index - 1] in NAME_LINKS)
