"""Headings inside a text: a title pasted above the dateline, the headline of an update."""

from __future__ import annotations

import re
from itertools import islice

from summarizer.patterns.scan import Scan

_LONGEST = 25
"""Words of a heading at most."""
_SHARE = 0.75
"""Of its longer words, how many begin with a capital."""


def is_heading(scan: Scan) -> bool:
    """Tell whether a line is a headline: no full stop, and nearly every longer word with a capital.

    "Joint Force Captures Rebel Commander in Daro" is one; a text all in capitals has none that could be told.
    """
    words = scan.words
    if not scan.tokens.cased or not 4 <= len(words) <= _LONGEST or not words[-1][-1].isalnum():
        return False
    long_words = [index for index, word in enumerate(words) if len(word) > 3 and word.isalpha()]
    if len(long_words) < 3:
        return False
    return sum(scan.tokens.capitals[index] for index in long_words) >= _SHARE * len(long_words)


_PLACE_HEADING = re.compile(r"^\*?[A-Z][A-Z' -]{2,30} (?:-{1,2}|–|—) ", re.MULTILINE)


def lists_places(text: str) -> bool:
    """Tell whether paragraphs of a round-up open on their places, "KIRKUK - Gunmen killed two.", so that none
    of these is where the article was written."""
    return len(list(islice(_PLACE_HEADING.finditer(text), 2))) > 1
