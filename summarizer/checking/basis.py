"""Whose word a record rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.checking.parties import (
    NON_STATE_ARMED,
    actors_by_id,
    countries_agree,
    in_one_line,
    type_of,
)
from summarizer.schema.actor import Actor, Source
from summarizer.schema.casualty import Casualty
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation
from summarizer.schema.vocabulary import ActorType, Assertion, Basis, ParticipantRole, SourceKind

AUTHORITIES = frozenset({SourceKind.POLICE, SourceKind.GOVERNMENT, SourceKind.LOCAL_OFFICIAL})
"""Who is `official` when no party to it. Hospitals, rescuers, the UN and an army that is no party are heard
like a monitor: `attributed`."""

RELAYS = frozenset({SourceKind.MEDIA, SourceKind.STATE_MEDIA, SourceKind.SOCIAL_MEDIA})
"""Who passes on the word of others: beside another source they add nothing of their own."""

HARMLESS = frozenset(
    {
        ActorType.CIVILIANS,
        ActorType.PROTESTERS,
        ActorType.MEDIA,
        ActorType.HUMANITARIAN,
        ActorType.INDIVIDUAL,
        ActorType.POLITICAL_PARTY,
    }
)
"""Who is no belligerent for having been attacked: a wounded resident does not speak as a party."""

SPEAKS_FOR: Mapping[ActorType, frozenset[ActorType]] = {
    ActorType.GOVERNMENT: frozenset(
        {
            ActorType.GOVERNMENT,
            ActorType.STATE_MILITARY,
            ActorType.STATE_POLICE_OR_SECURITY,
            ActorType.FOREIGN_MILITARY,
        }
    ),
    ActorType.STATE_MILITARY: frozenset({ActorType.STATE_MILITARY, ActorType.FOREIGN_MILITARY}),
    ActorType.FOREIGN_MILITARY: frozenset(
        {ActorType.STATE_MILITARY, ActorType.FOREIGN_MILITARY, ActorType.COALITION}
    ),
    ActorType.STATE_POLICE_OR_SECURITY: frozenset({ActorType.STATE_POLICE_OR_SECURITY}),
}
"""The forces for which an organ of the same state answers, though no `belongs_to` ties them."""

UNNAMED_VOICES: Mapping[SourceKind, frozenset[ActorType]] = {
    SourceKind.MILITARY: frozenset(
        {ActorType.STATE_MILITARY, ActorType.FOREIGN_MILITARY, ActorType.COALITION}
    ),
    SourceKind.POLICE: frozenset({ActorType.STATE_POLICE_OR_SECURITY}),
    SourceKind.GOVERNMENT: frozenset(
        {ActorType.GOVERNMENT, ActorType.STATE_MILITARY, ActorType.STATE_POLICE_OR_SECURITY}
    ),
    SourceKind.STATE_MEDIA: frozenset(
        {ActorType.GOVERNMENT, ActorType.STATE_MILITARY, ActorType.STATE_POLICE_OR_SECURITY}
    ),
    SourceKind.ARMED_GROUP: NON_STATE_ARMED,
}
"""The parties for which a source of this kind speaks when the draft names no actor for it ("a military
source" where an army takes part). A doubt falls on the side of the party: its word is never made an
independent one."""

STATE_VOICES = frozenset({SourceKind.MILITARY, SourceKind.POLICE, SourceKind.GOVERNMENT})
"""Who speaks as a party of armed opponents killed or attacked by nobody knows whom ("police said a dozen
rebels were killed"): as a rule they were the state's own enemies, and the doubt falls on that side."""

WORD = re.compile(r"\w+")


def basis_of(record: Operation | Casualty, draft: Draft) -> Basis:
    """Whose word the record rests on.

    An assertion other than `stated` is its own basis. Else the sources decide, or the draft's issuer where
    the record names none; with neither, the narrator reports a fact. Of several sources the strongest
    independent one counts: `official`, then `attributed`, then `party_claim`, so that a record is a party's
    claim only when every source that it rests on speaks for a belligerent. Sources that no record has are
    passed over; where no other is left the record is `attributed`, for somebody said it.
    """
    if record.assertion != Assertion.STATED:
        return Basis(record.assertion.value)
    named = record.according_to or ([draft.issuer] if draft.issuer is not None else [])
    if not named:
        return Basis.REPORTED_AS_FACT
    sources = [source for source in draft.sources if source.id in named]
    speakers = [source for source in sources if source.kind not in RELAYS] or sources
    if not speakers:
        return Basis.ATTRIBUTED
    actors = actors_by_id(draft)
    attackers, attacked = _attackers_and_attacked(record, draft, actors)
    parties = attackers | attacked
    opponents_only = not attackers and all(type_of(actor, actors) in NON_STATE_ARMED for actor in attacked)
    bases = {
        Basis.PARTY_CLAIM
        if parties and opponents_only and source.kind in STATE_VOICES
        else _basis_of_source(source, parties, actors)
        for source in speakers
    }
    return next(basis for basis in (Basis.OFFICIAL, Basis.ATTRIBUTED, Basis.PARTY_CLAIM) if basis in bases)


def _basis_of_source(source: Source, parties: set[str], actors: Mapping[str, Actor]) -> Basis:
    """What one source's word is; an authority that keeps its name to itself is heard as `attributed`."""
    if _is_party(source, parties, actors):
        return Basis.PARTY_CLAIM
    if source.kind in AUTHORITIES and not source.anonymous:
        return Basis.OFFICIAL
    return Basis.ATTRIBUTED


def _attackers_and_attacked(
    record: Operation | Casualty, draft: Draft, actors: Mapping[str, Actor]
) -> tuple[set[str], set[str]]:
    """The belligerents of the record's operations: all participants but mediators, and the armed targets.

    A casualty that names no operation (a period, a war) is measured against all operations of the draft.
    Its authors and the armed force whose people they are count as parties too.
    """
    if isinstance(record, Operation):
        operations = [record]
    else:
        operations = [
            operation
            for operation in draft.operations
            if not record.operations or operation.id in record.operations
        ]
    attackers: set[str] = set()
    attacked: set[str] = set()
    for operation in operations:
        for participant in operation.participants:
            if participant.role == ParticipantRole.TARGET:
                attacked.add(participant.actor)
            elif participant.role != ParticipantRole.MEDIATOR:
                attackers.add(participant.actor)
    if isinstance(record, Casualty):
        attackers.update(record.caused_by)
        if record.victim_actor is not None:
            attacked.add(record.victim_actor)
    armed = {actor for actor in attacked if type_of(actor, actors) not in HARMLESS}
    return attackers & actors.keys(), armed & actors.keys()


def _is_party(source: Source, parties: set[str], actors: Mapping[str, Actor]) -> bool:
    """Whether the source speaks for one of the parties."""
    if source.actor is not None and source.actor in actors:
        speaker = source.actor
        return any(
            in_one_line(speaker, party, actors) or _answers_for(source.kind, speaker, party, actors)
            for party in parties
        )
    voices = UNNAMED_VOICES.get(source.kind)
    if voices is None:
        return False
    return any(
        type_of(party, actors) in voices or _shares_name(source.name, actors[party]) for party in parties
    )


def _answers_for(kind: SourceKind, speaker: str, party: str, actors: Mapping[str, Actor]) -> bool:
    """Whether speaker and party are organs of one state that answer for each other."""
    if kind not in UNNAMED_VOICES:
        return False
    voices = SPEAKS_FOR.get(actors[speaker].type, frozenset())
    return type_of(party, actors) in voices and countries_agree(speaker, party, actors)


def _shares_name(name: str, actor: Actor) -> bool:
    """Whether the source's name has the actor's name or alias in it, or is a part of one ("the army")."""
    spoken = _words(name.removeprefix("the ").removeprefix("The "))
    for form in (actor.name, *actor.aliases):
        written = _words(form)
        if written.strip() and spoken.strip() and (written in spoken or spoken in written):
            return True
    return False


def _words(text: str) -> str:
    """The words in lower case between single spaces, so that one whole name can be looked for in another."""
    return f" {' '.join(WORD.findall(text.casefold()))} "
