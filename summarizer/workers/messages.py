"""What a run and its workers write to each other, through pipes that nobody else has an end of.

A message is its length, four bytes, and a pickle. Both ends are the same version of this package, and what is
in an article is text on either side.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from summarizer.article import Article

_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Task:
    """An article to be checked, and to be read before where there is no draft yet."""

    article: Article
    draft: str | None = None
    """As JSON; None: the embedded reader reads it."""
    provenance: str | None = None
    """As JSON; None: the embedded reader's."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a task."""

    report: str
    """As JSON, without the article."""
    draft: str | None = None
    """As JSON, where the worker read it."""
    mendable: bool = False
    """Whether checking found errors that a second look of the reader may mend."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The worker is ready for tasks, or could not do one: whoever asked does it and sees why."""


def packed(message: Task | Done | Undone) -> bytes:
    """Return a message as it is written."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return len(body).to_bytes(_LENGTH, "big") + body


def tasks(pipe: BinaryIO) -> Iterator[Task]:
    """Yield the tasks that come through a pipe, until its other end is closed."""
    while len(head := pipe.read(_LENGTH)) == _LENGTH:
        size = int.from_bytes(head, "big")
        body = pipe.read(size)
        if len(body) < size:
            return
        task: Task = pickle.loads(body)
        yield task


class Mailbox:
    """Puts the pieces together in which answers come out of a pipe."""

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
