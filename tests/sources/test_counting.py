"""How many articles there will be, about."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from summarizer.sources.counting import roughly


def count(*paths: Path | str) -> int | None:
    return roughly(paths, stopped=lambda: False)


def test_folders_lines_tables_and_zips_are_counted_without_being_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("One.", encoding="utf-8")
    (tmp_path / "a" / "picture.png").write_bytes(b"png")
    (tmp_path / "dump.jsonl").write_text('{"text": "x"}\n{"text": "y"}', encoding="utf-8")
    (tmp_path / "table.csv").write_text("text\nx\ny\nz\n", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("2016/a.html", "<p>x")
        archive.writestr("2016/style.css", "p {}")

    assert count(tmp_path) == 1 + 2 + 3 + 1
    assert count(tmp_path / "a", tmp_path / "dump.jsonl") == 3
    assert count(str(tmp_path / "*.csv")) == 3


@pytest.mark.parametrize("name", ["-", "x.tar", "x.jsonl.gz", "x.warc.gz", "x.parquet"])
def test_what_only_reading_would_tell_is_not_guessed(tmp_path: Path, name: str) -> None:
    if name != "-":
        (tmp_path / name).write_bytes(b"\n\n\n")

    assert count(name if name == "-" else tmp_path / name) is None


def test_what_cannot_be_read_counts_as_one_input(tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK")

    assert count(tmp_path / "broken.zip") == 1


def test_counting_ends_when_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("One.", encoding="utf-8")

    assert roughly([tmp_path], stopped=lambda: True) is None
