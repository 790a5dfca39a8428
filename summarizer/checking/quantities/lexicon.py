"""The count words of one language, as `lexicons/*.toml` lists them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, Generic, NamedTuple, TypeVar

from summarizer.checking.quantities.tokens import Token, fold, tokenize

LANGUAGES = ("en", "es", "fr", "ar", "ru", "uk")
_LATIN: tuple[str, ...] = ("en", "es", "fr")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ARABIC = re.compile("[\u0620-\u064a]")
T = TypeVar("T")


class PhraseIndex(Generic[T]):
    """Finds the longest of some phrases that begins at a token."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """Index each phrase by its first word; the first of two equal phrases stays."""
        entries: dict[str, dict[tuple[str, ...], T]] = {}
        for phrase, value in phrases:
            first, *rest = [token.text for token in tokenize(phrase)]
            entries.setdefault(first, {}).setdefault(tuple(rest), value)
        self._entries = {
            first: sorted(rests.items(), key=lambda entry: -len(entry[0])) for first, rests in entries.items()
        }

    @staticmethod
    def of(phrases: Iterable[str]) -> PhraseIndex[bool]:
        """Index phrases that carry no value of their own."""
        return PhraseIndex((phrase, True) for phrase in phrases)

    @property
    def starts(self) -> Iterable[str]:
        """The first words of the phrases."""
        return self._entries

    def match(self, tokens: list[Token], at: int) -> tuple[T, int] | None:
        """Return the value of the longest phrase that begins at `at`, and the place behind it."""
        entries = self._entries.get(tokens[at].text) if at < len(tokens) else None
        if entries is None:
            return None
        last = len(tokens)
        for rest, value in entries:
            end = at + 1
            for word in rest:
                if end == last or tokens[end].text != word:
                    break
                end += 1
            else:
                return value, end
        return None


class NumberWord(NamedTuple):
    """A word that adds to a number: "twenty" leaves room for less than ten behind it."""

    value: int | Fraction
    room: int
    joined: bool = False
    """Carries its "and" (Arabic), so that tens may follow units."""


class Scale(NamedTuple):
    """A word that multiplies the number before it."""

    value: int
    rounded: bool = False
    """ "une centaine" is about a hundred."""
    plural: bool = False
    """Alone it means at least two of them ("dozens")."""


class Opener(NamedTuple):
    """A word that stands before a number: its role, and which bound a qualifier sets."""

    role: str
    bound: str = ""


@dataclass(frozen=True, slots=True)
class CountLexicon:
    """What reading a count needs to know of a language."""

    language: str
    amount_starts: frozenset[str]
    """Every word that an amount can begin with: most words are dismissed by one look."""
    numbers: PhraseIndex[NumberWord]
    scales: PhraseIndex[Scale]
    fractions: PhraseIndex[Fraction]
    several: PhraseIndex[int]
    couples: PhraseIndex[int]
    vague: PhraseIndex[int]
    groups: PhraseIndex[int]
    wholes: PhraseIndex[int]
    openers: PhraseIndex[Opener]
    after: PhraseIndex[str]
    phrases: dict[str, PhraseIndex[bool]]
    """Phrases by role: `_PHRASE_ROLES`."""
    words: dict[str, frozenset[str]]
    """Single words by role: `_WORD_ROLES`."""
    plural_endings: tuple[str, ...]
    singular_endings: tuple[str, ...]
    decimal_comma: bool
    and_room: int
    """How much room an "and" needs: English says "hundred and five" but not "twenty and five"."""


_PHRASE_ROLES = ("to", "and_half", "not_counted", "parts", "none", "one")
_WORD_ROLES = (
    "articles", "of", "and", "ordinals", "people", "casualties", "compounds", "noun_ends",
    "plural_words", "share", "behind_share",
)  # fmt: skip
_OPENER_ROLES = ("none", "one", "definite", "some", "between")


def _table(room: str, language: str) -> dict[str, Any]:
    source = files("summarizer.checking") / room / "lexicons" / f"{language}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def count_lexicon(language: str) -> CountLexicon:
    """Load the lexicon of one of `LANGUAGES`; read once, about a millisecond each."""
    data = _table("quantities", language)
    words: dict[str, Any] = data["words"]
    # "12 October" counts nobody; "12 may be trapped" does.
    months = [month for month in _table("dates", language)["months"] if month != "may"]
    words["not_counted"] = [*words["not_counted"], *months]
    glued = words.get("glued_and", "")
    numbers = PhraseIndex(_numbers(data["numbers"], data.get("rooms", {}), glued))
    scales = PhraseIndex(_scales(data, glued))
    fractions = PhraseIndex((phrase, Fraction(value)) for phrase, value in data.get("fractions", {}).items())
    several, couples, vague, groups, wholes = (
        PhraseIndex[int](data.get(table, {}).items())
        for table in ("several", "couples", "vague", "groups", "wholes")
    )
    amounts = (numbers, scales, fractions, several, couples, vague, wholes)
    return CountLexicon(
        language=language,
        amount_starts=frozenset(word for index in amounts for word in index.starts).union(
            map(fold, words.get("articles", ()))
        ),
        numbers=numbers,
        scales=scales,
        fractions=fractions,
        several=several,
        couples=couples,
        vague=vague,
        groups=groups,
        wholes=wholes,
        openers=PhraseIndex(_openers(data["before"], words)),
        after=PhraseIndex((phrase, bound) for bound, phrases in data["after"].items() for phrase in phrases),
        phrases={role: PhraseIndex.of(words.get(role, ())) for role in _PHRASE_ROLES},
        words={role: frozenset(map(fold, words.get(role, ()))) for role in _WORD_ROLES},
        plural_endings=tuple(words.get("plural_endings", ())),
        singular_endings=tuple(words.get("singular_endings", ())),
        decimal_comma=words["decimal_comma"],
        and_room=words["and_room"],
    )


def languages_to_try(text: str, language: str | None) -> tuple[str, ...]:
    """Return the languages whose number words may stand in a text, the likeliest first."""
    script = _LATIN
    if not text.isascii():
        script = ("ru", "uk") if _CYRILLIC.search(text) else ("ar",) if _ARABIC.search(text) else _LATIN
    if language == "en" and script is _LATIN:
        return ("en",)
    if language not in LANGUAGES:
        return script
    return (language, *(other for other in script if other != language))


def _numbers(
    numbers: dict[str, int | str], rooms: dict[str, int], glued: str
) -> Iterator[tuple[str, NumberWord]]:
    for word, written in numbers.items():
        value = Fraction(written) if isinstance(written, str) else written
        yield word, NumberWord(value, rooms.get(word, _room(value)))
        if glued:
            yield glued + word, NumberWord(value, rooms.get(word, _room(value)), joined=True)


def _room(value: int | Fraction) -> int:
    """How large a number may follow within the same hundred: twenty-[one], two hundred [and ninety-nine]."""
    if value >= 100:
        return 100
    return 10 if value >= 20 and value % 10 == 0 else 0


def _scales(data: dict[str, dict[str, int]], glued: str) -> Iterator[tuple[str, Scale]]:
    for kind in ("scales", "rounds", "plurals"):
        for word, value in data.get(kind, {}).items():
            scale = Scale(value, rounded=kind == "rounds", plural=kind == "plurals")
            yield word, scale
            if glued:
                yield glued + word, scale


def _openers(before: dict[str, list[str]], words: dict[str, Any]) -> Iterator[tuple[str, Opener]]:
    for bound, phrases in before.items():
        for phrase in phrases:
            yield phrase, Opener("qualifier", bound)
    for role in _OPENER_ROLES:
        for phrase in words.get(role, ()):
            yield phrase, Opener(role)
    for role in ("fillers", "leads"):
        for phrase in words.get(role, ()):
            yield phrase, Opener("filler")
