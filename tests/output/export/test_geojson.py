"""Places as GeoJSON: the shape that RFC 7946 asks for, and only what has coordinates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarizer.output.export import Exported, export
from summarizer.schema import Finding, Report
from tests.output.building import place
from tests.output.samples import air_strike, arabic, offensive


def write(path: Path, *reports: Report, **options: Any) -> tuple[dict[str, Any], Exported]:
    done = export(reports, [], format="geojson", output=path / "places.geojson", **options)
    collection: dict[str, Any] = json.loads((path / "places.geojson").read_bytes().decode("utf-8"))
    return collection, done


def two_places() -> Report:
    """An air strike flown from one known place against another, and against an unknown third."""
    report = air_strike()
    report.operations[0].places = [
        place("Al-Anad", "origin", latitude=13.18, longitude=44.76, precision="feature"),
        place("Al-Raqsa"),
        place("Hajjah", latitude=15.6943, longitude=43.6058, precision="near_settlement"),
    ]
    return report


def test_the_shape_is_that_of_rfc_7946(tmp_path: Path) -> None:
    """Checked by hand against the standard: members, their types, and longitude before latitude."""
    collection, _ = write(tmp_path, two_places(), arabic(), offensive())

    assert set(collection) == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) == 2
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
        assert isinstance(feature["id"], str)
        assert isinstance(feature["properties"], dict)
        assert set(feature["geometry"]) == {"type", "coordinates"}
        assert feature["geometry"]["type"] == "Point"
        longitude, latitude = feature["geometry"]["coordinates"]
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
    assert len({feature["id"] for feature in collection["features"]}) == 2
    assert collection["features"][1]["geometry"]["coordinates"] == [43.6058, 15.6943]


def test_a_feature_says_what_where_when_and_on_whose_word(tmp_path: Path) -> None:
    collection, _ = write(tmp_path, two_places(), counts="minimum")
    found = collection["features"][1]["properties"]

    assert (found["place"], found["role"], found["precision"]) == ("Hajjah", "incident", "near_settlement")
    assert (found["type"], found["start"], found["end"]) == ("airstrike", "2018-04-22", "2018-04-22")
    assert (found["basis"], found["killed_minimum"], found["killed_maximum"]) == ("attributed", 20, None)
    assert found["fatalities_minimum"] == 20
    assert (found["article_id"], found["operation_id"]) == ("0f3c", "O1")
    assert found["source"] == air_strike().article.source


def test_one_feature_of_an_operation_is_the_main_one(tmp_path: Path) -> None:
    """Whoever adds up counts over the main features counts no operation twice."""
    collection, _ = write(tmp_path, two_places())

    assert [(f["properties"]["role"], f["properties"]["main"]) for f in collection["features"]] == [
        ("origin", False),
        ("incident", True),
    ]


def test_places_without_coordinates_are_counted_not_drawn(tmp_path: Path) -> None:
    report = two_places()
    report.operations = report.operations[:1]
    collection, done = write(tmp_path, report)

    assert (len(collection["features"]), done.rows, done.left_out) == (2, {"places": 2}, 1)
    assert "1 place without coordinates left out" in str(done)


@pytest.mark.parametrize(("latitude", "longitude"), [(91, 0), (0, 181), (float("nan"), 0), (0, float("inf"))])
def test_coordinates_that_are_nowhere_on_earth_are_left_out(
    tmp_path: Path, latitude: float, longitude: float
) -> None:
    report = air_strike()
    report.operations = report.operations[:1]
    report.operations[0].places = [place("X", latitude=latitude, longitude=longitude)]
    collection, done = write(tmp_path, report)

    assert (collection["features"], done.left_out) == ([], 1)


def test_a_place_with_an_error_is_left_out(tmp_path: Path) -> None:
    """Its name does not stand in the article: nothing is derived from it. Its neighbour stays."""
    report = two_places()
    report.operations = report.operations[:1]
    report.findings = [
        Finding(
            code="name-not-in-text",
            severity="error",
            path="operations[0].places[2].name",
            record="O1",
            message="Hajjah is not in the text.",
        )
    ]
    collection, done = write(tmp_path, report)

    assert [feature["properties"]["place"] for feature in collection["features"]] == ["Al-Anad"]
    assert done.left_out == 2
    assert collection["features"][0]["properties"]["errors"] == ["name-not-in-text"]


def test_no_places_are_an_empty_collection(tmp_path: Path) -> None:
    collection, done = write(tmp_path)

    assert collection == {"type": "FeatureCollection", "features": []}
    assert done.rows == {"places": 0}
