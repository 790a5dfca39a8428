"""`summarizer status`: what is done, what failed and why, and what it cost."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from summarizer.cli.failing import reporting
from summarizer.cli.options import Debug, TheLedger, Whose


class Form(StrEnum):
    """How the state of a ledger is shown."""

    TABLE = "table"
    JSON = "json"


def status(
    ledger: TheLedger,
    reader: Whose = None,
    format: Annotated[
        Form, typer.Option("--format", "-f", help="table for people, json for programs.")
    ] = Form.TABLE,
    failures: Annotated[
        bool,
        typer.Option("--failures", help="List every input without a report, one a line, with its reason."),
    ] = False,
    missing: Annotated[
        bool,
        typer.Option(
            "--missing",
            help="List every input, one a line, that the last run which read its source to the end did not "
            "find there.",
        ),
    ] = False,
    debug: Debug = False,
) -> None:
    """Show how far an archive has come.

    Counts by outcome, with reasons; calls, tokens and money; the runs, also those that were killed.
    """
    with reporting(debug=debug):
        from summarizer.archive.ledger import Ledger
        from summarizer.output.ledger import failure_line, status_text
        from summarizer.output.plain import plain

        with Ledger(ledger, create=False) as book:
            if missing:
                for one in book.missing():
                    typer.echo(plain(one.source))
            if failures:
                for row in book.outcomes(reader=reader):
                    if row["outcome"] not in ("ok", "duplicate", "screened_out"):
                        typer.echo(failure_line(row))
            if failures or missing:
                return
            found = book.status(reader=reader)
        if format is Form.JSON:
            sys.stdout.write(found.model_dump_json(indent=2) + "\n")
        else:
            sys.stdout.write(status_text(found))
