"""Which names are the same; every line is a claim of docs/evaluation.md."""

from __future__ import annotations

import pytest

from summarizer.evaluation.names import any_same_name, same_name


@pytest.mark.parametrize(
    ("predicted", "alias"),
    [
        ("Iraqi army", "the Iraqi Army"),
        ("ISIS fighters", "ISIL"),
        ("Syrian government", "Government of Syria"),
        ("six catholic nuns", "CATHOLIC NUNS"),
        ("José Gómez", "JOSE GOMEZ PEREZ"),
        ("137 people", "people"),
        ("Taliban", "Taleban insurgents"),
        ("Farabundo Marti National Liberation Front (FMLN)", "FMLN"),
        ("members of the ELN", "ELN members"),
        ("Israel Defence Forces", "the Israeli military"),
    ],
)
def test_these_name_the_same(predicted: str, alias: str) -> None:
    assert same_name(predicted, alias)
    assert same_name(alias, predicted)


@pytest.mark.parametrize(
    ("predicted", "alias"),
    [
        ("Iraqi forces", "Syrian Democratic Forces"),
        ("Syria", "Syrian Democratic Forces"),
        ("Israeli civilians", "Israeli forces"),
        ("armed men", "peasants"),
        ("unidentified individuals", "unidentified gunmen"),
        ("", "x"),
        ("the", "of"),
    ],
)
def test_these_do_not(predicted: str, alias: str) -> None:
    assert not same_name(predicted, alias)
    assert not same_name(alias, predicted)


def test_a_place_is_found_within_a_longer_name_but_not_by_a_place_noun() -> None:
    assert same_name("Khost province", "Khost", place=True)
    assert same_name("Medellín, Antioquia, Colombia", "MEDELLIN", place=True)
    assert not same_name("city", "Kandahar City", place=True)
    assert not same_name("El Salvador", "SAN SALVADOR", place=True)


def test_one_alias_is_enough() -> None:
    assert any_same_name("Daesh", ["the group", "Islamic State"])
    assert not any_same_name("Daesh", [])
