"""Articles between the ledger's rows and Python."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, Select, select

from summarizer.archive.tables import articles, texts
from summarizer.article import Article
from summarizer.schema.report import ArticleRecord, SentenceSpan


def sentences_to_json(article: Article) -> str:
    """Return where the sentences stand, as [number, start, end] each."""
    return json.dumps([[s.number, s.start, s.end] for s in article.sentences], separators=(",", ":"))


def passages() -> Select[tuple[object, ...]]:
    """Return the query for articles with their texts."""
    return select(
        articles.c.id.label("row"),
        articles.c.archive_id,
        articles.c.source,
        articles.c.title,
        articles.c.publisher,
        articles.c.author,
        articles.c.agency,
        articles.c.published,
        articles.c.published_basis,
        articles.c.language,
        texts.c.text,
        texts.c.sentences,
    ).join(texts, texts.c.hash == articles.c.text_hash)


def fetch(connection: Connection, page: Select[tuple[object, ...]]) -> Sequence[RowMapping]:
    """Return the rows of a query that is limited to a page."""
    return connection.execute(page).mappings().all()


def record_of(row: RowMapping) -> ArticleRecord:
    """Return the article of a row of `passages` as it stands in a report."""
    return ArticleRecord(
        id=row["archive_id"],
        source=row["source"],
        title=row["title"],
        publisher=row["publisher"],
        author=row["author"],
        agency=row["agency"],
        published=row["published"],
        published_basis=row["published_basis"],
        language=row["language"],
        text=row["text"],
        sentences=[
            SentenceSpan(number=number, start=start, end=end)
            for number, start, end in json.loads(row["sentences"])
        ],
    )


def article_of(row: RowMapping) -> Article:
    """Return the article of a row of `passages`, with the sentences it had when it was read."""
    return Article.from_record(record_of(row))
