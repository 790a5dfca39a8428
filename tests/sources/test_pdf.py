"""PDF files: their text, or what to do."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from tests.sources.making import PAGE, TEXT, Reading, pdf


def encrypted(user: str, algorithm: str) -> bytes:
    """Return a PDF with a password to open it, "" for one that only locks changing."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(TEXT)))
    writer.encrypt(user_password=user, owner_password="owner", algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_the_text_is_read_and_the_metadata_are_not(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(TEXT)))
    writer.add_metadata({"/Title": "Microsoft Word - template.doc", "/CreationDate": "D:20200101000000Z"})
    writer.write(tmp_path / "a.pdf")

    (article,) = Reading(tmp_path).articles

    assert (article.text, article.title, article.published) == (TEXT, None, None)


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_password_for_opening_is_reported_and_one_for_changing_is_no_matter(
    tmp_path: Path, algorithm: str
) -> None:
    (tmp_path / "a.pdf").write_bytes(encrypted("secret", algorithm))
    (tmp_path / "b.pdf").write_bytes(encrypted("", algorithm))

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["b.pdf"]
    assert reading.reasons(tmp_path) == {"a.pdf": "is encrypted; save it without a password."}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (pdf(""), "run OCR on it first"),
        (pdf(TEXT)[:300], "damaged PDF"),
        (b"%PDF-1.4\n" + b"\xff" * 500, "damaged PDF"),
        (PAGE.encode(), "is no PDF, whatever its name says"),
    ],
)
def test_what_has_no_text_says_why(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "a.pdf").write_bytes(data)

    assert words in Reading(tmp_path).reasons(tmp_path)["a.pdf"]


def test_the_number_of_pages_is_bounded(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    for _ in range(5):
        writer.append(io.BytesIO(pdf(TEXT)))
    writer.write(tmp_path / "a.pdf")

    assert Reading(tmp_path).articles[0].text.count("killing two soldiers") == 5
    assert "has 5 pages" in Reading(tmp_path, pages=4).reasons(tmp_path)["a.pdf"]
