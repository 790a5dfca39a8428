"""Deaths, arrests and explosions of peace are no operations; the smallest report of war is one."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.readers.rules import RulesReader


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed when a coach left the motorway on Sunday. Police held the driver.",
        "A crane toppled at a harbour on Monday, killing two dockers and wounding a clerk.",
        "Three soldiers died when their lorry overturned on a mountain road, the army said of the accident.",
        "Customs officers seized 300 kilos of cocaine at the port and arrested five men of a gang.",
        "Murders fell by nine percent last year, with 214 killings in the city, police statistics showed.",
        "The finance minister launched an offensive against wasteful spending and declared war on waste.",
        "The film opens with a bombing raid that kills hundreds; its hero, a rebel commander, is shot dead.",
        "A grizzly killed a hiker in the park. Rangers shot the bear and captured two cubs.",
        "Dengue fever has killed 52 people since May, the ministry said.",
        "The typhoon and its floods killed 41 people, 12 of them in a landslide. Army boats took aid to the"
        " villages under siege by water, and looters attacked a store.",
        "A boiler explosion killed four workers at a paper mill. Firefighters searched the rubble.",
    ],
)
def test_other_news(text: str) -> None:
    made = RulesReader().draft(Article(text, title="", published="2016-10-06"))

    assert (made.operations, made.casualties) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "A mine killed a farmer and his son near Velim.",
        "Two policemen were killed in an ambush near Daro on Friday.",
        "A roadside bomb hit a bus on the highway near Velim on Monday, killing nine passengers.",
        "A gas attack killed dozens of people in the town of Velim on Tuesday, doctors said.",
        "A man, his wife and three children were killed when a shell hit their house in Daro on Friday.",
        "Gunmen shot dead a judge and his driver in the capital on Tuesday.",
        "A mayor was shot dead in Velim on Friday.",
        "Troops detained 17 suspects in a raid in Velim on Friday.",
    ],
)
def test_the_smallest_report_of_war(text: str) -> None:
    made = RulesReader().draft(Article(text, title="", published="2016-10-06"))

    assert made.operations
    assert made.casualties
