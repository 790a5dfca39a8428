"""Texts, Markdown and web pages: from bytes to a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.errors import Unreadable, UsageError
from summarizer.sources.html import looks_like_html, read_html
from summarizer.sources.item import Entry, Item, Opening
from summarizer.sources.markdown import read_markdown
from summarizer.sources.page import Page
from summarizer.sources.streams import NAME_THE_ENCODING, wide_encoding

MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
_SIGNATURES = {
    b"%PDF": "a PDF; convert it to text first (for example with pdftotext)",
    b"PK\x03\x04": "a zip archive or an office document; extract the text first",
    b"\x1f\x8b": "compressed with gzip; decompress it first",
    b"\xd0\xcf\x11\xe0": "an old office document; export it as text first",
    b"\x89PNG": "an image, not text",
    b"\xff\xd8\xff": "an image, not text",
    b"{\\rtf": "rich text (RTF); save it as plain text first",
}
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_CHARSETS = re.compile(
    r"utf-?8|(?:windows-|cp)125\d|iso-?8859-\d\d?|koi8-[ru]|gb(?:k|2312|18030)|big5|shift[_-]jis|euc-(?:jp|kr)|tis-620"
)
# What browsers take these names for.
_WINDOWS = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252")


def read_plain(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the article of a text, Markdown or HTML file."""
    data = entry.whole(opening.limits.page)
    yield opening.article(entry.source, page_of(data, suffix(entry.name), opening.encoding, entry.source))


def suffix(name: str) -> str:
    """Return the last suffix of a file's name in lower case, or ""."""
    stem, dot, last = name.rpartition(".")
    return f".{last.lower()}" if dot and stem and "/" not in last else ""


def page_of(data: bytes, suffix: str, encoding: str, name: str) -> Page:
    """Return the page in a file's bytes. HTML is known by its suffix or its first words.

    Raises:
        UsageError: an unknown encoding.
        Unreadable: binary, empty, or not in that encoding.
    """
    if not data.strip():
        raise Unreadable(f"{name} is empty: there is nothing to read in it.")
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise Unreadable(f"{name} is {what}.")
    if suffix in HTML or (suffix not in MARKDOWN and looks_like_html(data[:2000].decode("latin-1"))):
        return page_of_html(data, encoding, name)
    text = decode(data, encoding, name)
    if suffix in MARKDOWN:
        return read_markdown(text)
    return read_html(text, name) if looks_like_html(text) else Page(text)


def page_of_html(data: bytes, encoding: str, name: str, charset: str = "") -> Page:
    """Return the article of a web page, read in `charset` (of its HTTP header), else in the one it declares.

    An `encoding` other than UTF-8 wins over both. A byte that is wrong outside the article does no harm.
    """
    if encoding == "utf-8" and wide_encoding(data[:4], encoding) is None:
        declared = _CHARSET.search(data[:4096])
        charset = (charset or (declared[1].decode("ascii") if declared else "")).lower()
        charset = _WINDOWS.get(charset, charset)
        encoding = charset if _CHARSETS.fullmatch(charset) else encoding
    try:
        return read_html(decode(data, encoding, name), name)
    except NotInThatEncoding:
        page = read_html(data.decode(encoding, "replace"), name)
        if "\ufffd" in page.text:
            raise
        return page


class NotInThatEncoding(Unreadable):
    """A text whose bytes are not of the encoding."""


def known_encoding(encoding: str) -> str:
    """Return the name of a text encoding, or raise `UsageError`."""
    try:
        "".encode(encoding)
    except LookupError:
        raise UsageError(f"{encoding!r} is not an encoding; try utf-8, cp1252, cp1251 or gb18030.") from None
    return encoding


def decode(data: bytes, encoding: str, name: str) -> str:
    """Return the bytes as text; a byte order mark wins over UTF-8.

    Raises:
        UsageError: an unknown encoding.
        Unreadable: binary, or not in that encoding.
    """
    known_encoding(encoding)
    wide = wide_encoding(data[:4], encoding) if encoding == "utf-8" else None
    encoding = wide or encoding
    if b"\0" in data and wide_encoding(b"", encoding) is None:
        raise Unreadable(f"{name} is binary, not text.")
    try:
        return data.decode("utf-8-sig" if encoding.lower() in ("utf-8", "utf8", "utf_8") else encoding)
    except UnicodeDecodeError as error:
        raise NotInThatEncoding(
            f"{name} is not {encoding} (byte {data[error.start]:#04x} at {error.start}); {NAME_THE_ENCODING}"
        ) from None
