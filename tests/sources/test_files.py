"""One article from a file or standard input, and what is said when there is none in it."""

from __future__ import annotations

import datetime as dt
import io
import sys
from pathlib import Path

import pytest

from summarizer.errors import InputError, TooLong, Unreadable, UsageError
from summarizer.sources import open_article
from summarizer.sources.files import MAX_BYTES

FIXTURES = Path(__file__).parents[2] / "fixtures" / "articles"


def test_text_has_its_first_line_for_a_title(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Rebels leave Kesra\n\nRebels left at dawn.\n", encoding="utf-8")

    article = open_article(file)

    assert (article.title, article.source) == ("Rebels leave Kesra", str(file))


def test_front_matter_gives_title_date_author_and_publisher() -> None:
    article = open_article(FIXTURES / "river-town-offensive.md")

    assert article.title
    assert article.published_basis == "given"
    assert article.publisher
    assert "provenance" not in article.text
    assert not article.text.startswith("---")


def test_what_the_caller_says_wins_over_the_file() -> None:
    article = open_article(FIXTURES / "river-town-offensive.md", title="Mine", published="2001-02-03")

    assert (article.title, article.published) == ("Mine", dt.date(2001, 2, 3))


def test_markdown_is_read_as_text(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        "# Rebels leave\n\nRebels left **Kesra** [at dawn](http://x.invalid/), the\narmy said.\n\n"
        "- two trucks\n- one gun\n\n```\ncode\n```\n\n![a photo](p.png)\n\n<b>raw</b> html\n",
        encoding="utf-8",
    )

    article = open_article(file)

    assert article.title == "Rebels leave"
    assert article.text.split("\n\n")[1:4] == [
        "Rebels left Kesra at dawn, the army said.",
        "two trucks",
        "one gun",
    ]
    assert "code" not in article.text
    assert "x.invalid" not in article.text


def test_html_yields_the_article_without_its_furniture() -> None:
    article = open_article(FIXTURES / "siege-live-blog.html")

    assert article.title
    assert article.published is not None
    assert "cookie" not in article.text.lower()
    assert "<" not in article.text


def test_html_without_an_article_is_unreadable(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text("<html><body></body></html>", encoding="utf-8")

    with pytest.raises(Unreadable, match=r"a\.html: no article text"):
        open_article(file)


def test_standard_input_may_be_html(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (FIXTURES / "siege-live-blog.html").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page), encoding="utf-8"))

    article = open_article("-")

    assert article.source == "standard input"
    assert "<p>" not in article.text


def test_a_byte_order_mark_names_utf_16(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Погибли двое солдат.".encode("utf-16"))

    assert open_article(file).text == "Погибли двое солдат."


def test_another_encoding_is_read_when_it_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Murió un capitán.".encode("cp1252"))

    with pytest.raises(Unreadable, match=r"--encoding, .* cp1252 \(Western European\)"):
        open_article(file)
    assert open_article(file, encoding="cp1252").text == "Murió un capitán."


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"...", "empty"),
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"text\0with nul", "binary"),
        (b"\x89PNG\r\n", "image"),
    ],
)
def test_what_is_no_text_says_what_it_is(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)

    with pytest.raises(InputError, match=words) as caught:
        open_article(file)
    assert str(file) in str(caught.value)
    assert caught.value.exit_code == 1
    assert caught.value.outcome == "unreadable"


def test_a_file_that_is_no_article_for_its_size(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"word " * (MAX_BYTES // 5 + 1))

    with pytest.raises(TooLong, match="larger than 4 MB"):
        open_article(file)


def test_wrong_paths_are_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        open_article(tmp_path / "missing.txt")
    with pytest.raises(UsageError, match="directory"):
        open_article(tmp_path)
    file = tmp_path / "a.txt"
    file.write_text("Two died.", encoding="utf-8")
    with pytest.raises(UsageError, match="encoding"):
        open_article(file, encoding="klingon")
