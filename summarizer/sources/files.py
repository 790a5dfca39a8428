"""One article from a file or from standard input."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from summarizer.article import Article
from summarizer.errors import TooLong, Unreadable, UsageError
from summarizer.sources.formats import MANY, format_of
from summarizer.sources.plain import page_of
from summarizer.sources.published import read_published

MAX_BYTES = 4_000_000
"""Of one file. An HTML page may weigh many times its text; what is larger is no article."""


def open_article(
    path: str | Path,
    *,
    title: str | None = None,
    published: dt.date | str | None = None,
    encoding: str = "utf-8",
) -> Article:
    """Return the article in a .txt, .md or .html file, or on standard input for "-".

    `title` and `published` win over what the file says. Markdown may carry front matter (title, published or
    date, author, publisher); of HTML the main text, title, author and date are taken, in the encoding that
    the page declares.

    Raises:
        UsageError: no such file, a directory, an unknown encoding, a date that is none and no `published`.
        Unreadable: binary, empty, or not in that encoding.
        TooLong: more than `MAX_BYTES`.
    """
    name = "standard input" if str(path) == "-" else str(path)
    page = page_of(_read(path, name), Path(path).suffix.lower(), encoding, name)
    return Article(
        page.text,
        title=title if title is not None else page.title,
        published=published or read_published(page.published) or page.published,
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
        if format_of(path.name) in MANY:
            raise UsageError(
                f"{name} may hold many articles; read them with: summarizer batch {name} --ledger run.db."
            )
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
    return data
