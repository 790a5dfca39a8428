"""What may be added up, and what never is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.schema.vocabulary import Assertion, Outcome, RelationKind, Scope
from tests.checking.records import Count, Told, count, operation


def killed(*counts: Count, excluded: Sequence[str] = ()) -> tuple[int | None, int | None, list[str]] | None:
    """Return minimum, maximum and records of the killed of operation O1, or None without a line."""
    told = Told([operation("O1", "bombing"), operation("O2", "raid")], counts, excluded=frozenset(excluded))
    return told.toll().get("killed")


def dead(id: str, minimum: int | None, maximum: int | None, relation: str = "", **fields: Any) -> Count:
    """Return a count of dead with these bounds."""
    return count(id, "killed", f"{minimum}", minimum, maximum, "range", relation=relation, **fields)


TWELVE, FIVE, THREE = dead("C1", 12, 12), dead("C2", 5, 5, "part_of C1"), dead("C3", 3, 3, "part_of C2")


@pytest.mark.parametrize("scope", [scope for scope in Scope if scope != Scope.EVENT])
def test_only_counts_of_the_event_are_added(scope: Scope) -> None:
    assert killed(TWELVE, dead("C9", 61, 61, scope=scope)) == (12, 12, ["C1"])
    assert killed(dead("C9", 61, 61, scope=scope)) is None


@pytest.mark.parametrize("assertion", ["denied", "negated", "hypothetical"])
def test_what_is_said_not_to_be_is_not_added(assertion: str) -> None:
    assert killed(TWELVE, dead("C9", 4, 4, assertion=assertion)) == (12, 12, ["C1"])


@pytest.mark.parametrize("assertion", ["alleged", "disputed"])
def test_what_is_doubted_is_added(assertion: str) -> None:
    """A doubt is a matter of the basis, not of the toll."""
    assert killed(TWELVE, dead("C9", 4, 4, assertion=assertion)) == (16, 16, ["C1", "C9"])


def test_outcomes_are_apart_and_in_the_order_of_the_text() -> None:
    told = Told(
        [operation("O1", "bombing")],
        [count("C1", "wounded", "two", 2, 2), TWELVE._replace(casualty=dead("C2", 12, 12).casualty)],
    )
    assert list(told.toll()) == ["wounded", "killed"]


def test_no_losses_of_one_side_are_no_toll_of_an_event_with_dead() -> None:
    none = count("C2", "killed_or_wounded", "no", 0, 0)
    bombing = operation("O1", "bombing")

    assert list(Told([bombing], [TWELVE, none]).toll()) == ["killed"]
    assert list(Told([bombing], [none]).toll()) == ["killed_or_wounded"]


def test_other_operations_and_joint_tolls_are_not_added() -> None:
    joint = dead("C8", 14, 14, operations=["O1", "O2"])
    assert killed(TWELVE, joint, dead("C9", 7, 7, operations=["O2"])) == (12, 12, ["C1"])
    assert killed(joint) is None
    assert killed(joint, dead("C2", 9, 9, "part_of C8")) == (9, 9, ["C2"])


def test_an_operation_named_twice_is_one() -> None:
    assert killed(dead("C1", 2, 2, operations=["O1", "O1"])) == (2, 2, ["C1"])


def test_parts_and_parts_of_parts_give_way_to_the_whole() -> None:
    assert killed(THREE, FIVE, TWELVE) == (12, 12, ["C1"])
    assert killed(THREE, FIVE, TWELVE, excluded=["C2"]) == (12, 12, ["C1"])


def test_a_part_larger_than_its_whole_does_not_raise_it() -> None:
    assert killed(TWELVE, dead("C2", 90, None, "part_of C1")) == (12, 12, ["C1"])


def test_a_part_without_its_whole_is_a_minimum() -> None:
    """The text says that the whole is larger; by how much, nothing that can be counted says."""
    assert killed(TWELVE, FIVE, excluded=["C1"]) == (5, None, ["C2"])
    assert killed(FIVE) == (5, None, ["C2"])
    unread = dead("C1", None, None)
    assert killed(unread, FIVE) == (5, None, ["C1", "C2"])


def test_parts_of_one_lost_whole_may_overlap() -> None:
    """Eight women and six of the dead Iraqis are eight at least, not fourteen."""
    parts = dead("C2", 8, 8, "part_of C1"), dead("C3", 6, 6, "part_of C1")
    assert killed(TWELVE, *parts, excluded=["C1"]) == (8, None, ["C2", "C3"])


def test_a_part_of_a_cumulative_toll_stands_for_itself() -> None:
    whole = dead("C1", 61, 61, scope="period", operations=[])
    assert killed(whole, FIVE) == (5, 5, ["C2"])


def test_a_part_of_another_outcome_stands_for_itself() -> None:
    told = Told(
        [operation("O1", "bombing")],
        [count("C1", "killed_or_wounded", "30", 30, 30), dead("C2", 5, 5, "part_of C1")],
    )
    assert told.toll() == {"killed_or_wounded": (30, 30, ["C1"]), "killed": (5, 5, ["C2"])}


def test_rivals_span_from_the_lowest_to_the_highest() -> None:
    second, third = dead("C2", 5, 7, "rivals C1"), dead("C3", 20, 30, "rivals C2")
    assert killed(TWELVE, second, third) == (5, 30, ["C1", "C2", "C3"])
    assert killed(TWELVE, second, dead("C3", 20, None, "rivals C1")) == (5, None, ["C1", "C2", "C3"])


def test_rivals_meet_through_a_record_that_is_left_out() -> None:
    rivals = dead("C2", 5, 5, "rivals C1"), dead("C3", 20, 20, "rivals C1")
    assert killed(TWELVE, *rivals, excluded=["C1"]) == (5, 20, ["C2", "C3"])


def test_a_rival_of_a_part_is_a_part() -> None:
    assert killed(TWELVE, FIVE, dead("C3", 9, 9, "rivals C2")) == (12, 12, ["C1"])


def test_parts_of_one_rival_are_not_added() -> None:
    second = dead("C2", 20, 20, "rivals C1")
    assert killed(TWELVE, second, dead("C3", 9, 9, "part_of C2")) == (12, 20, ["C1", "C2"])


def test_a_revision_replaces_the_older_count() -> None:
    revision = dead("C2", 7, 7, "revises C1")
    assert killed(TWELVE, revision) == (7, 7, ["C2"])
    assert killed(TWELVE, revision, dead("C3", 8, 8, "revises C2")) == (8, 8, ["C3"])
    assert killed(TWELVE, revision, dead("C3", 5, 5, "rivals C1")) == (5, 7, ["C2", "C3"])
    assert killed(TWELVE, revision, FIVE._replace(casualty=dead("C3", 5, 5, "part_of C1").casualty)) == (
        7,
        7,
        ["C2"],
    )


def test_a_count_that_the_text_withdraws_does_not_come_back() -> None:
    """Not even where its revision has an error finding; it does where the revision itself is denied."""
    assert killed(TWELVE, dead("C2", 7, 7, "revises C1"), excluded=["C2"]) is None
    assert killed(TWELVE, dead("C2", 7, 7, "revises C1", assertion="denied")) == (12, 12, ["C1"])


def test_only_a_count_of_the_event_revises_it() -> None:
    assert killed(TWELVE, dead("C2", 61, 61, "revises C1", scope="period")) == (12, 12, ["C1"])


def test_a_joint_revision_withdraws_the_count_and_gives_none() -> None:
    assert killed(TWELVE, dead("C2", 14, 14, "revises C1", operations=["O1", "O2"])) is None


def test_the_missing_who_are_found_dead_are_no_longer_missing() -> None:
    missing = count("C1", "missing", "five", 5, 5)
    told = Told([operation("O1", "bombing")], [missing, dead("C2", 5, 5, "revises C1")])
    assert told.toll() == {"killed": (5, 5, ["C2"])}


def test_rivals_of_another_outcome_are_apart() -> None:
    wounded = count("C2", "wounded", "30", 30, 30, relation="rivals C1")
    told = Told([operation("O1", "bombing")], [TWELVE, wounded, dead("C3", 9, 9, "rivals C2")])
    assert told.toll() == {"killed": (21, 21, ["C1", "C3"]), "wounded": (30, 30, ["C2"])}


def test_an_addition_is_added() -> None:
    assert killed(TWELVE, dead("C2", 2, 2, "adds_to C1")) == (14, 14, ["C1", "C2"])


def test_an_addition_to_a_revised_count_is_in_the_revision() -> None:
    """“Two more died, raising the toll from 12 to 14.”"""
    added = dead("C2", 2, 2, "adds_to C1")
    further = dead("C4", 1, 1, "adds_to C2")
    assert killed(TWELVE, added, further, dead("C3", 14, 14, "revises C1")) == (14, 14, ["C3"])


def test_an_addition_without_what_it_adds_to_has_no_maximum() -> None:
    added = dead("C2", 2, 2, "adds_to C1")
    assert killed(TWELVE, added, excluded=["C1"]) == (2, None, ["C2"])
    assert killed(added) == (2, None, ["C2"])
    assert killed(dead("C1", 61, 61, scope="cumulative"), added) == (2, 2, ["C2"])


def test_the_title_gives_way_to_the_body() -> None:
    title = dead("C1", 20, 20, evidence=[0])
    assert killed(title) == (20, 20, ["C1"])
    assert killed(title, dead("C2", 18, 18)) == (18, 18, ["C2"])
    assert killed(title, dead("C2", 5, 5, "part_of C1")) == (20, 20, ["C1"])
    assert killed(title, dead("C2", 18, 18), dead("C3", 5, 5, "part_of C1")) == (18, 18, ["C2"])
    assert killed(title, dead("C2", 2, 2, "adds_to C1")) == (22, 22, ["C1", "C2"])


def test_a_count_perhaps_told_twice_is_one_at_least_and_two_at_most() -> None:

    def soldiers(id: str, relation: str = "", name: str = "") -> Count:
        return dead(id, 2, 2, relation, victims="soldiers", persons=[{"name": name}] if name else [])

    assert killed(soldiers("C1"), soldiers("C2")) == (2, 4, ["C1", "C2"])
    assert killed(soldiers("C1"), soldiers("C2", "adds_to C1")) == (4, 4, ["C1", "C2"])
    assert killed(soldiers("C1", name="Ali"), soldiers("C2", name="Omar")) == (4, 4, ["C1", "C2"])


def test_the_dead_of_the_wounded_are_no_longer_wounded() -> None:
    def wounded(least: int | None, most: int | None, dead_least: int, dead_most: int | None) -> object:
        told = Told(
            [operation("O1", "raid")],
            [count("C1", "wounded", "some", least, most), dead("C2", dead_least, dead_most, "part_of C1")],
        )
        return told.toll()["wounded"]

    assert wounded(3, 3, 1, 1) == (2, 2, ["C1", "C2"])
    others = count("C3", "wounded", "nine", 9, 9), count("C4", "wounded", "six", 6, 6)
    told = Told([operation("O1", "raid")], [*others, dead("C5", 2, 2, "part_of C4")])
    assert told.toll()["wounded"] == (13, 13, ["C3", "C4", "C5"])
    assert wounded(3, None, 1, 1) == (2, None, ["C1", "C2"])
    assert wounded(3, 5, 1, None) == (0, 4, ["C1", "C2"])
    assert wounded(1, 1, 9, 9) == (0, 0, ["C1", "C2"])


def test_a_count_without_a_reading_leaves_the_toll_open() -> None:
    unread = dead("C2", None, None)
    assert killed(unread) == (None, None, ["C2"])
    assert killed(TWELVE, unread) == (12, None, ["C1", "C2"])
    assert killed(TWELVE, dead("C2", None, 30)) == (12, 42, ["C1", "C2"])


def test_bounds_read_the_wrong_way_round_do_not_cross() -> None:
    assert killed(dead("C1", 9, 4)) == (4, 9, ["C1"])


@pytest.mark.parametrize("kind", list(RelationKind))
def test_circles_and_dangling_relations_end(kind: RelationKind) -> None:
    """Such records have an error finding and are excluded; if they are not, nothing hangs or raises."""
    ring = [dead("C1", 1, 1, f"{kind} C2"), dead("C2", 2, 2, f"{kind} C3"), dead("C3", 3, 3, f"{kind} C1")]
    assert killed(*ring, dead("C4", 4, 4)) is not None
    assert killed(dead("C1", 1, 1, f"{kind} C1")) == (1, 1, ["C1"])
    assert killed(dead("C1", 1, 1, f"{kind} C9")) is not None
    assert killed(*ring, excluded=["C1", "C2", "C3"]) is None


def test_of_two_records_with_one_id_the_first_counts() -> None:
    assert killed(dead("C1", 1, 1), dead("C1", 1, 1)) == (1, 1, ["C1"])


numbers = st.one_of(st.none(), st.integers(0, 500))
identifiers = st.integers(0, 7).map(lambda number: f"C{number}")


@st.composite
def counts(draw: st.DrawFn) -> list[Count]:
    """Return up to seven counts with any relations among them and to nowhere."""
    made = []
    for number in range(draw(st.integers(0, 7))):
        low, high = draw(numbers), draw(numbers)
        made.append(
            count(
                f"C{number}",
                draw(st.sampled_from(list(Outcome)[:3])),
                draw(st.sampled_from([None, "two", "three"])),
                low,
                high if high is None or low is None else low + high,
                "range",
                relation=draw(
                    st.one_of(
                        st.just(""),
                        st.builds(
                            lambda kind, to: f"{kind} {to}", st.sampled_from(list(RelationKind)), identifiers
                        ),
                    )
                ),
                victims=draw(st.sampled_from(["men", "women"])),
                scope=draw(st.sampled_from([Scope.EVENT, Scope.EVENT, Scope.EVENT, Scope.PERIOD])),
                assertion=draw(st.sampled_from([Assertion.STATED, Assertion.STATED, Assertion.DENIED])),
                operations=draw(st.sampled_from([["O1"], ["O1"], ["O1"], ["O1", "O2"], ["O2"], []])),
                evidence=draw(st.sampled_from([[0], [1], [0, 1], []])),
            )
        )
    return made


@given(counts(), st.frozensets(identifiers, max_size=3))
def test_a_toll_is_always_within_bounds_and_rests_on_countable_records(
    made: list[Count], excluded: frozenset[str]
) -> None:
    """Nothing raises or hangs; bounds never cross nor are negative; every record used is one that may be."""
    told = Told([operation("O1", "bombing"), operation("O2", "raid")], made, excluded=excluded)
    by_id = {one.casualty.id: one.casualty for one in made}
    for outcome, (minimum, maximum, records) in told.toll().items():
        assert minimum is None or minimum >= 0
        assert maximum is None or maximum >= (minimum or 0)
        assert len(records) == len(set(records))
        for id in records:
            used = by_id[id]
            assert id not in excluded
            assert used.scope == Scope.EVENT
            assert used.operations == ["O1"]
            assert used.assertion != Assertion.DENIED
            assert used.outcome in (outcome, Outcome.KILLED)
    highest = [told.quantities[id].maximum for id in by_id]
    if None not in highest:
        most = sum(maximum or 0 for maximum in highest)
        assert all((minimum or 0) <= most for minimum, _, _ in told.toll().values())


@given(counts(), st.integers(0, 500))
def test_a_part_of_a_counted_whole_changes_nothing(made: list[Count], size: int) -> None:
    """Whatever else the draft says."""
    before = Told([operation("O1", "bombing")], made).toll()
    for outcome, (_, _, records) in before.items():
        whole = next(one for one in made if one.casualty.id in records)
        if whole.casualty.outcome != outcome or whole.quantity.minimum is None:
            continue
        part = count(
            "C9", outcome, "of them", size, size, relation=f"part_of {whole.casualty.id}", evidence=[0]
        )
        assert Told([operation("O1", "bombing")], [*made, part]).toll() == before


@given(counts())
def test_an_excluded_or_denied_record_can_only_lower_the_minimum_of_a_sum(made: list[Count]) -> None:
    """Without relations, leaving a record out never raises a minimum."""
    plain = [
        one._replace(casualty=one.casualty.model_copy(update={"relation": None, "evidence": [1]}))
        for one in made
    ]
    before = Told([operation("O1", "bombing")], plain).toll()
    for left_out in plain:
        after = Told([operation("O1", "bombing")], plain, excluded=frozenset({left_out.casualty.id})).toll()
        for outcome, (minimum, _, _) in after.items():
            assert (minimum or 0) <= (before[outcome][0] or 0)
