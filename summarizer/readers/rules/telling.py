"""One event as one sentence tells it, with the place and date that belong to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.patterns.attack import Attack
from summarizer.patterns.count import Count
from summarizer.patterns.dates import DatePhrase
from summarizer.patterns.places import PlaceName
from summarizer.patterns.scan import Scan

# the more exact of two types in one sentence wins; what is listed first is the most exact
PRECEDENCE = (
    "complex_attack suicide_attack vehicle_bomb chemical_attack drone_strike ied_or_landmine "
    "grenade_attack airstrike shelling naval_attack friendly_fire ambush abduction offensive "
    "recapture_of_territory capture_of_territory repelled_attack siege execution sexual_violence "
    "targeted_killing hostage_rescue_or_release attack_on_civilians bombing interception bombardment "
    "raid clash armed_attack arrest looting_or_destruction ceasefire_or_agreement withdrawal "
    "deployment weapons_seizure protest_or_riot other"
).split()


GROUND = frozenset(
    (
        "offensive capture_of_territory recapture_of_territory clash raid repelled_attack siege ambush "
        "armed_attack withdrawal"
    ).split()
)


BLASTS = frozenset(
    (
        "bombing ied_or_landmine vehicle_bomb suicide_attack complex_attack armed_attack grenade_attack "
        "interception"
    ).split()
)


AIR = frozenset("airstrike drone_strike bombardment shelling naval_attack raid offensive clash".split())


BURNING = frozenset("looting_or_destruction raid armed_attack attack_on_civilians".split())


TAKING = frozenset(["abduction", "execution", "ambush", "armed_attack"])


POLICING = frozenset("arrest raid weapons_seizure armed_attack clash surrender interception".split())


KILLING = frozenset(
    "targeted_killing armed_attack attack_on_civilians execution sexual_violence bombing ambush".split()
)


_FAMILIES = (GROUND, BLASTS, AIR, TAKING, POLICING, KILLING, BURNING)
_KIN = {
    type_: frozenset().union(*(family for family in _FAMILIES if type_ in family))
    for type_ in frozenset().union(*_FAMILIES)
}


def may_be_one(left: str, right: str) -> bool:
    """Tell whether two types may name one event: an ambush and an armed attack, not a raid and an
    abduction."""
    return left == right or right in _KIN.get(left, ())


_PAST_WORDS = frozenset(["anniversary", "earlier", "previously", "formerly", "ago", "recalled"])


@dataclass(slots=True)
class Telling:
    """One event as one sentence tells it."""

    scan: Scan
    type: str
    stage: str
    assertion: str
    attacks: list[Attack]
    counts: list[Count]
    places: list[PlaceName]
    date: DatePhrase | None
    means: list[str] = field(default_factory=list)
    definite: bool = False
    implied: bool = False
    """Only a casualty says that something happened."""
    past: bool = False
    """It lies further back than the news."""
    apart: bool = False
    """Its sentence sets it beside another event, so it is none of those told before."""


@dataclass(slots=True)
class Facts:
    """All that was found in one sentence."""

    scan: Scan
    attacks: Sequence[Attack] = ()
    counts: Sequence[Count] = ()
    places: Sequence[PlaceName] = ()
    dates: Sequence[DatePhrase] = ()


def event_date(facts: Facts, at: int) -> DatePhrase | None:
    """Return the date of the event: the nearest to its verb that is not the date of a statement."""
    if not facts.dates:
        return None
    dates = [date for date in facts.dates if date.role == "event" and not _dates_another(facts, date, at)]
    if len(dates) < 2:
        return dates[0] if dates else None
    precise = [date for date in dates if date.precise] or dates
    return min(precise, key=lambda date: min(abs(date.start - at), abs(date.end - at)))


def _dates_another(facts: Facts, date: DatePhrase, at: int) -> bool:
    """Tell whether a date belongs to the noun of another event: "the July 2 attack", "Friday's raid"."""
    words = facts.scan.words
    if words[max(0, date.start - 1) : date.start] != ["the"] and words[date.end : date.end + 1] != ["'s"]:
        return False
    return any(
        attack.noun
        and attack.at != at
        and date.end <= attack.at <= date.end + 3
        and _BORDERS.isdisjoint(words[date.end : attack.at])
        for attack in facts.attacks
    )


_BORDERS = frozenset((",", ";", ":", "and", "when", "as", "in", "at"))


def event_places(facts: Facts, at: int) -> list[PlaceName]:
    """Return the places of a sentence that an event may have; a speaker's place stands before "said" and is
    none."""
    if not facts.places:
        return []
    scan = facts.scan
    speech = [mark for mark in scan.of("speech") if mark.entry.info in ("participle", "finite")]
    places: list[PlaceName] = []
    care = not scan.vocabulary.isdisjoint(_CARE)
    reaction = _reaction(scan)
    for place in facts.places:
        if reaction < place.start:
            break
        if care and place.name.lower().endswith(_HOSPITALS):
            continue
        spoken = any(0 <= mark.start - place.end <= 1 or 0 <= place.start - mark.end <= 3 for mark in speech)
        if (
            spoken
            and place.preposition in ("in", "at")
            and any(abs(mark.start - place.start) < 8 for mark in speech)
        ):
            continue
        listed = bool(places) and scan.words[places[-1].end : place.start] in (["and"], [","], [",", "and"])
        if place.preposition == "" and place.start > 2 and not listed and scan.words[place.start - 1] != ",":
            continue
        places.append(place)
    return places


_CARE = frozenset(
    "treatment treated treating hospitalised hospitalized rushed taken admitted received according".split()
)
_HOSPITALS = ("hospital", "clinic", "medical center", "medical centre")
_REACTIONS = frozenset(
    "condemned denounced deplored criticized criticised welcomed mourned rejected praised".split()
)


def _reaction(scan: Scan) -> int:
    """Return where a sentence turns to what others say of the event ("was condemned by leaders in …"), else
    its end."""
    if scan.vocabulary.isdisjoint(_REACTIONS):
        return len(scan.words)
    return next(
        (
            index
            for index, word in enumerate(scan.words)
            if word in _REACTIONS and scan.words[index + 1 : index + 2] == ["by"]
        ),
        len(scan.words),
    )


_BEFORE_NEWS = frozenset(
    ("last year", "last month", "last spring", "last summer", "last autumn", "last winter", "last fall")
)


def in_the_past(scan: Scan, date: DatePhrase | None, published: dt.date | None) -> bool:
    """Tell whether the sentence recalls something: another year, "last year", "two years ago", "an
    anniversary"."""
    published_year = published.year if published is not None else None
    if date is not None:
        words = date.text.lower().split()
        years = [
            word.strip(",.") for word in words if word.strip(",.").isdigit() and len(word.strip(",.")) == 4
        ]
        if any(
            year[:2] in ("19", "20") and (published_year is None or int(year) != published_year)
            for year in years
        ):
            return published_year is not None or not date.precise
        if published is not None and not years and _long_before(words, published):
            return True
        if date.text.lower() in _BEFORE_NEWS or words[-1:] == ["ago"]:
            return True
        if not date.precise and not years and any(word.strip(",.").lower() in _MONTH_WORDS for word in words):
            return True
    if not scan.vocabulary.isdisjoint(_PAST_WORDS):
        return True
    return (
        scan.words[:1] == ["in"]
        and len(scan.words) > 1
        and scan.words[1].isdigit()
        and scan.words[1][:2] in ("19", "20")
    )


_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_WORDS = frozenset(_MONTHS)
_NUMBER_OF = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_NEWS = 75
"""Days for which an event is news: after them a day of the calendar recalls it."""


def _long_before(words: list[str], published: dt.date) -> bool:
    """Tell whether a day without a year, the last one of its name, is months old: "Oct. 7" in May."""
    month = next((_NUMBER_OF[word[:3]] for word in words if word[:3] in _NUMBER_OF and _is_month(word)), 0)
    day = next((int(word.strip(",.")) for word in words if word.strip(",.").isdecimal()), 0)
    if not month or not 0 < day < 29:
        return False
    last = dt.date(published.year, month, day)
    if last > published + dt.timedelta(days=2):
        last = last.replace(year=published.year - 1)
    return (published - last).days > _NEWS


def _is_month(word: str) -> bool:
    bare = word.strip(",.")
    return bare in _MONTH_WORDS or bare in _SHORT_MONTHS


_SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
