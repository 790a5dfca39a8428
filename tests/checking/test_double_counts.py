"""Two records that count the same victims are found; records that only look alike are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from summarizer.checking.check import check
from summarizer.schema import Casualty, Draft, Person, Relation
from tests.checking import drafts

TEXT = drafts.TEXT + " At least 12 soldiers died there. Another report spoke of at least 12 people."


def findings(change: Callable[[Draft], object]) -> list[tuple[str, str]]:
    """Return the findings of double counts after a change, as (path, message)."""
    draft = drafts.draft()
    change(draft)
    report = check(draft, drafts.article(TEXT), drafts.provenance())
    return [(f.path, f.message) for f in report.findings if f.code == "possible-double-count"]


def again(**fields: Any) -> Callable[[Draft], None]:
    """Return the change that counts C1 once more, with some other fields."""

    def change(draft: Draft) -> None:
        given = draft.casualties[0].model_dump() | {"id": "C9", "evidence": [5], "relation": None} | fields
        draft.casualties.append(Casualty.model_validate(given))

    return change


def test_the_same_count_twice_is_found_and_says_which() -> None:
    assert findings(again()) == [
        (
            "casualties[3]",
            "C9 counts what C1 counts: At least 12 soldiers, killed, of O1; no relation says how they hang "
            "together, so both are added.",
        )
    ]


@pytest.mark.parametrize("victims", ["the soldiers", "Army soldiers", "people", "the dead"])
def test_victims_are_the_same_by_their_noun_or_when_anybody_is_meant(victims: str) -> None:
    assert findings(again(victims=victims))


@pytest.mark.parametrize(
    "fields",
    [
        {"victims": "civilians", "victim_actor": None},
        {"victims": "other soldiers"},
        {"victim_actor": "A1"},
        {"victim_status": "civilian"},
        {"outcome": "wounded"},
        {"count": "twelve"},
        {"operations": []},
        {"scope": "cumulative"},
        {"assertion": "denied"},
        {"count": "no"},
        {"relation": Relation(to="C1", kind="revises")},
        {"relation": Relation(to="C1", kind="rivals")},
        {"relation": Relation(to="C1", kind="adds_to")},
    ],
    ids=str,
)
def test_another_count_is_not_the_same(fields: dict[str, Any]) -> None:
    assert findings(again(**fields)) == []


def test_named_victims_are_told_apart_by_their_names() -> None:
    def named(first: str, second: str) -> Callable[[Draft], None]:
        def change(draft: Draft) -> None:
            again(persons=[Person(name=second)])(draft)
            draft.casualties[0].persons = [Person(name=first)]

        return change

    assert findings(named("Ana Ruiz", "Ruiz"))
    assert findings(named("Ana Ruiz", "Luis Mora")) == []


def test_parts_of_different_wholes_are_different_and_two_figures_of_one_source_chain_are_one() -> None:
    def parts(draft: Draft) -> None:
        again(id="C8", count="two", victims="officers", relation=Relation(to="C3", kind="part_of"))(draft)

    def chain(draft: Draft) -> None:
        draft.casualties[2].relation = Relation(to="C1", kind="rivals")
        again(relation=Relation(to="C3", kind="rivals"))(draft)

    assert findings(parts) == []
    assert findings(chain) == []
