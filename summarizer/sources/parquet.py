"""Parquet: an article a row, read a few rows at a time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.errors import TooLong, Unreadable
from summarizer.sources.extras import needs
from summarizer.sources.fields import Records, required
from summarizer.sources.item import Entry, Item, Limits, Opening, guarded, megabytes, one_line, unreadable

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_ROWS = 256
"""Rows that are decoded together, at most."""
_DECODED = 64_000_000
"""Bytes that they may take."""
_BUFFER = 1 << 18
_PAGE = re.compile(rb"\x15([\x80-\xff]{0,4}[\0-\x7f])\x15([\x80-\xff]{0,4}[\0-\x7f])", re.DOTALL)
"""How a page begins: its type and its unpacked size, two numbers of Thrift's compact protocol."""
_DICTIONARY = 2


def read_parquet(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the articles of a table, named by rows from 1 ("x.parquet:12"). Needs the extra `parquet`.

    A group of rows that would unpack beyond the limits is reported, and the next one is read.
    """
    with needs("parquet", entry.source):
        import pyarrow as pa
        import pyarrow.parquet as pq
    try:
        stream = entry.seekable(opening.limits.document)
        # Otherwise a whole group of rows is read ahead, and many files have one only.
        file = pq.ParquetFile(stream, pre_buffer=False, buffer_size=_BUFFER)
        columns = file.schema_arrow.names
        records = Records(entry.source, opening.fields, opening, noun="column")
        names = records.names(tuple(columns))
        required(names, records, columns, entry.source, lambda: file.metadata.num_rows)
        wanted = sorted({name if name in columns else name.partition(".")[0] for name in names.values()})
        row = 0
        groups = _Groups(stream, file.metadata, wanted, opening.limits)
        for group in range(file.metadata.num_row_groups):
            if refused := groups.refused(group):
                rows = file.metadata.row_group(group).num_rows
                position = f"{entry.source}:{row + 1}"
                these = f"the rows {row + 1:,} to {row + rows:,} are" if rows > 1 else "it is"
                yield unreadable(position, TooLong(f"{position} {refused}; {these} passed over."))
                row += rows
                continue
            for batch in file.iter_batches(groups.batch(group), row_groups=[group], columns=wanted):
                for record in _records(batch, opening.limits.record):
                    row += 1
                    position = f"{entry.source}:{row}"
                    if record is None:
                        reason = f"{position} {_too_long(opening.limits)}; it is passed over."
                        yield unreadable(position, TooLong(reason))
                    else:
                        yield from guarded(position, iter((records.item(position, record),)))
    except (pa.ArrowException, OSError) as error:
        raise Unreadable(
            f"{entry.source} is no parquet file, or cut off or damaged ({one_line(error)}); fetch it again."
        ) from error
    records.finish()
    if not row:
        raise Unreadable(f"{entry.source} has no rows.")


def _too_long(limits: Limits) -> str:
    return f"is longer than {megabytes(limits.record)}, more than any article"


def _number(written: bytes) -> int:
    """Return a number that is written seven bits a byte, the last ones first, its sign in the last bit."""
    number = sum((byte & 0x7F) << 7 * place for place, byte in enumerate(written))
    return (number >> 1) ^ -(number & 1)


class _Groups:
    """What a file says of the size of its groups of rows before they are decoded."""

    def __init__(
        self, file: io.BufferedIOBase, contents: pq.FileMetaData, wanted: Sequence[str], limits: Limits
    ) -> None:
        self._file = file
        self._contents = contents
        self._wanted = wanted
        self._limits = limits
        self._packed = self._unpacked = 0

    def refused(self, group: int) -> str | None:
        """Return why a group is not to be decoded; None where it may be."""
        limits = self._limits
        rows = self._contents.row_group(group).num_rows
        chunks = self._chunks(group)
        for chunk in chunks:
            packed, unpacked = chunk.total_compressed_size, chunk.total_uncompressed_size
            if rows == 1 and unpacked > limits.record:
                return _too_long(limits)
            if unpacked > limits.expansion_from and unpacked > limits.expansion * packed:
                return f"unpacks to more than {limits.expansion} times its size ({megabytes(unpacked)})"
        packed = self._packed + sum(chunk.total_compressed_size for chunk in chunks)
        unpacked = self._unpacked + sum(chunk.total_uncompressed_size for chunk in chunks)
        if unpacked > limits.expansion_from and unpacked > limits.expansion * packed:
            return f"unpacks, with what is before it, to more than {limits.expansion} times its size"
        self._packed, self._unpacked = packed, unpacked
        return None

    def batch(self, group: int) -> int:
        """Return how many rows of a group to decode together: what they share is written for each of them."""
        longest = sum(self._shared(chunk) for chunk in self._chunks(group))
        return min(_ROWS, max(1, _DECODED // max(1, longest)))

    def _shared(self, chunk: pq.ColumnChunkMetaData) -> int:
        """Return how many bytes one row of a column may take that others take, too.

        What rows have in common is written once, in a dictionary, which is the first page, or as prefixes.
        """
        begins = chunk.data_page_offset
        if chunk.has_dictionary_page and chunk.dictionary_page_offset:
            begins = min(begins, chunk.dictionary_page_offset)
        self._file.seek(begins)
        page = _PAGE.match(self._file.read(20))
        if page is None or any(encoding.startswith("DELTA") for encoding in chunk.encodings):
            return int(chunk.total_uncompressed_size)
        return _number(page[2]) if _number(page[1]) == _DICTIONARY else 0

    def _chunks(self, group: int) -> list[pq.ColumnChunkMetaData]:
        contents = self._contents.row_group(group)
        chunks = [contents.column(number) for number in range(contents.num_columns)]
        return [chunk for chunk in chunks if self._is_wanted(chunk.path_in_schema)]

    def _is_wanted(self, path: str) -> bool:
        return any(path == name or path.startswith(f"{name}.") for name in self._wanted)


def _records(batch: pa.RecordBatch, limit: int) -> Iterator[dict[str, object] | None]:
    """Yield the rows, one at a time as Python's objects; None for one larger than the limit."""
    schema = _readable(batch.schema)
    batch = batch if schema == batch.schema else batch.cast(schema, safe=False)
    for number in range(batch.num_rows):
        row = batch.slice(number, 1)
        yield row.to_pylist()[0] if row.nbytes <= limit else None


def _readable(schema: pa.Schema) -> pa.Schema:
    """Return the schema without dictionaries, and with times that Python can hold: it has no nanoseconds."""
    import pyarrow as pa

    def type_of(type: pa.DataType) -> pa.DataType:
        if pa.types.is_dictionary(type):
            return type_of(type.value_type)
        return pa.timestamp("us", type.tz) if pa.types.is_timestamp(type) and type.unit == "ns" else type

    return pa.schema(field.with_type(type_of(field.type)) for field in schema)
