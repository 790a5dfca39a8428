"""The budget of a ledger: all runs on it together, those of other processes too."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from summarizer.archive.runs import recover
from summarizer.archive.settling import unreserve
from summarizer.archive.store import Store
from summarizer.archive.tables import purse, runs
from summarizer.errors import BudgetReached
from summarizer.readers.llm.purse import budget_reached, check_budget


class LedgerPurse:
    """Sets money aside in the ledger, where other processes see it.

    What a call costs stays set aside until its article is settled (`settling.settle`), so that no moment
    counts it neither here nor there.
    """

    def __init__(self, store: Store, run: int, budget: float) -> None:
        check_budget(budget)
        self.budget = budget
        self._store = store
        self._run = run
        self._spent = 0.0

    async def reserve(self, usd: float) -> bool:
        """Set an amount aside; False: so much is not left."""
        return await self._store.arun(lambda connection: self._reserve(connection, usd))

    async def release(self, reserved: float, spent: float | None) -> None:
        """Give back what was set aside for a call, but for what it cost."""
        await self._store.arun(lambda connection: self._release(connection, reserved, spent))

    async def others_in_flight(self) -> bool:
        """Tell whether another process has set something aside that may come back."""
        return await self._store.arun(self._others)

    def reached(self) -> BudgetReached:
        """Return the error that says so."""
        return budget_reached(self.budget, self._spent)

    def _reserve(self, connection: Connection, usd: float) -> bool:
        left = purse.c.spent_usd + purse.c.lost_usd + purse.c.reserved_usd + usd <= self.budget
        taken = connection.execute(
            update(purse).where(left).values(reserved_usd=purse.c.reserved_usd + usd)
        ).rowcount
        if not taken:
            self._spent = connection.scalar(select(purse.c.spent_usd + purse.c.lost_usd)) or 0.0
            return False
        connection.execute(
            update(runs).where(runs.c.id == self._run).values(reserved_usd=runs.c.reserved_usd + usd)
        )
        return True

    def _release(self, connection: Connection, reserved: float, spent: float | None) -> None:
        unreserve(connection, self._run, reserved - (spent or 0.0))
        if spent is None:  # no answer came, and it may have been billed
            connection.execute(update(purse).values(lost_usd=purse.c.lost_usd + reserved))

    def _others(self, connection: Connection) -> bool:
        recover(connection)
        statement = select(runs.c.id).where(runs.c.id != self._run, runs.c.reserved_usd > 1e-9).limit(1)
        return connection.scalar(statement) is not None
