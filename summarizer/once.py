"""One article, with a `Summarizer` of its own."""

from __future__ import annotations

import datetime as dt

from summarizer.article import Article
from summarizer.readers.choosing import RULES
from summarizer.schema.report import Report
from summarizer.summarizing import Summarizer


def summarize(
    article: Article | str,
    *,
    title: str | None = None,
    published: dt.date | str | None = None,
    model: str = RULES,
    base_url: str | None = None,
    api_key: str | None = None,
    repair: bool = True,
) -> Report:
    """Return the report of one article; for many, keep a `Summarizer`.

    For example:

        >>> report = summarize("No one was hurt when a rocket hit a field on Sunday.", published="2011-05-16")
        >>> report.casualties[0].quantity.maximum
        0
    """
    with Summarizer(model=model, base_url=base_url, api_key=api_key, repair=repair) as summarizer:
        return summarizer.summarize(article, title=title, published=published)


async def asummarize(
    article: Article | str,
    *,
    title: str | None = None,
    published: dt.date | str | None = None,
    model: str = RULES,
    base_url: str | None = None,
    api_key: str | None = None,
    repair: bool = True,
) -> Report:
    """Return the report of one article, on the event loop that is running; the twin of `summarize`."""
    async with Summarizer(model=model, base_url=base_url, api_key=api_key, repair=repair) as summarizer:
        return await summarizer.asummarize(article, title=title, published=published)
