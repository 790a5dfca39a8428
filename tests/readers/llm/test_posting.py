"""Requests put together by the SDK, and those made after their pattern."""

from __future__ import annotations

import asyncio
from pathlib import Path

from summarizer.article import Article
from summarizer.readers.llm import LLMReader, Settings
from tests.loopback import KEY, Endpoint


def test_later_requests_are_the_sdk_s_own_but_for_the_article(endpoint: Endpoint, prompts: Path) -> None:
    endpoint.otherwise = endpoint.answers()

    async def read() -> None:
        given = {"base_url": endpoint.url, "api_key": KEY, "prompts": prompts, "codebook": ""}
        async with LLMReader("openai/gpt-4.1-mini", settings=Settings(), **given) as reader:  # type: ignore[arg-type]
            for name in ("Gao", "Kidal, far away"):
                await reader.read(Article(f"Two soldiers died near {name}. Nobody claimed it.", title=""))

    asyncio.run(read())

    first, second = endpoint.requests
    sent = [{name.lower(): value for name, value in seen.headers.items()} for seen in (first, second)]
    lengths = [int(headers.pop("content-length")) for headers in sent]
    assert sent[0] == sent[1]
    assert sent[0]["authorization"] == f"Bearer {KEY}"
    assert lengths[0] < lengths[1]
    assert first.path == second.path
    assert "Kidal" in str(second.body["messages"][-1])
    assert first.body["messages"][:-1] == second.body["messages"][:-1]
