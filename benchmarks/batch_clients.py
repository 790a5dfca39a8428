"""The clients that `benchmarks/batch.py` measures: each a process of its own that prints what it took."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

MODEL = "gpt-4.1-mini"


@dataclass
class Job:
    """What a client is to do."""

    client: str
    archive: str
    """JSON Lines."""
    articles: int
    """Lines of it to read."""
    url: str = ""
    in_flight: int = 64
    ledger: str = ""
    processes: int = 0
    """Workers beside the client's process; ours alone."""


@dataclass
class Taken:
    """What it took."""

    finished: int
    lost: dict[str, int]
    """Articles without a report: how many, by why. Our own are listed in the ledger, a peer's are gone."""
    seconds: float
    cpu_s: float
    """User and system, of the run and of its workers: what was imported before it does not count."""
    process_s: float
    """Of the whole process, imports and all."""
    peak_kib: int
    extra: dict[str, Any] = field(default_factory=dict)


def lines(job: Job) -> Iterator[dict[str, Any]]:
    """Yield the articles of a job's archive."""
    with Path(job.archive).open(encoding="utf-8") as archive:
        for number, line in enumerate(archive):
            if number == job.articles:
                return
            yield json.loads(line)


def cpu_s() -> float:
    """Return the CPU time of this process, and of those of its own that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def peak_kib() -> int:
    """Return the most memory that this process has had."""
    try:
        # Not getrusage: on Linux that also holds what the parent had when it started this process.
        status = Path("/proc/self/status").read_text(encoding="utf-8")
        return int(status.partition("VmHWM:")[2].split()[0])
    except (OSError, IndexError, ValueError):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak // 1024 if sys.platform == "darwin" else peak


def ours(job: Job) -> Taken:
    """`Summarizer.map`: the embedded reader where no endpoint is given, a ledger where one is named."""
    from itertools import islice

    from summarizer import Summarizer, open_articles

    model = f"openai/{MODEL}" if job.url else "rules"
    base_url = job.url or None
    with Summarizer(model=model, base_url=base_url, api_key="none" if job.url else None) as summarizer:
        _warm(summarizer)
        lost: Counter[str] = Counter()
        ended: Counter[str] = Counter()
        begun, clock = cpu_s(), time.perf_counter()
        items = islice(open_articles([job.archive]), job.articles)
        run = summarizer.map(
            items, ledger=job.ledger or None, concurrency=job.in_flight, processes=job.processes
        )
        calls = 0
        for outcome in run:
            if outcome.stored:
                continue  # the other process had finished it
            ended[outcome.kind] += 1
            calls += len(outcome.attempts)
            if not outcome.ok:
                lost[outcome.reason or outcome.kind] += 1
        cpu, seconds = cpu_s() - begun, time.perf_counter() - clock
        extra = {"ended": dict(ended), "calls": calls, "elsewhere": run.progress.elsewhere}
        return Taken(ended["ok"], dict(lost), seconds, cpu, cpu_s(), peak_kib(), extra)


def _warm(summarizer: Any) -> None:
    """Have everything imported, tables built and a connection open; the article is none of the archive's."""
    summarizer.summarize("Two soldiers were killed in an ambush near Arsal on Monday, officials said.")


Ask = Callable[[dict[str, Any]], Awaitable[object]]


async def _gathered(job: Job, ask: Ask) -> Taken:
    """A peer as its documents show it: a semaphore, a task for each article, and all results at the end."""
    slots = asyncio.Semaphore(job.in_flight)
    items = list(lines(job))
    await ask({"title": "Warm", "published": "2030-01-01", "text": "Nothing happened in Arsal on Monday."})

    async def one(item: dict[str, Any]) -> object:
        async with slots:
            return await ask(item)

    begun, clock = time.process_time(), time.perf_counter()
    results = await asyncio.gather(*map(one, items), return_exceptions=True)
    cpu, seconds = time.process_time() - begun, time.perf_counter() - clock
    lost = Counter(type(result).__name__ for result in results if isinstance(result, BaseException))
    finished = len(results) - lost.total()
    return Taken(finished, dict(lost), seconds, cpu, time.process_time(), peak_kib())


def _messages(item: dict[str, Any]) -> list[Any]:
    """Return the very prompt that our reader sends."""
    from benchmarks.model_client import prompt
    from summarizer.article import Article
    from summarizer.readers.llm.prompt import article_message

    if not _static:
        _static.extend(prompt().messages(whole=True))
    article = Article(item["text"], title=item["title"], published=item["published"])
    return [*_static, article_message(article)]


_static: list[Any] = []


def instructor_client(job: Job) -> Taken:
    """instructor as its documents show it: `from_openai`, `create`, `gather`; no ledger, nothing checked."""
    import instructor
    import openai

    from summarizer.schema import Draft

    async def work() -> Taken:
        sdk = openai.AsyncOpenAI(base_url=job.url, api_key="none")
        client = instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)

        async def ask(item: dict[str, Any]) -> object:
            return await client.create(model=MODEL, messages=_messages(item), response_model=Draft)

        return await _gathered(job, ask)

    return asyncio.run(work())


def bare(job: Job) -> Taken:
    """A loop over aiohttp that sends and receives, and does nothing with the answer but read its JSON."""
    import aiohttp

    async def work() -> Taken:
        connector = aiohttp.TCPConnector(limit=job.in_flight)
        async with aiohttp.ClientSession(connector=connector) as session:

            async def ask(item: dict[str, Any]) -> object:
                body = {"model": MODEL, "messages": _messages(item)}
                async with session.post(f"{job.url}/chat/completions", json=body) as answer:
                    answer.raise_for_status()
                    completion = await answer.json()
                    return json.loads(completion["choices"][0]["message"]["content"])

            return await _gathered(job, ask)

    return asyncio.run(work())


CLIENTS: dict[str, Callable[[Job], Taken]] = {"ours": ours, "instructor": instructor_client, "bare": bare}


def main() -> None:
    job = Job(**json.loads(sys.argv[1]))
    print(json.dumps(asdict(CLIENTS[job.client](job))))
    sys.stdout.flush()
    os._exit(0)  # a client's open connections need no farewell


if __name__ == "__main__":
    main()
