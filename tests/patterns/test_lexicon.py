"""The lexicons load, are unambiguous where they must be, and mark phrases."""

from __future__ import annotations

import pytest

from summarizer.patterns.inflection import plural_of, verb_forms
from summarizer.patterns.lexicon import mark, phrases, table
from summarizer.patterns.ordinary import ordinary
from summarizer.patterns.tokens import Tokens
from summarizer.schema.vocabulary import ActorType, Means, OperationType, Outcome, SourceKind, VictimStatus


def test_every_word_of_the_lexicons_is_a_word_of_the_vocabulary() -> None:
    """Types, means, outcomes, kinds and statuses in the data files exist in the schema."""
    for type_ in table("belligerents"):
        ActorType(type_)
    for type_ in table("heads")["actors"]:
        ActorType(type_)
    for status in table("heads")["victims"]:
        VictimStatus(status)
    for type_ in set(table("operations")) - {"generic", "light_verbs", "hurling", "objectives", "means"}:
        OperationType(type_)
    for means in table("operations")["means"]:
        Means(means)
    for outcome in set(table("casualties")) - {"causes_outside_war"}:
        Outcome(outcome)
    for kind in table("speakers")["kinds"]:
        SourceKind(kind)
    assert len(phrases()) > 2500


def test_hundreds_of_parties_are_known() -> None:
    """The list of belligerents covers several wars and continents."""
    names = {
        form.entry.name for forms in phrases().values() for form in forms if form.entry.kind == "belligerent"
    }
    assert len(names) > 200
    assert {"Taliban", "Islamic State", "Shining Path", "M-23", "Boko Haram", "Azov Battalion"} <= names


@pytest.mark.parametrize(
    ("text", "kind"),
    [("ISIS", "belligerent"), ("Isis", None), ("the FARC", "belligerent"), ("he is far away", None)],
)
def test_acronyms_need_capitals(text: str, kind: str | None) -> None:
    """An acronym is one only in capitals."""
    kinds = {found.entry.kind for found in mark(Tokens(f"It was {text} that came"))}
    assert (kind in kinds) if kind else "belligerent" not in kinds


def test_verb_forms() -> None:
    """Regular, doubling and irregular verbs have their forms."""
    assert verb_forms("storm")["stormed"] == "participle"
    assert verb_forms("stab")["stabbed"] == "participle"
    assert verb_forms("take control of")["took control of"] == "finite"
    assert verb_forms("take control of")["taken control of"] == "participle"
    assert plural_of("enemy") == "enemies"


def test_ordinary_words_are_told_from_names() -> None:
    """In a text of capitals a word of English is no name."""
    assert ordinary("reported")
    assert ordinary("villagers")
    assert not ordinary("perulapan")


@pytest.mark.parametrize("text", ["LET HIM TALK", "A CAR WAS HIT", "THE META OF THE GAME"])
def test_ordinary_words_in_capitals_name_nothing(text: str) -> None:
    """Where everything is in capitals, an acronym or a town that is also a word is taken for the word."""
    kinds = {found.entry.kind for found in mark(Tokens(text))}
    assert kinds.isdisjoint({"belligerent", "nation"})
    assert "hit" not in [
        found.entry.name.lower() for found in mark(Tokens(text)) if found.entry.kind == "place"
    ]


def test_first_names_in_the_names_of_parties_are_no_words() -> None:
    """A party called after somebody does not make his first name an ordinary word."""
    assert not any(map(ordinary, ("ricardo", "rodrigo", "lorenzo", "lautaro")))
    assert ordinary("northern")
    assert ordinary("city")
