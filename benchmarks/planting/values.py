"""Wrong values: evidence, names, counts, dates, references, a count twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.planting.sample import Sample, casualty, changed, citing, put
from summarizer import Draft
from summarizer.checking.quantities import read_count
from summarizer.schema import Actor, Casualty, Relation, Source
from summarizer.schema.vocabulary import Assertion, RelationKind, Scope

_STRANGE_NAME = "Zorvathi Legion"
_STRANGE_DATE = "on the eve of Zorvath"
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|dozen)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{4,}")


def no_evidence(sample: Sample) -> Iterator[Sample]:
    """A record that cites nothing."""
    for record in citing(sample.draft):
        yield put(sample, record.id, "evidence", [])


def evidence_that_is_not_there(sample: Sample) -> Iterator[Sample]:
    """A record that cites a sentence behind the last one."""
    beyond = sample.article.sentences[-1].number + 3
    for record in citing(sample.draft):
        yield put(sample, record.id, "evidence", [*record.evidence, beyond])


def strange_name(sample: Sample) -> Iterator[Sample]:
    """An actor, an alias, a source or a place that the article never names."""
    records: list[Actor | Source] = [*sample.draft.actors, *sample.draft.sources]
    for record in records:
        yield put(sample, record.id, "name", _STRANGE_NAME)
    for actor in sample.draft.actors:
        if actor.aliases:
            yield put(sample, actor.id, "aliases", [*actor.aliases[:-1], _STRANGE_NAME])
    for at, operation in enumerate(sample.draft.operations):
        for index in range(len(operation.places)):

            def renamed(draft: Draft, at: int = at, index: int = index) -> None:
                draft.operations[at].places[index].name = _STRANGE_NAME

            yield changed(sample, renamed)


def name_elsewhere(sample: Sample) -> Iterator[Sample]:
    """An actor that cites only a sentence in which no name of it stands."""
    for actor in sample.draft.actors:
        names = [name.casefold().removeprefix("the ") for name in (actor.name, *actor.aliases)]
        for sentence in sample.article.sentences:
            text = sentence.text.casefold()
            if sentence.number and not any(name in text for name in names):
                yield put(sample, actor.id, "evidence", [sentence.number])
                break


def other_number(sample: Sample) -> Iterator[Sample]:
    """A count with another number in it, which the article does not have."""
    for record in sample.draft.casualties:
        if record.count is None:
            continue
        phrase = re.sub(r"\d[\d.,]*", "473", record.count, count=1)
        if phrase == record.count:
            phrase = _NUMBER_WORD.sub("seventy-three", record.count, count=1)
        if phrase != record.count:
            yield put(sample, record.id, "count", phrase)


def count_of_another_sentence(sample: Sample) -> Iterator[Sample]:
    """A count that cites a sentence without its number."""
    for record in sample.draft.casualties:
        if record.count is None or not any(character.isdigit() for character in record.count):
            continue
        for sentence in sample.article.sentences:
            if sentence.number and not any(character.isdigit() for character in sentence.text):
                yield put(sample, record.id, "evidence", [sentence.number])
                break


def no_number(sample: Sample) -> Iterator[Sample]:
    """A word of the sentence where its count should be."""
    for record in sample.draft.casualties:
        cited = [s for number in record.evidence if (s := sample.article.sentence(number)) is not None]
        words = [word for sentence in cited for word in _WORD.findall(sentence.text)]
        word = next((w for w in words if read_count(w, outcome=record.outcome, language="en") is None), None)
        if word and record.count is not None:
            yield put(sample, record.id, "count", word)


def part_and_whole_changed(sample: Sample) -> Iterator[Sample]:
    """The whole as a part of its part."""
    for record in sample.draft.casualties:
        if record.relation is None or record.relation.kind != RelationKind.PART_OF or record.count is None:
            continue
        whole = next((c for c in sample.draft.casualties if c.id == record.relation.to), None)
        if whole is None or whole.outcome != record.outcome or whole.count == record.count:
            continue

        def turned(draft: Draft, part: str = record.id, of: str = whole.id) -> None:
            small, large = casualty(draft, part), casualty(draft, of)
            small.relation, large.relation = None, Relation(to=part, kind=RelationKind.PART_OF)

        yield changed(sample, turned)


def event_and_running_toll_changed(sample: Sample) -> Iterator[Sample]:
    """The running toll of a sentence as the event's, and the event's as the running one."""
    for event in sample.draft.casualties:
        for whole in sample.draft.casualties:
            running = whole.scope in (Scope.PERIOD, Scope.CUMULATIVE, Scope.WAR)
            if event.scope != Scope.EVENT or not running or event.outcome != whole.outcome:
                continue
            if set(event.evidence).isdisjoint(whole.evidence) or None in (event.count, whole.count):
                continue

            def turned(draft: Draft, one: str = event.id, other: str = whole.id) -> None:
                first, second = casualty(draft, one), casualty(draft, other)
                first.count, second.count = second.count, first.count

            yield changed(sample, turned)


def strange_date(sample: Sample) -> Iterator[Sample]:
    """A date phrase that the article does not have."""
    for operation in sample.draft.operations:
        yield put(sample, operation.id, "date", _STRANGE_DATE)


def dangling_reference(sample: Sample) -> Iterator[Sample]:
    """An id that no record has."""
    for operation in sample.draft.operations:
        yield put(sample, operation.id, "according_to", ["S77"])
        yield put(sample, operation.id, "part_of", "O77")
    for record in sample.draft.casualties:
        yield put(sample, record.id, "operations", ["O77"])
        yield put(sample, record.id, "relation", Relation(to="C77", kind=RelationKind.PART_OF))


def circle(sample: Sample) -> Iterator[Sample]:
    """A record that belongs to itself."""
    for actor in sample.draft.actors:
        yield put(sample, actor.id, "belongs_to", actor.id)
    for operation in sample.draft.operations:
        yield put(sample, operation.id, "part_of", operation.id)


def count_twice(sample: Sample) -> Iterator[Sample]:
    """A count of an event once more, under another id."""
    for record in sample.draft.casualties:
        counted = record.scope == Scope.EVENT and record.operations
        zero = (record.count or "").casefold() in ("no", "none", "nobody", "no one")
        if not counted or zero or record.assertion in (Assertion.DENIED, Assertion.NEGATED):
            continue
        again = record.model_copy(deep=True, update={"id": "C99", "relation": None})

        def added(draft: Draft, again: Casualty = again) -> None:
            draft.casualties.append(again)

        yield changed(sample, added)
