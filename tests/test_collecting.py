"""How often the run of an archive collects garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from summarizer import Summarizer
from summarizer.collecting import rarely


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_blocks_in_one_another_end_with_what_was_set_before_the_first() -> None:
    """Two runs of one process may overlap; the later one must not keep what the earlier one set."""
    gc.set_threshold(700, 10, 10)
    first, second = rarely(), rarely()
    first.__enter__()
    second.__enter__()
    assert gc.get_threshold()[0] > 700
    first.__exit__(None, None, None)
    assert gc.get_threshold()[0] > 700
    second.__exit__(None, None, None)
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("own", [0, 1_000_000])
def test_whoever_collects_never_or_more_rarely_is_left_alone(own: int) -> None:
    """A threshold of 0 switches the collection off."""
    gc.set_threshold(own, 10, 10)
    with rarely():
        assert gc.get_threshold() == (own, 10, 10)


def test_a_run_leaves_the_process_as_it_was() -> None:
    """Also one whose iteration is abandoned."""
    before = gc.get_threshold()
    with Summarizer() as summarizer:
        for _ in summarizer.map(f"Rebels killed {number} soldiers near Gao." for number in range(2, 200)):
            assert gc.get_threshold() != before
            break
    assert gc.get_threshold() == before
