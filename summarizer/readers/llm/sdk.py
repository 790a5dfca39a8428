"""SDK clients: OpenAI's own for everything that speaks like it, instructor's for the rest."""

from __future__ import annotations

import re
from typing import Any

import instructor
import openai
from instructor.core.exceptions import ConfigurationError

from summarizer.errors import MissingKey, SummarizerError, UsageError
from summarizer.readers.llm import logs
from summarizer.readers.llm.connection import FORMS, Connection

_CONNECT_S = 10.0
_USUAL = ("anthropic", "google", "groq", "mistral")
"""Providers whose key is in PROVIDER_API_KEY."""


def http_client(connection: Connection) -> Any:
    """Return the HTTP client for an SDK client of OpenAI's; None: the SDK's default serves.

    At 64 requests in flight httpx's connection pool alone costs 2 ms of CPU a request with openai 3.3, and
    9 ms with 2.54; the SDK's aiohttp transport, which it recommends for concurrency, does not (see
    `benchmarks/model_client.py`). It needs `openai[aiohttp]`.
    """
    try:
        return openai.DefaultAioHttpClient(timeout=_timeout(connection))
    except RuntimeError:
        return None


def open_sdk(connection: Connection, http: Any = None) -> openai.AsyncOpenAI | instructor.AsyncInstructor:
    """Return OpenAI's client where the provider speaks like OpenAI, else the one that instructor makes.

    Args:
        connection: the model.
        http: the HTTP client that OpenAI's shall use (`http_client`).

    Raises:
        UsageError: instructor knows no such provider, or its package is not installed.
        MissingKey: the provider's key is not set.
    """
    logs.silence()
    if connection.provider == "openai":
        return openai.AsyncOpenAI(
            base_url=connection.base_url, api_key=connection.api_key, **_options(connection, http)
        )
    client = _from_provider(connection)
    if isinstance(client.client, openai.AsyncOpenAI):
        return client.client.copy(**_options(connection, http))
    sdk: Any = client.client
    if hasattr(sdk, "max_retries"):
        sdk.max_retries = 0  # the retry table is ours
    if connection.base_url:
        raise UsageError(
            f"{connection.provider} takes no --base-url; its SDK has a variable of its own for the address."
        )
    if _has_no_key(sdk):
        raise no_credentials(connection, "")
    return client


def _has_no_key(sdk: Any) -> bool:
    """Tell whether an SDK was made without a key and would complain only at the first request."""
    held = [getattr(sdk, name) for name in ("api_key", "auth_token", "credentials") if hasattr(sdk, name)]
    headers = {name.lower() for name in getattr(sdk, "default_headers", {})}
    return bool(held) and not any(held) and not headers & {"authorization", "x-api-key"}


def _from_provider(connection: Connection) -> instructor.AsyncInstructor:
    given = {"base_url": connection.base_url, "api_key": connection.api_key}
    options: dict[str, Any] = {name: value for name, value in given.items() if value}
    try:
        return instructor.from_provider(connection.model, async_client=True, **options)
    except ConfigurationError as error:
        failed = _configuration_error(connection, str(error))
    except ImportError as error:
        package = (error.name or connection.provider).partition(".")[0].replace("_", "-")
        failed = UsageError(f"{connection.model} needs a package: pip install {package}.")
    except Exception as error:  # noqa: BLE001 - every SDK reports a missing key by an error of its own
        failed = _construction_error(connection, error)
    raise failed


def _timeout(connection: Connection) -> openai.Timeout:
    return openai.Timeout(connection.timeout_s, connect=min(_CONNECT_S, connection.timeout_s))


def _options(connection: Connection, http: Any) -> dict[str, Any]:
    """Return the options of a client with our time-out, and no retries of its own."""
    options: dict[str, Any] = {"timeout": _timeout(connection), "max_retries": 0}
    return options if http is None else {**options, "http_client": http}


def _configuration_error(connection: Connection, message: str) -> SummarizerError:
    if found := re.search(r"pip install [\"'\[\]\w-]+", message):
        return UsageError(f"{connection.model} needs a package: {found[0]}.")
    if found := re.search(r"\b([A-Z][A-Z0-9_]+) is not set", message):
        return MissingKey(f"There is no key for {connection.model}; set {found[1]}.")
    if message.startswith("Unsupported provider"):
        return UsageError(f"There is no provider {connection.provider!r}; write PROVIDER/NAME: {FORMS}.")
    return UsageError(f"{connection.model} cannot be set up; check the packages of {connection.provider}.")


def _construction_error(connection: Connection, error: Exception) -> SummarizerError:
    text = f"{type(error).__name__}: {error}"
    if speaks_of_credentials(text):
        return no_credentials(connection, text)
    return UsageError(f"{connection.model} cannot be set up ({type(error).__name__}); check its settings.")


def speaks_of_credentials(text: str) -> bool:
    """Tell whether an SDK complains that it has no key; each does so in words of its own."""
    return (
        re.search(r"api.?key|key inputs|credential|auth.?token|authentication", text, re.IGNORECASE)
        is not None
    )


def no_credentials(connection: Connection, text: str) -> MissingKey:
    """Return the error for it, with the variable to set where the SDK names it or it has the usual name."""
    found = re.search(r"\b[A-Z][A-Z0-9_]*_(?:KEY|TOKEN)\b", text)
    if found or connection.provider in _USUAL:
        variable = found[0] if found else f"{connection.provider.upper()}_API_KEY"
        return MissingKey(f"There is no key for {connection.model}; set {variable}.")
    return MissingKey(
        f"There is no key for {connection.model}; give its SDK the credentials that it looks for."
    )
