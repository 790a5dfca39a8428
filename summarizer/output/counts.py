"""The tables of counts: of each operation, and of what belongs to none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from summarizer.output.count_order import Placed, Standing, arranged
from summarizer.output.names import DOUBTFUL, Names
from summarizer.output.phrases import (
    NO_FIGURE,
    amount,
    bounds,
    counted,
    covers,
    named_persons,
    outcome_label,
    sentence_numbers,
    wording,
)
from summarizer.schema.report import ReportedCasualty, ReportedOperation, Toll
from summarizer.schema.vocabulary import (
    OperationType,
    Outcome,
    RelationKind,
    Stage,
    VictimStatus,
)

MOST_PERSONS = 5
"""Victims named under a count; a list of fifty belongs into the export."""

BLOODLESS = frozenset(
    {
        OperationType.DEPLOYMENT,
        OperationType.WITHDRAWAL,
        OperationType.BASE_ESTABLISHED,
        OperationType.CEASEFIRE_OR_AGREEMENT,
        OperationType.TALKS,
        OperationType.SURRENDER,
        OperationType.THREAT_OR_ANNOUNCEMENT,
        OperationType.LEGAL_OR_DIPLOMATIC,
        OperationType.TRAINING_OR_SUPPORT,
        OperationType.HUMANITARIAN,
        OperationType.WEAPONS_SEIZURE,
    }
)
"""Operations of which nobody asks how many died."""

NOT_BEGUN = frozenset({Stage.PLANNED, Stage.THREATENED})


OR = "or"
"""The label of a rival: it stands beside the count above it, and is not added to it."""

_OPENINGS = {Standing.PART: "of whom ", Standing.MORE: "and then ", Standing.EARLIER: "earlier: "}


class Row(NamedTuple):
    """A line of a table of counts."""

    label: str
    figure: str
    victims: str = ""
    voice: str = ""
    guarded: bool = False
    sentences: str = ""
    named: str = ""
    depth: int = 0
    nested: bool = False
    """Whether the count is in another one above it, or was given up for that."""
    doubt: str = ""


def operation_rows(operation: ReportedOperation, names: Names) -> list[Row]:
    """Return the counts of one operation; where the article gives none, the row that says so."""
    own = names.events.get(operation.id, [])
    tolls = {toll.outcome: toll for toll in operation.toll}
    known = {casualty.id for casualty in own}
    rows: list[Row] = []
    in_total: Outcome | None = None
    for placed in arranged(own):
        casualty = placed.casualty
        toll = tolls.pop(casualty.outcome, None)
        if toll is not None and (total := _total(toll, names)):
            rows.append(total)
            in_total = casualty.outcome
        joint = [other for other in dict.fromkeys(casualty.operations) if other in names.operations]
        if joint[0] == operation.id:
            row = _row(placed, known, names, _joint_note(joint[1:]))
        else:
            row = Row(outcome_label(casualty.outcome), f"in the joint count at {joint[0]}")
        rows.append(row._replace(depth=row.depth + (casualty.outcome == in_total)))
    return [*_without_repeats(rows), *_silence(operation, own)]


def wider_rows(names: Names) -> list[Row]:
    """Return the counts that belong to no operation here: of a period, of the war, or of an unknown event."""
    known = {casualty.id for casualty in names.wider}
    rows = []
    for placed in arranged(names.wider):
        row = _row(placed, known, names)
        covered = covers(placed.casualty) if placed.depth == 0 or placed.casualty.period else ""
        rows.append(row._replace(victims="; ".join(filter(None, (row.victims, covered)))))
    return _without_repeats(rows)


def brief_counts(operation: ReportedOperation, names: Names) -> Iterator[str]:
    """Yield the counts of an operation as phrases: "at least 24 killed (“dozens”), peacekeepers [10]"."""
    known = names.voice(operation).text
    for casualty, standing, _ in arranged(names.events.get(operation.id, [])):
        said = counted(casualty, OR + " " if standing == Standing.RIVAL else _OPENINGS.get(standing, ""))
        voice = names.voice(casualty).text
        parts = [
            f"{said}, {casualty.victims}{_status(casualty, names)}",
            voice if voice != known else "",
            f"NOT ADDED UP: {DOUBTFUL}" if casualty.id in names.doubtful else "",
        ]
        proof = sentence_numbers(casualty.evidence)
        yield f"{', '.join(filter(None, parts))}{f' {proof}' if proof else ''}"


def _without_repeats(rows: Sequence[Row]) -> list[Row]:
    """The rows, each label only where it changes, and no voice where it is the one of the whole above.

    A voice stands again as soon as another one stands between: nobody is taken to say what he did not say.
    """
    cleared: list[Row] = []
    label, whole, latest = "", "", ""
    for row in rows:
        shown = row._replace(label="") if row.label == label else row
        if not row.nested:
            whole = row.voice
        elif row.voice == whole == latest:
            shown = shown._replace(voice="")
        if row.label not in ("", OR):
            label = row.label
        latest = row.voice
        cleared.append(shown)
    return cleared


def _row(placed: Placed, group: Collection[str], names: Names, notes: Sequence[str] = ()) -> Row:
    casualty, standing, depth = placed
    relation = casualty.relation
    other = names.casualties.get(relation.to) if relation else None
    opening = _OPENINGS.get(standing, "")
    label = outcome_label(casualty.outcome) if depth == 0 else ""
    if standing == Standing.RIVAL:
        label, opening = (OR, "") if depth == 0 else ("", "or ")
    same_outcome = other is None or other.outcome == casualty.outcome
    said = amount(casualty.quantity) if label not in ("", OR) or same_outcome else counted(casualty)
    victims = [casualty.victims + _status(casualty, names)]
    if casualty.caused_by:
        victims.append(f"caused by {names.people(casualty.caused_by)}")
    if relation and other and other.id not in group:
        victims.append(f"{wording(relation.kind)} another count: {counted(other)}, {covers(other)}")
    victims.extend(notes)
    voice = names.voice(casualty)
    return Row(
        label=label,
        figure=f"{opening}{said}",
        victims="; ".join(victims),
        voice=voice.text,
        guarded=voice.guarded,
        sentences=sentence_numbers(casualty.evidence),
        named=named_persons(casualty.persons, MOST_PERSONS),
        depth=depth,
        nested=standing not in (Standing.WHOLE, Standing.RIVAL),
        doubt=f"NOT ADDED UP: {DOUBTFUL}" if casualty.id in names.doubtful else "",
    )


def _status(casualty: ReportedCasualty, names: Names) -> str:
    """What the victims are and whose, in brackets, where the article's own words do not say so."""
    said = casualty.victims.casefold()
    parts = []
    if casualty.victim_status not in (VictimStatus.UNKNOWN, VictimStatus.MIXED):
        parts.append(wording(casualty.victim_status))
    if casualty.victim_actor is not None:
        parts.append(names.actor(casualty.victim_actor))
    parts = [part for part in parts if part.casefold() not in said]
    return f" ({', '.join(parts)})" if parts else ""


def _joint_note(others: Sequence[str]) -> list[str]:
    return [f"one count for this and {', '.join(others)}"] if others else []


def _total(toll: Toll, names: Names) -> Row | None:
    """The sum of an outcome, where it is more, or less, than one count."""
    used = [names.casualties[id] for id in toll.records if id in names.casualties]
    if not used:
        return None
    only = used[0].quantity
    if len(used) == 1 and (only.minimum, only.maximum) == (toll.minimum, toll.maximum):
        return None
    rivals = sum(c.relation is not None and c.relation.kind == RelationKind.RIVALS for c in used)
    text = bounds(toll.minimum, toll.maximum)
    notes = [
        "the sources disagree" if rivals else "",
        "the attacker included" if any(c.victim_status == VictimStatus.PERPETRATOR for c in used) else "",
    ]
    return Row(
        outcome_label(toll.outcome),
        f"{text} in all" if len(used) - rivals > 1 else text,
        "; ".join(filter(None, notes)),
    )


def _silence(operation: ReportedOperation, own: Sequence[ReportedCasualty]) -> Iterator[Row]:
    """The row that says that no figure is given, which is not the same as none."""
    if operation.stage in NOT_BEGUN or operation.type in BLOODLESS:
        return
    if not own:
        yield Row("Toll", NO_FIGURE)
    elif not any(c.outcome in (Outcome.KILLED, Outcome.KILLED_OR_WOUNDED) for c in own):
        yield Row("Killed", NO_FIGURE)
