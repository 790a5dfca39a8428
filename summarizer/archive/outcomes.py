"""How an article ended: every input of a run in exactly one way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from summarizer.article import Article
from summarizer.errors import SummarizerError
from summarizer.readers.base import Attempt, Reading
from summarizer.schema.report import Report


class OutcomeKind(StrEnum):
    """The ways in which an input can end."""

    OK = "ok"
    """There is a report."""
    REFUSED = "refused"
    """The model declined, or a content filter stopped it."""
    TRUNCATED = "truncated"
    """The answer was cut off at the output limit, twice."""
    INVALID = "invalid"
    """The answers never matched the schema."""
    FAILED = "failed"
    """The endpoint failed for this article again and again while it served others."""
    UNREADABLE = "unreadable"
    """The source could not be read."""
    DUPLICATE = "duplicate"
    """The same text as an article before it; read once, linked."""
    SCREENED_OUT = "screened_out"
    """Not sent to the model, because nothing in it speaks of violence (`screen`)."""
    NOT_STARTED = "not_started"
    """The budget was reached or the run was stopped first."""


FAILURES = (OutcomeKind.REFUSED, OutcomeKind.TRUNCATED, OutcomeKind.INVALID, OutcomeKind.FAILED)
"""What `retry_failed` takes up again; an unreadable source is looked at again by every run."""


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What became of one input."""

    kind: OutcomeKind
    source: str | None
    """Where it came from: "archive.zip!2016/a.html", "x.jsonl:1841"; None: made in Python."""
    article: Article | None = None
    """None: it could not be read."""
    error: SummarizerError | None = None
    reason: str | None = None
    """Why there is no report, in one line."""
    duplicate_of: str | None = None
    """Source, or else id, of the article whose text it has."""
    attempts: Sequence[Attempt] = ()
    """The calls of this run; none for what an earlier run had done."""
    stored: bool = False
    """An earlier run, or another process, had finished it."""
    _report: Callable[[], Report | None] = field(default=lambda: None, repr=False)
    _reading: Reading | None = field(default=None, repr=False)

    @property
    def ok(self) -> bool:
        """There is a report."""
        return self.kind == OutcomeKind.OK

    @property
    def report(self) -> Report | None:
        """The report; of a duplicate, the one of the article whose text it has; else None.

        What an earlier run had done is fetched from the ledger when it is asked for.
        """
        return self._report()

    @property
    def reading(self) -> Reading | None:
        """The draft as the reader filled it, where this run read it."""
        return self._reading

    @property
    def cost_usd(self) -> float | None:
        """What this run paid for it; None where the price of a call is not known."""
        costs = [attempt.cost_usd for attempt in self.attempts]
        known = [cost for cost in costs if cost is not None]
        return sum(known) if len(known) == len(costs) else None


def kind_of(error: SummarizerError) -> OutcomeKind:
    """Return how an article ends that met this error."""
    return OutcomeKind(error.outcome)
