"""Marks that belong to prompts, programs and answers, not to articles.

These patterns hold for the text as it is written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summarizer.schema import vocabulary
from summarizer.schema._record import Record
from summarizer.schema.draft import Draft
from summarizer.schema.entries import entries
from summarizer.schema.vocabulary import Word


class Mark(NamedTuple):
    """One kind of mark; searched only where one of its anchors stands in the text."""

    what: str
    """What the article does with it, for the message."""
    anchors: tuple[str, ...]
    words: frozenset[str]
    """Or where the article has one of these words, folded."""
    pattern: re.Pattern[str]


_TAGS = (
    "article|articles|system|assistant|user|human|instructions?|prompt|document|script|style|iframe|img|svg"
    "|object|embed|form|input|textarea|button|meta|link|base|html|head|body|template"
)
_HEADINGS = (
    "answer|task|instructions?|system|assistant|user|output|draft|codebook|response|prompt|schema|examples?"
    "|json|the article is data|the draft|end of (?:the )?article|your task"
)


@cache
def marks() -> tuple[Mark, ...]:
    """Return the marks, put together once."""
    return (
        Mark(
            "imitates the frame of a prompt, or carries HTML that acts",
            ("<",),
            frozenset(["javascript"]),
            re.compile(rf"</?(?:{_TAGS})(?=[\s>/])[^<>]{{0,200}}>|<!--|\bjavascript:", re.IGNORECASE),
        ),
        Mark(
            "imitates the headings of a prompt",
            ("#",),
            frozenset(),
            re.compile(rf"(?<!\S)#{{1,6}} ?(?:{_HEADINGS})\b ?:?(?=\s|$|[\[{{])", re.IGNORECASE),
        ),
        Mark(
            "imitates the roles of a chat",
            ("<|", "<<SYS", "<</SYS", "INST]", "inst]"),
            frozenset(["system", "assistant", "user"]),
            re.compile(
                r"<\|[^\n|<>]{1,40}\|>|<</?SYS>>|\[/?INST\]|(?m:^) ?(?:system|assistant|user) ?:(?= |$)",
                re.IGNORECASE,
            ),
        ),
        Mark(
            "carries the marks of a template",
            ("{", "<%"),
            frozenset(),
            re.compile(
                r"\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|\{#[^{}]{0,200}#\}|\$\{[^{}]{0,100}\}|<%[^<>]{0,200}%>"
            ),
        ),
        Mark(
            "carries SQL",
            ("1=1", "1 = 1", "'1'"),
            frozenset(["table", "select", "insert", "delete"]),
            re.compile(
                r"\b(?:drop|truncate|alter) table (?:if exists )?\w{1,40}\s?(?:;|--|$)"
                r"|\bunion (?:all )?select\b"
                r"|\binsert into \w{1,40} ?(?:\([^()]{0,200}\) ?)?values ?\("
                r"|\bdelete from \w{1,40}\s?(?:;|where \w)"
                r"|\bselect (?:\*|[\w., ]{1,80}) from \w{1,40}\s?;|\b(?:or|and) '?1'? ?= ?'?1\b",
                re.IGNORECASE,
            ),
        ),
        Mark(
            "carries JSON like a draft's",
            ('":', '" :', "”:", "” :", "':"),
            frozenset(),
            re.compile(
                r"[{\[]\s{0,3}[\"'“”][\w .-]{1,40}[\"'“”]\s?:|[\"“”](?:" + _joined(_fields()) + r")[\"“”]\s?:"
            ),
        ),
        Mark(
            "uses the words of the codebook",
            ("_",),
            frozenset(),
            re.compile(rf"(?<!\w)(?:{_joined(_codebook())})(?!\w)", re.IGNORECASE),
        ),
        Mark(
            "uses the ids of records",
            (),
            frozenset(["s1", "a1", "o1", "c1", "o2", "c2"]),
            re.compile(
                r"\b(?:id|ids|to|actors?|operations?|sources?|casualt(?:y|ies)) ?[:=] ?[\[\"'“]{0,3}"
                r"[SAOC]\d{1,3}\b"
                r"|\b[OC]\d{1,3} ?[:=] ?[\[{\"'“]?(?:" + _joined(_single_words()) + r")\b",
                re.IGNORECASE,
            ),
        ),
        Mark(
            "hides text in characters that do not show",
            ("\U000e0020", "\U000e0065", "\U000e006f", "\U000e0061", "\U000e0074"),
            frozenset(),
            re.compile("[\U000e0020-\U000e007e]{8,}"),
        ),
    )


def _joined(words: set[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _fields() -> set[str]:
    """The names of a draft's fields, and of those of its records."""
    return {name for record in _records(Draft) for name in record.model_fields}


def _records(record: type[Record]) -> set[type[Record]]:
    below = [entry.record for entry in entries(record) if entry.record is not None]
    return {record, *(inner for part in below for inner in _records(part))}


def _codebook() -> set[str]:
    """The fields and words that no prose has: those that are written with an underscore."""
    return {word for word in (_fields() | _words()) if "_" in word}


def _single_words() -> set[str]:
    return {word for word in _words() if "_" not in word}


def _words() -> set[str]:
    kinds = [kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, Word)]
    return {word.value for kind in kinds for word in kind}
