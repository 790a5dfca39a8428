"""Which records of a report a data set's annotators would have written down: one profile a data set.

A gold set annotates what its codebook asks for, and a report holds more. The profile of a data set says which
of a report's records count as predictions there; docs/evaluation.md has the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from summarizer.evaluation.gold import LAYERS, GoldRecord
from summarizer.schema.vocabulary import ActorType, Outcome, ParticipantRole, PlaceRole
from summarizer.schema.vocabulary import OperationType as Type

CAPTURED = {
    Outcome.KILLED: "killed",
    Outcome.WOUNDED: "wounded",
    Outcome.CAPTURED: "captured",
    Outcome.DETAINED: "captured",
    Outcome.ABDUCTED: "captured",
}
"""Outcomes in data sets that have one word for captured, detained and abducted; others are not annotated."""

PERPETRATORS = frozenset(
    {ParticipantRole.INITIATOR, ParticipantRole.PARTICIPANT, ParticipantRole.ACCUSED},
)


@dataclass(frozen=True)
class Profile:
    """What counts as a prediction in one data set."""

    name: str
    actor_roles: frozenset[ParticipantRole] | None = None
    """Actors with one of these roles in an operation that counts; null: every actor of the report."""
    foreground_only: bool = False
    """Operations of the background and planned ones are not the data set's."""
    foreground_dates_only: bool = False
    """Dates of the background and of what is planned are not the data set's."""
    places_left_out: frozenset[PlaceRole] = frozenset()
    outcomes: Mapping[Outcome, str] | None = None
    """Our outcomes in the data set's words, others left out; null: our own words."""
    lists_each_record: bool = True
    """Whether the gold lists every count, every victim and every operation that the text has. Otherwise it
    codes events: parts, rivals, zeros, and counts of a period, a war or the background are not its own."""
    adds_up_counts: bool = False
    """Whether the gold has one number an outcome for an event: the counts of an operation are added up."""
    counts_each_named: bool = False
    """Whether the gold has an item for every victim named: "two guards, X and Y" are two counts of one."""
    attackers_are_victims: bool = True
    """Whether those who died in their own attack are counted."""
    victims_left_out: frozenset[ActorType] = frozenset()
    """Whose people are not counted: what an army does to rebels is no incident of terrorism."""
    published_is_a_day: bool = False
    """Where no operation has a day, the day of publication is taken for it."""
    operation_types: Mapping[Type, tuple[str, ...]] = field(default_factory=dict)
    """Our types in the data set's words; empty: our own words."""

    def is_off_topic(self, record: GoldRecord) -> bool:
        """Whether the data set left the article unannotated as none of its concern."""
        return self.name == "muc4" and record.meta.get("relevant") is False


_ARMED = (Type.CLASH, Type.AMBUSH, Type.ARMED_ATTACK, Type.OFFENSIVE, Type.REPELLED_ATTACK)
_EXPLOSIVE = (
    Type.BOMBING,
    Type.IED_OR_LANDMINE,
    Type.VEHICLE_BOMB,
    Type.SUICIDE_ATTACK,
    Type.GRENADE_ATTACK,
    Type.COMPLEX_ATTACK,
)
_FROM_AFAR = (Type.AIRSTRIKE, Type.DRONE_STRIKE, Type.SHELLING, Type.BOMBARDMENT, Type.NAVAL_ATTACK)
_ON_PEOPLE = (Type.ATTACK_ON_CIVILIANS, Type.TARGETED_KILLING, Type.EXECUTION, Type.SEXUAL_VIOLENCE)

OURS = Profile("ours")
"""Every record of a report, in the words of RECORDS.md; for any data set that has no profile of its own."""

ISAF = Profile(
    "isaf",
    outcomes={ours: word for ours, word in CAPTURED.items() if word != "wounded"},
    lists_each_record=False,
    adds_up_counts=True,
    foreground_dates_only=True,
    published_is_a_day=True,
    operation_types={
        Type.ARREST: ("detention",),
        Type.RAID: ("capture_or_kill_raid", "detention"),
        Type.AIRSTRIKE: ("airstrike",),
        Type.DRONE_STRIKE: ("airstrike",),
        **dict.fromkeys((*_ARMED, *_EXPLOSIVE), ("engagement",)),
    },
)
"""ISAF press releases: one coded event with one minimum number killed and one captured, nobody wounded, the
targeted group and the province only."""

RE3D = Profile("re3d", outcomes=CAPTURED, lists_each_record=False)
"""re3d: entities of texts on Syria and Iraq; no counts, no dates."""

MUC4 = Profile(
    "muc4",
    outcomes={ours: word for ours, word in CAPTURED.items() if ours is not Outcome.DETAINED},
    actor_roles=PERPETRATORS,
    foreground_only=True,
    foreground_dates_only=True,
    places_left_out=frozenset({PlaceRole.MENTIONED, PlaceRole.ORIGIN}),
    lists_each_record=False,
    counts_each_named=True,
    attackers_are_victims=False,
    victims_left_out=frozenset({ActorType.REBEL_GROUP}),
    published_is_a_day=True,
    operation_types={
        Type.ABDUCTION: ("kidnapping",),
        Type.LOOTING_OR_DESTRUCTION: ("arson", "robbery", "attack"),
        **dict.fromkeys(_EXPLOSIVE, ("bombing",)),
        **dict.fromkeys(_FROM_AFAR, ("attack", "bombing")),
        **dict.fromkeys((*_ARMED, *_ON_PEOPLE, Type.RAID), ("attack",)),
    },
)
"""MUC-4: terrorist incidents, so no arrests and no dead rebels; its actors are perpetrators."""

PROFILES = {profile.name: profile for profile in (ISAF, RE3D, MUC4)}


def profile_of(record: GoldRecord) -> Profile:
    """Return the profile of a record's data set ("muc4", also "muc4-test"); `OURS` where it has none."""
    name = record.dataset.casefold()
    return next((p for p in PROFILES.values() if re.match(rf"{p.name}(?![a-z0-9])", name)), OURS)


def oddities(record: GoldRecord) -> list[str]:
    """Return what a gold record in our own words says that the form or the codebook does not know."""
    if profile_of(record) is not OURS:
        return []
    gold = record.gold
    odd = [f"gold has no layer {name!r}" for name in gold.model_extra or ()]
    for layer in LAYERS:
        for item in getattr(gold, layer) or ():
            odd += [f"gold.{layer} has no field {name!r}" for name in item.model_extra or ()]
    roles = [role for actor in gold.actors or () for role in actor.roles]
    odd += [f"gold.actors: {role!r} is no role" for role in roles if role not in set(ParticipantRole)]
    types = [name for kind in gold.event_types or () for name in kind.names]
    odd += [f"gold.event_types: {name!r} is no operation type" for name in types if name not in set(Type)]
    return [f"gold record {record.id!r}: {one}" for one in odd]
