"""A ledger that cannot be used ends the command with one clear line, and nothing is lost."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
from pathlib import Path

import pytest

from summarizer import LedgerError
from summarizer.archive import Ledger, store
from summarizer.archive.migrations import VERSION
from summarizer.archive.tables import metadata
from tests.archive import commands
from tests.archive.counting import CountingReader, articles, run

ROOT = Path(__file__).parents[2]


def failing(done: subprocess.CompletedProcess[str], words: str) -> None:
    lines = done.stderr.splitlines()
    assert done.returncode == 2, done.stderr
    assert words in lines[-1]
    assert "Traceback" not in done.stderr


def test_a_newer_ledger_and_another_program_s_file(tmp_path: Path) -> None:
    archive = commands.corpus(tmp_path / "a.jsonl", 3)
    newer = tmp_path / "newer.db"
    Ledger(newer).close()
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE ledger SET value = '99' WHERE key = 'version'")
    connection.close()
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()

    for path, words in [
        (newer, "version 99"),
        (other, "bookmarks"),
        (archive, "not a database"),
        (tmp_path / "no" / "run.db", "there is no folder"),
        (tmp_path, "is a folder"),
        ("", "has no name"),
    ]:
        failing(commands.run(*commands.batch(archive, "--ledger", path, "-q")), words)
    with sqlite3.connect(other) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]
    connection.close()


def test_a_full_disk_ends_the_run_and_a_later_one_goes_on(tmp_path: Path) -> None:
    archive = commands.corpus(tmp_path / "a.jsonl", 1500)
    path = tmp_path / "run.db"
    command = commands.batch(archive, "--ledger", path, "-q")

    def little_room() -> None:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    done = commands.run(*command, preexec_fn=little_room)

    failing(done, "The ledger")
    assert commands.run(*command).returncode == 0
    with Ledger(path, create=False) as book:
        assert book.status().outcomes == {"ok": 1500}


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no full device here")
def test_a_log_that_takes_nothing_more_ends_the_run_and_names_itself(tmp_path: Path) -> None:
    archive = commands.corpus(tmp_path / "a.jsonl", 3)
    command = commands.batch(archive, "--ledger", tmp_path / "run.db", "-q")

    failing(commands.run(*command, "--log-file", "/dev/full"), "/dev/full cannot be written")
    assert commands.run(*command).returncode == 0


def test_a_ledger_that_fails_while_an_outcome_is_written_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarizer.archive import book

    def fail(*_: object, **__: object) -> None:
        raise LedgerError("The ledger failed: disk I/O error.")

    monkeypatch.setattr(book, "settle", fail)
    with pytest.raises(LedgerError, match="disk"):
        run(CountingReader(), articles(5), str(tmp_path / "run.db"))


def test_a_locked_ledger_is_waited_for_and_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "run.db"
    Ledger(path).close()
    monkeypatch.setattr(store, "_BUSY_S", 0.3)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(LedgerError, match="locked"):
            Ledger(path)
    finally:
        holder.close()


def test_a_ledger_of_the_first_version_opens(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "version-1.sql").read_text(encoding="utf-8"))
    connection.close()

    with Ledger(path, create=False) as book:
        assert book.status().outcomes == {"ok": 2, "invalid": 1, "duplicate": 1}
        assert len(list(book.reports())) == 2
        assert book.recheck(places=False) >= 0
        version = book.store.run(lambda c: c.exec_driver_sql("SELECT value FROM ledger").scalar())
    assert version == str(VERSION)


def test_recheck_changes_nothing_but_what_a_changed_check_changes(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarizer.archive import recheck
    from summarizer.checking.check import check

    run(CountingReader(), articles(5), address)
    with Ledger(address, create=False) as book:
        before = [report.model_dump_json() for report in book.reports()]
        assert book.recheck(places=False) == 0
        assert [report.model_dump_json() for report in book.reports()] == before

        def other(*given: object, **more: object) -> object:
            report = check(*given, **more)  # type: ignore[arg-type]
            return report.model_copy(update={"headline": "Checked anew"})

        monkeypatch.setattr(recheck, "check", other)
        assert book.recheck(places=False) == 5
        assert {report.headline for report in book.reports()} == {"Checked anew"}
        assert book.recheck(places=False) == 0


def test_every_table_and_column_stands_in_the_documentation() -> None:
    text = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
    for table in metadata.tables.values():
        _, _, section = text.partition(f"### {table.name}\n")
        section = section.partition("\n### ")[0].partition("\n## ")[0]
        assert section, table.name
        missing = [column.name for column in table.columns if f"| `{column.name}` |" not in section]
        assert not missing, f"{table.name}: {missing}"


def test_the_documentation_s_queries_run(tmp_path: Path) -> None:
    import re

    text = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
    path = tmp_path / "run.db"
    run(CountingReader(), articles(5), str(path))
    queries = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    assert len(queries) >= 5
    connection = sqlite3.connect(path)
    for query in queries:
        connection.execute(query).fetchall()
    connection.close()
