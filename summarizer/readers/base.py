"""The one seam between articles and drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from pydantic import JsonValue

from summarizer.article import Article, Sentence
from summarizer.schema.actor import Actor, Source
from summarizer.schema.casualty import Casualty
from summarizer.schema.draft import Draft
from summarizer.schema.operation import Operation
from summarizer.schema.report import Finding


@dataclass(frozen=True, slots=True)
class Attempt:
    """One call to an endpoint, whatever came of it, with what it cost."""

    outcome: str
    """"ok", or the name of the error that ended it (`Invalid`, `RateLimited`, …)."""
    seconds: float
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    """Input tokens that the provider had cached; part of `input_tokens`."""
    cost_usd: float | None = None
    """None: the price of the model is not known."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft with the account of how it was come by."""

    draft: Draft
    attempts: Sequence[Attempt] = ()
    reader_version: str | None = None
    """The model's name as the endpoint gave it; None: the reader's own `version`."""
    prompt_version: str | None = None
    parameters: dict[str, JsonValue] = field(default_factory=dict)
    """What was asked of the endpoint beside the prompt ("temperature", "mode", …)."""


@runtime_checkable
class Reader(Protocol):
    """Whoever fills a draft from an article.

    A reader of your own is one class:

        class MyReader:
            name, version = "mine", "1"

            async def read(self, article: Article) -> Draft:
                return Draft(relevance="not_conflict", document_type="other", headline="", abstract="")

    A reader that spends money returns a `Reading`, and hangs the attempts on the errors it raises
    (`SummarizerError.attempts`), so that nothing paid goes uncounted. A reader that holds connections has an
    `async def aclose(self)`.
    """

    name: str
    version: str

    async def read(self, article: Article) -> Draft | Reading:
        """Return the draft of an article, or raise a `SummarizerError`."""
        ...


@dataclass(frozen=True, slots=True)
class Doubt:
    """A record that checking found wrong, with all that a second look at it needs."""

    record: Source | Actor | Operation | Casualty
    findings: Sequence[Finding]
    """The errors of this record that a second look can mend, at least one."""
    sentences: Sequence[Sentence]
    """The sentences that it cites, and others where its names or its number stand; at least one."""


@runtime_checkable
class Repairer(Reader, Protocol):
    """A reader that can be asked a second time, about single records.

    It is asked at most once an article, and only where checking found errors.
    """

    async def repair(self, article: Article, draft: Draft, doubts: Sequence[Doubt]) -> Draft | Reading:
        """Return a draft that holds the records of the doubts, mended, under their own ids; or raise.

        Whatever else stands in it is ignored, and so is a record that is no better than the one it replaces.
        A record that cannot be mended is left out.
        """
        ...
