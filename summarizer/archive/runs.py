"""Runs on a ledger: when they began, whether they live, and what a dead one leaves behind."""

from __future__ import annotations

import datetime as dt
import os
import socket
from pathlib import Path

from sqlalchemy import Connection, RowMapping, insert, select, update

from summarizer._version import __version__
from summarizer.archive.inputs import inserting
from summarizer.archive.recipe import Recipe
from summarizer.archive.tables import purse, readings, recipes, runs

HEARTBEAT_S = 15
"""How often a run says that it lives."""
_SILENCE = dt.timedelta(seconds=90)
"""After how long a run on another machine, which cannot be asked, counts as dead."""
_NOTHING_USD = 1e-9
"""Less is what adding and subtracting has left over."""


def now() -> dt.datetime:
    """Return the time, in UTC."""
    return dt.datetime.now(dt.UTC)


def recipe_id(connection: Connection, recipe: Recipe) -> int:
    """Return the number of a recipe, written down if it is new."""
    values = {
        "digest": recipe.digest,
        "reader": recipe.reader,
        "reader_version": recipe.reader_version,
        "prompt_version": recipe.prompt_version,
        "schema_version": recipe.schema_version,
        "parameters": recipe.parameters,
    }
    connection.execute(inserting(connection, recipes).on_conflict_do_nothing(), values)
    number: int = connection.execute(
        select(recipes.c.id).where(recipes.c.digest == recipe.digest)
    ).scalar_one()
    return number


def begin(connection: Connection, recipe: int) -> int:
    """Write down a new run of this process and return its number."""
    statement = insert(runs).values(
        recipe=recipe,
        software_version=__version__,
        host=socket.gethostname(),
        process=_process(os.getpid()),
        started=now(),
        heartbeat=now(),
    )
    (number,) = connection.execute(statement.returning(runs.c.id)).one()
    return int(number)


def beat(connection: Connection, run: int) -> None:
    """Say that a run lives."""
    connection.execute(update(runs).where(runs.c.id == run).values(heartbeat=now()))


def end(connection: Connection, run: int, ending: str, sources: str | None = None) -> None:
    """Write down how a run ended, and give back what it had claimed.

    What is still set aside was for calls that nobody saw the end of; they may have been billed.
    """
    _release(connection, run)
    _lose(connection, run)
    connection.execute(
        update(runs)
        .where(runs.c.id == run)
        .values(ended=now(), heartbeat=now(), ending=ending[:300], sources=sources)
    )


def recover(connection: Connection) -> int:
    """Give back what dead runs had claimed; return how many readings that were.

    What they had set aside for calls in flight may have been billed, so it counts against the budget.
    """
    over = select(runs.c.id).where(runs.c.ended.is_not(None))
    statement = update(readings).where(readings.c.state == "claimed", readings.c.run.in_(over))
    released = int(connection.execute(statement.values(state="open")).rowcount)
    for row in connection.execute(select(runs).where(runs.c.ended.is_(None))).mappings().all():
        if is_alive(row):
            continue
        # Of two processes that find it dead, one buries it: the row is locked until the transaction ends.
        buried = update(runs).where(runs.c.id == row["id"], runs.c.ended.is_(None))
        if connection.execute(buried.values(ended=now(), ending="lost")).rowcount:
            released += _release(connection, row["id"])
            _lose(connection, row["id"])
    return released


def is_alive(run: RowMapping) -> bool:
    """Tell whether a run that has not ended is still going on.

    On this machine the process is asked, so that a laptop may sleep as long as it likes; of another machine
    only the heartbeat is known.
    """
    if run["host"] == socket.gethostname():
        process = str(run["process"])
        return _process(int(process.split("@")[0])) == process
    heartbeat = run["heartbeat"]
    if heartbeat.tzinfo is None:  # SQLite keeps no time zone
        heartbeat = heartbeat.replace(tzinfo=dt.UTC)
    return bool(now() - heartbeat < _SILENCE)


def _release(connection: Connection, run: int) -> int:
    statement = update(readings).where(readings.c.run == run, readings.c.state == "claimed")
    return int(connection.execute(statement.values(state="open")).rowcount)


def _lose(connection: Connection, run: int) -> None:
    held = connection.scalar(select(runs.c.reserved_usd).where(runs.c.id == run)) or 0.0
    if held > _NOTHING_USD:
        connection.execute(
            update(purse).values(reserved_usd=purse.c.reserved_usd - held, lost_usd=purse.c.lost_usd + held)
        )
    connection.execute(update(runs).where(runs.c.id == run).values(reserved_usd=0.0))


def _process(number: int) -> str:
    """Return a process's number with when it was started, where the system tells: numbers come again."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return f"{number}@gone"
    except OSError:  # it is there, and somebody else's
        pass
    try:
        # The name in the second field may hold spaces and brackets; the start time is the 20th after it.
        status = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
        state, *rest = status.rsplit(")", 1)[1].split()
    except (OSError, IndexError, ValueError):
        return f"{number}@running"
    return f"{number}@gone" if state == "Z" else f"{number}@{rest[18]}"
