"""Who was harmed: one record a count statement, never merged silently."""

from __future__ import annotations

from pydantic import Field

from summarizer.schema._record import Record
from summarizer.schema.vocabulary import Assertion, Outcome, RelationKind, Scope, VictimStatus


class Person(Record):
    """A victim named in the text."""

    name: str
    age: int | None = None
    description: str | None = Field(None, description='as written ("a schoolteacher")')


class Relation(Record):
    """What this count is to another one."""

    to: str = Field(description="id of the other casualty record")
    kind: RelationKind


class CasualtyFields(Record):
    """What a reader says of a count; shared by a draft's casualty and a report's."""

    id: str = Field(description='"C1", "C2", …')
    operations: list[str] = Field(
        [], description="operation ids: one, several for a joint toll, none for a period or a war"
    )
    outcome: Outcome
    count: str | None = Field(
        None,
        description='the phrase as written, with its qualifier ("at least 12", "dozens", "no"; for one '
        'person "a" or "the"); null when only a plural says so',
    )
    victims: str = Field(description='as written ("Iraqi soldiers", "the mayor")')
    persons: list[Person] = Field([], description="victims named in the text")
    victim_actor: str | None = Field(None, description="id of the actor whose people they are")
    victim_status: VictimStatus = VictimStatus.UNKNOWN
    scope: Scope
    period: str | None = Field(None, description='phrase: "since October", "in 48 hours", "last year"')
    relation: Relation | None = None
    caused_by: list[str] = Field(
        [], description="actor ids, only where it is not simply the operation's initiator"
    )
    assertion: Assertion
    according_to: list[str] = Field([], description="source ids; empty: the narrator, or the issuer")


class Casualty(CasualtyFields):
    """A count as a reader drafts it."""

    evidence: list[int] = Field([], description="sentence numbers")
