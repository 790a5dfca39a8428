"""What a draft depends on beside the text: with the same recipe, the same text is never read twice."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from summarizer.readers.base import Reader
from summarizer.schema.report import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Recipe:
    """Who reads, and how asked."""

    reader: str
    """"rules", or the provider and model ("openai/gpt-4.1-mini")."""
    reader_version: str
    prompt_version: str | None
    schema_version: str
    parameters: str
    """JSON, keys sorted."""

    @classmethod
    def of(cls, reader: Reader) -> Recipe:
        """Return the recipe of a reader, known before it is asked for the first time.

        A reader with a prompt says so in an attribute `recipe`, a mapping with `prompt_version` and whatever
        else its drafts depend on.
        """
        described = dict(getattr(reader, "recipe", {}))
        prompt = described.pop("prompt_version", None)
        return cls(
            reader=reader.name,
            reader_version=reader.version,
            prompt_version=prompt,
            schema_version=SCHEMA_VERSION,
            parameters=json.dumps(described, sort_keys=True, ensure_ascii=False),
        )

    @property
    def digest(self) -> str:
        """A hash of all of it, 32 hexadecimal digits."""
        parts = [
            self.reader,
            self.reader_version,
            self.prompt_version,
            self.schema_version,
            self.parameters,
        ]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
