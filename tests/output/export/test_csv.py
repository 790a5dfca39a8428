"""The tables as CSV: tidy, quoted, safe to open in a spreadsheet, and never half written."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.errors import UsageError
from summarizer.output.export import export
from summarizer.output.export.csv import text_of
from summarizer.output.export.spreadsheet import LONGEST_CELL, disarmed
from summarizer.schema import Report
from tests.output.export.samples import outcome_of, unread
from tests.output.samples import air_strike, arabic, football, offensive

FILES = ["actors.csv", "articles.csv", "casualties.csv", "operations.csv"]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one table."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def write(folder: Path, *reports: Report) -> Path:
    export(reports, map(outcome_of, reports), format="csv", output=folder)
    return folder


def test_every_record_is_a_row_with_its_article(tmp_path: Path) -> None:
    """Each table has one row a record, and the same keys lead to the article's row."""
    report = air_strike()
    folder = write(tmp_path / "tables", report)

    assert sorted(path.name for path in folder.iterdir()) == FILES
    for name, key, ids in [
        ("operations", "operation_id", [record.id for record in report.operations]),
        ("actors", "actor_id", [record.id for record in report.actors]),
        ("casualties", "casualty_id", [record.id for record in report.casualties]),
    ]:
        rows = table(folder, name)
        assert [row[key] for row in rows] == ids
        assert {(row["article_id"], row["source"]) for row in rows} == {
            (report.article.id, report.article.source)
        }
    assert [(row["article_id"], row["source"]) for row in table(folder, "articles")] == [
        (report.article.id, report.article.source)
    ]


def test_the_values_are_those_of_the_report(tmp_path: Path) -> None:
    folder = write(tmp_path / "tables", air_strike())
    strike, bomb, second = table(folder, "operations")
    first, part = table(folder, "casualties")[:2]

    assert strike["initiators"] == "Saudi-led coalition"
    assert (strike["start"], strike["end"], strike["time_of_day"]) == ("2018-04-22", "2018-04-22", "night")
    assert (strike["place"], strike["latitude"], strike["longitude"]) == ("Hajjah", "15.6943", "43.6058")
    assert strike["places"] == "Hajjah; Al-Raqsa"
    assert (strike["killed_minimum"], strike["killed_maximum"]) == ("20", "")
    assert (bomb["killed_minimum"], bomb["killed_maximum"], bomb["latitude"]) == ("5", "5", "")
    assert (first["count"], first["minimum"], first["maximum"]) == ("at least 33", "33", "")
    assert (first["in_toll"], part["in_toll"]) == ("true", "false")
    assert (part["relation"], part["related_to"]) == ("part_of", "C1")
    assert second["sentences"] == "9"


def test_nothing_said_is_blank_and_a_stated_zero_is_zero(tmp_path: Path) -> None:
    *_, second = table(write(tmp_path / "tables", air_strike()), "operations")

    assert (second["killed_minimum"], second["killed_maximum"]) == ("", "")
    assert (second["wounded_minimum"], second["wounded_maximum"]) == ("0", "0")


def test_errors_are_marked_in_the_row(tmp_path: Path) -> None:
    report = air_strike()
    wrong = {finding.record for finding in report.findings if finding.severity == "error"}
    folder = write(tmp_path / "tables", report)

    assert wrong
    for name, key in [("casualties", "casualty_id"), ("operations", "operation_id"), ("actors", "actor_id")]:
        for row in table(folder, name):
            assert bool(row["errors"]) == (row[key] in wrong)


def test_an_input_without_a_report_is_an_article_all_the_same(tmp_path: Path) -> None:
    """Articles come in the order of the outcomes, whatever the order of the reports."""
    one, other = air_strike(), football()
    one.article.source = "one"
    other.article.source = "other"
    outcomes = [outcome_of(other), unread("x.jsonl:7", "not valid JSON"), outcome_of(one)]
    export([one, other], outcomes, format="csv", output=tmp_path / "tables")
    rows = table(tmp_path / "tables", "articles")

    assert [row["source"] for row in rows] == ["other", "x.jsonl:7", "one"]
    assert [row["relevance"] for row in rows] == ["not_conflict", "", "event_report"]
    assert [row["operations"] for row in rows] == ["0", "", "3"]
    assert rows[1]["reason"] == "not valid JSON"
    assert rows[1]["cost_usd"] == ""


def test_spreadsheets_see_utf_8_and_crlf(tmp_path: Path) -> None:
    folder = write(tmp_path / "tables", arabic())

    for name in FILES:
        content = (folder / name).read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        assert b"\n" not in content.replace(b"\r\n", b"")
    assert table(folder, "actors")[0]["name"] == "الجيش"


def test_each_item_of_a_list_is_disarmed() -> None:
    """A spreadsheet that separates at semicolons may begin a cell at any item."""
    assert text_of(["dead", "=1+1", "-2"]) == "dead; '=1+1; '-2"


def test_our_own_numbers_stay_numbers() -> None:
    assert (text_of(-33.86), text_of(-1), text_of(0), text_of(True)) == ("-33.86", "-1", "0", "true")


def test_hostile_text_comes_back_whole_from_every_column(tmp_path: Path) -> None:
    """Quotes, commas, newlines and formulas neither shift a cell nor start one."""
    report = offensive()
    evil = "=cmd|' /C calc'!A1, \"quoted\",\nnext line;=2"
    report.operations[0].title = evil
    report.operations[0].damage = ["+1", evil]
    report.actors[0].name = evil
    report.article.source = "-rf.txt"
    folder = write(tmp_path / "tables", report)

    assert table(folder, "operations")[0]["title"] == disarmed(evil)
    for name in ("operations", "actors", "casualties", "articles"):
        for row in table(folder, name):
            assert None not in row
            assert row["source"] == "'-rf.txt"
            for column, cell in row.items():
                if column not in ("latitude", "longitude"):
                    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), column


def test_a_cell_that_a_spreadsheet_has_no_room_for_is_cut_and_says_so(tmp_path: Path) -> None:
    """One long sentence: every cell of the file fits, and the report itself stays whole."""
    report = offensive()
    sentence = "Soldiers took the town. " * 4000
    for operation in report.operations:
        operation.evidence[0].quote = sentence
    folder = write(tmp_path / "tables", report)
    rows = table(folder, "operations")

    assert len(rows) == len(report.operations)
    assert len(rows[0]["evidence"]) == LONGEST_CELL
    assert rows[0]["evidence"].startswith("Soldiers took the town. ")
    assert rows[0]["evidence"].endswith(" … [cut: jsonl and parquet have the whole]")
    assert rows[0]["errors"] == ""
    export([report], [], format="jsonl", output=tmp_path / "reports.jsonl")
    assert sentence in (tmp_path / "reports.jsonl").read_text(encoding="utf-8")


def test_a_path_that_is_no_text_is_written_with_escapes(tmp_path: Path) -> None:
    """File names on Linux may hold any bytes."""
    export([], [unread("bad\udcff.txt", "wrong encoding")], format="csv", output=tmp_path / "tables")

    assert table(tmp_path / "tables", "articles")[0]["source"] == "bad\\udcff.txt"


def test_other_files_in_the_directory_are_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("mine", encoding="utf-8")
    (tmp_path / "actors.csv").write_text("old", encoding="utf-8")
    write(tmp_path, offensive())

    assert other.read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*FILES, "notes.txt"])
    assert table(tmp_path, "actors")


@pytest.mark.parametrize("format", ["csv", "parquet", "jsonl", "geojson"])
def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path, format: str) -> None:
    """Neither half a file nor a temporary one stays, and a directory made for it goes again."""

    def breaking() -> Iterator[Report]:
        yield air_strike()
        raise RuntimeError("the ledger broke")

    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / f"actors.{format}").write_text("old", encoding="utf-8")
    is_table = format in ("csv", "parquet")
    for output in (folder, tmp_path / "new") if is_table else (folder / f"actors.{format}",):
        with pytest.raises(RuntimeError, match="the ledger broke"):
            export(breaking(), [], format=format, output=output)  # type: ignore[arg-type]

    assert [path.name for path in tmp_path.iterdir()] == ["tables"]
    assert [path.name for path in folder.iterdir()] == [f"actors.{format}"]
    assert (folder / f"actors.{format}").read_text(encoding="utf-8") == "old"


def test_a_file_in_place_of_the_directory_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "tables").write_text("a file", encoding="utf-8")

    with pytest.raises(UsageError, match="tables is a file; name a directory"):
        write(tmp_path / "tables", offensive())
