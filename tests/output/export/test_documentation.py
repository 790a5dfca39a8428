"""docs/export.md says what every column means, in the words of the code."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from summarizer.output.export import COUNTS, conventions, export
from summarizer.output.export.tables import tables
from tests.output.export.samples import ambush, count, outcome_of
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


def example(call: str) -> dict[str, Any]:
    """What the names are after the page's Python example with this call has run."""
    [code] = [code for code in re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL) if call in code]
    names: dict[str, Any] = {}
    exec(code, names)
    return names


def test_the_csv_is_read_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A phrase "None" stays text, a blank is null, and a count is a whole number."""
    text = "Rebels ambushed the army. None of the soldiers died; 12 Rebels and some NA did."
    report = ambush(
        count("C1", "None", evidence=[2]),
        count("C2", None, victims="NA", victim_actor=None, evidence=[2]),
        count("C3", "12", victims="Rebels", victim_actor="A1", evidence=[2]),
        text=text,
    )
    export([report], [outcome_of(report)], format="csv", output=tmp_path / "tables", counts="gtd")
    monkeypatch.chdir(tmp_path)
    rows = example("pd.read_csv")["casualties"]

    assert rows["count"].fillna("(null)").tolist() == ["None", "(null)", "12"]
    assert rows["victims"].tolist() == ["soldiers", "NA", "Rebels"]
    assert rows["minimum"].tolist() == [0, 2, 12]
    assert rows["maximum"].isna().tolist() == [False, True, False]
    assert str(rows["maximum"].dtype) == str(rows["count_gtd"].dtype) == "Int64"


def test_parquet_is_read_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The least number of dead in air strikes, by country."""
    report = air_strike()
    export([report], [outcome_of(report)], format="parquet", output=tmp_path / "tables", counts="minimum")
    monkeypatch.chdir(tmp_path)

    assert example("pd.read_parquet")["by_country"].to_dict() == {"YEM": 20}
