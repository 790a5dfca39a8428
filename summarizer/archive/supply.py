"""Inputs, a handful at a time, as they are needed."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import threading
import time
from collections.abc import Callable, Iterable

from summarizer.archive.inputs import Unread
from summarizer.article import Article
from summarizer.errors import SummarizerError, Unreadable, UsageError
from summarizer.sources.item import UnreadableItem

CHUNK = 64
"""Inputs that are taken in together."""
_WAIT_S = 0.1
"""How long a slow source may take to fill a chunk."""


class Supply:
    """Pulls inputs from whatever yields them, on a thread: it may wait for a disk or for standard input."""

    def __init__(self, articles: Iterable[Article | Unread | str]) -> None:
        self._articles = iter(articles)
        self._pulled = 0

    async def chunk(self, most: int | None) -> list[Article | Unread]:
        """Return the next inputs, at most so many; none at the end."""
        loop = asyncio.get_running_loop()
        coming: asyncio.Future[list[Article | Unread]] = loop.create_future()

        def deliver(set_: Callable[..., None], value: object) -> None:
            if not coming.done():
                set_(value)

        def pull() -> None:
            set_: Callable[..., None]
            value: object
            try:
                set_, value = coming.set_result, self._pull(CHUNK if most is None else min(CHUNK, most))
            except BaseException as error:  # noqa: BLE001 - whoever waits for the inputs gets it
                set_, value = coming.set_exception, error
            with contextlib.suppress(RuntimeError):  # nobody waits any more, and the loop is closed
                loop.call_soon_threadsafe(deliver, set_, value)

        # Not the loop's threads: the interpreter would wait at its end for one that waits for standard input.
        threading.Thread(target=pull, name="summarizer source", daemon=True).start()
        return await coming

    def _input(self, item: object) -> Article | Unread:
        """Return an input as an article; what is none costs no other article its turn."""
        if isinstance(item, Article | UnreadableItem):
            return item
        try:
            if isinstance(item, str):
                return Article(item)
            raise UsageError(
                f"a {type(item).__name__} is no article: give texts or what open_articles yields."
            )
        except SummarizerError as error:
            return UnreadableItem(f"input:{self._pulled}", str(error), Unreadable(str(error)))

    def _pull(self, most: int) -> list[Article | Unread]:
        until = time.monotonic() + _WAIT_S
        chunk: list[Article | Unread] = []
        for item in itertools.islice(self._articles, most):
            self._pulled += 1
            chunk.append(self._input(item))
            if time.monotonic() > until:
                break
        return chunk
