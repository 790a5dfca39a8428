"""What a source yields: articles, and what could not be read with its place and reason."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from summarizer.article import Article
from summarizer.errors import InputError, SummarizerError, TooLong, Unreadable
from summarizer.sources.page import Page
from summarizer.sources.published import DateOrder, order_wanted, orders_of, read_published

_MENTIONS = 3
_KINDS = 100


@dataclass(frozen=True, slots=True)
class UnreadableItem:
    """An article that could not be read: where it stands, and one line on why and what to do.

    `source` is a position like that of an article ("archive.zip!2016/a.html", "x.jsonl:1841"); `error` is
    what `open_article` would have raised.
    """

    source: str
    reason: str
    error: SummarizerError


Item: TypeAlias = Article | UnreadableItem


@dataclass(frozen=True, slots=True)
class Limits:
    """How much hostile input may cost; whatever goes beyond is reported and passed over. Sizes in bytes."""

    page: int = 4_000_000
    """Of a text, Markdown or HTML file; a page may weigh many times its text."""
    record: int = 20_000_000
    """Of a JSON record, a row of a table or a line."""
    document: int = 64_000_000
    """Of what is held in memory whole: a PDF or mail, a zip or parquet file inside an archive."""
    expansion: int = 200
    """How many times its compressed size anything may unpack to; prose reaches 5, tables 30."""
    expansion_from: int = 100_000_000
    """Below so many unpacked bytes `expansion` is not looked at."""
    members: int = 2_000_000
    """Of one archive."""
    nested: int = 1_000
    """Archives inside one archive; an archive inside those is not opened."""
    pages: int = 2_000
    """Of a PDF."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of columns or JSON keys; None: guessed and announced. Nested keys are written with dots."""

    text: str | None = None
    title: str | None = None
    date: str | None = None
    id: str | None = None


@dataclass(slots=True)
class Entry:
    """A file, member or stream, opened once; `name` tells the format, `source` the place.

    Readers get it unpacked, and its name without the suffix of the packing.
    """

    source: str
    name: str
    stream: io.BufferedReader
    size: int
    """On disk or in the archive, so usually compressed."""
    depth: int = 0
    """How many archives it lies in."""

    def whole(self, limit: int) -> bytes:
        """Return all of it, or raise `TooLong`."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise TooLong(
                f"{self.source} is larger than {megabytes(limit)}, more than any article. "
                "If it holds many articles, split it first."
            )
        return data

    def seekable(self, limit: int) -> io.BufferedIOBase:
        """Return it as a file that can be sought in: itself on disk, else at most `limit` bytes in memory."""
        if self.stream.seekable():
            return self.stream
        return io.BytesIO(self.whole(limit))


def nothing_said(message: str) -> None:
    """Drop a notice."""


@dataclass(slots=True)
class Opening:
    """What all formats share while a source is read."""

    read: Callable[[Entry, Opening], Iterator[Item]]
    """The way back to the door, for archives."""
    limits: Limits = field(default_factory=Limits)
    encoding: str = "utf-8"
    date_order: DateOrder | None = None
    """What the numbers of dates like 03/04/2015 are; None: such a date is two days, and not read."""
    fields: Fields = field(default_factory=Fields)
    notice: Callable[[str], None] = nothing_said
    _said: Counter[object] = field(default_factory=Counter)

    def mention(self, kind: object, message: str) -> None:
        """Give a notice that thousands of files may call for: three of a kind, then no more."""
        if len(self._said) >= _KINDS and kind not in self._said:
            return
        self._said[kind] += 1
        if self._said[kind] < _MENTIONS:
            self.notice(message)
        elif self._said[kind] == _MENTIONS:
            self.notice(f"{message} More of this kind are not announced.")

    def article(self, source: str, page: Page, id: str | None = None) -> Item:
        """Return the article of a page; a date that is none costs the date, not the text."""
        published = read_published(page.published, self.date_order)
        if published is None and page.published:
            self.mention(
                "date",
                f"{source}: {shortened(str(page.published))!r} is not a publication date; read without it."
                + ("" if self.date_order else order_wanted([orders_of(page.published)])),
            )
        try:
            return Article(
                page.text,
                title=page.title,
                published=published,
                publisher=page.publisher,
                author=page.author,
                source=source,
                id=id,
            )
        except InputError as error:
            return unreadable(source, error)


def unreadable(source: str, error: SummarizerError | str) -> UnreadableItem:
    """Return the item for an error, or for a reason to which the source is added."""
    if isinstance(error, str):
        return unreadable(source, Unreadable(f"{source}: {error}"))
    if not error.message.isprintable():
        error = type(error)(printable(error.message))
    reason = error.message.removeprefix(source).lstrip(" :") or error.message
    return UnreadableItem(source, reason, error)


def guarded(source: str, items: Iterator[Item]) -> Iterator[Item]:
    """Yield the items; whatever reading them raises becomes the last one."""
    try:
        yield from items
    except SummarizerError as error:
        yield unreadable(source, error)
    except OSError as error:
        yield unreadable(source, f"cannot be read: {error.strerror or one_line(error)}.")
    except Exception as error:  # noqa: BLE001 - parsers of others meet bytes that their authors did not expect
        yield unreadable(source, f"is damaged ({type(error).__name__}: {one_line(error)}); fetch it again.")


def one_line(value: object) -> str:
    """Return an error's words fit for one line."""
    return shortened(printable(" ".join(str(value).split())), 200) or "no details"


def printable(name: str) -> str:
    """Return a name from an archive or a disk so that it cannot steer a terminal or break a line."""
    if name.isprintable():
        return name
    return "".join(character if character.isprintable() else "\ufffd" for character in name)


def shortened(text: str, length: int = 60) -> str:
    """Return the text, cut where it is long."""
    return text if len(text) <= length else text[: length - 1] + "…"


def megabytes(size: int) -> str:
    """Return a size in words."""
    return f"{size / 1e6:,.0f} MB" if size >= 1_000_000 else f"{size:,} bytes"
