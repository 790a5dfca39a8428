"""What an article says that helps to tell one place from its namesakes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from summarizer.article import Article
from summarizer.checking.gazetteer import lists
from summarizer.checking.gazetteer.keys import text_words, words_of
from summarizer.checking.gazetteer.phrases import Sort, sort_of
from summarizer.schema.draft import Draft

_LOOKED_AT = 40
"""Occurrences of a name in the text that are looked at for the words beside it."""


class Mention(NamedTuple):
    """A place as a draft names it."""

    name: str
    within: tuple[str, ...]


class Countries(NamedTuple):
    """How often a text speaks of each country, ISO 3166-1 alpha-2 or alpha-3."""

    named: Counter[str]
    """By name."""
    peoples: Counter[str]
    """By demonym ("Iraqi")."""


@dataclass(frozen=True, eq=False)
class PlaceContext:
    """Everything in an article that speaks for a country or a province; made once, asked for each place.

    The text is looked at when first asked of, which is never where the gazetteer knows none of the places.
    """

    mentions: tuple[Mention, ...] = ()
    """The places of all operations, each with the larger ones named with it."""
    datelines: tuple[str, ...] = ()
    """Where the article was filed, which is weak evidence: stories are filed from far away."""
    actors: tuple[str, ...] = ()
    """ISO 3166-1 alpha-3 of the actors' states, as often as they occur."""
    text: str = ""

    @classmethod
    def of(cls, draft: Draft, article: Article) -> PlaceContext:
        """Return the context that an article and a draft of it give."""
        mentions = {
            Mention(place.name, tuple(place.within)): None
            for operation in draft.operations
            for place in operation.places
        }
        datelines = [draft.dateline, article.dateline.place if article.dateline else None]
        return cls(
            mentions=tuple(mentions),
            datelines=tuple({line: None for line in datelines if line}),
            actors=tuple(actor.country for actor in draft.actors if actor.country),
            text=article.text,
        )

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The text in plain words, as `keys.text_words` gives them."""
        return text_words(self.text)

    @cached_property
    def countries(self) -> Countries:
        """The countries of which the text speaks."""
        return _countries_in(self.words)

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        """Where the words of the draft's names stand in the text."""
        # a name may be asked for without the words before its core: "northern Aleppo province"
        wanted: dict[str, list[int]] = {
            word: [] for mention in self.mentions for word in words_of(mention.name)
        }
        for index in [index for index, word in enumerate(self.words) if word in wanted]:
            wanted[self.words[index]].append(index)
        return wanted

    def called(self, name: str) -> set[Sort]:
        """Return the kinds of place that the text calls a name: "Idlib province" and "the city of Idlib"."""
        wanted = words_of(name)
        if not wanted:
            return set()
        found = set()
        size = len(wanted)
        for start in self._positions.get(wanted[0], ())[:_LOOKED_AT]:
            if list(self.words[start : start + size]) != wanted:
                continue
            found.add(sort_of(self.words[start + size] if start + size < len(self.words) else ""))
            if start > 1 and self.words[start - 1] == "of":
                found.add(sort_of(self.words[start - 2]))
        return {sort for sort in found if sort is not None}


_NOT_COUNTRIES = frozenset(["us", "car", "salvador", "gulf"])
"""Forms that in small letters are other words, or other places, too often."""


@cache
def _country_words() -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """Return country names and demonyms by first word: (words, code, is a demonym), the longest first.

    "The Philippines" are filed under the second word: "the" stands in every line.
    """
    forms: dict[tuple[str, ...], tuple[str, bool]] = {}
    for code, names in lists.other_names("countries"):
        forms.update({tuple(words_of(name)): (code, False) for name in names})
    for nation in lists.nations():
        forms.update({tuple(words_of(name)): (nation.iso3, True) for name in nation.demonyms})
        # "U.S. troops" says no more of where they are than "American troops"
        forms.update({tuple(words_of(name)): (nation.iso3, name.isupper()) for name in nation.names})
    by_first: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for words in sorted(forms, key=len, reverse=True):
        if words and "".join(words) not in _NOT_COUNTRIES:
            first = words[1] if words[0] == "the" else words[0]
            by_first.setdefault(first, []).append((words, *forms[words]))
    return by_first


def _countries_in(words: tuple[str, ...]) -> Countries:
    by_first = _country_words()
    named: Counter[str] = Counter()
    peoples: Counter[str] = Counter()
    behind = 0
    for index in [index for index, word in enumerate(words) if word in by_first]:
        if index < behind:
            continue
        for form, code, demonym in by_first[words[index]]:
            start = index - (form[0] == "the")
            if start >= behind and words[start : start + len(form)] == form:
                (peoples if demonym else named)[code] += 1
                behind = start + len(form)
                break
    return Countries(named, peoples)
