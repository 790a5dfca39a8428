"""The scene that a sentence sets dates what the next one tells, and nothing else does."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.readers.rules import RulesReader
from summarizer.schema import Operation


def first(text: str) -> Operation:
    """Return the first operation of a text published on 2011-09-12."""
    return RulesReader().draft(Article(text, title="", published="2011-09-12")).operations[0]


SCENE = "In Velim district on Saturday, a patrol of the army discovered a workshop for explosives."


def test_the_sentence_before_dates_the_event() -> None:
    """Its day is the event's, and it is cited for it."""
    operation = first(f"{SCENE} Several insurgents were detained at the site by soldiers.")
    assert operation.date == "Saturday"
    assert operation.evidence == [1, 2]


@pytest.mark.parametrize(
    "before",
    [
        "VELIM (Sep. 10, 2011)\n",
        "The governor of Velim spoke to reporters in the capital, as he does in every month.",
        "On Friday and on Saturday, the governor of Velim spoke to reporters in the capital.",
    ],
)
def test_other_sentences_date_nothing(before: str) -> None:
    """A heading, a sentence without a day and one with two say nothing of the next sentence's day."""
    assert first(f"{before} Several insurgents were detained at the site by soldiers.").date is None


def test_an_event_keeps_its_own_day() -> None:
    assert first(f"{SCENE} Insurgents killed two soldiers there on Sunday.").date == "Sunday"
