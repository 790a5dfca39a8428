"""`summarizer batch --estimate`, as a black box: nobody is called, no key is needed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.archive.estimate import Estimate
from summarizer.cli.watching import estimate_lines
from tests.archive import commands
from tests.archive.commands import Provider
from tests.cli.test_command_line import assert_one_line, run
from tests.loopback import Endpoint

MODEL = ("--model", "openai/gpt-4.1-mini")


def test_an_estimate_needs_no_key(tmp_path: Path) -> None:
    archive = commands.corpus(tmp_path / "a.jsonl", 3)

    result = run("batch", archive, "--ledger", tmp_path / "run.db", *MODEL, "--estimate", "-q")

    assert (result.returncode, result.stderr) == (0, "")
    assert re.search(r"^to read +3$", result.stdout, re.MULTILINE)
    assert re.search(r"^out +a guess from drafts .* of 3 articles; --limit 20", result.stdout, re.MULTILINE)
    assert re.search(
        r"^cost +about 0\.\d+ USD \(0\.\d+ to 0\.\d+, as answers turn", result.stdout, re.MULTILINE
    )
    assert list(tmp_path.iterdir()) == [archive]


@pytest.mark.parametrize(
    ("model", "words"), [("foo/bar", "There is no provider 'foo'"), ("gpt-4.1-mini", "PROVIDER/NAME")]
)
def test_a_wrong_name_is_an_error_as_in_the_run(tmp_path: Path, model: str, words: str) -> None:
    archive = commands.corpus(tmp_path / "a.jsonl", 1)

    result = run("batch", archive, "--ledger", tmp_path / "run.db", "--model", model, "--estimate")

    assert_one_line(result, 2, words)


def test_a_source_that_is_not_there_fails_as_in_the_run(tmp_path: Path) -> None:
    """The same exit code, and the reason."""
    command = ("batch", tmp_path / "no.jsonl", "--ledger", tmp_path / "run.db")

    result = run(*command, *MODEL, "--estimate")

    assert result.returncode == run(*command, "-q").returncode == 1
    assert "unreadable  1\n" in result.stdout
    assert "1 unreadable, for example: " in result.stderr
    assert "no such file or folder" in result.stderr


def test_failures_are_estimated_with_and_without_a_source(tmp_path: Path, endpoint: Endpoint) -> None:
    """As much as their last try took; the run then pays that."""
    provider = Provider(faults={"malformed": 1.0}, tokens=(700, 300))
    archive = commands.corpus(tmp_path / "a.jsonl", 4)
    command = commands.batch(archive, "--ledger", tmp_path / "run.db", url=provider.serve(endpoint))
    done = commands.run(*command, "-q")
    assert (done.returncode, done.stderr) == (1, "")
    before, asked = provider.billed_usd, len(endpoint.requests)

    plain = commands.run(*command, "--estimate").stdout
    told = [
        commands.run(*line, "--retry-failed", "--estimate") for line in (command, without(command, archive))
    ]

    assert len(endpoint.requests) == asked
    assert "failed      4; --retry-failed reads them again\n" in plain
    assert "to read     0\n" in plain
    commands.run(*command, "--retry-failed")
    paid = provider.billed_usd - before
    for one in told:
        assert one.returncode == 0, one.stderr
        found = re.search(r"about ([\d.]+) USD", one.stdout)
        assert found, one.stdout
        assert float(found[1]) == pytest.approx(paid, rel=0.01)


def without(command: list[str], archive: Path) -> list[str]:
    return [argument for argument in command if argument != str(archive)]


def test_what_is_screened_out_is_told(tmp_path: Path) -> None:
    for name, text in [
        ("cake", "The bakery sold three cakes."),
        ("war", "Rebels killed two soldiers near Gao."),
    ]:
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    result = run("batch", tmp_path, "--ledger", tmp_path / "run.db", *MODEL, "--estimate", "--screen")

    assert "screened    1; nothing in them speaks of violence\n" in result.stdout
    assert "to read     1\n" in result.stdout


def test_quiet_says_nothing_of_articles_without_a_report(tmp_path: Path) -> None:
    """The exit code does; without it, the line says where to look."""
    command = ("batch", tmp_path / "no.jsonl", "--ledger", tmp_path / "run.db")

    quiet, loud = run(*command, "--quiet"), run(*command)

    assert (quiet.returncode, quiet.stderr, quiet.stdout) == (1, "", "")
    assert loud.returncode == 1
    assert "some articles have no report; summarizer status" in loud.stderr


@pytest.mark.parametrize(
    ("usd", "shown"),
    [(0.00401, "0.00401"), (0.0449, "0.0449"), (0.9, "0.900"), (12.345, "12.35"), (1234.5, "1,234.50")],
)
def test_small_amounts_keep_their_digits(usd: float, shown: str) -> None:
    """Two decimals would be off by a quarter at half a cent."""
    amounts = dict.fromkeys(("cost_usd", "lowest_usd", "highest_usd"), usd)
    counts = dict.fromkeys(set(Estimate.model_fields) - set(amounts) - {"unreadable_example"}, 7)

    lines = estimate_lines(Estimate.model_validate({**counts, **amounts, "unreadable_example": None}))

    assert lines[-1] == f"cost        about {shown} USD"
