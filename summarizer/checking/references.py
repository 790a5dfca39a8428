"""Ids that no record has, ids that two have, and chains that bite their own tail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from summarizer.checking.case import Case
from summarizer.schema.casualty import Casualty
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation
from summarizer.schema.vocabulary import FindingCode, RelationKind


class References(NamedTuple):
    """The ids that a field of a record names."""

    records: str
    """The list of the draft that the record stands in."""
    at: int
    """Its index there."""
    field: str
    """Where "{}" stands for the index of one id of several."""
    owner: str
    kind: str
    """What the ids are of."""
    targets: Sequence[str]


def check_references(case: Case) -> None:
    """Find every broken reference of a draft."""
    draft = case.draft
    known = {
        "source": {source.id for source in draft.sources},
        "actor": {actor.id for actor in draft.actors},
        "operation": {operation.id for operation in draft.operations},
        "casualty": {casualty.id for casualty in draft.casualties},
    }
    records = len(draft.sources) + len(draft.actors) + len(draft.operations) + len(draft.casualties)
    if len(set().union(*known.values())) < records:
        _tell_duplicates(case)
    if draft.issuer is not None and draft.issuer not in known["source"]:
        _add(case, "issuer", None, "source", draft.issuer)
    for named in _references(draft):
        if known[named.kind].issuperset(named.targets):
            continue
        for at, target in enumerate(named.targets):
            if target not in known[named.kind]:
                path = f"{named.records}[{named.at}].{named.field.format(at)}"
                _add(case, path, named.owner, named.kind, target)
    _check_cycle(case, "actors", "belongs_to", {a.id: a.belongs_to for a in draft.actors})
    _check_cycle(case, "operations", "part_of", {o.id: o.part_of for o in draft.operations})
    _check_cycle(case, "casualties", "relation", {c.id: _base(c) for c in draft.casualties})


def _add(case: Case, path: str, owner: str | None, kind: str, target: str) -> None:
    case.add(
        FindingCode.REFERENCE_BROKEN,
        path,
        f"{owner or 'the draft'} names {kind} {target!r}, which no record has.",
        record=owner,
    )


def _base(casualty: Casualty) -> str | None:
    """Return the record that this one builds on; two rivals may well name each other."""
    relation = casualty.relation
    return relation.to if relation and relation.kind != RelationKind.RIVALS else None


def _tell_duplicates(case: Case) -> None:
    counts = Counter(record.id for _, record in case.records())
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


def _references(draft: Draft) -> Iterator[References]:
    for index, source in enumerate(draft.sources):
        if source.actor is not None:
            yield References("sources", index, "actor", source.id, "actor", (source.actor,))
    for index, actor in enumerate(draft.actors):
        if actor.belongs_to is not None:
            yield References("actors", index, "belongs_to", actor.id, "actor", (actor.belongs_to,))
    for index, operation in enumerate(draft.operations):
        yield from _of_operation(index, operation)
    for index, casualty in enumerate(draft.casualties):
        yield from _of_casualty(index, casualty)


def _of_operation(index: int, operation: Operation) -> Iterator[References]:
    records, owner = "operations", operation.id
    if operation.part_of is not None:
        yield References(records, index, "part_of", owner, "operation", (operation.part_of,))
    if operation.participants:
        actors = [participant.actor for participant in operation.participants]
        yield References(records, index, "participants[{}].actor", owner, "actor", actors)
    if operation.according_to:
        yield References(records, index, "according_to[{}]", owner, "source", operation.according_to)


def _of_casualty(index: int, casualty: Casualty) -> Iterator[References]:
    records, owner = "casualties", casualty.id
    if casualty.victim_actor is not None:
        yield References(records, index, "victim_actor", owner, "actor", (casualty.victim_actor,))
    if casualty.relation is not None:
        yield References(records, index, "relation.to", owner, "casualty", (casualty.relation.to,))
    if casualty.operations:
        yield References(records, index, "operations[{}]", owner, "operation", casualty.operations)
    if casualty.caused_by:
        yield References(records, index, "caused_by[{}]", owner, "actor", casualty.caused_by)
    if casualty.according_to:
        yield References(records, index, "according_to[{}]", owner, "source", casualty.according_to)


def _check_cycle(case: Case, records: str, field: str, parents: Mapping[str, str | None]) -> None:
    """Report each cycle once, at the first record that lies on it."""
    if all(parent is None for parent in parents.values()):
        return
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
