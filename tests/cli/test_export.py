"""`summarizer export` over a ledger, as a black box."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer import Article, Report, Summarizer
from summarizer.archive.ledger import Ledger
from tests.cli.test_command_line import ARTICLES, assert_one_line, run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with two articles, read by the embedded reader, one of them twice."""
    path = tmp_path_factory.mktemp("ledger") / "run.db"
    texts = [
        (ARTICLES / name).read_text(encoding="utf-8")
        for name in ("market-air-strike.md", "river-town-offensive.md", "market-air-strike.md")
    ]
    articles = [Article(text, source=f"{number}.md") for number, text in enumerate(texts, 1)]
    with Summarizer(places=False) as summarizer:
        for _ in summarizer.map(articles, ledger=path):
            pass
    return path


def test_jsonl_on_standard_output_is_the_reports_of_the_ledger(ledger: Path) -> None:
    result = run("export", ledger, "--format", "jsonl", "--output", "-")
    with Ledger(ledger, create=False) as book:
        reports = list(book.reports())

    assert [Report.model_validate_json(line) for line in result.stdout.splitlines()] == reports
    assert result.stderr == "summarizer: 2 reports written to standard output.\n"


def test_geojson_on_standard_output_is_nothing_else(ledger: Path) -> None:
    result = run("export", ledger, "--format", "geojson", "--output", "-", "--quiet")

    assert json.loads(result.stdout) == {"type": "FeatureCollection", "features": []}
    assert result.stderr == ""


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_tables_are_written_with_a_row_for_every_input(ledger: Path, tmp_path: Path, format: str) -> None:
    result = run(
        "export", ledger, "--format", format, "--output", tmp_path, "--counts", "acled", "--reader", "rules"
    )

    assert result.returncode == 0
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert f"and 3 articles written to {tmp_path}." in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"{table}.{format}" for table in ("actors", "articles", "casualties", "operations")
    ]


def test_two_exports_of_one_ledger_are_equal_to_the_byte(ledger: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        for format in ("csv", "parquet"):
            run("export", ledger, "--format", format, "--output", tmp_path / f"{name}-{format}")

    for format in ("csv", "parquet"):
        for path in (tmp_path / f"one-{format}").iterdir():
            assert path.read_bytes() == (tmp_path / f"two-{format}" / path.name).read_bytes()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--format", "csv", "--output", "-"], ["name a directory"]),
        (["--format", "jsonl", "--output", "x", "--reader", "openai/none"], ["openai/none"]),
    ],
)
def test_a_wrong_option_is_one_line(ledger: Path, options: list[str], words: list[str]) -> None:
    assert_one_line(run("export", ledger, *options), 2, *words)


def test_counts_are_no_matter_for_jsonl_and_a_line_says_so(ledger: Path, tmp_path: Path) -> None:
    for name, more in (("with", ["--counts", "gtd"]), ("without", [])):
        result = run("export", ledger, "--format", "jsonl", "--output", tmp_path / name, *more)
        assert result.returncode == 0
        assert ("jsonl holds the reports whole" in result.stderr) == bool(more)

    assert (tmp_path / "with").read_bytes() == (tmp_path / "without").read_bytes()


def test_a_ledger_that_is_not_there_is_one_line_and_not_made(tmp_path: Path) -> None:
    result = run("export", tmp_path / "none.db", "--format", "csv", "--output", tmp_path / "tables")

    assert_one_line(result, 2, "none.db")
    assert list(tmp_path.iterdir()) == []
