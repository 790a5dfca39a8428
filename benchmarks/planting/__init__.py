"""One error at a time, planted into a draft that was right, or into its article."""

from __future__ import annotations

from benchmarks.planting import gaps, texts, values
from benchmarks.planting.sample import Planter, Sample

__all__ = ["PLANTERS", "Planter", "Sample"]

PLANTERS: tuple[tuple[str, str, Planter], ...] = (
    ("evidence-missing", "no sentence cited", values.no_evidence),
    ("evidence-missing", "a sentence that does not exist", values.evidence_that_is_not_there),
    ("name-not-in-text", "a strange actor, alias, source, place", values.strange_name),
    ("name-outside-evidence", "an actor cites another sentence", values.name_elsewhere),
    ("count-not-in-evidence", "another number", values.other_number),
    ("count-not-in-evidence", "another sentence", values.count_of_another_sentence),
    ("count-unparsed", "a word for a number", values.no_number),
    ("count-inconsistent", "part and whole changed", values.part_and_whole_changed),
    (
        "count-inconsistent",
        "event and running toll changed",
        values.event_and_running_toll_changed,
    ),
    ("date-unresolved", "a strange date", values.strange_date),
    ("date-in-future", "completed in 2061", texts.future_date),
    ("reference-broken", "an unknown id", values.dangling_reference),
    ("reference-broken", "a circle", values.circle),
    ("possible-omission", "a count left out", gaps.no_casualty),
    ("possible-omission", "an attack left out", gaps.no_operation),
    ("possible-omission", "a belligerent left out", gaps.no_belligerent),
    ("possible-omission", "taken for no conflict", gaps.not_conflict),
    ("possible-double-count", "a count twice", values.count_twice),
    ("instruction-in-text", "an instruction at the end", texts.instruction),
    ("title-disagrees", "another figure in the title", texts.other_title),
)
"""The code that should be found, what is planted, and the function that plants it."""
