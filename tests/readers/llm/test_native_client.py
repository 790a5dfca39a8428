"""Providers that do not speak like OpenAI go through instructor's own client.

instructor is the real one here; only the provider's SDK is replaced, by a client with a script.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import instructor
import pytest
from instructor import Mode
from openai.types.chat import ChatCompletion

from summarizer import errors
from summarizer.article import Article
from summarizer.readers.base import Reading
from summarizer.readers.llm import LLMReader, Settings
from summarizer.readers.llm.native_client import DraftAnswer, NativeClient
from summarizer.schema import Draft

GOOD = {"relevance": "event_report", "document_type": "news", "headline": "A", "abstract": "B"}
MODEL = "anthropic/claude-sonnet-4-0"


class ProviderError(Exception):
    """As the SDKs raise it: a status, a body, a response with headers."""

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(f"Error code: {status} - {message}")
        self.status_code = status
        self.body = {"error": {"message": message}}
        self.response = type("Response", (), {"headers": headers or {}, "text": json.dumps(self.body)})()


def answer(draft: object, *, finish: str = "tool_calls", name: str = "DraftAnswer") -> ChatCompletion:
    """A completion that calls instructor's tool with this draft."""
    call = {"id": "1", "type": "function", "function": {"name": name, "arguments": json.dumps(draft)}}
    message = {"role": "assistant", "content": None, "tool_calls": [call]}
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    return ChatCompletion.model_validate(
        {
            "id": "x",
            "object": "chat.completion",
            "created": 1,
            "model": "claude-sonnet-4-20250514",
            "choices": [{"index": 0, "finish_reason": finish, "message": message}],
            "usage": usage,
        }
    )


class Provider:
    """A client of an SDK that answers from a script; instructor wraps it."""

    def __init__(self, *script: ChatCompletion | Exception) -> None:
        self.script = list(script)
        self.requests: list[dict[str, Any]] = []
        self.max_retries = 2
        self.closed = False

    async def create(self, **request: Any) -> ChatCompletion:
        self.requests.append(request)
        reply = self.script.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    async def close(self) -> None:
        self.closed = True

    def wrapped(self) -> instructor.AsyncInstructor:
        create = instructor.patch(create=self.create, mode=Mode.TOOLS)
        return instructor.AsyncInstructor(
            client=self, create=create, mode=Mode.TOOLS, model="claude-sonnet-4-0"
        )


@pytest.fixture
def read_from(
    monkeypatch: pytest.MonkeyPatch, prompts: Any, pauses: Any, article: Article
) -> Callable[[Provider], Reading]:
    """A function that reads one article from a scripted provider."""

    def read_one(provider: Provider) -> Reading:
        monkeypatch.setattr(instructor, "from_provider", lambda *_, **__: provider.wrapped())

        async def go() -> Reading:
            async with LLMReader(
                MODEL, prompts=prompts, codebook="", settings=Settings(sleep=pauses)
            ) as reader:
                return await reader.read(article)

        return asyncio.run(go())

    return read_one


def outcomes(source: Any) -> list[str]:
    return [attempt.outcome for attempt in source.attempts]


def test_an_answer_becomes_a_real_draft(read_from: Any) -> None:
    """Not instructor's class of the same name, and with the account of the request."""
    provider = Provider(answer(GOOD))

    reading = read_from(provider)

    assert type(reading.draft) is Draft
    assert reading.draft == Draft.model_validate(GOOD)
    assert reading.reader_version == "claude-sonnet-4-20250514"
    assert outcomes(reading) == ["ok"]
    assert reading.attempts[0].input_tokens == 100
    assert reading.attempts[0].cost_usd == pytest.approx((100 * 3 + 20 * 15) / 1e6)
    assert reading.parameters["structured_output"] == "tool_call"
    assert provider.closed


def test_the_sdk_retries_nothing_by_itself(read_from: Any) -> None:
    """There is one retry layer."""
    provider = Provider(answer(GOOD))

    read_from(provider)

    assert provider.max_retries == 0


def test_the_article_is_no_template(monkeypatch: pytest.MonkeyPatch, prompts: Any) -> None:
    """instructor renders messages only when it is given a context, and it is given none."""
    provider = Provider(answer(GOOD))
    monkeypatch.setattr(instructor, "from_provider", lambda *_, **__: provider.wrapped())

    async def go() -> None:
        async with LLMReader(MODEL, prompts=prompts, codebook="") as reader:
            await reader.read(Article("{{ 7 * 7 }} {% raw %} died.", title=""))

    asyncio.run(go())

    assert "{{ 7 * 7 }} {% raw %} died." in provider.requests[0]["messages"][-1]["content"]


def test_a_re_ask_is_in_our_words_and_each_answer_is_booked(read_from: Any) -> None:
    """instructor adds up the usage inside its objects; each attempt keeps its own."""
    provider = Provider(answer({**GOOD, "relevance": "very"}), answer(GOOD))

    reading = read_from(provider)

    said = provider.requests[1]["messages"][-1]["content"]
    assert 'relevance: "very" is none of the words that the schema lists' in said
    assert "pydantic" not in said
    assert outcomes(reading) == ["Invalid", "ok"]
    assert [attempt.input_tokens for attempt in reading.attempts] == [100, 100]


def test_three_invalid_answers_end(read_from: Any) -> None:
    """As with every provider."""
    with pytest.raises(errors.Invalid, match="in 3 answers: relevance is missing") as caught:
        read_from(Provider(*[answer({})] * 3))

    assert outcomes(caught.value) == ["Invalid"] * 3


def test_faults_of_the_endpoint_are_tried_again(read_from: Any, pauses: Any) -> None:
    """By our table, with Retry-After."""
    provider = Provider(
        ProviderError(529, "overloaded"), ProviderError(429, "slow", {"retry-after": "9"}), answer(GOOD)
    )

    reading = read_from(provider)

    assert outcomes(reading) == ["Unreachable", "RateLimited", "ok"]
    assert pauses.seconds[1] >= 9


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (ProviderError(401, "invalid x-api-key"), errors.MissingKey),
        (ProviderError(404, "model: claude-x"), errors.UnknownModel),
        (ProviderError(400, "Your credit balance is too low"), errors.QuotaExhausted),
        (ProviderError(400, "prompt is too long: 210000 tokens"), errors.TooLong),
        (ProviderError(400, "messages: at least one"), errors.RequestRejected),
        (
            TypeError('"Could not resolve authentication method. Expected api_key to be set"'),
            errors.MissingKey,
        ),
        (RuntimeError("something else"), errors.RequestRejected),
    ],
    ids=["401", "404", "credit", "long", "400", "no key", "unknown"],
)
def test_final_faults_are_final(read_from: Any, fault: Exception, error: type[Exception]) -> None:
    """One request each."""
    provider = Provider(fault)

    with pytest.raises(error):
        read_from(provider)

    assert len(provider.requests) == 1


@pytest.mark.parametrize(
    "fault",
    [
        ProviderError(400, "temperature is deprecated for this model"),
        TypeError("create() got an unexpected keyword argument 'temperature'"),
    ],
    ids=["provider", "sdk"],
)
def test_a_model_without_temperature(read_from: Any, fault: Exception) -> None:
    """Newer models, and newer SDKs, take none."""
    provider = Provider(fault, answer(GOOD))

    reading = read_from(provider)

    assert "temperature" in provider.requests[0]
    assert "temperature" not in provider.requests[1]
    assert "temperature" not in reading.parameters


def test_an_answer_cut_off_gets_twice_the_room(read_from: Any) -> None:
    """Once; the second time it is an error."""
    provider = Provider(answer(GOOD, finish="length"), answer(GOOD))

    assert outcomes(read_from(provider)) == ["Truncated", "ok"]
    assert [request["max_tokens"] for request in provider.requests] == [8192, 16384]

    with pytest.raises(errors.Truncated) as caught:
        read_from(Provider(answer(GOOD, finish="length"), answer(GOOD, finish="length")))
    assert outcomes(caught.value) == ["Truncated", "Truncated"]


def test_a_refusal_is_told_from_an_invalid_answer(read_from: Any) -> None:
    """Anthropic says so by the reason for which the model stopped."""
    declined = [answer({}) for _ in range(3)]
    for completion in declined:
        completion.stop_reason = "refusal"  # type: ignore[attr-defined]

    with pytest.raises(errors.Refused, match="declined the article"):
        read_from(Provider(*declined))


def test_an_answer_that_the_sdk_has_parsed() -> None:
    """Google's hands over objects, not text."""
    assert DraftAnswer.model_validate(GOOD).headline == "A"
    with pytest.raises(ValueError, match="headline must be a string"):
        DraftAnswer.model_validate({**GOOD, "headline": 3})


def test_a_provider_without_an_address_option(monkeypatch: pytest.MonkeyPatch, prompts: Any) -> None:
    """--base-url is not dropped in silence."""
    monkeypatch.setattr(instructor, "from_provider", lambda *_, **__: Provider().wrapped())

    async def go() -> None:
        async with LLMReader(MODEL, base_url="http://127.0.0.1:1", prompts=prompts, codebook="") as reader:
            await reader.read(Article("Died.", title=""))

    with pytest.raises(errors.UsageError, match="takes no --base-url"):
        asyncio.run(go())


def test_it_is_the_native_client_that_serves(monkeypatch: pytest.MonkeyPatch, prompts: Any) -> None:
    """These tests would prove nothing about the other one."""
    monkeypatch.setattr(instructor, "from_provider", lambda *_, **__: Provider().wrapped())

    async def go() -> object:
        return LLMReader(MODEL, prompts=prompts, codebook="")._client()

    assert isinstance(asyncio.run(go()), NativeClient)


@pytest.mark.parametrize("held", ["api_key", "auth_token", "credentials", "header", None])
def test_a_missing_key_is_noticed_before_the_first_request(
    monkeypatch: pytest.MonkeyPatch, prompts: Any, held: str | None
) -> None:
    """Also where the SDK itself complains only when it is to send something."""
    provider = Provider()
    keys = dict.fromkeys(("api_key", "auth_token", "credentials"))
    vars(provider).update({**keys, held: "x"} if held in keys else keys)
    vars(provider)["default_headers"] = {"X-Api-Key": "x"} if held == "header" else {"Accept": "text/plain"}
    monkeypatch.setattr(instructor, "from_provider", lambda *_, **__: provider.wrapped())

    async def go() -> None:
        async with LLMReader(MODEL, prompts=prompts, codebook="") as reader:
            await reader.aopen()

    if held is None:
        with pytest.raises(errors.MissingKey, match="set ANTHROPIC_API_KEY"):
            asyncio.run(go())
    else:
        asyncio.run(go())
    assert not provider.requests
