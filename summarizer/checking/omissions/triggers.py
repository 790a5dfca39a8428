"""Words without which a sentence cannot state harm or an attack: a look at them saves a scan."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from summarizer.patterns.amounts import MULTIPLES, ONES, VAGUE
from summarizer.patterns.lexicon import Entry, phrases, wordset

_HARM = frozenset(("harm", "fate", "harm_state", "harm_nouns", "harm_toll", "harm_bodies"))
_DEEDS = frozenset(("deed", "event"))
_VICTIMS = frozenset(("person", "head", "belligerent"))
_TAKING = frozenset(("capture_of_territory", "recapture_of_territory"))
_SMALL = frozenset(("the", "one", "three"))
COMBAT = frozenset(
    (
        "offensive clash ambush raid armed_attack complex_attack capture_of_territory recapture_of_territory "
        "repelled_attack siege airstrike drone_strike shelling bombardment naval_attack bombing "
        "ied_or_landmine vehicle_bomb suicide_attack grenade_attack chemical_attack attack_on_civilians "
        "targeted_killing execution abduction"
    ).split()
)
"""Types of operations that are attacks."""
_NUMBER_WORDS = ONES | MULTIPLES | VAGUE | {"no", "none", "nobody", "half"}
_NUMBERS = "|".join(
    f"{letter}(?:{'|'.join(word[1:] for word in words)})"
    for letter, words in groupby(sorted(_NUMBER_WORDS), key=itemgetter(0))
)
"""Told apart by their first letter: a word of the text that begins with none of them is passed at once."""
_COUNTED = re.compile(
    rf"(?<![\w.,:])(\d+(?:[.,]\d+)*|{_NUMBERS}|an?)(?![\w:]|[.,]\d)(?=((?:[ -][a-z]+){{0,3}}))"
)
_AFTER_BARE = frozenset(
    (
        "others other more of were was are had have has died dead killed wounded injured hurt and in at by"
    ).split()
)
"""Behind a number that has its noun elsewhere: "four were killed", "14 of them"."""
_ARTICLES = frozenset(("a", "an"))
_DIGITS = frozenset("0123456789")
_TOLLS = frozenset(("to", "at", "reached"))
_MONTHS = wordset("dates", "months")


class Form(NamedTuple):
    """A phrase under its first word."""

    rest: frozenset[str]
    """The words behind the first, in any order."""
    type: str
    """The outcome or the type of operation that it may tell."""


class Forms(NamedTuple):
    """Phrases by their first words."""

    words: frozenset[str]
    by_word: Mapping[str, tuple[Form, ...]]
    alone: frozenset[str]
    """The words that are such a phrase by themselves."""

    def types_in(self, words: frozenset[str]) -> set[str]:
        """Return the types of the phrases that a sentence with these words may have."""
        openings = words & self.words
        if not openings:
            return set()
        return {type_ for word in openings for rest, type_ in self.by_word[word] if rest <= words}

    def any_in(self, words: frozenset[str]) -> bool:
        """Tell whether a sentence with these words may have one of the phrases."""
        return not self.alone.isdisjoint(words) or any(
            rest <= words for word in words & self.words for rest, _ in self.by_word[word]
        )

    def openings_in(self, words: frozenset[str]) -> set[str]:
        """Return the first words of the phrases that a sentence with these words may have."""
        return {word for word in words & self.words if any(rest <= words for rest, _ in self.by_word[word])}


def outcomes_in(words: frozenset[str]) -> set[str]:
    """Return the outcomes of which a sentence with these words may speak; none: it states no harm."""
    return _harm_forms().types_in(words)


def attacks_in(words: frozenset[str]) -> set[str]:
    """Return the types of attack of which a sentence with these words may speak.

    None where nobody and no machine is named that could take part.
    """
    types = _deed_forms().types_in(words)
    if not types:
        return types
    # "took", "entered" and "cleared" are said of anybody; only armed people take ground
    named = _group_forms().any_in(words) if types - _TAKING else names_armed(words)
    return types if named else set()


def names_armed(words: frozenset[str]) -> bool:
    """Tell whether a sentence with these words may name armed people, a party or its machines."""
    return _armed_forms().any_in(words)


def parties_in(words: frozenset[str], text: str) -> set[str]:
    """Return the first words of named parties that a text with these words may name: "US" is not "us"."""
    return {
        word
        for word in _party_forms().openings_in(words)
        if word.upper() in text or word.capitalize() in text
    }


def may_count(words: frozenset[str], told: Collection[str]) -> bool:
    """Tell whether a sentence with these words may count somebody with words that are not among `told`."""
    numbers = words & _NUMBER_WORDS
    if not numbers.issubset(told):
        return True
    if not words.isdisjoint(_ARTICLES) and not (words & _persons()).issubset(told):
        return True
    # digits come before all letters
    return min(words) < ":" and any(word[0] in _DIGITS and word not in told for word in words)


def counted_in(folded: str, start: int, end: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the numbers and the articles of single persons in a stretch, each with the words behind it.

    "six soldiers and a driver, aged 40" gives "six" and "a": ages, days and years are no counts.
    """
    people, persons = _people(), _persons()
    for match in _COUNTED.finditer(folded, start, end):
        number, behind = match[1], tuple(match[2].replace("-", " ").split())
        if number in ("a", "an"):
            if not persons.isdisjoint(behind):
                yield number, behind
            continue
        before = _word_before(folded, match.start())
        if behind and (not people.isdisjoint(behind) or behind[0] in _AFTER_BARE):
            if not _is_date(number, before):
                yield number, behind
        elif before in _TOLLS or (
            not behind and before in _harm_forms().words
        ):  # "rose to 31", "killing 12."
            yield number, behind


def _word_before(folded: str, start: int) -> str:
    return folded[max(0, start - 16) : start].rstrip(" .").rpartition(" ")[2]


def _is_date(number: str, before: str) -> bool:
    """Tell whether a number is a year, or the day behind a month: "Oct. 5"."""
    return before in _MONTHS or (len(number) == 4 and number[:2] in ("19", "20") and number.isdigit())


@cache
def _harm_forms() -> Forms:
    return forms_of(lambda entry: entry.kind in _HARM, typed=True)


@cache
def _deed_forms() -> Forms:
    return forms_of(lambda entry: entry.kind in _DEEDS and entry.type in COMBAT, typed=True)


@cache
def _group_forms() -> Forms:
    return _but_for_small(forms_of(lambda entry: entry.kind in _VICTIMS or entry.kind == "platform"))


@cache
def _armed_forms() -> Forms:
    return _but_for_small(forms_of(_is_armed))


@cache
def _party_forms() -> Forms:
    return _but_for_small(forms_of(lambda entry: entry.kind == "belligerent"))


def _is_armed(entry: Entry) -> bool:
    return entry.kind in ("belligerent", "platform") or (
        entry.kind == "head" and entry.type not in ("government", "protesters")
    )


@cache
def _people() -> frozenset[str]:
    """The nouns, of one word, for people and parties."""
    return _nouns(lambda entry: entry.kind in _VICTIMS) - _MONTHS


@cache
def _persons() -> frozenset[str]:
    """The nouns for one person: "driver", not "army"."""
    return _nouns(lambda entry: entry.kind == "person" or (entry.kind == "head" and entry.info == "people"))


def _nouns(wanted: Callable[[Entry], bool]) -> frozenset[str]:
    return frozenset(
        word
        for word, forms in phrases().items()
        if any(form.size == 1 and wanted(form.entry) for form in forms)
    )


def forms_of(wanted: Callable[[Entry], bool], *, typed: bool = False) -> Forms:
    """Return the phrases of some entries; without their types, those of the same words are one."""
    found: dict[str, set[Form]] = {}
    for word, forms in phrases().items():
        for form in forms:
            if wanted(form.entry):
                kept = Form(frozenset(form.rest), form.entry.type if typed else "")
                found.setdefault(word, set()).add(kept)
    return _by_first(found)


def _but_for_small(forms: Forms) -> Forms:
    """Return the phrases without those that begin with a little word, which every sentence has."""
    return _by_first({word: found for word, found in forms.by_word.items() if word not in _SMALL})


def _by_first(found: Mapping[str, Iterable[Form]]) -> Forms:
    by_word = {word: tuple(forms) for word, forms in found.items()}
    alone = frozenset(word for word, forms in by_word.items() if any(not form.rest for form in forms))
    return Forms(frozenset(by_word), by_word, alone)
