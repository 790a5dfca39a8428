"""One operation in the codes of ACLED, UCDP, PLOVER, GTD and MUC-4."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from summarizer.checking.crosswalk.acled import acled_sub_event, is_coded
from summarizer.checking.crosswalk.fatalities import acled_fatalities
from summarizer.checking.crosswalk.incident import Incident
from summarizer.checking.crosswalk.plover import plover_of
from summarizer.checking.crosswalk.table import ROWS
from summarizer.checking.crosswalk.ucdp import ucdp_deaths, ucdp_type
from summarizer.schema.crosswalk import Crosswalk
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation
from summarizer.schema.report import Quantity, Toll
from summarizer.schema.vocabulary import Assertion, OperationType, Stage

UNDER_FORCE = frozenset({OperationType.RAID, OperationType.SIEGE})
"""Attacks that PLOVER does not call ASSAULT by their type alone."""


def crosswalk_of(
    operation: Operation,
    draft: Draft,
    toll: Iterable[Toll],
    quantities: Mapping[str, Quantity],
    *,
    excluded: Collection[str] = (),
    sides: Sequence[Sequence[str]] | None = None,
) -> Crosswalk:
    """The operation in five coding schemes; a cell is null where the scheme does not code it.

    `toll` is `toll_of` the operation, and decides which records count; `quantities` are keyed by casualty id.
    `excluded` are the ids of records with an error finding: actors among them are left out, an operation
    among them has no codes. `sides` are `sides_of` the operation, where they are at hand.

    An attack that the record does not tell ACLED's sub-event type of has ACLED's fatalities all the same.
    A toll over several days is not split by day here: whoever writes one row a day splits it.
    """
    if operation.id in excluded:
        return Crosswalk()
    incident = Incident(operation, draft, toll, quantities, excluded, sides)
    sub_event = acled_sub_event(incident)
    violence = ucdp_type(incident)
    plover = plover_of(incident)
    return Crosswalk(
        acled_sub_event=sub_event,
        acled_fatalities=acled_fatalities(incident) if is_coded(incident, sub_event) else None,
        ucdp_type=violence,
        ucdp_deaths=ucdp_deaths(incident, violence),
        plover_event=plover.event,
        plover_mode=plover.mode,
        gtd_attack_type=gtd_attack_type(incident),
        muc_stage=muc_stage(operation),
    )


def gtd_attack_type(incident: Incident) -> str | None:
    """How it was attacked, in GTD's words; two types stand in GTD's order.

    Foiled and failed attacks have their type (GTD marks them success = 0), plans and threats have none.
    Whether GTD would take the incident in, by its author and aim, is not judged.
    """
    return ROWS[incident.operation.type].gtd if incident.happened else None


def muc_stage(operation: Operation) -> str | None:
    """MUC-4's stage of execution: ACCOMPLISHED, ATTEMPTED (failed or foiled), THREATENED (planned, too).

    Null for what is no attack, what is denied or said not to have happened, and an unknown stage.
    """
    if operation.assertion in (Assertion.DENIED, Assertion.NEGATED):
        return None
    if operation.type == OperationType.THREAT_OR_ANNOUNCEMENT:
        return "THREATENED"
    if ROWS[operation.type].plover != "ASSAULT" and operation.type not in UNDER_FORCE:
        return None
    if operation.stage in (Stage.PLANNED, Stage.THREATENED):
        return "THREATENED"
    if operation.assertion == Assertion.HYPOTHETICAL or operation.stage == Stage.UNKNOWN:
        return None
    return "ATTEMPTED" if operation.stage in (Stage.FAILED, Stage.FOILED) else "ACCOMPLISHED"
