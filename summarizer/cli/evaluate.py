"""`summarizer evaluate`: how good predictions are against gold."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failing import reporting, say
from summarizer.cli.options import Debug, Output, Quiet, Whose

if TYPE_CHECKING:
    from summarizer.evaluation import Evaluation


class EvaluationFormat(StrEnum):
    """How an evaluation is shown."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


def evaluate(
    predictions: Annotated[
        str,
        typer.Argument(help="A ledger, a JSONL file of reports, or a folder of report .json files."),
    ],
    gold: Annotated[
        Path,
        typer.Argument(help="A JSONL file of gold records, or a folder of gold .json files."),
    ],
    against: Annotated[
        str | None,
        typer.Option("--against", help="Other predictions, to compare: the difference with its interval."),
    ] = None,
    reader: Whose = None,
    format: Annotated[
        EvaluationFormat,
        typer.Option(
            "--format",
            "-f",
            help="table for people, json for programs, markdown with the mistakes.",
        ),
    ] = EvaluationFormat.TABLE,
    output: Output = None,
    errors: Annotated[
        int | None,
        typer.Option("--errors", min=0, help="Mistakes of each layer, the worst first (table: 0, else 5)."),
    ] = None,
    bootstrap: Annotated[
        int, typer.Option("--bootstrap", min=0, help="Resamples for the 95 % intervals; 0: no intervals.")
    ] = 1000,
    seed: Annotated[int, typer.Option("--seed", help="Of the resampling.")] = 1,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Measure reports against gold.

    Precision, recall and F1 of every layer and data set, with 95 % intervals and the mistakes beside their
    sentences. docs/evaluation.md has the form of the gold and every matching rule.
    """
    with reporting(debug=debug):
        from summarizer.errors import UsageError
        from summarizer.evaluation import evaluate as measure
        from summarizer.evaluation.figures import partners

        given = [Path(path) for path in (predictions, gold, against) if path is not None]
        for path in given:
            if output is not None and output.exists() and path.exists() and output.samefile(path):
                raise UsageError(f"{output} is what is evaluated; write the result to another file.")
        shown = errors if errors is not None else 0 if format is EvaluationFormat.TABLE else 5
        evaluation = measure(
            predictions, gold, against=against, reader=reader, errors=shown, bootstrap=bootstrap, seed=seed
        )
        if not quiet:
            for notice in evaluation.notices[:5]:
                say(notice)
            if len(evaluation.notices) > 5:
                say(f"{len(evaluation.notices) - 5} more of the kind; --format json has all.")
            for compared in filter(None, (evaluation.predictions, evaluation.against)):
                for line in partners(compared):
                    say(line)
        _write(evaluation, format, output)


def _write(evaluation: Evaluation, format: EvaluationFormat, output: Path | None) -> None:
    if format is EvaluationFormat.JSON:
        text = evaluation.model_dump_json(indent=2) + "\n"
    elif format is EvaluationFormat.MARKDOWN:
        from summarizer.evaluation.page import page

        text = page(evaluation)
    else:
        from summarizer.evaluation.table import table

        text = table(evaluation) if output is None else table(evaluation, width=100, color=False)
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    from summarizer.output.files import write_text

    write_text(output, text)
