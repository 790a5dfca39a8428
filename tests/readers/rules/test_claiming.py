"""What an armed party, a force or a state says is its claim, and what it says it did is its deed."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.checking.basis import basis_of
from summarizer.readers.rules import RulesReader
from summarizer.schema import Draft
from summarizer.schema.vocabulary import Basis


def test_what_a_party_says_of_the_attack_it_claims_is_its_word() -> None:
    """ "saying" hangs on who claims."""
    made = RulesReader().draft(
        Article(
            "Islamic State claimed responsibility for the ambush near Gao, saying it had killed 43 soldiers.",
            title="",
            published="2025-04-13",
        )
    )
    (row,) = made.casualties
    names = {source.id: source.name for source in made.sources}
    assert [names[source] for source in row.according_to] == ["Islamic State"]


def _draft(text: str) -> Draft:
    return RulesReader().draft(Article(text, published="2024-05-06", language="en"))


@pytest.mark.parametrize(
    ("party", "kind"),
    [
        ("The Taliban", "armed_group"),
        ("Hamas", "armed_group"),
        ("Boko Haram", "armed_group"),
        ("Afghan troops", "military"),
        ("Ukrainian forces", "military"),
        ("Israel", "government"),
        ("Russia", "government"),
    ],
)
@pytest.mark.parametrize(
    "wording",
    [
        "{} said they had killed 17 fighters near Kunduz on Friday.",
        "{} said 17 fighters were killed near Kunduz on Friday.",
        "17 fighters were killed near Kunduz on Friday, {} said.",
        "According to {}, 17 fighters were killed near Kunduz on Friday.",
        "{} claimed to have killed 17 gunmen near Kunduz on Friday.",
    ],
)
def test_what_a_party_says_is_its_claim(party: str, kind: str, wording: str) -> None:
    """The party is the source of its word, linked to its actor, and the count rests on a party's claim."""
    draft = _draft(wording.format(party))
    (source,) = draft.sources
    (casualty,) = draft.casualties
    assert source.kind == kind
    assert source.actor in {actor.id for actor in draft.actors}
    assert casualty.according_to == draft.operations[0].according_to == [source.id]
    assert basis_of(casualty, draft) == basis_of(draft.operations[0], draft) == Basis.PARTY_CLAIM


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban said it had killed 17 fighters near Kunduz on Friday.",
        "The Taliban claimed to have killed 17 soldiers near Kunduz on Friday.",
        "The Taliban said on Friday that its fighters killed 17 soldiers near Kunduz.",
    ],
)
def test_who_says_it_killed_is_the_attacker(text: str) -> None:
    """ "It" and "its fighters" are the party that speaks, and those whom it killed are not its own."""
    draft = _draft(text)
    taliban = next(actor.id for actor in draft.actors if actor.name == "Taliban")
    roles = {(part.actor, part.role.value) for part in draft.operations[0].participants}
    assert (taliban, "initiator") in roles
    assert (taliban, "target") not in roles
    assert draft.casualties[0].victim_actor != taliban


def test_a_party_that_claims_an_attack_is_no_source_of_its_toll() -> None:
    """A claim of responsibility is no statement of how many died."""
    draft = _draft("Hamas claimed responsibility for the attack in Jaffa that killed six people on Friday.")
    assert draft.casualties[0].according_to == []


def test_a_headline_adds_up_the_dead() -> None:
    """Two records of killed make a sum: the headline never names the wounded alone."""
    draft = _draft(
        "A guard and two drivers were killed in a bombing in Derry on Friday and eight people were wounded."
    )
    assert "3 killed, eight wounded" in draft.headline
    assert "3 killed" in draft.abstract


def test_none_of_the_four_is_nobody() -> None:
    """The number behind "none of the" tells of how many, not who was harmed."""
    draft = _draft("A rocket hit a van near Aleppo on Friday. None of the four was harmed.")
    assert [casualty.count for casualty in draft.casualties] == ["None"]


def test_an_estimate_of_thousands_is_no_event() -> None:
    """Thousands who are believed to have died belong to a war."""
    draft = _draft(
        "Tens of thousands of troops are believed to have died. Shelling killed two men in Kherson on Friday."
    )
    scopes = {casualty.count: casualty.scope.value for casualty in draft.casualties}
    assert scopes == {"Tens of thousands": "war", "two": "event"}
    assert len(draft.operations) == 1
