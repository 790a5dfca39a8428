"""Tokens: folded words whose offsets point back into the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.patterns import tokens as tokens_module
from summarizer.patterns.tokens import Tokens, fold


def test_an_amount_in_quotes_is_read_without_them() -> None:
    """Its place in the text stays, and words in quotes that are no amount keep theirs."""
    tokens = Tokens('It killed "around 60" men and “dozens of” others, "at least".')
    assert tokens.words[2:5] == ["around", "60", "men"]
    assert tokens.span(2, 5) == 'around 60" men'
    assert tokens.words[-5:] == ['"', "at", "least", '"', "."]


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


@given(st.text(alphabet="abIS.'’-–‐ `sé1,20\"¯\u00a0\t", max_size=60))
def test_words_kept_from_earlier_texts_are_those_of_the_whole_text(text: str) -> None:
    """Any text: putting it together from runs met before gives what cutting it as a whole gives."""
    joined, whole = Tokens(text), Tokens(text)
    whole._read_whole(text)
    for name in Tokens.__slots__:
        assert getattr(joined, name) == getattr(whole, name)


def test_the_runs_that_are_kept_are_bounded() -> None:
    """An archive of ever new words takes no more memory than a small one."""
    for number in range(tokens_module._MOST_RUNS + 5):
        Tokens(f"x{number}")
    Tokens("y" * (tokens_module._LONGEST_RUN + 1))
    assert len(tokens_module._RUNS) <= tokens_module._MOST_RUNS
    assert all(len(run) <= tokens_module._LONGEST_RUN for run in tokens_module._RUNS)
