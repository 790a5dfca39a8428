"""Place phrases: the name in them, and the words beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checking.gazetteer.phrases import Sort, parts_of, readings, without_kind_words
from summarizer.checking.gazetteer.relations import Relation, relation_of, sort_before


@pytest.mark.parametrize(
    ("phrase", "name", "sort"),
    [
        ("Anbar Province", "Anbar", Sort.PROVINCE),
        ("the province of Anbar", "Anbar", Sort.PROVINCE),
        ("Sangin district", "Sangin", Sort.DISTRICT),
        ("the city of Mosul", "Mosul", Sort.TOWN),
        ("the Iraqi city of Mosul", "Mosul", Sort.TOWN),
        ("SAN MIGUEL DEPARTMENT", "SAN MIGUEL", Sort.PROVINCE),
        ("the outskirts of Mosul", "Mosul", Sort.AROUND),
        ("Damascus countryside", "Damascus", Sort.AROUND),
        ("Mosul Dam", "Mosul", Sort.SPOT),
        ("northern Syria", "Syria", None),
        ("terrain surrounding Raqqa", "Raqqa", None),
        ("département du Nord-Kivu", "Nord-Kivu", Sort.PROVINCE),
        ("Донецкая область", "Донецкая", Sort.PROVINCE),
    ],
)
def test_the_last_reading_is_the_bare_name(phrase: str, name: str, sort: Sort | None) -> None:
    last = readings(phrase)[-1]

    assert (last.name, last.sort) == (name, sort)


@pytest.mark.parametrize(
    "phrase", ["the town", "THE CITY", "northern parts", "a hospital", "the West", "", "’"]
)
def test_a_phrase_without_a_name_has_no_reading(phrase: str) -> None:
    assert readings(phrase) == []


@pytest.mark.parametrize("phrase", ["Plateau State", "Northern Province"])
def test_a_division_named_by_common_words_is_a_name(phrase: str) -> None:
    assert [reading.name for reading in readings(phrase)] == [phrase]


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("Sangin, Helmand (Afghanistan)", ["Sangin", "Helmand", "Afghanistan"]),
        ("Iraq's Anbar province", ["Anbar province", "Iraq"]),
        ("Ra's al-Ayn", ["Ra's al-Ayn"]),
        ("Washington, D.C.", ["Washington", "D.C"]),
        (", ,", []),
    ],
)
def test_larger_places_written_with_a_name_are_split_off(phrase: str, parts: list[str]) -> None:
    assert parts_of(phrase) == parts


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (None, Relation.IN),
        ("in", Relation.IN),
        ("in the town of", Relation.IN),
        ("in the north of", Relation.IN),
        ("in northern", Relation.IN),
        ("near", Relation.NEAR),
        ("12 kilometres north of", Relation.NEAR),
        ("just south of", Relation.NEAR),
        ("to the east of", Relation.NEAR),
        ("on the outskirts of", Relation.NEAR),
        ("on the road between", Relation.ROAD),
        ("on the highway to", Relation.ROAD),
    ],
)
def test_the_words_before_a_name_say_in_near_or_on_the_road(relation: str | None, expected: Relation) -> None:
    assert relation_of(relation) is expected


def test_the_words_before_a_name_may_say_what_it_is() -> None:
    assert sort_before("in the province of") is Sort.PROVINCE
    assert sort_before("in the town of") is Sort.TOWN
    assert sort_before("near") is None


def test_a_division_is_also_filed_without_the_word_for_its_kind() -> None:
    assert without_kind_words("Rivne Oblast") == "Rivne"
    assert without_kind_words("Shahrestān-e Mahābād") == "Shahrestān-e Mahābād"
    assert without_kind_words("District") == "District"


@given(st.text(max_size=400))
def test_no_phrase_raises(phrase: str) -> None:
    assert all(reading.name for part in parts_of(phrase) for reading in readings(part))
    assert relation_of(phrase) in Relation
