"""Parquet: an article a row, read a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.errors import Unreadable
from summarizer.sources.extras import needs
from summarizer.sources.fields import Records, required
from summarizer.sources.item import Entry, Item, Opening, guarded, one_line

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 256


def read_parquet(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the articles of a table, named by rows from 1 ("x.parquet:12"). Needs the extra `parquet`."""
    with needs("parquet", entry.source):
        import pyarrow as pa
        import pyarrow.parquet as pq
    try:
        file = pq.ParquetFile(entry.seekable(opening.limits.document))
        columns = file.schema_arrow.names
        records = Records(entry.source, opening.fields, opening, noun="column")
        names = records.names(tuple(columns))
        required(names, records, columns, entry.source, lambda: file.metadata.num_rows)
        wanted = sorted({name if name in columns else name.partition(".")[0] for name in names.values()})
        row = 0
        for batch in file.iter_batches(batch_size=_ROWS, columns=wanted):
            for record in batch.cast(_readable(batch.schema), safe=False).to_pylist():
                row += 1
                position = f"{entry.source}:{row}"
                yield from guarded(position, iter((records.item(position, record),)))
    except (pa.ArrowException, OSError) as error:
        raise Unreadable(
            f"{entry.source} is no parquet file, or cut off or damaged ({one_line(error)}); fetch it again."
        ) from error
    records.finish()
    if not row:
        raise Unreadable(f"{entry.source} has no rows.")


def _readable(schema: pa.Schema) -> pa.Schema:
    """Return the schema with times that Python can hold: it has no nanoseconds."""
    import pyarrow as pa

    return pa.schema(
        field.with_type(pa.timestamp("us", field.type.tz))
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns"
        else field
        for field in schema
    )
