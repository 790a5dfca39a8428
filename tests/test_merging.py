"""Records replaced by id, and nothing else."""

from __future__ import annotations

from summarizer.merging import earlier_values, merge
from summarizer.schema import Actor, Casualty, Draft, Source
from tests.checking.drafts import draft


def mended(**lists: object) -> Draft:
    """Return an answer that holds these records and nothing else."""
    empty: dict[str, object] = {"sources": [], "actors": [], "operations": [], "casualties": []}
    return draft().model_copy(update={**empty, **lists})


def recounted(id: str, count: str) -> Casualty:
    """Return a casualty of the draft with another count."""
    record = next(casualty for casualty in draft().casualties if casualty.id == id)
    return record.model_copy(update={"count": count})


def test_a_record_takes_the_place_of_the_one_with_its_id() -> None:
    merged = merge(draft(), mended(casualties=[recounted("C2", "three")]), {"C2"})

    assert [(c.id, c.count) for c in merged.casualties] == [
        ("C1", "At least 12"),
        ("C2", "three"),
        ("C3", "three"),
    ]
    assert merged.model_copy(update={"casualties": draft().casualties}) == draft()


def test_the_draft_itself_stays_as_it_was() -> None:
    before = draft()

    merge(before, mended(casualties=[recounted("C2", "three")]), {"C2"})

    assert before == draft()


def test_a_record_that_was_not_sent_is_ignored() -> None:
    assert merge(draft(), mended(casualties=[recounted("C1", "99")]), {"C2"}) == draft()


def test_a_record_with_a_new_id_is_ignored() -> None:
    new = recounted("C1", "99").model_copy(update={"id": "C9"})

    assert merge(draft(), mended(casualties=[new]), {"C1", "C9"}) == draft()


def test_an_id_given_to_two_records_of_the_answer_replaces_nothing() -> None:
    """Nobody can say which of the two is meant."""
    twice = [recounted("C1", "7"), recounted("C1", "8")]

    assert merge(draft(), mended(casualties=twice), {"C1"}) == draft()


def test_a_record_never_replaces_one_of_another_kind() -> None:
    stranger = Actor(id="C1", name="army", type="state_military", evidence=[1])
    source = Source(id="A1", name="The Front", kind="armed_group")

    assert merge(draft(), mended(actors=[stranger], sources=[source]), {"A1", "C1"}) == draft()


def test_what_the_answer_says_of_the_whole_article_is_ignored() -> None:
    answer = mended().model_copy(update={"headline": "Another", "relevance": "not_conflict", "issuer": "S1"})

    assert merge(draft(), answer, {"A1", "O1", "C1"}) == draft()


def test_earlier_values_are_those_of_the_fields_that_changed() -> None:
    actor = draft().actors[1].model_copy(update={"name": "army convoy", "evidence": [1, 2]})
    after = merge(draft(), mended(casualties=[recounted("C2", "three")], actors=[actor]), {"A2", "C2", "C3"})

    assert earlier_values(draft(), after) == {"A2": {"name": "army", "evidence": [1]}, "C2": {"count": "two"}}
    assert earlier_values(draft(), draft()) == {}
