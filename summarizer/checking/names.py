"""Whether sentences are cited, and whether names stand where the draft says they do."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Sentence
from summarizer.checking.case import Case
from summarizer.checking.gazetteer import Resolution
from summarizer.schema.report import Evidence
from summarizer.schema.vocabulary import FindingCode


def check_citations(case: Case) -> None:
    """Find records that cite no sentence, or one that the article does not have."""
    first, last = case.article.sentences[0].number, case.article.sentences[-1].number
    # sources are cited by the records that rest on them
    for records in ("actors", "operations", "casualties"):
        for index, record in enumerate(getattr(case.draft, records)):
            cited = record.evidence
            if cited and first <= min(cited) and max(cited) <= last:
                continue
            path = f"{records}[{index}].evidence"
            if not cited:
                message = f"{record.id} cites no sentence."
                case.add(FindingCode.EVIDENCE_MISSING, path, message, record=record.id)
            for at, number in enumerate(cited):
                if not first <= number <= last:
                    case.add(
                        FindingCode.EVIDENCE_MISSING,
                        f"{path}[{at}]",
                        f"{record.id} cites sentence {number}; the article has {first} to {last}.",
                        record=record.id,
                    )


def check_names(case: Case) -> None:
    """Find actors, aliases, speakers and leaders whose names the article does not hold."""
    for index, actor in enumerate(case.draft.actors):
        path = f"actors[{index}]"
        sentences = case.cited(actor.evidence)
        in_evidence = bool(sentences) and _stands(case, actor.name, sentences)
        aliases = [alias for alias in actor.aliases if _stands(case, alias)]
        for at, alias in enumerate(actor.aliases):
            if alias not in aliases:
                _not_in_text(case, f"{path}.aliases[{at}]", actor.id, "the alias", alias)
        if in_evidence:
            continue
        stands = locate(case, actor.name)
        if stands is None:
            _not_in_text(case, f"{path}.name", actor.id, "the actor", actor.name)
        elif sentences and not any(_stands(case, alias, sentences) for alias in aliases):
            _outside_evidence(case, f"{path}.name", actor.id, actor.name, stands)
    for index, source in enumerate(case.draft.sources):
        if not _stands(case, source.name):
            _not_in_text(case, f"sources[{index}].name", source.id, "the speaker", source.name)


def locate(case: Case, name: str, sentences: Sequence[Sentence] | None = None) -> Evidence | None:
    """Return where a name stands, with or without the article or possessive that came along with it."""
    span = _span(case, name, sentences)
    return case.quote(*span) if span else None


def _stands(case: Case, name: str, sentences: Sequence[Sentence] | None = None) -> bool:
    return _span(case, name, sentences) is not None


def _span(case: Case, name: str, sentences: Sequence[Sentence] | None) -> tuple[int, int] | None:
    found = case.span(name, sentences)
    if found is None:
        bare = _bare(name)
        found = case.span(bare, sentences) if bare and bare != name else None
    return found


def _bare(name: str) -> str:
    lowered = name.lower()
    for article in ("the ", "a ", "an "):
        if lowered.startswith(article):
            name = name[len(article) :]
            break
    for ending in ("'s", "’s"):
        name = name.removesuffix(ending)
    return name.strip(" \"'“”‘’")


def _not_in_text(case: Case, path: str, record: str, what: str, name: str) -> None:
    case.add(
        FindingCode.NAME_NOT_IN_TEXT,
        path,
        f"{what} “{name}” of {record} does not stand in the article.",
        record=record,
    )


def _outside_evidence(case: Case, path: str, record: str, name: str, stands: Evidence) -> None:
    case.add(
        FindingCode.NAME_OUTSIDE_EVIDENCE,
        path,
        f"“{name}” of {record} stands in sentence {stands.sentence}, in none of the sentences cited.",
        record=record,
        evidence=[stands],
    )


def check_place_name(
    case: Case, path: str, record: str, name: str, sentences: Sequence[Sentence]
) -> Evidence | None:
    """Return where a place name stands, with a finding when that is not in the sentences cited."""
    cited = locate(case, name, sentences) if sentences else None
    if cited is not None:
        return cited
    stands = locate(case, name)
    if stands is None:
        _not_in_text(case, path, record, "the place", name)
    elif sentences:
        _outside_evidence(case, path, record, name, stands)
    return stands


def check_place(case: Case, path: str, record: str, name: str, known: Resolution) -> None:
    """Say of a place that the gazetteer has several entries for it, or none."""
    finding = known.finding
    if finding is None:
        return
    if finding == FindingCode.PLACE_AMBIGUOUS:
        message = f"“{name}” of {record} may be {', '.join(known.candidates)}: {known.rule}."
    else:
        message = f"“{name}” of {record} is not placed: {known.rule}."
    case.add(finding, path, message, record=record)
