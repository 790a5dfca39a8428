"""Asides between a subject and its verb: "troops, backed by jets, attacked", "his brother, a judge, died"."""

from __future__ import annotations

from summarizer.patterns.clause_words import PREPOSITIONS, group_before
from summarizer.patterns.listing import NO_DETAIL
from summarizer.patterns.scan import Scan

_ASIDES = frozenset(
    (
        "backed supported led aided accompanied including among part along together assisted who whose "
        "whom which both all aged mostly mainly identified named linked affiliated allied aligned tied loyal "
        "known perhaps possibly maybe probably not"
    ).split()
)

CLOSING = {",": ",", ")": "(", "]": "[", "-": "-", "–": "–", "—": "—"}


def over_aside(scan: Scan, position: int, *, with_name: bool = True) -> int:
    """Step back over an aside between commas, brackets or dashes: "troops, backed by jets, attacked", "ten
    people, six of them nuns, died", "X, manager of the Y company, died"; over one that ends on a name."""
    words = scan.words
    if position > 1 and words[position - 1] == "," and words[position - 2] in (")", "]"):
        position -= 1
    closing = words[position - 1]
    opener = CLOSING[closing]
    last = position - 1
    while last and words[last - 1] == closing == "-":
        last -= 1
    opening = last - 1
    while opening > 0 and words[opening] != opener and last - opening < 24:
        opening -= 1
    if opening <= 0 or words[opening] != opener:
        return position
    inside = words[opening + 1 : last]
    if with_name and opener == "," and inside and _is_a_name(scan, opening + 1, last):
        # "12 soldiers, including their commander, Col. X, were killed"
        before = over_aside(scan, opening + 1, with_name=False)
        if before <= opening:
            return before
    if (
        opener in ("(", "[")
        or _is_aside(inside)
        or (opener == "," and inside[0] in _ARTICLES and _says_what_one_is(scan, opening, last))
        or (opener == "," and _tells_of_a_name(scan, opening, inside))
    ):
        while words[opening - 1] == "-" == opener:
            opening -= 1
        return opening
    return position


def _is_a_name(scan: Scan, start: int, end: int) -> bool:
    """Tell whether all words between two commas are capitalised: "Col. X"."""
    capitals = scan.tokens.capitals[start:end]
    return all(capital or word == "." for capital, word in zip(capitals, scan.words[start:end], strict=True))


def _says_what_one_is(scan: Scan, opening: int, closing: int) -> bool:
    """Tell whether commas hold what one person is besides: "his brother, a judge, was killed"."""
    index = group_before(scan, opening)
    if index < 0 or index + 1 >= len(scan.groups) or scan.words[closing + 1 : closing + 2] in _OF_SEVERAL:
        return False
    one, same = scan.groups[index], scan.groups[index + 1]
    return (
        one.end == opening
        and (same.start, same.end) == (opening + 1, closing)
        and (one.head.kind in ("person", "name") or one.head.info == "people")
        and not one.plural
        and not same.plural
        and (one.amount is None or one.amount.sort == "one")
    )


_ARTICLES = frozenset(("a", "an", "the"))
_OF_SEVERAL = (["were"], ["are"], ["have"], ["and"])


def _is_aside(inside: list[str]) -> bool:
    """Tell whether words between commas or dashes only tell more of what stands before: "23", "who was …"."""
    if not inside or inside[0] in _ASIDES or (len(inside) == 1 and inside[0].isdigit()):
        return True
    return "of" in inside and not {"them", "whom"}.isdisjoint(inside)


def _tells_of_a_name(scan: Scan, opening: int, inside: list[str]) -> bool:
    """Tell whether a comma parts somebody's name from what he or she is: "X, manager of the Y company, "."""
    index = group_before(scan, opening)
    return (
        index >= 0
        and scan.groups[index].end == opening
        and scan.groups[index].head.kind == "name"
        and _NO_APPOSITION.isdisjoint(inside)
        and inside[0] not in PREPOSITIONS
    )


_NO_APPOSITION = NO_DETAIL | {"and"}
