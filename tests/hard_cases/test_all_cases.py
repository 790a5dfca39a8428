"""No hard case is lost: each number has its tests, and its row in the documentation."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

from tests.hard_cases.test_embedded_reader import CASES, COUNTS

NUMBERS = range(1, 65)
MODULES = ("counts", "status", "actors", "places", "times", "documents")
PAGE = Path(__file__).parents[2] / "docs" / "hard-cases.md"
ROW = re.compile(r"^\| (\d+) \|(?:[^|]+\|){3} ([^|]+) \|$", re.MULTILINE)


def numbers_in(module: str, pattern: str) -> set[int]:
    """Return the numbers of the tests of a module."""
    names = vars(importlib.import_module(f"tests.hard_cases.test_{module}"))
    return {int(found[1]) for name in names if (found := re.match(pattern, name))}


TESTED = {number for module in MODULES for number in numbers_in(module, r"test_(\d\d)_")}
READ = {int(name[:2]) for name in (*COUNTS, *CASES)} | numbers_in(
    "embedded_reader", r"test_hard_case_(\d\d)_"
)
ROWS = {int(number): said for number, said in ROW.findall(PAGE.read_text(encoding="utf-8"))}


def test_each_of_the_64_cases_has_a_test() -> None:
    assert sorted(TESTED) == list(NUMBERS)


def test_each_of_the_64_cases_has_its_row_in_the_documentation() -> None:
    assert list(ROWS) == list(NUMBERS)


def test_the_documentation_claims_for_the_embedded_reader_what_is_tested() -> None:
    """A row that says yes or in part has a test that reads the sentence; 60 has one that it is not read."""
    assert all(said.startswith(("yes", "in part", "no", "–")) for said in ROWS.values())
    claimed = {number for number, said in ROWS.items() if said.startswith(("yes", "in part"))}
    assert claimed == READ - {60}
