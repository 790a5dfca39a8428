"""What a run and its workers write to each other, on lines that nobody else has an end of.

A message is its length, four bytes, and a pickle. Both ends are the same version of this package, and what is
in an article is text on either side.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from summarizer.article import Article, Sentence

_LENGTH = 4


class Task(NamedTuple):
    """An article to be checked, and to be read before where there is no draft yet."""

    article: Article
    draft: str | None = None
    """As JSON; None: the embedded reader reads it."""
    provenance: str | None = None
    """As JSON; None: the embedded reader's."""

    def __reduce__(self) -> Any:
        return _task, (*_plain(self.article), self.draft, self.provenance)


class Done(NamedTuple):
    """What became of a task."""

    report: str
    """As JSON, without the article."""
    draft: str | None = None
    """As JSON, where the worker read it."""
    mendable: bool = False
    """Whether checking found errors that a second look of the reader may mend."""


class Undone(NamedTuple):
    """The worker is ready for tasks, or could not do one: whoever asked does it and sees why."""


_FIELDS = tuple(name for name in Article.__slots__ if name not in ("__weakref__", "sentences"))


def _plain(article: Article) -> tuple[list[Any], list[int], list[int]]:
    """Return an article as plain lists, which are packed in a fifth of the time: its fields, and the starts
    and ends of its sentences."""
    fields = [getattr(article, name) for name in _FIELDS]
    numbers = article.sentences[0].number
    return (
        [*fields, numbers],
        [start for _, start, _, _ in article.sentences],
        [end for _, _, end, _ in article.sentences],
    )


def _task(
    fields: list[Any], starts: list[int], ends: list[int], draft: str | None, provenance: str | None
) -> Task:
    article = Article.__new__(Article)
    for name, value in zip(_FIELDS, fields, strict=False):
        setattr(article, name, value)
    text, first = article.text, fields[-1]
    article.sentences = tuple(
        Sentence(number, start, end, text[start:end])
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=first)
    )
    return Task(article, draft, provenance)


def packed(message: Task | Done | Undone) -> bytes:
    """Return a message as it is written."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return len(body).to_bytes(_LENGTH, "big") + body


def tasks(line: BinaryIO) -> Iterator[Task]:
    """Yield the tasks that come in, until the other end of the line is closed."""
    while len(head := line.read(_LENGTH)) == _LENGTH:
        size = int.from_bytes(head, "big")
        body = line.read(size)
        if len(body) < size:
            return
        task: Task = pickle.loads(body)
        yield task


class Mailbox:
    """Puts the pieces together in which answers come in."""

    def __init__(self) -> None:
        self._pieces = bytearray()

    def answers(self, piece: bytes) -> Iterator[Done | Undone]:
        """Yield the answers that are whole with this piece."""
        pieces = self._pieces
        pieces += piece
        start = 0
        while len(pieces) >= start + _LENGTH:
            end = start + _LENGTH + int.from_bytes(pieces[start : start + _LENGTH], "big")
            if len(pieces) < end:
                break
            answer: Done | Undone = pickle.loads(memoryview(pieces)[start + _LENGTH : end])
            start = end
            yield answer
        del pieces[:start]
