"""A group of people or a party, as a noun phrase of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.patterns.amounts import Amount
from summarizer.patterns.lexicon import Entry


@dataclass(slots=True)
class Group:
    """A noun phrase about people, from token `start` (count and determiner included) to `end`."""

    start: int
    end: int
    core: int
    """First token after count and determiner: where the name of an actor begins."""
    amount: Amount | None
    determiner: str
    head: Entry
    """The entry of the last noun; kind "number" or "name" where there is no noun."""
    owner: Entry | None
    """A named party, a nation or a people that qualifies it ("Taliban", "Iraqi")."""
    plural: bool
    belongs: Entry | None = None
    """A head that qualifies the last noun ("police" in "police officers")."""
    named: tuple[int, int] | None = None
    """Where the name of a party stands in it ("Taliban" in "Taliban fighters")."""

    @property
    def definite(self) -> bool:
        """Whether it points back to somebody already named: "the militants", "these men"."""
        return self.determiner in _POINTING


_POINTING = frozenset("the this that these those both all his her its their".split())
