"""The JSON of the commands: numbers, words for what is no number, and order."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kansrijk_cli.compute.budget.tables import budget_table
from kansrijk_cli.compute.coverage.depth import Depth
from kansrijk_cli.compute.coverage.matrix import coverage
from kansrijk_cli.compute.targets.states import target_states
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budget
from kansrijk_cli.output.schemas import schemas
from kansrijk_cli.output.shapes.budget import budgets_shape
from kansrijk_cli.output.shapes.coverage import coverage_shape
from kansrijk_cli.output.shapes.targets import targets_shape
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, region_with, year_with
from tests.workspaces import workspace_of


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace_of(tmp_path_factory.mktemp("base"), {})


class TestBudget:
    @staticmethod
    def of(base: Workspace, *budgets: Any) -> Any:
        region = region_with()
        contents = [Budget.model_validate({"title": "B", **budget}) for budget in budgets]
        found = [budget_table(base, region, content, Place("b.yaml")) for content in contents]
        return json.loads(budgets_shape("voorbeeld", 2025, found).as_json())

    def test_the_schema_comes_first_and_the_text_ends_with_a_line_end(self) -> None:
        text = budgets_shape("voorbeeld", 2025, []).as_json()
        assert (
            text
            == json.dumps(
                {"schema": "kansrijk/budget/1", "region": "voorbeeld", "year": 2025, "budgets": []},
                indent=2,
            )
            + "\n"
        )

    @pytest.mark.parametrize(
        ("amount", "state"), [("PM", "pm"), ("ntb", "ntb"), ("nvt", "nvt"), (None, "unknown")]
    )
    def test_what_is_no_number_is_null_with_a_word(
        self, base: Workspace, amount: str | None, state: str
    ) -> None:
        line = {"id": "a", "amount": amount} if amount else {"id": "a"}
        [budget] = self.of(base, {"id": "b", "lines": [line]})["budgets"]
        [found] = budget["lines"]
        assert found["amounts"] == {"amount": None}
        assert found["amounts_state"] == {"amount": state}

    def test_an_empty_cell_may_mean_not_applicable(self, base: Workspace) -> None:
        [budget] = self.of(base, {"id": "b", "empty": "nvt", "lines": [{"id": "a"}]})["budgets"]
        assert budget["lines"][0]["amounts_state"] == {"amount": "nvt"}

    def test_a_number_has_no_state(self, base: Workspace) -> None:
        [budget] = self.of(base, {"id": "b", "lines": [{"id": "a", "amount": 0}]})["budgets"]
        assert budget["lines"][0]["amounts"] == {"amount": 0}
        assert budget["lines"][0]["amounts_state"] == {}

    def test_amounts_are_in_euros_whatever_the_unit(self, base: Workspace) -> None:
        lines = [
            {"id": "a", "under": "som", "amount": 1.5, "place": "Ede"},
            {"id": "som", "total": True, "amount": 2},
        ]
        [budget] = self.of(base, {"id": "b", "multiplier": 1000, "lines": lines})["budgets"]
        assert [line["amounts"]["amount"] for line in budget["lines"]] == [1500, 2000]
        assert budget["totals"] == [
            {
                "line": "som",
                "column": "amount",
                "stated": 2000,
                "computed": 1500,
                "difference": 500,
            }
        ]
        assert budget["by_municipality"] == {"Ede": {"amount": 1500}}
        assert budget["multiplier"] == 1000

    def test_lines_keep_their_order_and_budgets_are_sorted(self, base: Workspace) -> None:
        lines = [{"id": "z", "amount": 1}, {"id": "a", "amount": 2}]
        found = self.of(base, {"id": "tweede", "lines": lines}, {"id": "eerste", "lines": []})
        assert [budget["id"] for budget in found["budgets"]] == ["eerste", "tweede"]
        assert [line["id"] for line in found["budgets"][1]["lines"]] == ["z", "a"]

    def test_whole_numbers_are_whole(self, base: Workspace) -> None:
        line = {"id": "a", "amount": Decimal("100.00"), "fte": 0.44, "scale": 11}
        text = json.dumps(self.of(base, {"id": "b", "lines": [line]}))
        assert '"amount": 100,' in text or '"amount": 100}' in text
        assert '"fte": 0.44' in text
        assert '"scale": 11' in text


class TestCoverage:
    def test_everything_is_sorted(self, base: Workspace) -> None:
        rows = {
            "Veenendaal": {"voorzorg": "active", "giz": {"status": "none", "note": "Gestopt."}},
            "Ede": {"giz": "active"},
        }
        region = region_with(interventions={"deployments": rows, "source": "werkagenda"})
        table = coverage(base, region, date(2025, 6, 30))
        shape = coverage_shape(Depth(base, region, table))
        found = json.loads(shape.as_json())
        assert list(found) == [
            "schema",
            "region",
            "on",
            "municipalities",
            "interventions",
            "coalitions",
            "cells",
            "by_intervention",
            "by_municipality",
            "groups",
            "white_spots",
            "agreements",
            "recognitions",
            "prevention",
            "merged",
            "unplaced",
            "elsewhere",
        ]
        assert found["on"] == "2025-06-30"
        assert found["interventions"] == ["giz", "voorzorg"]
        keys = [(cell["municipality"], cell["intervention"]) for cell in found["cells"]]
        assert keys == sorted(keys)
        assert len(keys) == 6
        assert found["cells"][4] == {
            "municipality": "Veenendaal",
            "intervention": "giz",
            "status": "none",
            "note": "Gestopt.",
            "source": "werkagenda",
            "counted_from": [],
        }
        assert list(found["by_municipality"]) == ["Ede", "Rhenen", "Veenendaal"]

    def test_data_without_any_date_has_null(self, base: Workspace) -> None:
        region = region_with(interventions={})
        shape = coverage_shape(Depth(base, region, coverage(base, region)))
        assert json.loads(shape.as_json())["on"] is None


class TestTargets:
    def test_what_is_known_and_what_is_not(self, base: Workspace) -> None:
        targets: list[Data] = [
            {"id": "b", "title": "B", "kind": "per-municipality", "minimum": 2, "total": 9},
            {"id": "a", "title": "A", "kind": "milestone"},
        ]
        figures = [{"target": "b", "place": "Rhenen", "value": 2.5}]
        states = target_states(base, region_with(), year_with(targets, figures))
        found = json.loads(targets_shape("voorbeeld", 2025, states).as_json())
        milestone, trajectories = found["targets"]
        assert milestone["achieved"] is None
        assert milestone["required"] == {
            "total": None,
            "minimum": None,
            "maximum": None,
            "municipalities": {},
            "programmes": {},
        }
        assert trajectories["achieved"] == {
            "total": 2.5,
            "total_state": None,
            "at_least": True,
            "municipalities": {"Rhenen": 2.5},
            "municipalities_state": {},
            "programmes": {},
            "programmes_state": {},
        }
        assert trajectories["missing"] == ["Ede", "Veenendaal"]
        assert trajectories["required"]["municipalities"]["Ede"] == {"minimum": 2, "maximum": None}


@pytest.mark.parametrize("name", ["budget", "coverage", "targets", "validate"])
def test_every_shape_has_a_published_schema(name: str) -> None:
    schema = json.loads(schemas()[f"output/{name}"])
    assert schema["properties"]["schema"] == {"const": f"kansrijk/{name}/1"}
    assert schema["required"][0] == "schema"
    assert schema["additionalProperties"] is False
