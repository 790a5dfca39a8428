"""A repair end to end, on a recorded exchange, with the network shut.

The draft is a tape's completion, damaged on purpose (tests/damage.py); the answer to the second request was
written by hand from that request alone (fixtures/README.md).
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import Article, Draft, Reading, Report, Summarizer, open_article
from summarizer.readers.base import Doubt, Reader
from summarizer.readers.llm import LLMReader, Settings
from tests.cassettes import REPLAYING, cassette, recorded_completion
from tests.damage import damaged
from tests.loopback import Endpoint
from tests.readers.llm.test_cassettes import API_KEY, ARTICLES, BASE_URL, MODEL, assert_digest

ARTICLE = ARTICLES / "court-bombing-trial.md"


async def _no_sleep(seconds: float) -> None:
    """A pause that takes no time."""


def reader_at(base_url: str | None, api_key: str | None) -> LLMReader:
    settings = Settings(sleep=_no_sleep)
    return LLMReader(MODEL, base_url=base_url, api_key=api_key, timeout_s=3000, settings=settings)


class TwoEndpoints:
    """For recording: the damaged draft comes from the test's endpoint, the repair from OPENAI_BASE_URL."""

    name, version = MODEL, MODEL

    def __init__(self, drafting: LLMReader, mending: LLMReader) -> None:
        self.drafting, self.mending = drafting, mending

    async def read(self, article: Article) -> Reading:
        return await self.drafting.read(article)

    async def repair(self, article: Article, draft: Draft, doubts: Sequence[Doubt]) -> Reading:
        return await self.mending.repair(article, draft, doubts)


def read(endpoint: Endpoint) -> Report:
    """Read the article with its damaged completion, and have it mended."""
    reader: Reader = reader_at("http://127.0.0.1:9/v1", "none")
    if not REPLAYING:
        endpoint.then(endpoint.answers(damaged(recorded_completion(ARTICLE.stem))))
        reader = TwoEndpoints(reader_at(endpoint.url, "none"), reader_at(BASE_URL, API_KEY))
    with cassette("repair"), Summarizer(reader=reader, places=False) as summarizer:
        return summarizer.summarize(open_article(ARTICLE))


def test_planted_errors_are_mended_in_one_more_call(endpoint: Endpoint) -> None:
    report = read(endpoint)

    assert report.provenance.attempts == 2
    assert report.provenance.parameters["repair_asked"] == ["C1", "C2", "C7", "O1", "A1"]
    assert [finding.code for finding in report.findings if finding.severity == "error"] == []
    assert_digest(report, "repair")
