"""Hard cases 1 to 21: counts. A test's docstring is the sentence, or what it is about."""

from __future__ import annotations

import pytest

from summarizer.checking.quantities import read_count
from summarizer.schema.vocabulary import Outcome
from tests.checking.records import actor, operation, source
from tests.hard_cases.telling import bounds, casualty, derived, tell

IS = actor("A1", "Islamic State", "rebel_group")
CIVILIANS = actor("A2", "shoppers", "civilians")
BOMB = operation("O1", "bombing", "A1 initiator, A2 target", civilians="targeted")
BY_IS = "Islamic State bombed shoppers in a market."


def test_01_subset() -> None:
    """Five children are part of the twelve; never 17."""
    report = tell(
        f"{BY_IS} Twelve people died, including five children.",
        [BOMB],
        [
            casualty("C1", "killed", "Twelve", "people", victim_status="civilian", evidence=[2]),
            casualty(
                "C2",
                "killed",
                "five",
                "children",
                victim_status="civilian",
                relation="part_of C1",
                evidence=[2],
            ),
        ],
        [IS, CIVILIANS],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1 > A2",
        "O1 toll killed 12 (C1)",
        "O1 ACLED Remote explosive/landmine/IED, 12",
        "O1 UCDP 3, null null 12 null; 12 12 12",
        "O1 PLOVER ASSAULT-explosives, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 12 exact, reported_as_fact",
        "C2 5 exact, reported_as_fact",
    ]


def test_02_multi_group_sum() -> None:
    """Three rows, a toll of seven, and the rows that make it."""
    report = tell(
        "Four fighters, a policeman and two shepherds were killed.",
        [operation("O1", "clash", "A1 participant, A2 participant")],
        [
            casualty("C1", "killed", "Four", "fighters", victim_actor="A1", victim_status="combatant"),
            casualty("C2", "killed", "a", "policeman", victim_actor="A2", victim_status="police_security"),
            casualty("C3", "killed", "two", "shepherds", victim_status="civilian"),
        ],
        [
            actor("A1", "fighters", "rebel_group"),
            actor("A2", "policeman", "state_police_or_security"),
        ],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1 > A2",
        "O1 toll killed 7 (C1 C2 C3)",
        "O1 ACLED Armed clash, 7",
        "O1 UCDP 1, 1 4 2 null; 7 7 7",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 4 exact, reported_as_fact",
        "C2 1 exact, reported_as_fact",
        "C3 2 exact, reported_as_fact",
    ]


def test_03_event_vs_cumulative() -> None:
    """Nine are the blast's; the month's 61 are added to nothing."""
    report = tell(
        "The blast killed 9, bringing the month's toll in Diyala to 61.",
        [operation("O1", "bombing")],
        [
            casualty("C1", "killed", "9", "9", relation="part_of C2"),
            casualty("C2", "killed", "61", "61", operations=[], scope="period", period="the month"),
        ],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll killed 9 (C1)",
        "O1 ACLED Remote explosive/landmine/IED, 9",
        "O1 UCDP null, null null null 9; 9 9 9",
        "O1 PLOVER ASSAULT-explosives, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 9 exact, reported_as_fact",
        "C2 61 exact, reported_as_fact",
    ]


def test_03_event_vs_cumulative_hung_on_the_event() -> None:
    """The same, where the reader gave the month's toll to the blast too."""
    report = tell(
        "The blast killed 9, bringing the month's toll in Diyala to 61.",
        [operation("O1", "bombing")],
        [
            casualty("C1", "killed", "9", "9"),
            casualty("C2", "killed", "61", "61", scope="cumulative", period="the month"),
        ],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll killed 9 (C1)",
        "O1 ACLED Remote explosive/landmine/IED, 9",
        "O1 UCDP null, null null null 9; 9 9 9",
        "O1 PLOVER ASSAULT-explosives, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 9 exact, reported_as_fact",
        "C2 61 exact, reported_as_fact",
    ]


def test_04_war_total() -> None:
    """The toll of a war belongs to no operation, also where the draft has one."""
    report = tell(
        "Troops fought rebels on Tuesday. More than 30,000 have died since the uprising began in 2011.",
        [operation("O1", "clash", "A1 participant, A2 participant", date="on Tuesday")],
        [
            casualty(
                "C1",
                "killed",
                "More than 30,000",
                "30,000",
                operations=[],
                scope="war",
                period="since the uprising began in 2011",
                evidence=[2],
            )
        ],
        [actor("A1", "Troops", "state_military"), actor("A2", "rebels", "rebel_group")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1 > A2",
        "O1 when 2016-10-04 day relative",
        "O1 toll null",
        "O1 ACLED Armed clash, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 30001.. more_than, reported_as_fact",
    ]


def test_05_vague() -> None:
    """Dozens are 24 or more, scores 40 or more; ACLED writes 12."""
    report = tell(
        f"{BY_IS} Dozens were killed, scores wounded.",
        [BOMB],
        [
            casualty("C1", "killed", "Dozens", "Dozens", victim_status="civilian", evidence=[2]),
            casualty("C2", "wounded", "scores", "scores", victim_status="civilian", evidence=[2]),
        ],
        [IS, CIVILIANS],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1 > A2",
        "O1 toll killed 24.. (C1); wounded 40.. (C2)",
        "O1 ACLED Remote explosive/landmine/IED, 12",
        "O1 UCDP 3, null null 24 null; 24 24 null",
        "O1 PLOVER ASSAULT-explosives, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 24.. vague, reported_as_fact",
        "C2 40.. vague, reported_as_fact",
    ]


def test_06_at_least_up_to() -> None:
    """At least 12 has no upper bound, as many as 30 no lower one; what may be is alleged."""
    report = tell(
        "The blast killed at least 12 and as many as 30 may be trapped.",
        [operation("O1", "bombing")],
        [
            casualty("C1", "killed", "at least 12", "12"),
            casualty("C2", "trapped", "as many as 30", "30", assertion="alleged"),
        ],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll killed 12.. (C1); trapped 0..30 (C2)",
        "O1 ACLED Remote explosive/landmine/IED, 12",
        "O1 UCDP null, null null null 12; 12 12 null",
        "O1 PLOVER ASSAULT-explosives, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 12.. at_least, reported_as_fact",
        "C2 0..30 up_to, alleged",
    ]


def test_07_casualties_only() -> None:
    """Casualties are killed or wounded; killed stays null and is never 0."""
    report = tell(
        "The convoy suffered casualties when rebels ambushed it.",
        [operation("O1", "ambush", "A2 initiator, A1 target")],
        [casualty("C1", "killed_or_wounded", "casualties", "casualties", victim_actor="A1")],
        [actor("A1", "convoy", "state_military"), actor("A2", "rebels", "rebel_group")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A2 > A1",
        "O1 toll killed_or_wounded 1.. (C1)",
        "O1 ACLED Armed clash, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 1.. plural, reported_as_fact",
    ]


def test_08_explicit_zero() -> None:
    """No one was hurt: killed 0 and wounded 0, both stated."""
    report = tell(
        "No one was hurt when the rocket landed in a field.",
        [operation("O1", "shelling", means=["rocket"])],
        [
            casualty("C1", "killed", "No one", "No one"),
            casualty("C2", "wounded", "No one", "No one"),
        ],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll killed 0 (C1); wounded 0 (C2)",
        "O1 ACLED Shelling/artillery/missile attack, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-heavy-weapons, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 0 none, reported_as_fact",
        "C2 0 none, reported_as_fact",
    ]


def test_09_silence() -> None:
    """Nothing said is no toll at all; ACLED's 0 is its own convention."""
    report = tell("Jets struck a depot near Hit.", [operation("O1", "airstrike", means=["crewed_aircraft"])])
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll null",
        "O1 ACLED Air/drone strike, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-aerial, GTD Bombing/Explosion, MUC ACCOMPLISHED",
    ]


def test_10_negated_count() -> None:
    """A denied count is a row; it makes no toll of 0."""
    report = tell(
        "Rebels ambushed soldiers. The ministry denied that any soldiers had been killed.",
        [operation("O1", "ambush", "A2 initiator, A1 target")],
        [
            casualty(
                "C1",
                "killed",
                None,
                "soldiers",
                victim_actor="A1",
                assertion="denied",
                according_to=["S1"],
                evidence=[2],
            )
        ],
        [actor("A1", "soldiers", "state_military"), actor("A2", "Rebels", "rebel_group")],
        [source("S1", "The ministry", "government", "A1")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A2 > A1",
        "O1 toll null",
        "O1 ACLED Armed clash, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 2.. plural, denied",
    ]


def test_11_injured_is_not_killed() -> None:
    """Five wounded and nobody killed that the text speaks of."""
    report = tell(
        "Five troopers were wounded in the ambush.",
        [operation("O1", "ambush", "A1 target")],
        [casualty("C1", "wounded", "Five", "troopers", victim_actor="A1", victim_status="combatant")],
        [actor("A1", "troopers", "state_military")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides ? > A1",
        "O1 toll wounded 5 (C1)",
        "O1 ACLED Armed clash, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 5 exact, reported_as_fact",
    ]


def test_12_died_later() -> None:
    """Who died of the wounds is killed and no longer wounded."""
    report = tell(
        "Three were shot; one succumbed on Wednesday.",
        [operation("O1", "armed_attack", means=["firearms"])],
        [
            casualty("C1", "wounded", "Three", "Three"),
            casualty("C2", "killed", "one", "one", relation="part_of C1"),
        ],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll wounded 2 (C1 C2); killed 1 (C2)",
        "O1 ACLED null, 1",
        "O1 UCDP null, null null null 1; 1 1 1",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 3 exact, reported_as_fact",
        "C2 1 exact, reported_as_fact",
    ]


def test_13_revision_down() -> None:
    """Twenty-eight takes the place of forty."""
    report = tell(
        "A bomb went off. Officials lowered the toll from 40 to 28.",
        [operation("O1", "bombing")],
        [
            casualty("C1", "killed", "40", "40", according_to=["S1"], evidence=[2]),
            casualty("C2", "killed", "28", "28", relation="revises C1", according_to=["S1"], evidence=[2]),
        ],
        sources=[source("S1", "Officials", "government")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll killed 28 (C2)",
        "O1 ACLED Remote explosive/landmine/IED, 28",
        "O1 UCDP null, null null null 28; 28 28 28",
        "O1 PLOVER ASSAULT-explosives, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 40 exact, official",
        "C2 28 exact, official",
    ]


def test_14_conflicting() -> None:
    """Rival counts are spanned, not added; both are disputed."""
    report = tell(
        "The army bombed militants. "
        "The army said 50 militants died; residents said the dead were 17 farmers.",
        [operation("O1", "airstrike", "A1 initiator, A2 target")],
        [
            casualty(
                "C1",
                "killed",
                "50",
                "militants",
                victim_actor="A2",
                victim_status="combatant",
                assertion="disputed",
                according_to=["S1"],
                evidence=[2],
            ),
            casualty(
                "C2",
                "killed",
                "17",
                "farmers",
                victim_status="civilian",
                relation="rivals C1",
                assertion="disputed",
                according_to=["S2"],
                evidence=[2],
            ),
        ],
        [actor("A1", "army", "state_military"), actor("A2", "militants", "rebel_group")],
        [source("S1", "The army", "military", "A1"), source("S2", "residents", "witness")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1 > A2",
        "O1 toll killed 17..50 (C1 C2)",
        "O1 ACLED Air/drone strike, 17",
        "O1 UCDP 1, null null 17 null; 17 17 50",
        "O1 PLOVER ASSAULT-aerial, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 50 exact, disputed",
        "C2 17 exact, disputed",
    ]


def test_15_claim_without_bodies() -> None:
    """A dozen is twelve, on the word of a party to it."""
    report = tell(
        "Police said a dozen rebels were killed but comrades carried off the bodies.",
        [operation("O1", "clash", "A1 participant, A2 participant", according_to=["S1"])],
        [
            casualty(
                "C1",
                "killed",
                "a dozen",
                "rebels",
                victim_actor="A2",
                victim_status="combatant",
                according_to=["S1"],
            )
        ],
        [actor("A1", "Police", "state_police_or_security"), actor("A2", "rebels", "rebel_group")],
        [source("S1", "Police", "police", "A1")],
    )
    assert derived(report) == [
        "O1 party_claim, sides A1 > A2",
        "O1 toll killed 12 (C1)",
        "O1 ACLED Armed clash, 12",
        "O1 UCDP 1, null 12 null null; 12 12 12",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 12 exact, party_claim",
    ]


def test_15_claim_without_bodies_by_the_only_side_that_is_named() -> None:
    """The same, where the draft does not say who killed them: the police are no independent authority."""
    report = tell(
        "Police said a dozen rebels were killed but comrades carried off the bodies.",
        [operation("O1", "armed_attack", "A1 target", according_to=["S1"])],
        [casualty("C1", "killed", "a dozen", "rebels", victim_actor="A1", according_to=["S1"])],
        [actor("A1", "rebels", "rebel_group")],
        [source("S1", "Police", "police")],
    )
    assert (report.operations[0].basis, report.casualties[0].basis) == ("party_claim", "party_claim")
    assert report.findings == []


def test_16_perpetrator_included() -> None:
    """Six and the bomber: two rows, ACLED 7."""
    report = tell(
        "A bomber killed himself and six worshippers.",
        [operation("O1", "suicide_attack", "A1 initiator, A2 target", civilians="targeted")],
        [
            casualty("C1", "killed", "six", "worshippers", victim_actor="A2", victim_status="civilian"),
            casualty("C2", "killed", "A", "bomber", victim_actor="A1", victim_status="perpetrator"),
        ],
        [actor("A1", "bomber", "rebel_group"), actor("A2", "worshippers", "civilians")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1 > A2",
        "O1 toll killed 7 (C1 C2)",
        "O1 ACLED Suicide bomb, 7",
        "O1 UCDP 3, 1 null 6 null; 7 7 7",
        "O1 PLOVER ASSAULT-suicide-attack, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 6 exact, reported_as_fact",
        "C2 1 exact, reported_as_fact",
    ]


def test_17_distractor_numbers() -> None:
    """A brigade's number, shells and a hill's height are no victims."""
    report = tell(
        "The 3rd Brigade fired 40 shells at Hill 250, killing two.",
        [operation("O1", "shelling", "A1 initiator", means=["artillery"])],
        [casualty("C1", "killed", "two", "two")],
        [actor("A1", "3rd Brigade", "state_military")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1",
        "O1 toll killed 2 (C1)",
        "O1 ACLED Shelling/artillery/missile attack, 2",
        "O1 UCDP 1, null null null 2; 2 2 2",
        "O1 PLOVER ASSAULT-heavy-weapons, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 2 exact, reported_as_fact",
    ]


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        ("3", ["count-not-in-evidence", "possible-omission"]),
        ("40", ["possible-omission"]),
        ("250", ["possible-omission"]),
    ],
)
def test_17_distractor_numbers_are_not_taken_on_trust(number: str, codes: list[str]) -> None:
    """A reader that took one of them for the dead is told of the two that it has not."""
    report = tell(
        "The 3rd Brigade fired 40 shells at Hill 250, killing two.",
        [operation("O1", "shelling", "A1 initiator", means=["artillery"])],
        [casualty("C1", "killed", number, "people")],
        [actor("A1", "3rd Brigade", "state_military")],
    )
    assert [finding.code for finding in report.findings] == codes


def test_18_per_place_split() -> None:
    """One row for two places; no split is invented."""
    places = [{"name": name, "role": "incident"} for name in ("Qaim", "Rutba")]
    report = tell(
        "Raids in Qaim and Rutba killed 14 in total.",
        [operation("O1", "raid", places=places)],
        [casualty("C1", "killed", "14", "14")],
    )
    assert [place.name for place in report.operations[0].places] == ["Qaim", "Rutba"]
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll killed 14 (C1)",
        "O1 ACLED Armed clash, 14",
        "O1 UCDP null, null null null 14; 14 14 14",
        "O1 PLOVER ASSAULT, GTD null, MUC ACCOMPLISHED",
        "C1 14 exact, reported_as_fact",
    ]


def test_18_per_place_split_of_two_raids() -> None:
    """The same, read as two raids with a joint toll: it belongs to neither alone."""
    report = tell(
        "Raids in Qaim and Rutba killed 14 in total.",
        [
            operation("O1", "raid", places=[{"name": "Qaim", "role": "incident"}]),
            operation("O2", "raid", places=[{"name": "Rutba", "role": "incident"}]),
        ],
        [casualty("C1", "killed", "14", "14", operations=["O1", "O2"])],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll null",
        "O1 ACLED Armed clash, null",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT, GTD null, MUC ACCOMPLISHED",
        "O2 reported_as_fact, sides none",
        "O2 toll null",
        "O2 ACLED Armed clash, null",
        "O2 UCDP null, null",
        "O2 PLOVER ASSAULT, GTD null, MUC ACCOMPLISHED",
        "C1 14 exact, reported_as_fact",
    ]


@pytest.mark.parametrize(
    ("phrase", "language", "expected"),
    [
        ("a lakh", "en", "100000 exact"),
        ("1.200", "es", "1200 exact"),
        ("half a dozen", "en", "6 exact"),
        ("one-and-a-half thousand", "en", "1500 exact"),
    ],
    ids=["lakh", "spanish", "half-dozen", "half-thousand"],
)
def test_19_word_and_locale_numbers(phrase: str, language: str, expected: str) -> None:
    """Number words, and separators by the language of the article."""
    reading = read_count(phrase, outcome=Outcome.DISPLACED, language=language)
    assert reading is not None
    assert f"{bounds(reading.minimum, reading.maximum)} {reading.qualifier}" == expected


def test_19_word_and_locale_numbers_in_an_article() -> None:
    """Checking takes the language of the article for that of its numbers."""
    report = tell(
        "Los combates entre el ejército y la guerrilla dejaron 1.200 desplazados en la región, "
        "según la alcaldía.",
        [operation("O1", "clash")],
        [casualty("C1", "displaced", "1.200", "desplazados", victim_status="civilian")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll displaced 1200 (C1)",
        "O1 ACLED Armed clash, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "C1 1200 exact, reported_as_fact",
    ]


def test_20_equipment() -> None:
    """Six vehicles are damage; their crews are a plural, not six."""
    report = tell(
        "Jets destroyed six vehicles and killed their crews, the coalition said of the Islamic State convoy.",
        [
            operation(
                "O1",
                "airstrike",
                "A2 initiator, A1 target",
                means=["crewed_aircraft"],
                damage=["six vehicles"],
                according_to=["S1"],
            )
        ],
        [
            casualty(
                "C1",
                "killed",
                None,
                "crews",
                victim_actor="A1",
                victim_status="combatant",
                according_to=["S1"],
            )
        ],
        [IS, actor("A2", "coalition", "coalition")],
        [source("S1", "the coalition", "military", "A2")],
    )
    assert report.operations[0].damage == ["six vehicles"]
    assert derived(report) == [
        "O1 party_claim, sides A2 > A1",
        "O1 toll killed 2.. (C1)",
        "O1 ACLED Air/drone strike, 3",
        "O1 UCDP 1, null 2 null null; 2 2 null",
        "O1 PLOVER ASSAULT-aerial, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 2.. plural, party_claim",
    ]


@pytest.mark.parametrize("relation", ["", "rivals C1"])
def test_21_title_vs_body_mismatch(relation: str) -> None:
    """The body's 18 counts, the title's 20 is kept, and a finding says so."""
    report = tell(
        "A bomb killed 18 people in a market.",
        [operation("O1", "bombing")],
        [
            casualty("C1", "killed", "20", "20", evidence=[0]),
            casualty("C2", "killed", "18", "people", relation=relation),
        ],
        title="Market bomb leaves 20 dead",
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll killed 18 (C2)",
        "O1 ACLED Remote explosive/landmine/IED, 18",
        "O1 UCDP null, null null null 18; 18 18 18",
        "O1 PLOVER ASSAULT-explosives, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 20 exact, reported_as_fact",
        "C2 18 exact, reported_as_fact",
        "note title-disagrees article.title",
    ]
