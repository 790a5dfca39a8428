"""What a reader fills: only what takes reading."""

from __future__ import annotations

from pydantic import Field

from summarizer.schema._record import Record
from summarizer.schema.actor import Actor, Source
from summarizer.schema.casualty import Casualty
from summarizer.schema.operation import Operation
from summarizer.schema.vocabulary import DocumentType, Relevance


class DraftFields(Record):
    """What a reader says of the article as a whole; shared by a draft and a report."""

    relevance: Relevance
    document_type: DocumentType
    headline: str = Field(description="composed, not copied: what happened, at most 12 words")
    abstract: str = Field(
        description="at most 60 words: date, who, what to whom, where, toll, according to whom"
    )
    dateline: str | None = Field(
        None, description='place of reporting ("ERBIL"), which is NOT the place of the event'
    )
    issuer: str | None = Field(
        None,
        description="id of the source that issued the text, when a party or authority did: what names no "
        "other source is then its word",
    )
    sources: list[Source] = Field([], description="who is quoted or cited")


class Draft(DraftFields):
    """What a reader claims an article says; nothing in it has been checked."""

    actors: list[Actor] = Field(
        [],
        description="who takes part in an operation, is harmed as a group, or is accused; a generic label "
        '("insurgents") only where no named actor covers it',
    )
    operations: list[Operation] = Field(
        [],
        description="what happened, is planned or is recalled; background ones only with a date, place or "
        "toll, at most five",
    )
    casualties: list[Casualty] = Field(
        [], description="one record per count statement, never merged silently"
    )
