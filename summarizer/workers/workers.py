"""The workers of a run: a task goes to the one with the least to do."""

from __future__ import annotations

import asyncio
import os

from summarizer.article import Article
from summarizer.checked import Checked
from summarizer.readers.base import Reader, Reading
from summarizer.readers.choosing import embedded
from summarizer.schema.draft import Draft
from summarizer.schema.report import Provenance
from summarizer.workers.line import Line
from summarizer.workers.messages import Task

FEW = 64
"""Articles that a run reads by itself before it starts workers, for to start takes them a second."""
_MOST = 8


def processes_for(reader: Reader) -> int:
    """Return how many workers suit a reader on this machine: none where there is one core.

    The embedded reader takes all cores. What a model reads is only checked here, which one worker does as
    fast as a run can send and receive.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores == 1:
        return 0
    return min(cores, _MOST) if embedded(reader) is not None else 1


class Workers:
    """Processes beside the run's own; they start when enough is expected, and end with `close`.

    Until they are ready, and where none can be started or one is lost, `read` and `check` return None, and
    the run does it itself.

    Args:
        count: processes; 0: none.
        places: look places up in the gazetteer.
    """

    def __init__(self, count: int, *, places: bool) -> None:
        self._count = count
        self._places = places
        self._expected = 0
        self._starting: list[asyncio.Task[None]] = []
        self._lines: list[Line] = []

    def expect(self) -> None:
        """Take note of one more article to come; the processes start when there are more than a few."""
        self._expected += 1
        if self._expected > FEW and not self._starting:
            self._starting = [asyncio.create_task(self._start()) for _ in range(self._count)]

    async def read(self, article: Article) -> Checked | None:
        """Return what the embedded reader makes of an article, checked; None: read it yourself."""
        line = self._free()
        done = await line.ask(Task(article)) if line else None
        if done is None or done.draft is None:
            return None
        reading = Reading(draft=Draft.model_validate_json(done.draft))
        return Checked.of_texts(article, reading, draft=done.draft, report=done.report)

    async def check(self, article: Article, reading: Reading, provenance: Provenance) -> Checked | None:
        """Return a reading with its report; None: check it yourself."""
        line = self._free()
        if line is None:
            return None
        draft = reading.draft.model_dump_json()
        done = await line.ask(Task(article, draft, provenance.model_dump_json()))
        if done is None:
            return None
        return Checked.of_texts(article, reading, draft=draft, report=done.report, mendable=done.mendable)

    async def close(self) -> None:
        """End the processes."""
        for starting in self._starting:
            starting.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        await asyncio.gather(*(line.close() for line in self._lines))

    def _free(self) -> Line | None:
        """Return the worker with the least to do; None: none is ready."""
        lines = (line for line in self._lines if not line.lost)
        return min(lines, key=lambda line: line.tasks, default=None)

    async def _start(self) -> None:
        line = await Line.to_new_worker(places=self._places)
        if line is not None:
            self._lines.append(line)
