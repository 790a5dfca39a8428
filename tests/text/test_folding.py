"""Finding names whatever their dress."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.folding import find_folded, fold


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Deir ez-Zor", "fighting in Deir Ez\u2010Zor went on"),
        ("Bogota", "the mayor of Bogotá spoke"),
        ("Qa'im", "in al-Qa\u2019im on Monday"),
        ("Islamic State", "the ISLAMIC\nSTATE said"),
        ("AL NUSRA", "al-Nusra"),
    ],
)
def test_case_quotes_hyphens_diacritics_and_line_breaks_do_not_matter(name: str, text: str) -> None:
    span = find_folded(fold(name), fold(text))

    assert span is not None
    assert len(text[slice(*span)]) == len(name)


@pytest.mark.parametrize(("name", "text"), [("Hit", "a white house"), ("Anbar", "Anbaris"), ("", "anything")])
def test_names_are_whole_words(name: str, text: str) -> None:
    assert find_folded(fold(name), fold(text)) is None


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.characters(exclude_characters="`")))
def test_a_letter_of_another_script_changes_nothing_around_it(text: str) -> None:
    assert fold(f"{text}ж") == f"{fold(text)}ж"
    assert fold(f"{text}é") == f"{fold(text)}e"
