"""Hard cases 34 to 44: who acts, who is one and the same, who stands with whom, who only speaks."""

from __future__ import annotations

import pytest

from tests.checking.records import actor, operation, source
from tests.hard_cases.telling import casualty, derived, tell


def test_34_pronoun_chain() -> None:
    """One actor may be cited from sentences that call it "they" and "the group"."""
    report = tell(
        "IS attacked at dawn. They used car bombs. The group later withdrew.",
        [
            operation(
                "O1",
                "armed_attack",
                "A1 initiator",
                means=["vehicle_bomb"],
                date="at dawn",
                evidence=[1, 2, 3],
            )
        ],
        actors=[actor("A1", "IS", "rebel_group", aliases=["The group"], evidence=[1, 2, 3])],
    )
    assert [cited.sentence for cited in report.actors[0].evidence] == [1, 2, 3]
    assert derived(report) == [
        "O1 reported_as_fact, sides A1",
        "O1 when null dawn unresolved",
        "O1 toll null",
        "O1 ACLED null, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "note date-unresolved operations[0].date",
    ]


def test_35_aliases() -> None:
    """Three names are one actor; a fourth that the text does not have is found."""
    names = ["Daesh", "ISIL"]
    text = "Daesh attacked Kobani. ISIL shelled the town. The self-styled Islamic State withdrew."
    operations = [
        operation("O1", "armed_attack", "A1 initiator", places=[{"name": "Kobani", "role": "incident"}]),
        operation("O2", "shelling", "A1 initiator", evidence=[2]),
        operation("O3", "withdrawal", "A1 initiator", evidence=[3]),
    ]
    known = actor("A1", "Islamic State", "rebel_group", aliases=names, evidence=[1, 2, 3])
    invented = known.model_copy(update={"aliases": [*names, "ISIS"]})

    assert derived(tell(text, operations, actors=[known])) == [
        "O1 reported_as_fact, sides A1",
        "O1 toll null",
        "O1 ACLED null, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "O2 reported_as_fact, sides A1",
        "O2 toll null",
        "O2 ACLED Shelling/artillery/missile attack, 0",
        "O2 UCDP null, null",
        "O2 PLOVER ASSAULT-heavy-weapons, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "O3 reported_as_fact, sides A1",
        "O3 toll null",
        "O3 ACLED Change to group/activity, 0",
        "O3 UCDP null, null",
        "O3 PLOVER RETREAT-withdraw, GTD null, MUC null",
    ]
    assert [finding.code for finding in tell(text, operations, actors=[invented]).findings] == [
        "name-not-in-text"
    ]


def test_36_metonymy() -> None:
    """A metonym is an alias of the state's forces; what its government says is a party's claim."""
    report = tell(
        "Ankara struck Sinjar. Ankara said Turkish armed forces had killed three fighters.",
        [
            operation(
                "O1",
                "airstrike",
                "A1 initiator",
                places=[{"name": "Sinjar", "role": "incident"}],
                according_to=["S1"],
                evidence=[1, 2],
            )
        ],
        [
            casualty(
                "C1",
                "killed",
                "three",
                "fighters",
                victim_status="combatant",
                according_to=["S1"],
                evidence=[2],
            )
        ],
        [
            actor(
                "A1",
                "Turkish armed forces",
                "foreign_military",
                aliases=["Ankara"],
                country="TUR",
                evidence=[1, 2],
            )
        ],
        [source("S1", "Ankara", "government")],
    )
    assert [place.name for place in report.operations[0].places] == ["Sinjar"]
    assert derived(report) == [
        "O1 party_claim, sides A1",
        "O1 toll killed 3 (C1)",
        "O1 ACLED Air/drone strike, 3",
        "O1 UCDP 1, null 3 null null; 3 3 3",
        "O1 PLOVER ASSAULT-aerial, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 3 exact, party_claim",
    ]


def test_37_compound() -> None:
    """An initiator and two supporters on one side, three actors."""
    report = tell(
        "Iraqi troops, backed by Shia militias and US jets, attacked Islamic State.",
        [operation("O1", "offensive", "A1 initiator, A2 supporter, A3 supporter, A4 target")],
        actors=[
            actor("A1", "Iraqi troops", "state_military", country="IRQ"),
            actor("A2", "Shia militias", "pro_government_militia"),
            actor("A3", "US jets", "foreign_military", country="USA"),
            actor("A4", "Islamic State", "rebel_group"),
        ],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1 A2 A3 > A4",
        "O1 toll null",
        "O1 ACLED Armed clash, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-heavy-weapons, GTD null, MUC ACCOMPLISHED",
    ]


def test_38_passive_no_agent() -> None:
    """Nobody is made the attacker: the first side stays empty."""
    report = tell(
        "A mayor was shot dead in Kirkuk.",
        [
            operation(
                "O1",
                "targeted_killing",
                "A1 target",
                means=["firearms"],
                places=[{"name": "Kirkuk", "role": "incident"}],
            )
        ],
        [casualty("C1", "killed", "A", "mayor", victim_actor="A1", victim_status="official")],
        [actor("A1", "mayor", "individual")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides ? > A1",
        "O1 toll killed 1 (C1)",
        "O1 ACLED Attack, 1",
        "O1 UCDP null, null null 1 null; 1 1 1",
        "O1 PLOVER ASSAULT-targeted, GTD Assassination, MUC ACCOMPLISHED",
        "C1 1 exact, reported_as_fact",
    ]


@pytest.mark.parametrize(
    ("text", "type", "parts", "sides"),
    [
        (
            "Soldiers were attacked by rebels.",
            "armed_attack",
            "A1 target, A2 initiator",
            [["A2"], ["A1"]],
        ),
        (
            "Rebels came under fire from soldiers.",
            "armed_attack",
            "A2 target, A1 initiator",
            [["A1"], ["A2"]],
        ),
        (
            "Soldiers clashed with rebels.",
            "clash",
            "A1 participant, A2 participant",
            [["A1"], ["A2"]],
        ),
    ],
    ids=["attacked by", "under fire from", "clash"],
)
def test_39_direction(text: str, type: str, parts: str, sides: list[list[str]]) -> None:
    """The attacker's side comes first whatever the order of the words; a clash has two sides."""
    report = tell(
        text,
        [operation("O1", type, parts)],
        actors=[actor("A1", "soldiers", "state_military"), actor("A2", "rebels", "rebel_group")],
    )
    assert report.operations[0].sides == sides
    assert report.operations[0].crosswalk.acled_sub_event == "Armed clash"
    assert report.findings == []


def test_40_same_name_different_side() -> None:
    """Two that fight each other are two sides, though both are the government's."""
    report = tell(
        "Government troops and government-backed tribal fighters clashed, and two fighters were killed.",
        [operation("O1", "clash", "A1 participant, A2 participant")],
        [casualty("C1", "killed", "two", "fighters", victim_actor="A2", victim_status="combatant")],
        [
            actor("A1", "Government troops", "state_military", country="YEM"),
            actor("A2", "government-backed tribal fighters", "pro_government_militia", country="YEM"),
        ],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1 > A2",
        "O1 toll killed 2 (C1)",
        "O1 ACLED Armed clash, 2",
        "O1 UCDP 1, null 2 null null; 2 2 2",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 2 exact, reported_as_fact",
    ]


def test_41_unit_vs_parent() -> None:
    """What the parent says of its unit's raid is a party's claim."""
    report = tell(
        "The Golden Division, part of the CTS, stormed an IS hideout, a CTS spokesman said.",
        [operation("O1", "raid", "A1 initiator, A3 target", according_to=["S1"])],
        actors=[
            actor("A1", "Golden Division", "state_military", belongs_to="A2"),
            actor("A2", "CTS", "state_military"),
            actor("A3", "IS", "rebel_group"),
        ],
        sources=[source("S1", "a CTS spokesman", "military", "A2")],
    )
    assert report.actors[0].belongs_to == "A2"
    assert derived(report) == [
        "O1 party_claim, sides A1 > A3",
        "O1 toll null",
        "O1 ACLED null, null",
        "O1 UCDP null, null",
        "O1 PLOVER COERCE-seize, GTD null, MUC ACCOMPLISHED",
    ]


def test_42_loaded_label() -> None:
    """Neutralised terrorists are a plural of killed, on the word of a party."""
    report = tell(
        "Soldiers attacked the Free Valley Front. The ministry said terrorists were neutralised.",
        [operation("O1", "armed_attack", "A1 initiator, A2 target", according_to=["S1"], evidence=[1, 2])],
        [
            casualty(
                "C1",
                "killed",
                None,
                "terrorists",
                victim_actor="A2",
                victim_status="combatant",
                according_to=["S1"],
                evidence=[2],
            )
        ],
        [
            actor("A1", "Soldiers", "state_military"),
            actor("A2", "Free Valley Front", "rebel_group", aliases=["terrorists"], evidence=[1, 2]),
        ],
        [source("S1", "The ministry", "government")],
    )
    assert derived(report) == [
        "O1 party_claim, sides A1 > A2",
        "O1 toll killed 2.. (C1)",
        "O1 ACLED Armed clash, 3",
        "O1 UCDP 1, null 2 null null; 2 2 null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 2.. plural, party_claim",
    ]


def test_43_friendly_fire() -> None:
    """Raider and victims stand on one side; no scheme codes a fight between them."""
    report = tell(
        "A coalition raid mistakenly hit Iraqi police, killing two.",
        [operation("O1", "friendly_fire", "A1 initiator, A2 target")],
        [casualty("C1", "killed", "two", "two", victim_actor="A2", victim_status="police_security")],
        [
            actor("A1", "coalition", "coalition"),
            actor("A2", "Iraqi police", "state_police_or_security", country="IRQ"),
        ],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1 A2",
        "O1 toll killed 2 (C1)",
        "O1 ACLED null, null",
        "O1 UCDP null, 2 null null null; 2 2 2",
        "O1 PLOVER null, GTD null, MUC null",
        "C1 2 exact, reported_as_fact",
    ]


def test_44_speaker_is_not_actor() -> None:
    """The monitor is heard and takes no part."""
    report = tell(
        "The Observatory said regime jets bombed Idlib.",
        [
            operation(
                "O1",
                "airstrike",
                "A1 initiator",
                means=["crewed_aircraft"],
                places=[{"name": "Idlib", "role": "incident"}],
                according_to=["S1"],
            )
        ],
        actors=[actor("A1", "regime jets", "state_military", country="SYR")],
        sources=[source("S1", "The Observatory", "monitor_ngo")],
    )
    assert derived(report) == [
        "O1 attributed, sides A1",
        "O1 toll null",
        "O1 ACLED Air/drone strike, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-aerial, GTD Bombing/Explosion, MUC ACCOMPLISHED",
    ]
