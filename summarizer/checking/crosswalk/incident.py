"""An operation with its sides and counts, and the questions that coding schemes ask of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from summarizer.checking.parties import ARMED, HOME_FORCES, UNARMED_GROUPS, type_of, types_of
from summarizer.checking.sides import sides_of
from summarizer.checking.tolls.addends import Addend, addends_of
from summarizer.checking.tolls.counts import NEVER_ADDED
from summarizer.schema.casualty import Casualty
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation
from summarizer.schema.report import Quantity, Toll
from summarizer.schema.vocabulary import (
    ActorType,
    Civilians,
    Outcome,
    ParticipantRole,
    Scope,
    Stage,
    VictimStatus,
)

ARMED_VICTIMS = frozenset({VictimStatus.COMBATANT, VictimStatus.POLICE_SECURITY, VictimStatus.PEACEKEEPER})
UNARMED_VICTIMS = frozenset(
    {
        VictimStatus.CIVILIAN,
        VictimStatus.OFFICIAL,
        VictimStatus.MEDICAL,
        VictimStatus.JOURNALIST,
        VictimStatus.AID_WORKER,
        VictimStatus.PRISONER,
    }
)
BODILY_HARM = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.KILLED_OR_WOUNDED})
AHEAD = frozenset({Stage.PLANNED, Stage.THREATENED})


class Incident:
    """One operation, read once for all schemes; actors with an error finding are left out of it.

    `types` are what the actors of each side are; `happened` is whether the text holds that the operation took
    place, or was at least begun; `killed` is what its toll of dead adds up; `named` are the counts of the
    event that name it, `records` those of them without an error finding.
    """

    def __init__(
        self,
        operation: Operation,
        draft: Draft,
        toll: Iterable[Toll],
        quantities: Mapping[str, Quantity],
        excluded: Collection[str] = (),
        sides: Sequence[Sequence[str]] | None = None,
    ) -> None:
        self.operation = operation
        self.draft = draft
        self.quantities = quantities
        self.toll = {line.outcome: line for line in toll}
        self.killed = self._added_up(Outcome.KILLED)
        self.actors = {actor.id: actor for actor in reversed(draft.actors) if actor.id not in excluded}
        found = sides_of(operation, draft) if sides is None else sides
        self.sides = [[actor for actor in side if actor in self.actors] for side in found]
        self.types = [types_of(side, self.actors) for side in self.sides]
        self.initiators = self._in_role(ParticipantRole.INITIATOR)
        self.targets = self._in_role(ParticipantRole.TARGET)
        self.participants = self._in_role(ParticipantRole.PARTICIPANT)
        self.happened = operation.assertion not in NEVER_ADDED and operation.stage not in AHEAD
        self.named = [
            record
            for record in draft.casualties
            if operation.id in record.operations
            and record.scope == Scope.EVENT
            and record.assertion not in NEVER_ADDED
        ]
        self.records = [record for record in self.named if record.id not in excluded]

    def _in_role(self, role: ParticipantRole) -> list[str]:
        """The known actors of a role."""
        return [
            participant.actor
            for participant in self.operation.participants
            if participant.role == role and participant.actor in self.actors
        ]

    def _added_up(self, outcome: Outcome) -> list[Addend]:
        """What the toll of this outcome adds up."""
        line = self.toll.get(outcome)
        if line is None:
            return []
        used = set(line.records)
        counted = [record for record in self.draft.casualties if record.id in used]
        if len(counted) == 1:
            return [Addend(line.minimum, line.maximum, counted[0], ((counted[0].id,),))]
        others = {record.id for record in self.draft.casualties if record.id not in used}
        return addends_of(self.operation, self.draft, self.quantities, others).get(outcome, [])

    @property
    def is_mutual(self) -> bool:
        """Whether both sides fight: a participant, who is no mere target, opposes the first side."""
        opposed = self.opponents
        return bool(self.sides and self.sides[0]) and any(actor in opposed for actor in self.participants)

    @property
    def is_led_at_home(self) -> bool | None:
        """Whether the initiator fights for the government of the country; null where nobody is known."""
        if self.initiators:
            leaders = types_of(self.initiators, self.actors)
        else:
            leaders = self.types[0] if self.types else set()
        return bool(leaders & HOME_FORCES) if leaders else None

    @property
    def opponents(self) -> list[str]:
        """Those whom the initiator's side acts against."""
        return [actor for side in self.sides[1:] for actor in side]

    @property
    def target_is_armed(self) -> bool | None:
        """Whether those attacked could fight back; null where neither actors nor victims tell.

        Asked in turn: an armed force among the opponents; an unarmed group; `civilians` targeted; what the
        victims are, the attackers' own left aside; a person attacked in his or her own right is unarmed.
        """
        opposed = set[ActorType]().union(*self.types[1:])
        if opposed & ARMED:
            return True
        if opposed & UNARMED_GROUPS or self.operation.civilians == Civilians.TARGETED:
            return False
        attackers = self.sides[0] if self.sides else []
        victims = {record.victim_status for record in self.records if record.victim_actor not in attackers}
        if victims & ARMED_VICTIMS:
            return True
        if victims & UNARMED_VICTIMS or ActorType.INDIVIDUAL in opposed:
            return False
        return None

    @property
    def was_fought(self) -> bool:
        """Whether there was resistance: both sides take part, or an armed force was hurt."""
        return self.is_mutual or any(
            record.victim_status in ARMED_VICTIMS
            or (record.victim_actor is not None and type_of(record.victim_actor, self.actors) in ARMED)
            for record in self._harmful(BODILY_HARM)
        )

    def has(self, *outcomes: Outcome) -> bool:
        """Whether the text reports anybody of these outcomes; a stated zero is nobody."""
        return bool(self._harmful(outcomes))

    def uses(self, means: Collection[str]) -> bool:
        """Whether one of these means is stated."""
        return any(stated in means for stated in self.operation.means)

    def _harmful(self, outcomes: Collection[Outcome]) -> list[Casualty]:
        return [
            record
            for record in self.records
            if record.outcome in outcomes
            and not (record.id in self.quantities and self.quantities[record.id].maximum == 0)
        ]
