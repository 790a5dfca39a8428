"""Who is paired with whom: rule `one-to-one`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeVar


class Item(Protocol):
    """A gold item."""

    @property
    def optional(self) -> bool:
        """Whether it is neutral: matching it is neither right nor wrong, missing it costs nothing."""


Predicted = TypeVar("Predicted")
Gold = TypeVar("Gold", bound=Item)


class Pairing(NamedTuple):
    """Indices into the predictions and the gold items of one layer."""

    matched: dict[int, int]
    """Prediction to required gold item."""
    neutral: dict[int, int]
    """Prediction to the optional gold item that it matches, -1 where it is neutral for another reason."""
    false: list[int]
    missed: list[int]


def pair(
    predicted: Sequence[Predicted],
    gold: Sequence[Gold],
    matches: Callable[[Predicted, Gold], bool],
    is_neutral: Callable[[Predicted], bool] | None = None,
    prefers: Callable[[Predicted, Gold], bool] | None = None,
) -> Pairing:
    """Pair as many predictions with required gold items as possible, each used at most once.

    With `prefers`, pairs that it likes are made first. What is left over is neutral where it matches an
    optional item, and false otherwise.
    """
    required = [index for index, item in enumerate(gold) if not item.optional]
    edges = [[j for j in required if matches(one, gold[j])] for one in predicted]
    partner: dict[int, int] = {}
    if prefers is not None:
        liked = [[j for j in row if prefers(one, gold[j])] for one, row in zip(predicted, edges, strict=True)]
        _augment(liked, partner)
    _augment(edges, partner)
    matched = {i: j for j, i in partner.items()}
    neutral: dict[int, int] = {}
    false: list[int] = []
    for i, one in enumerate(predicted):
        if i in matched:
            continue
        optional = next((j for j, item in enumerate(gold) if item.optional and matches(one, item)), None)
        if optional is not None:
            neutral[i] = optional
        elif is_neutral is not None and is_neutral(one):
            neutral[i] = -1
        else:
            false.append(i)
    return Pairing(dict(sorted(matched.items())), neutral, false, [j for j in required if j not in partner])


def _augment(edges: Sequence[Sequence[int]], partner: dict[int, int]) -> None:
    """Add pairs (gold to prediction) until no more can be made: a maximum bipartite matching."""
    taken = set(partner.values())
    for first in range(len(edges)):
        if first in taken:
            continue
        queue, reached = deque([first]), dict[int, int]()
        while queue:
            i = queue.popleft()
            free = None
            for j in edges[i]:
                if j in reached:
                    continue
                reached[j] = i
                if j not in partner:
                    free = j
                    break
                queue.append(partner[j])
            if free is not None:
                _turn(free, first, reached, partner)
                break


def _turn(free: int, first: int, reached: dict[int, int], partner: dict[int, int]) -> None:
    """Give the free gold item to the prediction that reached it, and so on back to the first one."""
    j, i = free, reached[free]
    while i != first:
        left = next(gold for gold, prediction in partner.items() if prediction == i)
        del partner[left]
        partner[j] = i
        j, i = left, reached[left]
    partner[j] = i
