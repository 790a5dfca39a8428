"""The words and figures of a short phrase, folded for comparing, with their offsets kept."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
)
"""Combining marks and characters that do not show: part of the word that they stand in."""

_TOKEN = (
    rf"(?P<prefix>[وفبلك]{{1,2}}(?=\d))"
    rf"|(?P<word>[^\W\d_][\w{_MARKS}]*+(?:['’ʼ`](?=[^\W\d_])[\w{_MARKS}]*+)*+)"
    rf"|(?P<figure>\d{{1,3}}(?:[\u00a0\u2009\u202f]\d{{3}})+(?!\d)|\d+(?:[.,'’٬٫]\d+)*)(?P<suffix>[^\W\d_]*)"
    rf"|(?P<symbol>[^\s\w{_MARKS}])"
)
_TOKENS = re.compile(_TOKEN)
_ASCII_TOKENS = re.compile(_TOKEN, re.ASCII)
_INVISIBLE = re.compile(f"[{_MARKS}\u0640]")
_DASHES = frozenset("-‐‑‒–—−")
_APOSTROPHES = str.maketrans("’ʼ`", "'''")
_SEPARATORS = str.maketrans(dict.fromkeys("’\u00a0\u2009\u202f", "'") | {"٬": ",", "٫": "·"})
_ORDINAL_SUFFIXES = frozenset("st nd rd th d º ª er ère ere e ème eme nd nde й я е го".split())
_SCALE_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9}
_ELIDED = frozenset(["d", "l", "qu", "jusqu", "n", "c", "s"])
_LONGEST_WORD = 40
_LONGEST_FIGURE = 18
"""Digits in a figure that may still be a count; also keeps `int` away from numbers of any length."""


class Token(NamedTuple):
    """One word, figure or sign; ``phrase[start:end]`` is what it was read from."""

    text: str
    start: int
    end: int
    kind: str
    """word, number, ordinal, code ("12km"), symbol"""
    value: int | Fraction | None = None
    hyphenated: bool = False
    """A dash without spaces joins it to the token before it."""


def tokenize(phrase: str, limit: int | None = None) -> list[Token]:
    """Split a phrase into at most `limit` tokens; a dash inside a compound marks the token behind it."""
    tokens: list[Token] = []
    joined = False
    plain = phrase.isascii()
    if plain:
        phrase = phrase.lower()  # then it is folded, and so is each word
    matches = (_ASCII_TOKENS if plain else _TOKENS).finditer(phrase)
    for match in matches if limit is None else islice(matches, limit):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "word" or kind == "prefix":
            text = match[0] if plain else fold(match[0])
            if "'" in text:
                tokens.extend(_parted(match[0], text, start, joined))
            else:
                tokens.append(Token(text, start, end, "word", None, joined))
            joined = False
        elif kind == "suffix":
            tokens.append(_figure_token(match["figure"], match["suffix"], start, end, joined))
            joined = False
        elif match[0] in _DASHES and tokens and tokens[-1].end == start and phrase[end : end + 1].isalnum():
            joined = True
        else:
            sign = match[0]
            tokens.append(Token("-" if sign in _DASHES else sign, start, end, "symbol"))
    return tokens


def fold(word: str) -> str:
    """Bring a word to the form that lexicons are compared in: no case, accents or invisible characters."""
    if word.isascii():
        return word.lower()
    return _fold_letters(word) if len(word) > _LONGEST_WORD else _fold_word(word)


@lru_cache(maxsize=4096)
def _fold_word(word: str) -> str:
    return _fold_letters(word)


def _fold_letters(word: str) -> str:
    bare = _INVISIBLE.sub("", word).translate(_APOSTROPHES).casefold()
    letters = unicodedata.normalize("NFKD", bare)
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return kept.replace("ة", "ه").replace("ى", "ي")


def _parted(written: str, text: str, start: int, joined: bool) -> list[Token]:
    """Make one token of a word with an apostrophe, or two where it parts the word ("Friday's", "d'une")."""
    end = start + len(written)
    head, _, tail = text.partition("'")
    if tail == "s":
        return [Token(head, start, end, "word", None, joined)]
    if head in _ELIDED:
        cut = start + next(place for place, letter in enumerate(written) if letter in "'’ʼ`")
        return [Token(head, start, cut, "word", None, joined), Token(tail, cut + 1, end, "word")]
    return [Token(text, start, end, "word", None, joined)]


def _figure_token(figure: str, suffix: str, start: int, end: int, joined: bool) -> Token:
    folded = suffix.casefold()
    if not folded:
        value = figure_value(figure)
        return Token(figure, start, end, "code" if value is None else "number", value, joined)
    if folded in _SCALE_SUFFIXES:
        decimal = figure_value(figure, before_scale=True)
        if decimal is not None:
            return Token(figure + folded, start, end, "number", decimal * _SCALE_SUFFIXES[folded], joined)
    return Token(
        figure + folded, start, end, "ordinal" if folded in _ORDINAL_SUFFIXES else "code", None, joined
    )


def figure_value(
    figure: str, *, before_scale: bool = False, decimal_comma: bool = False
) -> int | Fraction | None:
    """Read digits with separators ("1,200", "1.200", "1,20,000", "2.5"); None where they are no number.

    People are counted whole, so a lone separator before three digits groups thousands in every language,
    except before a scale word ("1.250 million"), where it is read as the language writes decimals.
    """
    if len(figure) > _LONGEST_FIGURE:
        return None
    if figure.isdecimal():
        return int(figure)
    plain = figure.translate(_SEPARATORS)
    marks = [letter for letter in plain if not letter.isdecimal()]
    *groups, last = re.split(r"[.,'·]", plain)
    final = marks[-1]
    decimal_mark = "," if decimal_comma else "."
    if "·" in marks[:-1] or len(set(marks[:-1])) > 1:
        return None
    same = marks.count(final) == len(marks)
    if same and final != "·" and _grouped([*groups, last]):
        if not (before_scale and len(marks) == 1 and final == decimal_mark):
            return int("".join([*groups, last]))
    elif (same and len(marks) > 1) or final == "'" or (len(groups) > 1 and not _grouped(groups)):
        return None
    return _simplest(Fraction(int("".join([*groups, last])), 10 ** len(last)))


def _grouped(groups: list[str]) -> bool:
    """Whether digits stand in thousands ("12,345,678") or in lakhs and crores ("1,23,45,678")."""
    first, *middle, last = groups
    if len(last) != 3 or first == "0" or not 1 <= len(first) <= 3:
        return False
    return all(len(group) == 3 for group in middle) or (
        len(first) <= 2 and all(len(group) == 2 for group in middle)
    )


def _simplest(number: Fraction) -> int | Fraction:
    return number.numerator if number.denominator == 1 else number
