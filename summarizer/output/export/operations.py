"""The table of operations."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.output.export import Counts
from summarizer.output.export.columns import Cell, Column, Event, Table, key_columns, proof_columns
from summarizer.output.export.conventions import CONVENTIONS, fatalities_of
from summarizer.schema.report import Place, When
from summarizer.schema.vocabulary import Outcome, ParticipantRole


def operations_table(counts: Counts | None) -> Table[Event]:
    """Return the table, with the columns of a convention where one is named."""
    columns = (
        *key_columns(Event, "operation"),
        *_WHAT,
        *_WHO,
        *_WHEN,
        *_WHERE,
        *_EFFECT,
        *_toll_columns(),
        *fatalities_columns(counts),
        *_CODES,
        *proof_columns(Event),
    )
    return Table("operations", columns)


def fatalities_columns(counts: Counts | None) -> tuple[Column[Event], ...]:
    """Return the columns that a convention adds to an operation."""
    if counts is None:
        return ()
    convention = CONVENTIONS[counts]
    single: Column[Event] = Column(
        f"fatalities_{counts}",
        "integer",
        convention.fatalities_meaning,
        lambda row: fatalities_of(convention, row.record, row.lookup),
    )
    return (single, *_UCDP) if counts == "ucdp" else (single,)


def _when(name: str) -> Callable[[Event], Cell]:
    def value(row: Event) -> Cell:
        when: When | None = row.record.when
        found: Cell = None if when is None else getattr(when, name)
        return found

    return value


def _place(name: str) -> Callable[[Event], Cell]:
    """The attribute of the operation's place; what a gazetteer knows only where the place has no error."""

    def value(row: Event) -> Cell:
        place: Place | None = row.lookup.place(row.record)
        if place is None or (name != "name" and not row.lookup.is_sound(row.record, place)):
            return None
        found: Cell = getattr(place, name)
        return found

    return value


def _role(role: ParticipantRole) -> Callable[[Event], Cell]:
    return lambda row: row.lookup.in_role(row.record, role)


def _toll(outcome: Outcome, bound: str) -> Callable[[Event], Cell]:
    def value(row: Event) -> Cell:
        line = row.lookup.toll(row.record, outcome)
        found: int | None = None if line is None else getattr(line, bound)
        return found

    return value


def _ucdp(name: str) -> Callable[[Event], Cell]:
    def value(row: Event) -> Cell:
        deaths = row.record.crosswalk.ucdp_deaths
        if deaths is None or row.lookup.has_error(row.record.id):
            return None
        found: int | None = getattr(deaths, name)
        return found

    return value


def _code(name: str) -> Callable[[Event], Cell]:
    """The attribute of the crosswalk; none where the operation has an error."""

    def value(row: Event) -> Cell:
        found: Cell = getattr(row.record.crosswalk, name)
        return None if row.lookup.has_error(row.record.id) else found

    return value


def _toll_columns() -> tuple[Column[Event], ...]:
    columns = []
    for outcome in Outcome:
        words = outcome.value.replace("_", " ")
        columns += [
            Column(
                f"{outcome.value}_minimum",
                "integer",
                f"least number {words} that may be added up; blank: no count has a number",
                _toll(outcome, "minimum"),
            ),
            Column(
                f"{outcome.value}_maximum",
                "integer",
                f"greatest number {words}; blank: no upper bound is stated",
                _toll(outcome, "maximum"),
            ),
        ]
    return tuple(columns)


_WHAT: tuple[Column[Event], ...] = (
    Column("title", "text", "what happened, in at most 10 words", lambda row: row.record.title),
    Column("type", "text", "operation type", lambda row: row.record.type.value),
    Column(
        "means", "texts", "what it was done with", lambda row: [means.value for means in row.record.means]
    ),
    Column("stage", "text", "how far it has come", lambda row: row.record.stage.value),
    Column("assertion", "text", "how the text stands to it", lambda row: row.record.assertion.value),
    Column("basis", "text", "whose word it rests on", lambda row: row.record.basis.value),
    Column(
        "according_to",
        "texts",
        "who says so; empty: the narrator",
        lambda row: row.lookup.speakers(row.record.according_to),
    ),
    Column("discourse", "text", "main, secondary or background", lambda row: row.record.discourse.value),
    Column("part_of", "text", "id of the larger operation", lambda row: row.record.part_of),
)
_WHO: tuple[Column[Event], ...] = (
    Column("initiators", "texts", "who attacks or acts", _role(ParticipantRole.INITIATOR)),
    Column("targets", "texts", "who is attacked", _role(ParticipantRole.TARGET)),
    Column("participants", "texts", "who fights, on either side", _role(ParticipantRole.PARTICIPANT)),
    Column("supporters", "texts", "who helps a side", _role(ParticipantRole.SUPPORTER)),
    Column("mediators", "texts", "who mediates", _role(ParticipantRole.MEDIATOR)),
    Column("accused", "texts", "who is accused of it", _role(ParticipantRole.ACCUSED)),
)
_WHEN: tuple[Column[Event], ...] = (
    Column("date", "text", "the date phrase as written", lambda row: row.record.date),
    Column("start", "date", "first day", _when("start")),
    Column("end", "date", "last day, included", _when("end")),
    Column("time_of_day", "text", "part of the day", _when("time_of_day")),
    Column("date_precision", "text", "how wide the span is", _when("precision")),
    Column("date_basis", "text", "what the days were computed from", _when("basis")),
)
_WHERE: tuple[Column[Event], ...] = (
    Column(
        "places", "texts", "all places as written", lambda row: [place.name for place in row.record.places]
    ),
    Column(
        "place",
        "text",
        "the place that it is put at: of the incident, else what was captured, else the target; one with "
        "coordinates first",
        _place("name"),
    ),
    Column(
        "place_relation", "text", "the words before that name (“12 kilometres north of”)", _place("relation")
    ),
    Column("canonical", "text", "that place in the gazetteer", _place("canonical")),
    Column("country", "text", "its country, ISO 3166-1 alpha-3", _place("country")),
    Column("admin1", "text", "its province, governorate or state", _place("admin1")),
    Column("latitude", "number", "its latitude in degrees", _place("latitude")),
    Column("longitude", "number", "its longitude in degrees", _place("longitude")),
    Column("geonames_id", "integer", "its GeoNames id", _place("geonames_id")),
    Column("place_precision", "text", "how closely the coordinates locate it", _place("precision")),
)
_EFFECT: tuple[Column[Event], ...] = (
    Column("objective", "text", "stated aim", lambda row: row.record.objective),
    Column(
        "territorial_effect",
        "text",
        "what the initiator gained or lost",
        lambda row: row.record.territorial_effect.value,
    ),
    Column("civilians", "text", "what it was to civilians", lambda row: row.record.civilians.value),
    Column("damage", "texts", "damage as written", lambda row: row.record.damage),
)
_CODES: tuple[Column[Event], ...] = (
    Column(
        "acled_sub_event",
        "text",
        "ACLED sub_event_type; blank where ACLED does not code the operation, or nothing tells whether those "
        "attacked were armed (Armed clash) or not (Attack)",
        _code("acled_sub_event"),
    ),
    Column("ucdp_type", "integer", "UCDP type of violence: 1, 2 or 3", _code("ucdp_type")),
    Column("plover_event", "text", "PLOVER event type", _code("plover_event")),
    Column("plover_mode", "text", "PLOVER mode", _code("plover_mode")),
    Column("gtd_attack_type", "text", "GTD attacktype", _code("gtd_attack_type")),
    Column("muc_stage", "text", "MUC-4 stage of execution", _code("muc_stage")),
)
_UCDP: tuple[Column[Event], ...] = (
    Column("fatalities_ucdp_low", "integer", "UCDP's low estimate", _ucdp("low")),
    Column(
        "fatalities_ucdp_high",
        "integer",
        "UCDP's high estimate; blank: no upper bound is stated",
        _ucdp("high"),
    ),
    Column(
        "fatalities_ucdp_side_a",
        "integer",
        "of the best estimate, the side of the government or of the attacker",
        _ucdp("side_a"),
    ),
    Column("fatalities_ucdp_side_b", "integer", "of the best estimate, the other side", _ucdp("side_b")),
    Column("fatalities_ucdp_civilians", "integer", "of the best estimate, civilians", _ucdp("civilians")),
    Column("fatalities_ucdp_unknown", "integer", "of the best estimate, an unknown side", _ucdp("unknown")),
)
