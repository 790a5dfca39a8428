"""Every prediction and every gold item is used at most once, and as many pairs are made as can be."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation.pairing import pair


@dataclass
class Item:
    """A gold item that the predictions in `fits` match."""

    fits: set[int]
    optional: bool = False


def fits(one: int, item: Item) -> bool:
    return one in item.fits


def test_a_prediction_that_fits_two_leaves_the_one_that_another_needs() -> None:
    pairing = pair([0, 1], [Item({0, 1}), Item({0})], fits)

    assert pairing.matched == {0: 1, 1: 0}
    assert (pairing.false, pairing.missed) == ([], [])


def test_one_prediction_is_right_once() -> None:
    pairing = pair([0], [Item({0}), Item({0})], fits)

    assert (len(pairing.matched), len(pairing.missed)) == (1, 1)


def test_what_fits_an_optional_item_is_neither_right_nor_wrong() -> None:
    pairing = pair([0, 1], [Item({0}, optional=True)], fits)

    assert (pairing.matched, pairing.neutral, pairing.false, pairing.missed) == ({}, {0: 0}, [1], [])


def test_pairs_that_are_preferred_come_first_and_cost_no_pair() -> None:
    gold = [Item({0, 1}), Item({0, 1})]

    pairing = pair([0, 1], gold, fits, prefers=lambda one, item: one == 0 and item is gold[1])

    assert pairing.matched == {0: 1, 1: 0}


@given(st.lists(st.sets(st.integers(0, 6)), max_size=7))
def test_no_more_pairs_can_be_made(rows: list[set[int]]) -> None:
    predicted = list(range(7))

    pairing = pair(predicted, [Item(row) for row in rows], fits)

    def most(row: int, used: frozenset[int]) -> int:
        if row == len(rows):
            return 0
        taken = (1 + most(row + 1, used | {one}) for one in rows[row] - used)
        return max(most(row + 1, used), *taken, 0)

    assert len(pairing.matched) == most(0, frozenset())
    assert len(set(pairing.matched.values())) == len(pairing.matched)
    assert all(one in rows[item] for one, item in pairing.matched.items())
