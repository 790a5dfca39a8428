"""What one document adds to one layer, and what was wrong in it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import BaseModel

LAYERS = (
    "relevance",
    "actors",
    "roles",
    "sides",
    "operation_types",
    "casualties_exact",
    "casualties_overlap",
    "casualties_total",
    "casualties_total_overlap",
    "casualties_size_0",
    "casualties_size_1",
    "casualties_size_2",
    "casualties_size_3-5",
    "casualties_size_6+",
    "casualties_stated",
    "casualties_scope",
    "casualties_status",
    "victims",
    "locations",
    "dates",
    "dates_exact",
    "dates_1day",
    "evidence",
    "no_false_record",
)
"""Every layer, in the order of the tables; each is a rule of docs/evaluation.md."""

TITLES = {
    "operation_types": "operation types",
    "casualties_exact": "casualties, exact",
    "casualties_overlap": "casualties, overlap",
    "casualties_total": "casualty totals",
    "casualties_total_overlap": "casualty totals, overlap",
    "casualties_size_0": "  counts of 0 (explicit zero)",
    "casualties_size_1": "  counts of 1",
    "casualties_size_2": "  counts of 2",
    "casualties_size_3-5": "  counts of 3–5",
    "casualties_size_6+": "  counts of 6 and more",
    "casualties_stated": "casualties, none or some",
    "casualties_scope": "casualties, scope",
    "casualties_status": "casualties, victim status",
    "locations": "places",
    "dates": "dates, overlap",
    "dates_exact": "dates, exact",
    "dates_1day": "dates, ±1 day",
    "no_false_record": "articles without false records",
}
"""What people see; layers that are not here are shown by their name."""


class Tally(NamedTuple):
    """How many items of a layer a document has, and how many of them are right; neutral ones are neither."""

    right_predicted: int
    predicted: int
    right_gold: int
    gold: int
    complete: bool = True
    """Whether the annotators listed everything, so that a false item can be told."""
    expected: bool = False
    """Whether nothing predicted is a failure although the layer has no gold items of its own (evidence)."""


class Mistake(BaseModel):
    """One thing that a prediction has wrong, with the sentence to look at."""

    document: str
    dataset: str
    layer: str
    kind: Literal["false", "missed", "wrong"]
    """false: predicted, and not in the gold; missed: in the gold only; wrong: in both, and different."""
    predicted: str | None = None
    gold: str | None = None
    sentence: str | None = None
    weight: float = 1
    """How bad it is: of a count, by how many people it is wrong."""
