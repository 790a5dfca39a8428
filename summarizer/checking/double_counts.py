"""Whether two records count the same victims, so that a toll would have them twice."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.checking.case import Case
from summarizer.checking.tolls.counts import NEVER_ADDED
from summarizer.checking.victims import head_noun, names_anybody
from summarizer.schema.casualty import Casualty
from summarizer.schema.report import Quantity
from summarizer.schema.vocabulary import FindingCode, RelationKind, Scope, VictimStatus
from summarizer.text.folding import fold

_ONE_COUNT = frozenset({RelationKind.RIVALS, RelationKind.REVISES})
_LEAST_OF_ANYBODY = 3
"""From here on "people" and "soldiers" of one number are taken for the same; one or two are too common."""
_LOOK_BACK = 30
_OTHERS = re.compile(r"\b(?:others?|another|more|further)\b", re.IGNORECASE)
"""Victims that are said to be other ones than those told before."""


def check_double_counts(case: Case, quantities: Mapping[str, Quantity]) -> None:
    """Find records of one operation with the same outcome, bounds and victims and no relation between them.

    Two records are not the same where both name persons, forces, status or authors and these differ; where
    both add to something; where they are parts of different wholes; or where a denial or a zero is counted.
    """
    heads = _heads(case.draft.casualties)
    seen: dict[tuple[str, str, int | None, int | None], list[tuple[int, Casualty]]] = {}
    for index, record in enumerate(case.draft.casualties):
        quantity = quantities.get(record.id)
        if quantity is None or not _adds(record, quantity):
            continue
        twin = None
        for operation in dict.fromkeys(record.operations):
            key = (operation, record.outcome, quantity.minimum, quantity.maximum)
            earlier = seen.setdefault(key, [])
            twin = twin or next(
                (
                    (operation, other)
                    for at, other in reversed(earlier[-_LOOK_BACK:])
                    if _alike(other, record, quantity) and not _related(other, record, heads)
                ),
                None,
            )
            earlier.append((index, record))
        if twin is not None:
            _add(case, index, record, *twin)


def _add(case: Case, index: int, record: Casualty, operation: str, twin: Casualty) -> None:
    phrase = f"{record.count} " if record.count else ""
    case.add(
        FindingCode.POSSIBLE_DOUBLE_COUNT,
        f"casualties[{index}]",
        f"{record.id} counts what {twin.id} counts: {phrase}{record.victims}, {record.outcome}, "
        f"of {operation}; no relation says how they hang together, so both are added.",
        record=record.id,
        evidence=case.evidence([*twin.evidence, *record.evidence]),
    )


def _adds(record: Casualty, quantity: Quantity) -> bool:
    """Tell whether the record can enter a toll at all."""
    return (
        record.scope == Scope.EVENT
        and record.assertion not in NEVER_ADDED
        and quantity.minimum is not None
        and quantity.maximum != 0
    )


def _alike(one: Casualty, other: Casualty, quantity: Quantity) -> bool:
    """Tell whether two records of one number speak of the same victims, or may do so."""
    named, named_other = _names(one), _names(other)
    if named and named_other:
        return not named.isdisjoint(named_other)
    if _differ(one.victim_actor, other.victim_actor) or _differ(_status(one), _status(other)):
        return False
    if one.caused_by and other.caused_by and set(one.caused_by).isdisjoint(other.caused_by):
        return False
    if fold(one.victims) == fold(other.victims) and not set(one.evidence).isdisjoint(other.evidence):
        return True
    if _OTHERS.search(one.victims) or _OTHERS.search(other.victims):
        return False
    if head_noun(one.victims) == head_noun(other.victims):
        return bool(one.count or other.count) or not names_anybody(one.victims)
    known = (
        quantity.minimum is not None and quantity.minimum >= _LEAST_OF_ANYBODY and one.count and other.count
    )
    return bool(known) and (names_anybody(one.victims) or names_anybody(other.victims))


def _names(record: Casualty) -> set[str]:
    return {person.name.split()[-1].casefold() for person in record.persons if person.name.split()}


def _status(record: Casualty) -> str | None:
    vague = (VictimStatus.UNKNOWN, VictimStatus.MIXED)
    return None if record.victim_status in vague else record.victim_status.value


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _heads(casualties: list[Casualty]) -> dict[str, str]:
    """The head of each count: rivals and revisions give one number anew, so they count nothing twice."""
    heads: dict[str, str] = {}
    known = {record.id for record in casualties}

    def head(record: str) -> str:
        while (above := heads.get(record, record)) != record:
            record = above
        return record

    for record in casualties:
        relation = record.relation
        if relation is not None and relation.kind in _ONE_COUNT and relation.to in known:
            heads[head(record.id)] = head(relation.to)
    return {record: head(record) for record in heads}


def _related(one: Casualty, other: Casualty, heads: Mapping[str, str]) -> bool:
    """Tell whether a relation already says what the two are to each other."""
    first, second = heads.get(one.id, one.id), heads.get(other.id, other.id)
    if first == second:
        return True
    to, to_other = one.relation, other.relation
    if to is not None and heads.get(to.to, to.to) == second:
        return True
    if to_other is not None and heads.get(to_other.to, to_other.to) == first:
        return True
    if to is None or to_other is None:
        return False
    both = {to.kind, to_other.kind}
    if both == {RelationKind.ADDS_TO}:
        return True
    return both == {RelationKind.PART_OF} and heads.get(to.to, to.to) != heads.get(to_other.to, to_other.to)
