"""What an endpoint or a model says back of an article: errors are printed and kept, articles are not."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_LEAST = 4
"""Words in a row that nobody writes by accident as the article has them."""


def without_echo(said: str, asked: str) -> str:
    """Return what was said with "…" for every run of words that stands in what was asked.

    The last word of a run may be cut off, as it is at the end of a quotation.
    """
    spans = [match.span() for match in _WORD.finditer(said)]
    words = [said[start:end].lower() for start, end in spans]
    text = f" {' '.join(_WORD.findall(asked)).lower()} "
    kept: list[str] = []
    end_of_kept = at = 0
    while at < len(words):
        end = _end_of_run(words, at, text)
        if end - at >= _LEAST:
            kept += [said[end_of_kept : spans[at][0]], "…"]
            end_of_kept = spans[end - 1][1]
            at = end
        else:
            at += 1
    return "".join([*kept, said[end_of_kept:]])


def _end_of_run(words: list[str], start: int, text: str) -> int:
    """Return behind which word a run ends that begins with a word and stands in the text."""
    end = start
    while end < len(words) and f" {' '.join(words[start : end + 1])}" in text:
        end += 1
    return end
