"""Finding a name in a text whatever its case, quotes, hyphens, diacritics and line breaks.

Folding keeps one character for one character, so a place in the folded text is a place in the text.
"""

from __future__ import annotations

import re
import unicodedata

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛`´ʼʿʾ′＇"), "'") | dict.fromkeys(map(ord, "“”„‟«»″"), '"')
_HYPHENS = dict.fromkeys(map(ord, "-‐‑‒–—―−"), " ")
_ASCII = str.maketrans({"-": " ", "\n": " "})


class _FoldTable(dict[int, str]):
    """Characters to their folded form, each worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = unicodedata.normalize("NFD", character)[0].lower()
        folded = base if len(base) == 1 else character
        self[code] = folded
        return folded


_ODD = re.compile("[`\x80-\U0010ffff]")
_TABLE = _FoldTable({ord("\n"): " ", **_QUOTES, **_HYPHENS})


def fold(text: str) -> str:
    """Return the text folded, character for character."""
    if not text.isascii():
        # Mostly a few quotes, dashes and diacritics, behind which the rest is ASCII.
        plain = _ODD.sub(lambda found: _TABLE[ord(found[0])], text)
        if not plain.isascii():
            return text.translate(_TABLE)
        text = plain
    return text.lower().translate(_ASCII)


def find_folded(needle: str, folded: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Return where the folded needle stands as whole words in a folded text, or None."""
    needle = needle.strip()
    if not needle:
        return None
    limit = len(folded) if end is None else end
    left_edge, right_edge = needle[0].isalnum(), needle[-1].isalnum()
    position = folded.find(needle, start, limit)
    while position >= 0:
        after = position + len(needle)
        left_free = not left_edge or position == 0 or not folded[position - 1].isalnum()
        right_free = not right_edge or after >= len(folded) or not folded[after].isalnum()
        if left_free and right_free:
            return position, after
        position = folded.find(needle, position + 1, limit)
    return None
