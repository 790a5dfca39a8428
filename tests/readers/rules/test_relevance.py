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
        # a cause that was ruled out
        "A blast in a block of flats killed nine people. Firefighters found a gas leak, and police said there"
        " was no sign of a bomb planted by rebels.",
        "An explosion killed six workers at a paint factory on Monday. It looked as though it had been"
        " shelled."
        " A faulty valve had leaked gas, inspectors said.",
        "An explosion tore through a power plant on Sunday, killing four workers. Police said terrorism"
        " had been"
        " excluded. A gas line was being cleaned.",
        # wars of long ago, in the news of today
        "A museum of the siege opened in Velim on Sunday. Its exhibits tell how shelling killed 300 people in"
        " 1943. It had 2,000 visitors on its first day in 2016.",
        "Colonel Adam Reith, who has died of pneumonia aged 90, was born in 1926. His troops killed 40"
        " guerrillas"
        " in an ambush and captured a rebel commander. He retired to grow roses. His widow survives him.",
        # arms without an enemy
        "The ministry signed a contract for 40 howitzers and 200 missiles from the lowest bidder. Instructors"
        " will train two artillery battalions; the order costs 90 million dollars.",
        "Marines stormed a beach and gunners shelled a hill in an exercise that rehearsed the defence of an"
        " island. In the scenario, invaders killed 20 civilians.",
        # soldiers without an enemy
        "A volcano killed 60 farmers on Sunday. Soldiers evacuated six villages, and troops found"
        " bodies under"
        " the lava.",
        # war as a way of speaking
        "Town bombarded the visitors' box in a siege of half an hour. Their striker fired two rockets past"
        " the goalkeeper, and the midfield ambushed a tired defender before half-time. The coach was"
        " delighted.",
        "The brewer beat off a hostile takeover bid. Its chairman ambushed the raiders and shelled their"
        " shareholders with leaflets in a campaign that cost four executives their heads.",
        # what speaks to its reader
        "In this thriller of a game you ambush a convoy, shell a bridge and kill rebels by the hundred. Your"
        " sniper may take hostages. The graphics are fine; the consoles stutter.",
        # the bombs of the world wars
        "Builders found a 250-kilogram bomb from the Second World War under a school in Daro. Experts defused"
        " it after 3,000 residents had been evacuated.",
        # games, films and parades
        "The new patch nerfed the mortar, and grenades now respawn. Attackers get 20 tickets; defenders place"
        " mines, and rebels kill you from the lighthouse. A hotfix for the servers is due.",
        "Thirty tanks and 900 soldiers rolled down the avenue in a rehearsal for the parade. Six helicopters"
        " flew past in formation, and howitzers fired a salute with blank rounds.",
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
        "Police fired on students outside the university on Tuesday. Two students were killed and 50"
        " wounded.",
        "The ferry terminal was hit by three drones on Friday night. A driver was killed.",
        "A grenade thrown into a restaurant killed three people and wounded twelve in Daro. No arrests.",
        "A bomb killed eight people at a museum in Velim on Friday. Rebels of the north claimed the attack.",
        "Gunmen shot dead three people outside a football stadium in Velim. Insurgents have"
        " threatened the league.",
        "A bomb went off at a gas plant, killing four workers. Rebels said they had planted it; firefighters"
        " put out the blaze.",
    ],
)
def test_the_smallest_report_of_war(text: str) -> None:
    made = RulesReader().draft(Article(text, title="", published="2016-10-06"))

    assert made.operations
    assert made.casualties


@pytest.mark.parametrize(
    "text",
    [
        "Russian drones killed a woman and wounded three others in Kherson on Friday.",
        "Gangs killed at least 50 people in Kenscoff on Monday, the mayor said.",
        "Israeli strikes killed 24 people across Gaza on Thursday, medics said.",
    ],
)
def test_forces_of_a_state_and_gangs_that_kill_are_conflict(text: str) -> None:
    """One plain sentence without any other word of war is enough."""
    made = RulesReader().draft(Article(text, title="", published="2025-04-13"))
    assert made.relevance == "event_report"
    assert made.casualties
