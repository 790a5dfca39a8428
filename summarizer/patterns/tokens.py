"""Words with their offsets, in one folded form in which everything is looked up."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate
from sys import intern

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


_Run = tuple[tuple[str, ...], tuple[bool, ...], tuple[int, ...], bool]
"""What stands between two spaces of a text: its words, which of them begin with a capital, the lengths of
word, gap, word, gap …, the space behind being the last gap, and whether a hyphen joins two of the words."""


class _Runs(dict[str, _Run | None]):
    """Maps a run of characters to its words: nearly every run of a text has been met before.

    None where the run is empty or something that only the whole text tells how to read.
    """

    def __missing__(self, text: str) -> _Run | None:
        run = _read_run(text)
        if len(text) <= _LONGEST_RUN:
            if len(self) >= _MOST_RUNS:
                self.clear()
            self[intern(text)] = run
        return run


def _read_run(text: str) -> _Run | None:
    folded = fold(text)
    if folded.split() != [folded] or "`" in text:
        return None
    pieces = _pieces(folded)[1:-1]
    lengths = (*map(len, pieces), 1)
    starts = list(accumulate(lengths, initial=0))[:-1:2]
    words = tuple(map(intern, _with_acronym(text, pieces[::2], starts)))
    capitals = tuple(text[start].isupper() for start in starts)
    return words, _CAPITALS.get(capitals, capitals), _LENGTHS.get(lengths, lengths), "-" in pieces[1::2]


def _pieces(folded: str) -> list[str]:
    """Cut a text into gap, word, gap, word, …, gap."""
    return (_ASCII_TOKENS if folded.isascii() else _TOKENS).split(folded)


def _with_acronym(text: str, words: list[str], starts: list[int]) -> list[str]:
    """Return the words with the group's acronym told from the verb."""
    if "IS" not in text:
        return words
    return [
        ISLAMIC_STATE if word == "is" and text.startswith("IS", start) else word
        for word, start in zip(words, starts, strict=True)
    ]


_LONGEST_RUN, _MOST_RUNS = 32, 32_768
"""Characters of a run that is kept, and how many are: some ten megabytes for an archive of any size."""
_CAPITALS: dict[tuple[bool, ...], tuple[bool, ...]] = {known: known for known in ((False,), (True,))}
_LENGTHS: dict[tuple[int, ...], tuple[int, ...]] = {
    known: known for known in ((size, 1) for size in range(1, _LONGEST_RUN + 1))
}
"""What most runs, of one word each, have alike: they share it, which keeps them small."""
_RUNS = _Runs()
_NONE: frozenset[int] = frozenset()


_AMOUNT_IN_QUOTES = re.compile(
    r'["“]((?:[a-z]+ ){0,2}\d[\d,.]*|(?:several |tens of )?(?:dozens|scores|hundreds)(?: of)?)["”](?= \w)',
    re.I,
)
"""A count that is quoted, and whose noun is not: killed "around 60" volunteers. It is read without quotes."""


class Tokens:
    """The words of one sentence, side by side: folded `words[i]` stands at `text[starts[i]:ends[i]]`."""

    __slots__ = ("capitals", "cased", "ends", "glued", "starts", "text", "words")

    words: list[str]
    starts: list[int]
    ends: list[int]
    cased: bool
    """Whether capitals tell anything: they do not where everything is in capitals."""
    capitals: list[bool]
    """Whether each word begins with a capital that means something."""
    glued: frozenset[int]
    """The words that a hyphen joins to the one before."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cased = not text.isupper()
        self.glued = _NONE
        unquoted = _AMOUNT_IN_QUOTES.sub(r" \1 ", text) if '"' in text or "“" in text else text
        if unquoted != text or not (self.cased or text.isascii()):
            self._read_whole(unquoted)
            return
        self.words, self.capitals = [], []
        all_lengths: list[int] = []
        any_joined = False
        for run in map(_RUNS.__getitem__, (text if self.cased else text.lower()).split(" ")):
            if run is None:
                self._read_whole(text)
                return
            words, capitals, lengths, joined = run
            self.words += words
            self.capitals += capitals
            all_lengths += lengths
            if joined:
                any_joined = True
        borders = list(accumulate(all_lengths, initial=0))
        self.starts, self.ends = borders[:-1:2], borders[1::2]
        if any_joined:
            # inside a run only a hyphen stands between two words
            gaps = zip(self.ends, self.starts[1:], strict=False)
            self.glued = frozenset(
                index for index, (end, start) in enumerate(gaps, 1) if end < start and text[end] != " "
            )

    def _read_whole(self, text: str) -> None:
        """Read a text that its runs do not tell: with other spaces, or with two of them together."""
        pieces = _pieces(fold(text))
        borders = list(accumulate(map(len, pieces)))
        self.starts, self.ends = borders[:-1:2], borders[1::2]
        self.words = pieces[1::2]
        if self.cased:
            self.words = _with_acronym(text, self.words, self.starts)
            self.capitals = [text[start].isupper() for start in self.starts]
        else:
            self.capitals = [False] * len(self.words)
        self.glued = frozenset(index for index, gap in enumerate(pieces[:-1:2]) if gap == "-")

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> str:
        """Return the text from token `first` up to but not including token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def upper(self, index: int) -> bool:
        """Tell whether the token is written in capitals only, in a text that is not."""
        return self.cased and self.text[self.starts[index] : self.ends[index]].isupper()
