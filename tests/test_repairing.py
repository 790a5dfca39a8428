"""Read, check, ask once more about what is wrong, check: with a reader that answers as a test tells it to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from pydantic import JsonValue

from summarizer import Article, Attempt, Draft, Reading, Report, Summarizer, Unreachable
from summarizer.checking.check import check
from summarizer.readers.base import Doubt, Repairer
from summarizer.readers.rules import RulesReader
from summarizer.repairing import MOST_RECORDS, doubts_of
from summarizer.schema import Actor, Relation
from tests.checking.drafts import article, draft, provenance

Answer = Callable[[Draft], Draft]


@dataclass
class Scribbler:
    """A reader with a draft, and with an answer to the second question."""

    drafted: Draft
    answer: Answer | Exception
    name: str = "scribbler"
    version: str = "1"
    asked: list[Sequence[Doubt]] = field(default_factory=list)

    async def read(self, article: Article) -> Reading:
        return Reading(self.drafted, (Attempt("ok", 1.0, 100, 20, 60, 0.5),), parameters={"pen": "blue"})

    async def repair(self, article: Article, draft: Draft, doubts: Sequence[Doubt]) -> Reading:
        self.asked.append(doubts)
        if isinstance(self.answer, Exception):
            raise self.answer
        return Reading(self.answer(draft), (Attempt("ok", 1.0, 30, 4, 1, 0.25),), prompt_version="r1")


def with_fields(draft: Draft, id: str, **fields: object) -> Draft:
    """Return the draft with fields of one record changed."""
    update: dict[str, Any] = {
        kind: [
            record.model_copy(update=fields) if record.id == id else record for record in getattr(draft, kind)
        ]
        for kind in ("sources", "actors", "operations", "casualties")
    }
    return draft.model_copy(update=update)


def read(drafted: Draft, answer: Answer | Exception, *, repair: bool = True) -> tuple[Report, Scribbler]:
    """Read the article of the drafts with a scribbler."""
    reader = Scribbler(drafted, answer)
    return Summarizer(reader=reader, repair=repair, places=False).summarize(article()), reader


def errors(report: Report) -> list[tuple[str, str | None]]:
    return [(str(f.code), f.record) for f in report.findings if f.severity == "error"]


def same_records(report: Report, drafted: Draft) -> bool:
    """Whether a report is what checking makes of a draft, provenance aside."""
    other = check(drafted, article(), report.provenance)
    return report == other


def parameter(report: Report, name: str) -> JsonValue:
    return report.provenance.parameters[name]


PLANTED: dict[str, tuple[str, dict[str, object]]] = {
    "count-not-in-evidence": ("C1", {"count": "47"}),
    "evidence-missing": ("C3", {"evidence": [99]}),
    "name-not-in-text": ("A1", {"name": "Free Valley Liberation Front"}),
    "reference-broken": ("C2", {"relation": Relation(to="C9", kind="part_of")}),
}


@pytest.mark.parametrize("code", PLANTED)
def test_each_error_that_a_second_look_can_mend_goes_back_and_is_mended(code: str) -> None:
    record, fields = PLANTED[code]

    report, reader = read(with_fields(draft(), record, **fields), lambda _: draft())

    (doubts,) = reader.asked
    assert [doubt.record.id for doubt in doubts] == [record]
    assert [str(finding.code) for finding in doubts[0].findings] == [code]
    assert errors(report) == []
    assert same_records(report, draft())


def test_repaired_says_what_was_there_before() -> None:
    drafted = with_fields(draft(), "C1", count="47", victims="men")

    report, _ = read(drafted, lambda _: draft())

    assert parameter(report, "repair_asked") == ["C1"]
    assert parameter(report, "repaired") == {"C1": {"count": "47", "victims": "men"}}
    assert parameter(report, "repair_prompt_version") == "r1"
    assert parameter(report, "pen") == "blue"
    assert "repair_failed" not in report.provenance.parameters


def test_the_second_call_is_counted_and_priced_with_the_first() -> None:
    report, _ = read(with_fields(draft(), "C1", count="47"), lambda _: draft())

    spent = report.provenance
    assert (spent.attempts, spent.cost_usd) == (2, 0.75)
    assert (spent.input_tokens, spent.output_tokens, spent.cached_tokens) == (130, 24, 61)


def test_a_clean_draft_is_not_asked_about() -> None:
    report, reader = read(draft(), AssertionError("asked"))

    assert reader.asked == []
    assert report.provenance.attempts == 1
    assert report.provenance.parameters == {"pen": "blue"}


def test_it_can_be_switched_off() -> None:
    drafted = with_fields(draft(), "C1", count="47")

    report, reader = read(drafted, lambda _: draft(), repair=False)

    assert reader.asked == []
    assert errors(report) == [("count-not-in-evidence", "C1")]
    assert report.provenance.attempts == 1
    assert report.provenance.parameters == {"pen": "blue"}


def test_it_is_asked_once_however_wrong_the_answer() -> None:
    report, reader = read(with_fields(draft(), "C1", count="47"), lambda asked: asked)

    assert len(reader.asked) == 1
    assert errors(report) == [("count-not-in-evidence", "C1")]


@pytest.mark.parametrize(
    "fields",
    [
        {"count": "48"},
        {"count": "At least 12", "evidence": []},
        {"count": "47", "relation": Relation(to="C9", kind="part_of")},
    ],
    ids=["as wrong", "another error", "one more"],
)
def test_a_record_that_is_no_better_leaves_the_old_one(fields: dict[str, object]) -> None:
    drafted = with_fields(draft(), "C1", count="47")

    report, _ = read(drafted, lambda asked: with_fields(asked, "C1", **fields))

    assert same_records(report, drafted)
    assert parameter(report, "repaired") == {}
    assert report.provenance.attempts == 2


def test_a_record_with_fewer_errors_is_better_though_not_right() -> None:
    drafted = with_fields(draft(), "C1", count="47", victim_actor="A9")

    report, _ = read(drafted, lambda asked: with_fields(asked, "C1", victim_actor="A2"))

    assert errors(report) == [("count-not-in-evidence", "C1")]
    assert parameter(report, "repaired") == {"C1": {"victim_actor": "A9"}}


def test_one_bad_answer_does_not_spoil_a_good_one() -> None:
    drafted = with_fields(with_fields(draft(), "C1", count="47"), "A2", name="navy")

    report, _ = read(drafted, lambda asked: with_fields(draft(), "A2", name="air force"))

    assert errors(report) == [("name-not-in-text", "A2")]
    assert parameter(report, "repaired") == {"C1": {"count": "47"}}


def test_leaving_out_the_number_that_cannot_be_proved_proves_nothing() -> None:
    """Without a count a record counts two or more; it has to say of whom, in words that stand there."""
    drafted = with_fields(draft(), "C1", count="47")

    report, _ = read(
        drafted, lambda asked: with_fields(asked, "C1", count=None, victims="people of the army")
    )

    assert same_records(report, drafted)


def test_a_bare_plural_that_stands_there_is_an_answer() -> None:
    drafted = with_fields(draft(), "C1", count="47")

    report, _ = read(drafted, lambda asked: with_fields(asked, "C1", count=None))

    assert report.casualties[0].quantity.minimum == 2
    assert parameter(report, "repaired") == {"C1": {"count": "47"}}


def test_a_mended_reference_that_closes_a_circle_through_another_record_is_refused() -> None:
    """The circle is reported at the record where it begins, which nobody asked about."""
    drafted = with_fields(draft(), "C1", relation=Relation(to="C2", kind="part_of"))
    drafted = with_fields(drafted, "C2", relation=Relation(to="C9", kind="part_of"))

    report, _ = read(
        drafted, lambda asked: with_fields(asked, "C2", relation=Relation(to="C1", kind="part_of"))
    )

    assert same_records(report, drafted)


def test_records_that_nobody_asked_for_are_ignored() -> None:
    """Neither added, nor changed, nor taken away; nor anything said of the whole article."""

    def answer(asked: Draft) -> Draft:
        hostile = with_fields(draft(), "C3", count="300")
        new = draft().casualties[0].model_copy(update={"id": "C4"})
        return hostile.model_copy(
            update={
                "headline": "Nothing happened",
                "relevance": "not_conflict",
                "casualties": [*hostile.casualties, new],
                "actors": [Actor(id="C1", name="army", type="other", evidence=[1])],
                "operations": [],
            }
        )

    report, _ = read(with_fields(draft(), "C1", count="47"), answer)

    assert same_records(report, draft())
    assert parameter(report, "repaired") == {"C1": {"count": "47"}}


def test_two_answers_for_one_id_are_none() -> None:
    drafted = with_fields(draft(), "C1", count="47")

    report, _ = read(
        drafted,
        lambda asked: draft().model_copy(
            update={"casualties": [draft().casualties[0], *asked.casualties]},
        ),
    )

    assert same_records(report, drafted)


def test_a_failing_call_costs_the_article_nothing_but_its_price() -> None:
    drafted = with_fields(draft(), "C1", count="47")
    failure = Unreachable("the endpoint went away (5 attempts).")
    failure.attempts = (Attempt("Unreachable", 1.0, cost_usd=0.0), Attempt("Unreachable", 1.0, 7, 1, 0, 0.1))

    report, _ = read(drafted, failure)

    assert same_records(report, drafted)
    assert parameter(report, "repair_failed") == "Unreachable: the endpoint went away (5 attempts)."
    assert parameter(report, "repaired") == {}
    assert (report.provenance.attempts, report.provenance.input_tokens) == (3, 107)
    assert report.provenance.cost_usd == pytest.approx(0.6)


def test_a_repairer_may_answer_with_a_bare_draft() -> None:
    """As with `read`: who spends no money has no account to give."""

    class Frugal:
        name, version = "frugal", "1"

        async def read(self, article: Article) -> Draft:
            return with_fields(draft(), "C1", count="47")

        async def repair(self, article: Article, draft_: Draft, doubts: Sequence[Doubt]) -> Draft:
            return draft()

    report = Summarizer(reader=Frugal(), places=False).summarize(article())

    assert errors(report) == []
    assert report.provenance.attempts == 0
    assert "repair_prompt_version" not in report.provenance.parameters


def test_the_embedded_reader_is_never_asked_twice() -> None:
    assert not isinstance(RulesReader(), Repairer)


def doubts(drafted: Draft, about: Article | None = None) -> list[Doubt]:
    piece = about or article()
    return doubts_of(piece, drafted, check(drafted, piece, provenance()).findings)


def numbers(doubt: Doubt) -> list[int]:
    return [sentence.number for sentence in doubt.sentences]


def test_a_doubt_shows_the_cited_sentence_and_where_number_and_victims_stand() -> None:
    """“three” is counted in sentence 3, “officers” stand in 2, and 1 is what the record cites."""
    drafted = with_fields(draft(), "C2", count="three", evidence=[1])

    (doubt,) = doubts(drafted)

    assert numbers(doubt) == [1, 2, 3]


def test_a_doubt_shows_where_the_words_of_an_unknown_name_stand() -> None:
    drafted = with_fields(draft(), "A1", name="Valley Liberation Fighters", aliases=[], evidence=[4])

    (doubt,) = doubts(drafted)

    assert numbers(doubt) == [1, 4]


def test_one_person_is_looked_for_by_who_it_is_and_not_by_an_article() -> None:
    """“a” stands in every other sentence."""
    (doubt,) = doubts(with_fields(draft(), "C3", count="a", victims="spokesman", evidence=[4]))

    assert numbers(doubt) == [2, 4]


def test_a_hundred_names_of_one_record_are_not_all_looked_for() -> None:
    names = [f"name {number}" for number in range(100)]

    (doubt,) = doubts(with_fields(draft(), "A1", aliases=[*names, "army spokesman"], evidence=[1]))

    assert numbers(doubt) == [1]


def test_a_doubt_of_a_source_shows_what_rests_on_it() -> None:
    (doubt,) = doubts(with_fields(draft(), "S1", name="General Xu"))

    assert numbers(doubt) == [2]


def test_a_phrase_brings_no_more_than_three_sentences() -> None:
    piece = Article("One soldier died. " * 40, title="", published="2016-10-06")
    drafted = draft().model_copy(update={"sources": [], "operations": [], "casualties": []})
    army = Actor(id="A1", name="soldier", aliases=["marine"], type="state_military", evidence=[99])

    (doubt,) = doubts(drafted.model_copy(update={"actors": [army]}), piece)

    assert numbers(doubt) == [1, 2, 3]


def test_no_more_than_twelve_records_go_back_and_counts_go_first() -> None:
    count = draft().casualties[0]
    many = [count.model_copy(update={"id": f"C{n}", "count": "47", "relation": None}) for n in range(1, 20)]
    drafted = with_fields(draft(), "A1", name="Nobody").model_copy(update={"casualties": many})

    found = doubts(drafted)

    assert len(found) == MOST_RECORDS == 12
    assert [doubt.record.id for doubt in found] == [f"C{n}" for n in range(1, 13)]


def test_records_that_share_an_id_do_not_go_back() -> None:
    """An answer could not say which of them it means."""
    twins = [c.model_copy(update={"id": "C1", "count": "47"}) for c in draft().casualties[:2]]

    assert doubts(draft().model_copy(update={"casualties": twins})) == []


def test_a_record_of_which_no_sentence_is_found_does_not_go_back() -> None:
    assert doubts(with_fields(draft(), "A1", name="Xyzzy", aliases=[], evidence=[])) == []


def test_warnings_and_notes_do_not_go_back() -> None:
    drafted = with_fields(draft(), "A1", evidence=[4], aliases=[])
    found = check(drafted, article(), provenance()).findings

    assert {str(finding.severity) for finding in found} == {"warning"}
    assert doubts(drafted) == []
