"""One form of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.normalise import normalise


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("12\u00a0killed", "12 killed"),
        ("Mo\u00adsul", "Mosul"),
        ("a\u200bb\ufeffc", "abc"),
        ("safe\u202eevil", "safeevil"),
        ("Cafe\u0301", "Café"),
        ("ofﬁcers", "officers"),
        ("می\u200cشود", "می\u200cشود"),
        ("a  \t b \n c\n\n\n\nd ", "a b\nc\n\nd"),
        ("nul\x00l", "null"),
        ("half \ud800 a character", "half \ufffd a character"),
        ("page\x0cbreak", "page\nbreak"),
    ],
)
def test_what_changes_and_what_stays(raw: str, text: str) -> None:
    assert normalise(raw) == text


def test_lines_wrapped_at_a_width_are_joined() -> None:
    wrapped = (
        "Government soldiers entered the town on foot before sunrise, residents\n"
        "said, and met no resistance at the two bridges that lead to the market\n"
        "square, where the last fighters of the movement had held out for nearly\n"
        "three weeks. By noon the flag of the republic was flying over the court\n"
        "house.\n\n"
        "A second column is expected to arrive before the end of the week.\n"
    )

    assert normalise(wrapped).count("\n") == 2
    assert "residents said" in normalise(wrapped)


def test_lines_that_are_paragraphs_stay() -> None:
    long = "A very much longer line that says a good deal more than the first one did."
    lines = f"A short line.\n{long}\nEnd.\nOver.\nOut."

    assert normalise(lines) == lines


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=30))
def test_plain_ascii_is_treated_as_in_a_text_with_other_letters(raw: str) -> None:
    assert f"{normalise(f'x{raw}x')}é" == normalise(f"x{raw}xé")
