"""Where a count phrase, or at least its number, stands in a sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from summarizer.checking.quantities.lexicon import CountLexicon, count_lexicon, languages_to_try
from summarizer.checking.quantities.number_words import Amount, is_counted, read_amount
from summarizer.checking.quantities.phrase import CountPhrase, parse_count
from summarizer.checking.quantities.tokens import Token, tokenize

_LONGEST_PHRASE = 64
_LONGEST_SENTENCE = 5_000
"""Characters of a sentence that is read in several languages, where none is named."""

_BETWEEN = "\x1f"
_KEPT_PHRASES = 256
"""The same phrases stand in one article after the other."""
_KEPT_SENTENCES = 256
"""An article's counts share their sentences: each is split once."""


def stands_in(phrase: str, sentence: str, *, language: str | None = None) -> tuple[int, int] | None:
    """Return where a count phrase stands: ``sentence[start:end]``; None where neither it nor its number does.

    The phrase is looked for word by word, after folding case, accents, quotes, hyphens and spaces; then its
    number alone, in figures or in words. A number counts only whole and as a count: 12 stands neither in
    "1,200", "12th", "12 thousand" nor in "12-year-old". Both ends of a range must stand.
    """
    wanted = _tokens_of(phrase)
    split = _split(sentence, language)
    if not wanted or not split.tokens:
        return None
    found = _word_by_word(wanted, split)
    if found is None:
        parsed = _parse(wanted, phrase, language)
        found = _number_alone(parsed, wanted, split) if parsed else None
    if found is None:
        return None
    return split.tokens[found[0]].start, split.tokens[found[1] - 1].end


@lru_cache(maxsize=_KEPT_PHRASES)
def _tokens_of(phrase: str) -> list[Token]:
    return tokenize(phrase, limit=_LONGEST_PHRASE)


class _Sentence(NamedTuple):
    """A sentence's tokens, and its amounts in every language that it may be written in."""

    tokens: list[Token]
    joined: str
    lexicons: list[CountLexicon]
    counted: dict[tuple[int, bool], Amount]
    """The first amount of each value, vague or not."""
    inside: set[int]
    """Token borders within an amount: a match may not begin or end there."""
    uncounted_ends: set[int]


@lru_cache(maxsize=_KEPT_SENTENCES)
def _split(sentence: str, language: str | None) -> _Sentence:
    tokens = tokenize(sentence)
    languages = languages_to_try(sentence, language)
    if len(sentence) > _LONGEST_SENTENCE:
        languages = languages[:1]
    lexicons = [count_lexicon(candidate) for candidate in languages]
    found = [(amount, lexicon) for lexicon in lexicons for amount in _amounts(tokens, lexicon)]
    inside = {border for amount, _ in found for border in range(amount.first + 1, amount.after)}
    uncounted_ends = {amount.after for amount, lexicon in found if not is_counted(tokens, amount, lexicon)}
    counted: dict[tuple[int, bool], Amount] = {}
    for amount, _ in found:
        # "12 thousand", "12 October" are 12 to a Spanish ear: what any language reads on from counts nobody.
        if amount.after not in uncounted_ends and not {amount.first, amount.after} & inside:
            counted.setdefault((amount.value, amount.kind == "vague"), amount)
    return _Sentence(tokens, _join(tokens), lexicons, counted, inside, uncounted_ends)


def _amounts(tokens: list[Token], lexicon: CountLexicon) -> list[Amount]:
    """Find every amount of a sentence; none overlap."""
    found: list[Amount] = []
    spaced, starts = lexicon.language != "en", lexicon.amount_starts
    behind = 0
    for at, token in enumerate(tokens):
        if at < behind or (token.text not in starts and token.kind != "number"):
            continue
        amount = read_amount(tokens, at, lexicon, spaced=spaced)
        if amount is not None:
            found.append(amount)
            behind = amount.after
    return found


def _parse(wanted: list[Token], phrase: str, language: str | None) -> CountPhrase | None:
    for candidate in languages_to_try(phrase, language):
        parsed = parse_count(wanted, count_lexicon(candidate))
        if parsed is not None:
            return parsed
    return None


def _word_by_word(wanted: list[Token], sentence: _Sentence) -> tuple[int, int] | None:
    needle = _join(wanted)
    at = sentence.joined.find(needle)
    first, counted_to = 0, 0
    while at >= 0:
        first += sentence.joined.count(_BETWEEN, counted_to, at)
        counted_to = at
        after = first + len(wanted)
        if not ({first, after} & sentence.inside or after in sentence.uncounted_ends):
            return first, after
        at = sentence.joined.find(needle, at + 1)
    return None


def _join(tokens: list[Token]) -> str:
    return _BETWEEN + _BETWEEN.join(token.text for token in tokens) + _BETWEEN


def _number_alone(parsed: CountPhrase, wanted: list[Token], sentence: _Sentence) -> tuple[int, int] | None:
    if parsed.kind in ("plural", "casualties"):
        return None
    if parsed.kind == "none":
        return _word_of("none", sentence) or _same(parsed.first, sentence)
    if parsed.kind == "one":
        determiner = wanted[parsed.first.first : parsed.first.after]
        return (
            _word_by_word(determiner, sentence) or _word_of("one", sentence) or _same(parsed.first, sentence)
        )
    found = _same(parsed.first, sentence)
    if found is None and parsed.first.value == 1 and wanted[parsed.first.first].kind == "word":
        # "One" is how a reader writes "a policeman".
        found = _word_of("one", sentence)
    if found is None or parsed.second is None:
        return found
    other = _same(parsed.second, sentence)
    return (min(found[0], other[0]), max(found[1], other[1])) if other else None


def _same(wanted: Amount, sentence: _Sentence) -> tuple[int, int] | None:
    amount = sentence.counted.get((wanted.value, wanted.kind == "vague"))
    return (amount.first, amount.after) if amount else None


def _word_of(role: str, sentence: _Sentence) -> tuple[int, int] | None:
    for lexicon in sentence.lexicons:
        index = lexicon.phrases[role]
        for at in range(len(sentence.tokens)):
            if found := index.match(sentence.tokens, at):
                return at, found[1]
    return None
