"""One article, read until it has an outcome: again where the endpoint is to blame."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from summarizer.archive.asked import Asked
from summarizer.archive.interim import Begun
from summarizer.archive.options import Options
from summarizer.archive.outage import Outage, Verdict
from summarizer.archive.outcomes import OutcomeKind, kind_of
from summarizer.archive.progress import Progress
from summarizer.article import Article
from summarizer.checked import Checked
from summarizer.errors import RequestRejected, SummarizerError
from summarizer.readers.base import Attempt
from summarizer.workers import Workers

_ASIDE_S = 0.05
_NOBODY_ELSE_S = 1.0
"""For how long nothing else is in flight before an article is taken for the last one."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an article."""

    kind: OutcomeKind
    checked: Checked | None = None
    error: SummarizerError | None = None
    stops: SummarizerError | None = None
    """What ends the run: the other articles would meet the same."""


class Slot:
    """A place among the articles that are read at a time; an article that waits for others gives it away."""

    def __init__(self, slots: asyncio.Semaphore) -> None:
        self._slots = slots
        self._held = False

    async def take(self) -> None:
        """Wait for a place."""
        await self._slots.acquire()
        self._held = True

    def release(self) -> None:
        """Give the place away, if it is held."""
        if self._held:
            self._held = False
            self._slots.release()


class Trying:
    """Reads the articles of one run."""

    def __init__(self, summarizer: Asked, options: Options, progress: Progress, workers: Workers) -> None:
        self._summarizer = summarizer
        self._workers = workers
        self._gate = summarizer.gate
        self._outage = Outage(summarizer.gate, options.patience_s)
        self._screen = options.screen
        self._progress = progress
        self._waiting = 0

    async def read(
        self, article: Article, attempts: list[Attempt], slot: Slot, begun: Begun | None = None
    ) -> Result:
        """Return what became of an article; `attempts` gets the calls of all tries.

        With `begun`, what an earlier run has come to, only what is missing is asked.
        """
        if self._screen and not _speaks_of_conflict(article):
            return Result(OutcomeKind.SCREENED_OUT)
        self._workers.expect()
        strikes = tries = 0
        while True:
            answered = self._gate.answered
            try:
                checked = await self._summarizer.read(article, self._workers, begun)
            except SummarizerError as error:
                attempts += [attempt for attempt in error.attempts if isinstance(attempt, Attempt)]
                match self._outage.judge(error, answered, strikes, tries):
                    case Verdict.FINAL:
                        return Result(kind_of(error), error=error)
                    case Verdict.AGAIN:
                        strikes += self._gate.answered > answered
                        tries += 1
                        self._progress.waiting = str(error) if self._gate.paused_s() else None
                    case Verdict.LEFT if isinstance(error, RequestRejected) and await self._goes_on(slot):
                        return Result(kind_of(error), error=error)  # it is the article, not the endpoint
                    case Verdict.LEFT:
                        return Result(OutcomeKind.NOT_STARTED, error=error)
                    case Verdict.STOP:
                        return Result(OutcomeKind.NOT_STARTED, error=error, stops=error)
            except Exception as error:  # noqa: BLE001 - a reader of the user's own may raise what it likes
                failure = SummarizerError(f"{type(error).__name__} while reading: {str(error)[:200]}")
                return Result(OutcomeKind.FAILED, error=failure)
            else:
                self._progress.waiting = None
                attempts += checked.reading.attempts
                return Result(OutcomeKind.OK, checked)

    async def _goes_on(self, slot: Slot) -> bool:
        """Wait until the endpoint has served another article, or until there is no other.

        False: the run was stopped meanwhile, for too many articles were rejected.
        """
        slot.release()
        self._waiting += 1
        try:
            alone_since = time.monotonic()
            while not self._gate.answered and not self._gate.closed:
                if self._progress.in_flight > self._waiting:
                    alone_since = time.monotonic()
                if time.monotonic() - alone_since > _NOBODY_ELSE_S:
                    break
                await asyncio.sleep(_ASIDE_S)
            return self._gate.answered > 0 or not self._gate.closed
        finally:
            self._waiting -= 1


def _speaks_of_conflict(article: Article) -> bool:
    from summarizer.readers.rules.screening import speaks_of_conflict

    return speaks_of_conflict(article)
