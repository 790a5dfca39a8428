"""What the ledger has of a reading before it is finished: its calls so far, and a draft to go on from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from pydantic_core import from_json
from sqlalchemy import Connection, RowMapping, select

from summarizer.archive.tables import readings
from summarizer.checked import Checked
from summarizer.readers.base import Attempt, Reading
from summarizer.schema.draft import Draft
from summarizer.schema.report import Provenance


class Begun(NamedTuple):
    """A draft that an earlier run paid for, and died before the second look at its records; both as JSON."""

    draft: str
    report: str

    def resumed(self) -> tuple[Reading, Provenance] | None:
        """Return the reading and how it was come by, which is all that is taken of the report; None: another
        version wrote them in a way that this one does not read."""
        try:
            provenance = Provenance.model_validate(from_json(self.report)["provenance"])
            draft = Draft.model_validate_json(self.draft)
        except (ValueError, LookupError, TypeError):
            return None
        reading = Reading(
            draft=draft,
            reader_version=provenance.reader_version,
            prompt_version=provenance.prompt_version,
            parameters=provenance.parameters,
        )
        return reading, provenance


def begun_in(row: RowMapping) -> Begun | None:
    """Return what a claimed reading holds already; None: nothing."""
    return Begun(row["draft"], row["report"]) if row["draft"] and row["report"] else None


def begun_among(connection: Connection, claimed: Iterable[int]) -> dict[int, Begun]:
    """Return what earlier runs have begun, by the number of the reading."""
    wanted = list(claimed)
    if not wanted:
        return {}
    statement = select(readings.c.id, readings.c.draft, readings.c.report).where(
        readings.c.id.in_(wanted), readings.c.draft.is_not(None)
    )
    rows = connection.execute(statement).mappings()
    return {row["id"]: begun for row in rows if (begun := begun_in(row)) is not None}


class Writing(Protocol):
    """Where interim notes go: a run's book."""

    async def note(self, reading: int, made: Sequence[Attempt], checked: Checked | None) -> None:
        """Return when the calls, and the draft where there is one, are safely written."""


class Interim:
    """The notes of one reading (`summarizer.readers.notes.Notes`)."""

    def __init__(self, book: Writing, reading: int) -> None:
        self._book = book
        self._reading = reading
        self._written: list[Attempt] = []

    async def calls(self, made: Sequence[Attempt]) -> None:
        """Return when these calls are safely written."""
        await self._book.note(self._reading, made, None)
        self._written += made

    async def draft(self, checked: Checked) -> None:
        """Return when a draft is safely written, with its calls."""
        made = self.unwritten(checked.reading.attempts)
        await self._book.note(self._reading, made, checked)
        self._written += made

    def unwritten(self, attempts: Sequence[Attempt]) -> list[Attempt]:
        """Return the calls that are not written yet; the very same object is the very same call."""
        return [attempt for attempt in attempts if not any(attempt is other for other in self._written)]
