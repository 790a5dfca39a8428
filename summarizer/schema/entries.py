"""Records and vocabularies as plain entries: every text about them is made from their one definition."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Literal, TypeVar, Union, get_args, get_origin

from pydantic import AwareDatetime
from pydantic.fields import FieldInfo

from summarizer.schema import actor, casualty, crosswalk, draft, operation, report, vocabulary
from summarizer.schema._record import Record
from summarizer.schema.vocabulary import Word

DRAFT_RECORDS: tuple[type[Record], ...] = (
    draft.Draft,
    actor.Source,
    actor.Actor,
    operation.Operation,
    operation.Participant,
    operation.PlaceMention,
    casualty.Casualty,
    casualty.Person,
    casualty.Relation,
)
"""What a reader fills, in the order in which it is explained."""

REPORT_RECORDS: tuple[type[Record], ...] = (
    report.Report,
    report.ArticleRecord,
    report.SentenceSpan,
    report.ReportedActor,
    report.ReportedOperation,
    report.ReportedCasualty,
    report.Evidence,
    report.Quantity,
    report.When,
    report.Place,
    report.Toll,
    crosswalk.Crosswalk,
    crosswalk.UcdpDeaths,
    report.Finding,
    report.Provenance,
)
"""What code computes, in the same way."""

DRAFTED: dict[type[Record], type[Record]] = {
    report.Report: draft.Draft,
    report.ReportedActor: actor.Actor,
    report.ReportedOperation: operation.Operation,
    report.ReportedCasualty: casualty.Casualty,
    report.Place: operation.PlaceMention,
}
"""The record of a draft that a record of a report repeats and extends."""

RECORDS = DRAFT_RECORDS + REPORT_RECORDS

_PLAIN = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    dt.date: "date",
    dt.datetime: "date and time",
    AwareDatetime: "date and time, with its zone",
    NoneType: "null",
}

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One field of a record, ready to print."""

    name: str
    type_text: str
    """In plain words: "text or null", "list of Actor"."""
    words: type[Word] | None
    """The vocabulary that the value, or each value of the list, comes from."""
    record: type[Record] | None
    """The record that the value, or each value of the list, is."""
    meaning: str
    """One line without its clause on null; empty where the name says it all."""
    null: str
    """What null means; empty where the schema leaves it to the general rule."""
    nullable: bool
    many: bool
    """The value is a list."""
    required: bool
    default: object
    """What a draft means by leaving the field out; None where it is required."""


def vocabularies() -> list[type[Word]]:
    """Every closed list of words, in the order of `vocabulary.py`."""
    return [
        found
        for found in vars(vocabulary).values()
        if isinstance(found, type) and issubclass(found, Word) and found is not Word
    ]


def summary(documented: type[Record] | type[Word]) -> str:
    """The first line of a docstring, without its full stop."""
    return (documented.__doc__ or "").strip().partition("\n")[0].rstrip(".")


def entries(record: type[Record]) -> list[FieldEntry]:
    """The fields of a record, in their order."""
    return [_entry(record, name, field) for name, field in record.model_fields.items()]


def own_entries(record: type[Record]) -> list[FieldEntry]:
    """The fields that a record of a report has beyond the draft's record, or has in another form."""
    drafted = DRAFTED.get(record)
    if drafted is None:
        return entries(record)
    before = {name: field.annotation for name, field in drafted.model_fields.items()}
    return [entry for entry in entries(record) if before.get(entry.name) != _annotation(record, entry.name)]


def _annotation(record: type[Record], name: str) -> object:
    return record.model_fields[name].annotation


def _entry(record: type[Record], name: str, field: FieldInfo) -> FieldEntry:
    inner = [part for part in _parts(field.annotation) if part is not NoneType]
    many = bool(inner) and get_origin(inner[0]) is list
    while inner and get_origin(inner[0]) is list:
        inner = list(get_args(inner[0]))
    named = [part for part in inner if isinstance(part, type) and issubclass(part, Record | Word)]
    meaning, null = _split_null(field.description or (summary(named[0]) if named else ""))
    nullable = NoneType in _parts(field.annotation)
    required = field.is_required()
    return FieldEntry(
        name=name,
        type_text=_type_text(field.annotation),
        words=next((part for part in named if issubclass(part, Word)), None),
        record=next((part for part in named if issubclass(part, Record)), None),
        meaning=meaning,
        null=_null_text(record, null) if nullable else "",
        nullable=nullable,
        many=many,
        required=required,
        default=None if required else field.default,
    )


def _parts(annotation: object) -> tuple[object, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def _type_text(annotation: object) -> str:
    parts = _parts(annotation)
    if len(parts) > 1:
        return " or ".join(_type_text(part) for part in parts)
    origin = get_origin(annotation)
    if origin is list:
        return f"list of {_type_text(get_args(annotation)[0])}".replace("number", "numbers")
    if origin is dict:
        return "object"
    if origin is Literal:
        return " or ".join(f'"{word}"' for word in get_args(annotation))
    if isinstance(annotation, type) and annotation in _PLAIN:
        return _PLAIN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Record | Enum):
        return annotation.__name__
    raise TypeError(f"no plain words for the type {annotation!r}: add them to `_PLAIN` in {__name__}")


def _null_text(record: type[Record], null: str) -> str:
    """A field's own clause, or its record's; one that begins with "null also" adds to the record's."""
    general = _split_null(summary(record))[1]
    if general and null.startswith("null also "):
        return f"{general}; {null.removeprefix('null ')}"
    return null or general


def _split_null(text: str) -> tuple[str, str]:
    """A description without its clauses on null, and those clauses."""
    clauses = text.split("; ")
    null = [clause for clause in clauses if clause.startswith("null")]
    return "; ".join(clause for clause in clauses if clause not in null), "; ".join(null)
