"""The order of inputs: by their places, with the numbers in them taken as numbers."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterable, Iterator

_DIGITS = re.compile("[0-9]+")


def natural_key(locator: str) -> str:
    """Return what sorts "x.jsonl:2" before "x.jsonl:10": each number has its length put before it."""
    return _DIGITS.sub(_with_length, locator)


def _with_length(found: re.Match[str]) -> str:
    digits = found[0].lstrip("0")
    return f"{len(digits):04}{digits}"


def in_order(located: Iterable[tuple[int, str]], page: int) -> Iterator[list[int]]:
    """Yield the numbers of inputs, a page at a time, in the natural order of their locators.

    Sorted on disk, in a database that vanishes at the end: the memory does not grow with the inputs, and the
    order does not depend on the rules by which a server compares text.
    """
    # The empty name is SQLite's for a temporary file; the pages may be asked for from another thread.
    with contextlib.closing(sqlite3.connect("", check_same_thread=False)) as database:
        database.execute("CREATE TABLE input (key TEXT, locator TEXT, number INTEGER)")
        database.executemany(
            "INSERT INTO input VALUES (?, ?, ?)",
            ((natural_key(locator), locator, number) for number, locator in located),
        )
        sorted_ = database.execute("SELECT number FROM input ORDER BY key, locator")
        while rows := sorted_.fetchmany(page):
            yield [number for (number,) in rows]
