"""Counts of people without a noun: "killing 12", "two of them", "no one"."""

from __future__ import annotations

from summarizer.patterns.amounts import Amount
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry, wordset
from summarizer.patterns.marked import Marked

_AFTER_BARE = frozenset(
    (
        "were was are have had has is killed wounded injured dead died of in and or , . ; others more "
        "when on during at by after missing hurt detained arrested captured kidnapped abducted from "
        "remain remained still being critically may could might seriously as following near outside"
    ).split()
)
_ITS_OWN = frozenset("the his her its their our my those these".split())
_MONTHS = wordset("dates", "months")
_NUMBER = Entry("number", "", "unknown", "unknown", True)
_NOBODY = Entry("person", "people", "unknown", "unknown", True)


def bare_counts(sentence: Marked, groups: list[Group]) -> list[Group]:
    """Return the numbers that stand for people themselves, outside the groups already found."""
    words = sentence.words
    taken = {group.amount.core for group in groups if group.amount}
    harmed = {mark.start for mark in sentence.of_any("harm", "fate", "harm_state")}
    found: list[Group] = []
    position = behind = 0
    for amount in sentence.amounts:
        if amount.start < behind:
            continue
        while position < len(groups) and groups[position].end <= amount.start:
            position += 1
        overlaps = position < len(groups) and groups[position].start < amount.end
        if amount.core in taken or overlaps:
            continue
        end = amount.end
        after = words[end] if end < len(words) else "."
        if (after not in _AFTER_BARE and end not in harmed) or _is_date(words, amount):
            unknown = _unlisted(sentence, amount)
            if unknown is not None:
                found.append(unknown)
                behind = unknown.end
            continue
        if after == "of" and end + 1 < len(words) and words[end + 1] in ("them", "whom", "those", "these"):
            end += 2
        elif after == "of" and words[end + 1 : end + 2] and words[end + 1] not in _ITS_OWN:
            continue  # "one of several men": no count of its own
        elif after in ("others", "more"):
            end += 1
        elif amount.sort == "none" and words[amount.start] == "no":
            continue
        plural = words[amount.core : amount.end] != ["one"]
        if after == "of" and amount.sort in ("none", "number"):
            # "none of the four": the second number only says of how many
            many = next((other for other in sentence.amounts if end < other.start <= end + 2), None)
            if many is not None and many.sort == "number" and many.core not in taken:
                end = behind = many.end
        found.append(Group(amount.start, end, amount.core, amount, "", _NUMBER, None, plural))
    if not sentence.vocabulary.isdisjoint(("nobody", "no")):
        return _with_nobody(words, found)
    return found


def _unlisted(sentence: Marked, amount: Amount) -> Group | None:
    """Return people of a trade that no lexicon knows: "four coffee pickers were killed".

    The noun must end like one who does something, and a verb of killing, wounding or abduction must have it
    as its subject in the passive, or as its object.
    """
    words = sentence.words
    if amount.sort not in ("number", "vague"):
        return None
    for end in (amount.end + 1, amount.end + 2):
        if end > len(words) or not words[end - 1].isalpha():
            return None
        if not words[end - 1].endswith(_DOERS):
            continue
        hurt = [mark for mark in sentence.of("harm") if mark.entry.type in _TO_PEOPLE]
        passive = words[end : end + 1] and words[end] in _WERE
        if any(
            mark.end == amount.start if not passive else 0 < mark.start - end < _NEAR_VERB for mark in hurt
        ):
            head = Entry("person", words[end - 1], "unknown", "unknown", True)
            return Group(amount.start, end, amount.end, amount, "", head, None, True)
        return None
    return None


_DOERS = ("ers", "ors", "ists", "ians", "men", "women", "ees")
_TO_PEOPLE = frozenset(("killed", "wounded", "abducted"))
_WERE = frozenset(("were", "was", "have", "had", "are"))
_NEAR_VERB = 5


def _with_nobody(words: list[str], found: list[Group]) -> list[Group]:
    """Add "no one" and "nobody"; they take the place of the "one" inside."""
    for index, word in enumerate(words):
        if word == "nobody" or (word == "no" and words[index + 1 : index + 2] == ["one"]):
            end = index + (2 if word == "no" else 1)
            amount = Amount(index, end, index, "none")
            found = [group for group in found if group.start >= end or group.end <= index]
            found.append(Group(index, end, index, amount, "", _NOBODY, None, True))
    return found


_DESIGNATING = frozenset("$ no number aged age : hill article unit section chapter".split())


def _is_modal(words: list[str], at: int) -> bool:
    """Tell whether "may" is a verb and no month: "30 may be trapped"."""
    return words[at] == "may" and words[at + 1 : at + 2] in (["be"], ["have"], ["still"])


def _is_date(words: list[str], amount: Amount) -> bool:
    """Tell whether a bare number is a year, a day of the month, a decimal or a clock time."""
    word = words[amount.core]
    before = words[amount.start - 1] if amount.start else ""
    after = words[amount.end] if amount.end < len(words) else ""
    if before in _MONTHS or (after in _MONTHS and not _is_modal(words, amount.end)):
        return True
    if amount.end - amount.core == 1 and len(word) == 4 and word.isdigit() and word[:2] in ("19", "20"):
        return True
    if before == "," and after == ",":
        return True  # an age
    if "." in word and not word.endswith("000"):
        return True
    return before in _DESIGNATING or (
        before == "," and amount.start > 1 and words[amount.start - 2] in _MONTHS
    )
