"""An operation while it is being gathered, and when two tellings are of one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from summarizer.patterns.marked import Marked
from summarizer.patterns.places import PlaceName
from summarizer.patterns.tokens import fold
from summarizer.readers.rules.telling import GROUND, Telling, may_be_one

ATTACKERS = frozenset(("attacker", "assailant", "bomber", "hijacker", "raider"))
"""Who is called by the attack: his death is of it, and he is never among "16 people killed"."""
VAGUE = frozenset(("armed_attack", "raid", "clash", "bombardment", "bombing"))


class Whereabouts(NamedTuple):
    """Where something is, in folded names, so that two can be compared."""

    spots: set[str]
    """Towns and the like, where it happened itself."""
    regions: set[str]
    """Provinces and the like, without their noun, around the spots or alone."""
    wider: set[str]
    """All that encloses a place."""


@lru_cache(maxsize=4096)
def is_capital(name: str) -> bool:
    """Tell whether a name is that of a capital city."""
    return any(mark.start == 0 for mark in Marked(name).of("capital"))


_NOWHERE = Whereabouts(set(), set(), set())


def whereabouts(places: Sequence[tuple[PlaceName, bool]]) -> Whereabouts:
    """Return where places are; each comes with whether it happened there, if it is a spot."""
    if not places:
        return _NOWHERE
    spots: set[str] = set()
    regions: set[str] = set()
    wider: set[str] = set()
    for place, there in places:
        if place.region:
            regions.add(bare_region(place.name))
            if there and place.within and is_capital(place.within[0]):
                spots.add(fold(place.within[0]))  # a district of the city
        elif there:
            spots.add(fold(place.name))
        for name in place.within:
            regions.add(bare_region(name))
            wider.add(fold(name))
    return Whereabouts(spots, regions, wider)


@dataclass(slots=True, eq=False)
class Event:
    """An operation while it is being gathered."""

    type: str
    stage: str
    assertion: str
    past: bool
    implied: bool = False
    means: list[str] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    """Party key -> role."""
    places: list[tuple[PlaceName, str]] = field(default_factory=list)
    """Place and its role."""
    date: str | None = None
    date_precise: bool = False
    objective: str | None = None
    territorial: str = "none_reported"
    civilians: str = "not_reported"
    sources: list[str] = field(default_factory=list)
    evidence: set[int] = field(default_factory=set)
    damage: list[str] = field(default_factory=list)
    first: int = 0
    last: int = 0
    party_evidence: dict[str, set[int]] = field(default_factory=dict)
    harm: set[str] = field(default_factory=set)
    """What befell people in it: "killed", "wounded"."""
    index: int = 0
    where: Whereabouts = _NOWHERE

    def note_places(self) -> None:
        """Bring `where` up to date with the places."""
        self.where = whereabouts([(place, role in ("incident", "captured")) for place, role in self.places])


_REGION_NOUNS = frozenset("province state region governorate department district".split())


@lru_cache(maxsize=4096)
def bare_region(name: str) -> str:
    """Return a region's name, folded and without its noun, so that "Helmand" is "Helmand province"."""
    return " ".join(word for word in fold(name).split() if word not in _REGION_NOUNS)


def one_family(mine: str, theirs: str, telling: Telling) -> bool:
    if mine == theirs or telling.definite:
        return True
    if "interception" in (mine, theirs) and telling.attacks and telling.attacks[0].lemma in _SHOT_DOWN:
        return False
    if telling.implied:
        return (theirs == "armed_attack" and mine not in _OF_CAPTIVES) or (
            may_be_one(mine, theirs) and mine not in _OF_CAPTIVES
        )
    if mine in _BY_THE_ROAD and theirs in _BY_THE_ROAD:
        return True
    return may_be_one(mine, theirs) and (mine in VAGUE or theirs in VAGUE)


def died_later(telling: Telling) -> bool:
    """Tell whether a death belongs to an earlier event, whatever its own day: "one died in hospital on
    Friday"."""
    words = telling.scan.words
    return (
        telling.implied and not _LATER.isdisjoint(words) and not any(count.agents for count in telling.counts)
    )


_SHOT_DOWN = frozenset(("shoot down", "intercept", "down"))
_OF_CAPTIVES = frozenset(("abduction", "hostage_rescue_or_release", "interception"))
"""In these nobody is killed, unless the sentence says so."""
_BY_THE_ROAD = frozenset(("ambush", "ied_or_landmine"))
"""What one attack on a convoy is: "it hit a mine and came under fire"."""
_LATER = frozenset(("died", "succumbed", "rubble"))
"""What is told of the dead long after they were hit."""
_OF_THE_GROUND = frozenset(("operation", "offensive", "campaign", "drive", "push", "mission", "raid"))


def alike(mine: str, telling: Telling) -> bool:
    lemma = telling.attacks[0].lemma if telling.attacks else ""
    if lemma in _OF_THE_GROUND:
        return mine in GROUND or mine == "arrest"
    return may_be_one(mine, telling.type)


def place_role(place: PlaceName, telling: Telling) -> str:
    if place.preposition == "from":
        if place.relation is None:
            return "origin"
        # "thirty kilometres from Tame" tells where it was, if no nearer place does
        nearer = any(other is not place and not other.region for other in telling.places)
        return "mentioned" if nearer else "incident"
    if place.preposition == "of" and place.relation is not None and not place.region:
        # "67 km north of San Salvador" tells how far a nearer place is from it
        nearer = any(other.relation is None and not other.region for other in telling.places)
        return "mentioned" if nearer else "incident"
    if place.preposition in ("to", "toward", "towards") and telling.type not in (
        "offensive",
        "withdrawal",
        "deployment",
    ):
        return "mentioned"
    if (
        telling.type in ("capture_of_territory", "recapture_of_territory")
        and place.preposition == ""
        and telling.stage == "completed"
    ):
        return "captured"
    if place.preposition in ("", "of") and place.relation is None and telling.type not in ("offensive",):
        return "incident" if place.preposition == "" else "mentioned"
    return "incident"
