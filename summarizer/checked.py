"""What comes of reading an article: the reading, and the report that checking made of it."""

from __future__ import annotations

from typing import Self

from summarizer.article import Article
from summarizer.readers.base import Reading
from summarizer.schema.report import Report


class Checked:
    """A reading with its report, each as the record and as the text that a ledger keeps of it.

    Where another process has checked, only the texts are there, and the report is made of its text when it is
    asked for; a ledger never asks.
    """

    __slots__ = ("_article", "_draft_text", "_report", "_report_text", "mendable", "reading")

    def __init__(self, reading: Reading, report: Report) -> None:
        self.reading = reading
        self.mendable = True
        """Whether checking may have found errors that a second look of the reader can mend."""
        self._report: Report | None = report
        self._article: Article | None = None
        self._draft_text: str | None = None
        self._report_text: str | None = None

    @classmethod
    def of_texts(
        cls, article: Article, reading: Reading, *, draft: str, report: str, mendable: bool = False
    ) -> Self:
        """Return what another process has checked; `draft` and `report` are JSON, the report without its
        article."""
        checked = cls.__new__(cls)
        checked.reading, checked.mendable = reading, mendable
        checked._report, checked._article = None, article
        checked._draft_text, checked._report_text = draft, report
        return checked

    @property
    def report(self) -> Report:
        """The report."""
        if self._report is None:
            assert self._article is not None and self._report_text is not None
            self._report = report_of_text(self._article.record().model_dump_json(), self._report_text)
        return self._report

    @property
    def draft_text(self) -> str:
        """The draft as JSON."""
        if self._draft_text is None:
            self._draft_text = self.reading.draft.model_dump_json()
        return self._draft_text

    @property
    def report_text(self) -> str:
        """The report as JSON, without its article."""
        if self._report_text is None:
            self._report_text = text_of(self.report)
        return self._report_text


def text_of(report: Report) -> str:
    """Return a report as the JSON that is kept of it: without its article, which is kept once for all."""
    return report.model_dump_json(exclude={"article"})


def report_of_text(article: str, report: str) -> Report:
    """Return the report whose article and rest are given as JSON."""
    whole: Report = Report.model_validate_json(f'{{"article":{article},{report[1:]}')
    return whole
