"""An offensive, written by hand as the checks would leave it; the events are invented."""

from __future__ import annotations

from summarizer.schema import Finding, Report, ReportedActor, Source, Toll
from tests.output.building import Text, by, casualty, operation, place, provenance, quantity, when


def offensive() -> Report:
    """An offensive with supporters, a party's claim, a planned and a threatened step, and background."""
    text = Text(
        "Somali troops open offensive on al-Shabaab town",
        "MOGADISHU (Coast Wire) – Somali troops on Tuesday began an offensive to retake Bulo Hareeri, the "
        "last "
        "town that al-Shabaab holds on the road between Afgooye and Barawe, a military source said.",
        "Soldiers of the Somali National Army and Jubaland's darwish police advanced on the town at dawn "
        "from "
        "two sides, the source said.",
        "Troops of the African Union mission, AMISOM, supported them with artillery, and the US Africa "
        "Command "
        "said that it had carried out two air strikes nearby.",
        "Mines planted by the militants slowed the column and wounded several soldiers, according to the "
        "source.",
        "Al-Shabaab said on its radio station that its fighters had killed 23 soldiers and thrown the attack "
        "back.",
        '"The aim is to open the coastal road before the rains," the commander of the operation, General '
        "Abdi "
        "Yusuf Warsame, told reporters.",
        "Once the town is taken the troops will move on Kunyo Barre, 18 kilometres to the south-west, he "
        "said.",
        "Al-Shabaab threatened to blow up the bridge over the Shabelle if the advance went on.",
        "The militants took Bulo Hareeri in February 2016, after AMISOM had left its base there.",
        "An attack on that base a year earlier had cost the lives of dozens of peacekeepers.",
        "Fighting in the region has displaced some 40,000 people since January, the United Nations says.",
        source="archive/2018/coast-wire-0314.txt",
        publisher="Coast Wire",
        published="2018-03-14",
        published_basis="given",
        language="en",
    )
    return Report(
        relevance="event_report",
        document_type="news",
        headline="Somali army opens offensive on Bulo Hareeri, held by al-Shabaab",
        abstract="On Tuesday 13 March 2018 the Somali army and Jubaland police began an offensive on Bulo "
        "Hareeri "
        "in Lower Shabelle, backed by AMISOM artillery and US air strikes, a military source says. "
        "Al-Shabaab "
        "claims to have killed 23 soldiers and thrown the attack back.",
        dateline="MOGADISHU",
        sources=[
            Source(id="S1", name="a military source", kind="military", actor="A1", anonymous=True),
            Source(id="S2", name="Al-Shabaab", kind="armed_group", actor="A5"),
            Source(id="S3", name="the US Africa Command", kind="military", actor="A4"),
            Source(id="S4", name="General Abdi Yusuf Warsame", kind="military", actor="A1"),
            Source(id="S5", name="the United Nations", kind="un_io"),
        ],
        article=text.record,
        actors=[
            ReportedActor(
                id="A1",
                name="Somali National Army",
                aliases=["Somali troops", "the troops"],
                type="state_military",
                country="SOM",
                leaders=["General Abdi Yusuf Warsame, commander of the operation"],
                evidence=text.cite(1, 2),
            ),
            ReportedActor(
                id="A2",
                name="Jubaland's darwish police",
                type="state_police_or_security",
                evidence=text.cite(2),
            ),
            ReportedActor(
                id="A3",
                name="African Union mission",
                aliases=["AMISOM"],
                type="un_or_io_force",
                evidence=text.cite(3, 9),
            ),
            ReportedActor(
                id="A4",
                name="US Africa Command",
                type="foreign_military",
                country="USA",
                evidence=text.cite(3),
            ),
            ReportedActor(
                id="A5",
                name="al-Shabaab",
                aliases=["the militants"],
                type="rebel_group",
                evidence=text.cite(1, 4, 5, 8),
            ),
        ],
        operations=[
            operation(
                "O1",
                "Offensive to retake Bulo Hareeri",
                "offensive",
                means=["artillery", "landmine"],
                stage="launched",
                participants=by(initiator=["A1", "A2"], supporter=["A3", "A4"], target=["A5"]),
                sides=[["A1", "A2", "A3", "A4"], ["A5"]],
                places=[
                    place(
                        "Bulo Hareeri",
                        evidence=text.phrase(1, "Bulo Hareeri"),
                    )
                ],
                date="on Tuesday",
                when=when("on Tuesday", "2018-03-13", "2018-03-13", evidence=text.phrase(1, "on Tuesday")),
                objective="to open the coastal road before the rains",
                according_to=["S1"],
                basis="party_claim",
                toll=[
                    Toll(outcome="killed", minimum=23, maximum=23, records=["C2"]),
                    Toll(outcome="wounded", minimum=3, maximum=None, records=["C1"]),
                ],
                evidence=text.cite(1, 2, 3, 4, 6),
            ),
            operation(
                "O2",
                "US air strikes near Bulo Hareeri",
                "airstrike",
                discourse="secondary",
                part_of="O1",
                participants=by(initiator=["A4"], target=["A5"]),
                sides=[["A4"], ["A5"]],
                places=[place("Bulo Hareeri", relation="near", evidence=text.phrase(1, "Bulo Hareeri"))],
                according_to=["S3"],
                basis="party_claim",
                evidence=text.cite(3),
            ),
            operation(
                "O3",
                "Advance on Kunyo Barre",
                "offensive",
                stage="planned",
                discourse="secondary",
                participants=by(initiator=["A1"], target=["A5"]),
                sides=[["A1"], ["A5"]],
                places=[
                    place(
                        "Kunyo Barre",
                        role="target",
                        evidence=text.phrase(7, "Kunyo Barre"),
                    )
                ],
                date="Once the town is taken",
                when=when("Once the town is taken", None, None),
                according_to=["S4"],
                basis="party_claim",
                evidence=text.cite(7),
            ),
            operation(
                "O4",
                "Threat to blow up the Shabelle bridge",
                "bombing",
                stage="threatened",
                discourse="secondary",
                participants=by(initiator=["A5"]),
                sides=[["A5"]],
                places=[
                    place("the bridge over the Shabelle", role="target", evidence=text.phrase(8, "Shabelle"))
                ],
                according_to=["S2"],
                basis="party_claim",
                evidence=text.cite(8),
            ),
            operation(
                "O5",
                "Al-Shabaab takes Bulo Hareeri",
                "takeover_without_fighting",
                discourse="background",
                participants=by(initiator=["A5"]),
                sides=[["A5"]],
                places=[place("Bulo Hareeri", role="captured", evidence=text.phrase(9, "Bulo Hareeri"))],
                date="in February 2016",
                when=when(
                    "in February 2016",
                    "2016-02-01",
                    "2016-02-29",
                    precision="month",
                    basis="explicit",
                    evidence=text.phrase(9, "in February 2016"),
                ),
                evidence=text.cite(9),
            ),
            operation(
                "O6",
                "Attack on the AMISOM base",
                "armed_attack",
                discourse="background",
                participants=by(target=["A3"]),
                sides=[[], ["A3"]],
                places=[place("Bulo Hareeri")],
                date="a year earlier",
                when=when("a year earlier", "2015-02-01", "2015-02-28", precision="month"),
                toll=[Toll(outcome="killed", minimum=24, maximum=None, records=["C3"])],
                evidence=text.cite(10),
            ),
        ],
        casualties=[
            casualty(
                "C1",
                "wounded",
                quantity("several", 3, None, "vague", evidence=text.phrase(4, "several")),
                "soldiers",
                operations=["O1"],
                victim_actor="A1",
                victim_status="combatant",
                according_to=["S1"],
                basis="party_claim",
                evidence=text.cite(4),
            ),
            casualty(
                "C2",
                "killed",
                quantity("23", 23, 23, evidence=text.phrase(5, "23")),
                "soldiers",
                operations=["O1"],
                victim_actor="A1",
                victim_status="combatant",
                caused_by=["A5"],
                according_to=["S2"],
                basis="party_claim",
                evidence=text.cite(5),
            ),
            casualty(
                "C3",
                "killed",
                quantity("dozens", 24, None, "vague", evidence=text.phrase(10, "dozens")),
                "peacekeepers",
                operations=["O6"],
                victim_actor="A3",
                victim_status="peacekeeper",
                evidence=text.cite(10),
            ),
            casualty(
                "C4",
                "displaced",
                quantity("some 40,000", 40000, 40000, "about", evidence=text.phrase(11, "some 40,000")),
                "people",
                scope="cumulative",
                period="since January",
                according_to=["S5"],
                basis="attributed",
                evidence=text.cite(11),
            ),
        ],
        findings=[
            Finding(
                code="date-unresolved",
                severity="note",
                path="operations[2].date",
                record="O3",
                message="“Once the town is taken” names no day.",
                evidence=text.cite(7),
            )
        ],
        provenance=provenance(),
    )
