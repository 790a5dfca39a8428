"""Arbitrary bytes under every name: nothing raises, nothing is silent, every reason is one line."""

from __future__ import annotations

import bz2
import gzip
import io
import logging
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.errors import SummarizerError
from summarizer.sources import Limits, open_articles
from tests.sources.making import MAIL, PAGE, TEXT, answer, json_lines, pdf, tarred, zipped

SUFFIXES = (
    "txt md html htm json jsonl ndjson csv tsv parquet zip tar tgz eml mbox pdf warc jsonl.gz csv.zst "
    "txt.bz2 warc.gz tar.zst docx xyz"
).split()
LIMITS = Limits(
    page=20_000, record=5_000, document=20_000, expansion_from=20_000, members=50, nested=3, pages=5
)


def parquet() -> bytes:
    """Return a small parquet file."""
    buffer = io.BytesIO()
    pq.write_table(pa.table({"text": [TEXT], "date": ["2016-10-06"]}), buffer)
    return buffer.getvalue()


SOUND = [
    TEXT.encode(),
    PAGE.encode(),
    json_lines([{"text": TEXT, "date": "2016-10-06"}] * 3),
    f'id,text\n1,"{TEXT}"\n2,"{TEXT}"\n'.encode(),
    MAIL,
    b"From a\n" + MAIL,
    pdf(TEXT),
    answer("https://a.example/", PAGE.encode()),
    zipped({"a.html": PAGE.encode(), "b.jsonl": json_lines([{"text": TEXT}])}),
    tarred({"a.txt": TEXT.encode(), "b.zip": zipped({"c.txt": TEXT.encode()})}, "w"),
    parquet(),
]


def check(path: Path) -> None:
    """Read a file, and check that what comes out is articles and reasons, and at least one."""
    notices: list[str] = []
    items = list(open_articles([path], limits=LIMITS, on_notice=notices.append))

    assert items
    assert all(notice.isprintable() for notice in notices)
    for item in items:
        assert str(item.source).startswith(str(path))
        assert str(item.source).isprintable()
        if not isinstance(item, Article):
            assert isinstance(item.error, SummarizerError)
            assert item.reason
            assert item.reason.isprintable()
            assert str(item.error).isprintable()


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(
        st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
    )
)
def test_arbitrary_bytes_under_every_suffix(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(data)

    check(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_under_every_suffix(tmp_path: Path, suffix: str) -> None:
    for data in SOUND:
        for pack in (bytes, gzip.compress, bz2.compress, zstandard.compress):
            path = tmp_path / f"x.{suffix}"
            path.write_bytes(pack(data))

            check(path)


@pytest.mark.parametrize("number", range(len(SOUND)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_sound_files_with_wrong_bytes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, number: int, data: st.DataObject
) -> None:
    suffix = "txt html jsonl csv eml mbox pdf warc zip tar parquet".split()[number]
    content = bytearray(SOUND[number])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(1, len(content))) :]
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(content)

    with caplog.at_level(logging.CRITICAL):
        check(path)
