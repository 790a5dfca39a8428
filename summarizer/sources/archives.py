"""Zip and tar archives: members read one at a time where they lie; nothing is ever written to disk."""

from __future__ import annotations

import stat
import tarfile
import zipfile
from collections.abc import Iterator
from typing import cast

from summarizer.errors import TooLong, Unreadable
from summarizer.sources.formats import Kind, Passed, is_archive, kind_of
from summarizer.sources.item import Entry, Item, Opening, guarded, one_line, printable, unreadable
from summarizer.sources.streams import Meter, Metered, Readable, buffered
from summarizer.sources.tars import Tar

_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
_ENCRYPTED = 1


def read_zip(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the articles of a zip archive, named by member ("archive.zip!2016/a.html")."""
    try:
        archive = zipfile.ZipFile(entry.seekable(opening.limits.document))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable(
            f"{entry.source} is no zip archive, or cut off or damaged ({one_line(error)}); fetch it again."
        ) from error
    members = archive.infolist()
    if members and members[0].filename in _OFFICE:
        raise Unreadable(f"{entry.source} is an office document or e-book; save it as text or PDF.")
    gate = _Gate(entry, opening)
    meter = Meter(entry.source, opening.limits, lambda: entry.size)
    with archive:
        for member in members:
            if member.is_dir() or not gate.opens(member.filename):
                yield from gate.refusals()
                continue
            source = gate.source(member.filename)
            if member.flag_bits & _ENCRYPTED:
                gate.refuse(member.filename, "is encrypted; unpack the archive with its password first.")
            elif stat.S_ISLNK(member.external_attr >> 16):
                gate.refuse(member.filename, "is a link, not a file; it is not followed.")
            else:
                yield from guarded(source, _zipped(archive, member, source, gate, meter))
            yield from gate.refusals()
        yield from gate.end()


def _zipped(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: str, gate: _Gate, meter: Meter
) -> Iterator[Item]:
    try:
        stream = archive.open(member)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise Unreadable(f"{source} cannot be unpacked ({one_line(error)}); unpack it yourself.") from error
    with stream:
        yield from gate.read(member.filename, source, stream, member.compress_size, meter)


def read_tar(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the articles of a tar archive, named by member ("archive.tar.gz!2016/a.html")."""
    gate = _Gate(entry, opening)
    try:
        archive = Tar(buffered(Metered(entry.stream, entry.source)))
    except tarfile.TarError as error:
        raise Unreadable(f"{entry.source} is no tar archive, or damaged ({one_line(error)}).") from error
    with archive:
        while True:
            try:
                member = archive.next()
            except tarfile.TarError as error:
                yield from gate.end()
                where = f"behind member {gate.count} ({one_line(error)})"
                yield unreadable(entry.source, f"is cut off or damaged {where}; what follows is not read.")
                return
            if member is None:
                break
            if member.isdir() or not gate.opens(member.name):
                yield from gate.refusals()
                continue
            source = gate.source(member.name)
            if not member.isreg() or member.issparse():
                gate.refuse(member.name, "is a link or device, not a file; it is not followed.")
                yield from gate.refusals()
                continue
            file = cast(Readable, archive.extractfile(member))
            yield from guarded(source, gate.read(member.name, source, file, member.size, None))
        yield from gate.end()


class _Gate:
    """What is let in of an archive: files of known types at sound paths, up to the limits."""

    def __init__(self, entry: Entry, opening: Opening) -> None:
        self._entry = entry
        self._opening = opening
        self._passed = Passed()
        self._refused: list[Item] = []
        self._nested = 0
        self._empty = True
        self.count = 0

    def source(self, name: str) -> str:
        """Return the position of a member."""
        return f"{self._entry.source}!{printable(name)}"

    def opens(self, name: str) -> bool:
        """Tell whether a member is to be read; if not, it is counted or stands in `refusals`."""
        self.count += 1
        limits = self._opening.limits
        if self.count > limits.members:
            raise TooLong(f"{self._entry.source} has more than {limits.members:,} members; unpack it first.")
        parts = name.replace("\\", "/").split("/")
        if ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]:
            self.refuse(name, "has a path that leads out of the archive; it is not read.")
            return False
        if kind_of(name) is Kind.PASSED:
            self._passed.add(name)
            return False
        if is_archive(name):
            self._nested += 1
            if self._entry.depth or self._nested > limits.nested:
                self.refuse(name, "is an archive deep inside archives; unpack it first.")
                return False
        self._empty = False
        return True

    def refuse(self, name: str, reason: str) -> None:
        """Leave a member unread, and keep the reason for `refusals`."""
        self._empty = False
        self._refused.append(unreadable(self.source(name), reason))

    def refusals(self) -> Iterator[Item]:
        """Yield what was refused since the last call."""
        yield from self._refused
        self._refused.clear()

    def read(
        self, name: str, source: str, stream: Readable, size: int, meter: Meter | None
    ) -> Iterator[Item]:
        """Yield the articles of a member."""
        inner = buffered(Metered(stream, source, meter))
        entry = Entry(source, name.rpartition("/")[2], inner, size, depth=self._entry.depth + 1)
        yield from self._opening.read(entry, self._opening)

    def end(self) -> Iterator[Item]:
        """Say what was passed over, and that there was nothing where there was nothing."""
        self._passed.announce(self._entry.source, self._opening.notice)
        if self._empty:
            yield unreadable(self._entry.source, f"has no article in it{self._passed.in_words()}.")
