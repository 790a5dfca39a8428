"""How far a run has come; read by whoever shows it, at any time, from any thread."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field

from summarizer.archive.outcomes import Outcome, OutcomeKind
from summarizer.schema.vocabulary import Relevance


@dataclass(slots=True)
class Progress:
    """Counts of one run."""

    started: float = field(default_factory=time.monotonic)
    ended: Counter[OutcomeKind] = field(default_factory=Counter)
    """Inputs by outcome, those of earlier runs too."""
    stored: int = 0
    """Of these, how many an earlier run had finished."""
    dated_anew: int = 0
    """Of these, how many have another publication date than they had then, or none any more."""
    not_conflict: int = 0
    """Articles that this run read and that are judged not to be about armed conflict."""
    elsewhere: int = 0
    """Inputs that another process is reading."""
    taken_up: int = 0
    """Articles that an earlier run had begun, or had failed at."""
    failures: Counter[str] = field(default_factory=Counter)
    """Errors by name, of this run."""
    examples: dict[str, str] = field(default_factory=dict)
    """What the first of each error said."""
    in_flight: int = 0
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    cost_usd: float = 0.0
    unpriced: int = 0
    """Calls whose price is not known."""
    waiting: str | None = None
    """Why the run pauses."""
    read_to_end: bool = False
    """All inputs were looked at."""

    @property
    def inputs(self) -> int:
        """Inputs that have their outcome."""
        return self.ended.total()

    @property
    def failed(self) -> int:
        """Inputs without a report that should have one."""
        fine = (OutcomeKind.OK, OutcomeKind.DUPLICATE, OutcomeKind.SCREENED_OUT)
        return sum(count for kind, count in self.ended.items() if kind not in fine)

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self.started

    def count(self, outcome: Outcome) -> None:
        """Count one more input."""
        self.ended[outcome.kind] += 1
        self.stored += outcome.stored
        if outcome.ok and not outcome.stored and (reading := outcome.reading) is not None:
            self.not_conflict += reading.draft.relevance == Relevance.NOT_CONFLICT
        if outcome.error is not None:
            name = type(outcome.error).__name__
            self.failures[name] += 1
            self.examples.setdefault(name, str(outcome.error))
        for attempt in outcome.attempts:
            self.calls += 1
            self.input_tokens += attempt.input_tokens
            self.output_tokens += attempt.output_tokens
            self.cached_tokens += attempt.cached_tokens
            self.cost_usd += attempt.cost_usd or 0.0
            self.unpriced += attempt.cost_usd is None
