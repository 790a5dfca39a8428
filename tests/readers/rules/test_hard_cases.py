"""The hard cases that the embedded reader claims, by number and name. Published Thursday 2016-10-06."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.article import Article
from summarizer.readers.rules import RulesReader
from summarizer.schema import Draft


def read(text: str) -> Draft:
    """Return the draft of a text without a title."""
    return RulesReader().draft(Article(text, title="", published="2016-10-06"))


def counts(made: Draft) -> list[tuple[str, str | None, str]]:
    """Return (outcome, count, scope) of each casualty."""
    return [(row.outcome.value, row.count, row.scope.value) for row in made.casualties]


def roles(made: Draft) -> dict[str, str]:
    """Return the roles of the first operation by actor name."""
    names = {actor.id: actor.name for actor in made.actors}
    return {names[part.actor]: part.role.value for part in made.operations[0].participants}


COUNTS: dict[str, tuple[str, list[tuple[str, str | None, str]]]] = {
    "2 multi-group sum": (
        "Four fighters, a policeman and two shepherds were killed.",
        [("killed", "Four", "event"), ("killed", "a", "event"), ("killed", "two", "event")],
    ),
    "3 event and cumulative": (
        "The blast killed 9, bringing the month's toll in Diyala to 61.",
        [("killed", "9", "event"), ("killed", "61", "period")],
    ),
    "4 war total": (
        "More than 30,000 have died since the uprising began in 2011, rebels say.",
        [("killed", "More than 30,000", "war")],
    ),
    "5 vague": (
        "Dozens were killed, scores wounded in the bombing.",
        [("killed", "Dozens", "event"), ("wounded", "scores", "event")],
    ),
    "8 explicit zero": (
        "No one was hurt when the rocket landed in a field near the army base.",
        [("wounded", "No one", "event")],
    ),
    "9 silence": ("Jets struck a depot near Hit.", []),
    "11 injured is not killed": ("Five troopers were wounded in the ambush.", [("wounded", "Five", "event")]),
    "15 claim without bodies": (
        "Police said a dozen rebels were killed but comrades carried off the bodies.",
        [("killed", "a dozen", "event")],
    ),
    "17 distractor numbers": (
        "The 3rd Brigade fired 40 shells at Hill 250, killing two.",
        [("killed", "two", "event")],
    ),
    "18 no invented split": (
        "Raids in Qaim and Rutba killed 14 militants in total.",
        [("killed", "14", "event")],
    ),
    "20 equipment": ("The army destroyed six vehicles and killed their crews.", [("killed", None, "event")]),
    "55 several days": (
        "Three days of fighting between troops and rebels left 12 dead.",
        [("killed", "12", "event")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), COUNTS.values(), ids=COUNTS.keys())
def test_counts(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    """Each sentence gives the counts it states and no other."""
    assert counts(read(text)) == expected


def _subset(made: Draft) -> bool:
    first, second = made.casualties
    return second.relation is not None and (second.relation.to, second.relation.kind) == (first.id, "part_of")


def _revision(made: Draft) -> bool:
    old, new = made.casualties
    return new.relation is not None and (old.count, new.count, new.relation.kind) == ("40", "28", "revises")


CHECKS: dict[str, tuple[str, Callable[[Draft], bool]]] = {
    "1 subset": ("Twelve people died in the attack, including five children.", _subset),
    "10 negated count": (
        "The ministry denied that any soldiers had been killed.",
        lambda made: [row.assertion.value for row in made.casualties] == ["denied"],
    ),
    "13 revision down": ("Officials lowered the toll from 40 to 28 after the bombing.", _revision),
    "16 perpetrator included": (
        "A bomber killed himself and six worshippers.",
        lambda made: [row.victim_status.value for row in made.casualties] == ["perpetrator", "civilian"],
    ),
    "22 future": (
        "Commanders say an assault on Tal Afar will begin within days.",
        lambda made: (
            [(o.stage.value, o.places[0].name) for o in made.operations] == [("planned", "Tal Afar")]
        ),
    ),
    "23 launch": (
        "Iraqi forces launched an offensive in Anbar on Tuesday; fighting continues.",
        lambda made: (
            (made.operations[0].stage, made.operations[0].territorial_effect) == ("launched", "none_reported")
        ),
    ),
    "26 negation": (
        "There was no exchange of fire on Thursday between the rebels and the army.",
        lambda made: made.operations == [],
    ),
    "31 exercise": (
        "Troops rehearsed the capture of an airfield in a NATO drill.",
        lambda made: made.operations == [],
    ),
    "32 metaphor": (
        "The striker's late attack killed off Arsenal.",
        lambda made: (made.relevance, made.operations, made.casualties) == ("not_conflict", [], []),
    ),
    "37 compound": (
        "Iraqi troops, backed by Shia militias and US jets, attacked IS positions in Mosul.",
        lambda made: sorted(roles(made).values()) == ["initiator", "supporter", "supporter", "target"],
    ),
    "36 metonymy": (
        "Ankara struck Sinjar.",
        lambda made: (
            made.actors[0].country == "TUR" and [p.name for p in made.operations[0].places] == ["Sinjar"]
        ),
    ),
    "38 passive without agent": (
        "A mayor was shot dead in Kirkuk.",
        lambda made: made.actors == [] and made.casualties[0].victim_status == "official",
    ),
    "39 direction": (
        "Soldiers were attacked by rebels near Goma.",
        lambda made: roles(made) == {"rebels": "initiator", "Soldiers": "target"},
    ),
    "40 same name, different side": (
        "Government troops and government-backed tribal fighters clashed near Marib.",
        lambda made: set(roles(made).values()) == {"participant"} and len(made.actors) == 2,
    ),
    "41 unit and parent": (
        "The Golden Division, part of the Counter Terrorism Service, stormed a village in Mosul.",
        lambda made: (
            {actor.name: actor.belongs_to for actor in made.actors}["Golden Division"]
            == next(actor.id for actor in made.actors if actor.name == "Counter Terrorism Service")
        ),
    ),
    "44 speaker is not actor": (
        "The Observatory said regime jets bombed Idlib.",
        lambda made: made.sources[0].kind == "monitor_ngo" and made.operations[0].according_to == ["S1"],
    ),
    "45 dateline": (
        "BAGHDAD (AFP) – Fighting raged between troops and militants in Fallujah.",
        lambda made: (
            made.dateline == "BAGHDAD" and [p.name for p in made.operations[0].places] == ["Fallujah"]
        ),
    ),
    "46 distance": (
        "Rebels attacked a post 20 km south of Mosul.",
        lambda made: made.operations[0].places[0].relation == "20 km south of",
    ),
    "49 origin and target": (
        "Rockets fired from Gaza hit Ashkelon.",
        lambda made: (
            [(p.name, p.role.value) for p in made.operations[0].places]
            == [("Gaza", "origin"), ("Ashkelon", "incident")]
        ),
    ),
    "51 across midnight": (
        "Troops clashed with rebels overnight Wednesday to Thursday.",
        lambda made: made.operations[0].date == "overnight Wednesday to Thursday",
    ),
}


@pytest.mark.parametrize(("text", "holds"), CHECKS.values(), ids=CHECKS.keys())
def test_hard_case(text: str, holds: Callable[[Draft], bool]) -> None:
    """What must come out of the sentence comes out."""
    assert holds(read(text))
