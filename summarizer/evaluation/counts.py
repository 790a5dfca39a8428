"""Casualties scored: rules `casualties_exact` to `casualties_status`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from summarizer.evaluation.bounds import SIZES, Bounds, is_exact, overlaps, possible_totals, size_of
from summarizer.evaluation.gold import GoldCount, GoldRecord
from summarizer.evaluation.pairing import Pairing, pair
from summarizer.evaluation.predicted import Count, Predicted
from summarizer.evaluation.profiles import Profile
from summarizer.evaluation.tally import Tally
from summarizer.evaluation.values import figure
from summarizer.schema.vocabulary import Scope

STATED = ("killed", "wounded")
"""Outcomes of which it is asked whether the text says nothing, none, or some."""

Mistakes = list[dict[str, Any]]


class Wanted(NamedTuple):
    """A gold count in the data set's own outcome."""

    outcome: str
    gold: GoldCount
    optional: bool
    alternatives: list[Bounds]
    """All bounds that are right."""


def score(
    record: GoldRecord, profile: Profile, predicted: Predicted
) -> Iterator[tuple[str, Tally, Mistakes]]:
    """Return every layer of a document's casualties with its tally and what was wrong."""
    if record.gold.casualties is None:
        return
    ignored = set(record.meta.get("ignore_outcomes") or ())
    wanted = [one for one in gold_counts(record.gold.casualties, profile) if one.outcome not in ignored]
    found = [one for one in predicted.counts if one.outcome not in ignored]
    complete = record.is_complete("casualties")

    exact = pair(found, [_without_number(one) for one in wanted], _is_exact)
    yield "casualties_exact", _tally(exact, complete), _mistakes(exact, found, wanted, complete)
    yield "casualties_overlap", _tally(pair(found, wanted, _overlaps, prefers=_is_exact), complete), []
    # A count that the gold has as optional is neither asked for nor held against a total.
    added = [one for i, one in enumerate(found) if i not in exact.neutral or not profile.lists_each_record]
    for layer, loose in (("casualties_total", False), ("casualties_total_overlap", True)):
        yield layer, _totals(added, wanted, complete, loose=loose), []
    for size in SIZES:
        if size != "0" or profile.lists_each_record:
            yield f"casualties_size_{size}", _of_size(size, exact, found, wanted, complete), []
    if not profile.lists_each_record:
        return
    yield "casualties_stated", _stated(found, wanted, complete), []
    yield "casualties_scope", *_scope(found, wanted)
    if any(one.gold.status is not None for one in wanted):
        yield "casualties_status", _status(exact, found, wanted), []


def gold_counts(counts: Sequence[GoldCount], profile: Profile) -> list[Wanted]:
    """Return the gold counts whose outcome the data set annotates, in its word for it."""
    words = profile.outcomes
    return [
        Wanted(
            outcome=one.outcome.value if words is None else words[one.outcome],
            gold=one,
            optional=one.optional,
            alternatives=[one.bounds, *one.alts] if profile.lists_each_record else one.alts or [one.bounds],
        )
        for one in counts
        if words is None or one.outcome in words
    ]


def _without_number(one: Wanted) -> Wanted:
    """A gold count of unknown number is neutral where the exact number is asked for."""
    return one._replace(optional=one.optional or one.gold.number_unknown)


def _is_same_thing(found: Count, one: Wanted) -> bool:
    return found.outcome == one.outcome and found.scope is one.gold.scope


def _has_bounds(found: Count, one: Wanted) -> bool:
    return is_exact(found.bounds, one.alternatives) or (
        one.gold.number_unknown and overlaps(found.bounds, one.alternatives)
    )


def _is_exact(found: Count, one: Wanted) -> bool:
    return _is_same_thing(found, one) and _has_bounds(found, one)


def _overlaps(found: Count, one: Wanted) -> bool:
    return _is_exact(found, one) or (
        _is_same_thing(found, one)
        and overlaps(found.bounds, one.alternatives, approximate=one.gold.approximate)
    )


def _tally(pairing: Pairing, complete: bool) -> Tally:
    right = len(pairing.matched)
    return Tally(right, right + len(pairing.false), right, right + len(pairing.missed), complete)


def _totals(found: Sequence[Count], wanted: Sequence[Wanted], complete: bool, *, loose: bool) -> Tally:
    """Per outcome: the sum, or the largest, of the event's counts against the sum or the largest of gold."""
    right = predicted = gold = 0
    for outcome in sorted({one.outcome for one in found} | {one.outcome for one in wanted}):
        totals = possible_totals([one.bounds for one in found if one.outcome == outcome and one.in_totals])
        said = [one for one in wanted if one.outcome == outcome]
        counted = [one for one in said if _is_in_totals(one)]
        if not counted:
            predicted += bool(totals) and not said
            continue
        gold += 1
        if not totals:
            continue
        predicted += 1
        alternatives = possible_totals([one.gold.bounds for one in counted])
        alternatives += possible_totals([one.alternatives[0] for one in counted])
        if len(counted) == 1:
            alternatives += counted[0].alternatives
        approximate = any(one.gold.approximate for one in counted)
        right += any(
            is_exact(total, alternatives)
            or (loose and overlaps(total, alternatives, approximate=approximate))
            for total in totals
        )
    return Tally(right, predicted, right, gold, complete)


def _is_in_totals(one: Wanted) -> bool:
    gold = one.gold
    return not (
        one.optional or gold.part or gold.rival or gold.number_unknown or gold.scope is not Scope.EVENT
    )


def _of_size(
    size: str, exact: Pairing, found: Sequence[Count], wanted: Sequence[Wanted], complete: bool
) -> Tally:
    """The exact layer again, of the counts of one size: predictions by theirs, gold counts by their own."""
    right = [i for i in exact.matched if size_of(found[i].bounds.low) == size]
    false = [i for i in exact.false if size_of(found[i].bounds.low) == size]
    hit = [j for j in exact.matched.values() if size_of(wanted[j].gold.low) == size]
    missed = [j for j in exact.missed if size_of(wanted[j].gold.low) == size]
    return Tally(len(right), len(right) + len(false), len(hit), len(hit) + len(missed), complete)


def _stated(found: Sequence[Count], wanted: Sequence[Wanted], complete: bool) -> Tally:
    """Per outcome: whether the text states none, or some; where it states nothing there is no item."""
    right = predicted = gold = 0
    for outcome in STATED:
        said = [one for one in wanted if one.outcome == outcome]
        if said and all(one.optional for one in said):
            continue
        zeros = [one.gold.bounds == (0, 0) for one in said if not one.optional]
        claimed = [one.is_zero for one in found if one.outcome == outcome]
        gold += bool(zeros)
        predicted += bool(claimed)
        right += bool(zeros) and bool(claimed) and all(zeros) == all(claimed)
    return Tally(right, predicted, right, gold, complete)


def _scope(found: Sequence[Count], wanted: Sequence[Wanted]) -> tuple[Tally, Mistakes]:
    """Of the counts with the right outcome and bounds: whether the scope is right too."""

    def alike(one: Count, other: Wanted) -> bool:
        return one.outcome == other.outcome and _has_bounds(one, other)

    pairing = pair(found, wanted, alike, prefers=_is_same_thing)
    right = sum(found[i].scope is wanted[j].gold.scope for i, j in pairing.matched.items())
    mistakes = [
        {
            "kind": "wrong",
            "predicted": f"{_told(found[i])} ({found[i].scope})",
            "gold": f"{_gold_told(wanted[j])} ({wanted[j].gold.scope})",
            "sentence": found[i].sentence,
            "weight": float(found[i].bounds.low or 1),
        }
        for i, j in pairing.matched.items()
        if found[i].scope is not wanted[j].gold.scope
    ]
    required = sum(not one.optional for one in wanted)
    return Tally(right, len(pairing.matched), right, required), mistakes


def _status(exact: Pairing, found: Sequence[Count], wanted: Sequence[Wanted]) -> Tally:
    """Of the exact counts whose gold has a victim status: whether it is right."""
    pairs = [(i, j) for i, j in exact.matched.items() if wanted[j].gold.status is not None]
    right = sum(found[i].status is wanted[j].gold.status for i, j in pairs)
    required = sum(not one.optional and one.gold.status is not None for one in wanted)
    return Tally(right, len(pairs), right, required)


def _mistakes(exact: Pairing, found: Sequence[Count], wanted: Sequence[Wanted], complete: bool) -> Mistakes:
    """False and missed counts; one of each with the same outcome is one wrong count, the nearest first."""
    false, missed = list(exact.false), list(exact.missed)
    mistakes: Mistakes = []
    candidates = sorted(
        (_distance(found[i].bounds, wanted[j].gold.bounds), i, j)
        for i in false
        for j in missed
        if found[i].outcome == wanted[j].outcome
    )
    for distance, i, j in candidates:
        if i in false and j in missed:
            false.remove(i)
            missed.remove(j)
            mistakes.append(
                {
                    "kind": "wrong",
                    "predicted": _told(found[i]),
                    "gold": _gold_told(wanted[j]),
                    "sentence": found[i].sentence,
                    "weight": float(max(distance, 1)),
                }
            )
    for i in false if complete else ():
        weight = float(found[i].bounds.low or 1)
        mistakes.append(
            {
                "kind": "false",
                "predicted": _told(found[i]),
                "sentence": found[i].sentence,
                "weight": weight,
            }
        )
    for j in missed:
        gold = wanted[j].gold
        mistakes.append(
            {
                "kind": "missed",
                "gold": _gold_told(wanted[j]),
                "looked_for": (gold.who, gold.low),
                "weight": float(gold.low or 1),
            }
        )
    return mistakes


def _distance(one: Bounds, other: Bounds) -> int:
    return abs((one.low or 0) - (other.low or 0)) + abs(
        (one.high if one.high is not None else one.low or 0)
        - (other.high if other.high is not None else other.low or 0)
    )


def _told(one: Count) -> str:
    scope = "" if one.scope is Scope.EVENT else f", {one.scope}"
    return f"{one.outcome} {figure(one.bounds)}{scope}: {one.victims}"


def _gold_told(one: Wanted) -> str:
    scope = "" if one.gold.scope is Scope.EVENT else f", {one.gold.scope}"
    figures = " or ".join(figure(bounds) for bounds in one.alternatives)
    return f"{one.outcome} {figures}{scope}: {' / '.join(one.gold.who[:2])}"
