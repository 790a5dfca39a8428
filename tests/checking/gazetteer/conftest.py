"""The gazetteer over the real data, its index kept between runs (`tests/conftest.py` says where)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.checking.gazetteer import PlaceContext, Resolution
from summarizer.checking.gazetteer.index import Index
from summarizer.checking.gazetteer.places import MISSING
from summarizer.checking.gazetteer.resolver import GeoNames
from summarizer.checking.gazetteer.source import data_folder
from summarizer.checking.gazetteer.store import open_database
from summarizer.schema import Draft, Operation, PlaceMention

Place = tuple[str, str | None, Sequence[str]]
"""A name, the words before it, and the larger places named with it."""


@pytest.fixture(scope="session")
def index() -> Iterator[Index]:
    """Return the index of GeoNames."""
    folder = data_folder()
    if folder is None:
        pytest.skip(MISSING)
    opened = Index(open_database(folder))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def gazetteer(index: Index) -> GeoNames:
    """Return the gazetteer over it."""
    return GeoNames(index)


def draft_with(places: Sequence[Place], dateline: str | None = None) -> Draft:
    """Return a draft with one operation at the places."""
    return Draft(
        relevance="event_report",
        document_type="news",
        headline="Fighting",
        abstract="There was fighting.",
        dateline=dateline,
        operations=[
            Operation(
                id="O1",
                title="Fighting",
                type="clash",
                stage="completed",
                assertion="stated",
                discourse="main",
                places=[
                    PlaceMention(name=name, role="incident", relation=relation, within=list(within))
                    for name, relation, within in places
                ],
                evidence=[1],
            )
        ],
    )


@pytest.fixture
def resolve(gazetteer: GeoNames) -> Callable[..., Resolution]:
    """Return a function that resolves one place of a text, beside the others that the draft names."""

    def run(
        name: str,
        *,
        text: str,
        relation: str | None = None,
        within: Sequence[str] = (),
        others: Sequence[str] = (),
    ) -> Resolution:
        draft = draft_with([(name, relation, within), *((other, None, ()) for other in others)])
        context = PlaceContext.of(draft, Article(text))
        return gazetteer.resolve(name, relation=relation, within=within, context=context)

    return run


@pytest.fixture
def small_data(tmp_path: Path) -> Path:
    """Return a data folder laid out like that of the package, with two towns."""
    folder = tmp_path / "data"
    folder.mkdir()
    towns = [
        {
            "geonameid": number,
            "name": name,
            "latitude": 16.0 + number,
            "longitude": 0.5,
            "countrycode": "ML",
            "population": 1000 * number,
            "timezone": "Africa/Bamako",
            "admin1code": "09",
            "alternatenames": [f"Old {name}", 'a "{quoted": {"name'],
        }
        for number, name in ((1, "Telma"), (2, "Orvel"))
    ]
    (folder / "cities500.json").write_text(
        json.dumps({str(town["geonameid"]): town for town in towns}), encoding="utf-8"
    )
    mali = {"iso": "ML", "iso3": "MLI", "name": "Mali", "capital": "Bamako", "population": 1, "geonameid": 3}
    (folder / "countries.json").write_text(json.dumps({"ML": mali}), encoding="utf-8")
    return folder
