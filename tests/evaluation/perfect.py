"""Perfect predictions, built from gold: a report that says what the gold says, each value in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

from summarizer.evaluation.counts import Wanted, gold_counts
from summarizer.evaluation.days import Days
from summarizer.evaluation.gold import GoldName, GoldRecord
from summarizer.evaluation.profiles import Profile, profile_of
from summarizer.schema import Report, ReportedActor, ReportedCasualty, ReportedOperation
from summarizer.schema.vocabulary import OperationType
from tests.output import building


def perfect(record: GoldRecord) -> Report:
    """A report that a perfect reader would write for a gold record."""
    return _Perfect(record).report()


def _required(items: Sequence[Any] | None) -> list[Any]:
    return [item for item in items or () if not item.optional]


class _Perfect:
    def __init__(self, record: GoldRecord) -> None:
        self.record, self.gold = record, record.gold
        self.profile: Profile = profile_of(record)
        self.actors: list[GoldName] = _required(record.gold.actors)
        self.counts = [
            one for one in gold_counts(self.gold.casualties or [], self.profile) if not one.optional
        ]
        self.places = [place.names[0] for place in _required(self.gold.locations)]
        self.days: list[Days] = [date.alts[0] for date in _required(self.gold.dates)]
        victims = [victim.names[0] for victim in _required(self.gold.victims)]
        self.phrases = [actor.names[0] for actor in self.actors]
        self.phrases += [*self.places, *map(_phrase, self.days)]
        self.phrases += [*(f"{_count(one)} {one.outcome}" for one in self.counts), *victims]
        self.victims = victims
        self.text = building.Text("Gold", *(f"{phrase}." for phrase in self.phrases))

    def report(self) -> Report:
        return Report(
            relevance=self.record.relevance or "event_report",
            document_type="news",
            headline="",
            abstract="",
            article=self.text.record.model_copy(update={"id": self.record.id}),
            actors=[
                ReportedActor.model_validate(
                    {"id": f"A{n}", "name": a.names[0], "type": "other", "evidence": self.cite(a.names[0])}
                )
                for n, a in enumerate(self.actors)
            ],
            operations=self.operations(),
            casualties=[self.casualty(n, one) for n, one in enumerate(self.counts)],
            provenance=building.provenance(),
        )

    def cite(self, *phrases: str) -> list[Any]:
        return self.text.cite(*(self.phrases.index(phrase) + 1 for phrase in phrases))

    def operations(self) -> list[ReportedOperation]:
        types = self.gold.event_types or []
        kinds = [_type(kind.names, self.profile) for kind in _required(types) or types[:1]]
        has_more = bool(
            self.places or any(a.roles or a.side for a in self.actors) or self.profile.actor_roles
        )
        if not kinds and not self.days and not has_more:
            return []
        return [
            self.operation(n, kind or (kinds[0] if kinds else "other"), day, first=n == 0)
            for n, (kind, day) in enumerate(zip_longest(kinds or ["other"], self.days))
        ]

    def operation(self, n: int, kind: str, day: Days | None, *, first: bool) -> ReportedOperation:
        cited = [*self.places, *([_phrase(day)] if day else [])] if first else [_phrase(day)] if day else []
        more: dict[str, Any] = {"evidence": self.cite(*cited)}
        if day is not None:
            more |= {"date": _phrase(day), "when": building.when(_phrase(day), *map(str, day))}
        if first:
            more["places"] = [building.place(name) for name in self.places]
            more["participants"] = [
                {"actor": f"A{n}", "role": role}
                for n, actor in enumerate(self.actors)
                for role in actor.roles or (["initiator"] if self.profile.actor_roles else [])
            ]
            letters = dict.fromkeys(actor.side for actor in self.actors if actor.side)
            more["sides"] = [
                [f"A{n}" for n, actor in enumerate(self.actors) if actor.side == letter] for letter in letters
            ]
        return building.operation(f"O{n}", "An operation", kind, **more)

    def casualty(self, n: int, one: Wanted) -> ReportedCasualty:
        low, high = one.alternatives[0] if not one.gold.number_unknown else (None, None)
        count = _count(one)
        zero = (low, high) == (0, 0)
        more: dict[str, Any] = {
            "scope": one.gold.scope,
            "victim_status": one.gold.status or "unknown",
            "evidence": self.cite(f"{count} {one.outcome}"),
        }
        if one.gold.part or one.gold.rival:
            more["relation"] = {"to": "C0", "kind": "part_of" if one.gold.part else "rivals"}
        more |= self.named(n)
        quantity = building.quantity(count, low, high, "none" if zero else "exact")
        return building.casualty(f"C{n}", one.outcome, quantity, more.pop("victims"), **more)

    def named(self, n: int) -> dict[str, Any]:
        """The first count that is not zero names every victim."""
        names = self.victims if n == self.first_positive() else []
        more: dict[str, Any] = {"victims": self.victims[0] if self.victims else "people"}
        if names:
            more["persons"] = [{"name": name} for name in names]
            more["evidence"] = self.cite(f"{_count(self.counts[n])} {self.counts[n].outcome}", *names)
        return more

    def first_positive(self) -> int | None:
        positive: Iterable[int] = (n for n, one in enumerate(self.counts) if one.gold.bounds != (0, 0))
        return next(iter(positive), None)


def _phrase(days: Days) -> str:
    return f"from {days.start} to {days.end}"


def _count(one: Wanted) -> str:
    low, high = one.alternatives[0]
    return f"{low} to {high}"


def _type(names: Sequence[str], profile: Profile) -> str:
    if not profile.operation_types:
        return names[0]
    fitting = [kind for kind, words in profile.operation_types.items() if not set(words).isdisjoint(names)]
    return min(
        fitting, key=lambda kind: (len(profile.operation_types[kind]), list(OperationType).index(kind))
    )
