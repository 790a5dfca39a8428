"""What people look at: a report as a card, as Markdown or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.schema.report import Report

__all__ = ["FORMATS", "as_json", "render"]


def render(report: Report, format: str, *, width: int | None = None, color: bool | None = None) -> str:
    """Return the report in one of `FORMATS`, ending in a newline.

    Args:
        width: columns of the card; None: those of the terminal.
        color: whether the card has colours; None: where standard output is a terminal that shows them.

    Raises:
        UsageError: there is no such format.
    """
    write = FORMATS.get(format)
    if write is None:
        raise UsageError(f"{format!r} is not an output format; choose one of: {', '.join(FORMATS)}.")
    return write(report, width, color)


def as_json(report: Report) -> str:
    """Return the whole report as indented JSON, every script in its own letters."""
    return report.model_dump_json(indent=2) + "\n"


def _card(report: Report, width: int | None, color: bool | None) -> str:
    from summarizer.output.card import card  # brings rich

    return card(report, width=width, color=color)


def _json(report: Report, width: int | None, color: bool | None) -> str:
    return as_json(report)


def _markdown(report: Report, width: int | None, color: bool | None) -> str:
    from summarizer.output.markdown import markdown

    return markdown(report)


FORMATS: Mapping[str, Callable[[Report, int | None, bool | None], str]] = {
    "card": _card,
    "json": _json,
    "markdown": _markdown,
}
"""Every format by its name."""
