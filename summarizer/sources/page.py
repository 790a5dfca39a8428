"""What any format yields: a text, and what the file says of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a file with its own particulars; None where the file gives none."""

    text: str
    title: str | None = None
    published: dt.date | str | None = None
    author: str | None = None
    publisher: str | None = None
