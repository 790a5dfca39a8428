"""The card is right at every width, without colour and in every script, and obeys nothing of the article."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from summarizer.output.card import NARROWEST, WIDEST, card
from summarizer.schema import Relation, Report, Source
from tests.output.building import casualty, operation, quantity
from tests.output.samples import air_strike, arabic, football, offensive

GOLDEN = Path(__file__).parent / "golden"
SAMPLES: list[Callable[[], Report]] = [offensive, air_strike, football, arabic]
HOSTILE = "[red]\x1b[31m[link=http://e.example]Ali[/link]\x9b1m\u202eevil\r\n\x07{x}"


def flat(text: str) -> str:
    """The words of a card, wherever its lines end."""
    return " ".join(text.replace("\u200e", "").split())


def block(text: str, start: str, end: str) -> str:
    """The lines from the one that begins with `start` up to the one that begins with `end`."""
    return text[text.index(f"\n{start}") : text.index(f"\n{end}")]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.__name__)
def test_the_card_looks_as_it_was_approved(sample: Callable[[], Report]) -> None:
    """SUMMARIZER_UPDATE_GOLDEN=1 writes the golden files anew; look at the difference before keeping it."""
    path = GOLDEN / f"{sample.__name__}.txt"
    shown = card(sample(), width=80, color=False)
    if os.environ.get("SUMMARIZER_UPDATE_GOLDEN"):
        path.write_text(shown, encoding="utf-8")

    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [1, 32, 40, 63, 64, 80, 120, 140, 1000])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.__name__)
def test_no_line_is_wider_than_the_terminal(sample: Callable[[], Report], width: int) -> None:
    """A card stays between its narrowest and its widest, whatever it is asked for."""
    limit = max(NARROWEST, min(width, WIDEST))
    lines = card(sample(), width=width, color=False).splitlines()

    assert max(map(cell_len, lines)) <= limit


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.__name__)
def test_colour_changes_no_word(sample: Callable[[], Report], width: int) -> None:
    """What a coloured card says is what the plain one says; only the plain one is free of escapes."""
    plain = card(sample(), width=width, color=False)
    coloured = card(sample(), width=width, color=True)

    assert "\x1b" in coloured
    assert "\x1b" not in plain
    read = "\n".join(line.rstrip() for line in Text.from_ansi(coloured).plain.splitlines())
    assert f"{read}\n" == plain


def test_a_pipe_gets_no_colour_and_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Left to itself, a card for something that is no terminal is plain, even with FORCE_COLOR set."""
    for name in ("COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr("sys.stdout", io.StringIO())
    monkeypatch.setattr("sys.__stdout__", None)

    assert card(offensive()) == card(offensive(), width=80, color=False)


def test_the_order_is_main_then_secondary_then_planned_then_background() -> None:
    """What has not happened never stands under what is reported."""
    text = card(offensive(), width=80, color=False)
    order = ["\nREPORTED ", "\nALSO REPORTED ", "\nNOT YET HAPPENED ", "\nBACKGROUND ", "\nOTHER COUNTS "]
    found = [text.index(heading) for heading in order]

    assert found == sorted(found)
    assert "O3  Advance on Kunyo Barre\n    NOT YET HAPPENED, planned" in text
    assert "O4  Threat to blow up the Shabelle bridge\n    NOT YET HAPPENED, threatened" in text
    assert "NOT YET" not in block(text, "REPORTED", "NOT YET HAPPENED")


def test_sides_date_and_party_claim_stand_in_the_operation() -> None:
    """Who attacks, who supports, who is attacked, when by the calendar, and that a party says so."""
    text = flat(block(card(offensive(), width=100, color=False), "O1", "ALSO REPORTED"))

    assert "PARTY CLAIM: a military source (for Somali National Army) [1–4,6]" in text
    assert "By Somali National Army and Jubaland's darwish police" in text
    assert "Backed by African Union mission and US Africa Command" in text
    assert "Against al-Shabaab" in text
    assert "When Tuesday 13 March 2018 (“on Tuesday”) [1]" in text


def test_parts_rivals_and_revisions_stand_around_their_count() -> None:
    """Parts are indented below their whole, rivals beside it, and a figure that was taken back is marked."""
    lines = card(air_strike(), width=80, color=False).splitlines()
    first = lines.index("    Killed       at least 20, the sources disagree")
    last = lines.index("    Wounded      at least 24, the sources disagree")
    figures = [line[4:37].rstrip() for line in lines[first + 1 : last]]

    assert [figure for figure in figures if figure] == [
        "               at least 33",
        "                 of whom 12",
        "                 of whom 8",
        "                 named: Amal Sale",
        "                 earlier: 40",
        "         or    41",
        "         or    about 20",
    ]


def test_wider_tolls_stand_apart_and_are_said_not_to_be_added() -> None:
    """A cumulative and a war toll are in no operation's block."""
    text = card(air_strike(), width=60, color=False)
    wider = flat(block(text, "OTHER COUNTS", "DOUBTFUL"))

    assert "OTHER COUNTS not of these events, not added" in wider
    assert (
        "142 civilians in the province; since the start of the year; per the Yemen Incident Monitor" in wider
    )
    assert "more than 10,000 people; in the whole war; per the United Nations" in wider
    assert "142" not in block(text, "REPORTED", "OTHER COUNTS")


def test_none_is_not_the_same_as_no_figure() -> None:
    """A second bomb hurt no one; of the dead the text says nothing."""
    text = flat(block(card(air_strike(), width=80, color=False), "O3", "OTHER COUNTS"))

    assert "Wounded none people reported as fact [9]" in text
    assert "Killed no figure given" in text


def test_a_doubtful_count_is_kept_and_marked() -> None:
    """It stands where it would have stood, with its mark, and the finding says why."""
    text = card(air_strike(), width=60, color=False)

    assert "of whom 8 women (civilian); NOT ADDED UP: DOUBTFUL, see below [2]" in flat(text)
    doubts = flat(block(text, "DOUBTFUL", "ACTORS"))
    assert doubts.index("ERROR 8 killed, women: “eight” does not stand") < doubts.index(
        "Warning This sentence"
    )
    assert doubts.index("Warning This sentence") < doubts.index("Note Air strike on a wedding")


def test_an_article_about_something_else_takes_one_line() -> None:
    """No headings, no empty tables, one friendly sentence."""
    text = card(football(), width=80, color=False)

    assert "This article is not about armed conflict, so there is nothing to record." in text
    assert "───" not in text
    assert len(text.splitlines()) == 6


def test_an_empty_event_report_is_not_read_as_nobody_harmed() -> None:
    """That nothing was recorded is said, and what it does not mean."""
    report = football().model_copy(update={"relevance": "event_report"})

    assert "which does not mean that there was none" in flat(card(report, width=80, color=False))


def test_a_planned_main_operation_opens_the_card() -> None:
    """An article about an announcement never says REPORTED above it."""
    report = football().model_copy(
        update={
            "relevance": "event_report",
            "operations": [
                operation("O1", "Landing at Mokha", "offensive", stage="planned"),
                operation("O2", "Army moves two brigades", "deployment", discourse="secondary"),
            ],
        }
    )
    text = card(report, width=80, color=False)

    assert "\nREPORTED " not in text
    assert text.index("\nNOT YET HAPPENED ") < text.index("\nALSO REPORTED ")


def test_a_joint_toll_is_told_once() -> None:
    """The second operation refers to the first instead of repeating the number."""
    report = football().model_copy(
        update={
            "relevance": "event_report",
            "operations": [operation("O1", "Raid in Qaim", "raid"), operation("O2", "Raid in Rutba", "raid")],
            "casualties": [
                casualty("C1", "killed", quantity("14", 14, 14), "rebels", operations=["O1", "O2"])
            ],
        }
    )
    text = flat(card(report, width=60, color=False))

    assert text.count("14") == 1
    assert "rebels; one count for this and O2" in text
    assert "Killed in the joint count at O1" in text


@pytest.mark.parametrize("color", [False, True])
def test_hostile_text_is_shown_and_not_obeyed(color: bool) -> None:
    """Markup stays letters; no control or direction-changing character reaches the terminal."""
    report = offensive()
    for actor in report.actors:
        actor.name = HOSTILE
        actor.aliases = [HOSTILE]
    report.headline = report.abstract = report.article.source = HOSTILE
    report.operations[0].title = HOSTILE
    report.casualties[0].victims = HOSTILE
    report.findings[0].message = HOSTILE
    text = Text.from_ansi(card(report, width=120, color=color)).plain if color else card(report, width=120)

    assert "[red]␛[31m[link=http://e.example]Ali[/link]\\x9b1m\\u202eevil ␇{x}" in text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_very_long_names_are_folded_and_cut() -> None:
    """A name without a space breaks at the edge; one of thousands of letters does not fill the card."""
    report = offensive()
    report.actors[0].name = "A" * 5000
    report.operations[0].title = "B" * 500
    lines = card(report, width=40, color=False).splitlines()

    assert max(map(cell_len, lines)) <= 40
    assert "…" in "".join(lines)


def test_fifty_named_victims_take_a_line_or_two() -> None:
    """The first five are named, the rest are counted and said to be elsewhere."""
    report = air_strike()
    person = report.casualties[2].persons[0]
    report.casualties[2].persons = [person.model_copy(update={"name": f"Name {n}"}) for n in range(50)]
    text = flat(card(report, width=120, color=False))

    assert "Name 4, 20, a teacher; and 45 more by name in the JSON" in text
    assert "Name 5," not in text


def test_neighbouring_arabic_cells_stay_apart() -> None:
    """Behind right-to-left text stands a left-to-right mark, so that a terminal keeps the columns' order."""
    line = next(line for line in card(arabic(), width=80, color=False).splitlines() if "(combatant)" in line)

    assert re.search("2 +مسلحين \\(combatant\\) +PARTY CLAIM: الجيش\u200e", line)


def test_a_dozen_sentences_are_quoted_and_the_others_named_by_number() -> None:
    """The list stays short; what proves main operations and counts is in it, what proves an actor is not."""
    report = air_strike()
    cited = report.article.sentences[1]
    for number in (20, 21):
        more = report.actors[0].evidence[0].model_copy(update={"sentence": number, "start": cited.start})
        report.actors[0].evidence.append(more)
    text = card(report, width=80, color=False)
    quoted = re.findall(r"^\[([0-9]+)\]", text, flags=re.MULTILINE)

    assert quoted == [str(number) for number in range(1, 13)]
    assert "Also cited: 20, 21; the JSON and the Markdown quote them." in flat(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=200), width=st.integers(0, 200))
def test_any_text_at_any_width_makes_a_card(text: str, width: int) -> None:
    """No text breaks a card, leaves its width, or brings a control character."""
    report = offensive()
    report.headline = report.operations[0].title = report.casualties[0].victims = text
    report.sources[0] = Source(id="S1", name=text, kind="military", actor="A1")
    report.casualties[1].relation = Relation(to=text, kind="part_of")
    report.casualties[1].quantity.as_written = text
    report.operations[1].id = text
    shown = card(report, width=width, color=False)

    assert max(map(cell_len, shown.splitlines())) <= max(NARROWEST, min(width, WIDEST))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
