"""Who is cited, and for whom he speaks."""

from __future__ import annotations

import pytest

from summarizer import Report, summarize

LEAD = "Jets bombed the market at Telma on Monday, killing 38 people, hospital officials said. "


def sources_of(report: Report, number: int) -> list[tuple[str, str]]:
    """Return the name and kind of the sources of a count."""
    known = {source.id: (source.name, source.kind.value) for source in report.sources}
    return [known[source] for source in report.casualties[number].according_to]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("A committee of residents gave a higher number, 57.", ("A committee of residents", "witness")),
        ("The Red Cross put the number of dead at 57.", ("The Red Cross", "rescue")),
        ("The Red Cross has given a toll of 57 dead.", ("The Red Cross", "rescue")),
        ("In all 57 people were killed, according to ACLED.", ("ACLED", "monitor_ngo")),
        ("A mayor gave a toll of 40, while Moscow said 57 people were killed.", ("Moscow", "government")),
    ],
)
def test_who_puts_a_toll_at_a_number_says_so(sentence: str, source: tuple[str, str]) -> None:
    report = summarize(LEAD + sentence, published="2016-10-06")

    assert sources_of(report, -1) == [source]


def test_its_spokesman_has_a_name_and_speaks_for_whom_the_sentence_before_names() -> None:
    report = summarize(
        LEAD + "The army's version is another one. Its spokesman, Brigadier Nasr Haroun, said the strike had "
        "killed 40 rebels.",
        published="2016-10-06",
    )

    assert sources_of(report, -1) == [("Brigadier Nasr Haroun", "military")]
