"""What the counts of one operation are to one another when they stand in different sentences.

Two figures for one harm are added up only where the text sets them apart: other victims, "another two". In
doubt they are rivals: a toll that is too wide is an open question, one that counts the dead twice is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from summarizer.patterns.tokens import fold
from summarizer.readers.rules.adding_up import plain_sum
from summarizer.readers.rules.event import ATTACKERS, Event
from summarizer.readers.rules.row import Row
from summarizer.readers.rules.same_event import opens_before

_ONE = frozenset(("a", "an", "the", "one"))
_NONE = frozenset(("no", "none", "nobody", "no one"))
_ARMED = frozenset(("combatant", "police_security", "peacekeeper"))
_FROM_AFAR = frozenset(("airstrike", "drone_strike", "bombardment", "shelling"))
"""In these only those fall who are fired at."""
_OPEN = frozenset(("unknown", "mixed"))

_MORE = frozenset("another further additional other others second".split())
_APART = frozenset(("elsewhere", "separately"))
_WERE = frozenset(("was", "were"))
_OWN = frozenset(("its", "their", "own", "our"))
_FELL = frozenset("died perished killed wounded injured hurt arrested detained captured".split())
_OLDER = frozenset("initially earlier previously preliminary originally".split())
_NEWER = frozenset("rose risen raised climbed updated revised lowered increased now stood stands".split())
_PART = (
    ("of", "them"),
    ("of", "whom"),
    ("of", "the", "dead"),
    ("of", "the", "wounded"),
    ("of", "the", "injured"),
    ("the", "rubble"),
    ("of", "those"),
    ("of", "the", "victims"),
    ("among", "them"),
    ("among", "the"),
    ("among", "those"),
)
_PRIOR = frozenset("first previous earlier last similar".split())


def reconcile(rows: Sequence[Row], sentences: Mapping[int, list[str]], attacked: Collection[int]) -> None:
    """Relate the counts of each operation and outcome.

    `sentences` are the folded words by number; `attacked` are the sentences that tell of an attack. Who was
    driven out, said in a sentence of its own, is a figure of the war rather than of one operation.
    """
    _dispute_the_denied(rows)
    told: dict[tuple[int, str], list[Row]] = {}
    # "among them a nun" says of the nun that she is a part, and of no other count of its sentence
    parted = {min(row.evidence) for row in rows if row.relation is not None and row.relation[1] == "part_of"}
    for row in rows:
        if row.scope != "event" or row.event is None or fold(row.count or "") in _NONE:
            continue
        words = sentences.get(min(row.evidence), [])
        if _lost_elsewhere(row, row.event):
            row.event = None
            continue
        driven_out = row.outcome == "displaced" and row.evidence.isdisjoint(attacked)
        goes_back = opens_before(words) and row.event.first < min(row.evidence)
        if driven_out or goes_back or _of_an_earlier_one(words):
            row.event = None
            continue
        earlier = told.setdefault((id(row.event), row.outcome), [])
        if row.relation is None and row.out_of:
            _relate_those_out_of(row, earlier, told.get((id(row.event), row.out_of), []), sentences)
        elif row.relation is None:
            is_part = min(row.evidence) not in parted and _says_part(words)
            base = next((other for other in earlier if _may_be_the_same(row, other, words)), None)
            if base is None and is_part:  # "four minors were among the dead" of the fighters
                base = next((other for other in earlier if _told_apart(row, other, words)), None)
            if base is not None and of_the_same(row, words) and not exceeds(row, base):
                row.relation = (base, "part_of")
            elif base is not None:
                of_the_whole = sentences.get(min(base.evidence), [])
                is_part = is_part or _of_one_place(row.event, words, of_the_whole)
                is_part = is_part or (of_one_house(words) and base.status != "combatant")
                _relate(row, base, words, is_part=is_part)
        if row.relation is None or row.relation[1] != "part_of":
            earlier.append(row)
    _one_rival_a_sentence(rows)


def _one_rival_a_sentence(rows: Sequence[Row]) -> None:
    """Leave the largest of the rivals that one source sets against a count in one sentence: "eight fighters
    and three villagers had died" are together what it says, and the villagers are of the dead."""
    largest: dict[tuple[int, int, tuple[str, ...]], Row] = {}
    for row in rows:
        if row.relation is None or row.relation[1] != "rivals" or not row.head:
            continue
        base = row.relation[0]
        key = id(base), min(row.evidence), tuple(row.sources)
        other = largest.setdefault(key, row)
        if other is row:
            continue
        if exceeds(row, other):
            largest[key], other = row, other
        else:
            other = row
        if not exceeds(other, base):
            other.relation = (base, "part_of")


def _dispute_the_denied(rows: Sequence[Row]) -> None:
    """Mark as disputed what one side says and another denies: "the army denied that ten of its men had
    died … rebels said they killed ten"."""
    denied = {(row.outcome, plain_sum([row])) for row in rows if row.assertion == "denied" and row.number}
    for row in rows if denied else ():
        if row.assertion == "stated" and row.sources and (row.outcome, plain_sum([row])) in denied:
            row.assertion = "disputed"


def _lost_elsewhere(row: Row, event: Event) -> bool:
    """Tell whether a side that alone strikes from afar tells of its own dead: they fell in something else."""
    if event.type not in _FROM_AFAR or row.victim_actor is None:
        return False
    strikers = {key for key, role in event.roles.items() if role == "initiator"}
    one_side = len(strikers) == 1 or all(key.startswith("military:") for key in strikers)
    return one_side and row.victim_actor in strikers


def _relate(row: Row, base: Row, words: list[str], *, is_part: bool) -> None:
    """Relate a count to the first one of its harm, told in an earlier sentence.

    A single victim of a later sentence is one of those already counted, as a rule; two single ones are two.
    """
    if _says_more(words, row) or _all_of_a_new_group(row, words):
        return
    if ((is_part and not exceeds(row, base)) or _is_one(row)) and not _is_one(base):
        row.relation = (base, "part_of")
    elif _is_one(row):
        return
    elif _is_older(words):
        if base.relation is None:
            base.relation = (row, "revises")
    elif not _NEWER.isdisjoint(words):
        row.relation = (base, "revises")
    else:
        row.relation = (base, "rivals")
        if row.sources and base.sources and row.sources != base.sources:
            row.assertion = base.assertion = "disputed"


def _relate_those_out_of(
    row: Row, dead: Sequence[Row], alive: Sequence[Row], sentences: Mapping[int, list[str]]
) -> None:
    """Relate "four of the wounded later died" to the wounded, whom they leave, and not to the dead before
    them, who are others; a toll that has risen has them, and so may one that is told without a "later"."""
    words = sentences.get(min(row.evidence), [])
    revised = [other.relation[0] for other in dead if other.relation and other.relation[1] == "revises"]
    known = next((other for other in reversed(dead) if other.number and other not in revised), None)
    if known is not None and not exceeds(row, known) and row.out_of == "wounded":
        has_risen = not _NEWER.isdisjoint(sentences.get(min(known.evidence), []))
        if has_risen or not alive or _AFTERWARDS.isdisjoint(words):
            row.relation = (known, "part_of")
            return
    if alive and not exceeds(row, alive[-1]):
        row.relation = (alive[-1], "part_of")


_AFTERWARDS = frozenset("later since subsequently afterwards".split())


def tells_of_another_day(words: list[str]) -> bool:
    """Tell whether a sentence gives a toll as it was earlier, or as it has become since."""
    return _is_older(words) or not _NEWER.isdisjoint(words)


def _is_older(words: list[str]) -> bool:
    return not _OLDER.isdisjoint(words) or ("had", "put") in pairwise(words)


def _may_be_the_same(row: Row, other: Row, words: list[str]) -> bool:
    """Tell whether two counts may count the same people: told apart, of victims that are not set apart."""
    if not _told_apart(row, other, words) or "perpetrator" in (row.status, other.status):
        return False
    if (row.head in ATTACKERS) != (other.head in ATTACKERS):
        return False
    if row.victim_actor is not None and other.victim_actor is not None:
        return row.victim_actor == other.victim_actor
    if row.status in _OPEN or other.status in _OPEN:
        return True
    if _of_one_side(row, other):
        return True
    if (row.status in _ARMED) != (other.status in _ARMED):
        return False
    if row.status not in _ARMED or fold(row.head) == fold(other.head):
        return True
    # "eight officers" are officers of the police, whoever else they may be
    return row.status == other.status and fold(row.head) in fold(other.head).split()


def _of_one_side(row: Row, other: Row) -> bool:
    """Tell whether two sources say of one bombardment whom it killed: "14 terrorists", "22 civilians"."""
    return (
        row.event is not None
        and row.event.type in _FROM_AFAR
        and bool(row.sources and other.sources)
        and set(row.sources).isdisjoint(other.sources)
    )


def _told_apart(row: Row, other: Row, words: list[str]) -> bool:
    """Tell whether two counts stand in different sentences; a toll may repeat some of those told before."""
    if "toll" in words:
        return min(row.evidence) != min(other.evidence)
    return row.evidence.isdisjoint(other.evidence)


def exceeds(row: Row, base: Row) -> bool:
    """Tell whether a count is greater than what it would be a part of: "the toll rose to ten after three of
    the wounded died"."""
    part, whole = plain_sum([row]), plain_sum([base])
    return part is not None and whole is not None and part > whole


def _is_one(row: Row) -> bool:
    return row.count is not None and fold(row.count) in _ONE


def _says_more(words: list[str], row: Row) -> bool:
    """Tell whether a sentence sets a count apart: "another two", "two more", "two were also killed", not
    "more than two", nor "37 pupils died and six others were abducted"."""
    number = row.number.replace("-", " ").split()[-1] if row.number else ""
    spots = [index for index, word in enumerate(words) if word == number]
    near = {word for spot in spots for word in words[max(0, spot - 2) : spot + 3]}
    if not spots or number in _ONE:
        near = set(words)
    if not (_MORE.isdisjoint(near) and _APART.isdisjoint(words)):
        return True
    return any(
        (word == "more" and after != "than")
        or (word in _WERE and after == "also")
        or (word == "also" and after in _FELL)
        or (word in _OWN and after in ("losses", "dead"))
        for word, after in pairwise([*words, ""])
    )


def _all_of_a_new_group(row: Row, words: list[str]) -> bool:
    """Tell whether a count is of a band of its own: "nine men rode up … all nine were killed"."""
    number = row.number
    return number is not None and (words.count(number) > 1 or ("all", number) in pairwise(words))


def _says_part(words: list[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {' '.join(phrase)} " in text for phrase in _PART)


def of_the_same(row: Row, words: list[str]) -> bool:
    """Tell whether a count is of some of those who were told: "the bodies of four of the rebels", "seven
    bodies of the rebels"."""
    if not row.head or row.number is None or row.out_of:
        return False
    number, noun = row.number.replace("-", " ").split()[-1], row.head.split()[-1][:-1]
    return any(
        words[index - 1] in (number, "bodies")
        and words[index : index + 2] == ["of", "the"]
        and any(other.startswith(noun) for other in words[index + 2 : index + 5])
        for index in range(1, len(words))
    )


def _of_one_place(event: Event, words: list[str], of_the_whole: list[str]) -> bool:
    """Tell whether a count is of one of the places where a whole was counted: "bombs in Baghdad and Mosul
    killed 30 … In Mosul, 12 died", "raids on three villages killed 40 … In Bokkos, 12 were killed"."""
    here = {spot for spot in event.where.spots if _named(spot, words)}
    there = {spot for spot in event.where.spots if _named(spot, of_the_whole)}
    if here and len(there) > 1:
        return here < there
    opens = words[:1] == ["in"] and any(_named(spot, words[: 2 + len(spot.split())]) for spot in here)
    return opens and here.isdisjoint(there) and not _SEVERAL_PLACES.isdisjoint(of_the_whole)


def of_one_house(words: list[str]) -> bool:
    """Tell whether a count is only of those whom one house took in: "a hospital received 14 dead"."""
    if _HOUSES.isdisjoint(words) or _TOOK_IN.isdisjoint(words):
        return False
    took = next(index for index, word in enumerate(words) if word in _TOOK_IN)
    return not _HOUSES.isdisjoint(words[max(0, took - _NEAR) : took])


_HOUSES = frozenset("hospital clinic morgue mortuary".split())
_NEAR = 8
"""Words between a hospital and what it received."""
_TOOK_IN = frozenset("received receives receiving admitted".split())


def _named(name: str, words: list[str]) -> bool:
    return f" {name} " in f" {' '.join(words)} "


_SEVERAL_PLACES = frozenset(
    (
        "villages towns cities districts settlements hamlets neighborhoods neighbourhoods communities "
        "suburbs localities camps provinces"
    ).split()
)


def _of_an_earlier_one(words: list[str]) -> bool:
    """Tell whether a sentence opens on an earlier event: "The first two left 91 people dead"."""
    return words[:1] in (["the"], ["a"]) and words[1:2] != [] and words[1] in _PRIOR and "left" in words[2:6]
