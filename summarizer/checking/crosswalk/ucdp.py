"""UCDP: the type of violence of an operation, and its deaths by side."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.checking.crosswalk.incident import Incident
from summarizer.checking.crosswalk.table import ROWS
from summarizer.checking.parties import (
    CIVILIAN_TYPES,
    GOVERNMENTS,
    ORGANISED_NON_STATE,
    in_one_line,
    type_of,
    types_of,
)
from summarizer.checking.tolls.addends import Addend
from summarizer.schema.casualty import Casualty
from summarizer.schema.crosswalk import UcdpDeaths
from summarizer.schema.vocabulary import ActorType, Civilians, OperationType, Outcome, VictimStatus

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3

ORGANISED = GOVERNMENTS | ORGANISED_NON_STATE | {ActorType.UN_OR_IO_FORCE}

AGAINST_CIVILIANS = frozenset(
    {OperationType.ATTACK_ON_CIVILIANS, OperationType.EXECUTION, OperationType.SEXUAL_VIOLENCE}
)
"""Types whose victims are civilians, or captives, whom UCDP counts with them."""

CIVILIAN_VICTIMS = frozenset(
    {
        VictimStatus.CIVILIAN,
        VictimStatus.OFFICIAL,
        VictimStatus.MEDICAL,
        VictimStatus.JOURNALIST,
        VictimStatus.AID_WORKER,
        VictimStatus.PRISONER,
    }
)
ARMED_SIDES = {
    VictimStatus.COMBATANT: ORGANISED,
    VictimStatus.POLICE_SECURITY: GOVERNMENTS,
    VictimStatus.PEACEKEEPER: frozenset({ActorType.UN_OR_IO_FORCE}),
}
"""Whose people armed victims can be."""


def ucdp_type(incident: Incident) -> int | None:
    """UCDP's type of violence: the first of 3, 1 and 2 that holds and that the operation's type allows.

    3: an organised actor deliberately targets civilians. 1: a state fights on one side. 2: the sides are
    organised and none of them a state. Null without a reported death, and where the attacker is unknown, no
    organised actor, or only accused.
    """
    allowed = ROWS[incident.operation.type].ucdp
    if not allowed or not incident.happened or not reports_deaths(incident):
        return None
    sides = incident.types
    if not sides or not sides[0] & ORGANISED or not (incident.initiators or incident.participants):
        return None
    if ONE_SIDED in allowed and _targets_civilians(incident):
        return ONE_SIDED
    if incident.is_mutual and any(side and not side & ORGANISED for side in sides):
        return None
    if STATE_BASED in allowed and any(side & GOVERNMENTS for side in sides):
        return STATE_BASED
    both_non_state = len(sides) > 1 and all(side & ORGANISED_NON_STATE for side in sides)
    return NON_STATE if NON_STATE in allowed and both_non_state else None


def reports_deaths(incident: Incident) -> bool:
    """Whether the toll has dead; an unbounded count has, a stated zero has not."""
    killed = incident.toll.get(Outcome.KILLED)
    return killed is not None and killed.maximum != 0


def _targets_civilians(incident: Incident) -> bool:
    """Whether civilians are attacked on purpose: so stated, or the only target; not when incidental."""
    if incident.operation.civilians == Civilians.INCIDENTAL_HARM:
        return False
    if incident.operation.civilians == Civilians.TARGETED or incident.operation.type in AGAINST_CIVILIANS:
        return True
    targets = types_of(incident.targets, incident.actors)
    return bool(targets) and targets <= CIVILIAN_TYPES


def ucdp_deaths(incident: Incident, kind: int | None) -> UcdpDeaths | None:
    """The dead by side, null where the text reports none.

    Side A is the state where one fights, as in UCDP; in one-sided violence, and where none does, it is the
    attacker. A side's number is what its counts say at best: a stated figure, else the lower bound, of rivals
    the lowest, for UCDP is conservative; null where no count is of that side. `best` is the sum of the four,
    `low` and `high` are the toll's bounds.
    """
    if not incident.happened or not reports_deaths(incident):
        return None
    first, second = _two_sides(incident, kind)
    deaths: dict[str, int] = {}
    for addend in incident.killed:
        best = _best(incident, addend)
        if best is not None:
            place = _place_of(addend.lowest, incident, first, second)
            deaths[place] = deaths.get(place, 0) + best
    toll = incident.toll[Outcome.KILLED]
    return UcdpDeaths(
        side_a=deaths.get("side_a"),
        side_b=deaths.get("side_b"),
        civilians=deaths.get("civilians"),
        unknown=deaths.get("unknown"),
        low=toll.minimum,
        best=sum(deaths.values()) if deaths else None,
        high=toll.maximum,
    )


def _best(incident: Incident, addend: Addend) -> int | None:
    """The stated figure of the lowest record, else the lower bound."""
    quantity = incident.quantities.get(addend.lowest.id)
    return addend.minimum if quantity is None or quantity.best is None else quantity.best


def _two_sides(incident: Incident, kind: int | None) -> tuple[list[str], list[str]]:
    """Side A and side B; all who oppose side A are side B."""
    sides = incident.sides or [[]]
    first = 0
    if kind != ONE_SIDED:
        states = (at for at, types in enumerate(incident.types) if types & GOVERNMENTS)
        first = next(states, 0)
    return sides[first], [actor for at, side in enumerate(sides) if at != first for actor in side]


def _place_of(record: Casualty, incident: Incident, first: Sequence[str], second: Sequence[str]) -> str:
    """Which column the record's dead stand in: side_a, side_b, civilians or unknown.

    Civilians by their status or their actor, captives with them; then by `victim_actor`; the attacker who
    died in the own attack on the attacker's side; armed victims of nobody named on the one side that can have
    them, or opposite those who caused their death. What none of this tells is unknown.
    """
    status, actor = record.victim_status, record.victim_actor
    if status in CIVILIAN_VICTIMS:
        return "civilians"
    if status == VictimStatus.PERPETRATOR and incident.sides:
        return "side_a" if incident.sides[0] == first else "side_b"
    if actor is not None:
        if type_of(actor, incident.actors) in CIVILIAN_TYPES:
            return "civilians"
        return _side_of(actor, incident, first, second) or "unknown"
    able = ARMED_SIDES.get(status)
    if able is None:
        return "unknown"
    can_have = [
        name
        for name, side in (("side_a", first), ("side_b", second))
        if types_of(side, incident.actors) & able
    ]
    if first and second and len(can_have) == 1:
        return can_have[0]
    causes = {_side_of(cause, incident, first, second) for cause in record.caused_by or incident.initiators}
    if causes == {"side_a"}:
        return "side_b"
    return "side_a" if causes == {"side_b"} else "unknown"


def _side_of(actor: str, incident: Incident, first: Sequence[str], second: Sequence[str]) -> str | None:
    """The column of the side that the actor is on, or else its line of command; null if on both or none."""
    if actor in first or actor in second:
        return "side_a" if actor in first else "side_b"
    on = [
        name
        for name, side in (("side_a", first), ("side_b", second))
        if any(in_one_line(actor, member, incident.actors) for member in side)
    ]
    return on[0] if len(on) == 1 else None
