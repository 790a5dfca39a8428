"""Gold and reports out of files and folders, and one line for what is neither."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.errors import Unreadable
from summarizer.evaluation import GoldRecord, read_gold, read_predictions
from tests.evaluation.perfect import perfect

GOLD = Path(__file__).with_name("gold")


@pytest.fixture(scope="module")
def gold() -> list[GoldRecord]:
    return read_gold(GOLD)


def test_gold_is_read_from_a_folder_and_from_lines(tmp_path: Path, gold: list[GoldRecord]) -> None:
    lines = tmp_path / "gold.jsonl"
    texts = [json.dumps(json.loads(file.read_text(encoding="utf-8"))) for file in sorted(GOLD.iterdir())]
    lines.write_text("\n".join(texts) + "\n\n", encoding="utf-8")

    assert read_gold(lines) == gold
    assert [record.id for record in gold] == ["chess-final", "harbour-arrests", "hill-post-shelling"]


def test_a_file_may_hold_one_record_over_many_lines(gold: list[GoldRecord]) -> None:
    assert read_gold(GOLD / "chess-final.json") == gold[:1]


def test_reports_are_read_from_lines_from_a_folder_and_from_one_file(
    tmp_path: Path, gold: list[GoldRecord]
) -> None:
    reports = [perfect(record) for record in gold]
    lines = tmp_path / "reports.jsonl"
    lines.write_text("".join(report.model_dump_json() + "\n" for report in reports), encoding="utf-8")
    folder = tmp_path / "reports"
    folder.mkdir()
    for report in reports:
        (folder / f"{report.article.id}.json").write_text(report.model_dump_json(indent=2), encoding="utf-8")

    assert [report for _, report in read_predictions(lines)] == reports
    assert [report for _, report in read_predictions(folder)] == reports
    assert [report for _, report in read_predictions(folder / "chess-final.json")] == reports[:1]


def test_a_line_separator_inside_a_string_ends_no_line(tmp_path: Path, gold: list[GoldRecord]) -> None:
    report = perfect(gold[0]).model_copy(update={"headline": "one\u2028two\x85three"})
    lines = tmp_path / "reports.jsonl"
    lines.write_text(report.model_dump_json() + "\n", encoding="utf-8")

    assert [report for _, report in read_predictions(lines)] == [report]


def test_an_empty_file_holds_no_prediction_and_is_no_gold(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n", encoding="utf-8")

    assert list(read_predictions(empty)) == []
    with pytest.raises(Unreadable, match="holds no gold record"):
        read_gold(empty)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2 is no JSON"),
        ("[" * 100_000, "line 2 is no JSON"),
        ("7", "line 2 is no gold record"),
        ('{"id": "x", "dataset": "d"}', "line 2 is no gold record: gold: Field required"),
        (
            '{"id": "x", "dataset": "d", "gold": {"casualties": [{"outcome": "dead"}]}}',
            r"line 2 is no gold record: gold\.casualties\[0\]\.outcome",
        ),
        (
            '{"id": "x", "dataset": "d", "gold": {"dates": [{"alts": [["soon", "later"]]}]}}',
            "'soon' is no date",
        ),
        (
            '{"id": "x", "dataset": "d", "gold": {"casualties": '
            '[{"outcome": "killed", "low": 3, "high": 2}]}}',
            "3 to 2 is no count",
        ),
        ('{"id": "x", "dataset": "d", "gold": {"actors": [{"names": []}]}}', r"gold\.actors\[0\]\.names"),
        (
            '{"id": "x", "dataset": "d", "gold": {}, "complete": {"places": true}}',
            "'places', which is no layer",
        ),
        ('{"id": "good", "dataset": "d", "gold": {}}', "line 2: there is a gold record 'good' already"),
    ],
)
def test_what_is_no_gold_is_named_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text('{"id": "good", "dataset": "d", "gold": {}}\n' + line + "\n", encoding="utf-8")

    with pytest.raises(Unreadable, match=said) as caught:
        read_gold(file)

    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_gold_in_the_place_of_reports_is_named_with_its_line() -> None:
    with pytest.raises(Unreadable, match=r"chess-final\.json is no report: relevance|is no report: "):
        list(read_predictions(GOLD))


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    binary = tmp_path / "binary.jsonl"
    binary.write_bytes(b"\xff\xfe\x00{")

    with pytest.raises(Unreadable, match=r"nowhere\.jsonl cannot be read"):
        read_gold(tmp_path / "nowhere.jsonl")
    with pytest.raises(Unreadable, match=r"binary\.jsonl is no UTF-8 text"):
        read_gold(binary)
    with pytest.raises(Unreadable, match=r"has no \.json file in it; name a folder of reports"):
        list(read_predictions(tmp_path))
