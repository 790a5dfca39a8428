"""Which counts of an operation may be added up: parts, rivals and revised counts never are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import NamedTuple

from summarizer.checking.tolls.counts import Bounds, Counts, is_count_of
from summarizer.schema.casualty import Casualty
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation
from summarizer.schema.vocabulary import Outcome, RelationKind


class Addend(NamedTuple):
    """One count that may be added, whoever gives it."""

    minimum: int | None
    maximum: int | None
    lowest: Casualty
    """The record that gives the minimum."""
    rivals: tuple[tuple[str, ...], ...]
    """The ids of the records used: of rivals the lowest counts, of several such groups the largest."""

    @property
    def records(self) -> list[str]:
        """The ids of all records used."""
        return [record for group in self.rivals for record in group]


def addends_of(
    operation: Operation, draft: Draft, quantities: Mapping[str, Bounds], excluded: Collection[str] = ()
) -> dict[Outcome, list[Addend]]:
    """The counts that may be added for the operation, by outcome.

    `quantities` are keyed by casualty id; `excluded` are the ids of the records with an error finding.
    Counted are records of the event itself that name this operation and no other: a joint toll belongs to
    none of its operations alone. Denied, negated, hypothetical and excluded records are left out, and

    - a revised count gives way to its revision, even to one that is excluded (no toll is better than one that
      the text withdraws), and takes along what was added to it ("two more died, raising the toll to 12");
    - a part gives way to its whole, however long the chain; where the whole cannot be counted its parts stand
      for it, the largest as the minimum, since parts may overlap, and without a maximum;
    - rivals are one count, from the lowest minimum to the highest maximum;
    - an addition is added; where the count that it adds to is left out, it has no maximum;
    - a count that only the title gives gives way to the body's;
    - records alike in everything are one count at least, all of them at most;
    - those who died of their wounds are no longer among the wounded;
    - "no losses" of one side is no line of an event in which somebody was killed or wounded.

    Relations between other outcomes change nothing, and a circle of relations is followed once.
    """
    own = [record for record in draft.casualties if is_count_of(record, operation)]
    if not own:
        return {}
    counts = Counts(operation, draft, own, quantities, excluded)
    addends: dict[Outcome, list[Addend]] = {}
    for head, members in counts.members.items():
        if not counts.is_part_of_a_counted_whole(head):
            addends.setdefault(members[0].outcome, []).append(_addend(head, counts))
    for outcome, found in addends.items():
        if len(found) > 1:
            addends[outcome] = _repeats_joined(_parts_joined(found, counts))
    _drop_empty_casualties(addends)
    if counts.are_related:
        _take_the_dead_from_the_wounded(addends, counts)
    return addends


def _addend(head: str, counts: Counts) -> Addend:
    """A count's bounds over all its usable members."""
    members = counts.members[head]
    if len(members) == 1 and not counts.are_related:
        return Addend(*counts.bounds(members[0]), members[0], ((head,),))
    bounds = [counts.bounds(record) for record in members]
    lows = [low for low, _ in bounds if low is not None]
    highs = [high for _, high in bounds if high is not None]
    is_open = len(highs) < len(bounds) or any(counts.has_lost_base(record) for record in members)
    minimum = min(lows) if lows else None
    return Addend(
        minimum=minimum,
        maximum=None if is_open or counts.lost_whole(head) is not None else max(highs),
        lowest=next(record for record, (low, _) in zip(members, bounds, strict=True) if low == minimum),
        rivals=(tuple(record.id for record in members),),
    )


def _parts_joined(addends: list[Addend], counts: Counts) -> list[Addend]:
    """The addends, those made one that are parts of one whole that cannot be counted."""
    return _joined(addends, lambda addend: counts.lost_whole(counts.head(addend.lowest.id)))


def _repeats_joined(addends: list[Addend]) -> list[Addend]:
    """The addends, those made one that rest on unrelated records alike in everything."""
    return _joined(addends, _likeness)


def _likeness(addend: Addend) -> Hashable:
    """What two unrelated records share that may be one count told twice; null for any other addend."""
    record = addend.lowest
    if len(addend.rivals[0]) > 1 or record.relation is not None:
        return None
    names = tuple(person.name for person in record.persons)
    count = record.count.casefold() if record.count is not None else None
    return count, record.victims.casefold(), record.victim_actor, record.victim_status, names


def _joined(addends: list[Addend], key: Callable[[Addend], Hashable]) -> list[Addend]:
    """The addends, those of one key made one: the largest minimum, for they may overlap, and all maxima."""
    alike: dict[Hashable, list[Addend]] = {}
    for position, addend in enumerate(addends):
        found = key(addend)
        alike.setdefault(position if found is None else (found,), []).append(addend)
    joined = []
    for group in alike.values():
        largest = max(group, key=lambda addend: -1 if addend.minimum is None else addend.minimum)
        maxima = [addend.maximum for addend in group if addend.maximum is not None]
        joined.append(
            Addend(
                minimum=largest.minimum,
                maximum=sum(maxima) if len(maxima) == len(group) else None,
                lowest=largest.lowest,
                rivals=tuple(rivals for addend in group for rivals in addend.rivals),
            )
        )
    return joined


def _drop_empty_casualties(addends: dict[Outcome, list[Addend]]) -> None:
    """Leave out "no casualties" where somebody was killed or wounded: then they are only one side's."""
    empty = addends.get(Outcome.KILLED_OR_WOUNDED, [])
    harmed = [*addends.get(Outcome.KILLED, ()), *addends.get(Outcome.WOUNDED, ())]
    if empty and all(addend.maximum == 0 for addend in empty) and any(addend.minimum for addend in harmed):
        del addends[Outcome.KILLED_OR_WOUNDED]


def _take_the_dead_from_the_wounded(addends: dict[Outcome, list[Addend]], counts: Counts) -> None:
    """Lower the counts of wounded by the dead that the text calls a part of them ("one succumbed")."""
    wounded = addends.get(Outcome.WOUNDED, [])
    for dead in addends.get(Outcome.KILLED, []) if wounded else []:
        whole = counts.related(dead.lowest, RelationKind.PART_OF)
        for position, hurt in enumerate(wounded):
            if whole is None or counts.head(whole) != counts.head(hurt.lowest.id):
                continue
            minimum = hurt.minimum
            if minimum is not None:
                minimum = 0 if dead.maximum is None else max(0, minimum - dead.maximum)
            maximum = hurt.maximum
            if maximum is not None:
                maximum = max(minimum or 0, maximum - (dead.minimum or 0))
            wounded[position] = Addend(minimum, maximum, hurt.lowest, (*hurt.rivals, *dead.rivals))
