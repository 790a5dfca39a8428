"""The version of a ledger's tables, and the steps from one version to the next."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, func, insert, inspect, select, update

from summarizer.archive import tables
from summarizer.errors import LedgerError

VERSION = 2


class NoTables(LedgerError):
    """A database without a ledger's tables: a run makes them, where there are no others."""


_LOCK = 0x73756D6D6172697A
"""The number of PostgreSQL's advisory lock under which tables are made and changed."""

VIEW = """
CREATE VIEW overview AS
SELECT articles.source, articles.archive_id, articles.title, articles.published, recipes.reader,
       results.outcome, results.reason, first.source AS duplicate_of,
       readings.input_tokens, readings.output_tokens, readings.cost_usd, readings.seconds,
       articles.gone IS NOT NULL AS gone
FROM results
JOIN articles ON articles.id = results.article
JOIN recipes ON recipes.id = results.recipe
LEFT JOIN readings ON readings.id = results.reading AND results.duplicate_of IS NULL
LEFT JOIN articles AS first ON first.id = results.duplicate_of
"""


def _keep_whereabouts(connection: Connection) -> None:
    """Version 2: which run met an input last, which marked it as gone, and what a run read to the end."""
    for statement in (
        "ALTER TABLE runs ADD COLUMN sources TEXT",
        "ALTER TABLE articles ADD COLUMN seen INTEGER REFERENCES runs (id)",
        "ALTER TABLE articles ADD COLUMN gone INTEGER REFERENCES runs (id)",
        "DROP VIEW overview",
        VIEW,
    ):
        connection.exec_driver_sql(statement)


MIGRATIONS: dict[int, Callable[[Connection], None]] = {1: _keep_whereabouts}
"""What leads from a version to the one after it: `MIGRATIONS[1]` makes version 2 of a ledger of version 1."""


def prepare(connection: Connection, name: str, *, create: bool) -> None:
    """Bring a database's tables to today's version, in the transaction of `connection`.

    Raises:
        LedgerError: it is no ledger, or a newer program's.
    """
    if connection.dialect.name == "postgresql":  # two processes that begin at once make the tables once
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    present = set(inspect(connection).get_table_names())
    if "ledger" not in present:
        if not create:
            raise NoTables(f"{name} is not a ledger: it has no table of that name.")
        # A server's database has tables of its extensions; a file with tables is somebody's.
        ours = present if connection.dialect.name == "sqlite" else present & set(tables.metadata.tables)
        if ours:
            raise LedgerError(f"{name} holds another program's table {min(ours)}; give an empty database.")
        tables.metadata.create_all(connection)
        connection.exec_driver_sql(VIEW)
        connection.execute(insert(tables.ledger).values(key="version", value=str(VERSION)))
        connection.execute(insert(tables.purse).values(id=1, spent_usd=0, reserved_usd=0, lost_usd=0))
        return
    version = _version(connection, name)
    if version > VERSION:
        raise LedgerError(
            f"{name} is a ledger of version {version}; this program knows version {VERSION}. "
            "Install a newer summarizer."
        )
    for step in range(version, VERSION):
        MIGRATIONS[step](connection)
        connection.execute(
            update(tables.ledger).where(tables.ledger.c.key == "version").values(value=str(step + 1))
        )


def _version(connection: Connection, name: str) -> int:
    value = connection.scalar(select(tables.ledger.c.value).where(tables.ledger.c.key == "version"))
    if value is None or not str(value).isdigit():
        raise LedgerError(f"{name} is not a ledger: it does not say its version.")
    return int(value)
