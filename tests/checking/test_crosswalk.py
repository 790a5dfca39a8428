"""Operations in the codes of ACLED, UCDP, PLOVER, GTD and MUC-4."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checking.crosswalk.fatalities import acled_number
from summarizer.checking.crosswalk.table import MEANS_OF_MODE, ROWS
from summarizer.schema import Crosswalk
from summarizer.schema.vocabulary import (
    ActorType,
    Assertion,
    Civilians,
    Means,
    OperationType,
    Outcome,
    ParticipantRole,
    Stage,
    TerritorialEffect,
    VictimStatus,
)
from tests.checking.records import Count, Told, actor, count, operation

ACTORS = [
    actor("ARMY", "army", "state_military", country="IRQ"),
    actor("POLICE", "police", "state_police_or_security"),
    actor("US", "US jets", "foreign_military", country="USA"),
    actor("REBELS", "rebels", "rebel_group"),
    actor("MILITIA", "militia", "identity_militia"),
    actor("GUNMEN", "gunmen", "unidentified_armed_group"),
    actor("PEOPLE", "villagers", "civilians"),
    actor("CROWD", "protesters", "protesters"),
    actor("MAYOR", "the mayor", "individual"),
    actor("EMIR", "the emir", "individual", belongs_to="REBELS"),
    actor("UN", "peacekeepers", "un_or_io_force"),
    actor("COMMAND", "Joint Command", "rebel_group"),
    actor("FIRST", "1st Brigade", "rebel_group", belongs_to="COMMAND"),
    actor("SECOND", "2nd Brigade", "rebel_group", belongs_to="COMMAND"),
]


def codes(type: str, parts: str = "", *counts: Count, **fields: Any) -> Crosswalk:
    """Return the codes of one operation."""
    return Told([operation("O1", type, parts, **fields)], counts, ACTORS).crosswalk()


def people(outcome: str = "killed", status: str = "civilian", **fields: Any) -> Count:
    """Return a count of three."""
    return count("C1", outcome, "three", 3, 3, victim_status=status, **fields)


def test_every_operation_type_has_a_row() -> None:
    assert set(ROWS) == set(OperationType)
    assert all(mode in MEANS_OF_MODE for row in ROWS.values() for mode in row.modes[1:])


@pytest.mark.parametrize(
    ("type", "parts", "fields", "expected"),
    [
        ("offensive", "ARMY initiator, REBELS target", {}, "Armed clash"),
        ("offensive", "ARMY initiator", {"territorial_effect": "captured"}, "Government regains territory"),
        (
            "offensive",
            "REBELS initiator",
            {"territorial_effect": "captured"},
            "Non-state actor overtakes territory",
        ),
        ("offensive", "ARMY initiator", {"territorial_effect": "advanced"}, "Armed clash"),
        ("capture_of_territory", "US initiator", {}, "Non-state actor overtakes territory"),
        ("capture_of_territory", "ARMY initiator", {}, "Government regains territory"),
        ("capture_of_territory", "REBELS initiator", {"stage": "failed"}, "Armed clash"),
        ("capture_of_territory", "REBELS initiator", {"assertion": "disputed"}, "Armed clash"),
        ("recapture_of_territory", "REBELS initiator", {}, "Non-state actor overtakes territory"),
        ("recapture_of_territory", "US initiator, ARMY initiator", {}, "Government regains territory"),
        ("takeover_without_fighting", "REBELS initiator", {}, "Non-violent transfer of territory"),
        ("clash", "ARMY participant, REBELS participant", {}, "Armed clash"),
        ("repelled_attack", "REBELS initiator, ARMY target", {}, "Armed clash"),
        ("ambush", "REBELS initiator, POLICE target", {}, "Armed clash"),
        ("ambush", "REBELS initiator, PEOPLE target", {}, "Attack"),
        ("ambush", "REBELS initiator", {"civilians": "targeted"}, "Attack"),
        ("ambush", "REBELS initiator", {}, None),
        ("armed_attack", "GUNMEN initiator, MAYOR target", {}, "Attack"),
        ("armed_attack", "GUNMEN initiator, PEOPLE target, POLICE target", {}, "Armed clash"),
        ("armed_attack", "REBELS initiator, MILITIA participant", {}, "Armed clash"),
        ("attack_on_civilians", "REBELS initiator, PEOPLE target", {}, "Attack"),
        ("complex_attack", "REBELS initiator, ARMY target", {}, "Armed clash"),
        ("complex_attack", "REBELS initiator, PEOPLE target", {}, "Remote explosive/landmine/IED"),
        ("complex_attack", "REBELS initiator", {"means": ["suicide_bomb", "firearms"]}, "Suicide bomb"),
        ("airstrike", "", {}, "Air/drone strike"),
        ("drone_strike", "", {}, "Air/drone strike"),
        ("shelling", "ARMY initiator, PEOPLE target", {}, "Shelling/artillery/missile attack"),
        ("shelling", "ARMY participant, REBELS participant", {}, "Armed clash"),
        (
            "shelling",
            "ARMY initiator, POLICE participant, REBELS target",
            {},
            "Shelling/artillery/missile attack",
        ),
        ("shelling", "PEOPLE target, REBELS participant", {}, "Shelling/artillery/missile attack"),
        ("bombardment", "ARMY initiator", {"means": ["artillery"]}, "Shelling/artillery/missile attack"),
        ("bombardment", "ARMY initiator", {"means": ["artillery", "helicopter"]}, "Air/drone strike"),
        ("naval_attack", "ARMY initiator", {}, "Shelling/artillery/missile attack"),
        ("bombing", "", {}, "Remote explosive/landmine/IED"),
        ("ied_or_landmine", "", {}, "Remote explosive/landmine/IED"),
        ("vehicle_bomb", "", {}, "Remote explosive/landmine/IED"),
        ("vehicle_bomb", "", {"means": ["vehicle_bomb", "suicide_bomb"]}, "Suicide bomb"),
        ("suicide_attack", "", {}, "Suicide bomb"),
        ("grenade_attack", "", {}, "Grenade"),
        ("chemical_attack", "", {}, "Chemical weapon"),
        ("interception", "ARMY initiator", {}, "Disrupted weapons use"),
        ("weapons_seizure", "ARMY initiator", {}, "Disrupted weapons use"),
        ("targeted_killing", "GUNMEN initiator, MAYOR target", {}, "Attack"),
        ("targeted_killing", "GUNMEN initiator, EMIR target", {}, "Armed clash"),
        ("targeted_killing", "US initiator, EMIR target", {"means": ["drone"]}, "Air/drone strike"),
        ("targeted_killing", "MAYOR target", {"means": ["ied"]}, "Remote explosive/landmine/IED"),
        ("execution", "REBELS initiator", {}, "Attack"),
        ("abduction", "REBELS initiator, PEOPLE target", {}, "Abduction/forced disappearance"),
        ("sexual_violence", "", {}, "Sexual violence"),
        ("arrest", "POLICE initiator", {}, "Arrests"),
        ("arrest", "", {}, "Arrests"),
        ("arrest", "REBELS initiator", {}, "Abduction/forced disappearance"),
        ("looting_or_destruction", "REBELS initiator", {}, "Looting/property destruction"),
        ("siege", "ARMY initiator, REBELS target", {}, "Change to group/activity"),
        ("siege", "ARMY initiator, REBELS target", {"means": ["siege", "artillery"]}, "Armed clash"),
        ("siege", "ARMY initiator, PEOPLE target", {"means": ["siege", "artillery"]}, "Other"),
        ("raid", "POLICE initiator", {}, None),
        ("raid", "POLICE initiator", {"damage": ["two houses burned"]}, "Looting/property destruction"),
        ("raid", "POLICE initiator, REBELS target", {"stage": "failed"}, "Armed clash"),
        ("hostage_rescue_or_release", "ARMY initiator", {}, "Other"),
        ("deployment", "ARMY initiator", {}, "Change to group/activity"),
        ("withdrawal", "ARMY initiator", {"territorial_effect": "withdrew"}, "Change to group/activity"),
        ("withdrawal", "ARMY initiator", {"territorial_effect": "lost"}, "Non-violent transfer of territory"),
        ("base_established", "ARMY initiator", {}, "Headquarters or base established"),
        ("ceasefire_or_agreement", "ARMY participant, REBELS participant", {}, "Agreement"),
        ("ceasefire_or_agreement", "", {"stage": "failed"}, None),
        ("surrender", "REBELS initiator", {}, "Agreement"),
        ("talks", "", {"stage": "ongoing"}, None),
        ("talks", "", {"stage": "completed"}, "Agreement"),
        ("threat_or_announcement", "", {}, None),
        ("legal_or_diplomatic", "", {}, None),
        ("training_or_support", "", {}, None),
        ("protest_or_riot", "CROWD initiator", {}, "Peaceful protest"),
        ("protest_or_riot", "CROWD initiator", {"damage": ["a bank burned"]}, "Violent demonstration"),
        ("protest_or_riot", "CROWD participant, POLICE participant", {}, "Violent demonstration"),
        ("protest_or_riot", "PEOPLE initiator", {"means": ["arson"]}, "Mob violence"),
        ("protest_or_riot", "POLICE initiator, CROWD target", {}, "Protest with intervention"),
        ("humanitarian", "", {}, None),
        ("friendly_fire", "US initiator, POLICE target", {}, None),
        ("other", "", {}, None),
    ],
)
def test_acled_sub_event(type: str, parts: str, fields: dict[str, Any], expected: str | None) -> None:
    assert codes(type, parts, **fields).acled_sub_event == expected


@pytest.mark.parametrize(
    ("type", "parts", "told", "expected"),
    [
        ("ambush", "REBELS initiator", people("wounded", "police_security"), "Armed clash"),
        ("ambush", "REBELS initiator", people("killed", "civilian"), "Attack"),
        ("ambush", "REBELS initiator", people("killed", "combatant", victim_actor="REBELS"), None),
        ("raid", "POLICE initiator", people("killed", "combatant"), "Armed clash"),
        ("raid", "POLICE initiator", people("killed", "unknown", victim_actor="REBELS"), "Armed clash"),
        ("raid", "POLICE initiator", people("killed", "civilian"), "Attack"),
        ("raid", "POLICE initiator", people("detained", "combatant"), "Arrests"),
        ("raid", "REBELS initiator", people("abducted", "civilian"), "Abduction/forced disappearance"),
        ("abduction", "REBELS initiator", people("killed"), "Attack"),
        ("hostage_rescue_or_release", "ARMY initiator", people("killed", "combatant"), "Armed clash"),
        ("hostage_rescue_or_release", "REBELS initiator", people("released"), "Agreement"),
        ("hostage_rescue_or_release", "ARMY initiator", people("rescued"), "Other"),
        (
            "protest_or_riot",
            "POLICE initiator, CROWD target",
            people("wounded"),
            "Excessive force against protesters",
        ),
        ("siege", "ARMY initiator, REBELS target", people("wounded", "combatant"), "Armed clash"),
        ("other", "", people("displaced"), "Other"),
    ],
)
def test_acled_sub_event_by_what_befell_whom(
    type: str, parts: str, told: Count, expected: str | None
) -> None:
    assert codes(type, parts, told).acled_sub_event == expected


def test_a_stated_zero_is_no_harm() -> None:
    nobody = count("C1", "killed", "no one", 0, 0, "none", victim_status="combatant")
    assert codes("siege", "ARMY initiator", nobody).acled_sub_event == "Change to group/activity"


@pytest.mark.parametrize("fields", [{"stage": "planned"}, {"stage": "threatened"}, {"assertion": "negated"}])
@pytest.mark.parametrize("type", [str(type) for type in OperationType])
def test_what_has_not_happened_is_not_coded_as_if(type: str, fields: dict[str, str]) -> None:
    """Nothing in it says that anybody did anything but threaten or promise."""
    found = codes(type, "ARMY initiator, REBELS target", people(), **fields)
    assert (found.acled_sub_event, found.acled_fatalities, found.gtd_attack_type) == (None, None, None)
    assert (found.ucdp_type, found.ucdp_deaths) == (None, None)
    assert found.plover_event in (None, "THREATEN", "AGREE")
    assert found.muc_stage in (None, "THREATENED")


@pytest.mark.parametrize(
    ("type", "means", "expected"),
    [
        ("suicide_attack", [], ("Disrupted weapons use", "COERCE", "seize", "ATTEMPTED")),
        ("shelling", [], ("Disrupted weapons use", "COERCE", "seize", "ATTEMPTED")),
        ("armed_attack", ["ied"], ("Disrupted weapons use", "COERCE", "seize", "ATTEMPTED")),
        ("armed_attack", ["firearms"], (None, None, None, "ATTEMPTED")),
        ("abduction", [], (None, None, None, "ATTEMPTED")),
        ("talks", [], (None, None, None, None)),
    ],
)
def test_foiled(type: str, means: list[str], expected: tuple[str | None, ...]) -> None:
    """A foiled explosion is disrupted weapons use; anything else foiled is no event."""
    found = codes(type, "REBELS initiator, POLICE target", stage="foiled", means=means)
    assert (found.acled_sub_event, found.plover_event, found.plover_mode, found.muc_stage) == expected


def phrase(written: str | None, minimum: int | None, maximum: int | None, qualifier: str) -> Count:
    """Return a count of dead in these words."""
    return count("C1", "killed", written, minimum, maximum, qualifier)


@pytest.mark.parametrize("type", ["ambush", "armed_attack"])
@pytest.mark.parametrize("parts", ["", "GUNMEN initiator"])
def test_the_dead_of_an_attack_are_counted_whatever_its_sub_event(type: str, parts: str) -> None:
    """Armed clash or Attack: where nothing tells whether the target was armed, ACLED counts its dead."""
    found = codes(type, parts, people(status="unknown"))
    assert (found.acled_sub_event, found.acled_fatalities) == (None, 3)
    nothing_said = codes(type, parts)
    assert (nothing_said.acled_sub_event, nothing_said.acled_fatalities) == (None, 0)
    for stage in ("planned", "threatened", "foiled"):
        assert codes(type, parts, people(status="unknown"), stage=stage).acled_fatalities is None
    for fields in ({"assertion": "denied"}, {"assertion": "hypothetical"}):
        assert codes(type, parts, people(status="unknown"), **fields).acled_fatalities is None


@pytest.mark.parametrize("type", ["friendly_fire", "other", "humanitarian", "legal_or_diplomatic"])
def test_what_acled_does_not_code_has_no_fatalities(type: str) -> None:
    found = codes(type, "ARMY initiator", people(status="combatant"))
    assert (found.acled_sub_event, found.acled_fatalities) == (None, None)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (phrase("12", 12, 12, "exact"), 12),
        (phrase("at least 12", 12, None, "at_least"), 12),
        (phrase("over a dozen", 13, None, "more_than"), 12),
        (phrase("about 20", 20, 20, "about"), 20),
        (phrase("between 6 and 8", 6, 8, "range"), 6),
        (phrase("up to 30", 0, 30, "up_to"), 0),
        (phrase("no", 0, 0, "none"), 0),
        (phrase(None, 2, None, "plural"), 3),
        (phrase("several", 3, None, "vague"), 3),
        (phrase("a handful", 4, None, "vague"), 3),
        (phrase("a large number", 5, None, "vague"), 10),
        (phrase("tens", 20, None, "vague"), 10),
        (phrase("Dozens", 24, None, "vague"), 12),
        (phrase("several dozen", 36, None, "vague"), 12),
        (phrase("scores", 40, None, "vague"), 20),
        (phrase("hundreds", 200, None, "vague"), 100),
        (phrase("tens of thousands", 20_000, None, "vague"), 10_000),
        (phrase("docenas", 24, None, "vague"), 12),
        (phrase("сотни", 200, None, "vague"), 100),
        (phrase("up to several dozen", 0, None, "vague"), 0),
        (phrase("umpteen", None, None, "vague"), None),
    ],
)
def test_acled_number(told: Count, expected: int | None) -> None:
    """ACLED's words for a count phrase, which are not ours."""
    assert acled_number(told.quantity) == expected
    assert codes("bombing", "", told).acled_fatalities == expected


def dead(id: str, number: int, relation: str = "", **fields: Any) -> Count:
    """Return an exact count of dead."""
    return count(id, "killed", str(number), number, number, relation=relation, **fields)


def test_acled_adds_what_the_toll_adds() -> None:
    """Parts are not added, the lowest rival is, each under ACLED's own number."""
    dozens = count("C1", "killed", "dozens", 24, None, "vague")
    assert codes("bombing", "", dozens, dead("C2", 5, "part_of C1")).acled_fatalities == 12
    assert codes("bombing", "", dozens, dead("C2", 15, "rivals C1")).acled_fatalities == 12
    assert codes("bombing", "", dozens, dead("C2", 2, "adds_to C1")).acled_fatalities == 14
    assert codes("bombing", "", dozens, dead("C2", 40, scope="period")).acled_fatalities == 12
    twice = dead("C1", 2, victims="men"), dead("C2", 2, victims="men")
    assert codes("bombing", "", *twice).acled_fatalities == 2


def test_acled_fatalities_are_null_where_the_dead_cannot_be_numbered() -> None:
    """0 is ACLED's word for silence, not for a count that is in doubt."""
    assert codes("bombing").acled_fatalities == 0
    assert codes("bombing", "", people("killed_or_wounded")).acled_fatalities == 0
    assert codes("bombing", "", people("killed", assertion="denied")).acled_fatalities == 0
    assert codes("talks", "", stage="ongoing").acled_fatalities is None
    faulty = Told([operation("O1", "bombing")], [dead("C1", 9)], excluded=frozenset({"C1"}))
    assert faulty.crosswalk().acled_fatalities is None
    partly = Told([operation("O1", "bombing")], [dead("C1", 9), dead("C2", 4)], excluded=frozenset({"C1"}))
    assert partly.crosswalk().acled_fatalities == 4


@pytest.mark.parametrize(
    ("type", "parts", "fields", "expected"),
    [
        ("clash", "ARMY participant, REBELS participant", {}, 1),
        ("clash", "REBELS participant, MILITIA participant", {}, 2),
        ("clash", "ARMY participant, GUNMEN participant", {}, None),
        ("clash", "UN participant, REBELS participant", {}, None),
        ("clash", "ARMY participant, REBELS participant", {"civilians": "targeted"}, 1),
        ("armed_attack", "REBELS initiator, ARMY target", {}, 1),
        ("armed_attack", "REBELS initiator, MILITIA target", {}, 2),
        ("armed_attack", "REBELS initiator, PEOPLE target", {}, 3),
        ("armed_attack", "ARMY initiator, PEOPLE target", {}, 3),
        ("armed_attack", "GUNMEN initiator, PEOPLE target", {}, None),
        ("armed_attack", "GUNMEN initiator, ARMY target", {}, None),
        ("armed_attack", "ARMY initiator, GUNMEN target", {}, 1),
        ("armed_attack", "MAYOR initiator, ARMY target", {}, None),
        ("armed_attack", "EMIR initiator, ARMY target", {}, 1),
        ("armed_attack", "REBELS accused, PEOPLE target", {}, None),
        ("armed_attack", "REBELS initiator", {}, None),
        ("airstrike", "ARMY initiator", {}, 1),
        ("airstrike", "US initiator, PEOPLE target", {"civilians": "incidental_harm"}, 1),
        ("airstrike", "US initiator, REBELS target", {"civilians": "targeted"}, 3),
        ("execution", "REBELS initiator, ARMY target", {}, 3),
        ("abduction", "REBELS initiator, PEOPLE target", {}, 3),
        ("protest_or_riot", "POLICE initiator, CROWD target", {}, 3),
        ("interception", "ARMY initiator, REBELS target", {}, None),
        ("friendly_fire", "US initiator, ARMY target", {}, None),
    ],
)
def test_ucdp_type(type: str, parts: str, fields: dict[str, Any], expected: int | None) -> None:
    assert codes(type, parts, people(), **fields).ucdp_type == expected


def test_ucdp_codes_no_event_without_a_death() -> None:
    fight = "ARMY initiator, REBELS target"
    assert codes("raid", fight).ucdp_type is None
    assert codes("raid", fight, people("wounded")).ucdp_type is None
    assert codes("raid", fight, phrase("no", 0, 0, "none")).ucdp_type is None
    assert codes("raid", fight, phrase("up to 30", 0, 30, "up_to")).ucdp_type == 1
    assert codes("raid", fight, phrase(None, 2, None, "plural")).ucdp_type == 1


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"victim_status": "civilian", "victim_actor": "REBELS"}, "civilians"),
        ({"victim_status": "prisoner"}, "civilians"),
        ({"victim_status": "unknown", "victim_actor": "PEOPLE"}, "civilians"),
        ({"victim_status": "combatant", "victim_actor": "ARMY"}, "side_a"),
        ({"victim_status": "combatant", "victim_actor": "EMIR"}, "side_b"),
        ({"victim_status": "combatant", "victim_actor": "MILITIA"}, "unknown"),
        ({"victim_status": "perpetrator"}, "side_b"),
        ({"victim_status": "police_security"}, "side_a"),
        ({"victim_status": "combatant"}, "side_a"),
        ({"victim_status": "combatant", "caused_by": ["ARMY"]}, "side_b"),
        ({"victim_status": "combatant", "caused_by": ["ARMY", "REBELS"]}, "unknown"),
        ({"victim_status": "mixed"}, "unknown"),
        ({"victim_status": "unknown"}, "unknown"),
    ],
)
def test_ucdp_deaths_by_side(fields: dict[str, Any], place: str) -> None:
    """Rebels attack the army: the state is side A though it was attacked."""
    deaths = codes("armed_attack", "REBELS initiator, ARMY target", dead("C1", 3, **fields)).ucdp_deaths
    assert deaths is not None
    expected = {"side_a": None, "side_b": None, "civilians": None, "unknown": None, place: 3}
    assert deaths.model_dump() == expected | {"low": 3, "best": 3, "high": 3}


def test_ucdp_deaths_of_a_clash_without_an_initiator_are_unknown_unless_told() -> None:
    fighters = dead("C1", 3, victim_status="combatant")
    deaths = codes("clash", "ARMY participant, REBELS participant", fighters).ucdp_deaths
    assert deaths is not None
    assert (deaths.side_a, deaths.side_b, deaths.unknown) == (None, None, 3)


@pytest.mark.parametrize(
    ("parts", "fields", "place"),
    [
        ("ARMY initiator", {"victim_status": "combatant"}, "side_b"),
        ("ARMY initiator", {"victim_status": "police_security"}, "side_b"),
        ("REBELS initiator, PEOPLE target", {"victim_status": "combatant"}, "side_a"),
        ("REBELS initiator, UN target", {"victim_status": "peacekeeper"}, "side_b"),
        ("FIRST participant, SECOND participant", {"victim_actor": "SECOND"}, "side_b"),
        ("FIRST participant, SECOND participant", {"victim_actor": "COMMAND"}, "unknown"),
        ("COMMAND participant, SECOND participant", {"victim_actor": "COMMAND"}, "side_a"),
        ("COMMAND participant, SECOND participant", {"victim_actor": "SECOND"}, "side_b"),
    ],
)
def test_ucdp_deaths_of_one_side_alone_or_under_one_command(
    parts: str, fields: dict[str, Any], place: str
) -> None:
    """The dead of an attack without a named target are not the attacker's; a common command tells nothing."""
    deaths = codes("armed_attack", parts, dead("C1", 3, **fields)).ucdp_deaths
    assert deaths is not None
    assert deaths.model_dump()[place] == 3


def test_the_attacker_is_side_a_of_one_sided_violence() -> None:
    """Though a state is on the other side."""
    bomber = dead("C1", 1, victim_status="perpetrator")
    found = codes("suicide_attack", "REBELS initiator, POLICE target", bomber, civilians="targeted")
    assert found.ucdp_type == 3
    assert found.ucdp_deaths is not None
    assert found.ucdp_deaths.side_a == 1


def test_ucdp_best_is_a_stated_figure_or_the_lower_bound() -> None:
    """Low and high are the toll's; best lies between them."""
    deaths = codes(
        "armed_attack",
        "REBELS initiator, PEOPLE target",
        count("C1", "killed", "about 20", 18, 22, "about", best=20, victim_status="civilian"),
        count("C2", "killed", "6 to 8", 6, 8, "range", victim_status="civilian"),
    ).ucdp_deaths
    assert deaths is not None
    assert (deaths.civilians, deaths.low, deaths.best, deaths.high) == (26, 24, 26, 30)


@pytest.mark.parametrize(
    ("type", "parts", "fields", "expected"),
    [
        ("offensive", "ARMY initiator", {}, ("ASSAULT", "heavy-weapons")),
        ("offensive", "ARMY initiator", {"means": ["firearms"]}, ("ASSAULT", "firearms")),
        ("offensive", "ARMY initiator", {"means": ["drone"]}, ("ASSAULT", "heavy-weapons")),
        ("clash", "", {}, ("ASSAULT", "firearms")),
        ("clash", "", {"means": ["mortar", "firearms"]}, ("ASSAULT", "heavy-weapons")),
        ("armed_attack", "", {"means": ["edged_weapon"]}, ("ASSAULT", "primitive")),
        ("complex_attack", "", {"means": ["firearms", "suicide_bomb"]}, ("ASSAULT", "suicide-attack")),
        ("capture_of_territory", "", {}, ("ASSAULT", None)),
        ("capture_of_territory", "", {"means": ["drone"]}, ("ASSAULT", "drone")),
        ("airstrike", "", {"means": ["missile"]}, ("ASSAULT", "aerial")),
        ("drone_strike", "", {}, ("ASSAULT", "drone")),
        ("chemical_attack", "", {}, ("ASSAULT", "unconventional")),
        ("abduction", "", {}, ("ASSAULT", "abduct")),
        ("raid", "POLICE initiator", {}, ("COERCE", "seize")),
        ("raid", "POLICE initiator, REBELS participant", {"means": ["firearms"]}, ("ASSAULT", "firearms")),
        ("siege", "", {}, ("COERCE", "restrict")),
        ("interception", "", {}, ("MOBILIZE", "weapons")),
        ("interception", "", {"means": ["ied"]}, ("COERCE", "seize")),
        ("hostage_rescue_or_release", "", {}, ("AID", None)),
        ("looting_or_destruction", "", {}, ("COERCE", "seize")),
        ("looting_or_destruction", "", {"damage": ["a mosque destroyed"]}, ("ASSAULT", "destroy")),
        ("deployment", "ARMY initiator", {}, ("MOBILIZE", "troops")),
        ("deployment", "MILITIA initiator", {}, ("MOBILIZE", "militia")),
        ("withdrawal", "", {}, ("RETREAT", "withdraw")),
        ("ceasefire_or_agreement", "ARMY participant, REBELS participant", {}, ("RETREAT", "ceasefire")),
        ("ceasefire_or_agreement", "REBELS initiator", {"stage": "launched"}, ("CONCEDE", None)),
        (
            "ceasefire_or_agreement",
            "ARMY participant, REBELS participant",
            {"stage": "planned"},
            ("AGREE", None),
        ),
        ("ceasefire_or_agreement", "", {"stage": "failed"}, (None, None)),
        ("surrender", "REBELS initiator", {}, ("RETREAT", "disarm")),
        ("talks", "", {}, ("CONSULT", None)),
        ("legal_or_diplomatic", "", {}, ("SANCTION", "convict")),
        ("training_or_support", "", {}, ("SUPPORT", None)),
        ("threat_or_announcement", "", {}, ("THREATEN", "violence")),
        (
            "threat_or_announcement",
            "",
            {"places": [{"name": "Hit", "role": "captured"}]},
            ("THREATEN", "territory"),
        ),
        ("deployment", "ARMY initiator", {"stage": "planned"}, (None, None)),
        ("protest_or_riot", "CROWD initiator", {}, ("PROTEST", "demo")),
        ("protest_or_riot", "CROWD initiator", {"means": ["arson"]}, ("PROTEST", "riot")),
        ("protest_or_riot", "POLICE initiator, CROWD target", {}, ("COERCE", None)),
        ("humanitarian", "", {}, ("AID", None)),
        ("friendly_fire", "", {}, (None, None)),
        ("other", "", {}, (None, None)),
        ("other", "", {"means": ["cyber"]}, ("COERCE", "cyber")),
        ("shelling", "", {"assertion": "hypothetical"}, (None, None)),
    ],
)
def test_plover(
    type: str, parts: str, fields: dict[str, Any], expected: tuple[str | None, str | None]
) -> None:
    found = codes(type, parts, **fields)
    assert (found.plover_event, found.plover_mode) == expected


@pytest.mark.parametrize(
    ("told", "type", "parts", "expected"),
    [
        (people("released"), "hostage_rescue_or_release", "", ("RETREAT", "release")),
        (
            people("wounded"),
            "protest_or_riot",
            "POLICE initiator, CROWD target",
            ("ASSAULT", "crowd-control"),
        ),
        (people("killed", "combatant"), "raid", "POLICE initiator", ("ASSAULT", None)),
    ],
)
def test_plover_by_what_befell_whom(
    told: Count, type: str, parts: str, expected: tuple[str | None, str | None]
) -> None:
    found = codes(type, parts, told)
    assert (found.plover_event, found.plover_mode) == expected


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("planned", "THREATENED"),
        ("threatened", "THREATENED"),
        ("launched", "ACCOMPLISHED"),
        ("ongoing", "ACCOMPLISHED"),
        ("paused", "ACCOMPLISHED"),
        ("completed", "ACCOMPLISHED"),
        ("failed", "ATTEMPTED"),
        ("foiled", "ATTEMPTED"),
        ("unknown", None),
    ],
)
def test_muc_stage(stage: str, expected: str | None) -> None:
    """Of an attack; what is no attack has no stage of execution."""
    assert codes("bombing", stage=stage).muc_stage == expected
    assert codes("deployment", stage=stage).muc_stage is None
    assert codes("bombing", stage=stage, assertion="denied").muc_stage is None


@pytest.mark.parametrize(
    ("type", "expected"),
    [
        ("complex_attack", "Bombing/Explosion; Armed Assault"),
        ("airstrike", "Bombing/Explosion"),
        ("execution", "Assassination"),
        ("abduction", "Hostage Taking (Kidnapping)"),
        ("looting_or_destruction", "Facility/Infrastructure Attack"),
        ("chemical_attack", "Unarmed Assault"),
        ("offensive", None),
    ],
)
def test_gtd_attack_type(type: str, expected: str | None) -> None:
    """A failed attack has its type too."""
    assert codes(type).gtd_attack_type == expected
    assert codes(type, stage="failed").gtd_attack_type == expected


def test_records_with_an_error_finding_decide_nothing() -> None:
    """An actor that is not in the text makes no type of violence; an operation in error has no codes."""
    told = Told(
        [operation("O1", "armed_attack", "REBELS initiator, ARMY target")],
        [people()],
        ACTORS,
        excluded=frozenset({"REBELS"}),
    )
    assert told.crosswalk().ucdp_type is None
    told.excluded = frozenset({"O1"})
    assert not any(told.crosswalk().model_dump().values())


@given(st.data())
def test_any_draft_has_codes_that_hold_together(data: st.DataObject) -> None:
    """Nothing raises; no deaths without dead; the sides of UCDP sum to best, within low and high."""
    pick = data.draw
    actors = [
        actor(
            f"A{at}",
            "x",
            pick(st.sampled_from(list(ActorType))),
            belongs_to=pick(st.sampled_from([None, "A1"])),
        )
        for at in range(3)
    ]
    parts = [f"A{pick(st.integers(0, 3))} {pick(st.sampled_from(list(ParticipantRole)))}" for _ in range(3)]
    counts = []
    for at in range(pick(st.integers(0, 4))):
        low, width = pick(st.integers(0, 40)), pick(st.one_of(st.none(), st.integers(0, 9)))
        counts.append(
            count(
                f"C{at}",
                pick(st.sampled_from(list(Outcome)[:3])),
                "some",
                low,
                None if width is None else low + width,
                "range",
                relation=pick(
                    st.sampled_from(["", "", "part_of C0", "rivals C0", "adds_to C0", "revises C0"])
                ),
                victim_status=pick(st.sampled_from(list(VictimStatus))),
                victim_actor=pick(st.sampled_from([None, "A0", "A1", "A9"])),
                caused_by=pick(st.sampled_from([[], ["A0"], ["A0", "A1"]])),
            )
        )
    told = Told(
        [
            operation(
                "O1",
                pick(st.sampled_from(list(OperationType))),
                ", ".join(parts),
                stage=pick(st.sampled_from(list(Stage))),
                assertion=pick(st.sampled_from(list(Assertion))),
                means=pick(st.lists(st.sampled_from(list(Means)), max_size=2)),
                civilians=pick(st.sampled_from(list(Civilians))),
                territorial_effect=pick(st.sampled_from(list(TerritorialEffect))),
            )
        ],
        counts,
        actors,
    )
    found = told.crosswalk()
    killed = told.toll().get("killed")
    if found.acled_fatalities is not None:
        assert found.acled_sub_event is not None or told.operations[0].type in ("ambush", "armed_attack")
    assert found.ucdp_type is None or found.ucdp_deaths is not None
    if found.ucdp_deaths is not None:
        assert killed is not None
        deaths = found.ucdp_deaths
        assert (deaths.low, deaths.high) == killed[:2]
        by_side = [deaths.side_a, deaths.side_b, deaths.civilians, deaths.unknown]
        assert sum(number or 0 for number in by_side) == deaths.best
        assert deaths.best is not None
        assert deaths.low is not None
        assert deaths.low <= deaths.best
        assert deaths.high is None or deaths.best <= deaths.high
    if found.acled_fatalities is not None and killed is not None:
        assert found.acled_fatalities == killed[0]  # these phrases are worth the same to ACLED
