"""Whoever makes a report of an article, as a run sees it; `Summarizer` is one."""

from __future__ import annotations

from typing import Protocol

from summarizer.archive.book import Book
from summarizer.archive.interim import Begun
from summarizer.article import Article
from summarizer.checked import Checked
from summarizer.checking.gazetteer import Gazetteer
from summarizer.readers.base import Reader
from summarizer.readers.llm.gate import ProviderGate
from summarizer.workers import Workers


class Asked(Protocol):
    """Makes reports with one reader, whose requests pass one gate."""

    reader: Reader
    gate: ProviderGate

    places: bool

    async def read(
        self, article: Article, workers: Workers | None = None, begun: Begun | None = None
    ) -> Checked:
        """Return the reading of one article with its report, or raise a `SummarizerError`."""

    async def gazetteer(self) -> Gazetteer | None:
        """Return what places are looked up in."""

    def share_purse(self, book: Book) -> None:
        """Keep the budget together with the other runs on a run's ledger."""
