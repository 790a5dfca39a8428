"""What the package shows the world."""

from __future__ import annotations

import asyncio
import doctest
import importlib
import pickle
import re
import threading
from importlib import metadata

import pytest

import summarizer
from summarizer import (
    Article,
    Draft,
    Reading,
    Report,
    Summarizer,
    SummarizerError,
    UsageError,
    asummarize,
    summarize,
)

TEXT = "Rebels killed at least 12 soldiers near Gao on Monday."

NAMES = """
    Actor Article Attempt BudgetReached Casualty Draft Estimate Fields Filtered Finding InputError Interrupted
    Invalid LanguageNotRead Ledger LedgerError MissingKey ModelError NotAnApi Operation Outcome OutcomeKind
    ProviderError ProviderRefused QuotaExhausted RateLimited Reader Reading
    Refused Report RequestRejected Run Sentence Source Summarizer SummarizerError TooLong Truncated
    UnknownModel Unreachable Unreadable UnreadableItem UsageError __version__ asummarize open_article
    open_articles summarize
""".split()


def test_the_public_names_are_pinned() -> None:
    assert sorted(summarizer.__all__) == sorted(NAMES)
    assert all(hasattr(summarizer, name) for name in NAMES)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="sumarize"):
        _ = summarizer.sumarize


def test_the_version_is_the_installed_one() -> None:
    assert summarizer.__version__ == metadata.version("summarizer")


@pytest.mark.parametrize("module", ["summarizer", "summarizer.article", "summarizer.once"])
def test_examples_in_docstrings_run(module: str) -> None:
    results = doctest.testmod(importlib.import_module(module), optionflags=doctest.ELLIPSIS)

    assert results.attempted > 0
    assert results.failed == 0


def test_every_error_is_a_summarizer_error_that_pickles_with_a_documented_exit_code() -> None:
    for name in summarizer.__all__:
        value = getattr(summarizer, name)
        if isinstance(value, type) and issubclass(value, SummarizerError):
            error = pickle.loads(pickle.dumps(value("what happened")))
            assert (type(error), str(error)) == (value, "what happened")
            assert error.exit_code in (1, 2, 3, 4, 130)


def test_the_error_tree_drawn_on_top_of_the_module_is_the_tree() -> None:
    from summarizer import errors

    drawn = errors.__doc__ or ""
    for name in errors.__all__:
        assert re.search(rf"^(?:[│├└─ ]*)\b{name}\b", drawn, re.MULTILINE), name


def same(report: Report) -> dict[str, object]:
    """Return a report without what differs from run to run."""
    return report.model_dump(exclude={"provenance": {"created", "seconds"}})


def test_sync_and_async_give_the_same_report() -> None:
    sync = summarize(TEXT, published="2015-03-04")

    assert same(sync) == same(asyncio.run(asummarize(TEXT, published="2015-03-04")))


def test_a_report_pickles_and_survives_json() -> None:
    report = summarize(TEXT, published="2015-03-04")

    assert pickle.loads(pickle.dumps(report)) == report
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_one_summarizer_serves_many_threads_and_a_running_loop() -> None:
    reports: list[Report] = []
    with Summarizer() as embedded:
        threads = [
            threading.Thread(target=lambda: reports.append(embedded.summarize(TEXT))) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        async def in_a_notebook() -> Report:
            return embedded.summarize(TEXT)

        reports.append(asyncio.run(in_a_notebook()))

    assert len(reports) == 9
    assert all(same(report) == same(reports[0]) for report in reports)


class Silent:
    """A reader of the user's own."""

    name, version = "silent", "7"

    async def read(self, article: Article) -> Draft | Reading:
        return Draft(relevance="not_conflict", document_type="other", headline="", abstract="")


def test_a_reader_of_ones_own_is_one_class() -> None:
    report = Summarizer(reader=Silent()).summarize(TEXT)

    assert (report.provenance.reader, report.provenance.reader_version) == ("silent", "7")
    assert report.relevance == "not_conflict"


def test_a_title_for_an_article_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="belong to the Article"):
        summarize(Article(TEXT), published="2015-03-04")


def test_the_embedded_reader_takes_no_endpoint() -> None:
    with pytest.raises(UsageError, match="name one"):
        summarize(TEXT, base_url="http://127.0.0.1:1/v1")
