"""Tolls in the plain words of the wire are read as they stand."""

from __future__ import annotations

import pytest

from summarizer import summarize


def tolls(text: str) -> str:
    """Return the tolls of the events, "k5 w9": killed five, wounded nine."""
    report = summarize(text, title="", published="2015-06-10")
    return " / ".join(
        " ".join(
            f"{toll.outcome.value[0]}{toll.minimum}{'' if toll.minimum == toll.maximum else '+'}"
            for toll in operation.toll
        )
        for operation in report.operations
    )


@pytest.mark.parametrize(
    ("behind", "wanted"),
    [
        ("The dead included two policemen.", "k5 w9"),
        ("The dead included two policemen, a nurse and three children.", "k5 w9"),
        ("A doctor said the dead included two policemen.", "k5 w9"),
        ("The wounded included two children.", "k5 w9"),
        ("Two policemen were among the dead.", "k5 w9"),
        ("Two policemen and a boy were among those killed.", "k5 w9"),
        ("Two policemen were among those injured.", "k5 w9"),
        ("They were three policemen and two passers-by.", "k5 w9"),
    ],
)
def test_who_the_harmed_were_changes_no_toll(behind: str, wanted: str) -> None:
    assert tolls(f"A bomb killed five people and wounded nine in Gao on Monday. {behind}") == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("A soldier was shot dead and another wounded in Gao on Monday.", "k1 w1"),
        ("A soldier was shot dead and another was wounded in Gao on Monday.", "k1 w1"),
        ("A bomb killed five people in Gao on Monday, and another was wounded.", "k5 w1"),
        ("A bomb killed five people in Gao on Monday, and two others were wounded.", "k5 w2"),
    ],
)
def test_another_is_one(sentence: str, wanted: str) -> None:
    assert tolls(sentence) == wanted


@pytest.mark.parametrize(
    ("victims", "number"),
    [
        ("Two sisters aged six and nine", 2),
        ("Three brothers, aged nine, 11 and 14,", 3),
        ("Three boys aged between eight and 12", 3),
        ("A 30-year-old man and two girls aged five and seven", 3),
    ],
)
def test_an_age_counts_nobody(victims: str, number: int) -> None:
    report = summarize(f"{victims} were killed by a mine near Gao on Monday.", published="2015-06-10")
    (toll,) = report.operations[0].toll

    # "three brothers" between commas may be missed; nobody is ever added
    assert toll.minimum is not None
    assert toll.minimum <= number


def test_a_couple_are_two() -> None:
    assert tolls("A couple and their two children were killed by a shell in Gao on Monday.") == "k4"


@pytest.mark.parametrize("how", ["burnt alive", "stoned to death", "hanged", "mown down", "put to death"])
def test_ways_of_killing(how: str) -> None:
    assert tolls(f"Eight villagers were {how} by rebels near Gao on Monday.") == "k8"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Rebels killed the commander of the Gao garrison and two of his guards on Tuesday.", "k3"),
        ("Rebels killed Col. Ahmed Bah, commander of the Gao garrison, and two guards on Tuesday.", "k3"),
        (
            "Twelve soldiers, including their commander, Col. Bah, were killed in an ambush near Gao.",
            "k12",
        ),
        ("Five people, not seven as first reported, were killed in shelling of Gao on Tuesday.", "k5"),
        ("Two soldiers were killed and a third was wounded in an attack on Gao on Tuesday.", "k2 w1"),
        ("A sniper killed a policeman, a shopkeeper and a street sweeper in Gao on Tuesday.", "k3"),
        ("Rebels raided a camp near Gao; 21 sailors and an unknown number of rebels died.", "k23+"),
    ],
)
def test_asides_and_lists(sentence: str, wanted: str) -> None:
    assert tolls(sentence) == wanted


def test_what_one_is_besides_adds_nobody() -> None:
    text = "A soldier was killed in a clash near Goma. The soldier, a 24-year-old corporal, died on the way."

    assert tolls(text) == "k1"


@pytest.mark.parametrize("people", ["people", "patients"])
def test_of_those_taken_in_only_some_are_dead(people: str) -> None:
    assert tolls(f"A bomb hit Gao. A hospital received 27 {people}, two of them dead on arrival.") == "k2"


def test_one_who_was_shot_is_not_those_who_mourn_him() -> None:
    report = summarize(
        "A bomb hit a funeral in Gao. The attack targeted mourners of an officer who was shot dead.",
        published="2015-06-10",
    )

    assert not [c for c in report.casualties if "mourner" in c.victims]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Air strikes in Gao on Friday killed and injured dozens of people.", "k24+"),
        ("Thirty people were killed and wounded in shelling of Gao on Friday.", "k30"),
    ],
)
def test_dead_and_wounded_of_one_number_are_not_all_dead(sentence: str, wanted: str) -> None:
    report = summarize(sentence, title="", published="2015-06-10")

    assert {c.outcome.value for c in report.casualties} == {"killed_or_wounded"}
    assert tolls(sentence) == wanted


def test_three_dead_and_wounded_men_are_two_counts() -> None:
    sentence = "Three rebels were killed and wounded men were taken to hospital in Gao."

    assert tolls(sentence).startswith("k3 w")


@pytest.mark.parametrize(
    "sentence", ["GAO: 3 killed, 5 injured as rebels shell market", "Attack on Gao: three dead, five injured"]
)
def test_a_colon_before_a_number_of_dead(sentence: str) -> None:
    assert tolls(sentence) == "k3 w5"


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels' claim that 20 soldiers were killed in Gao on Friday is false, the army said.",
        "Reports that 20 soldiers had been killed in Gao were untrue, the army said.",
    ],
)
def test_what_is_called_false_is_denied(sentence: str) -> None:
    report = summarize(sentence, title="", published="2015-06-10")

    assert [c.assertion.value for c in report.casualties] == ["denied"]


def test_the_wounded_who_died_since_are_dead() -> None:
    text = "A bomb wounded 30 people in Gao on Friday. Seven of the 30 people wounded have since died."
    report = summarize(text, title="", published="2015-06-10")

    assert [(c.outcome.value, c.count, c.scope.value) for c in report.casualties] == [
        ("wounded", "30", "event"),
        ("killed", "Seven", "event"),
    ]


def test_parts_without_a_whole_are_no_parts_of_each_other() -> None:
    assert tolls("Six women and three men were among those killed in Monday's raid on Gao.") == "k9"


def test_what_a_side_admits_rivals_what_the_other_claims() -> None:
    sentence = (
        "The army said it killed 12 rebels in Gao on Monday; the rebels admitted losing eight fighters."
    )

    assert tolls(sentence) == "k8+"


def test_three_of_their_own_men_are_three() -> None:
    text = "Rebels said they killed 12 soldiers near Gao on Monday. Three of their own men were wounded."

    assert tolls(text) == "k12 w3"


def test_a_count_with_another_estimate_beside_it_is_read() -> None:
    sentence = "Dozens of people, perhaps as many as 60, were killed in the raid on Gao on Monday."

    assert tolls(sentence) == "k24+"


def test_a_part_is_of_its_own_outcome() -> None:
    sentence = (
        "Police said five people were killed and nine injured in the blast, but a doctor in Gao said the "
        "dead included two policemen."
    )

    assert tolls(sentence) == "k5 w9"
