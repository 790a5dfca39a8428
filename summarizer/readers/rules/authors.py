"""Who did it, where not the verb of the deed says so: blame, claims, "perpetrated by", "accused of"."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.scan import Scan
from summarizer.readers.rules.actors import SOMEBODY
from summarizer.readers.rules.event import Event
from summarizer.readers.rules.operations import Operations
from summarizer.readers.rules.telling import BLASTS, KILLING, TAKING

_BLAME = frozenset("accused blamed accuses blames accusing blaming".split())
_CLAIM = frozenset("claimed claims claiming admitted admits assumed acknowledged".split())
_DENY = frozenset(("denied", "denies"))
_CHARGES = {
    "accused": ("of",),
    "suspected": ("of", "in"),
    "responsible": ("for",),
    "responsibility": ("for",),
    "implicated": ("in",),
    "involved": ("in",),
    "charged": ("with",),
    "convicted": ("of", "for"),
    "guilty": ("of",),
    "indicted": ("for", "in"),
    "behind": ("the",),
}
"""Words behind somebody that say what he is held to have done, each with the word that goes on."""
_DONE_BY = frozenset(
    (
        "perpetrated committed carried staged planted placed laid detonated hurled thrown ordered "
        "masterminded murdered killed assassinated slain kidnapped abducted attacked bombed ambushed "
        "executed dynamited caused attributed claimed fired launched machinegunned intercepted shot "
        "dragged taken"
    ).split()
)
"""Participles that a "by" may follow at some distance: "murdered last Friday by hooded men"."""
_MAY_DO_IT = frozenset(("government", "individual"))
_RESPONSIBILITY = frozenset(("responsibility", "credit"))
_GAVE_ORDERS = frozenset(("ordered", "masterminded"))
_WORDS_FOR_IT = frozenset("event harm harm_nouns deed generic".split())
_SAID_OF_HIM = _BLAME | _CLAIM | _DENY | _GAVE_ORDERS | frozenset(_CHARGES)
_ATTRIBUTED = frozenset("attributed attributes attributing".split())
_LEAFLETS = frozenset(
    "leaflet leaflets pamphlet pamphlets note notes flier fliers flyer flyers banner graffiti slogans".split()
)
_IN_NAME_OF = frozenset(("signed", "behalf"))
_SAID_OF_HIM |= _ATTRIBUTED | _IN_NAME_OF
AUTHORSHIP = _SAID_OF_HIM | _DONE_BY
"""Every word with which a sentence may say who did it."""
_REACH = 9
"""How many words a "by" may stand behind its participle."""


def tells_authors(scan: Scan) -> bool:
    """Tell whether a sentence has any word with which it may say who did it."""
    return not scan.vocabulary.isdisjoint(AUTHORSHIP if "by" in scan.vocabulary else _SAID_OF_HIM)


def add_authors(scan: Scan, operations: Operations) -> None:
    """Give who is blamed, who claims it and who is named behind "by" a part in the event that is told."""
    for index, word in enumerate(scan.words):
        if word not in AUTHORSHIP:
            continue
        groups, role = _authors(scan, index, word)
        if not groups:
            continue
        event = _event(scan, operations, word)
        if event is None:
            continue
        for group in groups:
            if fights(group) or group.head.type in _MAY_DO_IT or group.head.name in SOMEBODY:
                operations.join(event, scan, group, role, claimed=True)
                event.evidence.add(scan.number)


def _authors(scan: Scan, index: int, word: str) -> tuple[list[Group], str]:
    words = scan.words
    following = words[index + 1 : index + 2]
    if word in _CHARGES and following and following[0] in _CHARGES[word]:
        if _means_an_act(scan, index):
            return clauses.subject(scan, index, [], reach=4), "accused"
        return [], ""
    if word in _BLAME:
        return clauses.objects(scan, index + 1, []) or _behind(scan, index, "on"), "accused"
    if word in _ATTRIBUTED:
        return _behind(scan, index, "to"), "accused"
    if word in _IN_NAME_OF:
        return _in_whose_name(scan, index, word), "accused"
    if word in _CLAIM and (
        not _RESPONSIBILITY.isdisjoint(words[index + 1 : index + 4]) or _an_attack(scan, index + 1)
    ):
        found = clauses.subject(scan, index, [])
        return (found if any(map(fights, found)) else _spoken_for(scan, index) or found), "initiator"
    if word in _DENY and not {"responsibility", "involvement"}.isdisjoint(words[index + 1 : index + 4]):
        return clauses.subject(scan, index, []), "accused"
    if word in _GAVE_ORDERS and _means_an_act(scan, index):
        doers = clauses.subject(scan, index, [])
        if doers and words[index - 1] not in clauses.BE:
            return doers, "initiator"
    if word in _DONE_BY:
        return _behind_by(scan, index), "initiator"
    return [], ""


def _an_attack(scan: Scan, start: int) -> bool:
    """Tell whether an attack is claimed, and not what it did: "claimed the attack", not "… killed 20"."""
    event = next((mark for mark in scan.of_any("event", "generic") if start < mark.start <= start + 3), None)
    if event is None:
        return False
    verb = next((verb for verb in scan.verbs if event.end <= verb <= event.end + 6), None)
    return verb is None or "," in scan.words[event.end : verb]


def _means_an_act(scan: Scan, index: int) -> bool:
    """Tell whether a charge is of violence: "accused of murdering", "responsible for the attack"."""
    end = index + _REACH
    return any(index < mark.start <= end for mark in scan.of_any(*_WORDS_FOR_IT))


def _behind_by(scan: Scan, index: int) -> list[Group]:
    """Return who stands behind a "by" that a day or a place parts from its participle."""
    words = scan.words
    for position in range(index + 1, min(index + _REACH, len(words) - 1)):
        if words[position] == "by":
            return clauses.agents(scan, position, [], reach=1)
        if words[position] in _STOPS:
            return []
    return []


_STOPS = frozenset(", ; : and or but who which that when while after before".split())


def _event(scan: Scan, operations: Operations, word: str) -> Event | None:
    """Return the event that is meant: the one of this sentence, else the latest that has happened.

    What a captive is said to have done before ("responsible for attacks") is not the event in which he was
    taken, and an event whose doer is known gets no second one.
    """
    happened = [event for event in operations.events if event.stage != "planned"]
    here = [event for event in happened if scan.number in event.evidence]
    news = [event for event in happened if not event.past]
    told = here or news or happened
    if not told:
        return None
    event = told[-1]
    if word in _BLAME_OR_CLAIM:
        return event
    if "initiator" in event.roles.values() or (word in _CHARGES and event.type not in _CRIMES):
        return None
    return event


_BLAME_OR_CLAIM = _BLAME | _CLAIM | _DENY | _ATTRIBUTED | _IN_NAME_OF
_CRIMES = (KILLING | BLASTS | TAKING) - {"interception"}


def _behind(scan: Scan, index: int, word: str) -> list[Group]:
    """Return who stands behind "blamed … on" or "attributed … to": "the raid was blamed on smugglers"."""
    for position in range(index + 1, min(index + _REACH, len(scan.words))):
        if scan.words[position] == word:
            return clauses.objects(scan, position + 1, [])
    return []


def _in_whose_name(scan: Scan, index: int, word: str) -> list[Group]:
    """Return the armed party that signs what is left behind or that a caller speaks for: "leaflets signed by
    the ELN were found at the site"."""
    if word == "signed":
        found = [] if scan.vocabulary.isdisjoint(_LEAFLETS) else _behind_by(scan, index)
    else:
        found = [] if scan.kinds.isdisjoint(_WORDS_FOR_IT) else clauses.objects(scan, index + 2, [])
    return [group for group in found if group.head.kind == "belligerent" or group.named is not None]


def _spoken_for(scan: Scan, index: int) -> list[Group]:
    """Return the party that a caller speaks for: "a man who said he belonged to the ELN claimed credit"."""
    last = clauses.group_before(scan, index)
    for group in reversed(scan.groups[max(0, last - 1) : last + 1]):
        before = scan.words[group.start - 1]
        if group.head.kind == "belligerent" and before in ("of", "to", "by", "from", "for"):
            return [group]
    return []
