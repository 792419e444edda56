"""The tables that `coverage`, `targets` and `budget` print."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kansrijk_cli.compute.budget.tables import budget_table as compute_budget
from kansrijk_cli.compute.coverage.matrix import coverage
from kansrijk_cli.compute.targets.states import target_states
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budget
from kansrijk_cli.output.budget_tables import depth_tables
from kansrijk_cli.output.overviews import budget_table, coverage_table, targets_table
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, region_with, year_with
from tests.workspaces import workspace_of

STATUSES = ("actief", "in opstart", "gepland", "gestopt", "niet aanwezig", "onbekend")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace_of(tmp_path_factory.mktemp("base"), {})


def texts(table: Table) -> list[list[str]]:
    """The cells as a reader sees them."""
    return [[show(value) for value in row] for row in table.rows]


def column(table: Table, head: str) -> list[str]:
    """The cells under a head."""
    return [row[table.heads.index(head)] for row in texts(table)]


class TestCoverage:
    ROWS = "active", "planned", None

    @pytest.fixture
    def table(self, base: Workspace) -> Any:
        rows = {
            m: {"giz": status}
            for m, status in zip(("Ede", "Rhenen", "Veenendaal"), self.ROWS, strict=True)
            if status
        }
        coalitions = {
            "coalitions": [
                {
                    "id": "ede",
                    "name": "Ede",
                    "level": "local",
                    "municipalities": ["Ede"],
                    "status": "active",
                }
            ]
        }
        region = region_with(interventions={"deployments": rows}, coalitions=coalitions)
        return coverage(base, region, date(2025, 6, 30))

    def test_counts_per_intervention(self, table: Any) -> None:
        shown = coverage_table(table, "intervention", "Voorbeeld")
        assert shown.title == "Aanbod in Voorbeeld (30 juni 2025)"
        assert shown.heads[0] == "Interventie"
        [row] = [dict(zip(shown.heads, row, strict=True)) for row in texts(shown)]
        assert row["Interventie"] == "GIZ-methodiek"
        found = {head: row[head] for head in (*STATUSES, "van") if row.get(head, "0") != "0"}
        assert found == {"actief": "1", "gepland": "1", "onbekend": "1", "van": "3"}

    def test_counts_per_municipality(self, table: Any) -> None:
        shown = coverage_table(table, "municipality", "Voorbeeld")
        assert shown.heads[0] == "Gemeente"
        assert column(shown, "Gemeente") == ["Ede", "Rhenen", "Veenendaal"]
        assert column(shown, "actief") == ["1", "0", "0"]
        assert column(shown, "onbekend") == ["0", "0", "1"]

    def test_it_tells_where_a_coalition_is_active(self, table: Any) -> None:
        closing = coverage_table(table, "intervention", "Voorbeeld").closing
        assert closing
        assert "actief in 1 van de 3 gemeenten" in closing

    def test_unknown_coalitions_are_not_counted_as_none(self, base: Workspace) -> None:
        table = coverage(base, region_with(interventions={}), date(2025, 6, 30))
        closing = coverage_table(table, "intervention", "Voorbeeld").closing or ""
        assert "bekend" in closing
        assert "in 0 van" not in closing


class TestTargets:
    @staticmethod
    def of(base: Workspace, *figures: Data, **target: Any) -> dict[str, str]:
        year = year_with([{"id": "t", "title": "Trajecten", **target}], figures)
        states = target_states(base, region_with(), year)
        table = targets_table(states, "Voorbeeld", 2025)
        assert "Voorbeeld 2025" in table.title
        [row] = texts(table)
        return dict(zip(table.heads, row, strict=True))

    @pytest.mark.parametrize(
        ("target", "words"),
        [
            (
                {"kind": "per-municipality", "minimum": 2, "maximum": 4, "total": 9},
                ["9", "6", "12"],
            ),
            ({"kind": "count", "minimum": 4}, ["minstens 4"]),
            ({"kind": "count", "maximum": 4}, ["hoogstens 4"]),
            ({"kind": "count", "minimum": 4, "maximum": 6}, ["4", "6"]),
            ({"kind": "count", "minimum": 1.5}, ["1,5"]),
            ({"kind": "sum", "parts": {"a": 150, "b": 100}}, ["250"]),
            ({"kind": "every-municipality"}, ["3"]),
            ({"kind": "every-municipality", "unit": None}, ["3 gemeenten"]),
            ({"kind": "count", "minimum": 1}, ["minstens 1 traject"]),
            ({"kind": "frequency", "minimum": 2, "per": "year"}, ["minstens 2", "per jaar"]),
            ({"kind": "frequency", "minimum": 4, "per": "quarter"}, ["4", "per kwartaal"]),
            (
                {"kind": "per-programme", "minimum": 1, "programmes": ["oko", "gezonde-school"]},
                ["minstens", "2 programma's"],
            ),
        ],
    )
    def test_what_is_asked(self, base: Workspace, target: Data, words: list[str]) -> None:
        asked = self.of(base, **{"unit": "trajecten", **target})["Gevraagd"]
        assert all(word in asked for word in words)

    def test_a_minimum_per_programme_is_told_per_programme(self, base: Workspace) -> None:
        programmes = ["oko", "gezonde-school"]
        target = {"kind": "per-programme", "minimum": 3, "programmes": programmes}
        asked = self.of(base, **target)["Gevraagd"]
        # Three in each of two is something else than six in two.
        assert "3" in asked
        assert "minstens 6 in" not in asked

    def test_exactly_three_is_not_told_as_a_range(self, base: Workspace) -> None:
        asked = self.of(base, kind="count", exact=3, unit="scholen")["Gevraagd"]
        assert asked.count("3") == 1
        assert "3 scholen" in asked

    def test_a_target_without_a_number_asks_none(self, base: Workspace) -> None:
        assert not any(sign.isdigit() for sign in self.of(base, kind="milestone")["Gevraagd"])

    def test_nothing_measured_is_unknown_and_not_zero(self, base: Workspace) -> None:
        row = self.of(base, kind="count", minimum=4)
        assert (row["Bereikt"], row["Stand"]) == ("onbekend", "niet gemeten")

    def test_zero_measured_is_zero(self, base: Workspace) -> None:
        figure = {"target": "t", "place": "Voorbeeld", "value": 0}
        row = self.of(base, figure, kind="count", minimum=4)
        assert (row["Bereikt"], row["Stand"]) == ("0", "niet gehaald")

    def test_a_sum_over_some_municipalities_is_a_lower_bound(self, base: Workspace) -> None:
        figure = {"target": "t", "place": "Ede", "value": 1}
        row = self.of(base, figure, kind="count", minimum=4, unit="scholen")
        assert (row["Bereikt"], row["Stand"]) == ("minstens 1", "niet gemeten")


class TestBudget:
    @staticmethod
    def of(base: Workspace, lines: Sequence[Data], **budget: Any) -> Table:
        named = [{"id": f"l{n}", **line} for n, line in enumerate(lines)]
        content = Budget.model_validate(
            {"id": "b", "title": "Begroting 2025", "lines": named, **budget}
        )
        return budget_table(compute_budget(base, region_with(), content, Place("b.yaml")))

    LINES = (
        {"title": "Uren", "under": "som", "fte": 0.44, "amount": 8000},
        {"title": "Zaal", "under": "som", "amount": 2000.5},
        {"id": "som", "title": "Totaal", "total": True, "amount": 10000.5},
    )

    def test_lines_with_their_staff_and_amount(self, base: Workspace) -> None:
        table = self.of(base, self.LINES)
        assert table.title == "Begroting 2025"
        assert texts(table) == [
            ["Uren", "0,44", "€ 8.000"],
            ["Zaal", "", "€ 2.000,50"],
            ["Totaal", "", "€ 10.000,50"],
        ]
        assert table.closing == "De gedrukte totalen kloppen. 0,44 fte."

    def test_amounts_are_in_euros_whatever_the_unit(self, base: Workspace) -> None:
        table = self.of(base, [{"title": "Uren", "amount": 8.5}], multiplier=1000)
        assert column(table, "Bedrag") == ["€ 8.500"]

    @pytest.mark.parametrize(
        ("word", "shown"), [("PM", "PM"), ("ntb", "n.t.b."), ("nvt", "n.v.t.")]
    )
    def test_a_word_is_shown(self, base: Workspace, word: str, shown: str) -> None:
        assert column(self.of(base, [{"title": "A", "amount": word}]), "Bedrag") == [shown]

    def test_a_bound_is_shown(self, base: Workspace) -> None:
        about = {"title": "A", "amount": {"value": 5, "bound": "about"}}
        assert column(self.of(base, [about]), "Bedrag") == ["ongeveer € 5"]

    def test_a_column_has_its_title_or_its_kind_and_period(self, base: Workspace) -> None:
        columns = [
            {"id": "a", "kind": "budget", "period": 2024},
            {"id": "b", "kind": "actual", "period": 2024, "title": "Echt"},
        ]
        table = self.of(base, [{"title": "A", "amounts": {"a": 1, "b": 2}}], columns=columns)
        assert table.heads[-2:] == ("Begroting 2024", "Echt")

    def test_a_line_without_title_is_called_by_what_it_is_about(self, base: Workspace) -> None:
        table = self.of(base, [{"place": "Ede", "amount": 1}])
        assert column(table, table.heads[0]) == ["Ede"]

    def test_a_total_that_differs_is_named_with_its_difference(self, base: Workspace) -> None:
        wrong = [*self.LINES[:2], {**self.LINES[2], "amount": 10001}]
        table = self.of(base, wrong)
        told = " ".join([table.closing or "", *(cell for row in texts(table) for cell in row)])
        assert "€ 0,50" in told
        assert "kloppen" not in told

    @pytest.mark.parametrize(
        ("stated", "told"),
        [
            (81, "Som kan kloppen: er is nog een regel open."),
            (80, "Som kan kloppen: er is nog een regel open."),
            (79, "Som is € 1.000 lager dan de regels die al bekend zijn"),
        ],
    )
    def test_with_an_open_line_a_total_is_not_called_right(
        self, base: Workspace, stated: int, told: str
    ) -> None:
        lines: list[Data] = [
            {"under": "som", "amount": 60},
            {"under": "som", "amount": "PM"},
            {"under": "som", "amount": {"value": 20, "condition": "Als."}},
            {"id": "som", "title": "Som", "total": True, "amount": stated},
        ]
        closing = self.of(base, lines, multiplier=1000).closing or ""
        assert told in closing
        assert "De gedrukte totalen kloppen" not in closing
        right = [{"under": "b", "amount": 5}, {"id": "b", "total": True, "amount": 5}]
        closing = self.of(base, [*lines, *right], multiplier=1000).closing or ""
        assert told in closing
        assert "De andere gedrukte totalen kloppen." in closing

    def test_a_partial_total_is_not_called_wrong(self, base: Workspace) -> None:
        partial = [*self.LINES[:2], {**self.LINES[2], "amount": 50000, "partial": True}]
        closing = self.of(base, partial).closing
        assert (
            closing == "Totaal is niet na te rekenen: niet alle regels ervan staan hier. 0,44 fte."
        )

    def test_without_totals_nothing_is_said_about_them(self, base: Workspace) -> None:
        closing = self.of(base, [{"title": "A", "amount": 1}]).closing
        assert "totalen" not in (closing or "")

    def test_the_first_column_is_not_on_the_right(self, base: Workspace) -> None:
        table = self.of(base, self.LINES)
        assert table.heads[0] not in table.right
        assert "Bedrag" in table.right


def test_staff_of_nothing_is_not_told(base: Workspace) -> None:
    table = TestBudget.of(base, [{"title": "A", "amount": Decimal(1)}])
    assert "fte" not in (table.closing or "")


class TestBudgetDepth:
    COLUMNS = (
        {"id": "plan", "kind": "budget", "period": 2025},
        {"id": "echt", "kind": "actual", "period": 2025},
        {"id": "later", "kind": "budget", "period": 2026},
    )

    @staticmethod
    def of(base: Workspace, lines: Sequence[Data], **budget: Any) -> list[Table]:
        named = [{"id": f"l{n}", "title": f"L{n}", **line} for n, line in enumerate(lines)]
        content = Budget.model_validate({"id": "b", "title": "B", "lines": named, **budget})
        table = compute_budget(base, region_with(), content, Place("b.yaml"))
        return list(depth_tables(table, 2025))

    def test_a_budget_that_is_all_known_has_no_more_tables(self, base: Workspace) -> None:
        assert self.of(base, TestBudget.LINES) == []

    def test_what_is_open_and_what_is_conditional(self, base: Workspace) -> None:
        lines: list[Data] = [
            {"under": "som", "amount": {"value": 40, "condition": "Als."}},
            {"under": "som", "amount": 60},
            {"under": "som", "amount": "PM"},
            {"id": "som", "title": "Som", "total": True, "amount": "PM"},
        ]
        [table] = self.of(base, lines)
        assert table.heads == ("Onderdeel", "Bedrag", "Zonder voorwaarde", "Nog open")
        assert texts(table) == [["Som", "minstens € 100", "minstens € 60", "L2"]]

    def test_a_printed_total_names_what_is_open_too(self, base: Workspace) -> None:
        som = {"id": "som", "title": "Som", "total": True, "amount": 81}
        lines: list[Data] = [{"under": "som", "amount": n} for n in (60, "PM")]
        [table] = self.of(base, [*lines, som])
        assert texts(table) == [["Som", "ongeveer € 81", "ongeveer € 81", "L1"]]

    def test_lines_without_a_total_are_taken_together(self, base: Workspace) -> None:
        [table] = self.of(base, [{"amount": 60}, {"amount": "ntb"}])
        assert texts(table) == [["Samen", "minstens € 60", "minstens € 60", "L1"]]

    def test_budget_and_actual_side_by_side_and_years_together(self, base: Workspace) -> None:
        lines = [{"amounts": {"plan": 200, "echt": 250, "later": 100}}]
        beside, years = self.of(base, lines, columns=self.COLUMNS)
        assert beside.title == "B: Realisatie 2025 naast de begroting"
        assert beside.heads[1:3] == ("Begroting 2025", "Realisatie 2025")
        assert texts(beside) == [["L0", "€ 200", "€ 250", "125%", "€ -50"]]
        assert texts(years) == [["L0", "Begroting", "alles samen", "€ 300"]]

    def test_rates_are_told_below_the_lines(self, base: Workspace) -> None:
        lines = [{"title": "A", "fte": 1, "scale": 9, "amount": n} for n in (100, 101)]
        closing = TestBudget.of(base, lines).closing or ""
        assert "schaal 9" in closing
        assert "€ 100 tot € 101" in closing
        assert "1%" in closing

    def test_a_condition_is_marked_in_the_lines(self, base: Workspace) -> None:
        line = {"title": "A", "amount": {"value": 5, "condition": "als het mag"}}
        assert column(TestBudget.of(base, [line]), "Bedrag") == ["€ 5 (onder voorwaarde)"]
