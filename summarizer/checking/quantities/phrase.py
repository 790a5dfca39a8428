"""What a count phrase says: its amounts with their qualifiers, or the words that stand for none and one."""

from __future__ import annotations

from typing import Literal, NamedTuple

from summarizer.checking.quantities.lexicon import CountLexicon
from summarizer.checking.quantities.number_words import Amount, is_counted, read_amount
from summarizer.checking.quantities.tokens import Token

_STRENGTH = {"": 0, "about": 1}
"""A bound (2) outranks an approximation: "up to about 30" is bounded by 30."""

_GROUP_REACH = 4
"""How many words may stand between "a" and the noun of a group ("a heavily armed rebel patrol")."""

_JOINING = frozenset([",", ";", "+", "&", "and", "y", "e", "et", "und", "и", "і", "та", "و"])
"""What joins a second count, in any language: a phrase need not be in the language that it is read in."""

_MONEY_AND_NUMBER_SIGNS = frozenset("$€£¥₴₽#№")


class CountPhrase(NamedTuple):
    """A phrase that holds one count, before it is turned into bounds."""

    kind: Literal["amount", "range", "none", "one", "plural", "casualties"]
    first: Amount
    bound: str = ""
    """at_least, more_than, up_to, fewer_than, about, or "" for none."""
    second: Amount | None = None
    second_bound: str = ""


def parse_count(tokens: list[Token], lexicon: CountLexicon) -> CountPhrase | None:
    """Parse a phrase that holds one count; None where it holds none, several, or something else."""
    return _Parser(tokens, lexicon).parse()


class _Parser:
    __slots__ = ("and_joins", "at", "between", "bound", "lexicon", "role", "role_at", "role_end", "tokens")

    def __init__(self, tokens: list[Token], lexicon: CountLexicon) -> None:
        self.tokens, self.lexicon, self.at = tokens, lexicon, 0
        self.between, self.and_joins = False, True
        self.bound = ""
        self.role, self.role_at, self.role_end = "", 0, 0

    def parse(self) -> CountPhrase | None:
        amount = self._opening()
        if self.role == "none":
            return self._none() if amount is None else None
        if amount is None:
            return self._without_number()
        if amount.kind == "vague":
            amount = self._restated(amount.after) or amount
        if not is_counted(self.tokens, amount, self.lexicon):
            # "a 12-year-old girl": the number says something else, the article still says one.
            self.at = amount.after
            return self._group() or self._single() if self.role == "one" else None
        return self._with_number(amount)

    def _amount(self, at: int) -> Amount | None:
        if at >= len(self.tokens):
            return None
        return read_amount(self.tokens, at, self.lexicon, spaced=True, and_joins=self.and_joins)

    def _opening(self) -> Amount | None:
        """Step over the words before the number and read it; None where a word cannot stand there."""
        tokens = self.tokens
        while self.at < len(tokens):
            amount = self._amount(self.at)
            if amount is not None:
                return amount
            found = self.lexicon.openers.match(tokens, self.at)
            if found is None:
                token = tokens[self.at]
                if token.kind != "symbol" or token.text in _MONEY_AND_NUMBER_SIGNS:
                    return None
                self.at += 1
                continue
            (role, bound), end = found
            if role == "qualifier":
                self._qualify(bound)
            elif role == "between":
                joins = sum(token.text in self.lexicon.words["and"] for token in tokens)
                self.between, self.and_joins = True, joins > 1
            elif role != "filler" and not self.role:
                self.role, self.role_at, self.role_end = role, self.at, end
                if role == "some":
                    self._qualify("about")
            self.at = end
            if role == "none":
                return None
        return None

    def _qualify(self, bound: str) -> None:
        if _STRENGTH.get(bound, 2) > _STRENGTH.get(self.bound, 2):
            self.bound = bound

    def _none(self) -> CountPhrase | None:
        """Read "no" and "none of the 12"; "No. 12" and a foreign "no menos de 12" state a number instead."""
        after = self.tokens[self.at : self.at + 1]
        if not (after and after[0].text in self.lexicon.words["of"]) and self._mentions_number(self.at):
            return None
        return CountPhrase("none", Amount(0, self.role_at, self.at))

    def _with_number(self, amount: Amount) -> CountPhrase | None:
        self.at = amount.after
        second, second_bound = None, ""
        after = self._after(self.at)
        if after is None:
            second, second_bound = self._second()
            if second is None and self.between:
                return None
            if second is not None:
                if not is_counted(self.tokens, second, self.lexicon):
                    return None
                self.at = second.after
                after = self._after(self.at)
        after = after or self._after_noun()
        if self._goes_on(amount):
            return None
        self._qualify(after or "")
        kind: Literal["amount", "range"] = "amount" if second is None else "range"
        return CountPhrase(kind, amount, self.bound, second, second_bound)

    def _second(self) -> tuple[Amount | None, str]:
        """Read the far end of a range ("6 to 8", "at least 12 and up to 30")."""
        tokens, lexicon, at = self.tokens, self.lexicon, self.at
        if at < len(tokens) and tokens[at].text == ",":
            at += 1
        if at >= len(tokens):
            return None, ""
        needs_up_to = False
        if not tokens[at].hyphenated:
            if found := lexicon.phrases["to"].match(tokens, at):
                at = found[1]
            elif tokens[at].text in lexicon.words["and"]:
                at += 1
                needs_up_to = not self.between
            else:
                needs_up_to = True
        bound = ""
        while found_opener := lexicon.openers.match(tokens, at):
            (role, qualifier), end = found_opener
            if role not in ("qualifier", "filler"):
                break
            bound, at = qualifier or bound, end
        if needs_up_to and bound != "up_to":
            return None, ""
        return self._amount(at), bound

    def _after(self, at: int) -> str | None:
        """Return the bound of a qualifier behind the number, unless it belongs to a further number."""
        found = self.lexicon.after.match(self.tokens, at)
        return None if found is None or self._amount(found[1]) else found[0]

    def _after_noun(self) -> str | None:
        """Return the bound of a qualifier behind the noun ("12 civilians at least")."""
        for at in range(self.at, len(self.tokens)):
            if self.tokens[at].kind != "word" or self.lexicon.phrases["parts"].match(self.tokens, at):
                return None
            found = self.lexicon.after.match(self.tokens, at)
            if found and found[1] - at > 1 and self._amount(found[1]) is None:
                return found[0]
        return None

    def _goes_on(self, amount: Amount) -> bool:
        """Whether a second count follows ("two soldiers and a policeman"): no single count then."""
        tokens, lexicon = self.tokens, self.lexicon
        for at in range(self.at, len(tokens)):
            token = tokens[at]
            if token.text == "(" or lexicon.phrases["parts"].match(tokens, at):
                return False
            if at == self.at and token.kind == "number" and self._counts(at):
                return True
            if token.text not in _JOINING:
                continue
            further = self._amount(at + 1)
            # "hundreds and hundreds" only stresses what is said.
            stressed = further and amount.kind == further.kind == "vague" and at == self.at
            if further and not stressed and self._counts(at + 1, ages=amount.kind == "one"):
                return True
            opener = lexicon.openers.match(tokens, at + 1)
            if token.text != "," and opener and opener[0].role in ("one", "definite"):
                return True
        return False

    def _mentions_number(self, start: int) -> bool:
        """Whether a number that counts something stands in the rest."""
        for at in range(start, len(self.tokens)):
            if self.lexicon.phrases["parts"].match(self.tokens, at) or self.tokens[at].text == "(":
                return False
            if self._counts(at, ages=True):
                return True
        return False

    def _counts(self, at: int, *, ages: bool = False) -> bool:
        """Whether an amount at `at` counts something; with `ages`, "a woman, 30" does not."""
        tokens = self.tokens
        amount = self._amount(at)
        if amount is None or not is_counted(tokens, amount, self.lexicon):
            return False
        closed = amount.after == len(tokens) or tokens[amount.after].kind == "symbol"
        return not (ages and closed and tokens[at - 1].text == ",")

    def _without_number(self) -> CountPhrase | None:
        """Read "a", "the mayor", "some", "the soldiers", "casualties"."""
        if self.role == "some":
            return CountPhrase("amount", Amount(3, self.role_at, self.role_at + 1, "vague"))
        if self.role in ("one", "definite"):
            return self._group() or self._single()
        head = self.tokens[-1].text if self.tokens else ""
        whole = Amount(2, 0, len(self.tokens), "vague")
        if len(self.tokens) <= 3 and not self.bound:
            if head in self.lexicon.words["casualties"]:
                return CountPhrase("casualties", whole)
            if head in self.lexicon.words["people"]:
                return CountPhrase("plural", whole)
        return None

    def _group(self) -> CountPhrase | None:
        """Read "a family of five" as five and "a patrol" as more than one."""
        for at in range(self.at, min(self.at + _GROUP_REACH, len(self.tokens))):
            if group := self.lexicon.groups.match(self.tokens, at):
                least, end = group
                amount = self._restated(end)
                if amount is not None:
                    return self._with_number(amount)
                return CountPhrase("amount", Amount(least, self.role_at, end, "vague"))
            if self.tokens[at].kind != "word" or self.tokens[at].text in self.lexicon.words["noun_ends"]:
                break
        return None

    def _restated(self, at: int) -> Amount | None:
        """Return the number of "a group of about 20"."""
        if at >= len(self.tokens) or self.tokens[at].text not in self.lexicon.words["of"]:
            return None
        at += 1
        while (found := self.lexicon.openers.match(self.tokens, at)) and found[0].role == "qualifier":
            self._qualify(found[0].bound)
            at = found[1]
        return self._amount(at)

    def _single(self) -> CountPhrase | None:
        """Read one person, unless the noun is a plural or the phrase goes on to count others."""
        tokens, words = self.tokens, self.lexicon.words
        following = tokens[self.at] if self.at < len(tokens) else None
        if following and (following.kind in ("ordinal", "code") or following.text in words["ordinals"]):
            place = self.at + 1
            fraction = place >= len(tokens) or tokens[place].text in words["of"]
            if self.role == "definite" or fraction:
                return None
        if self._mentions_number(self.at) or self._goes_on(Amount(1, self.role_at, self.at, "one")):
            return None
        plural = self.role == "definite" and self._has_plural_noun()
        span = Amount(2 if plural else 1, self.role_at, self.role_end)
        return CountPhrase("plural" if plural else "one", span, self.bound)

    def _has_plural_noun(self) -> bool:
        lexicon, noun = self.lexicon, ""
        if self.tokens[self.role_at].text in lexicon.words["plural_words"]:
            return True
        for token in self.tokens[self.at :]:
            if token.kind != "word" or token.text in lexicon.words["noun_ends"]:
                break
            noun = token.text
        if noun in lexicon.words["plural_words"]:
            return True
        return noun.endswith(lexicon.plural_endings) and not noun.endswith(lexicon.singular_endings)
