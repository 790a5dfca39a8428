"""A sentence with the phrases of the lexicons that stand in it: what every finder starts from."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.patterns.amounts import Amount, find_amounts
from summarizer.patterns.coined import add_coined
from summarizer.patterns.lexicon import Mark, mark
from summarizer.patterns.tokens import Tokens

_NO_MARKS: tuple[Mark, ...] = ()


class Marked:
    """One sentence, or a piece of one, looked up once."""

    __slots__ = (
        "_amounts",
        "_by_kind",
        "kinds",
        "marks",
        "number",
        "tokens",
        "vocabulary",
        "words",
    )

    def __init__(self, text: str, number: int = 1) -> None:
        self.number = number
        self.tokens = Tokens(text)
        self.words = self.tokens.words
        """The folded words."""
        self.vocabulary = set(self.words)
        """The words, each once: whether some word stands in the sentence is asked here."""
        self.marks: list[Mark] = add_coined(self.tokens, self.vocabulary, mark(self.tokens))
        if not self.vocabulary.isdisjoint(_MINES):
            self.marks = [found for found in self.marks if not _is_pit(self.tokens, found)]
        self.kinds = {found.entry.kind for found in self.marks}
        """The kinds of the marks."""
        self._by_kind: dict[str, list[Mark]] = {}
        self._amounts: list[Amount] | None = None

    @property
    def amounts(self) -> list[Amount]:
        """The count phrases, found when they are first asked for."""
        if self._amounts is None:
            self._amounts = find_amounts(self.tokens)
        return self._amounts

    def span(self, start: int, end: int) -> str:
        """Return the text from token `start` up to but not including token `end`."""
        tokens = self.tokens
        return tokens.text[tokens.starts[start] : tokens.ends[end - 1]] if end > start else ""

    def of(self, kind: str) -> Sequence[Mark]:
        """Return the marks of a kind, in order."""
        if kind not in self.kinds:
            return _NO_MARKS
        if not self._by_kind:
            for found in self.marks:
                self._by_kind.setdefault(found.entry.kind, []).append(found)
        return self._by_kind[kind]

    def of_any(self, *kinds: str) -> Sequence[Mark]:
        """Return the marks of several kinds, in order."""
        return self.among(frozenset(kinds))

    def among(self, kinds: frozenset[str]) -> Sequence[Mark]:
        """Return the marks of several kinds, in order; quicker than `of_any` where the set is a constant."""
        if self.kinds.isdisjoint(kinds):
            return _NO_MARKS
        return [found for found in self.marks if found.entry.kind in kinds]


_MINES = frozenset(("mine", "mines"))
_ORES = frozenset(
    "gold coal copper diamond iron salt cobalt uranium zinc lithium silver tin coltan nickel jade emerald "
    "mineral pit artisanal".split()
)


_MAKES = frozenset(("claymore", "teller"))


def _is_pit(tokens: Tokens, mark: Mark) -> bool:
    """Tell whether a mine is one that miners work in: "an attack on a gold mine", "on the Chimbolo mine"."""
    words, before = tokens.words, mark.start - 1
    if words[mark.end - 1] not in _MINES or before < 0:
        return False
    named = tokens.capitals[before] and not tokens.upper(before) and words[before] not in _MAKES
    return words[before] in _ORES or (named and before > 0 and words[before - 1] == "the")
