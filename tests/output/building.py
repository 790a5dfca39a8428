"""Records of a report with the fields that most of them share filled in."""

from __future__ import annotations

import datetime as dt
from typing import Any

from summarizer.schema import (
    SCHEMA_VERSION,
    ArticleRecord,
    Crosswalk,
    Evidence,
    Participant,
    Place,
    Provenance,
    Quantity,
    ReportedCasualty,
    ReportedOperation,
    SentenceSpan,
    When,
)

CREATED = dt.datetime(2024, 1, 5, 12, 0, tzinfo=dt.UTC)


class Text:
    """An article made of sentences, and the evidence to be had from it."""

    def __init__(self, title: str, *sentences: str, **known: Any) -> None:
        text, spans = title, [SentenceSpan(number=0, start=0, end=len(title))]
        for number, sentence in enumerate(sentences, 1):
            text += "\n\n" if number == 1 else " "
            spans.append(SentenceSpan(number=number, start=len(text), end=len(text) + len(sentence)))
            text += sentence
        self.record = ArticleRecord(id="0f3c", title=title, text=text, sentences=spans, **known)

    def cite(self, *numbers: int) -> list[Evidence]:
        """Evidence of whole sentences."""
        return [
            Evidence(sentence=span.number, start=span.start, end=span.end, quote=self._between(span))
            for span in self.record.sentences
            if span.number in numbers
        ]

    def phrase(self, number: int, phrase: str) -> Evidence:
        """Evidence of a phrase in a sentence; the phrase must stand there."""
        span = self.record.sentences[number]
        start = span.start + self._between(span).index(phrase)
        return Evidence(sentence=number, start=start, end=start + len(phrase), quote=phrase)

    def _between(self, span: SentenceSpan) -> str:
        return self.record.text[span.start : span.end]


def quantity(
    written: str | None, low: int | None, high: int | None, qualifier: str = "exact", **more: Any
) -> Quantity:
    """A quantity; a single figure where both bounds are one."""
    best = low if low == high and qualifier != "none" else None
    fields: dict[str, Any] = {
        "as_written": written,
        "minimum": low,
        "maximum": high,
        "best": best,
        "qualifier": qualifier,
        "rule": "by hand",
    }
    return Quantity.model_validate(fields | more)


def casualty(id: str, outcome: str, count: Quantity, victims: str, **more: Any) -> ReportedCasualty:
    """A casualty of an event, stated, reported as fact unless told otherwise."""
    fields: dict[str, Any] = {
        "id": id,
        "outcome": outcome,
        "count": count.as_written,
        "quantity": count,
        "victims": victims,
        "scope": "event",
        "assertion": "stated",
        "basis": "reported_as_fact",
    }
    return ReportedCasualty.model_validate(fields | more)


def operation(id: str, title: str, type: str, **more: Any) -> ReportedOperation:
    """A completed main operation, reported as fact unless told otherwise."""
    fields: dict[str, Any] = {
        "id": id,
        "title": title,
        "type": type,
        "stage": "completed",
        "assertion": "stated",
        "discourse": "main",
        "basis": "reported_as_fact",
        "crosswalk": Crosswalk(),
    }
    return ReportedOperation.model_validate(fields | more)


def when(phrase: str, start: str | None, end: str | None, **more: Any) -> When:
    """A resolved date phrase, of the precision of a day unless told otherwise."""
    fields: dict[str, Any] = {
        "phrase": phrase,
        "start": start,
        "end": end,
        "precision": "day" if start else None,
        "basis": "relative" if start else "unresolved",
        "rule": "by hand",
    }
    return When.model_validate(fields | more)


def place(name: str, role: str = "incident", **more: Any) -> Place:
    """A place that no gazetteer was asked about."""
    return Place.model_validate({"name": name, "role": role, "rule": "by hand"} | more)


def provenance(**more: Any) -> Provenance:
    """The trace of the embedded reader, or of another one."""
    fields: dict[str, Any] = {
        "reader": "rules",
        "reader_version": "1",
        "schema_version": SCHEMA_VERSION,
        "software_version": "0.1.0",
        "cost_usd": 0.0,
        "seconds": 0.002,
        "created": CREATED,
    }
    return Provenance.model_validate(fields | more)


def by(**roles: list[str]) -> list[Participant]:
    """Participants by role: ``by(initiator=["A1"], target=["A2"])``."""
    return [
        Participant.model_validate({"actor": actor, "role": role})
        for role, ids in roles.items()
        for actor in ids
    ]
