"""The ledger: all that runs over an archive have found, paid and failed at."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import RowMapping, Select, and_, func, select

from summarizer.archive.migrations import NoTables
from summarizer.archive.order import in_order
from summarizer.archive.outcomes import OutcomeKind
from summarizer.archive.passages import fetch, passages, record_of
from summarizer.archive.recipe import Recipe
from summarizer.archive.store import Store, file_of
from summarizer.archive.tables import articles, readings, recipes, results, runs
from summarizer.checked import report_of_text
from summarizer.errors import LedgerError
from summarizer.schema.report import Report

if TYPE_CHECKING:
    from pydantic import JsonValue

    from summarizer.archive.missing import Missing
    from summarizer.archive.status import Status
    from summarizer.output.export import Counts, Exported, Format

_PAGE = 200
"""Reports that are fetched at a time."""
_INPUTS = 5000
"""Places of inputs that are fetched at a time."""


class Ledger:
    """Every article, call, draft, report and outcome of an archive, in a SQLite file or in PostgreSQL.

    Args:
        address: path of the file, or "postgresql://user@host/name".
        create: make it where it is not there.

    Raises:
        LedgerError: it cannot be opened, or it is none.

    For example:

        with Ledger("run.db", create=False) as ledger:
            for report in ledger.reports():
                ...
    """

    def __init__(self, address: str | os.PathLike[str], *, create: bool = True) -> None:
        self.address = address
        self.store = Store(address, create=create)

    def reports(self, *, reader: str | None = None) -> Iterator[Report]:
        """Yield the reports in the order of their sources, "x.jsonl:2" before "x.jsonl:10"; copies have none.

        Inputs that are marked as gone are left out.

        Args:
            reader: whose ("rules", "openai/gpt-4.1-mini"); None: the latest run's.

        Raises:
            LedgerError: nothing was read, or not by that reader.
        """
        statement = _REPORTS.where(readings.c.recipe == self.recipe(reader), articles.c.gone.is_(None))
        for row in self._pages(statement):
            yield report_of(row)

    def outcomes(self, *, reader: str | None = None) -> Iterator[dict[str, JsonValue]]:
        """Yield what became of each input that is not marked as gone, in the same order.

        The keys: source, id, title, published (ISO), outcome, error, reason, duplicate_of, input_tokens,
        output_tokens, cost_usd, seconds.
        """
        statement = _OUTCOMES.where(results.c.recipe == self.recipe(reader), articles.c.gone.is_(None))
        for row in self._pages(statement):
            yield {
                name: value.isoformat() if hasattr(value, "isoformat") else value
                for name, value in row.items()
                if name != "row"
            }

    def report(self, source: str, *, reader: str | None = None) -> Report | None:
        """Return the report of one input, named by its source or its id as in `outcomes`; else None."""
        wanted = (articles.c.source == source) | (articles.c.archive_id == source)
        statement = _REPORTS.where(readings.c.recipe == self.recipe(reader), wanted).limit(1)
        row = self.store.run(lambda connection: connection.execute(statement).mappings().first())
        return report_of(row) if row else None

    def report_of_reading(self, reading: int) -> Report | None:
        """Return the report of a reading, by its number in the table `readings`."""
        statement = _REPORTS.where(readings.c.id == reading)
        row = self.store.run(lambda connection: connection.execute(statement).mappings().first())
        return report_of(row) if row else None

    def export(
        self,
        path: str | os.PathLike[str],
        *,
        format: Format,
        counts: Counts | None = None,
        reader: str | None = None,
    ) -> Exported:
        """Write the reports to a file, or as tables to a folder; return how many rows of what were written.

        The same ledger gives the same bytes. Inputs that are marked as gone are left out.

        Args:
            path: a file for jsonl and geojson, a folder for csv and parquet.
            format: "jsonl" (reports whole), "csv", "parquet" or "geojson" (places).
            counts: "acled", "ucdp", "gtd" or "minimum": whose convention makes the single number of a count;
                None: no such columns.
            reader: whose ("rules", "openai/gpt-4.1-mini"); None: the latest run's.

        Raises:
            LedgerError: nothing was read, or not by that reader.
            UsageError: as `summarizer.output.export.export`.
        """
        from summarizer.output.export import export

        return export(
            self.reports(reader=reader),
            self.outcomes(reader=reader),
            format=format,
            output=Path(path),
            counts=counts,
        )

    def status(self, *, reader: str | None = None) -> Status:
        """Return what is done, what failed and why, and what it cost."""
        from summarizer.archive.status import status_of

        recipe = self.recipe(reader)
        found = self.store.run(lambda connection: status_of(connection, recipe))
        number, example = 0, None
        for one in self.missing():
            number += 1
            example = example or one.source
        return found.model_copy(update={"missing": number, "missing_example": example})

    def missing(self, *, run: int | None = None) -> Iterator[Missing]:
        """Yield the inputs that the last run which read their source to the end did not meet.

        Those that are marked as gone are left out, and those in a folder or file that could not be read or
        was empty, for they may still be there.

        Args:
            run: only what this run did not meet (`Run.number`).
        """
        from summarizer.archive.missing import missing

        return (one for one in missing(self.store) if run is None or one.run == run)

    def mark_gone(self, *, run: int | None = None, places: bool = True) -> int:
        """Mark what is missing as gone; return how many inputs that were.

        `reports` and `outcomes` leave them out. Nothing is deleted: drafts stay, and what a run meets again
        comes back. A report whose text another input still has becomes that input's.

        Args:
            run: only what this run did not meet.
            places: look places up, where a report is made anew for the other input.
        """
        from summarizer.archive.missing import mark_gone
        from summarizer.archive.recheck import renew
        from summarizer.checking.gazetteer import open_gazetteer

        marked, missing = 0, self.missing(run=run)
        while page := list(islice(missing, _PAGE)):
            for reading in mark_gone(self.store, page):
                renew(self.store, reading, open_gazetteer() if places else None)
            marked += len(page)
        return marked

    def recheck(self, *, places: bool = True) -> int:
        """Make all reports anew from the stored drafts with today's checks; return how many changed.

        No reader is asked, and nothing is paid.
        """
        from summarizer.archive.recheck import recheck

        return recheck(self.store, places=places)

    def recipe(self, reader: str | None) -> int:
        """Return the number of the recipe of the latest run, or of the latest run of a reader."""
        statement = select(runs.c.recipe).order_by(runs.c.id.desc()).limit(1)
        if reader is not None:
            statement = statement.join(recipes, recipes.c.id == runs.c.recipe).where(
                recipes.c.reader == reader
            )
        number = self.store.run(lambda connection: connection.scalar(statement))
        if number is None:
            who = f" by {reader}" if reader else ""
            raise LedgerError(
                f"Nothing was read{who} in {self.store.name} yet; `summarizer batch` does that."
            )
        return int(number)

    def recipes(self) -> list[Recipe]:
        """Return the recipes of all runs, the latest first."""
        columns = [recipes.c[name] for name in Recipe.__slots__]
        statement = (
            select(*columns)
            .join(runs, runs.c.recipe == recipes.c.id)
            .group_by(recipes.c.id)
            .order_by(func.max(runs.c.id).desc())
        )
        rows = self.store.run(lambda connection: connection.execute(statement).all())
        return [Recipe(*row) for row in rows]

    def close(self) -> None:
        """Close the connections."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _pages(self, statement: Select[tuple[object, ...]]) -> Iterator[RowMapping]:
        """Yield rows in the natural order of their places, a page at a time: no transaction stays open."""
        for numbers in in_order(self._located(), _PAGE):
            page = statement.where(articles.c.id.in_(numbers))
            rows = {row["row"]: row for row in self.store.run(partial(fetch, page=page))}
            yield from (rows[number] for number in numbers if number in rows)

    def _located(self) -> Iterator[tuple[int, str]]:
        """Yield the number and the locator of every input, a page at a time."""
        after = 0
        while True:
            page = (
                select(articles.c.id, articles.c.locator)
                .where(articles.c.id > after)
                .order_by(articles.c.id)
                .limit(_INPUTS)
            )
            rows = self.store.run(partial(fetch, page=page))
            yield from ((row["id"], row["locator"]) for row in rows)
            if len(rows) < _INPUTS:
                return
            after = rows[-1]["id"]


def existing(address: str | os.PathLike[str]) -> Ledger | None:
    """Return the ledger at an address; None: a run would have to make it first.

    Raises:
        LedgerError: something else is there, or it cannot be opened.
    """
    file = file_of(address)
    if file is not None:
        return Ledger(address, create=False) if file.exists() and file.stat().st_size else None
    try:
        return Ledger(address, create=False)
    except NoTables:
        return None


def report_of(row: RowMapping) -> Report:
    """Return the report of a row with an article, its text and its reading."""
    return report_of_text(record_of(row).model_dump_json(), row["report"])


_REPORTS: Select[tuple[object, ...]] = (
    passages()
    .add_columns(readings.c.id.label("reading"), readings.c.report)
    .join(readings, and_(readings.c.article == articles.c.id, readings.c.text_hash == articles.c.text_hash))
    .where(readings.c.state == "done")
)
_FIRST = articles.alias("first")
_OUTCOMES: Select[tuple[object, ...]] = (
    select(
        articles.c.id.label("row"),
        articles.c.source,
        articles.c.archive_id.label("id"),
        articles.c.title,
        articles.c.published,
        results.c.outcome,
        results.c.error,
        results.c.reason,
        func.coalesce(_FIRST.c.source, _FIRST.c.archive_id).label("duplicate_of"),
        readings.c.input_tokens,
        readings.c.output_tokens,
        readings.c.cost_usd,
        readings.c.seconds,
    )
    .join(results, results.c.article == articles.c.id)
    .outerjoin(_FIRST, _FIRST.c.id == results.c.duplicate_of)
    .outerjoin(readings, and_(readings.c.id == results.c.reading, results.c.outcome != OutcomeKind.DUPLICATE))
)
