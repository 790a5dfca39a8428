"""A sentence that only says who the dead were gives their names to the count before it, and counts nobody."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.readers.rules import RulesReader
from summarizer.schema import Casualty

LEDE = "Gunmen killed two guards and wounded a driver in Velim on Tuesday. "


def counts(text: str) -> list[Casualty]:
    """Return the casualties of an article."""
    return RulesReader().draft(Article(text, title="", published="2016-10-06")).casualties


@pytest.mark.parametrize(
    "sentence",
    [
        "The dead were identified as Juan Perez and Luis Mora.",
        "The dead are Juan Perez, 31, and Luis Mora.",
        "The two men killed were later named as Juan Perez and Luis Mora.",
    ],
)
def test_the_dead_get_their_names(sentence: str) -> None:
    """Both names go to the two dead, whose record cites both sentences; nobody is counted twice."""
    found = counts(LEDE + sentence)

    assert [(one.outcome.value, one.count) for one in found] == [("killed", "two"), ("wounded", "a")]
    assert [person.name for person in found[0].persons] == ["Juan Perez", "Luis Mora"]
    assert found[0].evidence == [1, 2]


def test_more_names_than_dead_are_not_theirs() -> None:
    """Three names are not the names of two."""
    found = counts(LEDE + "The dead were identified as Juan Perez, Luis Mora and Ana Lopez.")

    assert found[0].persons == []
