"""How much there is to read: what is asked, counted of every article, and what is answered, of a sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from summarizer.archive.inputs import hash_of
from summarizer.article import Article
from summarizer.errors import LanguageNotRead
from summarizer.readers.llm.usage import Tokens

if TYPE_CHECKING:
    from summarizer.schema.draft import Draft

EVERY = 500
"""So many articles are all drafted, of the next half, and so on: a draft takes some milliseconds."""


@runtime_checkable
class Forecasting(Protocol):
    """A reader whose articles cost something."""

    def input_tokens(self, article: Article) -> float:
        """Return about how many tokens the request for an article has."""
        ...

    def answer_tokens(self, article: Article, draft: Draft | None) -> float:
        """Return about how many tokens the answer has; `draft` is the embedded reader's, if it has one."""
        ...

    def price_of(self, tokens: Tokens) -> float | None:
        """Return the price of one request with so many tokens in USD; None: it is not known."""
        ...


@dataclass(slots=True)
class _Layer:
    """Articles of which the same share is drafted."""

    characters: int = 0
    drafted: int = 0
    """Characters of those that were drafted."""
    tokens: float = 0.0
    """Of the answers to those."""


class Volume:
    """What reading some articles will take if nothing is known of the endpoint."""

    def __init__(self, reader: Forecasting) -> None:
        self.articles = 0
        self.drafted = 0
        self.input = 0.0
        """Tokens of the requests."""
        self._reader = reader
        self._layers: dict[int, _Layer] = {}

    def add(self, article: Article) -> None:
        """Count an article in."""
        number = (self.articles // EVERY).bit_length()
        layer = self._layers.setdefault(number, _Layer())
        self.articles += 1
        self.input += self._reader.input_tokens(article)
        layer.characters += len(article.text)
        # Chosen by its text, so that the same articles always give the same sample, in whatever pattern
        # long and short ones come.
        if int(hash_of(article.text)[:8], 16) % 2**number == 0:
            self.drafted += 1
            layer.drafted += len(article.text)
            layer.tokens += answer_of(self._reader, article)

    @property
    def output(self) -> float:
        """Tokens of the answers; of what was not drafted by its length."""
        layers = self._layers.values()
        usual = sum(layer.tokens for layer in layers) / max(1, sum(layer.drafted for layer in layers))
        return sum(
            layer.characters * (layer.tokens / layer.drafted if layer.drafted else usual) for layer in layers
        )


def answer_of(reader: Forecasting, article: Article) -> float:
    """Return about how many tokens the answer about an article has, by the embedded reader's draft of it."""
    from summarizer.readers.rules import RulesReader

    try:
        draft = RulesReader().draft(article)
    except LanguageNotRead:
        draft = None
    return reader.answer_tokens(article, draft)
