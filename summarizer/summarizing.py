"""From an article to a report: the reader drafts, the checks compute, the provenance is written down.

Where the checks find errors, a reader that can be asked again is asked again, once (`repairing.py`).
"""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from summarizer import bridge
from summarizer._version import __version__
from summarizer.article import Article
from summarizer.checking.check import check
from summarizer.checking.gazetteer import Gazetteer, open_gazetteer, opened_gazetteer
from summarizer.errors import UsageError
from summarizer.readers.base import Attempt, Reader, Reading, Repairer
from summarizer.repairing import mend
from summarizer.schema.draft import Draft
from summarizer.schema.report import SCHEMA_VERSION, Provenance, Report

RULES = "rules"
"""The name of the embedded reader, the default: no key, no network, no bill."""


class Summarizer:
    """Makes reports with one reader, whose connections it keeps open between articles.

    Args:
        model: "rules", the embedded reader, or a provider string ("openai/gpt-4.1-mini", "ollama/llama3.1").
            Only a named model makes paid calls.
        reader: a reader of your own, instead of `model` (see `summarizer.readers.Reader`).
        base_url: address of a server that speaks OpenAI's protocol; otherwise OPENAI_BASE_URL.
        api_key: otherwise the provider's own environment variable.
        prompts: a directory with prompts of your own.
        timeout_s: seconds that one request may take.
        repair: ask a model once more about the records in which checking finds errors; the embedded reader
            is never asked twice.
        places: look places up in the gazetteer, where the extra `places` is installed.
        on_notice: told in one line of what takes long (the index of place names is built once on a machine).

    Raises:
        UsageError: no such provider, or a directory without a prompt.
        MissingKey: the provider needs a key and there is none.

    For example:

        >>> with Summarizer() as summarizer:
        ...     report = summarizer.summarize("Two soldiers were killed in an ambush near Arsal on Monday.")
        >>> report.casualties[0].quantity.minimum
        2
    """

    def __init__(
        self,
        *,
        model: str = RULES,
        reader: Reader | None = None,
        base_url: str | None = None,
        api_key: str | None = None,
        prompts: Path | str | None = None,
        timeout_s: float = 180.0,
        repair: bool = True,
        places: bool = True,
        on_notice: Callable[[str], None] | None = None,
    ) -> None:
        self.reader: Reader = reader or _reader(model, base_url, api_key, prompts, timeout_s)
        self.repair = repair
        self.places = places
        self._on_notice = on_notice

    def summarize(
        self,
        article: Article | str,
        *,
        title: str | None = None,
        published: dt.date | str | None = None,
    ) -> Report:
        """Return the report of one article; `title` and `published` go with a text, not with an `Article`.

        May be called from several threads at once.

        Raises:
            SummarizerError: see `summarizer.errors`; `attempts` holds the calls that were made all the same.
        """
        return bridge.run(self.asummarize(article, title=title, published=published))

    async def asummarize(
        self,
        article: Article | str,
        *,
        title: str | None = None,
        published: dt.date | str | None = None,
    ) -> Report:
        """Return the report of one article, on the event loop that is running."""
        article = _article(article, title, published)
        begun = time.perf_counter()
        result = await self.reader.read(article)
        reading = Reading(draft=result) if isinstance(result, Draft) else result
        # Counted from the first call to the finished draft: what checking adds is a matter of milliseconds.
        seconds = time.perf_counter() - begun
        gazetteer = await self._gazetteer(reading.draft)
        report = check(
            reading.draft, article, _provenance(self.reader, reading, seconds), gazetteer=gazetteer
        )
        if not (self.repair and isinstance(self.reader, Repairer)):
            return report
        mended = await mend(self.reader, article, reading, report)
        if mended is reading:
            return report
        seconds = time.perf_counter() - begun
        return check(mended.draft, article, _provenance(self.reader, mended, seconds), gazetteer=gazetteer)

    async def _gazetteer(self, draft: Draft) -> Gazetteer | None:
        """Return the gazetteer where a draft has places to look up; opened in a thread, once a process."""
        if not self.places or not any(operation.places for operation in draft.operations):
            return None
        return opened_gazetteer() or await asyncio.to_thread(open_gazetteer, self._on_notice)

    def close(self) -> None:
        """Close the reader's connections."""
        bridge.run(self.aclose())

    async def aclose(self) -> None:
        """Close the reader's connections that belong to the event loop that is running."""
        close = getattr(self.reader, "aclose", None)
        if close is not None:
            await close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


def summarize(
    article: Article | str,
    *,
    title: str | None = None,
    published: dt.date | str | None = None,
    model: str = RULES,
    base_url: str | None = None,
    api_key: str | None = None,
    repair: bool = True,
) -> Report:
    """Return the report of one article; for many, keep a `Summarizer`.

    For example:

        >>> report = summarize("No one was hurt when a rocket hit a field on Sunday.", published="2011-05-16")
        >>> report.casualties[0].quantity.maximum
        0
    """
    with Summarizer(model=model, base_url=base_url, api_key=api_key, repair=repair) as summarizer:
        return summarizer.summarize(article, title=title, published=published)


async def asummarize(
    article: Article | str,
    *,
    title: str | None = None,
    published: dt.date | str | None = None,
    model: str = RULES,
    base_url: str | None = None,
    api_key: str | None = None,
    repair: bool = True,
) -> Report:
    """Return the report of one article, on the event loop that is running; the twin of `summarize`."""
    async with Summarizer(model=model, base_url=base_url, api_key=api_key, repair=repair) as summarizer:
        return await summarizer.asummarize(article, title=title, published=published)


def _reader(
    model: str, base_url: str | None, api_key: str | None, prompts: Path | str | None, timeout_s: float
) -> Reader:
    if model == RULES:
        if base_url is not None or prompts is not None:
            raise UsageError(
                "base_url and prompts (--base-url, --prompts) are for a model; name one, "
                "for example openai/gpt-4.1-mini."
            )
        from summarizer.readers.rules import RulesReader

        return RulesReader()
    from summarizer.readers.llm import LLMReader
    from summarizer.schema.codebook import codebook_for_readers

    return LLMReader(
        model,
        base_url=base_url,
        api_key=api_key,
        prompts=Path(prompts) if prompts is not None else None,
        codebook=codebook_for_readers(),
        timeout_s=timeout_s,
    )


def _article(article: Article | str, title: str | None, published: dt.date | str | None) -> Article:
    if isinstance(article, str):
        return Article(article, title=title, published=published)
    if title is not None or published is not None:
        raise UsageError("title and published belong to the Article; give them when you make it.")
    return article


def _provenance(reader: Reader, reading: Reading, seconds: float) -> Provenance:
    attempts = reading.attempts
    return Provenance(
        reader=reader.name,
        reader_version=reading.reader_version or reader.version,
        prompt_version=reading.prompt_version,
        schema_version=SCHEMA_VERSION,
        software_version=__version__,
        parameters=reading.parameters,
        input_tokens=sum(attempt.input_tokens for attempt in attempts),
        output_tokens=sum(attempt.output_tokens for attempt in attempts),
        cached_tokens=sum(attempt.cached_tokens for attempt in attempts),
        cost_usd=total_cost(attempts),
        seconds=round(seconds, 3),
        attempts=len(attempts),
        created=dt.datetime.now(dt.UTC),
    )


def total_cost(attempts: Sequence[Attempt]) -> float | None:
    """Return what the attempts cost in USD; None where the price of one of them is not known."""
    costs = [attempt.cost_usd for attempt in attempts]
    known = [cost for cost in costs if cost is not None]
    return sum(known) if len(known) == len(costs) else None
