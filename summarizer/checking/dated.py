"""Date phrases as days, each found again in the text before it is trusted."""

from __future__ import annotations

import re

from summarizer.checking.case import Case
from summarizer.checking.dates import read_date
from summarizer.schema.operation import Operation
from summarizer.schema.report import Evidence, When
from summarizer.schema.vocabulary import DateBasis, FindingCode, Stage
from summarizer.text.folding import fold

_WORD = re.compile(r"\w+")
_ALREADY = frozenset({Stage.COMPLETED, Stage.FAILED, Stage.FOILED, Stage.LAUNCHED, Stage.ONGOING})


def when_of(case: Case, path: str, operation: Operation) -> When | None:
    """Return the days that an operation's date phrase names; None where the draft gives no phrase."""
    if operation.date is None:
        return None
    evidence, supported = _where(case, operation)
    if not supported:
        _unresolved(case, path, operation, "does not stand in the article")
        return When(
            phrase=operation.date,
            start=None,
            end=None,
            precision=None,
            basis=DateBasis.UNRESOLVED,
            rule="unsupported",
        )
    published = case.article.published
    span = read_date(
        operation.date, published=published, stage=operation.stage, language=case.article.language
    )
    when = When(
        phrase=operation.date,
        start=span.start,
        end=span.end,
        time_of_day=span.time_of_day,
        precision=span.precision,
        basis=span.basis,
        rule=span.rule,
        evidence=evidence,
    )
    if when.basis == DateBasis.UNRESOLVED:
        why = "needs a publication date" if published is None else "has no reading as a date"
        _unresolved(case, path, operation, why)
    elif operation.stage in _ALREADY and published and when.start and when.start > published:
        case.add(
            FindingCode.DATE_IN_FUTURE,
            f"{path}.date",
            f"“{operation.date}” of {operation.id} is {when.start}, after the article of {published}, "
            f"yet its stage is {operation.stage}.",
            record=operation.id,
            evidence=[evidence] if evidence else (),
        )
    return when


def _where(case: Case, operation: Operation) -> tuple[Evidence | None, bool]:
    """Return where the phrase stands, and whether the text supports it.

    A reader may join "on Tuesday" and "in the morning" of two sentences: then every word must stand in the
    sentences cited, and no single place can be shown.
    """
    assert operation.date is not None
    cited = case.cited(operation.evidence)
    found = (case.find(operation.date, cited) if cited else None) or case.find(operation.date)
    if found is not None:
        return found, True
    words = set(_WORD.findall(fold(operation.date)))
    present = {word for sentence in cited for word in _WORD.findall(fold(sentence.text))}
    return None, bool(words) and words <= present


def _unresolved(case: Case, path: str, operation: Operation, why: str) -> None:
    case.add(
        FindingCode.DATE_UNRESOLVED,
        f"{path}.date",
        f"“{operation.date}” of {operation.id} {why}.",
        record=operation.id,
    )
