"""The ledger forgets nothing by itself, and tells what is no longer in the archive."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from summarizer import Invalid, Summarizer, open_articles
from summarizer.archive import Ledger
from summarizer.sources.item import Item
from tests import postgres
from tests.archive import commands
from tests.archive.counting import TEXT, CountingReader


def write(path: Path, number: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(number=number), encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three articles in a folder."""
    folder = tmp_path / "archive"
    for number in (2, 3, 4):
        write(folder / f"{number}.txt", number)
    return folder


def over(*folders: Path, ledger: str, reader: object = None, **options: Any) -> int:
    """Run over folders; return the run's number."""
    reader = reader or CountingReader()
    with Summarizer(reader=reader, places=False) as summarizer:  # type: ignore[arg-type]
        run = summarizer.map(open_articles(folders), ledger=ledger, sources=folders, **options)
        assert all(outcome.source for outcome in run)
        return run.number


def missing(ledger: str) -> list[str]:
    with Ledger(ledger, create=False) as book:
        return [Path(one.source).name for one in book.missing()]


def exported(ledger: str) -> list[tuple[str, object]]:
    """The names and outcomes of what exports have."""
    with Ledger(ledger, create=False) as book:
        reports = {report.article.source for report in book.reports()}
        rows = list(book.outcomes())
    assert reports == {row["source"] for row in rows if row["outcome"] == "ok"}
    return [(Path(str(row["source"])).name, row["outcome"]) for row in rows]


def test_a_removed_input_is_missing_and_still_exported_until_it_is_marked(
    archive: Path, address: str
) -> None:
    over(archive, ledger=address)
    assert missing(address) == []
    (archive / "3.txt").unlink()

    last = over(archive, ledger=address)

    assert missing(address) == ["3.txt"]
    assert exported(address) == [("2.txt", "ok"), ("3.txt", "ok"), ("4.txt", "ok")]
    with Ledger(address, create=False) as book:
        status = book.status()
        assert (status.missing, status.gone, status.articles) == (1, 0, 3)
        assert book.mark_gone(run=last, places=False) == 1
        status = book.status()
    assert (status.missing, status.gone, status.articles) == (0, 1, 3)
    assert exported(address) == [("2.txt", "ok"), ("4.txt", "ok")]


def test_what_was_marked_comes_back_without_being_read_again(archive: Path, address: str) -> None:
    over(archive, ledger=address)
    (archive / "3.txt").unlink()
    over(archive, ledger=address)
    with Ledger(address, create=False) as book:
        book.mark_gone(places=False)
    write(archive / "3.txt", 3)
    reader = CountingReader()

    over(archive, ledger=address, reader=reader)

    assert not reader.read_ids
    assert exported(address) == [("2.txt", "ok"), ("3.txt", "ok"), ("4.txt", "ok")]


def test_only_a_run_that_read_the_same_source_to_the_end_can_tell(archive: Path, address: str) -> None:
    """Not one that stopped at a limit, retried failures, read another folder, or was not told its sources."""
    over(archive, ledger=address)
    (archive / "2.txt").unlink()

    over(archive, ledger=address, limit=0)
    over(archive, ledger=address, retry_failed=True)
    over(write(archive.parent / "other" / "9.txt", 9).parent, ledger=address)
    with Summarizer(reader=CountingReader(), places=False) as summarizer:
        list(summarizer.map(open_articles([archive]), ledger=address))
        interrupted = summarizer.map(open_articles([archive]), ledger=address, sources=[archive])
        interrupted.stop()
        list(interrupted)

    assert missing(address) == []
    over(archive.parent, ledger=address)
    assert missing(address) == ["2.txt"]


def test_what_comes_while_two_runs_go_on_is_not_missing(archive: Path, address: str) -> None:
    """The later run is over before a file comes that the earlier one still meets."""

    def stream() -> Iterator[Item]:
        yield from open_articles([archive])
        over(archive, ledger=address)
        yield from open_articles([write(archive / "9.txt", 9)])

    with Summarizer(reader=CountingReader(), places=False) as summarizer:
        assert len(list(summarizer.map(stream(), ledger=address, sources=[archive]))) == 4

    assert missing(address) == []
    (archive / "9.txt").unlink()
    over(archive, ledger=address)
    assert missing(address) == ["9.txt"]


def test_what_cannot_be_looked_into_is_not_missing(archive: Path, address: str) -> None:
    """A disk that is not mounted is an empty folder; an archive that is damaged may be mended."""
    packed = archive / "more.zip"

    def pack(*numbers: int) -> None:
        with zipfile.ZipFile(packed, "w") as file:
            for number in numbers:
                file.writestr(f"{number}.txt", TEXT.format(number=number))

    pack(11, 12)
    over(archive, ledger=address)
    packed.write_bytes(packed.read_bytes()[:100])
    over(archive, ledger=address)
    assert missing(address) == []

    pack(11)
    over(archive, ledger=address)
    assert missing(address) == ["more.zip!12.txt"]

    for path in archive.iterdir():
        path.unlink()
    over(archive, ledger=address)
    assert missing(address) == []


@pytest.mark.parametrize("published", ["2020-01-06", "2020-01-20"])
def test_a_renamed_file_takes_its_report_along(tmp_path: Path, address: str, published: str) -> None:
    """Its copy becomes the first of its text, with the copy's own date, and nobody is asked again."""
    import json

    archive = tmp_path / "archive"
    archive.mkdir()

    def page(name: str, day: str) -> None:
        record = {"text": TEXT.format(number=5), "published": day}
        (archive / name).write_text(json.dumps(record) + "\n", encoding="utf-8")

    page("old.jsonl", "2020-01-06")
    reader = CountingReader()
    over(archive, ledger=address, reader=reader)
    (archive / "old.jsonl").unlink()
    page("new.jsonl", published)
    page("copy.jsonl", published)
    over(archive, ledger=address, reader=reader)

    with Ledger(address, create=False) as book:
        assert book.mark_gone(places=False) == 1
        (report,) = book.reports()

    assert reader.read_ids.total() == 1
    assert exported(address) == [("copy.jsonl:1", "ok"), ("new.jsonl:1", "duplicate")]
    assert str(report.article.published) == published
    when = report.operations[0].when
    assert when is not None
    assert str(when.start) == published  # both are Mondays

    page("old.jsonl", "2020-01-06")
    over(archive, ledger=address, reader=reader)
    assert reader.read_ids.total() == 1
    assert exported(address) == [
        ("copy.jsonl:1", "ok"),
        ("new.jsonl:1", "duplicate"),
        ("old.jsonl:1", "duplicate"),
    ]


def test_a_text_that_comes_back_under_another_name_is_not_paid_again(archive: Path, address: str) -> None:
    over(archive, ledger=address)
    (archive / "3.txt").unlink()
    over(archive, ledger=address)
    with Ledger(address, create=False) as book:
        book.mark_gone(places=False)
    write(archive / "late.txt", 3)
    reader = CountingReader()

    over(archive, ledger=address, reader=reader)
    assert exported(address) == [("2.txt", "ok"), ("4.txt", "ok"), ("late.txt", "ok")]

    write(archive / "3.txt", 3)
    over(archive, ledger=address, reader=reader)
    assert not reader.read_ids
    assert exported(address) == [("2.txt", "ok"), ("3.txt", "duplicate"), ("4.txt", "ok"), ("late.txt", "ok")]


def test_failures_that_are_gone_are_not_retried(archive: Path, address: str) -> None:
    over(archive, ledger=address, reader=CountingReader(lambda article: Invalid("bad")))
    (archive / "3.txt").unlink()
    over(archive, ledger=address, reader=CountingReader())
    with Ledger(address, create=False) as book:
        book.mark_gone(places=False)
    reader = CountingReader()

    with Summarizer(reader=reader, places=False) as summarizer:
        assert len(list(summarizer.map([], ledger=address, retry_failed=True))) == 2

    assert reader.read_ids.total() == 2


def test_the_commands_tell_and_mark(archive: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "run.db"
    command = commands.batch(archive, "--ledger", ledger)
    assert "no longer" not in commands.run(*command).stderr
    (archive / "3.txt").unlink()

    told = commands.run(*command)
    assert told.returncode == 0
    assert f"1 input of earlier runs no longer found, for example {archive / '3.txt'}" in told.stderr
    assert commands.run("status", ledger, "--missing").stdout == f"{archive / '3.txt'}\n"
    assert "missing         1 no longer found" in commands.run("status", ledger).stdout

    limited = commands.run(*command, "--mark-gone", "--limit", 0)
    assert "nothing is marked as gone" in limited.stderr
    marked = commands.run(*command, "--mark-gone")
    assert "1 input of earlier runs marked as gone." in marked.stderr
    assert commands.run("status", ledger, "--missing").stdout == ""
    assert "gone            1 of these" in commands.run("status", ledger).stdout
    exported = commands.run("export", ledger, "--format", "jsonl", "--output", "-")
    assert len(exported.stdout.splitlines()) == 2
    assert exported.stderr == "summarizer: 2 reports written to standard output; 1 marked as gone left out.\n"


def test_a_ledger_of_the_first_version_learns_what_is_there(tmp_path: Path) -> None:
    """Its tables get the new columns, and nothing in it is missing before a run has looked."""
    path = tmp_path / "old.db"
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "version-1.sql").read_text(encoding="utf-8"))
    connection.close()

    with Ledger(path, create=False) as book:
        status = book.status()
        assert (status.gone, status.missing, status.articles) == (0, 0, 4)
    over(write(tmp_path / "more" / "1.txt", 1).parent, ledger=str(path))
    with Ledger(path, create=False) as book:
        assert list(book.missing()) == []
        rows = book.store.run(lambda c: c.exec_driver_sql("SELECT gone FROM overview").all())
    assert [bool(gone) for (gone,) in rows] == [False] * 5


def test_a_server_s_ledger_of_the_first_version_learns_it_too(archive: Path, postgres_socket: Path) -> None:
    """Taken back to the first version's tables, it opens, and its inputs can be missed."""
    address = postgres.new_database(postgres_socket)
    over(archive, ledger=address)
    with Ledger(address, create=False) as book:

        def take_back(connection: Connection) -> None:
            for statement in (
                "DROP VIEW overview",
                "CREATE VIEW overview AS SELECT source FROM articles",
                "ALTER TABLE articles DROP COLUMN seen, DROP COLUMN gone",
                "ALTER TABLE runs DROP COLUMN sources",
                "UPDATE ledger SET value = '1' WHERE key = 'version'",
            ):
                connection.exec_driver_sql(statement)

        book.store.run(take_back)
    (archive / "3.txt").unlink()

    over(archive, ledger=address)

    assert missing(address) == ["3.txt"]
    with Ledger(address, create=False) as book:
        rows = book.store.run(lambda c: c.exec_driver_sql("SELECT gone FROM overview").all())
    assert [gone for (gone,) in rows] == [False] * 3
