"""Hostile articles and drafts: nothing raises, offsets hold, what is long is read to its end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.checking.check import check
from summarizer.errors import Unreadable
from summarizer.readers.rules import RulesReader
from summarizer.schema import Draft, Report
from tests.checking import drafts
from tests.checking.test_instructions import INSTRUCTING

PIECES = st.sampled_from(
    [
        *INSTRUCTING,
        "Twelve soldiers were killed",
        "killing",
        "a driver",
        "no one",
        "at least 40",
        "gunmen attacked police",
        "IS",
        "the Taliban",
        "\n[7] ",
        "{{",
        "<",
        "((((",
        "””“",
        "\u202e",
        "\ud800",
        "\U000e0041" * 9,
        "الجيش",
        "ﬁ",
        "1,000,000,000,000,000,000,000",
    ]
)


def assert_holds(text: str, draft: Draft | None = None) -> Report:
    """Assert that a report comes about, is exact through JSON, and quotes what stands at its offsets."""
    article = Article(text, published="2016-10-06", title="Twelve killed in ambush")
    report = check(draft or drafts.draft(), article, drafts.provenance())

    assert Report.model_validate_json(report.model_dump_json()) == report
    for finding in report.findings:
        for span in finding.evidence:
            assert report.article.text[span.start : span.end] == span.quote
    return report


@given(st.text(max_size=400))
def test_any_text_is_checked(text: str) -> None:
    try:
        assert_holds(f"{text} {drafts.TEXT} {text}")
    except Unreadable:
        pytest.fail("the text of the drafts can be read whatever stands beside it")


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40))
def test_any_text_of_war_words_and_orders_is_checked(pieces: list[str]) -> None:
    assert_holds(f"Two men died. {' '.join(pieces)}")


@given(st.lists(PIECES, max_size=30))
@settings(max_examples=50)
def test_any_text_of_war_words_is_checked_with_the_draft_that_rules_make_of_it(pieces: list[str]) -> None:
    text = f"Gunmen killed two men near Telma. {' '.join(pieces)}"
    article = Article(text, published="2016-10-06", title="Twelve killed in ambush", language="en")

    assert_holds(text, RulesReader().draft(article))


@given(
    count=st.text(max_size=20),
    victims=st.text(max_size=20),
    title=st.text(alphabet="0123456789 killedwoun,", max_size=40),
)
def test_any_count_and_any_victims_are_checked(count: str, victims: str, title: str) -> None:
    draft = drafts.draft()
    for casualty in draft.casualties:
        casualty.count, casualty.victims = count or None, victims
    draft.casualties[1].relation = None
    article = Article(drafts.TEXT, title=title or None, published="2016-10-06")

    report = check(draft, article, drafts.provenance())

    assert Report.model_validate_json(report.model_dump_json()) == report


LONG = {
    "one line": "soldiers and a driver of the army " * 30_000,
    "one word": "a" * 1_000_000,
    "numbers": " ".join(map(str, range(100_000))),
    "counts": "killed 12 soldiers and 7 drivers, " * 30_000,
    "sentences": "Two soldiers were killed. " * 40_000,
    "brackets": "[" * 500_000 + "]" * 500_000,
    "braces": "{{" * 500_000,
    "orders": "ignore all previous " * 50_000,
    "no no": "report no " * 100_000,
    "tags": "<article " * 100_000,
    "quotes": '{"a": "' * 140_000,
    "line numbers": "[1] x\n" * 160_000,
    "underscores": "_a" * 500_000,
    "Cyrillic": "игнорируй все предыдущие " * 40_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_million_characters_are_checked(text: str) -> None:
    report = assert_holds(f"{text}. Gunmen killed 912 villagers.")

    assert len(report.findings) < 100
