"""Amounts: a number in figures, words or both, or a word that stands for one ("dozens", "a couple")."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from summarizer.checking.quantities.lexicon import CountLexicon, NumberWord, Scale
from summarizer.checking.quantities.tokens import Token, figure_value

_UNBOUNDED = 10**18
_LARGEST = 10**12
"""No count of people is larger; a number beyond it is not read."""

_GLUED_BEFORE = frozenset("$€£¥₴₽#№:/")


class Amount(NamedTuple):
    """A number at ``tokens[first:after]``."""

    value: int
    first: int
    after: int
    kind: str = "exact"
    """exact, about ("a couple"), vague (the least that "dozens" can mean)"""
    coefficient: int | Fraction = 0
    """In "three hundred thousand" three, where a single figure is multiplied; else 0."""
    scale: int = 1


def read_amount(
    tokens: list[Token], at: int, lexicon: CountLexicon, *, spaced: bool = False, and_joins: bool = True
) -> Amount | None:
    """Read the longest amount that begins at token `at`.

    `spaced` takes "1 200" as one figure; without `and_joins`, "a hundred and two" ends before its "and".
    """
    token = tokens[at]
    if token.kind == "number":
        if _stands_alone(tokens, at, lexicon):
            return _amount(token.value or 0, at, at + 1, "exact")
        return _Sequence(tokens, at, lexicon, spaced, and_joins).read()
    if token.text not in lexicon.amount_starts:
        return None
    if fraction := lexicon.fractions.match(tokens, at):
        share, place = fraction
        if multiplied := _scales_from(tokens, place, lexicon):
            scale, end, rounded = multiplied
            return _amount(share * scale, at, end, "about" if rounded else "exact")
    for index, kind in ((lexicon.several, "vague"), (lexicon.couples, "about")):
        if counted := index.match(tokens, at):
            value, place = counted
            if multiplied := _scales_from(tokens, place, lexicon):
                return _amount(value * multiplied[0], at, multiplied[1], kind)
            return Amount(value, at, place, kind)
    for index, kind in ((lexicon.vague, "vague"), (lexicon.wholes, "exact")):
        if counted := index.match(tokens, at):
            return Amount(counted[0], at, counted[1], kind)
    if (scale_word := lexicon.scales.match(tokens, at)) and scale_word[0].plural:
        rest = _scales_from(tokens, scale_word[1], lexicon)
        value = 2 * scale_word[0].value * (rest[0] if rest else 1)
        return _amount(value, at, rest[1] if rest else scale_word[1], "vague")
    return _Sequence(tokens, at, lexicon, spaced, and_joins).read()


def _stands_alone(tokens: list[Token], at: int, lexicon: CountLexicon) -> bool:
    """Whether nothing behind a figure can go on with it, which is so of nearly all."""
    if tokens[at].hyphenated:
        return False
    if at + 1 == len(tokens):
        return True
    following = tokens[at + 1]
    return (
        following.kind != "number"
        and following.text not in lexicon.amount_starts
        and following.text not in lexicon.words["and"]
    )


def _scales_from(tokens: list[Token], at: int, lexicon: CountLexicon) -> tuple[int, int, bool] | None:
    """Multiply the scale words from `at` on ("[of] hundreds of thousands"); their product and their end."""
    product, end, rounded = 1, at, False
    while end < len(tokens):
        place = end + 1 if tokens[end].text in lexicon.words["of"] else end
        found = lexicon.scales.match(tokens, place)
        if found is None or product > _LARGEST:
            break
        product *= found[0].value
        rounded = rounded or found[0].rounded
        end = found[1]
    return (product, end, rounded) if end > at else None


def _amount(
    value: int | Fraction, first: int, after: int, kind: str, coefficient: int | Fraction = 0, scale: int = 1
) -> Amount | None:
    if value > _LARGEST or value != int(value):
        return None
    return Amount(int(value), first, after, kind, coefficient, scale)


class _Sequence:
    """Adds and multiplies words and figures from left to right for as long as they make one number.

    `closed` holds what thousands and millions have multiplied, `group` what follows them; `room` says how
    large the next addend may be: behind "two hundred" less than 100, behind "five" nothing.
    """

    __slots__ = (
        "and_joins", "at", "closed", "coefficient", "first", "group", "last", "lexicon", "room", "rounded",
        "scale", "spaced", "tokens",
    )  # fmt: skip

    def __init__(
        self, tokens: list[Token], at: int, lexicon: CountLexicon, spaced: bool, and_joins: bool
    ) -> None:
        self.tokens, self.first, self.at = tokens, at, at
        self.lexicon, self.spaced, self.and_joins = lexicon, spaced, and_joins
        self.closed: int | Fraction = 0
        self.group: int | Fraction | None = None
        self.room = self.last = _UNBOUNDED
        self.coefficient: int | Fraction | None = None
        self.scale = 1
        self.rounded = False

    def read(self) -> Amount | None:
        """Return the amount, or None where no number begins here or it is no whole number."""
        tokens, lexicon = self.tokens, self.lexicon
        if tokens[self.at].text in lexicon.words["articles"]:
            if lexicon.scales.match(tokens, self.at + 1) is None:
                return None
            self.at += 1
        while self.at < len(tokens) and self._step():
            pass
        if self.group is None and self.scale == 1:
            return None
        value = self.closed + (self.group or 0)
        kind = "about" if self.rounded else "exact"
        return _amount(value, self.first, self.at, kind, self.coefficient or 0, self.scale)

    def _step(self) -> bool:
        token = self.tokens[self.at]
        if token.kind == "number":
            return self._figure()
        if token.kind != "word":
            return False
        if word := self.lexicon.numbers.match(self.tokens, self.at):
            number, end = word
            if not self._fits(number):
                return False
            self._add(number.value, number.room, end)
            return True
        if scale := self.lexicon.scales.match(self.tokens, self.at):
            return self._multiply(*scale)
        return self._half() or self._and() or self._of()

    def _fits(self, number: NumberWord) -> bool:
        if number.value < self.room:
            return True
        units = (self.group or 0) % 100
        return number.joined and self.room == 0 < units < 10 and number.value in range(20, 100, 10)

    def _add(self, value: int | Fraction, room: int, end: int) -> None:
        if self.scale > 1:
            self.coefficient = 0
        self.group = value if self.group is None else self.group + value
        self.room, self.at = room, end

    def _figure(self) -> bool:
        token = self.tokens[self.at]
        value, end = token.value, self.at + 1
        if value is None or self.group is not None or value >= self.room:
            return False
        if self.spaced and token.text.isdecimal() and len(token.text) <= 3:
            while end < len(self.tokens) and _is_next_group(self.tokens[end - 1], self.tokens[end]):
                value = value * 1000 + int(self.tokens[end].text)
                end += 1
                if value > _LARGEST:
                    return False
        elif not token.text.isdecimal() and self.lexicon.scales.match(self.tokens, end):
            comma = self.lexicon.decimal_comma
            value = figure_value(token.text, before_scale=True, decimal_comma=comma) or value
        self._add(value, 0, end)
        if token.hyphenated and isinstance(value, int) and value % 1000 == 0:
            # "10-15,000": the range names its thousands once.
            self.coefficient, self.scale = value // 1000, 1000
        return True

    def _multiply(self, scale: Scale, end: int) -> bool:
        by, group = scale.value, self.group
        if by < 1000:
            if by >= self.room if group is None else group >= 100:
                return False
            self.group = (1 if group is None else group) * by
            self.room = 100 if by == 100 and not scale.rounded else 0
        elif group is None and self.closed and by >= self.room:
            if by == self.last:
                return False
            self.closed *= by
        elif by == self.last:
            return False
        elif by < self.last:
            self.closed += (1 if group is None else group) * by
        else:
            self.closed = (self.closed + (group or 0)) * by
        if by >= 1000:
            self.group, self.room, self.last = None, by, by
        if self.coefficient is None:
            self.coefficient = group or 0
        self.scale *= by
        self.rounded = self.rounded or scale.rounded
        self.at = end
        return self.closed <= _LARGEST

    def _half(self) -> bool:
        """Read "two and a half million" and "a million and a half"."""
        found = self.lexicon.phrases["and_half"].match(self.tokens, self.at)
        if found is None or (self.group is None and not self.closed):
            return False
        half = Fraction(1, 2)
        if self.group is None:
            self.closed += half * self.last
            self.coefficient = 0
        else:
            self.group += half
        self.at = found[1]
        return True

    def _and(self) -> bool:
        """Step over an "and" where the number goes on behind it."""
        if not self.and_joins or self.room < self.lexicon.and_room or self.room == _UNBOUNDED:
            return False
        if self.tokens[self.at].text not in self.lexicon.words["and"]:
            return False
        word = self.lexicon.numbers.match(self.tokens, self.at + 1)
        if word is None or not self._fits(word[0]):
            return False
        self.at += 1
        return True

    def _of(self) -> bool:
        """Step over the "of" in "une dizaine de milliers"."""
        if not self.rounded or self.tokens[self.at].text not in self.lexicon.words["of"]:
            return False
        if self.lexicon.scales.match(self.tokens, self.at + 1) is None:
            return False
        self.at += 1
        return True


def _is_next_group(before: Token, token: Token) -> bool:
    """Whether a figure of three digits stands one space behind another figure."""
    return (
        token.kind == "number"
        and len(token.text) == 3
        and token.text.isdecimal()
        and token.start - before.end == 1
        and not token.hyphenated
    )


def is_counted(tokens: list[Token], amount: Amount, lexicon: CountLexicon) -> bool:
    """Whether an amount counts anything: no age, measure, share, time, price or model number does."""
    first, after = tokens[amount.first], amount.after
    if amount.first:
        before = tokens[amount.first - 1]
        if before.end == first.start and before.text in _GLUED_BEFORE:
            return False
        if first.hyphenated and first.kind == "number" and before.kind in ("word", "code"):
            return lexicon.numbers.match(tokens, amount.first - 1) is not None
    if after >= len(tokens):
        return True
    following = tokens[after]
    if following.text in (":", "/") and following.start == tokens[after - 1].end:
        return after + 1 >= len(tokens) or tokens[after + 1].kind == "word"
    if lexicon.phrases["not_counted"].match(tokens, after) or _is_share(tokens, amount, lexicon):
        return False
    if not following.hyphenated or following.kind == "number" or following.text in lexicon.words["compounds"]:
        return True
    return read_amount(tokens, after, lexicon) is not None


_MOST_OF_A_SHARE = 10


def _is_share(tokens: list[Token], amount: Amount, lexicon: CountLexicon) -> bool:
    """Whether an amount is a share of a small number: "one in three of them", and not "31 in three villages".

    The number must be smaller than the one behind "in", and no noun of a place, time or thing may follow.
    """
    if tokens[amount.after].text not in lexicon.words["share"] or amount.kind != "exact":
        return False
    if amount.after + 1 == len(tokens):  # a text that breaks off behind "killed 600 in"
        return False
    whole = read_amount(tokens, amount.after + 1, lexicon)
    if whole is None or whole.kind != "exact" or not amount.value < whole.value <= _MOST_OF_A_SHARE:
        return False
    following = tokens[whole.after : whole.after + 1]
    return not following or following[0].kind != "word" or following[0].text in lexicon.words["behind_share"]
