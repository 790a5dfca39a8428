"""`kill -9` at any moment loses nothing and repeats at most the calls in flight."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.commands import Provider
from tests.archive.killing import kill_and_resume, repeated
from tests.loopback import Endpoint


def test_a_killed_run_goes_on_with_the_embedded_reader(tmp_path: Path) -> None:
    survived = kill_and_resume(tmp_path, 400, seed=1, kills=2)

    assert survived.outcomes == {"ok": 400}
    assert survived.killed_at_work >= 1


def test_a_killed_run_pays_only_the_calls_in_flight_again(tmp_path: Path, endpoint: Endpoint) -> None:
    provider = Provider(seconds=0.02)

    survived = kill_and_resume(tmp_path, 120, seed=2, kills=2, url=provider.serve(endpoint), concurrency=8)

    assert survived.outcomes == {"ok": 120}
    assert survived.killed_at_work >= 1
    assert set(provider.answered) == set(range(2, 122))
    # Answered and not yet written: a full set in flight, and those that wait for the next transaction.
    assert repeated(provider) <= survived.kills * 8 * 2


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(50))
def test_fifty_runs_killed_at_random_moments(tmp_path: Path, endpoint: Endpoint, seed: int) -> None:
    provider = Provider(seconds=0.02, seed=seed)
    model = seed % 2 == 0

    survived = kill_and_resume(
        tmp_path, 500, seed=seed, kills=4, url=provider.serve(endpoint) if model else None, concurrency=16
    )

    assert survived.outcomes == {"ok": 500}
    if model:
        assert set(provider.answered) == set(range(2, 502))
        assert repeated(provider) <= survived.kills * 16 * 2
