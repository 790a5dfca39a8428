"""A report in the order to read it: what a card and a page of Markdown have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summarizer.output.counts import NOT_BEGUN, brief_counts
from summarizer.output.names import Names
from summarizer.output.phrases import (
    date,
    enumerated,
    place_role,
    sentence_numbers,
    wording,
)
from summarizer.output.phrases import when as when_phrase
from summarizer.output.phrases import where as where_phrase
from summarizer.schema.actor import Source
from summarizer.schema.report import Evidence, Finding, Report, ReportedActor, ReportedOperation
from summarizer.schema.vocabulary import (
    Assertion,
    Civilians,
    Discourse,
    DocumentType,
    ParticipantRole,
    PlaceRole,
    Relevance,
    Severity,
    Stage,
    TerritorialEffect,
)


class Section(NamedTuple):
    """Operations under one heading; those of the background are told in short."""

    title: str
    operations: list[ReportedOperation]
    brief: bool = False


class Fact(NamedTuple):
    """A line about an operation; an empty label continues the one above."""

    label: str
    text: str
    sentences: str = ""


def sections(report: Report) -> list[Section]:
    """Return the operations by what they are to the article; what has not happened stands apart."""
    groups: dict[str, list[ReportedOperation]] = {
        "main": [],
        "also": [],
        "not_yet": [],
        "not": [],
        "before": [],
    }
    for operation in report.operations:
        groups[_group(operation)].append(operation)
    groups["not_yet"].sort(key=lambda operation: operation.discourse != Discourse.MAIN)
    also = Section("ALSO REPORTED", groups["also"])
    not_yet = Section("NOT YET HAPPENED", groups["not_yet"])
    # An article that is about an announcement opens with it.
    first = [Section("REPORTED", groups["main"]), also, not_yet] if groups["main"] else [not_yet, also]
    last = [
        Section("SAID NOT TO HAVE HAPPENED", groups["not"]),
        Section("BACKGROUND", groups["before"], brief=True),
    ]
    return [section for section in [*first, *last] if section.operations]


def _group(operation: ReportedOperation) -> str:
    if operation.discourse == Discourse.BACKGROUND:
        return "before"
    if operation.assertion == Assertion.NEGATED:
        return "not"
    if operation.stage in NOT_BEGUN or operation.assertion == Assertion.HYPOTHETICAL:
        return "not_yet"
    return "main" if operation.discourse == Discourse.MAIN else "also"


def warning_label(operation: ReportedOperation) -> str:
    """Return what must not be overlooked: that it has not happened, or that its happening is in doubt."""
    if operation.assertion == Assertion.NEGATED:
        return "SAID NOT TO HAVE HAPPENED"
    if operation.assertion == Assertion.HYPOTHETICAL:
        return "HAS NOT HAPPENED, hypothetical"
    if operation.stage in NOT_BEGUN:
        return f"NOT YET HAPPENED, {wording(operation.stage)}"
    return "FOILED, did not come about" if operation.stage == Stage.FOILED else ""


def subtitle(operation: ReportedOperation) -> str:
    """Return the type and stage of an operation: "offensive, launched"."""
    if operation.stage in (*NOT_BEGUN, Stage.FOILED, Stage.UNKNOWN):
        return wording(operation.type)
    return f"{wording(operation.type)}, {wording(operation.stage)}"


def facts(operation: ReportedOperation, names: Names) -> Iterator[Fact]:
    """Yield who, where, when, how and to what end; counts are told apart."""
    yield from who(operation, names)
    label = "Where"
    for place in operation.places:
        yield Fact(label, place_role(place.role) + where_phrase(place), cited([place.evidence]))
        label = ""
    said = when_phrase(operation.when, operation.date)
    yield Fact("When", said or "not stated", cited([operation.when.evidence if operation.when else None]))
    if operation.means:
        yield Fact("With", ", ".join(map(wording, operation.means)))
    if operation.objective:
        yield Fact("Aim", operation.objective)
    if operation.territorial_effect != TerritorialEffect.NONE_REPORTED:
        yield Fact("Territory", wording(operation.territorial_effect))
    if operation.civilians != Civilians.NOT_REPORTED:
        yield Fact("Civilians", wording(operation.civilians))
    if operation.damage:
        yield Fact("Damage", "; ".join(operation.damage))
    if operation.part_of:
        whole = names.operations.get(operation.part_of)
        yield Fact("Part of", f"{operation.part_of} {whole.title if whole else '(no such operation)'}")


def who(operation: ReportedOperation, names: Names) -> Iterator[Fact]:
    """Yield who did what to whom, the initiator's side first."""
    roles: dict[ParticipantRole, list[str]] = {role: [] for role in ParticipantRole}
    for participant in operation.participants:
        roles[participant.role].append(participant.actor)
    attackers = set(operation.sides[0]) if operation.sides else set()
    opposed = {actor for side in operation.sides[1:] for actor in side}
    supporters = roles[ParticipantRole.SUPPORTER]
    against = [actor for actor in supporters if actor in opposed - attackers]
    beside = [actor for actor in supporters if actor not in against]
    lines = [
        ("By", names.people(roles[ParticipantRole.INITIATOR])),
        ("Accused", names.people(roles[ParticipantRole.ACCUSED])),
        ("Backed by", names.people(beside)),
        ("Against", names.people(roles[ParticipantRole.TARGET])),
        ("Their side", names.people(against)),
        *_clash(operation, roles[ParticipantRole.PARTICIPANT], names),
        ("Mediator", names.people(roles[ParticipantRole.MEDIATOR])),
    ]
    told = [Fact(label, text) for label, text in lines if text]
    yield from told or [Fact("Who", "not stated")]


def _clash(
    operation: ReportedOperation, participants: Sequence[str], names: Names
) -> Iterator[tuple[str, str]]:
    """The participants of a clash or an agreement, a line for each side that they form."""
    placed: set[str] = set()
    label = "Between"
    for side in operation.sides:
        here = [actor for actor in participants if actor in side and actor not in placed]
        placed.update(here)
        if here:
            yield label, names.people(here)
            label = "and"
    rest = [actor for actor in participants if actor not in placed]
    yield ("Taking part" if label == "Between" else label), names.people(rest)


def brief(operation: ReportedOperation, names: Names) -> str:
    """Return a background operation in one sentence, its counts and its proof included."""
    parts = [warning_label(operation), subtitle(operation)]
    parts.extend(f"{fact.label.lower()} {fact.text}" for fact in who(operation, names) if fact.label != "Who")
    for place in operation.places:
        here = place.role == PlaceRole.INCIDENT and not place.relation
        parts.append(f"{'at ' if here else place_role(place.role)}{where_phrase(place)}")
    parts.append(when_phrase(operation.when, operation.date))
    parts.append(f"{names.voice(operation).text} {cited(operation.evidence)}".strip())
    parts.extend(brief_counts(operation, names))
    return "; ".join(filter(None, parts))


def kind_and_date(report: Report) -> list[str]:
    """Return the kind of text, its date and its place of reporting."""
    article, kind = report.article, report.document_type
    published = "publication date not known"
    if article.published:
        printed = " (as printed)" if article.published_basis == "printed" else ""
        published = f"published {date(article.published)}{printed}"
    return [
        "Text of another kind" if kind == DocumentType.OTHER else wording(kind).capitalize(),
        published,
        *([f"reported from {report.dateline}"] if report.dateline else []),
    ]


def origin(report: Report) -> list[str]:
    """Return who published the article and where it was read from, as far as known."""
    article = report.article
    language = f"language {article.language}" if article.language not in (None, "en") else ""
    known = (article.publisher, article.agency, article.author, language, article.source)
    return [part for part in known if part]


def relevance_note(report: Report) -> str:
    """Return what to know before reading on; "" where an ordinary report follows."""
    empty = not (report.operations or report.casualties)
    if report.relevance == Relevance.NOT_CONFLICT:
        return "This article is not about armed conflict, so there is nothing to record."
    if report.relevance == Relevance.CONTEXT_ONLY:
        rest = "; nothing else was recorded" if empty else ""
        return f"Context only: the article reports no incident of its own{rest}."
    return "No operation and no count was recorded, which does not mean that there was none." if empty else ""


def issuer_note(report: Report, names: Names) -> str:
    """Return whose word the text is, where a party or an authority issued it."""
    if not report.issuer:
        return ""
    return f"Issued by {names.source(report.issuer)}: what names no other source is its word."


def ordered_findings(report: Report) -> list[Finding]:
    """Return the findings, errors first."""
    order = list(Severity)
    return sorted(report.findings, key=lambda finding: order.index(finding.severity))


def doubt_summary(report: Report) -> str:
    """Return "1 error, 2 warnings"; "" where the checks found nothing."""
    tally = [(s, sum(finding.severity == s for finding in report.findings)) for s in Severity]
    return ", ".join(f"{number} {severity}{'s' * (number != 1)}" for severity, number in tally if number)


def about_actor(actor: ReportedActor, names: Names) -> str:
    """Return what an actor is and what else it is called."""
    parts = [wording(actor.type) + (f", {actor.country}" if actor.country else "")]
    if actor.belongs_to:
        parts.append(f"part of {names.actor(actor.belongs_to)}")
    if actor.aliases:
        parts.append(f"also {', '.join(f'“{alias}”' for alias in actor.aliases)}")
    if actor.leaders:
        parts.append(f"led by {enumerated(actor.leaders)}")
    return "; ".join(parts)


def about_source(source: Source, names: Names) -> str:
    """Return what a source is and for whom it speaks."""
    parts = [wording(source.kind) + (", unnamed" if source.anonymous else "")]
    if party := names.speaks_for(source.id):
        parts.append(f"speaks for {party}")
    return "; ".join(parts)


def cited(evidence: Iterable[Evidence | None]) -> str:
    """Return the sentence numbers of what evidence there is."""
    return sentence_numbers(piece for piece in evidence if piece is not None)
