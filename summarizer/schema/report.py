"""What is published: the draft, and what code computed, looked up and checked."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import AwareDatetime, Field, JsonValue

from summarizer.schema._record import Record
from summarizer.schema.actor import ActorFields
from summarizer.schema.casualty import CasualtyFields
from summarizer.schema.crosswalk import Crosswalk
from summarizer.schema.draft import DraftFields
from summarizer.schema.operation import OperationFields, PlaceMention
from summarizer.schema.vocabulary import (
    Basis,
    DateBasis,
    DatePrecision,
    FindingCode,
    Outcome,
    PlacePrecision,
    Qualifier,
    Severity,
    TimeOfDay,
)

SCHEMA_VERSION = "1"
"""Raised when a field or word changes its meaning or goes; part of every report's provenance."""


class Span(Record):
    """A stretch of the stored text: ``article.text[start:end]``, in characters."""

    start: int = Field(description="its first character, counted from 0")
    end: int = Field(description="the character behind its last")


class SentenceSpan(Span):
    """Where a numbered sentence stands; the title is number 0."""

    number: int


class ArticleRecord(Record):
    """The article as it was read; offsets anywhere in the report count characters of `text`."""

    id: str = Field(description="hash of the normalised text, or the archive's own id")
    source: str | None = Field(None, description="path or URL it was read from")
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    agency: str | None = Field(None, description='the originating agency ("AFP")')
    published: dt.date | None = Field(None, description="as given or printed, never guessed")
    published_basis: Literal["given", "printed"] | None = Field(
        None, description="given by the user or the file, or printed in the text"
    )
    language: str | None = Field(None, description="ISO 639-1")
    text: str = Field(description="the normalised text, title first where there is one")
    sentences: list[SentenceSpan]


class Evidence(Span):
    """A stretch of the article that proves a value: ``text[start:end] == quote``."""

    sentence: int
    quote: str


class Quantity(Record):
    """A count phrase as numbers."""

    as_written: str | None = Field(description="the phrase; null when only a plural says so")
    minimum: int | None = Field(description="null: the phrase has no reading")
    maximum: int | None = Field(description="null: no upper bound is stated")
    best: int | None = Field(description="only a single stated figure")
    qualifier: Qualifier
    rule: str = Field(description="the rule that computed it")
    evidence: Evidence | None = Field(None, description="where the phrase stands")


class When(Record):
    """A date phrase as a span of days; both ends are included."""

    phrase: str
    start: dt.date | None
    end: dt.date | None
    time_of_day: TimeOfDay | None = None
    precision: DatePrecision | None
    basis: DateBasis
    rule: str = Field(description="the rule that computed it")
    evidence: Evidence | None = Field(None, description="where the phrase stands")


class Place(PlaceMention):
    """A place mention with what a gazetteer, or the text itself, knows of it."""

    canonical: str | None = Field(None, description="the gazetteer's name")
    country: str | None = Field(None, description="ISO 3166-1 alpha-3")
    admin1: str | None = Field(None, description="province, governorate or state")
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    precision: PlacePrecision = PlacePrecision.UNRESOLVED
    candidates: list[str] = Field([], description="the entries that fit, where the name stays ambiguous")
    rule: str = Field(description="the rule that resolved it, or left it")
    evidence: Evidence | None = Field(None, description="where the name stands")


class Toll(Record):
    """What may be added up for one operation and outcome."""

    outcome: Outcome
    minimum: int | None = Field(description="null: none of the counts has a reading")
    maximum: int | None = Field(description="null: no upper bound is stated")
    records: list[str] = Field(
        description="ids of the casualty records used; parts, rivals, revised and cumulative tolls never are"
    )


class ReportedActor(ActorFields):
    """An actor with its evidence spelled out."""

    evidence: list[Evidence] = []


class ReportedOperation(OperationFields):
    """An operation with what code computed of it."""

    places: list[Place] = []
    when: When | None = Field(None, description="computed from `date`; null when no phrase is given")
    basis: Basis
    sides: list[list[str]] = Field(
        [], description="actor ids that stand together, the initiator's side first"
    )
    toll: list[Toll] = []
    crosswalk: Crosswalk
    evidence: list[Evidence] = []


class ReportedCasualty(CasualtyFields):
    """A count with its bounds and its basis."""

    quantity: Quantity
    basis: Basis
    evidence: list[Evidence] = []


class Finding(Record):
    """What a check found."""

    code: FindingCode
    severity: Severity
    path: str = Field(description='where in the report ("casualties[2].count")')
    record: str | None = Field(None, description="id of the record concerned")
    message: str
    evidence: list[Evidence] = []


class Provenance(Record):
    """How the report came about."""

    reader: str = Field(description='"rules" or the provider and model ("openai/gpt-4.1-mini")')
    reader_version: str = Field(
        description="version of the rules, or the model's name as the endpoint gave it"
    )
    prompt_version: str | None = Field(None, description="content hash; null for the embedded reader")
    schema_version: str
    software_version: str
    parameters: dict[str, JsonValue] = Field(
        {}, description="what was asked of the endpoint beside the prompt"
    )
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = Field(0, description="input tokens that the provider had cached")
    cost_usd: float | None = Field(
        None, description="null when the price of the model is not known; 0 for the embedded reader"
    )
    seconds: float = Field(description="from the first call to the finished draft")
    attempts: int = Field(0, description="calls made, failed ones too")
    created: AwareDatetime


class Report(DraftFields):
    """An article as checked records; everything in it is JSON."""

    article: ArticleRecord
    actors: list[ReportedActor] = []
    operations: list[ReportedOperation] = []
    casualties: list[ReportedCasualty] = []
    findings: list[Finding] = []
    provenance: Provenance
