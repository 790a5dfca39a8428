"""What always giving the most frequent answer would score: rule `majority-floor`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from summarizer.evaluation.gold import GoldRecord
from summarizer.evaluation.parties import gold_sides


def majority_floor(layer: str, records: Sequence[GoldRecord]) -> float | None:
    """Return the F1 of the most frequent answer on a layer; null for layers of names, numbers and dates."""
    floor = _FLOORS.get(layer)
    return None if floor is None else floor(records)


def _relevance(records: Sequence[GoldRecord]) -> float | None:
    return _largest_share(record.relevance for record in records if record.relevance is not None)


def _types(records: Sequence[GoldRecord]) -> float | None:
    """The most frequent type, said once of every article."""
    kinds = [[k for k in record.gold.event_types or () if not k.optional] for record in records]
    frequent = Counter(name for found in kinds for kind in found for name in kind.names)
    items = sum(map(len, kinds))
    if not items:
        return None
    name = frequent.most_common(1)[0][0]
    right = sum(any(name in kind.names for kind in found) for found in kinds)
    annotated = sum(record.gold.event_types is not None for record in records)
    return _f1(right / annotated, right / items)


def _roles(records: Sequence[GoldRecord]) -> float | None:
    """The most frequent role, given to every actor of the gold."""
    actors = [
        set(actor.roles)
        for record in records
        for actor in record.gold.actors or ()
        if actor.roles and not actor.optional
    ]
    if not actors:
        return None
    right = Counter(role for roles in actors for role in roles).most_common(1)[0][1]
    return _f1(right / len(actors), right / sum(map(len, actors)))


def _sides(records: Sequence[GoldRecord]) -> float | None:
    return _largest_share(
        stance for record in records for stance in gold_sides(record.gold.actors or []).values()
    )


def _scope(records: Sequence[GoldRecord]) -> float | None:
    return _largest_share(
        one.scope for record in records for one in record.gold.casualties or () if not one.optional
    )


def _status(records: Sequence[GoldRecord]) -> float | None:
    return _largest_share(
        one.status
        for record in records
        for one in record.gold.casualties or ()
        if one.status is not None and not one.optional
    )


def _largest_share(answers: Iterable[object]) -> float | None:
    counted = Counter(answers)
    return counted.most_common(1)[0][1] / counted.total() if counted else None


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall)


_FLOORS: dict[str, Callable[[Sequence[GoldRecord]], float | None]] = {
    "relevance": _relevance,
    "operation_types": _types,
    "roles": _roles,
    "sides": _sides,
    "casualties_scope": _scope,
    "casualties_status": _status,
}
