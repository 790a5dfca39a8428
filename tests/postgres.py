"""A PostgreSQL server of the tests' own, where its programs are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

_NUMBERS = count(1)


def programs() -> Path | None:
    """The folder of the newest PostgreSQL server on this machine."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@contextmanager
def server(bin_: Path) -> Iterator[Path]:
    """Start a server that listens on a socket only; yield the socket's folder."""
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    # A server refuses to run as root; the packages bring a user for it.
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(home, user, user)
    data = home / "data"

    def run(*command: str | Path) -> None:
        subprocess.run([str(part) for part in command], check=True, capture_output=True, user=user, cwd=home)

    try:
        run(
            bin_ / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"
        )
        options = f"-k {home} -c listen_addresses='' -c fsync=off"
        run(bin_ / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start")
        try:
            yield home
        finally:
            run(bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def new_database(socket: Path) -> str:
    """Make an empty database and return its URL."""
    import psycopg

    name = f"ledger{next(_NUMBERS)}"
    with psycopg.connect(f"host={socket} user=tests dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://tests@/{name}?host={socket}"
