"""What can be searched: names, with what else leads to them. How it searches is in tests/tools."""

import json
from functools import cache

from tests.output.site.building import Site, made_of, of_repository, page, target
from tests.output.site.story import FILES


@cache
def entries() -> dict[str, list[str]]:
    """The index by address."""
    return {entry[2]: entry for entry in index(made_of(FILES))}


def index(site: Site) -> list[list[str]]:
    script = site["zoekindex.js"].decode()
    start, _, rest = script.partition(" = ")
    assert start == "window.kansrijkIndex"
    found: list[list[str]] = json.loads(rest.rstrip().removesuffix(";"))
    return found


def test_every_region_municipality_and_intervention_can_be_found() -> None:
    site = of_repository()
    wanted = {
        name
        for name in site
        if name.startswith(("gemeente/", "interventie/"))
        or (name.startswith("regio/") and name.count("/") == 2)
    }
    wanted -= {"gemeente/index.html", "interventie/index.html"}
    assert wanted <= {entry[2] for entry in index(site)}


def test_everything_that_is_found_is_there() -> None:
    site = of_repository()
    assert {entry[2] for entry in index(site)} - set(site) == set()


def test_other_names_lead_to_it_as_well() -> None:
    assert "Den Bosch" in entries()["gemeente/s-hertogenbosch.html"][3]
    # A municipality that became part of another.
    assert "Haaren" in entries()["gemeente/vught.html"][3]
    assert "Voorzorg" in entries()["interventie/voorzorg.html"][3]


def test_a_kind_tells_things_with_one_name_apart() -> None:
    assert entries()["gemeente/ede.html"][:2] == ["Ede", "gemeente"]
    assert entries()["regio/voorbeeld/2026/doelen.html"][:2] == ["Voorbeeld: Doelen", "bladzijde"]


def test_without_scripts_there_are_lists_and_no_form() -> None:
    start = page(made_of(FILES), "index.html")
    assert "hidden" in start.one("form").attrs
    linked = {target("index.html", link)[0] for link in start.one("main").links}
    assert set(entries()) - {e for e in entries() if entries()[e][1] == "bladzijde"} <= linked


def test_what_the_search_says_is_in_the_page() -> None:
    form = page(made_of(FILES), "index.html").one("form")
    assert form.one("p", role="status").text == ""
    said = [form.attrs[f"data-{word}"] for word in ("none", "one", "many", "first")]
    assert all("{query}" in text for text in said)
