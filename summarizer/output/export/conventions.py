"""The single number of a count, and of an operation's dead, by the conventions of ACLED, UCDP and GTD.

| phrase | acled | gtd | minimum | ucdp |
|---|---|---|---|---|
| a bare plural ("insurgents were killed") | 3 | blank | 2 | 2 |
| a couple | 2 | 2 | 2 | 2 |
| a few, several, some, a group, multiple | 3 | blank | 3 | 3 |
| numerous, a handful | 3 | blank | 4 | 4 |
| a large number | 10 | blank | 5 | 5 |
| tens | 10 | blank | 20 | 20 |
| a dozen | 12 | 12 | 12 | 12 |
| over a dozen | 12 | 12 | 13 | 13 |
| dozens | 12 | blank | 24 | 24 |
| scores | 20 | blank | 40 | 40 |
| hundreds | 100 | blank | 200 | 200 |
| at least 12 | 12 | 12 | 12 | 12 |
| up to 30 | 0 | blank | 0 | 0 |
| about 20, nearly 20 | 20 | 20 | 20 | 20 |
| between 6 and 8 | 6 | 6 | 6 | 6 |
| "casualties" only (an operation's dead) | 0 | blank | 0 | blank |
| "no casualties" | 0 | 0 | 0 | 0 |
| nothing said (of an operation's dead) | 0 | blank | 0 | blank |

ACLED codes an unknown number as 3, or as 10 where the fighting is large: 10 is taken for "a large number" and
3 for every other one. The minimum rule is that of ISAF's and AAN's counts; where it is silent ("tens",
"scores", "hundreds", "up to 30") it is the least that the words can mean. UCDP's best estimate is a single
stated figure, else the least that the words can mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from summarizer.checking.crosswalk.fatalities import MAGNITUDES, acled_number
from summarizer.checking.tolls.addends import Addend
from summarizer.output.export.lookup import Lookup, happened
from summarizer.schema.report import Quantity, ReportedCasualty, ReportedOperation
from summarizer.schema.vocabulary import Outcome, Qualifier

_WORD = re.compile(r"\w+")
_A_FIGURE = frozenset({"dozen", "score", "hundred", "thousand", "million"})
_UNCOUNTED = frozenset(MAGNITUDES) - _A_FIGURE
"""Words that only say how large ("dozens"); GTD has no number for them, however they are bounded."""

_FIGURES = frozenset(
    {
        Qualifier.EXACT,
        Qualifier.AT_LEAST,
        Qualifier.MORE_THAN,
        Qualifier.ABOUT,
        Qualifier.RANGE,
        Qualifier.NONE,
    }
)


class Convention(NamedTuple):
    """How a data set makes a single number of what the text says; blank is None."""

    number: Callable[[Outcome, Quantity], int | None]
    """The number of one count, as it stands."""
    fatalities: Callable[[ReportedOperation, Lookup], int | None]
    """The number of an operation's dead."""
    count_meaning: str
    fatalities_meaning: str


def count_of(convention: Convention, casualty: ReportedCasualty, lookup: Lookup) -> int | None:
    """Return the number of one count; None for one with an error, of no event, or denied or hypothetical."""
    if not lookup.stands(casualty):
        return None
    return convention.number(casualty.outcome, casualty.quantity)


def fatalities_of(convention: Convention, operation: ReportedOperation, lookup: Lookup) -> int | None:
    """Return the number of an operation's dead; None where the operation has an error finding.

    Parts, rivals, revised and cumulative counts are never added: what is added is the toll's choice.
    """
    return None if lookup.has_error(operation.id) else convention.fatalities(operation, lookup)


def acled_count(outcome: Outcome, quantity: Quantity) -> int | None:
    """ACLED's number for one count: of the dead by its words; "casualties" are no dead, hence 0."""
    if outcome == Outcome.KILLED_OR_WOUNDED or quantity.rule == "casualties-only":
        return 0
    return acled_number(quantity) if outcome == Outcome.KILLED else None


def acled_fatalities(operation: ReportedOperation, lookup: Lookup) -> int | None:
    """ACLED's fatalities as the crosswalk derives them; 0 where nothing is said of dead."""
    return operation.crosswalk.acled_fatalities


def ucdp_count(outcome: Outcome, quantity: Quantity) -> int | None:
    """UCDP's number for one count of dead: the single stated figure, else the lower bound."""
    if outcome != Outcome.KILLED:
        return _zero(outcome, quantity)
    return quantity.minimum if quantity.best is None else quantity.best


def ucdp_fatalities(operation: ReportedOperation, lookup: Lookup) -> int | None:
    """UCDP's best estimate as the crosswalk derives it; a stated zero is 0, nothing said is None."""
    deaths = operation.crosswalk.ucdp_deaths
    if deaths is not None:
        return deaths.best
    dead = lookup.toll(operation, Outcome.KILLED)
    return 0 if dead is not None and dead.maximum == 0 and happened(operation) else None


def gtd_count(outcome: Outcome, quantity: Quantity) -> int | None:
    """GTD's number for one count of killed or wounded: a figure, a range by its lower end; None if vague."""
    if outcome not in (Outcome.KILLED, Outcome.WOUNDED):
        return _zero(outcome, quantity)
    if quantity.qualifier not in _FIGURES:
        return None
    if quantity.minimum is None or _is_uncounted(quantity.as_written or ""):
        return None
    return quantity.minimum - (quantity.qualifier == Qualifier.MORE_THAN)


def gtd_fatalities(operation: ReportedOperation, lookup: Lookup) -> int | None:
    """GTD's number of dead, attackers included; None where a part of it is vague or nothing is said."""
    if not happened(operation):
        return None
    numbers = [_gtd_addend(addend, lookup) for addend in lookup.addends(operation, Outcome.KILLED)]
    if not numbers:
        dead = lookup.toll(operation, Outcome.KILLED)
        return 0 if dead is not None and dead.maximum == 0 else None
    known = [number for number in numbers if number is not None]
    return sum(known) if known and len(known) == len(numbers) else None


def minimum_count(outcome: Outcome, quantity: Quantity) -> int | None:
    """The least that the phrase can mean, of any outcome."""
    return quantity.minimum


def minimum_fatalities(operation: ReportedOperation, lookup: Lookup) -> int | None:
    """The least number of dead: the toll's lower bound, and 0 where nothing is said of dead.

    None where dead are counted that the toll has no number for (unreadable, with an error finding, or shared
    with other operations), and where the operation has not taken place.
    """
    if not happened(operation):
        return None
    dead = lookup.toll(operation, Outcome.KILLED)
    if dead is not None:
        return dead.minimum
    return None if lookup.is_counted(operation, Outcome.KILLED) else 0


def _gtd_addend(addend: Addend, lookup: Lookup) -> int | None:
    """The lowest of rivals, the largest of groups that may overlap; a group without a figure blanks it."""
    lowest = []
    for rivals in addend.rivals:
        said = [lookup.quantities[id] for id in rivals]
        numbers = [number for quantity in said if (number := gtd_count(Outcome.KILLED, quantity)) is not None]
        if not numbers:
            return None
        lowest.append(min(numbers))
    return max(lowest, default=None)


def _zero(outcome: Outcome, quantity: Quantity) -> int | None:
    """The dead of "no casualties": none; of any other count of casualties they are not known."""
    return 0 if outcome == Outcome.KILLED_OR_WOUNDED and quantity.maximum == 0 else None


def _is_uncounted(phrase: str) -> bool:
    return any(word in _UNCOUNTED for word in _WORD.findall(phrase.casefold()))


CONVENTIONS: Mapping[str, Convention] = {
    "acled": Convention(
        acled_count,
        acled_fatalities,
        "the count of dead by ACLED's words; 0 for “casualties”, blank for other outcomes",
        "ACLED's fatalities of the whole operation, not split by day; 0 where nothing is said of dead, blank "
        "where ACLED does not code the operation",
    ),
    "ucdp": Convention(
        ucdp_count,
        ucdp_fatalities,
        "the count of dead as UCDP's best estimate; 0 for “no casualties”, blank for other outcomes",
        "UCDP's best estimate of the dead; blank where the text gives none",
    ),
    "gtd": Convention(
        gtd_count,
        gtd_fatalities,
        "the count as GTD's nkill or nwound; 0 for “no casualties”, blank where it is vague, and for other "
        "outcomes",
        "GTD's nkill; blank where a part of it is vague, and where nothing is said of dead",
    ),
    "minimum": Convention(
        minimum_count,
        minimum_fatalities,
        "the least that the count can mean, of any outcome",
        "the least number of dead; 0 where nothing is said of dead",
    ),
}
"""Every convention by its name."""
