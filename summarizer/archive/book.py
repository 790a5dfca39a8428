"""Where a run writes down what it takes in and what it finishes: in a ledger, or nowhere."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from sqlalchemy import Connection, func, select

from summarizer.archive import runs
from summarizer.archive.claims import claim
from summarizer.archive.entry import Entry, Fate, Taking
from summarizer.archive.inputs import Unread
from summarizer.archive.intake import take
from summarizer.archive.interim import begun_in
from summarizer.archive.ledger import Ledger
from summarizer.archive.outcomes import FAILURES, OutcomeKind
from summarizer.archive.passages import article_of, passages
from summarizer.archive.purse import LedgerPurse
from summarizer.archive.recheck import redated
from summarizer.archive.recipe import Recipe
from summarizer.archive.settling import Settlement, note, settle
from summarizer.archive.tables import articles, attempts, readings, results
from summarizer.article import Article
from summarizer.checked import Checked
from summarizer.checking.gazetteer import Gazetteer
from summarizer.readers.base import Attempt
from summarizer.readers.llm.purse import Purse
from summarizer.schema.report import Report

_GROUP = 64
"""Finished articles that are written in one transaction at most."""
_GATHER_S = 0.02
"""How long the first finished article waits for others to be written with it."""


class Book(Protocol):
    """What a run asks of the place where it writes."""

    run: int
    recipe: int

    async def begin(self, recipe: Recipe, *, retry_failed: bool, in_hand: int) -> None:
        """Write down that a run begins, which has so many articles in hand at most."""

    async def take(self, items: Sequence[Article | Unread], *, only_known: bool) -> list[Entry]:
        """Return the fate of each input, in their order."""

    async def leftovers(self, most: int) -> list[Entry]:
        """Claim readings that were begun and given up, by this run or by another one."""

    async def settle(self, settlement: Settlement) -> None:
        """Return when a finished reading is safely written."""

    async def note(self, reading: int, made: Sequence[Attempt], checked: Checked | None) -> None:
        """Return when the calls of a reading that goes on are safely written, and its draft if it has one."""

    async def redate(self, reading: int, gazetteer: Gazetteer | None) -> None:
        """Make the report of a reading anew, for its article has another date, title or author now."""

    async def beat(self) -> None:
        """Say that the run lives, and take note of runs that do not."""

    async def end(self, ending: str, *, sources: str | None) -> None:
        """Write down that the run has ended, and which sources it has read to the end."""

    def purse(self, budget: float) -> Purse | None:
        """Return the budget that all runs on the ledger share; None: the run's own will do."""

    def unpriced(self) -> int:
        """Return the calls of earlier runs whose price is not known, so that no budget counts them."""

    def report(self, reading: int | None) -> Report | None:
        """Return a stored report."""


class NoBook:
    """For runs without a ledger: each article is read, and copies are not recognised."""

    run = 0
    recipe = 0

    async def begin(self, recipe: Recipe, *, retry_failed: bool, in_hand: int) -> None:
        """Do nothing."""

    async def take(self, items: Sequence[Article | Unread], *, only_known: bool) -> list[Entry]:
        """Return that everything is to be read, but for what cannot be read."""
        return [self._entry(item) for item in items]

    @staticmethod
    def _entry(item: Article | Unread) -> Entry:
        if isinstance(item, Article):
            return Entry(item, 0, Fate.READ, reading=0)
        error = item.error
        return Entry(
            item,
            0,
            Fate.ENDED,
            outcome=OutcomeKind.UNREADABLE,
            reason=str(error),
            error=type(error).__name__,
        )

    async def leftovers(self, most: int) -> list[Entry]:
        """Return nothing."""
        return []

    async def settle(self, settlement: Settlement) -> None:
        """Do nothing."""

    async def note(self, reading: int, made: Sequence[Attempt], checked: Checked | None) -> None:
        """Do nothing."""

    async def redate(self, reading: int, gazetteer: Gazetteer | None) -> None:
        """Do nothing."""

    async def beat(self) -> None:
        """Do nothing."""

    async def end(self, ending: str, *, sources: str | None) -> None:
        """Do nothing."""

    def purse(self, budget: float) -> Purse | None:
        """Return None."""
        return None

    def unpriced(self) -> int:
        """Return 0."""
        return 0

    def report(self, reading: int | None) -> Report | None:
        """Return None."""
        return None


class LedgerBook:
    """Writes into a ledger; what finishes at about the same time goes into one transaction."""

    def __init__(self, ledger: Ledger, *, owned: bool, screen: bool = False) -> None:
        self.ledger = ledger
        self._screen = screen
        self.run = 0
        self.recipe = 0
        self._numbers: dict[str, int] = {}
        self._retry_failed = False
        self._group = _GROUP
        self._owned = owned
        self._closed = False
        self._reserved = False
        self._waiting: list[tuple[Settlement, asyncio.Future[None]]] = []
        self._flushing: asyncio.Task[None] | None = None
        self._full = asyncio.Event()

    async def begin(self, recipe: Recipe, *, retry_failed: bool, in_hand: int) -> None:
        """Write down that a run begins, and give back what dead runs had claimed."""

        def work(connection: Connection) -> tuple[int, int]:
            runs.recover(connection)
            number = runs.recipe_id(connection, recipe)
            return runs.begin(connection, number), number

        self._retry_failed = retry_failed
        self._group = min(_GROUP, in_hand)  # where all of them wait, nobody else is coming
        self.run, self.recipe = await self.ledger.store.arun(work)

    async def take(self, items: Sequence[Article | Unread], *, only_known: bool) -> list[Entry]:
        """Return the fate of each input, in their order."""
        how = Taking(
            self.run,
            self.recipe,
            runs.now(),
            only_known=only_known,
            screen=self._screen,
            numbers=self._numbers,
        )
        return await self.ledger.store.arun(lambda connection: take(connection, items, how))

    async def leftovers(self, most: int) -> list[Entry]:
        """Claim readings that were begun and given up, by this run or by another one."""
        return await self.ledger.store.arun(lambda connection: self._leftovers(connection, most))

    def _leftovers(self, connection: Connection, most: int) -> list[Entry]:
        runs.recover(connection)
        states: tuple[str, ...] = ("open",)
        outcomes: tuple[OutcomeKind, ...] = (OutcomeKind.NOT_STARTED,)
        if self._retry_failed:
            states, outcomes = ("open", "failed"), FAILURES
        statement = (
            passages()
            .add_columns(readings.c.id.label("reading"), readings.c.draft, readings.c.report)
            .join(readings, readings.c.article == articles.c.id)
            .join(results, (results.c.article == articles.c.id) & (results.c.recipe == self.recipe))
            .where(readings.c.recipe == self.recipe, readings.c.state.in_(states))
            .where(results.c.outcome.in_(outcomes))
            .where(readings.c.text_hash == articles.c.text_hash, results.c.run != self.run)
            .where(articles.c.gone.is_(None))
            .order_by(readings.c.id)
            .limit(most)
        )
        entries = []
        for row in connection.execute(statement).mappings().all():
            if claim(connection, row["reading"], self.run, states):
                entries.append(
                    Entry(article_of(row), row["row"], Fate.READ, reading=row["reading"], begun=begun_in(row))
                )
        return entries

    async def settle(self, settlement: Settlement) -> None:
        """Return when a finished reading is safely written."""
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((settlement, done))
        if self._flushing is None:
            self._flushing = asyncio.create_task(self._flush())
        if len(self._waiting) >= self._group:
            self._full.set()
        await done

    async def note(self, reading: int, made: Sequence[Attempt], checked: Checked | None) -> None:
        """Return when the calls of a reading that goes on are safely written, and its draft if it has one."""

        def work(connection: Connection) -> None:
            note(connection, self.run, reading, made, checked, reserved=self._reserved)

        await self.ledger.store.arun(work)

    async def _flush(self) -> None:
        while self._waiting:
            if len(self._waiting) < self._group:
                self._full.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._full.wait(), _GATHER_S)
            group, self._waiting = self._waiting[: self._group], self._waiting[self._group :]
            finished = [settlement for settlement, _ in group]
            try:
                await self.ledger.store.arun(partial(settle, finished=finished, reserved=self._reserved))
            except Exception as error:  # noqa: BLE001 - whoever waits for it gets it
                for _, done in group:
                    if not done.done():
                        done.set_exception(error)
            else:
                for _, done in group:
                    if not done.done():
                        done.set_result(None)
        self._flushing = None

    async def redate(self, reading: int, gazetteer: Gazetteer | None) -> None:
        """Make the report of a reading anew, for its article has another date, title or author now."""
        await redated(self.ledger.store, reading, gazetteer)

    async def beat(self) -> None:
        """Say that the run lives, and take note of runs that do not."""

        def work(connection: Connection) -> None:
            runs.beat(connection, self.run)
            runs.recover(connection)

        await self.ledger.store.arun(work)

    async def end(self, ending: str, *, sources: str | None) -> None:
        """Write down that the run has ended, and what it read to the end; give back what it had claimed."""
        while self._flushing is not None:
            await asyncio.wait([self._flushing])
        await self.ledger.store.quiet()
        if self.run:
            await self.ledger.store.arun(lambda connection: runs.end(connection, self.run, ending, sources))
        if self._owned:
            self.ledger.close()
            self._closed = True

    def purse(self, budget: float) -> Purse | None:
        """Return the budget that all runs on the ledger share."""
        self._reserved = True
        return LedgerPurse(self.ledger.store, self.run, budget)

    def unpriced(self) -> int:
        """Return the calls of earlier runs whose price is not known, so that no budget counts them."""
        statement = select(func.count()).select_from(attempts).where(attempts.c.cost_usd.is_(None))
        return int(self.ledger.store.run(lambda connection: connection.scalar(statement)) or 0)

    def report(self, reading: int | None) -> Report | None:
        """Return a stored report, also when the run is over and has closed its ledger."""
        if reading is None:
            return None
        if self._closed:
            with Ledger(self.ledger.address, create=False) as again:
                return again.report_of_reading(reading)
        return self.ledger.report_of_reading(reading)
