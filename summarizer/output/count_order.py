"""Counts in the order to read them: parts under their whole, rivals beside each other, revisions on top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from summarizer.schema.casualty import Relation
from summarizer.schema.report import ReportedCasualty
from summarizer.schema.vocabulary import Outcome, RelationKind


class Standing(StrEnum):
    """What a count is to the row above it."""

    WHOLE = "whole"
    PART = "part"
    MORE = "more"
    EARLIER = "earlier"
    RIVAL = "rival"


class Placed(NamedTuple):
    """A count where it is to be read."""

    casualty: ReportedCasualty
    standing: Standing
    depth: int


_STANDINGS = {
    RelationKind.PART_OF: Standing.PART,
    RelationKind.ADDS_TO: Standing.MORE,
    RelationKind.RIVALS: Standing.RIVAL,
    RelationKind.REVISES: Standing.WHOLE,
}


def arranged(casualties: Sequence[ReportedCasualty]) -> Iterator[Placed]:
    """Yield every count once, outcome by outcome, each whole followed by its parts and then by its rivals.

    A revision stands where the count that it revises stood, with that one below it. Relations to counts that
    are not among these, and those that go round in a circle, are passed over.
    """
    known = {casualty.id: casualty for casualty in reversed(casualties)}
    revised_by = {
        casualty.relation.to: casualty.id
        for casualty in reversed(casualties)
        if casualty.relation
        and casualty.relation.kind == RelationKind.REVISES
        and casualty.relation.to in known
    }
    latest, relations = _revision_lines(casualties, known, revised_by)
    below: dict[str, list[tuple[Standing, ReportedCasualty]]] = defaultdict(list)
    roots: dict[Outcome, list[ReportedCasualty]] = {outcome: [] for outcome in Outcome}
    for casualty in casualties:
        relation = relations.get(casualty.id)
        if casualty.id in revised_by:
            below[revised_by[casualty.id]].append((Standing.EARLIER, casualty))
        elif relation is not None and relation.to in known:
            above = latest.get(relation.to, relation.to)
            below[above].append((_STANDINGS[relation.kind], casualty))
        else:
            roots[casualty.outcome].append(casualty)
    order = list(Standing)
    seen: set[int] = set()
    for start in [*chain.from_iterable(roots.values()), *casualties]:
        waiting = [Placed(start, Standing.WHOLE, 0)]
        while waiting:
            placed = waiting.pop()
            if id(placed.casualty) in seen:
                continue
            seen.add(id(placed.casualty))
            yield placed
            children = sorted(below[placed.casualty.id], key=lambda child: order.index(child[0]))
            waiting.extend(
                Placed(child, standing, placed.depth + (standing != Standing.RIVAL))
                for standing, child in reversed(children)
            )


def _revision_lines(
    casualties: Sequence[ReportedCasualty],
    known: Mapping[str, ReportedCasualty],
    revised_by: Mapping[str, str],
) -> tuple[dict[str, str], dict[str, Relation]]:
    """The latest count of each line of revisions, and the relation that it has taken over from the first."""
    latest: dict[str, str] = {}
    relations: dict[str, Relation] = {}
    for casualty in casualties:
        if casualty.id in revised_by:
            continue
        id, relation = casualty.id, casualty.relation
        latest[id] = id
        while relation and revised_by.get(relation.to) == id and relation.to not in latest:
            id = relation.to
            latest[id] = casualty.id
            relation = known[id].relation
        if relation and relation.kind != RelationKind.REVISES:
            relations[casualty.id] = relation
    return latest, relations
