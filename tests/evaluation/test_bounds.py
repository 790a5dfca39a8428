"""Which counts are exact, which overlap, and what counts add up to."""

from __future__ import annotations

from summarizer.evaluation.bounds import Bounds, is_exact, overlaps, possible_totals, size_of

SIX = [Bounds(6, 6)]
AT_LEAST_2 = [Bounds(2, None)]


def test_exact_means_one_of_the_alternatives() -> None:
    assert is_exact(Bounds(6, 6), SIX)
    assert is_exact(Bounds(12, 12), [Bounds(15, 15), Bounds(12, 12)])
    assert not is_exact(Bounds(6, None), SIX)
    assert not is_exact(Bounds(5, 6), SIX)


def test_some_without_a_number_is_exact_for_an_open_count_only() -> None:
    assert is_exact(Bounds(None, None), AT_LEAST_2)
    assert not is_exact(Bounds(None, None), SIX)
    assert overlaps(Bounds(None, None), AT_LEAST_2)
    assert not overlaps(Bounds(None, None), SIX)


def test_zero_is_not_null() -> None:
    assert is_exact(Bounds(0, 0), [Bounds(0, 0)])
    assert not is_exact(Bounds(None, None), [Bounds(0, 0)])
    assert not is_exact(Bounds(0, 0), AT_LEAST_2)
    assert size_of(0) == "0"
    assert size_of(None) is None


def test_ranges_that_share_a_number_overlap() -> None:
    assert overlaps(Bounds(10, 15), [Bounds(12, 24)])
    assert overlaps(Bounds(5, 5), AT_LEAST_2)
    assert not overlaps(Bounds(1, 1), AT_LEAST_2)
    assert not overlaps(Bounds(3, 3), [Bounds(4, 4)])


def test_a_range_too_wide_to_say_anything_never_overlaps() -> None:
    assert not overlaps(Bounds(0, 1000), [Bounds(12, 24)])
    assert overlaps(Bounds(0, 13), [Bounds(12, 24)])
    assert not overlaps(Bounds(0, 14), [Bounds(12, 24)])


def test_an_open_end_reaches_to_twice_its_start() -> None:
    assert overlaps(Bounds(40, None), [Bounds(50, 50)])
    assert not overlaps(Bounds(1, None), [Bounds(50, 50)])


def test_an_approximate_gold_count_gives_a_tenth_either_way() -> None:
    assert overlaps(Bounds(105, 105), [Bounds(100, 100)], approximate=True)
    assert not overlaps(Bounds(105, 105), [Bounds(100, 100)])


def test_counts_add_up_to_their_sum_or_to_the_largest() -> None:
    assert possible_totals([Bounds(5, 5), Bounds(4, 4)]) == [(9, 9), (5, 5)]
    assert possible_totals([Bounds(5, 5), Bounds(4, None)]) == [(9, None), (5, 5)]
    assert possible_totals([Bounds(5, 5), Bounds(None, None)]) == [(5, 5)]
    assert possible_totals([Bounds(None, None)]) == [(None, None)]
    assert possible_totals([]) == []


def test_sizes_go_by_the_lower_bound() -> None:
    assert [size_of(low) for low in (1, 2, 3, 5, 6, 6000)] == ["1", "2", "3-5", "3-5", "6+", "6+"]
