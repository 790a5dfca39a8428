"""A second look at the records that checking found wrong: asked once, and never at the report's expense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from pydantic import JsonValue

from summarizer.article import Article, Sentence
from summarizer.checking.case import AnyRecord, Case
from summarizer.checking.check import check
from summarizer.checking.quantities import read_count, stands_in
from summarizer.errors import SummarizerError
from summarizer.merging import earlier_values, merge
from summarizer.readers.base import Attempt, Doubt, Reading, Repairer
from summarizer.schema.actor import Actor, Source
from summarizer.schema.casualty import Casualty
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation
from summarizer.schema.report import Finding, Report
from summarizer.schema.vocabulary import FindingCode, Severity

MENDABLE = frozenset(
    {
        FindingCode.EVIDENCE_MISSING,
        FindingCode.NAME_NOT_IN_TEXT,
        FindingCode.COUNT_NOT_IN_EVIDENCE,
        FindingCode.REFERENCE_BROKEN,
    }
)
"""Errors that the sentences, seen again, can settle."""

MOST_RECORDS = 12
"""A draft with more wrong records than this needs another reader, not another look."""
MOST_SENTENCES_A_PHRASE = 3
"""Sentences beyond the cited ones that are shown for a name or a number of a record."""
_MOST_PHRASES = 6
"""Names of one record that are looked for."""
_MOST_WORDS = 4
_SHORTEST_WORD = 4
"""Characters of a word that is worth looking for where its phrase stands nowhere."""


def is_mendable(report: Report) -> bool:
    """Tell whether checking found errors that a second look may mend."""
    return any(finding.code in MENDABLE for finding in report.findings)


async def mend(
    reader: Repairer,
    article: Article,
    reading: Reading,
    report: Report,
    *,
    before: Callable[[], Awaitable[None]] | None = None,
    leaves: tuple[type[SummarizerError], ...] = (),
) -> Reading:
    """Return the reading with those of its wrong records replaced that a second look made better.

    The very same reading comes back where there was nothing to ask. Otherwise the attempts of the second
    look are added to those of the first, and `parameters` says what came of it: `repair_asked`, the ids that
    went back; `repaired`, the ids that were replaced, each with the earlier values of the fields that
    changed; `repair_prompt_version`; and `repair_failed`, the error that ended it.

    `before` is called where there is something to ask, and waited for. Errors that `leaves` names are raised,
    with the attempts of both looks: the second one is left to be had.
    """
    doubts = doubts_of(article, reading.draft, report.findings)
    if not doubts:
        return reading
    if before is not None:
        await before()
    asked = [doubt.record.id for doubt in doubts]
    note: dict[str, JsonValue] = {"repair_asked": [*asked], "repaired": {}}
    try:
        result = await reader.repair(article, reading.draft, doubts)
    except leaves as error:
        error.attempts = (*reading.attempts, *error.attempts)
        raise
    except SummarizerError as error:
        made = tuple(attempt for attempt in error.attempts if isinstance(attempt, Attempt))
        note["repair_failed"] = f"{type(error).__name__}: {error}"
        return _noted(reading, reading.draft, made, note)
    second = Reading(draft=result) if isinstance(result, Draft) else result
    draft = _better(article, reading.draft, second.draft, set(asked), report)
    note["repaired"] = earlier_values(reading.draft, draft)
    if second.prompt_version is not None:
        note["repair_prompt_version"] = second.prompt_version
    return _noted(reading, draft, second.attempts, note)


def _noted(
    reading: Reading, draft: Draft, attempts: Sequence[Attempt], note: dict[str, JsonValue]
) -> Reading:
    return replace(
        reading,
        draft=draft,
        attempts=(*reading.attempts, *attempts),
        parameters={**reading.parameters, **note},
    )


def _better(article: Article, draft: Draft, mended: Draft, asked: set[str], first: Report) -> Draft:
    """Return the draft with the records that have fewer errors in `mended`; the others stay as they were.

    A new count that stands nowhere in its sentences is no better, whatever became of the errors: who leaves
    out the number that cannot be proved, and names other victims, has proved nothing.
    """
    before = _errors(first)
    counts = {casualty.id: casualty.count for casualty in draft.casualties}
    taken = set(asked)
    while taken:
        merged = merge(draft, mended, taken)
        report = check(merged, article, first.provenance)
        after = _errors(report)
        unproved = {
            casualty.id
            for casualty in report.casualties
            if casualty.quantity.evidence is None and casualty.count != counts[casualty.id]
        }
        worse = {record for record in taken if after[record] >= before[record] or record in unproved}
        if not worse:
            # A mended relation can close a circle through a record that nobody asked about.
            others = set(after) - taken
            return draft if any(after[record] > before[record] for record in others) else merged
        taken -= worse
    return draft


def _errors(report: Report) -> Counter[str | None]:
    return Counter(finding.record for finding in report.findings if finding.severity == Severity.ERROR)


def doubts_of(article: Article, draft: Draft, findings: Iterable[Finding]) -> list[Doubt]:
    """Return the records that a second look may mend, those that change tolls first, at most `MOST_RECORDS`.

    Left out are records that share their id with another, for an answer could not say which one it means,
    and those of which no sentence is found.
    """
    case = Case(article, draft)
    records = [record for _, record in case.records()]
    given = Counter(record.id for record in records)
    wrong: dict[str, list[Finding]] = {}
    for finding in findings:
        name = finding.record
        if finding.code in MENDABLE and name is not None and given[name] == 1:
            wrong.setdefault(name, []).append(finding)
    doubts: list[Doubt] = []
    for record in sorted([record for record in records if record.id in wrong], key=_rank):
        sentences = _concerned(case, record)
        if sentences and len(doubts) < MOST_RECORDS:
            doubts.append(Doubt(record, tuple(wrong[record.id]), sentences))
    return doubts


def _rank(record: AnyRecord) -> int:
    return [isinstance(record, kind) for kind in (Casualty, Operation, Actor, Source)].index(True)


def _concerned(case: Case, record: AnyRecord) -> tuple[Sentence, ...]:
    """Return the sentences that a record cites, and a few more in which its names or its number stand."""
    found = {sentence.number: sentence for sentence in case.cited(_cited(case, record))}
    for phrase in islice(_phrases(record), _MOST_PHRASES):
        found |= {sentence.number: sentence for sentence in _standing(case, phrase)}
    if isinstance(record, Casualty):
        found |= {sentence.number: sentence for sentence in _counting(case, record)}
    return tuple(found[number] for number in sorted(found))


def _cited(case: Case, record: AnyRecord) -> list[int]:
    if not isinstance(record, Source):
        return record.evidence
    resting: list[Operation | Casualty] = [*case.draft.operations, *case.draft.casualties]
    numbers = [number for other in resting if record.id in other.according_to for number in other.evidence]
    return numbers[:MOST_SENTENCES_A_PHRASE]


def _phrases(record: AnyRecord) -> Iterator[str]:
    """Yield what the record copied from the text, but for a count, which is looked for as a number."""
    match record:
        case Source():
            yield record.name
        case Actor():
            yield from (record.name, *record.aliases)
        case Operation():
            yield from (place.name for place in record.places)
            if record.date is not None:
                yield record.date
        case Casualty():
            yield record.victims


def _standing(case: Case, phrase: str) -> list[Sentence]:
    """Return the first sentences in which a phrase stands, or, where none has it, its longest word found."""
    words = [word for word in sorted(phrase.split(), key=len, reverse=True) if len(word) >= _SHORTEST_WORD]
    for wanted in (phrase, *words[:_MOST_WORDS]):
        found: list[Sentence] = []
        # One search of the whole text costs far less than one a sentence, and mostly finds nothing.
        rest: Sequence[Sentence] = case.article.sentences if case.find(wanted) else ()
        while len(found) < MOST_SENTENCES_A_PHRASE and (evidence := case.find(wanted, rest)):
            found += case.cited([evidence.sentence])
            rest = [sentence for sentence in rest if sentence.number > evidence.sentence]
        if found:
            return found
    return []


def _counting(case: Case, record: Casualty) -> list[Sentence]:
    """Return the first sentences in which a count or its number stands; "a" and "the" stand everywhere."""
    phrase, language = record.count, case.article.language
    reading = read_count(phrase, outcome=record.outcome, language=language)
    if phrase is None or reading is None or reading.rule == "one-person":
        return []
    standing = (s for s in case.article.sentences if stands_in(phrase, s.text, language=language))
    return list(islice(standing, MOST_SENTENCES_A_PHRASE))
