"""Mails and mailboxes."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.sources.making import MAIL, PAGE, TEXT, Reading


def message(**parts: str) -> EmailMessage:
    """Return a mail with the parts that are named: plain, html, attachment."""
    mail = EmailMessage()
    mail["Subject"] = "Überfall: rebels shell Kesra"
    mail["Date"] = "Thu, 06 Oct 2016 23:30:00 -0500"
    mail.set_content(parts["plain"]) if "plain" in parts else None
    if "html" in parts:
        add = mail.add_alternative if "plain" in parts else mail.set_content
        add(parts["html"], subtype="html")
    if "attachment" in parts:
        mail.add_attachment(
            parts["attachment"].encode(), maintype="application", subtype="pdf", filename="a.pdf"
        )
    return mail


def test_subject_date_and_plain_text_are_taken(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(bytes(message(plain=TEXT, html=PAGE, attachment="x")))

    reading = Reading(tmp_path)

    (article,) = reading.articles
    assert (article.title, article.published) == ("Überfall: rebels shell Kesra", dt.date(2016, 10, 6))
    assert article.text == f"{article.title}\n\n{TEXT}"
    assert reading.notices == [f"{tmp_path}/a.eml: 1 attachment not read; save them as files."]


def test_html_is_taken_where_there_is_no_plain_text(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(bytes(message(html=PAGE)))

    (article,) = Reading(tmp_path).articles

    assert TEXT in article.text
    assert "<" not in article.text
    assert "Home News" not in article.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"no mail at all", "no mail"),
        (
            b"Subject: a\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n",
            "without a text",
        ),
        (
            b"Subject: a\nContent-Type: text/plain; charset=us-ascii\n\nR\xe9sidents fled.\n",
            "encoding that it declares",
        ),
        (b"Subject: a\nContent-Type: text/plain; charset=klingon\n\nResidents fled.\n", "damaged"),
    ],
)
def test_what_is_no_mail_with_a_text_is_reported(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "a.eml").write_bytes(data)

    assert words in Reading(tmp_path).reasons(tmp_path)["a.eml"]


def test_mails_of_a_mailbox_are_named_by_their_lines(tmp_path: Path) -> None:
    quoting = MAIL + b"\n>From the front: nothing.\n"
    (tmp_path / "a.mbox").write_bytes(b"From a\n" + quoting + b"\nFrom b\nno header here\n\nFrom c\n" + MAIL)

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["a.mbox:1", "a.mbox:16"]
    assert "From the front: nothing." in reading.articles[0].text
    assert list(reading.reasons(tmp_path)) == ["a.mbox:13"]


def test_a_mail_beyond_the_limit_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_bytes(b"From a\n" + MAIL + b"x\n" * 5000 + b"\nFrom b\n" + MAIL)

    reading = Reading(tmp_path, document=5000)

    assert len(reading.articles) == 1
    assert "is a mail larger than 5,000 bytes" in reading.reasons(tmp_path)["a.mbox:1"]


@pytest.mark.parametrize("data", [b"", b"no mailbox\n", b"\n\n"])
def test_what_is_no_mailbox_is_reported(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.mbox").write_bytes(data)

    assert list(Reading(tmp_path).reasons(tmp_path)) == ["a.mbox"]
