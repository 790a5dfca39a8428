"""Every schema that is sent satisfies strict structured output, and is as small as it can be."""

from __future__ import annotations

import inspect
import json
from enum import Enum
from typing import Any, Literal

import jsonschema
import pytest
from pydantic import BaseModel, Field, ValidationError

import summarizer.schema
from summarizer.readers.llm.strict_schema import NotStrict, Schema, strict_schema
from summarizer.schema import Draft, Provenance, Report

MODELS = [
    model
    for _, model in inspect.getmembers(summarizer.schema, inspect.isclass)
    if issubclass(model, BaseModel) and model not in (Provenance, Report)
]
KEYWORDS = {
    "type",
    "enum",
    "anyOf",
    "items",
    "properties",
    "required",
    "additionalProperties",
    "$ref",
    "$defs",
}


def nodes(schema: Schema) -> list[Schema]:
    """A schema and all schemas in it."""
    inner = [
        *schema.get("properties", {}).values(),
        *schema.get("$defs", {}).values(),
        *schema.get("anyOf", []),
    ]
    inner += [schema["items"]] if "items" in schema else []
    return [schema, *(node for child in inner for node in nodes(child))]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_of_the_package_is_strict(model: type[BaseModel]) -> None:
    """Every property required, no others allowed, nothing that an endpoint would reject or a model skip."""
    schema = strict_schema(model)

    jsonschema.Draft202012Validator.check_schema(schema)
    for node in nodes(schema):
        assert set(node) <= KEYWORDS
        assert set(node) & {"type", "anyOf", "$ref"}
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])


@pytest.mark.parametrize("model", [Provenance, Report], ids=lambda model: model.__name__)
def test_a_free_form_map_is_found(model: type[BaseModel]) -> None:
    """A report's parameters are a map; an endpoint lets it through, and fills it with nothing."""
    with pytest.raises(NotStrict, match=r"parameters: .*free-form map"):
        strict_schema(model)


def test_the_schema_is_built_once() -> None:
    """A process makes it once, however many articles it reads."""
    assert strict_schema(Draft) is strict_schema(Draft)


def test_the_schema_of_a_draft_is_small() -> None:
    """It is sent with every article: less than half of what pydantic writes."""
    ours = len(json.dumps(strict_schema(Draft), separators=(",", ":")))
    pydantics = len(json.dumps(Draft.model_json_schema(), separators=(",", ":")))

    assert ours < 0.5 * pydantics
    assert ours < 7000


def test_a_draft_with_every_property_satisfies_it() -> None:
    """An independent validator agrees with ours about a draft, and about a broken one."""
    minimal = Draft(relevance="not_conflict", document_type="other", headline="", abstract="")
    whole = json.loads(minimal.model_dump_json())

    jsonschema.validate(whole, strict_schema(Draft))
    for broken in (
        {**whole, "relevance": "x"},
        {**whole, "more": 1},
        {k: v for k, v in whole.items() if k != "issuer"},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, strict_schema(Draft))


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Leaf(BaseModel):
    """A description that goes."""

    colour: Colour = Field(Colour.RED, description="goes too")
    other: Colour | None = None
    size: Literal[3] = 3
    note: str | None = Field(None, max_length=9)


class Tree(BaseModel):
    leaf: Leaf | None = None
    leaves: list[Leaf] = []
    branches: list[Tree] = []


def test_shared_definitions_stand_once_and_single_ones_in_place() -> None:
    """What is used once is written where it is used."""
    schema = strict_schema(Tree)

    assert schema["$ref"] == "#/$defs/Tree"
    assert set(schema["$defs"]) == {"Colour", "Leaf", "Tree"}
    assert schema["$defs"]["Colour"] == {"type": "string", "enum": ["red", "blue"]}
    leaf = schema["$defs"]["Leaf"]["properties"]
    assert leaf["note"] == {"type": ["string", "null"]}
    assert leaf["size"] == {"type": "integer", "enum": [3]}
    assert leaf["other"] == {"anyOf": [{"$ref": "#/$defs/Colour"}, {"type": "null"}]}


def test_a_recursive_model_validates() -> None:
    """A schema that refers to itself is finite."""
    tree: dict[str, Any] = {"leaf": None, "leaves": [], "branches": []}

    jsonschema.validate({**tree, "branches": [tree]}, strict_schema(Tree))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**tree, "branches": [{}]}, strict_schema(Tree))


class Anything(BaseModel):
    value: Any


class Pair(BaseModel):
    value: tuple[int, str]


class Mapped(BaseModel):
    value: dict[str, int]


@pytest.mark.parametrize("model", [Anything, Pair, Mapped])
def test_what_no_strict_schema_can_express_is_refused(model: type[BaseModel]) -> None:
    """With the path of the field."""
    with pytest.raises(NotStrict, match=r"^value: "):
        strict_schema(model)


def test_parsing_is_as_strict_as_the_schema() -> None:
    """What the schema forbids, the draft forbids: unknown fields and unknown words."""
    minimal = {"relevance": "not_conflict", "document_type": "other", "headline": "", "abstract": ""}
    for broken in ({**minimal, "more": 1}, {**minimal, "relevance": "x"}):
        with pytest.raises(ValidationError):
            Draft.model_validate(broken)
