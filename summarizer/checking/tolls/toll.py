"""An operation's toll: the bounds of what may be added up."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from summarizer.checking.tolls.addends import Addend, addends_of
from summarizer.checking.tolls.counts import Bounds
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation
from summarizer.schema.report import Toll


def toll_of(
    operation: Operation, draft: Draft, quantities: Mapping[str, Bounds], excluded: Collection[str] = ()
) -> list[Toll]:
    """The operation's toll, a line for each outcome that has a count; no line where the text has none.

    `quantities` are keyed by casualty id; `excluded` are the ids of the records with an error finding.
    The minimum is null only where no count has a reading, the maximum where one of them has no upper bound.
    What is added, and why, is told at `addends_of`. "Casualties" stay `killed_or_wounded`: nobody of them
    is counted as killed.
    """
    tolls = []
    for outcome, addends in addends_of(operation, draft, quantities, excluded).items():
        minimum, maximum = total(addends)
        records = [record for addend in addends for record in addend.records]
        tolls.append(Toll(outcome=outcome, minimum=minimum, maximum=maximum, records=records))
    return tolls


def total(addends: Sequence[Addend]) -> tuple[int | None, int | None]:
    """The sum of the minima, null where none is known, and of the maxima, null where one is not."""
    minima = [addend.minimum for addend in addends if addend.minimum is not None]
    maxima = [addend.maximum for addend in addends if addend.maximum is not None]
    return (
        sum(minima) if minima else None,
        sum(maxima) if len(maxima) == len(addends) else None,
    )
