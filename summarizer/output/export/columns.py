"""What a table is made of: columns with their meaning, and the things that one row is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from pydantic import JsonValue

from summarizer.output.export.lookup import Lookup
from summarizer.schema.report import Evidence, ReportedActor, ReportedCasualty, ReportedOperation
from summarizer.schema.vocabulary import Severity

Kind = Literal["text", "texts", "integer", "integers", "number", "date", "flag"]
"""What a column holds: one value, or with an s a list of them."""
Cell = str | int | float | dt.date | Sequence[str] | Sequence[int] | None
Row = list[Cell]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Column(Generic[_T]):
    """One column: its name, what kind of value it has, what that means and where it comes from."""

    name: str
    kind: Kind
    meaning: str
    value: Callable[[_T], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[_T]):
    """One table: a row is about one `_T`."""

    name: str
    columns: tuple[Column[_T], ...]

    def row(self, item: _T) -> Row:
        """Return the cells of one row, in the order of the columns."""
        return [column.value(item) for column in self.columns]


class Event(NamedTuple):
    """An operation with its report."""

    record: ReportedOperation
    lookup: Lookup


class Party(NamedTuple):
    """An actor with its report."""

    record: ReportedActor
    lookup: Lookup


class Harm(NamedTuple):
    """A count with its report."""

    record: ReportedCasualty
    lookup: Lookup


_Any = TypeVar("_Any", Event, Party, Harm)


class Input(NamedTuple):
    """What became of one input, with what its report says of the article as a whole."""

    outcome: Mapping[str, JsonValue]
    facts: Mapping[str, JsonValue]
    """Empty where there is no report."""


def key_columns(row: type[_Any], record: str) -> tuple[Column[_Any], ...]:
    """Return the columns that name a record and its article."""
    return (
        Column("article_id", "text", "id of the article", lambda row: row.lookup.report.article.id),
        Column(
            "source", "text", "where the article was read from", lambda row: row.lookup.report.article.source
        ),
        Column("reader", "text", "who read it", lambda row: row.lookup.report.provenance.reader),
        Column(f"{record}_id", "text", f"id of the {record} in the article", lambda row: row.record.id),
    )


def proof_columns(row: type[_Any]) -> tuple[Column[_Any], ...]:
    """Return the columns with a record's sentences and with what the checks found."""
    return (
        Column(
            "sentences",
            "integers",
            "numbers of the sentences that prove it; 0 is the title",
            lambda row: list(dict.fromkeys(proof.sentence for proof in _proofs(row))),
        ),
        Column(
            "evidence",
            "texts",
            "these sentences",
            lambda row: list(dict.fromkeys(proof.quote for proof in _proofs(row))),
        ),
        Column(
            "errors",
            "texts",
            "codes of the errors that the checks found; nothing is derived from such a record",
            lambda row: row.lookup.codes(row.record.id, Severity.ERROR),
        ),
        Column(
            "warnings",
            "texts",
            "codes of the warnings",
            lambda row: row.lookup.codes(row.record.id, Severity.WARNING),
        ),
    )


def _proofs(row: Event | Party | Harm) -> list[Evidence]:
    return row.record.evidence
