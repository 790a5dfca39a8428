"""How a run goes about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike

from summarizer.errors import UsageError


@dataclass(frozen=True, slots=True)
class Options:
    """How a run goes about it (see `Summarizer.map`)."""

    concurrency: int = 64
    limit: int | None = None
    retry_failed: bool = False
    screen: bool = False
    patience_s: float = 1800.0
    processes: int = 0
    sources: Sequence[str | PathLike[str]] = ()
    """The files and folders that the articles come from, where they do."""

    def __post_init__(self) -> None:
        if self.concurrency < 1:
            raise UsageError(f"{self.concurrency} articles at a time are none; give at least 1.")
        if self.processes < 0:
            raise UsageError(f"{self.processes} processes cannot be; give 0 or more.")
        if self.limit is not None and self.limit < 0:
            raise UsageError(f"{self.limit} articles are no limit; give 0 or more.")
