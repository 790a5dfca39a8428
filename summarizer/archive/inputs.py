"""Inputs as rows: what tells one from all others, and what is known of it."""

from __future__ import annotations

import functools
import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, RowMapping, Table, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

from summarizer.archive.passages import sentences_to_json
from summarizer.archive.tables import articles, texts
from summarizer.article import Article
from summarizer.errors import SummarizerError


class Unread(Protocol):
    """An input that could not be read (see `summarizer.sources`)."""

    @property
    def source(self) -> str:
        """Where it stands."""

    @property
    def error(self) -> SummarizerError:
        """Why it could not be read."""


_STREAM = "standard input"
_LONGEST_LOCATOR = 500
"""Characters; PostgreSQL indexes at most 2,700 bytes."""


@functools.lru_cache(maxsize=64)  # asked for several times while a chunk is taken in
def hash_of(text: str) -> str:
    """Return the hash of a normalised text, 32 hexadecimal digits."""
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:32]


def locator_of(item: Article | Unread) -> str:
    """Return what tells an input from all others: its absolute position, or else its id and its text."""
    source = item.source
    if source is None:
        return _short(f"id:{item.id}:{hash_of(item.text)}" if isinstance(item, Article) else "id:")
    if source.startswith(_STREAM):  # it has no place to tell one stream's first article from another's
        return _short(f"{source}:{hash_of(item.text)}" if isinstance(item, Article) else source)
    if "://" in source:
        return _short(source)
    # Not Path.resolve: what stands behind the "!" is no path, and a link is an input of its own.
    return _short(os.path.abspath(source))  # noqa: PTH100


def _short(locator: str) -> str:
    """Return a locator that each database takes and can index, still another one for each input."""
    fit = storable(locator)
    if fit == locator and len(fit) <= _LONGEST_LOCATOR:
        return fit
    digest = hashlib.sha256(locator.encode(errors="surrogatepass")).hexdigest()[:32]
    return f"{fit[:_LONGEST_LOCATOR]}…{digest}"


def storable(text: str) -> str:
    """Return a text without what a database does not take: NUL, and halves of surrogate pairs."""
    return text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def containers_of(locator: str) -> list[str]:
    """Return the files that an input stands in: of "x.zip!y.csv:7" these are "x.zip!y.csv" and "x.zip"."""
    found = []
    while (match := _INSIDE.match(locator)) is not None:
        locator = match[1]
        found.append(locator)
    return found


_INSIDE = re.compile(r"(?s)(.+)(?:!.+|:\d+|\[\d+\])$")


def distinct(items: Sequence[Article | Unread], numbers: dict[str, int]) -> dict[str, Article | Unread]:
    """Return the items by locator; of an input that comes again, each further one gets a number.

    `numbers` holds the next number of each that has come again, and is kept up to date.
    """
    located: dict[str, Article | Unread] = {}
    for item in items:
        first = locator_of(item)
        number = numbers.get(first, 1)
        locator = _numbered(first, number)
        while locator in located:
            number += 1
            locator = _numbered(first, number)
        if number > 1:
            numbers[first] = number + 1
        located[locator] = item
    return located


def _numbered(locator: str, number: int) -> str:
    return locator if number == 1 else f"{locator}#{number}"


def columns_of(locator: str, item: Article | Unread) -> dict[str, Any]:
    if not isinstance(item, Article):
        names = ("title", "publisher", "author", "agency", "published", "published_basis", "language")
        blank = dict.fromkeys(names)
        source = storable(item.source)
        return {"locator": locator, "source": source, "archive_id": "", "text_hash": None, **blank}
    columns: dict[str, Any] = {
        "locator": locator,
        "source": item.source,
        "archive_id": item.id,
        "text_hash": hash_of(item.text),
        "title": item.title,
        "publisher": item.publisher,
        "author": item.author,
        "agency": item.agency,
        "published": item.published,
        "published_basis": item.published_basis,
        "language": item.language,
    }
    return {name: storable(value) if isinstance(value, str) else value for name, value in columns.items()}


def keep_texts(connection: Connection, read: Sequence[Article]) -> None:
    rows = {hash_of(article.text): article for article in read}
    if rows:
        values: list[dict[str, Any]] = [
            {"hash": key, "text": rows[key].text, "sentences": sentences_to_json(rows[key])}
            for key in sorted(rows)  # in one order everywhere, so that two processes cannot lock each other
        ]
        connection.execute(inserting(connection, texts).on_conflict_do_nothing(), values)


@dataclass(frozen=True, slots=True)
class Changes:
    texts: set[str]
    """Locators of articles whose text is another than before."""
    redated: set[str]
    """Locators of articles of which something else is known than before."""
    dates: set[str]
    """Of these, the locators of those with another publication date, or with none any more."""


_REPORTED = (
    "archive_id",
    "title",
    "publisher",
    "author",
    "agency",
    "published",
    "published_basis",
    "language",
)


def keep_articles(
    connection: Connection, fresh: dict[str, dict[str, Any]], known: dict[str, RowMapping]
) -> Changes:
    changes = Changes(set(), set(), set())
    new = [columns for locator, columns in sorted(fresh.items()) if locator not in known]
    if new:
        connection.execute(inserting(connection, articles).on_conflict_do_nothing(), new)
    altered = []
    for locator, columns in fresh.items():
        row = known.get(locator)
        if row is None:
            continue
        if row["text_hash"] != columns["text_hash"]:
            changes.texts.add(locator)
        elif any(row[name] != columns[name] for name in _REPORTED):
            changes.redated.add(locator)
            if row["published"] != columns["published"]:
                changes.dates.add(locator)
        elif row["source"] == columns["source"]:
            continue
        altered.append({f"new_{name}": value for name, value in columns.items()})
    if altered:
        changes_to: dict[str, Any] = {
            name: bindparam(f"new_{name}") for name in next(iter(fresh.values())) if name != "locator"
        }
        where = articles.c.locator == bindparam("new_locator")
        connection.execute(update(articles).where(where).values(changes_to), altered)
    return changes


def inserting(connection: Connection, table: Table) -> Any:
    """Return an insert that can say ON CONFLICT, in the words of the database."""
    return (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
