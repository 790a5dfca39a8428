"""The command line against endpoints that misbehave: one line and the documented exit code."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.cli.test_command_line import ARTICLE, assert_one_line, run
from tests.loopback import DRAFT, KEY, Endpoint, Reply


def ask(endpoint: Endpoint, *more: str) -> tuple[list[str], dict[str, str]]:
    """Return arguments and environment that send the article to the endpoint."""
    arguments = ["summarize", str(ARTICLE), "--model", "openai/tested", "--base-url", endpoint.url, *more]
    return arguments, {"OPENAI_API_KEY": KEY}


def test_a_model_reads_through_the_command_line(endpoint: Endpoint) -> None:
    endpoint.then(endpoint.answers())
    arguments, env = ask(endpoint, "--format", "json")

    result = run(*arguments, env=env)

    report = json.loads(result.stdout)
    assert (result.returncode, result.stderr) == (0, "")
    assert report["headline"] == DRAFT["headline"]
    assert report["provenance"]["reader"] == "openai/tested"
    assert report["provenance"]["prompt_version"]


@pytest.mark.parametrize(
    ("reply", "code", "words"),
    [
        (Endpoint.fails(404, "The model `tested` does not exist", code="model_not_found"), 3, ["tested"]),
        (Endpoint.fails(401, f"Incorrect API key provided: {KEY}"), 3, ["key"]),
        (Endpoint.fails(429, "You exceeded your current quota", code="insufficient_quota"), 3, ["quota"]),
        (Endpoint.sends_text(200, "<html><body>Welcome</body></html>", "text/html"), 1, ["--base-url"]),
        (Endpoint.answers("I think that several people died."), 1, ["tested"]),
        (Endpoint.answers(None, refusal="I will not."), 1, ["I will not"]),
        (Endpoint.answers('{"relevance": "event', finish="length"), 1, ["cut off"]),
    ],
    ids=["unknown model", "wrong key", "no quota", "html", "prose", "refusal", "truncated"],
)
def test_each_fault_ends_in_one_line(endpoint: Endpoint, reply: Reply, code: int, words: list[str]) -> None:
    endpoint.otherwise = reply
    arguments, env = ask(endpoint)

    result = run(*arguments, env=env)

    assert_one_line(result, code, *words)
    assert KEY not in result.stderr


def test_doctor_tells_a_web_page_from_an_api(web_page: str) -> None:
    result = run("doctor", "--model", "openai/tested", "--base-url", f"{web_page}/v1")

    assert result.returncode == 1
    assert "not as a chat completions API; check --base-url" in result.stderr


@pytest.fixture
def web_page() -> Iterator[str]:
    """A server that answers everything with a web page and status 200."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<html><body>Welcome</body></html>")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_dead_endpoint_ends_in_one_line() -> None:
    dead = "http://127.0.0.1:9/v1"

    result = run("summarize", ARTICLE, "--model", "openai/tested", "--base-url", dead, "--timeout", "2")

    assert_one_line(result, 1, dead)
