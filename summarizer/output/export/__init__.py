"""Reports as files for other programs: JSON Lines, CSV, Parquet and GeoJSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from summarizer.errors import UsageError
from summarizer.output.export.exported import STANDARD_OUTPUT, Exported

if TYPE_CHECKING:
    from pydantic import JsonValue

    from summarizer.schema.report import Report

__all__ = ["COUNTS", "FORMATS", "Counts", "Exported", "Format", "export"]

Format = Literal["jsonl", "csv", "parquet", "geojson"]
Counts = Literal["acled", "ucdp", "gtd", "minimum"]
FORMATS: tuple[Format, ...] = get_args(Format)
COUNTS: tuple[Counts, ...] = get_args(Counts)


def export(
    reports: Iterable[Report],
    outcomes: Iterable[Mapping[str, JsonValue]],
    *,
    format: Format,
    output: str | Path,
    counts: Counts | None = None,
) -> Exported:
    """Write reports to a file, or as tables to a directory, and return how many rows of what were written.

    The same reports give the same bytes. Files are written under a temporary name and renamed: what was there
    before stays until all is written, and other files in the directory are left alone.

    Args:
        reports: read once, one at a time; `Ledger.reports()`.
        outcomes: what became of each input, for the table of articles; `Ledger.outcomes()`.
        format: jsonl (reports whole) and geojson (places) make one file, csv and parquet a directory.
        output: the file or directory; "-" writes jsonl and geojson to standard output.
        counts: whose convention makes the single number of a count; None: no such columns. jsonl has no
            columns: it holds the reports whole, whatever is named here.

    Raises:
        UsageError: an unknown format or convention, one that does not fit the format, an output that cannot
            be written or is a database, or Parquet without pyarrow.
    """
    output = Path(output)
    if format not in FORMATS:
        raise UsageError(f"{format!r} is no format to export to; choose one of: {', '.join(FORMATS)}.")
    if counts is not None and counts not in COUNTS:
        raise UsageError(f"{counts!r} is no convention of counting; choose one of: {', '.join(COUNTS)}.")
    if format in ("csv", "parquet") and output == STANDARD_OUTPUT:
        raise UsageError(f"{format} writes four files; name a directory instead of -.")
    earlier = {path for path in (output, *output.glob(f"*.{format}")) if path.is_file()}
    written = _write(reports, outcomes, format, output, counts)
    return replace(written, replaced=len(earlier.intersection(written.files)))


def _write(
    reports: Iterable[Report],
    outcomes: Iterable[Mapping[str, JsonValue]],
    format: Format,
    output: Path,
    counts: Counts | None,
) -> Exported:
    if format == "jsonl":
        from summarizer.output.export.jsonl import write_jsonl

        return write_jsonl(reports, output)
    if format == "geojson":
        from summarizer.output.export.geojson import write_geojson

        return write_geojson(reports, output, counts)
    if format == "csv":
        from summarizer.output.export.csv import write_csv

        return write_csv(reports, outcomes, output, counts)
    from summarizer.output.export.parquet import write_parquet

    return write_parquet(reports, outcomes, output, counts)
