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


def test_a_list_of_names_with_offices() -> None:
    """An office before each name does not end the list."""
    scan = Scan("THE GUERRILLAS KILLED MAYOR PEDRO ROJAS, COUNCILMAN LUIS ORTIZ, AND TWO POLICEMEN.")
    found = [
        [person.name for person in persons_of(scan, scan.groups, count.group)] for count in find_counts(scan)
    ]
    assert found == [["PEDRO ROJAS"], ["LUIS ORTIZ"], []]


def test_a_family_may_be_called_like_a_town() -> None:
    """A place behind a first name in capitals is a family name."""
    scan = Scan("SENATOR RICARDO LOPEZ AND JUDGE MANUEL CORDOBA WERE KILLED IN CORDOBA.")
    names = [person.name for c in find_counts(scan) for person in persons_of(scan, scan.groups, c.group)]
    assert names == ["RICARDO LOPEZ", "MANUEL CORDOBA"]


def test_the_mayor_of_a_town_is_not_called_by_its_name() -> None:
    """A town behind "the mayor of" is no person."""
    scan = Scan("THE MAYOR OF LOS ALMARES WAS ASSASSINATED.")
    assert [persons_of(scan, scan.groups, count.group) for count in find_counts(scan)] == [[]]
