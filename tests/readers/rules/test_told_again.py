"""A count told again in the paragraph of detail is one record; one that is set apart is a second."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.readers.rules import RulesReader

LEDE = "Afghan troops detained two suspected insurgents in Khost province on Tuesday. "


def counts(text: str) -> list[tuple[str, str | None]]:
    """Return (outcome, count) of each casualty."""
    made = RulesReader().draft(Article(text, title="", published="2016-10-06"))
    return [(row.outcome.value, row.count) for row in made.casualties]


@pytest.mark.parametrize(
    "detail",
    [
        "After a search, the security force detained the suspected insurgents for further questioning.",
        "While searching the compound, the force arrested two individuals.",
        "The two men were detained without incident.",
        "In a raid on a second compound, the force detained the insurgents.",
    ],
)
def test_told_again(detail: str) -> None:
    assert counts(LEDE + detail) == [("detained", "two")]


@pytest.mark.parametrize(
    ("detail", "count"),
    [
        ("Two additional insurgents were detained in the operation.", "Two"),
        ("Elsewhere, in Kunduz province, troops detained two insurgents on Monday.", "two"),
    ],
)
def test_set_apart(detail: str, count: str) -> None:
    assert counts(LEDE + detail) == [("detained", "two"), ("detained", count)]


def test_a_plural_gets_its_number() -> None:
    text = "Troops killed militants in a raid in Khost. The army said nine militants were killed."

    assert counts(text) == [("killed", "nine")]


def test_a_bare_plural_does_not_double_a_number() -> None:
    text = "Troops killed nine rebels in a raid in Khost. They ended the siege by killing rebels, he said."

    assert counts(text) == [("killed", "nine")]


def test_a_band_of_its_own_is_added() -> None:
    """No rival figure: all eleven of a band that appears later."""
    text = "Troops killed four rebels in a raid in Khost. Then 11 rebels rode up and troops killed all 11."
    made = RulesReader().draft(Article(text, title="", published="2016-10-06"))

    assert [(row.count, row.relation) for row in made.casualties] == [("four", None), ("11", None)]


def test_no_nun_is_the_teacher_of_the_sentence_before() -> None:
    text = "Rebels killed a teacher in an ambush near Khost. The nun was killed in the shooting as well."

    assert len(counts(text)) == 2


def test_a_named_victim_is_killed_once() -> None:
    text = (
        "Gunmen shot dead a judge, Maria Diaz Perez, in Khost on Monday. Police searched the town. "
        "Diaz Perez, 34, was killed as she left her home, the court said."
    )
    made = RulesReader().draft(Article(text, title="", published="2016-10-06"))

    assert [(row.count, [person.name for person in row.persons]) for row in made.casualties] == [
        ("a", ["Maria Diaz Perez"])
    ]


def test_a_bare_number_shares_the_noun_before() -> None:
    made = RulesReader().draft(
        Article("Rebels killed two farmers and wounded six near Khost on Monday.", title="")
    )

    assert [(row.outcome.value, row.count, row.victims) for row in made.casualties] == [
        ("killed", "two", "farmers"),
        ("wounded", "six", "farmers"),
    ]


def test_guards_may_be_the_soldiers_told_before() -> None:
    """Five soldiers and five guards of one attack are five people; five policemen stay five more."""
    lede = "Five soldiers were killed in an attack on a patrol near Apure on Tuesday. "

    assert counts(lede + "The president condemned the attack, in which five guards were killed.") == [
        ("killed", "Five")
    ]
    assert len(counts(lede + "The president condemned the attack, in which five policemen were killed.")) == 2


def test_who_is_named_after_being_described_is_counted_once() -> None:
    """A policeman who is called by name in the next sentence is the policeman of the lede."""
    text = (
        "TWO REBELS WERE KILLED AND A POLICEMAN WAS WOUNDED IN A CLASH IN TAME. POLICEMAN JOSE VERGARA WAS "
        "WOUNDED IN THE ARM."
    )
    draft = RulesReader().draft(Article(text))
    wounded = [row for row in draft.casualties if row.outcome.value == "wounded"]
    assert [[person.name for person in row.persons] for row in wounded] == [["JOSE VERGARA"]]
