"""Web archives: the pages that were got, at their addresses."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from summarizer.errors import TooLong
from tests.sources.making import PAGE, TEXT, Reading, answer, zipped

RECORDS = [
    answer("https://a.example/1", PAGE.encode()),
    answer("https://a.example/404", PAGE.encode(), status="404 Not Found"),
    answer("https://a.example/x.css", b"p {}", type="text/css"),
    answer("https://a.example/request", PAGE.encode(), kind="request"),
    answer("https://a.example/empty", b""),
    answer("https://a.example/menu", b"<html><body></body></html>"),
    answer("https://a.example/2", PAGE.encode("utf-8"), type="text/html; charset=utf-8"),
]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.warc", b"".join(RECORDS)),
        ("x.warc.gz", b"".join(gzip.compress(record) for record in RECORDS)),
        ("x.zip", zipped({"x.warc": b"".join(RECORDS)})),
    ],
)
def test_pages_that_were_got_are_read(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    reading = Reading(tmp_path)

    prefix = f"{name}!x.warc!" if name.endswith("zip") else f"{name}!"
    assert reading.sources(tmp_path) == [f"{prefix}https://a.example/1", f"{prefix}https://a.example/2"]
    assert {str(article.published) for article in reading.articles} == {"2016-10-06"}
    assert set(reading.reasons(tmp_path)) == {
        f"{prefix}https://a.example/empty", f"{prefix}https://a.example/menu"
    }  # fmt: skip
    assert "2 of its answers are no HTML page" in reading.notices[0]


def test_an_archive_that_the_library_wrote_is_read(tmp_path: Path) -> None:
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = "https://a.example/1"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    http = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Encoding: gzip\r\n\r\n"
    )
    page = PAGE.replace("Rebels shelled", "Погибли двое").encode("cp1251")
    record.set_bytes_content(http + gzip.compress(page))
    buffer = io.BytesIO()
    record.write(buffer)
    (tmp_path / "x.warc").write_bytes(buffer.getvalue())

    (article,) = Reading(tmp_path).articles

    assert "Погибли двое the town" in article.text


def test_the_date_of_the_crawl_is_not_taken_for_the_publication(tmp_path: Path) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2016-10-06T09:00:00Z">', "")
    (tmp_path / "x.warc").write_bytes(answer("https://a.example/1", page.encode()))

    (article,) = Reading(tmp_path).articles

    assert article.published is None
    assert TEXT in article.text


def test_what_is_cut_off_is_reported_and_not_read_in_part(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes((RECORDS[0] + RECORDS[6])[:-300])
    (tmp_path / "b.warc.gz").write_bytes((gzip.compress(RECORDS[0]) + gzip.compress(RECORDS[6]))[:-100])
    (tmp_path / "c.warc").write_bytes(b"no web archive")
    (tmp_path / "d.warc").write_bytes(b"")
    (tmp_path / "e.warc").write_bytes(RECORDS[1])

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["a.warc!https://a.example/1", "b.warc.gz!https://a.example/1"]
    reasons = reading.reasons(tmp_path)
    assert reasons["a.warc!https://a.example/2"] == "is cut off; fetch it again."
    assert "b.warc.gz" in reasons
    assert "damaged" in reasons["c.warc"]
    assert reasons["d.warc"] == "is no WARC file, or has no record in it."
    assert reasons["e.warc"] == "has no HTML page in it that was got with status 200."


def test_a_page_beyond_the_limit_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    page = PAGE.replace("Home News", "News " * 10_000).encode()
    (tmp_path / "x.warc").write_bytes(answer("https://a.example/big", page) + RECORDS[0])

    reading = Reading(tmp_path, page=10_000)

    assert reading.sources(tmp_path) == ["x.warc!https://a.example/1"]
    assert isinstance(reading.unreadable[0].error, TooLong)
