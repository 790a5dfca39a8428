"""What is left out: counts, attacks, belligerents, all of it."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.planting.sample import ATTACKS, Sample, changed
from summarizer import Draft
from summarizer.schema.vocabulary import Assertion, Discourse, Stage


def no_casualty(sample: Sample) -> Iterator[Sample]:
    """A count left out, with its parts."""
    for record in sample.draft.casualties:
        gone = {record.id}
        for other in sample.draft.casualties:
            if other.relation is not None and other.relation.to in gone:
                gone.add(other.id)

        def dropped(draft: Draft, gone: frozenset[str] = frozenset(gone)) -> None:
            draft.casualties = [c for c in draft.casualties if c.id not in gone]

        yield changed(sample, dropped)


def no_operation(sample: Sample) -> Iterator[Sample]:
    """An attack that happened left out, with its counts and what is part of it."""
    for record in sample.draft.operations:
        if (
            record.stage in (Stage.PLANNED, Stage.THREATENED, Stage.UNKNOWN)
            or record.type.value not in ATTACKS
        ):
            continue
        if record.assertion in (Assertion.NEGATED, Assertion.DENIED, Assertion.HYPOTHETICAL):
            continue
        if set(record.evidence) <= {0}:
            continue

        def dropped(draft: Draft, gone: str = record.id) -> None:
            draft.operations = [o for o in draft.operations if o.id != gone and o.part_of != gone]
            draft.casualties = [c for c in draft.casualties if gone not in c.operations]

        yield changed(sample, dropped)


def no_belligerent(sample: Sample) -> Iterator[Sample]:
    """An armed party left out, with its parts in the operations."""
    for record in sample.draft.actors:
        roles = [p for o in sample.draft.operations for p in o.participants if p.actor == record.id]
        if not roles or record.type.value in (
            "civilians",
            "government",
            "media",
            "humanitarian",
            "individual",
        ):
            continue

        def dropped(draft: Draft, gone: str = record.id) -> None:
            draft.actors = [actor for actor in draft.actors if actor.id != gone]
            for operation in draft.operations:
                operation.participants = [p for p in operation.participants if p.actor != gone]
            for casualty in draft.casualties:
                casualty.victim_actor = None if casualty.victim_actor == gone else casualty.victim_actor
            for actor in draft.actors:
                actor.belongs_to = None if actor.belongs_to == gone else actor.belongs_to
            for source in draft.sources:
                source.actor = None if source.actor == gone else source.actor

        yield changed(sample, dropped)


def not_conflict(sample: Sample) -> Iterator[Sample]:
    """A report of an attack taken for something else."""
    if any(o.discourse == Discourse.MAIN and o.type.value in ATTACKS for o in sample.draft.operations):
        empty = Draft(
            relevance="not_conflict",
            document_type="news",
            headline="Nothing",
            abstract="Nothing of conflict.",
        )
        yield sample._replace(draft=empty)
