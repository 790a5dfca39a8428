"""The four tidy tables that csv and parquet share: one record a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from summarizer.output.export import Counts
from summarizer.output.export.casualties import casualties_table
from summarizer.output.export.columns import (
    Cell,
    Column,
    Event,
    Harm,
    Input,
    Party,
    Row,
    Table,
    key_columns,
    proof_columns,
)
from summarizer.output.export.facts import Facts
from summarizer.output.export.lookup import Lookup
from summarizer.output.export.operations import operations_table
from summarizer.schema.report import Report


@dataclass(frozen=True, slots=True)
class Tables:
    """The four tables, with the columns of a counting convention where one is named."""

    operations: Table[Event]
    actors: Table[Party]
    casualties: Table[Harm]
    articles: Table[Input]

    def rows(
        self, reports: Iterable[Report], outcomes: Iterable[Mapping[str, JsonValue]]
    ) -> Iterator[tuple[str, Row]]:
        """Yield the rows of all tables, each with the name of its table; both iterables are read once."""
        with Facts() as facts:
            for report in reports:
                facts.keep(report)
                yield from self._rows_of(report)
            for outcome in outcomes:
                yield self.articles.name, self.articles.row(Input(outcome, facts.of(outcome)))

    def _rows_of(self, report: Report) -> Iterator[tuple[str, Row]]:
        lookup = Lookup(report)
        for operation in report.operations:
            yield self.operations.name, self.operations.row(Event(operation, lookup))
        for actor in report.actors:
            yield self.actors.name, self.actors.row(Party(actor, lookup))
        for casualty in report.casualties:
            yield self.casualties.name, self.casualties.row(Harm(casualty, lookup))

    def __iter__(self) -> Iterator[Table[Event] | Table[Party] | Table[Harm] | Table[Input]]:
        yield from (self.operations, self.actors, self.casualties, self.articles)


def tables(counts: Counts | None = None) -> Tables:
    """Return the four tables; `counts` names the convention of their single numbers."""
    return Tables(
        operations_table(counts),
        Table("actors", (*key_columns(Party, "actor"), *_ACTORS, *proof_columns(Party))),
        casualties_table(counts),
        Table("articles", _ARTICLES),
    )


def _text(name: str) -> Callable[[Input], Cell]:
    def value(row: Input) -> Cell:
        found = row.outcome.get(name)
        return None if found is None else str(found)

    return value


def _integer(name: str) -> Callable[[Input], Cell]:
    def value(row: Input) -> Cell:
        found = row.outcome.get(name)
        return int(found) if isinstance(found, int | float) else None

    return value


def _number(name: str) -> Callable[[Input], Cell]:
    def value(row: Input) -> Cell:
        found = row.outcome.get(name)
        return float(found) if isinstance(found, int | float) else None

    return value


def _published(row: Input) -> Cell:
    found = row.outcome.get("published")
    return dt.date.fromisoformat(str(found)[:10]) if found else None


def _fact(name: str) -> Callable[[Input], Cell]:
    def value(row: Input) -> Cell:
        found: Cell = row.facts.get(name)  # type: ignore[assignment]  # Facts keeps cells
        return found

    return value


_ACTORS: tuple[Column[Party], ...] = (
    Column("name", "text", "fullest name in the text", lambda row: row.record.name),
    Column("aliases", "texts", "every other form in the text", lambda row: row.record.aliases),
    Column("type", "text", "what it is", lambda row: row.record.type.value),
    Column(
        "country", "text", "the state it serves or comes from, ISO 3166-1", lambda row: row.record.country
    ),
    Column("belongs_to", "text", "id of the parent actor", lambda row: row.record.belongs_to),
    Column("leaders", "texts", "named commanders or officials", lambda row: row.record.leaders),
    Column(
        "operations",
        "texts",
        "its part in each operation (`O1:initiator`)",
        lambda row: row.lookup.parts(row.record.id),
    ),
)
_ARTICLES: tuple[Column[Input], ...] = (
    Column("article_id", "text", "id of the article", _text("id")),
    Column("source", "text", "where it was read from", _text("source")),
    Column("title", "text", "its title", _text("title")),
    Column("published", "date", "day of publication, never guessed", _published),
    Column("outcome", "text", "how reading it ended (`ok`, `refused`, `duplicate`, …)", _text("outcome")),
    Column("error", "text", "name of the error", _text("error")),
    Column("reason", "text", "why there is no report", _text("reason")),
    Column("duplicate_of", "text", "source or id of the article with the same text", _text("duplicate_of")),
    Column("input_tokens", "integer", "tokens sent", _integer("input_tokens")),
    Column("output_tokens", "integer", "tokens received", _integer("output_tokens")),
    Column("cost_usd", "number", "what it cost in USD; blank: the price is not known", _number("cost_usd")),
    Column("seconds", "number", "how long reading it took", _number("seconds")),
    Column("reader", "text", "who read it", _fact("reader")),
    Column("publisher", "text", "who published it", _fact("publisher")),
    Column("language", "text", "its language, ISO 639-1", _fact("language")),
    Column("relevance", "text", "what the article is to conflict data", _fact("relevance")),
    Column("document_type", "text", "what kind of text it is", _fact("document_type")),
    Column("headline", "text", "what happened, composed by the reader", _fact("headline")),
    Column("abstract", "text", "the article in at most 60 words, composed by the reader", _fact("abstract")),
    Column("operations", "integer", "operations in the report", _fact("operations")),
    Column("actors", "integer", "actors in the report", _fact("actors")),
    Column("casualties", "integer", "counts in the report", _fact("casualties")),
    Column("errors", "texts", "codes of all errors that the checks found", _fact("errors")),
    Column("warnings", "texts", "codes of all warnings", _fact("warnings")),
)
