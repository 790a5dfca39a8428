"""What the rows of one report ask of it: who an id is, which records have errors, what a toll adds up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from summarizer.checking.crosswalk.incident import AHEAD
from summarizer.checking.tolls.addends import Addend, addends_of
from summarizer.checking.tolls.counts import NEVER_ADDED
from summarizer.output.export.unharmed import is_of_everybody, is_stated_zero
from summarizer.schema._record import Record
from summarizer.schema.casualty import Casualty, CasualtyFields
from summarizer.schema.draft import Draft, DraftFields
from summarizer.schema.operation import Operation, OperationFields
from summarizer.schema.report import Place, Quantity, Report, ReportedCasualty, ReportedOperation, Toll
from summarizer.schema.vocabulary import Outcome, ParticipantRole, PlaceRole, Scope, Severity

WHERE = (PlaceRole.INCIDENT, PlaceRole.CAPTURED, PlaceRole.TARGET)
"""The roles of a place that an operation is put on a map by, the first that it has."""
_HARM = (Outcome.KILLED, Outcome.WOUNDED)


class Lookup:
    """One report, indexed once for all its rows."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._actors = {actor.id: actor.name for actor in reversed(report.actors)}
        self._sources = {source.id: source.name for source in reversed(report.sources)}
        self._wrong = {f.record for f in report.findings if f.severity == Severity.ERROR and f.record}
        self._wrong_paths = [f.path for f in report.findings if f.severity == Severity.ERROR]
        self._codes: dict[tuple[str | None, Severity], dict[str, None]] = {}
        for finding in report.findings:
            self._codes.setdefault((finding.record, finding.severity), {})[finding.code.value] = None
        self._counted = {
            id for operation in report.operations for toll in operation.toll for id in toll.records
        }

    def actors(self, ids: Iterable[str]) -> list[str]:
        """Return the names of actors; an id that no actor has stays an id."""
        return [self._actors.get(id, id) for id in ids]

    def actor(self, id: str | None) -> str | None:
        """Return an actor's name."""
        return None if id is None else self._actors.get(id, id)

    def speakers(self, ids: Iterable[str]) -> list[str]:
        """Return the names of sources; an id that no source has stays an id."""
        return [self._sources.get(id, id) for id in ids]

    def in_role(self, operation: ReportedOperation, role: ParticipantRole) -> list[str]:
        """Return the names of those who have this part in an operation."""
        return self.actors(part.actor for part in operation.participants if part.role == role)

    def parts(self, actor: str) -> list[str]:
        """Return the parts of an actor as "O1:initiator"."""
        return [
            f"{operation.id}:{part.role.value}"
            for operation in self.report.operations
            for part in operation.participants
            if part.actor == actor
        ]

    def codes(self, record: str, severity: Severity) -> list[str]:
        """Return the codes of the findings on a record, each once."""
        return list(self._codes.get((record, severity), ()))

    def has_error(self, record: str) -> bool:
        """Return whether a record has an error finding: nothing is derived from it."""
        return record in self._wrong

    def is_located(self, operation: ReportedOperation, place: Place) -> bool:
        """Return whether a place has coordinates and no error finding concerns it."""
        if place.latitude is None or place.longitude is None:
            return False
        on_earth = -90 <= place.latitude <= 90 and -180 <= place.longitude <= 180
        return on_earth and self.is_sound(operation, place)

    def is_sound(self, operation: ReportedOperation, place: Place) -> bool:
        """Return whether no error finding concerns a place."""
        if not self._wrong_paths:
            return True
        path = f"operations[{self._index(operation)}].places[{_index_of(place, operation.places)}]"
        return not any(wrong == path or wrong.startswith(path + ".") for wrong in self._wrong_paths)

    def place(self, operation: ReportedOperation) -> Place | None:
        """Return the place to put an operation at: where it happened, one with coordinates first."""
        for role in WHERE:
            found = [place for place in operation.places if place.role == role]
            if found:
                return next((place for place in found if self.is_located(operation, place)), found[0])
        return None

    def in_toll(self, casualty: ReportedCasualty) -> bool:
        """Return whether an operation's toll uses the count."""
        return casualty.id in self._counted

    def stands(self, casualty: ReportedCasualty) -> bool:
        """Return whether a count is one of an event, not taken back, and without an error finding."""
        return (
            casualty.scope == Scope.EVENT
            and casualty.assertion not in NEVER_ADDED
            and not self.has_error(casualty.id)
        )

    def toll(self, operation: ReportedOperation, outcome: Outcome) -> Toll | None:
        """Return the line of an operation's toll; "no casualties" is one of 0 killed and of 0 wounded.

        That holds where it is said of everybody, and no count of the killed or the wounded says otherwise.
        """
        line = _line(operation, outcome)
        if line is not None or outcome not in _HARM or self.is_counted(operation, outcome):
            return line
        harmed = _line(operation, Outcome.KILLED_OR_WOUNDED)
        if harmed is None or harmed.maximum != 0:
            return None
        said = [casualty for casualty in self.report.casualties if casualty.id in harmed.records]
        if not any(is_stated_zero(casualty) and is_of_everybody(casualty) for casualty in said):
            return None
        return harmed.model_copy(update={"outcome": outcome})

    def is_counted(self, operation: ReportedOperation, outcome: Outcome) -> bool:
        """Return whether any count of an outcome names the operation, added up or not."""
        return any(
            operation.id in casualty.operations
            and casualty.outcome == outcome
            and casualty.scope == Scope.EVENT
            and casualty.assertion not in NEVER_ADDED
            for casualty in self.report.casualties
        )

    def addends(self, operation: ReportedOperation, outcome: Outcome) -> list[Addend]:
        """Return the counts that the operation's toll of an outcome adds up."""
        drafted = Operation.model_construct(**_fields(operation, OperationFields))
        return addends_of(drafted, self._draft, self.quantities, self._excluded).get(outcome, [])

    @cached_property
    def quantities(self) -> dict[str, Quantity]:
        """Quantities by the id of their record."""
        return {casualty.id: casualty.quantity for casualty in reversed(self.report.casualties)}

    @cached_property
    def _excluded(self) -> set[str]:
        return self._wrong & {casualty.id for casualty in self.report.casualties}

    @cached_property
    def _draft(self) -> Draft:
        """The report's counts as a reader drafted them, for the functions that add up drafts."""
        counts = [
            Casualty.model_construct(
                **_fields(casualty, CasualtyFields),
                evidence=[evidence.sentence for evidence in casualty.evidence],
            )
            for casualty in self.report.casualties
        ]
        return Draft.model_construct(**_fields(self.report, DraftFields), casualties=counts)

    def _index(self, operation: ReportedOperation) -> int:
        return _index_of(operation, self.report.operations)


def happened(operation: ReportedOperation) -> bool:
    """Return whether the text holds that an operation took place, or was at least begun."""
    return operation.assertion not in NEVER_ADDED and operation.stage not in AHEAD


def _line(operation: ReportedOperation, outcome: Outcome) -> Toll | None:
    return next((toll for toll in operation.toll if toll.outcome == outcome), None)


def _fields(record: Record, shared: type[Record]) -> dict[str, Any]:
    """The fields that a record of a report shares with one of a draft."""
    return {name: getattr(record, name) for name in shared.model_fields}


def _index_of(wanted: object, among: Iterable[object]) -> int:
    """Return the position of this very object; equal ones are told apart."""
    return next(index for index, item in enumerate(among) if item is wanted)
