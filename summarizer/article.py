"""The article as everything else sees it: normalised once, cut into numbered sentences, offsets for ever."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.errors import TooLong, Unreadable, UsageError
from summarizer.text.language import guess_language
from summarizer.text.masthead import Dateline, read_masthead
from summarizer.text.normalise import normalise
from summarizer.text.sentences import split

if TYPE_CHECKING:
    from summarizer.schema.report import ArticleRecord

MAX_CHARACTERS = 2_000_000
"""Longer than any article; what is longer is an archive in one file."""


class Sentence(NamedTuple):
    """A numbered sentence: ``article.text[start:end] == text``. The title is number 0."""

    number: int
    start: int
    end: int
    text: str


_START = attrgetter("start")


class Article:
    """A text with its sentences and what is known of it; never changed after it is made.

    Args:
        text: the body as it was read; normalised here, so offsets count characters of `Article.text`.
        title: the headline. None: the first line, where it looks like one; "" says that there is none.
        published: the publication date, as a date or "YYYY-MM-DD". None: the one printed in the text, if any.
        source: path or URL, only recorded.
        id: the archive's own id; otherwise a hash of the normalised text.

    Raises:
        Unreadable: nothing is left of the text.
        TooLong: more than `MAX_CHARACTERS`.
        UsageError: `published` is not a date.

    For example:

        >>> article = Article("BEIRUT (AFP) – Two soldiers died. Nobody claimed it.", published="2024-05-07")
        >>> article.sentences[1].text
        'Nobody claimed it.'
        >>> article.dateline.place, article.agency
        ('BEIRUT', 'AFP')
    """

    __slots__ = (
        "__weakref__",
        "agency",
        "author",
        "dateline",
        "id",
        "language",
        "published",
        "published_basis",
        "publisher",
        "sentences",
        "source",
        "text",
        "title",
    )

    id: str
    text: str
    sentences: tuple[Sentence, ...]
    title: str | None
    author: str | None
    publisher: str | None
    agency: str | None
    dateline: Dateline | None
    published: dt.date | None
    published_basis: Literal["given", "printed"] | None
    language: str | None
    source: str | None

    def __init__(
        self,
        text: str,
        *,
        title: str | None = None,
        published: dt.date | str | None = None,
        publisher: str | None = None,
        author: str | None = None,
        language: str | None = None,
        source: str | None = None,
        id: str | None = None,
    ) -> None:
        if len(text) > MAX_CHARACTERS:
            raise TooLong(
                f"{source or 'the text'} has {len(text):,} characters; an article has at most "
                f"{MAX_CHARACTERS:,}. If it holds many articles, split it first."
            )
        given = parse_published(published)
        body = normalise(text)
        headline = " ".join(normalise(title).split()) if title is not None else None
        if headline and not _opens_with(body, headline):
            body = f"{headline}\n\n{body}"
        if not any(character.isalnum() for character in body):
            raise Unreadable(f"{source or 'the text'} is empty: there is nothing to read in it.")
        masthead = read_masthead(body, has_title=None if headline is None else bool(headline))
        printed = masthead.printed if given is None else None
        self.text = body
        self.title = masthead.title
        self.author = author or masthead.author
        self.publisher = publisher
        self.dateline = masthead.dateline
        self.agency = masthead.dateline.agency if masthead.dateline else None
        self.published = given or printed
        self.published_basis = "given" if given else "printed" if printed else None
        self.language = language or guess_language(body)
        self.source = source
        self.id = id or hashlib.sha256(body.encode()).hexdigest()[:16]
        first = 0 if self.title is not None else 1
        self.sentences = tuple(
            Sentence(number, start, end, body[start:end])
            for number, (start, end) in enumerate(self._spans(body), start=first)
        )

    def _spans(self, body: str) -> list[tuple[int, int]]:
        if self.title is None:
            return split(body, self.language)
        length = len(self.title)
        rest = split(body[length:], self.language)
        return [(0, length), *((start + length, end + length) for start, end in rest)]

    def __repr__(self) -> str:
        return f"Article({self.id}, {self.title or self.text[:40]!r}, {len(self.sentences)} sentences)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Article) and self.record() == other.record()

    def __hash__(self) -> int:
        return hash((self.id, self.text))

    def sentence(self, number: int) -> Sentence | None:
        """Return the sentence of that number, or None where the article has none."""
        index = number - self.sentences[0].number
        return self.sentences[index] if 0 <= index < len(self.sentences) else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the character at `offset`, or None between two."""
        index = bisect_right(self.sentences, offset, key=_START) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return None
        return self.sentences[index]

    def record(self) -> ArticleRecord:
        """Return the article as it stands in a report."""
        from summarizer.schema.report import ArticleRecord

        # One validation of plain values makes all the spans in a third of the time that their classes take.
        return ArticleRecord.model_validate(
            {
                "id": self.id,
                "source": self.source,
                "title": self.title,
                "publisher": self.publisher,
                "author": self.author,
                "agency": self.agency,
                "published": self.published,
                "published_basis": self.published_basis,
                "language": self.language,
                "text": self.text,
                "sentences": [
                    {"number": n, "start": start, "end": end} for n, start, end, _ in self.sentences
                ],
            }
        )

    @classmethod
    def from_record(cls, record: ArticleRecord) -> Article:
        """Return the article of a report with the sentences it had then, whatever the splitter does today."""
        article = cls.__new__(cls)
        masthead = read_masthead(record.text, has_title=record.title is not None)
        for name in ("id", "text", "title", "author", "publisher", "agency", "published", "published_basis"):
            setattr(article, name, getattr(record, name))
        article.language = record.language
        article.source = record.source
        article.dateline = masthead.dateline
        article.sentences = tuple(
            Sentence(span.number, span.start, span.end, record.text[span.start : span.end])
            for span in record.sentences
        )
        return article


def parse_published(value: dt.date | str | None) -> dt.date | None:
    """Return a publication date, or raise `UsageError` saying how to write one."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.datetime.fromisoformat(value.strip()).date()
    except ValueError:
        raise UsageError(f"{value!r} is not a publication date; write it as YYYY-MM-DD.") from None


def _opens_with(body: str, title: str) -> bool:
    return body.startswith(title) and body[len(title) : len(title) + 1] in ("", "\n")
