"""Tables: a row is an article, and a row that is not sound is reported."""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from summarizer.article import Article
from summarizer.errors import TooLong
from summarizer.sources import Fields, open_articles
from tests.sources.making import TEXT, Reading


def write(folder: Path, data: bytes | str, name: str = "x.csv") -> Path:
    """Write a file."""
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder / name


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_that_of_the_header(tmp_path: Path, delimiter: str) -> None:
    rows = ["id headline body pubdate".split(), ["7", "A title", f'"{TEXT}"', "2016-10-06"]]
    path = write(tmp_path, "\ufeff" + "\r\n".join(delimiter.join(row) for row in rows))

    reading = Reading(path)

    (article,) = reading.articles
    assert (article.id, article.title, article.published) == ("7", "A title", dt.date(2016, 10, 6))
    assert TEXT in article.text
    assert article.source == f"{path}:2"
    assert reading.notices == [
        f"{path}: text from column 'body', title from 'headline', date from 'pubdate', id from 'id'."
    ]


def test_a_column_that_is_lacking_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, "text,date\nTwo died.,2016-10-06\n")

    assert Reading(path, fields=Fields(title="head")).notices == [
        f"{path}: text from column 'text', date from 'date'; no column 'head' for the title and none for "
        "the id."
    ]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (Fields(), "no column for the title or for the date or for the id."),
        (Fields(title="a"), "no column 'a' for the title and none for the date or for the id."),
        (
            Fields(title="a", date="b"),
            "no column 'a' for the title, no column 'b' for the date and none for the id.",
        ),
        (
            Fields(title="a", id="c"),
            "no column 'a' for the title, no column 'c' for the id and none for the date.",
        ),
    ],
)
def test_columns_that_are_lacking_are_said_in_a_sentence(tmp_path: Path, named: Fields, said: str) -> None:
    (notice,) = Reading(write(tmp_path, "text\nTwo died.\n"), fields=named).notices

    assert notice.partition("; ")[2] == said


def test_positions_are_lines_and_rows_may_span_them(tmp_path: Path) -> None:
    path = write(tmp_path, 'sep=,\nid,text\n1,"one\ntwo"\n\n2,"say ""three"""\n3,four\n')

    reading = Reading(path)

    assert reading.sources(tmp_path) == ["x.csv:3", "x.csv:6", "x.csv:7"]
    assert [article.text for article in reading.articles] == ["one\ntwo", 'say "three"', "four"]


def test_unsound_rows_cost_themselves(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        b'id,text\n1,one\n2,"two "half" quoted"\n3,text, cut, at commas\n4,\n5,R\xe9sidents\n6,six\n',
    )

    reading = Reading(path)

    assert reading.sources(tmp_path) == ["x.csv:2", "x.csv:7"]
    reasons = reading.reasons(tmp_path)
    assert reasons["x.csv:3"].startswith("is no well-formed row")
    assert reasons["x.csv:4"] == "has 4 cells where the header has 2; is a quote missing?"
    assert reasons["x.csv:5"] == "has no text in 'text': nothing to read in this record."
    assert reasons["x.csv:6"].startswith("is not utf-8 (byte 0xe9 at 3 of line 6)")


def test_a_quote_that_is_never_closed_says_how_far_it_reached(tmp_path: Path) -> None:
    path = write(tmp_path, 'id,text\n1,one\n2,"open\n' + "3,three\n" * 5)

    reading = Reading(path)

    assert reading.sources(tmp_path) == ["x.csv:2"]
    assert "up to line 8" in reading.reasons(tmp_path)["x.csv:3"]


def test_a_row_beyond_the_limit_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    path = write(
        tmp_path, "id,text\n1," + "long " * 100_000 + '\n2,two\n3,"' + "line\n" * 500 + '"\n4,four\n'
    )

    reading = Reading(path, record=1000)

    assert {"x.csv:2"} <= set(reading.reasons(tmp_path))
    assert isinstance(reading.unreadable[0].error, TooLong)
    assert {"x.csv:3", "x.csv:506"} >= set(reading.sources(tmp_path)) - {"x.csv:4"}
    assert "x.csv:3" in reading.sources(tmp_path)


def test_a_text_longer_than_the_csv_module_takes_by_itself_is_read(tmp_path: Path) -> None:
    (article,) = Reading(write(tmp_path, "text\n" + "word " * 60_000 + "\n")).articles

    assert len(article.text) > 299_000


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (
            b"a,b\n1,2\n",
            "has no column that looks like the text among 'a', 'b', so its only row was not read; name it",
        ),
        (b"text,b\n", "has a header and no rows"),
        (b"", "is empty"),
        (b"\0\1\2\3\n", "is binary"),
        (b"\xff,b\n", "is not utf-8"),
        (b'te"xt","b\n', "cells|no column|line contains|header|damaged"),
    ],
)
def test_a_table_without_articles_is_reported(tmp_path: Path, data: bytes, words: str) -> None:
    reading = Reading(write(tmp_path, data))

    assert reading.articles == []
    (item,) = reading.unreadable
    assert any(word in item.reason for word in words.split("|"))


def test_a_named_column_that_is_not_there_is_reported(tmp_path: Path) -> None:
    reading = Reading(write(tmp_path, "text,b\nx,y\n"), fields=Fields(text="boddy"))

    assert reading.reasons(tmp_path) == {
        "x.csv": "has no column named 'boddy' among 'text', 'b', so its only row was not read; "
        "name it with --text-field."
    }


def test_a_table_whose_columns_are_not_found_says_how_many_rows_it_costs(tmp_path: Path) -> None:
    """Rows are counted, not lines; what is not known is not said."""
    rows = 'a,b\n1,"two\nlines"\n\n2,"stray "quote"\n3,x\n'
    write(tmp_path, rows, "a.csv")
    write(tmp_path, "text,b\n" + "x,y\n" * 1500, "b.csv")
    write(tmp_path, "a,b\n", "c.csv")
    numbers = "".join(f"{number},{number * 7919}\n" for number in range(50_000))
    write(tmp_path, gzip.compress(f"a,b\n{numbers}".encode())[:-2000], "d.csv.gz")
    write(tmp_path, ",".join("abcdefghij") + "\n1\n2\n", "e.csv")
    pq.write_table(pa.table({"a": [1, 2, 3]}), tmp_path / "f.parquet")

    reading = Reading(tmp_path, fields=Fields(date="day"))

    assert reading.articles == []
    assert reading.reasons(tmp_path) == {
        "a.csv": "has no column that looks like the text among 'a', 'b', so none of its 3 rows was read; "
        "name it with --text-field.",
        "b.csv": "has no column 'day' (--date-field) among 'text', 'b', so none of its 1,500 rows was read.",
        "c.csv": "has no column that looks like the text among 'a', 'b'; name it with --text-field.",
        "d.csv.gz": "has no column that looks like the text among 'a', 'b', so none of its rows was read; "
        "name it with --text-field.",
        "e.csv": "has no column that looks like the text among 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h' and 2 "
        "more, so none of its 2 rows was read; name it with --text-field.",
        "f.parquet": "has no column that looks like the text among 'a', so none of its 3 rows was read; "
        "name it with --text-field.",
    }


def test_lines_of_old_macs_are_lines(tmp_path: Path) -> None:
    reading = Reading(write(tmp_path, 'id,text\r1,one\r2,"two\rlines"\r3,three\r'))

    assert reading.unreadable == []
    assert reading.sources(tmp_path) == ["x.csv:2", "x.csv:3", "x.csv:5"]
    assert [article.text for article in reading.articles] == ["one", "two\nlines", "three"]


def test_characters_that_are_left_out_are_said_once_a_file(tmp_path: Path) -> None:
    write(tmp_path, "id,text\n1,one\n2,t\0wo\n3,th\0ree\n", "a.csv")
    write(tmp_path, '{"text": "f\\u0000our"}\n', "b.jsonl")

    reading = Reading(tmp_path)

    assert [article.text for article in reading.articles] == ["one", "two", "three", "four"]
    assert [notice.removeprefix(f"{tmp_path}/") for notice in reading.notices if "NUL" in notice] == [
        f"a.csv: there are NUL characters in its texts (first: {tmp_path}/a.csv:3); they are left out. "
        "Is the file damaged?",
        f"b.jsonl: there are NUL characters in its texts (first: {tmp_path}/b.jsonl:1); they are left out. "
        "Is the file damaged?",
    ]


@pytest.mark.parametrize(
    ("columns", "taken"),
    [
        ("id,article_content", "article_content"),
        ("raw_content,clean_text", "clean_text"),
        ("text_en,body", "body"),
    ],
)
def test_less_usual_names_of_a_text_are_taken_where_there_is_no_usual_one(
    tmp_path: Path, columns: str, taken: str
) -> None:
    (notice,) = Reading(write(tmp_path, f"{columns}\none,two\n")).notices

    assert f"text from column '{taken}'" in notice


def test_tables_in_utf_16_are_read(tmp_path: Path) -> None:
    reading = Reading(write(tmp_path, "text\tid\nПогибли двое.\t1\n".encode("utf-16"), "x.tsv"))

    assert [article.text for article in reading.articles] == ["Погибли двое."]


def test_parquet_is_read_row_by_row_with_its_types(tmp_path: Path) -> None:
    day = dt.datetime(2016, 10, 6, 12, tzinfo=dt.UTC)
    table = pa.table(
        {
            "content": pa.array([TEXT, None, TEXT], pa.large_string()),
            "date": pa.array([day] * 3, pa.timestamp("ns", "UTC")),
            "id": [1, 2, 3],
            "unused": [b"\0"] * 3,
        }
    )
    pq.write_table(table, tmp_path / "x.parquet")

    reading = Reading(tmp_path / "x.parquet")

    assert reading.sources(tmp_path) == ["x.parquet:1", "x.parquet:3"]
    assert [(article.id, article.published) for article in reading.articles] == [
        ("1", day.date()),
        ("3", day.date()),
    ]
    assert list(reading.reasons(tmp_path)) == ["x.parquet:2"]
    assert len(reading.notices) == 1


def test_texts_of_parquet_that_are_not_marked_as_such_are_utf_8(tmp_path: Path) -> None:
    texts = ["Погибли двое.".encode(), b"R\xe9sidents", b""]
    pq.write_table(pa.table({"text": texts, "title": [b"Kesra", b"Kesra", b"\xff"]}), tmp_path / "x.parquet")

    reading = Reading(tmp_path)

    assert [(article.text, article.title) for article in reading.articles] == [
        ("Kesra\n\nПогибли двое.", "Kesra")
    ]
    assert reading.reasons(tmp_path) == {
        "x.parquet:2": "has nothing but bytes that are no UTF-8 in 'text': nothing to read in this record.",
        "x.parquet:3": "has no text in 'text': nothing to read in this record.",
    }


def test_nested_columns_of_parquet_are_named_with_dots(tmp_path: Path) -> None:
    pq.write_table(pa.table({"doc": [{"body": TEXT}]}), tmp_path / "x.parquet")

    assert [item.text for item in Reading(tmp_path, fields=Fields(text="doc.body")).articles] == [TEXT]


def test_thousands_of_rows_come_out_in_order(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": [f"Row {number}." for number in range(3000)]}), tmp_path / "x.parquet")

    reading = Reading(tmp_path)

    assert [article.text for article in reading.articles] == [f"Row {number}." for number in range(3000)]


def test_a_group_of_rows_that_would_unpack_to_a_bomb_is_passed_over(tmp_path: Path) -> None:
    """It is not decoded first: the table of contents says how large it is."""
    with pq.ParquetWriter(
        tmp_path / "x.parquet", pa.schema({"text": pa.string()}), compression="zstd"
    ) as out:
        for texts in (
            [TEXT],
            ["a " * 4_000_000],
            [TEXT],
            ["a " * 700_000] * 3,
            ["b " * 900_000, TEXT],
            [TEXT],
        ):
            out.write_table(pa.table({"text": texts}))
    before = pa.default_memory_pool().max_memory()

    reading = Reading(tmp_path / "x.parquet", record=5_000_000, expansion_from=1_600_000)

    assert reading.sources(tmp_path) == ["x.parquet:1", *(f"x.parquet:{row}" for row in (3, 4, 5, 6, 9))]
    reasons = reading.reasons(tmp_path)
    assert reasons["x.parquet:2"] == "is longer than 5 MB, more than any article; it is passed over."
    assert reasons["x.parquet:7"] == (
        "unpacks to more than 200 times its size (2 MB); the rows 7 to 8 are passed over."
    )
    assert all(isinstance(item.error, TooLong) for item in reading.unreadable)
    assert pa.default_memory_pool().max_memory() - before < 8_000_000


@pytest.mark.parametrize("encoding", ["DELTA_BYTE_ARRAY", "dictionary"])
def test_what_many_rows_share_is_not_decoded_for_all_of_them_at_once(tmp_path: Path, encoding: str) -> None:
    """A few kilobytes may stand for gigabytes: a long text is written once, and meant by each row."""
    shared = "Two soldiers died. " * 50_000
    texts = [shared + str(number % 2) for number in range(300)]
    pq.write_table(
        pa.table({"text": texts}),
        tmp_path / "x.parquet",
        compression="zstd",
        use_dictionary=encoding == "dictionary",
        column_encoding=None if encoding == "dictionary" else encoding,
    )
    assert (tmp_path / "x.parquet").stat().st_size < 20_000
    before = pa.total_allocated_bytes()

    items = open_articles([tmp_path / "x.parquet"])
    assert [isinstance(item, Article) for item in itertools.islice(items, 3)] == [True] * 3

    assert pa.total_allocated_bytes() - before < 160_000_000


def test_broken_parquet_is_reported(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": [TEXT]}), tmp_path / "a.parquet")
    whole = (tmp_path / "a.parquet").read_bytes()
    write(tmp_path, whole[:-20], "b.parquet")
    write(tmp_path, whole[:4] + b"\xff" * 40 + whole[44:], "c.parquet")
    write(tmp_path, b"", "d.parquet")
    pq.write_table(pa.table({"a": [1]}), tmp_path / "e.parquet")
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "f.parquet")

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["a.parquet:1"]
    reasons = reading.reasons(tmp_path)
    assert set(reasons) == {f"{letter}.parquet" for letter in "bcdef"}
    assert "fetch it again" in reasons["b.parquet"]
    assert "name it with --text-field" in reasons["e.parquet"]
    assert "has no rows" in reasons["f.parquet"]
