"""What tests of several rooms share."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tests.loopback import Endpoint, Server


@pytest.fixture(scope="session")
def _server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def endpoint(_server: Server) -> Iterator[Endpoint]:
    """A server on 127.0.0.1 that answers from `endpoint.script`."""
    _server.endpoint = Endpoint(url=f"http://127.0.0.1:{_server.server_port}/v1")
    yield _server.endpoint
    _server.endpoint.release.set()
