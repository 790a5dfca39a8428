"""A count that is told again by its parts: "six people, four soldiers and two civilians, were killed"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.patterns.count import Count
from summarizer.patterns.group import Group
from summarizer.patterns.scan import Scan


def told_by_parts(scan: Scan, counts: list[Count]) -> list[Count]:
    """Make parts of the counts behind a comma that say who the counted people were.

    Behind "people" that may be some of them; behind a noun that says more ("two policemen, a sergeant and a
    constable, …") it must be all of them, and the list must be closed as an aside: otherwise "two soldiers, a
    nurse and a driver" are four.
    """
    in_order = sorted(counts, key=lambda count: count.group.start)
    parts: set[int] = set()
    for index, whole in enumerate(in_order[:-2]):
        if whole.hint in ("", "adds") and not whole.negated:
            parts.update(map(id, _parts(scan, whole, in_order[index + 1 :])))
    if not parts:
        return counts
    return [count._replace(hint="part") if id(count) in parts else count for count in counts]


def _parts(scan: Scan, whole: Count, following: Sequence[Count]) -> list[Count]:
    words = scan.words
    number = _number(words, whole.group)
    kinds = _KINDS.get(whole.group.head.name, _NONE)
    open_to_all = whole.group.head.name in _ANYBODY
    if number is None or number < _FEWEST:
        return []
    parts: list[Count] = []
    total, end = 0, whole.group.end
    for count in following:
        between = words[end : count.group.start]
        amount = _number(words, count.group)
        if (
            between not in (_BETWEEN if parts else _OPENING)
            or (count.outcome, count.at, count.hint) != (whole.outcome, whole.at, "")
            or amount is None
            or total + amount > number
            or not (open_to_all or count.group.head.name in kinds or count.group.head.kind == "demonym")
        ):
            break
        parts.append(count)
        total, end = total + amount, count.group.end
    if len(parts) < _FEWEST or words[end : end + 1] == ["and"]:
        return []
    return parts if open_to_all or (total == number and words[end : end + 1] in _CLOSING) else []


def _number(words: list[str], group: Group) -> int | None:
    """Return how many a group is, where that is a plain number or an article."""
    if group.amount is None:
        return None if group.plural else 1
    counted = [word for word in words[group.amount.core : group.amount.end] if word not in _BESIDES]
    if group.amount.sort == "one":
        return 1
    if len(counted) != 1:
        return None
    plain = counted[0].replace(",", "")
    return int(plain) if plain.isdecimal() and len(plain) < _LONGEST else _WORDS.get(counted[0])


_BESIDES = frozenset("more other others further additional".split())
_FEWEST = 2
_LONGEST = 7
_OPENING = ([","], ["-"], ["–"], ["—"], ["("], [":"])
_BETWEEN = ([","], ["and"], [",", "and"])
_CLOSING = ([","], ["-"], ["–"], ["—"], [")"])
_ANYBODY = frozenset(("people", "person", "persons", "victim", "soul", "others", "other"))
_RANKS = frozenset(
    (
        "sergeant lieutenant corporal private captain major colonel general constable inspector officer "
        "commander recruit conscript sailor gunner commando pilot"
    ).split()
)
_CHILDREN = frozenset(
    "boy girl daughter son baby infant toddler schoolgirl schoolboy teenager brother sister".split()
)
_WOMEN = frozenset("mother daughter wife widow sister grandmother aunt niece girl teacher nurse".split())
_MEN = frozenset("father husband grandfather uncle nephew cousin man men woman women child children".split())
_NONE = frozenset[str]()
_KINDS = {
    **dict.fromkeys(("soldier", "serviceman", "servicemen", "marine", "army officer"), _RANKS),
    **dict.fromkeys(("policeman", "policemen", "police officer", "officer"), _RANKS),
    **dict.fromkeys(("child", "children", "minor", "sibling"), _CHILDREN),
    **dict.fromkeys(("woman", "women"), _WOMEN),
    **dict.fromkeys(
        ("civilian", "resident", "villager", "relative", "family member", "refugee"),
        _CHILDREN | _WOMEN | _MEN | {"elderly man", "old man", "shepherd", "farmer"},
    ),
    "journalist": frozenset(("reporter", "cameraman", "photographer", "correspondent", "editor")),
    **dict.fromkeys(
        ("medic", "health worker", "medical worker", "aid worker"),
        frozenset(("doctor", "nurse", "paramedic", "driver", "surgeon", "midwife", "ambulance driver")),
    ),
}
"""Who the members of a group may be, told one by one."""
_WORDS = {
    word: number
    for number, word in enumerate(
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen twenty"
        ).split(),
        start=1,
    )
}
