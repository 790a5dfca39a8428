"""An evaluation as a page of Markdown, in which nothing of an article can become markup."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from summarizer.evaluation.evaluating import Evaluation
from summarizer.evaluation.figures import columns, notes, partners, sections, told
from summarizer.evaluation.tally import TITLES, Mistake
from summarizer.output.markdown import escape
from summarizer.output.plain import clipped

LONGEST = 600
"""Characters of a sentence or a value in the tables."""


def page(evaluation: Evaluation) -> str:
    """Return the evaluation as CommonMark with tables: the figures, then the worst mistakes of each layer."""
    return "\n\n".join(_blocks(evaluation)) + "\n"


def _blocks(evaluation: Evaluation) -> Iterator[str]:
    yield "# Evaluation"
    names = [f"Predictions: {escape(evaluation.predictions.name)}", f"Gold: {escape(evaluation.gold)}"]
    if evaluation.against is not None:
        names.insert(1, f"Against: {escape(evaluation.against.name)}")
    yield "  \n".join([*names, f"Bootstrap: {evaluation.bootstrap} samples, seed {evaluation.seed}"])
    for title, rows in sections(evaluation):
        yield f"## {escape(title)}"
        shown = columns(evaluation)
        lines = [_line([name for name, _ in shown]), _line(["---", *["---:"] * (len(shown) - 1)])]
        lines += [_line([value(row).strip() for _, value in shown]) for row in rows]
        yield "\n".join(lines)
    yield " ".join(map(escape, notes(evaluation)))
    if evaluation.false_records:
        yield "## Articles without an event"
        yield "\n".join(f"- {escape(told(false))}" for false in evaluation.false_records)
    loose = [
        line
        for compared in filter(None, (evaluation.predictions, evaluation.against))
        for line in partners(compared, limit=None)
    ]
    if loose:
        yield "## Without a partner"
        yield "\n".join(f"- {escape(line)}" for line in loose)
    if evaluation.mistakes:
        yield "## Worst mistakes"
        for layer, mistakes in groupby(evaluation.mistakes, key=lambda mistake: mistake.layer):
            yield f"### {escape(TITLES.get(layer, layer).strip())}"
            head = [_line(["Article", "", "Predicted", "Gold", "Sentence"]), _line(["---"] * 5)]
            yield "\n".join([*head, *map(_row, mistakes)])


def _row(mistake: Mistake) -> str:
    return _line(
        [
            _cell(mistake.document),
            mistake.kind,
            _cell(mistake.predicted),
            _cell(mistake.gold),
            _cell(mistake.sentence),
        ]
    )


def _cell(value: str | None) -> str:
    return escape(clipped(value, LONGEST)) if value else ""


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
