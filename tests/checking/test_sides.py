"""Who stands with whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.schema.vocabulary import ActorType, OperationType, ParticipantRole
from tests.checking.records import Told, actor, operation

ACTORS = [
    actor("ARMY", "Syrian army", "state_military", country="SYR"),
    actor("POLICE", "police", "state_police_or_security"),
    actor("MILITIA", "National Defence", "pro_government_militia", country="SYR"),
    actor("FSA", "Free Syrian Army", "rebel_group"),
    actor("NUSRA", "Nusra Front", "rebel_group"),
    actor("UNIT", "1st Brigade", "rebel_group", belongs_to="FSA"),
    actor("US", "US forces", "foreign_military", country="USA"),
    actor("TRIBE", "tribesmen", "identity_militia"),
    actor("GUNMEN", "gunmen", "unidentified_armed_group"),
    actor("PEOPLE", "villagers", "civilians"),
    actor("UKR", "Ukrainian army", "state_military", country="UKR"),
    actor("RUS", "Russian army", "state_military", country="RUS"),
    actor("RUSNG", "Russian National Guard", "state_police_or_security", country="RUS"),
]


@pytest.mark.parametrize(
    ("type", "parts", "expected"),
    [
        ("airstrike", "", []),
        ("airstrike", "ARMY initiator", [["ARMY"]]),
        ("airstrike", "PEOPLE target", [[], ["PEOPLE"]]),
        ("airstrike", "FSA target, ARMY initiator, US supporter", [["ARMY", "US"], ["FSA"]]),
        ("airstrike", "ARMY initiator, FSA target, UNIT supporter", [["ARMY"], ["FSA", "UNIT"]]),
        ("shelling", "ARMY accused, PEOPLE target", [["ARMY"], ["PEOPLE"]]),
        ("shelling", "ARMY accused, FSA accused, PEOPLE target", [[], ["PEOPLE"]]),
        ("shelling", "GUNMEN initiator, FSA accused, PEOPLE target", [["GUNMEN"], ["PEOPLE"]]),
        ("clash", "ARMY participant, FSA participant, NUSRA accused", [["ARMY"], ["FSA"]]),
        ("clash", "ARMY participant, MILITIA participant", [["ARMY"], ["MILITIA"]]),
        ("clash", "FSA participant, UNIT participant", [["FSA"], ["UNIT"]]),
        ("clash", "FSA participant, NUSRA participant, UNIT participant", [["FSA", "UNIT"], ["NUSRA"]]),
        ("clash", "ARMY participant, FSA participant, POLICE participant", [["ARMY", "POLICE"], ["FSA"]]),
        ("clash", "ARMY participant, FSA participant, NUSRA participant", [["ARMY"], ["FSA", "NUSRA"]]),
        ("clash", "FSA participant, NUSRA participant, TRIBE participant", [["FSA"], ["NUSRA"], ["TRIBE"]]),
        (
            "clash",
            "ARMY participant, MILITIA participant, POLICE participant",
            [["ARMY"], ["MILITIA"], ["POLICE"]],
        ),
        ("clash", "UKR participant, RUSNG participant, RUS participant", [["UKR"], ["RUSNG", "RUS"]]),
        ("clash", "ARMY participant, FSA participant, POLICE supporter", [["ARMY", "POLICE"], ["FSA"]]),
        ("clash", "ARMY participant, FSA participant, US supporter", [["ARMY"], ["FSA"]]),
        ("clash", "ARMY participant, MILITIA participant, POLICE supporter", [["ARMY"], ["MILITIA"]]),
        ("clash", "ARMY initiator, MILITIA participant", [["ARMY"], ["MILITIA"]]),
        ("clash", "ARMY initiator, MILITIA participant, FSA participant", [["ARMY", "MILITIA"], ["FSA"]]),
        ("offensive", "ARMY initiator, POLICE participant, FSA target", [["ARMY", "POLICE"], ["FSA"]]),
        ("offensive", "ARMY initiator, TRIBE participant, FSA target", [["ARMY"], ["FSA"], ["TRIBE"]]),
        ("friendly_fire", "US initiator, POLICE target", [["US", "POLICE"]]),
        ("training_or_support", "US initiator, ARMY target", [["US", "ARMY"]]),
        ("talks", "ARMY participant, FSA participant, US mediator", [["ARMY"], ["FSA"]]),
        ("raid", "ARMY initiator, NOBODY target", [["ARMY"]]),
        ("raid", "ARMY initiator, ARMY target, FSA target", [["ARMY"], ["FSA"]]),
    ],
)
def test_who_stands_with_whom(type: str, parts: str, expected: list[list[str]]) -> None:
    assert Told([operation("O1", type, parts)], actors=ACTORS).sides() == expected


@given(
    st.sampled_from(list(OperationType)),
    st.lists(st.tuples(st.integers(0, 6), st.sampled_from(list(ParticipantRole))), max_size=8),
    st.lists(
        st.tuples(
            st.sampled_from(list(ActorType)),
            st.one_of(st.none(), st.integers(0, 6)),
            st.sampled_from([None, "IRQ", "SYR"]),
        ),
        max_size=6,
    ),
)
def test_nobody_is_invented_or_stands_twice(
    type: OperationType,
    parts: list[tuple[int, ParticipantRole]],
    actors: list[tuple[ActorType, int | None, str | None]],
) -> None:
    """Whatever the roles and circles of command, each actor stands at most once and no mediator stands."""
    told = Told(
        [operation("O1", type, ", ".join(f"A{at} {role}" for at, role in parts))],
        actors=[
            actor(f"A{at}", "x", kind, belongs_to=None if above is None else f"A{above}", country=country)
            for at, (kind, above, country) in enumerate(actors)
        ],
    )
    sides = told.sides()
    standing = [member for side in sides for member in side]
    known = {f"A{at}" for at in range(len(actors))}
    partial = {f"A{at}" for at, role in parts if role != ParticipantRole.MEDIATOR}
    assert len(standing) == len(set(standing))
    assert set(standing) <= known & partial
    assert all(side for side in sides[1:])
    fighters = {ParticipantRole.INITIATOR, ParticipantRole.TARGET, ParticipantRole.PARTICIPANT}
    assert {f"A{at}" for at, role in parts if role in fighters} & known <= set(standing)
