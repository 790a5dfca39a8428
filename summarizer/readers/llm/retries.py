"""The one retry layer: which fault is asked again, how often, after how long.

The SDK's own retries are off, and instructor's loop re-asks only what did not validate, so that no two layers
multiply: a request that fails is judged here and nowhere else.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from summarizer.errors import SummarizerError
from summarizer.readers.base import Attempt
from summarizer.readers.llm.faults import Failed, Fault
from summarizer.readers.notes import taking_notes

if TYPE_CHECKING:
    from tenacity import AsyncRetrying, RetryCallState

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Policy:
    """How often a fault is tried in all, and the pauses between, doubling from `first` to `longest` s."""

    tries: int
    first: float = 0.0
    longest: float = 0.0


POLICIES = {
    Fault.RATE_LIMITED: Policy(tries=5, first=1.0, longest=30.0),
    Fault.SERVER: Policy(tries=5, first=0.5, longest=16.0),
    Fault.RESET: Policy(tries=5, first=0.25, longest=8.0),
    Fault.TIMEOUT: Policy(tries=3, first=0.5, longest=8.0),
    Fault.UNREACHABLE: Policy(tries=3, first=0.5, longest=4.0),
    Fault.GARBLED: Policy(tries=3, first=0.5, longest=4.0),
    Fault.TRUNCATED: Policy(tries=2),  # once more, at twice the limit, without the fragment
    Fault.UNSUPPORTED: Policy(tries=5),  # at once, in another way; there are four ways to give in
    Fault.FINAL: Policy(tries=1),
}
_OURS = {Fault.TRUNCATED, Fault.UNSUPPORTED}
"""Faults that say nothing of the endpoint's health, so they do not use up the attempts."""


@dataclass(frozen=True, slots=True)
class Limits:
    """When to give up on an article."""

    attempts: int = 5
    """Requests that may fail by the endpoint's or the network's fault, and as many that may be too early."""
    seconds: float = 300.0
    """Time spent in requests and in pauses; waiting at the gate does not count."""
    reasks: int = 2
    """How often an answer that does not validate is sent back with what is wrong."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a request may take at most, known before it is sent."""

    tokens: int
    """Input tokens, about."""
    usd: float | None
    """The most it can cost; None: the price is not known."""
    first: bool = True
    """Nothing was asked for this article before."""


@dataclass(frozen=True, slots=True)
class Signal:
    """What a gate learns from one request."""

    status: int | None
    """HTTP status; None: no answer came."""
    retry_after: float | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    tokens: int = 0
    usd: float | None = None
    """What it cost; None: it is not known."""


class Gate(Protocol):
    """A rate limiter that all requests of a run share."""

    async def enter(self, need: Need) -> None:
        """Wait until the next request may be sent, or raise a `SummarizerError` where none may be."""
        ...

    async def leave(self, need: Need, signal: Signal) -> None:
        """Take note of how a request ended; called once for each `enter`, also when it was cancelled."""
        ...


class OpenGate:
    """The gate that lets everything through."""

    async def enter(self, need: Need) -> None:
        """Return at once."""

    async def leave(self, need: Need, signal: Signal) -> None:
        """Forget it."""


@dataclass(slots=True)
class Account:
    """What was tried and spent for one article; it decides whether to try again."""

    limits: Limits
    attempts: list[Attempt] = field(default_factory=list)
    failures: Counter[Fault] = field(default_factory=Counter)
    spent: float = 0.0
    questions: int = 0
    """Answers asked for: one, and one more for each re-ask."""
    answered_by: str | None = None
    """The model's name as the endpoint gave it."""
    follows: bool = False
    """It is for a second look: something was asked for the article before."""
    noted: int = 0
    """Requests that are written down where the run keeps its books."""
    doubled: bool = False
    """The output limit was doubled after a truncation."""

    def book(self, attempt: Attempt) -> None:
        """Add one request, whatever came of it."""
        self.attempts.append(attempt)
        self.spent += attempt.seconds

    async def note(self) -> None:
        """Have the requests made so far written down, where somebody does, before the next one is sent."""
        notes = taking_notes.get()
        if notes is not None and len(self.attempts) > self.noted:
            made = self.attempts[self.noted :]
            self.noted = len(self.attempts)
            await notes.calls(made)

    def next_question(self) -> None:
        """Count an answer asked for; that there is a second one says that the first did not validate."""
        if self.questions:
            self.reject_last()
        self.questions += 1

    def reject_last(self, outcome: str = "Invalid") -> None:
        """Rename the outcome of the last attempt: its answer came, and was no draft."""
        if self.attempts and self.attempts[-1].outcome == "ok":
            self.attempts[-1] = replace(self.attempts[-1], outcome=outcome)

    def goes_on(self, exception: BaseException) -> bool:
        """Decide whether a failed request is sent again; `Failed.pause` says after how many seconds."""
        if not isinstance(exception, Failed):
            return False
        fault = exception.fault
        policy = POLICIES[fault]
        self.failures[fault] += 1
        if self.failures[fault] >= policy.tries or self.failed(fault) >= self.limits.attempts:
            return False
        exception.pause = self._pause(policy, self.failures[fault], exception.retry_after)
        self.spent += exception.pause
        return self.spent <= self.limits.seconds

    def failed(self, fault: Fault) -> int:
        """Return the failures that count together with one of this kind.

        A busy endpoint is a healthy one, so being told to wait does not use up the attempts of other faults.
        """
        if fault in _OURS:
            return 0
        if fault is Fault.RATE_LIMITED:
            return self.failures[fault]
        return sum(count for kind, count in self.failures.items() if kind not in {*_OURS, Fault.RATE_LIMITED})

    @staticmethod
    def _pause(policy: Policy, failures: int, retry_after: float | None) -> float:
        backoff = min(policy.longest, policy.first * 2.0 ** (failures - 1)) * random.uniform(0.5, 1.0)
        if not retry_after:
            return backoff
        return retry_after + random.uniform(0.0, min(1.0, retry_after / 4))  # not all at the same moment


def retrying(account: Account, sleep: Sleep) -> AsyncRetrying:
    """Return the loop that sends a request of one article again as long as the account says so.

    A loop serves one article: tenacity keeps its state on the object, and tasks that share it mix it up.
    """
    from tenacity import AsyncRetrying, retry_if_exception

    return AsyncRetrying(retry=retry_if_exception(account.goes_on), wait=_pause_of, sleep=sleep, reraise=True)


def _pause_of(state: RetryCallState) -> float:
    failed = state.outcome.exception() if state.outcome else None
    return failed.pause if isinstance(failed, Failed) else 0.0


def given_up(failed: Failed, account: Account) -> SummarizerError:
    """Return the error for the user, saying how often it was tried."""
    error = failed.error
    tries = account.failed(failed.fault)
    if tries > 1:
        return type(error)(f"{error.message.rstrip('.')} ({tries} attempts).")
    return error
