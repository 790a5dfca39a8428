"""Reports written by hand, as the checks would leave them; every event in them is invented."""

from __future__ import annotations

from summarizer.schema import Relation, Report, ReportedActor, Source, Toll
from tests.output.air_strike import air_strike
from tests.output.building import Text, casualty, operation, place, provenance, quantity, when
from tests.output.offensive import offensive

__all__ = ["air_strike", "arabic", "football", "offensive"]


def football() -> Report:
    """An article that is not about armed conflict."""
    text = Text(
        "Late raid sinks Harbour Town",
        "Harbour Town were ambushed in injury time on Saturday when Rovers' sniper of a winger struck from "
        "20 "
        "metres.",
        published="2018-10-20",
        published_basis="given",
        language="en",
    )
    return Report(
        relevance="not_conflict",
        document_type="news",
        headline="Rovers beat Harbour Town with a late goal",
        abstract="",
        article=text.record,
        provenance=provenance(),
    )


def arabic() -> Report:
    """An Arabic article: shelling of a village, with a minimum in Arabic-Indic digits."""
    text = Text(
        "مقتل مدنيين في قصف على قرية السرو",
        "قُتل ١٢ مدنيا على الأقل، بينهم طفلان، في قصف مدفعي على قرية السرو مساء الثلاثاء، بحسب الدفاع المدني.",
        "وقال الجيش إنه قتل مسلحين اثنين.",
        published="2021-06-09",
        published_basis="given",
        language="ar",
    )
    return Report(
        relevance="event_report",
        document_type="news",
        headline="مقتل ١٢ مدنيا على الأقل في قصف على قرية السرو",
        abstract="قُتل ١٢ مدنيا على الأقل بينهم طفلان في قصف مدفعي على قرية السرو مساء الثلاثاء، بحسب "
        "الدفاع المدني.",
        sources=[
            Source(id="S1", name="الدفاع المدني", kind="rescue"),
            Source(id="S2", name="الجيش", kind="military", actor="A1"),
        ],
        article=text.record,
        actors=[ReportedActor(id="A1", name="الجيش", type="state_military", evidence=text.cite(2))],
        operations=[
            operation(
                "O1",
                "قصف مدفعي على قرية السرو",
                "shelling",
                means=["artillery"],
                places=[place("قرية السرو", evidence=text.phrase(1, "قرية السرو"))],
                date="مساء الثلاثاء",
                when=when("مساء الثلاثاء", "2021-06-08", "2021-06-08"),
                according_to=["S1"],
                basis="attributed",
                toll=[Toll(outcome="killed", minimum=14, maximum=None, records=["C1", "C3"])],
                evidence=text.cite(1),
            )
        ],
        casualties=[
            casualty(
                "C1",
                "killed",
                quantity("١٢ مدنيا على الأقل", 12, None, "at_least", evidence=text.phrase(1, "١٢")),
                "مدنيا",
                operations=["O1"],
                victim_status="civilian",
                according_to=["S1"],
                basis="attributed",
                evidence=text.cite(1),
            ),
            casualty(
                "C2",
                "killed",
                quantity("طفلان", 2, 2),
                "طفلان",
                operations=["O1"],
                victim_status="civilian",
                relation=Relation(to="C1", kind="part_of"),
                according_to=["S1"],
                basis="attributed",
                evidence=text.cite(1),
            ),
            casualty(
                "C3",
                "killed",
                quantity("اثنين", 2, 2),
                "مسلحين",
                operations=["O1"],
                victim_status="combatant",
                according_to=["S2"],
                basis="party_claim",
                evidence=text.cite(2),
            ),
        ],
        provenance=provenance(),
    )
