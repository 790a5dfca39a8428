"""What the records are. Imports nothing of ours; `docs` and `schemas/` are generated from here."""

from summarizer.schema.actor import Actor, Source
from summarizer.schema.casualty import Casualty, Person, Relation
from summarizer.schema.crosswalk import Crosswalk, UcdpDeaths
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation, Participant, PlaceMention
from summarizer.schema.report import (
    SCHEMA_VERSION,
    ArticleRecord,
    Evidence,
    Finding,
    Place,
    Provenance,
    Quantity,
    Report,
    ReportedActor,
    ReportedCasualty,
    ReportedOperation,
    SentenceSpan,
    Span,
    Toll,
    When,
)

__all__ = [
    "SCHEMA_VERSION",
    "Actor",
    "ArticleRecord",
    "Casualty",
    "Crosswalk",
    "Draft",
    "Evidence",
    "Finding",
    "Operation",
    "Participant",
    "Person",
    "Place",
    "PlaceMention",
    "Provenance",
    "Quantity",
    "Relation",
    "Report",
    "ReportedActor",
    "ReportedCasualty",
    "ReportedOperation",
    "SentenceSpan",
    "Source",
    "Span",
    "Toll",
    "UcdpDeaths",
    "When",
]
