"""Tar archives read from front to back, whose headers are bounded and say when they are broken."""

from __future__ import annotations

import io
import re
import tarfile
from typing import IO, cast

from summarizer.sources.item import megabytes
from summarizer.sources.streams import CHUNK

HEADER = 1_000_000
"""Bytes that may stand before a member's content: names, times, attributes. Usually they are 512 or 1,536."""
_TYPE = slice(156, 157)
_EXTENDED = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
_RECORD = re.compile(rb"([0-9]{1,8}) [^=\n]{1,1000}=")
_DIGITS = re.compile(rb"[0-9]{300}")


class Tar(tarfile.TarFile):
    """An archive whose members are to be read one after the other.

    Raises:
        tarfile.TarError: it is none, or damaged; also for a header beyond `HEADER`.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        self._forward = _Forward(stream)
        super().__init__(fileobj=cast(IO[bytes], self._forward), tarinfo=_Header)

    def next(self) -> tarfile.TarInfo | None:
        """Return the next member; None at the end."""
        self._forward.header = HEADER
        try:
            member = super().next()
        except (ValueError, IndexError, RecursionError) as error:  # what tarfile did not expect
            raise tarfile.ReadError(f"a header that is none: {error}") from error
        finally:
            self._forward.header = None
        self.members.clear()  # type: ignore[attr-defined]  # a million of them would stay in memory
        # What one header says for all that follow is kept.
        if sum(len(name) + len(value) for name, value in self.pax_headers.items()) > HEADER:
            raise tarfile.ReadError(f"headers of more than {megabytes(HEADER)}")
        return member


class _Forward:
    """A stream that goes forward only. tarfile takes a header whole, however long it says it is."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self.header: int | None = None
        """How much of a header may still be read; None: what is read is content."""
        self._stream = stream
        self._position = 0
        self._type = b""

    def read(self, size: int) -> bytes:
        if self.header is not None:
            if size > self.header:
                raise tarfile.ReadError(f"a header of more than {megabytes(HEADER)}")
            self.header -= size
        data = self._stream.read(size)
        self._position += len(data)
        if self.header is not None and size != 1:  # one byte is what a content ends with
            if self._type in _EXTENDED and not _is_sound(data):
                raise tarfile.ReadError("an extended header that is none")
            self._type = b"" if self._type in _EXTENDED else data[_TYPE]
        return data

    def seek(self, position: int) -> None:
        if position < self._position:
            raise tarfile.StreamError("a member that lies before the last one")
        while (left := position - self._position) and (data := self._stream.read(min(left, CHUNK))):
            self._position += len(data)

    def tell(self) -> int:
        return self._position

    def seekable(self) -> bool:
        return False


def _is_sound(data: bytes) -> bool:
    """Tell whether an extended header is a row of records ("27 path=2016/a.html\\n").

    Of others early versions of Python 3.11 make a name as long as the rest of the header, from each byte on.
    """
    at = 0
    while record := _RECORD.match(data, at):
        at += int(record[1])
        if at <= record.end() or data[at - 1 : at] != b"\n":
            return False
    return not data[at:].strip(b"\0") and not _DIGITS.search(data)


class _Header(tarfile.TarInfo):
    """A header that says when it is broken: tarfile takes a broken one behind the first for the end."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> _Header:
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]
            raise
        except tarfile.EmptyHeaderError:  # type: ignore[attr-defined]
            raise tarfile.ReadError("the mark at its end is missing") from None
        except tarfile.HeaderError as error:
            raise tarfile.ReadError(str(error)) from error
