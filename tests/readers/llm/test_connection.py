"""Provider strings, addresses and keys: what is wrong is said in one line, with what to write instead."""

from __future__ import annotations

import asyncio
from typing import Any

import openai
import pytest

from summarizer.errors import MissingKey, SummarizerError, UsageError
from summarizer.readers.llm.connection import OPENAI_URL, connect, shown
from summarizer.readers.llm.sdk import open_sdk


@pytest.mark.parametrize("model", ["", "gpt-4", "/x", "openai/", "openai", "  "])
def test_a_string_that_names_no_model(model: str) -> None:
    """It says how to write one."""
    with pytest.raises(UsageError, match=r"write PROVIDER/NAME: openai/gpt-4\.1-mini"):
        connect(model)


@pytest.mark.parametrize(
    "url", ["localhost:8000", "ftp://x/v1", "http://", "http://x:port", "http://x:99999"]
)
def test_an_address_that_is_none(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Given as an option or in the environment."""
    with pytest.raises(UsageError, match="http://HOST:PORT/v1"):
        connect("openai/m", base_url=url, api_key="sk-x")

    monkeypatch.setenv("OPENAI_BASE_URL", url)
    with pytest.raises(UsageError, match="OPENAI_BASE_URL is"):
        connect("openai/m", api_key="sk-x")


def test_where_the_address_and_key_come_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """The option, else the environment, else OpenAI itself."""
    monkeypatch.setenv("OPENAI_API_KEY", " sk-from-environment\n")
    assert connect("openai/m").base_url == OPENAI_URL
    assert connect("openai/m").api_key == "sk-from-environment"

    monkeypatch.setenv("OPENAI_BASE_URL", "http://10.0.0.1:8000/v1")
    assert connect("openai/m").base_url == "http://10.0.0.1:8000/v1"
    assert connect("openai/m", base_url="http://10.0.0.2/v1", api_key="sk-y").base_url == "http://10.0.0.2/v1"
    assert connect("ollama/m").base_url is None


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "[::1]"])
def test_a_server_on_this_machine_needs_no_key(host: str) -> None:
    """The SDK insists on one, so it gets a word in its place."""
    assert connect("openai/m", base_url=f"http://{host}:8000/v1").api_key == "none"


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "example.org", "localhost.example.org", "127.0.0.1.example.org"]
)
def test_any_other_server_needs_one(host: str) -> None:
    """The message names the variable."""
    with pytest.raises(MissingKey, match="set OPENAI_API_KEY"):
        connect("openai/m", base_url=f"http://{host}/v1")


def test_a_key_that_can_be_none_is_not_sent() -> None:
    """A key with a line break makes the HTTP library print it."""
    with pytest.raises(MissingKey, match="characters that no key has") as caught:
        connect("openai/m", api_key="sk-first\nsk-second")

    assert "sk-first" not in str(caught.value)


def test_an_address_is_shown_without_what_is_secret_in_it() -> None:
    assert shown("https://user:pass@host:1/v1/?token=x#y") == "https://host:1/v1"


def opened(model: str, **options: Any) -> Any:
    """The SDK client for a model."""

    async def go() -> Any:
        return open_sdk(connect(model, **options))

    return asyncio.run(go())


@pytest.mark.parametrize(
    ("model", "options", "url"),
    [
        ("openai/m", {"base_url": "http://127.0.0.1:1/v1"}, "http://127.0.0.1:1/v1/"),
        ("ollama/llama3.1", {}, "http://localhost:11434/v1/"),
        ("ollama/llama3.1", {"base_url": "http://10.0.0.1:11434/v1"}, "http://10.0.0.1:11434/v1/"),
        ("openrouter/meta-llama/llama-3", {"api_key": "sk-or-x"}, "https://openrouter.ai/api/v1/"),
        ("deepseek/deepseek-chat", {"api_key": "sk-x"}, "https://api.deepseek.com/"),
    ],
    ids=lambda value: value if isinstance(value, str) and "/" in value else "",
)
def test_what_speaks_like_openai_gets_its_client(model: str, options: dict[str, Any], url: str) -> None:
    """With our time-out and no retries of its own, whichever provider it is."""
    client = opened(model, **options, timeout_s=33.0)

    assert isinstance(client, openai.AsyncOpenAI)
    assert str(client.base_url).rstrip("/") == url.rstrip("/")
    assert client.max_retries == 0
    assert isinstance(client.timeout, openai.Timeout)
    assert client.timeout.read == 33.0


@pytest.mark.parametrize(
    ("model", "error", "message"),
    [
        ("nonsense/m", UsageError, "There is no provider 'nonsense'"),
        ("openrouter/m", MissingKey, "set OPENROUTER_API_KEY"),
        ("cohere/m", UsageError, "pip install cohere"),
        ("xai/m", UsageError, r"pip install \"instructor\[xai\]\""),
    ],
)
def test_what_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, model: str, error: type[SummarizerError], message: str
) -> None:
    """An unknown provider, a missing key, a package that is not installed."""
    monkeypatch.delenv("OPENROUTER_API_KEY", raising=False)
    package = {"cohere": "cohere", "xai": "xai_sdk"}.get(model.partition("/")[0])
    if package:
        monkeypatch.setitem(__import__("sys").modules, package, None)

    with pytest.raises(error, match=message):
        opened(model)
