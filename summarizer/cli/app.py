"""The commands, gathered under one name."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from summarizer._version import __version__
from summarizer.cli.batch import batch
from summarizer.cli.doctor import doctor
from summarizer.cli.evaluate import evaluate
from summarizer.cli.export import export
from summarizer.cli.recheck import recheck
from summarizer.cli.schema import schema
from summarizer.cli.status import status
from summarizer.cli.summarize import summarize

app = typer.Typer(
    name="summarizer",
    help="Structured, checked summaries of reporting on armed conflict: operations, actors and casualties, "
    "each tied to the sentence that says so.",
    epilog="For example:  summarizer summarize article.txt --published 2016-10-06",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich would double the time that --help takes
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Options before the command."""


app.command(epilog="For example:  summarizer summarize article.txt --published 2016-10-06 --format json")(
    summarize
)
app.command(epilog="For example:  summarizer batch articles/ archive.zip --ledger run.db")(batch)
app.command(epilog="For example:  summarizer status run.db")(status)
app.command(epilog="For example:  summarizer recheck run.db")(recheck)
app.command(epilog="For example:  summarizer export run.db --format csv --output tables --counts minimum")(
    export
)
app.command(epilog="For example:  summarizer schema report > report.schema.json")(schema)
app.command(epilog="For example:  summarizer evaluate reports.jsonl gold.jsonl --errors 3")(evaluate)
app.command(epilog="For example:  summarizer doctor --model openai/gpt-4.1-mini")(doctor)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or a pipe that cannot show Arabic shows a question mark instead of ending in a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()
