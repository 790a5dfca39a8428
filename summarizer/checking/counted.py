"""Count phrases as quantities, each found again in a sentence that its record cites."""

from __future__ import annotations

from functools import lru_cache

from summarizer.checking.case import Case
from summarizer.checking.quantities import Reading, read_count, stands_in
from summarizer.schema.casualty import Casualty
from summarizer.schema.report import Evidence, Quantity
from summarizer.schema.vocabulary import FindingCode, Outcome, Qualifier


def quantities_of(case: Case) -> list[Quantity]:
    """Return the quantity of each casualty, with findings for phrases without a reading or a sentence."""
    return [
        _quantity(case, f"casualties[{index}]", casualty)
        for index, casualty in enumerate(case.draft.casualties)
    ]


def reading_of(phrase: str | None, outcome: Outcome, language: str | None) -> Reading | None:
    """Return the reading of a count phrase; the same phrases stand in one article after the other."""
    if phrase is not None and len(phrase) > _LONGEST_KEPT:
        return read_count(phrase, outcome=outcome, language=language)
    return _kept(phrase, outcome, language)


@lru_cache(maxsize=4096)
def _kept(phrase: str | None, outcome: Outcome, language: str | None) -> Reading | None:
    return read_count(phrase, outcome=outcome, language=language)


_LONGEST_KEPT = 64
"""Characters of a phrase that is kept with its reading."""


def _quantity(case: Case, path: str, casualty: Casualty) -> Quantity:
    reading = reading_of(casualty.count, casualty.outcome, case.article.language)
    evidence = _where(case, path, casualty)
    if reading is None:
        case.add(
            FindingCode.COUNT_UNPARSED,
            f"{path}.count",
            f"“{casualty.count}” of {casualty.id} has no reading as a number.",
            record=casualty.id,
            evidence=[evidence] if evidence else (),
        )
        return Quantity(
            as_written=casualty.count,
            minimum=None,
            maximum=None,
            best=None,
            qualifier=Qualifier.VAGUE,
            rule="unread",
            evidence=evidence,
        )
    return Quantity(
        as_written=casualty.count,
        minimum=reading.minimum,
        maximum=reading.maximum,
        best=reading.best,
        qualifier=reading.qualifier,
        rule=reading.rule,
        evidence=evidence,
    )


def _where(case: Case, path: str, casualty: Casualty) -> Evidence | None:
    """Return where the count stands in the cited sentences; a bare plural stands where its victims do."""
    cited = case.cited(casualty.evidence)
    if casualty.count is None:
        return case.find(casualty.victims, cited)
    for sentence in cited:
        span = stands_in(casualty.count, sentence.text, language=case.article.language)
        if span:
            return case.quote(sentence.start + span[0], sentence.start + span[1])
    if cited:  # no sentence at all is a finding of its own
        case.add(
            FindingCode.COUNT_NOT_IN_EVIDENCE,
            f"{path}.count",
            f"“{casualty.count}” of {casualty.id} does not stand in sentence "
            f"{', '.join(str(sentence.number) for sentence in cited)}.",
            record=casualty.id,
            evidence=case.evidence([sentence.number for sentence in cited]),
        )
    return None
