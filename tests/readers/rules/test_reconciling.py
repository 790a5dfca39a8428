"""Counts of one operation in different sentences: added up only where the text sets them apart."""

from __future__ import annotations

import pytest

from summarizer import Report, summarize

LEAD = "Jets bombed the market at Telma on Monday, killing 38 people, hospital officials said. "


def report_of(*sentences: str) -> Report:
    """Return the report of the lead and what follows it."""
    return summarize(LEAD + " ".join(sentences), published="2016-10-06")


def relations(report: Report) -> list[tuple[str | None, str | None]]:
    """Return each count with what it is to another one."""
    return [(c.count, c.relation.kind.value if c.relation else None) for c in report.casualties]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("The army said 50 people had died in the raid.", ("50", "rivals")),
        ("Two of them died on the way to hospital, killed by their wounds.", ("two", "part_of")),
        ("A teacher was killed in the raid.", ("a", "part_of")),
    ],
    ids=["another figure", "of them", "one person"],
)
def test_a_count_told_later_is_not_added(sentence: str, relation: tuple[str, str]) -> None:
    report = report_of(sentence)

    assert relation in [((count or "").lower(), kind) for count, kind in relations(report)]
    assert report.operations[0].toll[0].minimum == 38


def test_an_older_figure_is_the_one_that_is_revised() -> None:
    report = report_of("Officials had put the toll at 26 dead on Monday night.")

    assert relations(report)[0] == ("38", "revises")
    assert (report.operations[0].toll[0].minimum, report.operations[0].toll[0].maximum) == (38, 38)


def test_victims_whom_the_text_sets_apart_are_added() -> None:
    report = report_of("Another two people were killed when a wall fell.")

    assert report.operations[0].toll[0].minimum == 40


def test_a_toll_of_an_earlier_event_stands_apart() -> None:
    report = report_of("The first two raids left 91 people dead.")

    assert report.operations[0].toll[0].maximum == 38


@pytest.mark.parametrize(
    "sentence",
    ["The toll later rose to 41, the ministry said.", "The police said the toll had risen to 41 by Friday."],
)
def test_what_a_toll_has_become_is_no_dispute_whoever_says_so(sentence: str) -> None:
    report = report_of(sentence)

    assert ("41", "revises") in relations(report)
    assert (report.operations[0].toll[0].minimum, report.operations[0].toll[0].maximum) == (41, 41)
    assert {casualty.assertion.value for casualty in report.casualties} == {"stated"}


def test_an_older_figure_of_another_source_is_no_dispute() -> None:
    report = report_of("The health directorate, which works in the region, had put the toll at 26.")

    assert relations(report)[0] == ("38", "revises")
    assert {casualty.assertion.value for casualty in report.casualties} == {"stated"}


def test_a_rival_figure_disputes_the_toll_and_not_a_part_of_it() -> None:
    report = report_of(
        "Two of them died on the way to hospital.", "A committee of residents gave a higher number, 57."
    )

    assertions = {(c.count or "").lower(): c.assertion.value for c in report.casualties}
    assert assertions == {"38": "disputed", "two": "stated", "57": "disputed"}


def test_a_toll_that_is_raised_in_its_own_sentence_is_not_added() -> None:
    report = summarize(
        "Armed men killed 20 worshippers in a church in Owo on Sunday and the toll was later raised to 40.",
        published="2022-06-06",
    )

    assert relations(report) == [("20", None), ("40", "revises")]
    assert (report.operations[0].toll[0].minimum, report.operations[0].toll[0].maximum) == (40, 40)


@pytest.mark.parametrize(
    "sentence",
    [
        "Five policemen died of their wounds on Thursday, bringing to 18 the number of people killed in "
        "Tuesday's suicide bombing in Telma.",
        "A suicide bomber killed five policemen in Telma on Thursday, bringing the toll of the attack to 18.",
    ],
)
def test_what_brings_a_toll_to_its_number_is_part_of_it(sentence: str) -> None:
    report = summarize(sentence, published="2016-10-06")

    assert [(toll.minimum, toll.maximum) for toll in report.operations[0].toll] == [(18, 18)]


def test_the_toll_of_a_war_that_an_event_raises_is_not_the_event_s() -> None:
    report = summarize(
        "Bombardment of Telma by the army killed 89 people on Tuesday, officials said, raising the war's "
        "overall toll to 41,615.",
        published="2016-10-06",
    )

    assert [(toll.minimum, toll.maximum) for toll in report.operations[0].toll] == [(89, 89)]
    assert report.casualties[-1].scope == "war"


def test_a_figure_of_others_in_the_same_sentence_is_a_rival_also_behind_a_part() -> None:
    report = summarize(
        "Gunmen killed 133 people, including 60 children, in Telma on Friday, the government said; local "
        "sources put the toll at 160.",
        published="2016-10-06",
    )

    assert relations(report) == [("133", None), ("60", "part_of"), ("160", "rivals")]
    assert (report.operations[0].toll[0].minimum, report.operations[0].toll[0].maximum) == (133, 160)


def test_what_is_told_before_a_total_that_takes_it_in_is_part_of_it() -> None:
    report = summarize(
        "Two soldiers and three militants were killed in a gun battle in Kupwara on Thursday, the army said. "
        "A third soldier died of his wounds on Friday, taking the toll to six.",
        published="2024-06-12",
    )

    assert [(toll.minimum, toll.maximum) for toll in report.operations[0].toll] == [(6, 6)]


def test_attackers_who_are_killed_are_of_the_same_attack_and_no_part_of_a_later_toll() -> None:
    report = summarize(
        "At least 20 people were killed when militants stormed a prison in Jalalabad on Sunday night. Eight "
        "of the attackers were killed by security forces. By Monday the toll stood at 29, civilians and "
        "guards included.",
        title="",
        published="2020-08-04",
    )

    [operation] = report.operations
    assert [(toll.minimum, toll.maximum) for toll in operation.toll] == [(37, 37)]


def test_minors_among_dead_fighters_are_part_of_them() -> None:
    report = summarize(
        "The army bombed a camp of FARC rebels in Guaviare, killing 10 fighters, the minister said. "
        "Four minors were among the dead, the ombudsman said later.",
        published="2024-06-12",
    )

    assert [(toll.minimum, toll.maximum) for toll in report.operations[0].toll] == [(10, 10)]


def test_officers_are_the_policemen_of_whom_another_source_tells() -> None:
    report = summarize(
        "Eleven Kenyan police officers were killed when their vehicle struck a roadside bomb near Liboi, the "
        "police chief said. A government official said eight officers died.",
        published="2024-06-12",
    )

    assert relations(report) == [("Eleven", None), ("eight", "rivals")]


def test_a_toll_that_rose_after_the_wounded_died_is_no_part_of_the_smaller_one() -> None:
    report = report_of("The death toll later rose to 41 after three of the wounded died.")

    assert ("41", "revises") in relations(report)
    assert report.operations[0].toll[0].minimum == 41


@pytest.mark.parametrize(
    ("first", "second", "killed"),
    [
        (
            "The army said it killed 19 rebels near Gao on Monday.",
            "The rebels said they lost two men and killed 30 soldiers.",
            (32, 49),
        ),
        (
            "The army said its troops killed 19 rebels in an ambush near Gao on Monday.",
            "The rebels said only two of their fighters had died.",
            (2, 19),
        ),
        (
            "The rebels said on Monday they had killed 30 soldiers near Gao.",
            "The army said it lost three men.",
            (3, 30),
        ),
        (
            "Ukraine said on Monday that 40 Russian soldiers were killed in fighting in Kramatorsk.",
            "Russia said it lost five troops.",
            (5, 40),
        ),
    ],
    ids=["lost men", "of their fighters", "the army's men", "a state's troops"],
)
def test_what_a_side_says_of_its_own_dead_rivals_what_the_other_claims(
    first: str, second: str, killed: tuple[int, int]
) -> None:
    report = summarize(f"{first} {second}", published="2024-06-12")

    [toll] = report.operations[0].toll
    assert (toll.minimum, toll.maximum) == killed
    assert "rivals" in [kind for _, kind in relations(report)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Two car bombs exploded in Baghdad and Mosul on Friday, killing at least 30 people, police said. "
            "In Mosul, 12 people died.",
            "12",
        ),
        (
            "Gunmen attacked three villages in Plateau state on Friday, killing at least 30 people. In "
            "Bokkos, 12 people were killed.",
            "12",
        ),
    ],
    ids=["towns by name", "several villages"],
)
def test_the_dead_of_one_place_are_part_of_those_of_all(text: str, part: str) -> None:
    report = summarize(text, published="2024-06-12")

    assert (part, "part_of") in relations(report)
    assert report.operations[0].toll[0].minimum == 30


def test_two_sources_on_whom_one_bombardment_killed_are_rivals() -> None:
    report = summarize(
        "The army said on Sunday it had killed 14 terrorists in an air strike near Gao. JNIM said the strike "
        "hit a wedding, killing 22 civilians, mostly women and children.",
        published="2024-06-12",
    )

    [toll] = report.operations[0].toll
    assert (toll.minimum, toll.maximum) == (14, 22)


def test_a_bare_figure_of_another_source_rivals_the_one_before_it() -> None:
    report = summarize(
        'Jihadists killed "around 60" volunteers in an ambush near Gao on Monday, security sources said, '
        "while the government spoke of 22 dead.",
        published="2024-06-12",
    )

    assert [(toll.minimum, toll.maximum) for toll in report.operations[0].toll] == [(22, 60)]


def test_who_was_also_killed_is_added() -> None:
    report = report_of("Two nurses were also killed.")

    assert report.operations[0].toll[0].minimum == 40


def tolls(text: str) -> dict[str, tuple[int | None, int | None]]:
    """Return the toll of the first operation of a text by outcome."""
    report = summarize(text, published="2016-10-06")
    return {toll.outcome.value: (toll.minimum, toll.maximum) for toll in report.operations[0].toll}


SHELLED = "Shells hit a bakery in Telma on Monday, killing 11 people and wounding 36. "


@pytest.mark.parametrize(
    ("sentence", "killed", "wounded"),
    [
        ("Four of the wounded later died, a nurse said.", 15, 32),
        ("Four of the wounded died, a nurse said.", 11, 36),
    ],
    ids=["later", "perhaps counted"],
)
def test_the_wounded_who_died_are_no_rival_toll(sentence: str, killed: int, wounded: int) -> None:
    assert tolls(SHELLED + sentence) == {"killed": (killed, killed), "wounded": (wounded, wounded)}


def test_a_toll_that_has_risen_has_those_who_died_of_their_wounds() -> None:
    found = tolls(
        "The death toll from Monday's bombing in Telma has risen to 31, officials said. Earlier reports "
        "put the toll at 24. Another 68 people were wounded. Seven of the wounded had since died."
    )

    assert found == {"killed": (31, 31), "wounded": (68, 68)}


def test_those_who_also_died_are_added() -> None:
    found = tolls("A mayor died in Telma on Monday when a mine blew up his car. Two of his guards also died.")

    assert found["killed"] == (3, 3)


def test_who_strikes_from_afar_loses_his_men_elsewhere() -> None:
    report = summarize(
        "Israeli jets bombed Telma on Monday, killing eight people, medics said. The Israeli army said it "
        "lost one soldier in fighting in the hills.",
        published="2016-10-06",
    )

    assert [(toll.minimum, toll.maximum) for toll in report.operations[0].toll] == [(8, 8)]


def test_some_of_the_rebels_are_not_added_to_the_rebels() -> None:
    found = tolls(
        "Three soldiers and seven rebels were killed in a clash near Telma on Monday, the army said. Troops "
        "recovered the bodies of only four of the rebels; villagers said the others had been carried off."
    )

    assert found["killed"] == (10, 10)


def test_what_another_side_denies_is_disputed() -> None:
    report = summarize(
        "The army denied on Monday that ten of its soldiers had been killed in an ambush near Telma. A rebel "
        "spokesman had said that his men killed 10 soldiers and captured three.",
        published="2016-10-06",
    )

    assert [(c.count, c.assertion.value) for c in report.casualties] == [
        ("ten", "denied"),
        ("10", "disputed"),
        ("three", "stated"),
    ]


def test_a_risen_number_of_killed_is_one_toll() -> None:
    found = tolls(
        "The number of soldiers killed in Sunday's ambush near Telma has climbed from 17 to 21, the ministry "
        "said. It said about 60 rebels were killed in the counter-attack."
    )

    assert found["killed"] == (81, 81)


def test_captives_who_are_executed_are_not_of_those_who_fell() -> None:
    found = tolls(
        "Rebels attacked a post near Telma on Monday, killing 12 soldiers and capturing five. Two of the "
        "captured soldiers were killed later."
    )

    assert found["killed"] == (14, 14)


def test_a_source_that_parts_the_dead_is_one_rival() -> None:
    found = tolls(
        "A drone killed at least eight people near Telma, residents said. The ministry said eight rebels "
        "and three villagers had died."
    )

    assert found["killed"] == (8, None)


def test_own_losses_are_beside_the_enemy_s() -> None:
    found = tolls(
        "The prime minister said on Tuesday that 49 Armenian soldiers had been killed near Telma. He later "
        "raised the number to 105. Azerbaijan put its own losses at 50 dead."
    )

    assert found["killed"] == (155, 155)


def test_a_number_of_something_else_is_no_toll() -> None:
    found = tolls(
        "Rebels attacked Telma on Monday. The president sent more troops. He later raised the number to 500."
    )

    assert found == {}


def test_bodies_found_so_far_are_of_the_dead() -> None:
    found = tolls(
        "Nine rebels and three policemen were killed in a clash near Telma, the army said. Only seven "
        "bodies of the rebels have been found so far."
    )

    assert found["killed"] == (12, 12)


def test_nobody_is_meant_again_by_a_son() -> None:
    """Whom one source counts is not lost because another says that nobody was killed."""
    found = tolls(
        "Troops killed three rebel leaders in a raid near Telma on Monday, the army said, adding that no "
        "civilians were killed. Residents said a farmer and his son had been shot dead."
    )

    assert found["killed"] == (5, 5)


def test_the_dead_of_one_hospital_are_of_all_the_dead() -> None:
    found = tolls(
        "Mortar rounds hit a market in Telma, killing at least 26 civilians, the mayor said. The Red "
        "Cross said a hospital had received 14 dead."
    )

    assert found["killed"] == (26, None)


def test_who_answers_in_the_same_sentence_has_his_own_dead() -> None:
    report = summarize(
        "Hezbollah fired rockets at Metula, killing one farmer, and Israel responded with air raids in which "
        "six people died in Nabatieh.",
        published="2016-10-06",
    )

    assert [row.operations for row in report.casualties] == [["O1"], ["O2"]]


def test_others_who_were_abducted_do_not_set_the_dead_apart() -> None:
    found = tolls(
        "Rebels killed 42 people in a raid on a school in Telma on Monday. Thirty-seven pupils died in their "
        "beds, and six others were abducted."
    )

    assert found["killed"][1] == 42
