"""JSON and JSON lines: a record costs itself at most."""

from __future__ import annotations

import datetime as dt
import json
import tracemalloc
from pathlib import Path

import pytest

from summarizer import summarize
from summarizer.errors import TooLong
from summarizer.sources import Fields, open_articles
from tests.sources.making import PAGE, TEXT, Reading, json_lines

RECORD = {"text": TEXT}


def write(folder: Path, data: bytes, name: str = "x.jsonl") -> Path:
    """Write a file."""
    (folder / name).write_bytes(data)
    return folder / name


def test_guesses_are_announced_once(tmp_path: Path) -> None:
    record = {
        "uuid": "a1", "Headline": "Rebels shell Kesra", "body": TEXT,
        "publicationDate": "2016-10-06T23:00:00-05:00",
        "byline": "A. Reporter", "outlet": "Northern Wire", "description": "short",
    }  # fmt: skip
    path = write(tmp_path, json_lines([record] * 3))

    reading = Reading(path)

    article = reading.articles[0]
    assert (article.id, article.title, article.published) == (
        "a1",
        "Rebels shell Kesra",
        dt.date(2016, 10, 6),
    )
    assert (article.author, article.publisher) == ("A. Reporter", "Northern Wire")
    assert reading.sources(tmp_path) == ["x.jsonl:1", "x.jsonl:2", "x.jsonl:3"]
    assert reading.notices == [
        f"{path}: text from field 'body', title from 'Headline', date from 'publicationDate', "
        "id from 'uuid', author from 'byline', publisher from 'outlet'."
    ]


def test_named_fields_win_over_guesses_and_may_be_nested(tmp_path: Path) -> None:
    path = write(
        tmp_path, json_lines([{"text": "no", "fields": {"bodyText": TEXT, "n": 7}, "when": "2016-10-06"}])
    )

    reading = Reading(path, fields=Fields(text="fields.bodyText", date="when", id="fields.n", title="head"))

    assert [(item.text, str(item.published), item.id) for item in reading.articles] == [
        (TEXT, "2016-10-06", "7")
    ]
    assert reading.notices == [
        f"{path}: text from field 'fields.bodyText', date from 'when', id from 'fields.n'; "
        "no field 'head' for the title."
    ]


def test_what_is_wrong_costs_its_own_line(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        json_lines([RECORD])
        + b'{bad}\n[1]\n\n{"title": "t"}\n{"text": ""}\n{"text": "\xe9"}\n{"text": null}\n{"text": "..."}\n'
        + b"[" * 50_000
        + b'\n{"text": "a\0b c"}\n'
        + json_lines([RECORD]),
    )

    reading = Reading(path)

    assert reading.sources(tmp_path) == ["x.jsonl:1", "x.jsonl:11", "x.jsonl:12"]
    assert reading.articles[1].text == "ab c"
    reasons = {
        key.partition(":")[2]: reason.split("(")[0] for key, reason in reading.reasons(tmp_path).items()
    }
    assert reasons == {
        "2": "is no valid JSON ",
        "3": "is no record; an object with a text is expected.",
        "5": "has no field that looks like the text among 'title'; name it with --text-field.",
        "6": "has no text in 'text': nothing to read in this record.",
        "7": "is not utf-8 ",
        "8": "has no text in 'text': nothing to read in this record.",
        "9": "is empty: there is nothing to read in it.",
        "10": "is no JSON that can be read ",
    }


def test_a_line_beyond_the_limit_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, json_lines([RECORD, {"text": "long " * 100_000}, RECORD]))

    tracemalloc.start()
    reading = Reading(path, record=1000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert reading.sources(tmp_path) == ["x.jsonl:1", "x.jsonl:3"]
    assert isinstance(reading.unreadable[0].error, TooLong)
    assert reading.reasons(tmp_path)["x.jsonl:2"].startswith("is longer than 1,000 bytes")
    assert peak < 500_000


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    with path.open("wb") as stream:
        for number in range(200_000):
            stream.write(b'{"id": "%d", "text": "Two died."}\n' % number)

    tracemalloc.start()
    items = open_articles([path])
    for _ in range(100):
        next(items)
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(5_000):  # tracing all of them would take minutes
        next(items)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    count = sum(1 for _ in items)

    assert count == 200_000 - 5_100
    assert peak - before < 3_000_000


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_a_byte_order_mark_names_the_encoding(tmp_path: Path, encoding: str) -> None:
    lines = "".join(json.dumps({"text": "Погибли двое."}, ensure_ascii=False) + "\n" for _ in range(2))
    data = ("\ufeff" + lines).encode(encoding) if encoding == "utf-16-le" else lines.encode(encoding)

    for name in ("x.jsonl", "x.json"):
        reading = Reading(write(tmp_path, data, name))

        assert [item.text for item in reading.articles] == ["Погибли двое."] * 2


def test_a_file_that_only_begins_like_utf_16_is_reported(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xff\xfe" + b"\x00\xd8" * 3 + b"x")

    assert "begins like utf-16" in Reading(path).unreadable[0].reason


def test_a_list_of_records_is_read_one_after_the_other(tmp_path: Path) -> None:
    values = [RECORD, {"text": 'brackets ] } and "quotes" \\ in a text, [{'}, 3, {"a": 1}, [RECORD], RECORD]
    path = write(tmp_path, json.dumps(values, indent=1).encode(), "x.json")

    reading = Reading(path)

    assert reading.sources(tmp_path) == ["x.json[0]", "x.json[1]", "x.json[5]"]
    assert reading.articles[1].text == 'brackets ] } and "quotes" \\ in a text, [{'
    assert list(reading.reasons(tmp_path)) == ["x.json[2]", "x.json[3]", "x.json[4]"]


def test_a_long_list_is_cut_right_wherever_a_chunk_ends(tmp_path: Path) -> None:
    values = [{"text": f'{"x" * number} said \\ " [' + "y" * 700, "id": number} for number in range(700)]
    path = write(tmp_path, json.dumps(values).encode(), "x.json")

    reading = Reading(path)

    assert [(item.id, item.text) for item in reading.articles] == [
        (str(value["id"]), str(value["text"]).strip()) for value in values
    ]
    assert reading.unreadable == []


def test_a_record_of_a_list_beyond_the_limit_is_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps([RECORD, {"text": "long " * 100_000}, RECORD]).encode(), "x.json")

    reading = Reading(path, record=1000)

    assert reading.sources(tmp_path) == ["x.json[0]", "x.json[2]"]
    assert list(reading.reasons(tmp_path)) == ["x.json[1]"]


@pytest.mark.parametrize(
    ("data", "sources", "unreadable"),
    [
        (json.dumps(RECORD, indent=1).encode(), ["x.json"], []),
        (json_lines([RECORD] * 2), ["x.json:1", "x.json:2"], []),
        (json.dumps(RECORD, indent=1).encode() * 2, ["x.json:1", "x.json:3"], []),
        (
            json.dumps({"status": "ok", "articles": [RECORD, 1]}).encode(),
            ["x.json.articles[0]"],
            ["x.json.articles[1]"],
        ),
        (b'[{"text": "Two died."},', ["x.json[0]"], ["x.json"]),
        (b'[{"text": "Two died."}, {"te', ["x.json[0]"], ["x.json[1]", "x.json"]),
        (b"hello", [], ["x.json"]),
        (b'"hello"', [], ["x.json"]),
        (b"[]", [], ["x.json"]),
        (b"", [], ["x.json"]),
        (b" \n ", [], ["x.json"]),
        (b"}{", [], ["x.json:1", "x.json:1"]),
    ],
)
def test_the_shapes_of_a_json_file(
    tmp_path: Path, data: bytes, sources: list[str], unreadable: list[str]
) -> None:
    reading = Reading(write(tmp_path, data, "x.json"))

    assert reading.sources(tmp_path) == sources
    assert [item.source.removeprefix(f"{tmp_path}/") for item in reading.unreadable] == unreadable


def test_a_report_is_taken_as_its_article(tmp_path: Path) -> None:
    report = summarize(TEXT, title="Rebels shell Kesra", published="2016-10-06")
    path = write(tmp_path, report.model_dump_json(indent=1).encode(), "report.json")

    (article,) = Reading(path).articles

    assert article.record().model_copy(update={"source": None}) == report.article
    assert article.source == str(path)


def test_texts_in_html_are_read_as_html(tmp_path: Path) -> None:
    path = write(
        tmp_path, json_lines([{"content": f"<p>{TEXT}</p><p>Nobody &amp; no one.</p>"}, {"content": PAGE}])
    )

    reading = Reading(path)

    assert reading.articles[0].text.split("\n") == [TEXT, "Nobody & no one."]
    assert not any("<" in article.text for article in reading.articles)
    assert any("are HTML" in notice for notice in reading.notices)


def test_dates_that_are_none_are_counted_once(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        json_lines([{**RECORD, "date": date} for date in ("2016-10-06", "soon", "06/10/2016", None)]),
    )

    reading = Reading(path)

    assert [str(article.published) for article in reading.articles] == ["2016-10-06", "None", "None", "None"]
    assert reading.notices[1:] == [
        f"{path}: 2 of its dates could not be read as a day (first: {path}:2 'soon'); "
        "those articles are read without one. --date-order DMY or MDY says what the numbers in dates like "
        "03/04/2015 are; here both fit."
    ]
