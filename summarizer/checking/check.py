"""From a draft to a report: everything that can be computed and checked, in one pass, without I/O."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.article import Article
from summarizer.checking.basis import basis_of
from summarizer.checking.case import Case
from summarizer.checking.consistency import check_consistency
from summarizer.checking.counted import quantities_of
from summarizer.checking.crosswalk import crosswalk_of
from summarizer.checking.dated import when_of
from summarizer.checking.double_counts import check_double_counts
from summarizer.checking.gazetteer import Gazetteer, Resolution, places_of
from summarizer.checking.instructions import check_instructions
from summarizer.checking.names import check_citations, check_names, check_place, check_place_name
from summarizer.checking.omissions import check_omissions
from summarizer.checking.references import check_references
from summarizer.checking.sides import sides_of
from summarizer.checking.titles import check_title
from summarizer.checking.tolls import toll_of
from summarizer.schema.actor import Actor
from summarizer.schema.casualty import Casualty
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation
from summarizer.schema.report import (
    Place,
    Provenance,
    Quantity,
    Report,
    ReportedActor,
    ReportedCasualty,
    ReportedOperation,
)
from summarizer.schema.vocabulary import Severity


def check(
    draft: Draft, article: Article, provenance: Provenance, *, gazetteer: Gazetteer | None = None
) -> Report:
    """Return the report of a draft: what the reader claimed, with what code vouches for and what it found.

    The draft's values are kept as they are, also those with an error finding; such records are left out of
    the tolls. The same draft, article and gazetteer give the same report, whoever the reader was; without a
    gazetteer no place is looked up.
    """
    case = Case(article, draft)
    check_references(case)
    check_citations(case)
    check_names(case)
    counts = quantities_of(case)
    quantities: dict[str, Quantity] = {}
    for casualty, quantity in zip(draft.casualties, counts, strict=True):
        quantities.setdefault(casualty.id, quantity)  # of two records with one id the first is meant
    check_consistency(case, quantities)
    check_double_counts(case, quantities)
    excluded = _with_errors(case)
    located = places_of(draft, article, gazetteer)
    operations = [
        _operation(case, f"operations[{index}]", operation, quantities, excluded, known)
        for index, (operation, known) in enumerate(zip(draft.operations, located, strict=True))
    ]
    check_title(case, quantities, operations, excluded)
    check_instructions(case)
    check_omissions(case, quantities)  # passes over the sentences that instruct
    return Report(
        article=article.record(),
        **{name: getattr(draft, name) for name in _OF_THE_WHOLE},
        actors=[_actor(case, actor) for actor in draft.actors],
        operations=operations,
        casualties=[
            _casualty(case, casualty, quantity)
            for casualty, quantity in zip(draft.casualties, counts, strict=True)
        ],
        findings=case.findings,
        provenance=provenance,
    )


_OF_THE_WHOLE = ("relevance", "document_type", "headline", "abstract", "dateline", "issuer", "sources")


def _with_errors(case: Case) -> set[str]:
    """Return the actors and casualties with an error finding: nothing is derived from them."""
    wrong = {f.record for f in case.findings if f.severity == Severity.ERROR and f.record}
    actors, casualties = case.draft.actors, case.draft.casualties
    return wrong & {*(actor.id for actor in actors), *(casualty.id for casualty in casualties)}


def _actor(case: Case, actor: Actor) -> ReportedActor:
    return ReportedActor(**_fields(actor), evidence=case.evidence(actor.evidence))


def _operation(
    case: Case,
    path: str,
    operation: Operation,
    quantities: Mapping[str, Quantity],
    excluded: set[str],
    located: Sequence[Resolution],
) -> ReportedOperation:
    toll = toll_of(operation, case.draft, quantities, excluded)
    sides = sides_of(operation, case.draft)
    fields = _fields(operation)
    del fields["places"]
    return ReportedOperation(
        **fields,
        places=_places(case, path, operation, located),
        when=when_of(case, path, operation),
        basis=basis_of(operation, case.draft),
        sides=sides,
        toll=toll,
        crosswalk=crosswalk_of(operation, case.draft, toll, quantities, excluded=excluded, sides=sides),
        evidence=case.evidence(operation.evidence),
    )


def _places(case: Case, path: str, operation: Operation, located: Sequence[Resolution]) -> list[Place]:
    cited = case.cited(operation.evidence)
    places = []
    for at, (mention, known) in enumerate(zip(operation.places, located, strict=True)):
        where = f"{path}.places[{at}]"
        stands = check_place_name(case, f"{where}.name", operation.id, mention.name, cited)
        check_place(case, where, operation.id, mention.name, known)
        places.append(
            Place(
                **vars(mention),
                canonical=known.canonical,
                country=known.country,
                admin1=known.admin1,
                latitude=known.latitude,
                longitude=known.longitude,
                geonames_id=known.geonames_id,
                precision=known.precision,
                candidates=list(known.candidates),
                rule=known.rule,
                evidence=stands,
            )
        )
    return places


def _casualty(case: Case, casualty: Casualty, quantity: Quantity) -> ReportedCasualty:
    return ReportedCasualty(
        **_fields(casualty),
        quantity=quantity,
        basis=basis_of(casualty, case.draft),
        evidence=case.evidence(casualty.evidence),
    )


def _fields(record: Actor | Operation | Casualty) -> dict[str, object]:
    """Return a record's fields without its evidence, which a report spells out."""
    fields = dict(vars(record))
    del fields["evidence"]
    return fields
