"""The published JSON Schemas say what the records say, to a validator that knows nothing of Pydantic."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from summarizer.schema import Draft, Report, publish
from summarizer.schema.entries import vocabularies

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "schemas"
DRAFT = json.loads((HERE / "draft.json").read_text(encoding="utf-8"))
REPORT = json.loads((HERE / "report.json").read_text(encoding="utf-8"))
MINIMAL = {"relevance": "not_conflict", "document_type": "news", "headline": "", "abstract": ""}

Json = dict[str, Any]


def published(name: str) -> Json:
    schema: Json = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema


draft_validator = Draft202012Validator(published("draft"))
report_validator = Draft202012Validator(
    published("report"), format_checker=Draft202012Validator.FORMAT_CHECKER
)


@pytest.mark.parametrize("name", publish.published_files())
def test_published_files_are_up_to_date(name: str) -> None:
    """schemas/ holds what the records say now."""
    stored = (SCHEMAS / name).read_text(encoding="utf-8")

    assert stored == publish.published_files()[name], (
        f"schemas/{name} differs from summarizer/schema/. If the change is meant, run `{publish.COMMAND}`."
    )


def test_schemas_holds_nothing_else() -> None:
    """What is shipped as the contract is all generated."""
    assert {file.name for file in SCHEMAS.iterdir()} == publish.published_files().keys()


@pytest.mark.parametrize("name", ["draft", "report"])
def test_a_published_schema_is_a_json_schema(name: str) -> None:
    """It satisfies the metaschema of the dialect that it names, and has an identifier of its own."""
    schema = published(name)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:summarizer:schema:{name}:1"
    Draft202012Validator.check_schema(schema)


def objects(schema: object) -> Iterator[Json]:
    """Every part of a schema that describes a record."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


@pytest.mark.parametrize("name", ["draft", "report"])
def test_every_record_is_closed_and_described(name: str) -> None:
    """A record takes no other property, and says what it is."""
    for schema in objects(published(name)):
        assert schema["additionalProperties"] is False, schema["title"]
        assert schema["description"], schema["title"]


@pytest.mark.parametrize("name", ["draft", "report"])
def test_every_vocabulary_carries_its_definitions(name: str) -> None:
    """A vocabulary stands in `$defs` with its words in order and one line for each."""
    definitions = published(name)["$defs"]
    found = [words for words in vocabularies() if words.__name__ in definitions]

    assert len(found) == (25 if name == "report" else 17)
    for words in found:
        schema = definitions[words.__name__]
        lines = schema["description"].splitlines()[1:]
        assert schema["enum"] == [word.value for word in words]
        assert lines == [f"{word}: {word.definition}".removesuffix(": ") for word in words]


@pytest.mark.parametrize("name", ["draft", "report"])
def test_no_definition_is_unused(name: str) -> None:
    """Each `$defs` entry is referred to, and each reference has its entry."""
    schema = published(name)
    text = json.dumps(schema)
    used = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}

    assert used == schema["$defs"].keys()


def test_a_written_report_leaves_nothing_out() -> None:
    """In a report every property is required, so that a missing value can only be null."""
    for schema in objects(published("report")):
        assert schema["required"] == list(schema["properties"]), schema["title"]


def pydantic_accepts(document: object, *, strict: bool) -> bool:
    try:
        Draft.model_validate_json(json.dumps(document), strict=strict)
    except ValidationError:
        return False
    return True


def changed(*path: str | int, to: object) -> Json:
    """The example draft with one value replaced."""
    document: Json = copy.deepcopy(DRAFT)
    part: Any = document
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = to
    return document


def without(*path: str | int) -> Json:
    """The example draft with one value left out."""
    document: Json = copy.deepcopy(DRAFT)
    part: Any = document
    for step in path[:-1]:
        part = part[step]
    del part[path[-1]]
    return document


GOOD = {
    "whole": DRAFT,
    "nothing but what is required": MINIMAL,
    "null left out": without("operations", 0, "objective"),
    "empty list left out": without("casualties", 0, "persons"),
    "default left out": without("operations", 0, "civilians"),
    "null count": changed("casualties", 0, "count", to=None),
    "any number of sentences": changed("actors", 0, "evidence", to=[0, 7, -1]),
    "other scripts": changed("actors", 0, "name", to="الجبهة الشمالية"),
    "named victim": changed("casualties", 0, "persons", to=[{"name": "Ilse Tarn", "age": 34}]),
}

BROKEN: dict[str, object] = {
    "required property left out": without("relevance"),
    "required property of a record left out": without("operations", 0, "assertion"),
    "required property null": changed("headline", to=None),
    "unknown property": changed("confidence", to=0.9),
    "unknown property of a record": changed("casualties", 0, "minimum", to=9),
    "unknown word": changed("operations", 0, "type", to="air_strike"),
    "word in another case": changed("relevance", to="Event_Report"),
    "unknown word in a list": changed("operations", 0, "means", to=["mortar", "bow"]),
    "null word": changed("operations", 0, "stage", to=None),
    "number as text": changed("casualties", 0, "count", to=9),
    "text as number": changed("actors", 0, "evidence", to=["1"]),
    "true as number": changed("actors", 0, "evidence", to=[True]),
    "fraction as sentence": changed("actors", 0, "evidence", to=[1.5]),
    "text as truth": changed("sources", 0, "anonymous", to="no"),
    "null list": changed("sources", to=None),
    "record for list": changed("actors", to={}),
    "text for record": changed("casualties", 1, "relation", to="C1"),
    "relation without kind": changed("casualties", 1, "relation", to={"to": "C1"}),
    "null in list": changed("actors", 0, "aliases", to=[None]),
    "no object": [],
    "null": None,
}


@pytest.mark.parametrize("document", GOOD.values(), ids=GOOD.keys())
def test_good_drafts_are_accepted_by_both(document: Json) -> None:
    """Pydantic and the independent validator accept what a reader may answer."""
    assert draft_validator.is_valid(document)
    assert pydantic_accepts(document, strict=True)
    assert pydantic_accepts(document, strict=False)


@pytest.mark.parametrize("document", BROKEN.values(), ids=BROKEN.keys())
def test_broken_drafts_are_refused_by_both(document: object) -> None:
    """Pydantic in strict mode and the independent validator refuse the same faults."""
    assert not draft_validator.is_valid(document)
    assert not pydantic_accepts(document, strict=True)


def instances(schema: Json, definitions: Json) -> st.SearchStrategy[Any]:
    """Documents that a schema describes; only the keywords that the published schemas use."""
    if "$ref" in schema:
        return instances(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in schema:
        return st.one_of([instances(option, definitions) for option in schema["anyOf"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema["type"] == "array":
        return st.lists(instances(schema["items"], definitions), max_size=2)
    if schema["type"] == "object":
        parts = {name: instances(part, definitions) for name, part in schema["properties"].items()}
        required = {name: part for name, part in parts.items() if name in schema["required"]}
        optional = {name: part for name, part in parts.items() if name not in schema["required"]}
        return st.fixed_dictionaries(required, optional=optional)
    plain: dict[str, st.SearchStrategy[Any]] = {
        "string": st.text(max_size=8),
        "integer": st.integers(-(10**6), 10**6),
        "boolean": st.booleans(),
        "null": st.none(),
    }
    return plain[schema["type"]]


def places(document: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value within a document."""
    steps: list[Any] = []
    if isinstance(document, dict):
        steps = list(document)
    elif isinstance(document, list):
        steps = list(range(len(document)))
    for step in steps:
        yield (*path, step)
        yield from places(document[step], (*path, step))  # type: ignore[index]  # it is one of the two


draft_schema = published("draft")
drafts = instances(draft_schema, draft_schema["$defs"])


@settings(deadline=None, max_examples=60)
@given(drafts)
def test_what_the_schema_describes_is_a_draft(document: Json) -> None:
    """Any document made from the schema alone is accepted by both."""
    assert draft_validator.is_valid(document)
    assert pydantic_accepts(document, strict=True)
    assert pydantic_accepts(document, strict=False)


odd_values = st.one_of(
    st.sampled_from(
        [None, True, 0, 1.5, "", "killed", "S1", [], [None], {}, {"to": "C1", "kind": "part_of"}]
    ),
    st.text(max_size=5),
).map(copy.deepcopy)  # a value put into the document may be damaged in its turn


@settings(deadline=None, max_examples=400)
@given(st.data())
def test_both_judge_damaged_drafts_alike(data: st.DataObject) -> None:
    """With a few values replaced, dropped or added anywhere, both accept or both refuse."""
    document: Any = copy.deepcopy(DRAFT)
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(sorted(places(document), key=repr)))
        parent = document
        for step in path[:-1]:
            parent = parent[step]
        action = data.draw(st.sampled_from(["replace", "drop", "add"]))
        if action == "drop":
            del parent[path[-1]]
        elif action == "add" and isinstance(parent, dict):
            parent[data.draw(st.sampled_from(["surprise", "minimum", "count", "name"]))] = data.draw(
                odd_values
            )
        else:
            parent[path[-1]] = data.draw(odd_values)
        if not list(places(document)):
            break

    assert draft_validator.is_valid(document) == pydantic_accepts(document, strict=True)


def test_a_report_is_valid_as_it_is_written() -> None:
    """What Pydantic writes of a report satisfies the published schema, dates included."""
    written = Report.model_validate(REPORT).model_dump_json()

    report_validator.validate(json.loads(written))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("operations", 0, "when", "start"), "last Tuesday"),
        (("operations", 0, "basis"), "claimed"),
        (("casualties", 0, "quantity", "minimum"), "9"),
        (("casualties", 0, "quantity", "qualifier"), None),
        (("article", "published_basis"), "guessed"),
        (("article", "sentences", 0, "end"), None),
        (("findings", 0, "code"), "place_unknown"),
        (("findings", 0, "evidence", 0), 1),
        (("provenance", "parameters"), None),
        (("provenance", "cost_usd"), "free"),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else repr(value),
)
def test_broken_reports_are_refused_by_both(path: tuple[str | int, ...], value: object) -> None:
    """A wrong computed value is refused by Pydantic in strict mode and by the independent validator."""
    document: Any = copy.deepcopy(REPORT)
    part = document
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value

    assert not report_validator.is_valid(document)
    with pytest.raises(ValidationError):
        Report.model_validate_json(json.dumps(document), strict=True)


def test_any_property_missing_from_a_report_is_noticed() -> None:
    """A report from which any one property was dropped is no longer valid."""
    paths = [path for path in places(REPORT) if isinstance(path[-1], str)]
    paths = [path for path in paths if "parameters" not in path[:-1]]  # a free map
    assert len(paths) > 200

    for path in paths:
        document: Any = copy.deepcopy(REPORT)
        part = document
        for step in path[:-1]:
            part = part[step]
        del part[path[-1]]
        assert not report_validator.is_valid(document), path


def test_the_command_writes_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a checkout the command writes the three files and says so."""
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "schemas").mkdir()
    monkeypatch.setattr(publish, "__file__", str(tmp_path / "summarizer" / "schema" / "publish.py"))

    assert publish.main() == 0
    said = capsys.readouterr().out
    for name in publish.published_files():
        assert (tmp_path / "schemas" / name).read_bytes() == (SCHEMAS / name).read_bytes()
        assert f"schemas/{name}: " in said


def test_the_command_refuses_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Outside a checkout the command writes nothing, and says where it wants to be run."""
    monkeypatch.setattr(publish, "__file__", str(tmp_path / "summarizer" / "schema" / "publish.py"))

    assert publish.main() == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert publish.COMMAND in error
    assert list(tmp_path.iterdir()) == []
