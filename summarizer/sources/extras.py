"""Packages that only some formats need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from summarizer.errors import Unreadable

PACKAGES = {
    "parquet": "pyarrow",
    "pdf": "pypdf cryptography",
    "warc": "fastwarc",
    "zst": "zstandard",
}
"""What to install for each extra, by the packages' own names: those work wherever this one came from."""


@contextmanager
def needs(extra: str, source: str) -> Iterator[None]:
    """Turn a missing package into an `Unreadable` that says what to install."""
    try:
        yield
    except ImportError as error:
        raise Unreadable(
            f"{source} needs a package that is not installed: pip install {PACKAGES[extra]}"
        ) from error
