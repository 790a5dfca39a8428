"""Precision, recall and F1 of many documents, with bootstrap intervals: rule `figures`."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import repeat

from pydantic import BaseModel

from summarizer.evaluation.tally import Tally


class Score(BaseModel):
    """A layer's figures, 0 to 1; null where there is nothing to divide by."""

    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None = None
    """Lower end of the 95 % interval of the F1, of the recall where the annotation is incomplete."""
    high: float | None = None

    @property
    def headline(self) -> float | None:
        """The figure to quote: F1, the recall of an incomplete layer, the share of one without recall."""
        if self.f1 is not None:
            return self.f1
        return self.recall if self.recall is not None else self.precision


class Difference(BaseModel):
    """How much higher the headline of the first predictions is than that of the others."""

    value: float
    low: float
    high: float
    """The 95 % interval over the same resampled documents; without 0 in it the difference holds."""


Column = list[int]


def columns_of(tallies: Sequence[Tally | None]) -> list[Column]:
    """Return the tallies as nine columns of numbers; documents without the layer are rows of zeros."""
    rows = [_row(tally) for tally in tallies]
    return [list(column) for column in zip(*rows, strict=True)]


def _row(tally: Tally | None) -> tuple[int, ...]:
    if tally is None:
        return (0,) * 9
    four = (tally.right_predicted, tally.predicted, tally.right_gold, tally.gold)
    return (
        *four,
        *(four if tally.complete else (0, 0, 0, 0)),
        int(tally.complete and (tally.gold > 0 or tally.expected)),
    )


def sums(columns: Sequence[Column], picks: Sequence[int] | None = None) -> list[int]:
    """Return the sum of every column, over the documents picked."""
    if picks is None:
        return [sum(column) for column in columns]
    return [sum(map(column.__getitem__, picks)) for column in columns]


def score_of(totals: Sequence[int]) -> Score:
    """Return the figures of summed columns.

    Recall is over all documents; precision and F1 are over those that were annotated completely. Where
    something was expected there and nothing was predicted, precision is 0.
    """
    _, _, right_gold, gold, right_here, predicted_here, found_here, gold_here, expecting = totals
    recall = right_gold / gold if gold else None
    precision = right_here / predicted_here if predicted_here else 0.0 if expecting else None
    recall_here = found_here / gold_here if gold_here else None
    f1 = None
    if precision is not None and recall_here is not None:
        total = precision + recall_here
        f1 = 2 * precision * recall_here / total if total else 0.0
    return Score(precision=precision, recall=recall, f1=f1)


def resamples(documents: int, times: int, seed: int) -> Iterator[list[int]]:
    """Return so many draws of as many documents, with replacement, the same for the same seed."""
    generator = random.Random(seed)
    for size in repeat(documents, times):
        yield generator.choices(range(size), k=size)


def interval(values: Sequence[float]) -> tuple[float, float] | None:
    """Return the middle 95 % of some values."""
    if not values:
        return None
    ordered = sorted(values)
    last = len(ordered) - 1
    return ordered[int(0.025 * len(ordered))], ordered[min(last, int(0.975 * len(ordered)))]
