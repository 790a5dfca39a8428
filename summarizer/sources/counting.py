"""How many articles there will be, about, found out cheaply: for a progress bar, not for a count."""

from __future__ import annotations

import glob
import os
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from summarizer.sources.folders import walk
from summarizer.sources.formats import Kind, Passed, format_of, kind_of

_LINES = {".jsonl", ".ndjson", ".csv", ".tsv", ".tab"}
"""Formats with about one article a line; a quoted line break in a table counts one too many."""
_UNKNOWN = {".tar", ".warc", ".parquet", ".pq", ".mbox", ".json"}
"""Formats whose articles cannot be counted without reading them."""
_BLOCK = 1 << 20


def roughly(paths: Iterable[str | Path], *, stopped: Callable[[], bool]) -> int | None:
    """Return about how many articles the paths hold; None where only reading them would tell.

    Looks at names, lines and tables of contents. May take seconds, and ends early where `stopped` says so.
    """
    total = 0
    for path in paths:
        name = os.fspath(path)
        if name == "-":
            return None
        for found in [name] if Path(name).exists() else glob.glob(name, recursive=True):  # noqa: PTH207
            counted = _in_folder(found, stopped) if Path(found).is_dir() else _in_file(found, stopped)
            if counted is None or stopped():
                return None
            total += counted
    return total


def _in_folder(folder: str, stopped: Callable[[], bool]) -> int | None:
    total = 0
    for path in walk(folder, Passed()):
        if stopped():
            return None
        counted = _in_file(path, stopped) if isinstance(path, str) else 1
        if counted is None:
            return None
        total += counted
    return total


def _in_file(path: str, stopped: Callable[[], bool]) -> int | None:
    format = format_of(path)
    packed = Path(path).suffix.casefold() != format
    if format in _UNKNOWN or (packed and format in _LINES):
        return None
    try:
        if format == ".zip":
            with zipfile.ZipFile(path) as archive:
                names = [info.filename for info in archive.infolist() if not info.is_dir()]
            return sum(kind_of(name) is not Kind.PASSED for name in names)
        if format in _LINES:
            return max(0, _lines(path, stopped) - (format not in (".jsonl", ".ndjson")))
    except (OSError, zipfile.BadZipFile, ValueError):
        return 1  # it will be an unreadable input
    return 1


def _lines(path: str, stopped: Callable[[], bool]) -> int:
    lines, last = 0, b"\n"
    with Path(path).open("rb") as stream:
        while not stopped() and (block := stream.read(_BLOCK)):
            lines += block.count(b"\n")
            last = block[-1:]
    return lines + (last != b"\n")
