"""Named belligerents that take part in what a sentence states, and that no actor record names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from summarizer.checking.case import Case
from summarizer.checking.omissions.attacks import is_context, may_be_one
from summarizer.checking.omissions.triggers import COMBAT, parties_in
from summarizer.patterns.attack import Attack
from summarizer.patterns.belligerents import fights
from summarizer.patterns.count import Count
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import mark
from summarizer.patterns.scan import Scan
from summarizer.patterns.tokens import ISLAMIC_STATE, Tokens
from summarizer.schema.operation import Operation
from summarizer.schema.vocabulary import ParticipantRole
from summarizer.text.folding import fold

_ATTACKERS = frozenset(
    {
        ParticipantRole.INITIATOR,
        ParticipantRole.PARTICIPANT,
        ParticipantRole.SUPPORTER,
        ParticipantRole.ACCUSED,
    }
)
_ARMED_GROUPS = frozenset(
    ("rebel_group", "political_militia", "identity_militia", "criminal_group", "private_military")
)
_BLAME = frozenset("blamed accused blames accuses blaming accusing responsibility".split())


class Actors:
    """The names that a draft's actors and sources have; parties reported as missing are added to them."""

    def __init__(self, case: Case) -> None:
        self.names: list[str] = []
        for actor in case.draft.actors:
            self.names += [actor.name, *actor.aliases]
        self.names += [source.name for source in case.draft.sources]
        self.mentioned: dict[str, int] = {}
        """The unknown parties and the first sentence that names each."""
        self.reported: set[str] = set()
        self.unnamed = parties_in(case.words, case.article.text)
        """First words of parties that the article may name and no actor does."""
        if self.unnamed:
            self.unnamed -= {ISLAMIC_STATE, *fold(" ".join(self.names)).split()}

    @cached_property
    def known(self) -> set[str]:
        """The parties that the draft names, each by the lexicon's own name: Daesh is the Islamic State."""
        found = mark(Tokens("; ".join(self.names)))
        return {party.entry.name for party in found if party.entry.kind == "belligerent"}

    def missing(self, scan: Scan, attacks: Sequence[Attack], counts: Sequence[Count]) -> Iterator[str]:
        """Yield, as written, the parties that no actor names and that act, are harmed or are accused here.

        A second sentence that names an armed group is enough without that.
        """
        active = _active(attacks, counts)
        accusing = not _BLAME.isdisjoint(scan.words)
        for found in scan.of("belligerent"):
            name = found.entry.name
            group = found.entry.type in _ARMED_GROUPS
            before = self.mentioned.setdefault(name, scan.number)
            involved = (found.start, found.end) in active or (group and (accusing or before != scan.number))
            if involved and name not in self.reported and name not in self.known:
                self.reported.add(name)
                yield scan.span(found.start, found.end)


def _active(attacks: Sequence[Attack], counts: Sequence[Count]) -> set[tuple[int, int] | None]:
    """Where the names stand of those who act or are harmed in a sentence."""
    groups: list[Group] = []
    for attack in attacks:
        groups += [*attack.initiators, *attack.targets]
    for count in counts:
        groups += [count.group, *count.agents]
    return {group.named for group in groups if fights(group)}


class Unled:
    """The attacks of a draft that nobody carries out, by the sentences they cite."""

    def __init__(self, case: Case) -> None:
        self.by_sentence: dict[int, list[tuple[int, Operation]]] = {}
        for index, operation in enumerate(case.draft.operations):
            if operation.type not in COMBAT or is_context(operation):
                continue
            if any(participant.role in _ATTACKERS for participant in operation.participants):
                continue
            for number in dict.fromkeys(operation.evidence):
                self.by_sentence.setdefault(number, []).append((index, operation))

    def missing(
        self, scan: Scan, attacks: Sequence[Attack], sentence: int
    ) -> Iterator[tuple[int, Operation, str]]:
        """Yield the operations to which a sentence gives an armed attacker: index, operation, his words."""
        for index, operation in self.by_sentence.get(sentence, []):
            for attack in attacks:
                armed = next((group for group in attack.initiators if _is_somebody(group)), None)
                if armed is None or not may_be_one(operation.type.value, attack.type):
                    continue
                if armed.start and scan.words[armed.start - 1] in ("neither", "no"):
                    continue
                yield index, operation, scan.span(armed.start, armed.end)
                break


def _is_somebody(group: Group) -> bool:
    """Tell whether a group is an armed party; "jets" alone are a machine of nobody knows whom."""
    return fights(group) and (
        group.head.kind != "platform" or group.owner is not None or group.belongs is not None
    )
