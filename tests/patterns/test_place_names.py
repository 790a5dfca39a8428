"""What is a place by its name or by the words around it, and what only looks like one."""

from __future__ import annotations

import pytest

from summarizer.patterns.places import find_places
from summarizer.patterns.scan import Scan


def names(text: str) -> list[str]:
    """Return the names of the places of a sentence, those around them behind them."""
    return [name for place in find_places(Scan(text)) for name in (place.name, *place.within)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was wounded in the vicinity of Ardo Lim in northern Sudan.", ["Ardo Lim", "Sudan"]),
        ("Rebels attacked in the town of Tel Sarum in Orvel Province.", ["Tel Sarum", "Orvel Province"]),
        ("They were forced up Mount Velim after the attack.", ["Mount Velim"]),
        ("He served with the 2nd Battalion, Fort Hallam, and was killed.", ["Fort Hallam"]),
        ("Sergeant Ilan Morh, 42, of Hallam, died in the blast.", ["Hallam"]),
        ("Shells landed in the heart of Velim.", ["Velim"]),
        ("Troops took the Iraqi city of Velim.", ["Velim"]),
        ("TWO MEN DIED ON A ROAD LINKING CHUVAR AND HUMARO.", ["CHUVAR"]),
        ("They fight in both Iraq and Syria.", ["Iraq", "Syria"]),
        ("* Near Al Velim, two strikes destroyed a vehicle.", ["Al Velim"]),
        ("Jets struck near Velim, Tolm and Hallam.", ["Velim", "Tolm", "Hallam"]),
        ("Bombs fell on the neighbourhoods of Masak Velim and al-Tolmiyah.", ["Masak Velim", "al-Tolmiyah"]),
        ("Militias of the Orvel and Tolm districts fled.", ["Orvel", "Tolm"]),
        ("The Battle of Velim began in May.", ["Velim"]),
        ("Convoys drove between Albu Velim and Al-Tolm.", ["Albu Velim", "Al-Tolm"]),
        ("Shells were dropped on Velim at night.", ["Velim"]),
        ("Troops entered Velim and fled.", ["Velim"]),
        ("Jets bombed a well at the Al Velim oilfield.", ["Al Velim oilfield"]),
        ("At RAF Velim the minister met crews.", ["RAF Velim"]),
        ("Guns were seized from Tolm Military Airfield.", ["Tolm Military Airfield"]),
        ("Velim (also Tolm) is a village in Iraq.", ["Velim", "Iraq"]),
        ("It lies in Salah ad Din Governorate.", ["Salah ad Din Governorate"]),
        ("He was taken to Saudi Arabia by troops.", ["Saudi Arabia"]),
        ("The defence secretary went on to Nicosia after the attack.", ["Nicosia"]),
    ],
)
def test_the_words_around_a_name_make_it_a_place(text: str, expected: list[str]) -> None:
    """A noun, a word for a part, a residence or the beginning of the name itself tells of a place."""
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister for the Middle East condemned the attack.",
        "The attack drew on Australia's diplomatic efforts.",
        "They spoke of U.S. service members and shot at them.",
        "SECRETARY TOLM: We condemn the attack.",
        "QUESTION: Were soldiers attacked?",
        "They condemned the attack in Kurdish and in Arabic.",
        "We send condolences to Morh's family after the attack.",
        "We call on Russia to stop the attack.",
        "The people of Iraq condemned it.",
        "They promised aid to Syria.",
        "Russia and Iran must stop the attack.",
        "Talks between Russia and Turkey went on.",
        "A sergeant in Abel Battery was wounded.",
        "Soldiers from Task Group Velim trained them.",
        "It is an Assyrian city.",
        "Hit by a rocket, he fell.",
    ],
)
def test_what_only_looks_like_a_place(text: str) -> None:
    """Offices, owners, speakers' labels, languages and persons are no places."""
    assert names(text) == []


def test_a_state_s_province_stays_a_place() -> None:
    """A possessive before a place's own name or direction still names places."""
    assert names("Rebels attacked in Iraq's Anbar province.") == ["Anbar province", "Iraq"]


@pytest.mark.parametrize(
    "text",
    [
        "They fought in Ghazni, Kandahar, Khost, Kunduz and Parwan provinces.",
        "They bombed Aleppo, Idlib and Homs.",
        "THE ARMY ATTACKED IN MEXICO, HONDURAS, PERU, AND PANAMA.",
    ],
)
def test_a_list_of_places_encloses_nothing(text: str) -> None:
    """The items of a list lie beside, not in, one another."""
    assert all(not place.within for place in find_places(Scan(text)))


def test_a_province_and_a_state_behind_a_town_enclose_it() -> None:
    (place,) = find_places(Scan("They attacked in Velim, Sarn Province, Iraq, and fled."))
    assert (place.name, place.within) == ("Velim", ("Sarn Province", "Iraq"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GUNMEN KILLED TWO MEN IN SAN JUAN OLPICO, LA LIBERTAD.", ["SAN JUAN OLPICO", "LA LIBERTAD"]),
        ("REBELS RAIDED THE TOWN OF SAN VICENTE DE LA PEDRIZA.", ["SAN VICENTE DE LA PEDRIZA"]),
        ("THE KILLINGS OCCURRED AT LA FORTUVA FARM.", ["LA FORTUVA FARM"]),
        ("THE BODIES WERE FOUND IN THE EL PLAZON AREA.", ["EL PLAZON AREA"]),
        ("A BOMB EXPLODED IN ZONE 11 OF GUATEMALA CITY.", ["GUATEMALA CITY"]),
        ("A BOMB EXPLODED IN THE CENTER OF THE COLOMBIAN CITY OF CALI.", ["CALI"]),
        ("HE WAS MURDERED ON THE ROAD FROM SANTIPA TO CHAQUES.", ["SANTIPA"]),
        ("THE HOSTAGES' LIVES ARE IN DANGER AND THE POST LIES IN RUINS.", []),
        ("A BOY WAS HIT IN THE LEG.", []),
    ],
)
def test_places_in_a_text_all_in_capitals(text: str, expected: list[str]) -> None:
    """Saints, farms, areas and roads name places where capitals tell nothing; ordinary words do not."""
    assert names(text) == expected


def test_a_place_that_a_distance_is_measured_from_does_not_hide_its_preposition() -> None:
    """What a city is called stands between its preposition and its noun."""
    place = find_places(Scan("A BOMB EXPLODED IN THE BUSINESS CENTER OF THE COLOMBIAN CITY OF CALI."))[0]
    assert place.preposition == "in"
