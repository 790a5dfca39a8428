"""Whether an article is worth a paid call."""

from __future__ import annotations

from summarizer.article import Article
from summarizer.patterns.scan import Scan
from summarizer.readers.rules.relevance import about_conflict


def speaks_of_conflict(article: Article) -> bool:
    """Tell whether anything in an article speaks of violence; in doubt, it does.

    Only English is screened. One sentence with a word of harm is enough.
    """
    if article.language not in (None, "en"):
        return True
    scans = [Scan(sentence.text[:2000], sentence.number) for sentence in article.sentences]
    return about_conflict(scans) or any("harm" in scan.kinds for scan in scans)
