"""PDF: the text of the pages, in the order in which the file stores it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, cast

from summarizer.article import MAX_CHARACTERS
from summarizer.errors import TooLong, Unreadable
from summarizer.sources.extras import needs
from summarizer.sources.item import Entry, Item, Opening, one_line
from summarizer.sources.page import Page

if TYPE_CHECKING:
    import pypdf

_HEADER_WITHIN = 1024


def read_pdf(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the article of a PDF. Needs the extra `pdf`.

    Its metadata are not taken: titles there are those of templates, and the date is that of the file.
    """
    with needs("pdf", entry.source):
        import pypdf
        import pypdf.errors
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every flaw on standard error
    source = entry.source
    head = entry.stream.peek(_HEADER_WITHIN)[:_HEADER_WITHIN]
    if not head.strip():
        raise Unreadable(f"{source} is empty: there is nothing to read in it.")
    if b"%PDF" not in head:
        raise Unreadable(f"{source} is no PDF, whatever its name says; rename it or fetch it again.")
    try:
        reader = pypdf.PdfReader(cast(IO[bytes], entry.seekable(opening.limits.document)))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(f"{source} is encrypted; save it without a password.")
        text = _text(reader, source, opening.limits.pages)
    except pypdf.errors.DependencyError:
        raise Unreadable(f"{source} is encrypted; save it without a password.") from None
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise Unreadable(
            f"{source} is a damaged PDF ({one_line(error)}); fetch it again, or convert it to text."
        ) from error
    yield opening.article(source, Page(text))


def _text(reader: pypdf.PdfReader, source: str, limit: int) -> str:
    count = len(reader.pages)
    if count > limit:
        raise TooLong(f"{source} has {count:,} pages, more than any article; split it first.")
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > MAX_CHARACTERS:
            break  # the article says that it is too long
    text = "\n".join(pages)
    if not any(character.isalnum() for character in text):
        raise Unreadable(f"{source} is a PDF without text, scanned perhaps; run OCR on it first.")
    return text
