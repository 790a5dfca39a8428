"""One form of a text, made once; every offset counts characters of this form."""

from __future__ import annotations

import re
import unicodedata
from statistics import median

# Spaces of other widths become a space. Soft hyphens, zero-width spaces, byte order marks and the marks that
# steer the direction of a line go: they break names apart, or show a reader another text than the one stored.
# Zero-width joiners stay: Persian and several Indian scripts are misspelt without them.
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
# What typesetting leaves in a text copied from a PDF: a reader writes "officers" for "oﬃcers".
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ASCII_FORM = str.maketrans(
    {
        chr(code): _LINE_BREAKS.sub("\n", _INVISIBLE.sub("", _SPACES.sub(" ", chr(code))))
        for code in range(128)
    }
)
"""The same three patterns for text that is all ASCII, in one pass."""
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")  # cannot be written as UTF-8
_TO_MEND = re.compile(
    "["
    + "".join(known.pattern[1:-1] for known in (_SPACES, _INVISIBLE, _LIGATURE, _HALF_CHARACTERS))
    + "\r\x0b\x0c\x85\u2028\u2029]"
)
"""Any of these: many texts beyond ASCII only have quotes and dashes of their own."""

# Of 103 development documents none that keeps a paragraph on a line has lines this even.
_WRAP_WIDTH = 100
_WRAP_EVENNESS = 0.75


def normalise(text: str) -> str:
    """Return the text in Unicode form C with plain spaces and letters, `\\n` line ends and no invisible
    characters."""
    if text.isascii():
        text = text.replace("\r\n", "\n").translate(_ASCII_FORM)
    elif _TO_MEND.search(text):
        text = _LINE_BREAKS.sub("\n", text)
        text = unicodedata.normalize("NFC", _HALF_CHARACTERS.sub("\ufffd", text))
        text = _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text)
        text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    else:
        text = unicodedata.normalize("NFC", text)
    text = _collapse(text, "  ", " ").replace(" \n", "\n").replace("\n ", "\n")
    text = _collapse(text, "\n\n\n", "\n\n")
    return unwrap(text.strip(" \n"))


def _collapse(text: str, run: str, single: str) -> str:
    """Shorten runs by replacing until none is left: each pass halves them, at the speed of `str.replace`."""
    while run in text:
        text = text.replace(run, single)
    return text


def unwrap(text: str) -> str:
    """Join the lines of a text that was wrapped at a fixed width; return any other text as it is."""
    blocks = text.split("\n\n")
    broken = [line for block in blocks for line in block.split("\n")[:-1]]
    if len(broken) < 4 or not _evenly_wrapped(broken):
        return text
    return "\n\n".join(block.replace("\n", " ") for block in blocks)


def _evenly_wrapped(lines: list[str]) -> bool:
    lengths = [len(line) for line in lines]
    widest = max(lengths)
    return 40 <= widest <= _WRAP_WIDTH and median(lengths) >= _WRAP_EVENNESS * widest
