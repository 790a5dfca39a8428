"""Whose word a record rests on."""

from __future__ import annotations

import pytest

from summarizer.schema import Source
from tests.checking.records import Count, Told, actor, count, operation, source

ACTORS = [
    actor("A1", "Iraqi army", "state_military", country="IRQ", aliases=["government troops"]),
    actor("A2", "Islamic State", "rebel_group"),
    actor("A3", "residents", "civilians"),
    actor("A4", "Golden Division", "state_military", belongs_to="A1"),
    actor("A5", "Iraqi government", "government", country="IRQ"),
    actor("A6", "Pentagon", "foreign_military", country="USA"),
    actor("A7", "Iraqi police", "state_police_or_security", country="IRQ"),
    actor("A8", "Shura Council", "rebel_group"),
]


def basis(*sources: Source, parts: str = "A1 initiator, A2 target") -> str:
    """Return the basis of an attack that rests on these sources."""
    attack = operation("O1", "armed_attack", parts, according_to=[said.id for said in sources])
    return Told([attack], actors=ACTORS, sources=sources).basis("O1")


def basis_of_count(told: Count, *sources: Source, parts: str = "A2 initiator, A3 target") -> str:
    """Return the basis of a count of an attack by IS on residents."""
    return Told([operation("O1", "bombing", parts)], [told], ACTORS, sources).basis("C1")


@pytest.mark.parametrize("assertion", ["alleged", "disputed", "denied", "negated", "hypothetical"])
def test_an_assertion_other_than_stated_is_the_basis(assertion: str) -> None:
    """However official the source, a doubted record is doubted."""
    told = Told(
        [operation("O1", "bombing", "A2 initiator", assertion=assertion, according_to=["S1"])],
        actors=ACTORS,
        sources=[source("S1", "police", "police")],
    )
    assert told.basis("O1") == assertion


def test_without_source_and_issuer_the_narrator_reports_a_fact() -> None:
    assert basis() == "reported_as_fact"


@pytest.mark.parametrize(
    ("said", "parts", "expected"),
    [
        (source("S1", "the army", "military", "A1"), "A1 initiator, A2 target", "party_claim"),
        (source("S1", "the army", "military", "A1"), "A4 initiator, A2 target", "party_claim"),
        (source("S1", "a commander", "military", "A4"), "A1 initiator, A2 target", "party_claim"),
        (source("S1", "IS", "armed_group", "A2"), "A1 initiator, A2 target", "party_claim"),
        (source("S1", "IS", "armed_group", "A2"), "A1 initiator, A2 accused", "party_claim"),
        (source("S1", "IS", "armed_group", "A2"), "A1 initiator, A2 supporter", "party_claim"),
        (source("S1", "IS", "armed_group", "A2"), "A1 initiator, A2 mediator", "attributed"),
        (source("S1", "Shura Council", "armed_group", "A8"), "A1 initiator, A2 target", "attributed"),
        (source("S1", "the government", "government", "A5"), "A1 initiator, A2 target", "party_claim"),
        (source("S1", "the Pentagon", "military", "A6"), "A1 initiator, A2 target", "attributed"),
        (source("S1", "health ministry", "health", "A5"), "A1 initiator, A2 target", "attributed"),
        (source("S1", "police", "police", "A7"), "A2 initiator, A3 target", "official"),
        (source("S1", "police", "police", "A7"), "A2 initiator, A7 target", "party_claim"),
        (source("S1", "residents", "witness", "A3"), "A2 initiator, A3 target", "attributed"),
        (source("S1", "a mob", "witness", "A3"), "A3 initiator, A7 target", "party_claim"),
    ],
)
def test_a_linked_source_is_a_party_by_its_actor(said: Source, parts: str, expected: str) -> None:
    """By identity, by the line of command in both directions, or as an organ of the same state."""
    assert basis(said, parts=parts) == expected


@pytest.mark.parametrize(
    ("said", "parts", "expected"),
    [
        (source("S1", "a military source", "military"), "A1 initiator, A2 target", "party_claim"),
        (source("S1", "a military source", "military"), "A2 initiator, A3 target", "attributed"),
        (source("S1", "rebel spokesman", "armed_group"), "A1 initiator, A2 target", "party_claim"),
        (source("S1", "a spokesman", "armed_group"), "A1 initiator, A3 target", "attributed"),
        (source("S1", "the ministry", "government"), "A1 initiator, A2 target", "party_claim"),
        (source("S1", "the ministry", "government"), "A2 initiator, A3 target", "official"),
        (source("S1", "police", "police"), "A1 initiator, A2 target", "official"),
        (source("S1", "police", "police"), "A2 initiator, A7 target", "party_claim"),
        (source("S1", "Government Troops spokesman", "police"), "A1 initiator, A2 target", "party_claim"),
        (source("S1", "the troops", "police"), "A1 initiator, A2 target", "party_claim"),
        (source("S1", "troopers", "police"), "A1 initiator, A2 target", "official"),
        (source("S1", "the governor", "local_official"), "A1 initiator, A2 target", "official"),
        (source("S1", "a hospital", "health"), "A1 initiator, A2 target", "attributed"),
        (source("S1", "the Observatory", "monitor_ngo"), "A1 initiator, A2 target", "attributed"),
        (
            source("S1", "a man from Islamic State held Hit", "witness"),
            "A1 initiator, A2 target",
            "attributed",
        ),
        (source("S1", "an official", "government", anonymous=True), "A2 initiator, A3 target", "attributed"),
        (source("S1", "an officer", "military", "A99"), "A1 initiator, A2 target", "party_claim"),
    ],
)
def test_an_unlinked_source_is_a_party_by_kind_or_name(said: Source, parts: str, expected: str) -> None:
    """Kind and name only count for kinds that speak for a belligerent, where one of that sort takes part."""
    assert basis(said, parts=parts) == expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["military", "armed_group"], "party_claim"),
        (["military", "witness"], "attributed"),
        (["military", "local_official"], "official"),
        (["witness", "local_official", "military"], "official"),
        (["military", "media"], "party_claim"),
        (["military", "social_media"], "party_claim"),
        (["media"], "attributed"),
        (["social_media", "media"], "attributed"),
    ],
)
def test_of_several_sources_the_strongest_independent_one_counts(kinds: list[str], expected: str) -> None:
    """official, then attributed, then party_claim; a medium that passes a word on is no second source."""
    assert basis(*(source(f"S{n}", kind, kind) for n, kind in enumerate(kinds))) == expected


def test_the_issuer_speaks_where_no_source_is_named() -> None:
    """A press release is its issuer's word, a source that it quotes is not."""
    sources = [source("S1", "Iraqi army", "military", "A1"), source("S2", "a doctor", "health")]
    told = Told(
        [operation("O1", "raid", "A1 initiator")],
        [count("C1", "killed", "two", 2, 2), count("C2", "killed", "one", 1, 1, according_to=["S2"])],
        ACTORS,
        sources,
        issuer="S1",
    )
    assert [told.basis(id) for id in ("O1", "C1", "C2")] == ["party_claim", "party_claim", "attributed"]


def test_somebody_unknown_is_not_nobody() -> None:
    """An id that no source has never makes a record a reported fact."""
    told = Told(
        [operation("O1", "raid", "A1 initiator", according_to=["S9"])],
        [count("C1", "killed", "two", 2, 2)],
        ACTORS,
        issuer="S9",
    )
    assert (told.basis("O1"), told.basis("C1")) == ("attributed", "attributed")


def test_a_casualty_is_measured_against_its_own_operations() -> None:
    """The army is a party to its raid, and none to the bombing."""
    sources = [source("S1", "Iraqi army", "military", "A1")]
    told = Told(
        [operation("O1", "raid", "A1 initiator, A2 target"), operation("O2", "bombing", "A2 initiator")],
        [
            count("C1", "killed", "two", 2, 2, according_to=["S1"]),
            count("C2", "killed", "nine", 9, 9, operations=["O2"], according_to=["S1"]),
            count("C3", "killed", "11", 11, 11, operations=["O1", "O2"], according_to=["S1"]),
            count("C4", "killed", "300", 300, 300, operations=[], scope="period", according_to=["S1"]),
        ],
        ACTORS,
        sources,
    )
    found = [told.basis(f"C{n}") for n in range(1, 5)]
    assert found == ["party_claim", "attributed", "party_claim", "party_claim"]


def test_the_state_is_no_independent_voice_on_opponents_killed_by_nobody_knows_whom() -> None:
    """Where it is said who fought them, or the dead are no armed opponents, police are official."""
    police = source("S1", "Police", "police")
    rebels = [
        actor("A1", "rebels", "rebel_group"),
        actor("A2", "a rival front", "rebel_group"),
        actor("A3", "villagers", "civilians"),
    ]

    def basis(parts: str, victims: str) -> str:
        dead = count("C1", "killed", "9", 9, 9, according_to=["S1"], victim_actor=victims)
        return Told([operation("O1", "armed_attack", parts)], [dead], rebels, [police]).basis("C1")

    assert basis("A1 target", "A1") == "party_claim"
    assert basis("A1 target, A2 initiator", "A1") == "official"
    assert basis("A3 target", "A3") == "official"


def test_who_killed_and_whose_soldiers_died_speak_as_parties() -> None:
    """caused_by and an armed victim_actor make a party; the actor of unarmed victims does not."""
    army = source("S1", "Iraqi army", "military", "A1")
    assert basis_of_count(count("C1", "killed", "9", 9, 9, according_to=["S1"]), army) == "attributed"
    caused = count("C1", "killed", "9", 9, 9, according_to=["S1"], caused_by=["A1"])
    assert basis_of_count(caused, army) == "party_claim"
    own = count("C1", "killed", "9", 9, 9, according_to=["S1"], victim_actor="A1")
    assert basis_of_count(own, army) == "party_claim"
    village = count("C1", "killed", "9", 9, 9, according_to=["S1"], victim_actor="A3")
    assert basis_of_count(village, source("S1", "villagers", "relative", "A3")) == "attributed"


def test_a_circle_of_command_ends() -> None:
    actors = [
        actor("A1", "one", "rebel_group", belongs_to="A2"),
        actor("A2", "two", "rebel_group", belongs_to="A1"),
    ]
    told = Told(
        [operation("O1", "raid", "A1 initiator", according_to=["S1"])],
        actors=actors,
        sources=[source("S1", "two", "armed_group", "A2")],
    )
    assert told.basis("O1") == "party_claim"
