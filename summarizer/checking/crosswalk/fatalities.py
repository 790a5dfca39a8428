"""ACLED: the single number of fatalities of an operation, by ACLED's conventions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.checking.crosswalk.incident import Incident
from summarizer.checking.tolls.addends import Addend
from summarizer.schema.report import Quantity
from summarizer.schema.vocabulary import Outcome, Qualifier

UNKNOWN_PLURAL = 3
"""ACLED codes an unknown number as 3, or as 10 where the fighting is large, which a phrase does not tell."""

LARGE_UNKNOWN = 10
LARGE_FROM = 5
"""The least that "a large number" can mean; from there on an unknown number is a large one."""

WORD = re.compile(r"\w+")

MAGNITUDES: Mapping[str, int] = {
    "tens": 10,
    "dozen": 12,
    "dozens": 12,
    "score": 20,
    "scores": 20,
    "hundred": 100,
    "hundreds": 100,
    "thousand": 1_000,
    "thousands": 1_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "decenas": 10,
    "docenas": 12,
    "cientos": 100,
    "centenares": 100,
    "miles": 1_000,
    "millares": 1_000,
    "dizaines": 10,
    "douzaines": 12,
    "centaines": 100,
    "milliers": 1_000,
    "десятки": 10,
    "сотни": 100,
    "сотні": 100,
    "тысячи": 1_000,
    "тисячі": 1_000,
    "عشرات": 10,
    "مئات": 100,
    "آلاف": 1_000,
}
"""ACLED's numbers for words that only say how large: each word once, several multiplied."""


def acled_fatalities(incident: Incident) -> int | None:
    """ACLED's number: each count by ACLED's words, the lowest where sources differ, perpetrators included.

    Nothing said, or only "casualties", is 0, as ACLED has it. It is null where dead are counted but the toll
    has no number for them: unreadable, with an error finding, or shared with other operations.
    """
    if not incident.killed:
        return None if any(record.outcome == Outcome.KILLED for record in incident.named) else 0
    numbers = [number for addend in incident.killed if (number := _added(incident, addend)) is not None]
    return sum(numbers) if numbers else None


def _added(incident: Incident, addend: Addend) -> int | None:
    """ACLED's number for what the toll adds: of rivals the lowest, of groups that may overlap the largest."""
    lowest = []
    for rivals in addend.rivals:
        said = [incident.quantities[record] for record in rivals if record in incident.quantities]
        numbers = [number for quantity in said if (number := acled_number(quantity)) is not None]
        if numbers:
            lowest.append(min(numbers))
    return max(lowest) if lowest else None


def acled_number(quantity: Quantity) -> int | None:
    """ACLED's single number for a count phrase; null where the phrase has no reading.

    A figure counts as written ("at least 12", "over a dozen", "about 12" are 12), a range and "up to" by the
    lower bound, "dozens" as 12, "tens" 10, "hundreds" 100, any other plural as 3, a large number as 10.
    """
    if quantity.minimum is None or quantity.minimum == 0:
        return quantity.minimum
    if quantity.qualifier == Qualifier.PLURAL:
        return UNKNOWN_PLURAL
    if quantity.qualifier == Qualifier.VAGUE:
        return _vague_number(quantity.as_written or "", quantity.minimum)
    return quantity.minimum - (quantity.qualifier == Qualifier.MORE_THAN)


def _vague_number(phrase: str, minimum: int) -> int:
    """The number of a phrase without a figure, by the words that say how large."""
    number = 1
    for word in WORD.findall(phrase.casefold()):
        number *= MAGNITUDES.get(word, 1)
    if number > 1:
        return number
    return LARGE_UNKNOWN if minimum >= LARGE_FROM else UNKNOWN_PLURAL
