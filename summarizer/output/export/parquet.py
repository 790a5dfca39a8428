"""The four tables as Parquet for programs, typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from pydantic import JsonValue

from summarizer.errors import UsageError
from summarizer.output.export import Counts
from summarizer.output.export.columns import Column, Kind, Row
from summarizer.output.export.exported import Exported
from summarizer.output.export.tables import tables
from summarizer.output.files import directory, replacing
from summarizer.schema.report import Report

ROW_GROUP = 4096
"""Rows that are written at a time."""


def write_parquet(
    reports: Iterable[Report],
    outcomes: Iterable[Mapping[str, JsonValue]],
    output: Path,
    counts: Counts | None,
) -> Exported:
    """Write operations.parquet, actors.parquet, casualties.parquet and articles.parquet into a directory.

    Raises:
        UsageError: pyarrow is not installed.
    """
    try:
        import pyarrow.parquet as pq
    except ImportError:
        raise UsageError(
            "Parquet needs pyarrow, which is not installed; get it with: pip install pyarrow"
        ) from None
    wanted = tables(counts)
    files = {table.name: output / f"{table.name}.parquet" for table in wanted}
    with directory(output), ExitStack() as renamed, ExitStack() as closed:
        sheets = {}
        for table in wanted:
            path = renamed.enter_context(replacing(files[table.name]))
            schema = _schema(table.columns)
            writer = closed.enter_context(pq.ParquetWriter(path, schema, compression="zstd", version="2.6"))
            sheets[table.name] = _Sheet(writer, schema)
        for name, row in wanted.rows(reports, outcomes):
            sheets[name].add(row)
        for sheet in sheets.values():
            sheet.flush()
    return Exported(output, tuple(files.values()), {name: sheet.written for name, sheet in sheets.items()})


class _Sheet:
    """One table on its way into its file, a row group at a time."""

    def __init__(self, writer: Any, schema: Any) -> None:
        self.written = 0
        self._writer = writer
        self._schema = schema
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) >= ROW_GROUP:
            self.flush()

    def flush(self) -> None:
        import pyarrow as pa

        if not self._rows:
            return
        arrays = [
            pa.array([_clean(cell) for cell in cells], field.type)
            for cells, field in zip(zip(*self._rows, strict=True), self._schema, strict=True)
        ]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self.written += len(self._rows)
        self._rows.clear()


def _schema(columns: Iterable[Column[Any]]) -> Any:
    """The types of the columns; what each means stands in its field's metadata."""
    import pyarrow as pa

    types: Mapping[Kind, Any] = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "integer": pa.int64(),
        "integers": pa.list_(pa.int64()),
        "number": pa.float64(),
        "date": pa.date32(),
        "flag": pa.bool_(),
    }
    return pa.schema(
        [
            pa.field(column.name, types[column.kind], metadata={"meaning": column.meaning})
            for column in columns
        ]
    )


def _clean(cell: object) -> object:
    """The cell, a path that is no valid text with escapes for what is not."""
    return cell.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(cell, str) else cell
