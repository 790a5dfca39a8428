"""Records by their ids, and what a reader of the report calls them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from summarizer.output.phrases import counted, enumerated
from summarizer.schema.actor import Source
from summarizer.schema.report import (
    Finding,
    Report,
    ReportedActor,
    ReportedCasualty,
    ReportedOperation,
)
from summarizer.schema.vocabulary import Basis, Scope, Severity

DOUBTFUL = "DOUBTFUL, see below"


class Voice(NamedTuple):
    """Who says something; `guarded` where that is no ground to call it a fact."""

    text: str
    guarded: bool


_PREFIXES = {
    Basis.OFFICIAL: "official: ",
    Basis.PARTY_CLAIM: "PARTY CLAIM: ",
    Basis.ATTRIBUTED: "per ",
    Basis.ALLEGED: "ALLEGED: ",
    Basis.DISPUTED: "DISPUTED: ",
    Basis.DENIED: "DENIED: ",
    Basis.NEGATED: "SAID NOT TO HAVE HAPPENED: ",
    Basis.HYPOTHETICAL: "HYPOTHETICAL: ",
}
_UNNAMED = {Basis.OFFICIAL: "official", Basis.ATTRIBUTED: "per a source not recorded"}


class Names:
    """What the records of a report are called; an id that no record has is shown as it is."""

    def __init__(self, report: Report) -> None:
        # Of two records with one id the first is meant, as in the checks.
        self.actors: dict[str, ReportedActor] = {a.id: a for a in reversed(report.actors)}
        self.sources: dict[str, Source] = {s.id: s for s in reversed(report.sources)}
        self.operations: dict[str, ReportedOperation] = {o.id: o for o in reversed(report.operations)}
        self.casualties: dict[str, ReportedCasualty] = {c.id: c for c in reversed(report.casualties)}
        self.issuer = report.issuer
        self.events: dict[str, list[ReportedCasualty]] = defaultdict(list)
        """The counts of each operation's own event, by operation id."""
        self.wider: list[ReportedCasualty] = []
        """The counts of a period, of the war, or of no operation recorded."""
        for casualty in report.casualties:
            tied = [id for id in dict.fromkeys(casualty.operations) if id in self.operations]
            if casualty.scope != Scope.EVENT or not tied:
                self.wider.append(casualty)
                continue
            for id in tied:
                self.events[id].append(casualty)
        self.doubtful = {
            finding.record for finding in report.findings if finding.severity == Severity.ERROR
        } - {None}

    def actor(self, id: str) -> str:
        """Return the actor's name, marked where an error stands against it."""
        known = self.actors.get(id)
        name = known.name if known else f"{id} (no such actor)"
        return f"{name} ({DOUBTFUL})" if id in self.doubtful else name

    def people(self, ids: Iterable[str]) -> str:
        """Return "A, B and C", each once."""
        return enumerated(map(self.actor, dict.fromkeys(ids)))

    def source(self, id: str) -> str:
        """Return who speaks, marked where an error stands against the source."""
        known = self.sources.get(id)
        name = known.name if known else f"{id} (no such source)"
        return f"{name} ({DOUBTFUL})" if id in self.doubtful else name

    def speaks_for(self, id: str) -> str | None:
        """Return the party that the source speaks for, where its own name does not say so."""
        source = self.sources.get(id)
        actor = self.actors.get(source.actor) if source and source.actor else None
        if source is None or actor is None:
            return None
        spoken = source.name.casefold()
        forms = (form.casefold().removeprefix("the ") for form in (actor.name, *actor.aliases))
        return None if any(form in spoken for form in forms) else actor.name

    def voice(self, record: ReportedOperation | ReportedCasualty) -> Voice:
        """Return on whose word the record rests; a party's word is marked as a claim."""
        basis = record.basis
        speakers = record.according_to or ([self.issuer] if self.issuer else [])
        guarded = basis not in (Basis.REPORTED_AS_FACT, Basis.OFFICIAL, Basis.ATTRIBUTED)
        if basis == Basis.REPORTED_AS_FACT:
            return Voice("reported as fact", guarded)
        if not speakers:
            return Voice(_UNNAMED.get(basis) or _PREFIXES[basis].removesuffix(": "), guarded)
        names = []
        for id in dict.fromkeys(speakers):
            party = self.speaks_for(id) if basis == Basis.PARTY_CLAIM else None
            names.append(f"{self.source(id)} (for {party})" if party else self.source(id))
        return Voice(_PREFIXES[basis] + enumerated(names), guarded)

    def subject(self, finding: Finding) -> str:
        """Return what a finding is about: "57 killed, people", an operation's title; "" for the article."""
        id = finding.record
        if id is None:
            return ""
        if id in self.casualties:
            casualty = self.casualties[id]
            return f"{counted(casualty)}, {casualty.victims}"
        if id in self.operations:
            return self.operations[id].title
        if id in self.actors:
            return self.actors[id].name
        return self.sources[id].name if id in self.sources else id
