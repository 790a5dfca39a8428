"""Where count phrases stand, whole and with their qualifier: "at least 12", "between six and eight",
"dozens"."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.patterns.tokens import Tokens

ONES = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    ).split()
)
MULTIPLES = frozenset(["hundred", "thousand", "million", "lakh", "crore", "dozen"])
VAGUE = frozenset(
    "several many numerous multiple countless dozens scores hundreds thousands tens various few".split()
)
_OF_VAGUE = frozenset(["dozens", "scores", "hundreds", "thousands", "tens"])
# what may stand before the number and belongs to the phrase; the longest first
_QUALIFIERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "at": (("at", "least"), ("at", "most")),
    "more": (("more", "than"),),
    "less": (("less", "than"),),
    "fewer": (("fewer", "than"),),
    "no": (("no", "fewer", "than"), ("no", "less", "than"), ("no", "more", "than")),
    "not": (("not", "fewer", "than"), ("not", "less", "than")),
    "up": (("up", "to"),),
    "as": (("as", "many", "as"), ("as", "few", "as")),
    "well": (("well", "over"),),
    "an": (("an", "estimated"), ("an", "additional")),
    "a": (("a", "total", "of"), ("a", "further"), ("a", "minimum", "of")),
    "anywhere": (("anywhere", "from"), ("anywhere", "between")),
    "in": (("in", "excess", "of"),),
    "upward": (("upward", "of"),),
    "upwards": (("upwards", "of"),),
    "close": (("close", "to"),),
    **{
        word: ((word,),)
        for word in (
            "about around some nearly almost approximately roughly over another exactly only just perhaps "
            "probably estimated"
        ).split()
    },
}


@dataclass(slots=True)
class Amount:
    """A count phrase, from token `start` up to but not including `end`."""

    start: int
    end: int
    core: int
    """First token of the number itself, after the qualifiers."""
    sort: str
    """number, vague, none, or "one" for a plain article."""


def is_number(word: str) -> bool:
    """Tell whether a folded word is digits, with separators."""
    return word[0].isdigit() and word.replace(",", "").replace(".", "").isdigit()


def find_amounts(tokens: Tokens) -> list[Amount]:
    """Return every count phrase in order; designations ("AK-47"), ordinals and joined measures are none."""
    found: list[Amount] = []
    words = tokens.words
    size, floor = len(words), 0
    opening = [index for index, word in enumerate(words) if word in _OPENERS or "0" <= word < ":"]
    for index in opening:
        if index < floor:
            continue
        needed = _MUST_FOLLOW.get(words[index])
        if needed is not None and (index + 1 == size or words[index + 1] not in needed):
            continue
        amount = _amount_at(tokens, index)
        if amount is not None:
            found.append(amount)
            floor = amount.end
    return found


_OPENERS = (
    frozenset("a no none half between hundred thousand".split()) | VAGUE | ONES | frozenset(_QUALIFIERS)
)
_OF_A = frozenset("few couple handful score number group large total further minimum".split()) | MULTIPLES
_MUST_FOLLOW = {
    word: _OF_A if word == "a" else frozenset(qualifier[1] for qualifier in qualifiers)
    for word, qualifiers in _QUALIFIERS.items()
    if word != "no" and all(len(qualifier) > 1 for qualifier in qualifiers)
}
"""Words that open a count phrase only before one of these: "at" before "least" and "most"."""


def numbers_among(words: frozenset[str]) -> set[str]:
    """Return the words that may make or begin a count phrase in a sentence of these words."""
    return {
        word
        for word in words
        if "0" <= word < ":"
        or word in MULTIPLES
        or (word in _OPENERS and not (word in _MUST_FOLLOW and _MUST_FOLLOW[word].isdisjoint(words)))
    }


def _amount_at(tokens: Tokens, index: int) -> Amount | None:
    words = tokens.words
    if index in tokens.glued:
        return None
    start = index
    if (
        words[index] == "many"
        and words[index - 1 : index] == ["as"]
        and words[index + 1 : index + 2] != ["as"]
    ):
        return None  # "three soldiers and as many rebels"
    if words[index] in _QUALIFIERS or words[index] == "between":
        index = _skip_qualifiers(words, index)
        if index >= len(words):
            return None
    end, sort = (index + 2, "number") if _is_range(tokens, index) else _core(tokens, index)
    if end == index:
        if words[start] == "some" and index == start + 1:
            return Amount(start, start + 1, start, "vague")
        if words[start] in ("no", "none") and index == start:
            return Amount(start, start + 1, start, "none")
        return None
    if words[start] == "between" and end < len(words) and words[end] == "and":
        second, _ = _core(tokens, end + 1)
        end = max(second, end)
    elif (
        end + 1 < len(words)
        and words[end] in ("to", "or", "-", "–")
        and words[index] not in VAGUE
        and words[max(0, start - 1) : start] != ["from"]
    ):
        second, other = _core(tokens, end + 1)
        if other == "number" and second > end + 1:
            end = second
    return Amount(start, _over_plus(words, end), index, sort)


def _over_plus(words: list[str], end: int) -> int:
    """Return the end of a number with its "+" or "plus": "40 plus people", not "40 plus a boy"."""
    if words[end : end + 1] == ["+"]:
        return end + 1
    plus = words[end : end + 1] == ["plus"] and words[end + 1 : end + 2]
    return end + 1 if plus and words[end + 1] in _COUNTED else end


_COUNTED = frozenset("people persons civilians soldiers troops men women children others".split())


def _skip_qualifiers(words: list[str], index: int) -> int:
    """Return the first token after "at least", "some", "an estimated" and their like; at most three of
    them."""
    for _ in range(3):
        if index >= len(words):
            return index
        if words[index] == "between":
            index += 1
            continue
        for qualifier in _QUALIFIERS.get(words[index], ()):
            size = len(qualifier)
            if size == 1 or tuple(words[index : index + size]) == qualifier:
                index += size
                break
        else:
            return index
    return index


def _core(tokens: Tokens, index: int) -> tuple[int, str]:
    """Return the end and the sort of the number that begins at `index`; the index itself if none does."""
    words = tokens.words
    size = len(words)
    if index >= size:
        return index, ""
    word = words[index]
    following = words[index + 1] if index + 1 < size else "and"
    if following not in _INSIDE and not following[0].isdigit() and (word in ONES or is_number(word)):
        return (index, "") if index in tokens.glued or index + 1 in tokens.glued else (index + 1, "number")
    if word == "half" and words[index + 1 : index + 3] == ["a", "dozen"]:
        return index + 3, "number"
    if word == "a" and index + 1 < size:
        if following in MULTIPLES:
            return index + 2, "number"
        if following in ("few", "couple", "handful", "score"):
            end = index + 2
            end += words[end : end + 1] == ["dozen"] or words[end : end + 1] == ["hundred"]
            return _through_of(words, end), "vague"
        if words[index + 1 : index + 3] in (["number", "of"], ["group", "of"]):
            return index + 3, "vague"
        if words[index + 1 : index + 4] == ["large", "number", "of"]:
            return index + 4, "vague"
        return index, ""
    if word in VAGUE:
        end = index + 1
        if words[end : end + 1] and words[end] in MULTIPLES:
            return end + 1, "vague"
        if word in _OF_VAGUE:
            end = _through_of(words, end)
            if words[end : end + 1] and words[end] in _OF_VAGUE:
                end = _through_of(words, end + 1)
        return end, "vague"
    end = index
    while end < size and end - index < 12 and _continues_number(tokens, index, end):
        end += 1
    if end > index and end in tokens.glued and words[end] not in ONES:
        return index, ""  # "12-kg", "three-year-old"
    return end, "number" if end > index else ""


def _is_range(tokens: Tokens, index: int) -> bool:
    """Tell whether two numbers are joined to a range: "6-8 insurgents", not "2016-17", "18-25-year-olds"."""
    words, glued = tokens.words, tokens.glued
    if index in glued or index + 1 not in glued or index + 2 in glued or index + 1 >= len(words):
        return False
    low, high = words[index], words[index + 1]
    return low.isdecimal() and high.isdecimal() and len(high) <= _LONGEST and int(low) < int(high)


_LONGEST = 4
"""Digits of a number in a range; longer ones are of telephones."""
_INSIDE = ONES | MULTIPLES | {"and", "a", "half"}
"""Words that may belong to the number before them."""


def _continues_number(tokens: Tokens, index: int, end: int) -> bool:
    words, glued = tokens.words, end in tokens.glued
    word = words[end]
    if glued and end == index:
        return False
    if word in ONES:
        return end == index or glued or words[end - 1] in MULTIPLES or words[end - 1] == "and"
    if word[0].isdigit():
        return is_number(word) and (
            end == index or (len(word) == 3 and words[end - 1].isdigit() and len(words[end - 1]) < 4)
        )
    if word in MULTIPLES:
        return end > index or word in ("hundred", "thousand")
    if word == "and" and end > index and end + 1 < len(words):
        return glued or (words[end - 1] in MULTIPLES and words[end + 1] in ONES)
    return glued and word in ("a", "half")


def _through_of(words: list[str], end: int) -> int:
    return end + 1 if words[end : end + 1] == ["of"] else end
