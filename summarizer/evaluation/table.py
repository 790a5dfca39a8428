"""An evaluation as tables on a terminal."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summarizer.evaluation.evaluating import Evaluation
from summarizer.evaluation.figures import columns, counted, notes, partners, sections, told
from summarizer.evaluation.tally import Mistake
from summarizer.output.layout import BOLD, DIM, text


def table(evaluation: Evaluation, *, width: int | None = None, color: bool | None = None) -> str:
    """Return the evaluation as tables, the worst mistakes below them.

    `width` and `color` are those of the terminal where they are not given.
    """
    console = Console(width=width, highlight=False, no_color=color is False, markup=False, emoji=False)
    if not color and not console.is_terminal:
        console = Console(
            file=StringIO(), width=width or console.width, color_system=None, markup=False, emoji=False
        )
    with console.capture() as captured:
        for block in _blocks(evaluation):
            console.print(block)
    return captured.get()


def _blocks(evaluation: Evaluation) -> list[RenderableType]:
    blocks: list[RenderableType] = []
    for name, rows in sections(evaluation):
        grid = Table(box=None, padding=(0, 2, 0, 0), header_style=DIM)
        shown = columns(evaluation, brief=True)
        lines = [[value(row) for _, value in shown] for row in rows]
        for number, (title, _) in enumerate(shown):
            # A figure is never cut or wrapped; the names of the layers give way.
            width = max(len(title), *(len(line[number]) for line in lines)) if number else None
            grid.add_column(
                title, justify="right" if number else "left", min_width=width, no_wrap=bool(number)
            )
        for line in lines:
            grid.add_row(*map(Text, line))
        documents = max(row.documents for row in rows)
        blocks += [text(f"{name} ({counted(documents, 'document', 'documents')})", BOLD), grid, ""]
    blocks += [text(told(false)) for false in evaluation.false_records]
    for compared in filter(None, (evaluation.predictions, evaluation.against)):
        blocks += [text(line) for line in partners(compared)]
    blocks += [text(note, DIM) for note in notes(evaluation)]
    if evaluation.mistakes:
        blocks += ["", text("Worst mistakes", BOLD), *map(_mistake, evaluation.mistakes)]
    return blocks


def _mistake(mistake: Mistake) -> RenderableType:
    lines = [text(f"{mistake.layer}, {mistake.kind}, {mistake.document}", DIM)]
    for label, value in (("predicted", mistake.predicted), ("gold", mistake.gold)):
        lines.append(Text(f"  {label:10}") + (text(value) if value else Text("nothing")))
    if mistake.sentence:
        lines.append(Text("  sentence  ") + text(mistake.sentence, limit=300))
    return Padding(Group(*lines), (0, 0, 0, 2))
