"""What a party tells of itself: in "the Taliban said it had killed 40" the Taliban killed them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.patterns import clauses
from summarizer.patterns.group import Group
from summarizer.patterns.scan import Scan
from summarizer.patterns.speakers import Speaker
from summarizer.readers.rules.telling import Facts

_ITSELF = frozenset(("it", "they", "we"))
_ITS_OWN = frozenset(("its", "their", "our"))
_FAR = 8
"""Words between a verb of speech and the deed that its subject did."""
_OBJECT = 5
"""Words between a verb and its event noun: "had launched a new offensive"."""


def told_by_themselves(facts: Facts, speakers: Sequence[Speaker]) -> Facts:
    """Return the facts with the party that speaks as the doer of what it says that it did."""
    parties = [speaker for speaker in speakers if speaker.party is not None and not speaker.denies]
    if not parties:
        return facts
    scan = facts.scan
    counts = [
        count._replace(agents=(doer,))
        if _open(scan, count.agents) and not count.noun and (doer := _doer(scan, count.at, parties))
        else count
        for count in facts.counts
    ]
    attacks = [
        (
            attack._replace(targets=attack.targets or (doer,))
            if attack.type == "repelled_attack"
            else attack._replace(initiators=(doer,))
        )
        if _open(scan, attack.initiators)
        and not attack.mutual
        and (doer := _doer(scan, _verb_of(scan, attack.at) if attack.noun else attack.at, parties))
        else attack
        for attack in facts.attacks
    ]
    return replace(facts, counts=counts, attacks=attacks)


def _open(scan: Scan, groups: Sequence[Group]) -> bool:
    """Tell whether nobody is named as the doer but "its fighters"."""
    return all(group.determiner in _ITS_OWN and group.named is None for group in groups)


def _verb_of(scan: Scan, at: int) -> int:
    """Return the verb whose object an event noun is: "launched an offensive"; the noun itself if none is."""
    return next((verb for verb in reversed(scan.verbs) if at - _OBJECT <= verb < at), at)


def _doer(scan: Scan, verb: int, parties: Sequence[Speaker]) -> Group | None:
    """Return the party whose word a verb's subject "it" or "its forces" stands for."""
    words = scan.words
    for _ in range(3):
        position, auxiliaries = clauses.before_verb(scan, verb)
        if position == 0 or clauses.passive(auxiliaries):
            return None
        if words[position - 1] not in ("and", ","):
            break
        verb = next((earlier for earlier in reversed(scan.verbs) if earlier < position), 0)
    infinitive = "to" in auxiliaries
    if words[position - 1] in _ITSELF:
        position -= 1
    elif not infinitive:
        index = clauses.group_before(scan, position)
        if index < 0 or scan.groups[index].end != position or scan.groups[index].determiner not in _ITS_OWN:
            return None
        position = scan.groups[index].start
    for speaker in reversed(parties):
        between = words[speaker.verb + 1 : position]
        if (
            speaker.end <= speaker.verb < position
            and len(between) <= (0 if infinitive else _FAR)
            and not any(speaker.verb < other < position for other in scan.verbs)
            and not any(speaker.verb < group.start < position for group in scan.groups)
        ):
            return speaker.party
    return None
