"""Victims are compared by their noun."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checking.victims import head_noun, names_anybody, singular


@pytest.mark.parametrize(
    ("victims", "noun"),
    [
        ("Iraqi soldiers", "soldier"),
        ("the mayor", "mayor"),
        ("people killed by bombs in the district", "person"),
        ("members of the PDF", "member of the pdf"),
        ("women and children", "woman and children"),
        ("policemen", "policeman"),
        ("her two children", "child"),
        ("passers-by", "passer"),
        ("a", "a"),
        ("", ""),
    ],
)
def test_the_head_noun_is_found(victims: str, noun: str) -> None:
    assert head_noun(victims) == noun


def test_only_wide_nouns_may_mean_anybody() -> None:
    assert names_anybody("people") and names_anybody("the dead") and not names_anybody("three soldiers")


@given(st.text(max_size=300))
def test_no_phrase_fails(victims: str) -> None:
    assert head_noun(victims) == head_noun(victims)
    assert singular(victims) is not None
