"""The map of a region: borders, labels, shades, and municipalities that are not on it."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from kansrijk_cli.reports.pictures import MapPlace, Part, RegionMap, Shade
from tests.output.pictures.drawings import CODES, SVG, drawn, elements, region_map, texts

PLAIN = Shade("level-1", None)


def made(*places: MapPlace) -> list[str]:
    """The texts of a map."""
    return [t.text for t in texts(drawn("map", RegionMap("Kaart", places, ())))]


def shapes(data: RegionMap) -> dict[str, ET.Element]:
    """The outlines by what pointing at them tells."""
    found = {}
    for path in elements(drawn("map", data)).iter(f"{SVG}path"):
        told = path.find(f"{SVG}title")
        if told is not None:
            found[told.text or ""] = path
    return found


def test_every_municipality_is_drawn_in_its_shade() -> None:
    found = shapes(region_map())
    assert found["Ede: 0"].get("fill") == "#ffffff"
    assert found["Renswoude: 2"].get("fill") == "url(#plan-map-level-2)"
    assert found["Rhenen: onbekend"].get("fill") == "url(#plan-map-unknown)"


def test_neighbours_share_their_border() -> None:
    found = shapes(region_map())
    ede, renswoude = (
        set(re.split("[MLz]+", found[name].attrib["d"])) - {""}
        for name in ("Ede: 0", "Renswoude: 2")
    )
    assert len(ede & renswoude) >= 5


def test_a_municipality_of_several_parts_is_one_shape_with_all_of_them() -> None:
    place = MapPlace("Altena", "GM1959", PLAIN)
    [path] = shapes(RegionMap("Kaart", (place,), ())).values()
    assert path.get("fill-rule") == "evenodd"
    assert path.attrib["d"].count("M") == path.attrib["d"].count("z") >= 1


def test_a_name_stands_on_the_map_or_in_the_list_with_its_letter() -> None:
    told = [t.text for t in texts(drawn("map", region_map()))]
    for name in (*CODES, "Barneveld"):
        listed = [text for text in told if text.startswith(f"{name}: ")]
        assert (name in told) != bool(listed), name
    letters = [text for text in told if re.fullmatch("[A-Z]", text)]
    # Each letter on the map and in the list.
    assert sorted(letters) == sorted(2 * letters[: len(letters) // 2])


def test_a_number_stands_by_its_name() -> None:
    told = [t.text for t in texts(drawn("map", region_map()))]
    assert told[told.index("Ede") + 1] == "0"


def test_only_shades_that_are_used_are_explained() -> None:
    data = region_map()
    extra = Shade("level-3", "nergens")
    told = [t.text for t in texts(drawn("map", replace(data, shades=(*data.shades, extra))))]
    assert {"0", "1 - 2", "3", "onbekend", "met een coalitie"} <= set(told)
    assert "nergens" not in told


def test_whose_map_it_is() -> None:
    [told] = {t for t in made(MapPlace("Ede", "GM0228", PLAIN)) if t.startswith("Kaart: ")}
    assert "Kadaster / Centraal Bureau voor de Statistiek, 2023" in told
    assert "CC BY 4.0" in told


def test_what_is_not_on_the_map_is_told() -> None:
    found = made(
        MapPlace("Ede", "GM0228", PLAIN),
        MapPlace("Haaren", "GM0788", PLAIN, others=("Boxtel", "Vught")),
        MapPlace("Nergens", None, PLAIN),
    )
    assert "Niet op de kaart van 2023: Haaren (nu Boxtel en Vught); Nergens." in found


def test_without_any_outline_there_is_no_map_of_others() -> None:
    told = made(MapPlace("Nergens", None, PLAIN))
    assert told == ["Kaart", "Niet op de kaart van 2023: Nergens."]


def test_a_newer_municipality_is_drawn_as_what_it_was_made_of() -> None:
    parts = (Part("Ede", "GM0228"), Part("Rhenen", "GM0340"), Part("Veel ouder", "GM0001"))
    told = made(MapPlace("Nieuw", "GM9998", PLAIN, parts=parts))
    assert "Nieuw is getekend met de grenzen van 2023: Ede en Rhenen." in told


def test_a_municipality_that_grew_has_the_land_of_both() -> None:
    alone = MapPlace("Ede", "GM0228", PLAIN)
    grown = replace(alone, parts=(Part("Rhenen", "GM0340"),))
    counts = [
        sum(path.attrib["d"].count("M") for path in shapes(RegionMap("Kaart", (p,), ())).values())
        for p in (alone, grown)
    ]
    assert counts[1] > counts[0]


def test_a_part_that_is_named_twice_is_no_hole() -> None:
    alone = MapPlace("Ede", "GM0228", PLAIN)
    twice = replace(alone, parts=(Part("Ede", "GM0228"),))
    [one], [other] = (shapes(RegionMap("Kaart", (p,), ())).values() for p in (alone, twice))
    assert one.attrib["d"] == other.attrib["d"]


def test_a_municipality_that_is_over_says_so() -> None:
    told = made(MapPlace("Ede", "GM0228", PLAIN, until=date(2026, 12, 31)))
    assert "Ede bestond tot en met 31 december 2026." in told


def test_a_plain_map_has_no_legend() -> None:
    told = made(MapPlace("Ede", "GM0228", PLAIN))
    assert told[:2] == ["Kaart", "Ede"]


def test_two_of_one_name_each_have_their_own_land() -> None:
    data = RegionMap(
        "Kaart", (MapPlace("X", "GM0228", PLAIN, "1"), MapPlace("X", "GM0340", PLAIN, "2")), ()
    )
    assert shapes(data)["X: 1"].get("d") != shapes(data)["X: 2"].get("d")
