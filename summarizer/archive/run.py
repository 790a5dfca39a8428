"""A run over an archive: lazy in, lazy out, each input with exactly one outcome."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from collections import deque
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence

from summarizer import bridge, collecting
from summarizer.archive.asked import Asked
from summarizer.archive.book import Book
from summarizer.archive.endings import outcome, settlement, stored
from summarizer.archive.entry import Entry, Fate
from summarizer.archive.interim import Interim
from summarizer.archive.missing import sources_to_json
from summarizer.archive.options import Options
from summarizer.archive.outcomes import Outcome, OutcomeKind
from summarizer.archive.progress import Progress
from summarizer.archive.recipe import Recipe
from summarizer.archive.runs import HEARTBEAT_S
from summarizer.archive.supply import CHUNK, Input, Inputs, Supply
from summarizer.archive.trying import Result, Slot, Trying
from summarizer.article import Article
from summarizer.errors import BudgetReached, Interrupted, SummarizerError
from summarizer.readers.base import Attempt
from summarizer.readers.choosing import embedded
from summarizer.readers.notes import taking_notes
from summarizer.workers import Workers

_STRAYS = 64
"""Articles that earlier runs left, claimed at a time."""
_ROOM = 16
"""Articles that the embedded reader has in hand, for each process that reads."""


class Run:
    """The outcomes of an archive, as they come; iterate it with `for` or with `async for`, once.

    Nothing is read before the iteration begins, and no further ahead of it than what is in flight.

    Raises, at the end of the iteration:
        ProviderRefused: the endpoint refuses this user; the rest was not started.
        Unreachable: it was down for too long.
        LedgerError: the ledger failed.
        Exception: whatever the iterator of articles raised; the articles before it have their outcomes.
    """

    def __init__(self, summarizer: Asked, articles: Inputs, options: Options, book: Book) -> None:
        self.progress = Progress()
        self.error: SummarizerError | None = None
        """What stopped the run before its end: a refusal, an outage, the budget, an interrupt."""
        self._summarizer = summarizer
        self._supply = Supply(articles)
        self._options = options
        self._book = book
        self._gate = summarizer.gate
        self._workers = Workers(options.processes, places=summarizer.places)
        self._trying = Trying(summarizer, options, self.progress, self._workers)
        self._slots = asyncio.Semaphore(options.concurrency)
        # What was read, and waits to be written or taken out, holds no slot; this bounds it. The embedded
        # reader waits for nobody, so more of its reports would only take memory.
        asks = embedded(summarizer.reader) is None
        self._in_hand = options.concurrency + CHUNK if asks else _ROOM * (1 + options.processes)
        self._room = asyncio.Semaphore(self._in_hand)
        self._out: asyncio.Queue[Outcome | None] = asyncio.Queue(maxsize=min(self._in_hand, CHUNK))
        self._tasks: set[asyncio.Task[None]] = set()
        self._main: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._begun = 0
        self._stopping = asyncio.Event()
        self._fault: BaseException | None = None
        """What went wrong with the run itself: the ledger or the source failed, or there is a bug."""
        self._abandoned = False

    @property
    def number(self) -> int:
        """Its number in the ledger; 0 without one, and before the iteration begins."""
        return self._book.run

    @property
    def paused_s(self) -> float:
        """Seconds for which no request is sent, because the endpoint asked for that or is down."""
        return self._gate.paused_s()

    def stop(self) -> None:
        """Take in nothing more and finish what is in flight; may be called from anywhere."""
        self._halt(Interrupted("The run was stopped; run it again to go on."))
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._close_gate)

    def __iter__(self) -> Iterator[Outcome]:
        try:
            while outcomes := bridge.run(self._more()):
                while outcomes:  # a report that was given out is not held on to
                    yield outcomes.popleft()
        finally:
            if not sys.is_finalizing():  # then the loop is no more, and would be waited for in vain
                bridge.run(self._close())

    async def __aiter__(self) -> AsyncIterator[Outcome]:
        try:
            while outcomes := await self._more():
                while outcomes:
                    yield outcomes.popleft()
        finally:
            await self._close()

    async def _more(self) -> deque[Outcome]:
        """Return what has ended since the last call, at least one outcome; nothing at the end of the run."""
        if self._main is None:
            self._loop = asyncio.get_running_loop()
            self._gate.open_to(self._options.concurrency)
            self._main = asyncio.create_task(self._work_through())
        elif self._main.done() and self._out.empty():
            await self._main  # raises what went wrong with the run itself
            return self._over()
        outcomes = [await self._out.get()]
        while not self._out.empty():
            outcomes.append(self._out.get_nowait())
        ended = deque(outcome for outcome in outcomes if outcome is not None)
        if not ended:
            await self._main
        return ended or self._over()

    def _over(self) -> deque[Outcome]:
        """Return that there is nothing more, or raise why."""
        if self.error is None or isinstance(self.error, BudgetReached | Interrupted):
            return deque()
        raise self.error

    async def _close(self) -> None:
        if self._main is None or self._main.done():
            return
        self._halt(Interrupted("The run was abandoned."))
        self._abandoned = True
        self._main.cancel()
        with contextlib.suppress(asyncio.CancelledError, SummarizerError):
            await self._main

    async def _work_through(self) -> None:
        with collecting.rarely():
            await self._work()

    async def _work(self) -> None:
        beating: asyncio.Task[None] | None = None
        try:
            await self._book.begin(
                Recipe.of(self._summarizer.reader),
                retry_failed=self._options.retry_failed,
                in_hand=self._in_hand,
            )
            beating = asyncio.create_task(self._beat())
            self._summarizer.share_purse(self._book)
            await self._take_all()
            await self._take_strays()
            await self._settled()
            if self._fault is not None:
                raise self._fault
        finally:
            try:
                await self._wind_up(beating)
            finally:
                await self._say_over()

    async def _wind_up(self, beating: asyncio.Task[None] | None) -> None:
        for task in (*self._tasks, *([beating] if beating is not None else [])):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._gate.reopen()
        try:
            await self._book.end(self._ending(), sources=self._read_to_the_end())
        finally:
            await self._workers.close()

    async def _say_over(self) -> None:
        """Tell whoever iterates that nothing more comes."""
        while self._out.full() and not self._abandoned:
            await asyncio.sleep(0.01)
        if not self._abandoned:
            self._out.put_nowait(None)

    async def _settled(self) -> None:
        """Return when everything that was begun has its outcome."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    def _ending(self) -> str:
        error = self._fault or self.error
        if error is None:
            return "finished"
        if isinstance(error, Interrupted):
            return "interrupted"
        return f"{type(error).__name__}: {error}"

    def _read_to_the_end(self) -> str | None:
        """Return the sources of which every input was looked at; None: not of all of them."""
        if not (self._options.sources and self.progress.read_to_end) or self._fault is not None:
            return None
        return sources_to_json(self._options.sources)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT_S)
            await self._book.beat()

    async def _take_all(self) -> None:
        ahead = self._options.limit is None  # while a chunk is read, the next one comes
        coming = asyncio.create_task(self._supply.chunk(self._left))
        try:
            while (items := await self._unless_stopped(coming)) and not self._stopped:
                entries = await self._book.take(items, only_known=self._options.retry_failed)
                if ahead:
                    coming = asyncio.create_task(self._supply.chunk(self._left))
                for entry in entries:
                    await self._handle(entry)
                if self.error is not None:  # nothing is read any more, so nothing else holds the source back
                    await self._settled()
                if not ahead:
                    coming = asyncio.create_task(self._supply.chunk(self._left))
            # What came before it is read and given out first.
            self._fault = self._fault or self._supply.error
            known = self._options.retry_failed  # what is new was passed over
            self.progress.read_to_end = not (self._stopped or known or self._left == 0)
        finally:
            coming.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await coming
            await self._supply.close()

    async def _unless_stopped(self, coming: asyncio.Task[list[Input]]) -> list[Input]:
        """Return the next inputs; none when the run is stopped while a source lets it wait."""
        stopping = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait({coming, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
        return await coming if coming.done() else []

    @property
    def _left(self) -> int | None:
        limit = self._options.limit
        return None if limit is None else max(0, limit - self._begun)

    async def _take_strays(self) -> None:
        """Read what earlier runs, or other processes that died meanwhile, had begun."""
        while not self._stopped and self._left != 0:
            most = _STRAYS if self._left is None else min(_STRAYS, self._left)
            strays = await self._book.leftovers(most)
            if not strays:
                return
            self.progress.taken_up += len(strays)
            for entry in strays:
                await self._handle(entry)

    @property
    def _stopped(self) -> bool:
        """Nothing more is taken in. At the end of a budget the rest is looked at, to be counted."""
        return self._fault is not None or (
            self.error is not None and not isinstance(self.error, BudgetReached)
        )

    def _halt(self, error: SummarizerError) -> None:
        if self.error is None:
            self.error = error

    def _close_gate(self) -> None:
        """Begin nothing more, also where a request or a source is being waited for."""
        self._stopping.set()
        if self.error is not None:
            self._gate.close(self.error)

    async def _handle(self, entry: Entry) -> None:
        self.progress.dated_anew += entry.other_date
        match entry.fate:
            case Fate.READ if self.error is not None:
                self._spawn(self._end(entry, Result(OutcomeKind.NOT_STARTED, error=self.error)))
            case Fate.READ:
                self._begun += 1
                await self._room.acquire()
                slot = Slot(self._slots)
                await slot.take()
                self._spawn(self._read(entry, slot))
            case Fate.ELSEWHERE:
                self.progress.elsewhere += 1
            case Fate.ENDED:
                await self._emit(stored(self._book, entry))
            case Fate.REDATED:
                assert entry.reading is not None
                await self._book.redate(entry.reading, await self._summarizer.gazetteer())
                await self._emit(stored(self._book, entry))

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        fault = None if task.cancelled() else task.exception()
        if fault is not None and self._fault is None:
            self._fault = fault
            self._halt(Interrupted("The run failed."))
            self._close_gate()

    async def _read(self, entry: Entry, slot: Slot) -> None:
        assert isinstance(entry.item, Article)
        began = time.perf_counter()
        assert entry.reading is not None
        attempts: list[Attempt] = []
        interim = Interim(self._book, entry.reading)
        if self._book.run:  # where nothing is kept, what is begun has to be ended
            taking_notes.set(interim)  # of this task's own context
        self.progress.in_flight += 1
        try:
            result = await self._trying.read(entry.item, attempts, slot, entry.begun)
            if result.stops is not None:
                self._halt(result.stops)
                if not isinstance(result.stops, BudgetReached):
                    self._close_gate()
            # The slot goes to the next article while this one is written down.
            slot.release()
            unwritten = interim.unwritten(attempts)
            await self._end(entry, result, attempts, unwritten, time.perf_counter() - began)
        finally:
            self.progress.in_flight -= 1
            self._room.release()
            slot.release()

    async def _end(
        self,
        entry: Entry,
        result: Result,
        attempts: Sequence[Attempt] = (),
        unwritten: Sequence[Attempt] = (),
        seconds: float = 0.0,
    ) -> None:
        """Write an outcome down, and only then give it out."""
        await self._book.settle(settlement(self._book, entry, result, unwritten, seconds))
        await self._emit(outcome(entry, result, attempts))

    async def _emit(self, outcome: Outcome) -> None:
        self.progress.count(outcome)
        await self._out.put(outcome)
