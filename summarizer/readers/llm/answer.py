"""What instructor is asked to fill: a thin stand-in for a record.

Given `Draft` itself, instructor 1.17 builds its JSON Schema anew for every request, scans it and all
records below it for async validators five times, and makes a class of it: most of the 24 ms of CPU that
an article then costs. The stand-in has one untyped field, so there is nothing to scan; its schema is the
cached strict one; and it reads an answer with the record itself, so that what comes out is a real `Draft`,
on which no completion hangs. An article costs 2 ms so (`benchmarks/model_client.py` measures it). Both
overrides are of methods that instructor calls by contract; nothing inside it is patched.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self

from instructor import ResponseSchema
from instructor.core.exceptions import ResponseParsingError
from pydantic import ValidationError

from summarizer.readers.llm.answer_errors import complaint
from summarizer.readers.llm.repair_prompt import Mended
from summarizer.readers.llm.strict_schema import Schema, strict_schema
from summarizer.schema import Draft
from summarizer.schema._record import Record


class InvalidAnswer(ResponseParsingError):
    """An answer that does not fit its record; instructor sends its text back to the model."""


class Answer(ResponseSchema):
    """A draft, as instructor sees it."""

    shape: ClassVar[type[Record]] = Draft
    filled: Any

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> Schema:
        """Return the strict schema of the record, the same object each time."""
        return strict_schema(cls.shape)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **kwargs: Any) -> Self:
        """Return the answer with its record, or raise `InvalidAnswer`."""
        return cls(filled=_read(cls.shape, str(json_data)))


class MendedAnswer(Answer):
    """Mended records, as instructor sees them."""

    shape: ClassVar[type[Record]] = Mended


ANSWERS: dict[type[Record], type[Answer]] = {answer.shape: answer for answer in (Answer, MendedAnswer)}


def _read(shape: type[Record], text: str) -> Record:
    """Return the record in the text of an answer, or raise `InvalidAnswer` saying what is wrong with it.

    Weak models wrap the JSON in prose, a fence or thoughts; these are skipped: asking again costs money.
    """
    try:
        return shape.model_validate_json(_object_in(text))
    except ValidationError as error:
        raise InvalidAnswer(complaint(error)) from None


def _object_in(text: str) -> str:
    if text.startswith("{"):
        return text
    text = text.rpartition("</think>")[2]
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text
