"""A sentence with everything that the finders share: tokens, lexicon marks and groups of people."""

from __future__ import annotations

from summarizer.patterns.amounts import Amount, find_amounts
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Mark, mark
from summarizer.patterns.people import find_groups
from summarizer.patterns.tokens import Tokens

_VERB_KINDS = frozenset(("deed", "harm", "fate", "speech", "light"))


class Scan:
    """One sentence, or a piece of one, looked up once."""

    __slots__ = ("_amounts", "_grouped", "_groups", "_verbs", "kinds", "marks", "number", "tokens", "words")

    def __init__(self, text: str, number: int = 1) -> None:
        self.number = number
        self.tokens = Tokens(text)
        self.words = self.tokens.words
        """The folded words."""
        self.marks: list[Mark] = mark(self.tokens)
        self.kinds = {found.entry.kind for found in self.marks}
        self._amounts: list[Amount] | None = None
        self._groups: list[Group] | None = None
        self._grouped: set[int] | None = None
        self._verbs: list[int] | None = None

    @property
    def amounts(self) -> list[Amount]:
        """The count phrases, found when they are first asked for."""
        if self._amounts is None:
            self._amounts = find_amounts(self.tokens)
        return self._amounts

    @property
    def groups(self) -> list[Group]:
        """The groups of people and parties, found when they are first asked for."""
        if self._groups is None:
            self._groups = find_groups(self.tokens, self.marks, self.amounts)
        return self._groups

    @property
    def grouped(self) -> set[int]:
        """The tokens that stand inside a group."""
        if self._grouped is None:
            self._grouped = {index for group in self.groups for index in range(group.core, group.end)}
        return self._grouped

    @property
    def verbs(self) -> list[int]:
        """Where verbs of the lexicons begin, in order; a base form may be a noun and is none."""
        if self._verbs is None:
            self._verbs = sorted(
                {
                    found.start
                    for found in self.marks
                    if found.entry.kind in _VERB_KINDS and found.entry.info != "base"
                }
            )
        return self._verbs

    def span(self, start: int, end: int) -> str:
        """Return the text from token `start` up to but not including `end`."""
        return self.tokens.span(start, end)

    def of(self, *kinds: str) -> list[Mark]:
        """Return the marks of some kinds, in order."""
        if self.kinds.isdisjoint(kinds):
            return []
        return [found for found in self.marks if found.entry.kind in kinds]
