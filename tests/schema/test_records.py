"""Records are plain values: equal, picklable, exact through JSON, closed, and null stays null."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summarizer.schema import (
    Actor,
    Casualty,
    Crosswalk,
    Draft,
    Operation,
    Quantity,
    Relation,
    Report,
    Source,
    Toll,
    UcdpDeaths,
)
from summarizer.schema._record import Record
from summarizer.schema.entries import RECORDS
from summarizer.schema.vocabulary import Assertion, Outcome, RelationKind, Scope, VictimStatus

HERE = Path(__file__).parent
DRAFT = (HERE / "draft.json").read_text(encoding="utf-8")
REPORT = (HERE / "report.json").read_text(encoding="utf-8")

WHOLE: list[tuple[type[Draft] | type[Report], str]] = [(Draft, DRAFT), (Report, REPORT)]


@pytest.mark.parametrize(("model", "text"), WHOLE, ids=["draft", "report"])
def test_json_round_trip_is_exact(model: type[Draft] | type[Report], text: str) -> None:
    """What was read from JSON is written as the same JSON, and reads as an equal record."""
    record = model.model_validate_json(text)
    written = record.model_dump_json()

    assert json.loads(written) == json.loads(text)
    assert model.model_validate_json(written) == record
    assert model.model_validate_json(written).model_dump_json() == written


@pytest.mark.parametrize(("model", "text"), WHOLE, ids=["draft", "report"])
def test_json_keeps_the_order_of_fields(model: type[Draft] | type[Report], text: str) -> None:
    """Two reports can be compared as text: fields are written in the order of their definition."""
    written = json.loads(model.model_validate_json(text).model_dump_json())

    assert list(written) == list(model.model_fields)


@pytest.mark.parametrize(("model", "text"), WHOLE, ids=["draft", "report"])
def test_pickle_keeps_everything(model: type[Draft] | type[Report], text: str) -> None:
    """A record goes to another process and comes back equal, its words being members still."""
    record = model.model_validate_json(text)
    again = pickle.loads(pickle.dumps(record))

    assert again == record
    assert type(again) is model
    assert again.operations[0].stage is record.operations[0].stage
    assert again.model_dump_json() == record.model_dump_json()


@pytest.mark.parametrize(("model", "text"), WHOLE, ids=["draft", "report"])
def test_equality_is_by_value_and_deep(model: type[Draft] | type[Report], text: str) -> None:
    """Two records are equal when all their values are, and differ when one deep within does."""
    one, other = model.model_validate_json(text), model.model_validate_json(text)
    assert one == other

    other.casualties[1].victims = "adults"
    assert one != other


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_an_unknown_field_is_refused(record: type[Record]) -> None:
    """No record takes a field that it does not have: a misspelt one would be lost."""
    with pytest.raises(ValidationError) as refusal:
        record.model_validate({"surprise": 1})

    refused = [(error["type"], error["loc"]) for error in refusal.value.errors()]
    assert ("extra_forbidden", ("surprise",)) in refused


def test_null_is_written_and_stays_null() -> None:
    """Null is written out, and reads back as null: neither 0 nor an empty text nor an absent key."""
    casualty = Casualty(
        id="C1",
        outcome=Outcome.KILLED,
        count=None,
        victims="insurgents",
        scope=Scope.EVENT,
        assertion=Assertion.STATED,
    )
    written = json.loads(casualty.model_dump_json())

    assert "count" in written
    assert written["count"] is None
    assert Casualty.model_validate(written).count is None


@pytest.mark.parametrize("record", [UcdpDeaths, Crosswalk])
def test_a_derived_count_is_null_until_somebody_sets_it(record: type[Record]) -> None:
    """Code that computes nothing leaves null behind, never 0."""
    assert set(record().model_dump().values()) == {None}


def test_zero_is_not_null() -> None:
    """A stated zero and a missing number are different values, before and after JSON."""
    zero = Quantity(as_written="no", minimum=0, maximum=0, best=0, qualifier="none", rule="zero")
    unknown = zero.model_copy(update={"minimum": None, "maximum": None, "best": None})

    assert zero != unknown
    assert Quantity.model_validate_json(zero.model_dump_json()).minimum == 0
    assert Quantity.model_validate_json(unknown.model_dump_json()).minimum is None


@pytest.mark.parametrize("value", [0, False, [], {}])
def test_an_empty_value_of_another_type_is_refused(value: object) -> None:
    """Where a text or null belongs, nothing else is turned into null."""
    operation = json.loads(DRAFT)["operations"][0]

    with pytest.raises(ValidationError, match=r"date\n *Input should be a valid string"):
        Operation.model_validate_json(json.dumps(operation | {"date": value}))


def test_an_empty_text_is_not_null() -> None:
    """An empty text stays what it is, so that a check can find it."""
    operation = json.loads(DRAFT)["operations"][0]

    assert Operation.model_validate_json(json.dumps(operation | {"date": ""})).date == ""


@pytest.mark.parametrize("field", ["minimum", "maximum"])
def test_a_computed_bound_has_to_be_said(field: str) -> None:
    """A bound of a toll cannot be forgotten: whoever means null writes it."""
    toll: dict[str, object] = {"outcome": "killed", "minimum": None, "maximum": None, "records": []}

    assert Toll.model_validate(toll).minimum is None
    with pytest.raises(ValidationError, match=rf"{field}\n *Field required"):
        Toll.model_validate({name: value for name, value in toll.items() if name != field})


def test_what_a_draft_leaves_out_has_its_default() -> None:
    """Null, empty and default properties may be left out of a draft, and mean the same."""
    whole = Draft.model_validate_json(DRAFT)
    short = whole.model_dump_json(exclude_defaults=True)

    assert len(short) < len(whole.model_dump_json())
    assert Draft.model_validate_json(short) == whole


def test_defaults_are_not_shared() -> None:
    """What is added to one record's list does not appear in the next record."""
    first = Actor(id="A1", name="Northern Front", type="rebel_group")
    first.aliases.append("NF")

    assert Actor(id="A2", name="the army", type="state_military").aliases == []


def test_plain_strings_are_words() -> None:
    """A record takes the plain word, holds the member, and compares with either."""
    source = Source(id="S1", name="the hospital", kind="health")

    assert source.kind == "health"
    assert source.kind.definition == "hospital, doctor, health ministry"
    with pytest.raises(ValidationError, match="kind"):
        Source(id="S1", name="the hospital", kind="hospital")


texts = st.text(max_size=20)
casualties = st.builds(
    Casualty,
    id=texts,
    operations=st.lists(texts, max_size=3),
    outcome=st.sampled_from(Outcome),
    count=st.none() | texts,
    victims=texts,
    victim_actor=st.none() | texts,
    victim_status=st.sampled_from(VictimStatus),
    scope=st.sampled_from(Scope),
    period=st.none() | texts,
    relation=st.none() | st.builds(Relation, to=texts, kind=st.sampled_from(RelationKind)),
    assertion=st.sampled_from(Assertion),
    evidence=st.lists(st.integers(), max_size=3),
)


@given(casualties)
def test_any_casualty_survives_json_and_pickle(casualty: Casualty) -> None:
    """Whatever text or number stands in a record, JSON and pickle give back an equal one."""
    assert Casualty.model_validate_json(casualty.model_dump_json()) == casualty
    assert pickle.loads(pickle.dumps(casualty)) == casualty
