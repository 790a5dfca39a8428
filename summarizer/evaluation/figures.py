"""The figures of an evaluation as cells, the same on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from summarizer.evaluation.evaluating import Compared, Evaluation, FalseRecords, Row
from summarizer.evaluation.scores import Difference, Score
from summarizer.evaluation.tally import TITLES

NONE = "–"

Column = tuple[str, Callable[[Row], str]]
"""A title, and what stands below it in a row."""


def sections(evaluation: Evaluation) -> Iterator[tuple[str, list[Row]]]:
    """Return the rows of each data set and each split under its title."""
    for (dataset, split), rows in groupby(evaluation.rows, key=lambda row: (row.dataset, row.split)):
        yield f"{dataset}, {split or 'no split'}" if split is not None else dataset, list(rows)


def columns(evaluation: Evaluation, *, brief: bool = False) -> list[Column]:
    """Return the columns: titles, and what stands in them; figures are percentages.

    `brief`: two predictions side by side with one score each instead of three.
    """
    compared = evaluation.against is not None
    name: list[Column] = [
        ("layer", lambda row: TITLES.get(row.layer, row.layer)),
        ("n", lambda row: str(row.gold or row.predicted)),
    ]
    figures: list[Column] = [
        ("P", lambda row: percent(row.score.precision)),
        ("R", lambda row: percent(row.score.recall)),
        ("F1", lambda row: percent(row.score.f1)),
    ]
    if compared and brief:
        figures = [("score", lambda row: percent(row.score.headline))]
    figures.append(("95 %", lambda row: _span(row.score)))
    if not compared:
        return [*name, *figures, ("floor", lambda row: percent(row.floor))]
    other: list[Column] = [
        ("against", lambda row: percent(row.against.headline if row.against else None)),
        ("difference", lambda row: _change(row.difference)),
    ]
    return [*name, *figures, *other]


def counted(number: int, one: str, many: str) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number} {one if number == 1 else many}"


def percent(value: float | None) -> str:
    """Return a share as a percentage with one decimal."""
    return NONE if value is None else f"{100 * value:.1f}"


def _span(score: Score) -> str:
    unknown = score.low is None or score.high is None
    return NONE if unknown else f"{percent(score.low)}–{percent(score.high)}"


def _change(difference: Difference | None) -> str:
    if difference is None:
        return NONE
    value, low, high = (
        f"{100 * share:+.1f}" for share in (difference.value, difference.low, difference.high)
    )
    return f"{value} ({low} to {high})"


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
        (
            "further report",
            "further reports",
            "of a gold record that has one (not counted)",
            compared.repeated,
        ),
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


def notes(evaluation: Evaluation) -> Iterator[str]:
    """Return what the columns mean."""
    yield (
        "n: gold items (where a layer has none: predicted values). 95 %: interval of the F1, or of the "
        "recall where the annotation is incomplete."
    )
    if evaluation.against is None:
        yield "floor: the F1 of always giving the most frequent answer."
    else:
        yield (
            f"score, against: the F1, or the recall; difference: {evaluation.predictions.name} minus "
            f"{evaluation.against.name}, with its 95 % interval."
        )
    yield "The rules stand in docs/evaluation.md."
