"""Count phrases as numbers: what "at least 12", "dozens" or "between 6 and 8" says, and where it stands.

A bound is only what the words entail: "up to 30" is 0 to 30, "more than 12" is 13 and nothing above. A vague
word is the least it can mean: "dozens" is 24 with no upper bound. `best` is a single stated figure, exact or
about; a bound such as "at least 12" is no best figure.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.checking.quantities.evidence import stands_in
from summarizer.checking.quantities.lexicon import count_lexicon, languages_to_try
from summarizer.checking.quantities.number_words import Amount
from summarizer.checking.quantities.phrase import CountPhrase, parse_count
from summarizer.checking.quantities.tokens import Token, tokenize
from summarizer.schema.vocabulary import Outcome, Qualifier

__all__ = ["Reading", "read_count", "stands_in"]

_LONGEST_PHRASE = 64
"""Tokens of a phrase that are read; a count phrase has two or three."""

_WEAK_RULES = frozenset(["one-person", "bare-plural"])


@dataclass(frozen=True, slots=True)
class Reading:
    """A count phrase as numbers; a bound that is not stated is None."""

    minimum: int | None
    maximum: int | None
    best: int | None
    qualifier: Qualifier
    rule: str
    """The rule that computed it ("at-least", "vague-word")."""
    numeral: tuple[int, int] | None
    """Where the number stands: ``phrase[start:end]``."""


def read_count(phrase: str | None, *, outcome: Outcome, language: str | None = None) -> Reading | None:
    """Read a count phrase; None where it has no reading as a count (an ordinal, a share, two counts in one).

    A `phrase` of None means that only a plural says so: two or more, or, where the outcome is "killed or
    wounded", one or more. `language` is an ISO 639-1 code; without it, or where the phrase is not in that
    language, the others are tried. Only the first 64 words and signs are read.
    """
    if phrase is None:
        if outcome == Outcome.KILLED_OR_WOUNDED:
            return Reading(1, None, None, Qualifier.PLURAL, "casualties-only", None)
        return Reading(2, None, None, Qualifier.PLURAL, "bare-plural", None)
    tokens = tokenize(phrase, limit=_LONGEST_PHRASE)
    if not tokens:
        return None
    weak = None
    for candidate in languages_to_try(phrase, language):
        parsed = parse_count(tokens, count_lexicon(candidate))
        reading = _reading(parsed, outcome, tokens) if parsed else None
        # An article alone is weak proof of a language: "un demi-million" is no Spanish person.
        if reading and (reading.rule not in _WEAK_RULES or len(tokens) == 1):
            return reading
        weak = weak or reading
    return weak


def _reading(parsed: CountPhrase, outcome: Outcome, tokens: list[Token]) -> Reading | None:
    """Turn what a phrase says into bounds; None where they would cross ("from 40 to 28" is a revision)."""
    first, second = parsed.first, parsed.second
    span = (tokens[first.first].start, tokens[(second or first).after - 1].end)
    if parsed.kind == "none":
        return Reading(0, 0, 0, Qualifier.NONE, "stated-none", span)
    if parsed.kind == "plural":
        return Reading(2, None, None, Qualifier.PLURAL, "bare-plural", span)
    if parsed.kind == "casualties":
        # They may all be wounded: for the killed alone nothing is stated.
        least = 1 if outcome == Outcome.KILLED_OR_WOUNDED else None
        return Reading(least, None, None, Qualifier.PLURAL, "casualties-only", span)
    if second is not None:
        return _range(parsed, second, span)
    return _single_figure(first, parsed.bound, "one-person" if parsed.kind == "one" else "exact-figure", span)


def _single_figure(amount: Amount, bound: str, exact_rule: str, span: tuple[int, int]) -> Reading:
    value, vague = amount.value, amount.kind == "vague"
    if bound == "at_least":
        return Reading(value, None, None, Qualifier.AT_LEAST, "at-least", span)
    if bound == "more_than":
        # What a vague word can least mean is a convention already: nothing is added to it.
        return Reading(value if vague else value + 1, None, None, Qualifier.MORE_THAN, "more-than", span)
    if vague:
        least = 0 if bound in ("up_to", "fewer_than") else value
        return Reading(least, None, None, Qualifier.VAGUE, "vague-word", span)
    if bound == "up_to":
        return Reading(0, value, None, Qualifier.UP_TO, "up-to", span)
    if bound == "fewer_than":
        return Reading(0, max(value - 1, 0), None, Qualifier.UP_TO, "fewer-than", span)
    if value == 0:
        return Reading(0, 0, 0, Qualifier.NONE, "stated-none", span)
    if bound == "about" or amount.kind == "about":
        return Reading(value, value, value, Qualifier.ABOUT, "about", span)
    return Reading(value, value, value, Qualifier.EXACT, exact_rule, span)


def _range(parsed: CountPhrase, second: Amount, span: tuple[int, int]) -> Reading | None:
    low, high = _carried(parsed.first, second), second.value
    if low > high:
        return None
    closed = parsed.second_bound == "up_to"
    if parsed.bound == "more_than":
        low = min(low + 1, high)
        if not closed:
            return Reading(low, None, None, Qualifier.MORE_THAN, "more-than", span)
    if second.kind == "vague":
        return Reading(low, None, None, Qualifier.VAGUE, "vague-word", span)
    if parsed.second_bound in ("at_least", "more_than") or (parsed.bound == "at_least" and not closed):
        return Reading(low, None, None, Qualifier.AT_LEAST, "at-least", span)
    if parsed.bound == "up_to":
        return Reading(0, high, None, Qualifier.UP_TO, "up-to", span)
    if parsed.bound == "fewer_than":
        return Reading(0, max(high - 1, 0), None, Qualifier.UP_TO, "fewer-than", span)
    return Reading(low, high, None, Qualifier.RANGE, "range", span)


def _carried(first: Amount, second: Amount) -> int:
    """Give the first figure the scale that only the second one names ("10 to 20 thousand")."""
    if first.kind == "vague" or not second.coefficient:
        return first.value
    if first.scale == 1:
        return first.value * second.scale if first.value < second.coefficient else first.value
    ratio = second.scale // first.scale
    return first.value * ratio if ratio >= 1000 and first.value * ratio < second.value else first.value
