"""A worker: reads and checks what comes in at its end of the line, its standard input, until that is closed.

    python -m summarizer.workers.worker [places]

It ends with whoever started it, however that ends. An interrupt at the keyboard is for the run alone.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import BinaryIO

from summarizer import collecting
from summarizer.checked import text_of
from summarizer.checking.check import check
from summarizer.checking.gazetteer import Gazetteer, open_gazetteer
from summarizer.provenance import provenance_of
from summarizer.readers.base import Reading
from summarizer.readers.rules import RulesReader
from summarizer.repairing import is_mendable
from summarizer.schema.draft import Draft
from summarizer.schema.report import Provenance, Report
from summarizer.workers.messages import Done, Task, Undone, packed, tasks


class Worker:
    """Does one task after the other."""

    def __init__(self, gazetteer: Gazetteer | None) -> None:
        self._gazetteer = gazetteer
        self._reader = RulesReader()

    def do(self, task: Task) -> Done | Undone:
        """Return what becomes of a task; what goes wrong here goes wrong again where it is reported."""
        try:
            return self._check(task) if task.draft is not None else self._read(task)
        except Exception:  # noqa: BLE001 - the run does it itself then, and gives the error out
            return Undone()

    def _check(self, task: Task) -> Done:
        assert task.draft is not None and task.provenance is not None
        draft = Draft.model_validate_json(task.draft)
        report = self._report(task, draft, Provenance.model_validate_json(task.provenance))
        return Done(text_of(report), mendable=is_mendable(report))

    def _read(self, task: Task) -> Done:
        begun = time.perf_counter()
        draft = self._reader.draft(task.article)
        provenance = provenance_of(self._reader, Reading(draft=draft), time.perf_counter() - begun)
        return Done(text_of(self._report(task, draft, provenance)), draft.model_dump_json())

    def _report(self, task: Task, draft: Draft, provenance: Provenance) -> Report:
        return check(draft, task.article, provenance, gazetteer=self._gazetteer)


def work(inbox: BinaryIO, outbox: BinaryIO, *, places: bool) -> None:
    """Answer every task that comes in; the first answer says that the worker is ready."""
    worker = Worker(open_gazetteer() if places else None)
    outbox.write(packed(Undone()))
    outbox.flush()
    for task in tasks(inbox):
        outbox.write(packed(worker.do(task)))
        outbox.flush()


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Nothing that prints may write between the answers.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as outbox, collecting.rarely():
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        try:
            work(sys.stdin.buffer, outbox, places="places" in sys.argv[1:])
        except ConnectionError:
            os._exit(1)  # whoever asked is gone


if __name__ == "__main__":
    main()
