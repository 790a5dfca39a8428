"""The published contract, `schemas/`: two JSON Schemas and the codebook, made from the records.

`python -m summarizer.schema.publish`, in a checkout of the repository, writes them anew.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from summarizer.schema._record import Record
from summarizer.schema.draft import Draft
from summarizer.schema.entries import RECORDS, entries, summary, vocabularies
from summarizer.schema.handbook import handbook
from summarizer.schema.report import SCHEMA_VERSION, Report
from summarizer.schema.vocabulary import Word

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
COMMAND = "python -m summarizer.schema.publish"

_KEY_ORDER = (
    "$schema",
    "$id",
    "title",
    "description",
    "$ref",
    "type",
    "format",
    "enum",
    "anyOf",
    "items",
    "default",
    "properties",
    "required",
    "additionalProperties",
    "$defs",
)


def draft_schema() -> Schema:
    """The JSON Schema of a draft: it accepts what `Draft` accepts in strict mode."""
    return _published(Draft, "draft", complete=False)


def report_schema() -> Schema:
    """The JSON Schema of a report as it is written: no property is left out, null stays null."""
    return _published(Report, "report", complete=True)


def published_files() -> dict[str, str]:
    """What `schemas/` has to contain, by file name."""
    return {
        "draft.schema.json": _json(draft_schema()),
        "report.schema.json": _json(report_schema()),
        "README.md": handbook(),
    }


def main() -> int:
    """Write `schemas/` and say what was written; 2 where there is no checkout to write into."""
    root = Path(__file__).resolve().parents[2]
    schemas = root / "schemas"
    if not (root / "pyproject.toml").is_file() or not schemas.is_dir():
        sys.stderr.write(
            f"{schemas} is not the schemas/ of a checkout of the repository: run `{COMMAND}` in a checkout "
            "(an installed package already carries its schemas).\n"
        )
        return 2
    for name, text in published_files().items():
        (schemas / name).write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"schemas/{name}: {len(text.encode())} bytes\n")
    return 0


def _published(model: type[Record], name: str, *, complete: bool) -> Schema:
    source = model.model_json_schema(mode="serialization" if complete else "validation")
    definitions: Schema = source.pop("$defs")
    records = {record.__name__: record for record in RECORDS}
    words = {vocabulary.__name__: vocabulary for vocabulary in vocabularies()}
    described: Schema = {}
    for title in sorted(definitions):
        if title in words:
            described[title] = _enumeration(words[title])
        elif title in records:
            described[title] = _object(records[title], definitions[title], complete=complete)
        else:
            described[title] = _tidy(definitions[title])
    identity = {"$schema": DIALECT, "$id": f"urn:summarizer:schema:{name}:{SCHEMA_VERSION}"}
    return _ordered(identity | _object(model, source, complete=complete) | {"$defs": described})


def _enumeration(words: type[Word]) -> Schema:
    lines = [f"{word.value}: {word.definition}" if word.definition else word.value for word in words]
    return _ordered(
        {
            "title": words.__name__,
            "description": "\n".join([f"{summary(words)}.", *lines]),
            "type": "string",
            "enum": [word.value for word in words],
        }
    )


def _object(record: type[Record], source: Schema, *, complete: bool) -> Schema:
    properties = {}
    for entry in entries(record):
        said = "; ".join(part for part in (entry.meaning, entry.null) if part)
        properties[entry.name] = _tidy(source["properties"][entry.name]) | (
            {"description": said} if said else {}
        )
    if complete:
        for schema in properties.values():
            schema.pop("default", None)  # nothing is left out that a default could stand for
    required = list(properties) if complete else source.get("required", [])
    return _ordered(
        {
            "title": record.__name__,
            "description": f"{summary(record)}.",
            "type": "object",
            "properties": {name: _ordered(schema) for name, schema in properties.items()},
            "required": required,
            "additionalProperties": False,
        }
    )


def _tidy(node: Schema) -> Schema:
    """A property or type as any supported version of Pydantic writes it, without generated titles."""
    node = {key: value for key, value in node.items() if key != "title"}
    if len(node.get("allOf", [])) == 1:  # how Pydantic before 2.9 puts a default beside a reference
        node |= node.pop("allOf")[0]
    if "items" in node:
        node["items"] = _tidy(node["items"])
    if "anyOf" in node:
        node["anyOf"] = [_tidy(option) for option in node["anyOf"]]
    if isinstance(node.get("additionalProperties"), dict):
        node["additionalProperties"] = _tidy(node["additionalProperties"])
    return _ordered(node)


def _ordered(node: Schema) -> Schema:
    return {key: node[key] for key in sorted(node, key=_KEY_ORDER.index)}


def _json(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main())
