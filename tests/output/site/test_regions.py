"""The pages of a region: matrix, targets, money, planning, changes and what can be taken along."""

import json
from functools import cache

from tests.output.site.building import Site, made_of, of_repository, page, source_line, target
from tests.output.site.reading import Element, cell, rows, table
from tests.output.site.story import FILES

HERE = "regio/voorbeeld"
LIMBURG = "regio/noord-en-midden-limburg"


@cache
def site() -> Site:
    return made_of(FILES)


def menu(found: Element) -> list[str]:
    """The pages beside a page."""
    [nav] = [n for n in found.all("nav") if n.attrs.get("class", "").startswith("beside")]
    return [a.text for a in nav.all("a")]


class TestPages:
    def test_only_what_there_is_something_to_tell_of(self) -> None:
        assert menu(page(site(), f"{HERE}/index.html")) == [
            "Overzicht",
            "Aanbod",
            "Plan 2026",
            "Doelen",
            "Planning",
            "Wijzigingen",
            "Downloads",
        ]
        assert menu(page(site(), f"{HERE}/2025/doelen.html")) == [
            "Overzicht",
            "Aanbod",
            "Plan 2025",
            "Doelen",
            "Geld",
            "Planning",
            "Downloads",
        ]
        assert menu(page(site(), "regio/buren/index.html")) == ["Overzicht", "Aanbod"]

    def test_a_region_without_a_plan_says_so(self) -> None:
        assert "Er is nog geen plan dat openbaar is." in page(site(), "regio/buren/index.html").text

    def test_an_assumption_about_its_municipalities_is_told_with_why(self) -> None:
        text = page(site(), f"{HERE}/index.html").text
        assert "3 gemeenten (aanname)" in text
        assert "De bron noemt alleen het aantal." in text

    def test_sources_can_be_followed(self) -> None:
        found = table(page(site(), f"{HERE}/index.html"), "Documenten waar de gegevens uit komen")
        assert "https://example.org/werkagenda" in found.links


class TestMatrix:
    def test_a_cell_leads_to_the_line_that_says_it(self) -> None:
        address = f"{HERE}/aanbod.html"
        matrix = table(page(site(), address), "Aanbod in de 3 gemeenten")
        [link] = cell(matrix, "Ede", "GIZ-methodiek").links
        assert source_line(site(), address, link).startswith("giz: {status: active")
        assert cell(matrix, "Rhenen", "GIZ-methodiek").text == "ja (aanname)"
        # Nothing says anything of an empty cell.
        assert cell(matrix, "Veenendaal", "GIZ-methodiek").text == "?"
        assert cell(matrix, "Veenendaal", "GIZ-methodiek").links == []

    def test_nothing_in_a_complete_list_leads_to_what_says_that_it_is_complete(self) -> None:
        name = "regions/buren/interventions.yaml"
        files = {**FILES, name: f"inventory: {{complete: true, on: 2025-01-01}}\n{FILES[name]!s}"}
        made, address = made_of(files), "regio/buren/aanbod.html"
        matrix = table(page(made, address), "Aanbod in de 3 gemeenten")
        empty = cell(matrix, "Vught", "GIZ-methodiek")
        assert empty.text == "nee"
        assert "complete: true" in source_line(made, address, empty.links[0])


class TestTargets:
    def test_figures_lead_to_how_they_came_about_and_so_to_the_data(self) -> None:
        address = f"{HERE}/2026/doelen.html"
        found = page(site(), address)
        reached = cell(
            table(found, "Doelen naast wat is waargenomen"), "GIZ in elke gemeente", "Bereikt"
        )
        assert reached.text == "minstens 2"
        note = found.one("li", id=target(address, reached.links[0])[1])
        assert source_line(site(), address, note.links[0]).startswith("giz: {status: active")

    def test_one_rule_is_told_once(self) -> None:
        found = page(of_repository(), "regio/gelderse-vallei/2025/doelen.html")
        told = [p.text for p in found.one("section", class_="notes").all("p")]
        assert len(told) == len(set(told)) > 3


class TestMoney:
    def test_amounts_lead_to_their_lines(self) -> None:
        address = f"{LIMBURG}/2024/geld.html"
        found = table(
            page(of_repository(), address), "Kosten van het jaarplan 2024: regels en totalen"
        )
        [link] = cell(found, "Programma regisseur", "Bedrag").links
        assert source_line(of_repository(), address, link) == "amount: 56400"
        [link] = cell(found, "Programma regisseur", "Fte").links
        assert source_line(of_repository(), address, link) == "fte: 0.44"

    def test_who_contributes_what_by_the_key_of_the_plan(self) -> None:
        found = table(
            page(site(), f"{HERE}/2025/geld.html"), "Begroting 2025: bijdrage per gemeente"
        )
        shares = [row[0] for row in rows(found)]
        assert shares == ["Ede", "Rhenen", "Veenendaal", "Samen"]
        assert cell(found, "Ede", "Totaal").text == "€ 6.000,00"
        assert "../../../gemeente/ede.html" in found.links

    def test_no_page_names_an_option_of_the_program(self) -> None:
        name = "regions/voorbeeld/2025/budgets.yaml"
        budget = (
            str(FILES[name])
            .replace("    key: equal\n", "")
            .replace("title: Uren, under: totaal,", "title: Uren, allocation: {key: equal},")
        )
        told = [
            page(made, f"{HERE}/2025/geld.html").one("main").text
            for made in (site(), made_of({**FILES, name: budget}))
        ]
        for text in told:
            assert "Wie draagt wat bij" in text
            assert "--" not in text
        assert "Niet verdeeld: Zaalhuur Ede. Het plan noemt er geen sleutel voor." in told[1]

    def test_what_computed_tables_say_is_explained(self) -> None:
        address = f"{LIMBURG}/2024/geld.html"
        notes = page(of_repository(), address).one("section", class_="notes")
        assert "Fte samen" in notes.text
        lines = {source_line(of_repository(), address, link) for link in notes.links}
        assert "fte: 0.44" in lines


class TestChanges:
    def test_the_plan_before_it_in_plain_words(self) -> None:
        found = page(site(), f"{HERE}/2026/wijzigingen.html")
        assert found.one("h1").text == "Wat is er veranderd van 2025 naar 2026"
        assert "Trajecten VoorZorg: vervallen" in found.text
        assert "ingrijpend" in found.text
        assert f"{HERE}/2025/wijzigingen.html" not in site()

    def test_a_change_leads_to_the_line(self) -> None:
        address = f"{HERE}/2026/wijzigingen.html"
        [new] = [li for li in page(site(), address).all("li") if li.text.startswith("Start in Ede")]
        assert source_line(site(), address, new.links[0]).startswith(
            "- {id: start, title: Start in Ede"
        )


class TestDownloads:
    def test_the_document_in_every_format_and_the_figures(self) -> None:
        address = f"{HERE}/2025/downloads.html"
        links = page(site(), address).one("main").links
        names = {target(address, link)[0].rsplit("/", 1)[1] for link in links}
        assert names == {
            "voorbeeld-2025-werkagenda.html",
            "voorbeeld-2025-werkagenda.md",
            *(
                f"{kind}.{form}"
                for kind in ("aanbod", "doelen", "geld")
                for form in ("csv", "json")
            ),
        }

    def test_numbers_for_a_spreadsheet_are_those_of_the_page(self) -> None:
        text = site()[f"{HERE}/2025/bestanden/geld.csv"].decode("utf-8-sig")
        assert "Uren;;9000" in text
        # Excel takes a file for UTF-8 only with this mark.
        assert site()[f"{HERE}/2025/bestanden/geld.csv"].startswith(b"\xef\xbb\xbf")

    def test_numbers_for_programs_have_their_schema(self) -> None:
        found = json.loads(site()[f"{HERE}/2025/bestanden/doelen.json"])
        assert found["schema"] == "kansrijk/targets/1"
        assert found["targets"][0]["achieved"]["municipalities"]["Rhenen"] is None

    def test_the_document_is_the_one_of_report(self) -> None:
        shown = page(site(), f"{HERE}/2025/plan.html")
        alone = page(site(), f"{HERE}/2025/bestanden/voorbeeld-2025-werkagenda.html")
        assert shown.one("h1").text == alone.one("h1").text == "Werkagenda 2025"
        for heading in alone.all("h2"):
            assert heading.text in [h.text for h in shown.all("h2")]
