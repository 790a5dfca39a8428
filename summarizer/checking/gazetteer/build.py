"""Building the index: every name of every entry under its keys, in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.checking.gazetteer import lists, source
from summarizer.checking.gazetteer.entry import Kind
from summarizer.checking.gazetteer.keys import LOOSE_COUNTRIES, loose_key, plain_key
from summarizer.checking.gazetteer.phrases import without_kind_words

INDEX_VERSION = 2
"""Raised when the tables, the keys or the choice of names change: older indexes are then built anew."""

_TABLES = """
CREATE TABLE entries (
    id INTEGER PRIMARY KEY, kind INTEGER, name TEXT, country TEXT, admin1 TEXT, latitude REAL, longitude REAL,
    population INTEGER, geonames_id INTEGER, capital INTEGER
);
CREATE TABLE names (key TEXT, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE admin1 (code TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE countries (iso TEXT PRIMARY KEY, iso3 TEXT, name TEXT) WITHOUT ROWID;
CREATE TEMP TABLE unsorted (key TEXT, entry INTEGER);
"""

_CAPITAL = 20_000

_Row = tuple[Kind, str, str, str, float | None, float | None, int, int | None]


def build(connection: sqlite3.Connection, folder: Path) -> None:
    """Fill an empty database from the data of the package and the lists that ship with this one.

    Raises:
        KeyError, ValueError: the data are not laid out as they were; a newer package needs a newer reader.
        sqlite3.Error: the disk is full or the file went away.
    """
    connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
    capitals = {(land["iso"], plain_key(land["capital"])) for land in source.countries(folder)}
    for number, (row, names) in enumerate(_all(connection, folder), start=1):
        kind, country, population = row[0], row[2], row[6]
        keys = _keys(names, country, kind)
        # a village may share the capital's name
        capital = population >= _CAPITAL and any((country, key) in capitals for key in keys)
        connection.execute(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *row, capital)
        )
        connection.executemany("INSERT INTO unsorted VALUES (?, ?)", [(key, number) for key in keys])
    connection.executescript(
        "INSERT INTO names SELECT DISTINCT key, entry FROM unsorted ORDER BY key, entry; DROP TABLE unsorted;"
        f"PRAGMA user_version = {INDEX_VERSION};"
    )
    connection.commit()


def _all(connection: sqlite3.Connection, folder: Path) -> Iterator[tuple[_Row, list[str]]]:
    """Yield every entry with its names, and fill the tables of codes on the way."""
    english = {nation.iso3: nation.names for nation in lists.nations()}
    others = dict(lists.other_names("countries"))
    for land in source.countries(folder):
        iso, iso3, name = land["iso"], land["iso3"], land["name"].strip()
        connection.execute("INSERT INTO countries VALUES (?, ?, ?)", (iso, iso3, name))
        names = [name, *english.get(iso3, []), *others.get(iso, [])]
        yield (Kind.COUNTRY, name, iso, "", None, None, land["population"], land["geonameid"]), names
    yield from _divisions(connection)
    for city in source.settlements(folder):
        iso, name = city["countrycode"], city["name"]
        names = [name, *filter(_is_written, city["alternatenames"])]
        yield (
            (
                Kind.SETTLEMENT,
                name,
                iso,
                city["admin1code"],
                city["latitude"],
                city["longitude"],
                city["population"],
                city["geonameid"],
            ),
            names,
        )


def _divisions(connection: sqlite3.Connection) -> Iterator[tuple[_Row, list[str]]]:
    others = dict(lists.other_names("divisions"))
    names = {}
    for division in lists.divisions():
        code = f"{division.country}.{division.code}"
        names[code] = division.name
        connection.execute("INSERT INTO admin1 VALUES (?, ?)", (code, division.name))
        yield (
            _plain(Kind.ADMIN1, division.name, division.country, division.code),
            [division.name, *others.get(code, [])],
        )
        for part in division.parts:
            yield _plain(Kind.ADMIN2, part, division.country, division.code), [part]
    for code, forms in lists.other_names("lands"):
        country, _, admin1 = code.partition(".")
        yield _plain(Kind.LAND, forms[0], country, admin1), forms
    for area in lists.wide_areas():
        yield _plain(Kind.WIDE, area, "", ""), [area]


def _plain(kind: Kind, name: str, country: str, admin1: str) -> _Row:
    return kind, name, country, admin1, None, None, 0, None


def _keys(names: Iterable[str], country: str, kind: Kind) -> set[str]:
    """Return the keys of an entry; loose ones begin with "~"."""
    forms = set(names)
    if kind in (Kind.ADMIN1, Kind.ADMIN2):
        forms |= {without_kind_words(form) for form in forms}
    keys = {plain_key(form) for form in forms}
    if country in LOOSE_COUNTRIES and kind >= Kind.ADMIN1:
        keys |= {f"~{key}" for key in map(loose_key, forms) if len(key) > 1}
    return {key for key in keys if len(key) > 1 and not key.isdecimal()}


def _is_written(name: str) -> bool:
    """Whether somebody writes a name so, in the scripts that articles come in.

    GeoNames lists airport codes (TIP) and its own transliterations of other scripts, all in small letters
    ("de li bo li"), among the alternate names; both would make unlike places one.
    """
    if not name or (len(name) <= 4 and name.isupper() and name.isascii()):
        return False
    if name.isascii():
        return not name.islower()
    first = next((c for c in name if c.isalpha()), "")
    if first < "\u0250" or "\u1e00" <= first < "\u1f00" or first in "ʻʼʿʾ‘’":  # Latin
        return not name.islower()
    return "\u0400" <= first < "\u0530" or "\u0600" <= first < "\u0700"  # Cyrillic, Arabic


def build_file(path: Path, folder: Path) -> None:
    """Build the index in a new file.

    Raises:
        sqlite3.Error, OSError: the file cannot be written.
    """
    connection = sqlite3.connect(path)
    try:
        build(connection, folder)
    finally:
        connection.close()


def build_in_memory(folder: Path) -> sqlite3.Connection:
    """Return the index built for this process alone."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        build(connection, folder)
    except BaseException:
        connection.close()
        raise
    return connection
