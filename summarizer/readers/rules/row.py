"""A casualty record while it is being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.patterns.named import Named
from summarizer.readers.rules.event import Event


@dataclass(slots=True, eq=False)
class Row:
    """One count of one group of victims."""

    outcome: str
    count: str | None
    victims: str
    head: str
    status: str
    scope: str
    period: str | None
    assertion: str
    event: Event | None
    victim_actor: str | None
    sources: list[str]
    evidence: set[int]
    persons: list[Named] = field(default_factory=list)
    number: str | None = None
    """The count, folded, without "about" and "some"."""
    relation: tuple[Row, str] | None = None
    definite: bool = False
    partial: bool = False
    """Whether it only says who some of the harmed were: "the dead included two policemen"."""
    out_of: str = ""
    """What had befallen the dead before: "wounded" ("two of the wounded died"), "captured", "abducted"."""
