"""A reader that asks the loopback endpoint, without pauses and without the environment of whoever runs it."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.readers.base import Reading
from summarizer.readers.llm import LLMReader, Settings, capabilities
from tests.loopback import KEY, Endpoint


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No key, address or proxy of the person who runs the tests, and nothing learned in an earlier test."""
    for name in (
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
        "OPENAI_ORG_ID",
        "OPENAI_PROJECT_ID",
        "ANTHROPIC_API_KEY",
    ):
        monkeypatch.delenv(name, raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(capabilities, "_learned", {})
    # Reading the certificates takes 50 ms a client, and the loopback server has none.
    monkeypatch.setattr(ssl.SSLContext, "load_verify_locations", lambda *_, **__: None)


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A directory with a small prompt of its own."""
    examples = tmp_path / "prompts" / "examples"
    examples.mkdir(parents=True)
    (examples.parent / "instructions.md").write_text("Fill a draft.\n", encoding="utf-8")
    (examples / "one.md").write_text(
        "[0] Clash at Tor\n[1] Rebels fought soldiers at Tor.\n", encoding="utf-8"
    )
    draft = {
        "relevance": "event_report",
        "document_type": "news",
        "headline": "Clash at Tor",
        "abstract": "A clash.",
    }
    (examples / "one.json").write_text(json.dumps(draft), encoding="utf-8")
    return examples.parent


@dataclass
class Pauses:
    """Takes the place of sleeping."""

    seconds: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@pytest.fixture
def pauses() -> Pauses:
    """The pauses that were asked for; none is made."""
    return Pauses()


@pytest.fixture
def article() -> Article:
    return Article(
        "Two soldiers died in an ambush near Marsa, the army said. Nobody claimed it.", title="Ambush"
    )


@pytest.fixture
def warm() -> bool:
    """Whether the reader has read another article before: later requests are put together in another way."""
    return False


@pytest.fixture
def read(
    endpoint: Endpoint, prompts: Path, pauses: Pauses, article: Article, warm: bool
) -> Callable[..., Reading]:
    """A function that reads one article with a new reader, and closes it."""

    def read_one(model: str = "openai/gpt-4.1-mini", text: Article = article, **options: Any) -> Reading:
        settings = Settings(**{"sleep": pauses, **options.pop("settings", {})})

        async def go() -> Reading:
            given = {"base_url": endpoint.url, "api_key": KEY, "prompts": prompts, "codebook": "", **options}
            async with LLMReader(model, settings=settings, **given) as reader:
                if warm:
                    await warmed(reader, endpoint)
                return await reader.read(text)

        return asyncio.run(go())

    return read_one


async def warmed(reader: LLMReader, endpoint: Endpoint) -> None:
    """Have an article read that the script and the requests seen know nothing of."""
    script, endpoint.script = endpoint.script, deque([endpoint.answers()])
    await reader.read(Article("A patrol came under fire near Marsa. Nobody was hurt.", title="Patrol"))
    endpoint.script = script
    endpoint.requests.pop()
