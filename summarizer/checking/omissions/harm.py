"""Harm that a sentence states and no casualty record holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from summarizer.article import Sentence
from summarizer.checking.case import Case
from summarizer.checking.counted import reading_of
from summarizer.checking.omissions.triggers import counted_in, may_count
from summarizer.checking.victims import head_noun, names_anybody
from summarizer.patterns.clauses import BE
from summarizer.patterns.count import Count
from summarizer.patterns.scan import Scan
from summarizer.schema.casualty import Casualty
from summarizer.schema.report import Quantity
from summarizer.schema.vocabulary import Outcome
from summarizer.text.folding import fold

_ALIKE: Mapping[str, frozenset[str]] = {
    "killed": frozenset(("killed", "killed_or_wounded")),
    "wounded": frozenset(("wounded", "killed_or_wounded")),
    "killed_or_wounded": frozenset(("killed", "wounded", "killed_or_wounded")),
    "captured": frozenset(("captured", "detained", "abducted")),
    "detained": frozenset(("captured", "detained", "abducted")),
    "abducted": frozenset(("captured", "detained", "abducted")),
    "released": frozenset(("released", "rescued")),
    "rescued": frozenset(("released", "rescued")),
}
"""The outcomes that another reader may give to the same harm."""
_PLAIN = frozenset(("killed", "wounded", "killed_or_wounded", "abducted"))
"""Outcomes that count without a number: "a mayor was shot dead". "Villagers fled" is not enough."""
_TAKEN = frozenset(("captured", "detained"))
_ANYONE = frozenset("man woman boy girl child person".split())
"""Nouns for one person that a record may well replace by another: "a man", the mayor."""
_LEAST_REPEATED = 5
"""From this number on "nine civilians" may repeat "nine people"; "three children" is no "three dead"."""
_NEAR = 5
"""Sentences within which a stated zero is taken for a repeated one."""
_WORD = re.compile(r"\w+")


class Stated(NamedTuple):
    """A statement of harm, of a sentence or of a record, ready to be compared."""

    outcome: str
    minimum: int | None
    """None: no number is given."""
    head: str
    anybody: bool
    """Whether the noun may stand for any victims."""
    named: str = ""
    """The names of persons."""
    definite: bool = False
    single: bool = False
    """One person, with "a" or "an"."""
    part: bool = False
    words: str = ""
    """The words that say so, for the message."""


class Records:
    """The casualty records of a draft, for comparing; what was reported as missing is added to them."""

    def __init__(self, case: Case, quantities: Mapping[str, Quantity]) -> None:
        self.case = case
        self.by_sentence: dict[int, list[Stated]] = {}
        self.by_number: dict[int, set[tuple[str, str, bool]]] = {}
        """By number: outcome, noun, and whether the noun may stand for any victims."""
        self.by_noun: dict[str, set[str]] = {}
        """The outcomes told of victims with that noun; under "" those told of anybody."""
        self.outcomes: set[str] = set()
        self._names: set[str] = set()
        self._unsplit: list[str] = []
        """Names that are not yet split into their words: few articles are asked for them."""
        self._cited: dict[int, list[Casualty]] = {}
        for record in case.draft.casualties:
            self.add(_held(record, quantities.get(record.id)), record.evidence)
            for number in record.evidence:
                self._cited.setdefault(number, []).append(record)

    def add(self, held: Stated, sentences: Sequence[int]) -> None:
        """Add a statement, so that the same one is not missed twice."""
        if held.minimum is not None:
            self.by_number.setdefault(held.minimum, set()).add((held.outcome, held.head, held.anybody))
        self.by_noun.setdefault(held.head, set()).add(held.outcome)
        if held.anybody:
            self.by_noun.setdefault("", set()).add(held.outcome)
        self.outcomes.add(held.outcome)
        self._unsplit.append(held.named)
        for number in sentences:
            self.by_sentence.setdefault(number, []).append(held)

    @property
    def names(self) -> set[str]:
        """The folded words of the names, and of the victims, of all statements."""
        while self._unsplit:
            self._names.update(_WORD.findall(fold(self._unsplit.pop())))
        return self._names

    def _told(self, sentence: int) -> set[str]:
        """The words of the counts and victims of the records that cite a sentence."""
        records = self._cited.get(sentence, [])
        return set(
            _WORD.findall(fold(" ".join(f"{record.count or ''} {record.victims}" for record in records)))
        )

    def clearly_hold(self, sentence: Sentence, words: frozenset[str], outcomes: set[str]) -> bool:
        """Tell, without a scan, whether the records that cite the sentence hold all that it can state."""
        citing = self.by_sentence.get(sentence.number)
        unheld = outcomes
        if citing:
            held = {held.outcome for held in citing}
            unheld = {outcome for outcome in outcomes if held.isdisjoint(_ALIKE.get(outcome, (outcome,)))}
        if not unheld.isdisjoint(_PLAIN):
            return False
        told = self._told(sentence.number) if citing else set[str]()
        if not may_count(words, told):
            return True
        return not any(
            told.isdisjoint(behind) if number in ("a", "an") else told.isdisjoint(_WORD.findall(number))
            for number, behind in counted_in(self.case.folded, sentence.start, sentence.end)
        )

    def hold(self, stated: Stated, sentence: int) -> bool:
        """Tell whether a record holds the statement, or one like it that it may repeat."""
        citing = self.by_sentence.get(sentence, [])
        if stated.single:
            return self._hold_single(stated, citing)
        if stated.minimum is None:
            return self._hold_without_number(stated, citing)
        if any(
            held.minimum == stated.minimum and (_alike(held.outcome, stated.outcome) or _same(held, stated))
            for held in citing
        ):
            return True
        known = self.by_number.get(stated.minimum, set())
        if stated.minimum == 0:  # a zero is told again near the first one, or it is another's
            nearby = range(sentence - _NEAR, sentence + _NEAR + 1)
            zeros = (held for at in nearby for held in self.by_sentence.get(at, ()) if held.minimum == 0)
            known = {(held.outcome, held.head, held.anybody) for held in zeros}
        return any(
            stated.definite or (_alike(outcome, stated.outcome) and _repeats(stated, head, anybody))
            for outcome, head, anybody in known
        )

    def _hold_single(self, stated: Stated, citing: Sequence[Stated]) -> bool:
        """Tell whether one person, "a driver", is somebody that a record names or counts alone."""
        if any(held.head == stated.head or stated.head in fold(held.named).split() for held in citing):
            return True
        if stated.head in _ANYONE and any(
            held.single and _alike(held.outcome, stated.outcome) for held in citing
        ):
            return True
        return _tells(self.by_noun.get(stated.head), stated.outcome)

    def _hold_without_number(self, stated: Stated, citing: Sequence[Stated]) -> bool:
        if any(_alike(held.outcome, stated.outcome) or held.head == stated.head for held in citing):
            return True
        if stated.named:
            return any(len(word) > 2 and word in self.names for word in _WORD.findall(fold(stated.named)))
        if stated.definite or stated.anybody:
            return _tells(self.outcomes, stated.outcome)
        return _tells(self.by_noun.get(stated.head), stated.outcome) or _tells(
            self.by_noun.get(""), stated.outcome
        )


def stated_in(scan: Scan, counts: Sequence[Count], *, in_attack: bool) -> Iterator[Stated]:
    """Yield the statements of harm of a sentence that are plain enough to be missed."""
    accident = "accident" in scan.kinds and not in_attack
    for count in counts:
        if count.hint in ("old", "self", "shared") or accident or _is_progressive(scan, count):
            continue
        stated = _stated(scan, count)
        if stated is None:
            continue
        if stated.minimum is None and not _is_plain(scan, count, in_attack):
            continue
        yield stated


def _stated(scan: Scan, count: Count) -> Stated | None:
    group = count.group
    minimum = None
    if group.amount is not None and group.amount.sort != "one":
        phrase = scan.span(group.amount.start, group.amount.end)
        reading = reading_of(phrase, Outcome(count.outcome), "en")
        if reading is None or reading.minimum is None:
            return None
        minimum = reading.minimum
    victims = scan.span(group.core if group.amount is None else group.amount.end, group.end)
    head = head_noun(victims)
    return Stated(
        count.outcome,
        minimum,
        head,
        group.head.kind == "number" or names_anybody(victims),
        victims if group.head.kind == "name" else "",
        group.definite,
        minimum is None and group.determiner in ("a", "an") and not group.plural,
        count.hint == "part",
        harm_words(scan, count),
    )


def harm_words(scan: Scan, count: Count) -> str:
    """Return the words that say so: the whole stretch where it is short, else its two ends."""
    first, last = min(count.at, count.group.start), max(count.at + 1, count.group.end)
    whole = scan.span(first, last)
    if len(whole) <= 70:
        return " ".join(whole.split())
    return f"{scan.span(count.group.start, count.group.end)} … {scan.words[count.at]}"[:120]


def _is_plain(scan: Scan, count: Count, in_attack: bool) -> bool:
    """Tell whether a statement without a number is one all the same: "a mayor was shot dead"."""
    single = count.group.determiner in ("a", "an")
    if count.group.definite or not (count.outcome in _PLAIN or (single and count.outcome in _TAKEN)):
        return False
    died = any(mark.start == count.at and mark.entry.kind == "fate" for mark in scan.marks)
    return in_attack or bool(count.agents) or not died


def _is_progressive(scan: Scan, count: Count) -> bool:
    """Tell whether the verb is "were killing": its subject kills, and is not killed."""
    return scan.words[count.at].endswith("ing") and count.at > 0 and scan.words[count.at - 1] in BE


def _held(record: Casualty, quantity: Quantity | None) -> Stated:
    single = quantity is not None and quantity.rule == "one-person"
    numbered = record.count is not None and quantity is not None and not single
    return Stated(
        record.outcome,
        quantity.minimum if numbered and quantity is not None else None,
        head_noun(record.victims),
        names_anybody(record.victims),
        " ".join([record.victims, *(f"{p.name} {p.description or ''}" for p in record.persons)]),
        single=single,
    )


def _alike(one: str, other: str) -> bool:
    return one == other or one in _ALIKE.get(other, ())


def _tells(outcomes: set[str] | None, outcome: str) -> bool:
    """Tell whether one of the outcomes may be the same harm."""
    return outcomes is not None and not outcomes.isdisjoint(_ALIKE.get(outcome, (outcome,)))


def _repeats(stated: Stated, head: str, anybody: bool) -> bool:
    """Tell whether a statement of the same number may be a record's, told again."""
    if stated.head == head or stated.anybody:
        return True
    return anybody and not stated.part and (stated.minimum or 0) >= _LEAST_REPEATED


def _same(one: Stated, other: Stated) -> bool:
    return one.anybody or other.anybody or one.head == other.head
