"""The model reader end to end, on recorded exchanges, with the network shut.

The completions were written by hand from the request alone, mistakes included (fixtures/README.md): these
tests pin what the program makes of them, not how good they are.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarizer import Refused, Report, Summarizer, open_article
from summarizer.readers.llm import LLMReader, Settings
from tests.cassettes import FOLDER, REPLAYING, cassette, recorded_completion
from tests.digest import digest
from tests.loopback import Endpoint

ARTICLES = FOLDER.parent / "articles"
MODEL = os.environ.get("VCR_MODEL", "openai/scribe")
# Read here, for every test runs without them.
BASE_URL = os.environ.get("OPENAI_BASE_URL")
API_KEY = os.environ.get("OPENAI_API_KEY")
UPDATE = "SUMMARIZER_UPDATE_GOLDEN" in os.environ


async def _no_sleep(seconds: float) -> None:
    """A pause that takes no time."""


def read(path: Path, tape: str, *, base_url: str | None = None) -> Report:
    """Read a fixture article with the model of the tape; recording, from `base_url` or OPENAI_BASE_URL."""
    from summarizer.schema.codebook import codebook_for_readers

    reader = LLMReader(
        MODEL,
        base_url="http://127.0.0.1:9/v1" if REPLAYING else base_url or BASE_URL,
        api_key="none" if REPLAYING or base_url else API_KEY,
        codebook=codebook_for_readers(),
        timeout_s=3000,
        settings=Settings(sleep=_no_sleep),
    )
    with cassette(tape), Summarizer(reader=reader, repair=False, places=False) as summarizer:
        return summarizer.summarize(open_article(path))


def assert_digest(report: Report, name: str) -> None:
    """Assert that a report says what it said when its digest was last looked at."""
    file = FOLDER / f"{name}.digest.txt"
    if UPDATE:
        file.write_text(digest(report), encoding="utf-8")

    assert digest(report) == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(ARTICLES.iterdir()), ids=lambda path: path.stem)
def test_every_fixture_article_is_read_from_its_tape(path: Path) -> None:
    report = read(path, path.stem)

    assert report.provenance.attempts >= 1
    assert report.provenance.output_tokens > 0
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert_digest(report, path.stem)


FOOTBALL = ARTICLES / "derby-football-report.md"
"""The shortest completion: its tape lends it to the tapes of what goes wrong on the way."""


def test_an_invalid_answer_is_asked_for_again_with_the_errors(endpoint: Endpoint) -> None:
    whole = recorded_completion(FOOTBALL.stem)
    endpoint.then(endpoint.answers(whole.replace("not_conflict", "unrelated")), endpoint.answers(whole))

    report = read(FOOTBALL, "re-ask", base_url=endpoint.url)

    assert report.relevance == "not_conflict"
    assert report.provenance.attempts == 2


def test_a_refusal_is_one_paid_call_and_a_typed_error(endpoint: Endpoint) -> None:
    endpoint.then(endpoint.answers(None, refusal="I cannot help with that."))

    with pytest.raises(Refused, match="I cannot help with that") as caught:
        read(FOOTBALL, "refusal", base_url=endpoint.url)

    assert len(caught.value.attempts) == 1


def test_a_cut_off_answer_is_asked_for_once_more_with_a_larger_limit(endpoint: Endpoint) -> None:
    whole = recorded_completion(FOOTBALL.stem)
    endpoint.then(endpoint.answers(whole[:100], finish="length"), endpoint.answers(whole))

    report = read(FOOTBALL, "truncation", base_url=endpoint.url)

    assert report.relevance == "not_conflict"
    assert report.provenance.attempts == 2


def test_too_many_requests_are_waited_out(endpoint: Endpoint) -> None:
    whole = recorded_completion(FOOTBALL.stem)
    slow_down = endpoint.fails(429, "Slow down.", headers={"Retry-After": "1"})
    endpoint.then(slow_down, endpoint.answers(whole))

    report = read(FOOTBALL, "too-many-requests", base_url=endpoint.url)

    assert report.relevance == "not_conflict"
    assert report.provenance.attempts == 2


@pytest.mark.skipif(not REPLAYING, reason="it is about replaying")
def test_a_request_that_changed_says_what_changed_and_how_to_record_again(tmp_path: Path) -> None:
    changed = tmp_path / FOOTBALL.name
    changed.write_text(FOOTBALL.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")

    with pytest.raises(AssertionError, match=r"derby-football-report\.yaml: .*messages.*README"):
        read(changed, FOOTBALL.stem)


@pytest.mark.skipif(not REPLAYING, reason="it is about replaying")
def test_a_tape_that_is_not_fully_played_fails() -> None:
    with (
        pytest.raises(AssertionError, match=r"re-ask\.yaml: 0 of 2 exchanges were played"),
        cassette("re-ask"),
    ):
        pass


def test_no_tape_holds_a_key_or_an_address() -> None:
    for tape in FOLDER.glob("*.yaml"):
        text = tape.read_text(encoding="utf-8").lower()
        assert "authorization" not in text
        assert "api-key" not in text
        assert "127.0.0.1" not in text
