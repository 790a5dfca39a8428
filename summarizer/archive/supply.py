"""Inputs, a handful at a time, as they are needed."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator

from summarizer.archive.inputs import Unread
from summarizer.article import Article
from summarizer.errors import SummarizerError, Unreadable, UsageError
from summarizer.sources.item import UnreadableItem

CHUNK = 64
"""Inputs that are taken in together."""
_WAIT_S = 0.1
"""How long an input waits for others to be taken in with it."""


Input = Article | Unread
Inputs = Iterable[Input | str] | AsyncIterable[Input | str]


class Supply:
    """Pulls inputs from whatever yields them, on a thread: it may wait for a disk or for standard input.

    What has been pulled is handed on while the thread still waits for more. An asynchronous iterator is
    pulled on the event loop instead.
    """

    def __init__(self, articles: Inputs) -> None:
        self.error: BaseException | None = None
        """What the source raised in place of its next input: it is over, and was not read to its end."""
        self._articles: Iterator[Input | str] | AsyncIterator[Input | str] = (
            aiter(articles) if isinstance(articles, AsyncIterable) else iter(articles)
        )
        self._puller: asyncio.Task[None] | None = None
        self._lock = threading.Lock()
        """Guards all that follows: the thread writes it, too."""
        self._waiting: list[Input] = []
        self._since = 0.0
        """When the first of them was pulled."""
        self._pulled = 0
        self._most = 0
        """How many may wait here."""
        self._pulling = False
        self._over = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._news = asyncio.Event()

    async def chunk(self, most: int | None) -> list[Input]:
        """Return the next inputs, at most so many; none at the end, and where the source failed."""
        self._loop = asyncio.get_running_loop()
        most = CHUNK if most is None else min(CHUNK, most)
        with self._lock:
            self._most = most
            if not self._pulling and not self._over and len(self._waiting) < most:
                self._pulling = True
                self._start(self._articles)
        while True:
            self._news.clear()
            with self._lock:
                wait_s = self._wait_s()
                if wait_s == 0:
                    chunk, self._waiting = self._waiting[:most], self._waiting[most:]
                    # Only so many were asked for; the thread may go on with the rest of them.
                    self._most -= len(chunk)
                    return chunk
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), wait_s)

    async def close(self) -> None:
        """Pull nothing more on this event loop."""
        if self._puller is not None:
            self._puller.cancel()
            await asyncio.gather(self._puller, return_exceptions=True)

    def _start(self, articles: Iterator[object] | AsyncIterator[object]) -> None:
        if isinstance(articles, AsyncIterator):
            self._puller = asyncio.create_task(self._pull_here(articles))
        else:
            # Not the loop's threads: the interpreter would wait at its end for one that waits for
            # standard input.
            threading.Thread(
                target=self._pull, args=(articles,), name="summarizer source", daemon=True
            ).start()

    def _wait_s(self) -> float | None:
        """Return how long to wait for what is to be handed on; None: as long as it takes."""
        if self._over or len(self._waiting) >= self._most:
            return 0
        return max(0, self._since + _WAIT_S - time.monotonic()) if self._waiting else None

    def _pull(self, articles: Iterator[object]) -> None:
        while self._has_room():
            try:
                item = self._input(next(articles))
            except BaseException as error:  # noqa: BLE001 - whoever waits for the inputs gets it
                self._end(error)
                return
            self._keep(item)

    async def _pull_here(self, articles: AsyncIterator[object]) -> None:
        while self._has_room():
            try:
                item = self._input(await anext(articles))
            except BaseException as error:  # noqa: BLE001 - whoever waits for the inputs gets it
                self._end(error)
                return
            self._keep(item)

    def _keep(self, item: Input) -> None:
        with self._lock:
            if not self._waiting:
                self._since = time.monotonic()
            self._waiting.append(item)
            news = len(self._waiting) in (1, self._most)
        if news:
            self._tell()

    def _end(self, error: BaseException) -> None:
        """Take note that nothing more comes, and of what the source raised if it was not its end."""
        if not isinstance(error, Exception):
            # It would end the event loop of whoever waits for the inputs, who would then wait for ever.
            name = type(error).__name__
            stands_for = SummarizerError(f"The iterator of articles raised {name}: {str(error)[:200]}")
            stands_for.__cause__ = error
            error = stands_for
        with self._lock:
            self._over, self._pulling = True, False
            self.error = None if isinstance(error, StopIteration | StopAsyncIteration) else error
        self._tell()

    def _has_room(self) -> bool:
        with self._lock:
            self._pulling = len(self._waiting) < self._most
            return self._pulling

    def _tell(self) -> None:
        """Wake whoever waits for inputs, if anybody does."""
        assert self._loop is not None
        with contextlib.suppress(RuntimeError):  # nobody waits any more, and the loop is closed
            self._loop.call_soon_threadsafe(self._news.set)

    def _input(self, item: object) -> Input:
        """Return an input as an article; what is none costs no other article its turn."""
        self._pulled += 1
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
