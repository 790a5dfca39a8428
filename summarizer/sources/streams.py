"""Bytes as they come: unpacked, counted, in lines of bounded length, whatever the size of the file."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Protocol, cast

from summarizer.errors import SummarizerError, TooLong, Unreadable
from summarizer.sources.extras import needs
from summarizer.sources.item import Limits, megabytes, one_line

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 1 << 16
_GZIP, _ZSTD, _BZIP2 = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh"
NAME_THE_ENCODING = (
    "name the one it is in with --encoding, for example cp1252 (Western European), cp1251 (Cyrillic) or "
    "gb18030 (Chinese)."
)
"""What to do about bytes that are not of the encoding: a wrong one of a byte a character takes them too."""
_ZSTD_WINDOW = 1 << 27
"""128 MB: what the zstd program itself accepts without being told more."""


class Readable(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int, /) -> bytes: ...


class Meter:
    """Compares what came out of a packed source with what lay in it, for all its members together."""

    def __init__(self, source: str, limits: Limits, packed: Callable[[], int]) -> None:
        self._source = source
        self._limits = limits
        self._packed = packed
        self._unpacked = 0

    def add(self, count: int) -> None:
        """Count bytes, or raise `TooLong` for what is a bomb."""
        self._unpacked += count
        limits = self._limits
        if self._unpacked > limits.expansion_from and self._unpacked > limits.expansion * self._packed():
            raise TooLong(
                f"{self._source} unpacks to more than {limits.expansion} times its size "
                f"({megabytes(self._unpacked)} so far), as no collection of articles does; "
                "unpack it yourself if you trust it."
            )


class Metered(io.RawIOBase):
    """A stream read through a meter; what its decoder raises becomes one line."""

    def __init__(self, inner: Readable, source: str, meter: Meter | None = None) -> None:
        # Not `read`, which drops what it has got when the rest is broken.
        self._read: Callable[[int], bytes] = getattr(inner, "read1", inner.read)
        self._source = source
        self._meter = meter
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        try:
            data = self._read(len(target))
        except SummarizerError:
            raise
        except Exception as error:
            raise Unreadable(
                f"{self._source} is cut off or damaged ({one_line(error)}); fetch it again."
            ) from error
        target[: len(data)] = data
        self.count += len(data)
        if self._meter is not None:
            self._meter.add(len(data))
        return len(data)


def is_packed(head: bytes) -> bool:
    """Tell gzip, zstd and bzip2 by their first bytes."""
    return head.startswith((_GZIP, _ZSTD, _BZIP2))


def unpacked(stream: io.BufferedReader, source: str, limits: Limits) -> io.BufferedReader:
    """Return the stream unpacked, as its first bytes say: names lie when a server has unpacked on the way."""
    head = stream.peek(4)[:4]
    packed = Metered(stream, source)
    meter = Meter(source, limits, lambda: packed.count)
    inner: Readable
    if head.startswith(_GZIP):
        import gzip

        inner = gzip.GzipFile(fileobj=packed)
    elif head.startswith(_ZSTD):
        with needs("zst", source):
            import zstandard

        decoder = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
        inner = decoder.stream_reader(cast(IO[bytes], packed), read_across_frames=True)
    elif head.startswith(_BZIP2):
        import bz2

        inner = bz2.BZ2File(packed)
    else:
        return stream
    return buffered(Metered(inner, source, meter))


def buffered(raw: io.RawIOBase) -> io.BufferedReader:
    """Return the stream with a buffer, so that its first bytes can be looked at."""
    return io.BufferedReader(raw, CHUNK)


def in_utf_8(stream: io.BufferedReader, encoding: str, source: str) -> io.BufferedReader:
    """Return the stream without its byte order mark, and in UTF-8 if it is UTF-16 or UTF-32."""
    head = stream.peek(4)[:4]
    if head.startswith(codecs.BOM_UTF8):
        stream.read(3)
        return stream
    wide = wide_encoding(head, encoding)
    return stream if wide is None else buffered(_Recoded(stream, wide, source))


def in_text(head: bytes, encoding: str) -> str:
    """Return the beginning of a text of which the last character may be cut in two."""
    return head.decode(wide_encoding(head[:4], encoding) or encoding, "ignore")


def wide_encoding(head: bytes, encoding: str) -> str | None:
    """Return the encoding of more than a byte a character that a text begins with or is said to be in."""
    if codecs.lookup(encoding).name.startswith(("utf-16", "utf-32")):
        return encoding
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    return "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else None


def with_line_feeds(stream: io.BufferedReader) -> io.BufferedReader:
    """Return the stream with line feeds where its lines end in carriage returns alone, as on old Macs."""
    head = stream.peek(CHUNK)
    return buffered(_LineFeeds(stream)) if b"\r" in head and b"\n" not in head else stream


class _LineFeeds(io.RawIOBase):
    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        data = self._stream.read1(len(target)).replace(b"\r", b"\n")
        target[: len(data)] = data
        return len(data)


class _Recoded(io.RawIOBase):
    def __init__(self, stream: io.BufferedReader, encoding: str, source: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._encoding = encoding
        self._source = source
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        while not self._left:
            data = self._stream.read1(CHUNK)
            try:
                self._left = self._decoder.decode(data, final=not data).encode("utf-8", "replace")
            except UnicodeDecodeError as error:
                raise Unreadable(
                    f"{self._source} begins like {self._encoding} and goes on otherwise ({error.reason}); "
                    "save it as UTF-8."
                ) from error
            if not data:
                break
        count = min(len(target), len(self._left))
        target[:count], self._left = self._left[:count], self._left[count:]
        return count


def lines(stream: io.BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines with their numbers from 1; None for one longer than `limit`, which is passed over."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line
