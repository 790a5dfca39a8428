"""Every layer and every profile stands on the page of rules, and every function it names exists."""

from __future__ import annotations

import re
from importlib import import_module
from operator import attrgetter
from pathlib import Path

import pytest

from summarizer.evaluation import LAYERS, GoldRecord
from summarizer.evaluation.profiles import PROFILES, oddities

PAGE = (Path(__file__).parents[2] / "docs" / "evaluation.md").read_text(encoding="utf-8")
FUNCTION = re.compile(
    r"`((?:bounds|counts|days|document|floors|names|pairing|parties|predicted|predictions|profiles|scores|values)\.(?!py`)\w[\w.]*)`"
)


def test_the_example_is_gold() -> None:
    example = PAGE.partition("```json\n")[2].partition("```")[0]

    record = GoldRecord.model_validate_json(example)

    assert oddities(record) == []
    assert record.gold.casualties is not None
    assert [one.bounds for one in record.gold.casualties] == [(6, None), (0, 0)]


@pytest.mark.parametrize("function", sorted(set(FUNCTION.findall(PAGE))))
def test_a_function_that_the_page_names_exists(function: str) -> None:
    module, _, name = function.partition(".")

    assert attrgetter(name)(import_module(f"summarizer.evaluation.{module}"))


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_has_a_rule(layer: str) -> None:
    headings = [line.removeprefix("### ") for line in PAGE.splitlines() if line.startswith("### ")]
    rules = {rule.replace("-", "_") for heading in headings for rule in heading.split(", ")}
    family = "casualties_size_…" if layer.startswith("casualties_size") else layer

    assert layer in rules or f"`{family}`" in PAGE


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_has_a_column(profile: str) -> None:
    assert f"| `{profile}` |" in PAGE
