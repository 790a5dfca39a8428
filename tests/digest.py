"""A report in a few lines, so that a reviewer sees at once what a change did to it."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import Report
from summarizer.schema import ReportedCasualty, ReportedOperation


def digest(report: Report) -> str:
    """Return what a report says, a line a record; no times and no versions."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    names = {actor.id: actor.name for actor in report.actors}
    yield f"{report.relevance} · {report.document_type} · {report.headline}"
    for operation in report.operations:
        yield _operation(operation, names)
    for casualty in report.casualties:
        yield _casualty(casualty)
    for finding in report.findings:
        yield f"{finding.severity} {finding.code} {finding.path}: {finding.message}"
    tokens = report.provenance
    yield f"attempts {tokens.attempts}, tokens in {tokens.input_tokens}, out {tokens.output_tokens}"


def _operation(operation: ReportedOperation, names: dict[str, str]) -> str:
    sides = " / ".join(", ".join(names.get(actor, actor) for actor in side) for side in operation.sides)
    places = ", ".join(f"{place.name} ({place.role})" for place in operation.places)
    when = f"{operation.when.start}..{operation.when.end}" if operation.when else "no date"
    toll = "; ".join(f"{t.outcome} {t.minimum}..{t.maximum} [{' '.join(t.records)}]" for t in operation.toll)
    acled = f"{operation.crosswalk.acled_sub_event} {operation.crosswalk.acled_fatalities}"
    what = f"{operation.id} {operation.discourse} {operation.type} {operation.stage} {operation.basis}"
    return " · ".join([what, sides or "-", places or "-", when, toll or "no toll", acled])


def _casualty(casualty: ReportedCasualty) -> str:
    quantity = casualty.quantity
    relation = f" {casualty.relation.kind} {casualty.relation.to}" if casualty.relation else ""
    who = f"{casualty.outcome} “{casualty.count}” {casualty.victims}"
    bounds = f"{quantity.minimum}..{quantity.maximum} {quantity.qualifier}"
    of = " ".join(casualty.operations) or "-"
    return f"{casualty.id} {of} {who} = {bounds} · {casualty.scope}{relation} · {casualty.basis}"
