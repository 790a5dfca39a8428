"""A draft with some of its records replaced by those of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import TypeVar

from pydantic import JsonValue

from summarizer.schema.actor import Actor, Source
from summarizer.schema.casualty import Casualty
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation

AnyRecord = TypeVar("AnyRecord", Source, Actor, Operation, Casualty)


def merge(draft: Draft, mended: Draft, ids: Collection[str]) -> Draft:
    """Return the draft with the records of these ids as `mended` has them, each in its old place.

    A record replaces one of its own kind and id, and no other: an id that `mended` lacks, or gives to two
    records, leaves the old record, and what has none of the ids is ignored. Nothing is added or taken away.
    """
    return draft.model_copy(
        update={
            "sources": _replaced(draft.sources, mended.sources, ids),
            "actors": _replaced(draft.actors, mended.actors, ids),
            "operations": _replaced(draft.operations, mended.operations, ids),
            "casualties": _replaced(draft.casualties, mended.casualties, ids),
        }
    )


def _replaced(records: list[AnyRecord], mended: list[AnyRecord], ids: Collection[str]) -> list[AnyRecord]:
    given = Counter(record.id for record in mended)
    new = {record.id: record for record in mended if record.id in ids and given[record.id] == 1}
    return [new.get(record.id, record) for record in records]


def earlier_values(before: Draft, after: Draft) -> dict[str, JsonValue]:
    """Return, by id, each record that differs in `after`, with the fields that changed and their old values.

    The drafts hold the same records in the same order, as after `merge`.
    """
    changed: dict[str, JsonValue] = {}
    for kind in ("sources", "actors", "operations", "casualties"):
        for old, new in zip(getattr(before, kind), getattr(after, kind), strict=True):
            was, now = old.model_dump(mode="json"), new.model_dump(mode="json")
            if was != now:
                changed[old.id] = {name: value for name, value in was.items() if now[name] != value}
    return changed
