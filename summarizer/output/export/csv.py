"""The four tables as CSV for spreadsheets: UTF-8 with a byte order mark, quoted as in RFC 4180."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from pydantic import JsonValue

from summarizer.output.export import Counts
from summarizer.output.export.columns import Cell
from summarizer.output.export.exported import Exported
from summarizer.output.export.spreadsheet import disarmed, fitting
from summarizer.output.export.tables import tables
from summarizer.output.files import directory, replacing
from summarizer.schema.report import Report

SEPARATOR = "; "


def write_csv(
    reports: Iterable[Report],
    outcomes: Iterable[Mapping[str, JsonValue]],
    output: Path,
    counts: Counts | None,
) -> Exported:
    """Write operations.csv, actors.csv, casualties.csv and articles.csv into a directory."""
    wanted = tables(counts)
    files = {table.name: output / f"{table.name}.csv" for table in wanted}
    number = dict.fromkeys(files, 0)
    with directory(output), ExitStack() as renamed, ExitStack() as closed:
        writers = {}
        for table in wanted:
            path = renamed.enter_context(replacing(files[table.name]))
            stream = closed.enter_context(
                path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="")
            )
            writers[table.name] = csv.writer(stream)
            writers[table.name].writerow([column.name for column in table.columns])
        for name, row in wanted.rows(reports, outcomes):
            writers[name].writerow([fitting(text_of(cell)) for cell in row])
            number[name] += 1
    return Exported(output, tuple(files.values()), number)


def text_of(cell: Cell) -> str:
    """Return a cell as text: blank for null, lists joined by "; ", text that would be a formula disarmed."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return disarmed(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return repr(cell)
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return SEPARATOR.join([text_of(item) for item in cell])
