"""The door to all formats: what it refuses, that it repeats itself to the byte, and never piles up."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.archive.ledger import Ledger
from summarizer.errors import UsageError
from summarizer.output.export import FORMATS, Format, export
from summarizer.schema import Report
from tests.output.export.samples import ambush, count, outcome_of
from tests.output.samples import air_strike, arabic, football, offensive

REPORTS = [offensive, air_strike, football, arabic]


def content(path: Path) -> dict[str, bytes]:
    """The bytes of a file, or of each file in a directory."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name if path.is_dir() else "": file.read_bytes() for file in files}


def test_jsonl_is_each_report_whole(tmp_path: Path) -> None:
    """A line is exactly the report's own JSON."""
    reports = [sample() for sample in REPORTS]
    done = export(iter(reports), [], format="jsonl", output=tmp_path / "reports.jsonl")
    lines = (tmp_path / "reports.jsonl").read_text(encoding="utf-8").split("\n")

    assert lines == [*(report.model_dump_json() for report in reports), ""]
    assert [Report.model_validate_json(line) for line in lines[:-1]] == reports
    assert str(done) == f"4 reports written to {tmp_path / 'reports.jsonl'}"


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_reports_give_the_same_bytes(tmp_path: Path, format: Format) -> None:
    counts = None if format == "jsonl" else "gtd"
    for name in ("one", "two"):
        reports = [sample() for sample in REPORTS]
        export(reports, map(outcome_of, reports), format=format, output=tmp_path / name, counts=counts)  # type: ignore[arg-type]

    assert content(tmp_path / "one") == content(tmp_path / "two")
    assert all(content(tmp_path / "one").values())


def test_what_was_written_is_told_in_one_line(tmp_path: Path) -> None:
    report = air_strike()
    done = export([report], [outcome_of(report)], format="csv", output=tmp_path)

    assert dict(done.rows) == {
        "operations": 3,
        "actors": 4,
        "casualties": len(report.casualties),
        "articles": 1,
    }
    assert str(done).startswith(f"3 operations, 4 actors, {len(report.casualties)} counts of casualties and ")
    assert str(done).endswith(f"1 article written to {tmp_path}")
    assert [file.name for file in done.files] == [
        "operations.csv",
        "actors.csv",
        "casualties.csv",
        "articles.csv",
    ]


def test_a_convention_is_named_in_its_columns(tmp_path: Path) -> None:
    """Without one there is no single number anywhere."""
    for counts in (None, "acled", "ucdp", "gtd", "minimum"):
        folder = tmp_path / str(counts)
        export([], [], format="csv", output=folder, counts=counts)
        operations = (folder / "operations.csv").read_text(encoding="utf-8-sig").strip().split(",")
        casualties = (folder / "casualties.csv").read_text(encoding="utf-8-sig").strip().split(",")
        single = [name for name in operations if name.startswith("fatalities_")]
        assert single[:1] == ([] if counts is None else [f"fatalities_{counts}"])
        assert [name for name in casualties if name.startswith("count_")] == (
            [] if counts is None else [f"count_{counts}"]
        )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"format": "xlsx"}, "'xlsx' is no format to export to; choose one of: jsonl, csv, parquet, geojson"),
        ({"format": "csv", "counts": "best"}, "'best' is no convention of counting; choose one of: acled"),
        ({"format": "csv", "output": "-"}, "csv writes four files; name a directory"),
        ({"format": "parquet", "output": "-"}, "parquet writes four files; name a directory"),
        (
            {"format": "jsonl", "output": "missing/reports.jsonl"},
            "cannot be written: No such file or directory",
        ),
    ],
)
def test_what_cannot_be_is_a_usage_error(
    options: dict[str, str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(UsageError, match=message):
        export([], [], **({"output": "out"} | options))  # type: ignore[arg-type]

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", FORMATS)
def test_memory_does_not_grow_with_the_archive(
    tmp_path: Path, format: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The peak over 20,000 reports is the one over the first 2,000, in row groups that both fill."""
    monkeypatch.setattr("summarizer.output.export.parquet.ROW_GROUP", 256)
    report = ambush(count(), text="Rebels ambushed the army, killing 12 soldiers.")
    report.actors = []
    export([report], [], format=format, output=tmp_path / "out")  # imports what it needs
    early = 0

    def reports() -> Iterator[Report]:
        nonlocal early
        for index in range(20_000):
            if index == 2_000:
                early = tracemalloc.get_traced_memory()[1]
            article = report.article.model_copy(update={"id": f"{index:032x}"})
            yield report.model_copy(update={"article": article})

    outcomes = ({"source": None, "id": f"{index:032x}", "outcome": "ok"} for index in range(20_000))
    tracemalloc.start()
    try:
        done = export(reports(), outcomes, format=format, output=tmp_path / "out")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert next(iter(done.rows.values())) in (0, 20_000)
    assert 0 < peak < early + 500_000  # 25 bytes a report would be too many


@pytest.mark.parametrize("format", FORMATS)
def test_an_earlier_export_stays_where_a_new_one_fails_and_is_replaced_where_it_does_not(
    tmp_path: Path, format: Format
) -> None:
    """The bytes of before, and no temporary file; what is replaced is said, not done in silence."""
    output = tmp_path / "out"
    report = ambush(count(), text="Rebels ambushed the army, killing 12 soldiers.")
    assert export([report], [], format=format, output=output).replaced == 0
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    before = {path: path.read_bytes() for path in files}

    def failing() -> Iterator[Report]:
        yield report.model_copy(update={"headline": "Another"})
        raise OSError("the ledger's disk is gone")

    with pytest.raises(OSError, match="disk"):
        export(failing(), [], format=format, output=output)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before

    done = export([], [], format=format, output=output)
    assert done.replaced == len(files)
    assert f"in place of {len(files)} earlier file" in str(done)


@pytest.mark.parametrize("name", ["run.db", "run.db-wal"])
@pytest.mark.parametrize("format", ["jsonl", "geojson"])
def test_a_ledger_is_never_written_over(tmp_path: Path, format: Format, name: str) -> None:
    with Ledger(tmp_path / "run.db"):
        pass
    before = (tmp_path / "run.db").read_bytes()

    with pytest.raises(UsageError, match="is a database, such as a ledger"):
        export([], [], format=format, output=tmp_path / name)

    assert (tmp_path / "run.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["run.db"]
