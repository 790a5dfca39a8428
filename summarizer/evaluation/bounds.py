"""When two counts are the same, overlap, or add up to the same: rules `exact`, `overlap` and `totals`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Bounds(NamedTuple):
    """A count from `low` to `high`; high null is open, both null is "some, number not stated"."""

    low: int | None
    high: int | None


SIZES = ("0", "1", "2", "3-5", "6+")
"""The sizes that counts are reported by; 0 is an explicit zero."""


def size_of(low: int | None) -> str | None:
    """Return the size of a count by its lower bound, null where that is not known."""
    if low is None:
        return None
    return "3-5" if 3 <= low <= 5 else str(low) if low <= 2 else "6+"


def is_exact(predicted: Bounds, alternatives: Iterable[Bounds]) -> bool:
    """Return whether the bounds are one of the gold's alternatives."""
    low, high = predicted
    for gold in alternatives:
        if predicted == gold:
            return True
        if gold.high is None and high is None and low in (None, gold.low):
            return True
    return False


def overlaps(predicted: Bounds, alternatives: Sequence[Bounds], *, approximate: bool = False) -> bool:
    """Return whether the bounds intersect one of the gold's alternatives, if they are narrow enough to say
    something."""
    low, high = predicted
    if low is None:
        return any(gold.high is None for gold in alternatives)
    if high is not None and high > 3 * max(low, 1) + 10:
        return False
    end = high if high is not None else max(2 * low, low + 3)
    for gold in alternatives:
        start, stop = float(gold.low or 0), gold.high
        if approximate:
            start, stop = start * 0.9, None if stop is None else int(stop * 1.1)
        if end >= start and (stop is None or low <= stop):
            return True
    return False


def added(one: Bounds, other: Bounds) -> Bounds:
    """Return the bounds of two counts together; where either is open, so is the sum."""
    lows = [low for low in (one.low, other.low) if low is not None]
    opened = one.high is None or other.high is None
    return Bounds(sum(lows) if lows else None, None if opened else (one.high or 0) + (other.high or 0))


def possible_totals(counts: Sequence[Bounds]) -> list[Bounds]:
    """Return what counts of one outcome may add up to: their sum, and the largest of them alone."""
    if not counts:
        return []
    known = [count for count in counts if count.low is not None]
    if not known:
        return [Bounds(None, None)]
    highs = [count.high for count in known if count.high is not None]
    total = Bounds(
        sum(count.low for count in known if count.low is not None),
        sum(highs) if len(highs) == len(known) else None,
    )
    largest = max(known, key=lambda count: count.high if count.high is not None else count.low or 0)
    return [total] if total == largest else [total, largest]
