"""Whether the title's figure for an outcome is one that the body gives.

The title's figures are found by the pattern finders of `summarizer.patterns` (English), and in records that
cite nothing but the title.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from summarizer.checking.case import Case
from summarizer.checking.counted import reading_of
from summarizer.checking.omissions.triggers import outcomes_in
from summarizer.checking.tolls.counts import DEPENDENT, NEVER_ADDED
from summarizer.patterns.amounts import numbers_among
from summarizer.patterns.at_hand import scan_of
from summarizer.patterns.counts import find_counts
from summarizer.schema.casualty import Casualty
from summarizer.schema.report import Evidence, Quantity, ReportedOperation, Toll
from summarizer.schema.vocabulary import FindingCode, Outcome, Qualifier, RelationKind, Scope

_TAKEN = frozenset({Outcome.CAPTURED, Outcome.DETAINED, Outcome.ABDUCTED})
_FREED = frozenset({Outcome.RELEASED, Outcome.RESCUED})
_LONGEST_TITLE = 400
_LONGEST_NUMBER = 9
_ROUNDING = 0.1
"""How far "about 40" and "nearly 40" may be from the body's figure, as a share of it."""
_OPEN_FACTOR, _OPEN_MARGIN = 2, 10
"""How far above "at least 38" an exact figure of the title may be: up to twice as much and ten more."""


class Figure(NamedTuple):
    """A number of the title."""

    outcome: Outcome
    phrase: str
    minimum: int
    maximum: int | None
    about: bool
    evidence: Evidence | None
    record: str | None = None


def check_title(
    case: Case,
    quantities: Mapping[str, Quantity],
    operations: Sequence[ReportedOperation],
    excluded: Collection[str] = (),
) -> None:
    """Find outcomes of which the title gives a number that neither a record of the body nor a toll has.

    Bounds decide: "dozens" agrees with 38, "at least 12" with 15. A number that a part or a rival has agrees
    too; one that the body itself has revised does not. Records with an error are passed over.
    """
    if case.article.title is None or not case.draft.casualties:
        return
    body = _body(case, quantities, excluded)
    tolls = [toll for operation in operations for toll in operation.toll]
    told: set[Outcome] = set()
    for figure in _figures(case, quantities, excluded, body):
        events = [c for c in body if c.scope == Scope.EVENT and _alike(c.outcome, figure.outcome)]
        if figure.outcome in told or all(quantities[c.id].rule == "one-person" for c in events):
            continue
        known = [c for c in body if _alike(c.outcome, figure.outcome)]
        if any(_is_of(figure, quantities[c.id], c.scope) for c in known):
            continue
        if any(_agree(figure, *bounds) for bounds in _sums(figure, tolls)):
            continue
        told.add(figure.outcome)
        _add(case, figure, events, quantities)


def _add(case: Case, figure: Figure, events: Sequence[Casualty], quantities: Mapping[str, Quantity]) -> None:
    counted = [
        record
        for record in events
        if quantities[record.id].rule != "one-person" and quantities[record.id].maximum != 0
    ]
    wholes = [c for c in counted if c.relation is None or c.relation.kind not in DEPENDENT] or counted
    said = ", ".join(f"“{record.count}” ({record.id})" for record in wholes[:4])
    shown = [figure.evidence, *(quantities[record.id].evidence for record in wholes[:4])]
    case.add(
        FindingCode.TITLE_DISAGREES,
        "article.title",
        f"the title says {figure.outcome} “{figure.phrase}”, the body {said}; the body's figure counts.",
        record=figure.record,
        evidence=[evidence for evidence in shown if evidence is not None],
    )


def _body(case: Case, quantities: Mapping[str, Quantity], excluded: Collection[str]) -> list[Casualty]:
    """The body's counts that have a number and stand: neither revised nor denied."""
    revised = {
        record.relation.to
        for record in case.draft.casualties
        if record.relation is not None and record.relation.kind == RelationKind.REVISES
    }
    return [
        record
        for record in case.draft.casualties
        if set(record.evidence) != {0}
        and record.id not in revised
        and record.id not in excluded
        and record.assertion not in NEVER_ADDED
        and record.count is not None
        and quantities[record.id].minimum is not None
    ]


def _figures(
    case: Case, quantities: Mapping[str, Quantity], excluded: Collection[str], body: Sequence[Casualty]
) -> Iterator[Figure]:
    """Yield the title's numbers, each with its outcome: from records first, then as the finders see them.

    What the finders would see is passed over where the body plainly gives it.
    """
    for record in case.draft.casualties:
        quantity = quantities[record.id]
        if set(record.evidence) == {0} and record.id not in excluded and record.count is not None:
            if quantity.minimum is None or quantity.rule == "one-person":
                continue
            yield Figure(
                record.outcome,
                record.count,
                quantity.minimum,
                quantity.maximum,
                quantity.qualifier == Qualifier.ABOUT,
                quantity.evidence,
                record.id,
            )
    title = case.article.sentence(0)
    if title is None or case.article.language not in (None, "en"):
        return
    words = case.words_by_sentence[0]
    outcomes = outcomes_in(words)
    if not outcomes or _plainly_gives(body, quantities, words, outcomes):
        return
    scan = scan_of(case.article, 0, title.text[:_LONGEST_TITLE])
    for count in find_counts(scan):
        amount = count.group.amount
        if amount is None or amount.sort == "one" or count.hint == "old":
            continue
        phrase = scan.span(amount.start, amount.end)
        outcome = Outcome(count.outcome)
        reading = reading_of(phrase, outcome, "en")
        if reading is None or reading.minimum is None:
            continue
        start = title.start + scan.tokens.starts[amount.start]
        yield Figure(
            outcome,
            phrase,
            reading.minimum,
            reading.maximum,
            reading.qualifier == Qualifier.ABOUT,
            case.quote(start, start + len(phrase)),
        )


def _plainly_gives(
    body: Sequence[Casualty], quantities: Mapping[str, Quantity], words: frozenset[str], outcomes: set[str]
) -> bool:
    """Tell, without a scan, whether the title's words have one number, in figures and unqualified, and the
    body gives it exactly for every outcome that they may tell."""
    numbers = numbers_among(words)
    number = numbers.pop() if len(numbers) == 1 else ""
    if not (number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER):
        return False
    figure = int(number)
    given = {
        record.outcome.value
        for record in body
        if quantities[record.id].qualifier == Qualifier.EXACT and quantities[record.id].minimum == figure
    }
    # "lost 11 men" tells of the killed, though no word of it does
    return outcomes | {Outcome.KILLED.value} <= given


def _alike(one: Outcome, other: Outcome) -> bool:
    return one == other or {one, other} <= _TAKEN or {one, other} <= _FREED


def _sums(figure: Figure, tolls: Sequence[Toll]) -> Iterator[tuple[int | None, int | None]]:
    """Yield the tolls of the title's outcome, and their sum over all operations."""
    same = [toll for toll in tolls if _alike(toll.outcome, figure.outcome)]
    for toll in same:
        yield toll.minimum, toll.maximum
    if len(same) > 1:
        maxima = [toll.maximum for toll in same if toll.maximum is not None]
        yield (
            sum(toll.minimum or 0 for toll in same),
            sum(maxima) if len(maxima) == len(same) else None,
        )


def _is_of(figure: Figure, quantity: Quantity, scope: Scope) -> bool:
    """Tell whether a title's figure may be a record's; a running toll only when it is the very same."""
    if scope != Scope.EVENT:
        return quantity.minimum == figure.minimum
    if quantity.qualifier == Qualifier.VAGUE and quantity.minimum is not None:
        return figure.maximum is None or figure.maximum >= quantity.minimum
    return _agree(figure, quantity.minimum, quantity.maximum, quantity.qualifier == Qualifier.ABOUT)


def _agree(figure: Figure, minimum: int | None, maximum: int | None, about: bool = False) -> bool:
    """Tell whether a figure's bounds and the title's have a number in common, roughly where one is rough.

    "At least 38" may be 45 by the time the title is written; it is not 173.
    """
    if minimum is None and maximum is None:
        return False
    low = minimum or 0
    high = float(maximum) if maximum is not None else _OPEN_FACTOR * low + _OPEN_MARGIN
    if figure.maximum is None:
        return figure.minimum <= (high if maximum is not None else float("inf"))
    slack = max(1.0, _ROUNDING * figure.minimum) if about or figure.about else 0.0
    return figure.minimum - slack <= high and low - slack <= figure.maximum
