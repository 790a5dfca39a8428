"""The draft itself: gathered events, parties and counts written down as records with ids."""

from __future__ import annotations

from summarizer.article import Article
from summarizer.readers.rules import wording
from summarizer.readers.rules.actors import Registry
from summarizer.readers.rules.casualties import Casualties, Row
from summarizer.readers.rules.event import Event
from summarizer.readers.rules.operations import Operations
from summarizer.readers.rules.sources import Sources
from summarizer.schema import Actor, Casualty, Draft, Operation, Participant, Person, PlaceMention, Relation
from summarizer.schema.vocabulary import (
    Assertion,
    Civilians,
    Discourse,
    DocumentType,
    Means,
    OperationType,
    Outcome,
    ParticipantRole,
    PlaceRole,
    RelationKind,
    Relevance,
    Scope,
    Stage,
    TerritorialEffect,
    VictimStatus,
)


def publish(
    article: Article,
    registry: Registry,
    operations: Operations,
    casualties: Casualties,
    sources: Sources,
    kind: DocumentType,
) -> Draft:
    """Return the draft of what was gathered."""
    events = operations.ranked()
    published = set(map(id, events))
    rows = [row for row in casualties.rows if row.event is None or id(row.event) in published]
    used: dict[str, set[int]] = {}
    for event in events:
        for key in event.roles:
            used.setdefault(key, set()).update(event.party_evidence.get(key, set()))
    for row in rows:
        if row.victim_actor is not None:
            used.setdefault(row.victim_actor, set()).update(row.evidence)
    for key, party in registry.parties.items():
        if key.startswith("party:") and party.evidence:
            used.setdefault(key, set())
    for key in list(used):
        parent = registry.parties[key].parent
        if parent is not None:
            used.setdefault(parent, set())
    actors, ids = registry.records(used)
    _link_parents(registry, actors, ids)
    event_ids = {id(event): f"O{position + 1}" for position, event in enumerate(events)}
    recalled = kind in (DocumentType.OBITUARY, DocumentType.COURT_REPORT)
    if recalled:
        for event in events:
            event.past = True
    main = _main_event(events, rows)
    records = [_operation(event, event_ids[id(event)], actors, ids, event is main, main) for event in events]
    row_ids = {id(row): f"C{position + 1}" for position, row in enumerate(rows)}
    losses = [_casualty(row, row_ids, event_ids, ids) for row in rows]
    _set_civilians(records, losses)
    for source in sources.records:
        speaks_for = sources.parties.get(source.id)
        if speaks_for is not None:
            source.actor = ids.get(
                "coalition" if speaks_for == "Combined Task Force" else f"party:{speaks_for}"
            )
    happened = any(record.discourse != Discourse.BACKGROUND for record in records)
    relevance = Relevance.EVENT_REPORT if happened else Relevance.CONTEXT_ONLY
    if not (records or losses or actors) and not registry.home:
        relevance = Relevance.NOT_CONFLICT
    return Draft.model_construct(
        relevance=relevance,
        document_type=kind,
        headline=wording.headline(records, actors, losses),
        abstract=wording.abstract(records, actors, losses, sources.records),
        dateline=article.dateline.place if article.dateline else None,
        issuer=None,
        sources=sources.records,
        actors=actors,
        operations=records,
        casualties=losses,
    )


def _link_parents(registry: Registry, actors: list[Actor], ids: dict[str, str]) -> None:
    by_id = {identifier: key for key, identifier in ids.items()}
    for actor in actors:
        parent = registry.parties[by_id[actor.id]].parent
        actor.belongs_to = ids.get(parent) if parent else None


def _main_event(events: list[Event], rows: list[Row]) -> Event | None:
    """Return the event that the article is about: the first that is news, not planned if any has happened."""
    news = [event for event in events if not event.past]
    happened = [event for event in news if event.stage != "planned"]
    titled = [event for event in happened if 0 in event.evidence]
    return (titled or happened or news or [None])[0]  # type: ignore[list-item]


def _operation(
    event: Event, identifier: str, actors: list[Actor], ids: dict[str, str], is_main: bool, main: Event | None
) -> Operation:
    names = {actor.id: actor.name for actor in actors}
    participants = [
        Participant.model_construct(actor=ids[key], role=ParticipantRole(role))
        for key, role in event.roles.items()
    ]
    discourse = Discourse.MAIN if is_main else Discourse.BACKGROUND if event.past else Discourse.SECONDARY
    places = [
        PlaceMention.model_construct(
            name=place.name, role=PlaceRole(role), relation=place.relation, within=list(place.within)
        )
        for place, role in event.places
    ]
    initiators = [names[ids[key]] for key, role in event.roles.items() if role == "initiator"]
    return Operation.model_construct(
        id=identifier,
        title=wording.title(event.type, initiators, places[0].name if places else None, event.stage),
        type=OperationType(event.type),
        means=[Means(word) for word in event.means],
        stage=Stage(event.stage),
        assertion=Assertion(event.assertion),
        discourse=discourse,
        part_of=None,
        participants=participants,
        date=event.date,
        objective=event.objective,
        territorial_effect=TerritorialEffect(event.territorial),
        civilians=Civilians(event.civilians),
        damage=event.damage,
        according_to=event.sources,
        places=places,
        evidence=sorted(event.evidence),
    )


def _casualty(row: Row, row_ids: dict[int, str], event_ids: dict[int, str], ids: dict[str, str]) -> Casualty:
    relation = None
    if row.relation is not None and id(row.relation[0]) in row_ids:
        relation = Relation.model_construct(
            to=row_ids[id(row.relation[0])], kind=RelationKind(row.relation[1])
        )
    return Casualty.model_construct(
        id=row_ids[id(row)],
        operations=[event_ids[id(row.event)]] if row.event is not None else [],
        outcome=Outcome(row.outcome),
        count=row.count,
        victims=row.victims,
        persons=[Person.model_construct(name=name, age=None, description=None) for name in row.persons],
        victim_actor=ids.get(row.victim_actor) if row.victim_actor else None,
        victim_status=VictimStatus(row.status),
        scope=Scope(row.scope),
        period=row.period,
        relation=relation,
        caused_by=[],
        assertion=Assertion(row.assertion),
        according_to=row.sources,
        evidence=sorted(row.evidence),
    )


def _set_civilians(operations: list[Operation], casualties: list[Casualty]) -> None:
    """Note what an operation was to civilians: harmed by the way, or said to be unharmed."""
    by_id = {operation.id: operation for operation in operations}
    for casualty in casualties:
        if casualty.victim_status != VictimStatus.CIVILIAN or casualty.outcome not in (
            "killed",
            "wounded",
            "killed_or_wounded",
        ):
            continue
        for identifier in casualty.operations:
            operation = by_id[identifier]
            none = casualty.count is not None and casualty.count.lower() in ("no", "none", "no one", "nobody")
            if operation.civilians == Civilians.NOT_REPORTED:
                operation.civilians = Civilians.STATED_NONE if none else Civilians.INCIDENTAL_HARM
