"""`summarizer evaluate` as a black box."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.evaluation import Evaluation, evaluate, read_gold
from tests.cli.test_command_line import assert_one_line, run
from tests.evaluation.perfect import perfect

GOLD = Path(__file__).parents[1] / "evaluation" / "gold"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Perfect reports of two of the three gold records."""
    file = tmp_path_factory.mktemp("reports") / "reports.jsonl"
    lines = [perfect(record).model_dump_json() + "\n" for record in read_gold(GOLD)[:2]]
    file.write_text("".join(lines), encoding="utf-8")
    return file


def test_a_table_is_shown_and_what_is_missing_is_said(reports: Path) -> None:
    result = run("evaluate", reports, GOLD, "--bootstrap", "10")

    assert result.returncode == 0
    assert "1 gold record without a report (scored as empty): hill-post-shelling" in result.stderr
    assert "invented, wire (1 document)" in result.stdout
    assert "\x1b" not in result.stdout


def test_help_shows_an_example() -> None:
    result = run("evaluate", "--help")

    assert result.returncode == 0
    assert "For example:  summarizer evaluate" in result.stdout


def test_json_is_the_evaluation_that_the_function_returns(reports: Path) -> None:
    result = run("evaluate", reports, GOLD, "-f", "json", "--bootstrap", "10", "--seed", "3", "--quiet")

    assert result.stderr == ""
    shown = Evaluation.model_validate_json(result.stdout)
    assert shown == evaluate(reports, GOLD, bootstrap=10, seed=3)


def test_markdown_goes_to_a_file_and_another_prediction_beside_it(reports: Path, tmp_path: Path) -> None:
    output = tmp_path / "page.md"

    result = run(
        *("evaluate", reports, GOLD, "--against", reports, "--format", "markdown", "--output", output),
        *("--bootstrap", "5"),
    )

    assert (result.returncode, result.stdout) == (0, "")
    assert output.read_text(encoding="utf-8").startswith("# Evaluation\n")
    assert "+0.0 (+0.0 to +0.0)" in output.read_text(encoding="utf-8")


def test_what_is_wrong_is_one_line(reports: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text(reports.read_text(encoding="utf-8") + "{\n", encoding="utf-8")
    other = tmp_path / "other.json"
    other.write_text(json.dumps({"id": "x", "dataset": "d", "gold": {}}), encoding="utf-8")

    assert_one_line(run("evaluate", tmp_path / "nowhere.jsonl", GOLD), 1, "nowhere.jsonl", "cannot be read")
    assert_one_line(run("evaluate", broken, GOLD), 1, "broken.jsonl, line 3", "no JSON")
    assert_one_line(run("evaluate", GOLD, GOLD), 1, "chess-final.json", "is no report")
    assert_one_line(run("evaluate", reports, reports), 1, "reports.jsonl, line 1", "is no gold record")
    assert_one_line(run("evaluate", reports, other), 2, "none of the 2 reports")
    assert_one_line(run("evaluate", reports, GOLD, "--output", reports), 2, "what is evaluated")
