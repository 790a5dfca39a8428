"""Text in a cell of a spreadsheet: shown as it is, whatever it looks like, and never spilled."""

from __future__ import annotations

import pytest

from summarizer.output.export.spreadsheet import CUT, LONGEST_CELL, disarmed, fitting

HOSTILE = [
    ("=1+1", "'=1+1"),
    ('=HYPERLINK("http://x.example";"a")', '\'=HYPERLINK("http://x.example";"a")'),
    ("+12 dead", "'+12 dead"),
    ("-12", "'-12"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r'=1"),
    ("＝1+1", "'＝1+1"),
    ("dead;=1+1", "dead;'=1+1"),
    ("dead; =1+1", "dead;' =1+1"),
    ("dead\n=1+1", "dead\n'=1+1"),
    ("a - b = c + d", "a - b = c + d"),
    ("12", "12"),
    ("6-8", "'6-8"),
    ("50,000", "'50,000"),
    ("0012", "'0012"),
    ("71e5", "'71e5"),
    ("1234567890123456", "'1234567890123456"),
    ("123456789012345", "123456789012345"),
    ("12 soldiers", "12 soldiers"),
    *[
        (text, f"'{text}")
        for text in (
            ".5",
            "$5",
            "€5",
            "5 €",
            "5%",
            "5 %",
            "(5)",
            "($5)",
            "TRUE",
            "False",
            "true",
            "Faux",
            "1-2",
            "1/2",
            "1 1/2",
            "2:30",
            "2:30 PM",
            "5 am",
            "12a",
            "1E5",
            "1e+5",
            "5-",
            "1'000",
            "MAR1",
            "DEC1",
            "SEPT2",
            "Mar-1",
            "1-Dec",
            " 5%",
            "9" * 40_000 + "%",
        )
    ],
    *[
        (text, text)
        for text in (
            "A1",
            "O1:initiator",
            "S2",
            "E5",
            "March",
            "May",
            "Mariupol 2014",
            "Marines 5",
            "on Tuesday",
            "12 may be dead",
            "truth",
            "a few",
            "...",
            "$",
            "Mi-8",
            "12th",
            "MAR",
            "on March 1",
            "12 March",
            "March 2016",
            "March 1, 2016",
            "Tuesday, March 1, 2016",
            "12 марта",
            "12 août",
            "1 de marzo de 2016",
        )
    ],
    ("", ""),
    ("nul\0", "nul\N{REPLACEMENT CHARACTER}"),
]


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_text_stays_text(text: str, expected: str) -> None:
    assert disarmed(text) == expected


def units(text: str) -> int:
    """The length of a text as Excel counts it."""
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("character", ["a", "ع", "\N{GRINNING FACE}"])
def test_a_text_fits_into_a_cell(character: str) -> None:
    """Characters outside the first plane count twice, and none of them is cut in two."""
    whole = fitting(character * 5_000)
    cut = fitting("-" + character * 100_000)

    assert whole == character * 5_000
    assert LONGEST_CELL - 1 <= units(cut) <= LONGEST_CELL
    assert cut.endswith(CUT)
    assert set(cut.removesuffix(CUT)) == {"-", character}


def test_a_long_text_with_what_is_no_text_fits_as_it_is_written() -> None:
    cut = fitting("\udcff" + "a" * LONGEST_CELL)

    assert units(cut) == LONGEST_CELL
    assert cut.startswith("\\udcffaaa")


def test_a_text_that_just_fits_is_left_whole() -> None:
    assert fitting("a" * LONGEST_CELL) == "a" * LONGEST_CELL
    assert fitting("a" * (LONGEST_CELL + 1)) != "a" * (LONGEST_CELL + 1)
