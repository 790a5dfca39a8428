"""Who did it, where not the verb of the deed says so."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.readers.rules import RulesReader


def parts(text: str) -> set[tuple[str, str]]:
    """Return who has which part in the operations of a text."""
    draft = RulesReader().draft(Article(text))
    names = {actor.id: actor.name for actor in draft.actors}
    return {(names[part.actor], part.role.value) for o in draft.operations for part in o.participants}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("A strike blamed on FARC rebels killed six people in Tame on Friday.", ("FARC", "accused")),
        (
            "Two priests were killed in Tame on Friday. The soldiers accused of murdering the priests are "
            "in court.",
            ("soldiers", "accused"),
        ),
        (
            "Farmers murdered last Friday near the river at Tame by hooded men were buried. Rebels hold it.",
            ("hooded men", "initiator"),
        ),
        (
            "The attack in which ten people died in Tame was perpetrated on Monday by drug traffickers.",
            ("drug traffickers", "initiator"),
        ),
        ("A mayor was killed in Tame. The FARC claimed credit for the attack.", ("FARC", "initiator")),
        (
            "A guard was killed at a post in Tame. The army attributed the attack to the FARC.",
            ("FARC", "accused"),
        ),
        (
            "A guard was killed in Tame. The FARC, linked to the ELN, claimed responsibility for the attack.",
            ("FARC", "initiator"),
        ),
        (
            "Soldiers foiled an attack on Tame on Saturday, killing five bandits.",
            ("bandits", "initiator"),
        ),
        (
            "Soldiers opened fire in Tame, killing two. The FARC claimed responsibility for the attack.",
            ("FARC", "initiator"),
        ),
        (
            "Boko Haram fighters attacked Tame. The attackers burned ten houses.",
            ("Boko Haram", "initiator"),
        ),
        (
            "The army said it had repelled an assault on Tame on Saturday.",
            ("army", "target"),
        ),
        (
            "Ilan Morh, a gang chief, ordered the assassination of two policemen in Tame.",
            ("Ilan Morh", "initiator"),
        ),
    ],
)
def test_the_author_is_found(text: str, part: tuple[str, str]) -> None:
    """Charges, claims, orders and a distant "by" name who did it."""
    assert part in parts(text)


def test_what_a_captive_did_before_does_not_make_him_the_captor() -> None:
    """The man who is taken is charged with other deeds, not with his own arrest."""
    found = parts(
        "Troops arrested a Taliban leader in Tame on Friday. The Taliban leader was responsible for "
        "attacks on roads."
    )
    assert ("Taliban", "accused") not in found
    assert ("Taliban", "initiator") not in found


def test_a_kind_of_its_own_is_not_the_named_group() -> None:
    """ "Urban guerrillas" need not be the one group that the text names; "the guerrillas" are."""
    text = "The FMLN attacked a post in Tame. {} attacked a bridge in Velim."
    assert ("Urban guerrillas", "initiator") in parts(text.format("Urban guerrillas"))
    assert {name for name, role in parts(text.format("The guerrillas")) if role == "initiator"} == {"FMLN"}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Two chapels were bombed in Tame. Leaflets signed by the ELN were found at the site.",
            ("ELN", "accused"),
        ),
        (
            "A bomb exploded in Tame. A caller speaking on behalf of the FARC said that the attack was a "
            "warning.",
            ("FARC", "accused"),
        ),
        (
            "Three judges were murdered in Tame. Police attributed the crime to drug traffickers.",
            ("drug traffickers", "accused"),
        ),
        (
            "A mayor was murdered in Tame. The ELN admitted responsibility for the attack.",
            ("ELN", "initiator"),
        ),
        (
            "A judge was murdered in Tame. A man who said he belonged to the FARC claimed responsibility.",
            ("FARC", "initiator"),
        ),
        (
            "The mayor of Tame was kidnapped by members of the 5th Front of the FARC.",
            ("FARC", "initiator"),
        ),
    ],
)
def test_who_stands_behind_it(text: str, part: tuple[str, str]) -> None:
    """Leaflets, callers, blame and membership name who did it."""
    assert part in parts(text)


def test_who_signs_an_agreement_did_no_attack() -> None:
    """Only what is left at the scene, or said of the deed, speaks of its author."""
    found = parts(
        "Gunmen attacked a post in Tame. The accord was signed by the government and the ELN. On behalf "
        "of the government a minister read it out."
    )
    assert {role for name, role in found if name in ("ELN", "government")} == set()
