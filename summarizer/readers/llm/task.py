"""What a model is asked of every article alike: the static messages, and the shape of the answer."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from summarizer.readers.llm.strict_schema import strict_schema
from summarizer.schema._record import Record

if TYPE_CHECKING:
    from summarizer.readers.llm.prompt import Message

Filled = TypeVar("Filled", bound=Record)


class Asking(Protocol):
    """A prompt: the one for drafts, or the one for repairs."""

    @property
    def version(self) -> str:
        """A hash of all that is static."""

    def messages(self, *, whole: bool, schema: str = "") -> list[Message]:
        """Return the messages before the one that holds the article (see `Prompt.messages`)."""


class Task(Generic[Filled]):
    """A prompt and the record that answers it; made once a reader, compared by identity."""

    def __init__(self, shape: type[Filled], prompt: Asking) -> None:
        self.shape = shape
        self._prompt = prompt

    @property
    def version(self) -> str:
        """The prompt's."""
        return self._prompt.version

    @functools.cached_property
    def static(self) -> list[Message]:
        """The messages before the article's, for an endpoint that takes the schema."""
        return self._prompt.messages(whole=True)

    def with_schema(self) -> list[Message]:
        """Return the messages before the article's for an endpoint that takes no schema but in words."""
        schema = json.dumps(strict_schema(self.shape), ensure_ascii=False, separators=(",", ":"))
        return self._prompt.messages(whole=False, schema=schema)
