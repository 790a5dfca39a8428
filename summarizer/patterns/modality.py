"""Whether a thing happened, is planned, was tried, is only possible, is denied, or is a habit."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.patterns.lexicon import wordset
from summarizer.patterns.scan import Scan


class Modality(NamedTuple):
    """How a verb or noun of an event stands in its clause."""

    stage: str
    assertion: str
    habit: bool = False
    """A deed that describes somebody ("he plans attacks"), or one that is only spoken of: no event."""


_PLAN = frozenset(
    (
        "will shall plan plans planned planning prepare prepares preparing prepared intend intends "
        "intended poised upcoming forthcoming imminent preparations"
    ).split()
)
_PLAN_TO = frozenset("expected set due about going aim aims ready ordered order wants want decided".split())
_CONDITIONAL = wordset("hedges", "conditional")
_THREAT = wordset("hedges", "threat")
_ATTEMPT = frozenset("attempted tried trying attempt attempting failed unsuccessful unsuccessfully".split())
_FOILED = frozenset(["foiled", "thwarted", "prevented", "averted", "disrupted"])
_NEGATION = frozenset(
    "no not never without didn't wasn't weren't hadn't denied deny denies denying neither nor".split()
)
_DENIAL = frozenset(["denied", "deny", "denies", "denying", "untrue", "rejected", "dismissed"])
_FALSE = frozenset("untrue false baseless unfounded fabricated".split())
_IS = frozenset("is are was were".split())
_APART = frozenset((",", ";", "but", "and", "though", "although"))
_DENIED_WORD = frozenset(
    ["claims", "claim", "reports", "allegations", "charges", "accusations", "suggestions"]
)
_ONGOING = frozenset(
    "ongoing continues continue continuing continued underway rages raged raging still".split()
)
_ALLEGED = wordset("hedges", "alleged")
_MODAL_PERHAPS = frozenset(["may", "might"])
DOUBTS = _ALLEGED | _MODAL_PERHAPS | _DENIAL | _FALSE
"""Words without which no harm is doubtful or denied."""
_BREAKS = frozenset("; : . that said but while during".split())
_MONTHS = wordset("dates", "months")


def modality(scan: Scan, at: int, noun: bool) -> Modality:
    """Read the clause around the token `at`, up to twelve words before it and four behind.

    "will launch an offensive": planned · "tried to storm": failed · "no attack": negated.
    """
    words = scan.words
    if scan.vocabulary.isdisjoint(_MODAL) and not _progressive(words, at):
        return _PLAIN
    left = _before(words, at)
    near = left[:5]
    end = at + 1
    while end < len(words) and end < at + 9 and words[end] not in (";", ":", "."):
        end += 1
    right = words[at + 1 : min(end, at + 5)]
    if not _FALSE.isdisjoint(scan.vocabulary) and _called_false(words, at):
        return Modality("unknown", "denied")
    if "would" in right[:2]:
        return Modality("unknown", "hypothetical")
    stage = "completed"
    if _is_denied(words, at, len(left)):
        return Modality("unknown", "denied")
    assertion = (
        "alleged"
        if _feared(words, at, len(left))
        or not _ALLEGED.isdisjoint(left)
        or not _ALLEGED.isdisjoint(right[:2])
        else "stated"
    )
    if not _NEGATION.isdisjoint(near):
        denied = not _DENIAL.isdisjoint(near)
        if not (near[:1] == ["not"] and "only" in words[at : at + 2]):
            return Modality("unknown", "denied" if denied else "negated")
    if not _FOILED.isdisjoint(near) or not _FOILED.isdisjoint(right[:2]):
        stage = "foiled"
    elif not _ATTEMPT.isdisjoint(near):
        stage = "failed"
    elif not {"if", "unless", "whether"}.isdisjoint(left[:8]) or (noun and not _SOUGHT.isdisjoint(left[:3])):
        return Modality("unknown", "hypothetical")
    elif _planned(left, words, at):
        stage = "planned"
    elif not _THREAT.isdisjoint(near):
        return Modality("threatened", "hypothetical")
    elif not _CONDITIONAL.isdisjoint(left[:8]) or _perhaps(left):
        return Modality("unknown", "hypothetical")
    elif (
        not _ONGOING.isdisjoint(words[at + 1 : end] if noun else right)
        or not _ONGOING.isdisjoint(near[:3])
        or _progressive(words, at)
    ):
        stage = "ongoing"
    return Modality(stage, assertion)


_SOUGHT = frozenset(
    "discuss discusses discussed discussing negotiate negotiated negotiating demand demands demanded "
    "demanding".split()
)
"""What is only talked of: "met to discuss the release of the hostages"."""
_MODAL = (
    _PLAN
    | _SOUGHT
    | _PLAN_TO
    | _CONDITIONAL
    | _THREAT
    | _ATTEMPT
    | _FOILED
    | _NEGATION
    | _DENIAL
    | _ONGOING
    | _ALLEGED
    | _MODAL_PERHAPS
    | {"untrue", "false", "would", "will", "if", "unless", "whether"}
)
"""A sentence without any of these only says that something happened."""
_PLAIN = Modality("completed", "stated")


def _before(words: list[str], at: int) -> list[str]:
    """Return up to twelve words of the clause before a token, the nearest first."""
    left: list[str] = []
    position = at
    while position and at - position < 12:
        word = words[position - 1]
        if word in _BREAKS or (word == "," and at - position > 3):
            break
        left.append(word)
        position -= 1
    return left


def _that(words: list[str], at: int, size: int) -> int:
    """Return where the "that" before the clause of `at` stands, whose `size` words are known, or 0."""
    opening = at - size - 1
    return opening if opening > 0 and words[opening] == "that" else 0


def _called_false(words: list[str], at: int) -> bool:
    """Tell whether what a clause says is called false behind it: "the claim that ten died is false"."""
    for index in range(at + 1, len(words)):
        if words[index] in _APART:
            return False
        if words[index] in _FALSE and words[index - 1] in _IS:
            return True
    return False


def _is_denied(words: list[str], at: int, size: int) -> bool:
    """Tell whether the clause is what somebody denies: "denied that …", "dismissed reports that …"."""
    opening = _that(words, at, size)
    if not opening:
        return False
    verb = opening - 1
    if words[verb] in _DENIED_WORD:
        verb -= 1
    return words[verb] in _DENIAL


def _feared(words: list[str], at: int, size: int) -> bool:
    """Tell whether the clause is what is feared: "it is feared that …", "fears that …"."""
    opening = _that(words, at, size)
    return opening > 0 and words[opening - 1] in _FEARED


_FEARED = frozenset(["feared", "fear", "fears", "believed", "thought", "suspected", "rumours", "rumors"])


def _perhaps(left: list[str]) -> bool:
    """Tell whether "may" or "might" stands before a verb, and no month: "a raid on 2 May killed six"."""
    near = left[:3]
    if "might" in near or "may" not in near:
        return "might" in near
    at = near.index("may")
    beside = [*left[at + 1 : at + 2], *left[max(0, at - 1) : at]]
    return not any(word.isdecimal() or word in _OF_A_MONTH for word in beside)


_OF_A_MONTH = frozenset("in on of since during last early late mid until by".split())


def _planned(left: list[str], words: list[str], at: int) -> bool:
    if not _PLAN.isdisjoint(left[:8]):
        return True
    if "will" in words[at + 1 : at + 7]:
        return True
    return not _PLAN_TO.isdisjoint(left[:6]) and "to" in left[:5]


def _progressive(words: list[str], at: int) -> bool:
    """Tell whether the verb is "are fighting", "is attacking" (not "were fighting": that is over)."""
    return words[at].endswith("ing") and words[max(0, at - 1) : at] in (["is"], ["are"])


_HABITS = frozenset(
    (
        "responsible involved specializing specialising specializes coordinates coordinated plans "
        "directs conducts orders facilitates organizes organises participates suspected wanted "
        "implicated capable oversees plotting planning planned plotted organized organised leads known "
        "condemned condemn condemns condemning risk fear fears investigate investigating investigation "
        "accused blamed blames blaming convicted charged sentenced tip aimed participated directed threat "
        "threats support "
        "supports fund against manufacture manufactured manufacturing used facilitated facilitating "
        "future numerous prepare prepares emplaces emplacing equipping supplies supplied distributes "
        "procures linked ability conduct connected ties associated commanded commands trains plan "
        "various many previous recent"
    ).split()
)


def described(scan: Scan, at: int) -> bool:
    """Tell whether an event noun only describes somebody or is only spoken of: "responsible for attacks".

    An event with a date or a place of its own is reported all the same; the caller decides that.
    """
    words = scan.words
    if _HABITS.isdisjoint(words[max(0, at - 7) : at]):
        return False
    for position in range(at - 1, max(-1, at - 8), -1):
        word = words[position]
        if word in (";", "said") or (word == "." and words[position - 1] not in _MONTHS):
            return False
        if word in _HABITS and not (word == "suspected" and position in scan.grouped):
            return True
    return False
