"""`summarizer export`: the reports of a ledger as files for other programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from summarizer.cli.failing import reporting, say
from summarizer.cli.options import Debug, Quiet, TheLedger, Whose


class Format(StrEnum):
    """What is written."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    GEOJSON = "geojson"


class Counts(StrEnum):
    """Whose convention makes the single number of a count."""

    ACLED = "acled"
    UCDP = "ucdp"
    GTD = "gtd"
    MINIMUM = "minimum"


def export(
    ledger: TheLedger,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="jsonl: reports whole. csv: tables for spreadsheets. parquet: the same, typed. "
            "geojson: places for maps.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            help="A file for jsonl and geojson, or - for standard output; a directory for csv and parquet.",
        ),
    ],
    counts: Annotated[
        Counts | None,
        typer.Option("--counts", help="Add single numbers by this convention, in columns named for it."),
    ] = None,
    reader: Whose = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Write the reports of a ledger to files for other programs.

    The same ledger gives the same bytes. docs/export.md explains every column and convention.
    """
    with reporting(debug=debug):
        from summarizer.archive.ledger import Ledger
        from summarizer.output.export import export as write

        with Ledger(ledger, create=False) as book:
            written = write(
                book.reports(reader=reader),
                book.outcomes(reader=reader),
                format=format.value,
                output=output,
                counts=counts.value if counts else None,
            )
            gone = book.status(reader=reader).gone
        if counts and format.value == "jsonl" and not quiet:
            say(
                "--counts adds columns to csv, parquet and geojson; jsonl holds the reports whole, with "
                "acled_fatalities and ucdp_deaths among the codes of each operation."
            )
        if not quiet:
            say(f"{written}{f'; {gone:,} marked as gone left out' if gone else ''}.")
