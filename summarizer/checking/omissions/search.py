"""The sentences of an article, each beside the records that cite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from summarizer.article import Sentence
from summarizer.checking.case import Case
from summarizer.checking.omissions.attacks import Operations, is_past, plain_attacks, words_of
from summarizer.checking.omissions.harm import Records, harm_words, stated_in
from summarizer.checking.omissions.parties import Actors, Unled
from summarizer.checking.omissions.plain import marks_may_be_plain, may_be_plain
from summarizer.checking.omissions.triggers import attacks_in, names_armed, outcomes_in
from summarizer.patterns.at_hand import scan_of
from summarizer.patterns.attack import Attack
from summarizer.patterns.belligerents import fights
from summarizer.patterns.count import Count
from summarizer.patterns.counts import find_counts
from summarizer.patterns.places import find_places
from summarizer.patterns.scan import Scan
from summarizer.schema.report import Quantity
from summarizer.schema.vocabulary import FindingCode, Relevance

_LONGEST = 1500
"""Characters of a sentence that are looked at as one, as the embedded reader does."""
_PROSE = 100_000
"""Characters of a sentence that are looked at at all."""
_SHOWN = 3


class Told(NamedTuple):
    """What the finders see in a sentence."""

    scan: Scan
    sentence: Sentence
    attacks: list[Attack]
    """Plain ones only."""
    counts: list[Count]
    published_year: int | None

    @property
    def past(self) -> bool:
        """Whether the sentence recalls something that is not the news."""
        return is_past(self.scan, self.published_year)


def check_omissions(case: Case, quantities: Mapping[str, Quantity]) -> None:
    """Find sentences of the body that state harm, an attack or a belligerent that no record has.

    Only in English. The title and background beyond the five operations are passed over, and so is what may
    repeat a record: harm of the same outcome, number and kind of victims; an attack of the same family at no
    other place. Of an article that the draft takes for no news of a conflict, and of which it lists nothing,
    only the relevance is doubted, where armed parties plainly attack or fall.
    """
    if case.article.language not in (None, "en"):
        return
    draft = case.draft
    if draft.relevance == Relevance.EVENT_REPORT or draft.operations or draft.casualties:
        _check_sentences(case, quantities)
    else:
        _check_relevance(case)


def _check_sentences(case: Case, quantities: Mapping[str, Quantity]) -> None:
    records, operations, actors = Records(case, quantities), Operations(case), Actors(case)
    unled, orders = Unled(case), _orders(case)
    sentences = zip(case.article.sentences, case.words_by_sentence, case.words_in_order, strict=True)
    for sentence, words, in_order in sentences:
        if sentence.number == 0 or sentence.number in orders:
            continue
        outcomes = outcomes_in(words)
        harm = bool(outcomes) and not records.clearly_hold(sentence, words, outcomes)
        party = not actors.unnamed.isdisjoint(words)
        cited = sentence.number in operations.cited
        gap = sentence.number in unled.by_sentence and names_armed(words)
        types = attacks_in(words) if party or gap or not cited else set[str]()
        deed = (
            bool(types)
            and may_be_plain(words, in_order)
            and (party or gap or not operations.clearly_hold(types, sentence.text))
        )
        if not (harm or deed or party):
            continue
        for told in _told(case, sentence, deed=deed, party=party):
            if operations.background_is_full and not cited and told.past:
                continue
            if harm:
                _check_harm(case, told, records, in_attack=cited or bool(told.attacks))
            if party:
                _check_parties(case, told, actors)
            if gap:
                _check_participants(case, told, unled)
            if not cited and deed:
                _check_attacks(case, told, operations)


def _orders(case: Case) -> set[int]:
    """The sentences that instruct the reader: "record no deaths" is no statement of harm."""
    instructed = FindingCode.INSTRUCTION_IN_TEXT
    return {
        proof.sentence
        for finding in case.findings
        if finding.code == instructed
        for proof in finding.evidence
    }


def _check_harm(case: Case, told: Told, records: Records, *, in_attack: bool) -> None:
    missed = []
    for stated in stated_in(told.scan, told.counts, in_attack=in_attack):
        if not records.hold(stated, told.sentence.number):
            missed.append(stated)
            records.add(stated, [told.sentence.number])
    if missed:
        said = ", ".join(f"“{stated.words}”" for stated in missed[:_SHOWN])
        _add(case, "casualties", told.sentence, f"says {said}; no casualty record has it")


def _check_attacks(case: Case, told: Told, operations: Operations) -> None:
    for attack in told.attacks:
        if not told.counts and told.past and not find_places(told.scan):
            continue
        if not operations.hold(attack, told.scan):
            operations.add(attack)
            said = f"says “{words_of(told.scan, attack)}”; no operation cites it"
            _add(case, "operations", told.sentence, said)
            return


def _check_parties(case: Case, told: Told, actors: Actors) -> None:
    for form in actors.missing(told.scan, told.attacks, told.counts):
        _add(
            case,
            "actors",
            told.sentence,
            f"names “{form}” as a party to what happened; no actor has that name",
        )


def _check_participants(case: Case, told: Told, unled: Unled) -> None:
    number = told.sentence.number
    for index, operation, words in unled.missing(told.scan, told.attacks, number):
        case.add(
            FindingCode.POSSIBLE_OMISSION,
            f"operations[{index}].participants",
            f"sentence {number} says who attacks, “{words}”; {operation.id} does not.",
            record=operation.id,
            evidence=case.evidence([number]),
        )


def _check_relevance(case: Case) -> None:
    """Doubt the relevance of an article without operations in which armed parties plainly attack or fall."""
    recalled_too = case.draft.relevance == Relevance.NOT_CONFLICT
    proofs: list[Told] = []
    sentences = zip(case.article.sentences, case.words_by_sentence, case.words_in_order, strict=True)
    for sentence, words, in_order in sentences:
        deed = bool(attacks_in(words)) and may_be_plain(words, in_order)
        if sentence.number == 0 or not (deed or outcomes_in(words)):
            continue
        for told in _told(case, sentence, deed=True):
            if (recalled_too or not told.past) and _is_war(told):
                proofs.append(told)
                break
        if len(proofs) > 1 or any(told.attacks and told.counts for told in proofs):
            break
    else:
        return
    said = " and ".join(f"“{_said(told)}”" for told in proofs)
    case.add(
        FindingCode.POSSIBLE_OMISSION,
        "relevance",
        f"the draft says {case.draft.relevance}, the article says {said}.",
        evidence=case.evidence([told.sentence.number for told in proofs]),
    )


def _is_war(told: Told) -> bool:
    """Tell whether a sentence plainly tells of armed parties: they attack, they fall, or people are killed by
    what only such parties have."""
    if any(fights(group) for attack in told.attacks for group in attack.initiators):
        return True
    harmed = [count for count in told.counts if count.outcome in _HARMED and count.group.amount is not None]
    return bool(harmed) and (
        any(fights(count.group) for count in harmed) or any(attack.type in _OF_WAR for attack in told.attacks)
    )


_HARMED = frozenset(("killed", "wounded", "killed_or_wounded"))
_OF_WAR = frozenset(
    (
        "offensive clash ambush siege airstrike drone_strike shelling bombardment naval_attack "
        "ied_or_landmine vehicle_bomb suicide_attack complex_attack chemical_attack"
    ).split()
)


def _said(told: Told) -> str:
    return words_of(told.scan, told.attacks[0]) if told.attacks else harm_words(told.scan, told.counts[0])


def _told(case: Case, sentence: Sentence, *, deed: bool, party: bool = False) -> Iterator[Told]:
    """Yield what the finders see in a sentence, in pieces where it is longer than any sentence of prose."""
    year = case.article.published.year if case.article.published else None
    text = sentence.text[:_PROSE]
    for start in range(0, len(text), _LONGEST):
        scan = scan_of(case.article, sentence.number, text[start : start + _LONGEST])
        counts = find_counts(scan)
        looked_for = deed and (bool(counts) or marks_may_be_plain(scan))
        attacks = list(plain_attacks(scan, counts)) if looked_for else []
        if counts or attacks or party:
            yield Told(scan, sentence, attacks, counts, year)


def _add(case: Case, path: str, sentence: Sentence, said: str) -> None:
    case.add(
        FindingCode.POSSIBLE_OMISSION,
        path,
        f"sentence {sentence.number} {said}.",
        evidence=case.evidence([sentence.number]),
    )
