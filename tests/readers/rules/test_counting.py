"""What a count counts: its event, a stretch of days or years, or a whole war."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.readers.rules import RulesReader

LEDE = "Rebels shelled the town of Velim on Tuesday and killed nine farmers. "


@pytest.mark.parametrize(
    ("sentence", "count", "scope", "period"),
    [
        (
            "Fifty-eight soldiers died in the province between 2013 and 2015.",
            "Fifty-eight",
            "period",
            "between 2013 and 2015",
        ),
        (
            "Between 24 February and 2 March, shelling killed 31 people there.",
            "31",
            "period",
            "Between 24 February and 2 March",
        ),
        (
            "Some 600 people fled the town between 7 and 13 June.",
            "Some 600",
            "period",
            "between 7 and 13 June",
        ),
        ("From 1992 to 2002 the war killed 40,000 people.", "40,000", "war", "From 1992 to 2002"),
        ("About 2,000 people have died since the troubles began.", "About 2,000", "war", None),
        ("Police found 27 bodies in the 24 hours to Tuesday.", "27", "period", "in the 24 hours"),
        ("More than two million people have been displaced.", "More than two million", "war", None),
        ("Jets killed 14 rebels in three weeks of fighting.", "14", "event", None),
        ("A guard died, which brings the number to 31 since May.", "A", "event", None),
    ],
)
def test_scope(sentence: str, count: str, scope: str, period: str | None) -> None:
    """A range of days or years is a period, or the war it tells of; millions flee no single raid."""
    article = Article(LEDE + sentence, title="", published="2016-10-06")

    found = {row.count or "": row for row in RulesReader().draft(article).casualties}

    row = found.get(count) or found[count.lower()]
    assert row.scope.value == scope
    assert period is None or row.period == period


def test_a_part_is_one_count_of_its_sentence() -> None:
    """ "Among them" makes the nun a part of the dead, and the 14 behind her no part of the 60."""
    text = (
        "Jets bombed Telma on Monday and wounded 60 people. "
        "Eight civilians were killed, among them a nun, and 14 injured."
    )

    found = RulesReader().draft(Article(text, title="", published="2016-10-06")).casualties

    parts = [row.count for row in found if row.relation is not None and row.relation.kind.value == "part_of"]
    assert parts == ["a"]


def test_the_killing_of_somebody_survived_by_a_family_is_news() -> None:
    """Only a text without a killing at its head is an obituary."""
    text = (
        "Gunmen killed the mayor of Velim on Tuesday. The mayor, 52, was shot at his door. "
        "He is survived by his wife and six children."
    )

    made = RulesReader().draft(Article(text, title="", published="2016-10-06"))

    assert [one.discourse.value for one in made.operations] == ["main"]
    assert made.relevance.value == "event_report"
