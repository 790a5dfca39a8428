"""A run that is killed at random moments and resumed until it is done."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from summarizer.archive import Ledger
from tests.archive import commands
from tests.archive.commands import Provider


@dataclass(frozen=True)
class Survived:
    """What a run came to that was killed so often."""

    kills: int
    killed_at_work: int
    """Kills of a run that had begun to write."""
    outcomes: dict[str, int]


def kill_and_resume(
    folder: Path, amount: int, seed: int, *, kills: int, url: str | None = None, concurrency: int = 8
) -> Survived:
    """Run a batch over so many articles, kill it so often, then let it end; the ledger is checked each time.

    With `url`, a model there reads; else the embedded reader.
    """
    chance = random.Random(seed)
    archive = commands.corpus(folder / "archive.jsonl", amount)
    ledger = folder / "run.db"
    command = commands.batch(archive, "--ledger", ledger, "-q", "--concurrency", concurrency, url=url)
    at_work = 0
    for _ in range(kills):
        with commands.start(*command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
            before = finished(ledger)
            goal = before + chance.randint(0, max(1, 2 * amount // (kills + 1)))
            patience = time.monotonic() + 30
            while process.poll() is None and finished(ledger) <= goal and time.monotonic() < patience:
                time.sleep(chance.uniform(0.001, 0.03))
            process.kill()
            process.wait()
            at_work += finished(ledger) > before
        check(ledger, amount)
    last = commands.run(*command, timeout=300)
    assert last.returncode == 0, last.stderr
    check(ledger, amount)
    with Ledger(ledger, create=False) as book:
        status = book.status()
    return Survived(kills, at_work, {kind.value: count for kind, count in status.outcomes.items()})


def finished(ledger: Path) -> int:
    """Return how many readings a ledger has finished; 0 while it is being made."""
    if not ledger.is_file():
        return 0
    try:
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=5) as connection:
            count: int = connection.execute("SELECT count(*) FROM readings WHERE state = 'done'").fetchone()[
                0
            ]
            return count
    except sqlite3.OperationalError:
        return 0
    finally:
        if "connection" in locals():
            connection.close()


def check(ledger: Path, amount: int) -> None:
    """Assert that a ledger is whole and that its counts agree."""
    if not ledger.is_file():
        return
    connection = sqlite3.connect(ledger)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'results'").fetchall():
            return

        def one(statement: str) -> int:
            value: int = connection.execute(statement).fetchone()[0]
            return value

        assert one("SELECT count(*) FROM results") == one("SELECT count(*) FROM articles") <= amount
        done = one(
            "SELECT count(*) FROM readings WHERE state = 'done' AND draft IS NOT NULL AND report IS NOT NULL"
        )
        assert done == one("SELECT count(*) FROM results WHERE outcome = 'ok'")
        assert one("SELECT count(*) FROM attempts") == one("SELECT coalesce(sum(calls), 0) FROM readings")
    finally:
        connection.close()


def repeated(provider: Provider) -> int:
    """Return how many complete answers were given for articles that had one."""
    return sum(count - 1 for count in provider.answered.values())
