"""What else than war an article may be about: sport, an accident, the news of a court."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from summarizer.patterns.lexicon import wordset
from summarizer.patterns.scan import Scan

_TOPICS = (
    "sport",
    "culture",
    "business",
    "health_and_weather",
    "accident_and_disaster",
    "crime_and_court",
    "politics_and_labour",
    "animals_and_science",
    "remembrance",
    "travel",
    "army_in_peace",
)
OPENING = 3
"""The title and the sentences of the first paragraph, which tell what the rest is about."""


def weight_of_peace(scans: list[Scan], told: set[str]) -> float:
    """Return how much speaks for the topic of peace that has most words in a text, and half of the next.

    Stories and obituaries are full of the words of war, and so is what speaks to its reader as "you".
    `told` has every word of the text.
    """
    opening = vocabulary_of(scans[:OPENING])
    words = told & _words_of_topics()
    most, second = sorted(_weigh(*topic, words, opening) for topic in _topics())[:-3:-1]
    weight = most + second / 2
    if not opening.isdisjoint(_STORIES):
        weight *= 2
    if any(_obituary(scan) for scan in scans[:OPENING]):
        weight += _A_LIFE
    if told.isdisjoint(_YOU):
        return weight
    return weight + 1.5 * min(3, sum(map(_to_the_reader, scans)))


def vocabulary_of(scans: Iterable[Scan]) -> set[str]:
    """Return the words of some sentences."""
    return set().union(*(scan.vocabulary for scan in scans))


def _weigh(plain: frozenset[str], besides: frozenset[str], words: set[str], opening: set[str]) -> int:
    """Return twice the words of a topic, again those in the opening, and once those that others have too."""
    own = len(words & plain)
    shared = len(words & besides)
    if own == 0:
        return max(0, shared - 2)
    if own == 1:
        return 2 + shared
    return 2 * own + 2 * len(opening & plain) + shared


@cache
def _topics() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the words of each topic: its own, and those that others have too."""
    return tuple(
        (wordset("relevance", topic, "plain"), wordset("relevance", topic, "besides")) for topic in _TOPICS
    )


@cache
def _words_of_topics() -> frozenset[str]:
    """Return the words of every topic: few of a text are left after them."""
    return frozenset().union(*(words for topic in _topics() for words in topic))


_STORIES = frozenset(
    "film movie novel novelist thriller game videogame play opera exhibition series museum gameplay "
    "multiplayer hotfix nerfed respawn esports".split()
)
_A_LIFE = 24
"""What an obituary weighs: the wars of a life are over."""


def _obituary(scan: Scan) -> bool:
    if "died" not in scan.vocabulary:
        return False
    text = " ".join(scan.words)
    return any(formula in text for formula in _HAS_DIED)


_HAS_DIED = ("who has died", "has died aged", "has died at", "died at the age of", "who died aged")


def _to_the_reader(scan: Scan) -> bool:
    """Tell whether a sentence outside quotation marks says "you"."""
    text = scan.tokens.text
    return not scan.vocabulary.isdisjoint(_YOU) and _QUOTES.isdisjoint(text)


_YOU = frozenset(("you", "your", "yourself", "you're", "you'll", "you've", "you'd"))
_QUOTES = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')


def speaks_of_accidents(told: set[str]) -> bool:
    """Tell whether the words of a text tell enough of an accident or a disaster to explain deaths and a
    blast."""
    plain, besides = _topics()[_TOPICS.index("accident_and_disaster")]
    return len(told & plain) > 1 or len(told & besides) > 2
