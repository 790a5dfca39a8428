"""The title's figures against the body's."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.checking.check import check
from summarizer.schema import Casualty, Draft, Finding, Operation, Relation
from tests.checking import drafts

BODY = (
    "Gunmen attacked a market in Telma on Tuesday. At least 18 traders and 7 guards were killed and 38 "
    "people were wounded, the hospital said. It had first counted 11 dead guards. Two of the traders were "
    "women. "
    "Since May 240 people have been killed in the valley."
)


def operation() -> Operation:
    """Return the attack."""
    given = {"id": "O1", "title": "Attack on market", "type": "armed_attack", "stage": "completed"}
    return Operation.model_validate(given | {"assertion": "stated", "discourse": "main", "evidence": [1]})


def casualty(id: str, outcome: str, count: str, victims: str, sentence: int, **fields: Any) -> Casualty:
    """Return a count of the attack."""
    given: dict[str, Any] = {"id": id, "operations": ["O1"], "outcome": outcome, "count": count}
    given |= {"victims": victims, "scope": "event", "assertion": "stated", "evidence": [sentence]}
    return Casualty.model_validate(given | fields)


def findings(title: str, *more: Casualty, language: str | None = None) -> list[Finding]:
    """Return what is found of the title."""
    draft = Draft(
        relevance="event_report",
        document_type="news",
        headline="Attack on market",
        abstract="Attack.",
        operations=[operation()],
        casualties=[
            casualty("C1", "killed", "At least 18", "traders", 2),
            casualty("C2", "killed", "7", "guards", 2, relation=Relation(to="C5", kind="revises")),
            casualty("C3", "wounded", "38", "people", 2),
            casualty("C4", "killed", "Two", "women", 4, relation=Relation(to="C1", kind="part_of")),
            casualty("C5", "killed", "11", "guards", 3),
            casualty(
                "C6", "killed", "240", "people", 5, scope="cumulative", period="Since May", operations=[]
            ),
            *more,
        ],
    )
    article = Article(BODY, title=title, published="2016-10-06", language=language)
    report = check(draft, article, drafts.provenance())
    return [finding for finding in report.findings if finding.code == "title-disagrees"]


@pytest.mark.parametrize(
    "title",
    [
        "18 killed in attack on Telma market",
        "Seven guards killed in Telma",
        "25 killed in Telma",  # 18 and 7
        "20 dead in Telma",  # "at least 18" leaves room for 20
        "Dozens wounded in Telma",
        "Scores killed in Telma",
        "Nearly 40 wounded in Telma",
        "About 40 hurt in Telma market attack",
        "Two women killed in Telma",
        "More than 30 wounded in Telma",
        "240 killed in valley",
        "Gunmen attack market in Telma",
        "Mayor of Telma shot dead",
        "Five abducted in Telma",
    ],
)
def test_a_title_that_rounds_sums_up_or_names_a_part_agrees(title: str) -> None:
    assert findings(title) == []


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("90 killed in attack on Telma market", "90"),
        ("50 wounded in Telma", "50"),
        ("Twelve hurt in attack on Telma market", "Twelve"),
        ("3 people dead in Telma", "3"),
    ],
)
def test_another_figure_disagrees_whatever_the_wording(title: str, phrase: str) -> None:
    """HARD-CASE 21: headline "20 dead", body "18"."""
    (finding,) = findings(title)

    assert (finding.severity, finding.path) == ("note", "article.title")
    assert f"“{phrase}”" in finding.message
    assert finding.evidence[0].quote == phrase
    assert finding.evidence[0].sentence == 0


def test_a_figure_that_the_body_has_revised_disagrees() -> None:
    (finding,) = findings("11 killed in Telma", casualty("C7", "killed", "Two", "traders", 4))

    assert "the body" in finding.message


def test_a_record_of_the_title_disagrees_in_any_language() -> None:
    of_title = casualty("C7", "killed", "99", "personas", 0)
    (finding,) = findings("99 muertos en Telma", of_title, language="es")

    assert finding.record == "C7"


def test_without_a_title_or_a_count_nothing_is_said() -> None:
    assert findings("") == []


@pytest.mark.parametrize(
    "title",
    [
        "3 dozen traders killed in market",
        "More than 3 thousand traders killed in market",
        "Another 30 traders killed, 3 wounded in market",
        "300 killed in market, 3 found dead",
        "3 killed, 3 hundred wounded in market",
        "Between 3 and 12 traders killed at 30 stalls, 3,000 wounded",
    ],
)
def test_a_number_of_the_body_vouches_for_no_other_number(title: str) -> None:
    """That the body has three killed and three wounded says nothing of what else a title counts."""
    body = "Gunmen attacked a market in Telma. 3 traders were killed and 3 wounded."
    draft = Draft(
        relevance="event_report",
        document_type="news",
        headline="Attack on market",
        abstract="Attack.",
        operations=[operation()],
        casualties=[
            casualty("C1", "killed", "3", "traders", 2),
            casualty("C2", "wounded", "3", "traders", 2),
        ],
    )
    report = check(draft, Article(body, title=title), drafts.provenance())
    assert "title-disagrees" in {finding.code for finding in report.findings}
