"""Numbers, dates and places in words."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.output.phrases import (
    amount,
    bounds,
    counted,
    days,
    enumerated,
    named_persons,
    outcome_label,
    provenance,
    sentence_numbers,
    wording,
)
from summarizer.output.phrases import when as when_phrase
from summarizer.output.phrases import where as where_phrase
from summarizer.schema import Evidence, Person
from summarizer.schema import vocabulary as words
from summarizer.schema.vocabulary import Outcome, Word
from tests.output.building import casualty, place, quantity, when
from tests.output.building import provenance as made


@pytest.mark.parametrize(
    ("written", "low", "high", "qualifier", "said"),
    [
        ("12", 12, 12, "exact", "12"),
        ("twelve", 12, 12, "exact", "12"),
        ("a", 1, 1, "exact", "1"),
        ("at least 12", 12, None, "at_least", "at least 12"),
        ("At least a dozen", 12, None, "at_least", "at least 12"),
        ("not fewer than 20", 20, None, "at_least", "at least 20 (“not fewer than 20”)"),
        ("more than 30,000", 30001, None, "more_than", "more than 30,000"),
        ("over a dozen", 13, None, "more_than", "at least 13 (“over a dozen”)"),
        ("up to 30", 0, 30, "up_to", "up to 30"),
        ("as many as 30", 0, 30, "up_to", "up to 30 (“as many as 30”)"),
        ("fewer than 30", 0, 29, "up_to", "up to 29 (“fewer than 30”)"),
        ("about 20", 20, 20, "about", "about 20"),
        ("some 40,000", 40000, 40000, "about", "about 40,000"),
        ("nearly 20", 20, 20, "about", "about 20 (“nearly 20”)"),
        ("between six and eight", 6, 8, "range", "6 to 8"),
        ("6-8", 6, 8, "range", "6 to 8"),
        ("six or seven", 6, 7, "range", "6 to 7 (“six or seven”)"),
        ("dozens", 24, None, "vague", "at least 24 (“dozens”)"),
        ("several", 3, None, "vague", "at least 3 (“several”)"),
        (None, 2, None, "plural", "no figure given, at least 2"),
        ("no", 0, 0, "none", "none"),
        (None, None, None, "exact", "no figure given"),
        ("a heavy toll", None, None, "vague", "“a heavy toll”, not read as a number"),
        ("1200", 1200, 1200, "exact", "1,200"),
        ("١٢ مدنيا على الأقل", 12, None, "at_least", "at least 12 (“١٢ مدنيا على الأقل”)"),
    ],
)
def test_an_amount_has_its_bounds_and_its_own_words(
    written: str | None, low: int | None, high: int | None, qualifier: str, said: str
) -> None:
    """The bounds come first; the article's phrase follows where it says it in another way."""
    assert str(amount(quantity(written, low, high, qualifier))) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (quantity("at least 12", 12, None, "at_least"), "at least 12 killed"),
        (quantity("dozens", 24, None, "vague"), "at least 24 killed (“dozens”)"),
        (quantity("no", 0, 0, "none"), "none killed"),
        (quantity(None, None, None), "killed, no figure given"),
        (quantity(None, 2, None, "plural"), "killed, no figure given, at least 2"),
    ],
)
def test_a_count_is_said_with_its_outcome(count: object, said: str) -> None:
    """Zero stated and nothing stated are different sentences."""
    record = casualty("C1", "killed", quantity("1", 1, 1), "people").model_copy(update={"quantity": count})

    assert str(counted(record)) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (None, None, "no figure given"),
        (0, 0, "none"),
        (0, 5, "up to 5"),
        (None, 5, "up to 5"),
        (5, None, "at least 5"),
        (0, None, "at least 0"),
        (5, 5, "5"),
        (1000, 2000, "1,000 to 2,000"),
    ],
)
def test_bounds(low: int | None, high: int | None, said: str) -> None:
    """A missing bound is never printed as a number."""
    assert bounds(low, high) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2017-09-19", "2017-09-19", "Tuesday 19 September 2017"),
        ("2024-05-06", "2024-05-09", "6 to 9 May 2024"),
        ("2024-04-28", "2024-05-02", "28 April to 2 May 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2017-07-01", "2017-07-31", "July 2017"),
        ("2016-02-01", "2016-02-29", "February 2016"),
        ("2017-06-01", "2017-08-31", "June to August 2017"),
        ("2016-12-01", "2017-02-28", "December 2016 to February 2017"),
        ("2015-01-01", "2015-12-31", "2015"),
        ("2014-01-01", "2015-12-31", "January 2014 to December 2015"),
        ("2016-10-06", None, "from 6 October 2016"),
        (None, "2016-10-06", "until 6 October 2016"),
        (None, None, ""),
        ("9999-12-01", "9999-12-31", "December 9999"),
    ],
)
def test_days_are_said_as_shortly_as_they_can_be(start: str | None, end: str | None, said: str) -> None:
    """Whole months and years are named, other spans by their first and last day."""

    def day(text: str | None) -> dt.date | None:
        return dt.date.fromisoformat(text) if text else None

    assert days(day(start), day(end)) == said


def test_a_date_stands_beside_its_phrase() -> None:
    """Resolved, completed from the publication date, unresolved, and not given at all."""
    assert when_phrase(when("on Tuesday", "2017-09-19", "2017-09-19"), "on Tuesday") == (
        "Tuesday 19 September 2017 (“on Tuesday”)"
    )
    assert when_phrase(when("in July", "2017-07-01", "2017-07-31", basis="defaulted"), "in July") == (
        "July 2017 (“in July”, completed from the publication date)"
    )
    assert when_phrase(when("of late", None, None), "of late") == "“of late” (no calendar date)"
    assert when_phrase(None, "of late") == "“of late” (no calendar date)"
    assert when_phrase(None, None) == ""


def test_a_place_has_its_relation_and_the_larger_places() -> None:
    """What the text says comes first, what the gazetteer knows in brackets."""
    near = place("Rawa", relation="12 kilometres north of", within=["Anbar Province", "Iraq"])
    found = place("Rawa", canonical="Rāwah", country="IRQ", latitude=34.48, longitude=41.9)
    ambiguous = place("Tripoli", precision="ambiguous", candidates=["Tripoli, LBY", "Tripoli, LBN"])

    assert where_phrase(near) == "12 kilometres north of Rawa, in Anbar Province, Iraq"
    assert where_phrase(found) == "Rawa (Rāwah, IRQ; 34.4800, 41.9000)"
    assert where_phrase(ambiguous) == "Tripoli (several places fit: Tripoli, LBY; Tripoli, LBN)"


def test_sentences_are_numbered_in_order_and_in_runs() -> None:
    """The title is named; nothing is printed where nothing is cited."""

    def cited(*numbers: int) -> str:
        return sentence_numbers(Evidence(sentence=n, start=0, end=1, quote="x") for n in numbers)

    assert cited() == ""
    assert cited(0) == "[title]"
    assert cited(4, 2, 2) == "[2,4]"
    assert cited(0, 1, 2) == "[title,1,2]"
    assert cited(7, 1, 2, 3) == "[1–3,7]"


def test_names_are_joined_so_that_they_can_be_told_apart() -> None:
    """A name with a comma of its own is followed by a semicolon."""
    assert enumerated([]) == ""
    assert enumerated(["A"]) == "A"
    assert enumerated(["A", "B"]) == "A and B"
    assert enumerated(["A", "B", "C"]) == "A, B and C"
    assert enumerated(["A, mayor", "B"]) == "A, mayor; B"


def test_named_victims_have_their_age_and_description() -> None:
    """What is not known leaves no gap."""
    persons = [Person(name="Amal", age=20, description="a teacher"), Person(name="Ali")]

    assert named_persons(persons, 5) == "Amal, 20, a teacher; Ali"
    assert named_persons(persons, 1) == "Amal, 20, a teacher; and 1 more by name in the JSON"
    assert named_persons([], 5) == ""


@pytest.mark.parametrize("vocabulary", Word.__subclasses__())
def test_no_word_of_the_vocabulary_is_shown_with_underscores(vocabulary: type[Word]) -> None:
    """A person reads words, not identifiers."""
    assert vocabulary.__module__ == words.__name__
    assert not [word for word in vocabulary if "_" in wording(word)]


def test_labels_of_outcomes_fit_their_column() -> None:
    """The column of labels is eleven characters wide."""
    assert max(len(outcome_label(outcome)) for outcome in Outcome) <= 11


def test_the_footer_tells_free_from_unknown() -> None:
    """A model without a known price is not free."""
    assert provenance(made()) == "Read by the embedded rules; check the sentences · no tokens · free · 2 ms"
    paid = made(reader="ollama/x", input_tokens=1200, output_tokens=3, cost_usd=None, seconds=2.0)
    assert provenance(paid) == "Read by ollama/x · 1,200 tokens in, 3 out · price not known · 2.0 s"
    assert "· $0.0045 ·" in provenance(made(cost_usd=0.00453))
    assert "· $1.50 ·" in provenance(made(cost_usd=1.5))
    assert "· under $0.0001 ·" in provenance(made(cost_usd=0.00001))
