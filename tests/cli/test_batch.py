"""`summarizer batch`, as a black box: what it says and refuses before anything is read."""

from __future__ import annotations

from pathlib import Path

import pytest

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
