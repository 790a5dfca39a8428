"""Inputs, a handful at a time, as they are needed."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Iterable

from summarizer.archive.inputs import Unread
from summarizer.article import Article

CHUNK = 32
"""Inputs that are taken in together."""
_WAIT_S = 0.1
"""How long a slow source may take to fill a chunk."""


class Supply:
    """Pulls inputs from whatever yields them, on a thread: it may wait for a disk or for standard input."""

    def __init__(self, articles: Iterable[Article | Unread | str]) -> None:
        self._articles = iter(articles)

    async def chunk(self, most: int | None) -> list[Article | Unread]:
        """Return the next inputs, at most so many; none at the end."""
        return await asyncio.to_thread(self._pull, CHUNK if most is None else min(CHUNK, most))

    def _pull(self, most: int) -> list[Article | Unread]:
        until = time.monotonic() + _WAIT_S
        chunk: list[Article | Unread] = []
        for item in itertools.islice(self._articles, most):
            chunk.append(Article(item) if isinstance(item, str) else item)
            if time.monotonic() > until:
                break
        return chunk
