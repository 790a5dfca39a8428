"""Ids that no record has, ids that two have, and chains that bite their own tail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from summarizer.checking.case import Case
from summarizer.schema.casualty import Casualty
from summarizer.schema.operation import Operation
from summarizer.schema.vocabulary import FindingCode, RelationKind

Reference = tuple[str, str | None, str, str]
"""Its path, the id of the record that makes it, the kind of its target, the target's id."""


def check_references(case: Case) -> None:
    """Find every broken reference of a draft."""
    draft = case.draft
    ids = {
        "source": {source.id for source in draft.sources},
        "actor": {actor.id for actor in draft.actors},
        "operation": {operation.id for operation in draft.operations},
        "casualty": {casualty.id for casualty in draft.casualties},
    }
    _check_duplicates(case)
    for path, owner, kind, target in _references(case):
        if target not in ids[kind]:
            case.add(
                FindingCode.REFERENCE_BROKEN,
                path,
                f"{owner or 'the draft'} names {kind} {target!r}, which no record has.",
                record=owner,
            )
    _check_cycle(case, "actors", "belongs_to", {a.id: a.belongs_to for a in draft.actors})
    _check_cycle(case, "operations", "part_of", {o.id: o.part_of for o in draft.operations})
    _check_cycle(case, "casualties", "relation", {c.id: _base(c) for c in draft.casualties})


def _base(casualty: Casualty) -> str | None:
    """Return the record that this one builds on; two rivals may well name each other."""
    relation = casualty.relation
    return relation.to if relation and relation.kind != RelationKind.RIVALS else None


def _check_duplicates(case: Case) -> None:
    ids = [record.id for _, record in case.records()]
    if len(set(ids)) == len(ids):
        return
    counts = Counter(ids)
    seen: set[str] = set()
    for path, record in case.records():
        if record.id in seen:
            case.add(
                FindingCode.REFERENCE_BROKEN,
                f"{path}.id",
                f"the id {record.id!r} is given to {counts[record.id]} records.",
                record=record.id,
            )
        seen.add(record.id)


def _references(case: Case) -> Iterator[Reference]:
    draft = case.draft
    if draft.issuer is not None:
        yield "issuer", None, "source", draft.issuer
    for index, source in enumerate(draft.sources):
        if source.actor is not None:
            yield f"sources[{index}].actor", source.id, "actor", source.actor
    for index, actor in enumerate(draft.actors):
        if actor.belongs_to is not None:
            yield f"actors[{index}].belongs_to", actor.id, "actor", actor.belongs_to
    for index, operation in enumerate(draft.operations):
        yield from _of_operation(f"operations[{index}]", operation)
    for index, casualty in enumerate(draft.casualties):
        yield from _of_casualty(f"casualties[{index}]", casualty)


def _of_operation(path: str, operation: Operation) -> Iterator[Reference]:
    if operation.part_of is not None:
        yield f"{path}.part_of", operation.id, "operation", operation.part_of
    for at, participant in enumerate(operation.participants):
        yield f"{path}.participants[{at}].actor", operation.id, "actor", participant.actor
    for at, speaker in enumerate(operation.according_to):
        yield f"{path}.according_to[{at}]", operation.id, "source", speaker


def _of_casualty(path: str, casualty: Casualty) -> Iterator[Reference]:
    if casualty.victim_actor is not None:
        yield f"{path}.victim_actor", casualty.id, "actor", casualty.victim_actor
    if casualty.relation is not None:
        yield f"{path}.relation.to", casualty.id, "casualty", casualty.relation.to
    for field, kind in (("operations", "operation"), ("caused_by", "actor"), ("according_to", "source")):
        for at, target in enumerate(getattr(casualty, field)):
            yield f"{path}.{field}[{at}]", casualty.id, kind, target


def _check_cycle(case: Case, records: str, field: str, parents: Mapping[str, str | None]) -> None:
    """Report each cycle once, at the first record that lies on it."""
    settled: set[str] = set()
    for index, start in enumerate(parents):
        trail: dict[str, None] = {}
        node: str | None = start
        while node is not None and node not in trail and node not in settled:
            trail[node] = None
            node = parents.get(node)
        if node is not None and node in trail:
            loop = [*list(trail)[list(trail).index(node) :], node]
            case.add(
                FindingCode.REFERENCE_BROKEN,
                f"{records}[{index}].{field}",
                f"{field} runs in a circle: {' → '.join(loop)}.",
                record=start,
            )
        settled.update(trail)
