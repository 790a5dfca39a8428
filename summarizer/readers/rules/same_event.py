"""Which of the events gathered so far a sentence tells of."""

from __future__ import annotations

from itertools import pairwise

from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.tokens import fold
from summarizer.readers.rules.actors import Registry
from summarizer.readers.rules.days import other_day, other_year
from summarizer.readers.rules.event import (
    ATTACKERS,
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
    if not events or telling.apart or opens_before(telling.scan.words):
        return None
    if telling.definite and telling.stage != "planned":
        return _pointed_at(events, telling, registry)
    if events[-1].last >= telling.scan.number - 1 and (
        _resists(events[-1], telling) or _goes_on(events[-1], telling) or _of_attackers(events[-1], telling)
    ):
        return events[-1]
    where = whereabouts([(place, place.relation is None) for place in telling.places])
    latest = events[-_REACH:]
    if telling.implied and not telling.places and (telling.date is None or died_later(telling)):
        latest.sort(key=_told_last)
        if _of_those_harmed(telling):
            outcomes = {count.outcome for count in telling.counts}
            latest.sort(key=lambda event: not outcomes.isdisjoint(event.harm))
    for event in reversed(latest):
        if (event.stage == "planned") != (telling.stage == "planned") or event.past != telling.past:
            continue
        if event.stage == "planned" and telling.places:
            if _share_place(event, telling):
                return event
            continue
        if not one_family(event.type, telling.type, telling):
            continue
        if not telling.definite and (elsewhere(event.where, where) or _another_scene(event, telling, where)):
            continue
        if _other_date(event, telling, registry) and not died_later(telling):
            continue
        if _turns_elsewhere(event, telling):
            continue
        if not telling.definite and _other_sides(event, telling, registry):
            continue
        return event
    return None


def _of_those_harmed(telling: Telling) -> bool:
    """Tell whether a sentence speaks of some of those already counted: "eleven of the wounded"."""
    words = telling.scan.words
    return (
        any(
            words[group.end : group.end + 2] == ["of", "the"]
            or words[group.end - 3 : group.end - 1] == ["of", "the"]
            for group in (count.group for count in telling.counts)
        )
        or "rubble" in telling.scan.vocabulary
    )


def _told_last(event: Event) -> tuple[int, int]:
    return event.last, -event.index


def _pointed_at(events: list[Event], telling: Telling, registry: Registry) -> Event | None:
    """Return what "the operation" or "the attack" means: the latest event of its kind, else the latest main
    one."""
    meant = [
        event
        for event in reversed(events)
        if event.stage != "planned"
        and event.past == telling.past
        and not _other_date(event, telling, registry)
    ]
    # "the ambush" is the ambush, also behind what only implies an attack
    told = [event for event in meant if event.type == telling.type and not event.implied]
    kin = told or [event for event in meant if alike(event.type, telling)]
    return next(iter(kin or meant), None)


def _share_place(event: Event, telling: Telling) -> bool:
    names = {fold(place.name) for place, _ in event.places}
    return any(fold(place.name) in names for place in telling.places)


def elsewhere(mine: Whereabouts, theirs: Whereabouts) -> bool:
    """Tell whether the two are at different spots; a province and a town may be the same place."""
    if mine.spots and theirs.spots and mine.spots.isdisjoint(theirs.spots):
        return theirs.spots.isdisjoint(mine.wider)
    return bool(mine.regions and theirs.regions and mine.regions.isdisjoint(theirs.regions))


def _another_scene(event: Event, telling: Telling, where: Whereabouts) -> bool:
    """Tell whether a sentence turns to another region before it tells of harm: "In the southern Velim region,
    shelling killed a woman", where the event so far was in a town that nobody has put there."""
    if not telling.counts or not telling.places:
        return False
    if telling.scan.words[0] == "in" and _in_another_town(event, telling):
        return True
    if not event.where.spots or where.spots or not where.regions:
        return False
    first = min(telling.places, key=lambda place: place.start)
    opens = first.region and first.preposition == "in" and first.start <= _OPENING
    return opens and telling.scan.words[0] == "in" and where.regions.isdisjoint(event.where.regions)


def _in_another_town(event: Event, telling: Telling) -> bool:
    """Tell whether a sentence opens on a town, "In Velim, two men were arrested", where the event was in a
    district of some province and has harmed others in the same way."""
    first = min(telling.places, key=lambda place: place.start)
    if first.start > _OPENING or first.region or telling.scan.words[first.end : first.end + 1] != [","]:
        return False
    if event.implied and telling.attacks and not event.places:
        return True  # "Gunmen killed a policeman on Monday. In Velim, a bomb wounded 11"
    inside = any(place.within for place, _ in event.places)
    outcomes = {count.outcome for count in telling.counts}
    return inside and not outcomes.isdisjoint(event.harm) and not _share_place(event, telling)


_OPENING = 5
"""Tokens of a sentence within which the region stands that it turns to."""


def _other_date(event: Event, telling: Telling, registry: Registry) -> bool:
    if telling.date is None or event.date is None:
        return False
    if other_year(event.date, telling.date.text, registry.published):
        return True
    if not (telling.date.precise and event.date_precise):
        return False
    return other_day(event.date, telling.date.text, registry.published)


def _goes_on(event: Event, telling: Telling) -> bool:
    """Tell whether a sentence goes on with the event before: "Gunmen then stormed the building"."""
    return (
        "then" in telling.scan.words[1:4]
        and not telling.places
        and telling.date is None
        and telling.stage != "planned"
        and event.stage != "planned"
        and telling.past == event.past
    )


def _of_attackers(event: Event, telling: Telling) -> bool:
    """Tell whether only those who attacked are harmed: "Eight of the attackers were killed by the army"."""
    return (
        telling.implied
        and not telling.places
        and bool(telling.counts)
        and telling.past == event.past
        and event.stage != "planned"
        and all(count.group.head.name in ATTACKERS for count in telling.counts)
    )


def _turns_elsewhere(event: Event, telling: Telling) -> bool:
    """Tell whether a sentence turns to another event: "Hours later, six died near Velim", where that is no
    place of the event; "Last week, 22 people were killed"; "killed 20 rebels in response"."""
    words = telling.scan.words
    if _says_separate(words):
        return not _share_place(event, telling)
    if words[:1] == ["last"] and words[1:2] and words[1] in _UNITS and event.date is None:
        return True
    if "same" in telling.scan.vocabulary and ("same", "day") in pairwise(words) and telling.counts:
        return not died_later(telling) and not _share_place(event, telling)
    if not _ANSWERS.isdisjoint(telling.scan.vocabulary) and any(
        before == "in" and word in _ANSWERS for before, word in pairwise(words)
    ):
        return not _share_place(event, telling)
    if _LATER.isdisjoint(words[:3]) or not (telling.places and event.places):
        return False
    return not _share_place(event, telling)


def opens_before(words: list[str]) -> bool:
    """Tell whether a sentence goes back by its first words: "The previous week at least 13 died"."""
    return words[:1] == ["the"] and not _BEFORE.isdisjoint(words[1:2]) and not _DAYS.isdisjoint(words[2:3])


def _says_separate(words: list[str]) -> bool:
    """Tell whether a sentence speaks of "a separate operation"."""
    return any(
        word in ("separate", "unrelated") and before in ("a", "an") for before, word in pairwise(words)
    )


_LATER = frozenset(("later", "elsewhere", "separately", "meanwhile"))
_UNITS = frozenset(("week", "month", "year"))
_DAYS = _UNITS | {"day", "night", "weekend"}
_BEFORE = frozenset(("previous", "preceding", "prior"))
_ANSWERS = frozenset(("response", "retaliation"))


def _in_return(event: Event, telling: Telling, mine: set[str], theirs: set[str]) -> bool:
    """Tell whether a state struck in the one and an armed group at another place in the other."""
    if not all(key.startswith(_OF_A_STATE) for key in mine) or any(
        key.startswith(_OF_A_STATE) for key in theirs
    ):
        return False
    names = {fold(name) for place, _ in event.places for name in (place.name, *place.within)}
    return bool(telling.places) and not any(
        fold(name) in names for place in telling.places for name in (place.name, *place.within)
    )


def _by_unknown_others(event: Event, telling: Telling, mine: set[str]) -> bool:
    """Tell whether a known party attacked in the one, and unidentified men on a day and at a place of their
    own in the other."""
    if not telling.places or telling.date is None or all(key.startswith("gunmen:") for key in mine):
        return False
    where = {fold(place.name) for place, _ in event.places}
    return not any(fold(place.name) in where for place in telling.places) and any(
        not _UNKNOWN.isdisjoint(telling.scan.words[group.start : group.end]) for group in _doers(telling)
    )


def _doers(telling: Telling) -> list[Group]:
    """Return who did it: the doers of its attacks, or of the harm where no attack is told."""
    if telling.attacks:
        return [group for attack in telling.attacks for group in attack.initiators]
    return [group for count in telling.counts for group in count.agents]


_UNKNOWN = frozenset(("unidentified", "unknown", "masked", "hooded"))
_OF_A_STATE = ("military:", "police:", "coalition", "government:")


def _points_back(group: Group) -> bool:
    """Tell whether an attacker is only pointed at: "the security force", "the team", "the joint force"."""
    return group.determiner == "the" and group.owner is None and group.named is None and group.amount is None


def _resists(event: Event, telling: Telling) -> bool:
    """Tell whether who is raided fights back: "the insurgents threw a grenade at the security force"."""
    if (
        event.type not in _RAIDS
        or "initiator" not in event.roles.values()
        or telling.places
        or telling.date is not None
        or telling.past != event.past
    ):
        return False
    return any(
        _points_back(group) and fights(group) for attack in telling.attacks for group in attack.targets
    )


_RAIDS = frozenset(("raid", "arrest"))


def _other_sides(event: Event, telling: Telling, registry: Registry) -> bool:
    """Tell whether a telling has another attacker, or the attacker and the attacked change places."""
    theirs = {
        key
        for group in _doers(telling)
        if fights(group) and not _points_back(group) and (key := registry.resolve(telling.scan, group))
    }
    mine = {key for key, role in event.roles.items() if role == "initiator"}
    if not mine or not theirs or mine & theirs:
        return False
    targets = {key for key, role in event.roles.items() if role == "target"}
    if theirs & targets and event.type not in ("clash", "offensive", "raid"):
        return True
    if theirs.isdisjoint(event.roles) and _in_return(event, telling, mine, theirs):
        return True
    if theirs.isdisjoint(event.roles) and _by_unknown_others(event, telling, mine):
        return True
    return theirs.isdisjoint(event.roles) and not all(key.startswith(("gunmen:", "rebel:")) for key in theirs)
