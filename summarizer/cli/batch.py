"""`summarizer batch`: a whole archive, into a ledger."""

from __future__ import annotations

import contextlib
import shlex
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failing import INTERRUPTED, reporting, say
from summarizer.cli.options import (
    BaseUrl,
    Debug,
    Encoding,
    Ledger,
    Model,
    Places,
    Prompts,
    Quiet,
    Repair,
    Timeout,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.archive.estimate import Estimate
    from summarizer.archive.ledger import Ledger as Book
    from summarizer.archive.run import Run
    from summarizer.errors import SummarizerError


_ANY_KEY = "none"
"""For OpenAI's reader, which wants a key from the beginning, where nothing is going to be sent."""


class DateNumbers(StrEnum):
    """What the numbers of a date are, in their order."""

    DMY = "DMY"
    MDY = "MDY"
    YMD = "YMD"


def batch(
    ledger: Ledger,
    source: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders, globs and archives (.txt .md .html .json .jsonl .csv .parquet .zip .tar.gz "
            ".eml .pdf .warc), or - for standard input.",
            metavar="SOURCE...",
        ),
    ] = None,
    model: Model = None,
    concurrency: Annotated[
        int,
        typer.Option("--concurrency", "-c", min=1, help="Articles that a model reads at a time, at most."),
    ] = 64,
    budget: Annotated[
        float | None,
        typer.Option(
            "--budget",
            metavar="USD",
            help="What all runs on this ledger may spend together; never exceeded, since the worst case of a "
            "call is set aside before it is made.",
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=0, help="Read at most so many articles, then stop.")
    ] = None,
    estimate: Annotated[
        bool,
        typer.Option("--estimate", help="Say what is left to read and what it would cost; call nobody."),
    ] = False,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Read again what failed, and nothing else.")
    ] = False,
    mark_gone: Annotated[
        bool,
        typer.Option(
            "--mark-gone",
            help="Mark as gone what earlier runs found in these sources and this one does not: exports leave "
            "it out, nothing is deleted.",
        ),
    ] = False,
    screen: Annotated[
        bool,
        typer.Option(
            "--screen", help="Do not pay for articles in which nothing speaks of violence (English)."
        ),
    ] = False,
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes",
            "-j",
            min=0,
            help="Processes beside this one that check, and that read where no model does; 0: none. "
            "Otherwise one a core for the embedded reader, and one for a model.",
        ),
    ] = None,
    price: Annotated[
        str | None,
        typer.Option(
            "--price",
            metavar="IN,OUT",
            help="USD for a million input and output tokens, where the price list does not know the model.",
        ),
    ] = None,
    rpm: Annotated[
        float | None, typer.Option("--rpm", min=0.01, help="Requests a minute; otherwise as announced.")
    ] = None,
    tpm: Annotated[
        float | None, typer.Option("--tpm", min=1, help="Tokens a minute; otherwise as announced.")
    ] = None,
    text_field: Annotated[
        str | None, typer.Option("--text-field", help="Column or key with the text, in tables and JSON.")
    ] = None,
    title_field: Annotated[str | None, typer.Option("--title-field", help="Likewise the title.")] = None,
    date_field: Annotated[
        str | None, typer.Option("--date-field", help="Likewise the publication date.")
    ] = None,
    date_order: Annotated[
        DateNumbers | None,
        typer.Option(
            "--date-order",
            help="What the numbers of dates like 03/04/2015 are; otherwise such a date is not read.",
        ),
    ] = None,
    id_field: Annotated[str | None, typer.Option("--id-field", help="Likewise the archive's own id.")] = None,
    encoding: Encoding = "utf-8",
    base_url: BaseUrl = None,
    prompts: Prompts = None,
    repair: Repair = True,
    places: Places = True,
    timeout: Timeout = 180,
    patience: Annotated[
        float,
        typer.Option(
            "--patience", min=0, help="Minutes for which a model's server may be down, or ask to wait."
        ),
    ] = 30,
    log_file: Annotated[
        Path | None,
        typer.Option("--log-file", help="Append a JSON line an outcome; without article text and keys."),
    ] = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Summarize an archive into a ledger.

    What the ledger has is never read or paid again, so the same command goes on after an interrupt, a crash
    or a reached budget. Every input ends in exactly one outcome; `summarizer status` shows them.
    """
    with reporting(debug=debug):
        from summarizer.archive.ledger import Ledger as Book
        from summarizer.errors import MissingKey, UsageError
        from summarizer.readers.choosing import RULES
        from summarizer.sources import Fields, open_articles
        from summarizer.summarizing import Summarizer
        from summarizer.workers import processes_for

        if not source and not retry_failed:
            raise UsageError("No source: name files or folders, for example summarizer batch articles/.")
        told = _quietly if quiet else say
        articles = open_articles(
            source or [],
            fields=Fields(text_field, title_field, date_field, id_field),
            on_notice=told,
            encoding=encoding,
            date_order=date_order.value if date_order else None,
        )
        with Summarizer(
            model=model or RULES,
            base_url=base_url,
            api_key=_ANY_KEY if estimate and (model or "").startswith("openai/") else None,
            prompts=prompts,
            timeout_s=timeout,
            budget_usd=budget,
            price=price,
            rpm=rpm,
            tpm=tpm,
            repair=repair,
            places=places,
            on_notice=told,
        ) as summarizer:
            with contextlib.suppress(MissingKey) if estimate else contextlib.nullcontext():
                summarizer.open()  # a slip in the model's name, or no key, before anything is written
            if summarizer.reader.name == RULES:
                told("read by the embedded rules reader; --model names a language model.")
            elif not estimate:
                told(f"read by {model}, which may cost money; --budget sets a limit.")
            if estimate:
                found = summarizer.estimate(
                    articles, ledger=ledger, limit=limit, retry_failed=retry_failed, screen=screen
                )
                _leave_estimated(found, told)
                return
            with Book(ledger) as book:
                run = summarizer.map(
                    articles,
                    concurrency=concurrency,
                    ledger=book,
                    limit=limit,
                    retry_failed=retry_failed,
                    screen=screen,
                    patience_s=patience * 60,
                    processes=processes_for(summarizer.reader) if processes is None else processes,
                    sources=source or [],
                )
                error = _watch(run, source or [], quiet=quiet, log_file=log_file)
                _look_for_missing(run, book, places=places, mark=mark_gone, told=told)
                _leave(run, book.store.name, error, told)


def _quietly(_: str) -> None:
    """Say nothing."""


def _watch(run: Run, sources: list[str], *, quiet: bool, log_file: Path | None) -> SummarizerError | None:
    """Show a run until it is over; return what ended it before its time."""
    from summarizer.cli.interrupts import stopping
    from summarizer.cli.outcome_log import logging_to
    from summarizer.cli.watching import summary, watching
    from summarizer.errors import Interrupted, SummarizerError

    error: SummarizerError | None = None
    at_once = False
    with logging_to(log_file) as log, stopping(run), watching(run, sources, shown=not quiet):
        try:
            for outcome in run:
                log(outcome)
        except SummarizerError as raised:
            error = raised
        except KeyboardInterrupt:
            error, at_once = Interrupted("interrupted"), True
    error = error or run.error
    if not quiet and not at_once:  # what was in flight has its outcome in the ledger alone
        for line in summary(run.progress):
            say(line)
    return error


def _look_for_missing(run: Run, book: Book, *, places: bool, mark: bool, told: Callable[[str], None]) -> None:
    """Say what is no longer there, and mark it where that is wanted."""
    if not run.progress.read_to_end:
        if mark:
            told("nothing is marked as gone, for this run has not looked at everything.")
        return
    if mark:
        marked = book.mark_gone(run=run.number, places=places)
        told(f"{_inputs(marked)} of earlier runs marked as gone.")
    elif first := next(missing := book.missing(run=run.number), None):
        amount = 1 + sum(1 for _ in missing)
        told(
            f"{_inputs(amount)} of earlier runs no longer found, for example {first.source}; exports still "
            "have them, until --mark-gone marks them."
        )


def _inputs(amount: int) -> str:
    return f"{amount:,} {'input' if amount == 1 else 'inputs'}"


def _leave(run: Run, ledger: str, error: SummarizerError | None, told: Callable[[str], None]) -> None:
    """Say how to go on, and exit with the code that says how it went."""
    from summarizer.errors import Interrupted, UsageError

    if isinstance(error, Interrupted):
        say(f"stopped; the same command goes on from here. summarizer status {shlex.quote(ledger)} shows it.")
        raise typer.Exit(INTERRUPTED)
    if error is not None:
        goes_on = "" if isinstance(error, UsageError) else " The same command goes on from here."
        say(f"{error}{goes_on}")
        raise typer.Exit(error.exit_code)
    if run.progress.failed:
        told(f"some articles have no report; summarizer status {shlex.quote(ledger)} lists them.")
        raise typer.Exit(1)


def _leave_estimated(estimate: Estimate, told: Callable[[str], None]) -> None:
    """Print an estimate; an input that cannot be read gives the exit code that it gives a run."""
    from summarizer.cli.watching import estimate_lines

    for line in estimate_lines(estimate):
        typer.echo(line)
    if estimate.unreadable:
        told(f"{estimate.unreadable:,} unreadable, for example: {estimate.unreadable_example}")
        raise typer.Exit(1)
