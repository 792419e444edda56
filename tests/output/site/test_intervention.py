"""The page of an intervention: what it is, where it is, and whom to ask."""

from functools import cache

from tests.output.site.building import Site, made_of, of_all_fields, page, source_line, target
from tests.output.site.reading import cell, rows, table
from tests.output.site.story import FILES
from tests.workspaces import Files

VOORZORG, GIZ = "interventie/voorzorg.html", "interventie/giz.html"


@cache
def site() -> Site:
    return made_of(FILES)


def test_of_the_catalogue_one_page_and_of_a_region_one_in_its_name() -> None:
    found = {name for name in site() if name.startswith("interventie/")}
    assert found == {
        "interventie/index.html",
        GIZ,
        VOORZORG,
        "interventie/prenataal-huisbezoek.html",
        "interventie/voorbeeld/babycafe.html",
    }


def test_the_same_id_in_two_regions_is_not_the_same_thing() -> None:
    files: Files = {
        **FILES,
        "regions/buren/interventions.yaml": """\
source: folder
interventions: [{id: babycafe, name: Café voor baby's, kind: process}]
deployments: {Vught: {babycafe: active}}
""",
    }
    made = made_of(files)
    own, other = (page(made, f"interventie/{r}/babycafe.html") for r in ("voorbeeld", "buren"))
    assert own.one("h1").text == "Babycafé"
    assert other.one("h1").text == "Café voor baby's"
    assert "Vught" not in own.one("main").text
    ede = table(page(made, "gemeente/ede.html"), "Wat er is, begint of komt")
    assert cell(ede, "Babycafé", "Stand").text == "actief"


def test_what_it_is() -> None:
    text = page(site(), VOORZORG).one("main").text
    assert "Soort interventie" in text
    assert "Ook genoemd Voorzorg" in text
    [link] = [x for x in page(site(), VOORZORG).links if "catalog" in x][-1:]
    assert source_line(site(), VOORZORG, link).startswith("- {id: voorzorg")


def test_counts_by_region_lead_to_how_they_came_about() -> None:
    found = table(page(site(), GIZ), "In hoeveel gemeenten van elke regio")
    assert rows(found) == [["De Buren", "", "1", "2", "3"], ["Voorbeeld", "2", "", "1", "3"]]
    [link] = cell(found, "Voorbeeld", "actief").links
    address, anchor = target(GIZ, link)
    note = page(site(), address).one("li", id=anchor)
    assert note.text.startswith("GIZ-methodiek: interventions.yaml regel 6, 10")
    assert "niet bij elkaar op" in page(site(), GIZ).text


def test_where_something_is_known_and_where_not() -> None:
    known = table(page(site(), VOORZORG), "Gemeenten waarvan iets bekend is")
    assert [row[:4] for row in rows(known)] == [
        ["Ede", "De Buren", "actief", ""],
        ["Vught", "De Buren", "actief", ""],
        ["Ede", "Voorbeeld", "gepland", "vanaf 2026"],
        ["Rhenen", "Voorbeeld", "niet aanwezig", ""],
    ]
    unknown = table(page(site(), VOORZORG), "Gemeenten waarvan het niet bekend is")
    assert rows(unknown) == [["De Buren", "'s-Hertogenbosch"], ["Voorbeeld", "Veenendaal"]]
    elsewhere = table(page(site(), VOORZORG), "Op andere plekken")
    assert rows(elsewhere) == [["Praktijk Noord", "Voorbeeld", "in opstart"]]


def test_targets_of_the_newest_plan() -> None:
    found = table(page(site(), GIZ), "Doelen")
    assert [row[:4] for row in rows(found)] == [
        ["GIZ in elke gemeente", "Voorbeeld 2026", "3 gemeenten", "minstens 2"]
    ]
    # VoorZorg is only in the plan before it.
    assert "Trajecten" not in page(site(), VOORZORG).one("main").text


def test_whom_to_ask() -> None:
    assert rows(table(page(site(), GIZ), "Wie waarover gaat")) == [["GGD", "Ede", "Voorbeeld"]]
    assert "Vraag het aan een gemeente waar het actief is" in page(site(), VOORZORG).text


def test_an_intervention_that_nobody_has() -> None:
    files = {n: t for n, t in FILES.items() if n != "regions/buren/interventions.yaml"}
    text = page(made_of(files), "interventie/prenataal-huisbezoek.html").one("main").text
    assert "Geen enkele regio op deze site heeft hier iets over ingevuld." in text


def test_what_it_costs() -> None:
    name = "regions/voorbeeld/2025/budgets.yaml"
    budget = str(FILES[name]).replace("{id: uren, title: Uren,", "{id: uren, intervention: giz,")
    made = made_of({**FILES, name: budget})
    found = table(page(made, GIZ), "Regels van begrotingen")
    assert rows(found) == [["GIZ-methodiek", "Begroting 2025, Voorbeeld 2025", "€ 9.000"]]
    [line] = cell(found, "GIZ-methodiek", "Bedrag").links
    assert "amount: 9000" in source_line(made, GIZ, line)


def test_everything_that_can_be_filled_in() -> None:
    found = [
        content.decode()
        for name, content in of_all_fields().items()
        if name.startswith("interventie/")
    ]
    for said in ("Erkend door", "Geldig tot en met", "Wat is afgesproken?", "Meer lezen"):
        assert any(said in text for text in found), said
