"""What one call has cost and brought is written before the next one of its article is sent."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from summarizer import Article, Attempt, Summarizer
from summarizer.archive import Ledger
from summarizer.checked import Checked
from summarizer.readers.notes import taking_notes
from tests.archive import commands
from tests.archive.counting import TEXT
from tests.loopback import DRAFT, KEY, Endpoint, Handler

ACTOR = {"id": "A1", "name": "Zorblax Legion", "type": "state_military", "evidence": [1]}
DRAFT_OF_A_STRANGER = {**DRAFT, "actors": [ACTOR]}
"""Its actor stands nowhere in the article, so a second look is asked for."""
MENDED = {"sources": [], "actors": [{**ACTOR, "name": "soldiers"}], "operations": [], "casualties": []}


def kill_in_the_second_call(address: str, folder: Path, endpoint: Endpoint, *more: object) -> list[str]:
    """Run over one article, kill the run while the second call is in flight, and return its command."""
    archive = commands.corpus(folder / "a.jsonl", 1)
    command = [
        *("batch", str(archive), "--ledger", address, "--no-places", "-q"),
        *("--model", "openai/tested", "--base-url", endpoint.url, "--price", commands.PRICE),
        *map(str, more),
    ]
    with commands.start(*command) as process:
        until = time.monotonic() + 30
        while len(endpoint.requests) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        process.kill()
        process.wait()
    return command


def told(ledger: Ledger) -> tuple[int, float]:
    """Return the calls and what they cost, as the ledger tells them."""
    status = ledger.status()
    assert status.cost_usd is not None
    return status.calls, round(status.cost_usd, 6)


def test_a_draft_is_not_paid_again_when_the_second_look_at_it_is_killed(
    tmp_path: Path, endpoint: Endpoint, address: str
) -> None:
    endpoint.then(Endpoint.answers(DRAFT_OF_A_STRANGER), endpoint.stalls())
    command = kill_in_the_second_call(address, tmp_path, endpoint)
    with Ledger(address, create=False) as ledger:
        assert told(ledger) == (1, 0.12)

    endpoint.then(Endpoint.answers(MENDED))
    done = commands.run(*command)

    assert done.returncode == 0, done.stderr
    draft, cut_off, second_look = (seen.body["messages"][-1]["content"] for seen in endpoint.requests)
    assert second_look == cut_off != draft
    with Ledger(address, create=False) as ledger:
        assert told(ledger) == (2, 0.24)
        [report] = list(ledger.reports())
    assert [actor.name for actor in report.actors] == ["soldiers"]
    assert report.provenance.attempts == 2
    assert report.provenance.cost_usd == pytest.approx(0.24)
    assert report.provenance.parameters["repair_asked"] == ["A1"]


@pytest.mark.parametrize("budget", [(), ("--budget", 1000)], ids=["no budget", "budget"])
def test_an_answer_that_was_asked_again_stands_in_the_ledger_before_the_next_one(
    tmp_path: Path, endpoint: Endpoint, address: str, budget: tuple[object, ...]
) -> None:
    endpoint.then(Endpoint.answers('{"relevance": "nonsense"}'), endpoint.stalls())
    command = kill_in_the_second_call(address, tmp_path, endpoint, *budget)

    endpoint.then(Endpoint.answers(DRAFT))
    done = commands.run(*command)

    assert done.returncode == 0, done.stderr
    with Ledger(address, create=False) as ledger:
        assert told(ledger) == (2, 0.24)
        assert (ledger.status().lost_usd > 0) == bool(budget)


def test_each_call_of_an_article_is_written_once(tmp_path: Path, endpoint: Endpoint) -> None:
    endpoint.then(
        Endpoint.fails(500),
        Endpoint.answers('{"relevance": "nonsense"}'),
        Endpoint.answers(DRAFT_OF_A_STRANGER),
        Endpoint.fails(500),
        Endpoint.answers(MENDED),
    )
    archive = commands.corpus(tmp_path / "a.jsonl", 1)
    ledger = tmp_path / "run.db"

    done = commands.run(
        *("batch", archive, "--ledger", ledger, "--no-places", "-q", "--price", commands.PRICE),
        *("--model", "openai/tested", "--base-url", endpoint.url, "--budget", 1000),
    )

    assert done.returncode == 0, done.stderr
    with Ledger(ledger, create=False) as book:
        status = book.status()
    assert status.calls == len(endpoint.requests) == 5
    assert status.cost_usd == pytest.approx(3 * 0.12)


@pytest.mark.parametrize(("draft", "written"), [(DRAFT, 0), (DRAFT_OF_A_STRANGER, 1)])
def test_a_draft_is_written_by_itself_only_where_a_second_look_follows(
    endpoint: Endpoint, draft: dict[str, object], written: int
) -> None:
    """It would be a transaction more for each article of an archive."""
    notes = Listening()
    endpoint.then(Endpoint.answers(draft), Endpoint.answers(MENDED))

    async def go() -> None:
        taking_notes.set(notes)  # of this task's own context
        async with Summarizer(
            model="openai/tested", base_url=endpoint.url, api_key=KEY, places=False
        ) as summarizer:
            await summarizer.read(Article(TEXT.format(number=3)))

    asyncio.run(go())

    assert len(notes.drafts) == written
    assert len(endpoint.requests) == 1 + written


class Listening:
    """Notes that nobody keeps."""

    def __init__(self) -> None:
        self.drafts: list[Checked] = []

    async def calls(self, made: Sequence[Attempt]) -> None:
        """Hear of calls."""

    async def draft(self, checked: Checked) -> None:
        """Hear of a draft."""
        self.drafts.append(checked)


def test_a_stored_draft_outlives_a_run_that_is_over_before_it_comes_to_it(
    tmp_path: Path, endpoint: Endpoint, address: str
) -> None:
    endpoint.then(Endpoint.answers(DRAFT_OF_A_STRANGER), endpoint.stalls())
    command = kill_in_the_second_call(address, tmp_path, endpoint)

    stopped = commands.run(*command, "--budget", "0.13")  # no room for another call
    endpoint.then(Endpoint.answers(MENDED))
    done = commands.run(*command)

    assert stopped.returncode == 4, stopped.stderr
    assert done.returncode == 0, done.stderr
    assert len(endpoint.requests) == 3
    with Ledger(address, create=False) as ledger:
        assert told(ledger) == (2, 0.24)


def test_a_stored_draft_of_another_version_is_read_again(tmp_path: Path, endpoint: Endpoint) -> None:
    endpoint.then(Endpoint.answers(DRAFT_OF_A_STRANGER), endpoint.stalls())
    address = str(tmp_path / "run.db")
    command = kill_in_the_second_call(address, tmp_path, endpoint)
    with sqlite3.connect(address) as connection:
        connection.execute("UPDATE readings SET draft = '{\"relevance\": 7}'")
    connection.close()

    endpoint.then(Endpoint.answers(DRAFT))
    done = commands.run(*command)

    assert done.returncode == 0, done.stderr
    assert len(endpoint.requests) == 3


def test_one_interrupt_lets_the_second_look_be_finished(tmp_path: Path, endpoint: Endpoint) -> None:
    interrupted = threading.Event()

    def slowly(handler: Handler) -> None:
        interrupted.wait(10)
        Endpoint.answers(DRAFT_OF_A_STRANGER)(handler)

    endpoint.then(slowly, Endpoint.answers(MENDED))
    archive, ledger = commands.corpus(tmp_path / "a.jsonl", 1), tmp_path / "run.db"
    process = commands.start(
        *("batch", archive, "--ledger", ledger, "--no-places", "--price", commands.PRICE),
        *("--model", "openai/tested", "--base-url", endpoint.url),
    )
    until = time.monotonic() + 30
    while not endpoint.requests and time.monotonic() < until:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    assert process.stderr is not None
    while "stopping" not in process.stderr.readline():
        pass
    interrupted.set()
    process.communicate(timeout=20)

    with Ledger(ledger, create=False) as book:
        [report] = book.reports()
    assert [actor.name for actor in report.actors] == ["soldiers"]


def test_the_price_of_all_calls_is_not_known_where_that_of_one_is_not(
    tmp_path: Path, endpoint: Endpoint
) -> None:
    endpoint.then(Endpoint.answers(DRAFT_OF_A_STRANGER), Endpoint.fails(400, "no"))
    archive, ledger = commands.corpus(tmp_path / "a.jsonl", 1), tmp_path / "run.db"

    commands.run(
        *("batch", archive, "--ledger", ledger, "--no-places", "-q"),
        *("--model", "openai/unheard-of", "--base-url", endpoint.url),
    )

    assert len(endpoint.requests) == 2
    with Ledger(ledger, create=False) as book:
        assert book.status().cost_usd is None


def test_a_budget_says_that_it_does_not_count_calls_without_a_price(
    tmp_path: Path, endpoint: Endpoint
) -> None:
    endpoint.otherwise = Endpoint.answers(DRAFT)
    archive, ledger = commands.corpus(tmp_path / "a.jsonl", 3), tmp_path / "run.db"
    command = ["batch", archive, "--ledger", ledger, "--no-places", "--base-url", endpoint.url]

    commands.run(*command, "--model", "openai/unheard-of", "--limit", 2)
    done = commands.run(*command, "--model", "openai/unheard-of", "--price", commands.PRICE, "--budget", 1000)

    assert "the price of 2 earlier calls on this ledger is not known" in done.stderr
