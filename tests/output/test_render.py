"""One door to every format: JSON is exact, unknown formats are refused, rich loads only for a card."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from summarizer.errors import UsageError
from summarizer.output import FORMATS, as_json, render
from summarizer.output.card import card
from summarizer.output.markdown import markdown
from summarizer.schema import Report
from tests.output.samples import air_strike, arabic, football, offensive

SAMPLES: list[Callable[[], Report]] = [offensive, air_strike, football, arabic]


def test_every_format_has_one_name() -> None:
    """The names are those of the command line's --format."""
    assert list(FORMATS) == ["card", "json", "markdown"]


def test_render_passes_a_report_on() -> None:
    """The door adds nothing of its own."""
    report = offensive()

    assert render(report, "card", width=70, color=False) == card(report, width=70, color=False)
    assert render(report, "markdown") == markdown(report)
    assert render(report, "json") == as_json(report)


def test_an_unknown_format_is_a_usage_error_that_names_the_known_ones() -> None:
    """The message says what to do next."""
    with pytest.raises(
        UsageError, match="'yaml' is not an output format; choose one of: card, json, markdown"
    ):
        render(offensive(), "yaml")


@pytest.mark.parametrize("sample", SAMPLES)
def test_json_is_the_whole_report(sample: Callable[[], Report]) -> None:
    """It is read back to an equal report, is indented by two and ends in a newline."""
    report = sample()
    text = as_json(report)

    assert Report.model_validate_json(text) == report
    assert json.loads(text) == report.model_dump(mode="json")
    assert text.startswith('{\n  "relevance"')
    assert text.endswith("}\n")


def test_json_keeps_every_script_in_its_own_letters() -> None:
    """Arabic stays Arabic instead of escapes."""
    assert "الدفاع المدني" in as_json(arabic())


def test_output_loads_rich_only_for_a_card() -> None:
    """Importing the package and writing JSON or Markdown brings neither rich nor a model's client."""
    program = (
        "import sys; import summarizer.output, summarizer.output.markdown;"
        "print([name for name in ('rich', 'openai', 'instructor') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
