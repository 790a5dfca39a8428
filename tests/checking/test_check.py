"""From a draft to a report: computed values, evidence, and a finding for each planted error."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.checking.case import AnyRecord
from summarizer.checking.check import check
from summarizer.schema import (
    Actor,
    Casualty,
    Draft,
    Operation,
    Relation,
    Report,
    ReportedActor,
    ReportedCasualty,
    ReportedOperation,
)
from tests.checking import drafts


def report_of(change: Callable[[Draft], object] | None = None, article: Article | None = None) -> Report:
    """Return the report of the draft after a change to it."""
    draft = drafts.draft()
    if change:
        change(draft)
    return check(draft, article or drafts.article(), drafts.provenance())


def codes(report: Report) -> list[tuple[str, str]]:
    """Return the findings as (code, path)."""
    return [(finding.code.value, finding.path) for finding in report.findings]


def test_a_right_draft_has_no_finding() -> None:
    assert codes(report_of()) == []


def test_every_value_stands_in_the_text_at_its_offsets() -> None:
    report = report_of()
    text = report.article.text
    records: list[ReportedActor | ReportedOperation | ReportedCasualty]
    records = [*report.actors, *report.operations, *report.casualties]
    spans = [span for record in records for span in record.evidence]
    spans += [c.quantity.evidence for c in report.casualties if c.quantity.evidence]
    spans += [p.evidence for o in report.operations for p in o.places if p.evidence]
    spans += [o.when.evidence for o in report.operations if o.when and o.when.evidence]

    assert len(spans) == 13
    assert all(text[span.start : span.end] == span.quote for span in spans)
    assert report.casualties[0].quantity.evidence is not None
    assert report.casualties[0].quantity.evidence.quote == "At least 12"


def test_counts_dates_and_tolls_are_computed() -> None:
    report = report_of()
    operation, casualty = report.operations[0], report.casualties[0]

    assert (casualty.quantity.minimum, casualty.quantity.maximum, casualty.quantity.qualifier) == (
        12,
        None,
        "at_least",
    )
    assert operation.when is not None
    assert (operation.when.start, operation.when.end) == (dt.date(2016, 10, 4), dt.date(2016, 10, 4))
    assert [(t.outcome.value, t.minimum, t.maximum, t.records) for t in operation.toll] == [
        ("killed", 15, None, ["C1", "C3"])
    ]
    assert operation.sides == [["A1"], ["A2"]]
    assert casualty.basis == "party_claim"


def put(record: str, field: str, value: object) -> Callable[[Draft], object]:
    """Return the change that sets a field of the record with that id."""

    def change(draft: Draft) -> None:
        records: list[AnyRecord] = [*draft.sources, *draft.actors, *draft.operations, *draft.casualties]
        setattr(next(r for r in records if r.id == record), field, value)

    return change


def place(name: str) -> Callable[[Draft], object]:
    """Return the change that names another place."""
    return lambda draft: setattr(draft.operations[0].places[0], "name", name)


PART_OF_LESS = Relation(to="C3", kind="part_of")
CIRCLE = Relation(to="C2", kind="adds_to")


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        (put("C1", "evidence", []), "evidence-missing", "casualties[0].evidence"),
        (put("A1", "evidence", [1, 77]), "evidence-missing", "actors[0].evidence[1]"),
        (put("A1", "name", "Red Dawn"), "name-not-in-text", "actors[0].name"),
        (put("A1", "aliases", ["Dawnists"]), "name-not-in-text", "actors[0].aliases[0]"),
        (put("S1", "name", "the mayor"), "name-not-in-text", "sources[0].name"),
        (place("Gao"), "name-not-in-text", "operations[0].places[0].name"),
        (put("A2", "evidence", [3]), "name-outside-evidence", "actors[1].name"),
        (place("Orvel"), "name-outside-evidence", "operations[0].places[0].name"),
        (put("C1", "count", "at least 21"), "count-not-in-evidence", "casualties[0].count"),
        (put("C3", "evidence", [2]), "count-not-in-evidence", "casualties[2].count"),
        (put("C3", "count", "lost"), "count-unparsed", "casualties[2].count"),
        (put("C1", "relation", PART_OF_LESS), "count-inconsistent", "casualties[0].count"),
        (put("O1", "date", "on Friday week"), "date-unresolved", "operations[0].date"),
        (put("O1", "according_to", ["S9"]), "reference-broken", "operations[0].according_to[0]"),
        (put("A2", "id", "A1"), "reference-broken", "actors[1].id"),
        (put("A1", "belongs_to", "A1"), "reference-broken", "actors[0].belongs_to"),
        (put("C1", "relation", CIRCLE), "reference-broken", "casualties[0].relation"),
        (lambda draft: setattr(draft, "issuer", "S7"), "reference-broken", "issuer"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_planted_error_is_found(change: Callable[[Draft], object], code: str, path: str) -> None:
    assert (code, path) in codes(report_of(change))


def test_a_date_after_the_article_is_found() -> None:
    text = drafts.TEXT.replace("Tuesday", "9 October 2016")

    def dated(draft: Draft) -> None:
        draft.operations[0].date = "9 October 2016"

    assert ("date-in-future", "operations[0].date") in codes(report_of(dated, drafts.article(text)))


def test_without_a_publication_date_a_weekday_stays_unresolved_and_says_so() -> None:
    report = report_of(article=drafts.article(published=None))
    when = report.operations[0].when

    assert when is not None
    assert (when.phrase, when.start, when.basis) == ("on Tuesday", None, "unresolved")
    assert [f.message for f in report.findings] == ["“on Tuesday” of O1 needs a publication date."]


def test_a_count_with_an_error_is_kept_and_left_out_of_the_toll() -> None:
    def wrong(draft: Draft) -> None:
        draft.casualties[2].count = "thirty"

    report = report_of(wrong)

    assert report.casualties[2].count == "thirty"
    assert report.operations[0].toll[0].records == ["C1"]


def test_two_rivals_may_name_each_other() -> None:
    def rivals(draft: Draft) -> None:
        draft.casualties[0].relation = Relation(to="C3", kind="rivals")
        draft.casualties[2].relation = Relation(to="C1", kind="rivals")

    assert "reference-broken" not in [code for code, _ in codes(report_of(rivals))]


def test_an_acronym_is_not_found_in_a_verb() -> None:
    """“IS” is a name and “is” is not."""

    def renamed(draft: Draft) -> None:
        draft.actors[0].aliases[0] = "IS"

    text = drafts.TEXT + " It is over."

    assert ("name-not-in-text", "actors[0].aliases[0]") in codes(report_of(renamed, drafts.article(text)))


def test_a_report_is_equal_after_json_and_says_the_same_of_the_same_draft() -> None:
    report = report_of()

    assert Report.model_validate_json(report.model_dump_json()) == report == report_of()
    assert json.loads(report.model_dump_json())["casualties"][0]["quantity"]["minimum"] == 12


@given(
    numbers=st.lists(st.integers(-3, 9), max_size=4),
    words=st.text(max_size=12),
    other=st.sampled_from(["A1", "O1", "C1", "C2", "C3", "S1", "X"]),
)
def test_no_draft_makes_checking_fail(numbers: list[int], words: str, other: str) -> None:
    def scramble(draft: Draft) -> None:
        records: list[Actor | Operation | Casualty]
        records = [*draft.actors, *draft.operations, *draft.casualties]
        for record in records:
            record.evidence = numbers
        draft.actors[0].name = draft.operations[0].date = draft.casualties[0].count = words
        draft.actors[0].belongs_to = draft.operations[0].part_of = draft.casualties[0].operations[0] = other
        draft.casualties[1].relation = Relation(to=other, kind="revises")
        draft.casualties[2].id = other

    report = report_of(scramble)

    assert Report.model_validate_json(report.model_dump_json()) == report
