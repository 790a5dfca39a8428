"""docs/export.md says what every column means, in the words of the code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from summarizer.output.export import COUNTS, conventions, export
from summarizer.output.export.tables import tables
from tests.output.export.samples import ambush, count
from tests.output.samples import air_strike

PAGE = (Path(__file__).parents[3] / "docs" / "export.md").read_text(encoding="utf-8")


def section(title: str) -> list[str]:
    """The lines under a heading."""
    return re.split(r"^#+ ", PAGE.partition(f"### {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[
        0
    ].splitlines()


def test_the_page_has_each_table_with_its_columns_in_their_order() -> None:
    for table in tables():
        rows = [line for line in section(table.name) if line.startswith("| `")]

        assert rows == [f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in table.columns]


@pytest.mark.parametrize("counts", COUNTS)
def test_the_page_has_the_columns_of_each_convention(counts: str) -> None:
    lines = PAGE.splitlines()
    plain = {(table.name, column.name) for table in tables() for column in table.columns}
    added = [
        f"| `{table.name}` | `{column.name}` | {column.kind} | {column.meaning} |"
        for table in tables(counts)  # type: ignore[arg-type]
        for column in table.columns
        if (table.name, column.name) not in plain
    ]

    assert len(added) >= 2
    assert [line for line in added if line not in lines] == []


def test_the_page_has_the_table_of_phrases() -> None:
    assert conventions.__doc__ is not None
    rows = [line for line in conventions.__doc__.splitlines() if line.startswith("|")]

    assert len(rows) == 20
    assert "\n".join(rows) in PAGE


def test_the_page_names_every_property_of_a_place(tmp_path: Path) -> None:
    output = tmp_path / "places.geojson"
    export([air_strike(), ambush(count(), text="12")], [], format="geojson", output=output)
    properties = json.loads(output.read_text(encoding="utf-8"))["features"][0]["properties"]

    assert [name for name in properties if f"`{name}`" not in PAGE.partition("## GeoJSON")[2]] == []
