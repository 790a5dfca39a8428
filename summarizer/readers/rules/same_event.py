"""Which of the events gathered so far a sentence tells of."""

from __future__ import annotations

from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.tokens import fold
from summarizer.readers.rules.actors import Registry
from summarizer.readers.rules.days import other_day
from summarizer.readers.rules.event import (
    Event,
    Whereabouts,
    alike,
    died_later,
    one_family,
    whereabouts,
)
from summarizer.readers.rules.telling import Telling

_REACH = 12
"""How many events back a sentence can be about."""


def same_event(events: list[Event], telling: Telling, registry: Registry) -> Event | None:
    """Return the latest event that the sentence can be about: same family, no other place, date or stage."""
    if not events:
        return None
    if telling.definite and telling.stage != "planned":
        return _pointed_at(events, telling, registry)
    where = whereabouts((place, place.relation is None) for place in telling.places)
    for event in reversed(events[-_REACH:]):
        if (event.stage == "planned") != (telling.stage == "planned") or event.past != telling.past:
            continue
        if event.stage == "planned" and telling.places:
            if _share_place(event, telling):
                return event
            continue
        if not one_family(event.type, telling.type, telling):
            continue
        if not telling.definite and elsewhere(event.where, where):
            continue
        if _other_date(event, telling, registry) and not died_later(telling):
            continue
        if not telling.definite and _other_sides(event, telling, registry):
            continue
        return event
    return None


def _pointed_at(events: list[Event], telling: Telling, registry: Registry) -> Event | None:
    """Return what "the operation" or "the attack" means: the latest event of its kind, else the latest main
    one."""
    latest: Event | None = None
    for event in reversed(events):
        if event.stage == "planned" or event.past != telling.past or _other_date(event, telling, registry):
            continue
        if alike(event.type, telling):
            return event
        latest = latest or event
    return latest


def _share_place(event: Event, telling: Telling) -> bool:
    names = {fold(place.name) for place, _ in event.places}
    return any(fold(place.name) in names for place in telling.places)


def elsewhere(mine: Whereabouts, theirs: Whereabouts) -> bool:
    """Tell whether the two are at different spots; a province and a town may be the same place."""
    if mine.spots and theirs.spots and mine.spots.isdisjoint(theirs.spots):
        return theirs.spots.isdisjoint(mine.wider)
    return bool(mine.regions and theirs.regions and mine.regions.isdisjoint(theirs.regions))


def _other_date(event: Event, telling: Telling, registry: Registry) -> bool:
    if telling.date is None or event.date is None or not (telling.date.precise and event.date_precise):
        return False
    return other_day(event.date, telling.date.text, registry.published)


def _points_back(group: Group) -> bool:
    """Tell whether an attacker is only pointed at: "the security force", "the team", "the joint force"."""
    return group.determiner == "the" and group.owner is None and group.named is None and group.amount is None


def _other_sides(event: Event, telling: Telling, registry: Registry) -> bool:
    """Tell whether a telling has another attacker, or the attacker and the attacked change places."""
    theirs = {
        key
        for attack in telling.attacks
        for group in attack.initiators
        if fights(group) and not _points_back(group) and (key := registry.resolve(telling.scan, group))
    }
    mine = {key for key, role in event.roles.items() if role == "initiator"}
    if not mine or not theirs or mine & theirs:
        return False
    targets = {key for key, role in event.roles.items() if role == "target"}
    if theirs & targets and event.type not in ("clash", "offensive", "raid"):
        return True
    return theirs.isdisjoint(event.roles) and not all(key.startswith(("gunmen:", "rebel:")) for key in theirs)
