"""The counts that one operation has, and how they hang together: wholes, rivals, revisions, additions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from summarizer.schema.casualty import Casualty
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation
from summarizer.schema.vocabulary import Assertion, RelationKind, Scope

NEVER_ADDED = frozenset({Assertion.DENIED, Assertion.NEGATED, Assertion.HYPOTHETICAL})
DEPENDENT = frozenset({RelationKind.PART_OF, RelationKind.ADDS_TO})


class Bounds(Protocol):
    """A count phrase as numbers, under whatever convention; both null where it has no reading."""

    @property
    def minimum(self) -> int | None:
        """The fewest that it can mean."""

    @property
    def maximum(self) -> int | None:
        """The most that it can mean; null where nothing bounds it."""


class Counts:
    """The casualty records of a draft, sorted for one operation.

    A *count* is one record, or several that give the same number anew: rivals and revisions. It goes by the
    id of one of them, its head. Only counts with usable members are in `members`.
    """

    def __init__(
        self,
        operation: Operation,
        draft: Draft,
        own: Sequence[Casualty],
        quantities: Mapping[str, Bounds],
        excluded: Collection[str],
    ) -> None:
        self.quantities = quantities
        self.records = {record.id: record for record in reversed(draft.casualties)}
        self.own = {record.id: record for record in own if self.records[record.id] is record}
        self.are_related = any(
            record.relation is not None and (record.id in self.own or record.relation.to in self.own)
            for record in draft.casualties
        )
        self.heads: dict[str, str] = {}
        self.wholes: dict[str, list[str]] = {}
        retired: set[str] = set()
        if self.are_related:
            self._join_counts()
            self._find_wholes()
            retired = self._retired(operation)
        usable = [
            record
            for record in self.own.values()
            if record.assertion not in NEVER_ADDED and record.id not in excluded and record.id not in retired
        ]
        given_way = _title_counts(usable)
        self.members: dict[str, list[Casualty]] = {}
        for record in usable:
            if record.id not in given_way:
                self.members.setdefault(self.head(record.id), []).append(record)
        self.own_heads = {self.head(record) for record in self.own}
        self.told_in_body = {self.head(record) for record in given_way}

    def bounds(self, record: Casualty) -> tuple[int | None, int | None]:
        """The record's bounds, the lower one first; both null where it has no reading."""
        quantity = self.quantities.get(record.id)
        if quantity is None:
            return None, None
        low, high = quantity.minimum, quantity.maximum
        if high is None:
            return low, None
        return (0, high) if low is None else (min(low, high), max(low, high))

    def head(self, record: str) -> str:
        """The head of the count that the record is of."""
        while (above := self.heads.get(record, record)) != record:
            record = above
        return record

    def related(self, record: Casualty, *kinds: RelationKind) -> str | None:
        """The id of the record that this one is related to in one of these ways."""
        relation = record.relation
        if relation is None or relation.kind not in kinds or relation.to == record.id:
            return None
        return relation.to

    def _join_counts(self) -> None:
        """Make one count of rivals and revisions of one outcome, through records that are left out, too."""
        for record in self.records.values():
            other = self.related(record, RelationKind.RIVALS, RelationKind.REVISES)
            if other in self.records and self.records[other].outcome == record.outcome:
                self.heads[self.head(record.id)] = self.head(other)

    def _find_wholes(self) -> None:
        """Note of each count the wholes that it is a part of; an unknown id stands for itself."""
        for record in self.records.values():
            whole = self.related(record, RelationKind.PART_OF)
            if whole is None:
                continue
            known = self.records.get(whole)
            if known is None or known.outcome == record.outcome:
                self.wholes.setdefault(self.head(record.id), []).append(self.head(whole))

    def _retired(self, operation: Operation) -> set[str]:
        """The ids of revised records and of what was added to them."""
        retired = {
            revised
            for record in self.records.values()
            if operation.id in record.operations
            and record.scope == Scope.EVENT
            and record.assertion not in NEVER_ADDED
            and (revised := self.related(record, RelationKind.REVISES)) is not None
        }
        standing: set[str] = set()
        for record in self.own.values():
            chain: dict[str, None] = {}
            base: str | None = record.id
            while base in self.records and base not in retired and base not in standing and base not in chain:
                chain[base] = None
                base = self.related(self.records[base], RelationKind.ADDS_TO)
            (retired if base in retired else standing).update(chain)
        return retired

    def _wholes_above(self, head: str) -> Iterator[str]:
        """The wholes of a count and theirs, nearest first, each once and never the count itself."""
        seen, waiting = {head}, [*self.wholes.get(head, ())]
        while waiting:
            whole = waiting.pop(0)
            if whole not in seen:
                seen.add(whole)
                yield whole
                waiting.extend(self.wholes.get(whole, ()))

    def is_counted(self, head: str) -> bool:
        """Whether the operation's toll has the count in it, by a number of its own or by the body's."""
        return head in self.told_in_body or any(
            self.bounds(record)[0] is not None for record in self.members.get(head, ())
        )

    def is_part_of_a_counted_whole(self, head: str) -> bool:
        """Whether a whole that is counted has the count in it."""
        return head in self.wholes and any(self.is_counted(whole) for whole in self._wholes_above(head))

    def lost_whole(self, head: str) -> str | None:
        """The nearest whole that belongs to the operation, or is unknown, and cannot be counted."""
        for whole in self._wholes_above(head):
            if whole not in self.records or whole in self.own_heads:
                return whole
        return None

    def has_lost_base(self, record: Casualty) -> bool:
        """Whether the record adds to a count of the operation, or an unknown one, that is left out."""
        base = self.related(record, RelationKind.ADDS_TO)
        if base is None or (base in self.records and base not in self.own):
            return False
        return base not in self.records or (
            self.records[base].outcome == record.outcome and not self.is_counted(self.head(base))
        )


def is_count_of(record: Casualty, operation: Operation) -> bool:
    """Whether the record counts this one event and no other."""
    return (
        operation.id in record.operations
        and record.scope == Scope.EVENT
        and set(record.operations) == {operation.id}
    )


def _title_counts(records: list[Casualty]) -> set[str]:
    """The ids of counts that only the title gives, of an outcome that the body counts for itself.

    A part or an addition that the body gives is no count of its own: it leaves the title's standing.
    """
    in_title = [record for record in records if set(record.evidence) == {0}]
    if not in_title:
        return set()
    in_body = {
        record.outcome
        for record in records
        if set(record.evidence) != {0} and (record.relation is None or record.relation.kind not in DEPENDENT)
    }
    return {record.id for record in in_title if record.outcome in in_body}
