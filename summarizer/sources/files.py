"""One article from a file or from standard input."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from summarizer.article import Article
from summarizer.errors import TooLong, Unreadable, UsageError
from summarizer.sources.html import looks_like_html, read_html
from summarizer.sources.markdown import read_markdown
from summarizer.sources.page import Page

MAX_BYTES = 4_000_000
"""Of one file. An HTML page may weigh many times its text; what is larger is no article."""

_SIGNATURES = {
    b"%PDF": "a PDF; convert it to text first (for example with pdftotext)",
    b"PK\x03\x04": "a zip archive or an office document; extract the text first",
    b"\x1f\x8b": "compressed with gzip; decompress it first",
    b"\xd0\xcf\x11\xe0": "an old office document; export it as text first",
    b"\x89PNG": "an image, not text",
    b"\xff\xd8\xff": "an image, not text",
    b"{\\rtf": "rich text (RTF); save it as plain text first",
}
_MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
_HTML = frozenset({".html", ".htm", ".xhtml"})


def open_article(
    path: str | Path,
    *,
    title: str | None = None,
    published: dt.date | str | None = None,
    encoding: str = "utf-8",
) -> Article:
    """Return the article in a .txt, .md or .html file, or on standard input for "-".

    `title` and `published` win over what the file says. Markdown may carry front matter (title, published or
    date, author, publisher); of HTML the main text, title, author and date are taken.

    Raises:
        UsageError: no such file, a directory, an unknown encoding, a wrong date.
        Unreadable: binary, empty, or not in that encoding.
        TooLong: more than `MAX_BYTES`.
    """
    name = "standard input" if str(path) == "-" else str(path)
    text = _decode(_read(path, name), encoding, name)
    page = _page(text, Path(path).suffix.lower(), name)
    return Article(
        page.text,
        title=title if title is not None else page.title,
        published=published or page.published,
        publisher=page.publisher,
        author=page.author,
        source=name,
    )


def _read(path: str | Path, name: str) -> bytes:
    if str(path) == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        path = Path(path)
        if path.is_dir():
            raise UsageError(f"{name} is a directory; give one article file, or - for standard input.")
        try:
            with path.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except FileNotFoundError:
            raise UsageError(f"{name}: no such file.") from None
        except OSError as error:
            raise Unreadable(f"{name} cannot be read: {error.strerror or error}.") from error
    if len(data) > MAX_BYTES:
        raise TooLong(
            f"{name} is larger than {MAX_BYTES / 1e6:.0f} MB, more than any article. "
            "If it holds many articles, split it first."
        )
    if not data.strip():
        raise Unreadable(f"{name} is empty: there is nothing to read in it.")
    return data


def _decode(data: bytes, encoding: str, name: str) -> str:
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise Unreadable(f"{name} is {what}.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and encoding == "utf-8":
        encoding = "utf-16"
    if b"\0" in data and not encoding.lower().startswith(("utf-16", "utf-32", "utf_16", "utf_32")):
        raise Unreadable(f"{name} is binary, not text.")
    try:
        return data.decode("utf-8-sig" if encoding.lower() in ("utf-8", "utf8") else encoding)
    except LookupError:
        raise UsageError(f"{encoding!r} is not an encoding; try utf-8, cp1252 or cp1256.") from None
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"{name} is not {encoding} (byte {data[error.start]:#04x} at {error.start}); "
            "name its encoding, for example --encoding cp1252."
        ) from None


def _page(text: str, suffix: str, name: str) -> Page:
    if suffix in _MARKDOWN:
        return read_markdown(text)
    if suffix in _HTML or (suffix != ".txt" and looks_like_html(text)):
        return read_html(text, name)
    return Page(text)
