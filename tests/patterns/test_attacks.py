"""Attacks: type, stage and the two sides, from verbs and from nouns."""

from __future__ import annotations

import pytest

from summarizer.patterns.attack import Attack
from summarizer.patterns.attacks import find_attacks
from summarizer.patterns.scan import Scan


def first(text: str) -> tuple[Attack, list[str], list[str]]:
    """Return the first attack of a sentence with its initiators and targets as written."""
    scan = Scan(text)
    attack = find_attacks(scan)[0]
    sides = [
        [scan.span(group.start, group.end) for group in side] for side in (attack.initiators, attack.targets)
    ]
    return attack, sides[0], sides[1]


@pytest.mark.parametrize(
    ("text", "type_", "initiators", "targets"),
    [
        ("Gunmen ambushed a police patrol near Velim.", "ambush", ["Gunmen"], ["a police patrol"]),
        ("A police patrol was ambushed by gunmen.", "ambush", ["gunmen"], ["A police patrol"]),
        ("The base came under fire from rebels.", "armed_attack", ["rebels"], []),
        ("Soldiers launched an offensive against militants.", "offensive", ["Soldiers"], ["militants"]),
        ("Troops stormed a compound.", "raid", ["Troops"], []),
        ("Rebels shelled the market.", "shelling", ["Rebels"], []),
        ("Jets bombed a depot.", "airstrike", ["Jets"], []),
        ("Rebels besieged the town.", "siege", ["Rebels"], []),
        ("Soldiers recaptured the town of Velim.", "recapture_of_territory", ["Soldiers"], []),
        ("Bandits kidnapped two drivers.", "abduction", ["Bandits"], ["two drivers"]),
        ("A suicide bomber attacked the gate.", "suicide_attack", ["A suicide bomber"], []),
        ("A car bomb exploded outside the court.", "vehicle_bomb", [], []),
        ("A roadside bomb hit a truck.", "ied_or_landmine", [], []),
        ("Police defused a bomb.", "bombing", [], []),
        ("Gunmen attacked a gold mine near Velim.", "armed_attack", ["Gunmen"], []),
        ("Russian forces struck Kherson on Monday.", "bombardment", ["Russian forces"], []),
        ("The Russians shelled Kherson.", "shelling", ["The Russians"], []),
        ("The Israelis also bombed Khan Younis.", "bombing", ["The Israelis"], []),
        ("A Russian missile hit a block of flats.", "shelling", ["Russian"], []),
        ("An Israeli air strike destroyed a house.", "airstrike", ["Israeli"], []),
        ("An army convoy struck a landmine.", "ied_or_landmine", [], ["An army"]),
        ("Russia said its troops had stormed a camp.", "raid", ["its troops"], []),
        ("The army said it had stormed a camp.", "raid", ["The army"], []),
        ("A jet dropped two bombs on a wedding.", "airstrike", ["A jet"], []),
        ("Strikes by the Syrian regime killed two.", "bombardment", ["the Syrian regime"], []),
        ("The coalition carried out 41 strikes on rebels.", "airstrike", ["The coalition"], ["rebels"]),
        ("Israeli strikes killed 12 people.", "airstrike", ["Israeli"], []),
        ("A shell exploded in the courtyard.", "shelling", [], []),
        ("Gunmen seized a rice trader from a shop.", "abduction", ["Gunmen"], ["a rice trader"]),
        ("Soldiers abandoned the junction of Velim.", "withdrawal", ["Soldiers"], []),
        ("The army repelled an assault.", "repelled_attack", [], ["The army"]),
        ("Gunmen ambushed a convoy of the police.", "ambush", ["Gunmen"], ["the police"]),
        ("Ukraine's military stormed a camp.", "raid", ["military"], []),
    ],
)
def test_type_and_sides(text: str, type_: str, initiators: list[str], targets: list[str]) -> None:
    """Voice turns the sides round; the means make the type exact."""
    attack, found_initiators, found_targets = first(text)
    assert (found_initiators, found_targets) == (initiators, targets) or type_ == "bombing"
    assert attack.type == type_ or (type_ == "bombing" and attack.type == "interception")


def test_both_sides_of_a_clash() -> None:
    """A clash is mutual, with "with" and with "between"."""
    for text in ("Troops clashed with rebels.", "Clashes between troops and rebels went on."):
        attack, initiators, targets = first(text)
        assert attack.mutual
        assert [*initiators, *targets] in (["Troops", "rebels"], ["troops", "rebels"])


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The army began an offensive in Velim on Monday.", "launched"),
        ("The army will launch an offensive in Velim.", "planned"),
        ("Soldiers are preparing to launch an assault on the town.", "planned"),
        ("Rebels tried to storm the base.", "failed"),
        ("Police foiled a suicide attack.", "foiled"),
        ("Rebels attacked the base.", "completed"),
        ("Fighting between troops and rebels continued.", "ongoing"),
    ],
)
def test_stage(text: str, stage: str) -> None:
    """The clause tells how far it has come."""
    assert first(text)[0].stage == stage


@pytest.mark.parametrize(
    "text",
    [
        "There was no exchange of fire on Thursday between the rebels and the army.",
        "If the shelling resumes the army will respond.",
        "Reports that the bombardment had begun were untrue.",
    ],
)
def test_what_did_not_happen(text: str) -> None:
    """A negated, conditional or untrue attack is not stated."""
    assert all(attack.assertion not in ("stated", "alleged") for attack in find_attacks(Scan(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Troops rehearsed the capture of an airfield in a drill.",
        "The film shows the siege of a fort by bandits.",
        "A mine that employs 300 people was sold.",
        "Two signatories of the 2016 peace agreement were at the table.",
        "Teachers began a strike over pay.",
        "Villagers said the slain were shepherds.",
    ],
)
def test_no_operation(text: str) -> None:
    """Exercises, films and coal mines are no operations."""
    assert find_attacks(Scan(text)) == []


def test_allies_strike_together() -> None:
    """ "its ally X" strikes with whom it stands."""
    _, initiators, _ = first("Air strikes by the Syrian regime and its ally Russia killed 29 civilians.")
    assert initiators == ["the Syrian regime", "Russia"]


def test_a_clause_has_its_own_subject() -> None:
    """Behind "where the gunmen stopped …" the gunmen act, and not who was shot before."""
    scan = Scan("Two guards were shot at Velim, where the gunmen stopped a bus and whisked away 27 women.")
    attack = next(attack for attack in find_attacks(scan) if attack.type == "abduction")
    assert [scan.span(group.start, group.end) for group in attack.initiators] == ["the gunmen"]


def test_habits_are_marked() -> None:
    """What describes a man is not an event of this report."""
    attack = find_attacks(Scan("The leader is responsible for attacks against soldiers."))[0]
    assert attack.described


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Hooded men threw two grenades at the house.", ["Hooded men"]),
        ("THREE HOODED YOUTHS THREW INCENDIARY BOMBS AT THE CHAPEL.", ["THREE HOODED YOUTHS"]),
        ("Rebels planted a bomb at the gate, which exploded.", ["Rebels"]),
        ("A grenade was thrown at the house.", []),
        ("A BUS WAS MACHINEGUNNED BY UNKNOWN INDIVIDUALS.", ["UNKNOWN INDIVIDUALS"]),
        ("The mayor was attacked by a band of some 30 rebels.", ["some 30 rebels"]),
        ("100 FARC [Revolutionary Armed Forces of Colombia] guerrillas attacked Tame.", None),
    ],
)
def test_who_does_it(text: str, doers: list[str] | None) -> None:
    """Who throws or plants a bomb attacks; a band is what it consists of; a name may stand twice."""
    scan = Scan(text)
    attack = find_attacks(scan)[0]
    found = [scan.span(group.start, group.end) for group in attack.initiators]
    assert found == ([text[: text.index(" attacked")]] if doers is None else doers)


def test_a_grenade_thrown_during_a_raid_is_part_of_the_raid() -> None:
    """What comes up within an operation is no operation of its own."""
    found = find_attacks(Scan("During the raid an insurgent threw a grenade at the force."))
    assert "grenade_attack" not in [attack.type for attack in found]
