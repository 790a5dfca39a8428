"""A report as a page of Markdown: what the card says, with every cited sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.output.counts import Row, operation_rows, wider_rows
from summarizer.output.names import DOUBTFUL, Names
from summarizer.output.outline import (
    Section,
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
from summarizer.output.phrases import provenance, run_details
from summarizer.output.plain import plain
from summarizer.output.quotes import quotes
from summarizer.schema.report import Report, ReportedOperation

# Entities where Markdown dialects differ on a backslash: HTML, cells of a table, addresses that become links.
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "@": "&#64;"}
_ESCAPES = str.maketrans({**{character: f"\\{character}" for character in "\\`*_[]{}~$^#"}, **_ENTITIES})
_ADDRESS = re.compile(r"(?i)\b(https?|ftp)://|\bwww\.")
_OPENING = re.compile(r"[+=-]|[0-9]{1,9}[.)]")


def markdown(report: Report) -> str:
    """Return the report as CommonMark with tables; nothing in the article can become markup or HTML."""
    names = Names(report)
    blocks = [
        *_head(report, names),
        *(block for section in sections(report) for block in _section(section, names)),
        *_other_counts(names),
        *_doubts(report, names),
        *_cast(report, names),
        *_sentences(report),
        "---",
        f"{escape(provenance(report.provenance))}  \n{escape(run_details(report.provenance))}",
    ]
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Return `text` on one line such that Markdown shows it as it is."""
    shown = plain(text).translate(_ESCAPES)
    shown = _ADDRESS.sub(lambda found: found[0].replace(":", "&#58;").replace(".", "&#46;"), shown)
    opening = _OPENING.match(shown)
    if opening is None:
        return shown
    end = opening.end()
    return f"{shown[: end - 1]}\\{shown[end - 1 :]}"


def _head(report: Report, names: Names) -> Iterator[str]:
    yield f"# {escape(report.headline or report.article.title or 'No headline')}"
    yield "  \n".join(escape(" · ".join(line)) for line in (kind_and_date(report), origin(report)) if line)
    doubts = doubt_summary(report)
    for text in (report.abstract, issuer_note(report, names), relevance_note(report)):
        if text:
            yield escape(text)
    if doubts:
        yield f"**Doubtful:** {escape(doubts)}; see below."


def _section(section: Section, names: Names) -> Iterator[str]:
    yield f"## {section.title.capitalize()}"
    for operation in section.operations:
        yield from _brief(operation, names) if section.brief else _operation(operation, names)


def _operation(operation: ReportedOperation, names: Names) -> Iterator[str]:
    yield _title(operation, names)
    warning = warning_label(operation)
    voice = names.voice(operation)
    about = (
        f"**{escape(warning)}**" if warning else "",
        escape(subtitle(operation)),
        _said(voice.text, voice.guarded) + _after(cited(operation.evidence)),
    )
    yield " · ".join(filter(None, about))
    lines = []
    for fact in facts(operation, names):
        opening = f"- **{fact.label}:** " if fact.label else "  - "
        lines.append(f"{opening}{escape(fact.text)}{_after(fact.sentences)}")
    yield "\n".join(lines)
    yield from _table(operation_rows(operation, names))


def _brief(operation: ReportedOperation, names: Names) -> Iterator[str]:
    yield _title(operation, names)
    yield escape(brief(operation, names))


def _title(operation: ReportedOperation, names: Names) -> str:
    doubtful = f" ({DOUBTFUL})" if operation.id in names.doubtful else ""
    return f"### {escape(f'{operation.id} {operation.title}')}{doubtful}"


def _table(rows: Iterable[Row]) -> Iterator[str]:
    lines = []
    for row in rows:
        figure = escape(row.figure) if row.nested else f"**{escape(row.figure)}**"
        victims = [escape(row.victims)] if row.victims else []
        victims += [f"named: {escape(row.named)}"] if row.named else []
        victims += [f"**{escape(row.doubt)}**"] if row.doubt else []
        cells = (
            f"**{escape(row.label)}**" if row.label else "",
            "– " * row.depth + figure,
            "; ".join(victims),
            _said(row.voice, row.guarded),
            escape(row.sentences),
        )
        lines.append(f"| {' | '.join(cells)} |")
    if lines:
        header = ["| | Count | Victims | Who says so | Sentences |", "|---|---|---|---|---|"]
        yield "\n".join([*header, *lines])


def _other_counts(names: Names) -> Iterator[str]:
    rows = wider_rows(names)
    if rows:
        yield "## Other counts"
        yield "Not of these events, and not added to any toll above."
        yield from _table(rows)


def _doubts(report: Report, names: Names) -> Iterator[str]:
    findings = ordered_findings(report)
    if findings:
        yield "## Doubtful"
        lines = []
        for finding in findings:
            subject = names.subject(finding)
            about = f"{escape(subject)}: " if subject else ""
            proof = _after(cited(finding.evidence))
            lines.append(
                f"- **{finding.severity}:** {about}{escape(finding.message)}{proof} ({finding.code})"
            )
        yield "\n".join(lines)


def _cast(report: Report, names: Names) -> Iterator[str]:
    actors = [(a.id, a.name, about_actor(a, names), cited(a.evidence)) for a in report.actors]
    sources = [(s.id, s.name, about_source(s, names), "") for s in report.sources]
    for title, entries in (("Actors", actors), ("Sources", sources)):
        if entries:
            yield f"## {title}"
            yield "\n".join(
                f"- **{escape(name)}** ({escape(about)}){_after(sentences)}"
                f"{f' **{DOUBTFUL}**' if id in names.doubtful else ''}"
                for id, name, about, sentences in entries
            )


def _sentences(report: Report) -> Iterator[str]:
    found, _ = quotes(report)
    if found:
        yield "## Sentences"
        yield "\n".join(
            f"- \\[{quote.number or 'title'}\\] {escape(''.join(piece for piece, _ in quote.pieces))}"
            for quote in found
        )


def _said(voice: str, guarded: bool) -> str:
    """Who says so; that it is a claim, or doubted, in bold."""
    mark, colon, rest = voice.partition(": ")
    return f"**{escape(mark)}{colon.strip()}** {escape(rest)}".strip() if guarded else escape(voice)


def _after(sentences: str) -> str:
    return f" {escape(sentences)}" if sentences else ""
