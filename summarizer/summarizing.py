"""From an article to a report: the reader drafts, the checks compute, the provenance is written down.

Where the checks find errors, a reader that can be asked again is asked again, once (`repairing.py`).
"""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from summarizer import bridge
from summarizer.article import Article
from summarizer.checked import Checked
from summarizer.checking.check import check
from summarizer.checking.gazetteer import Gazetteer, open_gazetteer, opened_gazetteer
from summarizer.errors import BudgetReached, Interrupted, UsageError
from summarizer.provenance import provenance_of, together
from summarizer.readers.base import Reader, Reading, Repairer
from summarizer.readers.choosing import RULES, embedded, reader_of
from summarizer.readers.notes import taking_notes
from summarizer.repairing import mend
from summarizer.schema.draft import Draft
from summarizer.schema.report import Provenance, Report

if TYPE_CHECKING:
    from summarizer.archive.book import Book
    from summarizer.archive.estimate import Estimate
    from summarizer.archive.inputs import Unread as UnreadableItem
    from summarizer.archive.interim import Begun
    from summarizer.archive.ledger import Ledger
    from summarizer.archive.run import Run
    from summarizer.archive.supply import Inputs
    from summarizer.readers.llm.prices import Price
    from summarizer.workers import Workers


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
        budget_usd: what may be spent; the worst case of a call is set aside before it is made. With a ledger,
            what all runs on the ledger may spend together.
        price: USD for a million input and output tokens ("0.40,1.60"), where the price list does not know
            the model; a budget needs a price.
        rpm, tpm: requests and tokens a minute; None: as the endpoint announces.
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
        budget_usd: float | None = None,
        price: Price | str | None = None,
        rpm: float | None = None,
        tpm: float | None = None,
        repair: bool = True,
        places: bool = True,
        on_notice: Callable[[str], None] | None = None,
    ) -> None:
        from summarizer.readers.llm.gate import ProviderGate
        from summarizer.readers.llm.prices import Price
        from summarizer.readers.llm.purse import MemoryPurse

        price = Price.parse(price) if isinstance(price, str) else price
        self.budget_usd = budget_usd
        self.gate = ProviderGate(
            rpm=rpm, tpm=tpm, purse=None if budget_usd is None else MemoryPurse(budget_usd)
        )
        self.reader: Reader = reader or reader_of(
            model, base_url, api_key, prompts, timeout_s, price, self.gate, priced=budget_usd is not None
        )
        self.repair = repair
        self.places = places
        self._repairer = self.reader if isinstance(self.reader, Repairer) else None
        self._embedded = embedded(self.reader)
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
        if self._embedded is None:
            return bridge.run(self.asummarize(article, title=title, published=published))
        # Nothing is waited for: a trip to the event loop's thread and back would only cost time.
        article = _article(article, title, published)
        begun = time.perf_counter()
        reading = Reading(draft=self._embedded.draft(article))
        provenance = provenance_of(self.reader, reading, time.perf_counter() - begun)
        wanted = self._looks_up(reading.draft)
        gazetteer = (opened_gazetteer() or open_gazetteer(self._on_notice)) if wanted else None
        return check(reading.draft, article, provenance, gazetteer=gazetteer)

    async def asummarize(
        self,
        article: Article | str,
        *,
        title: str | None = None,
        published: dt.date | str | None = None,
    ) -> Report:
        """Return the report of one article, on the event loop that is running."""
        checked = await self.read(_article(article, title, published))
        return checked.report

    async def read(
        self, article: Article, workers: Workers | None = None, begun: Begun | None = None
    ) -> Checked:
        """Return the reading of one article with its report, on the event loop that is running.

        Args:
            article: the article.
            workers: other processes that check, and that read where the reader is the embedded one.
            begun: the reading that an earlier run has paid for, before the second look at its records.
        """
        if workers is not None and self._embedded is not None:
            checked = await workers.read(article)
            if checked is not None:
                return checked
        clock = time.perf_counter()
        resumed = begun.resumed() if begun is not None else None
        earlier: Provenance | None = None
        if resumed is None:
            result = await self.reader.read(article)
            reading = Reading(draft=result) if isinstance(result, Draft) else result
            # The seconds are those to the finished draft: what checking adds is a matter of milliseconds.
            provenance = provenance_of(self.reader, reading, time.perf_counter() - clock)
        else:
            reading, earlier = resumed
            provenance = earlier
        checked = await self._check(article, reading, provenance, workers)
        if not (self.repair and self._repairer and checked.mendable):
            return checked
        notes = taking_notes.get()
        before = partial(notes.draft, checked) if notes is not None and earlier is None else None
        # What is written down can wait for another run; what is not would be lost with the second look.
        leaves = (BudgetReached, Interrupted) if notes is not None else ()
        mended = await mend(self._repairer, article, reading, checked.report, before=before, leaves=leaves)
        if mended is reading:
            return checked
        provenance = provenance_of(self.reader, mended, time.perf_counter() - clock)
        if earlier is not None:
            provenance = together(earlier, provenance)
        return await self._check(article, mended, provenance, workers)

    async def _check(
        self, article: Article, reading: Reading, provenance: Provenance, workers: Workers | None
    ) -> Checked:
        """Return a reading with its report, checked by a worker or here."""
        checked = await workers.check(article, reading, provenance) if workers is not None else None
        if checked is None:
            gazetteer = await self.gazetteer() if self._looks_up(reading.draft) else None
            checked = Checked(reading, check(reading.draft, article, provenance, gazetteer=gazetteer))
        return checked

    def map(
        self,
        articles: Inputs,
        *,
        concurrency: int = 64,
        ledger: Ledger | str | PathLike[str] | None = None,
        limit: int | None = None,
        retry_failed: bool = False,
        screen: bool = False,
        patience_s: float = 1800.0,
        processes: int = 0,
        sources: Sequence[str | PathLike[str]] = (),
    ) -> Run:
        """Return the outcomes of many articles, as they come, in no order; lazy in, lazy out.

        Args:
            articles: texts, articles, or what `open_articles` yields; pulled as they are needed, on a thread.
                An asynchronous iterator is pulled on the event loop that iterates the run.
            concurrency: articles that a model reads at a time, at most; fewer while it says that it is busy.
            ledger: a `Ledger`, or its path or URL. What is finished there is not read again, whoever did it;
                copies are recognised. Without one, every article is read.
            limit: articles to read at most.
            retry_failed: read again what the ledger knows to have failed, and nothing that it does not know.
            screen: do not ask a model about articles in which nothing speaks of violence.
            patience_s: how long an endpoint that has served may be down, or ask to wait, before the run ends.
            processes: processes beside this one that check, and that read where the reader is the embedded
                one; they start when there is enough to do.
            sources: the files and folders that `articles` come from, all of them, so that the ledger can tell
                which of its inputs are no longer there (`Ledger.missing`).

        Raises:
            UsageError: no such ledger, or a wrong number. What ends a run is raised at the end of the
                iteration (see `Run`).

        For example:

            with Summarizer(model="openai/gpt-4.1-mini", budget_usd=5) as summarizer:
                for outcome in summarizer.map(open_articles(["archive/"]), ledger="run.db"):
                    print(outcome.source, outcome.kind, outcome.reason or "")
        """
        from summarizer.archive.book import LedgerBook, NoBook
        from summarizer.archive.ledger import Ledger
        from summarizer.archive.options import Options
        from summarizer.archive.run import Run

        _refuse_wrong_inputs(articles, ledger, retry_failed=retry_failed)
        options = Options(concurrency, limit, retry_failed, screen, patience_s, processes, sources)
        if ledger is None:
            return Run(self, articles, options, NoBook())
        owned = not isinstance(ledger, Ledger)
        opened = ledger if isinstance(ledger, Ledger) else Ledger(ledger)
        return Run(self, articles, options, LedgerBook(opened, owned=owned, screen=screen))

    amap = map
    """The same: the outcomes of a run are iterated with `for` or with `async for`."""

    def estimate(
        self,
        articles: Iterable[Article | UnreadableItem | str] = (),
        *,
        ledger: Ledger | str | PathLike[str] | None = None,
        limit: int | None = None,
        retry_failed: bool = False,
        screen: bool = False,
    ) -> Estimate:
        """Return what `map` with these arguments would read, and what that would take; nothing is called.

        No ledger is made where there is none. Nothing is sent, so any `api_key` will do.

        Raises:
            UsageError: `retry_failed` without a ledger.
            LedgerError: there is something else at its path.
        """
        from summarizer.archive.estimate import estimate
        from summarizer.archive.ledger import Ledger, existing

        _refuse_wrong_inputs(articles, ledger, retry_failed=retry_failed)
        owned = None if ledger is None or isinstance(ledger, Ledger) else existing(ledger)
        opened = ledger if isinstance(ledger, Ledger) else owned
        try:
            return estimate(
                self.reader, articles, opened, limit=limit, retry_failed=retry_failed, screen=screen
            )
        finally:
            if owned is not None:
                owned.close()

    def share_purse(self, book: Book) -> None:
        """Keep the budget together with the other runs on a run's ledger."""
        if self.budget_usd is None or (purse := book.purse(self.budget_usd)) is None:
            return
        self.gate.purse = purse
        if (calls := book.unpriced()) and self._on_notice is not None:
            self._on_notice(
                f"the price of {calls:,} earlier calls on this ledger is not known; the budget does not "
                "count them."
            )

    def _looks_up(self, draft: Draft) -> bool:
        """Tell whether a draft has places to look up: only then is the gazetteer opened, once a process."""
        return self.places and any(operation.places for operation in draft.operations)

    async def gazetteer(self) -> Gazetteer | None:
        """Return the gazetteer, opened in a thread, once a process; None where places are not looked up."""
        if not self.places:
            return None
        return opened_gazetteer() or await asyncio.to_thread(open_gazetteer, self._on_notice)

    def open(self) -> None:
        """Set the reader up now rather than at the first article; nothing is sent.

        Raises:
            UsageError: there is no such provider, or its package is not installed.
            MissingKey: the provider needs a key and there is none.
        """
        bridge.run(self.aopen())

    async def aopen(self) -> None:
        """Set the reader up for the event loop that is running; the twin of `open`."""
        opening = getattr(self.reader, "aopen", None)
        if opening is not None:
            await opening()

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


def _refuse_wrong_inputs(articles: object, ledger: object, *, retry_failed: bool) -> None:
    """Refuse failures that stand nowhere, and a single text or path, which could be iterated, too."""
    if retry_failed and ledger is None:
        raise UsageError("What has failed stands in a ledger; name it.")
    if isinstance(articles, str | PathLike):
        raise UsageError(
            f"{str(articles)[:60]!r} is one text or path, and map takes what yields articles: "
            "give open_articles([path]), or a list."
        )


def _article(article: Article | str, title: str | None, published: dt.date | str | None) -> Article:
    if not isinstance(article, Article | str):
        raise UsageError(f"A {type(article).__name__} is no article; give a text or an Article.")
    if isinstance(article, str):
        return Article(article, title=title, published=published)
    if title is not None or published is not None:
        raise UsageError("title and published belong to the Article; give them when you make it.")
    return article
