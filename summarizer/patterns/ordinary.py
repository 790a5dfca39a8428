"""Ordinary words of English, to tell names from words in texts that are all in capitals."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from summarizer.patterns.lexicon import phrases, table, words_of, wordset


@cache
def common_words() -> frozenset[str]:
    """Return ordinary English words, to tell names from words where everything is in capitals."""
    text = files("summarizer.patterns.lexicons").joinpath("common_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


_OF_STATES = ("nation", "demonym", "capital")


@cache
def _known_words() -> frozenset[str]:
    """Return the common words and those with which a phrase of the lexicons begins that is not a name."""
    lists = (*table("hedges").values(), table("operations")["objectives"]["take_ground"])
    plain = {form.replace("-", " ").split()[0] for text in lists for form in words_of(text)}
    words = {
        word
        for word, forms in phrases().items()
        if any(not form.case or form.entry.kind in _OF_STATES for form in forms)
    }
    return common_words() | words | plain | wordset("places", "directions")


_ENDINGS = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "ly",
    "er",
    "ers",
    "al",
    "ion",
    "ness",
    "ment",
    "ments",
    "ity",
    "ions",
)


@lru_cache(maxsize=65_536)
def ordinary(word: str) -> bool:
    """Tell whether a folded word is an ordinary English word or a form of one.

    >>> ordinary("reported"), ordinary("villagers"), ordinary("perulapan")
    (True, True, False)
    """
    return len(word) < 3 or _is_form_of(word, _known_words())


@lru_cache(maxsize=65_536)
def english(word: str) -> bool:
    """Tell whether a folded word is an ordinary English word, and not one with which only a name begins.

    >>> english("revolutionary"), english("mosul")
    (True, False)
    """
    return len(word) < 3 or _is_form_of(word, _english_words())


@cache
def _english_words() -> frozenset[str]:
    """Return the known words without those that only names of parties and places begin with."""
    plain = {
        word for word, forms in phrases().items() if any(form.entry.kind not in _NAMING for form in forms)
    }
    return common_words() | plain


_NAMING = frozenset(("belligerent", "place", "nation", "demonym", "capital"))


def _is_form_of(word: str, words: frozenset[str]) -> bool:
    known = common_words()
    if word in words:
        return True
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if stem in words or f"{stem}e" in known or (stem[:-1] in known and stem[-1:] == stem[-2:-1]):
                return True
    return (word.endswith("ies") and f"{word[:-3]}y" in known) or word.endswith(
        ("tion", "tions", "ment", "ism", "ist", "ists", "ness", "ingly")
    )
