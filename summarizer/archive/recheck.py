"""Reports made anew from the drafts in a ledger: no reader is asked, nothing is paid."""

from __future__ import annotations

import asyncio
from functools import partial

from sqlalchemy import Connection, RowMapping, Select, and_, bindparam, update

from summarizer._version import __version__
from summarizer.archive.passages import article_of, fetch, passages
from summarizer.archive.store import Store
from summarizer.archive.tables import articles, readings
from summarizer.checked import text_of
from summarizer.checking.check import check
from summarizer.checking.gazetteer import Gazetteer, open_gazetteer
from summarizer.schema.draft import Draft
from summarizer.schema.report import Provenance

_PAGE = 100


def recheck(store: Store, *, places: bool) -> int:
    """Make the reports of all recipes anew with today's checks; return how many changed.

    What a report says of the software that made it changes only where the report itself does.
    """
    gazetteer = open_gazetteer() if places else None
    changed, after = 0, 0
    while True:
        page = DRAFTS.where(readings.c.id > after).order_by(readings.c.id).limit(_PAGE)
        rows = store.run(partial(fetch, page=page))
        if not rows:
            return changed
        after = rows[-1]["reading"]
        anew = [(row["reading"], renewed(row, gazetteer)) for row in rows]
        altered = [
            {"_reading": number, "_report": text, "_software": __version__}
            for number, text in anew
            if text is not None
        ]
        if altered:
            store.run(partial(_write, reports=altered))
        changed += len(altered)


def renewed(row: RowMapping, gazetteer: Gazetteer | None) -> str | None:
    """Return a reading's report as JSON without the article, made anew; None where it comes out the same."""
    # Only the provenance of the stored report is kept, so a report that an older version wrote can be read.
    provenance = Provenance.model_validate(_provenance(row["report"]))
    draft = Draft.model_validate_json(row["draft"])
    report = check(draft, article_of(row), provenance, gazetteer=gazetteer)
    if text_of(report) == row["report"]:
        return None
    renewed_by = provenance.model_copy(update={"software_version": __version__})
    return text_of(report.model_copy(update={"provenance": renewed_by}))


async def redated(store: Store, reading: int, gazetteer: Gazetteer | None) -> None:
    """Make one report anew, because the date, title or author of its article is another now."""
    await asyncio.to_thread(renew, store, reading, gazetteer)


def renew(store: Store, reading: int, gazetteer: Gazetteer | None) -> None:
    """Make one report anew; the twin of `redated`."""
    statement = DRAFTS.where(readings.c.id == reading)
    row = store.run(lambda connection: connection.execute(statement).mappings().first())
    text = renewed(row, gazetteer) if row else None
    if text is not None:
        values = {"_reading": reading, "_report": text, "_software": __version__}
        store.run(partial(_write, reports=[values]))


def _write(connection: Connection, reports: list[dict[str, object]]) -> None:
    connection.execute(WRITE, reports)


def _provenance(report: str) -> object:
    from pydantic_core import from_json

    return from_json(report)["provenance"]


DRAFTS: Select[tuple[object, ...]] = (
    passages()
    .add_columns(readings.c.id.label("reading"), readings.c.draft, readings.c.report)
    .join(readings, and_(readings.c.article == articles.c.id, readings.c.text_hash == articles.c.text_hash))
    .where(readings.c.state == "done")
)
"""Drafts with their articles."""

WRITE = (
    update(readings)
    .where(readings.c.id == bindparam("_reading"))
    .values(report=bindparam("_report"), software_version=bindparam("_software"))
)
