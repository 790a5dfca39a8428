"""Hard cases 45 to 49: places, looked up in the real gazetteer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.checking.gazetteer import Resolution
from summarizer.checking.gazetteer.resolver import GeoNames
from summarizer.schema import Report
from tests.checking.records import actor, operation, source
from tests.hard_cases.telling import derived, tell

Resolve = Callable[..., Resolution]
IRAQ = "Iraqi forces fought militants across Iraq, officials in Baghdad said."


def places(report: Report) -> list[str]:
    """Return what is known of each place: name, role, country, province, precision."""
    return [
        f"{place.name}, {place.role}: {place.country}, {place.admin1}, {place.precision}"
        for operation in report.operations
        for place in operation.places
    ]


def test_45_dateline_trap(gazetteer: GeoNames) -> None:
    """The dateline tells Iraq's Fallujah from others and is the place of nothing."""
    report = tell(
        "BAGHDAD (AFP) – Fighting raged in Fallujah.",
        [operation("O1", "clash", stage="ongoing", places=[{"name": "Fallujah", "role": "incident"}])],
        dateline="BAGHDAD",
        gazetteer=gazetteer,
    )
    assert (report.dateline, report.article.agency) == ("BAGHDAD", "AFP")
    assert places(report) == ["Fallujah, incident: IRQ, Anbar, settlement"]
    assert derived(report) == [
        "O1 reported_as_fact, sides none",
        "O1 toll null",
        "O1 ACLED Armed clash, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
    ]


def test_46_near_between_distance(gazetteer: GeoNames) -> None:
    """The words before a name are kept and decide the precision."""
    report = tell(
        "Iraqi rebels attacked a post 20 km south of Mosul. "
        "Gunmen in Iraq ambushed a convoy on the road between Hit and Haditha.",
        [
            operation(
                "O1",
                "armed_attack",
                "A1 initiator",
                places=[{"name": "Mosul", "role": "incident", "relation": "20 km south of"}],
            ),
            operation(
                "O2",
                "ambush",
                "A2 initiator",
                places=[{"name": "Hit and Haditha", "role": "incident", "relation": "on the road between"}],
                evidence=[2],
            ),
        ],
        actors=[
            actor("A1", "Iraqi rebels", "rebel_group", country="IRQ"),
            actor("A2", "Gunmen", "unidentified_armed_group", evidence=[2]),
        ],
        gazetteer=gazetteer,
    )
    assert [place.relation for row in report.operations for place in row.places] == [
        "20 km south of",
        "on the road between",
    ]
    assert places(report) == [
        "Mosul, incident: IRQ, Nineveh, near_settlement",
        "Hit and Haditha, incident: IRQ, Anbar, road",
    ]
    assert derived(report) == [
        "O1 reported_as_fact, sides A1",
        "O1 toll null",
        "O1 ACLED null, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "O2 reported_as_fact, sides A2",
        "O2 toll null",
        "O2 ACLED null, 0",
        "O2 UCDP null, null",
        "O2 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
    ]


def test_46_near_between_distance_keeps_the_towns_coordinates(resolve: Resolve) -> None:
    """Twenty kilometres south of a town is not computed: the town's coordinates, and a rule that says so."""
    near = resolve("Mosul", relation="20 km south of", text=IRAQ)
    there = resolve("Mosul", text=IRAQ)

    assert (near.latitude, near.longitude) == (there.latitude, there.longitude)
    assert "not shifted" in near.rule


def test_46_near_between_distance_of_one_town_on_a_road(resolve: Resolve) -> None:
    """A road named by one of its ends is a road; between two towns it has no coordinates."""
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
    ids=["Lebanon", "Libya"],
)
def test_47_ambiguous_toponym(resolve: Resolve, text: str, country: str) -> None:
    """A name of two cities is the one of the article."""
    assert resolve("Tripoli", text=text).country == country


@pytest.mark.parametrize(
    "text",
    ["Gunmen fought in Tripoli.", "Libya and Lebanon spoke of Tripoli, Libyan and Lebanese diplomats said."],
    ids=["no sign", "two signs"],
)
def test_47_ambiguous_toponym_stays_open(resolve: Resolve, text: str) -> None:
    """Without a sign it stays open, with its candidates."""
    tripoli = resolve("Tripoli", text=text)

    assert tripoli.precision == "ambiguous"
    assert (tripoli.canonical, tripoli.country, tripoli.latitude) == (None, None, None)
    assert {"Tripoli, Lebanon", "Tripoli, Libya (province)"} <= set(tripoli.candidates)
    assert len(tripoli.candidates) <= 5
    assert tripoli.finding == "place-ambiguous"


def test_47_ambiguous_toponym_is_flagged_in_the_report(gazetteer: GeoNames) -> None:
    """An open name is a finding on its place."""
    report = tell(
        "Gunmen fought in Tripoli.",
        [operation("O1", "clash", "A1 participant", places=[{"name": "Tripoli", "role": "incident"}])],
        actors=[actor("A1", "Gunmen", "unidentified_armed_group")],
        gazetteer=gazetteer,
    )
    assert derived(report) == [
        "O1 reported_as_fact, sides A1",
        "O1 toll null",
        "O1 ACLED Armed clash, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-firearms, GTD Armed Assault, MUC ACCOMPLISHED",
        "note place-ambiguous operations[0].places[0]",
    ]


@pytest.mark.parametrize("name", ["Anbar", "Anbar province", "al-Anbar", "ANBAR"])
def test_47_ambiguous_toponym_of_a_province(resolve: Resolve, name: str) -> None:
    """A province is no town of its name."""
    anbar = resolve(name, text=IRAQ)
    assert (anbar.canonical, anbar.country, anbar.precision) == ("Anbar", "IRQ", "admin")


@pytest.mark.parametrize(
    "spellings",
    [
        ("Tel Afar", "Tal Afar", "Talafar", "Tall Afar"),
        ("al-Qaim", "Qaim", "Al Qa'im", "al-Ka'im"),
        ("Hawija", "al-Hawija", "Hawijah"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_48_transliteration(resolve: Resolve, spellings: tuple[str, ...]) -> None:
    """Spellings of one town are one place."""
    found = {resolve(name, text=IRAQ).geonames_id for name in spellings}

    assert len(found) == 1 and None not in found


def test_48_transliteration_of_deir_ez_zor(resolve: Resolve) -> None:
    """So are those of Deir ez-Zor, the Arabic one too."""
    text = "Syrian rebels and the Syrian army fought in Syria."
    names = ("Deir ez-Zor", "Deir al-Zor", "Deir al-Zour", "Deir Ezzor", "Dayr az Zawr", "دير الزور")

    assert {resolve(name, text=text).geonames_id for name in names} == {170794}


def test_48_transliteration_keeps_the_variants(gazetteer: GeoNames) -> None:
    """Each mention keeps its spelling beside the one canonical name."""
    report = tell(
        "Iraqi troops attacked Tel Afar. Iraqi artillery shelled Talafar again.",
        [
            operation("O1", "offensive", "A1 initiator", places=[{"name": "Tel Afar", "role": "incident"}]),
            operation(
                "O2",
                "shelling",
                "A1 initiator",
                places=[{"name": "Talafar", "role": "incident"}],
                evidence=[2],
            ),
        ],
        actors=[actor("A1", "Iraqi troops", "state_military", aliases=["Iraqi artillery"], country="IRQ")],
        gazetteer=gazetteer,
    )
    mentions = [place for row in report.operations for place in row.places]
    assert [place.name for place in mentions] == ["Tel Afar", "Talafar"]
    assert len({(place.canonical, place.geonames_id) for place in mentions}) == 1
    assert derived(report) == [
        "O1 reported_as_fact, sides A1",
        "O1 toll null",
        "O1 ACLED Armed clash, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-heavy-weapons, GTD null, MUC ACCOMPLISHED",
        "O2 reported_as_fact, sides A1",
        "O2 toll null",
        "O2 ACLED Shelling/artillery/missile attack, 0",
        "O2 UCDP null, null",
        "O2 PLOVER ASSAULT-heavy-weapons, GTD Bombing/Explosion, MUC ACCOMPLISHED",
    ]


def test_49_origin_vs_target(gazetteer: GeoNames) -> None:
    """Origin and incident keep their roles and lie in their own countries."""
    report = tell(
        "Rockets fired from Gaza hit Ashkelon, the Israeli army said. Israel blamed Hamas.",
        [
            operation(
                "O1",
                "shelling",
                "A1 accused",
                means=["rocket"],
                places=[
                    {"name": "Gaza", "role": "origin"},
                    {"name": "Ashkelon", "role": "incident"},
                ],
                according_to=["S1"],
                evidence=[1, 2],
            )
        ],
        actors=[actor("A1", "Hamas", "rebel_group", evidence=[2])],
        sources=[source("S1", "the Israeli army", "military")],
        gazetteer=gazetteer,
    )
    assert places(report) == [
        "Gaza, origin: PSE, Gaza Strip, admin",
        "Ashkelon, incident: ISR, Southern District, settlement",
    ]
    assert derived(report) == [
        "O1 attributed, sides A1",
        "O1 toll null",
        "O1 ACLED Shelling/artillery/missile attack, 0",
        "O1 UCDP null, null",
        "O1 PLOVER ASSAULT-heavy-weapons, GTD Bombing/Explosion, MUC ACCOMPLISHED",
    ]
