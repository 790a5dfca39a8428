"""What a report predicts, in a data set's terms: rules `predictions` of docs/evaluation.md."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from summarizer.evaluation.bounds import Bounds, added
from summarizer.evaluation.days import Days
from summarizer.evaluation.names import parse_name
from summarizer.evaluation.profiles import CAPTURED, Profile
from summarizer.schema.report import Evidence, Report, ReportedCasualty, ReportedOperation
from summarizer.schema.vocabulary import (
    Assertion,
    Discourse,
    Qualifier,
    RelationKind,
    Relevance,
    Scope,
    Stage,
    VictimStatus,
)

_UNTRUE = frozenset({Assertion.DENIED, Assertion.NEGATED})
_BY_THE_WAY = frozenset({RelationKind.PART_OF, RelationKind.RIVALS})


@dataclass(frozen=True)
class Name:
    """A predicted actor, victim or place, with the sentence that proves it."""

    text: str
    sentence: str | None = None
    id: str | None = None
    """Of an actor: its id in the report."""
    roles: frozenset[str] = frozenset()
    group: str | None = None
    """Of a victim: the count record, one of whose names it is."""
    is_aside: bool = False
    """Of a victim: from a part, a rival, or a count of no single event; right or neutral, never false."""


@dataclass(frozen=True)
class Count:
    """A predicted count."""

    outcome: str
    bounds: Bounds
    scope: Scope
    status: VictimStatus
    in_totals: bool
    """Neither a part, nor a rival, nor revised, and of the event itself."""
    victims: str
    sentence: str | None = None

    @property
    def is_zero(self) -> bool:
        """Whether zero is stated."""
        return self.bounds == (0, 0)


@dataclass(frozen=True)
class When:
    """A predicted date."""

    days: Days
    sentence: str | None = None


@dataclass(frozen=True)
class Kind:
    """A predicted operation type: any of these words of the data set."""

    words: tuple[str, ...]
    sentence: str | None = None


@dataclass(frozen=True)
class Predicted:
    """A report in a data set's terms; without a report, nothing is predicted."""

    relevance: Relevance | None = None
    actors: list[Name] = field(default_factory=list)
    victims: list[Name] = field(default_factory=list)
    locations: list[Name] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    dates: list[When] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    sides: list[list[list[str]]] = field(default_factory=list)
    """Of each operation: the actor ids that stand together."""
    operations: int = 0


NOTHING = Predicted()


def predicted(report: Report, profile: Profile) -> Predicted:
    """Return what a report predicts in the terms of a data set."""
    operations = [one for one in report.operations if _counts_here(one, profile)]
    casualties = [one for one in report.casualties if _is_count_here(one, report, profile)]
    kinds = list(_kinds(operations, report, profile))
    return Predicted(
        relevance=report.relevance,
        actors=_distinct(_actors(report, operations, profile), _by_words),
        victims=_distinct(_victims(casualties, report, profile), _by_words),
        locations=_distinct(_locations(operations, report, profile), _by_words),
        counts=_counts(casualties, report, profile),
        dates=_dates(report, profile),
        kinds=kinds if profile.lists_each_record else _distinct(kinds, lambda kind: kind.words),
        sides=[one.sides for one in operations],
        operations=len(report.operations),
    )


def _counts_here(operation: ReportedOperation, profile: Profile) -> bool:
    """Rule `operations-that-count`."""
    return not profile.foreground_only or not _is_aside(operation)


def _is_aside(operation: ReportedOperation) -> bool:
    return operation.discourse is Discourse.BACKGROUND or operation.stage is Stage.PLANNED


def _actors(report: Report, operations: Collection[ReportedOperation], profile: Profile) -> Iterable[Name]:
    """Rule `actors-that-count`."""
    roles: dict[str, set[str]] = {}
    for operation in operations:
        for one in operation.participants:
            roles.setdefault(one.actor, set()).add(one.role)
    for actor in report.actors:
        held = frozenset(roles.get(actor.id, ()))
        if profile.actor_roles is None or held & profile.actor_roles:
            yield Name(actor.name, sentence_of(actor.evidence, report), actor.id, held)


def _victims(casualties: Iterable[ReportedCasualty], report: Report, profile: Profile) -> Iterable[Name]:
    """Rule `victims-that-count`."""
    for one in casualties:
        if one.quantity.qualifier is Qualifier.NONE:
            continue
        sentence = sentence_of(one.evidence, report)
        persons = [person.name for person in one.persons]
        if profile.lists_each_record:
            aside = one.scope is not Scope.EVENT or _is_by_the_way(one)
            for name in (one.victims, *persons):
                yield Name(name, sentence, group=one.id, is_aside=aside)
        else:
            yield from (Name(name, sentence) for name in persons or [one.victims])


def _locations(operations: Iterable[ReportedOperation], report: Report, profile: Profile) -> Iterable[Name]:
    """Rule `places-that-count`."""
    for operation in operations:
        for place in operation.places:
            if place.role not in profile.places_left_out:
                own = [place.evidence] if place.evidence else operation.evidence
                sentence = sentence_of(own, report)
                yield from (Name(name, sentence) for name in (place.name, *place.within))


def _is_count_here(one: ReportedCasualty, report: Report, profile: Profile) -> bool:
    """Rule `counts-that-count`."""
    zero = (one.quantity.minimum, one.quantity.maximum) == (0, 0)
    if one.assertion in _UNTRUE and (not profile.lists_each_record or not zero):
        return False
    if profile.lists_each_record:
        return True
    background = {x.id for x in report.operations if x.discourse is Discourse.BACKGROUND}
    left_out = {actor.id for actor in report.actors if actor.type in profile.victims_left_out}
    return not (
        zero
        or one.assertion is Assertion.HYPOTHETICAL
        or one.outcome not in (profile.outcomes or CAPTURED)
        or one.scope is not Scope.EVENT
        or _is_by_the_way(one)
        or (one.operations and one.operations[0] in background)
        or (one.victim_status is VictimStatus.PERPETRATOR and not profile.attackers_are_victims)
        or one.quantity.minimum is None
        or one.victim_actor in left_out
    )


def _is_by_the_way(one: ReportedCasualty) -> bool:
    return one.relation is not None and one.relation.kind in _BY_THE_WAY


def _counts(casualties: Collection[ReportedCasualty], report: Report, profile: Profile) -> list[Count]:
    revised = {
        one.relation.to
        for one in casualties
        if one.relation is not None and one.relation.kind is RelationKind.REVISES
    }
    counts = [
        Count(
            outcome=profile.outcomes[one.outcome] if profile.outcomes is not None else one.outcome.value,
            bounds=Bounds(one.quantity.minimum, one.quantity.maximum),
            scope=one.scope,
            status=one.victim_status,
            in_totals=one.scope is Scope.EVENT and not _is_by_the_way(one) and one.id not in revised,
            victims=one.victims,
            sentence=sentence_of(one.evidence, report),
        )
        for one in casualties
    ]
    if profile.counts_each_named:
        each = zip(casualties, counts, strict=True)
        return [count for one, whole in each for count in _of_each_named(one, whole)]
    if profile.adds_up_counts:
        return _added_up(
            (one.operations[0] if one.operations else "", count)
            for one, count in zip(casualties, counts, strict=True)
            if one.id not in revised
        )
    return counts


def _of_each_named(one: ReportedCasualty, whole: Count) -> list[Count]:
    """Rule `named-victims`: a count all of whose victims are named is a count of one for each of them."""
    if len(one.persons) < 2 or whole.bounds != (len(one.persons), len(one.persons)):
        return [whole]
    return [replace(whole, bounds=Bounds(1, 1), victims=person.name) for person in one.persons]


def _added_up(counts: Iterable[tuple[str, Count]]) -> list[Count]:
    """Rule `one-number-an-event`: the counts of one outcome in one operation, added up."""
    kept: dict[tuple[str, str], Count] = {}
    for operation, count in counts:
        first = kept.setdefault((operation, count.outcome), count)
        if first is not count:
            kept[operation, count.outcome] = replace(first, bounds=added(first.bounds, count.bounds))
    return list(kept.values())


def _dates(report: Report, profile: Profile) -> list[When]:
    """Rule `dates-that-count`."""
    found = [
        When(
            Days(when.start, when.end or when.start),
            sentence_of([when.evidence] if when.evidence else operation.evidence, report),
        )
        for operation in report.operations
        if (when := operation.when) is not None
        and when.start is not None
        and not (profile.foreground_dates_only and _is_aside(operation))
    ]
    if not found and report.operations and report.article.published and profile.published_is_a_day:
        found = [When(Days(report.article.published, report.article.published))]
    return _distinct(found, lambda when: when.days)


def _kinds(operations: Iterable[ReportedOperation], report: Report, profile: Profile) -> Iterable[Kind]:
    """Rule `types-that-count`; a type without a word in the data set predicts nothing there."""
    for operation in operations:
        words = profile.operation_types.get(operation.type, ())
        if not profile.operation_types:
            words = (operation.type.value,)
        if words:
            yield Kind(words, sentence_of(operation.evidence, report))


One = TypeVar("One")


def _distinct(items: Iterable[One], key: Callable[[One], Hashable]) -> list[One]:
    """The first of each; rule `duplicates`."""
    kept: dict[Hashable, One] = {}
    for item in items:
        kept.setdefault(key(item), item)
    return list(kept.values())


def _by_words(name: Name) -> Hashable:
    return parse_name(name.text).words or name.text


def sentence_of(evidence: Sequence[Evidence], report: Report) -> str | None:
    """Return the first sentence that is cited, whole."""
    if not evidence:
        return None
    for span in report.article.sentences:
        if span.number == evidence[0].sentence:
            return report.article.text[span.start : span.end]
    return evidence[0].quote
