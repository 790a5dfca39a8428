"""A sentence, the draft that a good reader makes of it, and everything that code derives from the two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from summarizer.article import Article
from summarizer.checking.check import check
from summarizer.checking.gazetteer import Gazetteer
from summarizer.schema import Actor, Casualty, Draft, Operation, Report, ReportedOperation, Source
from tests.checking.drafts import PUBLISHED, provenance


def casualty(
    id: str, outcome: str, phrase: str | None, victims: str, *, relation: str = "", **fields: Any
) -> Casualty:
    """Return a count of operation O1, stated and of the event unless told otherwise.

    `relation`: "part_of C1".
    """
    given: dict[str, Any] = {
        "id": id,
        "operations": ["O1"],
        "outcome": outcome,
        "count": phrase,
        "victims": victims,
        "scope": "event",
        "assertion": "stated",
        "evidence": [1],
    }
    if relation:
        kind, to = relation.split()
        given["relation"] = {"to": to, "kind": kind}
    return Casualty.model_validate(given | fields)


def tell(
    text: str,
    operations: Sequence[Operation] = (),
    casualties: Sequence[Casualty] = (),
    actors: Sequence[Actor] = (),
    sources: Sequence[Source] = (),
    *,
    title: str = "",
    published: dt.date | None = PUBLISHED,
    gazetteer: Gazetteer | None = None,
    **fields: Any,
) -> Report:
    """Return the checked report of a text and a draft of it; published on Thursday 2016-10-06."""
    given: dict[str, Any] = {
        "relevance": "event_report",
        "document_type": "news",
        "headline": "",
        "abstract": "",
        "sources": list(sources),
        "actors": list(actors),
        "operations": list(operations),
        "casualties": list(casualties),
    }
    article = Article(text, title=title, published=published)
    return check(Draft.model_validate(given | fields), article, provenance(), gazetteer=gazetteer)


def derived(report: Report) -> list[str]:
    """Return everything that code derived, a few lines a record: what a draft does not say itself.

    Bounds: "12" exactly, "12.." at least, "0..30" between. Sides: "A1 A2 > A3", "?" for a side of nobody.
    Deaths of UCDP: side a, side b, civilians, unknown; low, best, high.
    """
    lines = [line for operation in report.operations for line in _of_operation(operation)]
    for casualty in report.casualties:
        quantity = casualty.quantity
        lines.append(
            f"{casualty.id} {bounds(quantity.minimum, quantity.maximum)} "
            f"{quantity.qualifier}, {casualty.basis}"
        )
    lines += [f"{finding.severity} {finding.code} {finding.path}" for finding in report.findings]
    return lines


def _of_operation(operation: ReportedOperation) -> Iterator[str]:
    sides = " > ".join(" ".join(side) or "?" for side in operation.sides)
    yield f"{operation.id} {operation.basis}, sides {sides or 'none'}"
    if operation.when is not None:
        when = operation.when
        days = _text(when.start) if when.start == when.end else f"{_text(when.start)}..{_text(when.end)}"
        told = (days, when.time_of_day, when.precision, when.basis)
        yield f"{operation.id} when {' '.join(str(part) for part in told if part)}"
    tolls = [
        f"{toll.outcome} {bounds(toll.minimum, toll.maximum)} ({' '.join(toll.records)})"
        for toll in operation.toll
    ]
    yield f"{operation.id} toll {'; '.join(tolls) or 'null'}"
    codes = operation.crosswalk
    yield f"{operation.id} ACLED {codes.acled_sub_event or 'null'}, {_text(codes.acled_fatalities)}"
    deaths = codes.ucdp_deaths
    dead = "null"
    if deaths is not None:
        groups = (deaths.side_a, deaths.side_b, deaths.civilians, deaths.unknown)
        spread = (deaths.low, deaths.best, deaths.high)
        dead = f"{' '.join(map(_text, groups))}; {' '.join(map(_text, spread))}"
    yield f"{operation.id} UCDP {_text(codes.ucdp_type)}, {dead}"
    plover = "-".join(filter(None, (codes.plover_event, codes.plover_mode))) or "null"
    yield f"{operation.id} PLOVER {plover}, GTD {_text(codes.gtd_attack_type)}, MUC {_text(codes.muc_stage)}"


def bounds(minimum: int | None, maximum: int | None) -> str:
    """Return the bounds of a count as `derived` writes them."""
    if minimum is None and maximum is None:
        return "unread"
    if minimum == maximum:
        return str(minimum)
    return f"{_text(minimum)}..{'' if maximum is None else maximum}"


def _text(value: object) -> str:
    return "null" if value is None else str(value)
