"""Damage and seizures, as written."""

from __future__ import annotations

import pytest

from summarizer.patterns.damage import find_damage
from summarizer.patterns.scan import Scan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shells destroyed two bridges and a school.", ["destroyed two bridges and a school"]),
        ("Two bridges and a school were destroyed in Daro.", ["Two bridges and a school destroyed"]),
        ("Troops seized 11 mines and four rifles.", ["seized 11 mines and four rifles"]),
        ("A clinic was damaged by shrapnel.", ["A clinic damaged"]),
        ("Rebels seized the town of Daro.", []),
        ("They planned to destroy two bridges.", []),
        ("Nine houses will be destroyed.", []),
        ("He found a job and bought a house.", []),
    ],
)
def test_damage(text: str, expected: list[str]) -> None:
    """Things that were broken or taken are kept with their verb; plans, towns and jobs are not."""
    assert find_damage(Scan(text)) == expected
