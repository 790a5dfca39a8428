"""The date words of one language, as `lexicons/*.toml` lists them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from summarizer.checking.quantities.lexicon import PhraseIndex
from summarizer.checking.quantities.tokens import fold

DATE_LANGUAGES = ("en", "es", "fr", "ar", "ru", "uk")


class DateWord(NamedTuple):
    """What a word of a date phrase is; `code` is the letter that the rules spell it with.

    `value` and `text` hold what the word means: a month's number, a unit's name and whether it is a plural.
    """

    code: str
    value: int = 0
    text: str = ""


CODES = {
    "last": "l",
    "past": "p",
    "this": "t",
    "next": "n",
    "weekend": "k",
    "ago": "a",
    "to": "r",
    "and": "&",
    "between": "b",
    "since": "c",
    "for": "f",
    "within": "w",
    "in": "i",
    "before": "B",
    "after": "A",
    "recent": "v",
    "few": "q",
    "later": "E",
    "overnight": "O",
    "anchored": "K",
    "feasts": "H",
    "noise": "",
}
"""Each role of a lexicon's [words], with its letter.

The tables have theirs: W weekday, M month, S season, U unit of time, R day counted from the publication, F
fixed day of the year, T time of day, P part of a period. Figures are N (number), Y (year) and D (decade).
"""


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """What reading a date needs to know of a language."""

    language: str
    words: PhraseIndex[DateWord]
    clock: frozenset[str]
    """What stands behind a time written as four figures ("2330 GMT")."""
    clock_before: frozenset[str]
    qualifier_follows: bool
    """Whether "last" stands behind its noun ("la semana pasada")."""


@cache
def date_lexicon(language: str) -> DateLexicon:
    """Load the lexicon of one of `DATE_LANGUAGES`; read once, about a millisecond each."""
    source = files("summarizer.checking.dates") / "lexicons" / f"{language}.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    words: dict[str, Any] = data["words"]
    return DateLexicon(
        language=language,
        words=PhraseIndex(_entries(data)),
        clock=frozenset(map(fold, words.get("clock", ()))),
        clock_before=frozenset(map(fold, words.get("clock_before", ()))),
        qualifier_follows=bool(words.get("qualifier_follows", False)),
    )


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, DateWord]]:
    valued = {"weekdays": "W", "months": "M", "seasons": "S", "days": "R", "ordinals": "N"}
    for table, code in valued.items():
        for phrase, value in data.get(table, {}).items():
            yield phrase, DateWord(code, value, "ordinal" if code == "N" else "")
    for table, code in (("times", "T"), ("parts", "P")):
        for phrase, text in data.get(table, {}).items():
            yield phrase, DateWord(code, 0, text)
    for phrase, unit in data["units"].items():
        yield phrase, DateWord("U", int(unit.endswith("s")), unit.removesuffix("s"))
    for table, code in (("days_with_time", "R"), ("weekdays_with_time", "W")):
        for phrase, (value, text) in data.get(table, {}).items():
            yield phrase, DateWord(code, value, text)
    for phrase, (month, day) in data.get("fixed_days", {}).items():
        yield phrase, DateWord("F", month * 100 + day)
    for role, code in CODES.items():
        for phrase in data["words"].get(role, ()):
            yield phrase, DateWord(code)
    for phrase in data["words"].get("overnight_into", ()):
        yield phrase, DateWord("O", 1)
