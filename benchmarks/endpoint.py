"""A chat completions endpoint on 127.0.0.1 without a model behind it: latency, a rate limit, and faults.

    python -m benchmarks.endpoint --latency 0.5 --faults 429=0.1,500=0.05,reset=0.02,truncated=0.01

prints its address and serves until standard input ends. It answers a request about an article of
`benchmarks/invented.py` with a draft that fits it. Which requests fail depends on the seed, on the request
and on how often it has failed, never on the order in which requests come: the same articles fail in every
run, and a request that is sent again is drawn again. `GET /stats` tells what it saw.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import math
import re
import socket
import struct
import sys
import time
from collections import Counter
from typing import Any

FAULTS = ("429", "500", "reset", "truncated", "malformed")
RETRY_AFTER_S = 1.0
_LEAD = re.compile(rb"depot in (\w+) killed (\d+) people and wounded (\d+)")
_REASONS = {200: "OK", 404: "Not Found", 429: "Too Many Requests", 500: "Internal Server Error"}

_DRAFT: dict[str, Any] = {
    "relevance": "event_report",
    "document_type": "news",
    "headline": "Drone strike on a fuel depot in @place",
    "abstract": "A drone strike on a fuel depot in @place killed @killed people and wounded @wounded, the "
    "regional administration said; the Kelmar armed forces, who are blamed, deny it.",
    "dateline": None,
    "issuer": None,
    "sources": [
        {"id": "S1", "name": "the regional administration", "kind": "government"},
        {"id": "S2", "name": "Officials", "kind": "government"},
        {"id": "S3", "name": "Kelmar armed forces", "kind": "military", "actor": "A1"},
    ],
    "actors": [
        {
            "id": "A1",
            "name": "Kelmar armed forces",
            "type": "state_military",
            "aliases": [],
            "evidence": [2, 3],
        }
    ],
    "operations": [
        {
            "id": "O1",
            "title": "Drone strike on a fuel depot in @place",
            "type": "drone_strike",
            "means": ["drone"],
            "stage": "completed",
            "assertion": "stated",
            "discourse": "main",
            "participants": [{"actor": "A1", "role": "initiator"}],
            "places": [{"name": "@place", "role": "incident", "relation": None, "within": []}],
            "territorial_effect": "none_reported",
            "civilians": "not_reported",
            "according_to": ["S1", "S2"],
            "evidence": [1, 2],
        }
    ],
    "casualties": [
        {
            "id": f"C{number}",
            "operations": ["O1"],
            "outcome": outcome,
            "count": f"@{outcome}",
            "victims": "people",
            "victim_status": "unknown",
            "scope": "event",
            "assertion": "stated",
            "according_to": ["S1"],
            "evidence": [1],
        }
        for number, outcome in enumerate(("killed", "wounded"), start=1)
    ],
}
_WHOLE = json.dumps(_DRAFT)
_TRIVIAL = json.dumps(
    {"relevance": "event_report", "document_type": "news", "headline": "-", "abstract": "-"}
)


class Endpoint:
    """What all connections share: how to answer, and what was seen."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.latency: float = options.latency
        self.rpm: float = options.rpm
        self.seed = str(options.seed).encode()
        self.shares = shares(options.faults)
        self.trivial: bool = options.trivial
        self.seen: Counter[str] = Counter()
        self.in_flight = 0
        self.most_in_flight = 0
        self._failed: dict[bytes, int] = {}
        self._whole: set[bytes] = set()
        self._level, self._at = options.rpm / 60, time.monotonic()

    def wait_s(self) -> float:
        """Return how long a request must wait that comes now; 0: it may pass."""
        if not self.rpm:
            return 0.0
        now = time.monotonic()
        self._level = min(max(1.0, self.rpm / 60), self._level + (now - self._at) * self.rpm / 60)
        self._at = now
        if self._level < 1:
            return float((1 - self._level) * 60 / self.rpm)
        self._level -= 1
        return 0.0

    def fault_of(self, key: bytes) -> str | None:
        """Return the fault of a request, if it has one this time."""
        failed = self._failed.get(key, 0)
        drawn = hashlib.blake2b(key + self.seed + b"%d" % failed, digest_size=8).digest()
        share = int.from_bytes(drawn, "big") / 2**64
        for fault, most in self.shares:
            if share < most:
                self._failed[key] = failed + 1
                self.seen[fault] += 1
                return fault
        return None

    def completion(self, body: bytes, key: bytes, fault: str | None) -> bytes:
        """Return the answer to a request."""
        text, end = self._draft(body), "stop"
        if fault == "truncated":
            text, end = text[: len(text) // 2], "length"
        elif fault == "malformed":
            text = text.replace('"', "", 1)
        else:
            self.seen["answered again"] += key in self._whole
            self._whole.add(key)
        message = {"role": "assistant", "content": text}
        used = {"prompt_tokens": len(body) // 4, "completion_tokens": len(text) // 4}
        completion = {
            "id": "x",
            "object": "chat.completion",
            "created": 1,
            "model": "gpt-4.1-mini",
            "choices": [{"index": 0, "finish_reason": end, "message": message}],
            "usage": {**used, "total_tokens": sum(used.values())},
        }
        return json.dumps(completion).encode()

    def _draft(self, body: bytes) -> str:
        if self.trivial:
            return _TRIVIAL
        found = _LEAD.findall(body)
        if not found:
            return _TRIVIAL
        place, killed, wounded = (value.decode() for value in found[-1])
        return _WHOLE.replace("@place", place).replace("@killed", killed).replace("@wounded", wounded)


class Connection(asyncio.Protocol):
    """One client's connection: one request after the other."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self.buffer = bytearray()
        self.timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def connection_lost(self, error: Exception | None) -> None:
        if self.timer is not None:
            self.timer.cancel()
            self.endpoint.in_flight -= 1

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = bytes(self.buffer[:end])
        found = re.search(rb"content-length: *(\d+)", head, re.IGNORECASE)
        length = int(found[1]) if found else 0
        if len(self.buffer) < end + 4 + length:
            return
        body = bytes(self.buffer[end + 4 : end + 4 + length])
        del self.buffer[: end + 4 + length]
        if head.startswith(b"GET /stats"):
            seen = {**self.endpoint.seen, "most in flight": self.endpoint.most_in_flight}
            self._send(200, json.dumps(seen).encode())
        elif head.startswith(b"POST ") and b"/chat/completions " in head.partition(b"\r\n")[0]:
            self._take(body)
        else:
            self._send(404, b"{}")

    def _take(self, body: bytes) -> None:
        endpoint = self.endpoint
        endpoint.seen["requests"] += 1
        if wait := endpoint.wait_s():
            endpoint.seen["over the limit"] += 1
            self._refuse(wait)
            return
        key = hashlib.blake2b(body, digest_size=12).digest()
        fault = endpoint.fault_of(key)
        if fault == "429":
            self._refuse(RETRY_AFTER_S)
            return
        endpoint.in_flight += 1
        endpoint.most_in_flight = max(endpoint.most_in_flight, endpoint.in_flight)
        loop = asyncio.get_running_loop()
        self.timer = loop.call_later(endpoint.latency, self._finish, body, key, fault)

    def _finish(self, body: bytes, key: bytes, fault: str | None) -> None:
        self.timer = None
        self.endpoint.in_flight -= 1
        if fault == "reset":
            # Closed with nothing lingering: the client gets a reset, not an end.
            linger = struct.pack("ii", 1, 0)
            self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.transport.abort()
        elif fault == "500":
            self._send(500, b'{"error": {"message": "a fault that was asked for", "type": "server_error"}}')
        else:
            self._send(200, self.endpoint.completion(body, key, fault))

    def _refuse(self, wait: float) -> None:
        headers = f"retry-after: {math.ceil(wait)}\r\nretry-after-ms: {math.ceil(wait * 1000)}\r\n"
        error = b'{"error": {"message": "too many requests", "type": "rate_limit_exceeded"}}'
        self._send(429, error, headers)

    def _send(self, status: int, body: bytes, headers: str = "") -> None:
        self.endpoint.seen[str(status)] += 1
        head = (
            f"HTTP/1.1 {status} {_REASONS[status]}\r\ncontent-type: application/json\r\n"
            f"{headers}content-length: {len(body)}\r\n\r\n"
        )
        self.transport.write(head.encode() + body)


def shares(text: str) -> list[tuple[str, float]]:
    """Return the faults of "429=0.1,500=0.05" with the sum of the shares up to each."""
    found, total = [], 0.0
    for part in filter(None, text.split(",")):
        fault, _, share = part.partition("=")
        if fault not in FAULTS:
            raise SystemExit(f"{fault!r} is no fault; there are {', '.join(FAULTS)}.")
        total += float(share)
        found.append((fault, total))
    return found


async def serve(options: argparse.Namespace) -> None:
    """Serve until standard input ends; print the address first."""
    endpoint = Endpoint(options)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(endpoint), "127.0.0.1", 0, backlog=1024)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    await asyncio.to_thread(sys.stdin.read)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--rpm", type=float, default=0.0, help="requests a minute; others get 429")
    parser.add_argument("--faults", default="", help="shares of requests: 429=0.1,500=0.05,reset=0.02")
    parser.add_argument("--trivial", action="store_true", help="answer with empty drafts")
    parser.add_argument("--seed", type=int, default=0)
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
