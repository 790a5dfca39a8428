"""What is fired, launched, lobbed and hurled is an operation; a missile test is none."""

from __future__ import annotations

import pytest

from summarizer.patterns.attacks import find_attacks
from summarizer.patterns.scan import Scan


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Return type, initiators and targets of each attack of a sentence, as written."""
    scan = Scan(text)
    return [
        (
            attack.type,
            [scan.span(group.start, group.end) for group in attack.initiators],
            [scan.span(group.start, group.end) for group in attack.targets],
        )
        for attack in find_attacks(scan)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Militants fired eight rockets toward the capital.", ("shelling", ["Militants"], [])),
        ("Ukraine launched 40 drones at nine regions.", ("drone_strike", ["Ukraine"], [])),
        ("Gunmen lobbed a grenade at a police post.", ("grenade_attack", ["Gunmen"], ["a police"])),
        ("Rockets fired by rebels at the town killed two men.", ("shelling", ["rebels"], [])),
        ("A grenade hurled at an army picket went off.", ("grenade_attack", [], ["an army"])),
        ("Rebels fire rockets at the airport.", ("shelling", ["Rebels"], [])),
        ("Rebels fired a missile at a tanker in the Red Sea.", ("shelling", ["Rebels"], [])),
    ],
)
def test_what_is_hurled_is_an_operation(text: str, expected: tuple[str, list[str], list[str]]) -> None:
    """The munition gives the type, the subject or "by" the doer, "at" the target."""
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The president fired two ministers on Tuesday.",
        "The army test-fired a ballistic missile on Wednesday.",
        "The country launched a missile into the sea in a test.",
        "The country fired two missiles toward the Sea of Japan.",
        "The firm launched a new car.",
    ],
)
def test_nothing_is_hurled_at_anybody(text: str) -> None:
    """Without a munition, or in a test, the verb is no operation."""
    assert told(text) == []
