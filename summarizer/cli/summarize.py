"""`summarizer summarize`: one article in, one report out."""

from __future__ import annotations

import contextlib
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failing import reporting, say
from summarizer.cli.options import (
    BaseUrl,
    Debug,
    Encoding,
    Model,
    Output,
    Places,
    Prompts,
    Quiet,
    Repair,
    Timeout,
)

if TYPE_CHECKING:
    from summarizer.schema.report import Report


class Format(StrEnum):
    """How a report is shown."""

    CARD = "card"
    JSON = "json"
    MARKDOWN = "markdown"


def summarize(
    article: Annotated[str, typer.Argument(help="A .txt, .md or .html file, or - for standard input.")],
    model: Model = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published", metavar="YYYY-MM-DD", help="Publication date, from which days are counted."
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="The headline, where the file does not give it.")
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="card for people, json for programs, markdown for notes.")
    ] = Format.CARD,
    output: Output = None,
    base_url: BaseUrl = None,
    prompts: Prompts = None,
    repair: Repair = True,
    places: Places = True,
    encoding: Encoding = "utf-8",
    timeout: Timeout = 180,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Summarize one article.

    The report says what happened, who did it to whom, where and when, how many were harmed, who says so, and
    what is doubtful; every value with its sentence.
    """
    with reporting(debug=debug):
        from summarizer.errors import UsageError
        from summarizer.readers.choosing import RULES
        from summarizer.sources import open_article
        from summarizer.summarizing import Summarizer

        if output is not None and article != "-" and output.exists() and output.samefile(article):
            raise UsageError(f"{output} is the article itself; write the report to another file.")
        piece = open_article(article, title=title, published=published, encoding=encoding)
        chosen = model or RULES
        with Summarizer(
            model=chosen,
            base_url=base_url,
            prompts=prompts,
            timeout_s=timeout,
            repair=repair,
            places=places,
            on_notice=None if quiet else say,
        ) as summarizer:
            if model is None and not quiet:
                say(
                    "read by the embedded rules reader; --model names a language model, "
                    "for example openai/gpt-4.1-mini."
                )
            with _waiting(chosen, shown=chosen != RULES and not quiet):
                report = summarizer.summarize(piece)
        failed = report.provenance.parameters.get("repair_failed")
        if failed and not quiet:
            say(f"some records have errors, and asking again about them failed ({failed}).")
        if piece.published is None and not quiet:
            say(
                "no publication date, so days like “Tuesday” stay unresolved; "
                "give one with --published YYYY-MM-DD."
            )
        _write(report, format, output)


def _waiting(model: str, *, shown: bool) -> contextlib.AbstractContextManager[object]:
    """Show that something is going on while a model reads, on a terminal only."""
    if not shown or not sys.stderr.isatty():
        return contextlib.nullcontext()
    from rich.console import Console
    from rich.text import Text

    return Console(stderr=True).status(Text(f"{model} is reading …"))


def _write(report: Report, format: Format, output: Path | None) -> None:
    from summarizer.output import render

    if output is None:
        sys.stdout.write(render(report, format))
        sys.stdout.flush()
        return
    from summarizer.output.files import write_text

    write_text(output, render(report, format, width=80, color=False))
