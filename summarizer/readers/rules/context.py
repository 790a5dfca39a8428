"""What goes on around the events of an article: the campaign, the aid, the talks, and where."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import compress

from summarizer.article import Article
from summarizer.patterns.lexicon import table, wordset
from summarizer.patterns.place_words import INSIDE
from summarizer.patterns.places import PlaceName, find_places
from summarizer.patterns.scan import Scan
from summarizer.patterns.tokens import fold
from summarizer.readers.rules.event import Event, bare_region
from summarizer.readers.rules.operations import MAX_BACKGROUND, Operations
from summarizer.readers.rules.telling import Facts

_MAX_PLACES = 24
"""How many places one piece of context may carry."""
_BESIDE_NEWS = 8
"""How many sentences from an event of the news a place may stand that the event carries."""
_NAMING = frozenset(("place", "nation", "capital"))


@cache
def _kinds() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((type_, wordset("context", type_, "plain")) for type_ in table("context"))


@cache
def _words() -> frozenset[str]:
    return frozenset().union(*(words for _, words in _kinds()))


def kind_of_context(scan: Scan) -> str | None:
    """Return what a sentence says is going on, as a type of operation; None where it has no word for it.

    "We support the campaign against the militants in Sarn" speaks of an offensive.
    """
    found = scan.vocabulary & _words()
    if not found:
        return None
    return next(type_ for type_, words in _kinds() if not found.isdisjoint(words))


def add_context(body: Sequence[Facts], operations: Operations) -> None:
    """Carry the places that no operation has, as mentioned, with what they stand nearest to.

    In a text without news, a sentence that says what goes on at a place opens a background operation of
    that kind, one a kind, as long as there is room; the places of other sentences go to the nearest. Beside
    news nothing is opened: a place goes to the event that is told nearest, some sentences from it.
    """
    known = _carried(operations)
    opened: dict[str, Event] = {}
    news = any(not event.past for event in operations.events)
    room = 0 if news else MAX_BACKGROUND - len(operations.events)
    carriers = operations.ranked()
    loose: list[tuple[int, PlaceName]] = []
    told = set[int]().union(*(event.evidence for event in carriers))
    near = set[int]().union(*(range(number - _BESIDE_NEWS, number + _BESIDE_NEWS + 1) for number in told))
    for facts in body:
        if news and facts.scan.number not in near:
            continue
        places = _places(facts)
        fresh = [place for place in places if not known.issuperset(_names(place))] if places else places
        if not fresh:
            continue
        scan = facts.scan
        kind = kind_of_context(scan) if room else None
        event = opened.get(kind) if kind else None
        if event is None and kind is not None and len(opened) < room:
            event = opened[kind] = operations.open_context(kind, scan.number)
        for place in fresh:
            known.update(_names(place))
            if event is None:
                loose.append((scan.number, place))
            else:
                _mention(event, place)
                event.evidence.add(scan.number)
    if loose and not carriers and not opened:
        _open_for(body, operations)
    carriers = carriers if news else operations.ranked()
    nearest = {
        number: min(carriers, key=lambda event: min(abs(number - other) for other in event.evidence))
        for number in ({number for number, _ in loose} if carriers else ())
    }
    for number, place in loose if carriers else ():
        _mention(nearest[number], place)
        nearest[number].evidence.add(number)


def add_station(article: Article, operations: Operations) -> None:
    """Carry the place of the dateline as mentioned where it is a base: there the force is that reports."""
    dateline = article.dateline
    events = operations.ranked()
    if dateline is None or not events or _STATIONS.isdisjoint(fold(dateline.place).replace(",", " ").split()):
        return
    number = next(one.number for one in article.sentences if one.start <= dateline.start < one.end)
    name, *wider = (part.strip() for part in dateline.place.split(","))
    nearest = min(events, key=lambda event: abs(event.first - number))
    if bare_region(name) not in _carried(operations):
        _mention(nearest, PlaceName(0, 0, name, "at", None, tuple(wider), False))
        nearest.evidence.add(number)


_STATIONS = frozenset("base camp fort fob airbase airfield barracks garrison".split())


def _open_for(body: Sequence[Facts], operations: Operations) -> None:
    """Open what the first sentence with a word of context speaks of, for places that nothing else carries.

    Where no party is known, that there are troops or a meeting somewhere is no context.
    """
    for facts in body:
        kind = kind_of_context(facts.scan)
        if kind is not None and (kind not in _OF_PARTIES or operations.registry.parties):
            operations.open_context(kind, facts.scan.number)
            return


_OF_PARTIES = ("deployment", "talks")


def _places(facts: Facts) -> Sequence[PlaceName]:
    if facts.attacks or facts.counts:
        return facts.places
    scan = facts.scan
    if scan.kinds.isdisjoint(_NAMING) and scan.vocabulary.isdisjoint(_words()) and not _leads_somewhere(scan):
        return ()
    return find_places(scan)


def _leads_somewhere(scan: Scan) -> bool:
    """Tell whether a capital stands behind a word that leads to a place: "from Akrotiri"."""
    words, capitals = scan.words, scan.tokens.capitals
    if any(capitals[words.index(place)] for place in scan.vocabulary & _FACILITIES):
        return True
    if scan.vocabulary.isdisjoint(_LEADS):
        return False
    return any(words[index - 1] in _LEADS for index in compress(range(1, len(words)), capitals[1:]))


_LEADS = INSIDE | {"from", "to"}
_FACILITIES = frozenset("base airbase airfield airport camp fort port barracks mosque church".split())


def _carried(operations: Operations) -> set[str]:
    """Return the names, folded and without the nouns of regions, of all places that operations have."""
    return {name for event in operations.events for place, _ in event.places for name in _names(place)}


def _names(place: PlaceName) -> list[str]:
    return [bare_region(name) for name in (place.name, *place.within)]


def _mention(event: Event, place: PlaceName) -> None:
    if len(event.places) < _MAX_PLACES:
        event.places.append((place, "mentioned"))
