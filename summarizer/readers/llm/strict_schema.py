"""The JSON Schema of a model in the form that strict structured output takes, as small as it can be."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

Schema = dict[str, Any]

_PREFIX = "#/$defs/"


class NotStrict(TypeError):
    """A model has a field that no strict schema can express."""


@functools.cache
def strict_schema(model: type[BaseModel]) -> Schema:
    """Return the strict JSON Schema of `model`, built once a process; do not change what you get.

    Every property is required, no object takes others, an optional value is a union with null. Titles,
    descriptions and defaults are left out: the codebook in the prompt says what the fields mean. What is used
    once is written in place, what is used more often stands once in `$defs`.

    Raises:
        NotStrict: a free-form map, an untyped value or a tuple, with the path of the field.
    """
    source = model.model_json_schema()
    return _Strictifier(source.get("$defs", {}), source).build()


class _Strictifier:
    def __init__(self, definitions: dict[str, Schema], root: Schema) -> None:
        self.definitions = definitions
        self.root = root
        self.uses = Counter(_references(root))
        self.shared: dict[str, Schema] = {}

    def build(self) -> Schema:
        schema = self.tighten({key: value for key, value in self.root.items() if key != "$defs"}, "")
        return {**schema, "$defs": self.shared} if self.shared else schema

    def tighten(self, node: Schema, path: str) -> Schema:
        if (
            "allOf" in node and len(node["allOf"]) == 1
        ):  # how pydantic before 2.9 adds a default to a reference
            node = node["allOf"][0]
        if "$ref" in node:
            return self.reference(node["$ref"].removeprefix(_PREFIX), path)
        if "const" in node:
            return {"type": _type_of(node["const"]), "enum": [node["const"]]}
        if "enum" in node:
            return {"type": node.get("type", "string"), "enum": node["enum"]}
        if options := node.get("anyOf") or node.get("oneOf"):
            return self.union(options, path)
        match node.get("type"):
            case "object":
                return self.object(node, path)
            case "array" if "items" in node:
                return {"type": "array", "items": self.tighten(node["items"], f"{path}[]")}
            case "string" | "integer" | "number" | "boolean" | "null" as kind:
                return {"type": kind}
        raise NotStrict(f"{path or 'the root'}: no strict schema can express {sorted(node)}")

    def reference(self, name: str, path: str) -> Schema:
        if self.uses[name] == 1:
            return self.tighten(self.definitions[name], path)
        if name not in self.shared:
            self.shared[name] = {}  # a definition that refers to itself finds it here
            self.shared[name] = self.tighten(self.definitions[name], path)
        return {"$ref": _PREFIX + name}

    def union(self, options: list[Schema], path: str) -> Schema:
        tight = [self.tighten(option, path) for option in options]
        if all(option.keys() == {"type"} for option in tight):
            return {"type": [option["type"] for option in tight]}
        return {"anyOf": tight}

    def object(self, node: Schema, path: str) -> Schema:
        properties = node.get("properties")
        if properties is None or node.get("additionalProperties"):
            raise NotStrict(f"{path or 'the root'}: a free-form map; strict output needs named fields")
        return {
            "type": "object",
            "properties": {
                name: self.tighten(value, f"{path}.{name}".lstrip(".")) for name, value in properties.items()
            },
            "required": list(properties),
            "additionalProperties": False,
        }


def _references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(reference := node.get("$ref"), str):
            yield reference.removeprefix(_PREFIX)
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def _type_of(value: object) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case None:
            return "null"
    return "string"
