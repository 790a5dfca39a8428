"""Harm in nouns and states: "the death of", "three casualties", "the toll rose to 40", "12 dead"."""

from __future__ import annotations

from dataclasses import replace

from summarizer.patterns import clauses
from summarizer.patterns.amounts import Amount
from summarizer.patterns.count import Count, made
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry, Mark
from summarizer.patterns.listing import out_of_them
from summarizer.patterns.scan import Scan

_LEAD_VERBS = frozenset(["leave", "leaves", "left", "leaving"])
_TOLL_NOW = frozenset("to at is was reached reaches stood stands of put".split())


def harm_of_state(scan: Scan, mark: Mark, verbs: list[int]) -> list[Count]:
    """Read "12 dead", "left four soldiers dead", "two men are missing"."""
    words = scan.words
    if words[max(0, mark.start - 2) : mark.start] == ["among", "the"]:
        return _among_them(scan, mark, verbs)
    if words[max(0, mark.start - 2) : mark.start] == ["of", "the"]:
        return []  # "more than half of the dead are children" is a share
    if words[mark.end : mark.end + 1] == ["numbered"]:
        numbered = [amount for amount in scan.amounts if amount.start == mark.end + 1]
        return [Count(mark.entry.type, _bare(amount), mark.start, hint="toll") for amount in numbered]
    if words[max(0, mark.start - 1) : mark.start] == ["the"] and words[mark.end : mark.end + 1] in (
        ["were"],
        ["are"],
        ["included"],
    ):
        named = clauses.objects(scan, mark.end + 1, verbs)
        counts = made(scan, mark.entry.type, named, mark, ())
        return [count if count.hint == "part" else count._replace(hint="toll") for count in counts]
    if mark.entry.name == "unhurt" or (
        mark.start and words[mark.start - 1] in ("the", "a", "of", "shot", "drop")
    ):
        return []
    index = clauses.group_before(scan, mark.start)
    if index < 0:
        return []
    group = scan.groups[index]
    outcome = mark.entry.type
    if group.end == mark.start and out_of_them(words, group):  # "27 patients, two of them dead"
        return made(scan, outcome, [group], mark, ())
    if group.end == mark.start and (group.amount or (group.start and words[group.start - 1] in _LEAD_VERBS)):
        return made(scan, outcome, clauses.subject(scan, mark.start, verbs, reach=0), mark, ())
    position = mark.start
    while position > group.end and (
        clauses.is_adverb(words[position - 1]) or words[position - 1] in _COPULAS
    ):
        position -= 1
    if position < mark.start and group.end == position and words[mark.start - 1] != "be":
        return made(scan, outcome, clauses.subject(scan, position, verbs), mark, ())
    return []


def _among_them(scan: Scan, mark: Mark, verbs: list[int]) -> list[Count]:
    """Read "13 children were among the dead" and "among the dead were 13 children"."""
    words = scan.words
    if words[mark.end : mark.end + 1] in (["were"], ["was"], ["are"], ["is"]):
        return made(scan, mark.entry.type, clauses.objects(scan, mark.end + 1, verbs), mark, ())
    position = mark.start - 2
    if position and words[position - 1] in _COPULAS:
        return made(scan, mark.entry.type, clauses.subject(scan, position - 1, verbs, reach=0), mark, ())
    return []


_COPULAS = frozenset(
    (
        "is are was were remain remains remained still been found presumed confirmed go went reported "
        "feared believed thought"
    ).split()
)


def harm_of_noun(scan: Scan, mark: Mark, verbs: list[int]) -> list[Count]:
    """Read "the death of a nun", "five casualties", "no injuries", "the murder of six priests"."""
    words = scan.words
    outcome = mark.entry.type
    if mark.entry.name == "loss of":
        return _lost(scan, mark, verbs)
    end = _over_second_noun(scan, mark)
    if words[end : end + 1] == ["of"]:
        index = clauses.group_from(scan, end + 1)
        if index < len(scan.groups) and scan.groups[index].start == end + 1:
            return _granted(made(scan, outcome, clauses.row(scan, index, verbs), mark, ()))
        return []
    if words[max(0, mark.start - 1) : mark.start] in (["'s"], ["'"]):
        index = clauses.group_before(scan, mark.start - 1)
        if index >= 0 and scan.groups[index].end == mark.start - 1 and mark.entry.name in _SUFFERED:
            return _granted(made(scan, outcome, [scan.groups[index]], mark, ()))
    if outcome == "wounded":
        suffered = _suffered_by(scan, mark, verbs)
        if suffered:
            return suffered
    amount = amount_ending(scan, mark.start)
    if amount is not None:
        head = Entry("person", "people", "unknown", "unknown", True)
        group = Group(amount.start, mark.end, mark.start, amount, "", head, None, True)
        return [Count(outcome, group, mark.start, negated=amount.sort == "none")]
    if (
        outcome == "killed_or_wounded"
        and words[max(0, mark.start - 3) : mark.start]
        and any(
            word
            in (
                "suffered",
                "suffering",
                "inflicted",
                "inflicting",
                "sustained",
                "caused",
                "causing",
                "several",
                "heavy",
                "took",
            )
            for word in words[max(0, mark.start - 3) : mark.start]
        )
    ):
        actors = clauses.subject(scan, mark.start - 1, [], reach=4)
        if "suffered" in words[max(0, mark.start - 3) : mark.start] and actors:
            return [Count(outcome, replace(actors[-1], amount=None), mark.start)]
    return []


def _suffered_by(scan: Scan, mark: Mark, verbs: list[int]) -> list[Count]:
    """Read "two drivers suffered head injuries": who suffers one, or is treated for it, is wounded."""
    words = scan.words
    if words[max(0, mark.start - 2) : mark.start] == ["treated", "for"]:
        return made(scan, "wounded", clauses.subject(scan, mark.start - 2, verbs), mark, ())
    for at in range(mark.start - 1, max(-1, mark.start - 5), -1):
        if words[at] in _SUFFERS or (words[at] == "had" and at == mark.start - 1):
            return made(scan, "wounded", clauses.subject(scan, at, verbs), mark, ())
        if not words[at].isalpha() or words[at] in _NOT_OF_AN_INJURY:
            break
    return []


_SUFFERS = frozenset("suffered sustained received suffering sustaining suffers".split())
_NOT_OF_AN_INJURY = frozenset("no and or of in from by with to".split())


def _lost(scan: Scan, mark: Mark, verbs: list[int]) -> list[Count]:
    """Read "for the loss of two soldiers": men by number, of the side that tells or fought."""
    index = clauses.group_from(scan, mark.end)
    if index == len(scan.groups) or scan.groups[index].start != mark.end:
        return []
    men = [group for group in clauses.row(scan, index, verbs) if group.amount is not None]
    return [count._replace(hint="lost") for count in made(scan, mark.entry.type, men, mark, ())]


def _granted(counts: list[Count]) -> list[Count]:
    return [count._replace(noun=True) for count in counts]


_SUFFERED = frozenset(
    (
        "death murder assassination slaying killing execution beheading abduction kidnapping kidnaping "
        "disappearance wounding"
    ).split()
)
"""What somebody suffers and nobody does: "the nuns' murder", but not "the rebels' attack"."""


def _over_second_noun(scan: Scan, mark: Mark) -> int:
    """Return where a noun of harm ends with the one joined to it: "the kidnapping and murder of six nuns"."""
    if scan.words[mark.end : mark.end + 1] == ["and"]:
        for other in scan.of("harm_nouns"):
            if mark.end + 1 <= other.start <= mark.end + 2:
                return other.end
    return mark.end


def amount_ending(scan: Scan, position: int) -> Amount | None:
    """Return the count phrase that ends before the token, over at most one adjective."""
    for amount in scan.amounts:
        gap = scan.words[amount.end : position]
        if amount.end <= position and (
            not gap
            or (
                len(gap) == 1
                and gap[0]
                in (
                    "civilian",
                    "combat",
                    "fatal",
                    "serious",
                    "military",
                    "more",
                    "insurgent",
                    "enemy",
                    "confirmed",
                    "reported",
                    "immediate",
                    "coalition",
                )
            )
        ):
            return amount
        if amount.start >= position:
            break
    return None


def harm_of_toll(scan: Scan, mark: Mark, verbs: list[int]) -> list[Count]:
    """Read "the death toll rose from 28 to 40", "put the toll at 26"."""
    words = scan.words
    counts: list[Count] = []
    of_so_many = words[mark.end : mark.end + 1] == ["of"] and any(
        amount.start == mark.end + 1 for amount in scan.amounts
    )
    led_by = words[max(0, mark.start - 1) : mark.start]
    if mark.entry.name == "toll" and led_by in (["a"], ["heavy"]) and not of_so_many:
        return []
    for amount in scan.amounts:
        if _brought_to(words, amount, mark):
            group = _bare(amount)
            return [Count(mark.entry.type, group, mark.start, hint="toll")]
        if amount.start < mark.end or amount.sort == "none":
            continue
        before = words[amount.start - 1]
        goes_on = bool(counts) and counts[-1].group.end == amount.start - 1  # "from 17 to 21"
        goes_on = goes_on or (bool(counts) and words[amount.start - 2] in ("up", "down"))
        if amount.start - mark.end > (_FAR if before in _RISES_TO else _NEAR) and not goes_on:
            continue
        other = (
            before in (",", ":", "as") and amount.start == mark.end + 1
        )  # "gave a higher number, 57, and …"
        if before not in _TOLL_NOW and before != "from" and not other:
            continue
        group = _those_counted(scan, mark, amount)
        was = before == "from" or words[mark.start - 1 : mark.start] in _EARLIER
        counts.append(Count(mark.entry.type, group, mark.start, hint="old" if was else "toll"))
        if len(counts) == 2:
            break
    return counts


_NEAR = 10
_FAR = 14
_RISES_TO = frozenset("to from reached reaches".split())
"""Words that may stand between a toll and its number, as behind "rose to"."""


def _those_counted(scan: Scan, mark: Mark, amount: Amount) -> Group:
    """Return the number of a toll as a group: of "soldiers" in "the number of soldiers killed"."""
    index = clauses.group_from(scan, mark.start)
    head, owner = DEAD, None
    if index < len(scan.groups) and scan.groups[index].end <= mark.end:
        head, owner = scan.groups[index].head, scan.groups[index].owner
    return Group(amount.start, amount.end, amount.core, amount, "", head, owner, True)


_EARLIER = (["earlier"], ["previous"], ["initial"], ["provisional"])
_BRINGS = frozenset("brings brought bringing bring raises raised raising takes took taking".split())


def _brought_to(words: list[str], amount: Amount, mark: Mark) -> bool:
    """Tell whether a number stands before its toll: "brings to 143 the number killed"."""
    gap = words[amount.end : mark.start]
    return (
        gap in ([], ["the"], ["their"], ["its"])
        and words[amount.start - 1 : amount.start] == ["to"]
        and amount.start > 1
        and words[amount.start - 2] in _BRINGS
    )


DEAD = Entry("number", "", "unknown", "unknown", True)


def _bare(amount: Amount) -> Group:
    """Return a number as a group of people of whom nothing else is said."""
    return Group(amount.start, amount.end, amount.core, amount, "", DEAD, None, True)
