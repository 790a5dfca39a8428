"""Words with their offsets, in one folded form in which everything is looked up."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

# Words break at hyphens: "US-led" and "al-Qaim" are looked up word by word; `glued` remembers the hyphen.
_TOKEN = (
    r"([a-z]++(?![\w'.])"  # most words
    r"|[^\W\d_](?:(?:\.[a-z])+\.|[^\W_]*(?:'(?!s\b)[^\W_]+)*)"  # a word, or "u.s."
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W\d_])|\d[^\W_]*|'s\b|[^\w\s-]|-(?!\w)|(?<!\w)-|_)"
)
_TOKENS = re.compile(_TOKEN)
_ASCII_TOKENS = re.compile(_TOKEN, re.ASCII)

ISLAMIC_STATE = "=is"
"""The word that "IS" becomes where capitals tell it from "is"."""


class _Folding(dict[str, str]):
    """Maps a character to its plain lower-case form, always one character, so that offsets stay."""

    def __missing__(self, character: str) -> str:
        plain = unicodedata.normalize("NFKD", character)[:1].lower()
        folded = plain if len(plain) == 1 else character
        self[character] = folded
        return folded


_FOLDING = _Folding(dict.fromkeys("’‘ʼʻ`´", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑", "-"))
_ODD = re.compile("[`\x80-\U0010ffff]")


def fold(text: str) -> str:
    """Return the text in lower case without diacritics, quotes straight, character for character.

    >>> fold("Santibáñez’s")
    "santibanez's"
    """
    if text.isascii():
        return text.lower()
    return _ODD.sub(lambda found: _FOLDING[found[0]], text).lower()


_NONE: frozenset[int] = frozenset()


class Tokens:
    """The words of one sentence, side by side: folded `words[i]` stands at `text[starts[i]:ends[i]]`."""

    __slots__ = ("capitals", "cased", "ends", "glued", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        folded = fold(text)
        # gap, word, gap, word, …, gap: the ends of all these pieces are the offsets
        pieces = (_ASCII_TOKENS if folded.isascii() else _TOKENS).split(folded)
        borders = list(accumulate(map(len, pieces)))
        self.text = text
        self.words: list[str] = pieces[1::2]
        self.starts: list[int] = borders[:-1:2]
        self.ends: list[int] = borders[1::2]
        self.cased = not text.isupper()
        """Whether capitals tell anything: they do not where everything is in capitals."""
        self.capitals: list[bool]
        """Whether each word begins with a capital that means something."""
        if self.cased:
            self.capitals = list(map(str.isupper, map(text.__getitem__, self.starts)))
            if "IS" in text:
                self._tell_the_acronym()
        else:
            self.capitals = [False] * len(self.words)
        self.glued: frozenset[int] = _NONE
        """The words that a hyphen joins to the one before."""
        if "-" in folded:
            self.glued = frozenset(index for index, gap in enumerate(pieces[:-1:2]) if gap == "-")

    def _tell_the_acronym(self) -> None:
        """Keep the group's acronym from being taken for the verb."""
        for index, word in enumerate(self.words):
            if word == "is" and self.span(index, index + 1) == "IS":
                self.words[index] = ISLAMIC_STATE

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> str:
        """Return the text from token `first` up to but not including token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def upper(self, index: int) -> bool:
        """Tell whether the token is written in capitals only, in a text that is not."""
        return self.cased and self.text[self.starts[index] : self.ends[index]].isupper()
