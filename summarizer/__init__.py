"""Structured, checked summaries of reporting on armed conflict.

    >>> from summarizer import summarize
    >>> report = summarize("Rebels killed at least 12 soldiers near Gao on Monday.", published="2015-03-04")
    >>> report.casualties[0].quantity.minimum
    12

Names are loaded when they are first used: `import summarizer` by itself costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from summarizer._version import __version__

if TYPE_CHECKING:
    from summarizer.archive.estimate import Estimate
    from summarizer.archive.ledger import Ledger
    from summarizer.archive.outcomes import Outcome, OutcomeKind
    from summarizer.archive.run import Run
    from summarizer.article import Article, Sentence
    from summarizer.errors import (
        BudgetReached,
        Filtered,
        InputError,
        Interrupted,
        Invalid,
        LanguageNotRead,
        LedgerError,
        MissingKey,
        ModelError,
        NotAnApi,
        ProviderError,
        ProviderRefused,
        QuotaExhausted,
        RateLimited,
        Refused,
        RequestRejected,
        SummarizerError,
        TooLong,
        Truncated,
        UnknownModel,
        Unreachable,
        Unreadable,
        UsageError,
    )
    from summarizer.once import asummarize, summarize
    from summarizer.readers.base import Attempt, Reader, Reading
    from summarizer.schema.actor import Actor, Source
    from summarizer.schema.casualty import Casualty
    from summarizer.schema.draft import Draft
    from summarizer.schema.operation import Operation
    from summarizer.schema.report import Finding, Report
    from summarizer.sources.articles import open_articles
    from summarizer.sources.files import open_article
    from summarizer.sources.item import Fields, UnreadableItem
    from summarizer.summarizing import Summarizer

_ERRORS = (
    "BudgetReached Filtered InputError Interrupted Invalid LanguageNotRead LedgerError MissingKey ModelError "
    "NotAnApi ProviderError ProviderRefused QuotaExhausted RateLimited Refused RequestRejected "
    "SummarizerError TooLong Truncated UnknownModel Unreachable Unreadable UsageError"
).split()
_HOMES = {
    "Actor": "schema.actor",
    "Article": "article",
    "Attempt": "readers.base",
    "Casualty": "schema.casualty",
    "Draft": "schema.draft",
    "Estimate": "archive.estimate",
    "Fields": "sources.item",
    "Finding": "schema.report",
    "Ledger": "archive.ledger",
    "Outcome": "archive.outcomes",
    "OutcomeKind": "archive.outcomes",
    "Run": "archive.run",
    "Operation": "schema.operation",
    "Reader": "readers.base",
    "Reading": "readers.base",
    "Report": "schema.report",
    "Sentence": "article",
    "Source": "schema.actor",
    "Summarizer": "summarizing",
    "UnreadableItem": "sources.item",
    "asummarize": "once",
    "open_article": "sources.files",
    "open_articles": "sources.articles",
    "summarize": "once",
    **dict.fromkeys(_ERRORS, "errors"),
}

__all__ = [
    "Actor",
    "Article",
    "Attempt",
    "BudgetReached",
    "Casualty",
    "Draft",
    "Estimate",
    "Fields",
    "Filtered",
    "Finding",
    "InputError",
    "Interrupted",
    "Invalid",
    "LanguageNotRead",
    "Ledger",
    "LedgerError",
    "MissingKey",
    "ModelError",
    "NotAnApi",
    "Operation",
    "Outcome",
    "OutcomeKind",
    "ProviderError",
    "ProviderRefused",
    "QuotaExhausted",
    "RateLimited",
    "Reader",
    "Reading",
    "Refused",
    "Report",
    "RequestRejected",
    "Run",
    "Sentence",
    "Source",
    "Summarizer",
    "SummarizerError",
    "TooLong",
    "Truncated",
    "UnknownModel",
    "Unreachable",
    "Unreadable",
    "UnreadableItem",
    "UsageError",
    "__version__",
    "asummarize",
    "open_article",
    "open_articles",
    "summarize",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
