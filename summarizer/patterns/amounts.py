"""Where count phrases stand, whole and with their qualifier: "at least 12", "between six and eight",
"dozens"."""

from __future__ import annotations

from typing import NamedTuple

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
    "a": (("a", "total", "of"), ("a", "further")),
    "close": (("close", "to"),),
    **{
        word: ((word,),)
        for word in (
            "about around some nearly almost approximately roughly over another exactly only just perhaps "
            "probably estimated"
        ).split()
    },
}


class Amount(NamedTuple):
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
    index, size = 0, len(words)
    while index < size:
        word = words[index]
        if word in _OPENERS or word[0] in "0123456789":
            amount = _amount_at(tokens, index)
            if amount is not None:
                found.append(amount)
                index = amount.end
                continue
        index += 1
    return found


_OPENERS = (
    frozenset("a no none half between hundred thousand".split()) | VAGUE | ONES | frozenset(_QUALIFIERS)
)


def _amount_at(tokens: Tokens, index: int) -> Amount | None:
    words = tokens.words
    if tokens.glued[index]:
        return None
    start, index = index, _skip_qualifiers(words, index)
    if index >= len(words):
        return None
    end, sort = _core(tokens, index)
    if end == index:
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
    return Amount(start, end, index, sort)


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
            if tuple(words[index : index + len(qualifier)]) == qualifier:
                index += len(qualifier)
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
    if word == "half" and words[index + 1 : index + 3] == ["a", "dozen"]:
        return index + 3, "number"
    if word == "a" and index + 1 < size:
        following = words[index + 1]
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
    if end > index and end < size and tokens.glued[end] and words[end] not in ONES:
        return index, ""  # "12-kg", "three-year-old"
    return end, "number" if end > index else ""


def _continues_number(tokens: Tokens, index: int, end: int) -> bool:
    word = tokens.words[end]
    if tokens.glued[end] and end == index:
        return False
    if is_number(word):
        return end == index or (
            len(word) == 3 and tokens.words[end - 1].isdigit() and len(tokens.words[end - 1]) < 4
        )
    if word in ONES:
        return end == index or tokens.words[end - 1] in MULTIPLES | {"and"} or tokens.glued[end]
    if word in MULTIPLES:
        return end > index or word in ("hundred", "thousand")
    if word == "and" and end > index:
        following = tokens.words[end + 1 : end + 2]
        return bool(following) and (
            (tokens.words[end - 1] in MULTIPLES and following[0] in ONES) or tokens.glued[end]
        )
    return word in ("a", "half") and tokens.glued[end]


def _through_of(words: list[str], end: int) -> int:
    return end + 1 if words[end : end + 1] == ["of"] else end
