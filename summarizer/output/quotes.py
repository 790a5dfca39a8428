"""The sentences that prove the records of a report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.output.outline import ordered_findings
from summarizer.schema.report import Evidence, Report
from summarizer.schema.vocabulary import Discourse


class Quote(NamedTuple):
    """A numbered sentence in pieces, each with whether a count or a date was read from it."""

    number: int
    pieces: list[tuple[str, bool]]


def quotes(report: Report, limit: int | None = None) -> tuple[list[Quote], list[int]]:
    """Return the cited sentences in the article's order, and the numbers of those past `limit`.

    Where not all fit, those that prove main operations, counts and findings are taken first.
    """
    spans = {span.number: (span.start, span.end) for span in report.article.sentences}
    for evidence in _all_cited(report):
        spans.setdefault(evidence.sentence, (evidence.start, evidence.end))
    cited = list(dict.fromkeys(evidence.sentence for evidence in _all_cited(report)))
    chosen = cited if limit is None else cited[:limit]
    marks = sorted({(mark.start, mark.end) for mark in _marks(report)})
    found = [Quote(number, _pieces(report.article.text, *spans[number], marks)) for number in sorted(chosen)]
    return found, sorted(cited[len(chosen) :])


def _all_cited(report: Report) -> Iterator[Evidence]:
    main = [operation for operation in report.operations if operation.discourse == Discourse.MAIN]
    others = [operation for operation in report.operations if operation.discourse != Discourse.MAIN]
    others.sort(key=lambda operation: operation.discourse == Discourse.BACKGROUND)
    for records in (main, report.casualties, ordered_findings(report), others, report.actors):
        for record in records:
            yield from record.evidence


def _marks(report: Report) -> Iterator[Evidence]:
    """Where counts and dates were read from."""
    for casualty in report.casualties:
        if casualty.quantity.evidence:
            yield casualty.quantity.evidence
    for operation in report.operations:
        if operation.when and operation.when.evidence:
            yield operation.when.evidence


def _pieces(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    pieces = []
    at = start
    for first, last in marks[bisect_left(marks, (start, start)) :]:
        if first >= end:
            break
        if at <= first < last <= end:
            pieces += [(text[at:first], False), (text[first:last], True)]
            at = last
    return [piece for piece in (*pieces, (text[at:end], False)) if piece[0]]
