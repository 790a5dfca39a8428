"""JSON and JSON lines: one record, a list of them, or one a line."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping

from summarizer.errors import TooLong
from summarizer.sources.fields import Records, is_guessed
from summarizer.sources.item import Entry, Fields, Item, Opening, megabytes, one_line, unreadable
from summarizer.sources.page import Page
from summarizer.sources.streams import CHUNK, NAME_THE_ENCODING, in_utf_8, lines, wide_encoding

_DECODER = json.JSONDecoder(strict=False)  # a tab or line end inside a string is no reason to lose an article
_STRUCTURE = re.compile(rb'["\\{}\[\],\n]')
_IN_STRING = re.compile(rb'["\\]')
_BLANK = b" \t\r\n\xef\xbb\xbf"


def read_json_lines(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the articles of a file with a JSON object a line, named by their lines ("x.jsonl:1841")."""
    records = Records(entry.source, opening.fields, opening)
    limit = opening.limits.record
    seen = False
    for number, line in lines(in_utf_8(entry.stream, opening.encoding, entry.source), limit):
        position = f"{entry.source}:{number}"
        if line is None:
            seen = True
            yield _too_long(position, limit)
        elif line.strip(b" \t\r\n\x1e"):
            seen = True
            yield item_of(line.strip(b"\x1e"), position, records, opening)
    records.finish()
    if not seen:
        yield unreadable(entry.source, "is empty: there is nothing to read in it.")


def read_json(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the articles of a file with one record, a list ("x.json[17]", from 0) or one after the other.

    A list may stand alone in an object ({"articles": [...]}). A report of this package is taken as its
    article.
    """
    # Of standard input the first line may come long before the second.
    if _in_lines(entry.stream.peek(CHUNK), opening.fields if not entry.name else None):
        yield from read_json_lines(entry, opening)
        return
    records = Records(entry.source, opening.fields, opening)
    stream = in_utf_8(entry.stream, opening.encoding, entry.source)
    first: tuple[int, bytes | None] | None = None
    listed = False
    count = 0
    scanner = _Scanner(opening.limits.record)
    for listed, line, value in scanner.values(stream):
        count += 1
        if listed:
            yield from _placed(f"{entry.source}[{count - 1}]", value, records, opening)
        elif first is None:
            first = line, value
        else:
            if count == 2:
                yield from _placed(f"{entry.source}:{first[0]}", first[1], records, opening)
            yield from _placed(f"{entry.source}:{line}", value, records, opening)
    if count == 0:
        yield unreadable(entry.source, "is empty: there is nothing to read in it.")
    elif scanner.open:
        yield unreadable(entry.source, "is cut off: its list does not end. Fetch it again.")
    elif not listed and count == 1 and first is not None:
        yield from _alone(entry.source, first[1], records, opening)
    records.finish()


def _in_lines(head: bytes, alone: Fields | None) -> bool:
    """Tell JSON lines whatever they are called: an object on the first line, and something behind it.

    With the fields of `alone`, an object with a text is enough.
    """
    first, end, rest = head.lstrip(_BLANK).partition(b"\n")
    if not (first.startswith(b"{") and (rest.strip(_BLANK) or (end and alone is not None))):
        return False
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return False
    if not isinstance(value, dict) or rest.strip(_BLANK) or alone is None:
        return isinstance(value, dict)
    return any(key == alone.text if alone.text else is_guessed("text", key) for key in value)


def item_of(data: bytes, position: str, records: Records, opening: Opening) -> Item:
    """Return the article of one JSON object."""
    record = _parsed(data, position, opening)
    return record if not isinstance(record, dict) else _article(record, position, records, opening)


def _placed(position: str, data: bytes | None, records: Records, opening: Opening) -> Iterator[Item]:
    if data is None:
        yield _too_long(position, opening.limits.record)
    else:
        yield item_of(data, position, records, opening)


def _alone(source: str, data: bytes | None, records: Records, opening: Opening) -> Iterator[Item]:
    if data is None:
        yield _too_long(source, opening.limits.record)
        return
    record = _parsed(data, source, opening)
    if not isinstance(record, dict):
        yield record
        return
    lists = {name: value for name, value in record.items() if isinstance(value, list) and _of_objects(value)}
    if len(lists) != 1 or "text" in records.names(tuple(record)) or _is_report(record):
        yield _article(record, source, records, opening)
        return
    ((name, values),) = lists.items()
    for index, value in enumerate(values):
        position = f"{source}.{name}[{index}]"
        if isinstance(value, dict):
            yield _article(value, position, records, opening)
        else:
            yield unreadable(position, "is no record; an object with a text is expected.")


def _of_objects(values: list[object]) -> bool:
    return bool(values) and isinstance(values[0], dict)


def _parsed(data: bytes, position: str, opening: Opening) -> dict[str, object] | Item:
    encoding = "utf-8" if wide_encoding(b"", opening.encoding) else opening.encoding
    try:
        value = _DECODER.decode(data.decode(encoding))
    except UnicodeDecodeError as error:
        return unreadable(
            position,
            f"is not {encoding} (byte {data[error.start]:#04x} at {error.start} of it); {NAME_THE_ENCODING}",
        )
    except json.JSONDecodeError as error:
        return unreadable(position, f"is no valid JSON ({error.msg} at character {error.pos}); correct it.")
    except (ValueError, RecursionError) as error:
        return unreadable(position, f"is no JSON that can be read ({one_line(error)}); correct it.")
    if not isinstance(value, dict):
        return unreadable(position, "is no record; an object with a text is expected.")
    return value


def _article(record: Mapping[str, object], position: str, records: Records, opening: Opening) -> Item:
    if not _is_report(record):
        return records.item(position, record)
    article = record["article"]
    assert isinstance(article, dict)
    said = {name: value for name, value in article.items() if isinstance(value, str)}
    return opening.article(
        position,
        Page(
            said.get("text", ""),
            title=said.get("title", ""),
            published=said.get("published") if said.get("published_basis") == "given" else None,
            author=said.get("author"),
            publisher=said.get("publisher"),
        ),
        id=said.get("id"),
    )


def _is_report(record: Mapping[str, object]) -> bool:
    article = record.get("article")
    return (
        "provenance" in record and isinstance(article, dict) and "text" in article and "sentences" in article
    )


def _too_long(position: str, limit: int) -> Item:
    return unreadable(
        position,
        TooLong(f"{position} is longer than {megabytes(limit)}, more than any article; it is passed over."),
    )


class _Scanner:
    """Cuts a stream of JSON into values.

    Only brackets, commas and quotes are looked at, so a wrong value costs itself and nothing behind it.
    """

    def __init__(self, limit: int) -> None:
        self.open = False
        """Whether a list has begun and not ended."""
        self._limit = limit
        self._kept = bytearray()
        self._overflown = False
        self._depth = 0
        self._listed: bool | None = None
        self._in_string = False
        self._escaped = False
        self._line = 1
        self._start = 1

    def values(self, stream: io.BufferedReader) -> Iterator[tuple[bool, int, bytes | None]]:
        """Yield (inside a list?, line, bytes) of each value; None for one longer than the limit."""
        while chunk := stream.read1(CHUNK):
            yield from self._feed(chunk)
        yield from self._cut(b"")

    def _feed(self, chunk: bytes) -> Iterator[tuple[bool, int, bytes | None]]:
        at = 0
        if self._listed is None:
            opening = chunk.lstrip(_BLANK)
            if not opening:
                self._line += chunk.count(b"\n")
                return
            self._listed = self.open = opening.startswith(b"[")
            if self._listed:
                at = chunk.index(b"[") + 1
                self._line += chunk.count(b"\n", 0, at)
        begin = at
        if self._escaped:
            self._escaped = False
            at += 1
        while match := (_IN_STRING if self._in_string else _STRUCTURE).search(chunk, at):
            at = match.end()
            sign = match[0]
            if sign == b"\n":
                self._line += 1
            elif sign == b"\\":
                if self._in_string:
                    self._escaped = at == len(chunk)
                    at += 1
            elif sign == b'"':
                self._in_string = not self._in_string
            elif sign in b"{[":
                if not self._depth and not self._started(chunk, begin, at - 1):
                    self._start = self._line
                self._depth += 1
            elif sign in b"}]":
                self._depth -= 1
                if self._depth < 0 or (self._depth == 0 and not self._listed):
                    closing = self._depth < 0 and self._listed
                    self.open = self.open and not closing
                    self._depth = 0
                    yield from self._cut(chunk[begin : at - 1 if closing else at])
                    begin = at
            elif self._depth == 0 and self._listed:
                yield from self._cut(chunk[begin : at - 1])
                begin = at
        self._keep(chunk[begin:])

    def _started(self, chunk: bytes, begin: int, end: int) -> bool:
        return bool(self._kept.strip(_BLANK) or chunk[begin:end].strip(_BLANK))

    def _keep(self, part: bytes) -> None:
        if len(self._kept) + len(part) > self._limit:
            self._overflown = True
            self._kept.clear()
        if not self._overflown:
            self._kept += part

    def _cut(self, part: bytes) -> Iterator[tuple[bool, int, bytes | None]]:
        self._keep(part)
        value = bytes(self._kept).strip(_BLANK)
        if self._overflown or value:
            yield bool(self._listed), self._start, None if self._overflown else value
        self._kept.clear()
        self._overflown = False
