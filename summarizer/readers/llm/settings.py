"""How a model is asked, whatever the model and the article."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from summarizer.errors import UsageError
from summarizer.readers.llm.prices import Price
from summarizer.readers.llm.retries import Gate, Limits, OpenGate, Sleep


@dataclass(frozen=True, slots=True)
class Settings:
    """How a model is asked."""

    max_output_tokens: int = 8192
    """Tokens that an answer may have; doubled once for an answer that was cut off."""
    temperature: float = 0.0
    """Left out where the model takes none."""
    limits: Limits = field(default_factory=Limits)
    gate: Gate = field(default_factory=OpenGate)
    """Awaited before each request, and told how it ended: where a run limits its rate."""
    price: Price | None = None
    """The user's own; None: the price list's."""
    sleep: Sleep = asyncio.sleep
    """How to pause between attempts; tests pass one that does not."""

    def __post_init__(self) -> None:
        if self.max_output_tokens < 1:
            raise UsageError(f"{self.max_output_tokens} output tokens are no answer; give at least 1.")
