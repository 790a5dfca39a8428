"""A sentence with everything that the finders share: lexicon marks, counts and groups of people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

from summarizer.patterns.group import Group
from summarizer.patterns.marked import Marked
from summarizer.patterns.people import find_groups

T = TypeVar("T")
_VERB_KINDS = frozenset(("deed", "harm", "fate", "speech", "light", "hurl"))


class Scan(Marked):
    """One sentence, or a piece of one, looked up once; groups and verbs are found when first asked for."""

    __slots__ = ("_grouped", "_groups", "_verbs", "before_verbs", "found")

    def __init__(self, text: str, number: int = 1) -> None:
        super().__init__(text, number)
        self._groups: list[Group] | None = None
        self._grouped: set[int] | None = None
        self._verbs: list[int] | None = None
        self.before_verbs: dict[int, tuple[int, frozenset[str]]] = {}
        """What stands before a verb, by its token, once it has been asked for."""
        self.found: dict[object, Any] = {}
        """What the finders found in it, by finder; see `once`."""

    @property
    def groups(self) -> list[Group]:
        """The groups of people and parties, in order."""
        if self._groups is None:
            (self._groups,) = find_groups([self])
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
            starts = {
                found.start
                for found in self.marks
                if found.entry.kind in _VERB_KINDS and found.entry.info != "base"
            }
            self._verbs = sorted(starts)
        return self._verbs


def find_all_groups(scans: Sequence[Scan]) -> None:
    """Find the groups of many sentences, which takes less time at once than sentence by sentence."""
    new = [scan for scan in scans if scan._groups is None]
    for scan, groups in zip(new, find_groups(new), strict=True):
        scan._groups = groups


def once(finder: Callable[[Scan], list[T]]) -> Callable[[Scan], list[T]]:
    """Make a finder look at a scan once: the checks ask again for what the embedded reader asked for.

    Who asks must not change the list.
    """

    @wraps(finder)
    def found(scan: Scan) -> list[T]:
        kept: list[T] | None = scan.found.get(finder)
        if kept is None:
            kept = scan.found[finder] = finder(scan)
        return kept

    return found
