"""The map of the first page tells of each municipality which region it is in."""

import pytest

from kansrijk_cli.cli.site.building import planned
from tests.output.site.building import Site, of_repository, page, plain_formats
from tests.output.site.reading import Element
from tests.workspaces import ROOT


def the_map(site: Site) -> Element:
    [found] = page(site, "index.html").one("figure").all("svg")
    return found


def texts(picture: Element) -> list[str]:
    return [t.text for t in picture.all("text")]


def fills(picture: Element) -> dict[str, str]:
    """By what pointing at a shape tells how it is filled."""
    return {p.one("title").text: p.attrs["fill"] for p in picture.all("path") if p.all("title")}


def test_every_region_has_its_own_pattern_in_the_legend() -> None:
    picture = the_map(of_repository())
    shown = fills(picture)
    regions = (
        "Eindhoven-De Kempen",
        "Gelderland-Midden",
        "Gelderse Vallei",
        "Noord- en Midden-Limburg",
        "Rivierenland",
    )
    assert {name for name in shown if ":" not in name} == set(regions)
    legend = texts(picture)
    for name in (*regions, "Gelderland-Midden en Gelderse Vallei"):
        assert name in legend
    assert [box for box in picture.all("rect") if box.attrs.get("width") == "16"]
    assert len({shown[name] for name in regions}) == len(regions)


def test_letters_stand_for_municipalities_only() -> None:
    told = texts(the_map(of_repository()))
    letters = [text for text in told if len(text) == 1]
    assert sorted(set(letters)) == ["A", "B", "C"]
    entries = [text for text in told if text.endswith(": Gelderland-Midden en Gelderse Vallei")]
    assert [entry.split(":")[0] for entry in entries] == ["Barneveld", "Scherpenzeel", "Wageningen"]
    # The name of a region is in the legend, even when it does not fit on its land.
    assert told.count("Gelderse Vallei") == 1


def test_no_region_is_white() -> None:
    shown = fills(the_map(of_repository()))
    assert {"#ffffff", "#fff"}.isdisjoint(fill.lower() for fill in shown.values())


def test_what_regions_share_says_which_regions() -> None:
    shown = fills(the_map(of_repository()))
    shared = {name: fill for name, fill in shown.items() if ":" in name}
    assert set(shared) == {
        f"{name}: Gelderland-Midden en Gelderse Vallei"
        for name in ("Barneveld", "Ede", "Scherpenzeel", "Wageningen")
    }
    [pattern] = set(shared.values())
    assert pattern not in {fill for name, fill in shown.items() if ":" not in name}


def test_who_does_not_see_it_hears_it() -> None:
    told = the_map(of_repository()).one("desc").text
    assert told.startswith("Kaart met de regio's: Eindhoven-De Kempen; Gelderland-Midden; ")
    assert "Wageningen (Gelderland-Midden en Gelderse Vallei)" in told


def test_with_more_regions_than_patterns_names_tell_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kansrijk_cli.output.site.pages.regions_map.OWN", ("level-1", "dots"))
    last = planned(ROOT / "data", plain_formats).steps[-1]
    picture = the_map(dict(last.make()))
    told = fills(picture)
    assert "Ede: Gelderland-Midden en Gelderse Vallei" in told
    assert {"Eindhoven-De Kempen", "Rivierenland"} <= told.keys()
    # A legend in which a pattern means two things would mislead.
    assert not [box for box in picture.all("rect") if box.attrs.get("width") == "16"]
