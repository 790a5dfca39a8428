"""One phrase, four conventions: every row of the table of counts, and what is never added."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.output.export.conventions import CONVENTIONS, count_of, fatalities_of
from summarizer.output.export.lookup import Lookup
from summarizer.schema import Relation, Report
from summarizer.schema.vocabulary import Outcome
from tests.output.export.samples import ambush, count

Numbers = dict[str, int | None]


def counts(report: Report, index: int = 0) -> Numbers:
    """The numbers of one count, by convention."""
    lookup = Lookup(report)
    return {
        name: count_of(convention, report.casualties[index], lookup)
        for name, convention in CONVENTIONS.items()
    }


def fatalities(report: Report) -> Numbers:
    """The numbers of the operation's dead, by convention."""
    lookup = Lookup(report)
    return {
        name: fatalities_of(convention, report.operations[0], lookup)
        for name, convention in CONVENTIONS.items()
    }


def bounds(report: Report, outcome: str) -> tuple[int | None, int | None] | None:
    """The toll of the operation that the tables have for an outcome."""
    line = Lookup(report).toll(report.operations[0], Outcome(outcome))
    return None if line is None else (line.minimum, line.maximum)


def of_all(victims: str) -> dict[str, Any]:
    """Of whom a count is that is of no side and no kind of people."""
    return {"victims": victims, "victim_actor": None, "victim_status": "unknown"}


def numbers(acled: int | None, gtd: int | None, minimum: int | None, ucdp: int | None) -> Numbers:
    return {"acled": acled, "ucdp": ucdp, "gtd": gtd, "minimum": minimum}


TABLE: list[tuple[str | None, Numbers]] = [
    (None, numbers(3, None, 2, 2)),
    ("a couple", numbers(2, 2, 2, 2)),
    ("a few", numbers(3, None, 3, 3)),
    ("several", numbers(3, None, 3, 3)),
    ("some", numbers(3, None, 3, 3)),
    ("a group", numbers(3, None, 3, 3)),
    ("multiple", numbers(3, None, 3, 3)),
    ("numerous", numbers(3, None, 4, 4)),
    ("a handful", numbers(3, None, 4, 4)),
    ("a large number", numbers(10, None, 5, 5)),
    ("tens", numbers(10, None, 20, 20)),
    ("a dozen", numbers(12, 12, 12, 12)),
    ("over a dozen", numbers(12, 12, 13, 13)),
    ("dozens", numbers(12, None, 24, 24)),
    ("scores", numbers(20, None, 40, 40)),
    ("hundreds", numbers(100, None, 200, 200)),
    ("at least 12", numbers(12, 12, 12, 12)),
    ("up to 30", numbers(0, None, 0, 0)),
    ("about 20", numbers(20, 20, 20, 20)),
    ("nearly 20", numbers(20, 20, 20, 20)),
    ("between 6 and 8", numbers(6, 6, 6, 6)),
    ("no", numbers(0, 0, 0, 0)),
    ("12", numbers(12, 12, 12, 12)),
]


@pytest.mark.parametrize(("phrase", "expected"), TABLE)
def test_a_phrase_counts_as_each_convention_has_it(phrase: str | None, expected: Numbers) -> None:
    """The number of the record and that of the operation are one where there is one count."""
    report = ambush(count(phrase=phrase), text=f"Rebels ambushed the army, killing {phrase or ''} soldiers.")

    assert report.findings == []
    assert counts(report) == expected
    assert fatalities(report) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "victims"),
    [
        ("there were no casualties", "no", "no casualties"),
        ("no casualties were reported", "no", "casualties"),
        ("no casualties were reported", "no", ""),
        ("nobody was harmed", "nobody", "nobody"),
        ("ninguna víctima", "ninguna", "ninguna víctima"),
    ],
)
def test_no_casualties_are_no_dead_and_no_wounded_in_every_convention(
    text: str, phrase: str, victims: str
) -> None:
    """A stated zero is told from silence: `killed_minimum` has it, too."""
    nobody = count(phrase=phrase, outcome="killed_or_wounded", **of_all(victims))
    language = "en" if text.isascii() else "es"
    report = ambush(nobody, text=f"Rebels ambushed the army; {text}.", language=language)

    assert report.findings == []
    assert counts(report) == numbers(0, 0, 0, 0)
    assert fatalities(report) == numbers(0, 0, 0, 0)
    assert bounds(report, "killed") == bounds(report, "wounded") == (0, 0)


@pytest.mark.parametrize(
    "limits",
    [
        {"victims": "no civilian casualties"},
        {"victims": "coalition casualties"},
        {"victim_actor": "A2"},
        {"victim_status": "civilian"},
    ],
)
def test_no_casualties_of_some_leave_the_dead_of_others_open(limits: dict[str, str]) -> None:
    """That no civilian was harmed says nothing of the soldiers."""
    text = "Rebels ambushed the army; there were no coalition or civilian casualties in the army."
    some = count(phrase="no", outcome="killed_or_wounded", **(of_all("no casualties") | limits))
    report = ambush(some, text=text)

    assert counts(report) == numbers(0, 0, 0, 0)
    assert fatalities(report) == numbers(0, None, 0, None)
    assert bounds(report, "killed") is None


@pytest.mark.parametrize(
    "said", ["the army suffered no casualties", "there were no casualties among the troops"]
)
def test_no_casualties_of_one_side_are_told_by_the_sentence_too(said: str) -> None:
    """Where a reader has not noted whose casualties they are, the dead of the other side stay open."""
    report = ambush(
        count(phrase="no", outcome="killed_or_wounded", **of_all("no casualties")),
        text=f"Rebels ambushed the army; {said}.",
    )

    assert fatalities(report) == numbers(0, None, 0, None)
    assert bounds(report, "killed") is None


def test_no_casualties_never_outweigh_a_count_of_dead() -> None:
    text = "Rebels ambushed the army; officers said there were no casualties, a hospital 12 soldiers dead."
    nobody = count("C1", "no", outcome="killed_or_wounded", **of_all("no casualties"))
    report = ambush(nobody, count("C2", "12"), text=text)
    in_doubt = ambush(nobody, count("C2", "99"), text=text)

    assert fatalities(report) == numbers(12, 12, 12, 12)
    assert bounds(report, "killed") == (12, 12)
    assert set(fatalities(in_doubt).values()) == {None}
    assert bounds(in_doubt, "killed") is None


def test_casualties_only_are_no_dead() -> None:
    """“Casualties” may all be wounded: 0 for ACLED, unknown for the others, 0 at the least."""
    text = "Rebels ambushed the army, causing casualties among soldiers."
    report = ambush(count(phrase=None, outcome="killed_or_wounded"), text=text)

    assert counts(report) == numbers(0, None, 1, None)
    assert fatalities(report) == numbers(0, None, 0, None)


def test_casualties_that_a_reader_took_for_dead_are_no_number() -> None:
    text = "Rebels ambushed the army, causing casualties among soldiers."
    report = ambush(count(phrase="casualties"), text=text)

    assert counts(report) == numbers(0, None, None, None)
    assert fatalities(report)["minimum"] is None


def test_nothing_said_is_zero_only_where_the_convention_says_so() -> None:
    assert fatalities(ambush(text="Rebels ambushed the army.")) == numbers(0, None, 0, None)


def test_the_dead_of_an_attack_on_unidentified_people_are_in_acleds_column() -> None:
    """Whether Armed clash or Attack is not told; the sum by this column does not lose the dead."""
    text = "Rebels ambushed people, killing 12."
    people = count(victims="people", victim_actor=None, victim_status="unknown")
    report = ambush(people, text=text, of_army=False)

    assert report.operations[0].crosswalk.acled_sub_event is None
    assert fatalities(report) == numbers(12, 12, 12, 12)


def test_what_is_planned_has_no_dead_and_no_zero() -> None:
    report = ambush(text="Rebels will ambush the army.", stage="planned")

    assert set(fatalities(report).values()) == {None}


def test_parts_revised_and_cumulative_counts_are_never_added() -> None:
    """Of 40, then 28 dead, five of them officers, and 300 since March, 28 are the event's."""
    text = (
        "Rebels ambushed the army and killed 28 soldiers, not 40 soldiers as first said, among them five "
        "officers; 300 soldiers have died since March."
    )
    report = ambush(
        count("C1", "40"),
        count("C2", "28", relation=Relation(to="C1", kind="revises")),
        count("C3", "five", victims="officers", relation=Relation(to="C2", kind="part_of")),
        count("C4", "300", operations=[], scope="cumulative", period="since March"),
        text=text,
    )

    assert report.findings == []
    assert fatalities(report) == numbers(28, 28, 28, 28)
    assert counts(report, 2) == numbers(5, 5, 5, 5)
    assert set(counts(report, 3).values()) == {None}


def test_of_rivals_the_lowest_counts_once() -> None:
    text = "Rebels ambushed the army; the army said 9 soldiers died, a hospital 11 soldiers."
    report = ambush(count("C1", "9"), count("C2", "11", relation=Relation(to="C1", kind="rivals")), text=text)

    assert fatalities(report) == numbers(9, 9, 9, 9)


def test_a_vague_part_of_a_sum_blanks_what_gtd_would_say() -> None:
    """Four and “dozens” are no figure: GTD's stays blank, the others add what their words give."""
    text = "Rebels ambushed the army; 4 soldiers and dozens of Rebels were killed."
    report = ambush(
        count("C1", "4"),
        count("C2", "dozens", victims="Rebels", victim_actor="A1"),
        text=text,
    )

    assert fatalities(report) == numbers(16, None, 28, 28)


@pytest.mark.parametrize("assertion", ["denied", "negated", "hypothetical"])
def test_what_is_not_asserted_has_no_number(assertion: str) -> None:
    text = "Rebels ambushed the army; nobody holds that 12 soldiers died."
    report = ambush(count(assertion=assertion), text=text)

    assert set(counts(report).values()) == {None}


def test_a_count_with_an_error_has_no_number_anywhere() -> None:
    """It is kept with its error, and an unknown number of dead is not 0."""
    report = ambush(count(phrase="99"), text="Rebels ambushed the army, killing 12 soldiers.")

    assert "count-not-in-evidence" in {finding.code for finding in report.findings}
    assert set(counts(report).values()) == {None}
    assert set(fatalities(report).values()) == {None}


def test_an_operation_with_an_error_has_no_number() -> None:
    report = ambush(count(), text="Rebels ambushed the army, killing 12 soldiers.")
    broken = report.model_copy(deep=True)
    broken.operations[0].evidence = []
    broken.findings = [
        *report.findings,
        ambush(count(evidence=[9]), text="Rebels ambushed the army.")
        .findings[0]
        .model_copy(update={"record": "O1", "path": "operations[0].evidence"}),
    ]

    assert fatalities(report) == numbers(12, 12, 12, 12)
    assert broken.findings[-1].severity == "error"
    assert set(fatalities(broken).values()) == {None}


def test_a_joint_toll_is_no_operations_own() -> None:
    text = "Rebels ambushed the army twice, killing 12 soldiers in all."
    report = ambush(count(operations=["O1", "O2"]), text=text)
    found = fatalities(report)

    assert (found["minimum"], found["gtd"], found["ucdp"]) == (None, None, None)


@pytest.mark.parametrize("outcome", ["wounded", "captured", "displaced"])
def test_other_outcomes_are_no_fatalities(outcome: str) -> None:
    """ACLED and UCDP count the dead, GTD the wounded, too; the minimum is one of any outcome."""
    text = "Rebels ambushed the army: 12 soldiers were wounded, captured or displaced."
    report = ambush(count(outcome=outcome), text=text)

    assert counts(report) == numbers(None, 12 if outcome == "wounded" else None, 12, None)


@pytest.mark.parametrize("phrase", ["at least dozens", "more than dozens"])
def test_a_bound_on_a_vague_word_is_as_vague_for_gtd(phrase: str) -> None:
    text = f"Rebels ambushed the army, killing {phrase} of soldiers."

    assert counts(ambush(count(phrase=phrase), text=text))["gtd"] is None
