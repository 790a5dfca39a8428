"""An operation while it is being gathered, and when two tellings are of one event."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.patterns.places import PlaceName
from summarizer.patterns.tokens import fold
from summarizer.readers.rules.telling import GROUND, Telling, may_be_one

VAGUE = frozenset(("armed_attack", "raid", "clash", "bombardment", "bombing"))


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
    index: int = 0


def bare_region(name: str) -> str:
    """Return a region's name without its noun, so that "Helmand" is "Helmand province"."""
    words = [
        word
        for word in fold(name).split()
        if word not in ("province", "state", "region", "governorate", "department", "district")
    ]
    return " ".join(words)


def one_family(mine: str, theirs: str, telling: Telling) -> bool:
    if mine == theirs or telling.definite:
        return True
    if telling.implied:
        return theirs == "armed_attack" or may_be_one(mine, theirs)
    return may_be_one(mine, theirs) and (mine in VAGUE or theirs in VAGUE)


def died_later(telling: Telling) -> bool:
    """Tell whether a death belongs to an earlier event, whatever its own day: "one died in hospital on
    Friday"."""
    words = telling.scan.words
    return (
        telling.implied
        and ("died" in words or "succumbed" in words)
        and not any(count.agents for count in telling.counts)
    )


_OF_THE_GROUND = frozenset(("operation", "offensive", "campaign", "drive", "push", "mission", "raid"))


def alike(mine: str, telling: Telling) -> bool:
    lemma = telling.attacks[0].lemma if telling.attacks else ""
    if lemma in _OF_THE_GROUND:
        return mine in GROUND or mine == "arrest"
    return may_be_one(mine, telling.type)


_DATE_NOISE = frozenset(
    "on the at of in early late around about night morning evening afternoon dawn noon before after".split()
)


def day(text: str) -> set[str]:
    return {
        word for word in fold(text).replace(",", " ").replace(".", " ").split() if word not in _DATE_NOISE
    }


def place_role(place: PlaceName, telling: Telling) -> str:
    if place.preposition == "from":
        return "mentioned" if place.relation else "origin"
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
