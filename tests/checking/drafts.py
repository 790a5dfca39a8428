"""A small article and a draft of it that is right in every point; tests break one thing at a time."""

from __future__ import annotations

import datetime as dt

from summarizer.article import Article
from summarizer.schema import Actor, Casualty, Draft, Operation, Participant, PlaceMention, Relation, Source
from summarizer.schema.report import Provenance

TEXT = (
    "Ambush near Telma kills twelve\n\n"
    "MARENTO (Northern Wire) – Fighters of the Free Valley Front (FVF) ambushed an army convoy near Telma on "
    "Tuesday. "
    "At least 12 soldiers were killed, including two officers, an army spokesman said. "
    "The Front said it had lost three men. "
    "The attack came on the road to Orvel."
)
PUBLISHED = dt.date(2016, 10, 6)


def article(text: str = TEXT, published: dt.date | None = PUBLISHED) -> Article:
    """Return the article of the drafts."""
    return Article(text, published=published)


def draft() -> Draft:
    """Return a draft without a fault."""
    return Draft(
        relevance="event_report",
        document_type="news",
        headline="Ambush near Telma kills at least twelve soldiers",
        abstract="Fighters ambushed an army convoy near Telma; at least 12 soldiers died, the army said.",
        dateline="MARENTO",
        sources=[
            Source(id="S1", name="an army spokesman", kind="military", actor="A2", anonymous=True),
            Source(id="S2", name="The Front", kind="armed_group", actor="A1"),
        ],
        actors=[
            Actor(
                id="A1",
                name="Free Valley Front",
                aliases=["FVF", "The Front"],
                type="rebel_group",
                evidence=[1, 3],
            ),
            Actor(id="A2", name="army", type="state_military", evidence=[1]),
        ],
        operations=[
            Operation(
                id="O1",
                title="Ambush of an army convoy near Telma",
                type="ambush",
                stage="completed",
                assertion="stated",
                discourse="main",
                participants=[
                    Participant(actor="A1", role="initiator"),
                    Participant(actor="A2", role="target"),
                ],
                places=[PlaceMention(name="Telma", role="incident", relation="near")],
                date="on Tuesday",
                evidence=[1, 2],
            )
        ],
        casualties=[
            Casualty(
                id="C1",
                operations=["O1"],
                outcome="killed",
                count="At least 12",
                victims="soldiers",
                victim_actor="A2",
                victim_status="combatant",
                scope="event",
                assertion="stated",
                according_to=["S1"],
                evidence=[2],
            ),
            Casualty(
                id="C2",
                operations=["O1"],
                outcome="killed",
                count="two",
                victims="officers",
                victim_actor="A2",
                victim_status="combatant",
                scope="event",
                relation=Relation(to="C1", kind="part_of"),
                assertion="stated",
                according_to=["S1"],
                evidence=[2],
            ),
            Casualty(
                id="C3",
                operations=["O1"],
                outcome="killed",
                count="three",
                victims="men",
                victim_actor="A1",
                victim_status="combatant",
                scope="event",
                assertion="stated",
                according_to=["S2"],
                evidence=[3],
            ),
        ],
    )


def provenance() -> Provenance:
    """Return the provenance of a draft that a test wrote."""
    return Provenance(
        reader="test",
        reader_version="1",
        schema_version="1",
        software_version="0",
        seconds=0,
        created=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    )
