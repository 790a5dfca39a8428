"""Where sentences begin and end.

The borders come from the sentencex library, paragraph by paragraph; what it gets wrong in news English is
mended here. It takes quadratic time on a long run of unclosed quotes, so a long paragraph is fed to it in
windows.
"""

from __future__ import annotations

import re

import sentencex

_WINDOW = 1000
"""Characters a call: a megabyte of unclosed quotes then takes a quarter of a second instead of a minute."""

_OPEN_END = re.compile(
    r"(?:\b(?:[ap]\.\s?m|Approx|approx|Inf|Div|Bn|Brig|Bde|Regt|Sgt|Cpl|Pte|Pvt|Lt|Maj|Gen|Col|Capt|Adm|Cmdr"
    r"|Gov|Sen|Rep|Rev|Mr|Mrs|Ms|Dr|St|Mt|Ft|No|Nos|vs|cf|e\.g|i\.e|ca"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.\s*$"
)
_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|local|on\b|GMT|UTC|\(|EST|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct"
    r"|Nov|Dec"
)
_CLOCK = re.compile(r"\b[ap]\.\s?m\.\s*$")
_LOWER_NAME = re.compile(r"(?:al|el|as|ash|at|an|ar|az|ad|ed|ez|abu|bin|ibn|de|von|van|y|i)[- ’'][^\W\d_]")


def split(text: str, language: str | None) -> list[tuple[int, int]]:
    """Return the sentences of a normalised text as (start, end), in order, without surrounding space."""
    spans: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        if paragraph:
            spans.extend(_of_paragraph(paragraph, start, language or "en"))
        start += len(paragraph) + 1
    return spans


def _of_paragraph(paragraph: str, offset: int, language: str) -> list[tuple[int, int]]:
    borders = _borders(paragraph, language)
    spans: list[tuple[int, int]] = []
    start = 0
    for end in borders:
        if end < len(paragraph) and _goes_on(paragraph, end):
            continue
        piece = paragraph[start:end]
        stripped = piece.strip()
        if stripped:
            left = start + piece.index(stripped[0])
            spans.append((offset + left, offset + left + len(stripped)))
        start = end
    return spans


def _borders(paragraph: str, language: str) -> list[int]:
    """Return the ends of sentencex's pieces, the paragraph's end last."""
    if len(paragraph) <= _WINDOW:
        return _ends(paragraph, 0, language)
    borders: list[int] = []
    position = 0
    while len(paragraph) - position > _WINDOW:
        ends = _ends(paragraph[position : position + _WINDOW], position, language)
        # The last piece of a window may go on in the next one; one that fills half a window surely does, and
        # reading it again and again would take quadratic time.
        borders.extend(ends[:-1])
        again = ends[-2] if len(ends) > 1 else position
        position = again if again - position >= _WINDOW // 2 else position + _WINDOW
    borders.extend(_ends(paragraph[position:], position, language))
    return borders


def _ends(text: str, offset: int, language: str) -> list[int]:
    ends: list[int] = []
    position = offset
    for piece in sentencex.segment(language, text):
        position += len(piece)
        ends.append(position)
    if not ends or ends[-1] != offset + len(text):
        ends.append(offset + len(text))
    return ends


def _goes_on(paragraph: str, end: int) -> bool:
    """Tell whether the sentence goes on behind a border that sentencex has set."""
    following = paragraph[end : end + 24].lstrip()
    if not following:
        return False
    tail = paragraph[max(0, end - 16) : end]
    if _OPEN_END.search(tail):
        return not _CLOCK.search(tail) or following[0].islower() or _AFTER_CLOCK.match(following) is not None
    return following[0].islower() and not _LOWER_NAME.match(following)
