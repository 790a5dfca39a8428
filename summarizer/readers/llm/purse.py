"""A budget that is kept by setting the worst case of each call aside before it is made."""

from __future__ import annotations

from typing import Protocol

from summarizer.errors import BudgetReached, UsageError


class Purse(Protocol):
    """What may be spent. Amounts are US dollars."""

    async def reserve(self, usd: float) -> bool:
        """Set an amount aside; False: so much is not left."""
        ...

    async def release(self, reserved: float, spent: float | None) -> None:
        """Give back what was set aside for a call, but for what it cost; None: nobody knows, so all of it."""
        ...

    async def others_in_flight(self) -> bool:
        """Tell whether another process has set something aside that may come back."""
        ...

    def reached(self) -> BudgetReached:
        """Return the error that says so."""
        ...


class MemoryPurse:
    """The budget of one process."""

    def __init__(self, budget: float) -> None:
        check_budget(budget)
        self.budget = budget
        self.spent = 0.0
        """Of the calls that are over."""
        self.reserved = 0.0
        """For the calls in flight."""

    async def reserve(self, usd: float) -> bool:
        """Set an amount aside; False: so much is not left."""
        if self.spent + self.reserved + usd > self.budget:
            return False
        self.reserved += usd
        return True

    async def release(self, reserved: float, spent: float | None) -> None:
        """Give back what was set aside for a call, but for what it cost."""
        self.reserved -= reserved
        self.spent += reserved if spent is None else spent

    async def others_in_flight(self) -> bool:
        """Return False: there are no others."""
        return False

    def reached(self) -> BudgetReached:
        """Return the error that says so."""
        return budget_reached(self.budget, self.spent)


def budget_reached(budget: float, spent: float) -> BudgetReached:
    """Return the error for a budget that the next call could exceed."""
    return BudgetReached(
        f"The budget of {budget:g} USD is reached: {spent:.4f} USD are spent, or may have been billed for "
        "calls whose answer was lost, and the next call could cost more than is left. "
        "Raise the budget to go on."
    )


def check_budget(budget: float) -> None:
    """Raise `UsageError` for what is no budget."""
    if not 0 < budget < float("inf"):
        raise UsageError(f"{budget:g} is no budget; give the US dollars that may be spent, for example 5.")
