"""The page of a municipality: what all its regions say of it, and nothing added up."""

from functools import cache

import pytest

from tests.output.site.building import Site, made_of, of_repository, page, source_line
from tests.output.site.reading import Element, cell, rows, table
from tests.output.site.story import FILES

EDE, RHENEN = "gemeente/ede.html", "gemeente/rhenen.html"
LACKING = "Wat er niet is of is gestopt, en wie het wel heeft"
PLACES = "Op een plek in de gemeente, of in een groter gebied"
REGIONAL = "Voor de hele regio"
UNKNOWN = "Waarvan niet bekend is of het er is, en wie het wel heeft"


@cache
def site() -> Site:
    return made_of(FILES)


def ede() -> Element:
    return page(site(), EDE)


def test_every_municipality_has_a_page_under_a_plain_name() -> None:
    found = {name for name in site() if name.startswith("gemeente/")}
    names = ("ede", "rhenen", "veenendaal", "vught", "s-hertogenbosch", "index")
    assert found == {f"gemeente/{name}.html" for name in names}


def test_it_belongs_to_all_its_regions() -> None:
    assert "Ede hoort bij De Buren en Voorbeeld." in ede().one("main").text
    assert "Tel aantallen en bedragen van regio's daarom niet bij elkaar op." in ede().text
    assert "niet bij elkaar op" not in page(site(), RHENEN).text


class TestOffer:
    def test_regions_that_contradict_each_other_are_told_apart(self) -> None:
        found = table(ede(), "Waar de regio's elkaar tegenspreken")
        assert [row[:3] for row in rows(found)] == [
            ["GIZ-methodiek", "De Buren", "niet aanwezig"],
            ["GIZ-methodiek", "Voorbeeld", "actief"],
        ]
        there = table(ede(), "Wat er is, begint of komt")
        assert "GIZ-methodiek" not in there.text

    def test_without_a_contradiction_there_is_no_such_part(self) -> None:
        assert "spreken elkaar tegen" not in page(site(), RHENEN).text

    def test_what_is_there_by_each_region(self) -> None:
        there = table(ede(), "Wat er is, begint of komt")
        assert [row[:3] for row in rows(there)] == [
            ["Babycafé", "Voorbeeld", "actief"],
            ["VoorZorg", "De Buren", "actief"],
            ["VoorZorg", "Voorbeeld", "gepland"],
        ]

    def test_a_status_leads_to_the_line_that_says_it(self) -> None:
        there = table(ede(), "Wat er is, begint of komt")
        lines = [
            source_line(site(), EDE, r.all("td")[1].links[0]) for r in there.one("tbody").all("tr")
        ]
        assert lines == [
            "babycafe: active",
            "voorzorg: active",
            "voorzorg: {status: planned, period: from 2026}",
        ]

    def test_an_assumption_says_so(self) -> None:
        there = table(page(site(), RHENEN), "Wat er is, begint of komt")
        assert rows(there) == [["GIZ-methodiek", "actief (aanname)"]]

    def test_what_lacks_is_not_what_is_unknown(self) -> None:
        rhenen = page(site(), RHENEN)
        assert [row[0] for row in rows(table(rhenen, LACKING))] == ["VoorZorg"]
        assert [row[0] for row in rows(table(rhenen, UNKNOWN))] == ["Babycafé"]

    def test_the_nearest_that_has_it_is_named_with_its_region(self) -> None:
        asked = cell(table(page(site(), RHENEN), LACKING), "VoorZorg", "Vraag het aan")
        # Nobody in the own region has it, so another region is asked.
        assert asked.text == "Ede (afstand niet bekend, De Buren)"
        assert asked.links == ["./ede.html"]

    def test_what_only_one_region_describes_is_not_asked_of_another(self) -> None:
        asked = cell(table(page(site(), RHENEN), UNKNOWN), "Babycafé", "Vraag het aan")
        assert asked.text == "Ede (afstand niet bekend)"

    def test_places_in_the_municipality(self) -> None:
        found = table(ede(), PLACES)
        assert rows(found) == [["VoorZorg", "Praktijk Noord", "Voorbeeld", "in opstart"]]
        assert "Praktijk Noord" not in page(site(), RHENEN).text


INTERVENTIONS = "regions/voorbeeld/interventions.yaml"


def with_offer(before: str, after: str) -> Site:
    """The story with another offer."""
    text = str(FILES[INTERVENTIONS])
    assert before in text
    return made_of({**FILES, INTERVENTIONS: text.replace(before, after)})


def with_row(row: str) -> Site:
    """The story with a row of deployments more."""
    return with_offer("  Praktijk Noord:", f"{row}\n  Praktijk Noord:")


def told_about(found: Element, name: str) -> list[str]:
    """The captions of the tables with a row about an intervention."""
    return [
        t.one("caption").text
        for t in found.all("table")
        if any(row[0].startswith(name) for row in rows(t))
        and t.one("caption").text != "Wie waarover gaat"
    ]


class TestOnce:
    """Each thing is told in one place, and no two sentences contradict each other."""

    def test_what_the_whole_region_has_is_not_nothing(self) -> None:
        venlo = page(of_repository(), "gemeente/venlo.html")
        assert len(rows(table(venlo, REGIONAL))) == 11
        assert "Van geen enkele interventie is bekend" not in venlo.text
        assert "Voor Venlo zelf noemen de gegevens nog niets." in venlo.text
        assert "zeggen de gegevens niet of het ook in Venlo zelf is" in venlo.text

    def test_what_runs_in_another_region_is_not_unknown_as_well(self) -> None:
        found = page(of_repository(), EDE)
        assert told_about(found, "Zorgpaden") == [REGIONAL]
        assert told_about(found, "MDO Kansrijke Start") == [UNKNOWN]

    @pytest.mark.parametrize("address", ["eindhoven", "veenendaal", "tiel", "arnhem", "ede"])
    def test_in_every_region(self, address: str) -> None:
        found = page(of_repository(), f"gemeente/{address}.html")
        offered = [t for t in found.all("table") if "Interventie" in t.one("thead").text]
        names = [row[0] for t in offered for row in rows(t)]
        assert len(names) == len(set(names))

    def test_nothing_at_all_is_said_plainly(self) -> None:
        assert "Van geen enkele interventie is bekend dat zij er is." in (
            page(of_repository(), "gemeente/tiel.html").text
        )

    def test_what_a_region_says_of_the_municipality_goes_before_all_of_it(self) -> None:
        made = with_row("  Voorbeeld: {voorzorg: active}")
        assert told_about(page(made, RHENEN), "VoorZorg") == [LACKING]
        assert told_about(page(made, "gemeente/veenendaal.html"), "VoorZorg") == [REGIONAL]

    def test_who_lacks_it_hears_that_it_runs_around_the_corner(self) -> None:
        text = str(FILES[INTERVENTIONS]).replace("babycafe: active", "babycafe: none")
        made = made_of(
            {**FILES, INTERVENTIONS: text.replace("voorzorg: starting", "babycafe: active")}
        )
        asked = cell(table(page(made, EDE), LACKING), "Babycafé", "Vraag het aan")
        assert asked.text == "Praktijk Noord (daar is het wel)"

    def test_what_is_over_at_a_place_is_not_there(self) -> None:
        made = with_offer("    voorzorg: starting", "    giz: ended")
        found = page(made, EDE)
        assert PLACES not in [t.one("caption").text for t in found.all("table")]
        assert cell(table(found, LACKING), "GIZ-methodiek (Praktijk Noord)", "Stand").text == (
            "gestopt"
        )

    def test_a_period_that_is_over_counts(self) -> None:
        made = with_row("  Voorbeeld: {voorzorg: {status: active, period: until 2020}}")
        assert told_about(page(made, RHENEN), "VoorZorg") == [LACKING]

    def test_what_is_everywhere_in_the_region_is_in_the_municipality(self) -> None:
        made = with_row("  Voorbeeld: {prenataal-huisbezoek: {status: active, everywhere: true}}")
        found = page(made, "gemeente/veenendaal.html")
        assert told_about(found, "Prenataal huisbezoek") == ["Wat er is, begint of komt"]
        there = cell(table(found, "Wat er is, begint of komt"), "Prenataal huisbezoek", "Opmerking")
        assert there.text == "Voorbeeld"


class TestMoney:
    def test_lines_of_its_own_and_its_part_by_the_key_of_the_plan(self) -> None:
        own = table(ede(), "Regels van de begroting voor alleen Ede")
        assert rows(own) == [["Zaalhuur Ede", "Begroting 2025, Voorbeeld 2025", "€ 3.000"]]
        part = table(ede(), "Het deel van Ede volgens de verdeelsleutel van het plan")
        # 9.000 over three municipalities, and the 3.000 that are for Ede alone.
        assert cell(part, "Totaal", "Deel van de gemeente").text == "€ 6.000"
        other = table(
            page(site(), RHENEN), "Het deel van Rhenen volgens de verdeelsleutel van het plan"
        )
        assert cell(other, "Totaal", "Deel van de gemeente").text == "€ 3.000"

    def test_amounts_lead_to_their_lines(self) -> None:
        part = table(ede(), "Het deel van Ede volgens de verdeelsleutel van het plan")
        [whole] = cell(part, "Totaal", "Hele bedrag").links
        [share] = cell(part, "Totaal", "Deel van de gemeente").links
        assert "total: true, amount: 12000" in source_line(site(), EDE, whole)
        assert source_line(site(), EDE, share) == "key: equal"


class TestPlans:
    def test_what_is_asked_here_and_reached(self) -> None:
        found = table(ede(), "Doelen in Ede")
        assert rows(found) == [
            ["GIZ in elke gemeente", "Voorbeeld 2026", "aanwezig", "ja", "genoeg"]
        ]
        [line] = cell(found, "GIZ in elke gemeente", "Bereikt").links
        assert source_line(site(), EDE, line).startswith("giz: {status: active")

    def test_a_number_of_persons_that_is_too_small(self) -> None:
        without_2026 = {k: v for k, v in FILES.items() if "/2026/" not in k}
        rhenen = page(made_of(without_2026), RHENEN)
        found = table(rhenen, "Doelen in Rhenen")
        assert cell(found, "Trajecten VoorZorg", "Bereikt").text.startswith(
            "niet getoond (privacy)"
        )

    def test_what_happens_there_and_what_waits_for_it(self) -> None:
        assert [row[0] for row in rows(table(ede(), "Wat de plannen hier doen"))] == [
            "Scholing van verwijzers",
            "Start in Ede",
        ]
        assert [row[0] for row in rows(table(ede(), "Wat op de gemeente wacht"))] == [
            "Start in Ede",
            "Akkoord met de begroting, Ede",
        ]
        assert "Wat op de gemeente wacht" not in page(site(), RHENEN).text

    @pytest.mark.parametrize(
        ("name", "coalition", "about"),
        [
            ("maasdriel", "Coalitie Kansrijke Start Bommelerwaard", "Maasdriel en Zaltbommel"),
            ("veenendaal", "Coalitie Kansrijke Start Veenendaal", "Veenendaal"),
            ("bladel", "Lokale coalitie Bladel", "Bladel"),
        ],
    )
    def test_a_coalition_without_a_lead_is_asked_itself(
        self, name: str, coalition: str, about: str
    ) -> None:
        found = table(page(of_repository(), f"gemeente/{name}.html"), "Wie waarover gaat")
        assert cell(found, coalition, "Waarover").text == f"wat de partners samen doen in {about}"

    def test_one_that_is_over_is_not(self) -> None:
        coalitions = "regions/voorbeeld/coalitions.yaml"
        text = str(FILES[coalitions]).replace("    lead: Ede\n", "")
        told = [made_of({**FILES, coalitions: t}) for t in (text, text.replace("active", "ended"))]
        asked = [table(page(one, EDE), "Wie waarover gaat").text for one in told]
        assert ["Coalitie Ede" in one for one in asked] == [True, False]

    def test_who_only_published_something_is_not_asked(self) -> None:
        for name in ("tiel", "maasdriel"):
            section = page(of_repository(), f"gemeente/{name}.html").one(
                "section", aria_labelledby="wie-kan-ik-vragen"
            )
            assert "Mura" not in section.text

    def test_whom_to_ask(self) -> None:
        assert rows(table(ede(), "Wie waarover gaat")) == [
            ["GGD", "GIZ-methodiek, Scholing van verwijzers", "Voorbeeld"],
            ["Stuurgroep", "Regionale coalitie", "Voorbeeld"],
            ["Ede", "Coalitie Ede, Start in Ede", "Voorbeeld"],
        ]


def test_people_with_the_line_of_the_catalogue() -> None:
    text = page(of_repository(), EDE).one("main").text
    assert "waren er 123.532 inwoners" in text
    [line] = [link for link in page(of_repository(), EDE).links if "population.yaml" in link][:1]
    assert "123532" in source_line(of_repository(), EDE, line)


@pytest.mark.parametrize(
    "name", ["gemeente/bergen-l.html", "gemeente/nuenen-gerwen-en-nederwetten.html"]
)
def test_names_that_are_hard_to_write(name: str) -> None:
    assert name in of_repository()
