"""CSV and TSV: an article a row, a header on top."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from summarizer.errors import SummarizerError, TooLong, Unreadable
from summarizer.sources.contents import DELIMITERS
from summarizer.sources.fields import Records, required
from summarizer.sources.item import Entry, Item, Opening, guarded, megabytes, unreadable
from summarizer.sources.plain import suffix
from summarizer.sources.streams import NAME_THE_ENCODING, in_utf_8, lines, wide_encoding, with_line_feeds


def read_table(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the articles of a table, named by the line on which their row begins ("x.csv:12").

    The delimiter of a .csv is the most frequent of comma, semicolon, tab and bar in its header. A row with
    more cells than the header, or with a stray quote, is reported: its text would be cut in silence.
    """
    feed = _Lines(entry, opening)
    header = feed.header()
    delimiter = "\t" if suffix(entry.name) in (".tsv", ".tab") else max(DELIMITERS, key=header.count)
    csv.field_size_limit(max(csv.field_size_limit(), opening.limits.record))
    # Strict, or a stray quote would join rows unseen.
    (columns,) = csv.reader([header], delimiter=delimiter, strict=True)
    records = Records(entry.source, opening.fields, opening, noun="column")
    rows = csv.reader(feed, delimiter=delimiter, strict=True)
    required(records.names(tuple(columns)), records, columns, entry.source, lambda: _count(rows, feed))
    count = 0
    while True:
        feed.begin()
        begun = feed.number + 1
        position = f"{entry.source}:{begun}"
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            count += 1
            until = f" up to line {feed.number:,}" if feed.number > begun else ""
            yield unreadable(
                position, f"is no well-formed row{until} ({error}); is a quote missing or not doubled?"
            )
            continue
        except TooLong as error:
            count += 1
            yield unreadable(position, error)
            continue
        if not row or not any(cell.strip() for cell in row):
            continue
        count += 1
        if feed.wrong is not None:
            yield unreadable(position, feed.wrong)
        elif len(row) > len(columns) and any(row[len(columns) :]):
            yield unreadable(
                position, f"has {len(row)} cells where the header has {len(columns)}; is a quote missing?"
            )
        else:
            record = dict(zip(columns, row, strict=False))
            yield from guarded(position, iter((records.item(position, record),)))
    records.finish()
    if not count:
        yield unreadable(entry.source, "has a header and no rows.")


def _count(rows: Iterator[list[str]], feed: _Lines) -> int | None:
    """Return how many rows there are; None where the file does not let itself be read to its end."""
    count = 0
    while True:
        feed.begin()
        try:
            count += any(cell.strip() for cell in next(rows))
        except StopIteration:
            return count
        except csv.Error:
            count += 1
        except SummarizerError:
            return None


class _Lines:
    """The decoded lines of a table for `csv.reader`, which asks for as many as a row takes."""

    def __init__(self, entry: Entry, opening: Opening) -> None:
        self._source = entry.source
        self._limit = opening.limits.record
        self._encoding = "utf-8" if wide_encoding(b"", opening.encoding) else opening.encoding
        self._lines = lines(
            with_line_feeds(in_utf_8(entry.stream, opening.encoding, entry.source)), self._limit
        )
        self._row_length = 0
        self.number = 0
        self.wrong: str | None = None
        """Why the current row cannot be trusted: it stays in step, so the next one can."""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        self.number, line = next(self._lines)
        self._row_length += len(line or b"")
        if line is None or self._row_length > self._limit:
            raise TooLong(
                f"{self._source}:{self.number} is in a row longer than {megabytes(self._limit)}, more than "
                "any article; is a quote missing? It is passed over."
            )
        try:
            return line.decode(self._encoding)
        except UnicodeDecodeError as error:
            self.wrong = (
                f"is not {self._encoding} (byte {line[error.start]:#04x} at {error.start} of line "
                f"{self.number}); {NAME_THE_ENCODING}"
            )
            return line.decode(self._encoding, "replace")

    def begin(self) -> None:
        """Begin a row."""
        self._row_length = 0
        self.wrong = None

    def header(self) -> str:
        """Return the first line that is not blank, but for Excel's sep= line."""
        for line in self:
            if line.strip() and not line.lower().startswith("sep="):
                if self.wrong is not None:
                    raise Unreadable(f"{self._source} {self.wrong}")
                if "\0" in line:
                    raise Unreadable(f"{self._source} is binary, not a table.")
                return line
        raise Unreadable(f"{self._source} is empty: there is nothing to read in it.")
