"""Words with their offsets, in one folded form in which everything is looked up."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

# Words break at hyphens: "US-led" and "al-Qaim" are looked up word by word; `glued` remembers the hyphen.
_TOKEN = re.compile(
    r"[^\W\d_](?:(?:\.[a-z])+\.|[^\W_]*(?:'(?!s\b)[^\W_]+)*)"  # a word, or "u.s."
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W\d_])|\d[^\W_]*|'s\b|[^\w\s-]|-(?!\w)|(?<!\w)-|_"
)


ISLAMIC_STATE = "=is"
"""The word that "IS" becomes where capitals tell it from "is"."""


class _Folding(dict[int, str]):
    """Maps a character to its plain lower-case form, always one character, so that offsets stay."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKD", character)[:1].lower()
        folded = plain if len(plain) == 1 else character
        self[code] = folded
        return folded


_FOLDING = _Folding(
    {ord(c): "'" for c in "’‘ʼʻ`´"} | {ord(c): '"' for c in "“”„«»"} | {ord(c): "-" for c in "‐‑"}
)


def fold(text: str) -> str:
    """Return the text in lower case without diacritics, quotes straight, character for character.

    >>> fold("Santibáñez’s")
    "santibanez's"
    """
    return text.lower() if text.isascii() else text.translate(_FOLDING)


class Tokens:
    """The words of one sentence, side by side: folded `words[i]` stands at `text[starts[i]:ends[i]]`."""

    __slots__ = ("cased", "ends", "glued", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        folded = fold(text)
        self.text = text
        self.cased = not text.isupper()
        """Whether capitals tell anything: they do not where everything is in capitals."""
        spans = [match.span() for match in _TOKEN.finditer(folded)]
        self.words: list[str] = [folded[start:end] for start, end in spans]
        self.starts: tuple[int, ...]
        self.ends: tuple[int, ...]
        self.starts, self.ends = zip(*spans, strict=True) if spans else ((), ())
        if self.cased and "IS" in text:
            # the group's acronym must not be taken for the verb
            for index, (start, end) in enumerate(spans):
                if text[start:end] == "IS":
                    self.words[index] = ISLAMIC_STATE
        self.glued: list[bool] = [False] * len(spans)
        """Whether a hyphen joins the word to the one before it."""
        if "-" in folded:
            for index, (left, right) in enumerate(pairwise(spans), start=1):
                self.glued[index] = left[1] + 1 == right[0] and folded[left[1]] == "-"

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> str:
        """Return the text from token `first` up to but not including token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def capital(self, index: int) -> bool:
        """Tell whether the token begins with a capital that means something."""
        return self.cased and self.text[self.starts[index]].isupper()

    def upper(self, index: int) -> bool:
        """Tell whether the token is written in capitals only, in a text that is not."""
        return self.cased and self.text[self.starts[index] : self.ends[index]].isupper()
