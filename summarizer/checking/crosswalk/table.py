"""The crosswalk's plain cells: one row an operation type, in the codes of the other schemes.

ACLED sub-event types, PLOVER events and modes and GTD attack types are spelled as their codebooks spell them.
What depends on more than the type is a rule of `crosswalk_acled`, `crosswalk_plover` or `crosswalk_ucdp`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from summarizer.schema.vocabulary import Means, OperationType

ARMED_CLASH = "Armed clash"
GOVERNMENT_REGAINS = "Government regains territory"
NON_STATE_OVERTAKES = "Non-state actor overtakes territory"
AIR_STRIKE = "Air/drone strike"
SHELLING = "Shelling/artillery/missile attack"
REMOTE_EXPLOSIVE = "Remote explosive/landmine/IED"
SUICIDE_BOMB = "Suicide bomb"
GRENADE = "Grenade"
CHEMICAL_WEAPON = "Chemical weapon"
ATTACK = "Attack"
SEXUAL_VIOLENCE = "Sexual violence"
ABDUCTION = "Abduction/forced disappearance"
DISRUPTED = "Disrupted weapons use"
TRANSFER = "Non-violent transfer of territory"
CHANGE = "Change to group/activity"
BASE = "Headquarters or base established"
AGREEMENT = "Agreement"
ARRESTS = "Arrests"
LOOTING = "Looting/property destruction"
OTHER = "Other"
EXCESSIVE_FORCE = "Excessive force against protesters"
INTERVENTION = "Protest with intervention"
PEACEFUL_PROTEST = "Peaceful protest"
VIOLENT_DEMONSTRATION = "Violent demonstration"
MOB_VIOLENCE = "Mob violence"

EXPLOSIONS = frozenset({AIR_STRIKE, SHELLING, REMOTE_EXPLOSIVE, SUICIDE_BOMB, GRENADE, CHEMICAL_WEAPON})
"""ACLED's event type Explosions/Remote violence."""

ARMED_ASSAULT = "Armed Assault"
BOMBING = "Bombing/Explosion"
ASSASSINATION = "Assassination"
KIDNAPPING = "Hostage Taking (Kidnapping)"
FACILITY = "Facility/Infrastructure Attack"
UNARMED_ASSAULT = "Unarmed Assault"


class Row(NamedTuple):
    """What the schemes call an operation type; null where they do not code it."""

    acled: str | None
    """Where a rule decides: what it is when nothing more is known, or null when that cannot be told."""
    plover: str | None
    modes: tuple[str, ...] = ()
    """PLOVER modes; the first is meant when no stated means points to another."""
    ucdp: tuple[int, ...] = ()
    """The types of violence that it can be."""
    gtd: str | None = None


FIGHT = (1, 2)
ANY = (1, 2, 3)
HAND_WEAPONS = ("firearms", "heavy-weapons", "primitive")

ROWS: Mapping[OperationType, Row] = {
    OperationType.OFFENSIVE: Row(ARMED_CLASH, "ASSAULT", ("heavy-weapons", "firearms"), FIGHT),
    OperationType.CLASH: Row(ARMED_CLASH, "ASSAULT", HAND_WEAPONS, FIGHT, ARMED_ASSAULT),
    OperationType.AMBUSH: Row(None, "ASSAULT", HAND_WEAPONS, ANY, ARMED_ASSAULT),
    OperationType.RAID: Row(None, "COERCE", ("seize",), ANY),
    OperationType.CAPTURE_OF_TERRITORY: Row(NON_STATE_OVERTAKES, "ASSAULT", (), FIGHT),
    OperationType.RECAPTURE_OF_TERRITORY: Row(GOVERNMENT_REGAINS, "ASSAULT", (), FIGHT),
    OperationType.TAKEOVER_WITHOUT_FIGHTING: Row(TRANSFER, "RETREAT", ("withdraw",)),
    OperationType.REPELLED_ATTACK: Row(ARMED_CLASH, "ASSAULT", (), FIGHT),
    OperationType.SIEGE: Row(CHANGE, "COERCE", ("restrict",), ANY),
    OperationType.ARMED_ATTACK: Row(None, "ASSAULT", HAND_WEAPONS, ANY, ARMED_ASSAULT),
    OperationType.COMPLEX_ATTACK: Row(
        ARMED_CLASH, "ASSAULT", ("firearms", "suicide-attack"), ANY, f"{BOMBING}; {ARMED_ASSAULT}"
    ),
    OperationType.AIRSTRIKE: Row(AIR_STRIKE, "ASSAULT", ("aerial",), (1, 3), BOMBING),
    OperationType.DRONE_STRIKE: Row(AIR_STRIKE, "ASSAULT", ("drone",), ANY, BOMBING),
    OperationType.SHELLING: Row(SHELLING, "ASSAULT", ("heavy-weapons",), ANY, BOMBING),
    OperationType.BOMBARDMENT: Row(SHELLING, "ASSAULT", ("heavy-weapons", "aerial"), ANY, BOMBING),
    OperationType.NAVAL_ATTACK: Row(SHELLING, "ASSAULT", ("heavy-weapons",), ANY),
    OperationType.BOMBING: Row(REMOTE_EXPLOSIVE, "ASSAULT", ("explosives", "suicide-attack"), ANY, BOMBING),
    OperationType.IED_OR_LANDMINE: Row(REMOTE_EXPLOSIVE, "ASSAULT", ("explosives",), ANY, BOMBING),
    OperationType.VEHICLE_BOMB: Row(
        REMOTE_EXPLOSIVE, "ASSAULT", ("explosives", "suicide-attack"), ANY, BOMBING
    ),
    OperationType.SUICIDE_ATTACK: Row(SUICIDE_BOMB, "ASSAULT", ("suicide-attack",), ANY, BOMBING),
    OperationType.GRENADE_ATTACK: Row(GRENADE, "ASSAULT", ("explosives",), ANY, BOMBING),
    OperationType.CHEMICAL_ATTACK: Row(
        CHEMICAL_WEAPON, "ASSAULT", ("unconventional",), (1, 3), UNARMED_ASSAULT
    ),
    OperationType.INTERCEPTION: Row(DISRUPTED, "MOBILIZE", ("weapons",)),
    OperationType.WEAPONS_SEIZURE: Row(DISRUPTED, "COERCE", ("seize",)),
    OperationType.ATTACK_ON_CIVILIANS: Row(ATTACK, "ASSAULT", ("targeted", "firearms"), (3,), ARMED_ASSAULT),
    OperationType.TARGETED_KILLING: Row(ATTACK, "ASSAULT", ("targeted",), ANY, ASSASSINATION),
    OperationType.EXECUTION: Row(ATTACK, "ASSAULT", ("targeted",), ANY, ASSASSINATION),
    OperationType.ABDUCTION: Row(ABDUCTION, "ASSAULT", ("abduct",), (3,), KIDNAPPING),
    OperationType.HOSTAGE_RESCUE_OR_RELEASE: Row(OTHER, "AID"),
    OperationType.SEXUAL_VIOLENCE: Row(SEXUAL_VIOLENCE, "ASSAULT", ("sexual",), (3,)),
    OperationType.ARREST: Row(ARRESTS, "COERCE", ("arrest",)),
    OperationType.LOOTING_OR_DESTRUCTION: Row(LOOTING, "COERCE", ("seize",), (), FACILITY),
    OperationType.DEPLOYMENT: Row(CHANGE, "MOBILIZE", ("troops",)),
    OperationType.WITHDRAWAL: Row(CHANGE, "RETREAT", ("withdraw",)),
    OperationType.BASE_ESTABLISHED: Row(BASE, "MOBILIZE", ("troops",)),
    OperationType.CEASEFIRE_OR_AGREEMENT: Row(AGREEMENT, "AGREE"),
    OperationType.TALKS: Row(None, "CONSULT"),
    OperationType.SURRENDER: Row(AGREEMENT, "RETREAT", ("disarm",)),
    OperationType.THREAT_OR_ANNOUNCEMENT: Row(None, "THREATEN", ("violence",)),
    OperationType.LEGAL_OR_DIPLOMATIC: Row(None, "SANCTION", ("convict",)),
    OperationType.TRAINING_OR_SUPPORT: Row(None, "SUPPORT"),
    OperationType.PROTEST_OR_RIOT: Row(PEACEFUL_PROTEST, "PROTEST", ("demo",), (3,)),
    OperationType.HUMANITARIAN: Row(None, "AID"),
    OperationType.FRIENDLY_FIRE: Row(None, None),
    OperationType.OTHER: Row(None, None),
}

EXPLOSIVE_MEANS = frozenset(
    {
        Means.IED,
        Means.VEHICLE_BOMB,
        Means.LANDMINE,
        Means.UNEXPLODED_ORDNANCE,
        Means.GRENADE,
        Means.SUICIDE_BOMB,
    }
)
AIR_MEANS = frozenset({Means.CREWED_AIRCRAFT, Means.AIR_DROPPED_BOMB, Means.HELICOPTER, Means.DRONE})
WEAPONS = frozenset(Means) - {Means.SIEGE, Means.CYBER}

MEANS_OF_MODE: Mapping[str, frozenset[Means]] = {
    "suicide-attack": frozenset({Means.SUICIDE_BOMB}),
    "unconventional": frozenset({Means.CHEMICAL}),
    "drone": frozenset({Means.DRONE}),
    "aerial": frozenset({Means.CREWED_AIRCRAFT, Means.AIR_DROPPED_BOMB, Means.HELICOPTER}),
    "explosives": EXPLOSIVE_MEANS - {Means.SUICIDE_BOMB},
    "heavy-weapons": frozenset(
        {Means.ARTILLERY, Means.MORTAR, Means.ROCKET, Means.MISSILE, Means.ARMOUR, Means.NAVAL}
    ),
    "firearms": frozenset({Means.FIREARMS, Means.SNIPER}),
    "destroy": frozenset({Means.ARSON}),
    "primitive": frozenset({Means.EDGED_WEAPON, Means.VEHICLE_RAMMING}),
}
"""The PLOVER modes of ASSAULT that stated means point to, the gravest first."""
