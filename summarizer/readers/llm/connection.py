"""Which model, where, with which key: all that can be said of it without importing an SDK."""

from __future__ import annotations

import ipaddress
import os
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit, urlunsplit

from summarizer.errors import MissingKey, UsageError
from summarizer.readers.llm.faults import Endpoint

OPENAI_URL = "https://api.openai.com/v1"
FORMS = "openai/gpt-4.1-mini, anthropic/claude-sonnet-4-0, ollama/llama3.1, or rules for the embedded reader"

_KEY = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class Connection:
    """A model and how to reach it."""

    provider: str
    name: str
    """The model's name at the provider."""
    base_url: str | None
    """None: the provider's own."""
    api_key: str | None
    """None: from the provider's variable."""
    timeout_s: float

    def __repr__(self) -> str:
        return f"Connection({self.model!r})"

    @property
    def model(self) -> str:
        """The provider string ("openai/gpt-4.1-mini")."""
        return f"{self.provider}/{self.name}"

    def endpoint(self, url: str | None = None, key: str | None = None) -> Endpoint:
        """Return how to speak of it in a message; without an address it goes by its provider's name."""
        address = url or self.base_url
        return Endpoint(self.model, shown(address) if address else self.provider, key or self.api_key or "")


def connect(
    model: str, *, base_url: str | None = None, api_key: str | None = None, timeout_s: float = 180.0
) -> Connection:
    """Return the connection that a provider string, the options and the environment name.

    Raises:
        UsageError: `model` is no provider string, or an address is none.
        MissingKey: OpenAI's is not set, and the server is not on this machine. Other SDKs look for theirs.
    """
    provider, _, name = model.strip().partition("/")
    if not (provider and name):
        raise UsageError(f"{model!r} names no model; write PROVIDER/NAME: {FORMS}.")
    if base_url and not _is_url(base_url):
        raise UsageError(f"{base_url!r} is no address; write it as http://HOST:PORT/v1.")
    if provider == "openai":
        base_url = base_url or os.environ.get("OPENAI_BASE_URL", "").strip() or OPENAI_URL
        if not _is_url(base_url):
            raise UsageError(f"OPENAI_BASE_URL is {base_url!r}; write it as http://HOST:PORT/v1.")
        api_key = _openai_key(model, base_url, api_key)
    return Connection(provider, name, base_url or None, api_key or None, timeout_s)


def _openai_key(model: str, url: str, given: str | None) -> str:
    key = (given or os.environ.get("OPENAI_API_KEY", "")).strip()
    if not key and _is_loopback(url):
        return "none"  # a server on this machine rarely wants a key; the SDK insists on one
    if not key:
        raise MissingKey(f"There is no key for {model} at {shown(url)}; set OPENAI_API_KEY.")
    if not _KEY.fullmatch(key):
        raise MissingKey("OPENAI_API_KEY holds characters that no key has; copy it again.")
    return key


def shown(url: str) -> str:
    """Return an address without the user name, password and query that may stand in it."""
    parts = urlsplit(url)
    return urlunsplit(
        SplitResult(parts.scheme, parts.netloc.rpartition("@")[2], parts.path.rstrip("/"), "", "")
    )


def _is_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
