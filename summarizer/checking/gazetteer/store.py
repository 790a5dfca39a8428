"""Where the index is kept: one file in the user's cache, made once for each edition of the data.

Two processes that build it at the same time each write a file of their own and put it in place whole;
whoever comes second replaces equal by equal. Where nothing can be written the index is built in memory, for
that process alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from summarizer.checking.gazetteer import lists, source
from summarizer.checking.gazetteer.build import INDEX_VERSION, build_file, build_in_memory

_OLD = 30 * 24 * 3600
"""Seconds after which an index of another edition, or one left half made, is removed."""

BUILDING = "Building the index of place names; this happens once and takes some ten seconds."


def cache_folder() -> Path:
    """Return the folder for what can be made again: SUMMARIZER_CACHE_DIR, or the platform's own."""
    given = os.environ.get("SUMMARIZER_CACHE_DIR", "").strip()
    if given:
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(base) / "summarizer" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "summarizer"
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if Path(base).is_absolute() else Path.home() / ".cache") / "summarizer"


def index_path(folder: Path, data: Path) -> Path:
    """Return the file for the data in `data`; its name says which edition of what it holds."""
    stamp = f"{INDEX_VERSION} {source.data_version(data)} {lists.lists_version()}"
    return folder / f"places-{hashlib.sha256(stamp.encode()).hexdigest()[:12]}.sqlite"


def open_database(data: Path, announce: Callable[[str], None] | None = None) -> sqlite3.Connection:
    """Return the index of the data, opened for reading; built first where there is none yet.

    Args:
        data: the data folder of the package.
        announce: told in one line before the index is built, which takes some seconds.

    Raises:
        KeyError, ValueError: the package lays its data out in another way than is known here.
    """
    path = _path(data)
    connection = _opened(path) if path is not None else None
    if connection is not None:
        return connection
    if announce is not None:
        announce(BUILDING)
    if path is not None:
        # a full disk, a read-only home: the index is then made for this process alone
        with contextlib.suppress(OSError, sqlite3.Error):
            return _made(path, data)
    return build_in_memory(data)


def _path(data: Path) -> Path | None:
    try:
        return index_path(cache_folder(), data)
    except RuntimeError:  # the user has no home directory
        return None


def _opened(path: Path) -> sqlite3.Connection | None:
    """Return a connection to a whole index, or None where the file is missing or damaged."""
    if not path.is_file():
        return None
    connection = None
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        version, pages, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("user_version", "page_count", "page_size")
        )
        if version == INDEX_VERSION and pages * size == path.stat().st_size:
            return connection
    except (OSError, sqlite3.Error):
        pass
    if connection is not None:
        connection.close()
    return None


def _made(path: Path, data: Path) -> sqlite3.Connection:
    folder = path.parent
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder, path)
    draft = folder / f"{path.stem}-{uuid4().hex}.tmp"
    try:
        build_file(draft, data)
        with draft.open("rb+") as written:
            os.fsync(written.fileno())  # the name must never stand for a file that a power cut left empty
        # refused on Windows while another process reads an index that it made in the meantime
        with contextlib.suppress(PermissionError):
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    connection = _opened(path)
    if connection is None:
        raise OSError(f"{path} cannot be opened")
    return connection


def _sweep(folder: Path, path: Path) -> None:
    """Remove what older editions and broken-off builds left behind long ago."""
    for other in (*folder.glob("places-*.sqlite"), *folder.glob("places-*.tmp")):
        with contextlib.suppress(OSError):
            if other != path and time.time() - other.stat().st_mtime > _OLD:
                other.unlink()
