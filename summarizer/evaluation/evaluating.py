"""Predictions against gold, whole: what `summarizer evaluate` does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel

from summarizer.errors import UsageError
from summarizer.evaluation.document import Scored, score
from summarizer.evaluation.floors import majority_floor
from summarizer.evaluation.gold import GoldRecord, read_gold
from summarizer.evaluation.predictions import Paired, is_ledger, pair_up, read_copies, read_predictions
from summarizer.evaluation.profiles import oddities
from summarizer.evaluation.scores import (
    Column,
    Difference,
    Score,
    columns_of,
    interval,
    resamples,
    score_of,
    sums,
)
from summarizer.evaluation.tally import LAYERS, Mistake, Tally
from summarizer.schema.report import Report

ALL = "all"
"""The data set of rows over several data sets."""


class Row(BaseModel):
    """One layer of one data set, or of one split of it."""

    dataset: str
    split: str | None = None
    layer: str
    documents: int
    gold: int
    """Gold items that are not neutral."""
    predicted: int
    right: int
    score: Score
    floor: float | None = None
    """The F1 of always giving the most frequent answer, where there is one."""
    against: Score | None = None
    difference: Difference | None = None


class FalseRecords(BaseModel):
    """What was predicted for articles in which the gold has no event, per article."""

    dataset: str
    kind: str
    """without_event: there is none; off_topic: the data set does not annotate such articles."""
    documents: int
    actors: float
    operations: float
    victims: float
    casualties: float


class Compared(BaseModel):
    """One set of predictions: what it is called, and what found no partner."""

    name: str
    reports: int
    """Reports that belong to a gold record."""
    without_prediction: list[str]
    """Ids of gold records without a report, which count as empty predictions."""
    without_gold: list[str]
    """Reports without a gold record, which are not counted."""
    repeated: list[str] = []
    """Further reports of a ledger for a gold record that has one, which are not counted."""


class Evaluation(BaseModel):
    """How good predictions are, by layer and data set, with what they have wrong."""

    gold: str
    predictions: Compared
    against: Compared | None = None
    bootstrap: int
    seed: int
    rows: list[Row]
    false_records: list[FalseRecords]
    notices: list[str] = []
    """Words and fields of the gold that are no words or fields of ours, and therefore match nothing."""
    mistakes: list[Mistake]
    """Of the first predictions; of each layer the worst, as many as asked for."""

    def row(self, dataset: str, layer: str, split: str | None = None) -> Row | None:
        """Return the row of a layer of a data set, or None where the gold has no such layer."""
        return next(
            (r for r in self.rows if (r.dataset, r.layer, r.split) == (dataset, layer, split)),
            None,
        )


def evaluate(
    predictions: Path | str | Iterable[Report],
    gold: Path | str | Iterable[GoldRecord],
    *,
    against: Path | str | Iterable[Report] | None = None,
    reader: str | None = None,
    errors: int = 5,
    bootstrap: int = 1000,
    seed: int = 1,
) -> Evaluation:
    """Return how good predictions are against gold.

    Args:
        predictions: a ledger, a JSONL file of reports, a folder of report files, or reports.
        gold: a JSONL file of gold records, a folder of gold files, or gold records.
        against: other predictions for the same gold; every row then has their score and the difference.
        reader: whose reports, where several have read into one ledger; None: the latest run's.
        errors: how many mistakes to keep of each layer, the worst first.
        bootstrap: how many times the documents are resampled for the 95 % intervals; 0: no intervals.
        seed: of the resampling.

    Raises:
        Unreadable: a file that cannot be read, or is no report or no gold record.
        UsageError: no report belongs to a gold record, or two, that are not of a ledger, belong to one.

    For example:

        >>> evaluate("reports.jsonl", "gold.jsonl").row("isaf", "casualties_exact").score.f1  # doctest: +SKIP
        0.78
    """
    if errors < 0 or bootstrap < 0:
        raise UsageError("errors and bootstrap count something; give 0 or more.")
    records = read_gold(gold) if isinstance(gold, Path | str) else list(gold)
    ours, first = _scored(predictions, records, "the predictions", reader)
    theirs, second = (
        _scored(against, records, "the other predictions", reader) if against is not None else (None, None)
    )
    return Evaluation(
        gold=_name(gold, "gold records"),
        predictions=_compared(_name(predictions, "reports"), ours),
        against=None if theirs is None else _compared(_name(against, "reports"), theirs),
        bootstrap=bootstrap,
        seed=seed,
        rows=list(_rows(records, first, second, bootstrap, seed)),
        false_records=list(_false_records(first)),
        notices=[notice for record in records for notice in oddities(record)],
        mistakes=worst(first, errors),
    )


def worst(scored: Sequence[Scored], errors: int) -> list[Mistake]:
    """Return the worst mistakes of each layer: those of the largest weight, then of the worst documents."""
    burden = {one.record.id: len(one.mistakes) for one in scored}
    kept: list[Mistake] = []
    for layer in LAYERS:
        found = [mistake for one in scored for mistake in one.mistakes if mistake.layer == layer]
        found.sort(key=lambda mistake: (-mistake.weight, -burden[mistake.document]))
        kept += found[:errors]
    return kept


def _scored(
    predictions: Path | str | Iterable[Report],
    records: Sequence[GoldRecord],
    default: str,
    reader: str | None,
) -> tuple[Paired, list[Scored]]:
    if isinstance(predictions, Path | str):
        copies = read_copies(predictions, reader=reader) if is_ledger(predictions) else None
        paired = pair_up(
            read_predictions(predictions, reader=reader), records, str(predictions), copies=copies
        )
    else:
        paired = pair_up(((report.article.id, report) for report in predictions), records, default)
    return paired, [score(record, paired.reports.get(record.id)) for record in records]


def _rows(
    records: Sequence[GoldRecord],
    first: Sequence[Scored],
    second: Sequence[Scored] | None,
    bootstrap: int,
    seed: int,
) -> Iterator[Row]:
    for dataset, split, members in _groups(records):
        here = [first[i] for i in members if not first[i].off_topic]
        there = None if second is None else [second[i] for i in members if not second[i].off_topic]
        if not here:
            continue
        picks = list(resamples(len(here), bootstrap, seed))
        for layer in LAYERS:
            mine = [one.tallies.get(layer) for one in here]
            others = None if there is None else [one.tallies.get(layer) for one in there]
            if not any(tally is not None and _says_something(tally) for tally in (*mine, *(others or ()))):
                continue
            columns = columns_of(mine)
            totals = sums(columns)
            scores = _resampled(columns, picks)
            row = Row(
                dataset=dataset,
                split=split,
                layer=layer,
                documents=sum(
                    tally is not None or (others is not None and others[i] is not None)
                    for i, tally in enumerate(mine)
                ),
                gold=totals[3],
                predicted=totals[1],
                right=totals[2] if totals[3] else totals[0],
                score=_with_interval(score_of(totals), scores),
                floor=majority_floor(layer, [one.record for one in here]),
            )
            if others is not None:
                columns = columns_of(others)
                other_scores = _resampled(columns, picks)
                row.against = _with_interval(score_of(sums(columns)), other_scores)
                row.difference = _difference(row.score, row.against, scores, other_scores)
            yield row


def _says_something(tally: Tally) -> bool:
    return bool(tally.gold or tally.predicted or tally.expected)


def _groups(records: Sequence[GoldRecord]) -> Iterator[tuple[str, str | None, list[int]]]:
    """Every data set, its splits where it has several, and all together where there are several sets."""
    datasets = list(dict.fromkeys(record.dataset for record in records))
    for dataset in datasets:
        members = [i for i, record in enumerate(records) if record.dataset == dataset]
        yield dataset, None, members
        splits = sorted({records[i].split or "" for i in members})
        if len(splits) > 1:
            for split in splits:
                yield dataset, split, [i for i in members if (records[i].split or "") == split]
    if len(datasets) > 1:
        yield ALL, None, list(range(len(records)))


def _resampled(columns: Sequence[Column], picks: Sequence[Sequence[int]]) -> list[float | None]:
    return [score_of(sums(columns, pick)).headline for pick in picks]


def _with_interval(score: Score, values: Sequence[float | None]) -> Score:
    ends = interval([value for value in values if value is not None])
    return score if ends is None else score.model_copy(update={"low": ends[0], "high": ends[1]})


def _difference(
    one: Score, other: Score, ones: Sequence[float | None], others: Sequence[float | None]
) -> Difference | None:
    if one.headline is None or other.headline is None:
        return None
    value = one.headline - other.headline
    differences = [a - b for a, b in zip(ones, others, strict=True) if a is not None and b is not None]
    low, high = interval(differences) or (value, value)
    return Difference(value=value, low=low, high=high)


def _false_records(scored: Sequence[Scored]) -> Iterator[FalseRecords]:
    for kind in ("without_event", "off_topic"):
        chosen = [one for one in scored if one.items and getattr(one, kind)]
        for dataset in dict.fromkeys(one.record.dataset for one in chosen):
            items = [one.items for one in chosen if one.record.dataset == dataset]
            means = {name: sum(item[name] for item in items) / len(items) for name in items[0]}
            yield FalseRecords.model_validate(
                {"dataset": dataset, "kind": kind, "documents": len(items), **means}
            )


def _compared(name: str, paired: Paired) -> Compared:
    return Compared(
        name=name,
        reports=len(paired.reports),
        without_prediction=paired.without_prediction,
        without_gold=paired.without_gold,
        repeated=paired.repeated,
    )


def _name(source: object, otherwise: str) -> str:
    return str(source) if isinstance(source, Path | str) else otherwise
