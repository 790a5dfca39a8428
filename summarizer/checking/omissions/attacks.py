"""Attacks that a sentence states and no operation holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from summarizer.checking.case import Case
from summarizer.checking.omissions.triggers import COMBAT
from summarizer.patterns.attack import Attack
from summarizer.patterns.attacks import find_attacks
from summarizer.patterns.belligerents import fights
from summarizer.patterns.count import Count
from summarizer.patterns.lexicon import wordset
from summarizer.patterns.places import find_places
from summarizer.patterns.scan import Scan
from summarizer.schema import Operation
from summarizer.schema.vocabulary import Discourse, PlaceRole
from summarizer.text.folding import find_folded, fold

_FAMILIES = tuple(
    frozenset(family.split())
    for family in (
        "offensive clash ambush raid armed_attack repelled_attack siege capture_of_territory"
        " recapture_of_territory takeover_without_fighting friendly_fire",
        "bombing ied_or_landmine vehicle_bomb suicide_attack complex_attack grenade_attack armed_attack"
        " interception",
        "airstrike drone_strike bombardment shelling naval_attack chemical_attack friendly_fire",
        "abduction hostage_rescue_or_release",
        "targeted_killing attack_on_civilians execution armed_attack ambush sexual_violence bombing",
    )
)
"""Types under which two readers may record one event."""
_KIN = {
    type_: frozenset[str]().union(*(family for family in _FAMILIES if type_ in family))
    for type_ in frozenset[str]().union(*_FAMILIES)
}
_HAPPENED = frozenset(("completed", "launched", "ongoing", "failed", "foiled"))
_ASSERTED = frozenset(("stated", "alleged", "disputed"))
_DENIAL = frozenset(["denied", "denies", "deny", "denying"])
_LONG_AGO = frozenset("anniversary previously formerly ago recalled decade decades century".split())
_LAST = frozenset("year month spring summer autumn fall winter decade".split())
_MOST_BACKGROUND = 5
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[^\W\d_a-z](?<=[\w,;'’\"] .)[\w']+")
"""A word with a capital that does not open its sentence."""
_CALENDAR = wordset("dates", "months") | wordset("dates", "weekdays")


class Operations:
    """The operations of a draft, for comparing; attacks reported as missing are added to them."""

    def __init__(self, case: Case) -> None:
        self.case = case
        draft = case.draft
        self.events = [operation for operation in draft.operations if not is_context(operation)]
        self.cited = {number for operation in self.events for number in operation.evidence}
        self.cited.update(
            number for record in draft.casualties if record.operations for number in record.evidence
        )
        types: set[str] = {operation.type for operation in self.events}
        self.kin = types.union(*(_KIN.get(type_, ()) for type_ in types))
        """The types of the operations, and those that another reader may give them."""
        background = [o for o in self.events if o.discourse == Discourse.BACKGROUND]
        self.background_is_full = len(background) >= _MOST_BACKGROUND

    @cached_property
    def known(self) -> str:
        """The folded names of places and parties that the draft has, and the dateline."""
        draft = self.case.draft
        names = [draft.dateline or ""]
        for operation in self.events:
            for place in operation.places:
                names += [place.name, *place.within]
        for actor in draft.actors:
            names += [actor.name, *actor.aliases, *actor.leaders]
        names += [source.name for source in draft.sources]
        return fold(" | ".join(names))

    @cached_property
    def known_words(self) -> frozenset[str]:
        """The words of these names, of months and of days."""
        return frozenset(_WORD.findall(self.known)) | _CALENDAR

    def clearly_hold(self, types: set[str], text: str) -> bool:
        """Tell, without a scan, whether the attacks that a sentence may tell are held: no new kind, no new
        name in it."""
        if not types <= self.kin:
            return False
        return self._knows_names(text)

    def _knows_names(self, text: str) -> bool:
        return all(fold(name) in self.known_words for name in _NAME.findall(text))

    def hold(self, attack: Attack, scan: Scan) -> bool:
        """Tell whether an operation of the draft may be the attack: of its kind, and at no other place."""
        if attack.type not in self.kin:
            return False
        if self._knows_names(scan.tokens.text):
            return True
        places = [place for place in find_places(scan) if not place.region and place.relation is None]
        unknown = [place for place in places if not self._has_place(place.name)]
        return not unknown or len(unknown) < len(places)

    def add(self, attack: Attack) -> None:
        """Add an attack, so that what repeats it is not missed again."""
        self.kin |= {attack.type, *_KIN.get(attack.type, ())}

    def _has_place(self, name: str) -> bool:
        return find_folded(fold(name), self.known) is not None


def is_context(operation: Operation) -> bool:
    """Tell whether an operation only says what goes on around the events, and no attack is meant by it."""
    return (
        operation.discourse == Discourse.BACKGROUND
        and not operation.participants
        and operation.date is None
        and all(place.role == PlaceRole.MENTIONED for place in operation.places)
    )


def plain_attacks(scan: Scan, counts: Sequence[Count]) -> Iterator[Attack]:
    """Yield the attacks of a sentence that are told as having happened, with somebody who took part."""
    marks = scan.of_any("deed", "event", "generic")
    if not any(mark.entry.type in COMBAT or mark.entry.kind == "generic" for mark in marks):
        return
    for attack in find_attacks(scan):
        if (
            attack.type not in COMBAT
            or attack.stage not in _HAPPENED
            or attack.assertion not in _ASSERTED
            or attack.described
            or attack.definite
            or not _DENIAL.isdisjoint(scan.words[: attack.at])
        ):
            continue
        armed = any(fights(group) for group in attack.initiators)
        if armed or (attack.targets and not attack.noun) or counts:
            yield attack


def words_of(scan: Scan, attack: Attack) -> str:
    """Return the words that tell of an attack: who, the deed, to whom."""
    groups = [*attack.initiators, *attack.targets]
    first = min([attack.at, *(group.start for group in groups)])
    last = max([attack.at + 1, *(group.end for group in groups)])
    whole = " ".join(scan.span(first, last).split())
    if len(whole) <= 90:
        return whole
    return " ".join(scan.span(attack.at, min(attack.at + 8, len(scan.words))).split())


def is_past(scan: Scan, published_year: int | None) -> bool:
    """Tell whether a sentence recalls something that is not the news: another year, "last year", "ago"."""
    words = scan.words
    if not _LONG_AGO.isdisjoint(words):
        return True
    for index, word in enumerate(words):
        if len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20"):
            if published_year is None or int(word) != published_year:
                return True
        elif word in ("last", "previous", "earlier") and not _LAST.isdisjoint(words[index + 1 : index + 2]):
            return True
    return False


def may_be_one(left: str, right: str) -> bool:
    """Tell whether two readers may give one event these types."""
    return left == right or right in _KIN.get(left, ())
