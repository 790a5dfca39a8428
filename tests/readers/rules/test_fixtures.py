"""The embedded reader on the fixture articles: what it must never say, and what it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.readers.rules import RulesReader
from summarizer.schema import Draft

ARTICLES = Path(__file__).parents[3] / "fixtures" / "articles"


def read(name: str) -> Draft:
    """Return the validated draft of a fixture article, its front matter as title and date."""
    text = (ARTICLES / name).read_text(encoding="utf-8")
    front: dict[str, str] = {}
    if text.startswith("---"):
        _, head, text = text.split("---", 2)
        front = {
            key: value.strip()
            for key, _, value in (line.partition(":") for line in head.strip().splitlines())
        }
    article = Article(text.strip(), title=front.get("title"), published=front.get("published"))
    return Draft.model_validate(RulesReader().draft(article).model_dump())


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.*")), ids=lambda path: path.name)
def test_every_fixture_is_read(path: Path) -> None:
    """No fixture makes the reader fail, and every record cites a sentence."""
    made = read(path.name)
    cited = [record.evidence for record in made.operations] + [record.evidence for record in made.casualties]
    assert all([*cited, *(actor.evidence for actor in made.actors)])


def test_football_is_not_war() -> None:
    """A match report full of sieges, raids and snipers yields nothing."""
    made = read("derby-football-report.md")
    assert (made.relevance, made.operations, made.casualties) == ("not_conflict", [], [])


def test_an_obituary_has_only_background() -> None:
    """What a dead general once did is no news."""
    made = read("general-obituary.md")
    assert made.relevance == "context_only"
    assert {operation.discourse.value for operation in made.operations} <= {"background"}


def test_a_plan_is_not_a_deed() -> None:
    """The landing that is announced is planned, and nobody is harmed."""
    made = read("planned-port-operation.md")
    assert "planned" in {operation.stage.value for operation in made.operations}
    assert made.casualties == []


def test_a_round_up_keeps_its_incidents_apart() -> None:
    """Eight items, each with its place label."""
    made = read("day-of-attacks-roundup.md")
    names = {place.name for operation in made.operations for place in operation.places}
    assert {"JAMRUD", "DATTA KHEL", "QUETTA", "SWAT", "BANNU", "BAJAUR"} <= names
