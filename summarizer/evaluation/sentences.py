"""The sentence of an article in which a missed name or figure stands, for whoever looks at the mistake."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from summarizer.evaluation.gold import GoldRecord
from summarizer.schema.report import Report
from summarizer.text.folding import find_folded, fold

_WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()


class Sentences:
    """The sentences of a record's article, from its report or else from the record's own text."""

    def __init__(self, record: GoldRecord, report: Report | None) -> None:
        self._record, self._report = record, report

    @cached_property
    def _sentences(self) -> list[tuple[str, str]]:
        if self._report is not None:
            article = self._report.article
            texts = [article.text[span.start : span.end] for span in article.sentences]
        else:
            from summarizer.text.normalise import normalise
            from summarizer.text.sentences import split

            body = normalise(self._record.text or "")
            texts = [body[start:end] for start, end in split(body, None)] if body else []
        return [(text, fold(text)) for text in texts]

    def naming(self, names: Sequence[str]) -> str | None:
        """Return the first sentence with one of the names in it."""
        folded = [fold(name) for name in names]
        for text, sentence in self._sentences:
            if any(find_folded(name, sentence) is not None for name in folded):
                return text
        return None

    def with_figure(self, who: Sequence[str], low: int | None) -> str | None:
        """Return the first sentence with the victims and the figure in it, or else with one of them."""
        figures = [] if low is None else [str(low), f"{low:,}"]
        if low is not None and low < len(_WORDS):
            figures.append(_WORDS[low])
        victims = [fold(one) for one in who]
        best: tuple[int, str] | None = None
        for text, sentence in self._sentences:
            has_victims = any(find_folded(one, sentence) is not None for one in victims)
            has_figure = any(find_folded(one, sentence) is not None for one in figures)
            points = 2 * has_victims + has_figure
            if points > (best[0] if best else 0):
                best = points, text
        return best[1] if best else None
