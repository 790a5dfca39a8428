"""The hard cases of counts, status and actors: basis, sides, toll and codes of a well-filled draft.

A test's number and name are those of the list of hard cases; its docstring is the sentence read.
"""

from __future__ import annotations

from tests.checking.records import Told, actor, count, operation, source

ARMY = actor("A1", "Iraqi army", "state_military", country="IRQ")
IS = actor("A2", "Islamic State", "rebel_group", aliases=["IS"])
CIVILIANS = actor("A3", "residents", "civilians")
POLICE = actor("A4", "Iraqi police", "state_police_or_security", country="IRQ")
COALITION = actor("A5", "US-led coalition", "coalition", aliases=["the coalition"])

MARKET_BOMB = operation("O1", "bombing", "A2 initiator, A3 target", civilians="targeted")


def test_01_subset() -> None:
    """“Twelve people died, including five children.”"""
    told = Told(
        [MARKET_BOMB],
        [
            count("C1", "killed", "Twelve", 12, 12, victim_status="civilian"),
            count("C2", "killed", "five", 5, 5, victim_status="civilian", relation="part_of C1"),
        ],
        [IS, CIVILIANS],
    )
    assert told.toll() == {"killed": (12, 12, ["C1"])}
    assert told.crosswalk().acled_fatalities == 12


def test_02_multi_group_sum() -> None:
    """“Four fighters, a policeman and two shepherds were killed.”"""
    told = Told(
        [operation("O1", "armed_attack", "A2 initiator, A4 target")],
        [
            count("C1", "killed", "Four", 4, 4, victim_actor="A2", victim_status="combatant"),
            count("C2", "killed", "a", 1, 1, victim_actor="A4", victim_status="police_security"),
            count("C3", "killed", "two", 2, 2, victim_status="civilian"),
        ],
        [IS, POLICE],
    )
    assert told.toll() == {"killed": (7, 7, ["C1", "C2", "C3"])}
    deaths = told.crosswalk().ucdp_deaths
    assert deaths is not None
    assert (deaths.side_a, deaths.side_b, deaths.civilians, deaths.unknown) == (1, 4, 2, None)
    assert (deaths.low, deaths.best, deaths.high) == (7, 7, 7)
    assert told.crosswalk().ucdp_type == 1


def test_03_event_vs_cumulative() -> None:
    """“The blast killed 9, bringing the month's toll in Diyala to 61.”"""
    told = Told(
        [MARKET_BOMB],
        [
            count("C1", "killed", "9", 9, 9, victim_status="civilian", relation="part_of C2"),
            count("C2", "killed", "61", 61, 61, operations=[], scope="period", period="the month"),
        ],
        [IS, CIVILIANS],
    )
    assert told.toll() == {"killed": (9, 9, ["C1"])}
    assert told.crosswalk().ucdp_type == 3


def test_03_a_cumulative_toll_that_names_the_operation_is_not_added() -> None:
    """The same, where the reader hung the month's toll on the blast too."""
    told = Told(
        [MARKET_BOMB],
        [
            count("C1", "killed", "9", 9, 9),
            count("C2", "killed", "61", 61, 61, scope="cumulative", period="this month"),
        ],
        [IS, CIVILIANS],
    )
    assert told.toll() == {"killed": (9, 9, ["C1"])}


def test_04_war_total() -> None:
    """“More than 30,000 have died since the uprising began in 2011.”"""
    told = Told(
        [operation("O1", "clash", "A1 participant, A2 participant")],
        [
            count(
                "C1",
                "killed",
                "More than 30,000",
                30_001,
                None,
                "more_than",
                operations=[],
                scope="war",
                period="since the uprising began in 2011",
            )
        ],
        [ARMY, IS],
    )
    assert told.toll() == {}
    assert told.basis("C1") == "reported_as_fact"
    assert told.crosswalk().ucdp_type is None


def test_05_vague() -> None:
    """“Dozens were killed, scores wounded.”"""
    told = Told(
        [MARKET_BOMB],
        [
            count("C1", "killed", "Dozens", 24, None, "vague"),
            count("C2", "wounded", "scores", 40, None, "vague"),
        ],
        [IS, CIVILIANS],
    )
    assert told.toll() == {"killed": (24, None, ["C1"]), "wounded": (40, None, ["C2"])}
    assert told.crosswalk().acled_fatalities == 12


def test_06_at_least_up_to() -> None:
    """“at least 12 ... and as many as 30 may be trapped.”"""
    told = Told(
        [MARKET_BOMB],
        [
            count("C1", "killed", "at least 12", 12, None, "at_least"),
            count("C2", "trapped", "as many as 30", 0, 30, "up_to", assertion="alleged"),
        ],
        [IS, CIVILIANS],
    )
    assert told.toll() == {"killed": (12, None, ["C1"]), "trapped": (0, 30, ["C2"])}
    assert told.basis("C2") == "alleged"
    assert told.crosswalk().acled_fatalities == 12


def test_07_casualties_only() -> None:
    """“The convoy suffered casualties.”"""
    told = Told(
        [operation("O1", "ambush", "A2 initiator, A1 target")],
        [count("C1", "killed_or_wounded", "casualties", 1, None, "plural")],
        [IS, ARMY],
    )
    assert told.toll() == {"killed_or_wounded": (1, None, ["C1"])}
    codes = told.crosswalk()
    assert codes.acled_fatalities == 0
    assert (codes.ucdp_type, codes.ucdp_deaths) == (None, None)


def test_08_explicit_zero() -> None:
    """“No one was hurt when the rocket landed in a field.”"""
    told = Told(
        [operation("O1", "shelling", means=["rocket"])],
        [
            count("C1", "killed", "No one", 0, 0, "none"),
            count("C2", "wounded", "No one", 0, 0, "none"),
        ],
    )
    assert told.toll() == {"killed": (0, 0, ["C1"]), "wounded": (0, 0, ["C2"])}
    assert told.crosswalk().acled_fatalities == 0
    assert told.crosswalk().ucdp_deaths is None


def test_09_silence() -> None:
    """“Jets struck a depot near Hit.”"""
    told = Told([operation("O1", "airstrike")])
    assert told.toll() == {}
    codes = told.crosswalk()
    assert codes.acled_fatalities == 0  # ACLED's own convention; the toll stays empty
    assert codes.ucdp_deaths is None


def test_10_negated_count() -> None:
    """“The ministry denied that any soldiers had been killed.”"""
    told = Told(
        [operation("O1", "clash", "A1 participant, A2 participant")],
        [count("C1", "killed", "any", 1, None, "vague", assertion="denied", according_to=["S1"])],
        [ARMY, IS],
        [source("S1", "The ministry", "government", "A1")],
    )
    assert told.toll() == {}
    assert told.basis("C1") == "denied"
    assert told.crosswalk().acled_fatalities == 0
    assert told.crosswalk().ucdp_deaths is None


def test_11_injured_is_not_killed() -> None:
    """“Five troopers were wounded in the ambush.”"""
    told = Told(
        [operation("O1", "ambush")],
        [count("C1", "wounded", "Five", 5, 5, victim_status="combatant")],
    )
    assert told.toll() == {"wounded": (5, 5, ["C1"])}
    assert told.crosswalk().acled_sub_event == "Armed clash"


def test_12_died_later() -> None:
    """“Three were shot; one succumbed on Wednesday.”"""
    told = Told(
        [operation("O1", "armed_attack", "A2 initiator, A3 target")],
        [
            count("C1", "wounded", "Three", 3, 3),
            count("C2", "killed", "one", 1, 1, relation="part_of C1"),
        ],
        [IS, CIVILIANS],
    )
    assert told.toll() == {"wounded": (2, 2, ["C1", "C2"]), "killed": (1, 1, ["C2"])}


def test_13_revision_down() -> None:
    """“Officials lowered the toll from 40 to 28.”"""
    told = Told(
        [MARKET_BOMB],
        [
            count("C1", "killed", "40", 40, 40, according_to=["S1"]),
            count("C2", "killed", "28", 28, 28, relation="revises C1", according_to=["S1"]),
        ],
        [IS, CIVILIANS],
        [source("S1", "Officials", "government")],
    )
    assert told.toll() == {"killed": (28, 28, ["C2"])}
    assert told.basis("C2") == "official"


def test_14_conflicting() -> None:
    """“The army said 50 militants died; residents said the dead were 17 farmers.”"""
    told = Told(
        [operation("O1", "airstrike", "A1 initiator, A2 target")],
        [
            count(
                "C1",
                "killed",
                "50",
                50,
                50,
                victim_actor="A2",
                victim_status="combatant",
                assertion="disputed",
                according_to=["S1"],
            ),
            count(
                "C2",
                "killed",
                "17",
                17,
                17,
                victim_status="civilian",
                assertion="disputed",
                according_to=["S2"],
                relation="rivals C1",
            ),
        ],
        [ARMY, IS],
        [source("S1", "The army", "military", "A1"), source("S2", "residents", "witness")],
    )
    assert told.toll() == {"killed": (17, 50, ["C1", "C2"])}
    assert (told.basis("C1"), told.basis("C2")) == ("disputed", "disputed")
    codes = told.crosswalk()
    assert codes.acled_fatalities == 17
    assert codes.ucdp_deaths is not None
    assert (codes.ucdp_deaths.low, codes.ucdp_deaths.best, codes.ucdp_deaths.high) == (17, 17, 50)
    assert (codes.ucdp_deaths.civilians, codes.ucdp_deaths.side_b) == (17, None)


def test_15_claim_without_bodies() -> None:
    """“Police said a dozen rebels were killed but comrades carried off the bodies.”"""
    told = Told(
        [operation("O1", "clash", "A4 participant, A2 participant")],
        [count("C1", "killed", "a dozen", 12, 12, "about", victim_actor="A2", according_to=["S1"])],
        [POLICE, IS],
        [source("S1", "Police", "police", "A4")],
    )
    assert told.toll() == {"killed": (12, 12, ["C1"])}
    assert told.basis("C1") == "party_claim"


def test_16_perpetrator_included() -> None:
    """“A bomber killed himself and six worshippers.”"""
    told = Told(
        [operation("O1", "suicide_attack", "A2 initiator, A3 target")],
        [
            count("C1", "killed", "six", 6, 6, victim_status="civilian"),
            count("C2", "killed", "himself", 1, 1, victim_actor="A2", victim_status="perpetrator"),
        ],
        [IS, CIVILIANS],
    )
    codes = told.crosswalk()
    assert told.toll() == {"killed": (7, 7, ["C1", "C2"])}
    assert codes.acled_fatalities == 7
    assert codes.ucdp_type == 3
    assert codes.ucdp_deaths is not None
    assert (codes.ucdp_deaths.side_a, codes.ucdp_deaths.civilians) == (1, 6)


def test_18_per_place_split() -> None:
    """“Raids in Qaim and Rutba killed 14 in total.”"""
    places = [{"name": name, "role": "incident"} for name in ("Qaim", "Rutba")]
    told = Told(
        [operation("O1", "raid", "A1 initiator, A2 target", places=places)],
        [count("C1", "killed", "14", 14, 14)],
        [ARMY, IS],
    )
    assert told.toll() == {"killed": (14, 14, ["C1"])}


def test_18_a_joint_toll_is_not_split() -> None:
    """The same, read as two raids with one toll: it belongs to neither alone."""
    told = Told(
        [operation("O1", "raid", "A1 initiator"), operation("O2", "raid", "A1 initiator")],
        [count("C1", "killed", "14", 14, 14, victim_status="combatant", operations=["O1", "O2"])],
        [ARMY],
    )
    assert (told.toll("O1"), told.toll("O2")) == ({}, {})
    assert told.crosswalk("O1").acled_sub_event == "Armed clash"
    assert told.crosswalk("O1").acled_fatalities is None


def test_20_equipment() -> None:
    """“destroyed six vehicles and killed their crews.”"""
    told = Told(
        [operation("O1", "airstrike", "A5 initiator, A2 target", damage=["six vehicles"])],
        [count("C1", "killed", None, 2, None, "plural", victim_actor="A2", victim_status="combatant")],
        [COALITION, IS],
    )
    assert told.toll() == {"killed": (2, None, ["C1"])}
    codes = told.crosswalk()
    assert codes.acled_fatalities == 3  # an unknown plural
    assert codes.ucdp_deaths is not None
    assert (codes.ucdp_deaths.side_b, codes.ucdp_deaths.low, codes.ucdp_deaths.high) == (2, 2, None)


def test_21_title_vs_body_mismatch() -> None:
    """Headline “20 dead”, body “18”."""
    for relation in ("", "rivals C1"):
        told = Told(
            [MARKET_BOMB],
            [
                count("C1", "killed", "20", 20, 20, evidence=[0]),
                count("C2", "killed", "18", 18, 18, evidence=[2], relation=relation),
            ],
            [IS, CIVILIANS],
        )
        assert told.toll() == {"killed": (18, 18, ["C2"])}


def test_22_future() -> None:
    """“Commanders say an assault on Tal Afar will begin within days.”"""
    told = Told(
        [operation("O1", "offensive", "A1 initiator, A2 target", stage="planned", according_to=["S1"])],
        actors=[ARMY, IS],
        sources=[source("S1", "Commanders", "military", "A1")],
    )
    codes = told.crosswalk()
    assert told.toll() == {}
    assert told.basis("O1") == "party_claim"
    assert (codes.acled_sub_event, codes.acled_fatalities) == (None, None)
    assert (codes.plover_event, codes.plover_mode) == ("THREATEN", "territory")
    assert (codes.ucdp_type, codes.gtd_attack_type) == (None, None)
    assert codes.muc_stage == "THREATENED"


def test_23_launch_vs_completion() -> None:
    """“Iraqi forces launched an offensive in Anbar on Tuesday; fighting continues.”"""
    told = Told(
        [operation("O1", "offensive", "A1 initiator, A2 target", stage="launched")], actors=[ARMY, IS]
    )
    codes = told.crosswalk()
    assert (codes.acled_sub_event, codes.muc_stage) == ("Armed clash", "ACCOMPLISHED")


def test_24_conditional_threat() -> None:
    """“If shelling resumes we will respond, the general said.”"""
    told = Told(
        [operation("O1", "shelling", stage="threatened", assertion="hypothetical", according_to=["S1"])],
        sources=[source("S1", "the general", "military")],
    )
    codes = told.crosswalk()
    assert told.basis("O1") == "hypothetical"
    assert (codes.acled_sub_event, codes.gtd_attack_type) == (None, None)
    assert (codes.plover_event, codes.plover_mode, codes.muc_stage) == ("THREATEN", "violence", "THREATENED")


def test_25_foiled() -> None:
    """“Guards shot the driver before he could detonate the truck.”"""
    told = Told(
        [
            operation(
                "O1", "suicide_attack", "A2 initiator, A1 target", stage="foiled", means=["vehicle_bomb"]
            )
        ],
        [count("C1", "killed", "the", 1, 1, victims="the driver", victim_status="perpetrator")],
        [IS, ARMY],
    )
    codes = told.crosswalk()
    assert told.toll() == {"killed": (1, 1, ["C1"])}
    assert (codes.acled_sub_event, codes.acled_fatalities) == ("Disrupted weapons use", 1)
    assert (codes.gtd_attack_type, codes.muc_stage) == ("Bombing/Explosion", "ATTEMPTED")
    assert (codes.plover_event, codes.plover_mode) == ("COERCE", "seize")
    assert codes.ucdp_deaths is not None
    assert codes.ucdp_deaths.side_b == 1  # the attacker's side, the state being side A


def test_26_negation() -> None:
    """“There was no exchange of fire on Thursday.”"""
    told = Told(
        [operation("O1", "clash", "A1 participant, A2 participant", assertion="negated")], actors=[ARMY, IS]
    )
    assert told.basis("O1") == "negated"
    assert not any(told.crosswalk().model_dump().values())


def test_27_denial_of_responsibility() -> None:
    """“The coalition said it had no aircraft in the area.”"""
    told = Told(
        [
            operation(
                "O1",
                "airstrike",
                "A5 accused, A3 target",
                assertion="disputed",
                civilians="incidental_harm",
                according_to=["S1", "S2"],
            )
        ],
        [count("C1", "killed", "five", 5, 5, victim_status="civilian", according_to=["S1"])],
        [COALITION, CIVILIANS],
        [source("S1", "residents", "witness"), source("S2", "The coalition", "military", "A5")],
    )
    assert told.basis("O1") == "disputed"
    assert told.basis("C1") == "attributed"
    assert told.sides() == [["A5"], ["A3"]]
    codes = told.crosswalk()
    assert (codes.acled_sub_event, codes.acled_fatalities) == ("Air/drone strike", 5)
    assert codes.ucdp_type is None  # the author is only accused
    assert codes.ucdp_deaths is not None
    assert codes.ucdp_deaths.civilians == 5


def test_28_background_history() -> None:
    """“Ramadi fell to IS in May 2015 and was retaken that December.”"""
    told = Told(
        [
            operation("O1", "capture_of_territory", "A2 initiator", discourse="background"),
            operation("O2", "recapture_of_territory", discourse="background"),
        ],
        actors=[IS],
    )
    assert told.crosswalk("O1").acled_sub_event == "Non-state actor overtakes territory"
    assert told.crosswalk("O2").acled_sub_event == "Government regains territory"
    assert told.sides("O2") == []


def test_30_claimed_capture_contested() -> None:
    """“The army said it seized the bridge; the rebels said they still held it.”"""
    told = Told(
        [
            operation(
                "O1",
                "capture_of_territory",
                "A1 initiator, A2 target",
                assertion="disputed",
                territorial_effect="contested",
                according_to=["S1", "S2"],
            )
        ],
        actors=[ARMY, IS],
        sources=[source("S1", "The army", "military", "A1"), source("S2", "the rebels", "armed_group", "A2")],
    )
    assert told.basis("O1") == "disputed"
    assert told.crosswalk().acled_sub_event == "Armed clash"


def test_36_metonymy() -> None:
    """“Ankara struck Sinjar.”"""
    told = Told(
        [operation("O1", "airstrike", "A1 initiator", according_to=["S1"])],
        [count("C1", "killed", "three", 3, 3, victim_status="combatant", according_to=["S1"])],
        [actor("A1", "Turkish armed forces", "foreign_military", aliases=["Ankara"], country="TUR")],
        [source("S1", "Ankara", "government")],
    )
    assert told.sides() == [["A1"]]
    assert (told.basis("O1"), told.basis("C1")) == ("party_claim", "party_claim")
    assert told.crosswalk().ucdp_type == 1


def test_37_compound() -> None:
    """“Iraqi troops, backed by Shia militias and US jets”"""
    told = Told(
        [operation("O1", "offensive", "A1 initiator, A7 supporter, A8 supporter, A2 target")],
        actors=[
            ARMY,
            IS,
            actor("A7", "Shia militias", "pro_government_militia"),
            actor("A8", "US jets", "foreign_military", country="USA"),
        ],
    )
    assert told.sides() == [["A1", "A7", "A8"], ["A2"]]


def test_38_passive_no_agent() -> None:
    """“A mayor was shot dead in Kirkuk.”"""
    told = Told(
        [operation("O1", "targeted_killing", "A7 target", means=["firearms"])],
        [count("C1", "killed", "A", 1, 1, victims="mayor", victim_actor="A7", victim_status="official")],
        [actor("A7", "mayor", "individual")],
    )
    assert told.sides() == [[], ["A7"]]
    codes = told.crosswalk()
    assert (codes.acled_sub_event, codes.acled_fatalities) == ("Attack", 1)
    assert codes.ucdp_type is None
    assert codes.gtd_attack_type == "Assassination"


def test_39_direction() -> None:
    """“X was attacked by Y”; “Y came under fire from X”; a mutual clash."""
    actors = [ARMY, IS]
    attacked = Told([operation("O1", "armed_attack", "A1 target, A2 initiator")], actors=actors)
    assert attacked.sides() == [["A2"], ["A1"]]
    clash = Told([operation("O1", "clash", "A1 participant, A2 participant")], actors=actors)
    assert clash.sides() == [["A1"], ["A2"]]


def test_40_same_name_different_side() -> None:
    """“government troops and government-backed tribal fighters clashed.”"""
    told = Told(
        [operation("O1", "clash", "A1 participant, A7 participant")],
        [count("C1", "killed", "two", 2, 2, victim_actor="A7", victim_status="combatant")],
        actors=[ARMY, actor("A7", "tribal fighters", "pro_government_militia", country="IRQ")],
    )
    assert told.sides() == [["A1"], ["A7"]]
    assert told.crosswalk().ucdp_type == 1


def test_41_unit_vs_parent() -> None:
    """“the Golden Division, part of the CTS”"""
    told = Told(
        [operation("O1", "raid", "A7 initiator, A2 target", according_to=["S1"])],
        actors=[
            actor("A7", "Golden Division", "state_military", belongs_to="A8"),
            actor("A8", "Counter Terrorism Service", "state_military", aliases=["CTS"]),
            IS,
        ],
        sources=[source("S1", "a CTS spokesman", "military", "A8")],
    )
    assert told.basis("O1") == "party_claim"
    assert told.sides() == [["A7"], ["A2"]]


def test_42_loaded_label() -> None:
    """“the ministry said terrorists were neutralised.”"""
    told = Told(
        [operation("O1", "armed_attack", "A1 initiator, A2 target", according_to=["S1"])],
        [count("C1", "killed", None, 2, None, "plural", victim_actor="A2", according_to=["S1"])],
        [ARMY, IS.model_copy(update={"aliases": ["terrorists"]})],
        [source("S1", "the ministry", "government")],
    )
    assert told.toll() == {"killed": (2, None, ["C1"])}
    assert (told.basis("O1"), told.basis("C1")) == ("party_claim", "party_claim")


def test_43_friendly_fire() -> None:
    """“A coalition raid mistakenly hit Iraqi police.”"""
    told = Told(
        [operation("O1", "friendly_fire", "A5 initiator, A4 target", means=["crewed_aircraft"])],
        actors=[COALITION, POLICE],
    )
    assert told.sides() == [["A5", "A4"]]
    assert told.crosswalk().ucdp_type is None


def test_44_speaker_is_not_actor() -> None:
    """“The Observatory said regime jets bombed Idlib.”"""
    told = Told(
        [operation("O1", "airstrike", "A7 initiator", according_to=["S1"])],
        actors=[actor("A7", "Syrian air force", "state_military", aliases=["regime jets"])],
        sources=[source("S1", "The Observatory", "monitor_ngo")],
    )
    assert told.basis("O1") == "attributed"
    assert told.sides() == [["A7"]]
