"""The table of counts, one count statement a row."""

from __future__ import annotations

from summarizer.output.export import Counts
from summarizer.output.export.columns import Cell, Column, Harm, Table, key_columns, proof_columns
from summarizer.output.export.conventions import CONVENTIONS, count_of
from summarizer.schema.casualty import Person


def casualties_table(counts: Counts | None) -> Table[Harm]:
    """Return the table, with the column of a convention where one is named."""
    columns = (*key_columns(Harm, "casualty"), *_COLUMNS, *_count_column(counts), *proof_columns(Harm))
    return Table("casualties", columns)


def _count_column(counts: Counts | None) -> tuple[Column[Harm], ...]:
    if counts is None:
        return ()
    convention = CONVENTIONS[counts]
    return (
        Column(
            f"count_{counts}",
            "integer",
            f"{convention.count_meaning}; blank, too, for a count that is of no event, denied, hypothetical, "
            "or has an error",
            lambda row: count_of(convention, row.record, row.lookup),
        ),
    )


def _person(person: Person) -> str:
    """A victim as "Amal Saleh, 20, a teacher"."""
    age = None if person.age is None else str(person.age)
    return ", ".join(filter(None, (person.name, age, person.description)))


def _related(row: Harm) -> Cell:
    return row.record.relation.to if row.record.relation else None


_COLUMNS: tuple[Column[Harm], ...] = (
    Column(
        "operations",
        "texts",
        "ids of the operations: several for a joint count, none for a period or a war",
        lambda row: row.record.operations,
    ),
    Column("outcome", "text", "what befell the victims", lambda row: row.record.outcome.value),
    Column(
        "count", "text", "the phrase as written; blank: only a plural says so", lambda row: row.record.count
    ),
    Column(
        "minimum", "integer", "the least it means; blank: no reading", lambda row: row.record.quantity.minimum
    ),
    Column(
        "maximum",
        "integer",
        "the most it means; blank: no upper bound is stated",
        lambda row: row.record.quantity.maximum,
    ),
    Column("best", "integer", "the single stated figure", lambda row: row.record.quantity.best),
    Column(
        "qualifier",
        "text",
        "how the phrase bounds its number",
        lambda row: row.record.quantity.qualifier.value,
    ),
    Column("victims", "text", "the victims as written", lambda row: row.record.victims),
    Column(
        "victim_actor", "text", "whose people they are", lambda row: row.lookup.actor(row.record.victim_actor)
    ),
    Column("victim_status", "text", "what they are", lambda row: row.record.victim_status.value),
    Column(
        "persons",
        "texts",
        "victims named in the text, with age and description",
        lambda row: [_person(person) for person in row.record.persons],
    ),
    Column(
        "scope",
        "text",
        "what it counts: only `event` is one event's toll",
        lambda row: row.record.scope.value,
    ),
    Column("period", "text", "the period as written", lambda row: row.record.period),
    Column(
        "relation",
        "text",
        "what it is to another count: part_of, revises, rivals, adds_to",
        lambda row: row.record.relation.kind.value if row.record.relation else None,
    ),
    Column("related_to", "text", "id of that other count", _related),
    Column(
        "in_toll",
        "flag",
        "whether the toll of an operation uses it; rivals are used without being added",
        lambda row: row.lookup.in_toll(row.record),
    ),
    Column(
        "caused_by",
        "texts",
        "by whom, where not simply by the initiator",
        lambda row: row.lookup.actors(row.record.caused_by),
    ),
    Column("assertion", "text", "how the text stands to it", lambda row: row.record.assertion.value),
    Column("basis", "text", "whose word it rests on", lambda row: row.record.basis.value),
    Column(
        "according_to",
        "texts",
        "who says so; empty: the narrator",
        lambda row: row.lookup.speakers(row.record.according_to),
    ),
)
