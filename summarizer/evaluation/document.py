"""One document scored on every layer that its gold has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from summarizer.evaluation import counts, days, parties, values
from summarizer.evaluation.gold import GoldDate, GoldName, GoldRecord, required
from summarizer.evaluation.names import any_same_name
from summarizer.evaluation.pairing import Pairing, pair
from summarizer.evaluation.predicted import NOTHING, Kind, Name, Predicted, When, predicted, sentence_of
from summarizer.evaluation.profiles import Profile, profile_of
from summarizer.evaluation.sentences import Sentences
from summarizer.evaluation.tally import Mistake, Tally
from summarizer.schema.report import Report
from summarizer.schema.vocabulary import Relevance


@dataclass
class Scored:
    """A document's tallies by layer, and what was wrong."""

    record: GoldRecord
    tallies: dict[str, Tally] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    without_event: bool = False
    off_topic: bool = False
    items: dict[str, int] = field(default_factory=dict)
    """How many actors, operations and counts were predicted, for an article without any event."""


def score(record: GoldRecord, report: Report | None) -> Scored:
    """Return a gold record scored against its report; without a report nothing is predicted."""
    return _Scorer(record, report).scored()


class _Scorer:
    def __init__(self, record: GoldRecord, report: Report | None) -> None:
        self.record, self.gold, self.report = record, record.gold, report
        self.profile: Profile = profile_of(record)
        self.predicted: Predicted = NOTHING if report is None else predicted(report, self.profile)
        self.sentences = Sentences(record, report)
        self.result = Scored(record)

    def scored(self) -> Scored:
        if self.profile.is_off_topic(self.record):
            self.result.off_topic = True
            self._items()
            return self.result
        self._relevance()
        self._actors()
        self._victims()
        self._names("locations", self.predicted.locations, self.gold.locations, place=True)
        self._kinds()
        self._dates()
        for layer, tally, mistakes in counts.score(self.record, self.profile, self.predicted):
            self.result.tallies[layer] = tally
            for mistake in mistakes:
                self._wrong(layer, **mistake)
        if self.report is not None:
            self._without_event()
        self._evidence()
        return self.result

    def _relevance(self) -> None:
        gold, found = self.record.relevance, self.predicted.relevance
        if gold is None:
            return
        right = int(found == gold)
        self.result.tallies["relevance"] = Tally(right, int(found is not None), right, 1)
        if found is not None and not right:
            self._wrong("relevance", "wrong", predicted=found.value, gold=gold.value)

    def _actors(self) -> None:
        pairing = self._names("actors", self.predicted.actors, self.gold.actors)
        if pairing is None or self.gold.actors is None:
            return
        for layer, result in (
            ("roles", parties.roles(self.predicted, self.gold.actors, pairing)),
            ("sides", parties.sides(self.predicted, self.gold.actors, pairing)),
        ):
            if result is not None:
                self.result.tallies[layer] = result.tally
                for mistake in result.mistakes:
                    self._wrong(layer, **mistake)

    def _victims(self) -> None:
        targets = self.gold.targets or []
        self._names("victims", self.predicted.victims, self.gold.victims, neutral=targets)

    def _names(
        self,
        layer: str,
        found: list[Name],
        gold: list[GoldName] | None,
        *,
        place: bool = False,
        neutral: list[GoldName] | None = None,
    ) -> Pairing | None:
        if gold is None:
            return None

        def matches(one: Name, item: GoldName) -> bool:
            forms = [*item.names, *item.roles] if layer == "victims" else item.names
            return any_same_name(one.text, forms, place=place)

        def is_neutral(one: Name) -> bool:
            return one.is_aside or any(matches(one, item) for item in neutral or ())

        pairing = pair(found, gold, matches, is_neutral)
        pairing = _by_record(pairing, found)
        self._listed(layer, layer, pairing)
        if self.record.is_complete(layer):
            for i in pairing.false:
                self._wrong(layer, "false", predicted=found[i].text, sentence=found[i].sentence)
        for j in pairing.missed:
            sentence = self.sentences.naming(gold[j].names)
            self._wrong(layer, "missed", gold=" / ".join(gold[j].names[:3]), sentence=sentence)
        return pairing

    def _kinds(self) -> None:
        """Rule `operation-types`."""
        gold = self.gold.event_types
        if gold is None:
            return

        def matches(one: Kind, item: GoldName) -> bool:
            return not set(one.words).isdisjoint(item.names)

        found = self.predicted.kinds
        pairing = pair(found, gold, matches)
        self._listed("operation_types", "event_types", pairing)
        for i in pairing.false:
            words = " / ".join(found[i].words)
            self._wrong("operation_types", "false", predicted=words, sentence=found[i].sentence)
        for j in pairing.missed:
            self._wrong("operation_types", "missed", gold=" / ".join(gold[j].names))

    def _dates(self) -> None:
        gold, found = self.gold.dates, self.predicted.dates
        if gold is None:
            return

        def overlap(one: When, item: GoldDate) -> bool:
            return days.overlap(one.days, item.alts)

        def exact(one: When, item: GoldDate) -> bool:
            return days.within(one.days, item.alts, 0)

        def near(one: When, item: GoldDate) -> bool:
            return days.within(one.days, item.alts, 1)

        pairing = pair(found, gold, overlap, prefers=exact)
        self._listed("dates", "dates", pairing)
        self._listed("dates_exact", "dates", pair(found, gold, exact))
        self._listed("dates_1day", "dates", pair(found, gold, near, prefers=exact))
        if self.record.is_complete("dates"):
            for i in pairing.false:
                self._wrong(
                    "dates", "false", predicted=values.span(found[i].days), sentence=found[i].sentence
                )
        for j in pairing.missed:
            self._wrong("dates", "missed", gold=values.span(gold[j].alts[0]))

    def _listed(self, layer: str, gold_layer: str, pairing: Pairing) -> None:
        matched = len(pairing.matched)
        self.result.tallies[layer] = Tally(
            right_predicted=matched,
            predicted=matched + len(pairing.false),
            right_gold=matched,
            gold=matched + len(pairing.missed),
            complete=self.record.is_complete(gold_layer),
        )

    def _evidence(self) -> None:
        """Rule `evidence`."""
        checked = list(values.checked(self.report)) if self.report is not None else []
        right = sum(one.is_proved for one in checked)
        expected = any(next(required(layer), None) is not None for layer in _layers(self.record))
        if checked or expected:
            self.result.tallies["evidence"] = Tally(right, len(checked), 0, 0, expected=expected)
        for one in checked:
            if not one.is_proved:
                self._wrong("evidence", "false", predicted=one.text, sentence=one.sentence)

    def _without_event(self) -> None:
        """Rule `no-false-record`."""
        if self.report is None or not is_without_event(self.record):
            return
        self.result.without_event = True
        self._items()
        clean = int(not self.report.operations and not self.report.casualties)
        self.result.tallies["no_false_record"] = Tally(clean, 1, clean, 1)
        for operation in self.report.operations:
            sentence = sentence_of(operation.evidence, self.report)
            self._wrong("no_false_record", "false", predicted=operation.title, sentence=sentence)
        for one in self.report.casualties:
            sentence = sentence_of(one.evidence, self.report)
            text = f"{one.outcome}: {one.count or ''} {one.victims}"
            self._wrong("no_false_record", "false", predicted=text, sentence=sentence)

    def _items(self) -> None:
        found = self.predicted
        self.result.items = {
            "actors": len(found.actors),
            "operations": found.operations,
            "victims": len(found.victims),
            "casualties": len(found.counts),
        }

    def _wrong(self, layer: str, kind: str, **said: Any) -> None:
        record = self.record
        said.setdefault("sentence", None)
        if said["sentence"] is None and said.get("looked_for"):
            said["sentence"] = self.sentences.with_figure(*said["looked_for"])
        said.pop("looked_for", None)
        self.result.mistakes.append(
            Mistake.model_validate(
                {"document": record.id, "dataset": record.dataset, "layer": layer, "kind": kind, **said}
            )
        )


def _by_record(pairing: Pairing, found: Sequence[Name]) -> Pairing:
    """Make one prediction of the names of one count record: right with any, false once where none is."""
    settled = {found[i].group for i in (*pairing.matched, *pairing.neutral)}
    false: list[int] = []
    for i in pairing.false:
        group = found[i].group
        if group is None or group not in settled:
            settled.add(group)
            false.append(i)
    return pairing._replace(false=false)


def is_without_event(record: GoldRecord) -> bool:
    """Return whether the gold says that no event is in the article: it is not about armed conflict, or its
    types and its counts were annotated and there are none."""
    if record.relevance is not None:
        return record.relevance is Relevance.NOT_CONFLICT
    return record.gold.event_types == [] and record.gold.casualties == []


def _layers(record: GoldRecord) -> Iterator[list[Any] | None]:
    gold = record.gold
    yield from (gold.actors, gold.victims, gold.locations, gold.casualties, gold.event_types, gold.dates)
