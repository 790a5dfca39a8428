"""A provider in trouble costs time, and no article is lost, blamed or paid twice for it."""

from __future__ import annotations

import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from summarizer import (
    MissingKey,
    NotAnApi,
    QuotaExhausted,
    RateLimited,
    RequestRejected,
    Summarizer,
    SummarizerError,
    UnknownModel,
    Unreachable,
)
from summarizer.archive import Ledger, Outcome, Run, outage
from tests.archive import commands
from tests.archive.commands import PRICE, Provider
from tests.archive.counting import TEXT, articles
from tests.loopback import KEY, Endpoint

HTML = Endpoint.sends_text(200, "<html><body>Bad gateway</body></html>", "text/html")


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outage, "_FIRST_PAUSE_S", 0.2)
    monkeypatch.setattr(outage, "_LONGEST_PAUSE_S", 0.5)


def read(
    endpoint: Endpoint, amount: int, ledger: str | None, *, budget: float | None = None, **options: object
) -> tuple[Run, list[Outcome]]:
    with Summarizer(
        model="openai/tested",
        base_url=endpoint.url,
        api_key=KEY,
        price=PRICE,
        budget_usd=budget,
        repair=False,
        places=False,
    ) as summarizer:
        run = summarizer.map(articles(amount), ledger=ledger, **options)  # type: ignore[arg-type]
        return run, list(run)


def kinds(outcomes: list[Outcome]) -> dict[str, int]:
    return dict(Counter(outcome.kind.value for outcome in outcomes))


def test_every_article_ends_once_among_faults_of_all_kinds(address: str, endpoint: Endpoint) -> None:
    provider = Provider(
        seconds=0.005, faults={429: 0.1, 500: 0.05, "reset": 0.02, "truncated": 0.01, "malformed": 0.01}
    )
    provider.serve(endpoint)

    _, outcomes = read(endpoint, 300, address, concurrency=32)

    assert kinds(outcomes) == {"ok": 300}
    assert set(provider.answered.values()) == {1}
    assert len(provider.answered) == 300
    assert provider.asked_after_answer.total() == 0
    with Ledger(address, create=False) as ledger:
        status = ledger.status()
    assert status.calls == provider.asked.total()
    assert status.outcomes == {"ok": 300}


def test_an_endpoint_that_dies_and_comes_back_pauses_the_run(tmp_path: Path, endpoint: Endpoint) -> None:
    provider = Provider(seconds=0.01)
    provider.serve(endpoint)
    second = threading.Timer(5.0, lambda: setattr(provider, "down", None))

    def die() -> None:
        while provider.answered.total() < 40:
            time.sleep(0.005)
        provider.down = Endpoint.resets()
        second.start()

    threading.Thread(target=die, daemon=True).start()
    _, outcomes = read(endpoint, 300, str(tmp_path / "run.db"), concurrency=8)

    assert kinds(outcomes) == {"ok": 300}
    assert set(provider.answered.values()) == {1}
    assert all(outcome.attempts[-1].outcome == "ok" for outcome in outcomes)


def test_an_endpoint_that_never_was_ends_the_run_soon(tmp_path: Path) -> None:
    nowhere = Endpoint(url="http://127.0.0.1:9/v1")

    with pytest.raises(Unreachable, match=r"127\.0\.0\.1:9"):
        read(nowhere, 100, str(tmp_path / "run.db"), concurrency=4, patience_s=10)

    with Ledger(tmp_path / "run.db", create=False) as ledger:
        assert set(ledger.status().outcomes) == {"not_started"}
        assert ledger.status().cost_usd == 0
        assert ledger.status().lost_usd == 0


def test_an_endpoint_that_asks_to_wait_for_hours_ends_the_run(tmp_path: Path, endpoint: Endpoint) -> None:
    """A quota of the day: the rest is not started, and the user is told when to go on."""
    provider = Provider(seconds=0.01)
    provider.serve(endpoint)
    until = Endpoint.fails(429, "daily limit", headers={"Retry-After": "43200"})
    provider.replies = dict.fromkeys(range(30, 100), until)

    with pytest.raises(RateLimited, match=r"asks to wait 12 h 00 min"):
        read(endpoint, 100, str(tmp_path / "run.db"), concurrency=4, patience_s=600)

    with Ledger(tmp_path / "run.db", create=False) as ledger:
        assert set(ledger.status().outcomes) == {"ok", "not_started"}
    provider.replies.clear()
    _, outcomes = read(endpoint, 100, str(tmp_path / "run.db"), concurrency=4)
    assert kinds(outcomes) == {"ok": 100}
    assert set(provider.answered.values()) == {1}


@pytest.mark.parametrize(
    ("reply", "error", "code"),
    [
        (Endpoint.fails(401, "wrong key"), MissingKey, 3),
        (Endpoint.fails(404, "The model does not exist", code="model_not_found"), UnknownModel, 3),
        (
            Endpoint.fails(429, "You exceeded your current quota", code="insufficient_quota"),
            QuotaExhausted,
            3,
        ),
        (HTML, NotAnApi, 1),
    ],
)
def test_a_provider_that_refuses_ends_the_run_with_its_line_and_code(
    tmp_path: Path, endpoint: Endpoint, reply: object, error: type[SummarizerError], code: int
) -> None:
    endpoint.otherwise = reply  # type: ignore[assignment]
    ledger = tmp_path / "run.db"
    archive = commands.corpus(tmp_path / "a.jsonl", 300)

    done = commands.run(*commands.batch(archive, "--ledger", ledger, "-c", 4, "-q", url=endpoint.url))

    assert done.returncode == code
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "goes on from here" in done.stderr
    assert KEY not in done.stderr
    assert len(endpoint.requests) <= 4 * 3 * 3
    with Ledger(ledger, create=False) as book:
        assert set(book.status().outcomes) == {"not_started"}
        assert str(book.status().runs[0].ending).startswith(error.__name__)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Endpoint.fails(400, "no such thing"), "rejects the request"),
        (HTML, "web page"),
        pytest.param(
            Endpoint.fails(500), "fault", marks=pytest.mark.nightly
        ),  # it waits for most of a minute
    ],
)
def test_trouble_with_one_article_is_that_article_s(
    tmp_path: Path, endpoint: Endpoint, reply: object, words: str
) -> None:
    provider = Provider(seconds=0.01, replies={2: reply})  # type: ignore[dict-item]
    provider.serve(endpoint)

    _, outcomes = read(endpoint, 60, str(tmp_path / "run.db"), concurrency=4)

    (failed,) = [outcome for outcome in outcomes if not outcome.ok]
    assert failed.kind == "failed"
    assert failed.source == "wire.jsonl:1"
    assert words in str(failed.reason)


@pytest.mark.parametrize("rejected", [1, 6])
@pytest.mark.parametrize("served", [0, 20])
def test_articles_that_are_rejected_first_do_not_stop_the_others(
    tmp_path: Path, endpoint: Endpoint, rejected: int, served: int
) -> None:
    reply = Endpoint.fails(400, "no such thing")
    provider = Provider(seconds=0.01, replies={number + 2: reply for number in range(rejected)})
    provider.serve(endpoint)

    _, outcomes = read(endpoint, rejected + served, str(tmp_path / "run.db"), concurrency=2)

    expected = {"failed": rejected} | ({"ok": served} if served else {})
    assert kinds(outcomes) == expected
    assert len(endpoint.requests) == rejected + served


def test_an_endpoint_that_rejects_everything_ends_the_run(tmp_path: Path, endpoint: Endpoint) -> None:
    endpoint.otherwise = Endpoint.fails(400, "no such thing")

    with pytest.raises(RequestRejected, match="no such thing"):
        read(endpoint, 300, str(tmp_path / "run.db"), concurrency=4)

    assert len(endpoint.requests) < 20
    with Ledger(tmp_path / "run.db", create=False) as ledger:
        assert set(ledger.status().outcomes) == {"not_started"}


def test_what_a_moderation_stops_is_refused_and_the_others_are_read(
    tmp_path: Path, endpoint: Endpoint
) -> None:
    flagged = Endpoint.fails(403, "Your chosen model requires moderation and your input was flagged")
    provider = Provider(seconds=0.01, replies={5: flagged})
    provider.serve(endpoint)

    _, outcomes = read(endpoint, 30, str(tmp_path / "run.db"), concurrency=2)

    assert kinds(outcomes) == {"ok": 29, "refused": 1}


def test_an_article_that_the_endpoint_says_back_is_not_kept_as_a_reason(
    tmp_path: Path, endpoint: Endpoint
) -> None:
    echo = f"bad prompt: [0] Headline [1] {TEXT.format(number=3)}"
    provider = Provider(seconds=0.01, replies={3: Endpoint.fails(400, echo)})
    provider.serve(endpoint)
    archive = commands.corpus(tmp_path / "a.jsonl", 10)
    log, ledger = tmp_path / "run.log", tmp_path / "run.db"

    done = commands.run(*commands.batch(archive, "--ledger", ledger, "--log-file", log, url=endpoint.url))
    status = commands.run("status", str(ledger))

    assert "bad prompt" in status.stdout
    for text in (done.stderr, log.read_text(encoding="utf-8"), status.stdout):
        assert "Rebels killed" not in text
        assert "near Gao" not in text


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kept", ["ledger", "memory"])
def test_a_budget_is_never_exceeded_whatever_is_billed(
    tmp_path: Path, endpoint: Endpoint, seed: int, kept: str
) -> None:
    provider = Provider(
        seconds=0.002,
        faults={429: 0.05, 500: 0.05, "reset": 0.1, "truncated": 0.05, "malformed": 0.05, "garbled": 0.05},
        random_tokens=True,
        seed=seed,
    )
    provider.serve(endpoint)
    ledger = str(tmp_path / "run.db") if kept == "ledger" else None
    budget = (30, 60, 120, 240)[seed]

    run, outcomes = read(endpoint, 150, ledger, budget=budget, concurrency=16)

    assert provider.billed_usd <= budget
    assert type(run.error).__name__ == "BudgetReached"
    assert len(outcomes) == 150
    assert kinds(outcomes)["not_started"] > 0
    if ledger is not None:
        with Ledger(ledger, create=False) as book:
            status = book.status()
        assert sum(status.outcomes.values()) == 150
        assert status.cost_usd is not None
        assert provider.billed_usd <= status.cost_usd + status.lost_usd + 1e-6 <= budget + 1e-5


def test_a_call_whose_answer_never_came_counts_with_its_worst_case(
    tmp_path: Path, endpoint: Endpoint
) -> None:
    endpoint.then(Endpoint.resets(), Endpoint.answers())

    read(endpoint, 1, str(tmp_path / "run.db"), budget=100)

    with Ledger(tmp_path / "run.db", create=False) as book:
        status = book.status()
    assert status.lost_usd > 10
    assert status.cost_usd == pytest.approx(0.12)


def test_a_raised_budget_goes_on(tmp_path: Path, endpoint: Endpoint) -> None:
    Provider(tokens=(1000, 1000)).serve(endpoint)
    ledger = tmp_path / "run.db"
    archive = commands.corpus(tmp_path / "a.jsonl", 40)
    command = commands.batch(archive, "--ledger", ledger, "-c", 4, url=endpoint.url)

    first = commands.run(*command, "--budget", 60)
    second = commands.run(*command, "--budget", 400)

    assert first.returncode == 4, first.stderr
    assert "not started" in first.stderr
    assert "Raise the budget" in first.stderr
    assert second.returncode == 0, second.stderr
    with Ledger(ledger, create=False) as book:
        assert book.status().outcomes == {"ok": 40}
        assert book.status().cost_usd == pytest.approx(40 * 2.0)
    assert len(endpoint.requests) == 40


def test_a_budget_without_a_price_is_an_error_of_use(tmp_path: Path, endpoint: Endpoint) -> None:
    archive = commands.corpus(tmp_path / "a.jsonl", 3)
    ledger = tmp_path / "run.db"
    model = ["--model", "openai/tested", "--base-url", endpoint.url, "--budget", 5]

    done = commands.run("batch", archive, "--ledger", ledger, *model)

    assert done.returncode == 2
    assert "--price" in done.stderr
    assert not endpoint.requests
    assert not ledger.exists()
