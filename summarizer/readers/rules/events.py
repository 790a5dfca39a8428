"""What a sentence tells of an event: attacks, place and date brought together before events are merged."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from summarizer.patterns.attack import Attack, by_means
from summarizer.patterns.attacks import stated_means
from summarizer.patterns.count import Count
from summarizer.patterns.dates import DatePhrase
from summarizer.patterns.places import PlaceName
from summarizer.readers.rules.parting import Share, by_place, earlier_clause, shares
from summarizer.readers.rules.scopes import of_a_war, of_a_year
from summarizer.readers.rules.telling import (
    PRECEDENCE,
    Facts,
    Telling,
    event_date,
    event_places,
    in_the_past,
)

_RANK = {type_: rank for rank, type_ in enumerate(PRECEDENCE)}


_BY_OUTCOME = {
    "killed": "armed_attack",
    "wounded": "armed_attack",
    "detained": "arrest",
    "captured": "arrest",
    "abducted": "abduction",
    "released": "hostage_rescue_or_release",
    "rescued": "hostage_rescue_or_release",
    "surrendered": "surrender",
}


def _of_an_event(facts: Facts, count: Count) -> bool:
    """Tell whether a count is of people harmed in one event, so that it implies the event."""
    told = bool(facts.dates)
    return not (count.negated or of_a_war(facts.scan, count, told) or of_a_year(facts.scan, count))


def tellings(facts: Facts, published: dt.date | None) -> list[Telling]:
    """Return the events that a sentence tells: what happened in one, each plan in one of its own."""
    planned: list[Attack] = []
    actual: list[Attack] = []
    for attack in facts.attacks:
        if attack.assertion in ("stated", "alleged", "disputed") and not attack.described:
            (planned if attack.stage == "planned" else actual).append(attack)
    harm = [count for count in facts.counts if count.hint != "old"]
    found: list[Telling] = []
    for recalled in (_recalled(facts, harm), _of_an_earlier_day(facts, harm)):
        if recalled is not None:
            found.append(recalled)
            harm = [count for count in harm if count not in recalled.counts]
            actual = [attack for attack in actual if attack not in recalled.attacks]
            facts = replace(facts, places=[place for place in facts.places if place not in recalled.places])
    beside = _beside(facts, actual, harm, published)
    if beside is not None:
        harm = [count for count in harm if count not in beside.counts]
        facts = replace(facts, places=[place for place in facts.places if place not in beside.places])
    if actual:
        parted = shares(facts, actual, harm)
        for share in parted:
            own = facts if len(parted) == 1 else _within(facts, share)
            found.append(_telling(own, share.attacks, share.counts, published))
    elif (
        not planned and harm and not only_adds_up(facts) and any(_of_an_event(facts, count) for count in harm)
    ):
        for share in by_place(facts, [], harm) or [Share([], harm)]:
            implied = _implied(_within(facts, share), share.counts, published) if share.counts else None
            if implied is not None:
                found.append(implied)
    if beside is not None:
        found.append(beside)
    for attack in planned:
        found.extend(_plans(facts, attack, published))
    return found


def _beside(
    facts: Facts, attacks: list[Attack], counts: list[Count], published: dt.date | None
) -> Telling | None:
    """Return what is set beside an attack, with its own doer: "a bomb killed 12 near Velim, while the army
    said it had killed 100 rebels"."""
    words = facts.scan.words
    if "while" not in facts.scan.vocabulary:
        return None
    border = words.index("while")
    if words[border - 1] != "," or not any(attack.at < border for attack in attacks):
        return None
    own = [count for count in counts if count.at > border and count.agents and not count.negated]
    if not own or not any(count.at < border for count in counts) or any(a.at > border for a in attacks):
        return None
    places = [place for place in facts.places if place.start > border]
    beside = _implied(replace(facts, places=places), own, published)
    return None if beside is None else replace(beside, apart=True)


def only_adds_up(facts: Facts) -> bool:
    """Tell whether a sentence without an attack counts since when: "2,000 have died since March"."""
    vocabulary = facts.scan.vocabulary
    if not _WARS.isdisjoint(vocabulary) and _a_war_has_killed(facts):
        return True
    if "since" not in vocabulary:
        return False
    roles = {date.role for date in facts.dates}
    if "since" in roles and "event" not in roles:
        return True
    words = facts.scan.words
    return any(
        word == "since" and words[index - 1] in ("have", "has") for index, word in enumerate(words) if index
    )


_WARS = frozenset("war conflict insurgency uprising revolt violence".split())
_HAVE = frozenset(("has", "have"))


def _a_war_has_killed(facts: Facts) -> bool:
    """Tell whether a whole war is the doer: "the war, which erupted in April, has killed 20,000"."""
    words = facts.scan.words
    first = min((count.at for count in facts.counts), default=0)
    return words[first - 1] in _HAVE and not _WARS.isdisjoint(words[:first])


def _of_an_earlier_day(facts: Facts, counts: list[Count]) -> Telling | None:
    """Return the event of a clause that only dates the news: "a day after 20 people died in Aleppo"."""
    clause = earlier_clause(facts.scan.words) if "after" in facts.scan.vocabulary else None
    if clause is None:
        return None
    start, end, another_day = clause
    harm = [count for count in counts if start < count.at < end and count.hint not in ("toll", "part")]
    attacks = [attack for attack in facts.attacks if start < attack.at < end and not attack.described]
    if not harm:
        return None
    type_ = attacks[0].type if attacks else _BY_OUTCOME.get(harm[0].outcome, "armed_attack")
    return Telling(
        facts.scan,
        type_,
        "completed",
        "stated",
        attacks,
        [count for count in counts if start < count.at < end],
        [place for place in facts.places if start < place.start < end],
        None,
        implied=not attacks,
        past=another_day,
    )


def _within(facts: Facts, share: Share) -> Facts:
    """Return the facts of a sentence with only the places of one of its events."""
    if share.start == 0 and share.end > len(facts.scan.words):
        return facts
    return replace(facts, places=[place for place in facts.places if share.holds(place.start)])


def _recalled(facts: Facts, counts: list[Count]) -> Telling | None:
    """Return the earlier event that only describes somebody: "involved in the Aug. 8 attack which killed
    three"."""
    for attack in facts.attacks:
        if not attack.described or attack.assertion in ("negated", "denied", "hypothetical"):
            continue
        date = event_date(facts, attack.at)
        harm = [count for count in counts if count.at > attack.at]
        if harm and (attack.noun or date is not None):
            places = [place for place in facts.places if place.start > attack.at]
            return Telling(
                facts.scan,
                attack.type,
                "completed",
                "stated",
                [attack],
                harm,
                places,
                date,
                list(attack.means),
                past=True,
            )
    return None


def _telling(facts: Facts, attacks: list[Attack], counts: list[Count], published: dt.date | None) -> Telling:
    best, ordered = attacks[0], attacks
    means, stage = list(dict.fromkeys(best.means)), best.stage
    if len(attacks) > 1:
        best = min(attacks, key=lambda attack: (attack.definite, _RANK.get(attack.type, 99)))
        ordered = [best, *(attack for attack in attacks if attack is not best)]
        means = list(dict.fromkeys(word for attack in ordered for word in attack.means))
        launched = any(attack.stage == "launched" for attack in attacks)
        stage = "launched" if launched and best.stage == "completed" else best.stage
    date = event_date(facts, best.at)
    return Telling(
        facts.scan,
        best.type,
        stage,
        best.assertion,
        ordered,
        counts,
        event_places(facts, best.at),
        date,
        means,
        definite=best.definite,
        past=in_the_past(facts.scan, date or _beginning(facts, counts), published),
    )


def _beginning(facts: Facts, counts: list[Count]) -> DatePhrase | None:
    """Return since which year something goes on, by which a sentence without news tells of the past."""
    if not facts.dates:
        return None
    since = next((date for date in facts.dates if date.role == "since" and date.text[-4:].isdigit()), None)
    if since is None or not all(of_a_war(facts.scan, count, True) for count in counts):
        return None
    return since


def _implied(facts: Facts, counts: list[Count], published: dt.date | None) -> Telling | None:
    """Return the event that a casualty implies: "gunmen killed two farmers" is an armed attack."""
    first = next(count for count in counts if not count.negated)
    type_ = "clash" if first.hint == "lost" else _BY_OUTCOME.get(first.outcome)
    if type_ is None or first.hint in ("toll", "part"):
        return None
    date = event_date(facts, first.at)
    means = stated_means(facts.scan) if any(group.head.kind == "platform" for group in first.agents) else ()
    return Telling(
        facts.scan,
        by_means(type_, means),
        "completed" if first.assertion in ("stated", "alleged") else "unknown",
        first.assertion,
        [],
        counts,
        event_places(facts, first.at),
        date,
        list(means),
        implied=True,
        past=in_the_past(facts.scan, date, published),
    )


def _plans(facts: Facts, attack: Attack, published: dt.date | None) -> list[Telling]:
    """Return a planned event for each place it is planned at: "in Rawa and then al-Qaim" gives two."""
    targets = [place for place in facts.places if place.start > attack.at and _aimed(place)]
    listed = targets[:1]
    for place in targets[1:]:
        between = facts.scan.words[listed[-1].end : place.start]
        if place.relation is None and between and between[-1] in ("then", "and", "later", "next", "of"):
            listed.append(place)
    date = next((date for date in facts.dates if date.role in ("event", "until")), None)
    return [
        Telling(
            facts.scan,
            attack.type,
            "planned",
            attack.assertion,
            [attack],
            [],
            places,
            date,
            list(attack.means),
        )
        for places in ([[place] for place in listed] or [[]])
    ]


def _aimed(place: PlaceName) -> bool:
    return place.preposition in ("in", "on", "at", "to", "into", "toward", "towards", "against", "near", "")
