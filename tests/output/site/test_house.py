"""The house style of a region: on its own pages, and readable there."""

import pytest

from kansrijk_cli.compute.contrast import READABLE, contrast
from kansrijk_cli.output.documents.style import Asset, Style
from kansrijk_cli.output.site.house import TINT, house, readable
from tests.output.site.building import Site, made_of, of_all_fields, page, target
from tests.output.site.reading import read
from tests.output.site.story import FILES

STYLE = "accent: '#7a1f5c'\nfonts: [Verdana]\nfooter: Samen voor Voorbeeld\n"
HERE = "regio/voorbeeld/"


@pytest.fixture(scope="module")
def site() -> Site:
    return made_of({**FILES, "regions/voorbeeld/style.yaml": STYLE})


def test_every_page_of_the_region_and_no_other(site: Site) -> None:
    dressed = {
        name
        for name, content in site.items()
        if name.endswith(".html")
        and "/bestanden/" not in name
        and any(link.attrs["href"].endswith("huisstijl.css") for link in read(content).all("link"))
    }
    own = {n for n in site if n.startswith(HERE) and n.endswith(".html") and "bestanden" not in n}
    assert dressed == own
    assert len(own) > 8
    for name in own:
        sheets = [target(name, link.attrs["href"])[0] for link in page(site, name).all("link")[1:]]
        # After that of the site, so that it wins.
        assert sheets == ["stijl.css", f"{HERE}huisstijl.css"]
        assert "Samen voor Voorbeeld" in page(site, name).one("footer").text
    assert "Samen voor Voorbeeld" not in page(site, "gemeente/ede.html").text


def test_colour_and_letters(site: Site) -> None:
    style = site[f"{HERE}huisstijl.css"].decode()
    assert "--accent: #7a1f5c;" in style
    assert '--fonts: "Verdana", sans-serif;' in style


def test_pictures_have_them_as_well(site: Site) -> None:
    [picture] = page(site, f"{HERE}index.html").all("svg")
    assert picture.attrs["font-family"].startswith("'Verdana', ")
    other = page(site, "regio/buren/index.html")
    assert "Verdana" not in str([svg.attrs for svg in other.all("svg")])
    assert not [link for link in other.all("link") if "huisstijl" in link.attrs["href"]]


def test_the_logo_is_a_file_beside_the_pages_with_its_text() -> None:
    site = of_all_fields()
    name = next(n for n in site if n.endswith("/aanbod.html"))
    [logo] = page(site, name).one("main").all("img")
    assert logo.attrs["alt"] != ""
    assert target(name, logo.attrs["src"])[0] in site


def test_the_bytes_of_the_logo_are_those_of_the_file() -> None:
    logo = Asset(".png", b"\x89PNG")
    made = house("hier", Style(logo=logo, logo_text="Hier"))
    assert dict(made.files())["regio/hier/logo.png"] == b"\x89PNG"


@pytest.mark.parametrize("colour", ["#0b5563", "#7a1f5c", "#000000"])
def test_a_colour_that_reads_well_stays(colour: str) -> None:
    assert readable(colour) == colour


# Just enough on white, too little on white, and nothing at all.
@pytest.mark.parametrize("colour", ["#767676", "#008545", "#e88a1a", "#ffffff"])
def test_a_colour_that_is_too_light_on_grey_becomes_darker(colour: str) -> None:
    assert contrast(colour, TINT) < READABLE
    assert contrast(readable(colour), TINT) >= READABLE
