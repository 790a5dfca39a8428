"""The one door over all formats."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import Unreadable, UsageError
from summarizer.sources import archives, contents, folders, jsons, mail, parquet, pdf, plain, tables, warc
from summarizer.sources.formats import FOREIGN, PLAIN, Passed, format_of, without_packing
from summarizer.sources.html import looks_like_html
from summarizer.sources.item import (
    Entry,
    Fields,
    Item,
    Limits,
    Opening,
    UnreadableItem,
    guarded,
    nothing_said,
    printable,
    unreadable,
)
from summarizer.sources.published import DATE_ORDERS, DateOrder
from summarizer.sources.streams import CHUNK, Metered, buffered, is_packed, unpacked

Reader = Callable[[Entry, Opening], Iterator[Item]]

_READERS: dict[str, Reader] = {
    **dict.fromkeys(PLAIN, plain.read_plain),
    ".json": jsons.read_json,
    ".jsonl": jsons.read_json_lines,
    ".ndjson": jsons.read_json_lines,
    ".csv": tables.read_table,
    ".tsv": tables.read_table,
    ".tab": tables.read_table,
    ".parquet": parquet.read_parquet,
    ".pq": parquet.read_parquet,
    ".zip": archives.read_zip,
    ".tar": archives.read_tar,
    ".eml": mail.read_mail,
    ".mbox": mail.read_mailbox,
    ".pdf": pdf.read_pdf,
    ".warc": warc.read_warc,
}
_SIGNATURES: dict[bytes, Reader] = {
    b"%PDF": pdf.read_pdf,
    b"PK\x03\x04": archives.read_zip,
    b"PAR1": parquet.read_parquet,
    b"WARC/": warc.read_warc,
}


def open_articles(
    paths: Iterable[str | Path],
    *,
    fields: Fields | None = None,
    on_notice: Callable[[str], None] | None = None,
    encoding: str = "utf-8",
    limits: Limits | None = None,
    date_order: DateOrder | None = None,
) -> Iterator[Item]:
    """Yield every article of files, folders and archives, an `UnreadableItem` for each that cannot be read.

    Formats: docs/sources.md. "-" is standard input, read as what its first bytes say. Nothing is loaded whole
    and nothing is written to disk; the same paths give the same articles in the same order. Folders are read
    recursively in the order of names; hidden files and files of unknown types in them, and in archives, are
    passed over and counted in one notice each, while documents of types that are not read (.docx, .xlsx,
    .rar, ...) are reported one by one. A file that is named itself is read whatever its type: by its first
    bytes, else as text. A path that does not exist, a glob without a match, and a folder or archive without
    an article are reported.

    `source` of each article is its position: "a.txt", "x.jsonl:1841" (line), "x.json[17]" (index from 0),
    "x.csv:12" (line where the row begins), "x.parquet:12" (row from 1), "archive.zip!2016/a.html",
    "x.mbox:1841", "x.warc.gz!https://...". `on_notice` gets what the user should know, such as which columns
    were taken. A publication date that is none is announced, and the article is read without it. So is one
    like 03/04/2015, which is two days, unless `date_order` ("DMY", "MDY", "YMD") says what its numbers are.

    Raises:
        UsageError: an unknown encoding or order; at once, not when the first article is asked for.
    """
    plain.known_encoding(encoding)
    if date_order is not None and date_order not in DATE_ORDERS:
        raise UsageError(f"{date_order!r} is no order of dates; choose one of: {', '.join(DATE_ORDERS)}.")
    say = on_notice or nothing_said
    opening = Opening(
        _read_entry,
        limits=limits or Limits(),
        encoding=encoding,
        fields=fields or Fields(),
        date_order=date_order,
        notice=lambda message: say(printable(message)),
    )
    given = [paths] if isinstance(paths, (str, Path)) else paths
    return _read_paths(given, opening)


def _read_paths(paths: Iterable[str | Path], opening: Opening) -> Iterator[Item]:
    for path in paths:
        name = os.fspath(path)
        yield from guarded(printable(name), _read_path(name, opening))


def _read_path(path: str, opening: Opening) -> Iterator[Item]:
    if path == "-":
        stream = buffered(Metered(_standard_input(), "standard input"))
        yield from _read_entry(Entry("standard input", "", stream, 0), opening)
    elif os.path.isdir(path):  # noqa: PTH112
        yield from _read_folder(path, opening)
    elif os.path.lexists(path):
        yield from _read_file(path, opening)
    elif glob.has_magic(path):
        found = False
        for match in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207 - strings, not path objects
            if not ("**" in path and os.path.isdir(match)):  # noqa: PTH112 - ** finds its files too
                found = True
                yield from _read_path(match, opening)
        if not found:
            yield unreadable(printable(path), "matches no file.")
    else:
        yield unreadable(printable(path), "no such file or folder.")


def _read_folder(folder: str, opening: Opening) -> Iterator[Item]:
    passed = Passed()
    empty = True
    for found in folders.walk(folder, passed):
        empty = False
        if isinstance(found, UnreadableItem):
            yield found
        else:
            yield from _read_file(found, opening)
    source = printable(folder)
    passed.announce(source, opening.notice)
    if empty:
        yield unreadable(source, f"has no article in it{passed.in_words()}.")


def _read_file(path: str, opening: Opening) -> Iterator[Item]:
    source = printable(path)
    try:
        with open(path, "rb") as stream:  # noqa: PTH123
            size = os.fstat(stream.fileno()).st_size
            yield from _read_entry(Entry(source, printable(os.path.basename(path)), stream, size), opening)  # noqa: PTH119
    except FileNotFoundError:
        yield unreadable(source, "is gone, or a link to nothing.")
    except OSError as error:
        yield unreadable(source, f"cannot be read: {error.strerror or error}.")


def _read_entry(entry: Entry, opening: Opening) -> Iterator[Item]:
    return guarded(entry.source, _read_format(entry, opening))


def _read_format(entry: Entry, opening: Opening) -> Iterator[Item]:
    entry.stream = unpacked(entry.stream, entry.source, opening.limits)
    entry.name = without_packing(entry.name)
    format = format_of(entry.name)
    head = entry.stream.peek(CHUNK)[:2000]
    if is_packed(head):
        raise Unreadable(f"{entry.source} is packed twice; unpack it first.")
    if format in FOREIGN:
        raise Unreadable(f"{entry.source} is a {format} file, which is not read here; {FOREIGN[format]}.")
    reader = _READERS.get(format)
    if reader in (None, plain.read_plain):
        reader = _by_content(entry, format, head, opening)
    assert reader is not None
    yield from reader(entry, opening)


def _by_content(entry: Entry, format: str, head: bytes, opening: Opening) -> Reader:
    """Return the reader for a file whose name says nothing, or "text", which may be anything."""
    for signature, reader in _SIGNATURES.items():
        if head.startswith(signature):
            if format:
                what = reader.__name__.removeprefix("read_").upper()
                opening.mention(what, f"{entry.source}: read as {what}, whatever its name says.")
            return reader
    if contents.is_tar(head):
        return archives.read_tar
    if format == ".txt" and looks_like_html(head.decode("latin-1")):
        opening.mention("HTML", f"{entry.source}: read as HTML, whatever its name says.")
    if format in PLAIN:
        return plain.read_plain
    if contents.is_json(head):
        return jsons.read_json
    if contents.is_mail(head):
        return mail.read_mail
    if contents.is_mailbox(head):
        return mail.read_mailbox
    # A column that is named and lacking is to be reported, not to make an article of a table.
    named = not entry.name and opening.fields.text is not None and not looks_like_html(head.decode("latin-1"))
    if named or contents.is_table(head, opening.encoding, opening.fields):
        return tables.read_table
    return plain.read_plain


def _standard_input() -> BinaryIO:
    """Return standard input as bytes, behind a buffer of our own.

    At its end the interpreter wants the lock of `sys.stdin`, and aborts where a thread that still waits for
    input holds it.
    """
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except (OSError, ValueError):  # it is no file
        return sys.stdin.buffer
