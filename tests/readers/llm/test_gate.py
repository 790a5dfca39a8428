"""The gate: how many requests at a time, how many a minute, and in which order."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from summarizer import Interrupted
from summarizer.readers.llm import gate as gates
from summarizer.readers.llm import rates
from summarizer.readers.llm.gate import ProviderGate
from summarizer.readers.llm.retries import Need, Signal

NEED = Need(tokens=100, usd=None)
OK = Signal(200, tokens=100)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that the test moves."""
    now = [1000.0]
    moved = SimpleNamespace(monotonic=lambda: now[0])
    monkeypatch.setattr(gates, "time", moved)
    monkeypatch.setattr(rates, "time", moved)
    monkeypatch.setattr(gates, "_ASIDE_S", 0.001)
    return now


async def passes(gate: ProviderGate, need: Need = NEED) -> bool:
    """Whether a request is let through now; it stays in flight then."""
    try:
        async with asyncio.timeout(0.05):
            await gate.enter(need)
    except TimeoutError:
        return False
    return True


def test_requests_told_to_wait_narrow_the_window_and_answers_widen_it(clock: list[float]) -> None:
    async def go() -> None:
        gate = ProviderGate(most=16)
        for _ in range(16):
            await gate.enter(NEED)
        for _ in range(16):
            await gate.leave(NEED, Signal(429))
        assert gate.window == 8
        for _ in range(8):
            await gate.enter(NEED)
            await gate.leave(NEED, OK)
        assert gate.window == 16

    asyncio.run(go())


def test_near_the_window_that_was_too_many_it_widens_by_one(clock: list[float]) -> None:
    """An endpoint that takes 20 at a time is asked for 21 now and then, and not for 40."""

    async def go() -> None:
        gate = ProviderGate(most=64)
        windows = []
        for _ in range(60):
            window = gate.window
            windows.append(window)
            for number in range(window):
                await gate.enter(NEED)
                await gate.leave(NEED, OK if number < 20 else Signal(429))
        assert max(windows[10:]) < 32
        assert min(windows[10:]) >= 16

    asyncio.run(go())


def test_a_retry_after_holds_everybody_back(clock: list[float]) -> None:
    async def go() -> None:
        gate = ProviderGate(most=4)
        await gate.enter(NEED)
        await gate.leave(NEED, Signal(429, retry_after=30.0))
        assert not await passes(gate)
        clock[0] += 29
        assert not await passes(gate)
        clock[0] += 1.1
        assert await passes(gate)

    asyncio.run(go())


@pytest.mark.parametrize("announced", [False, True])
def test_requests_a_minute_are_kept_given_or_announced(clock: list[float], announced: bool) -> None:
    async def go() -> None:
        gate = ProviderGate(most=1000, rpm=None if announced else 60)
        headers = {"x-ratelimit-limit-requests": "60"} if announced else {}
        passed = 0
        for _ in range(60):
            while await passes(gate):
                passed += 1
                await gate.leave(NEED, Signal(200, headers=headers, tokens=100))
            clock[0] += 1.0
        assert 55 <= passed <= 62

    asyncio.run(go())


def test_tokens_a_minute_are_kept(clock: list[float]) -> None:
    async def go() -> None:
        gate = ProviderGate(most=1000, tpm=6000)
        passed = 0
        for _ in range(60):
            while await passes(gate):
                passed += 1
                await gate.leave(NEED, Signal(200, tokens=300))
            clock[0] += 1.0
        assert 15 <= passed * 300 / 300 <= 22

    asyncio.run(go())


def test_who_comes_first_is_served_first(clock: list[float]) -> None:
    async def go() -> list[int]:
        gate = ProviderGate(most=1)
        await gate.enter(NEED)
        order: list[int] = []

        async def ask(number: int) -> None:
            await gate.enter(NEED)
            order.append(number)
            await gate.leave(NEED, OK)

        waiting = [asyncio.create_task(ask(number)) for number in range(10)]
        await asyncio.sleep(0.01)
        await gate.leave(NEED, OK)
        await asyncio.gather(*waiting)
        return order

    assert asyncio.run(go()) == list(range(10))


def test_a_closed_gate_lets_only_what_was_begun_through(clock: list[float]) -> None:
    async def go() -> None:
        gate = ProviderGate(most=4)
        gate.close(Interrupted("The run was stopped."))
        with pytest.raises(Interrupted, match="stopped"):
            await gate.enter(NEED)
        assert await passes(gate, Need(tokens=1, usd=None, first=False))
        gate.reopen()
        assert await passes(gate)

    asyncio.run(go())


def test_one_gate_serves_event_loops_one_after_the_other(clock: list[float]) -> None:
    gate = ProviderGate(most=2)

    async def go() -> None:
        for _ in range(5):
            await gate.enter(NEED)
            await gate.leave(NEED, OK)

    asyncio.run(go())
    asyncio.run(go())

    assert (gate.answered, gate.in_flight) == (10, 0)
