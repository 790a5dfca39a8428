"""Whether the article tries to instruct whoever reads it.

It changes nothing else: the text is data to every reader here. The finding tells the user that somebody
meant it to be more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from summarizer.checking.case import Case
from summarizer.checking.instructions.foreign import OTHER_SCRIPTS, ROMANCE
from summarizer.checking.instructions.marks import marks
from summarizer.checking.instructions.signs import ENGLISH, Sign
from summarizer.schema.report import Evidence
from summarizer.schema.vocabulary import FindingCode

_LATIN = (*ENGLISH, *ROMANCE)
_GATES = frozenset[str]().union(*(sign.gate for sign in _LATIN))

_MOST = 5
"""Places shown of one kind: more tell nothing new."""
_STEP = 40
_QUOTED = 120
"""Characters of a quotation in a message."""

_STATEMENT = frozenset(
    (
        "to would could did didn't may might can can't cannot will won't not never who that which they we he "
        "she it i often sometimes simply does doesn't systems models chatbots assistants bots machines ais "
        "llms tools people soldiers troops drivers readers users"
    ).split()
)
"""Before a verb, these make it a statement: "the rebels would ignore", "chatbots ignore"."""
_PLEA = frozenset(
    "please now must should you kindly just then and also always only instead so shall simply but".split()
)
"""Before a verb, these leave it an order."""
_OPENS = frozenset(".!?:\"'([{<>}])*|#`\n…«-")
_LAST_WORD = re.compile(r"([\w']{1,20})[\s*_,]{1,3}$")

_NUMBERED = re.compile(r"(?m:^)\[\d{1,3}\] ?(?=\S)")
_NOTE = re.compile(r"[^\s\[(]\[\d{1,3}\]")


def check_instructions(case: Case) -> None:
    """Find text that speaks to its reader, imitates a prompt or an answer, or carries code."""
    for what, spans in _found(case).items():
        evidence = [shown for start, end in spans if (shown := _evidence(case, start, end)) is not None]
        start, end = spans[0]
        quoted = " ".join(case.article.text[start : min(end, start + _QUOTED)].split())
        case.add(
            FindingCode.INSTRUCTION_IN_TEXT,
            "article.text",
            f"the article {what}: “{quoted}”. It is text, not an instruction.",
            evidence=evidence,
        )


def _found(case: Case) -> dict[str, list[tuple[int, int]]]:
    """Return the places of each kind of instruction, at most `_MOST` of a kind."""
    found: dict[str, list[tuple[int, int]]] = {}
    for sign in _signs(case):
        spans = found.get(sign.what, [])
        for span in _places(sign, case):
            if len(spans) == _MOST:
                break
            if all(span[1] <= start or span[0] >= end for start, end in spans):
                spans.append(span)
        if spans:
            found[sign.what] = sorted(spans)
    text = case.article.text
    for mark in marks():
        # a single character is looked for ten times as fast as a word
        if any(anchor[0] in text and anchor in text for anchor in mark.anchors) or not case.words.isdisjoint(
            mark.words
        ):
            spans = [match.span() for match in islice(mark.pattern.finditer(text), _MOST)]
            if spans:
                found[mark.what] = spans
    numbered = _fake_numbers(text)
    if numbered:
        found["numbers sentences of its own"] = numbered
    return found


def _signs(case: Case) -> Iterator[Sign]:
    """Yield the signs of which the article has an anchor."""
    present = case.words & _GATES
    for sign in _LATIN if present else ():
        if not present.isdisjoint(sign.gate):
            yield sign
    if not case.folded.isascii():
        for sign in OTHER_SCRIPTS:
            if any(anchor in case.folded for anchor in sign.anchors):
                yield sign


def _places(sign: Sign, case: Case) -> Iterator[tuple[int, int]]:
    """Yield where a sign stands: searched only around its anchors, each stretch of text once."""
    folded = case.folded
    for first, last in _stretches(sign, folded):
        for match in sign.pattern.finditer(folded, first, last):
            if sign.position == "any" or _is_order(case.article.text, match.start(), sign.position):
                yield match.span()


def _stretches(sign: Sign, folded: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches around the anchors, in order, none overlapping another of the same anchor."""
    for anchor in sign.anchors:
        at = folded.find(anchor)
        while at >= 0:
            first, last = max(0, at - sign.reach), at + sign.reach
            following = folded.find(anchor, at + _STEP)
            while 0 <= following < last:
                last = following + sign.reach
                following = folded.find(anchor, following + _STEP)
            yield first, min(last, len(folded))
            at = following


def _is_order(text: str, start: int, position: str) -> bool:
    """Tell whether a verb at `start` gives an order, by what stands before it."""
    before = text[max(0, start - 24) : start]
    bare = before.rstrip(" ")
    if not bare or bare[-1] in _OPENS:
        return True
    word = _LAST_WORD.search(before)
    last = word[1].lower() if word else ""
    if position == "opening":
        return last in _PLEA
    return last not in _STATEMENT


def _fake_numbers(text: str) -> list[tuple[int, int]]:
    """Return line starts like "[7] ", as the sentences of a prompt begin; the notes of a text are none."""
    if "[" not in text:
        return []
    found = [match.span() for match in islice(_NUMBERED.finditer(text), _MOST)]
    return [] if found and _NOTE.search(text) else found


def _evidence(case: Case, start: int, end: int) -> Evidence | None:
    """Return a stretch as evidence, cut where its sentence ends."""
    sentence = case.article.sentence_at(start)
    if sentence is None:
        return None
    return case.quote(start, min(end, sentence.end))
