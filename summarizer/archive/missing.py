"""Inputs that are no longer where they were: told from the rest, and marked as gone where that is asked for.

An input is missing when the last run that read its source to the end did not meet it. Nothing is deleted: who
was marked keeps its draft, and comes back by being met again.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from sqlalchemy import Connection, func, select, update

from summarizer.archive import runs as running
from summarizer.archive.claims import Claims
from summarizer.archive.entry import Fate, Taking
from summarizer.archive.inputs import containers_of
from summarizer.archive.order import natural_key
from summarizer.archive.passages import article_of, passages
from summarizer.archive.store import Store
from summarizer.archive.tables import articles, results, runs

_PAGE = 500
_COPY = re.compile(r"#\d+$")


@dataclass(frozen=True, slots=True)
class Missing:
    """An input that is not there any more."""

    row: int
    source: str
    run: int
    """The last run that read its source to the end, and did not meet it."""


def sources_to_json(sources: Iterable[str | os.PathLike[str]]) -> str:
    """Return the files and folders that a run reads; standard input can never be read again."""
    named = (os.fspath(source) for source in sources)
    # As in `locator_of`: no links are followed.
    paths = {os.path.abspath(name) for name in named if name != "-"}  # noqa: PTH100
    return json.dumps(sorted(paths), ensure_ascii=False)


def missing(store: Store) -> Iterator[Missing]:
    """Yield the inputs that are missing and not marked as gone, in the order in which they came."""
    completed = store.run(_completed)
    after = 0
    while completed:
        page, after = store.run(partial(_page, completed=completed, after=after))
        yield from page
        if not after:
            return


def mark_gone(store: Store, found: Sequence[Missing]) -> list[int]:
    """Mark inputs as gone, and give their readings to copies that are still there.

    Returns the readings whose articles are others now, with dates of their own: their reports are to be made
    anew.
    """
    return store.run(lambda connection: _mark(connection, found))


def _completed(connection: Connection) -> dict[str, int]:
    """Return the last run that read a path to the end, by path."""
    rows = connection.execute(
        select(runs.c.id, runs.c.sources).where(runs.c.sources.is_not(None)).order_by(runs.c.id)
    )
    return {path: number for number, sources in rows for path in json.loads(sources)}


def _page(connection: Connection, completed: dict[str, int], after: int) -> tuple[list[Missing], int]:
    """Return what is missing among the next inputs, and the number of the last one; 0: it was the last."""
    statement = (
        select(articles.c.id, articles.c.locator, articles.c.source, articles.c.seen)
        .where(articles.c.id > after, articles.c.gone.is_(None))
        .where(func.coalesce(articles.c.seen, 0) < max(completed.values()))
        # An archive that could not be read, and can be now, has no outcome of its own any more.
        .where(select(results.c.article).where(results.c.article == articles.c.id).exists())
        .order_by(articles.c.id)
        .limit(_PAGE)
    )
    rows = connection.execute(statement).mappings().all()
    suspects = []
    for row in rows:
        above = _above(row["locator"])
        run = max((completed.get(path, 0) for path in above), default=0)
        if (row["seen"] or 0) < run:
            suspects.append((Missing(row["id"], row["source"], run), above))
    closed = _closed(connection, {path for _, above in suspects for path in above})
    found = [
        suspect for suspect, above in suspects if all(closed.get(path, 0) < suspect.run for path in above)
    ]
    return found, rows[-1]["id"] if len(rows) == _PAGE else 0


def _above(locator: str) -> list[str]:
    """Return an input's place and all that it lies in: tables, archives, folders."""
    place = _COPY.sub("", locator)
    inside = containers_of(place)
    return [place, *inside, *map(str, PurePath(inside[-1] if inside else place).parents)]


def _closed(connection: Connection, paths: set[str]) -> dict[str, int]:
    """Return which of some paths could not be read, or were empty, and by which run.

    What lies in them may still be there: a disk that is not mounted is an empty folder.
    """
    found: dict[str, int] = {}
    ordered = sorted(paths)
    for first in range(0, len(ordered), _PAGE):
        statement = select(articles.c.locator, articles.c.seen).where(
            articles.c.locator.in_(ordered[first : first + _PAGE]), articles.c.text_hash.is_(None)
        )
        found |= {locator: seen or 0 for locator, seen in connection.execute(statement)}
    return found


def _mark(connection: Connection, found: Sequence[Missing]) -> list[int]:
    by_run: dict[int, list[int]] = {}
    for one in found:
        by_run.setdefault(one.run, []).append(one.row)
    readings = []
    for run, rows in by_run.items():
        # Whoever met it meanwhile knows better.
        unmet = (func.coalesce(articles.c.seen, 0) < run) & articles.c.gone.is_(None)
        connection.execute(update(articles).where(articles.c.id.in_(rows), unmet).values(gone=run))
        readings += _hand_over(connection, rows, run)
    return readings


def _hand_over(connection: Connection, rows: list[int], run: int) -> list[int]:
    """Make a copy that is still there the first of its text, for every reader; return the readings."""
    gone = articles.alias()
    copied = connection.execute(
        select(results.c.recipe, results.c.duplicate_of)
        .join(articles, articles.c.id == results.c.article)
        .join(gone, gone.c.id == results.c.duplicate_of)
        .where(results.c.duplicate_of.in_(rows), gone.c.gone.is_not(None))
        .where(articles.c.gone.is_(None), articles.c.text_hash == gone.c.text_hash)
        .distinct()
        .order_by(results.c.recipe, results.c.duplicate_of)
    ).all()
    readings = []
    for recipe, first in copied:
        its = (
            passages()
            .add_columns(articles.c.locator, articles.c.gone)
            .join(results, (results.c.article == articles.c.id) & (results.c.recipe == recipe))
        )
        family = connection.execute(
            its.where((results.c.duplicate_of == first) | (articles.c.id == first))
        ).mappings()
        heirs = sorted(family, key=lambda row: (row["gone"] is not None, natural_key(row["locator"])))
        claims = Claims(connection, Taking(run, recipe, running.now()), set())
        entries = claims.settle(
            {row["locator"]: article_of(row) for row in heirs},
            {row["locator"]: row["row"] for row in heirs},
        )
        claims.write()
        readings += [
            entry.reading
            for entry in entries.values()
            if entry.fate is Fate.REDATED and entry.reading is not None
        ]
    return readings
