"""Texts side by side in a terminal: cut, wrapped, and kept apart where one runs from right to left."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from summarizer.output.plain import clipped, fenced, plain

GAP = 2
"""Columns between two cells."""
LONGEST = 1000
"""Characters; no single text on a card is longer."""

BOLD, DIM, GUARDED = Style(bold=True), Style(dim=True), Style(color="yellow")
ALARM, ERROR = Style(color="magenta", bold=True), Style(color="red", bold=True)
PLAIN = Style()

_RULER = Console(file=StringIO(), color_system=None)


def text(said: str, style: Style = PLAIN, limit: int = LONGEST) -> Text:
    """Return any text of a report as one to show."""
    return Text(fenced(clipped(plain(said), limit)), style=style)


def joined(between: str, *parts: Text) -> Text:
    """Return the parts that are not empty as one text."""
    return Text(between).join(part for part in parts if part)


def in_columns(width: int, *cells: tuple[Text, int | None, int], margin: int = 0) -> RenderableType:
    """Return texts side by side, each with the width of its column and its indent; None takes the rest."""
    grid = Table.grid(padding=(0, GAP, 0, 0))
    left = width - margin
    shown = []
    for cell, fixed, indent in cells:
        column = left if fixed is None else fixed
        grid.add_column(width=column)
        shown.append(Padding(_wrapped(cell, column - indent), (0, 0, 0, indent)))
        left -= column + GAP
    grid.add_row(*shown)
    return Padding(grid, (0, 0, 0, margin))


def _wrapped(cell: Text, width: int) -> Text:
    """The text in lines of that width, each fenced off from what stands to the right of it."""
    lines = cell.wrap(_RULER, width, overflow="fold")
    for line in lines:
        line.rstrip()
        line.append(fenced(line.plain)[len(line.plain) :])
    wrapped = Text("\n").join(lines)
    wrapped.justify = cell.justify
    return wrapped
