"""A fault of the program's own is one line, too."""

from __future__ import annotations

import pytest
import typer

from summarizer.cli.failing import reporting


def test_a_fault_of_the_program_is_a_line_without_the_article(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as caught, reporting(debug=False):
        raise IndexError("text of the article")

    assert caught.value.exit_code == 1
    assert capsys.readouterr().err == (
        "summarizer: IndexError: a fault of this program, not of yours; --debug shows where. Report it.\n"
    )


def test_debug_lets_it_through() -> None:
    with pytest.raises(IndexError), reporting(debug=True):
        raise IndexError("text of the article")


@pytest.mark.parametrize("leaves", [typer.Exit(4), typer.Abort(), typer.BadParameter("no such thing")])
def test_what_ends_a_command_goes_through(leaves: Exception) -> None:
    with pytest.raises(type(leaves)) as caught, reporting(debug=False):
        raise leaves

    assert caught.value is leaves
