"""The figures of an evaluation as cells, the same on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from summarizer.evaluation.evaluating import Compared, Evaluation, FalseRecords, Row
from summarizer.evaluation.tally import TITLES

NONE = "–"


def sections(evaluation: Evaluation) -> Iterator[tuple[str, list[Row]]]:
    """Return the rows of each data set and each split under its title."""
    for (dataset, split), rows in groupby(evaluation.rows, key=lambda row: (row.dataset, row.split)):
        yield f"{dataset}, {split or 'no split'}" if split is not None else dataset, list(rows)


def header(evaluation: Evaluation) -> list[str]:
    """Return the titles of the columns."""
    names = ["layer", "n", "P", "R", "F1", "95 %", "floor"]
    return [*names, "against", "difference"] if evaluation.against is not None else names


def cells(row: Row, evaluation: Evaluation) -> list[str]:
    """Return a row's cells; figures are percentages."""
    score = row.score
    shown = [
        TITLES.get(row.layer, row.layer),
        str(row.gold or row.predicted),
        percent(score.precision),
        percent(score.recall),
        percent(score.f1),
        _span(score.low, score.high),
        percent(row.floor),
    ]
    if evaluation.against is not None:
        shown.append(percent(row.against.headline if row.against is not None else None))
        change = row.difference
        shown.append(
            NONE
            if change is None
            else f"{100 * change.value:+.1f} ({100 * change.low:+.1f} to {100 * change.high:+.1f})"
        )
    return shown


def counted(number: int, one: str, many: str) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number} {one if number == 1 else many}"


def percent(value: float | None) -> str:
    """Return a share as a percentage with one decimal."""
    return NONE if value is None else f"{100 * value:.1f}"


def _span(low: float | None, high: float | None) -> str:
    return NONE if low is None or high is None else f"{percent(low)}–{percent(high)}"


def partners(compared: Compared, limit: int | None = 5) -> Iterator[str]:
    """Return what found no partner, by name; at most `limit` names of each kind."""
    for one, many, kind, names in (
        (
            "gold record",
            "gold records",
            "without a report (scored as empty)",
            compared.without_prediction,
        ),
        ("report", "reports", "without a gold record (not counted)", compared.without_gold),
    ):
        if names:
            shown = ", ".join(names[:limit])
            rest = f" and {len(names) - limit} more" if limit is not None and len(names) > limit else ""
            yield f"{compared.name}: {counted(len(names), one, many)} {kind}: {shown}{rest}"


def told(false: FalseRecords) -> str:
    """Return how many records were made up for articles without any event, in a sentence."""
    about = "without any event" if false.kind == "without_event" else "off the data set's topic"
    return (
        f"{false.dataset}: {counted(false.documents, 'article', 'articles')} {about}; per article "
        f"{false.operations:.2f} operations, {false.casualties:.2f} counts, {false.actors:.2f} actors"
    )


NOTES = (
    "n: gold items (where a layer has none: predicted values). 95 %: interval of the F1, or of the recall "
    "where the annotation is incomplete.",
    "floor: the F1 of always giving the most frequent answer. The rules stand in docs/evaluation.md.",
)
