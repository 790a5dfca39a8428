"""Headlines inside a text open no event of their own."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.patterns.scan import Scan
from summarizer.readers.rules import RulesReader
from summarizer.readers.rules.headings import is_heading


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Joint Force Captures Rebel Commander in Daro", True),
        ("Rebels Killed, Detained in Velim; Two Soldiers Wounded", True),
        ("Rebels killed nine soldiers near Daro.", False),
        ("Rebels killed nine soldiers near Daro", False),
        ("REBELS KILL NINE SOLDIERS IN DARO", False),
    ],
)
def test_headings(line: str, heading: bool) -> None:
    assert is_heading(Scan(line)) is heading


def test_a_pasted_title_is_not_counted_twice() -> None:
    text = (
        "Joint Force Kills Several Rebels in Daro\n\nA joint force killed several rebels in Daro on Monday."
    )
    made = RulesReader().draft(Article(text, title="Several rebels killed", published="2016-10-06"))

    assert [row.count for row in made.casualties] == ["several"]
    assert len(made.operations) == 1
