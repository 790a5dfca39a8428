"""Count phrases: found whole, with their qualifier, and never in designations."""

from __future__ import annotations

import pytest

from summarizer.patterns.amounts import find_amounts
from summarizer.patterns.tokens import Tokens


def phrases(text: str) -> list[str]:
    """Return the count phrases of a text as written."""
    tokens = Tokens(text)
    return [tokens.span(amount.start, amount.end) for amount in find_amounts(tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 12 farmers", ["at least 12"]),
        ("between six and eight men", ["between six and eight"]),
        ("more than 1,200 people", ["more than 1,200"]),
        ("dozens of villagers", ["dozens of"]),
        ("half a dozen guards", ["half a dozen"]),
        ("two hundred and five recruits", ["two hundred and five"]),
        ("about 2 400 people", ["about 2 400"]),
        ("as many as 30 may be trapped", ["as many as 30"]),
        ("twenty-one prisoners", ["twenty-one"]),
        ("several hundred men", ["several hundred"]),
        ("a couple of shots", ["a couple of"]),
        ("some of the passengers", ["some"]),
        ("some passengers", ["some"]),
        ("no civilians", ["no"]),
        ("6-8 insurgents", ["6-8"]),
        ("in the war of 2016-17", []),
        ("18-25-year-olds", []),
        ("upwards of 40 people", ["upwards of 40"]),
        ("in excess of 40 people", ["in excess of 40"]),
        ("a minimum of 12 men", ["a minimum of 12"]),
        ("anywhere from 20 to 30 men", ["anywhere from 20 to 30"]),
        ("40+ people", ["40+"]),
        ("40 plus people", ["40 plus"]),
        ("40 plus a boy", ["40"]),
        ("as many rebels", []),
        ("a soldier", []),
        ("an AK-47 rifle", []),
        ("a 12-kg charge", []),
        ("the 3rd Brigade", []),
        ("a three-year-old girl", []),
    ],
)
def test_amounts(text: str, expected: list[str]) -> None:
    """The phrase is whole; a designation, a measure joined by a hyphen and an ordinal are no counts."""
    assert phrases(text) == expected


def test_a_revision_is_two_amounts() -> None:
    """ "from 40 to 28" is no range."""
    assert phrases("lowered the toll from 40 to 28") == ["40", "28"]
