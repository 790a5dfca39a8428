"""Drafts as a good reader would fill them, in a line a record, with what is derived from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from summarizer.checking.basis import basis_of
from summarizer.checking.crosswalk import crosswalk_of
from summarizer.checking.sides import sides_of
from summarizer.checking.tolls import toll_of
from summarizer.schema import (
    Actor,
    Casualty,
    Crosswalk,
    Draft,
    Operation,
    Participant,
    Quantity,
    Relation,
    Source,
)
from summarizer.schema.vocabulary import ParticipantRole, Qualifier, RelationKind


class Count(NamedTuple):
    """A casualty record beside its quantity."""

    casualty: Casualty
    quantity: Quantity


def source(id: str, name: str, kind: str, actor: str | None = None, *, anonymous: bool = False) -> Source:
    """Return a source."""
    return Source.model_validate(
        {"id": id, "name": name, "kind": kind, "actor": actor, "anonymous": anonymous}
    )


def actor(id: str, name: str, type: str, **fields: Any) -> Actor:
    """Return an actor."""
    return Actor.model_validate({"id": id, "name": name, "type": type, "evidence": [1], **fields})


def operation(id: str, type: str, parts: str = "", **fields: Any) -> Operation:
    """Return an operation, completed and stated unless told otherwise; `parts`: "A1 initiator, A2 target"."""
    given: dict[str, Any] = {
        "id": id,
        "title": f"{type} {id}",
        "type": type,
        "stage": "completed",
        "assertion": "stated",
        "discourse": "main",
        "participants": [
            Participant(actor=name, role=ParticipantRole(role))
            for name, role in (part.split() for part in parts.split(",") if part.strip())
        ],
        "evidence": [1],
    }
    return Operation.model_validate(given | fields)


def count(
    id: str,
    outcome: str,
    phrase: str | None,
    minimum: int | None,
    maximum: int | None,
    qualifier: str = "exact",
    *,
    relation: str = "",
    best: int | None = None,
    **fields: Any,
) -> Count:
    """Return a count of operation O1, stated and of the event unless told otherwise.

    `relation` is "part_of C1"; `best` is the figure of an exact count or the one given.
    """
    given: dict[str, Any] = {
        "id": id,
        "operations": ["O1"],
        "outcome": outcome,
        "count": phrase,
        "victims": f"victims of {id}",
        "scope": "event",
        "assertion": "stated",
        "evidence": [1],
    }
    if relation:
        kind, to = relation.split()
        given["relation"] = Relation(to=to, kind=RelationKind(kind))
    quantity = Quantity(
        as_written=phrase,
        minimum=minimum,
        maximum=maximum,
        best=minimum if best is None and qualifier in ("exact", "about", "none") else best,
        qualifier=Qualifier(qualifier),
        rule="by hand",
    )
    return Count(Casualty.model_validate(given | fields), quantity)


@dataclass
class Told:
    """A draft by hand, its quantities, and what code derives from both."""

    operations: Sequence[Operation] = ()
    counts: Sequence[Count] = ()
    actors: Sequence[Actor] = ()
    sources: Sequence[Source] = ()
    issuer: str | None = None
    excluded: frozenset[str] = frozenset()
    draft: Draft = field(init=False)
    quantities: dict[str, Quantity] = field(init=False)

    def __post_init__(self) -> None:
        self.draft = Draft.model_validate(
            {
                "relevance": "event_report",
                "document_type": "news",
                "headline": "",
                "abstract": "",
                "issuer": self.issuer,
                "sources": list(self.sources),
                "actors": list(self.actors),
                "operations": list(self.operations),
                "casualties": [told.casualty for told in self.counts],
            }
        )
        self.quantities = {told.casualty.id: told.quantity for told in self.counts}

    def operation(self, id: str = "O1") -> Operation:
        """Return the operation of that id."""
        return next(operation for operation in self.draft.operations if operation.id == id)

    def toll(self, id: str = "O1") -> dict[str, tuple[int | None, int | None, list[str]]]:
        """Return minimum, maximum and records of each outcome."""
        lines = toll_of(self.operation(id), self.draft, self.quantities, self.excluded)
        return {str(line.outcome): (line.minimum, line.maximum, line.records) for line in lines}

    def basis(self, id: str) -> str:
        """Return the basis of the operation or casualty of that id."""
        records: list[Operation | Casualty] = [*self.draft.operations, *self.draft.casualties]
        return str(basis_of(next(record for record in records if record.id == id), self.draft))

    def sides(self, id: str = "O1") -> list[list[str]]:
        """Return the operation's sides."""
        return sides_of(self.operation(id), self.draft)

    def crosswalk(self, id: str = "O1") -> Crosswalk:
        """Return the operation's codes."""
        operation = self.operation(id)
        toll = toll_of(operation, self.draft, self.quantities, self.excluded)
        return crosswalk_of(operation, self.draft, toll, self.quantities, excluded=self.excluded)
