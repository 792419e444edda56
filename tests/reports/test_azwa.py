"""The national format of the AZWA agenda (D5): every part stands in it, and nothing is made up.

`azwa/` holds a region that writes its agenda in the format. `KANSRIJK_UPDATE=1` writes the
snapshots again: read what changed before you keep it.
"""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from kansrijk_cli.model.norms import Norms
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.programmes import DocumentFormat, Programmes
from kansrijk_cli.output.documents.render import render
from kansrijk_cli.reports.context import Context
from kansrijk_cli.source.folder import Folder, Snapshot
from kansrijk_cli.workspace.defaults import default_data, default_templates
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.workspace import Workspace
from tests.cli.running import DATA, kansrijk
from tests.reports.reading import Table, chapter, headings, table_holding, tables
from tests.snapshots import check_snapshot
from tests.test_all_fields import folded, leaves, lines, of_document, visible

OWN = Path(__file__).parent / "azwa"
SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
KIND = "azwa-d5"
NML = ("noord-en-midden-limburg", 2024)
REGIONS = (
    NML,
    ("eindhoven-de-kempen", 2024),
    ("gelderse-vallei", 2025),
    ("rivierenland", 2024),
    ("gelderland-midden", 2021),
)
PLAN = "regions/proef/2026/plan.yaml"


@cache
def read(folder: Path) -> Workspace:
    return load(Folder(folder), Folder(default_data())).value.workspace


def document(workspace: Workspace, region: str, year: int) -> str:
    folder = workspace.regions[region]
    plan = folder.years[year].files.content(Plan)
    assert folder.region is not None
    assert plan is not None
    context = Context(workspace, folder, folder.years[year], folder.region, plan)
    return render(context, KIND, [default_templates()]).markdown


@cache
def own() -> str:
    return document(read(OWN), "proef", 2026)


@cache
def of_region(region: str, year: int) -> str:
    return document(read(DATA), region, year)


def changed(old: str, new: str, file: str = PLAN) -> str:
    """The agenda of the own region with a piece of one file replaced."""
    files = {name: Folder(OWN).read(name) for name in Folder(OWN).files()}
    text = files[file].decode()
    assert old in text
    files[file] = text.replace(old, new).encode()
    outcome = load(Snapshot(OWN, files), Folder(default_data()))
    assert outcome.diagnostics == ()
    return document(outcome.value.workspace, "proef", 2026)


def format_() -> DocumentFormat:
    programmes = (p for e in read(OWN).catalog_entries(Programmes) for p in e.content.programmes)
    return next(f for p in programmes for f in p.formats if f.id == KIND)


def captioned(text: str, *words: str) -> Table:
    """The only table with these words in its caption."""
    found = [t for t in tables(text) if all(word in t.caption for word in words)]
    assert len(found) == 1, [t.caption for t in found]
    return found[0]


class TestSnapshots:
    def test_a_region_that_writes_in_the_format(self) -> None:
        result = kansrijk("--data", OWN, "report", "proef", "2026", "--output", "-")
        assert (result.code, result.err) == (0, "")
        check_snapshot(SNAPSHOTS / "proef-2026-azwa-d5.md", result.out)

    def test_a_region_whose_plan_has_another_form(self) -> None:
        region, year = NML
        result = kansrijk(
            "--data", DATA, "report", region, str(year), "--kind", KIND, "--output", "-"
        )
        assert (result.code, result.err) == (0, "")
        check_snapshot(SNAPSHOTS / f"{region}-{year}-{KIND}.md", result.out)


@pytest.mark.parametrize(("region", "year"), REGIONS)
class TestEveryRegion:
    def test_every_part_of_the_format_stands_in_it(self, region: str, year: int) -> None:
        titles = [heading.title for heading in headings(of_region(region, year))]
        wanted = [f"{part.number} {part.title}" for part in format_().components]
        found = [t.removesuffix(" (optioneel)") for t in titles]
        assert [title for title in found if title in wanted] == wanted

    def test_every_part_has_who_is_asked(self, region: str, year: int) -> None:
        table = captioned(of_region(region, year), "Wat er per onderdeel is")
        assert len(table.rows) == len(format_().components)
        assert all(table.column("Wie vult aan"))

    def test_what_is_not_known_has_an_owner(self, region: str, year: int) -> None:
        for table in tables(of_region(region, year)):
            if "Vragen en antwoorden" in table.caption:
                assert all(table.column("Wie vult aan of bevestigt")), table.caption

    def test_every_municipality_has_the_state_of_its_decision(self, region: str, year: int) -> None:
        table = captioned(of_region(region, year), "besluit per college")
        folder = read(DATA).regions[region]
        register = read(DATA).register
        assert table.column("Gemeente") == sorted(map(register.official, folder.municipalities))
        assert set(table.column("Stand")) == {"onbekend"}

    def test_every_norm_is_told(self, region: str, year: int) -> None:
        told = [
            row[0]
            for table in tables(of_region(region, year))
            if "landelijke normen" in table.caption
            for row in table.rows
        ]
        norms = [n.title for e in read(DATA).catalog_entries(Norms) for n in e.content.norms]
        assert sorted(told) == sorted(norms)

    def test_it_says_that_it_is_no_agenda_yet(self, region: str, year: int) -> None:
        assert "Dit is geen vastgestelde werkagenda." in of_region(region, year)

    def test_headings_go_down_one_level_at_a_time_and_none_is_bare(
        self, region: str, year: int
    ) -> None:
        text = of_region(region, year)
        levels = [heading.level for heading in headings(text)]
        assert all(below <= above + 1 for above, below in pairwise(levels))
        assert "{{" not in text
        assert "None" not in text


class TestWorkedOut:
    """Noord- en Midden-Limburg: as far as its yearly plan of 2024 goes."""

    def test_texts_of_the_plan_answer_questions_with_their_source(self) -> None:
        table = captioned(of_region(*NML), "Vragen en antwoorden bij 3a Kansrijke start")
        answers = dict(zip(table.column("Vraag"), table.rows, strict=True))
        assert "Sinds 2019 werken de gemeenten" in answers["IST: situatie"][1]
        assert "Jaarplan 2024" in answers["IST: situatie"][3]
        assert answers["GAP: monitoring (optioneel)"][1] == "nog niet bekend"
        assert answers["IST: situatie"][2] == "GGD Limburg Noord (opdrachtnemer)"

    def test_the_planning_of_the_plan_has_its_year(self) -> None:
        table = captioned(of_region(*NML), "Mijlpalenplanning: 3a Kansrijke start")
        assert table.heads == ["Kwartaal", "Activiteiten", "Verantwoordelijke", "Deelresultaat"]
        assert len(table.rows) == 12
        assert all("2024" in when for when in table.column("Kwartaal"))
        assert table.column("Verantwoordelijke").count("onbekend") == 11

    def test_a_norm_per_inhabitant_is_worked_out(self) -> None:
        table = captioned(of_region(*NML), "GAP per gemeente: 2b")
        venlo = next(row for row in table.rows if row[0] == "Venlo")
        # 60 and 0,2 - 0,5 per 10.000 of 103.789 inhabitants
        assert venlo == ["Venlo", "103.789", "minstens 623", "onbekend", "2,08 - 5,19", "onbekend"]
        assert table.rows[-1][:2] == ["Regio", "524.812"]

    def test_money_and_agreements_of_the_plan_are_shown(self) -> None:
        part = chapter(of_region(*NML), "1 Regionale preventie-infrastructuur")
        told = [cell for table in part.tables for row in table.rows for cell in row]
        assert "€ 180.000" in told
        assert "Samenwerkingsovereenkomst en mandaat" in told

    def test_other_parts_are_not_filled_from_a_plan_about_one_programme(self) -> None:
        planned = captioned(of_region(*NML), "Mijlpalenplanning: 5a Valpreventie")
        assert planned.rows == [["nog niet bekend"] * 4]


class TestFacts:
    def test_where_it_is_and_where_that_is_not_known(self) -> None:
        table = captioned(of_region("eindhoven-de-kempen", 2024), "IST", "3a.1")
        [row] = table.rows
        assert row[0] == "Nu Niet Zwanger"
        assert row[1].count(";") == 13
        assert row[2:4] == ["Heeze-Leende", "30 april 2024 (aanname)"]

    def test_what_is_missing_of_coalitions(self) -> None:
        table = captioned(of_region("eindhoven-de-kempen", 2024), "landelijke normen bij 3a Kans")
        rows = {row[0]: row[3:5] for row in table.rows}
        assert rows["Elke gemeente heeft een coalitie Kansrijke Start"] == [
            "10 (niet overal bekend)",
            "hoogstens 5",
        ]

    def test_an_assumed_status_is_marked(self) -> None:
        table = captioned(of_region("gelderse-vallei", 2025), "IST", "3a.1")
        assert "Ede (aanname)" in table.column("Aanwezig in")[0]


class TestOwnAgenda:
    """A plan in the format: everything that it says stands in it."""

    def test_no_text_is_lost(self) -> None:
        shown = visible(own())
        missing = [
            line
            for entry in of_document(read(OWN), "proef", 2026)
            for leaf in leaves(entry)
            for line in lines(leaf.text)
            if folded(line) not in shown
        ]
        assert missing == []

    def test_a_text_that_answers_is_not_told_again(self) -> None:
        assert own().count("De regiotafel stuurt.") == 1
        assert own().count("In 2030 is het verschil kleiner.") == 1

    def test_a_deviation_has_its_reason(self) -> None:
        table = captioned(own(), "landelijke normen bij 2a")
        [row] = table.rows
        assert row[-1] == "De afstanden zijn groot."

    def test_a_deviation_without_a_reason_says_so(self) -> None:
        file = "regions/proef/2026/results.yaml"
        text = changed("    deviation: De afstanden zijn groot.\n", "", file)
        [row] = captioned(text, "landelijke normen bij 2a").rows
        assert row[-1] == "reden nog niet bekend"

    def test_the_growth_path_has_the_steps_of_the_region(self) -> None:
        [row] = captioned(own(), "Ingroeipad naar 2030: 2a").rows
        assert row[1:] == [
            "1 steunpunt",
            "2 steunpunten",
            "4 steunpunten",
            "onbekend",
            "6 steunpunten",
        ]

    def test_without_a_path_only_the_norm_of_2030_is_known(self) -> None:
        rows = captioned(own(), "Ingroeipad naar 2030: 3a.1").rows
        assert rows[0][1:5] == ["onbekend"] * 4
        assert rows[0][5].startswith("minstens 2 fte")
        assert rows[0][5].endswith("(norm)")

    def test_the_planning_is_in_the_order_of_time(self) -> None:
        table = captioned(own(), "Mijlpalenplanning: 2a")
        assert table.rows == [
            ["Q4 2026", "Locatie zoeken", "Welzijn Proef", "onbekend"],
            ["Q2 2027", "Steunpunt openen (Ede, gepland)", "Welzijn Proef", "Er is een steunpunt."],
        ]

    def test_each_executive_has_its_decision_also_when_the_plan_does_not_name_it(self) -> None:
        table = captioned(own(), "besluit per college")
        assert [row[1:4] for row in table.rows] == [
            ["Ede", "vastgesteld", "6 oktober 2026"],
            ["Rhenen", "in behandeling", ""],
            ["Veenendaal", "onbekend", ""],
        ]

    def test_a_decision_about_a_part_stands_at_that_part(self) -> None:
        assert table_holding(own(), "Plek van het steunpunt").heads[0] == "Soort"
        part = chapter(own(), "2a Laagdrempelige steunpunten")
        assert any("Plek van het steunpunt" in t.lines() for t in part.tables)

    def test_a_choice_that_is_not_made_says_so_and_asks_nothing(self) -> None:
        part = chapter(own(), "4b Rookvrije Thuiszorg (doet niet mee)")
        assert "De regio kiest ervoor om dit onderdeel niet te doen." in part.paragraphs
        assert part.tables == []

    def test_a_choice_of_which_nothing_is_known_asks_who_knows(self) -> None:
        part = chapter(own(), "5b Ketenaanpak dementie (incl. preventie) (optioneel)")
        assert part.tables == []
        assert part.paragraphs[-1].endswith("Wie dat aanvult: Ede (mandaatgemeente).")

    def test_the_owner_of_a_part_is_asked_about_it(self) -> None:
        table = captioned(own(), "Wat er per onderdeel is")
        asked = {row[0].split()[0]: row[-1] for row in table.rows}
        assert asked["2a"] == "Welzijn Proef"
        assert asked["2b"] == "Ede (mandaatgemeente)"
        # The programme of the plan: the lead of its regional coalition.
        assert asked["3a"] == "Programmabureau Proef"

    def test_the_nearest_owner_is_asked(self) -> None:
        area = (
            "  - {id: mentale-gezondheid, kind: part, title: Mentale gezondheid, owners: [tafel]}\n"
        )
        text = changed("components:\n", f"components:\n{area}")
        table = captioned(text, "Wat er per onderdeel is")
        asked = {row[0].split()[0]: row[-1] for row in table.rows}
        assert (asked["2"], asked["2a"], asked["2b"]) == (
            "Regiotafel",
            "Welzijn Proef",
            "Regiotafel",
        )

    def test_without_anybody_named_the_owner_is_unknown(self) -> None:
        text = changed("  roles: {mandaatgemeente: Ede}\n", "")
        table = captioned(text, "Wat er per onderdeel is")
        asked = {row[0].split()[0]: row[-1] for row in table.rows}
        assert asked["2b"] == "eigenaar nog niet bekend"

    def test_another_answer_gives_another_document(self) -> None:
        old = "preventie-infrastructuur/rpi-toelichting"
        text = changed(old, "preventie-infrastructuur/rpi-kennis-en-monitoring")
        answers = {row[0]: row[1] for row in captioned(text, "antwoorden bij 1").rows}
        assert answers["Toelichting op RPI"] == "nog niet bekend"
        assert "De regiotafel stuurt." in answers["Kennis en monitoring"]


def test_an_answer_to_a_question_that_does_not_exist_is_a_finding(tmp_path: Path) -> None:
    for name in Folder(OWN).files():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(Folder(OWN).read(name))
    plan = tmp_path / PLAN
    plan.write_text(plan.read_text("utf-8").replace("rpi-toelichting", "rpi-toelichtng"), "utf-8")
    result = kansrijk("--data", tmp_path, "validate", "--format", "concise")
    assert result.code == 1
    assert (
        "De vraag van een format `preventie-infrastructuur/rpi-toelichtng` bestaat niet"
        in result.out
    )
