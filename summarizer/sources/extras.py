"""Packages that only some formats need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from summarizer.errors import Unreadable


@contextmanager
def needs(extra: str, source: str) -> Iterator[None]:
    """Turn a missing package into an `Unreadable` that says what to install."""
    try:
        yield
    except ImportError as error:
        raise Unreadable(
            f"{source} needs a package that is not installed: pip install 'summarizer[{extra}]'"
        ) from error
