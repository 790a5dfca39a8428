"""`summarizer batch`, as a black box: what it says and refuses before anything is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.archive import Ledger
from tests.cli.test_command_line import assert_one_line, run


@pytest.mark.parametrize(
    ("model", "code", "words"),
    [
        ("opnai/gpt-4.1-mini", 2, ["There is no provider 'opnai'"]),
        ("gpt-4.1-mini", 2, ["PROVIDER/NAME"]),
        ("openai/gpt-4.1-mini", 3, ["no key", "OPENAI_API_KEY"]),
    ],
)
def test_a_wrong_name_or_a_missing_key_is_noticed_before_anything_is_opened(
    tmp_path: Path, model: str, code: int, words: list[str]
) -> None:
    """One line and the documented code; no notice that a model reads, no ledger, no count of articles."""
    article = tmp_path / "a.txt"
    article.write_text("Rebels killed 12 soldiers near Gao on Monday.", encoding="utf-8")

    result = run("batch", article, "--ledger", tmp_path / "run.db", "--model", model)

    assert_one_line(result, code, *words)
    assert list(tmp_path.iterdir()) == [article]


@pytest.mark.parametrize(
    ("options", "days", "said"),
    [
        ([], [None, None], "2 of its dates could not be read as a day (first: {table}:2 '03/04/2015')"),
        ([], [None, None], "--date-order DMY or MDY"),
        ([], [None, None], "here only DMY fits all"),
        (["--date-order", "DMY"], ["2015-04-03", "2015-12-25"], ""),
        (
            ["--date-order", "MDY"],
            ["2015-03-04", None],
            "1 of its dates could not be read as a day in the order",
        ),
    ],
)
def test_a_date_that_is_two_days_is_read_only_in_the_order_that_is_given(
    tmp_path: Path, options: list[str], days: list[str | None], said: str
) -> None:
    table = tmp_path / "wire.csv"
    table.write_text(
        "text,date\nRebels killed 12 soldiers near Gao.,03/04/2015\nRebels shelled Kidal.,25/12/2015\n",
        encoding="utf-8",
    )

    result = run("batch", table, "--ledger", tmp_path / "run.db", "--no-places", *options)

    assert result.returncode == 0, result.stderr
    assert said.format(table=table) in result.stderr
    with Ledger(tmp_path / "run.db", create=False) as book:
        assert [outcome["published"] for outcome in book.outcomes()] == days


def test_what_is_not_about_armed_conflict_is_counted(tmp_path: Path) -> None:
    """At the end of the run that read it, and in both forms of the status."""
    table = tmp_path / "wire.csv"
    table.write_text(
        "text\nRebels killed 12 soldiers near Gao.\nThe fair sold two hundred cakes.\n",
        encoding="utf-8",
    )

    first = run("batch", table, "--ledger", tmp_path / "run.db", "--no-places")
    second = run("batch", table, "--ledger", tmp_path / "run.db", "--no-places")

    assert "of those read by this run 1 not about armed conflict." in first.stderr
    assert "armed conflict" not in second.stderr
    assert "of these 1 not about armed conflict" in run("status", tmp_path / "run.db").stdout
    assert json.loads(run("status", tmp_path / "run.db", "--format", "json").stdout)["not_conflict"] == 1


def test_a_run_without_the_date_order_of_the_first_says_what_it_dates_anew(tmp_path: Path) -> None:
    """And the first command again brings the dates back, and says so."""
    table = tmp_path / "wire.csv"
    table.write_text(
        "text,date\nRebels killed 12 soldiers near Gao.,03/04/2015\nRebels shelled Kidal.,2015-12-25\n"
        "Rebels shelled Gao.,04/05/2015\n",
        encoding="utf-8",
    )

    def batch(*options: str) -> str:
        return run("batch", table, "--ledger", tmp_path / "run.db", "--no-places", *options).stderr

    anew = (
        "2 finished articles were dated anew: their publication date differs from that of the earlier run; "
        "if that is not meant, run it again with the --date-order and --date-field of then.\n"
    )
    assert "dated anew" not in batch("--date-order", "DMY")
    assert anew in batch()
    assert "dated anew" not in batch()
    assert anew in batch("--date-order", "DMY")
    with Ledger(tmp_path / "run.db", create=False) as book:
        assert [outcome["published"] for outcome in book.outcomes()] == [
            "2015-04-03",
            "2015-12-25",
            "2015-05-04",
        ]
