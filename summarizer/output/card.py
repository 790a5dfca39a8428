"""A report as a card for the terminal: what happened, who, how many, who says so, and what is doubtful."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from summarizer.output.counts import OR, Row, operation_rows, wider_rows
from summarizer.output.layout import (
    ALARM,
    BOLD,
    DIM,
    ERROR,
    GAP,
    GUARDED,
    PLAIN,
    in_columns,
    joined,
    text,
)
from summarizer.output.names import DOUBTFUL, Names
from summarizer.output.outline import (
    about_actor,
    about_source,
    brief,
    cited,
    doubt_summary,
    facts,
    issuer_note,
    kind_and_date,
    ordered_findings,
    origin,
    relevance_note,
    sections,
    subtitle,
    warning_label,
)
from summarizer.output.phrases import NO_FIGURE, provenance
from summarizer.output.plain import clipped, plain
from summarizer.output.quotes import Quote, quotes
from summarizer.schema.report import Report, ReportedOperation
from summarizer.schema.vocabulary import Severity

NARROWEST, WIDEST = 32, 120
"""Columns: a card is never narrower, so that a word still fits, nor wider, so that a line can be read."""
STACKED_BELOW = 64
"""Columns under which a row of counts is one text instead of three columns."""
LABEL = 11
LONGEST_ID = 6
MOST_QUOTES = 12
LONGEST_QUOTE, LONGEST_NAME = 320, 160
"""Characters; what is longer is cut, and shown whole by the other formats."""

SEVERITIES = {
    Severity.ERROR: ("ERROR", ERROR),
    Severity.WARNING: ("Warning", GUARDED),
    Severity.NOTE: ("Note", DIM),
}


def card(report: Report, *, width: int | None = None, color: bool | None = None) -> str:
    """Return the report as lines of text, each at most `width` columns wide.

    Args:
        width: None takes the terminal's, or 80 where there is none. Cards are 32 to 120 columns wide.
        color: None colours where standard output is a terminal and NO_COLOR is not set. Without colour there
            is no escape sequence at all, and nothing is said by colour alone.
    """
    if width is None:
        width = shutil.get_terminal_size((80, 24)).columns
    if color is None:
        color = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    console = Console(
        file=StringIO(),
        width=max(NARROWEST, min(width, WIDEST)),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    with console.capture() as capture:
        for part in _Card(report, console.width).parts():
            console.print(part)
    lines = capture.get().splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


class _Card:
    """The parts of a card, from top to bottom."""

    def __init__(self, report: Report, width: int) -> None:
        self.report = report
        self.names = Names(report)
        self.width = width
        self.wide = width >= STACKED_BELOW
        longest = max((len(plain(operation.id)) for operation in report.operations), default=2)
        self.gutter = max(2, min(longest, LONGEST_ID))
        self.margin = self.gutter + GAP if self.wide else 1

    def parts(self) -> Iterator[RenderableType]:
        yield from self.head()
        for section in sections(self.report):
            yield from self.heading(section.title)
            for number, operation in enumerate(section.operations):
                if section.brief:
                    yield from self.brief(operation)
                    continue
                if number:
                    yield Text()
                yield from self.operation(operation)
        yield from self.other_counts()
        yield from self.doubts()
        yield from self.cast()
        yield from self.sentences()
        yield Text()
        yield text(provenance(self.report.provenance), DIM)

    def head(self) -> Iterator[RenderableType]:
        report = self.report
        yield text(report.headline or report.article.title or "No headline", BOLD, LONGEST_QUOTE)
        for line in (kind_and_date(report), origin(report)):
            if line:
                yield text(" · ".join(line), DIM)
        if issuer := issuer_note(report, self.names):
            yield text(issuer, GUARDED)
        doubts = doubt_summary(report)
        worst = next((SEVERITIES[finding.severity][1] for finding in ordered_findings(report)), DIM)
        for said, style in (
            (report.abstract, PLAIN),
            (relevance_note(report), PLAIN),
            (f"Doubtful: {doubts}; see below." if doubts else "", worst),
        ):
            if said:
                yield Padding(text(said, style), (1, 0, 0, 2))

    def heading(self, title: str, note: str = "") -> Iterator[RenderableType]:
        line = joined(" ", text(title, BOLD), text(note, DIM))
        line.append(f" {'─' * max(0, self.width - line.cell_len - 1)}", DIM)
        yield Text()
        yield line

    def operation(self, operation: ReportedOperation) -> Iterator[RenderableType]:
        names = self.names
        yield self.titled(operation, BOLD)
        voice = names.voice(operation)
        about = (
            text(warning_label(operation), ALARM),
            text(subtitle(operation)),
            self.proved(voice.text, GUARDED if voice.guarded else PLAIN, cited(operation.evidence)),
        )
        yield self.beside("", joined(" · ", *about))
        for fact in facts(operation, names):
            yield self.labelled(fact.label, self.proved(fact.text, PLAIN, fact.sentences))
        for row in operation_rows(operation, names):
            yield from self.counted(row)

    def brief(self, operation: ReportedOperation) -> Iterator[RenderableType]:
        yield self.titled(operation, DIM)
        yield self.beside("", text(brief(operation, self.names), DIM))

    def titled(self, operation: ReportedOperation, style: Style) -> RenderableType:
        doubtful = DOUBTFUL if operation.id in self.names.doubtful else ""
        title = text(operation.title, style, LONGEST_NAME)
        return self.beside(operation.id, joined(" ", title, text(doubtful, ALARM)))

    def counted(self, row: Row) -> Iterator[RenderableType]:
        """A row of a table, its columns at the same place in every table; one text where it is narrow."""
        label = text(row.label, DIM)
        if row.label == OR:
            label.justify = "right"
        figure = text(row.figure, PLAIN if row.nested or row.figure == NO_FIGURE else BOLD, LONGEST_NAME)
        victims = joined("; ", text(row.victims, PLAIN, LONGEST_NAME), text(row.doubt, ALARM))
        voice = self.proved(row.voice, GUARDED if row.guarded else PLAIN, row.sentences)
        indent = 2 * min(row.depth, 4)
        if self.wide and voice:
            rest = self.width - self.margin - LABEL - GAP
            first = max(20, rest * 27 // 100)
            second = (rest - first - 2 * GAP) // 2
            yield self.row((label, LABEL, 0), (figure, first, indent), (victims, second, 0), (voice, None, 0))
        else:
            told = joined(", " if row.figure == "none" or not voice else " ", figure, victims)
            told = joined("; " if row.voice else " ", told, voice)
            yield self.row((label, LABEL, 0), (told, None, indent))
        if row.named:
            named = text(f"named: {row.named}", PLAIN, LONGEST_QUOTE)
            yield self.row((Text(), LABEL, 0), (named, None, indent))

    def other_counts(self) -> Iterator[RenderableType]:
        rows = wider_rows(self.names)
        if rows:
            yield from self.heading("OTHER COUNTS", "not of these events, not added")
        for row in rows:
            yield from self.counted(row)

    def doubts(self) -> Iterator[RenderableType]:
        findings = ordered_findings(self.report)
        if findings:
            yield from self.heading("DOUBTFUL")
        for finding in findings:
            word, style = SEVERITIES[finding.severity]
            subject = clipped(plain(self.names.subject(finding)), LONGEST_NAME)
            told = joined(
                " ",
                text(f"{subject}:" if subject else "", BOLD),
                self.proved(finding.message, PLAIN, cited(finding.evidence)),
                text(f"({finding.code})", DIM),
            )
            yield self.labelled(word, told, style)

    def cast(self) -> Iterator[RenderableType]:
        names = self.names
        if self.report.actors:
            yield from self.heading("ACTORS")
        for actor in self.report.actors:
            about = about_actor(actor, names)
            yield self.beside("", self.entry(actor.id, actor.name, about, cited(actor.evidence)))
        if self.report.sources:
            yield from self.heading("SOURCES")
            entries = [self.entry(s.id, s.name, about_source(s, names)) for s in self.report.sources]
            yield self.beside("", joined(" · ", *entries))

    def entry(self, id: str, name: str, about: str, sentences: str = "") -> Text:
        doubtful = DOUBTFUL if id in self.names.doubtful else ""
        return joined(
            " ",
            text(name, PLAIN, LONGEST_NAME),
            text(f"({clipped(plain(about), LONGEST_QUOTE)})", DIM),
            text(sentences, DIM),
            text(doubtful, ALARM),
        )

    def sentences(self) -> Iterator[RenderableType]:
        found, left = quotes(self.report, MOST_QUOTES)
        if found:
            yield from self.heading("SENTENCES", "cited above")
        heads = [f"[{quote.number or 'title'}]" for quote in found]
        width = max(map(len, heads), default=0)
        for head, quote in zip(heads, found, strict=True):
            yield self.beside(head, _quoted(quote), width)
        if left:
            also = f"Also cited: {', '.join(map(str, left))}; the JSON and the Markdown quote them."
            yield self.beside("", text(also, DIM), width)

    def proved(self, said: str, style: Style, sentences: str) -> Text:
        return joined(" ", text(said, style), text(sentences, DIM))

    def beside(self, head: str, told: Text, width: int | None = None) -> RenderableType:
        """A text with something short before it, its later lines under its first."""
        width = self.gutter if width is None else width
        return in_columns(self.width, (text(head, DIM, LONGEST_ID + 1), width, 0), (told, None, 0))

    def labelled(self, label: str, told: Text, style: Style = DIM) -> RenderableType:
        return self.row((text(label, style), LABEL, 0), (told, None, 0))

    def row(self, *cells: tuple[Text, int | None, int]) -> RenderableType:
        return in_columns(self.width, *cells, margin=self.margin)


def _quoted(quote: Quote) -> Text:
    """The sentence, with what was read as a count or a date in bold."""
    shown = Text()
    left = LONGEST_QUOTE
    for piece, marked in quote.pieces:
        before = " " if piece[:1].isspace() and shown else ""
        after = " " if piece[-1:].isspace() else ""
        said = f"{before}{plain(piece)}{after}"
        if len(said) > left:
            shown.append(clipped(said, max(left, 2)), BOLD if marked else PLAIN)
            break
        shown.append(said, BOLD if marked else PLAIN)
        left -= len(said)
    shown.rstrip()
    return shown
