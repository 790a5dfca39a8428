"""Hard cases 22 to 33: what happened, what is only said, planned, denied or recalled."""

from __future__ import annotations

from tests.checking.records import actor, operation, source
from tests.hard_cases.telling import casualty, derived, tell


def test_22_future() -> None:
    """Planned, looking ahead from the publication date, without a toll."""
    report = tell(
        "Commanders say an assault on Tal Afar will begin within days.",
        [
            operation(
                "O1",
                "offensive",
                stage="planned",
                places=[{"name": "Tal Afar", "role": "incident"}],
                date="within days",
                according_to=["S1"],
            )
        ],
        sources=[source("S1", "Commanders", "military")],
    )
    assert derived(report) == [
        "O1 attributed, sides none",
        "O1 when 2016-10-06..2016-10-13 range relative",
        "O1 toll null",
        "O1 ACLED null, null",
        "O1 UCDP null, null",
        "O1 PLOVER THREATEN-territory, GTD null, MUC THREATENED",
    ]


def test_22_future_claimed_by_its_party() -> None:
    """The same, where the draft knows whose commanders they are."""
    report = tell(
        "Army commanders say an assault on Islamic State in Tal Afar will begin within days.",
        [operation("O1", "offensive", "A1 initiator, A2 target", stage="planned", according_to=["S1"])],
        actors=[actor("A1", "Army", "state_military"), actor("A2", "Islamic State", "rebel_group")],
        sources=[source("S1", "Army commanders", "military", "A1")],
    )
    assert derived(report) == [
        "O1 party_claim, sides A1 > A2",
        "O1 toll null",
        "O1 ACLED null, null",
        "O1 UCDP null, null",
        "O1 PLOVER THREATEN-territory, GTD null, MUC THREATENED",
    ]


def test_23_launch_vs_completion() -> None:
    """Launched on the Tuesday before; no ground is taken."""
    report = tell(
        "Iraqi forces launched an offensive in Anbar on Tuesday; fighting continues.",
        [
            operation(
                "O1",
                "offensive",
                "A1 initiator",
                stage="launched",
                territorial_effect="none_reported",
                places=[{"name": "Anbar", "role": "incident"}],
                date="on Tuesday",
            )
        ],
        actors=[actor("A1", "Iraqi forces", "state_military", country="IRQ")],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1",
        "O1 when 2016-10-04 day relative",
        "O1 toll null",
        "O1 ACLED Armed clash, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-heavy-weapons, GTD null, MUC ACCOMPLISHED",
    ]


def test_24_conditional_threat() -> None:
    """A threat is an event of no data set that counts violence."""
    report = tell(
        "If shelling resumes we will respond, the general said.",
        [
            operation(
                "O1",
                "threat_or_announcement",
                stage="threatened",
                assertion="hypothetical",
                according_to=["S1"],
            )
        ],
        sources=[source("S1", "the general", "military")],
    )
    assert derived(report) == [
        "O1 hypothetical, sides none",
        "O1 toll null",
        "O1 ACLED null, null",
        "O1 UCDP null, null",
        "O1 PLOVER THREATEN-violence, GTD null, MUC THREATENED",
    ]


def test_24_conditional_threat_of_an_attack() -> None:
    """The same, where the reader gave the threatened act its own type."""
    report = tell(
        "If shelling resumes we will respond, the general said.",
        [operation("O1", "shelling", stage="threatened", assertion="hypothetical", according_to=["S1"])],
        sources=[source("S1", "the general", "military")],
    )
    assert derived(report) == [
        "O1 hypothetical, sides none",
        "O1 toll null",
        "O1 ACLED null, null",
        "O1 UCDP null, null",
        "O1 PLOVER THREATEN-violence, GTD null, MUC THREATENED",
    ]


def test_25_foiled() -> None:
    """A foiled suicide attack with its perpetrator dead."""
    report = tell(
        "Guards shot the driver before he could detonate the truck.",
        [
            operation(
                "O1", "suicide_attack", "A2 initiator, A1 target", stage="foiled", means=["vehicle_bomb"]
            )
        ],
        [casualty("C1", "killed", "the", "driver", victim_actor="A2", victim_status="perpetrator")],
        [
            actor("A1", "Guards", "state_police_or_security"),
            actor("A2", "driver", "unidentified_armed_group"),
        ],
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A2 > A1",
        "O1 toll killed 1 (C1)",
        "O1 ACLED Disrupted weapons use, 1",
        "O1 UCDP null, null 1 null null; 1 1 1",
        "O1 PLOVER COERCE-seize, GTD Bombing/Explosion, MUC ATTEMPTED",
        "C1 1 exact, reported_as_fact",
    ]


def test_26_negation() -> None:
    """What did not happen has no code in any scheme."""
    report = tell(
        "There was no exchange of fire on Thursday.",
        [operation("O1", "clash", assertion="negated", date="on Thursday")],
    )
    assert derived(report) == [
        "O1 negated, sides none",
        "O1 when 2016-10-06 day relative",
        "O1 toll null",
        "O1 ACLED null, null",
        "O1 UCDP null, null",
        "O1 PLOVER null, GTD null, MUC null",
    ]


def test_27_denial_of_responsibility() -> None:
    """The strike stays; the coalition is accused, its denial a source; the residents' count stands."""
    report = tell(
        "Residents said an air strike killed five people. The coalition said it had no aircraft in the area.",
        [
            operation(
                "O1",
                "airstrike",
                "A1 accused, A2 target",
                assertion="disputed",
                civilians="incidental_harm",
                according_to=["S1", "S2"],
                evidence=[1, 2],
            )
        ],
        [casualty("C1", "killed", "five", "people", victim_status="civilian", according_to=["S1"])],
        [
            actor("A1", "The coalition", "coalition", evidence=[2]),
            actor("A2", "people", "civilians"),
        ],
        [source("S1", "Residents", "witness"), source("S2", "The coalition", "military", "A1")],
    )
    assert derived(report) == [
        "O1 disputed, sides A1 > A2",
        "O1 toll killed 5 (C1)",
        "O1 ACLED Air/drone strike, 5",
        "O1 UCDP null, null null 5 null; 5 5 5",
        "O1 PLOVER ASSAULT-aerial, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "C1 5 exact, attributed",
    ]


def test_28_background_history() -> None:
    """Both events lie in 2015: the month as written, and the December that follows it."""
    report = tell(
        "Ramadi fell to IS in May 2015 and was retaken that December.",
        [
            operation(
                "O1",
                "capture_of_territory",
                "A1 initiator",
                discourse="background",
                date="in May 2015",
                places=[{"name": "Ramadi", "role": "captured"}],
                territorial_effect="captured",
            ),
            operation(
                "O2",
                "recapture_of_territory",
                discourse="background",
                date="that December",
                places=[{"name": "Ramadi", "role": "captured"}],
                territorial_effect="recaptured",
            ),
        ],
        actors=[actor("A1", "IS", "rebel_group")],
        relevance="context_only",
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1",
        "O1 when 2015-05-01..2015-05-31 month explicit",
        "O1 toll null",
        "O1 ACLED Non-state actor overtakes territory, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT, GTD null, MUC ACCOMPLISHED",
        "O2 reported_as_fact, sides none",
        "O2 when null unresolved",
        "O2 toll null",
        "O2 ACLED Government regains territory, 0",
        "O2 UCDP null, null",
        "O2 PLOVER ASSAULT, GTD null, MUC ACCOMPLISHED",
        "note date-unresolved operations[1].date",
    ]


def test_29_anniversary_or_trial() -> None:
    """A court report whose bombing is background and dates from 2013."""
    report = tell(
        "A court jailed a man for the 2013 market bombing.",
        [
            operation("O1", "bombing", discourse="background", date="2013"),
            operation("O2", "legal_or_diplomatic"),
        ],
        document_type="court_report",
        relevance="context_only",
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 when 2013-01-01..2013-12-31 year explicit",
        "O1 toll null",
        "O1 ACLED Remote explosive/landmine/IED, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-explosives, GTD Bombing/Explosion, MUC ACCOMPLISHED",
        "O2 reported_as_fact, sides none",
        "O2 toll null",
        "O2 ACLED null, null",
        "O2 UCDP null, null",
        "O2 PLOVER SANCTION-convict, GTD null, MUC null",
    ]


def test_30_claimed_capture_contested() -> None:
    """A disputed capture is fighting over ground, not a change of hands."""
    report = tell(
        "The army said it seized the bridge; the rebels said they still held it.",
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
        actors=[actor("A1", "The army", "state_military"), actor("A2", "the rebels", "rebel_group")],
        sources=[source("S1", "The army", "military", "A1"), source("S2", "the rebels", "armed_group", "A2")],
    )
    assert derived(report) == [
        "O1 disputed, sides A1 > A2",
        "O1 toll null",
        "O1 ACLED Armed clash, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT, GTD null, MUC ACCOMPLISHED",
    ]


def test_31_exercise_film_game() -> None:
    """A drill is training and no attack; a draft that lists nothing is not doubted."""
    text = "Troops rehearsed the capture of an airfield in a NATO drill."
    report = tell(
        text,
        [operation("O1", "training_or_support", "A1 participant")],
        actors=[actor("A1", "Troops", "state_military")],
        relevance="context_only",
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1",
        "O1 toll null",
        "O1 ACLED null, null",
        "O1 UCDP null, null",
        "O1 PLOVER SUPPORT, GTD null, MUC null",
    ]
    assert derived(tell(text, relevance="context_only")) == []


def test_32_metaphor() -> None:
    """An empty report, and no finding that asks for an attack."""
    report = tell("The striker's late attack killed off Arsenal.", relevance="not_conflict")
    assert derived(report) == []


def test_33_context_only() -> None:
    """No operation is asked for where only arms are talked of."""
    report = tell(
        "Parliament debated arms funding for the peshmerga.",
        actors=[actor("A1", "peshmerga", "state_military")],
        relevance="context_only",
    )
    assert derived(report) == []
