"""Two events in one sentence: "killed 12 in Kirkuk and 9 in Mosul", "a day after 20 died in Aleppo"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.patterns.amounts import ONES
from summarizer.patterns.attack import Attack
from summarizer.patterns.count import Count
from summarizer.patterns.places import PlaceName
from summarizer.patterns.tokens import fold
from summarizer.readers.rules.telling import Facts, may_be_one


class Share(NamedTuple):
    """What belongs to one event of a sentence, between two tokens."""

    attacks: list[Attack]
    counts: list[Count]
    start: int = 0
    end: int = 10**9

    def holds(self, at: int) -> bool:
        """Tell whether a token lies inside."""
        return self.start <= at < self.end


def shares(facts: Facts, attacks: list[Attack], counts: list[Count]) -> list[Share]:
    """Return the events of a sentence, each with its attacks and counts; as a rule there is one."""
    parted = by_place(facts, attacks, counts)
    if parted:
        return parted
    if len(attacks) < 2:
        return [Share(attacks, counts)]
    by_doer = _by_doer(facts, attacks, counts)
    if by_doer:
        return by_doer
    clusters: list[list[Attack]] = []
    for attack in attacks:
        cluster = next(
            (known for known in clusters if all(may_be_one(other.type, attack.type) for other in known)), None
        )
        if cluster is None:
            clusters.append([attack])
        else:
            cluster.append(attack)
    if len(clusters) == 1:
        return [Share(clusters[0], counts)]
    # "the raids began after the kidnapping of X": a count goes with the attack before it
    parted = [Share(cluster, []) for cluster in clusters]
    for count in counts:
        before = [share for share in parted if share.attacks[0].at <= count.at]
        (before or parted)[-1 if before else 0].counts.append(count)
    return parted


def by_place(facts: Facts, attacks: list[Attack], counts: list[Count]) -> list[Share]:
    """Part a sentence whose counts each have their own place behind them; nothing where they have not."""
    if len(counts) < 2 or len(facts.places) < 2:
        return []
    spots = [place for place in facts.places if not place.region and place.preposition in _THERE]
    borders: list[int] = []
    names: set[str] = set()
    ordered = sorted(
        {count.group.start: count for count in counts if count.hint in ("", "adds")}.values(), key=_start
    )
    if len(ordered) < 2:
        return []
    for count, following in zip(ordered, [*ordered[1:], None], strict=True):
        limit = following.group.start if following is not None else len(facts.scan.words)
        spot = next((place for place in spots if count.group.end <= place.start < limit), None)
        if spot is None or _broken(facts, count, spot):
            continue
        if fold(spot.name) in names:
            return []
        names.add(fold(spot.name))
        borders.append(spot.end)
    if len(borders) < 2:
        return []
    borders[-1] = len(facts.scan.words)
    found: list[Share] = []
    start = 0
    for end in borders:
        inside = [attack for attack in attacks if start <= attack.at < end]
        harmed = [count for count in counts if start <= count.group.start < end]
        # "… and 9 in Mosul" is another of the same kind
        found.append(Share(inside or attacks[:1], harmed, start, end))
        start = end
    return found


def _by_doer(facts: Facts, attacks: list[Attack], counts: list[Count]) -> list[Share]:
    """Part a sentence where one party did one thing and another a second: "X fired rockets into A and Y's
    jets pounded B"; nothing where one doer is unknown or they fight each other."""
    first, second = attacks[0], attacks[-1]
    border = next((attack for attack in attacks if _parties(attack) != _parties(first)), second)
    mine, theirs = _parties(first), _parties(border)
    if not (mine and theirs) or not mine.isdisjoint(theirs) or any(attack.mutual for attack in attacks):
        return []
    start = min(group.start for group in border.initiators)
    if start < first.at or _JOINING.isdisjoint(facts.scan.words[max(0, start - 4) : start]):
        return []
    found = []
    for begin, end in ((0, start), (start, len(facts.scan.words) + 1)):
        inside = [attack for attack in attacks if begin <= attack.at < end]
        harmed = [count for count in counts if begin <= count.at < end]
        found.append(Share(inside, harmed, begin, end))
    return found


def _parties(attack: Attack) -> set[str]:
    """Return the names of the states and armed groups that carry out an attack."""
    return {
        entry.name
        for group in attack.initiators
        for entry in (group.head, group.owner)
        if entry is not None and (entry.kind == "belligerent" or (entry.info and entry.kind in _STATES))
    }


_STATES = frozenset(("nation", "demonym", "capital"))
_JOINING = frozenset(("and", "while", "as", ";", ","))
_THERE = frozenset(("in", "at", "near", "outside", "on"))


def _broken(facts: Facts, count: Count, spot: PlaceName) -> bool:
    """Tell whether a clause of its own begins between a count and a place."""
    return not _CLAUSES.isdisjoint(facts.scan.words[count.group.end : spot.start])


_CLAUSES = frozenset((";", "said", "told", "where", "which", "who", "according"))


def _start(count: Count) -> int:
    return count.group.start


def earlier_clause(words: Sequence[str]) -> tuple[int, int, bool] | None:
    """Return where a clause about an earlier event begins and ends, and whether it is of another day.

    "Two days after gunmen killed nine, …": from "after" to the comma; "hours after" is the same day.
    """
    if "after" not in words:
        return None
    for index in range(2, len(words) - 1):
        if words[index] == "after" and words[index - 1] in _UNITS:
            lead = words[index - 2]
            hours = words[index - 1] in _HOURS
            if lead in ONES or lead in _LEADS or lead.isdecimal():
                end = index + 1
                while end < len(words) and words[end] not in (",", ";"):
                    end += 1
                return index, end, not hours
    return None


_HOURS = frozenset(("hour", "hours", "minutes"))
_UNITS = frozenset("day days week weeks month months year years".split()) | _HOURS
_LEADS = frozenset(("a", "the", "few", "several", "just", "only"))
