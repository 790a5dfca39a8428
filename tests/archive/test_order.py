"""Inputs come out in the order in which people count, whatever the database and however many they are."""

from __future__ import annotations

import random
import tracemalloc

import pytest

from summarizer import Article
from summarizer.archive import Ledger
from summarizer.archive.order import in_order, natural_key
from tests.archive.counting import TEXT, CountingReader, articles, run


@pytest.mark.parametrize(
    "ordered",
    [
        ["x.jsonl:1", "x.jsonl:2", "x.jsonl:10", "x.jsonl:100"],
        ["a.json[0]", "a.json[9]", "a.json[10]"],
        ["2009/12.txt", "2016/2.txt", "2016/10.txt", "10000/1.txt"],
        ["x:0", "x:00", "x:01", "x:1", "x:2"],
        ["x:1", "x:9", "x:1" + "0" * 400],
        ["a", "a1", "a1b", "a2", "b"],
        ["x:1", "x:١٠", "x:٢"],  # only ASCII digits stand in places that are counted
    ],
)
def test_numbers_in_a_place_are_numbers(ordered: list[str]) -> None:
    given = list(enumerate(ordered))
    random.Random(1).shuffle(given)

    assert [number for page in in_order(given, 2) for number in page] == list(range(len(ordered)))


def test_the_key_of_a_number_has_its_length_before_it() -> None:
    assert natural_key("x.jsonl:10") == "x.jsonl:000210"


def test_memory_does_not_grow_with_the_inputs() -> None:
    """A hundred thousand places weigh 10 MB; what Python holds of them at a time is a page."""
    located = ((number, f"/reports/{number % 977}/wire.jsonl:{number}") for number in range(100_000))
    tracemalloc.start()
    try:
        count = sum(len(page) for page in in_order(located, 200))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert count == 100_000
    assert peak < 1_000_000


def test_a_ledger_gives_reports_and_outcomes_in_that_order(address: str) -> None:
    """Across its pages, and also where a copy and an input of another run stand in between."""
    copy = Article(TEXT.format(number=2), title="", source="wire.jsonl:1000")
    run(CountingReader(), reversed([*articles(450), copy]), address)
    expected = [f"wire.jsonl:{number}" for number in [*range(1, 451), 1000]]

    with Ledger(address, create=False) as book:
        outcomes = [outcome["source"] for outcome in book.outcomes()]
        reports = [report.article.source for report in book.reports()]

    assert outcomes == expected
    assert reports == expected[1:]  # of the first and the last, the one that came first has the report
