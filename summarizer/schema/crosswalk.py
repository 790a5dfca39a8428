"""An operation in the codes of the field's data sets; each derived by code, none asked of a reader."""

from __future__ import annotations

from pydantic import Field

from summarizer.schema._record import Record


class UcdpDeaths(Record):
    """Deaths as UCDP counts them; null where the text gives none, which is not 0."""

    side_a: int | None = Field(None, description="of the side of the government, or of the attacker")
    side_b: int | None = Field(None, description="of the other side")
    civilians: int | None = None
    unknown: int | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = Field(None, description="null also where no upper bound is stated")


class Crosswalk(Record):
    """One operation in the codes of ACLED, UCDP, PLOVER, GTD and MUC-4; null: the scheme does not code it."""

    acled_sub_event: str | None = Field(None, description="ACLED sub_event_type")
    acled_fatalities: int | None = Field(
        None, description="ACLED's single number, by ACLED's conventions; null where ACLED does not code it"
    )
    ucdp_type: int | None = Field(
        None, description="1 state-based, 2 non-state, 3 one-sided; null where no death or no known side"
    )
    ucdp_deaths: UcdpDeaths | None = None
    plover_event: str | None = Field(None, description='PLOVER event type ("ASSAULT")')
    plover_mode: str | None = Field(None, description='PLOVER mode ("aerial")')
    gtd_attack_type: str | None = Field(None, description='GTD attacktype ("Armed Assault")')
    muc_stage: str | None = Field(
        None, description="MUC-4 stage of execution: ACCOMPLISHED, ATTEMPTED, THREATENED"
    )
