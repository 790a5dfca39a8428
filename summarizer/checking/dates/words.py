"""A date phrase as the words that rules are written in: weekdays, months, figures, connectors."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.checking.dates.lexicon import DateLexicon, DateWord
from summarizer.checking.quantities.lexicon import LANGUAGES, count_lexicon
from summarizer.checking.quantities.number_words import read_amount
from summarizer.checking.quantities.tokens import Token, tokenize
from summarizer.schema.vocabulary import TimeOfDay

_LONGEST_PHRASE = 40
"""Tokens of a phrase that are read; a long date phrase has eight."""

_CLOCK = re.compile(
    r"(?<![\d.:/-])(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d)|[.:h](?P<minutes>[0-5]\d)(?=\s?[ap]\.?m))?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?![\d:])",
    re.IGNORECASE,
)
_DECADE = re.compile(r"(?P<century>1[89]|20)?(?P<tens>\d)0s")
_SAME_KIND = frozenset(["NN", "WW", "MM", "YY", "YN"])
_FEW = DateWord("q")


class DateWords(NamedTuple):
    """A phrase's words and the time of day that it names."""

    words: list[DateWord]
    spelled: str
    """The words' letters: "3-5 May 2014" is "NrNMY"."""
    time: TimeOfDay | None
    unknown: int
    """How many words were left out."""


def date_words(phrase: str, lexicon: DateLexicon) -> DateWords:
    """Read a phrase word by word; what is no date word is left out."""
    phrase, time = _without_clock(phrase)
    tokens = tokenize(phrase, limit=_LONGEST_PHRASE)
    words: list[DateWord] = []
    at = unknown = 0
    while at < len(tokens):
        word, end = _word(tokens, at, lexicon)
        if word is None:
            unknown += tokens[at].kind != "symbol"
        elif word.code == "T":
            time = time or TimeOfDay(word.text)
            if words and words[-1].code in ("A", "B") and end - at == 1:
                words.pop()  # "shortly after noon"
        elif word.code:
            if tokens[at].hyphenated and words and words[-1].code + word.code in _SAME_KIND:
                words.append(DateWord("r"))
            if word.code in ("R", "W") and word.text:
                time = time or TimeOfDay(word.text)
            _append(words, word)
        at = end
    if lexicon.qualifier_follows:
        _bring_forward(words)
    return DateWords(words, "".join(word.code for word in words), time, unknown)


def _append(words: list[DateWord], word: DateWord) -> None:
    """Add a word, but not the "year" beside a year or a month's other name ("تشرين الأول/أكتوبر")."""
    before = words[-1] if words else DateWord("")
    if word.code == "U" and word.text == "year" and before.code == "Y":
        return
    if word.code == "M" and before == word:
        return
    if word.code == "Y" and before.code == "U" and before.text == "year":
        words.pop()
    words.append(word)


def _without_clock(phrase: str) -> tuple[str, TimeOfDay | None]:
    """Take "at 10:30" or "5 pm" out of a phrase."""
    for match in _CLOCK.finditer(phrase):
        if match["minute"] or match["half"]:
            hour = int(match["hour"]) % 12 if match["half"] else int(match["hour"])
            if match["half"] in ("p", "P"):
                hour += 12
            return phrase[: match.start()] + " " + phrase[match.end() :], time_of_hour(hour)
    return phrase, None


def time_of_hour(hour: int) -> TimeOfDay:
    """Return the part of the day that an hour of the clock falls in."""
    for limit, part in ((5, "night"), (12, "morning"), (14, "midday"), (18, "afternoon"), (21, "evening")):
        if hour < limit:
            return TimeOfDay(part)
    return TimeOfDay.NIGHT


def _word(tokens: list[Token], at: int, lexicon: DateLexicon) -> tuple[DateWord | None, int]:
    token = tokens[at]
    if token.kind in ("number", "ordinal", "code"):
        return _figure(tokens, at, lexicon), at + 1
    found = lexicon.words.match(tokens, at)
    if found and found[0].code:
        return found
    language = lexicon.language
    numbers = count_lexicon(language if language in LANGUAGES else "en")
    if token.text in numbers.words["articles"]:
        following = lexicon.words.match(tokens, at + 1)
        if following and following[0].code == "U":
            return DateWord("N", 1), at + 1
    if found:
        return found
    amount = read_amount(tokens, at, numbers) if token.text in numbers.amount_starts else None
    if amount is not None:
        return _FEW if amount.kind == "vague" else DateWord("N", amount.value), amount.after
    return None, at + 1


def _figure(tokens: list[Token], at: int, lexicon: DateLexicon) -> DateWord | None:
    token = tokens[at]
    if decade := _DECADE.fullmatch(token.text):
        return DateWord("D", int(decade["century"] or 19) * 100 + int(decade["tens"]) * 10)
    if token.kind == "ordinal":
        digits = re.match(r"\d+", token.text)
        return DateWord("N", int(digits[0][:4]), "ordinal") if digits else None
    if not isinstance(token.value, int):
        return None
    if len(token.text) == 4 and token.text.isdecimal():
        hour, minute = divmod(token.value, 100)
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        before = tokens[at - 1].text if at else ""
        is_year = 1800 <= token.value <= 2100 and before not in lexicon.clock_before
        if is_year and following not in lexicon.clock:
            return DateWord("Y", token.value)
        if hour < 24 and minute < 60:
            return DateWord("T", 0, str(time_of_hour(hour)))
        return DateWord("Y", token.value) if 1800 <= token.value <= 2100 else None
    return DateWord("N", token.value)


def _bring_forward(words: list[DateWord]) -> None:
    """Put "last" before its noun and "ago" behind its number, as English has them."""
    for at in range(1, len(words)):
        if words[at].code in "lpn" and words[at - 1].code in "UWMSk":
            words[at - 1], words[at] = words[at], words[at - 1]
    for at in range(len(words) - 2):
        if words[at].code == "a" and words[at + 1].code in "Nq" and words[at + 2].code == "U":
            words[at : at + 3] = [words[at + 1], words[at + 2], words[at]]
