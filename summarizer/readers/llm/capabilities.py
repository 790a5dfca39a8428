"""What an endpoint takes; found out by asking, remembered for the rest of the process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import urlsplit

LimitName = Literal["max_completion_tokens", "max_tokens"]

_OTHER: dict[LimitName, LimitName] = {
    "max_completion_tokens": "max_tokens",
    "max_tokens": "max_completion_tokens",
}
_STRUCTURED = (
    "response_format",
    "json_schema",
    "json schema",
    "structured output",
    "guided",
    "grammar",
    "strict",
)
_LIMIT = ("max_tokens", "max_completion_tokens", "in the completion")
_UNKNOWN = ("unsupported", "not supported", "unknown", "unrecognized", "unexpected", "extra", "not permitted")
_NEW_LIMIT_HOSTS = ("openai.com", "azure.com")  # OpenAI's reasoning models reject the old name


@dataclass(frozen=True, slots=True)
class Capabilities:
    """How to ask an endpoint."""

    structured: Literal["json_schema", "prompt"] = "json_schema"
    """A strict JSON Schema as `response_format`, or the schema in the prompt's text."""
    limit: LimitName | None = "max_tokens"
    """The name of the output limit; None: the endpoint takes none."""
    temperature: bool = True
    """A temperature can be set; reasoning models refuse it."""
    tried: frozenset[str] = frozenset()

    @classmethod
    def of(cls, url: str) -> Capabilities:
        """Return what to begin with at an endpoint."""
        host = urlsplit(url).hostname or ""
        new = host.endswith(_NEW_LIMIT_HOSTS)
        return cls(limit="max_completion_tokens" if new else "max_tokens")

    def without(self, complaint: str) -> Capabilities | None:
        """Return how to ask after the endpoint said `complaint` (400, 422); None: there is no other way."""
        text = complaint.lower()
        if self.temperature and "temperature" in text:
            return replace(self, temperature=False)
        if self.limit and any(word in text for word in _LIMIT):
            other = _OTHER[self.limit]
            if any(word in text for word in _UNKNOWN) and other not in self.tried:
                return replace(self, limit=other, tried=self.tried | {self.limit})
            return replace(self, limit=None)
        if self.structured == "json_schema" and any(word in text for word in _STRUCTURED):
            return replace(self, structured="prompt")
        return None

    def parameters(self, limit: int, temperature: float) -> dict[str, Any]:
        """Return the request's parameters beside model, messages and schema."""
        parameters: dict[str, Any] = {"temperature": temperature} if self.temperature else {}
        return {**parameters, self.limit: limit} if self.limit else parameters


_learned: dict[tuple[str, str], Capabilities] = {}


def recall(url: str, model: str) -> Capabilities:
    """Return what is known of a model at an endpoint."""
    return _learned.get((url, model)) or Capabilities.of(url)


def learn(url: str, model: str, capabilities: Capabilities) -> None:
    """Remember it for every reader of this process."""
    _learned[url, model] = capabilities
