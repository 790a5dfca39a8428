"""What one count says: its phrase, its victims, and its source."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.patterns.count import Count
from summarizer.patterns.group import Group
from summarizer.patterns.scan import Scan
from summarizer.patterns.speakers import Speaker


def said_by(scan: Scan, count: Count, speakers: list[tuple[Speaker, str]]) -> list[str]:
    """Return whose word a count is: the last speaker before it in the sentence, else the first behind it, if
    he does not speak of something set beside it: "12 died, while the army said it had killed 100"."""
    before = [source for speaker, source in speakers if speaker.verb < count.at]
    if before or not speakers:
        return before[-1:]
    speaker, source = speakers[0]
    beside = scan.words[speaker.start - 1 : speaker.start] == ["while"] and speaker.verb > count.at
    return [] if beside else [source]


def befallen_before(scan: Scan, count: Count) -> str:
    """Return in whose hands the dead were: "two of the captured soldiers were executed"; else ""."""
    group = count.group
    if count.outcome != "killed" or scan.vocabulary.isdisjoint(_IN_HAND):
        return ""
    words = scan.words[group.start : group.end]
    if words[1:3] not in (["of", "the"], ["of", "those"]):
        return ""
    return next((_IN_HAND[word] for word in words if word in _IN_HAND), "")


_IN_HAND = {
    "captured": "captured",
    "captives": "captured",
    "abducted": "abducted",
    "kidnapped": "abducted",
    "detained": "detained",
    "arrested": "detained",
}


def count_phrase(scan: Scan, group: Group) -> str | None:
    """Return the count as written; "a" or "the" for one; None where only a plural says so."""
    if group.amount is not None:
        if group.amount.sort == "none":
            return scan.span(group.amount.start, group.amount.end)
        phrase = scan.span(group.amount.start, group.amount.end)
        return phrase.removesuffix(" of")
    if group.head.kind == "name":
        return next((word for word in ("the", "a", "an") if word in scan.words), "a")
    if group.plural or group.head.kind == "belligerent":
        return None
    if group.head.name == "couple":
        return scan.span(group.end - 1, group.end)  # these are two
    if group.determiner in ("a", "an", "the"):
        return scan.span(group.start, group.start + 1).lower()
    return next((word for word in ("a", "the", "an") if word in scan.words), "a")


def victims_of(scan: Scan, group: Group) -> str:
    """Return the victims as written, without the count."""
    if group.head.kind == "number":
        return "people" if "people" in scan.words else scan.span(group.start, group.end)
    if group.amount is not None and group.amount.sort == "none":
        return scan.span(group.start, group.end)
    start = group.core
    while start < group.end - 1 and scan.words[start] in _COUNTING_ON:
        start += 1
    return scan.span(start, group.end)


_COUNTING_ON = frozenset("more other additional further".split())
"""What belongs to the count and not to the victims: "two more policemen"."""


def nouns_of(scan: Scan, counts: Sequence[Count]) -> dict[int, Group]:
    """Return for bare numbers, by first token, the group whose noun they share: "two farmers were killed
    and six wounded"."""
    found: dict[int, Group] = {}
    if len(counts) < 2:
        return found
    last: Group | None = None
    for count in sorted(counts, key=lambda count: count.group.start):
        group = count.group
        if count.hint == "part":
            continue
        if group.head.kind != "number":
            last = group if group.amount is not None and group.head.kind in ("person", "head") else None
        elif (
            last is not None
            and group.amount is not None
            and group.end == group.amount.end
            and count.hint == ""
            and group.start - last.end < _NEAR
        ):
            found[group.start] = last
    return found


_NEAR = 10
"""Words between a group and the bare number that shares its noun."""
