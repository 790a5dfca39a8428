"""Tokens: folded words whose offsets point back into the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.patterns.tokens import Tokens, fold


@given(st.text(max_size=300))
def test_every_token_stands_where_it_says(text: str) -> None:
    """Any text: offsets rise, stay in range and never overlap."""
    tokens = Tokens(text)
    previous = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert previous <= start < end <= len(text)
        previous = end


@given(st.text(max_size=300))
def test_folding_keeps_the_length(text: str) -> None:
    """Offsets of the folded form are offsets of the text."""
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("al-Marwa's guards", ["al", "marwa", "'s", "guards"]),
        ("The U.S. said 8,000 men", ["the", "u.s.", "said", "8,000", "men"]),
        ("Qal’ah – “now”", ["qal'ah", "–", '"', "now", '"']),
        ("the 3rd Brigade", ["the", "3rd", "brigade"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """Hyphens part words, apostrophes inside them do not, possessives stand alone."""
    assert Tokens(text).words == words


def test_hyphens_are_remembered() -> None:
    """A word joined by a hyphen to the one before it is glued; a dash between spaces joins nothing."""
    assert Tokens("a US-led force - here").glued == {2}


def test_capitals_tell_nothing_in_a_text_of_capitals() -> None:
    """A sentence all in capitals has no visible names."""
    assert not Tokens("REBELS TOOK VELIM").capitals[2]
    assert Tokens("Rebels took Velim").capitals[2]


def test_the_acronym_is_not_the_verb() -> None:
    """ "IS" in capitals is a name, "is" is a verb."""
    assert Tokens("IS is here").words == ["=is", "is", "here"]
