"""A ledger in which one article stands under several names is evaluated like any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Article, Summarizer
from summarizer.errors import UsageError
from summarizer.evaluation import Evaluation, GoldRecord, evaluate

TEXT = "Rebels killed {number} soldiers near Gao on Monday, the army said."


def gold(*ids: str, number: int = 5) -> list[GoldRecord]:
    casualty = {"outcome": "killed", "low": number, "high": number}
    layers = {"casualties": [casualty]}
    return [
        GoldRecord.model_validate({"id": id, "dataset": "d", "relevance": "event_report", "gold": layers})
        for id in ids
    ]


def evaluated(path: Path, records: list[GoldRecord], *articles: tuple[str, int]) -> Evaluation:
    """Read articles, told by source and number of the dead, into a ledger and evaluate it."""
    items = [Article(TEXT.format(number=number), title="", source=source) for source, number in articles]
    with Summarizer(places=False) as summarizer:
        list(summarizer.map(items, ledger=path))
    return evaluate(path, records, bootstrap=0)


def found(evaluation: Evaluation) -> tuple[int, int]:
    row = evaluation.row("d", "casualties_exact")
    assert row is not None
    return row.right, row.predicted


@pytest.mark.parametrize("names", [("a/one.txt", "b/two.txt"), ("b/two.txt", "a/one.txt")])
@pytest.mark.parametrize("id", ["one", "two"])
def test_a_report_is_found_by_the_name_of_its_copy(tmp_path: Path, names: tuple[str, str], id: str) -> None:
    evaluation = evaluated(tmp_path / "run.db", gold(id), *((name, 5) for name in names))

    assert found(evaluation) == (1, 1)
    assert evaluation.predictions.reports == 1
    assert evaluation.predictions.without_gold == evaluation.predictions.without_prediction == []


def test_a_text_under_one_name_twice_counts_once(tmp_path: Path) -> None:
    evaluation = evaluated(tmp_path / "run.db", gold("one"), ("a/one.txt", 5), ("b/one.txt", 5))

    assert found(evaluation) == (1, 1)
    assert evaluation.predictions.repeated == []


def test_a_report_counts_for_each_gold_record_that_names_it(tmp_path: Path) -> None:
    evaluation = evaluated(tmp_path / "run.db", gold("one", "two"), ("a/one.txt", 5), ("b/two.txt", 5))

    assert found(evaluation) == (2, 2)


def test_of_two_texts_under_one_name_the_first_counts_and_the_other_is_named(tmp_path: Path) -> None:
    evaluation = evaluated(tmp_path / "run.db", gold("one"), ("b/one.txt", 6), ("a/one.txt", 5))

    assert found(evaluation) == (1, 1)
    assert evaluation.predictions.repeated == ["b/one.txt"]


def test_an_article_s_own_name_goes_before_a_copy_s(tmp_path: Path) -> None:
    records = [*gold("one"), *gold("two", number=6)]

    evaluation = evaluated(tmp_path / "run.db", records, ("a/one.txt", 5), ("a/two.txt", 5), ("b/two.txt", 6))

    assert found(evaluation) == (2, 2)


def test_in_a_file_a_second_report_is_still_an_error(tmp_path: Path) -> None:
    with Summarizer(places=False) as summarizer:
        report = summarizer.summarize(Article(TEXT.format(number=5), title="", source="a/one.txt"))

    with pytest.raises(UsageError, match="second report of 'one'"):
        evaluate([report, report], gold("one"), bootstrap=0)
