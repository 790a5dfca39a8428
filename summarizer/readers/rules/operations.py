"""Operations: what sentences tell of one event, merged, with who, where, when and with what."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from summarizer.patterns.amounts import VAGUE
from summarizer.patterns.attack import Attack
from summarizer.patterns.belligerents import fights, may_attack, one_of_them
from summarizer.patterns.count import Count
from summarizer.patterns.group import Group
from summarizer.patterns.marked import Marked
from summarizer.patterns.places import PlaceName
from summarizer.patterns.scan import Scan
from summarizer.patterns.tokens import fold
from summarizer.readers.rules.actors import SOMEBODY, Registry, agents_of
from summarizer.readers.rules.event import Event, bare_region, place_role
from summarizer.readers.rules.same_event import same_event
from summarizer.readers.rules.telling import PRECEDENCE, Telling

_RANK = {type_: rank for rank, type_ in enumerate(PRECEDENCE)}
MAX_BACKGROUND = 5
_MAX_OPERATIONS = 60
_MAX_SOURCES = 12


class Operations:
    """The operations of one article, merged as its sentences are read in order."""

    def __init__(self, registry: Registry, dateline: str | None = None) -> None:
        self.registry = registry
        self.dateline = dateline
        """The place where the article was written."""
        self.capital = _is_capital(dateline, registry.home)
        """Whether it is the capital of the country that the article is about."""
        self.events: list[Event] = []

    def add(self, telling: Telling, sources: list[str]) -> Event | None:
        """Merge what a sentence tells into the event it belongs to, or open a new one; None: it tells too
        little."""
        event = same_event(self.events, telling, self.registry)
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
    def _sharpen(event: Event, telling: Telling) -> None:
        """Let the more exact type win; what had only been implied takes the type that is told."""
        if telling.implied or (telling.definite and telling.type in VAGUE):
            return
        if event.implied and telling.type == "interception":
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
        for count in telling.counts:
            if not count.negated:
                event.harm.add(count.outcome)
        for word in telling.means:
            if word not in event.means:
                event.means.append(word)
        if len(event.sources) < _MAX_SOURCES:
            event.sources += [source for source in sources if source not in event.sources]
        for attack in telling.attacks:
            self._take_sides(event, telling.scan, attack)
            if attack.territorial and event.territorial == "none_reported":
                event.territorial = attack.territorial
            if attack.goal and event.objective is None:
                event.objective = attack.goal
                self._target_of_goal(event, telling.scan, attack)
        self._take_victims(event, telling)
        self._take_places(event, telling)
        if not event.places and self.dateline is not None and _here(telling.scan, self.capital):
            event.places.append((PlaceName(0, 0, self.dateline, "in", None, (), False), "incident"))
            event.note_places()
        if telling.date is not None and (
            event.date is None or (telling.date.precise and not event.date_precise)
        ):
            event.date = telling.date.text
            event.date_precise = telling.date.precise

    def _take_sides(self, event: Event, scan: Scan, attack: Attack) -> None:
        mutual = attack.mutual and event.type == "clash"
        doers = {self.registry.key_of(scan, group) for group in attack.initiators if fights(group)}
        for groups, role in ((attack.initiators, "initiator"), (attack.targets, "target")):
            for group in groups:
                does = role == "initiator" and (group.head.name in SOMEBODY or may_attack(group))
                if not (fights(group) or does):
                    if role == "target" and group.head.kind == "person":
                        event.civilians = "targeted" if group.head.type == "civilian" else event.civilians
                    continue
                besides = doers if role == "target" else ()
                part = "participant" if mutual else role
                self.join(event, scan, group, part, besides, claimed=attack.definite)

    def join(
        self,
        event: Event,
        scan: Scan,
        group: Group,
        role: str,
        besides: Collection[str | None] = (),
        *,
        claimed: bool = False,
    ) -> None:
        """Give a party a part in an event; the first role that the text gives it stays.

        Who fires back at those who began is their target, unless he is said, or claims, to have begun
        (`claimed`).
        """
        key = self.registry.resolve(scan, group, besides)
        if key is None:
            return
        if role == "target" and event.roles.get(key) == "initiator":
            return
        answers = role == "initiator" and not claimed and key not in event.roles
        if answers and self._opposes_initiators(event, key):
            role = "target"
        if role == "initiator" and self.registry.is_armed_group(key):
            self.registry.attacker = key
        event.roles.setdefault(key, role)
        event.party_evidence.setdefault(key, set()).add(scan.number)

    def _opposes_initiators(self, event: Event, key: str) -> bool:
        """Tell whether a party stands against those who began: troops that fire back at rebels attack
        nobody."""
        began = [known for known, role in event.roles.items() if role == "initiator"]
        if not began:
            return False
        if key.startswith(_OF_THE_STATE):
            return all(map(self.registry.is_rebel, began))
        return self.registry.is_rebel(key) and all(known.startswith(_OF_THE_STATE) for known in began)

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
            if count.hint in ("part", "self", "lost") or count.negated:
                continue
            for group in count.agents:
                if may_attack(group) or group.head.name in SOMEBODY:
                    role = "participant" if event.type == "clash" else "initiator"
                    if "initiator" not in event.roles.values() or event.type != "clash":
                        self.join(event, telling.scan, group, role)
            if count.group.head.kind == "name":
                person = self.registry.member(telling.scan, count.group)
                if person is not None:
                    event.roles.setdefault(person, "target")
                    event.party_evidence.setdefault(person, set()).add(telling.scan.number)
                continue
            if _harmed(count.group) and count.outcome not in ("released", "rescued"):
                key = self.registry.resolve(
                    telling.scan, count.group, agents_of(self.registry, telling.scan, count)
                )
                if key is not None and key not in event.roles:
                    if _repelled(telling, count):
                        self.join(event, telling.scan, count.group, "initiator")
                        continue
                    attacked = event.type != "clash" or "initiator" in event.roles.values()
                    event.roles[key] = "target" if attacked else "participant"
                    event.party_evidence.setdefault(key, set()).add(telling.scan.number)

    @staticmethod
    def _take_places(event: Event, telling: Telling) -> None:
        if not telling.places:
            return
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
        event.note_places()

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

    def open_context(self, type_: str, number: int) -> Event:
        """Open an operation of the background that is only spoken of: a campaign, aid, talks."""
        stage = (
            "unknown" if type_ in ("talks", "legal_or_diplomatic", "ceasefire_or_agreement") else "ongoing"
        )
        event = Event(type_, stage, "stated", past=True)
        event.first = event.last = number
        event.index = len(self.events)
        event.evidence.add(number)
        self.events.append(event)
        return event

    def ranked(self) -> list[Event]:
        """Return the events to publish: in order of the text, at most five of the background."""
        kept: list[Event] = []
        background = 0
        for event in self.events:
            if event.past:
                background += 1
                if background > MAX_BACKGROUND:
                    continue
            kept.append(event)
        return kept


def _is_capital(dateline: str | None, home: str | None) -> bool:
    return dateline is not None and any(state == home or home is None for state in _capitals_of(dateline))


@lru_cache(maxsize=4096)
def _capitals_of(dateline: str) -> tuple[str, ...]:
    """Return the states whose capitals a dateline names."""
    return tuple(mark.entry.info for mark in Marked(dateline).of("capital"))


def _here(scan: Scan, capital: bool) -> bool:
    """Tell whether a sentence speaks of the place where it was written: "in this city", or, where that is
    one, "in the capital"."""
    words = scan.words
    return not scan.vocabulary.isdisjoint(_HERE) and any(
        word in _HERE
        and (words[index - 1] == "this" or (capital and words[index - 1 : index + 1] == ["the", "capital"]))
        and words[index + 1 : index + 2] != ["of"]
        and not _INSIDE.isdisjoint(words[max(0, index - _REACH) : index - 1])
        for index, word in enumerate(words[1:], start=1)
    )


_HERE = frozenset(("city", "capital", "town"))
_INSIDE = frozenset(("in", "at", "of", "near", "outside"))
_REACH = 4
"""Words between "in" and "the capital": "in the southern sector of the capital"."""


_OF_THE_STATE = ("military:", "police:")


def _repelled(telling: Telling, count: Count) -> bool:
    """Tell whether those harmed had attacked: "foiled an attack, killing five bandits"."""
    return (
        any(attack.type == "repelled_attack" for attack in telling.attacks)
        and count.outcome in ("killed", "captured")
        and count.group.head.type in _ATTACKERS
    )


_ATTACKERS = frozenset(("rebel_group", "unidentified_armed_group", "criminal_group", "combatant"))


def _harmed(group: Group) -> bool:
    """Tell whether a party was harmed: "three guards", and not "a guard"."""
    return fights(group) and not one_of_them(group)
