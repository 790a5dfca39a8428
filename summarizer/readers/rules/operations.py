"""Operations: what sentences tell of one event, merged, with who, where, when and with what."""

from __future__ import annotations

from summarizer.patterns.amounts import VAGUE
from summarizer.patterns.attack import Attack
from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.scan import Scan
from summarizer.patterns.tokens import fold
from summarizer.readers.rules.actors import SOMEBODY, Registry
from summarizer.readers.rules.event import Event, alike, bare_region, day, died_later, one_family, place_role
from summarizer.readers.rules.telling import PRECEDENCE, Telling

_RANK = {type_: rank for rank, type_ in enumerate(PRECEDENCE)}
_MAX_BACKGROUND = 5
_MAX_OPERATIONS = 60
_MAX_SOURCES = 12


class Operations:
    """The operations of one article, merged as its sentences are read in order."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.events: list[Event] = []

    def add(self, telling: Telling, sources: list[str]) -> Event | None:
        """Merge what a sentence tells into the event it belongs to, or open a new one; None: it tells too
        little."""
        event = self._same_event(telling)
        if event is None:
            if not self._tells_enough(telling):
                return self._recent(telling)
            event = Event(telling.type, telling.stage, telling.assertion, telling.past, telling.implied)
            event.first = telling.scan.number
            event.index = len(self.events)
            self.events.append(event)
        else:
            self._sharpen(event, telling)
        self.fill(event, telling, sources)
        return event

    def _same_event(self, telling: Telling) -> Event | None:
        """Return the latest event that the sentence can be about: same family, no other place, date or
        stage."""
        if telling.definite and telling.stage != "planned":
            return self._pointed_at(telling)
        for event in reversed(self.events[-12:]):
            if (event.stage == "planned") != (telling.stage == "planned") or event.past != telling.past:
                continue
            if event.stage == "planned" and telling.places:
                if self._share_place(event, telling):
                    return event
                continue
            if not one_family(event.type, telling.type, telling):
                continue
            if self._other_place(event, telling):
                continue
            if self._other_date(event, telling) and not died_later(telling):
                continue
            if self._other_sides(event, telling):
                continue
            return event
        return None

    def _pointed_at(self, telling: Telling) -> Event | None:
        """Return what "the operation" or "the attack" means: the latest event of its kind, else the latest
        main one."""
        candidates = [
            event
            for event in reversed(self.events)
            if event.stage != "planned"
            and event.past == telling.past
            and not self._other_place(event, telling)
            and not self._other_date(event, telling)
        ]
        kindred = [event for event in candidates if alike(event.type, telling)]
        return next(iter(kindred or candidates), None)

    def _recent(self, telling: Telling) -> Event | None:
        """Return the event that an anaphoric mention most likely points to."""
        if telling.definite or telling.implied:
            return next(
                (
                    event
                    for event in reversed(self.events)
                    if event.stage != "planned" and event.past == telling.past
                ),
                None,
            )
        return None

    def _tells_enough(self, telling: Telling) -> bool:
        """Tell whether a mention can stand as an event of its own: somebody, some place, some harm or a
        date."""
        if len(self.events) >= _MAX_OPERATIONS:
            return False
        if telling.definite and not telling.counts and not telling.places:
            return False
        fighting = any(
            fights(group) for attack in telling.attacks for group in (*attack.initiators, *attack.targets)
        )
        somewhere = bool(telling.places) or telling.date is not None
        if telling.past or telling.stage == "planned":
            return somewhere or (telling.stage == "planned" and fighting)
        if telling.implied:
            harmed = any(count.agents or fights(count.group) for count in telling.counts)
            return harmed or somewhere or not self.events
        return fighting or bool(telling.counts) or somewhere

    @staticmethod
    def _share_place(event: Event, telling: Telling) -> bool:
        names = {fold(place.name) for place, _ in event.places}
        return any(fold(place.name) in names for place in telling.places)

    @staticmethod
    def _other_place(event: Event, telling: Telling) -> bool:
        """Tell whether the two are at different spots; a province and a town may be the same place."""
        mine = {
            fold(place.name)
            for place, role in event.places
            if not place.region and role in ("incident", "captured")
        }
        theirs = {fold(place.name) for place in telling.places if not place.region and place.relation is None}
        if mine and theirs and mine.isdisjoint(theirs):
            wider = {fold(name) for place, _ in event.places for name in place.within}
            return theirs.isdisjoint(wider) and not telling.definite
        mine = {
            bare_region(name)
            for place, _ in event.places
            for name in ((place.name,) if place.region else ()) + place.within
        }
        theirs = {
            bare_region(name)
            for place in telling.places
            for name in ((place.name,) if place.region else ()) + place.within
        }
        return bool(mine and theirs and mine.isdisjoint(theirs) and not telling.definite)

    @staticmethod
    def _other_date(event: Event, telling: Telling) -> bool:
        if telling.date is None or event.date is None or not (telling.date.precise and event.date_precise):
            return False
        return day(event.date).isdisjoint(day(telling.date.text))

    def _other_sides(self, event: Event, telling: Telling) -> bool:
        """Tell whether a telling has another attacker, or the attacker and the attacked change places."""
        if telling.definite:
            return False
        mine = {key for key, role in event.roles.items() if role == "initiator"}
        theirs = self._keys(
            telling.scan, [group for attack in telling.attacks for group in attack.initiators]
        )
        targets = {key for key, role in event.roles.items() if role == "target"}
        if not mine or not theirs:
            return False
        if mine & theirs:
            return False
        if theirs & targets and event.type not in ("clash", "offensive", "raid"):
            return True
        return theirs.isdisjoint(event.roles) and not all(
            key.startswith(("gunmen:", "rebel:")) for key in theirs
        )

    def _keys(self, scan: Scan, groups: list[Group]) -> set[str]:
        keys = {self.registry.resolve(scan, group) for group in groups if fights(group)}
        return {key for key in keys if key is not None}

    @staticmethod
    def _sharpen(event: Event, telling: Telling) -> None:
        """Let the more exact type win; what had only been implied takes the type that is told."""
        if telling.implied or (telling.definite and telling.type in VAGUE):
            return
        better = _RANK.get(telling.type, 99) < _RANK.get(event.type, 99)
        if event.implied or (event.type in VAGUE and better):
            event.type = telling.type
            event.implied = False
        if event.stage == "completed" and telling.stage == "launched" and not event.evidence:
            event.stage = "launched"

    def fill(self, event: Event, telling: Telling, sources: list[str]) -> None:
        """Add to an event what one more sentence tells of it."""
        number = telling.scan.number
        event.evidence.add(number)
        event.last = number
        event.means.extend(word for word in telling.means if word not in event.means)
        if len(event.sources) < _MAX_SOURCES:
            event.sources.extend(source for source in sources if source not in event.sources)
        for attack in telling.attacks:
            self._take_sides(event, telling.scan, attack)
            if attack.territorial and event.territorial == "none_reported":
                event.territorial = attack.territorial
            if attack.goal and event.objective is None:
                event.objective = attack.goal
                self._target_of_goal(event, telling.scan, attack)
        self._take_victims(event, telling)
        self._take_places(event, telling)
        if telling.date is not None and (
            event.date is None or (telling.date.precise and not event.date_precise)
        ):
            event.date = telling.date.text
            event.date_precise = telling.date.precise

    def _take_sides(self, event: Event, scan: Scan, attack: Attack) -> None:
        mutual = attack.mutual and event.type == "clash"
        for groups, role in ((attack.initiators, "initiator"), (attack.targets, "target")):
            for group in groups:
                unnamed = role == "initiator" and group.head.name in SOMEBODY
                if not (fights(group) or unnamed):
                    if role == "target" and group.head.kind == "person":
                        event.civilians = "targeted" if group.head.type == "civilian" else event.civilians
                    continue
                self.join(event, scan, group, "participant" if mutual else role)

    def join(self, event: Event, scan: Scan, group: Group, role: str) -> None:
        """Give a party a part in an event; the first role that the text gives it stays."""
        key = self.registry.resolve(scan, group)
        if key is None:
            return
        if role == "target" and event.roles.get(key) == "initiator":
            return
        event.roles.setdefault(key, role)
        event.party_evidence.setdefault(key, set()).add(scan.number)

    def _target_of_goal(self, event: Event, scan: Scan, attack: Attack) -> None:
        """Read the enemy out of an aim: "to recapture the group's last stronghold"."""
        size = len(attack.goal)
        start = scan.tokens.text.find(attack.goal)
        for group in scan.groups:
            if start <= scan.tokens.starts[group.start] < start + size and fights(group):
                self.join(event, scan, group, "target")

    def _take_victims(self, event: Event, telling: Telling) -> None:
        """Make who did the harm an initiator, and an armed party that was harmed a target."""
        for count in telling.counts:
            if count.hint in ("part", "self", "toll") or count.negated:
                continue
            for group in count.agents:
                if fights(group) or group.head.name in SOMEBODY:
                    role = "participant" if event.type == "clash" else "initiator"
                    if "initiator" not in event.roles.values() or event.type != "clash":
                        self.join(event, telling.scan, group, role)
            if fights(count.group) and count.outcome not in ("released", "rescued"):
                key = self.registry.resolve(telling.scan, count.group)
                if key is not None and key not in event.roles and not key.startswith("person:"):
                    event.roles[key] = "participant" if event.type == "clash" else "target"
                    event.party_evidence.setdefault(key, set()).add(telling.scan.number)

    @staticmethod
    def _take_places(event: Event, telling: Telling) -> None:
        known = {fold(place.name): position for position, (place, _) in enumerate(event.places)}
        for place in telling.places:
            role = place_role(place, telling)
            folded = fold(place.name)
            if folded in known:
                position = known[folded]
                old, old_role = event.places[position]
                if not old.within and place.within:
                    event.places[position] = (old._replace(within=place.within), old_role)
                continue
            if len(event.places) < 8:
                event.places.append((place, role))
                known[folded] = len(event.places) - 1

    def nest_places(self) -> None:
        """Put the one province of an event around its towns: the lede names the province, the next line the
        town."""
        for event in self.events:
            regions = [place for place, _ in event.places if place.region]
            bare = bare_region(regions[0].name) if regions else ""
            event.places = [
                (place, role) for place, role in event.places if place.region or fold(place.name) != bare
            ]
            towns = [
                place
                for place, role in event.places
                if not place.region and role in ("incident", "target", "captured")
            ]
            if len(regions) != 1 or not towns or any(place.within for place in towns[1:]):
                continue
            region = regions[0]
            event.places = [
                (
                    place._replace(within=(*place.within, region.name))
                    if place in towns and region.name not in place.within
                    else place,
                    role,
                )
                for place, role in event.places
                if place is not region
            ]

    def ranked(self) -> list[Event]:
        """Return the events to publish: in order of the text, at most five of the background."""
        kept: list[Event] = []
        background = 0
        for event in self.events:
            if event.past:
                background += 1
                if background > _MAX_BACKGROUND:
                    continue
            kept.append(event)
        return kept
