"""Namesakes: which of several places an article means, and how closely it says where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.checking.gazetteer import PlaceContext, Resolution
from summarizer.checking.gazetteer.resolver import GeoNames

Resolve = Callable[..., Resolution]
IRAQ = "Iraqi forces fought militants across Iraq, officials in Baghdad said."


def test_the_larger_place_named_with_a_name_decides(resolve: Resolve) -> None:
    text = "Gunmen attacked a post."

    assert resolve("Tripoli", within=["Lebanon"], text=text).country == "LBN"
    assert resolve("Rawa", within=["Anbar Province"], text=text).admin1 == "Anbar"
    assert resolve("Atlanta", within=["Georgia"], text=text).country == "USA"
    assert resolve("Hit, Anbar (Iraq)", text=text).geonames_id == 95788


def test_an_unknown_village_is_placed_by_what_it_lies_in(resolve: Resolve) -> None:
    village = resolve("Nowhereabad", within=["Sangin district", "Helmand province"], text="A raid.")

    assert (village.country, village.admin1, village.precision) == ("AFG", "Helmand", "admin")
    assert (village.canonical, village.latitude, village.geonames_id) == (None, None, None)
    assert village.finding == "place-unknown"


def test_a_town_said_to_lie_elsewhere_stays_open(resolve: Resolve) -> None:
    lima = resolve("Lima", within=["Ancash"], text="Peruvian police in Peru.")

    assert (lima.precision, lima.country, lima.admin1) == ("ambiguous", "PER", None)
    assert lima.candidates == ["Lima, Peru"]


def test_names_the_wrong_way_round_are_the_larger_place(resolve: Resolve) -> None:
    helmand = resolve("Helmand", within=["Sangin district"], text="Afghan forces.")

    assert (helmand.canonical, helmand.precision) == ("Helmand", "admin")


def test_a_state_that_only_acts_does_not_lend_its_villages(resolve: Resolve) -> None:
    text = "American aircraft and U.S. troops struck. American officials in Iraq said U.S. forces were safe."

    assert resolve("Paris", text=text, others=["Mosul"]).country != "USA"
    assert resolve("Hit", text=text).country == "IRQ"


def test_a_city_known_everywhere_needs_no_country_in_the_text(resolve: Resolve) -> None:
    assert resolve("London", text=IRAQ).country == "GBR"
    assert resolve("Berlin", text="Salvadoran troops in El Salvador.", others=["San Miguel"]).country != "DEU"


@pytest.mark.parametrize(
    ("name", "text", "country", "precision"),
    [
        ("Syria", "Fighting.", "SYR", "country"),
        ("the Hashemite Kingdom of Jordan", "Fighting.", "JOR", "country"),
        ("northern Syria", "Fighting.", "SYR", "country"),
        ("Idlib province", "Syrian rebels.", "SYR", "admin"),
        ("Halab province", "Syrian rebels in Syria.", "SYR", "admin"),
        ("Donetsk Oblast", "Ukraine said.", "UKR", "admin"),
        ("Donbas", "Ukraine said.", "UKR", "admin"),
        ("Sinaloa", "Gunmen.", "MEX", "admin"),
        ("Kandahar City", "Afghan forces.", "AFG", "settlement"),
        ("Musa Qal’ah district", "Afghan forces.", "AFG", "admin"),
        ("the vicinity of Ayn Issa", "Syrian Kurds in Syria.", "SYR", "near_settlement"),
        ("Baghdad airport", "Iraqi forces.", "IRQ", "feature"),
        ("SOYAPANGO", "SALVADORAN TROOPS.", "SLV", "settlement"),
    ],
)
def test_each_kind_of_place_has_its_precision(
    resolve: Resolve, name: str, text: str, country: str, precision: str
) -> None:
    place = resolve(name, text=text)

    assert (place.country, place.precision) == (country, precision)


def test_the_words_beside_a_name_tell_the_province_from_its_town(resolve: Resolve) -> None:
    assert resolve("Kunduz", text="Afghan police in Kunduz province said.").precision == "admin"
    assert resolve("Kunduz", text="Afghan police in the city of Kunduz said.").precision == "settlement"


def test_an_area_of_several_states_has_no_country_and_no_finding(resolve: Resolve) -> None:
    sahel = resolve("the Sahel", text="Fighters in Mali.")

    assert (sahel.canonical, sahel.country, sahel.finding) == ("Sahel", None, None)


def test_words_that_name_nothing_make_no_finding(resolve: Resolve) -> None:
    assert resolve("the town", text=IRAQ).finding is None
    assert resolve("Nowhereabad", text=IRAQ).finding == "place-unknown"


def test_an_empty_context_is_allowed(gazetteer: GeoNames) -> None:
    here = gazetteer.resolve("Baghdad", relation=None, within=(), context=PlaceContext())

    assert here.country == "IRQ"
