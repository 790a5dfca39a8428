"""Who stands with whom in an operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from summarizer.checking.parties import (
    HOME_FORCES,
    actors_by_id,
    countries_agree,
    in_one_line,
    type_of,
)
from summarizer.schema.actor import Actor
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation, Participant
from summarizer.schema.vocabulary import ActorType, OperationType, ParticipantRole

WITHOUT_OPPONENTS = frozenset(
    {OperationType.FRIENDLY_FIRE, OperationType.TRAINING_OR_SUPPORT, OperationType.HUMANITARIAN}
)
"""Operations whose target is on the initiator's own side, or its beneficiary."""

ROLES = tuple(ParticipantRole)
"""Of two roles of one actor the one named first here holds: who initiates is no target of his own."""

Side: TypeAlias = list[str]


def sides_of(operation: Operation, draft: Draft) -> list[list[str]]:
    """The actor ids that stand together, the initiator's side first.

    Initiators and supporters stand against the targets; friendly fire and help have one side. The
    participants of a clash oppose each other: two are two sides, whatever they have in common; more are
    grouped by `belongs_to`, then by the state that they serve, and the rebels by having that state for an
    enemy. Who cannot be placed stands alone. A single accused takes the first place where no initiator is
    named: presumed, not known. With a target and nobody to attack it the first side is empty, so that the
    victim is not taken for the attacker. Mediators, accused beside an initiator, several accused, unknown
    ids, and supporters of whom nothing says whom they support stand on no side.
    """
    actors = actors_by_id(draft)
    roles = _by_role(operation, actors)
    initiators, targets = roles[ParticipantRole.INITIATOR], roles[ParticipantRole.TARGET]
    participants, supporters = roles[ParticipantRole.PARTICIPANT], roles[ParticipantRole.SUPPORTER]
    accused = roles[ParticipantRole.ACCUSED]
    attackers = list(initiators)
    if not initiators and len(accused) == 1 and not (participants and not targets):
        attackers = list(accused)
    if operation.type in WITHOUT_OPPONENTS:
        together = [*attackers, *participants, *supporters, *targets]
        return [together] if together else []
    if targets:
        sides = [attackers, list(targets)]
        _place_beside(participants, sides, actors)
    else:
        sides = _split([attackers] * bool(attackers) + [[actor] for actor in participants], actors)
    _place_supporters(supporters, sides, led=bool(attackers or not participants), actors=actors)
    return sides


def _by_role(operation: Operation, actors: Mapping[str, Actor]) -> dict[ParticipantRole, Side]:
    """The known actors of each role, each actor once, in the first role that this order gives it."""
    roles: dict[ParticipantRole, Side] = {role: [] for role in ROLES}
    placed: set[str] = set()
    for participant in sorted(operation.participants, key=_precedence):
        if participant.actor in actors and participant.actor not in placed:
            placed.add(participant.actor)
            roles[participant.role].append(participant.actor)
    return roles


def _precedence(participant: Participant) -> int:
    return ROLES.index(participant.role)


def _serve_one_state(one: str, other: str, actors: Mapping[str, Actor]) -> bool:
    """Whether both fight for the government at home, and nothing says that there are two of it."""
    return (
        type_of(one, actors) in HOME_FORCES
        and type_of(other, actors) in HOME_FORCES
        and countries_agree(one, other, actors)
    )


def _are_kin(actor: str, side: Side, actors: Mapping[str, Actor]) -> bool:
    """Whether the actor shares a line of command, or a state, with somebody of the side."""
    return any(
        in_one_line(actor, member, actors) or _serve_one_state(actor, member, actors) for member in side
    )


def _place_beside(participants: Side, sides: list[Side], actors: Mapping[str, Actor]) -> None:
    """Put participants beside the one side that they are kin to; others get a side of their own."""
    for actor in participants:
        kin = [side for side in sides if _are_kin(actor, side, actors)]
        if len(kin) == 1:
            kin[0].append(actor)
        else:
            sides.append([actor])


def _place_supporters(supporters: Side, sides: list[Side], *, led: bool, actors: Mapping[str, Actor]) -> None:
    """Put supporters on the initiator's side, unless a line of command or a state puts them on another."""
    for actor in supporters:
        kin = [side for side in sides if _are_kin(actor, side, actors)]
        if len(kin) == 1:
            kin[0].append(actor)
        elif led and sides:
            sides[0].append(actor)
        elif led:
            sides.append([actor])


def _split(groups: list[Side], actors: Mapping[str, Actor]) -> list[Side]:
    """Join groups that belong together, but never all: two oppose each other, whatever they share."""

    served = {
        actor: actors[actor].country
        for group in groups
        for actor in group
        if type_of(actor, actors) in HOME_FORCES
    }
    several_states = len(set(served.values()) - {None}) > 1

    def in_line(one: str, other: str) -> bool:
        return in_one_line(one, other, actors)

    def one_state(one: str, other: str) -> bool:
        if one not in served or other not in served:
            return False
        return not several_states or (served[one] is not None and served[one] == served[other])

    def rebels(one: str, other: str) -> bool:
        return type_of(one, actors) == type_of(other, actors) == ActorType.REBEL_GROUP

    for related in (in_line, one_state, rebels) if served else (in_line,):
        joined = _joined(groups, related)
        groups = joined if len(joined) > 1 else groups
    return groups


def _joined(groups: list[Side], related: Callable[[str, str], bool]) -> list[Side]:
    """The groups, those in which any two actors are related made one."""
    joined: list[Side] = []
    for group in groups:
        whole, apart = list(group), []
        for known in joined:
            if any(related(one, other) for one in known for other in group):
                whole = known + whole
            else:
                apart.append(known)
        joined = [*apart, whole]
    return sorted(joined, key=lambda side: min(_position(groups, actor) for actor in side))


def _position(groups: list[Side], actor: str) -> int:
    """Which of the groups has the actor."""
    return next(index for index, group in enumerate(groups) if actor in group)
