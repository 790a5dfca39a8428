"""Counts in the order to read them: each once, parts under their whole, rivals beside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.output.count_order import arranged
from summarizer.output.counts import operation_rows
from summarizer.output.names import Names
from summarizer.schema import Relation, Report, ReportedCasualty, Toll
from summarizer.schema.vocabulary import Basis, RelationKind
from tests.output.building import casualty, operation, quantity
from tests.output.samples import football


def count(id: str, kind: str | None = None, to: str = "", outcome: str = "killed") -> ReportedCasualty:
    """A count of one, in some relation to another."""
    relation = Relation.model_validate({"to": to, "kind": kind}) if kind else None
    return casualty(id, outcome, quantity("1", 1, 1), "people", operations=["O1"], relation=relation)


def order(*counts: ReportedCasualty) -> list[str]:
    """The counts as arranged: "C2 part 1"."""
    return [f"{p.casualty.id} {p.standing} {p.depth}" for p in arranged(counts)]


def report_of(*counts: ReportedCasualty, **more: object) -> Report:
    """A report of one operation with these counts."""
    event = operation("O1", "Shelling of a town", "shelling", **more)
    return football().model_copy(update={"operations": [event], "casualties": [*counts]})


def test_parts_follow_their_whole_and_rivals_its_parts() -> None:
    """Whatever order the reader wrote them in."""
    assert order(
        count("C1", "rivals", "C3"),
        count("C2", "part_of", "C3"),
        count("C3"),
        count("C4", "part_of", "C1"),
        count("C5", "adds_to", "C3"),
    ) == ["C3 whole 0", "C2 part 1", "C5 more 1", "C1 rival 0", "C4 part 1"]


def test_a_revision_takes_the_place_of_what_it_revises() -> None:
    """Its forerunners stand below it, and what was said about them is said about it."""
    assert order(
        count("C1"),
        count("C2", "revises", "C1"),
        count("C3", "revises", "C2"),
        count("C4", "rivals", "C1"),
    ) == ["C3 whole 0", "C2 earlier 1", "C1 earlier 2", "C4 rival 0"]
    assert order(count("C1"), count("C2", "part_of", "C1"), count("C3", "revises", "C2")) == [
        "C1 whole 0",
        "C3 part 1",
        "C2 earlier 2",
    ]


def test_the_dead_come_before_the_wounded() -> None:
    """Outcomes stand in the order of the vocabulary."""
    assert order(count("C1", outcome="wounded"), count("C2")) == ["C2 whole 0", "C1 whole 0"]


def test_circles_and_broken_references_lose_no_count() -> None:
    """A relation that leads nowhere is passed over."""
    circle = [count("C1", "part_of", "C2"), count("C2", "part_of", "C1"), count("C3", "revises", "C3")]
    assert sorted(line.split()[0] for line in order(*circle)) == ["C1", "C2", "C3"]
    assert order(count("C1", "part_of", "C9")) == ["C1 whole 0"]


IDS = [f"C{n}" for n in range(6)]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(IDS),
            st.sampled_from([None, *(k.value for k in RelationKind)]),
            st.sampled_from(IDS),
        ),
        max_size=12,
    )
)
def test_every_count_is_arranged_exactly_once(told: list[tuple[str, str | None, str]]) -> None:
    """Also with ids given twice, circles, and revisions of revisions."""
    counts = [count(id, kind, to) for id, kind, to in told]

    assert sorted(id(placed.casualty) for placed in arranged(counts)) == sorted(map(id, counts))


def test_a_long_chain_of_parts_is_no_trouble() -> None:
    """Neither the depth of calls nor the time grows with it."""
    chain = [count("C0"), *(count(f"C{n}", "part_of", f"C{n - 1}") for n in range(1, 5000))]

    assert len(order(*chain)) == 5000


def test_a_sum_is_shown_with_what_was_added() -> None:
    """Two counts added up stand below their sum; a single count has none."""
    toll = Toll(outcome="killed", minimum=2, maximum=2, records=["C1", "C2"])
    report = report_of(count("C1"), count("C2"), toll=[toll])
    rows = operation_rows(report.operations[0], Names(report))
    assert [(row.label, row.figure, row.depth) for row in rows] == [
        ("Killed", "2 in all", 0),
        ("", "1", 1),
        ("", "1", 1),
    ]

    single = Toll(outcome="killed", minimum=1, maximum=1, records=["C1"])
    report = report_of(count("C1"), toll=[single])
    assert [row.figure for row in operation_rows(report.operations[0], Names(report))] == ["1"]


def test_a_part_of_another_outcome_says_which() -> None:
    """Nine wounded, one of whom was captured."""
    report = report_of(count("C1", outcome="wounded"), count("C2", "part_of", "C1", outcome="captured"))
    rows = operation_rows(report.operations[0], Names(report))

    assert [row.figure for row in rows] == ["1", "of whom 1 captured", "no figure given"]


def test_silence_is_said_only_where_deaths_are_in_question() -> None:
    """An air strike without a toll says so; talks and plans do not."""

    def figures(**more: object) -> list[str]:
        report = report_of(**more)
        return [row.figure for row in operation_rows(report.operations[0], Names(report))]

    assert figures() == ["no figure given"]
    assert figures(stage="planned") == []
    talks = operation("O1", "Talks", "talks")
    assert operation_rows(talks, Names(report_of())) == []


def test_a_part_of_a_wider_count_names_it() -> None:
    """A part whose whole is of a period is no part of the event's own count."""
    period = casualty("C1", "killed", quantity("61", 61, 61), "people", scope="period", period="in May")
    report = report_of(count("C2", "part_of", "C1"), period)
    [row] = operation_rows(report.operations[0], Names(report))

    assert row.victims == "people; part of another count: 61 killed, in May"


def test_a_voice_is_left_out_only_where_it_is_plainly_the_same() -> None:
    """A part without a voice has its whole's; after another voice every voice is named again."""
    parts = [count(f"C{n}", "part_of", "C1") for n in (2, 3, 4, 5)]
    for part, basis in zip(
        parts, ["reported_as_fact", "alleged", "alleged", "reported_as_fact"], strict=True
    ):
        part.basis = Basis(basis)
    report = report_of(count("C1"), *parts)
    rows = operation_rows(report.operations[0], Names(report))

    assert [row.voice for row in rows] == ["reported as fact", "", "ALLEGED", "ALLEGED", "reported as fact"]
