"""Who speaks and who acts: sources and actors."""

from __future__ import annotations

from pydantic import Field

from summarizer.schema._record import Record
from summarizer.schema.vocabulary import ActorType, SourceKind


class Source(Record):
    """Who is quoted or cited."""

    id: str = Field(description='"S1", "S2", …')
    name: str = Field(description='as written ("a military source", "the Observatory")')
    kind: SourceKind
    actor: str | None = Field(None, description="id of the actor for whom it speaks")
    anonymous: bool = Field(False, description="the text gives no name of a person or body")


class ActorFields(Record):
    """What an actor is called and what it is; shared by a draft's actor and a report's."""

    id: str = Field(description='"A1", "A2", …')
    name: str = Field(description="fullest name in the text")
    aliases: list[str] = Field(
        [],
        description='every other form in the text: acronyms, transliterations, metonyms ("Ankara"), '
        'loaded labels ("the terrorists")',
    )
    type: ActorType
    country: str | None = Field(
        None,
        description="ISO 3166-1 alpha-3 of the state it serves or comes from, where the text makes it plain",
    )
    belongs_to: str | None = Field(None, description="id of the parent actor")
    leaders: list[str] = Field(
        [], description="named commanders or officials, with their position as written"
    )


class Actor(ActorFields):
    """Who takes part in an operation, is harmed as a group, or is accused."""

    evidence: list[int] = Field([], description="sentence numbers")
