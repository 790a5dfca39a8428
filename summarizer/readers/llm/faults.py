"""What went wrong with a request, sorted so that the retry table and the user can act on it.

Every exception of an SDK is classified by walking its chain of causes: instructor wraps all of them in
one type, and the HTTP libraries below differ from version to version. Messages are ours, short, and never
hold the key, the prompt or a completion.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic_core import from_json

from summarizer import errors
from summarizer.errors import SummarizerError

_LONG_WAIT_S = 600.0
"""A wait that is longer is told to the user."""


class Fault(StrEnum):
    """The kinds of fault that the retry table tells apart."""

    RATE_LIMITED = "rate_limited"
    SERVER = "server"
    TIMEOUT = "timeout"
    RESET = "reset"
    UNREACHABLE = "unreachable"
    GARBLED = "garbled"
    """An answer with status 200 that is no chat completion."""
    TRUNCATED = "truncated"
    UNSUPPORTED = "unsupported"
    """The endpoint does not know a parameter, and there is another way to ask."""
    FINAL = "final"
    """Asking again is useless."""


class Failed(Exception):
    """One failed request: its fault, the error that a user sees if it stays so, and when to ask again."""

    def __init__(
        self,
        fault: Fault,
        error: SummarizerError,
        *,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(str(error))
        self.fault = fault
        self.error = error
        self.status = status
        self.retry_after = retry_after
        self.headers: Mapping[str, str] = {}
        self.words = ""
        """What the endpoint said, in lower case: to find out which parameter it rejects."""
        self.pause = 0.0
        """Seconds until the next attempt, if there is one."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where requests go and how to speak of it."""

    model: str
    """The user's own name for it ("openai/gpt-4.1-mini")."""
    url: str
    """Without a user name, password or query."""
    key: str = ""
    """Only to keep it out of messages."""

    def __repr__(self) -> str:
        return f"Endpoint({self.model!r}, {self.url!r})"

    def quoted(self, text: str) -> str:
        """Return what the endpoint said, on one line, short, without a key."""
        if len(self.key) >= 8:
            text = text.replace(self.key, "***")
        text = _KEY.sub("***", " ".join(text.split()))
        return (text[:_QUOTED] + "…" if len(text) > _QUOTED else text).rstrip(".")


_QUOTED = 200
_KEY = re.compile(r"\b(?:sk|pk|gsk|xai)[-_][\w*-]{4,}")
_QUOTA = ("insufficient_quota", "billing", "credit balance", "exceeded your current quota")
_FILTER = ("content_filter", "content management policy", "invalid_prompt")
_MODERATION = ("moderation", "was flagged")
_CONTEXT = (
    "context_length_exceeded",
    "context length",
    "context window",
    "maximum context",
    "prompt is too long",
)


def failure(exception: BaseException, endpoint: Endpoint) -> Failed:
    """Return the fault behind an exception of any SDK."""
    links = list(chain(exception))
    for link in links:
        if isinstance(link, Failed):
            return link
        if (status := _status(link)) is not None:
            headers = getattr(getattr(link, "response", None), "headers", None) or {}
            return from_status(status, _detail(link), headers, endpoint)
    return _from_connection(links, endpoint)


def from_status(status: int, detail: str, headers: Mapping[str, str], endpoint: Endpoint) -> Failed:
    """Return the fault that an HTTP status and the text of its answer stand for."""
    html = detail.lstrip()[:1] == "<"
    words = "" if html else words_of(detail)
    wait = retry_after(headers)
    failed = _from_status(status, words, endpoint.quoted(message_of(detail)), html, endpoint, wait)
    failed.status = status
    failed.words = words
    failed.headers = headers
    failed.retry_after = wait
    return failed


def _from_status(
    status: int, words: str, said: str, html: bool, endpoint: Endpoint, wait: float | None = None
) -> Failed:
    model, url = endpoint.model, endpoint.url
    quote = f' ("{said}")' if said else ""
    match status:
        case 403 if any(word in words for word in _MODERATION):
            return _final(errors.Filtered(f"The moderation of {url} stopped the article{quote}."))
        case 401 | 403:
            reason = "" if status == 401 else quote  # a 401 likes to print the key
            return _final(
                errors.MissingKey(f"{url} refuses the key for {model} ({status}){reason}; check the key.")
            )
        case 402:
            return _final(errors.QuotaExhausted(f"{url} wants to be paid first (402){quote}; add credit."))
        case 404 if not html and ("model" in words or "deployment" in words):
            return _final(errors.UnknownModel(f"{url} has no model {model!r}{quote}; check the name."))
        case 404 | 405:
            return _final(errors.NotAnApi(f"{url} has no chat completions API ({status}); check --base-url."))
        case 429 if any(word in words for word in _QUOTA):
            return _final(
                errors.QuotaExhausted(f"The quota for {model} at {url} is used up{quote}; add credit.")
            )
        case 429:
            said = f"{url} limits the requests to {model} (429){_what_to_do(wait)}."
            return Failed(Fault.RATE_LIMITED, errors.RateLimited(said))
        case 408 | 409:
            return Failed(Fault.SERVER, errors.Unreachable(f"{url} could not take the request ({status})."))
        case 413:
            return _final(errors.TooLong(f"The article is too long for {url} (413); split it."))
        case _ if status >= 500:
            hint = "try again later"
            said_so = "" if html else quote
            return Failed(Fault.SERVER, errors.Unreachable(f"{url} has a fault ({status}){said_so}; {hint}."))
    if any(word in words for word in _FILTER):
        return _final(errors.Filtered(f"The content filter of {url} stopped the article{quote}."))
    if any(word in words for word in _QUOTA):
        return _final(errors.QuotaExhausted(f"The account for {model} at {url} has no credit left{quote}."))
    if any(word in words for word in _CONTEXT):
        return _final(errors.TooLong(f"The article is too long for {model}{quote}; split it."))
    if html:
        return _final(errors.NotAnApi(f"{url} answers with a web page ({status}); check --base-url."))
    return _final(errors.RequestRejected(f"{url} rejects the request for {model} ({status}){quote}."))


# Names, not classes: they come from the trees of openai, httpx, httpx2, aiohttp and other SDKs. The aiohttp
# transport calls a reset connection "ConnectTimeout" too, so that name proves nothing.
_TIMED_OUT = {"TimeoutError", "ReadTimeout"}
_NOT_REACHED = {"ConnectionRefusedError", "gaierror", "ClientConnectorError", "ConnectError"}
_CERTIFICATE = {"SSLCertVerificationError", "ClientConnectorCertificateError"}
_CONNECTION = {"APIConnectionError", "OSError", "ConnectionError", "TransportError", "ClientConnectionError"}


def _from_connection(links: list[BaseException], endpoint: Endpoint) -> Failed:
    names = {cls.__name__ for link in links for cls in type(link).__mro__}
    url = endpoint.url
    if names & _CERTIFICATE:
        return _final(errors.Unreachable(f"The certificate of {url} is not trusted; check --base-url."))
    if names & _TIMED_OUT:
        return Failed(Fault.TIMEOUT, errors.Unreachable(f"{url} did not answer in time; try again later."))
    if names & _NOT_REACHED:
        error = errors.Unreachable(f"{url} cannot be reached; check --base-url, and that the server runs.")
        return Failed(Fault.UNREACHABLE, error)
    if names & _CONNECTION:
        return Failed(Fault.RESET, errors.Unreachable(f"{url} broke off the connection; try again later."))
    kind = type(links[-1]).__name__
    return _final(
        errors.RequestRejected(f"The request to {url} failed with {kind}; run with --debug for more.")
    )


def _final(error: SummarizerError) -> Failed:
    return Failed(Fault.FINAL, error)


def chain(exception: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and what it came from, outermost first."""
    seen: set[int] = set()
    while exception is not None and id(exception) not in seen:
        seen.add(id(exception))
        yield exception
        exception = exception.__cause__ or exception.__context__


def _status(exception: BaseException) -> int | None:
    for name in ("status_code", "code", "http_status"):
        value = getattr(exception, name, None)
        if isinstance(value, int) and 400 <= value < 600:
            return value
    return None


def _detail(exception: BaseException) -> str:
    text = getattr(getattr(exception, "response", None), "text", None)
    if isinstance(text, str):
        return text
    body = getattr(exception, "body", None)
    return json.dumps(body, default=str) if body else str(exception)


def message_of(detail: str) -> str:
    """Return the message in the JSON of an error answer, or "" where it holds none."""
    try:
        body = from_json(detail)
    except ValueError:
        return ""
    while isinstance(body, dict | list) and body:
        if isinstance(body, list):
            body = body[0]
            continue
        body = next((body[name] for name in ("error", "message", "detail", "msg") if body.get(name)), None)
    return body if isinstance(body, str) else ""


def words_of(detail: str) -> str:
    """Return the words by which an error answer is sorted, in lower case.

    Only its message, codes and parameter names: some servers print the request back, and what an article says
    must not decide what is wrong.
    """
    try:
        body = from_json(detail)
    except ValueError:
        return "" if len(detail) > _QUOTED else detail.lower()
    return " ".join(_words(body)).lower()


_SPEAKING = ("message", "msg", "code", "type", "param", "status", "loc", "error", "detail")


def _words(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node[:10]:
            yield from _words(item)
    elif isinstance(node, dict):
        for name in _SPEAKING:
            yield from _words(node.get(name))


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that the endpoint asks to wait: milliseconds, seconds or an HTTP date."""
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return _positive(float(milliseconds) / 1000)
        value = headers.get("retry-after") or headers.get("Retry-After")
        return _positive(float(value)) if value else None
    except ValueError:
        pass
    try:
        then = email.utils.parsedate_to_datetime(headers.get("retry-after") or "")
    except ValueError:
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=dt.UTC)
    return _positive((then - dt.datetime.now(dt.UTC)).total_seconds())


def _what_to_do(wait: float | None) -> str:
    """Return the end of a sentence on a limit that an endpoint says lasts so many seconds."""
    if not wait or wait < _LONG_WAIT_S:
        return "; wait, or send fewer at a time"
    minutes = round(wait / 60)
    return f" and asks to wait {minutes // 60} h {minutes % 60:02} min"


def _positive(seconds: float) -> float | None:
    return max(seconds, 0.0) if math.isfinite(seconds) else None
