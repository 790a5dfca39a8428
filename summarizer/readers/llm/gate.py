"""The gate that all requests of a run pass: how many at a time, how many a minute, and for how much money."""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from collections import deque
from weakref import WeakKeyDictionary

from summarizer.errors import SummarizerError
from summarizer.readers.llm.purse import Purse
from summarizer.readers.llm.rates import Rate, announced, exhausted
from summarizer.readers.llm.retries import Need, Signal

_ASIDE_S = 0.25
"""How often a request that waits looks up, whatever it was told."""
_LATEST = 32
"""Answers by which it is judged whether the endpoint is busy."""
_SOME = 0.15
"""Share of requests told to wait that says nothing of the rate: some endpoints say it at random."""


class ProviderGate:
    """Lets requests through as fast as the endpoint takes them.

    As many as allowed are in flight at first. When the endpoint tells too many of them to wait (429), fewer
    are let in, in proportion to the share that was turned away; while none is, the number doubles with every
    round, and near the one that was too many it grows by one. A Retry-After holds all requests back while
    many are told so; where only one now and then is, it waits alone.

    Args:
        most: requests in flight at most.
        rpm, tpm: requests and tokens a minute; None: as the endpoint announces in its headers, if it does.
        purse: the budget; None: there is none.
    """

    def __init__(
        self,
        *,
        most: int = 64,
        rpm: float | None = None,
        tpm: float | None = None,
        purse: Purse | None = None,
    ) -> None:
        self.most = most
        self.purse = purse
        self.in_flight = 0
        self.answered = 0
        """Requests that the endpoint has answered with 200."""
        self.last_answer = time.monotonic()
        self._window = float(most)
        self._too_many = math.inf
        """The window at which it was last told to wait; near it, it opens slowly."""
        self._resume = 0.0
        self._latest: deque[bool] = deque(maxlen=_LATEST)
        """Of the latest answers, whether they said to wait."""
        self._round = _Round()
        self._closed: SummarizerError | None = None
        self._requests = Rate(rpm) if rpm else None
        self._tokens = Rate(tpm) if tpm else None
        self._given = {"requests": rpm is not None, "tokens": tpm is not None}
        self._turnstiles: WeakKeyDictionary[asyncio.AbstractEventLoop, _Turnstile] = WeakKeyDictionary()

    @property
    def window(self) -> int:
        """How many requests may be in flight now."""
        return max(1, int(self._window))

    @property
    def closed(self) -> bool:
        """Whether no new article's requests are let through."""
        return self._closed is not None

    def open_to(self, most: int) -> None:
        """Set how many requests may be in flight at most."""
        self.most = most
        self._window = float(most)

    def paused_s(self) -> float:
        """Return the seconds for which nothing is let through."""
        return max(0.0, self._resume - time.monotonic())

    def pause(self, seconds: float) -> None:
        """Let nothing through for so long, and then one request to see."""
        self._resume = max(self._resume, time.monotonic() + seconds)
        self._window = 1.0
        self._too_many = math.inf  # what was too many before says nothing of after
        self._round = _Round()

    def close(self, error: SummarizerError) -> None:
        """Let no new article's requests through: `enter` raises this error.

        What was asked before may be asked again, so that what is in flight is finished; but not while the
        endpoint is being waited for.
        """
        self._closed = error
        for turnstile in self._turnstiles.values():
            turnstile.wake()

    def reopen(self) -> None:
        """Let requests through again."""
        self._closed = None
        self._resume = 0.0

    async def enter(self, need: Need) -> None:
        """Wait until the next request may be sent.

        Raises:
            SummarizerError: the gate is closed.
            BudgetReached: it could cost more than is left, and nothing in flight can give anything back.
        """
        turnstile = self._turnstile()
        async with turnstile.lock:  # first come, first served: who waits for a condition waits at the head
            while True:
                await self._until_free(turnstile, need)
                if self.purse is None or await self.purse.reserve(need.usd or 0.0):
                    break
                if not self.in_flight and not await self.purse.others_in_flight():
                    raise self.purse.reached()
                await turnstile.left(_ASIDE_S)
            self.in_flight += 1
            if self._requests:
                self._requests.take(1)
            if self._tokens:
                self._tokens.take(need.tokens)

    async def leave(self, need: Need, signal: Signal) -> None:
        """Take note of how a request ended."""
        self.in_flight -= 1
        if self._tokens and signal.tokens:
            self._tokens.take(signal.tokens - need.tokens)
        if signal.status == 200:
            self.answered += 1
            self.last_answer = time.monotonic()
        self._learn(signal)
        self._adapt(turned_away=signal.status == 429, answered=signal.status == 200)
        if self.purse is not None:
            await self.purse.release(need.usd or 0.0, signal.usd)
        self._turnstile().wake()

    def _learn(self, signal: Signal) -> None:
        if signal.status in (200, 429):
            self._latest.append(signal.status == 429)
        often = sum(self._latest) > _SOME * len(self._latest)
        wait = signal.retry_after if signal.status == 429 and signal.retry_after and often else 0.0
        if signal.headers:
            wait = max(wait, exhausted(signal.headers))
            if not self._given["requests"] and (rpm := announced(signal.headers, "requests")):
                self._requests = _kept(self._requests, rpm)
            if not self._given["tokens"] and (tpm := announced(signal.headers, "tokens")):
                self._tokens = _kept(self._tokens, tpm)
        if wait:
            self._resume = max(self._resume, time.monotonic() + wait)

    def _adapt(self, *, turned_away: bool, answered: bool) -> None:
        """Open or narrow the window once a round: when as many have ended as may be in flight."""
        done = self._round
        done.turned_away += turned_away
        done.answered += answered
        if done.answered + done.turned_away < self.window:
            return
        share = done.turned_away / (done.answered + done.turned_away)
        if share > _SOME:
            self._too_many = self._window
            self._window = max(1.0, self._window * (1 - share / 2))
        elif self._window * 2 <= self._too_many:
            self._window = min(float(self.most), self._window * 2)
        else:
            self._window = min(float(self.most), self._window + 1)
        self._round = _Round()

    async def _until_free(self, turnstile: _Turnstile, need: Need) -> None:
        while True:
            if self._closed is not None and (need.first or self.paused_s()):
                raise type(self._closed)(str(self._closed))
            if self.in_flight >= self.window:
                await turnstile.left(_ASIDE_S)
                continue
            rates = [rate.delay() for rate in (self._requests, self._tokens) if rate]
            wait = max([self.paused_s(), *rates])
            if wait <= 0:
                return
            await turnstile.left(min(wait, _ASIDE_S))

    def _turnstile(self) -> _Turnstile:
        loop = asyncio.get_running_loop()
        if loop not in self._turnstiles:
            self._turnstiles[loop] = _Turnstile()
        return self._turnstiles[loop]


class _Turnstile:
    """Where the requests of one event loop queue."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self._freed = asyncio.Event()

    def wake(self) -> None:
        self._freed.set()

    async def left(self, at_most: float) -> None:
        """Wait until a request has left; requests of another event loop leave unheard, hence the limit."""
        self._freed.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(at_most):
                await self._freed.wait()


class _Round:
    """What became of the requests since the window last changed."""

    def __init__(self) -> None:
        self.answered = 0
        self.turned_away = 0


def _kept(rate: Rate | None, per_minute: float) -> Rate:
    """Return the rate that is there where it is the announced one: its bucket is not to be filled anew."""
    return rate if rate and rate.per_minute == per_minute else Rate(per_minute)
