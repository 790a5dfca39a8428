"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from summarizer.errors import UsageError

_SQLITE = b"SQLite format 3\0"
_BESIDE = re.compile(r"(?<=.)-(wal|shm|journal)$")


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8 under a temporary name and rename it: a reader never sees half a file.

    Raises:
        UsageError: the directory does not exist or may not be written to.
    """
    try:
        with _stream(path) as stream:
            stream.write(text)
    except OSError as error:
        raise _unwritable(path, error) from None


@contextlib.contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """Yield a stream of UTF-8 that becomes the file when all is written; the path "-" is standard output.

    Raises:
        UsageError: the directory does not exist or may not be written to.
    """
    if str(path) == "-":
        standard = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
        try:
            yield standard
        finally:
            standard.detach()  # flushes, and leaves standard output open
        return
    with _stream(path) as stream:
        yield stream


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a temporary path beside the file, renamed to it at the end; after an error it is removed.

    Raises:
        UsageError: the directory does not exist or may not be written to, or a database is in its place.
    """
    if path.is_dir():
        raise UsageError(f"{path} cannot be written: it is a directory.")
    if _is_of_a_database(path):
        raise UsageError(f"{path} is a database, such as a ledger, and is not written over.")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _unwritable(path, error) from None
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        # mkstemp makes a file that only its owner may read; a report is as open as any new file.
        umask = os.umask(0)
        os.umask(umask)
        try:
            temporary.chmod(0o666 & ~umask)
            temporary.replace(path)
        except OSError as error:
            raise _unwritable(path, error) from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


@contextlib.contextmanager
def directory(path: Path) -> Iterator[None]:
    """Make a directory for files where there is none; after an error one that was made is removed again.

    Raises:
        UsageError: it cannot be made, or a file is in its place.
    """
    is_new = not path.exists()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise UsageError(f"{path} is a file; name a directory to write the tables into.") from None
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        yield
    except BaseException:
        if is_new:
            with contextlib.suppress(OSError):
                path.rmdir()
        raise


@contextlib.contextmanager
def _stream(path: Path) -> Iterator[TextIO]:
    """A stream into a file that replaces another one whole; a device or a pipe must not be replaced."""
    with contextlib.ExitStack() as stack:
        target = path if path.exists() and not path.is_file() else stack.enter_context(replacing(path))
        try:
            stream = stack.enter_context(target.open("w", encoding="utf-8", newline=""))
        except OSError as error:
            raise _unwritable(path, error) from None
        yield stream


def _is_of_a_database(path: Path) -> bool:
    """Tell whether a file is a SQLite database, or one that SQLite keeps beside a database."""
    name = _BESIDE.sub("", path.name)
    try:
        with path.with_name(name).open("rb") as stream:
            return stream.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def _unwritable(path: Path, error: OSError) -> UsageError:
    return UsageError(f"{path} cannot be written: {error.strerror or error}.")
