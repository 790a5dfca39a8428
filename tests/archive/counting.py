"""A reader that counts what it is asked, and an archive for it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from summarizer import Article, Attempt, Draft, Reading, Summarizer, SummarizerError
from summarizer.archive import Outcome

TEXT = "Rebels killed {number} soldiers near Gao on Monday, the army said."


class CountingReader:
    """Reads with no model; `fails` says which articles it raises an error for."""

    name = "counting"
    version = "1"

    def __init__(
        self, fails: Callable[[Article], SummarizerError | None] = lambda article: None, seconds: float = 0
    ) -> None:
        self.read_ids: Counter[str] = Counter()
        self.fails = fails
        self.seconds = seconds
        self.at_once = 0
        self.most_at_once = 0

    async def read(self, article: Article) -> Reading:
        self.read_ids[article.id] += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.seconds)
        self.at_once -= 1
        attempt = Attempt("ok", 0.1, input_tokens=100, output_tokens=10, cost_usd=0.01)
        if (error := self.fails(article)) is not None:
            error.attempts = (Attempt(type(error).__name__, 0.1, input_tokens=100, cost_usd=0.01),)
            raise error
        return Reading(draft=draft(article), attempts=(attempt,))


def draft(article: Article) -> Draft:
    return Draft.model_validate(
        {
            "relevance": "event_report",
            "document_type": "news",
            "headline": article.text[:40],
            "abstract": "Soldiers were killed near Gao.",
            "actors": [{"id": "A1", "name": "soldiers", "type": "state_military", "evidence": [1]}],
            "operations": [
                {
                    "id": "O1",
                    "title": "Attack near Gao",
                    "type": "armed_attack",
                    "stage": "completed",
                    "assertion": "stated",
                    "discourse": "main",
                    "date": "on Monday",
                    "participants": [{"actor": "A1", "role": "target"}],
                    "evidence": [1],
                }
            ],
        }
    )


def articles(amount: int, *, first: int = 0, **more: Any) -> Iterator[Article]:
    for number in range(first, first + amount):
        yield Article(TEXT.format(number=number + 2), title="", source=f"wire.jsonl:{number + 1}", **more)


def run(reader: object, items: object, ledger: str | None, **options: Any) -> list[Outcome]:
    """Run and return all outcomes."""
    budget = {name: options.pop(name) for name in ("budget_usd", "price") if name in options}
    with Summarizer(reader=reader, places=False, **budget) as summarizer:  # type: ignore[arg-type]
        return list(summarizer.map(items, ledger=ledger, **options))  # type: ignore[arg-type]
