"""The command line as a black box: exit code, standard output, standard error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import Report

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
ARTICLE = ARTICLES / "river-town-offensive.md"

HEAVY = (
    "openai",
    "instructor",
    "sqlalchemy",
    "trafilatura",
    "rich",
    "dateparser",
    "genai_prices",
)


def run(
    *arguments: str | Path, stdin: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, without the variables of whoever runs the tests."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("OPENAI_", "ANTHROPIC_", "SUMMARIZER_"))
    }
    return subprocess.run(
        [sys.executable, "-m", "summarizer", *map(str, arguments)],
        input=stdin,
        env={**clean, "PYTHONUTF8": "1", "COLUMNS": "80", **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def assert_one_line(result: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    """Assert that a run ended in one clear line and its exit code."""
    lines = result.stderr.strip().splitlines()

    assert (result.returncode, len(lines)) == (code, 1), result.stderr
    assert lines[0].startswith("summarizer: ")
    assert "Traceback" not in result.stderr
    assert all(word in lines[0] for word in words), lines[0]
    assert result.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["summarize", "--help"], ["schema", "--help"], ["doctor", "--help"], ["evaluate", "--help"]],
)
def test_help_imports_nothing_heavy_and_shows_an_example(arguments: list[str]) -> None:
    code = (
        "import sys, summarizer.cli\n"
        f"sys.argv = ['summarizer', *{arguments!r}]\n"
        "try:\n    summarizer.cli.main()\n"
        f"finally:\n    print('HEAVY', [m for m in {HEAVY!r} if m in sys.modules])\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )

    assert result.returncode == 0
    assert "HEAVY []" in result.stdout
    assert "For example:  summarizer" in result.stdout


def test_importing_the_package_loads_nothing_heavier_than_pydantic() -> None:
    code = f"import sys, summarizer; summarizer.Report; print([m for m in {HEAVY!r} if m in sys.modules])"

    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )

    assert result.stdout.strip() == "[]"


def test_a_card_is_shown_and_one_line_says_who_read() -> None:
    result = run("summarize", ARTICLE)

    assert result.returncode == 0
    assert result.stderr.count("\n") == 1
    assert "embedded rules reader" in result.stderr
    assert "--model" in result.stderr
    assert "\x1b" not in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_json_is_a_report_and_nothing_else_is_on_standard_output() -> None:
    result = run("summarize", ARTICLE, "--format", "json", "--quiet")

    report = Report.model_validate_json(result.stdout)

    assert result.stderr == ""
    assert report.article.source == str(ARTICLE)
    assert report.provenance.reader == "rules"
    assert report.provenance.cost_usd == 0


def test_markdown_is_written_to_a_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "note.md"

    result = run("summarize", ARTICLE, "--format", "markdown", "--output", target, "--quiet")

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert target.read_text(encoding="utf-8").startswith("# ")
    assert list(tmp_path.iterdir()) == [target]


def test_standard_input() -> None:
    text = "Rebels killed at least 12 soldiers near Gao on Monday."

    result = run("summarize", "-", "--published", "2015-03-04", "-f", "json", "-q", stdin=text)

    report = json.loads(result.stdout)
    assert report["article"]["source"] == "standard input"
    assert report["casualties"][0]["quantity"]["minimum"] == 12


def test_without_a_publication_date_a_notice_says_what_stays_open() -> None:
    result = run("summarize", "-", stdin="Rebels killed at least 12 soldiers near Gao on Monday.")

    assert "no publication date" in result.stderr
    assert "--published YYYY-MM-DD" in result.stderr


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", 1, ["empty"]),
        (b"%PDF-1.4 \x00", 1, ["PDF"]),
        (b"\x00\x01\x02\x03", 1, ["binary"]),
        ("Cinco muertos en Bogotá".encode("latin-1"), 1, ["utf-8", "--encoding"]),
        (b"word " * 1_000_000, 1, ["larger than"]),
    ],
    ids=["empty", "pdf", "binary", "latin-1", "5 MB"],
)
def test_bad_files_end_in_one_line(tmp_path: Path, content: bytes, code: int, words: list[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)

    assert_one_line(run("summarize", file), code, str(file), *words)


def test_bad_usage_ends_in_one_line(tmp_path: Path) -> None:
    assert_one_line(run("summarize", tmp_path / "none.txt"), 2, "no such file")
    assert_one_line(run("summarize", tmp_path), 2, "directory")
    assert_one_line(run("summarize", ARTICLE, "--published", "2016-13-01"), 2, "2016-13-01", "YYYY-MM-DD")
    assert_one_line(run("summarize", ARTICLE, "--model", "gpt-4"), 2, "gpt-4", "PROVIDER/NAME")
    assert_one_line(run("summarize", ARTICLE, "--model", "acme/x"), 2, "acme")
    assert_one_line(run("summarize", ARTICLE, "--prompts", tmp_path), 2, "--prompts", "name one")
    assert_one_line(run("summarize", ARTICLE, "-q", "-o", tmp_path / "no" / "x.json"), 2, "cannot be written")


def test_a_report_is_never_written_over_its_article(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Two soldiers died in an ambush.", encoding="utf-8")

    assert_one_line(run("summarize", article, "-q", "-o", article), 2, "is the article itself")
    assert article.read_text(encoding="utf-8") == "Two soldiers died in an ambush."


def test_another_language_is_not_read_as_an_empty_report() -> None:
    arabic = run("summarize", "-", stdin="قُتل ١٢ مدنياً على الأقل في غارة جوية على المدينة.")

    assert_one_line(run("summarize", "-", "-q", stdin=""), 1, "empty")
    assert arabic.returncode == 1
    assert "(ar)" in arabic.stderr


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no full device here")
def test_a_full_disk_ends_in_one_line() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = subprocess.run(
            [sys.executable, "-m", "summarizer", "summarize", str(ARTICLE), "-q"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert_one_line(run("summarize", ARTICLE, "-q", "-o", "/dev/full"), 2, "cannot be written")
    assert Path("/dev/full").is_char_device()


def test_a_missing_key_is_a_refusal_that_names_the_variable() -> None:
    assert_one_line(run("summarize", ARTICLE, "--model", "openai/gpt-4.1-mini"), 3, "OPENAI_API_KEY")


def test_a_dead_endpoint_ends_in_one_line() -> None:
    dead = "http://127.0.0.1:9/v1"

    result = run("doctor", "--model", "openai/x", "--base-url", dead)

    assert result.returncode == 1
    assert dead in result.stderr
    assert "Traceback" not in result.stderr


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    result = run("summarize", tmp_path / "none.txt", "--debug")

    assert result.returncode == 1
    assert "Traceback" in result.stderr


@pytest.mark.parametrize("shape", ["report", "draft"])
def test_the_schema_is_the_published_one(shape: str) -> None:
    published = Path(__file__).parents[2] / "schemas" / f"{shape}.schema.json"

    result = run("schema", shape)

    assert result.stdout == published.read_text(encoding="utf-8")


def test_the_strict_schema_demands_every_property() -> None:
    schema = json.loads(run("schema", "draft", "--strict").stdout)

    assert sorted(schema["required"]) == sorted(schema["properties"])
    assert schema["additionalProperties"] is False


def test_doctor_says_that_the_embedded_reader_works() -> None:
    result = run("doctor")

    assert result.returncode == 0
    assert "no key, no network, no cost" in result.stdout
    assert "works       yes" in result.stdout


def test_version() -> None:
    from summarizer import __version__

    assert run("--version").stdout == f"summarizer {__version__}\n"
