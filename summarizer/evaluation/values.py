"""Values as a person reads them, and whether a cited sentence holds them: rule `evidence`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.evaluation.bounds import Bounds
from summarizer.evaluation.days import Days
from summarizer.schema.report import Evidence, Report
from summarizer.text.folding import find_folded, fold


def figure(bounds: Bounds) -> str:
    """Return bounds in short: "3", "3–5", "3+", "some"."""
    low, high = bounds
    if low is None:
        return "some" if high is None else f"up to {high}"
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}–{high}"


def span(days: Days) -> str:
    """Return a date, or a span of days."""
    return str(days.start) if days.start == days.end else f"{days.start} to {days.end}"


@dataclass(frozen=True)
class Checked:
    """A value of a report, and whether a sentence that its record cites holds it."""

    text: str
    is_proved: bool
    sentence: str | None


def checked(report: Report) -> Iterator[Checked]:
    """Return every actor, count, named victim, place and date phrase of a report with whether it is proved.

    Only a citation that is really a stretch of the article's text proves anything. An actor may stand there
    under one of its aliases; a place, a count or a date may stand in the sentence that it cites itself.
    """
    for actor in report.actors:
        yield _checked(actor.name, actor.aliases, actor.evidence, report)
    for operation in report.operations:
        for place in operation.places:
            own = [place.evidence] if place.evidence else []
            yield _checked(place.name, (), [*operation.evidence, *own], report)
        if operation.date:
            own = [operation.when.evidence] if operation.when and operation.when.evidence else []
            yield _checked(operation.date, (), [*operation.evidence, *own], report)
    for one in report.casualties:
        if one.count:
            own = [one.quantity.evidence] if one.quantity.evidence else []
            yield _checked(one.count, (), [*one.evidence, *own], report)
        for person in one.persons:
            yield _checked(person.name, (), one.evidence, report)


def _checked(text: str, others: Sequence[str], evidence: Sequence[Evidence], report: Report) -> Checked:
    sentences = [one.quote for one in evidence if report.article.text[one.start : one.end] == one.quote]
    folded = [fold(sentence) for sentence in sentences]
    proved = any(
        find_folded(fold(form), sentence) is not None for form in (text, *others) for sentence in folded
    )
    return Checked(text, proved, sentences[0] if sentences else None)
