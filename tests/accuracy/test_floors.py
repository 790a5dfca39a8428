"""No reader gets worse: benchmarks/floors.toml has what each must reach."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from benchmarks import floors


@pytest.mark.parametrize("reader", floors.MEASURED)
def test_no_score_is_below_its_floor(reader: str) -> None:
    pinned = floors.read_floors()[reader]

    fallen = floors.fallen(reader, floors.scores(floors.evaluation(reader)), pinned)

    assert fallen == [], "if the gold has changed: python -m benchmarks.floors --pin --lower"


@pytest.mark.parametrize("reader", floors.MEASURED)
def test_every_layer_has_a_floor(reader: str) -> None:
    pinned = floors.read_floors()[reader]

    assert set(floors.scores(floors.evaluation(reader))) == set(pinned), "python -m benchmarks.floors --pin"


def test_every_fixture_article_has_gold() -> None:
    gold = {article.name for _, article in floors.articles("rules")}

    assert {article.name for article in (floors.FIXTURES / "articles").iterdir()} == gold


def test_the_gold_has_no_word_that_is_none_of_ours() -> None:
    assert floors.evaluation("rules").notices == []


def test_a_drop_is_named_with_its_layer() -> None:
    lines = floors.fallen(
        "rules", {"actors": 0.5, "dates": 0.7}, {"actors": 0.55, "dates": 0.7, "roles": 0.1}
    )

    assert lines == [
        "rules: actors is 0.500, below its floor of 0.550",
        "rules: roles is 0.000, below its floor of 0.100",
    ]


def test_pinning_raises_floors_and_lowers_none_unless_told_to() -> None:
    found = {"actors": 0.61239, "dates": 0.5}

    assert floors.raised(found, {"actors": 0.6, "dates": 0.7}) == {"actors": 0.612, "dates": 0.7}
    assert floors.raised(found, {"dates": 0.7}, lower=True) == {"actors": 0.612, "dates": 0.5}
    assert floors.raised(found, {}, slack=0.02) == {"actors": 0.592, "dates": 0.48}


def test_floors_are_read_as_they_were_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.toml")
    written = {"rules": {"casualties_size_6+": 0.612, "dates": 1.0}, "model": {"dates": 0.0}}

    floors.write_floors(written)

    assert floors.read_floors() == written
    assert tomllib.loads(floors.FILE.read_text(encoding="utf-8")) == written
