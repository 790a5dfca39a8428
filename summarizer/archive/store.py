"""The database under a ledger: SQLite or PostgreSQL, one code for both."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import QueuePool
from tenacity import (
    Retrying,
    retry_if_exception,
    stop_after_attempt,
    stop_after_delay,
    wait_random_exponential,
)

from summarizer.archive.migrations import prepare
from summarizer.errors import LedgerError

Result = TypeVar("Result")
Operation = Callable[[Connection], Result]
"""What is done in one transaction."""

_BUSY_S = 60
"""Seconds to wait for another process's transaction."""


class Store:
    """One database with today's tables.

    Args:
        address: path of a SQLite file, or a URL ("postgresql://user@host/name").
        create: make the database's tables, and the file, where there are none.

    Raises:
        LedgerError: it cannot be opened, or it is no ledger.
    """

    def __init__(self, address: str | os.PathLike[str], *, create: bool) -> None:
        url = _url(os.fspath(address))
        self.name = url.database or "" if _is_sqlite(url) else url.render_as_string(hide_password=True)
        self.is_sqlite = _is_sqlite(url)
        if self.is_sqlite and not create and not Path(self.name).is_file():
            raise LedgerError(
                f"{self.name} does not exist; `summarizer batch … --ledger {self.name}` makes it."
            )
        if self.is_sqlite:
            _check_place(Path(self.name))
        self.engine = _engine(url, self.name)
        self._running: set[asyncio.Future[Any]] = set()
        try:
            self.run(lambda connection: prepare(connection, self.name, create=create))
        except LedgerError:
            self.close()
            raise

    def run(self, operation: Operation[Result]) -> Result:
        """Return what an operation returns, run in one transaction; again where the database asks for that.

        Raises:
            LedgerError: the database failed.
        """
        try:
            for attempt in Retrying(
                retry=retry_if_exception(_is_passing),
                wait=wait_random_exponential(0.05, max=2),
                stop=stop_after_attempt(6) | stop_after_delay(_BUSY_S),
                reraise=True,
            ):
                with attempt, self.engine.begin() as connection:
                    return operation(connection)
        except SQLAlchemyError as error:
            raise LedgerError(f"The ledger {self.name} failed: {_said(error)}.") from None
        raise AssertionError("unreachable")  # Retrying returns, or raises

    async def arun(self, operation: Operation[Result]) -> Result:
        """Return what an operation returns, without holding up the event loop for long.

        SQLite answers in microseconds and gives the interpreter away at every row, so on a thread of its own
        each row would wait its turn behind the event loop; a server's round trips are another matter.
        """
        if self.is_sqlite:
            return self.run(operation)
        running = asyncio.ensure_future(asyncio.to_thread(self.run, operation))
        self._running.add(running)
        running.add_done_callback(self._running.discard)
        # A thread cannot be cancelled: whoever is cancelled leaves it running, and `quiet` waits for it.
        return await asyncio.shield(running)

    async def quiet(self) -> None:
        """Return when no transaction is running any more."""
        while self._running:
            await asyncio.wait(set(self._running))

    def close(self) -> None:
        """Close the connections."""
        self.engine.dispose()


def file_of(address: str | os.PathLike[str]) -> Path | None:
    """Return the SQLite file that an address names; None: it is that of a server.

    Raises:
        LedgerError: it is no address.
    """
    url = _url(os.fspath(address))
    return Path(url.database or "") if _is_sqlite(url) else None


def _url(address: str) -> URL:
    if not address.strip():
        raise LedgerError("The ledger has no name; give a file, for example run.db.")
    if "://" not in address:
        return URL.create("sqlite", database=str(Path(address).expanduser().absolute()))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        # Not quoted: there may be a password in it.
        raise LedgerError(
            "The ledger's URL cannot be read; write it as postgresql://user@host/name."
        ) from None
    backend = url.get_backend_name()
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and url.database:
        return url.set(database=str(Path(url.database).expanduser().absolute()))
    raise LedgerError(f"A ledger is a SQLite file or a postgresql:// URL, not {backend}://.")


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; a ledger is a file, for example {path / 'run.db'}.")
    if not path.parent.is_dir():
        raise LedgerError(f"{path} cannot be made: there is no folder {path.parent}.")


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _engine(url: URL, name: str) -> Engine:
    try:
        if not _is_sqlite(url):
            return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 20})
        engine = create_engine(
            url,
            poolclass=QueuePool,
            connect_args={"timeout": _BUSY_S, "check_same_thread": False, "isolation_level": None},
        )
    except ImportError:
        raise LedgerError(
            "A PostgreSQL ledger needs psycopg; install it with: pip install 'psycopg[binary]'."
        ) from None
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    # Readers and the writer do not wait for each other, and a killed process leaves whole transactions.
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    # The lock at once: a transaction that reads first and writes later may be thrown out at the write.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _is_passing(error: BaseException) -> bool:
    """Tell whether the same transaction may well succeed now: a deadlock, a serialisation failure."""
    if not isinstance(error, DBAPIError):
        return False
    if getattr(error.orig, "sqlstate", None) in ("40001", "40P01"):
        return True
    return isinstance(error, OperationalError) and "database is locked" in str(error.orig)


def _said(error: SQLAlchemyError) -> str:
    """Return the database's own words, on one line, without statement and parameters: they hold articles."""
    origin = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    first = str(origin).strip().splitlines() or [type(origin).__name__]
    return first[0][:200].rstrip(".")
