"""The tables as Parquet: typed, equal to the CSV, and a clear word where pyarrow is missing."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from summarizer.errors import UsageError
from summarizer.output.export import export
from summarizer.output.export.csv import text_of
from summarizer.schema import Report
from tests.output.export import test_csv
from tests.output.export.samples import outcome_of, unread
from tests.output.samples import air_strike, arabic, football, offensive

TABLES = ["operations", "actors", "casualties", "articles"]


def write(folder: Path, *reports: Report) -> dict[str, Any]:
    outcomes = [*map(outcome_of, reports), unread("x.jsonl:7", "not valid JSON")]
    export(reports, outcomes, format="parquet", output=folder, counts="acled")
    return {name: pq.read_table(folder / f"{name}.parquet") for name in TABLES}


def test_columns_have_types(tmp_path: Path) -> None:
    """Numbers, days, truths and lists are not text."""
    tables = write(tmp_path / "tables", air_strike())
    operations, casualties, articles = (
        tables[name].schema for name in ("operations", "casualties", "articles")
    )

    assert operations.field("killed_minimum").type == pa.int64()
    assert operations.field("fatalities_acled").type == pa.int64()
    assert operations.field("latitude").type == pa.float64()
    assert operations.field("start").type == pa.date32()
    assert operations.field("initiators").type == pa.list_(pa.string())
    assert operations.field("sentences").type == pa.list_(pa.int64())
    assert casualties.field("in_toll").type == pa.bool_()
    assert articles.field("cost_usd").type == pa.float64()
    assert operations.field("title").metadata[b"meaning"] == b"what happened, in at most 10 words"


def test_values_come_back_as_they_were(tmp_path: Path) -> None:
    report = air_strike()
    rows = write(tmp_path / "tables", report)["operations"].to_pylist()

    assert [row["operation_id"] for row in rows] == ["O1", "O2", "O3"]
    assert rows[0]["start"] == dt.date(2018, 4, 22)
    assert rows[0]["initiators"] == ["Saudi-led coalition"]
    assert (rows[0]["killed_minimum"], rows[0]["killed_maximum"]) == (20, None)
    assert rows[2]["wounded_minimum"] == 0
    assert rows[0]["evidence"] == [evidence.quote for evidence in report.operations[0].evidence]


def test_parquet_and_csv_hold_the_same(tmp_path: Path) -> None:
    """Each cell of the one, as text, is the cell of the other."""
    reports = [air_strike(), arabic(), football(), offensive()]
    tables = write(tmp_path / "parquet", *reports)
    outcomes = [*map(outcome_of, reports), unread("x.jsonl:7", "not valid JSON")]
    export(reports, outcomes, format="csv", output=tmp_path / "csv", counts="acled")

    for name in TABLES:
        typed = [{column: text_of(cell) for column, cell in row.items()} for row in tables[name].to_pylist()]
        assert typed == test_csv.table(tmp_path / "csv", name)


def test_a_headline_that_was_not_composed_is_empty_and_without_a_report_null(tmp_path: Path) -> None:
    report = football()
    report.headline = report.abstract = ""
    articles = write(tmp_path / "tables", report)["articles"]

    assert articles["headline"].to_pylist() == articles["abstract"].to_pylist() == ["", None]


def test_without_pyarrow_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)

    with pytest.raises(UsageError, match=r"pip install pyarrow") as caught:
        export([], [], format="parquet", output=tmp_path / "tables")

    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_tables_without_rows_have_their_columns(tmp_path: Path) -> None:
    export([], [], format="parquet", output=tmp_path)

    for name in TABLES:
        table = pq.read_table(tmp_path / f"{name}.parquet")
        assert table.num_rows == 0
        assert "source" in table.column_names


def test_a_path_that_is_no_text_is_written_with_escapes(tmp_path: Path) -> None:
    export([], [unread("bad\udcff.txt", "wrong encoding")], format="parquet", output=tmp_path)

    assert pq.read_table(tmp_path / "articles.parquet")["source"].to_pylist() == ["bad\\udcff.txt"]
