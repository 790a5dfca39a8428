"""Counts of people without a noun: "killing 12", "two of them", "no one"."""

from __future__ import annotations

from summarizer.patterns.amounts import ONES, Amount
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry, Mark, wordset
from summarizer.patterns.marked import Marked

_AFTER_BARE = frozenset(
    (
        "were was are have had has is killed wounded injured dead died of in and or , . ; others more "
        "when on during at by after missing hurt detained arrested captured kidnapped abducted from "
        "remain remained still being critically may could might seriously as following near outside "
        "before while"
    ).split()
)
_ITS_OWN = frozenset("the his her its their our my those these".split())
_MONTHS = wordset("dates", "months")
_HARM = frozenset(("harm", "fate"))
_HARMED = _HARM | {"harm_state"}
_NUMBER = Entry("number", "", "unknown", "unknown", True)
_NOBODY = Entry("person", "people", "unknown", "unknown", True)


def bare_counts(sentence: Marked, groups: list[Group]) -> list[Group]:
    """Return the numbers that stand for people themselves, outside the groups already found."""
    if not sentence.amounts:
        return _with_pronouns(sentence, groups, [])
    words = sentence.words
    taken = {group.amount.core for group in groups if group.amount}
    harmed = {mark.start for mark in sentence.among(_HARMED)}
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
        # "Gao: 3 killed, 5 injured"
        heads = end in harmed and words[max(0, amount.start - 1)] == ":"
        if (_is_date(words, amount) and not heads) or _is_age(words, amount, groups):
            continue
        if after not in _AFTER_BARE and end not in harmed:
            noun = _unknown_people(sentence, amount, harmed)
            if noun:
                head = Entry("person", words[noun - 1], "unknown", "unknown", True)
                found.append(Group(amount.start, noun, amount.end, amount, "", head, None, True))
                behind = noun
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
    return _with_pronouns(sentence, groups, found)


def _is_age(words: list[str], amount: Amount, groups: list[Group]) -> bool:
    """Tell whether a number says how old somebody is: "two men aged 34 and 61", "a girl of nine"."""
    if not amount.start:
        return False
    at = amount.start - 1
    if words[at] == "of":
        return any(group.end == at and group.head.name in _OF_AN_AGE and not group.plural for group in groups)
    while at > 0 and (words[at] in _BETWEEN_AGES or words[at].isdigit() or words[at] in ONES):
        at -= 1
    return words[at] in ("aged", "ages")


_BETWEEN_AGES = frozenset(("and", "or", ",", "to", "-", "between", "from", "just", "only"))


_OF_AN_AGE = frozenset(("girl", "boy", "man", "woman", "child", "youth", "baby"))


def _with_pronouns(sentence: Marked, groups: list[Group], found: list[Group]) -> list[Group]:
    """Add "another", "both" and "nobody" to the numbers found."""
    if not sentence.vocabulary.isdisjoint(_POINTERS):
        found.extend(_pointers(sentence, [*groups, *found]))
    if not sentence.vocabulary.isdisjoint(("nobody", "no")):
        return _with_nobody(sentence.words, found)
    return found


_POINTERS = frozenset("another both second third fourth fifth sixth".split())


def _pointers(sentence: Marked, groups: list[Group]) -> list[Group]:
    """Return "another" and "both" as the object of a verb of harm: "killed a rebel and detained another"."""
    words = sentence.words
    found: list[Group] = []
    for mark in sentence.of("harm"):
        if (subject := _another_before(sentence, mark, groups)) is not None:
            found.append(subject)
        end = mark.end + 1
        if words[mark.end : end] not in (["another"], ["both"]):
            continue
        after = words[end] if end < len(words) else "."
        if after in _AFTER_BARE and all(group.end <= mark.end or group.start >= end for group in groups):
            amount = Amount(mark.end, end, mark.end, "number")
            found.append(Group(mark.end, end, mark.end, amount, "", _NUMBER, None, words[mark.end] == "both"))
    return found


def _another_before(sentence: Marked, mark: Mark, groups: list[Group]) -> Group | None:
    """Return one more as the subject of a verb of harm: "a soldier was killed and another wounded", "a third
    was hurt"."""
    words = sentence.words
    at = mark.start - 1
    while at > 0 and words[at] in _PASSIVE:
        at -= 1
    if at < 0 or any(group.start <= at < group.end for group in groups):
        return None
    start = at - 1 if at and words[at - 1] == "a" and words[at] in _NEXT else at
    if start == at and words[at] != "another":
        return None
    if start < at:
        return Group(start, at + 1, start, None, "a", _NUMBER, None, False)
    return Group(at, at + 1, at, Amount(at, at + 1, at, "number"), "", _NUMBER, None, False)


_NEXT = frozenset("second third fourth fifth sixth".split())


def _unknown_people(sentence: Marked, amount: Amount, harmed: set[int]) -> int:
    """Return where a counted noun that no lexicon knows ends, if those it names can be killed: "killing 26
    guests", "eight miners died"; 0 where it is none. Nothing else than people and animals is killed."""
    words = sentence.words
    if amount.sort not in ("number", "vague"):
        return 0
    last = min(amount.end + 3, len(words))
    for at in range(amount.end, last):
        word = words[at]
        if not word.isalpha() or word in _NO_PEOPLE or word in _MONTHS:
            return 0
        if sentence.tokens.capitals[at] and not _is_killed_at_once(sentence, amount):
            return 0  # but "killing 15 Sea Tigers"
        if word.endswith("s") and not word.endswith("ss"):
            after = words[at + 1] if at + 1 < len(words) else "."
            closed = after in _AFTER_BARE or at + 1 in harmed
            return at + 1 if closed and _is_harmed(sentence, amount, at + 1, harmed) else 0
        if word in _AFTER_BARE:
            return 0
    return 0


def _is_killed_at_once(sentence: Marked, amount: Amount) -> bool:
    return any(
        mark.end == amount.start and mark.entry.type in ("killed", "wounded") for mark in sentence.of("harm")
    )


def _is_harmed(sentence: Marked, amount: Amount, end: int, harmed: set[int]) -> bool:
    """Tell whether a counted noun is what a verb of harm right before or behind it is said of."""
    words = sentence.words
    start = amount.start
    if words[start - 1] == "and" and words[max(0, start - 2)] in _REFLEXIVE:
        start -= 2  # "killing himself and four cadets"
    if any(mark.end == start for mark in sentence.among(_HARM)):
        return True
    while end < len(words) and words[end] in _PASSIVE:
        end += 1
    return end in harmed


_REFLEXIVE = frozenset(("himself", "herself", "themselves"))
_PASSIVE = frozenset("were was have has had been are also reportedly".split())
_NO_PEOPLE = frozenset(
    "days weeks months years hours minutes miles kilometers kilometres metres meters feet acres hectares "
    "tons tonnes kilos percent dollars euros pounds times houses homes buildings shops vehicles cars trucks "
    "tanks drones missiles rockets shells bombs mines rounds weapons rifles guns sheep goats cows camels "
    "cattle horses donkeys animals mules buffaloes pigs dogs birds chickens elephants trees plants bills "
    "attacks raids strikes clashes blasts explosions incidents bodies jobs of before after was is has his "
    "this its as us perhaps".split()
)


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
