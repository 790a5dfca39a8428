"""What an actor is, and who belongs to whom: the ground that basis, sides and the crosswalk share."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from summarizer.schema.actor import Actor
from summarizer.schema.draft import Draft
from summarizer.schema.vocabulary import ActorType

HOME_FORCES = frozenset(
    {
        ActorType.STATE_MILITARY,
        ActorType.STATE_POLICE_OR_SECURITY,
        ActorType.PRO_GOVERNMENT_MILITIA,
        ActorType.GOVERNMENT,
    }
)
"""Those who fight for the government of the country they fight in."""

GOVERNMENTS = frozenset(
    {
        ActorType.STATE_MILITARY,
        ActorType.STATE_POLICE_OR_SECURITY,
        ActorType.GOVERNMENT,
        ActorType.FOREIGN_MILITARY,
        ActorType.COALITION,
    }
)
"""Those in whom a state itself fights, at home or abroad."""

ORGANISED_NON_STATE = frozenset(
    {
        ActorType.PRO_GOVERNMENT_MILITIA,
        ActorType.REBEL_GROUP,
        ActorType.POLITICAL_MILITIA,
        ActorType.IDENTITY_MILITIA,
        ActorType.CRIMINAL_GROUP,
        ActorType.PRIVATE_MILITARY,
    }
)

NON_STATE_ARMED = ORGANISED_NON_STATE | {ActorType.UNIDENTIFIED_ARMED_GROUP}

ARMED = (
    NON_STATE_ARMED
    | {
        ActorType.STATE_MILITARY,
        ActorType.STATE_POLICE_OR_SECURITY,
        ActorType.FOREIGN_MILITARY,
        ActorType.COALITION,
        ActorType.UN_OR_IO_FORCE,
    }
)  # fmt: skip

UNARMED_GROUPS = frozenset(
    {
        ActorType.GOVERNMENT,
        ActorType.POLITICAL_PARTY,
        ActorType.CIVILIANS,
        ActorType.PROTESTERS,
        ActorType.MEDIA,
        ActorType.HUMANITARIAN,
    }
)

CIVILIAN_TYPES = frozenset(
    {
        ActorType.POLITICAL_PARTY,
        ActorType.CIVILIANS,
        ActorType.PROTESTERS,
        ActorType.MEDIA,
        ActorType.HUMANITARIAN,
        ActorType.INDIVIDUAL,
    }
)
"""Those whom an attack makes its victims, not its opponents."""


def actors_by_id(draft: Draft) -> dict[str, Actor]:
    """The draft's actors by id; of two with one id, the first."""
    return {actor.id: actor for actor in reversed(draft.actors)}


def lineage(actor: str, actors: Mapping[str, Actor]) -> list[str]:
    """The actor and those above it, nearest first; ends at an unknown id and at a cycle."""
    line = [actor]
    above = actors[actor].belongs_to if actor in actors else None
    while above is not None and above in actors and above not in line:
        line.append(above)
        above = actors[above].belongs_to
    return line


def in_one_line(one: str, other: str, actors: Mapping[str, Actor]) -> bool:
    """Whether the two are one actor, or one stands above the other."""
    return one == other or one in lineage(other, actors) or other in lineage(one, actors)


def type_of(actor: str, actors: Mapping[str, Actor]) -> ActorType | None:
    """What the actor is; a person who belongs to a group is what the group is."""
    known = actors.get(actor)
    if known is None:
        return None
    if known.type == ActorType.INDIVIDUAL and known.belongs_to is not None:
        for above in lineage(actor, actors):
            if actors[above].type != ActorType.INDIVIDUAL:
                return actors[above].type
    return known.type


def types_of(side: Collection[str], actors: Mapping[str, Actor]) -> set[ActorType]:
    """What the known actors of a side are."""
    found = (type_of(actor, actors) for actor in side)
    return {kind for kind in found if kind is not None}


def countries_agree(one: str, other: str, actors: Mapping[str, Actor]) -> bool:
    """Whether nothing says that the two serve different states."""
    first, second = actors[one].country, actors[other].country
    return first is None or second is None or first == second
