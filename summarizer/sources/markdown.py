"""Markdown to plain text, with the front matter that site generators put on top."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from summarizer.sources.page import Page

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>[A-Za-z][\w-]*):[ \t]*(?P<value>\S.*?)[ \t]*$", re.MULTILINE)


def read_markdown(text: str) -> Page:
    """Return the running text of a Markdown file: paragraphs, list items, headings, table cells; no code."""
    text = text.replace("\r\n", "\n")
    fields: dict[str, str] = {}
    front = _FRONT_MATTER.match(text)
    if front:
        fields = {m["name"].lower(): _unquoted(m["value"]) for m in _FIELD.finditer(front["fields"])}
        text = text[front.end() :]
    heading, body = _plain(text)
    return Page(
        body,
        title=fields.get("title") or heading,
        published=fields.get("published") or fields.get("date"),
        author=fields.get("author"),
        publisher=fields.get("publisher") or fields.get("source"),
    )


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return inner.replace('\\"', '"') if value[0] == '"' else inner.replace("''", "'")
    return value


def _plain(text: str) -> tuple[str | None, str]:
    """Return the first heading of level 1, and the text without it, a paragraph a block."""
    from markdown_it import MarkdownIt  # 40 ms, only for Markdown

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    title: str | None = None
    paragraphs: list[str] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "inline":
            continue
        words = "".join(_inline(token.children or []))
        if title is None and not paragraphs and before is not None and before.tag == "h1":
            title = words
        elif words.strip():
            paragraphs.append(words)
    return title, "\n\n".join(paragraphs)


def _inline(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
