"""Evidence counts where the cited sentence is the article's and holds the value."""

from __future__ import annotations

from summarizer import Report, summarize
from summarizer.evaluation.values import checked

TEXT = "Rebels shelled Telma on Tuesday. Six soldiers died, among them Ilo Marek. A monitor counted nine."


def of(report: Report, text: str) -> bool:
    """Whether every value with that text is proved."""
    found = [one.is_proved for one in checked(report) if one.text == text]
    assert found
    return all(found)


def test_a_value_in_its_sentence_is_proved_and_one_in_another_sentence_is_not() -> None:
    report = summarize(TEXT, published="2016-10-06")
    count = next(one for one in report.casualties if one.count == "Six")
    assert of(report, "Six")

    count.evidence = report.actors[0].evidence
    assert [evidence.sentence for evidence in count.evidence] == [1]
    count.quantity = count.quantity.model_copy(update={"evidence": None})

    assert not of(report, "Six")


def test_a_quote_that_is_not_the_articles_proves_nothing() -> None:
    report = summarize(TEXT, published="2016-10-06")
    for one in report.casualties:
        for evidence in (*one.evidence, *filter(None, [one.quantity.evidence])):
            evidence.start += 1

    assert not of(report, "Six")


def test_an_actor_may_stand_there_under_an_alias() -> None:
    report = summarize(TEXT, published="2016-10-06")
    actor = report.actors[0]
    written = actor.name
    actor.name = "Northern Front"
    assert not of(report, "Northern Front")

    actor.aliases = [written]

    assert of(report, "Northern Front")
