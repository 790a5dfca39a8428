"""Recorded exchanges with a model, replayed with the network shut.

A tape knows the requests it was made for. One that is not fully played, and a request that is on no tape,
fail with a message that says which, what changed, and how to record again.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import vcr
import yaml
from vcr.record_mode import RecordMode
from vcr.request import Request

FOLDER = Path(__file__).parents[1] / "fixtures" / "cassettes"
MODE = RecordMode(os.environ.get("VCR_RECORD", "none"))
"""none: replay only; all: record every tape anew, against the endpoint in OPENAI_BASE_URL."""

REPLAYING = MODE is RecordMode.NONE

AGAIN = "fixtures/README.md says how to record it again"
_KEPT_HEADERS = {"content-type", "retry-after"}


@contextlib.contextmanager
def cassette(name: str) -> Iterator[None]:
    """Play, or record, the tape of that name."""
    path = FOLDER / f"{name}.yaml"
    sent: list[Request] = []

    def on_request(request: Request) -> Request:
        scrubbed = _scrub_request(request)
        sent.append(scrubbed)
        return scrubbed

    recorder = vcr.VCR(
        record_mode=MODE,
        match_on=["method", "path", "query", "but_for_the_model"],
        decode_compressed_response=True,
        before_record_request=on_request,
        before_record_response=_scrub_response,
    )
    recorder.register_matcher("but_for_the_model", _match_body)
    if not REPLAYING:
        path.unlink(missing_ok=True)
    with recorder.use_cassette(str(path)) as tape:
        on_tape = list(tape.requests)
        sent.clear()
        with _network_shut() if REPLAYING else contextlib.nullcontext():
            try:
                yield
            except Exception as error:
                changed = _changed(path, on_tape, sent[-1]) if REPLAYING and sent else None
                if changed:
                    raise AssertionError(changed) from error
                raise
        if REPLAYING and not tape.all_played:
            raise AssertionError(
                f"{path.name}: {tape.play_count} of {len(tape)} exchanges were played; {AGAIN}."
            )


def recorded_completion(name: str) -> str:
    """Return what the model answered on a tape, its last exchange."""
    tape = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    reply = json.loads(tape["interactions"][-1]["response"]["body"]["string"])
    content: str = reply["choices"][0]["message"]["content"]
    return content


def _scrub_request(request: Request) -> Request:
    """Keep nothing of the endpoint's address nor of the headers but the content type: no key, no host."""
    request.uri = re.sub(r"^https?://[^/]+", "https://model.invalid", request.uri)
    request.headers = {k: v for k, v in request.headers.items() if k.lower() == "content-type"}
    return request


def _scrub_response(response: dict[str, Any]) -> dict[str, Any]:
    response["headers"] = {k: v for k, v in response["headers"].items() if k.lower() in _KEPT_HEADERS}
    return response


def _body(request: Request) -> Any:
    body = json.loads(request.body)
    body.pop("model", None)  # another model's tape may take this one's place
    return body


def _match_body(one: Request, other: Request) -> None:
    assert _body(one) == _body(other)


def _changed(path: Path, on_tape: list[Request], request: Request) -> str | None:
    """Return what is wrong with a request that no exchange on the tape answers; None if one does."""
    if not on_tape:
        return f"{path.name} does not exist or is empty; {AGAIN}."
    differences = [_difference(_body(known), _body(request), "request") for known in on_tape]
    found = [difference for difference in differences if difference is not None]
    if len(found) < len(differences):
        return None
    return f"{path.name}: a request is not on the tape: {found[0]}; {AGAIN}."


def _difference(known: Any, new: Any, path: str) -> str | None:
    """Return where two JSON values first differ, and how."""
    if isinstance(known, dict) and isinstance(new, dict):
        for key in [*known, *(key for key in new if key not in known)]:
            found = _difference(known.get(key), new.get(key), f"{path}.{key}")
            if found:
                return found
        return None
    if isinstance(known, list) and isinstance(new, list):
        for index, (left, right) in enumerate(zip(known, new, strict=False)):
            found = _difference(left, right, f"{path}[{index}]")
            if found:
                return found
        return None if len(known) == len(new) else f"{path} has {len(new)} items instead of {len(known)}"
    if known == new:
        return None
    if isinstance(known, str) and isinstance(new, str):
        pairs = zip(known, new, strict=False)
        at = next((i for i, (left, right) in enumerate(pairs) if left != right), min(len(known), len(new)))
        return f"{path} differs at character {at}: {new[at : at + 40]!r} instead of {known[at : at + 40]!r}"
    return f"{path} is {new!r} instead of {known!r}"


@contextlib.contextmanager
def _network_shut() -> Iterator[None]:
    """Make any connection fail: a replay touches no socket."""
    connect = socket.socket.connect

    def refused(self: socket.socket, address: object) -> None:
        raise AssertionError(f"a replay tried to connect to {address}")

    socket.socket.connect = refused  # type: ignore[method-assign,assignment]  # for as long as the tape plays
    try:
        yield
    finally:
        socket.socket.connect = connect  # type: ignore[method-assign]  # what it was
