"""What a ledger says of an input."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from summarizer.archive.inputs import Unread
from summarizer.archive.interim import Begun
from summarizer.archive.outcomes import OutcomeKind
from summarizer.article import Article


class Fate(StrEnum):
    """What the ledger says of an input."""

    READ = "read"
    """This run is to read it; nobody else will."""
    ENDED = "ended"
    """It has its outcome."""
    REDATED = "redated"
    """Its text was read, and its date, title or author is another than the report has."""
    ELSEWHERE = "elsewhere"
    """Another process is reading it."""
    UNKNOWN = "unknown"
    """It is new, and only known inputs are wanted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An input as the ledger knows it."""

    item: Article | Unread
    row: int
    """Its number in `articles`; 0 where the ledger does not know it."""
    fate: Fate
    reading: int | None = None
    """The number of its reading in `readings`."""
    outcome: OutcomeKind | None = None
    reason: str | None = None
    error: str | None = None
    duplicate_of: str | None = None
    stored: bool = False
    """Its outcome was there before."""
    begun: Begun | None = None
    """What an earlier run had come to when it died."""
    other_date: bool = False
    """Its publication date is another than it was then."""


@dataclass(frozen=True, slots=True)
class Taking:
    """By whom, and how, inputs are taken in."""

    run: int
    recipe: int
    now: dt.datetime
    only_known: bool = False
    """What failed is to be read again, and nothing else."""
    screen: bool = False
    """What was screened out stays so."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Of inputs that came more than once in this run (see `distinct`)."""
