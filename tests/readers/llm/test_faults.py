"""Exceptions of any SDK, statuses and headers, sorted into faults."""

from __future__ import annotations

import itertools
import socket
from typing import Any

import pytest

from summarizer import errors
from summarizer.readers.llm.faults import (
    Endpoint,
    Failed,
    Fault,
    failure,
    from_status,
    message_of,
    retry_after,
)

ENDPOINT = Endpoint("openai/m", "http://127.0.0.1:1/v1", "0123456789abcdef")


def caused(*links: Exception) -> Exception:
    """The first exception, each raised from the next."""
    for outer, inner in itertools.pairwise(links):
        outer.__cause__ = inner
    return links[0]


class APIConnectionError(Exception):
    """Named as the SDKs name it."""


class ConnectTimeout(Exception):
    """What the aiohttp transport makes of a reset connection."""


@pytest.mark.parametrize(
    ("links", "fault"),
    [
        ([APIConnectionError(), ConnectTimeout(), ConnectionResetError()], Fault.RESET),
        ([APIConnectionError(), ConnectTimeout(), ConnectionRefusedError()], Fault.UNREACHABLE),
        ([APIConnectionError(), OSError(), socket.gaierror()], Fault.UNREACHABLE),
        ([APIConnectionError(), TimeoutError()], Fault.TIMEOUT),
        ([APIConnectionError()], Fault.RESET),
        ([ValueError("a bug")], Fault.FINAL),
    ],
)
def test_the_root_of_a_chain_decides(links: list[Exception], fault: Fault) -> None:
    """The outermost type says little: instructor and the SDKs wrap all in one."""
    assert failure(caused(RuntimeError("wrapped"), *links), ENDPOINT).fault is fault


def test_a_chain_that_bites_its_tail_ends() -> None:
    """Exceptions can be linked in a circle."""
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first

    assert failure(first, ENDPOINT).fault is Fault.FINAL


def test_what_was_sorted_stays_sorted() -> None:
    """A fault found further in is the fault."""
    failed = Failed(Fault.GARBLED, errors.NotAnApi("x"))

    assert failure(caused(RuntimeError(), failed), ENDPOINT) is failed


@pytest.mark.parametrize(
    ("attributes", "error"),
    [
        ({"code": 429}, errors.RateLimited),
        ({"status_code": 503}, errors.Unreachable),
        ({"http_status": 401}, errors.MissingKey),
        ({"code": "rate_limit", "status_code": 429}, errors.RateLimited),
        ({"status_code": 404, "body": {"message": "no such model"}}, errors.UnknownModel),
    ],
)
def test_every_sdk_has_its_own_attribute(attributes: dict[str, Any], error: type[Exception]) -> None:
    """Google says `code`, OpenAI and Anthropic `status_code`."""
    exception = RuntimeError("x")
    for name, value in attributes.items():
        setattr(exception, name, value)

    assert type(failure(exception, ENDPOINT).error) is error


@pytest.mark.parametrize("detail", ["", "<html>", '{"error": {"message": "model"}}', "[1, 2", "null"])
def test_every_status_ends_in_a_named_error_of_one_line(detail: str) -> None:
    """Also one that no API has."""
    for status in range(400, 600):
        failed = from_status(status, detail, {}, ENDPOINT)

        assert isinstance(failed.error, errors.SummarizerError)
        assert "\n" not in str(failed.error)
        assert "127.0.0.1:1/v1" in str(failed.error) or "openai/m" in str(failed.error)
        transient = status in (408, 409, 429) or status >= 500
        assert (failed.fault in (Fault.RATE_LIMITED, Fault.SERVER)) == transient


@pytest.mark.parametrize(
    ("detail", "message"),
    [
        ('{"error": {"message": "busy"}}', "busy"),
        ('{"error": "busy"}', "busy"),
        ('{"message": "busy"}', "busy"),
        ('{"detail": "busy"}', "busy"),
        ('[{"error": {"message": "busy"}}]', "busy"),
        ('{"detail": [{"loc": [], "msg": "busy"}]}', "busy"),
        ('{"error": 7}', ""),
        ("{}", ""),
        ("busy", ""),
        ("", ""),
        ("[" * 100_000, ""),
    ],
)
def test_where_endpoints_put_their_message(detail: str, message: str) -> None:
    """OpenAI, Ollama, FastAPI, Google; text that is no JSON is not shown."""
    assert message_of(detail) == message


def test_what_an_endpoint_says_is_quoted_short_and_without_a_key() -> None:
    """On one line, at most 200 characters."""
    quoted = ENDPOINT.quoted("bad key 0123456789abcdef\nor sk-abcdefgh and gsk_abcdefgh " + "x" * 500)

    assert quoted.startswith("bad key *** or *** and *** xxx")
    assert len(quoted) == 201


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "later"}, None),
        ({"retry-after": ""}, None),
        ({}, None),
    ],
)
def test_how_long_to_wait(headers: dict[str, str], seconds: float | None) -> None:
    """Seconds, milliseconds or a date; anything else is no answer."""
    assert retry_after(headers) == seconds
