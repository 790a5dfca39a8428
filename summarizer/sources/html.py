"""The article in a web page, without its navigation, notices and advertising."""

from __future__ import annotations

import re

from summarizer.errors import TooLong, Unreadable
from summarizer.sources.page import Page

MAX_TAGS = 100_000
"""Of a page; long live blogs have 20,000. The time that extraction takes grows faster than their number."""

_OPENING = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def looks_like_html(text: str) -> bool:
    """Tell a page from a text whose format nobody named."""
    return _OPENING.match(text[:2000]) is not None


def read_html(html: str, name: str) -> Page:
    """Return the main text of a page with its title, author, date and site, as trafilatura finds them."""
    if html.count("<") > MAX_TAGS:
        raise TooLong(f"{name} has more than {MAX_TAGS:,} HTML tags, more than any article; split it first.")
    from trafilatura import bare_extraction  # lxml and its company take 0.3 s to import
    from trafilatura.settings import Document

    document = bare_extraction(html, with_metadata=True, include_comments=False)
    if not isinstance(document, Document) or not document.text:
        raise Unreadable(f"{name}: no article text was found in the HTML; save the article as text instead.")
    return Page(
        document.text,
        title=document.title,
        published=document.date,
        author=document.author,
        publisher=document.sitename,
    )
