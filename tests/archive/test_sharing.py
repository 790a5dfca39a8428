"""Two processes on one ledger share the work, and none does what the other has done."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from summarizer.archive import Ledger
from tests.archive import commands
from tests.archive.commands import Provider
from tests.loopback import Endpoint


def outcomes(address: str) -> dict[str, int]:
    with Ledger(address, create=False) as ledger:
        return {kind.value: count for kind, count in ledger.status().outcomes.items()}


def test_two_processes_read_each_article_once(address: str, tmp_path: Path, endpoint: Endpoint) -> None:
    provider = Provider(seconds=0.02)
    archive = commands.corpus(tmp_path / "a.jsonl", 200)
    command = commands.batch(archive, "--ledger", address, "-c", 8, url=provider.serve(endpoint))

    both = [commands.start(*command) for _ in range(2)]
    said = [process.communicate(timeout=60)[1] for process in both]

    assert [process.returncode for process in both] == [0, 0], said
    assert outcomes(address) == {"ok": 200}
    assert provider.asked == dict.fromkeys(range(2, 202), 1)


def test_what_a_killed_process_had_claimed_is_taken_over(
    address: str, tmp_path: Path, endpoint: Endpoint
) -> None:
    provider = Provider(seconds=0.05)
    archive = commands.corpus(tmp_path / "a.jsonl", 150)
    command = commands.batch(archive, "--ledger", address, "-c", 4, url=provider.serve(endpoint))

    first = commands.start(*command)
    second = commands.start(*command)
    wait_for(lambda: provider.answered.total() > 20)
    first.send_signal(signal.SIGKILL)
    said = second.communicate(timeout=60)[1]
    first.communicate()

    assert second.returncode == 0, said
    assert outcomes(address) == {"ok": 150}
    assert provider.answered.total() <= 150 + 2 * 4


def test_two_that_bury_a_dead_run_count_its_money_once(address: str) -> None:
    import threading

    from sqlalchemy import insert, select, update

    from summarizer.archive import runs
    from summarizer.archive.recipe import Recipe
    from summarizer.archive.tables import purse
    from summarizer.archive.tables import runs as table
    from tests.archive.counting import CountingReader

    with Ledger(address) as ledger:
        recipe = ledger.store.run(lambda c: runs.recipe_id(c, Recipe.of(CountingReader())))
        values = {
            "recipe": recipe,
            "software_version": "1",
            "host": __import__("socket").gethostname(),
            "process": "999999@1",
            "started": runs.now(),
            "heartbeat": runs.now(),
            "reserved_usd": 0.5,
        }
        ledger.store.run(lambda c: c.execute(insert(table).values(values)))
        ledger.store.run(lambda c: c.execute(update(purse).values(reserved_usd=0.5)))
        together = threading.Barrier(4)

        def bury() -> None:
            together.wait()
            ledger.store.run(runs.recover)

        threads = [threading.Thread(target=bury) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        found = ledger.store.run(lambda c: c.execute(select(purse.c.reserved_usd, purse.c.lost_usd)).one())
    assert tuple(found) == pytest.approx((0.0, 0.5))


def test_a_budget_is_kept_by_two_processes_together(address: str, tmp_path: Path, endpoint: Endpoint) -> None:
    provider = Provider(seconds=0.01, random_tokens=True)
    archive = commands.corpus(tmp_path / "a.jsonl", 120)
    command = commands.batch(
        archive, "--ledger", address, "-c", 4, "--budget", 60, url=provider.serve(endpoint)
    )

    both = [commands.start(*command) for _ in range(2)]
    said = [process.communicate(timeout=90)[1] for process in both]

    assert provider.billed_usd <= 60
    assert 4 in [process.returncode for process in both], said
    counted = outcomes(address)
    assert sum(counted.values()) == 120
    assert counted["not_started"] > 0
    with Ledger(address, create=False) as ledger:
        assert ledger.status().cost_usd == pytest.approx(provider.billed_usd)


def wait_for(condition: object, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.01)
