"""PLOVER: the event and the mode of an operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from summarizer.checking.crosswalk.acled import acled_sub_event, is_explosive
from summarizer.checking.crosswalk.incident import Incident
from summarizer.checking.crosswalk.table import (
    ARMED_CLASH,
    ATTACK,
    EXCESSIVE_FORCE,
    EXPLOSIVE_MEANS,
    INTERVENTION,
    MEANS_OF_MODE,
    MOB_VIOLENCE,
    ROWS,
    VIOLENT_DEMONSTRATION,
    WEAPONS,
)
from summarizer.checking.parties import NON_STATE_ARMED, types_of
from summarizer.schema.vocabulary import Assertion, Means, OperationType, Outcome, PlaceRole, Stage


class Plover(NamedTuple):
    """A PLOVER event and its mode; a null mode is one that PLOVER, or the text, leaves open."""

    event: str | None
    mode: str | None = None


NOT_CODED = Plover(None)

ANNOUNCED: Mapping[str, str] = {
    "ASSAULT": "THREATEN",
    "COERCE": "THREATEN",
    "PROTEST": "THREATEN",
    "SANCTION": "THREATEN",
    "THREATEN": "THREATEN",
    "AGREE": "AGREE",
    "CONSULT": "AGREE",
    "SUPPORT": "AGREE",
    "AID": "AGREE",
    "RETREAT": "AGREE",
}
"""The verbal event that an act is while it is only announced or threatened; MOBILIZE has none."""

FOR_TERRITORY = frozenset(
    {
        OperationType.OFFENSIVE,
        OperationType.CAPTURE_OF_TERRITORY,
        OperationType.RECAPTURE_OF_TERRITORY,
        OperationType.TAKEOVER_WITHOUT_FIGHTING,
    }
)


def plover_of(incident: Incident) -> Plover:
    """PLOVER's event and mode, both null where PLOVER does not code the operation.

    What is only planned or threatened is the threat or the promise of it; what is denied, said not to have
    happened or else hypothetical is no event. A foiled explosion is the seizure or interception that foiled
    it, anything else foiled is no event.
    """
    operation = incident.operation
    if operation.assertion in (Assertion.DENIED, Assertion.NEGATED):
        return NOT_CODED
    if operation.stage in (Stage.PLANNED, Stage.THREATENED):
        return _announced(incident)
    if operation.assertion == Assertion.HYPOTHETICAL:
        return NOT_CODED
    if operation.stage == Stage.FOILED:
        return _interception(incident) if is_explosive(incident) else NOT_CODED
    rule = RULES.get(operation.type)
    return _by_type(incident) if rule is None else rule(incident)


def _by_type(incident: Incident) -> Plover:
    """The row's event, with the mode that stated means point to, else the row's first."""
    row = ROWS[incident.operation.type]
    if row.plover == "ASSAULT":
        return _assault(incident, row.modes)
    return Plover(row.plover, row.modes[0] if row.modes else None)


def _assault(incident: Incident, modes: tuple[str, ...]) -> Plover:
    """ASSAULT in one of the modes; with none to choose from, in the mode of the means, if stated."""
    if len(modes) == 1:
        return Plover("ASSAULT", modes[0])
    for mode, means in MEANS_OF_MODE.items():
        if (mode in modes or not modes) and incident.uses(means):
            return Plover("ASSAULT", mode)
    return Plover("ASSAULT", modes[0] if modes else None)


def _announced(incident: Incident) -> Plover:
    """A threat, of territory where ground is the aim; or a promise to cooperate."""
    operation = incident.operation
    event = ANNOUNCED.get(ROWS[operation.type].plover or "")
    if event != "THREATEN":
        return Plover(event)
    for_ground = operation.type in FOR_TERRITORY
    return Plover("THREATEN", "territory") if for_ground else _threat(incident)


def _threat(incident: Incident) -> Plover:
    """A threat: of territory where a place to be captured is named, else of violence."""
    if any(place.role == PlaceRole.CAPTURED for place in incident.operation.places):
        return Plover("THREATEN", "territory")
    return Plover("THREATEN", "violence")


def _raid(incident: Incident) -> Plover:
    """A raid: ASSAULT where it was resisted or hurt somebody, else COERCE-seize."""
    fought = acled_sub_event(incident) in (ARMED_CLASH, ATTACK)
    return _assault(incident, ()) if fought else Plover("COERCE", "seize")


def _interception(incident: Incident) -> Plover:
    """Explosives made harmless are seized; what is stopped in the air is met with weapons."""
    if incident.uses(EXPLOSIVE_MEANS) or incident.operation.type != OperationType.INTERCEPTION:
        return Plover("COERCE", "seize")
    return Plover("MOBILIZE", "weapons")


def _hostages(incident: Incident) -> Plover:
    """Hostages let go are a RETREAT of those who held them, hostages rescued an AID."""
    return Plover("RETREAT", "release") if incident.has(Outcome.RELEASED) else Plover("AID")


def _looting(incident: Incident) -> Plover:
    """Destruction where damage or a weapon is stated, else seizure."""
    destroyed = incident.operation.damage or incident.uses(WEAPONS)
    return Plover("ASSAULT", "destroy") if destroyed else Plover("COERCE", "seize")


def _deployment(incident: Incident) -> Plover:
    """Troops, or militia where only militias move."""
    movers = types_of(incident.initiators, incident.actors)
    return Plover("MOBILIZE", "militia" if movers and movers <= NON_STATE_ARMED else "troops")


def _agreement(incident: Incident) -> Plover:
    """A ceasefire in force is a RETREAT, one declared by one party alone a CONCEDE, one agreed an AGREE."""
    stage = incident.operation.stage
    alone = len([actor for side in incident.sides for actor in side]) == 1
    if stage == Stage.FAILED:
        return NOT_CODED
    if stage in (Stage.COMPLETED, Stage.ONGOING) or (stage == Stage.LAUNCHED and not alone):
        return Plover("RETREAT", "ceasefire")
    return Plover("CONCEDE" if alone else "AGREE")


def _protest(incident: Incident) -> Plover:
    """A demonstration or a riot; force used on protesters is an ASSAULT, an intervention a COERCE."""
    events = {
        EXCESSIVE_FORCE: Plover("ASSAULT", "crowd-control"),
        INTERVENTION: Plover("COERCE"),
        VIOLENT_DEMONSTRATION: Plover("PROTEST", "riot"),
        MOB_VIOLENCE: Plover("PROTEST", "riot"),
    }
    return events.get(acled_sub_event(incident) or "", Plover("PROTEST", "demo"))


def _other(incident: Incident) -> Plover:
    """COERCE-cyber for what is done through networks, else nothing."""
    return Plover("COERCE", "cyber") if incident.uses({Means.CYBER}) else NOT_CODED


RULES: Mapping[OperationType, Callable[[Incident], Plover]] = {
    OperationType.RAID: _raid,
    OperationType.INTERCEPTION: _interception,
    OperationType.HOSTAGE_RESCUE_OR_RELEASE: _hostages,
    OperationType.LOOTING_OR_DESTRUCTION: _looting,
    OperationType.DEPLOYMENT: _deployment,
    OperationType.CEASEFIRE_OR_AGREEMENT: _agreement,
    OperationType.THREAT_OR_ANNOUNCEMENT: _threat,
    OperationType.PROTEST_OR_RIOT: _protest,
    OperationType.OTHER: _other,
}
