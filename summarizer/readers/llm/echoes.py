"""What an endpoint or a model says back of an article: errors are printed and kept, articles are not."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)
"""A word, or a character of a script that does not part its words."""
_LEAST = 4
"""Words in a row that nobody writes by accident as the article has them."""
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[nrt])")
"""A character as JSON in JSON has it."""


def without_echo(said: str, asked: str) -> str:
    """Return what was said with "…" for every run of words that stands in what was asked.

    The last word of a run may be cut off, as it is at the end of a quotation.
    """
    said = unicodedata.normalize("NFC", _ESCAPE.sub(_unescaped, said))
    asked = unicodedata.normalize("NFC", asked)
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


def _unescaped(found: re.Match[str]) -> str:
    """Return the character of an escape; halves of a pair, and ends of lines, become a space."""
    code = int(found[1], 16) if found[1] else 0
    return chr(code) if code >= 0x20 and not 0xD800 <= code < 0xE000 else " "


def _end_of_run(words: list[str], start: int, text: str) -> int:
    """Return behind which word a run ends that begins with a word and stands in the text."""
    end = start
    while end < len(words) and f" {' '.join(words[start : end + 1])}" in text:
        end += 1
    return end
