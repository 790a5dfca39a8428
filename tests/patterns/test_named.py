"""Victims called by name: who belongs to a count, how old, and what he or she was."""

from __future__ import annotations

import pytest

from summarizer.patterns.counts import find_counts
from summarizer.patterns.named import age_behind, persons_of
from summarizer.patterns.scan import Scan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Lopez, 23, was killed in Daro.", [("Ana Lopez", 23, None)]),
        ("Ana Lopez (23) was killed in Daro.", [("Ana Lopez", 23, None)]),
        ("A schoolteacher, Ana Lopez, was killed.", [("Ana Lopez", None, "A schoolteacher")]),
        (
            "Two guards, Juan Perez, 31, and Luis Mora, 28, were killed.",
            [("Juan Perez", 31, None), ("Luis Mora", 28, None)],
        ),
        (
            "Two guards were killed: Juan Perez, a clerk; and Luis Mora.",
            [("Juan Perez", None, "a clerk"), ("Luis Mora", None, None)],
        ),
        (
            "TWO GUARDS, DAGOBERTO RODRIGUEZ AND ALFONSO DE LIMA, WERE KILLED.",
            [("DAGOBERTO RODRIGUEZ", None, None), ("ALFONSO DE LIMA", None, None)],
        ),
        ("Two guards were killed.", []),
        ("Two guards, Juan Perez and a nun were killed.", []),
    ],
)
def test_persons(text: str, expected: list[tuple[str, int | None, str | None]]) -> None:
    """Names belong to a count when they are as many as it counts."""
    scan = Scan(text)
    first = find_counts(scan)[0]

    assert [tuple(person) for person in persons_of(scan, scan.groups, first.group)] == expected


@pytest.mark.parametrize(
    ("words", "age"),
    [
        (", 23 ,", 23),
        ("( 23 )", 23),
        (", aged 23 .", 23),
        (", a 23 year old", 23),
        (", 2016 ,", None),
        (", 40 kilometres", None),
        ("and 12 others", None),
    ],
)
def test_ages(words: str, age: int | None) -> None:
    """A number between commas behind a name is an age; a year, a distance or a count is none."""
    assert age_behind(words.split(), 0) == age
