"""What the gate learns from an endpoint on the loopback interface, through either client.

The native client is instructor's own, as it serves providers that do not speak like OpenAI; here its SDK is
OpenAI's, behind a wrapper, so that real requests are made and real errors with real headers come back.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import instructor
import openai
import pytest
from instructor import Mode

from summarizer.article import Article
from summarizer.readers.llm import LLMReader, Settings
from summarizer.readers.llm.gate import ProviderGate
from summarizer.readers.llm.native_client import NativeClient
from summarizer.readers.llm.retries import Need, Signal
from tests.loopback import DRAFT, KEY, Endpoint, Handler, Reply

CLIENTS = ["openai", "native"]


class Listening(ProviderGate):
    """The gate, and what it was told."""

    def __init__(self, **limits: Any) -> None:
        super().__init__(**limits)
        self.signals: list[Signal] = []
        self.windows: list[int] = []

    async def leave(self, need: Need, signal: Signal) -> None:
        await super().leave(need, signal)
        self.signals.append(signal)
        self.windows.append(self.window)


class Wrapper:
    """An SDK that is not OpenAI's own class."""

    def __init__(self, url: str) -> None:
        self.sdk = openai.AsyncOpenAI(base_url=url, api_key=KEY, max_retries=0)

    async def close(self) -> None:
        await self.sdk.close()

    def wrapped(self) -> instructor.AsyncInstructor:
        create = instructor.patch(create=self.sdk.chat.completions.create, mode=Mode.TOOLS)
        return instructor.AsyncInstructor(client=self, create=create, mode=Mode.TOOLS, model="tested")


def answers(draft: object = DRAFT) -> Reply:
    """An answer in the form in which the request asks for it: as text, or as a call of the request's tool."""

    def reply(handler: Handler) -> None:
        if not (tools := handler.body.get("tools")):
            Endpoint.answers(draft)(handler)
            return
        function = {"name": tools[0]["function"]["name"], "arguments": json.dumps(draft)}
        call = {"id": "1", "type": "function", "function": function}
        Endpoint.answers("", finish="tool_calls", tool_calls=[call])(handler)

    return reply


def turns_away(**headers: str) -> Reply:
    return Endpoint.fails(429, "slow down", headers={"Retry-After": "0.3", **headers})


@pytest.fixture(params=CLIENTS)
def read_through(
    request: pytest.FixtureRequest,
    endpoint: Endpoint,
    prompts: Path,
    pauses: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., list[object]]:
    """A function that reads so many articles at once through one client, and returns what came of each."""
    is_native = request.param == "native"
    if is_native:
        monkeypatch.setattr(instructor, "from_provider", lambda *_, **__: Wrapper(endpoint.url).wrapped())
    options: dict[str, Any] = {} if is_native else {"base_url": endpoint.url, "api_key": KEY}

    def read(gate: ProviderGate, amount: int = 1) -> list[object]:
        async def go() -> list[object]:
            model = "other/tested" if is_native else "openai/tested"
            settings = Settings(gate=gate, sleep=pauses)
            async with LLMReader(model, prompts=prompts, codebook="", settings=settings, **options) as reader:
                assert isinstance(reader._client(), NativeClient) == is_native
                texts = [Article(f"{n} soldiers died in an ambush near Marsa.") for n in range(2, amount + 2)]
                return await asyncio.gather(*map(reader.read, texts), return_exceptions=True)

        return asyncio.run(go())

    return read


def test_an_answer_tells_its_tokens(endpoint: Endpoint, read_through: Any) -> None:
    endpoint.then(answers())
    gate = Listening()

    read_through(gate)

    assert [(signal.status, signal.tokens) for signal in gate.signals] == [(200, 120)]
    assert (gate.answered, gate.in_flight) == (1, 0)


def test_being_told_to_wait_tells_for_how_long_and_what_is_announced(
    endpoint: Endpoint, read_through: Any
) -> None:
    endpoint.then(turns_away(**{"x-ratelimit-limit-requests": "6000"}), answers())
    gate = Listening()

    read_through(gate)

    first, second = gate.signals
    assert (first.status, first.retry_after, first.tokens) == (429, 0.3, 0)
    assert first.headers["x-ratelimit-limit-requests"] == "6000"
    assert (second.status, second.tokens) == (200, 120)


@pytest.mark.parametrize(
    ("reply", "status"),
    [(Endpoint.fails(503, "overloaded"), 503), (Endpoint.resets(), None)],
    ids=["503", "reset"],
)
def test_a_fault_of_the_endpoint_is_no_answer_and_not_being_told_to_wait(
    endpoint: Endpoint, read_through: Any, reply: Reply, status: int | None
) -> None:
    endpoint.then(reply, answers())
    gate = Listening(most=4)

    read_through(gate)

    assert [signal.status for signal in gate.signals] == [status, 200]
    assert gate.signals[0].usd is None or gate.signals[0].usd == 0
    assert (gate.answered, gate.in_flight, gate.window) == (1, 0, 4)


def test_many_that_are_told_to_wait_narrow_the_window_and_answers_widen_it(
    endpoint: Endpoint, read_through: Any
) -> None:
    """Nobody is lost over it, and nobody is still counted as in flight."""
    endpoint.then(*[turns_away()] * 16)
    endpoint.otherwise = answers()
    gate = Listening(most=16)

    readings = read_through(gate, 16)

    assert all(type(reading).__name__ == "Reading" for reading in readings), readings
    assert sorted(signal.status for signal in gate.signals if signal.status) == [200] * 16 + [429] * 16
    assert min(gate.windows) <= 9
    assert gate.windows[-1] == 16
    assert gate.in_flight == 0


def test_a_re_ask_counts_with_its_tokens(endpoint: Endpoint, read_through: Any) -> None:
    """One request and its re-ask: OpenAI's client passes the gate twice, instructor's loop once for both."""
    endpoint.then(answers({**DRAFT, "relevance": "who knows"}), answers())
    gate = Listening()

    (reading,) = read_through(gate)

    assert [attempt.outcome for attempt in reading.attempts] == ["Invalid", "ok"]
    assert sum(signal.tokens for signal in gate.signals) == 240
    assert {signal.status for signal in gate.signals} == {200}
    assert gate.in_flight == 0
