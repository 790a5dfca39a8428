"""One article, read until it has an outcome: again where the endpoint is to blame."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from summarizer.archive.asked import Asked
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


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an article."""

    kind: OutcomeKind
    checked: Checked | None = None
    error: SummarizerError | None = None
    stops: SummarizerError | None = None
    """What ends the run: the other articles would meet the same."""


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

    async def read(self, article: Article, attempts: list[Attempt]) -> Result:
        """Return what became of an article; `attempts` gets the calls of all tries."""
        if self._screen and not _speaks_of_conflict(article):
            return Result(OutcomeKind.SCREENED_OUT)
        self._workers.expect()
        strikes = tries = 0
        while True:
            answered = self._gate.answered
            try:
                checked = await self._summarizer.read(article, self._workers)
            except SummarizerError as error:
                attempts += [attempt for attempt in error.attempts if isinstance(attempt, Attempt)]
                match self._outage.judge(error, answered, strikes, tries):
                    case Verdict.FINAL:
                        return Result(kind_of(error), error=error)
                    case Verdict.AGAIN:
                        strikes += self._gate.answered > answered
                        tries += 1
                        self._progress.waiting = str(error) if self._gate.paused_s() else None
                    case Verdict.LEFT if isinstance(error, RequestRejected) and await self._serves_others():
                        continue  # now it counts against the article
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

    async def _serves_others(self) -> bool:
        """Wait until the endpoint has served another article in flight; False: there is none to wait for."""
        self._waiting += 1
        try:
            while not self._gate.answered and self._progress.in_flight > self._waiting:
                await asyncio.sleep(_ASIDE_S)
            return self._gate.answered > 0
        finally:
            self._waiting -= 1


def _speaks_of_conflict(article: Article) -> bool:
    from summarizer.readers.rules.screening import speaks_of_conflict

    return speaks_of_conflict(article)
