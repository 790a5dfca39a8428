"""A chat completions endpoint on the loopback interface that answers from a script."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-test-0123456789abcdef"
DRAFT: dict[str, Any] = {
    "relevance": "event_report",
    "document_type": "news",
    "headline": "Patrol ambushed near Marsa",
    "abstract": "Two soldiers died in an ambush near Marsa, the army said.",
    "actors": [{"id": "A1", "name": "soldiers", "type": "state_military", "evidence": [1]}],
}

Reply = Callable[["Handler"], None]


@dataclass
class Seen:
    """A request as it arrived."""

    path: str
    headers: Message
    body: dict[str, Any]


@dataclass
class Endpoint:
    """What the test scripts, and what it sees afterwards."""

    url: str = ""
    script: deque[Reply] = field(default_factory=deque)
    otherwise: Reply | None = None
    """The reply once the script is used up; without one that is a fault of the test."""
    requests: list[Seen] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)

    def then(self, *replies: Reply) -> Endpoint:
        self.script.extend(replies)
        return self

    @staticmethod
    def answers(
        content: object = DRAFT, *, finish: str = "stop", usage: object = None, **message: Any
    ) -> Reply:
        """A completion with this content: text, or a draft to be written as JSON."""
        text = content if isinstance(content, str) else json.dumps(content)
        reply = {
            "id": "x",
            "object": "chat.completion",
            "created": 1,
            "model": "tested-model-2031-01-01",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": finish,
                    "message": {"role": "assistant", "content": text, **message},
                }
            ],
            "usage": usage
            or {
                "prompt_tokens": 100,
                "completion_tokens": 20,
                "total_tokens": 120,
                "prompt_tokens_details": {"cached_tokens": 60},
            },
        }
        return Endpoint.sends(200, reply)

    @staticmethod
    def sends(status: int, body: object, headers: dict[str, str] | None = None) -> Reply:
        """Any JSON, with any status."""
        return Endpoint.sends_text(status, json.dumps(body), "application/json", headers)

    @staticmethod
    def fails(
        status: int, message: str = "", *, code: str | None = None, headers: dict[str, str] | None = None
    ) -> Reply:
        """An error in OpenAI's form."""
        return Endpoint.sends(status, {"error": {"message": message, "type": code, "code": code}}, headers)

    @staticmethod
    def sends_text(status: int, text: str, kind: str, headers: dict[str, str] | None = None) -> Reply:
        data = text.encode()

        def reply(handler: Handler) -> None:
            handler.send_response(status)
            for name, value in {
                "Content-Type": kind,
                "Content-Length": str(len(data)),
                **(headers or {}),
            }.items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(data)

        return reply

    @staticmethod
    def resets() -> Reply:
        """A connection that is reset in place of an answer."""

        def reply(handler: Handler) -> None:
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            handler.connection.close()
            handler.close_connection = True

        return reply

    @staticmethod
    def echoes() -> Reply:
        """A draft whose headline is the article's first line."""

        def reply(handler: Handler) -> None:
            line = handler.body["messages"][-1]["content"].split("\n")[1]
            Endpoint.answers({**DRAFT, "headline": line})(handler)

        return reply

    def stalls(self) -> Reply:
        """No answer until the test is over."""

        def reply(handler: Handler) -> None:
            self.release.wait(30)
            handler.close_connection = True

        return reply


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: in two, the second waits 40 ms for an acknowledgement
    server: Server
    body: dict[str, Any]

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        endpoint = self.server.endpoint
        body = self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.server.lock:
            endpoint.requests.append(Seen(self.path, self.headers, body))
            reply = endpoint.script.popleft() if endpoint.script else endpoint.otherwise
        (reply or Endpoint.fails(418, "the script of the test is used up"))(self)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256  # the default of 5 resets connections when many are opened at once

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.endpoint = Endpoint()
        self.lock = threading.Lock()

    def handle_error(self, *_: object) -> None:
        """A connection that a test broke off needs no traceback."""
