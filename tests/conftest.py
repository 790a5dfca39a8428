"""What tests of several rooms share."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.loopback import Endpoint, Server


def pytest_configure(config: pytest.Config) -> None:
    """Keep the index of place names between runs of the tests, and out of the cache of whoever runs them."""
    root = Path(config.getini("cache_dir"))
    os.environ["SUMMARIZER_CACHE_DIR"] = str((config.rootpath / root / "places").resolve())


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
