"""What happened, is planned or is recalled."""

from __future__ import annotations

from pydantic import Field

from summarizer.schema._record import Record
from summarizer.schema.vocabulary import (
    Assertion,
    Civilians,
    Discourse,
    Means,
    OperationType,
    ParticipantRole,
    PlaceRole,
    Stage,
    TerritorialEffect,
)


class Participant(Record):
    """An actor's part in an operation."""

    actor: str = Field(description="actor id")
    role: ParticipantRole


class PlaceMention(Record):
    """A place of an operation, as the text names it."""

    name: str = Field(description="as written")
    role: PlaceRole
    relation: str | None = Field(None, description='the words before the name ("12 kilometres north of")')
    within: list[str] = Field(
        [], description="larger places named in the text that it lies in, smallest first"
    )


class OperationFields(Record):
    """What a reader says of an operation; shared by a draft's operation and a report's."""

    id: str = Field(description='"O1", "O2", …')
    title: str = Field(description="at most 10 words")
    type: OperationType
    means: list[Means] = Field([], description="only what is stated, else empty")
    stage: Stage
    assertion: Assertion
    discourse: Discourse
    part_of: str | None = Field(None, description="id of the larger operation or campaign that it belongs to")
    participants: list[Participant] = []
    date: str | None = Field(
        None,
        description='the phrase, whole ("at dawn on Tuesday", "overnight", "for six days"), '
        "never a computed date",
    )
    objective: str | None = Field(None, description="stated aim")
    territorial_effect: TerritorialEffect = Field(
        TerritorialEffect.NONE_REPORTED, description="for the initiator"
    )
    civilians: Civilians = Civilians.NOT_REPORTED
    damage: list[str] = Field(
        [], description='as written ("two bridges destroyed", "11 mines and four rifles seized")'
    )
    according_to: list[str] = Field([], description="source ids; empty: the narrator, or the issuer")


class Operation(OperationFields):
    """An operation as a reader drafts it."""

    places: list[PlaceMention] = []
    evidence: list[int] = Field([], description="sentence numbers")
