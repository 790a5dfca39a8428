"""The page and the table show the mistakes, and nothing that an article says becomes markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from summarizer.evaluation import Evaluation, evaluate, read_gold
from summarizer.evaluation.page import page
from summarizer.evaluation.table import table
from tests.evaluation.perfect import perfect

GOLD = Path(__file__).with_name("gold")
HOSTILE = "<script>alert(1)</script> | [x](javascript:y) `a` \x1b[31m\u202e\n# head"


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    gold = read_gold(GOLD)
    reports = [perfect(record) for record in gold]
    reports[1].actors[0].name = HOSTILE
    span = reports[1].article.sentences[1]
    article = reports[1].article
    text = f"{article.text[: span.start]}{HOSTILE}"
    reports[1].article = article.model_copy(
        update={"text": text, "sentences": [span.model_copy(update={"end": len(text)})]}
    )
    return evaluate(reports, gold, against=reports[:2], bootstrap=10, errors=3)


def test_the_page_has_prediction_and_gold_and_sentence_side_by_side(evaluation: Evaluation) -> None:
    shown = page(evaluation)

    assert "| actors | 4 | 75.0 | 75.0 | 75.0 |" in shown
    assert "### casualties, exact" not in shown
    assert "| harbour-arrests | missed |  | police |" in shown
    row = next(line for line in shown.splitlines() if line.startswith("| harbour-arrests | false |"))
    assert row.count("alert(1)") == 2  # the prediction, and the sentence that it cites


def test_hostile_text_stays_text(evaluation: Evaluation) -> None:
    html = MarkdownIt("commonmark").enable("table").render(page(evaluation))

    assert "<script" not in html
    assert "<a " not in html
    assert "<h1>" in html
    assert html.count("<h1>") == 1
    assert "\x1b" not in page(evaluation)
    assert "\u202e" not in page(evaluation)
    assert "\x1b" not in table(evaluation, width=100, color=False)
    assert "\u202e" not in table(evaluation, width=100, color=False)


def test_what_found_no_partner_is_named_on_the_page(evaluation: Evaluation) -> None:
    assert "hill-post-shelling" in page(evaluation)
    assert "1 gold record without a report" in page(evaluation)


def test_the_table_has_every_layer_and_the_difference(evaluation: Evaluation) -> None:
    shown = table(evaluation, width=120, color=False)

    assert "casualties, exact" in shown
    assert "difference" in shown
    assert "Worst mistakes" in shown
    assert max(map(len, shown.splitlines())) <= 120


def test_a_narrow_table_cuts_no_figure(evaluation: Evaluation) -> None:
    shown = table(evaluation, width=80, color=False)

    assert "…" not in shown.partition("n: gold items")[0]
    assert max(map(len, shown.splitlines())) <= 80
