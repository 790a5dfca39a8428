"""The draft itself: gathered events, parties and counts written down as records with ids.

The records are put together as plain fields in the words of the vocabulary; one validation of the whole draft
makes them what they are.
"""

from __future__ import annotations

from typing import Any

from summarizer.article import Article
from summarizer.readers.rules import wording
from summarizer.readers.rules.actors import Registry
from summarizer.readers.rules.casualties import Casualties
from summarizer.readers.rules.event import Event
from summarizer.readers.rules.operations import Operations
from summarizer.readers.rules.row import Row
from summarizer.readers.rules.sources import Sources
from summarizer.schema import Draft
from summarizer.schema.vocabulary import DocumentType, Relevance

_Fields = dict[str, Any]


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
    event_ids = {id(event): f"O{position}" for position, event in enumerate(events, start=1)}
    rows = [row for row in casualties.rows if row.event is None or id(row.event) in event_ids]
    row_ids = {id(row): f"C{position}" for position, row in enumerate(rows, start=1)}
    used = _used(registry, events, rows)
    actors, ids = registry.records(used)
    names = {actor["id"]: actor["name"] for actor in actors}
    if kind in (DocumentType.OBITUARY, DocumentType.COURT_REPORT):
        for event in events:
            event.past = True
    _set_civilians(rows)
    main = _main_event(events)
    for source in sources.records:
        speaks_for = sources.parties.get(source["id"])
        if speaks_for is not None:
            source["actor"] = ids.get(speaks_for)
    relevance = Relevance.CONTEXT_ONLY
    if any(event is main or not event.past for event in events):
        relevance = Relevance.EVENT_REPORT
    elif not (events or rows or actors) and not registry.home:
        relevance = Relevance.NOT_CONFLICT
    draft = Draft.model_validate(
        {
            "relevance": relevance,
            "document_type": kind,
            "headline": "",
            "abstract": "",
            "dateline": article.dateline.place if article.dateline else None,
            "issuer": None,
            "sources": sources.records,
            "actors": actors,
            "operations": [
                _operation(event, event_ids[id(event)], names, ids, event is main) for event in events
            ],
            "casualties": [_casualty(row, row_ids, event_ids, ids) for row in rows],
        }
    )
    draft.headline, draft.abstract = wording.headline_and_abstract(draft)
    return draft


def _used(registry: Registry, events: list[Event], rows: list[Row]) -> dict[str, set[int]]:
    """Return the parties that the records need, each with the sentences that it is needed for."""
    used: dict[str, set[int]] = {}
    for event in events:
        for key in event.roles:
            used.setdefault(key, set()).update(event.party_evidence.get(key, ()))
    for row in rows:
        if row.victim_actor is not None:
            used.setdefault(row.victim_actor, set()).update(row.evidence)
    for key, party in registry.parties.items():
        if party.evidence and (key.startswith(("party:", "coalition")) or key in registry.noted):
            used.setdefault(key, set())
    for key in list(used):
        parent = registry.parties[key].parent
        if parent is not None:
            used.setdefault(parent, set())
    return used


def _main_event(events: list[Event]) -> Event | None:
    """Return the event that the article is about: the first that is news, not planned if any has happened."""
    news = [event for event in events if not event.past]
    happened = [event for event in news if event.stage != "planned"]
    titled = [event for event in happened if 0 in event.evidence]
    return next(iter(titled or happened or news), None)


def _operation(
    event: Event, identifier: str, names: dict[str, str], ids: dict[str, str], is_main: bool
) -> _Fields:
    initiators = [names[ids[key]] for key, role in event.roles.items() if role == "initiator"]
    place = next((place.name for place, role in event.places if role != "mentioned"), None)
    return {
        "id": identifier,
        "title": wording.title(event.type, initiators, place, event.stage),
        "type": event.type,
        "means": event.means,
        "stage": event.stage,
        "assertion": event.assertion,
        "discourse": "main" if is_main else "background" if event.past else "secondary",
        "part_of": None,
        "participants": [{"actor": ids[key], "role": role} for key, role in event.roles.items()],
        "date": event.date,
        "objective": event.objective,
        "territorial_effect": event.territorial,
        "civilians": event.civilians,
        "damage": event.damage,
        "according_to": event.sources,
        "places": [
            {"name": place.name, "role": role, "relation": place.relation, "within": list(place.within)}
            for place, role in event.places
        ],
        "evidence": sorted(event.evidence),
    }


def _casualty(row: Row, row_ids: dict[int, str], event_ids: dict[int, str], ids: dict[str, str]) -> _Fields:
    relation = None
    if row.relation is not None and id(row.relation[0]) in row_ids:
        relation = {"to": row_ids[id(row.relation[0])], "kind": row.relation[1]}
    return {
        "id": row_ids[id(row)],
        "operations": [event_ids[id(row.event)]] if row.event is not None else [],
        "outcome": row.outcome,
        "count": row.count,
        "victims": row.victims,
        "persons": [person._asdict() for person in row.persons],
        "victim_actor": ids.get(row.victim_actor) if row.victim_actor else None,
        "victim_status": row.status,
        "scope": row.scope,
        "period": row.period,
        "relation": relation,
        "caused_by": [],
        "assertion": row.assertion,
        "according_to": row.sources,
        "evidence": sorted(row.evidence),
    }


def _set_civilians(rows: list[Row]) -> None:
    """Note what an event was to civilians: harmed by the way, or said to be unharmed."""
    for row in rows:
        event = row.event
        if (
            event is None
            or event.civilians != "not_reported"
            or row.status != "civilian"
            or row.outcome not in ("killed", "wounded", "killed_or_wounded")
        ):
            continue
        none = row.count is not None and row.count.lower() in ("no", "none", "no one", "nobody")
        event.civilians = "stated_none" if none else "incidental_harm"
