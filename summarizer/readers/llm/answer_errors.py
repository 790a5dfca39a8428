"""What is wrong with an answer, in our own words.

The words go back to the model when it is asked again, so they are short, name the failing path, and do not
change with a release of pydantic, whose messages carry its version and an address.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

# By the beginning of pydantic's error type, which is part of its documented interface.
_WORDS = (
    ("missing", "is missing"),
    ("extra_forbidden", "is no field of the schema"),
    ("enum", "is none of the words that the schema lists"),
    ("literal_error", "is none of the words that the schema lists"),
    ("string_", "must be a string"),
    ("int_", "must be a whole number"),
    ("bool_", "must be true or false"),
    ("list_", "must be a list"),
    ("model_", "must be an object"),
    ("dict_", "must be an object"),
)
_LONGEST_VALUE = 40


def complaint(error: ValidationError, *, limit: int = 20) -> str:
    """Return one line of text that names what is wrong and where, at most `limit` places of it.

    For example: ``operations[2].type: "bombing raid" is none of the words that the schema lists; ...``
    """
    details = error.errors(include_url=False, include_context=False)
    lines = [_line(detail) for detail in details[:limit]]
    if len(details) > limit:
        lines.append(f"and {len(details) - limit} more")
    return "; ".join(lines)


def _line(detail: ErrorDetails) -> str:
    if detail["type"] == "json_invalid":
        return "the answer is not JSON"
    words = next((text for start, text in _WORDS if detail["type"].startswith(start)), "is not valid")
    path = _path(detail["loc"])
    if not path:
        return "the answer must be one JSON object"
    value = detail["input"]
    shown = isinstance(value, str) and len(value) <= _LONGEST_VALUE and "none of the words" in words
    return f"{path}: {json.dumps(value, ensure_ascii=False)} {words}" if shown else f"{path} {words}"


def _path(location: tuple[int | str, ...]) -> str:
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return path.removeprefix(".")
