"""The scans of the article at hand: the embedded reader makes them, the checks behind it find them made."""

from __future__ import annotations

import threading
from weakref import ref

from summarizer.article import Article
from summarizer.patterns.scan import Scan

_MOST_KEPT = 1000
"""Scans of one article that are kept; a longer text is no article, and would fill the memory."""


class _AtHand(threading.local):
    """The last article of a thread and its scans, which go when the article goes."""

    def __init__(self) -> None:
        self.article: ref[Article] | None = None
        self.scans: dict[tuple[int, str], Scan] = {}

    def turn_to(self, article: Article) -> None:
        scans = self.scans = {}
        self.article = ref(article, lambda _: scans.clear())


_at_hand = _AtHand()


def scan_of(article: Article, number: int, text: str) -> Scan:
    """Return the scan of a sentence, or of a piece of one; made once while the article is at hand."""
    if _at_hand.article is None or _at_hand.article() is not article:
        _at_hand.turn_to(article)
    scans = _at_hand.scans
    key = number, text
    scan = scans.get(key)
    if scan is None:
        scan = Scan(text, number)
        if len(scans) < _MOST_KEPT:
            scans[key] = scan
    return scan
