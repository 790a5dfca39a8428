"""Whether counts fit together: bounds, parts and wholes, an event and what has been counted since a start."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from summarizer.checking.case import Case
from summarizer.checking.victims import head_noun, names_anybody
from summarizer.schema.casualty import Casualty
from summarizer.schema.report import Quantity
from summarizer.schema.vocabulary import FindingCode, Outcome, RelationKind, Scope
from summarizer.text.folding import fold

_RUNNING = frozenset({Scope.PERIOD, Scope.CUMULATIVE, Scope.WAR})
_OVER = re.compile(
    r"\b(?:last|previous|earlier|past) (?:year|month|summer|winter|spring|autumn|fall|war)\b|\bago\b"
)
"""A period that is over does not hold the event: "last year". "This year" and "the past week" do."""
_HARMED = frozenset({Outcome.KILLED, Outcome.WOUNDED})
_LOOK_AT = 40
"""Running tolls of a sentence that are compared; a sentence has one or two."""


def check_consistency(case: Case, quantities: Mapping[str, Quantity]) -> None:
    """Find bounds that cross, a part larger than its whole, and an event's toll above a running one.

    A running toll is one of a period, since a start or of a war; it is compared with an event's where a
    relation or a shared sentence ties the two, and both count the same kind of victims.
    """
    casualties = {casualty.id: casualty for casualty in reversed(case.draft.casualties)}
    running = _running_by_sentence(case)
    for index, casualty in enumerate(case.draft.casualties):
        quantity = quantities[casualty.id]
        if (
            quantity.minimum is not None
            and quantity.maximum is not None
            and quantity.minimum > quantity.maximum
        ):
            case.add(
                FindingCode.COUNT_INCONSISTENT,
                f"casualties[{index}].count",
                f"{casualty.id} is at least {quantity.minimum} and at most {quantity.maximum}.",
                record=casualty.id,
                evidence=[quantity.evidence] if quantity.evidence else (),
            )
        _check_part(case, index, casualty, casualties, quantities)
        if casualty.scope == Scope.EVENT:
            for whole in _tied(casualty, running):
                _check_against(case, index, casualty, whole, quantities)


def _check_part(
    case: Case,
    index: int,
    part: Casualty,
    casualties: Mapping[str, Casualty],
    quantities: Mapping[str, Quantity],
) -> None:
    """Find a part whose least is more than its whole's most."""
    if part.relation is None or part.relation.kind != RelationKind.PART_OF:
        return
    whole = casualties.get(part.relation.to)
    if whole is not None and whole.id != part.id and _counts_in(part, whole):
        _check_against(case, index, part, whole, quantities)


def _counts_in(part: Casualty, whole: Casualty) -> bool:
    """Tell whether the whole's outcome has the part's in it: the killed are among the casualties."""
    return part.outcome == whole.outcome or (
        whole.outcome == Outcome.KILLED_OR_WOUNDED and part.outcome in _HARMED
    )


def _check_against(
    case: Case, index: int, part: Casualty, whole: Casualty, quantities: Mapping[str, Quantity]
) -> None:
    least, most = quantities[part.id].minimum, quantities[whole.id].maximum
    if least is None or most is None or least <= most:
        return
    if (
        part.relation is not None
        and part.relation.to == whole.id
        and part.relation.kind == RelationKind.PART_OF
    ):
        kind = "whole" if whole.scope == Scope.EVENT else f"{whole.scope} toll"
        message = f"{part.id} ({least} or more) is part of {whole.id}, whose {kind} is at most {most}."
    else:
        message = (
            f"{part.id}, a toll of one event, is {least} or more; {whole.id}, the {whole.scope} toll that "
            f"must hold it, is at most {most}."
        )
    case.add(
        FindingCode.COUNT_INCONSISTENT,
        f"casualties[{index}].count",
        message,
        record=part.id,
        evidence=[e for e in (quantities[part.id].evidence, quantities[whole.id].evidence) if e],
    )


def _running_by_sentence(case: Case) -> dict[int, list[Casualty]]:
    """The tolls of periods, since a start and of wars, by the sentences they stand in."""
    found: dict[int, list[Casualty]] = {}
    for casualty in case.draft.casualties:
        if casualty.scope in _RUNNING and not _OVER.search(fold(casualty.period or "")):
            for number in dict.fromkeys(casualty.evidence):
                found.setdefault(number, []).append(casualty)
    return found


def _tied(event: Casualty, running: Mapping[int, list[Casualty]]) -> Iterator[Casualty]:
    """Yield the running tolls of the event's sentences, each once; what a relation names is not among them.

    A part is checked as a part; what is added to a toll may well be larger than that was.
    """
    seen = {event.id, event.relation.to if event.relation else event.id}
    for number in dict.fromkeys(event.evidence):
        for whole in running.get(number, [])[:_LOOK_AT]:
            if whole.id not in seen and _counts_in(event, whole) and _same_kind(event, whole):
                seen.add(whole.id)
                yield whole


def _same_kind(event: Casualty, whole: Casualty) -> bool:
    """Tell whether the running toll counts such victims: 12 journalists say nothing of 40 villagers."""
    if whole.victim_actor is not None and whole.victim_actor != event.victim_actor:
        return False
    return names_anybody(whole.victims) or head_noun(whole.victims) == head_noun(event.victims)
