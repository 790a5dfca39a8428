"""Shares of those who were harmed: "three of those killed were boys", "of the injured, five are soldiers"."""

from __future__ import annotations

from summarizer.patterns import clauses
from summarizer.patterns.amounts import Amount
from summarizer.patterns.count import Count
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry
from summarizer.patterns.scan import Scan

_HARMED = {
    **dict.fromkeys(("dead", "killed", "slain", "deceased", "fatalities", "deaths"), "killed"),
    **dict.fromkeys(("wounded", "injured", "hurt"), "wounded"),
    **dict.fromkeys(("victims", "casualties"), "killed_or_wounded"),
    **dict.fromkeys(("missing",), "missing"),
    **dict.fromkeys(("detained", "arrested"), "detained"),
    **dict.fromkeys(("abducted", "kidnapped"), "abducted"),
}
WHOSE = frozenset(_HARMED)
"""The words for those who were harmed; a sentence without one of them has no share of theirs."""
_THOSE = (["of", "the"], ["of", "those"], ["among", "the"], ["among", "those"])
_COPULAS = frozenset(("were", "was", "are", "is", "included", "include"))
_SOMEBODY = Entry("number", "", "unknown", "unknown", True)


def shares_of_the_harmed(scan: Scan) -> list[Count]:
    """Return the shares of those who were harmed, as parts."""
    found: list[Count] = []
    for amount in scan.amounts:
        if amount.sort == "none":
            continue
        share = _behind(scan, amount) or _in_front(scan, amount)
        if share is not None:
            found.append(share)
    return found


def _behind(scan: Scan, amount: Amount) -> Count | None:
    """Read "three of those killed were boys" and "six of the dead, two of them girls, were in a van"."""
    words, end = scan.words, amount.end
    if words[end : end + 2] not in _THOSE or words[end + 2 : end + 3] == []:
        return None
    outcome = _HARMED.get(words[end + 2])
    if outcome is None:
        return None
    at = end + 3
    if words[at : at + 1] == [","]:
        at = next((later + 1 for later in range(at + 1, len(words)) if words[later] == ","), at)
    if at >= len(words) or words[at] not in _COPULAS:
        return None
    named = clauses.objects(scan, at + 1, scan.verbs, reach=0)
    group = named[0] if named and named[0].amount is None else None
    return Count(outcome, _counted(amount, group, end + 3), end + 2, hint="part")


def _in_front(scan: Scan, amount: Amount) -> Count | None:
    """Read "of the injured, five are soldiers and six are civilians"."""
    words = scan.words
    after = words[amount.end : amount.end + 1]
    if words[:2] not in _THOSE or len(words) < 4 or words[3] != "," or not after or after[0] not in _COPULAS:
        return None
    outcome = _HARMED.get(words[2])
    named = clauses.objects(scan, amount.end + 1, scan.verbs, reach=1)
    if outcome is None or not named or named[0].amount is not None:
        return None
    return Count(outcome, _counted(amount, named[0], amount.end), amount.end, hint="part")


def _counted(amount: Amount, named: Group | None, end: int) -> Group:
    """Return a share as a group: what those in it are called, else the number alone."""
    if named is None:
        return Group(amount.start, end, amount.core, amount, "", _SOMEBODY, None, True)
    return Group(
        amount.start,
        named.end,
        named.core,
        amount,
        "",
        named.head,
        named.owner,
        True,
        named.belongs,
        named.named,
    )
