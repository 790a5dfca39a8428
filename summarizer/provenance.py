"""Who read an article, with what, at what cost: what a report says of its making."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from summarizer._version import __version__
from summarizer.readers.base import Attempt, Reader, Reading
from summarizer.schema.report import SCHEMA_VERSION, Provenance


def provenance_of(reader: Reader, reading: Reading, seconds: float) -> Provenance:
    """Return the provenance of a reading that took so many seconds."""
    attempts = reading.attempts
    return Provenance(
        reader=reader.name,
        reader_version=reading.reader_version or reader.version,
        prompt_version=reading.prompt_version,
        schema_version=SCHEMA_VERSION,
        software_version=__version__,
        parameters=reading.parameters,
        input_tokens=sum(attempt.input_tokens for attempt in attempts),
        output_tokens=sum(attempt.output_tokens for attempt in attempts),
        cached_tokens=sum(attempt.cached_tokens for attempt in attempts),
        cost_usd=total_cost(attempts),
        seconds=round(seconds, 3),
        attempts=len(attempts),
        created=dt.datetime.now(dt.UTC),
    )


def together(earlier: Provenance, later: Provenance) -> Provenance:
    """Return the later provenance with what the earlier one took added: one reading, made in two runs."""
    costs = (earlier.cost_usd, later.cost_usd)
    return later.model_copy(
        update={
            **{name: getattr(earlier, name) + getattr(later, name) for name in _ADDED_UP},
            "cost_usd": None if None in costs else sum(cost or 0.0 for cost in costs),
        }
    )


_ADDED_UP = ("input_tokens", "output_tokens", "cached_tokens", "seconds", "attempts")


def total_cost(attempts: Sequence[Attempt]) -> float | None:
    """Return what the attempts cost in USD; None where the price of one of them is not known."""
    costs = [attempt.cost_usd for attempt in attempts]
    known = [cost for cost in costs if cost is not None]
    return sum(known) if len(known) == len(costs) else None
