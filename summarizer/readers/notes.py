"""What a reading has cost and come to, written down while it goes on.

A process may be killed between two calls for one article: what the first one cost, and the draft that it
gave, are then not lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

from summarizer.readers.base import Attempt

if TYPE_CHECKING:
    from summarizer.checked import Checked


class Notes(Protocol):
    """Where a run writes down what becomes of one article."""

    async def calls(self, made: Sequence[Attempt]) -> None:
        """Return when these calls are safely written; called before the next one is sent."""

    async def draft(self, checked: Checked) -> None:
        """Return when a draft is safely written, before a second look at some of its records."""


taking_notes: ContextVar[Notes | None] = ContextVar("taking_notes", default=None)
"""The notes of the article that is being read; None: nobody keeps any.

It is no argument of `Reader.read`, for a reader of the user's own takes an article and nothing else.
"""
