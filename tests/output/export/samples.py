"""Reports to export, and the outcomes that go with them."""

from __future__ import annotations

from pydantic import JsonValue

from summarizer.article import Article
from summarizer.checking.check import check
from summarizer.schema import Actor, Casualty, Draft, Operation, Participant, Report
from summarizer.schema.vocabulary import ParticipantRole
from tests.output.building import provenance


def outcome_of(report: Report, **changes: JsonValue) -> dict[str, JsonValue]:
    """The outcome of an input that became a report."""
    published = report.article.published
    return {
        "source": report.article.source,
        "id": report.article.id,
        "title": report.article.title,
        "published": published.isoformat() if published else None,
        "outcome": "ok",
        "error": None,
        "reason": None,
        "duplicate_of": None,
        "input_tokens": 1200,
        "output_tokens": 340,
        "cost_usd": 0.0011,
        "seconds": 2.5,
    } | changes


def unread(source: str, reason: str) -> dict[str, JsonValue]:
    """The outcome of an input that could not be read."""
    return {
        "source": source,
        "id": None,
        "title": None,
        "published": None,
        "outcome": "unreadable",
        "error": "Unreadable",
        "reason": reason,
        "duplicate_of": None,
        "input_tokens": None,
        "output_tokens": None,
        "cost_usd": None,
        "seconds": None,
    }


def ambush(
    *counts: Casualty, text: str, stage: str = "completed", language: str = "en", of_army: bool = True
) -> Report:
    """The checked report of an ambush of the army, or of nobody named, by rebels, told in one sentence.

    It is O1, with these counts.
    """
    rebels = Actor(id="A1", name="Rebels", type="rebel_group", evidence=[1])
    army = Actor(id="A2", name="army", type="state_military", evidence=[1])
    attack = Participant(actor="A1", role=ParticipantRole.INITIATOR)
    target = Participant(actor="A2", role=ParticipantRole.TARGET)
    draft = Draft(
        relevance="event_report",
        document_type="news",
        headline="Rebels ambush soldiers",
        abstract="Rebels ambush soldiers.",
        actors=[rebels, army] if of_army else [rebels],
        operations=[
            Operation(
                id="O1",
                title="Ambush",
                type="ambush",
                stage=stage,
                assertion="stated",
                discourse="main",
                participants=[attack, target] if of_army else [attack],
                evidence=[1],
            )
        ],
        casualties=list(counts),
    )
    return check(draft, Article(text, published="2024-01-05", language=language), provenance())


def count(id: str = "C1", phrase: str | None = "12", **more: object) -> Casualty:
    """A count of dead soldiers of the ambush, unless told otherwise."""
    fields: dict[str, object] = {
        "id": id,
        "operations": ["O1"],
        "outcome": "killed",
        "count": phrase,
        "victims": "soldiers",
        "victim_actor": "A2",
        "victim_status": "combatant",
        "scope": "event",
        "assertion": "stated",
        "evidence": [1],
    }
    return Casualty.model_validate(fields | more)
