"""Which intervention is where: places, dates, inventories and counts."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.coverage.matrix import (
    STATUSES,
    Coverage,
    all_interventions,
    coverage,
    local_coalitions,
    status_on,
)
from kansrijk_cli.model.period import parse_period
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, region_with, year_with
from tests.workspaces import workspace_of

DAY = date(2025, 6, 30)
ALL = ("Ede", "Rhenen", "Veenendaal")


def cover(
    base: Workspace,
    deployments: Data,
    *,
    region: Data | None = None,
    inventory: Data | None = None,
    on: date | None = DAY,
) -> Coverage:
    """The matrix of a region in memory."""
    interventions = {"deployments": deployments, "inventory": inventory}
    return coverage(base, region_with(region, interventions), on)


def statuses(table: Coverage, intervention: str) -> list[str]:
    """The statuses of an intervention, in the order of the municipalities."""
    return [table.cells[m, intervention].status for m in table.municipalities]


class TestCells:
    def test_an_empty_cell_is_unknown(self, tmp_path: Path) -> None:
        workspace = workspace_of(tmp_path, {})
        table = coverage(workspace, workspace.regions["voorbeeld"])
        assert table.municipalities == ALL
        assert statuses(table, "giz") == ["active", "active", "unknown"]
        assert table.by_intervention["giz"] == {
            "active": 2,
            "starting": 0,
            "planned": 0,
            "ended": 0,
            "none": 0,
            "unknown": 1,
            "of": 3,
        }
        assert table.by_municipality["Veenendaal"]["unknown"] == 1

    def test_a_cell_carries_its_note_name_and_source(self, base: Workspace) -> None:
        cell = {
            "status": "starting",
            "note": "Sinds mei.",
            "name": "Samen sterk",
            "source": "bron/plek",
            "assumed": {"status": "Gehoord in een overleg."},
        }
        found = cover(base, {"Ede": {"giz": cell}}).cells["Ede", "giz"]
        assert (found.status, found.source) == ("starting", "bron/plek")
        assert found.deployment
        assert (found.deployment.note, found.deployment.name) == ("Sinds mei.", "Samen sterk")
        assert "status" in found.deployment.assumed

    def test_the_source_of_the_file_counts_when_a_cell_has_none(self, tmp_path: Path) -> None:
        workspace = workspace_of(tmp_path, {})
        table = coverage(workspace, workspace.regions["voorbeeld"])
        assert table.cells["Ede", "giz"].source == "werkagenda/aanbod"
        assert table.cells["Veenendaal", "giz"].source is None

    @pytest.mark.parametrize("status", STATUSES)
    def test_every_status_may_be_written(self, base: Workspace, status: str) -> None:
        assert statuses(cover(base, {"Rhenen": {"giz": status}}), "giz") == [
            "unknown",
            status,
            "unknown",
        ]

    def test_a_municipality_may_be_written_by_an_alias(self, base: Workspace) -> None:
        region = {"municipalities": ["Nuenen", "Den Bosch"]}
        table = cover(base, {"Nuenen": {"giz": "active"}}, region=region)
        assert table.municipalities == ("'s-Hertogenbosch", "Nuenen, Gerwen en Nederwetten")
        assert statuses(table, "giz") == ["unknown", "active"]

    def test_an_alias_of_two_municipalities_is_the_one_of_the_region(self, base: Workspace) -> None:
        region = {"municipalities": ["Bergen (L.)"]}
        table = cover(base, {"Bergen": {"giz": "active"}}, region=region)
        assert statuses(table, "giz") == ["active"]

    def test_columns_stand_in_the_order_in_which_the_data_names_them(self, base: Workspace) -> None:
        rows = {"Ede": {"voorzorg": "active"}, "Rhenen": {"giz": "active", "voorzorg": "none"}}
        assert [i.id for i in cover(base, rows).interventions] == ["voorzorg", "giz"]

    def test_a_region_without_interventions_has_no_columns(self, base: Workspace) -> None:
        table = coverage(base, region_with())
        assert table.interventions == ()
        assert table.by_municipality["Ede"]["of"] == 0


class TestPlaces:
    def test_a_row_of_the_region_fills_no_municipality(self, base: Workspace) -> None:
        table = cover(base, {"Voorbeeld": {"giz": "active"}})
        assert all(cell.status == "unknown" for cell in table.cells.values())

    def test_a_row_of_the_region_fills_all_when_it_says_everywhere(self, base: Workspace) -> None:
        row = {"giz": {"status": "active", "everywhere": True}}
        assert statuses(cover(base, {"Voorbeeld": row}), "giz") == ["active"] * 3

    @pytest.mark.parametrize("own_first", [True, False])
    def test_the_row_of_a_municipality_wins_from_that_of_the_region(
        self, base: Workspace, own_first: bool
    ) -> None:
        rows = {
            "Rhenen": {"giz": "none"},
            "Voorbeeld": {"giz": {"status": "active", "everywhere": True}},
        }
        ordered = dict(rows.items() if own_first else reversed(rows.items()))
        assert statuses(cover(base, ordered), "giz") == ["active", "none", "active"]

    def test_a_practice_speaks_for_its_only_municipality(self, base: Workspace) -> None:
        region = {"places": [{"name": "Praktijk", "kind": "practice", "municipalities": ["Ede"]}]}
        table = cover(base, {"Praktijk": {"giz": "active"}}, region=region)
        assert statuses(table, "giz") == ["active", "unknown", "unknown"]

    def test_the_row_of_a_municipality_wins_from_that_of_its_practice(
        self, base: Workspace
    ) -> None:
        region = {"places": [{"name": "Praktijk", "kind": "practice", "municipalities": ["Ede"]}]}
        rows = {"Ede": {"giz": "ended"}, "Praktijk": {"giz": "active"}}
        assert statuses(cover(base, rows, region=region), "giz")[0] == "ended"

    def test_a_place_in_two_municipalities_fills_neither(self, base: Workspace) -> None:
        both = {"name": "VSV", "kind": "vsv", "municipalities": ["Ede", "Rhenen"]}
        table = cover(base, {"VSV": {"giz": "active"}}, region={"places": [both]})
        assert all(cell.status == "unknown" for cell in table.cells.values())

    def test_a_subregion_fills_its_municipalities_when_it_says_everywhere(
        self, base: Workspace
    ) -> None:
        south = {"name": "Zuid", "kind": "subregion", "municipalities": ["Rhenen", "Veenendaal"]}
        row = {"giz": {"status": "active", "everywhere": True}}
        table = cover(base, {"Zuid": row}, region={"places": [south]})
        assert statuses(table, "giz") == ["unknown", "active", "active"]

    @pytest.mark.parametrize("wide_first", [True, False])
    def test_a_subregion_is_nearer_than_the_region(self, base: Workspace, wide_first: bool) -> None:
        south = {"name": "Zuid", "kind": "subregion", "municipalities": ["Rhenen", "Veenendaal"]}
        rows = {
            "Voorbeeld": {"giz": {"status": "active", "everywhere": True}},
            "Zuid": {"giz": {"status": "planned", "everywhere": True}},
        }
        ordered = dict(rows.items() if wide_first else reversed(rows.items()))
        table = cover(base, ordered, region={"places": [south]})
        assert statuses(table, "giz") == ["active", "planned", "planned"]

    def test_a_place_may_name_its_municipality_by_an_alias(self, base: Workspace) -> None:
        practice = {"name": "Praktijk", "kind": "practice", "municipalities": ["Nuenen"]}
        region = {"municipalities": ["Nuenen", "Vught"], "places": [practice]}
        table = cover(base, {"Praktijk": {"giz": "active"}}, region=region)
        assert statuses(table, "giz") == ["active", "unknown"]

    def test_a_place_outside_the_region_fills_nothing(self, base: Workspace) -> None:
        rows = {"Vught": {"giz": "active"}, "Ede": {"voorzorg": "active"}}
        table = cover(base, rows)
        assert Counter(cell.status for cell in table.cells.values())["active"] == 1


class TestPeriods:
    @pytest.mark.parametrize(
        ("status", "period", "expected"),
        [
            ("active", "2025", "active"),
            ("active", "2024", "ended"),
            ("active", "2026", "planned"),
            ("active", "from 2025-06-30", "active"),
            ("active", "from 2025-07-01", "planned"),
            ("active", "until 2025-06-30", "active"),
            ("active", "until 2025-06-29", "ended"),
            ("starting", "2026", "planned"),
            ("starting", "2024", "ended"),
            ("planned", "2026", "planned"),
            ("none", "2024", "none"),
            ("unknown", "2026", "unknown"),
            ("ended", "2026", "ended"),
            ("active", "2025-Q2", "active"),
            ("active", "2025-Q3", "planned"),
            ("active", "2025-Q1", "ended"),
        ],
    )
    def test_a_period_may_change_a_status_on_the_date(
        self, base: Workspace, status: str, period: str, expected: str
    ) -> None:
        cell = {"status": status, "period": period}
        assert statuses(cover(base, {"Ede": {"giz": cell}}), "giz")[0] == expected

    def test_without_any_date_a_period_changes_nothing(self) -> None:
        assert status_on("active", parse_period("2024"), None, 1) == "active"

    def test_without_a_date_the_newest_state_of_the_data_counts(self, base: Workspace) -> None:
        cell = {"status": "active", "period": "from 2025-03-01"}
        interventions: dict[str, Any] = {"deployments": {"Ede": {"giz": cell}}}
        interventions["inventory"] = {"complete": False, "on": "2025-02-28"}
        before = coverage(base, region_with(None, interventions))
        assert (before.on, statuses(before, "giz")[0]) == (date(2025, 2, 28), "planned")
        interventions["inventory"]["on"] = "2025-03-01"
        after = coverage(base, region_with(None, interventions))
        assert (after.on, statuses(after, "giz")[0]) == (date(2025, 3, 1), "active")

    def test_data_without_any_date_has_a_matrix_without_date(self, base: Workspace) -> None:
        table = cover(base, {"Ede": {"giz": {"status": "active", "period": "2019"}}}, on=None)
        assert (table.on, statuses(table, "giz")[0]) == (None, "active")


class TestInventory:
    @pytest.mark.parametrize(
        ("inventory", "giz", "voorzorg"),
        [
            ({"complete": False}, "unknown", ["unknown", "active", "unknown"]),
            ({"complete": True}, "none", ["none", "active", "none"]),
            (
                {"complete": True, "municipalities": ["Veenendaal"]},
                "none",
                ["unknown", "active", "none"],
            ),
            (
                {"complete": True, "municipalities": ["Ede"]},
                "unknown",
                ["none", "active", "unknown"],
            ),
            (
                {"complete": True, "interventions": ["voorzorg"]},
                "unknown",
                ["none", "active", "none"],
            ),
            (
                {"complete": True, "municipalities": ["Ede"], "interventions": ["voorzorg"]},
                "unknown",
                ["none", "active", "unknown"],
            ),
            (
                {"complete": False, "municipalities": ["Ede"], "interventions": ["voorzorg"]},
                "unknown",
                ["unknown", "active", "unknown"],
            ),
        ],
    )
    def test_an_empty_cell_is_no_only_where_a_complete_inventory_asked(
        self, base: Workspace, inventory: Data, giz: str, voorzorg: list[str]
    ) -> None:
        rows = {"Ede": {"giz": "active"}, "Rhenen": {"voorzorg": "active", "giz": "unknown"}}
        table = cover(base, rows, inventory=inventory)
        # What is written stays, also when it is written as unknown.
        assert statuses(table, "giz") == ["active", "unknown", giz]
        assert statuses(table, "voorzorg") == voorzorg

    def test_what_an_inventory_asked_is_a_column_also_when_nobody_has_it(
        self, base: Workspace
    ) -> None:
        inventory = {"complete": True, "interventions": ["prenataal-huisbezoek"]}
        table = cover(base, {}, inventory=inventory)
        assert statuses(table, "prenataal-huisbezoek") == ["none"] * 3

    def test_an_inventory_may_name_a_municipality_by_an_alias(self, base: Workspace) -> None:
        table = cover(
            base,
            {"Vught": {"giz": "active"}},
            region={"municipalities": ["Nuenen", "Vught"]},
            inventory={"complete": True, "municipalities": ["Nuenen"]},
        )
        assert statuses(table, "giz") == ["none", "active"]


class TestCoalitions:
    @staticmethod
    def of(base: Workspace, *coalitions: Data, inventory: Data | None = None) -> dict[str, str]:
        named = [
            {"id": f"c{n}", "name": f"Coalitie {n}", "level": "local", "status": "active", **c}
            for n, c in enumerate(coalitions)
        ]
        content = {"coalitions": named, "inventory": inventory}
        return dict(local_coalitions(base, region_with(coalitions=content), DAY))

    def test_a_shared_coalition_is_one_of_each(self, base: Workspace) -> None:
        found = self.of(base, {"municipalities": ["Ede", "Rhenen"]})
        assert found == {"Ede": "active", "Rhenen": "active", "Veenendaal": "unknown"}

    @pytest.mark.parametrize("order", [("planned", "active"), ("active", "planned")])
    def test_of_two_coalitions_the_furthest_counts(
        self, base: Workspace, order: tuple[str, str]
    ) -> None:
        rows = [{"municipalities": ["Ede"], "status": status} for status in order]
        assert self.of(base, *rows)["Ede"] == "active"

    def test_a_regional_coalition_is_no_local_one(self, base: Workspace) -> None:
        found = self.of(base, {"level": "regional"}, {"level": "regional", "municipalities": ALL})
        assert set(found.values()) == {"unknown"}

    def test_a_coalition_that_is_over_has_ended(self, base: Workspace) -> None:
        found = self.of(
            base,
            {"municipalities": ["Ede"], "period": "until 2024"},
            {"municipalities": ["Rhenen"], "period": "from 2026"},
        )
        assert (found["Ede"], found["Rhenen"]) == ("ended", "planned")

    def test_a_complete_inventory_makes_what_is_not_there_no(self, base: Workspace) -> None:
        found = self.of(
            base,
            {"municipalities": ["Ede"]},
            inventory={"complete": True, "municipalities": ["Rhenen"]},
        )
        assert found == {"Ede": "active", "Rhenen": "none", "Veenendaal": "unknown"}

    def test_without_a_file_every_coalition_is_unknown(self, base: Workspace) -> None:
        assert set(local_coalitions(base, region_with(), None).values()) == {"unknown"}


def test_an_own_intervention_replaces_that_of_the_catalogue(base: Workspace) -> None:
    own = {"id": "giz", "name": "GIZ in onze regio", "kind": "instrument"}
    region = region_with(interventions={"interventions": [own]})
    known = all_interventions(base, region)
    assert known["giz"].name == "GIZ in onze regio"
    assert known["voorzorg"].name == "VoorZorg"


def test_the_matrix_speaks_of_the_newest_of_plans_and_inventories(base: Workspace) -> None:
    year = year_with(document={"published": "2025-04"})
    region = region_with(interventions={"deployments": {}}, years=[year])
    assert coverage(base, region).on == date(2025, 4, 30)


MATRIX = st.dictionaries(
    st.sampled_from(ALL),
    st.dictionaries(st.sampled_from(("giz", "voorzorg")), st.sampled_from(STATUSES)),
)
INVENTORY = st.none() | st.fixed_dictionaries(
    {
        "complete": st.booleans(),
        "municipalities": st.lists(st.sampled_from(ALL), unique=True),
        "interventions": st.lists(st.sampled_from(("giz", "voorzorg")), unique=True),
    }
)


@given(rows=MATRIX, inventory=INVENTORY)
def test_counts_add_up(base: Workspace, rows: Data, inventory: Data | None) -> None:
    table = cover(base, rows, inventory=inventory)
    for counts, of in (
        (table.by_intervention, len(table.municipalities)),
        (table.by_municipality, len(table.interventions)),
    ):
        for row in counts.values():
            assert row["of"] == of
            assert sum(row[status] for status in STATUSES) == of
    whole = Counter(cell.status for cell in table.cells.values())
    for status in STATUSES:
        assert sum(row[status] for row in table.by_intervention.values()) == whole[status]
        assert sum(row[status] for row in table.by_municipality.values()) == whole[status]


@given(rows=MATRIX, inventory=INVENTORY)
def test_what_is_written_is_what_is_shown(
    base: Workspace, rows: Data, inventory: Data | None
) -> None:
    table = cover(base, rows, inventory=inventory)
    for (municipality, intervention), cell in table.cells.items():
        written = rows.get(municipality, {}).get(intervention)
        if written:
            assert cell.status == written
        elif not (inventory and inventory["complete"]):
            assert cell.status == "unknown"
        else:
            assert cell.status in ("none", "unknown")
