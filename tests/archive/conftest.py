"""Ledgers on both databases, and readers that count."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres


@pytest.fixture(scope="session")
def postgres_socket() -> Iterator[Path]:
    """A running PostgreSQL server."""
    programs = postgres.programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed here")
    with postgres.server(programs) as socket:
        yield socket


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty ledger, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        return str(tmp_path / "run.db")
    return postgres.new_database(request.getfixturevalue("postgres_socket"))
