"""The index as it is asked: the entries under a name, and what codes stand for."""

from __future__ import annotations

import sqlite3
import threading
from typing import NamedTuple

from summarizer.checking.gazetteer.entry import Entry, Kind
from summarizer.checking.gazetteer.keys import loose_key, plain_key

_MOST = 400
"""Entries under one key that are looked at; the commonest name of the gazetteer has fewer than 200."""
_REMEMBERED = 2000

_QUERY = (
    "SELECT kind, e.name, e.country, e.admin1, latitude, longitude, population, geonames_id, capital "
    f"FROM names JOIN entries e ON e.id = entry WHERE key = ? ORDER BY population DESC LIMIT {_MOST}"
)


class Found(NamedTuple):
    """The entries under a name, the most populous first."""

    plain: tuple[Entry, ...]
    """Those that are written so, whatever the case, diacritics, quotes and hyphens."""
    loose: tuple[Entry, ...]
    """Those that are written so in another transliteration."""
    written: tuple[Entry, ...]
    """The plain ones, with the province or the town that is written almost so."""


class Index:
    """Names to entries, out of a database that is never written; safe in several threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._memory: dict[str, Found] = {}
        rows = connection.execute("SELECT iso, iso3, name FROM countries").fetchall()
        self._countries = {iso: (iso3, name) for iso, iso3, name in rows}
        self._iso2 = {iso3: iso for iso, iso3, _ in rows}
        self._admin1 = dict(connection.execute("SELECT code, name FROM admin1"))

    def close(self) -> None:
        """Close the database; nothing can be asked afterwards."""
        self._connection.close()

    def find(self, name: str) -> Found:
        """Return the entries under a name."""
        plain = plain_key(name)
        found = self._memory.get(plain)
        if found is None:
            loose = loose_key(name)
            near = self._entries(plain) if len(plain) > 1 else ()
            far = self._entries(f"~{loose}") if len(loose) > 1 else ()
            other = tuple(entry for entry in far if entry not in near)
            found = Found(near, other, (*near, *_almost(near, other)))
            if len(self._memory) >= _REMEMBERED:
                self._memory.clear()
            self._memory[plain] = found
        return found

    def _entries(self, key: str) -> tuple[Entry, ...]:
        with self._lock:
            rows = self._connection.execute(_QUERY, (key,)).fetchall()
        return tuple(Entry._make((Kind(kind), *rest, bool(capital))) for kind, *rest, capital in rows)

    def iso3(self, country: str) -> str | None:
        """Return the alpha-3 code of an alpha-2 one."""
        return self._countries[country][0] if country in self._countries else None

    def iso2(self, country: str) -> str | None:
        """Return the alpha-2 code of an alpha-2 or alpha-3 one, None for no country's."""
        code = country.strip().upper()
        return code if code in self._countries else self._iso2.get(code)

    def country_name(self, country: str) -> str:
        """Return the English name of a country."""
        return self._countries[country][1] if country in self._countries else country

    def admin1_name(self, country: str, code: str) -> str | None:
        """Return the name of a first-level division."""
        return self._admin1.get(f"{country}.{code}")


def _almost(plain: tuple[Entry, ...], loose: tuple[Entry, ...]) -> list[Entry]:
    """Return the provinces and towns in another transliteration that plain entries do not push aside.

    A town "Khost" is no reason to overlook the province "Khowst", nor a district "Al-Hawija" its town.
    """
    homes = {(e.country, e.admin1) for e in plain if e.kind in (Kind.ADMIN1, Kind.ADMIN2)}
    return [
        entry
        for entry in (loose if plain else ())
        if entry.kind == Kind.ADMIN1
        or (entry.kind == Kind.SETTLEMENT and (entry.country, entry.admin1) in homes)
    ]
