"""A draft beside its article, with what all checks look up; the findings they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from summarizer.article import Article, Sentence
from summarizer.schema.actor import Actor, Source
from summarizer.schema.casualty import Casualty
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation
from summarizer.schema.report import Evidence, Finding
from summarizer.schema.vocabulary import FindingCode, Severity
from summarizer.text.folding import find_folded, fold

SEVERITIES: dict[FindingCode, Severity] = {
    FindingCode.EVIDENCE_MISSING: Severity.ERROR,
    FindingCode.NAME_NOT_IN_TEXT: Severity.ERROR,
    FindingCode.NAME_OUTSIDE_EVIDENCE: Severity.WARNING,
    FindingCode.COUNT_NOT_IN_EVIDENCE: Severity.ERROR,
    FindingCode.COUNT_UNPARSED: Severity.WARNING,
    FindingCode.COUNT_INCONSISTENT: Severity.WARNING,
    FindingCode.DATE_UNRESOLVED: Severity.NOTE,
    FindingCode.DATE_IN_FUTURE: Severity.WARNING,
    FindingCode.PLACE_AMBIGUOUS: Severity.NOTE,
    FindingCode.PLACE_UNKNOWN: Severity.NOTE,
    FindingCode.REFERENCE_BROKEN: Severity.ERROR,
    FindingCode.POSSIBLE_OMISSION: Severity.WARNING,
    FindingCode.POSSIBLE_DOUBLE_COUNT: Severity.WARNING,
    FindingCode.INSTRUCTION_IN_TEXT: Severity.WARNING,
    FindingCode.TITLE_DISAGREES: Severity.NOTE,
}

_WORD = re.compile(r"\w+")
_ASCII_GAPS = str.maketrans({chr(code): " " for code in range(128) if not _WORD.match(chr(code))})

AnyRecord = Source | Actor | Operation | Casualty


class Case:
    """An article and the draft that somebody made of it."""

    def __init__(self, article: Article, draft: Draft) -> None:
        self.article = article
        self.draft = draft
        self.findings: list[Finding] = []
        self._cited: dict[tuple[int, ...], list[Sentence]] = {}
        self._shown: dict[int, Evidence] = {}

    @cached_property
    def folded(self) -> str:
        """The whole text, folded; offsets are those of the text."""
        return fold(self.article.text)

    @cached_property
    def words_in_order(self) -> list[list[str]]:
        """The folded words of each sentence as they stand, in the order of the article."""
        folded, sentences = self.folded, self.article.sentences
        if folded.isascii():  # most articles, once folded: blanking the gaps is four times as fast
            blanked = folded.translate(_ASCII_GAPS)
            return [blanked[start:end].split() for _, start, end, _ in sentences]
        return [_WORD.findall(folded, start, end) for _, start, end, _ in sentences]

    @cached_property
    def words_by_sentence(self) -> list[frozenset[str]]:
        """The same, each word once."""
        return list(map(frozenset, self.words_in_order))

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the whole text."""
        return frozenset().union(*self.words_by_sentence)

    def records(self) -> Iterator[tuple[str, AnyRecord]]:
        """Yield every record with its path in the report."""
        for field in ("sources", "actors", "operations", "casualties"):
            for index, record in enumerate(getattr(self.draft, field)):
                yield f"{field}[{index}]", record

    def cited(self, numbers: Sequence[int]) -> list[Sentence]:
        """Return the sentences of those numbers that exist, in the order cited, each once."""
        key = tuple(numbers)
        found = self._cited.get(key)
        if found is None:
            sentences = (self.article.sentence(number) for number in dict.fromkeys(numbers))
            found = self._cited[key] = [sentence for sentence in sentences if sentence is not None]
        return found

    def evidence(self, numbers: Sequence[int]) -> list[Evidence]:
        """Return the cited sentences as evidence; the records that cite a sentence share it."""
        return [self._shown.get(sentence.number) or self._show(sentence) for sentence in self.cited(numbers)]

    def _show(self, sentence: Sentence) -> Evidence:
        number, start, end, text = sentence
        evidence = self._shown[number] = Evidence(sentence=number, start=start, end=end, quote=text)
        return evidence

    def quote(self, start: int, end: int) -> Evidence | None:
        """Return a stretch of the text as evidence, or None when it lies in no sentence."""
        sentence = self.article.sentence_at(start)
        if sentence is None:
            return None
        return Evidence(sentence=sentence.number, start=start, end=end, quote=self.article.text[start:end])

    def find(self, phrase: str, sentences: Iterable[Sentence] | None = None) -> Evidence | None:
        """Return where a phrase stands, in the sentences given or anywhere in the text; None if nowhere."""
        span = self.span(phrase, sentences)
        return self.quote(*span) if span else None

    def span(self, phrase: str, sentences: Iterable[Sentence] | None = None) -> tuple[int, int] | None:
        """Return the offsets at which a phrase stands, as `find` does."""
        if _is_acronym(phrase) and not self.article.text.isupper():
            # "IS" is a name and "is" a verb: a short name in capitals is looked for as it is written.
            needle, text = phrase, self.article.text
        else:
            needle, text = fold(phrase), self.folded
        if sentences is None:
            return find_folded(needle, text)
        for sentence in sentences:
            span = find_folded(needle, text, sentence.start, sentence.end)
            if span:
                return span
        return None

    def add(
        self,
        code: FindingCode,
        path: str,
        message: str,
        *,
        record: str | None = None,
        evidence: Sequence[Evidence] = (),
    ) -> None:
        """Record a finding; its severity follows from its code."""
        self.findings.append(
            Finding(
                code=code,
                severity=SEVERITIES[code],
                path=path,
                record=record,
                message=message,
                evidence=list(evidence),
            )
        )


def _is_acronym(phrase: str) -> bool:
    return len(phrase) <= 4 and phrase.isupper()
