"""Names of persons, in texts with small letters and in texts all in capitals."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress

from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry, wordset
from summarizer.patterns.marked import Marked
from summarizer.patterns.ordinary import ordinary
from summarizer.patterns.place_words import ARTICLES, DIRECTIONS, MANY, NOUNS, REACHING
from summarizer.patterns.tokens import Tokens

NOT_IN_NAMES = frozenset(
    (
        "on in at the a an and or but of for to from by with as after before when while where who which "
        "that it he she they we i his her its their this these those two three four five six seven eight "
        "nine ten one meanwhile however according following also since during if there no not monday "
        "tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december police army troops forces security near over inside "
        "outside around into through across between along throughout toward towards within above beyond "
        "under against about among amid despite although though because until upon what why how our my your "
        "some many most several other others both each every another such then once still again here today "
        "yesterday tomorrow separately elsewhere earlier later"
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


_LINKS = NAME_LINKS | {"."}
"""Words without a capital with which a name may go on."""
_NO_PERSON = frozenset(("belligerent", "nation", "demonym", "place", "capital", "day"))
_NO_PERSON_NOR_EVENT = _NO_PERSON | {"event"}


def person_names(sentence: Marked, groups: list[Group]) -> list[Group]:
    """Return persons' names: two or more capitalised words, or one behind a title, in a text with small
    letters."""
    tokens = sentence.tokens
    if not tokens.cased:
        return _names_in_capitals(sentence, groups)
    words, size = tokens.words, len(tokens.words)
    capitals, glued = tokens.capitals, tokens.glued
    found: list[Group] = []
    known: set[int] | None = None
    floor = 0
    for index in compress(range(size - 1), capitals):
        behind = index + 1
        aged = words[behind] == "," and age_follows(words, behind)
        if index < floor or not (capitals[behind] or words[behind] in _LINKS or behind in glued or aged):
            continue
        if not _in_name(tokens, index) or not (_goes_on(tokens, behind) or aged):
            continue
        if known is None:
            known = _known(sentence, groups, _NO_PERSON_NOR_EVENT)
        if index in known:
            continue
        end = index + 1
        while end < size and end not in known and _goes_on(tokens, end):
            end += 1
        while words[end - 1] in NAME_LINKS and end > index + 1:
            end -= 1
        floor = end
        first = index
        while first < end and words[first] in TITLES:
            first += 1
        if end - first < 2 and not (first > index and end > first) and not aged:
            continue
        shouted = end - index < 4 and tokens.text[tokens.starts[index] : tokens.ends[end - 1]].isupper()
        if not shouted and (first > index or not _names_a_place(words, index, end)):
            found.append(Group(index, end, first, None, "", _NAME, None, False))
    return found


def _known(sentence: Marked, groups: list[Group], kinds: frozenset[str]) -> set[int]:
    """Return the tokens that cannot belong to a person's name: they are a party's, a place's or a group's."""
    known: set[int] = set()
    words, glued = sentence.words, sentence.tokens.glued
    for mark in sentence.among(kinds):
        if mark.entry.kind == "demonym" and mark.start in glued and words[mark.start - 1] in NAME_LINKS:
            continue  # "Abu Jandal al-Kuwaiti" is a man's name
        known.update(range(mark.start, mark.end))
    for group in groups:
        known.update(range(group.core, group.end))
    return known


def _names_a_place(words: list[str], start: int, end: int) -> bool:
    """Tell whether capitalised words name a place: "Sarn Province", "in Abu Hamid", "the town of X"."""
    before = words[start - 1] if start else ""
    lead = words[start - 2] if start > 1 else ""
    if words[start] in DIRECTIONS:
        return True
    if words[start] in ARTICLES and end - start == 2 and _leads_to_a_town(words, start, before):
        return True
    if before in _PLACE_LEADS or (before == "the" and lead in _PLACE_LEADS):
        return True
    if before == "of" and (lead in NOUNS or lead in MANY or lead in _SPOTS):
        return True
    return words[end - 1] in NOUNS or words[start] in _TOPONYMS


def _leads_to_a_town(words: list[str], start: int, before: str) -> bool:
    """Tell whether a name of one word with its article names a place: "to Al Asad", "between X and Al- "
    "Qaim"."""
    return (
        before in REACHING
        or before in ("to", "from", "between")
        or (before == "and" and "between" in words[max(0, start - 6) : start])
    )


_SPOTS = frozenset(("vicinity", "outskirts", "edge", "suburbs", "north", "south", "east", "west"))
_TOPONYMS = wordset("places", "toponyms")
_PLACE_LEADS = frozenset(
    ("in", "at", "near", "outside", "around", "toward", "towards", "into", "inside", "throughout", "across")
)


def _names_in_capitals(sentence: Marked, groups: list[Group]) -> list[Group]:
    """Return runs of two or more words that are no English words, not behind "in" or "at": persons' names.

    One such word is enough behind a title: "COLONEL X".
    """
    words, size = sentence.words, len(sentence.words)
    unknown = list(compress(range(size), map(_unknown, words)))
    if not unknown:
        return []
    grouped = {index for group in groups for index in range(group.core, group.end)}
    known = _known(sentence, groups, _NO_PERSON)
    known.difference_update(  # "Miguel Cordoba": a family may be called like a town
        mark.start
        for mark in sentence.of("place")
        if mark.end == mark.start + 1 and mark.start - 1 not in known and mark.start - 1 in unknown
    )
    found: list[Group] = []
    floor = 0
    for index in unknown:
        if index < floor or index in known:
            continue
        end = index + 1
        while (
            end < size
            and end not in known
            and (
                _unknown(words[end])
                or (
                    words[end] in ("de", "la", "del", "y")
                    and end + 1 < size
                    and (_unknown(words[end + 1]) or (words[end] == "de" and end + 1 in known))  # "X de Lima"
                )
            )
        ):
            end += 2 if end + 1 in known else 1
        floor = end
        if index and words[index - 1] in _SAINTS:
            continue  # "the mayor of San Isidro Labrador"
        first = index
        if index > 1 and words[index - 2] in TITLES and _is_first_name(sentence, index - 1):
            first = index = index - 1
        while first and words[first - 1] in TITLES and first - 1 not in grouped:
            first -= 1
        before = words[index - 1] if index else ""
        after = words[end] if end < size else ""
        titled = before in TITLES or (
            index - 1 in grouped
            and before in ("minister", "president", "judge", "general", "mayor", "governor", "leader")
        )
        place = (before in ("in", "at", "near", "from", "to") and end - index < 3) or (
            before in _TOWN_LEADS or (before == "of" and words[max(0, index - 2)] in _SEATED)
        )
        aged = end - index == 1 and age_follows(words, end)
        if (
            (end - index >= 2 or titled or aged)
            and not place
            and after not in ("department", "province", "avenue", "street", "neighborhood")
        ):
            found.append(Group(first, end, index, None, "", _NAME, None, False))
    return found


_SAINTS = frozenset("san santa santo sao".split())


def _is_first_name(sentence: Marked, at: int) -> bool:
    """Tell whether the word for a people is a first name: behind a rank, before a family name ("German")."""
    return any(mark.start == at and mark.end == at + 1 for mark in sentence.of("demonym"))


def age_follows(words: list[str], end: int) -> bool:
    """Tell whether an age stands behind a name, which makes one word a person: "Plaza, 52, was abducted"."""
    behind = words[end : end + 3]
    return (
        len(behind) == 3 and behind[0] == behind[2] == "," and behind[1].isdecimal() and len(behind[1]) == 2
    )


_TOWN_LEADS = frozenset("san santa santo los las el la ciudad villa nueva nuevo puerto cerro".split())
"""With which the name of a town begins, and not that of a person."""
_SEATED = NOUNS | frozenset(
    "mayor mayors governor governors bishop archbishop mayoralty prefect jurisdiction parish".split()
)
"""What a town or a province may stand behind: "the mayor of X"."""


@lru_cache(maxsize=65_536)
def _unknown(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and not ordinary(word)


_NAME = Entry("name", "", "individual", "unknown")


def _in_name(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return tokens.capitals[index] and word not in NOT_IN_NAMES and word.isalpha()


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Tell whether the token goes on with the name that the one before it belongs to."""
    words = tokens.words
    word = words[index]
    if tokens.capitals[index] and word not in NAME_LINKS:
        return (word not in NOT_IN_NAMES and word.isalpha()) or (
            index in tokens.glued and words[index - 1] in NAME_LINKS
        )
    if word == ".":
        return words[index - 1] in TITLES
    if word in NAME_LINKS:
        return index + 1 < len(words) and (tokens.capitals[index + 1] or index in tokens.glued)
    return index in tokens.glued and words[index - 1] in NAME_LINKS
