"""A mutation test: one error at a time is planted into right drafts, and found.

What cannot always be found has a floor a little below the share that is found today.
`python -m benchmarks.findings` prints the shares over more drafts.
"""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.findings import RIGHT_ALARMS, keys, report_of, right_drafts, taped_drafts
from benchmarks.planting import PLANTERS, Planter
from benchmarks.planting.values import event_and_running_toll_changed

RIGHT = list(right_drafts())
FLOORS = {
    "a count left out": 0.6,
    "an attack left out": 0.7,
    "a belligerent left out": 0.1,
    "taken for no conflict": 0.5,
    "event and running toll changed": 0.5,
    "an instruction at the end": 0.85,
}
"""What the finders and patterns do not see is not found; everything else is found without exception."""


def test_a_right_draft_has_no_finding_that_is_not_right() -> None:
    alarms = Counter(
        (sample.name, finding.code.value) for sample in RIGHT for finding in report_of(sample).findings
    )

    assert set(alarms) <= set(RIGHT_ALARMS)


@pytest.mark.parametrize(("code", "what", "planter"), PLANTERS, ids=[what for _, what, _ in PLANTERS])
def test_a_planted_error_is_found(code: str, what: str, planter: Planter) -> None:
    # of the right drafts none has an event and a running toll in one sentence: two of the tapes have
    samples = list(taped_drafts()) if planter is event_and_running_toll_changed else RIGHT
    found = []
    for sample in samples:
        before = keys(report_of(sample))
        after = [keys(report_of(harmed)) for harmed in planter(sample)]
        found += [any(key[0] == code for key in new - before) for new in after]

    assert found
    assert sum(found) >= FLOORS.get(what, 1.0) * len(found)
