"""Places as articles name them: hard cases 45 to 49, and what the rules make of namesakes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.article import Article
from summarizer.checking.gazetteer import PlaceContext, Resolution, places_of
from summarizer.checking.gazetteer.resolver import GeoNames
from tests.checking.gazetteer.conftest import draft_with

Resolve = Callable[..., Resolution]
IRAQ = "Iraqi forces fought militants across Iraq, officials in Baghdad said."


def test_45_the_dateline_is_evidence_and_no_place(gazetteer: GeoNames) -> None:
    draft = draft_with([("Fallujah", None, ())], dateline="BAGHDAD")
    article = Article("BAGHDAD (AFP) – Fighting raged in Fallujah.")

    [[fallujah]] = places_of(draft, article, gazetteer)

    assert (fallujah.country, fallujah.admin1, fallujah.precision) == ("IRQ", "Anbar", "settlement")


def test_46_a_distance_keeps_the_towns_coordinates_unshifted(resolve: Resolve) -> None:
    near = resolve("Mosul", relation="20 km south of", text=IRAQ)
    there = resolve("Mosul", text=IRAQ)

    assert near.precision == "near_settlement"
    assert (near.latitude, near.longitude) == (there.latitude, there.longitude)
    assert "not shifted" in near.rule


def test_46_a_road_between_two_towns_is_a_road(resolve: Resolve) -> None:
    one = resolve("Hit", relation="on the road between", text=IRAQ)
    both = resolve("Hit and Haditha", relation="on the road between", text=IRAQ)

    assert (one.precision, one.country) == ("road", "IRQ")
    assert (both.precision, both.admin1, both.latitude) == ("road", "Anbar", None)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Lebanese troops were sent to Tripoli, in northern Lebanon.", "LBN"),
        ("Libyan militias fought in Tripoli, in Libya.", "LBY"),
    ],
)
def test_47_a_name_of_two_cities_is_the_one_of_the_article(resolve: Resolve, text: str, country: str) -> None:
    assert resolve("Tripoli", text=text).country == country


@pytest.mark.parametrize(
    "text",
    ["Gunmen fought in Tripoli.", "Libya and Lebanon spoke of Tripoli, Libyan and Lebanese diplomats said."],
)
def test_47_without_a_sign_it_stays_open_with_its_candidates(resolve: Resolve, text: str) -> None:
    tripoli = resolve("Tripoli", text=text)

    assert tripoli.precision == "ambiguous"
    assert (tripoli.canonical, tripoli.country, tripoli.latitude) == (None, None, None)
    assert {"Tripoli, Lebanon", "Tripoli, Libya (province)"} <= set(tripoli.candidates)
    assert len(tripoli.candidates) <= 5
    assert tripoli.finding == "place-ambiguous"


def test_47_a_province_is_no_town_of_its_name(resolve: Resolve) -> None:
    for name in ("Anbar", "Anbar province", "al-Anbar", "ANBAR"):
        anbar = resolve(name, text=IRAQ)
        assert (anbar.canonical, anbar.country, anbar.precision) == ("Anbar", "IRQ", "admin")


@pytest.mark.parametrize(
    "spellings",
    [
        ("Tel Afar", "Tal Afar", "Talafar", "Tall Afar"),
        ("al-Qaim", "Qaim", "Al Qa'im", "al-Ka'im"),
        ("Hawija", "al-Hawija", "Hawijah"),
    ],
)
def test_48_spellings_of_one_town_are_one_place(resolve: Resolve, spellings: tuple[str, ...]) -> None:
    found = {resolve(name, text=IRAQ).geonames_id for name in spellings}

    assert len(found) == 1 and None not in found


def test_48_so_are_those_of_deir_ez_zor(resolve: Resolve) -> None:
    text = "Syrian rebels and the Syrian army fought in Syria."
    names = ("Deir ez-Zor", "Deir al-Zor", "Deir al-Zour", "Deir Ezzor", "Dayr az Zawr", "دير الزور")

    assert {resolve(name, text=text).geonames_id for name in names} == {170794}


def test_49_origin_and_target_lie_in_their_own_countries(gazetteer: GeoNames) -> None:
    draft = draft_with([("Gaza", None, ()), ("Ashkelon", None, ())])
    article = Article("Rockets fired from Gaza hit Ashkelon, the Israeli army said. Israel blamed Hamas.")

    [[gaza, ashkelon]] = places_of(draft, article, gazetteer)

    assert (gaza.country, gaza.precision) == ("PSE", "admin")
    assert (ashkelon.country, ashkelon.precision) == ("ISR", "settlement")


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
