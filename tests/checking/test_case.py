"""What the checks look up in an article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.checking.case import Case
from tests.checking import drafts


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_the_words_of_plain_ascii_are_those_of_a_text_with_other_letters(text: str) -> None:
    plain = Case(Article(f"Gunmen {text} fled", language="en"), drafts.draft())
    other = Case(Article(f"Gunmen {text} fled ж", language="en"), drafts.draft())

    assert plain.words | {"ж"} == other.words


def test_records_share_the_sentences_that_they_cite() -> None:
    case = Case(Article("Gunmen fled. Two men died.", title=""), drafts.draft())

    (shown,) = case.evidence([2])

    assert case.evidence([2, 2, 7]) == [shown]
    assert shown.quote == "Two men died."
