"""Invented articles, for benchmarks that need many: each is unlike all others, and the same again every time.

    python -m benchmarks.invented 2000 > articles.jsonl

An article has 300 to 600 words, all names in it are made up, and its first sentences say what
`benchmarks/endpoint.py` answers: a strike, a place, a toll and who tells it. The others are drawn.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
from pathlib import Path
from typing import Any

_FIRST_DAY = dt.date(2030, 1, 1)
_HEADS = ("Tal", "Or", "Ver", "Kas", "Dun", "Mer", "Sol", "Bar", "Yel", "Hal", "Zor", "Est", "Lim", "Pol")
_TAILS = ("dova", "essin", "imar", "okan", "ushen", "avar", "ilsk", "oreth", "anda", "egrad", "uma", "inov")
_PEOPLE = ("Ilan Voss", "Marta Kern", "Sana Okar", "Oren Malik", "Lida Tovar", "Pavel Haru", "Vera Dossa")
_UNITS = ("4th Rifle Brigade", "Northern Guard", "22nd Air Regiment", "Harbour Battalion", "Free Hill Front")
_WEAPONS = ("attack drones", "cruise missiles", "122 mm rockets", "mortar rounds", "guided bombs")
_THINGS = ("a substation", "two schools", "a grain store", "the railway depot", "a clinic", "a fuel depot")
_WHEN = ("before dawn", "overnight", "around noon", "late on Monday", "in the early hours", "on Sunday")

_OPENING = (
    "{PLACE}, {day} - A drone strike on a fuel depot in {place} killed {killed} people and wounded {wounded} "
    "others {when}, the regional administration said.",
    "Officials in {place} blamed the Kelmar armed forces for the attack on the depot.",
    "The Kelmar armed forces denied that their drones had struck {place}.",
)
_REST = (
    "The {unit} reported {n} engagements along a front of {km} kilometres and said that its positions near "
    "{other} had come under artillery fire {m} times.",
    "According to the ministry, {n} {weapon} were launched from the direction of {other}, of which {m} were "
    "shot down by air defence crews.",
    "{person}, the mayor of {other}, told reporters that {m} civilians and {x} soldiers had been killed "
    "since the week began, but warned that the numbers would change.",
    "The blast damaged {thing}, and power was lost in {m} settlements until the evening.",
    "Rescue teams from {other} searched the site for {n} hours; {x} people were still missing {when}.",
    "Aid groups said that some {n}00 people had left the district since the start of the month, most of them "
    "by the road through {third}.",
    '"We heard {m} explosions, one after the other, and then the windows were gone," said {person}, who '
    "lives {km} kilometres from the depot.",
    "Satellite pictures show at least {n} craters beside {thing} and {x} burned vehicles.",
    "The statements could not be verified independently, and the {unit} did not answer questions.",
    "A spokesperson for the {unit} said that {x} prisoners had been taken in the fighting for {third}.",
    "In a separate incident near {third}, a roadside bomb hit a supply lorry {when}, injuring {x} soldiers "
    "of the {unit}.",
    "Monitors counted {n} ceasefire violations in the past week, {m} more than in the week before, and asked "
    "both sides to pull heavy weapons back {km} kilometres.",
    "Hospital staff in {other} said that they had admitted {n} patients, {x} of them children.",
    "By the evening the {unit} held the western part of {third}, maps suggest.",
    "Diplomats offered to host talks in {third}; nobody would say when a first meeting could take place.",
    "{person} thanked crews who had worked for {n} hours and asked drivers to keep the road to {third} free.",
    "An earlier strike on {other} had already damaged {thing}, the regional administration said.",
    "Shelters in {m} schools would stay open and classes had been moved, {person} added.",
    "Engineers of the {unit} made {x} of the {weapon} safe that had fallen into the river.",
    "Sporadic artillery fire was heard {when} from the direction of {third}, {km} kilometres away.",
)


def article(number: int, *, seed: int = 0) -> dict[str, Any]:
    """Return an article as an archive holds it: id, title, published and text."""
    draw = random.Random(f"{seed}:{number}")
    day = _FIRST_DAY + dt.timedelta(days=draw.randrange(700))
    place = _place(draw)
    lead = {
        "place": place,
        "PLACE": place.upper(),
        "day": f"{day:%d %B}",
        "killed": draw.randint(2, 40),
        "wounded": draw.randint(41, 120),
    }
    sentences = [template.format(**lead, when=draw.choice(_WHEN)) for template in _OPENING]
    want = draw.randint(300, 560)
    words = sum(len(sentence.split()) for sentence in sentences)
    rest: list[str] = []
    while words < want:
        if not rest:
            rest = draw.sample(_REST, len(_REST))
        sentences.append(_sentence(rest.pop(), draw))
        words += len(sentences[-1].split())
    paragraphs = []
    while sentences:
        size = draw.randint(1, 4)
        paragraphs.append(" ".join(sentences[:size]))
        del sentences[:size]
    return {
        "id": f"invented-{seed}-{number:07d}",
        "title": f"Drone strike on {place}, {lead['killed']} reported dead",
        "published": day.isoformat(),
        "text": "\n\n".join(paragraphs),
    }


def write(path: Path, count: int, *, seed: int = 0) -> Path:
    """Write so many articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            lines.write(json.dumps(article(number, seed=seed)) + "\n")
    return path


def _place(draw: random.Random) -> str:
    return draw.choice(_HEADS) + draw.choice(_TAILS)


def _sentence(template: str, draw: random.Random) -> str:
    return template.format(
        other=_place(draw),
        third=_place(draw),
        person=draw.choice(_PEOPLE),
        unit=draw.choice(_UNITS),
        weapon=draw.choice(_WEAPONS),
        thing=draw.choice(_THINGS),
        when=draw.choice(_WHEN),
        n=draw.randint(12, 90),
        m=draw.randint(2, 11),
        x=draw.randint(2, 30),
        km=draw.randint(2, 80),
    )


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        print(json.dumps(article(number)))
