"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from summarizer.errors import UsageError


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8 under a temporary name and rename it: a reader never sees half a file.

    Raises:
        UsageError: the directory does not exist or may not be written to.
    """
    if path.exists() and not path.is_file():
        _write_through(path, text)
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.") from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        # mkstemp makes a file that only its owner may read; a report is as open as any new file.
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        temporary.replace(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.") from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def _write_through(path: Path, text: str) -> None:
    """Write to what is no regular file, a device or a pipe: it must not be replaced by one."""
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.") from None
