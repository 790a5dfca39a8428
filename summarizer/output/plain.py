"""Text that a screen or a page shows and never obeys."""

from __future__ import annotations

import unicodedata

_JOINERS = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""Invisible characters that Persian, Indic and bidirectional writing need."""
_DROPPED = frozenset("\u00ad\u200b\u2060\ufeff")
"""Soft hyphens and spaces of no width: nothing is read in them, and names hide behind them."""
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_DIRECTED = _RIGHT_TO_LEFT | {"L"}


def plain(text: str) -> str:
    """Return `text` on one line, with control and direction-changing characters spelled out.

    An escape character becomes a picture of one, an override `\\u202e`: what a hostile article has put there
    is seen, and does nothing.
    """
    if text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(map(_shown, text)).split())


def fenced(text: str) -> str:
    """Return `text` with a left-to-right mark behind it where it ends in a right-to-left script.

    Without it a terminal that orders such scripts runs two neighbouring cells of a table together and shows
    the right one first: a count would stand beside the wrong victims.
    """
    for character in reversed(text):
        direction = unicodedata.bidirectional(character)
        if direction in _DIRECTED:
            return f"{text}\u200e" if direction in _RIGHT_TO_LEFT else text
    return text


def clipped(text: str, limit: int) -> str:
    """Return `text`, or as many whole words of it as fit into `limit` characters with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:–-") + "…"


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if character.isspace():
        return " "
    if character in _DROPPED:
        return ""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    match unicodedata.category(character):
        case "Cs":
            return "\ufffd"
        case "Cc":
            return f"\\x{code:02x}"
        case "Cf" if unicodedata.bidirectional(character) != "AN":
            return f"\\u{code:04x}"
    return character
