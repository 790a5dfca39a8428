"""What a model call costs in CPU on our side, beside instructor and the SDK used as their documents say.

    python benchmarks/model_client.py

starts a server on 127.0.0.1 that answers at once, in a process of its own, and then each client in a process
of its own, with the same prompt, articles and answer. CPU is the client's, user and system together. It
prints a table, in about a minute.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from summarizer.article import Article
from summarizer.readers.llm import LLMReader, Settings
from summarizer.readers.llm.prompt import Prompt, article_message
from summarizer.readers.llm.strict_schema import strict_schema
from summarizer.schema import Draft
from summarizer.schema.codebook import codebook_for_readers

MODEL = "gpt-4.1-mini"
SENTENCES = (
    "Fighters of the northern brigade attacked an army post outside Tarsis at dawn on Tuesday.",
    "At least four soldiers were killed and eleven were wounded, a military source said.",
    "The army answered with artillery; residents counted two dead in the village of Old Tarsis.",
)
Ask = Callable[[Article], Awaitable[Draft]]


def article(number: int) -> Article:
    """An article of about 2,000 characters, unlike every other."""
    body = "\n".join(f"{sentence} ({number}.{turn})" for turn in range(8) for sentence in SENTENCES)
    return Article(body, title=f"Post outside Tarsis attacked, {number}")


def prompt() -> Prompt:
    return Prompt.load(codebook=codebook_for_readers())


class Answering(asyncio.Protocol):
    """Answers every request on a kept connection with the same completion."""

    reply = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.buffer = b""

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head = self.buffer[:end].lower()
            length = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
            if len(self.buffer) < end + 4 + length:
                return
            self.buffer = self.buffer[end + 4 + length :]
            self.transport.write(self.reply)


async def serve() -> None:
    """Serve until the parent ends; print the port first."""
    draft = max((example.draft.model_dump_json() for example in prompt().examples), key=len)
    message = {"role": "assistant", "content": draft, "refusal": None}
    completion = {
        "id": "x",
        "object": "chat.completion",
        "created": 1,
        "model": MODEL,
        "choices": [{"index": 0, "finish_reason": "stop", "message": message, "logprobs": None}],
        "usage": {"prompt_tokens": 9000, "completion_tokens": 900, "total_tokens": 9900},
    }
    body = json.dumps(completion).encode()
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    Answering.reply = head.encode() + body
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


def documented_instructor(url: str) -> Ask:
    """instructor as its documents show it."""
    import instructor
    import openai

    client = instructor.from_openai(
        openai.AsyncOpenAI(base_url=url, api_key="none"), mode=instructor.Mode.JSON_SCHEMA
    )
    static: list[Any] = list(prompt().messages(whole=True))

    async def ask(item: Article) -> Draft:
        messages = [*static, article_message(item)]
        return await client.create(model=MODEL, messages=messages, response_model=Draft)

    return ask


def sdk(url: str) -> Ask:
    """The SDK's `create` with a strict schema; the answer validated by hand, nothing re-asked."""
    import openai

    chat: Any = openai.AsyncOpenAI(base_url=url, api_key="none").chat.completions
    static: list[Any] = list(prompt().messages(whole=True))
    schema: Any = {"name": "Draft", "schema": strict_schema(Draft), "strict": True}

    async def ask(item: Article) -> Draft:
        reply = await chat.create(
            model=MODEL,
            messages=[*static, article_message(item)],
            response_format={"type": "json_schema", "json_schema": schema},
        )
        return Draft.model_validate_json(reply.choices[0].message.content or "")

    return ask


def ours(url: str) -> Ask:
    """The model reader."""
    reader = LLMReader(f"openai/{MODEL}", base_url=url, settings=Settings())

    async def ask(item: Article) -> Draft:
        return (await reader.read(item)).draft

    return ask


def ours_over_httpx(url: str) -> Ask:
    """The model reader where the SDK's aiohttp transport is not installed."""
    import openai

    class Missing:
        def __init__(self, **_: object) -> None:
            raise RuntimeError

    openai.DefaultAioHttpClient = Missing  # type: ignore[assignment]
    return ours(url)


CLIENTS: dict[str, tuple[str, Callable[[str], Ask], float]] = {
    "instructor": ("instructor, as documented", documented_instructor, 0.15),
    "sdk": ("openai SDK, validated by hand", sdk, 1.0),
    "httpx": ("our reader, httpx transport", ours_over_httpx, 1.0),
    "reader": ("our reader", ours, 1.0),
}
"""Name, client, and the share of the articles that it gets: the slow one shows its cost on fewer."""


async def measure(name: str, url: str, count: int, in_flight: int) -> dict[str, float]:
    """Return CPU milliseconds an article and articles a second of one client."""
    _, make, share = CLIENTS[name]
    ask = make(url)
    slots = asyncio.Semaphore(in_flight)

    async def one(item: Article) -> None:
        async with slots:
            await ask(item)

    warm = [article(number) for number in range(in_flight)]
    measured = [article(number) for number in range(in_flight, in_flight + round(count * share))]
    await asyncio.gather(*map(one, warm))
    cpu, clock = time.process_time(), time.perf_counter()
    await asyncio.gather(*map(one, measured))
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    return {"cpu_ms": 1000 * cpu / len(measured), "rate": len(measured) / clock}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=800)
    parser.add_argument("--in-flight", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many is printed (default 3)")
    parser.add_argument("--client", choices=CLIENTS, help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        asyncio.run(serve())
        return
    if options.client:
        found = asyncio.run(measure(options.client, options.url, options.articles, options.in_flight))
        print(json.dumps(found))
        sys.stdout.flush()
        os._exit(0)  # the clients' open connections need no farewell
    this = [sys.executable, str(Path(__file__).resolve())]
    with subprocess.Popen(
        [*this, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        url = f"http://127.0.0.1:{server.stdout.readline().strip()}/v1"
        size = ["--articles", str(options.articles), "--in-flight", str(options.in_flight)]
        print(f"{options.in_flight} in flight, no latency, best of {options.rounds}\n")
        print(f"{'client':<32}{'CPU ms an article':>19}{'articles/s':>12}")
        for name, (title, _, _) in CLIENTS.items():
            command = [*this, "--client", name, "--url", url, *size]
            runs = [
                json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
                for _ in range(options.rounds)
            ]
            best = min(runs, key=lambda run: run["cpu_ms"])
            print(f"{title:<32}{best['cpu_ms']:>19.2f}{best['rate']:>12.0f}", flush=True)
        server.terminate()


if __name__ == "__main__":
    main()
