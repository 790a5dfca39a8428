"""ACLED: the sub-event type of an operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from summarizer.checking.crosswalk.incident import BODILY_HARM, Incident
from summarizer.checking.crosswalk.table import (
    ABDUCTION,
    AGREEMENT,
    AIR_MEANS,
    AIR_STRIKE,
    ARMED_CLASH,
    ARRESTS,
    ATTACK,
    CHANGE,
    DISRUPTED,
    EXCESSIVE_FORCE,
    EXPLOSIONS,
    EXPLOSIVE_MEANS,
    GOVERNMENT_REGAINS,
    INTERVENTION,
    LOOTING,
    MOB_VIOLENCE,
    NON_STATE_OVERTAKES,
    OTHER,
    PEACEFUL_PROTEST,
    REMOTE_EXPLOSIVE,
    ROWS,
    SUICIDE_BOMB,
    TRANSFER,
    VIOLENT_DEMONSTRATION,
    WEAPONS,
)
from summarizer.checking.parties import GOVERNMENTS, types_of
from summarizer.schema.vocabulary import (
    ActorType,
    Assertion,
    Means,
    OperationType,
    Outcome,
    PlaceRole,
    Stage,
    TerritorialEffect,
)


def acled_sub_event(incident: Incident) -> str | None:
    """ACLED's sub-event type, null where ACLED does not code the operation or the record does not tell.

    What is planned, threatened, hypothetical, denied or said not to have happened is not coded. Of what was
    foiled only weapons kept from exploding are: Disrupted weapons use. Merging tactics of one day and place
    into one event, as ACLED does, is left to whoever has all operations before them.
    """
    operation = incident.operation
    if not incident.happened:
        return None
    if operation.stage == Stage.FOILED:
        return DISRUPTED if is_explosive(incident) else None
    rule = RULES.get(operation.type)
    return ROWS[operation.type].acled if rule is None else rule(incident)


def is_coded(incident: Incident, sub_event: str | None) -> bool:
    """Whether ACLED has a row for the operation, though the record may not tell of which sub-event type."""
    is_attack = incident.operation.type in BY_TARGET and incident.operation.stage != Stage.FOILED
    return sub_event is not None or (is_attack and incident.happened)


def is_explosive(incident: Incident) -> bool:
    """Whether the operation is one of explosions or air strikes, by its type or a stated means."""
    operation = incident.operation
    return (
        ROWS[operation.type].acled in EXPLOSIONS
        or operation.type == OperationType.INTERCEPTION
        or incident.uses(EXPLOSIVE_MEANS)
    )


def _by_target(incident: Incident) -> str | None:
    """An ambush or an armed attack: Armed clash with an armed target, Attack on an unarmed one."""
    armed = incident.target_is_armed
    if armed is None:
        return ARMED_CLASH if incident.is_mutual else None
    return ARMED_CLASH if armed else ATTACK


def _raid(incident: Incident) -> str | None:
    """A raid: Armed clash if resisted, Attack if only the unarmed were hurt, else what it brought in."""
    if incident.was_fought or incident.operation.stage == Stage.FAILED:
        return ARMED_CLASH
    if incident.has(*BODILY_HARM):
        return ATTACK if incident.target_is_armed is False else ARMED_CLASH
    if incident.has(Outcome.DETAINED, Outcome.CAPTURED, Outcome.ABDUCTED):
        return _arrest(incident)
    return LOOTING if incident.operation.damage else None


def _arrest(incident: Incident) -> str:
    """Arrests by a state; detention by anybody else is Abduction/forced disappearance."""
    takers = types_of(incident.initiators, incident.actors)
    by_state = takers & (GOVERNMENTS | {ActorType.UN_OR_IO_FORCE})
    return ARRESTS if by_state or not takers else ABDUCTION


def _siege(incident: Incident) -> str:
    """A siege: Armed clash where arms are used on an armed force, Other on anybody else, else a change."""
    if not incident.has(*BODILY_HARM) and not incident.uses(WEAPONS):
        return CHANGE
    return ARMED_CLASH if incident.was_fought or incident.target_is_armed is True else OTHER


def _offensive(incident: Incident) -> str:
    """An offensive: Armed clash, unless ground was taken."""
    taken = (TerritorialEffect.CAPTURED, TerritorialEffect.RECAPTURED)
    return _capture(incident) if incident.operation.territorial_effect in taken else ARMED_CLASH


def _capture(incident: Incident) -> str:
    """Ground taken by force: by the government at home it is regained, by anybody else overtaken.

    A capture that failed, or that the other side contests, is an Armed clash. Where nobody is named the type
    decides: a recapture is the government's.
    """
    operation = incident.operation
    if (
        operation.stage == Stage.FAILED
        or operation.assertion == Assertion.DISPUTED
        or operation.territorial_effect == TerritorialEffect.CONTESTED
    ):
        return ARMED_CLASH
    by_government = incident.is_led_at_home
    if by_government is None:
        by_government = operation.type == OperationType.RECAPTURE_OF_TERRITORY
    return GOVERNMENT_REGAINS if by_government else NON_STATE_OVERTAKES


def _complex_attack(incident: Incident) -> str:
    """Bombs and gunmen: Suicide bomb where one is used, else as the target is, armed or not."""
    if incident.uses({Means.SUICIDE_BOMB}):
        return SUICIDE_BOMB
    return REMOTE_EXPLOSIVE if incident.target_is_armed is False else ARMED_CLASH


def _shelling(incident: Incident) -> str | None:
    """Shelling: from both sides an Armed clash; with aircraft, an air strike, which stands higher."""
    if incident.is_mutual:
        return ARMED_CLASH
    if incident.operation.type == OperationType.BOMBARDMENT and incident.uses(AIR_MEANS):
        return AIR_STRIKE
    return ROWS[incident.operation.type].acled


def _explosive(incident: Incident) -> str:
    """A bomb: with a suicide bomber it is a Suicide bomb, in a vehicle too."""
    return SUICIDE_BOMB if incident.uses({Means.SUICIDE_BOMB}) else REMOTE_EXPLOSIVE


def _targeted_killing(incident: Incident) -> str:
    """A killing: by air, by bomb, of an armed target, else an Attack."""
    if incident.uses(AIR_MEANS):
        return AIR_STRIKE
    if incident.uses(EXPLOSIVE_MEANS):
        return _explosive(incident)
    return ARMED_CLASH if incident.target_is_armed is True else ATTACK


def _abduction(incident: Incident) -> str:
    """An abduction: an Attack where somebody was killed in it."""
    return ATTACK if incident.has(Outcome.KILLED) else ABDUCTION


def _hostages(incident: Incident) -> str:
    """Hostages freed: Armed clash if fought over, Agreement if let go, else Other."""
    if incident.was_fought or incident.has(Outcome.KILLED):
        return ARMED_CLASH
    return AGREEMENT if incident.has(Outcome.RELEASED) else OTHER


def _withdrawal(incident: Incident) -> str:
    """A withdrawal: a transfer where it gives ground up to somebody, else a change of activity."""
    operation = incident.operation
    given_up = operation.territorial_effect == TerritorialEffect.LOST or any(
        place.role == PlaceRole.CAPTURED for place in operation.places
    )
    return TRANSFER if given_up else CHANGE


def _agreement(incident: Incident) -> str | None:
    """An agreement or a surrender, unless it fell through."""
    return None if incident.operation.stage == Stage.FAILED else AGREEMENT


def _talks(incident: Incident) -> str | None:
    """Talks: coded only once concluded."""
    return AGREEMENT if incident.operation.stage == Stage.COMPLETED else None


def _protest(incident: Incident) -> str:
    """A protest or riot: force used on protesters, force used by them, or neither."""
    hurt = incident.has(*BODILY_HARM)
    if ActorType.PROTESTERS in types_of(incident.targets, incident.actors):
        return EXCESSIVE_FORCE if hurt else INTERVENTION
    if not (hurt or incident.is_mutual or incident.operation.means or incident.operation.damage):
        return PEACEFUL_PROTEST
    crowd = set[ActorType]().union(*incident.types)
    return MOB_VIOLENCE if crowd and ActorType.PROTESTERS not in crowd else VIOLENT_DEMONSTRATION


def _displacement(incident: Incident) -> str | None:
    """Anything else: Other where people were displaced, else not coded."""
    return OTHER if incident.has(Outcome.DISPLACED) else None


BY_TARGET = frozenset({OperationType.AMBUSH, OperationType.ARMED_ATTACK})
"""Attacks that ACLED codes whoever is attacked, as Armed clash or Attack."""

RULES: Mapping[OperationType, Callable[[Incident], str | None]] = {
    OperationType.OFFENSIVE: _offensive,
    OperationType.AMBUSH: _by_target,
    OperationType.RAID: _raid,
    OperationType.CAPTURE_OF_TERRITORY: _capture,
    OperationType.RECAPTURE_OF_TERRITORY: _capture,
    OperationType.SIEGE: _siege,
    OperationType.ARMED_ATTACK: _by_target,
    OperationType.COMPLEX_ATTACK: _complex_attack,
    OperationType.SHELLING: _shelling,
    OperationType.BOMBARDMENT: _shelling,
    OperationType.NAVAL_ATTACK: _shelling,
    OperationType.BOMBING: _explosive,
    OperationType.IED_OR_LANDMINE: _explosive,
    OperationType.VEHICLE_BOMB: _explosive,
    OperationType.TARGETED_KILLING: _targeted_killing,
    OperationType.ABDUCTION: _abduction,
    OperationType.HOSTAGE_RESCUE_OR_RELEASE: _hostages,
    OperationType.ARREST: _arrest,
    OperationType.WITHDRAWAL: _withdrawal,
    OperationType.CEASEFIRE_OR_AGREEMENT: _agreement,
    OperationType.SURRENDER: _agreement,
    OperationType.TALKS: _talks,
    OperationType.PROTEST_OR_RIOT: _protest,
    OperationType.HUMANITARIAN: _displacement,
    OperationType.OTHER: _displacement,
}
