"""Roles and sides of the actors that were found: rules `roles` and `sides`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Any, NamedTuple

from summarizer.evaluation.gold import GoldName
from summarizer.evaluation.pairing import Pairing
from summarizer.evaluation.predicted import Predicted
from summarizer.evaluation.tally import Tally

TOGETHER, APART = "on one side", "against each other"


class Result(NamedTuple):
    """A layer's tally, and what was wrong."""

    tally: Tally
    mistakes: list[dict[str, Any]]


def roles(predicted: Predicted, gold: Sequence[GoldName], pairing: Pairing) -> Result | None:
    """Return how many of the gold's roles the actors found have; null where the gold has no roles."""
    wanted = sum(len(set(item.roles)) for item in gold if not item.optional)
    if not wanted:
        return None
    right = given = 0
    mistakes = []
    for i, j in pairing.matched.items():
        item, found = gold[j], predicted.actors[i]
        if not item.roles:
            continue
        right += len(found.roles & set(item.roles))
        given += len(found.roles)
        if found.roles != set(item.roles):
            mistakes.append(
                {
                    "kind": "wrong",
                    "predicted": f"{found.text}: {', '.join(sorted(found.roles)) or 'no role'}",
                    "gold": f"{item.names[0]}: {', '.join(sorted(set(item.roles)))}",
                    "sentence": found.sentence,
                }
            )
    return Result(Tally(right, given, right, wanted), mistakes)


def gold_sides(gold: Sequence[GoldName]) -> dict[tuple[int, int], str]:
    """Return for each two required actors with a side whether they stand together or apart."""
    sided = [j for j, item in enumerate(gold) if item.side is not None and not item.optional]
    return {
        (j, k): TOGETHER if gold[j].side == gold[k].side else APART for j, k in combinations(sorted(sided), 2)
    }


def sides(predicted: Predicted, gold: Sequence[GoldName], pairing: Pairing) -> Result | None:
    """Return how many pairs of actors stand to each other as in the gold; null where it has no sides."""
    wanted = gold_sides(gold)
    if not wanted:
        return None
    found = {j: predicted.actors[i] for i, j in pairing.matched.items()}
    stances = _stances(predicted)
    right = given = 0
    mistakes = []
    for (j, k), stance in wanted.items():
        if j not in found or k not in found:
            continue
        one, other = found[j], found[k]
        said = stances.get(frozenset((one.id or "", other.id or "")))
        if said is None:
            continue
        given += 1
        right += said == stance
        if said != stance:
            mistakes.append(
                {
                    "kind": "wrong",
                    "predicted": f"{one.text} and {other.text} {said}",
                    "gold": f"{gold[j].names[0]} and {gold[k].names[0]} {stance}",
                    "sentence": one.sentence,
                }
            )
    return Result(Tally(right, given, right, len(wanted)), mistakes)


def _stances(predicted: Predicted) -> dict[frozenset[str], str]:
    """How each two actors stand in most operations that have both; apart, where as many say either."""
    votes: dict[frozenset[str], Counter[str]] = {}
    for operation in predicted.sides:
        side_of = {actor: number for number, side in enumerate(operation) for actor in side}
        for one, other in combinations(sorted(side_of), 2):
            stance = TOGETHER if side_of[one] == side_of[other] else APART
            votes.setdefault(frozenset((one, other)), Counter())[stance] += 1
    return {pair: TOGETHER if vote[TOGETHER] > vote[APART] else APART for pair, vote in votes.items()}
