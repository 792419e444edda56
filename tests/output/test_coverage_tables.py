"""The tables of groups, white spots and the two matrices, as a reader sees them."""

from dataclasses import replace
from datetime import date

import pytest

from kansrijk_cli.compute.coverage.depth import Depth
from kansrijk_cli.compute.coverage.groups import WAYS
from kansrijk_cli.compute.coverage.matrix import coverage
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.output.coverage_tables import (
    chosen,
    groups_table,
    municipality_matrix,
    prevention_table,
    spots_table,
)
from kansrijk_cli.output.formats import TABLES, renderer
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.workspace.workspace import Workspace, YearFolder
from tests.compute.building import DOCUMENT, Data, files, region_with
from tests.workspaces import workspace_of

DAY = date(2025, 6, 30)
OWN: tuple[Data, ...] = (
    {"id": "a", "name": "Aanbod A", "kind": "process", "phases": ["before"]},
    {"id": "b", "name": "Aanbod B", "kind": "process", "prevention": ["selective", "indicated"]},
)
GOAL = {"id": "doel", "kind": "goal", "title": "Het doel", "intervention": "b"}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace_of(tmp_path_factory.mktemp("base"), {})


def depth(base: Workspace, rows: Data, own: tuple[Data, ...] = OWN, on: date | None = DAY) -> Depth:
    """A region with a plan that has one goal."""
    plan = Plan.model_validate({"document": DOCUMENT, "components": [GOAL]})
    years = [YearFolder("voorbeeld", 2025, files(plan))]
    region = region_with(None, {"interventions": own, "deployments": rows}, years=years)
    together = replace(base, regions={region.id: region})
    return Depth(together, region, coverage(together, region, on))


def texts(table: Table) -> list[list[str]]:
    """The cells as a reader sees them."""
    return [[show(value) for value in row] for row in table.rows]


def test_a_group_counts_municipalities_and_hides_what_does_not_occur(base: Workspace) -> None:
    rows = {"Ede": {"a": "active"}, "Rhenen": {"a": "none", "b": "active"}}
    table = groups_table(depth(base, rows), "phase")
    assert table.title == "Aanbod per fase in Voorbeeld (30 juni 2025)"
    heads = ("Fase", "Aanbod", "actief", "niet aanwezig", "onbekend", "van", "Afspraken")
    assert table.heads == heads
    assert texts(table)[0] == ["voor de zwangerschap", "1", "1", "1", "1", "3", "0"]
    assert texts(table)[-1] == ["niet ingevuld", "1", "1", "0", "2", "3", "0"]


def test_a_target_group_has_no_agreements(base: Workspace) -> None:
    assert "Afspraken" not in groups_table(depth(base, {}), "target-group").heads


def test_every_view_has_a_title_of_its_own(base: Workspace) -> None:
    found = depth(base, {"Ede": {"a": "active"}})
    views = (*WAYS, "intervention", "municipality", "municipality-matrix")
    views = (*views, "white-spots", "prevention-matrix")
    titles = [chosen(found, view, "markdown")[0].title for view in views]
    assert len(set(titles)) == len(views)


@pytest.mark.parametrize("view", ["intervention", "white-spots", "municipality-matrix"])
@pytest.mark.parametrize("form", ["table", "markdown", "csv"])
def test_two_with_the_same_name_can_be_told_apart(base: Workspace, view: str, form: str) -> None:
    own = tuple({**item, "name": "Cursus"} for item in OWN)
    rows = {"Ede": {"a": "active", "b": "planned"}, "Rhenen": {"a": "none", "b": "active"}}
    shown = "".join(map(renderer(TABLES, form), chosen(depth(base, rows, own), view, form)))
    assert "Cursus (a)" in shown
    assert "Cursus (b)" in shown


def test_recognitions_that_may_not_hold_are_told(base: Workspace) -> None:
    days: tuple[Data, ...] = ({"until": "2024-01-31"}, {"on": "2018-05-01"}, {}, {})
    own = tuple(
        {
            "id": f"i{n}",
            "name": f"I{n}",
            "kind": "intervention",
            "recognition": {"status": "well-founded", **day},
        }
        for n, day in enumerate(days)
    )
    [table] = chosen(
        depth(base, {"Ede": {i["id"]: "active" for i in own}}, own), "intervention", ""
    )
    told = table.closing or ""
    assert "De erkenning van I0 was geldig tot en met 31 januari 2024." in told
    assert "De erkenning van I1 is van 1 mei 2018" in told
    assert "De datum van de erkenning is onbekend: I2, I3." in told


class TestSpots:
    def test_municipalities_with_the_same_answer_share_a_line(self, base: Workspace) -> None:
        table = spots_table(depth(base, {"Ede": {"a": "active"}, "Rhenen": {"a": "none"}}))
        assert texts(table) == [
            ["Aanbod A", "niet aanwezig", "Rhenen", "Ede"],
            ["Aanbod A", "onbekend", "Veenendaal", "Ede"],
        ]
        assert "Onbekend is iets anders dan niet aanwezig" in (table.closing or "")

    def test_all_the_others_are_not_named_one_by_one(self, base: Workspace) -> None:
        [row] = texts(spots_table(depth(base, {"Ede": {"a": "active"}})))
        assert row == ["Aanbod A", "onbekend", "alle andere gemeenten", "Ede"]

    def test_a_spreadsheet_has_one_municipality_on_a_line(self, base: Workspace) -> None:
        [table] = chosen(depth(base, {"Ede": {"a": "active"}}), "white-spots", "csv")
        assert [row[2] for row in texts(table)] == ["Rhenen", "Veenendaal"]
        # There is no map in the smallest workspace.
        assert {row[4] for row in texts(table)} == {"afstand niet bekend"}

    def test_when_nobody_has_it_that_is_said(self, base: Workspace) -> None:
        rows = texts(spots_table(depth(base, {"Ede": {"a": "none"}})))
        assert rows[0] == ["Aanbod A", "niet aanwezig", "Ede", "nergens bekend"]

    def test_without_white_spots_that_is_said(self, base: Workspace) -> None:
        everywhere = {"Voorbeeld": {"a": {"status": "active", "everywhere": True}}}
        table = spots_table(depth(base, everywhere))
        assert table.rows == []
        assert table.closing == "Er zijn geen witte vlekken."


class TestMatrix:
    ROWS = (("Ede", "active"), ("Rhenen", "planned"))

    @pytest.fixture
    def found(self, base: Workspace) -> Depth:
        return depth(base, {m: {"b": status} for m, status in self.ROWS})

    def test_a_document_names_every_intervention(self, found: Depth) -> None:
        table = municipality_matrix(found)
        assert table.heads == ("Gemeente", "Aanbod B")
        assert texts(table) == [["Ede", "ja"], ["Rhenen", "plan"], ["Veenendaal", "?"]]
        assert table.closing == "ja = actief, plan = gepland, ? = onbekend."

    def test_a_terminal_has_a_sign_for_each_cell_under_a_letter(self, base: Workspace) -> None:
        rows = {"Ede": {"a": "active", "b": "none"}, "Rhenen": {"a": "planned", "b": "ended"}}
        grid, letters = chosen(depth(base, rows), "municipality-matrix", "table")
        assert grid.heads == ("Gemeente", "a b")
        assert texts(grid) == [["Ede", "● -"], ["Rhenen", "p x"], ["Veenendaal", "? ?"]]
        assert grid.closing == (
            "● = actief, p = gepland, x = gestopt, - = niet aanwezig, ? = onbekend."
        )
        assert texts(letters) == [["a", "Aanbod A"], ["b", "Aanbod B"]]

    def test_more_interventions_than_letters_go_on_below(self, base: Workspace) -> None:
        own = tuple({"id": f"i{n:02}", "name": f"I{n}", "kind": "process"} for n in range(60))
        rows = {"Ede": {item["id"]: "active" for item in own}}
        found = chosen(depth(base, rows, own), "municipality-matrix", "table")
        first, _, second, letters = found
        assert len({table.title for table in found}) == len(found)
        assert [len(str(table.rows[0][1])) for table in (first, second)] == [52, 2 * 8 - 1]
        assert texts(letters)[0] == ["a", "I52"]

    @pytest.mark.parametrize("form", ["table", "markdown"])
    def test_without_offer_that_is_said(self, base: Workspace, form: str) -> None:
        [table] = chosen(depth(base, {}), "municipality-matrix", form)
        assert table.closing == "Er is nog geen aanbod ingevuld."


class TestPrevention:
    def test_goals_stand_by_levels_with_how_many_municipalities(self, base: Workspace) -> None:
        rows = {"Ede": {"a": "planned", "b": "active"}, "Rhenen": {"b": "active"}}
        table = prevention_table(depth(base, rows))
        heads = ("Doel", "Universeel", "Selectief", "Geïndiceerd", "Zorggericht", "Onbekend")
        assert table.heads == heads
        assert texts(table) == [
            [
                "Het doel",
                "niets ingevuld",
                "Aanbod B (2)",
                "Aanbod B (2)",
                "niets ingevuld",
                "niets ingevuld",
            ],
            ["geen doel genoemd", *["niets ingevuld"] * 4, "Aanbod A (onbekend)"],
        ]

    def test_without_any_level_only_what_is_unknown_is_a_column(self, base: Workspace) -> None:
        table = prevention_table(depth(base, {"Ede": {"a": "active"}}, OWN[:1]))
        assert table.heads == ("Doel", "Onbekend")
        assert "`prevention`" in (table.closing or "")

    def test_before_the_first_plan_there_are_no_goals(self, base: Workspace) -> None:
        table = prevention_table(depth(base, {"Ede": {"b": "active"}}, on=date(2024, 1, 1)))
        assert [row[0] for row in texts(table)] == ["geen doel genoemd"]
        assert "geen plan met een onderdeel van de soort doel (`kind: goal`)." in (
            table.closing or ""
        )

    def test_without_goals_and_offer_there_is_no_empty_table(self, base: Workspace) -> None:
        for form in ("table", "markdown"):
            [table] = chosen(depth(base, {}, (), on=date(2024, 1, 1)), "prevention-matrix", form)
            told = renderer(TABLES, form)(table)
            assert "`kind: goal`" in told.replace("\\", "")
            assert "Doel" not in told


@pytest.mark.parametrize(
    "view", ["intervention", "municipality", "phase", "white-spots", "municipality-matrix"]
)
@pytest.mark.parametrize("form", ["table", "csv", "markdown"])
def test_every_row_has_a_cell_for_every_head(base: Workspace, view: str, form: str) -> None:
    for found in chosen(depth(base, {"Ede": {"a": "active", "b": "none"}}), view, form):
        assert {len(row) for row in found.rows} == {len(found.heads)}
