"""Printed totals against the sum of their lines, staff, and amounts per municipality."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.budget.tables import BudgetTable, Total, amount_in, budget_table, value_in
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budget
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, decimals, region_with

HERE = Place("budgets.yaml", ("budgets", 0))


def compute(base: Workspace, lines: Sequence[Data], **budget: Any) -> BudgetTable:
    """The table of a budget in memory."""
    named = [{"id": f"l{n}", **line} for n, line in enumerate(lines)]
    content = Budget.model_validate({"id": "b", "title": "B", "lines": named, **budget})
    return budget_table(base, region_with(), content, HERE)


def only(table: BudgetTable) -> Total:
    """The one total of a table."""
    [total] = table.totals
    return total


def amounts(total: Total) -> tuple[Decimal | None, ...]:
    """What is stated, what is computed, and the difference."""
    return (total.stated, total.computed, total.difference)


def part(amount: object = None, under: str = "som", **line: Any) -> Data:
    """A line that counts in a total."""
    return {"under": under, **({} if amount is None else {"amount": amount}), **line}


def som(amount: object = None, **line: Any) -> Data:
    """A printed total."""
    return {"id": "som", "total": True, **({} if amount is None else {"amount": amount}), **line}


class TestTotals:
    def test_a_total_that_is_the_sum_differs_by_nothing(self, base: Workspace) -> None:
        total = only(compute(base, [part(8000), part(2000), som(10000)]))
        assert amounts(total) == decimals(10000, 10000, 0)
        assert total.complete
        assert total.place == HERE.at("lines", 2, "amount")

    @pytest.mark.parametrize(
        ("stated", "difference"), [(10001, 1), (9999, -1), (0, -10000), (10000.5, Decimal("0.5"))]
    )
    def test_a_difference_is_stated_less_computed(
        self, base: Workspace, stated: float, difference: Decimal
    ) -> None:
        assert only(compute(base, [part(8000), part(2000), som(stated)])).difference == difference

    def test_cents_add_up_exactly(self, base: Workspace) -> None:
        total = only(compute(base, [part(0.1), part(0.2), som(0.3)]))
        assert amounts(total) == decimals(0.3, 0.3, 0)

    def test_negative_lines_count(self, base: Workspace) -> None:
        assert only(compute(base, [part(100), part(-30), som(70)])).difference == 0

    def test_lines_elsewhere_do_not_count(self, base: Workspace) -> None:
        lines = [part(100), {"amount": 7}, part(9, under="ander"), som(100)]
        assert only(compute(base, lines)).computed == 100

    def test_a_total_without_lines_is_not_computed(self, base: Workspace) -> None:
        assert compute(base, [{"amount": 100}, som(100)]).totals == ()

    def test_a_line_that_is_no_total_is_not_computed(self, base: Workspace) -> None:
        assert compute(base, [part(100), {"id": "som", "amount": 100}]).totals == ()

    def test_totals_may_be_nested(self, base: Workspace) -> None:
        lines = [
            part(56400, under="onderdelen"),
            part(42000, under="onderdelen"),
            {"id": "onderdelen", "total": True, "under": "som", "amount": 98400},
            part(36300),
            som(134700),
        ]
        table = compute(base, lines)
        assert [total.line for total in table.totals] == ["onderdelen", "som"]
        assert [amounts(total) for total in table.totals] == [
            decimals(98400, 98400, 0),
            decimals(134700, 134700, 0),
        ]

    def test_a_wrong_subtotal_is_told_once(self, base: Workspace) -> None:
        lines = [
            part(10, under="deel"),
            {"id": "deel", "total": True, "under": "som", "amount": 11},
            part(5),
            som(16),
        ]
        assert [t.difference for t in compute(base, lines).totals] == [1, 0]


class TestWords:
    @pytest.mark.parametrize(("word", "complete"), [("PM", False), ("ntb", False), ("nvt", True)])
    def test_a_word_adds_nothing(self, base: Workspace, word: str, complete: bool) -> None:
        total = only(compute(base, [part(100), part(word), som(100)]))
        assert total.computed == 100
        assert total.complete is complete

    @pytest.mark.parametrize(("empty", "complete"), [("unknown", False), ("nvt", True)])
    def test_what_an_empty_cell_means_is_told_by_the_budget(
        self, base: Workspace, empty: str, complete: bool
    ) -> None:
        total = only(compute(base, [part(100), part(), som(120)], empty=empty))
        assert amounts(total) == decimals(120, 100, 20)
        assert total.complete is complete

    def test_a_partial_total_is_not_complete(self, base: Workspace) -> None:
        total = only(compute(base, [part(100), som(500, partial=True)]))
        assert total.difference == 400
        assert total.complete is False

    @pytest.mark.parametrize("word", ["PM", "ntb", "nvt"])
    def test_a_total_in_words_differs_from_nothing(self, base: Workspace, word: str) -> None:
        total = only(compute(base, [part(100), som(word)]))
        assert amounts(total) == decimals(None, 100, None)

    def test_a_total_that_is_not_printed_is_computed(self, base: Workspace) -> None:
        total = only(compute(base, [part(100), som()]))
        assert amounts(total) == decimals(None, 100, None)
        assert total.place == HERE.at("lines", 1)

    def test_a_total_of_nothing_known_is_left_out(self, base: Workspace) -> None:
        assert compute(base, [part("PM"), som()]).totals == ()

    def test_an_amount_may_have_a_bound(self, base: Workspace) -> None:
        about = {"value": 100, "bound": "about"}
        assert only(compute(base, [part(about), som(100)])).difference == 0


class TestColumns:
    COLUMNS = (
        {"id": "plan", "kind": "budget", "period": 2024},
        {"id": "echt", "kind": "actual", "period": 2024},
    )

    @staticmethod
    def line(plan: object, echt: object, **line: Any) -> Data:
        amounts = {"plan": plan, "echt": echt}
        return {"amounts": {k: v for k, v in amounts.items() if v is not None}, **line}

    def test_each_column_has_its_own_sum(self, base: Workspace) -> None:
        lines = [
            self.line(100, 90, under="som"),
            self.line(50, 70, under="som"),
            self.line(150, 150, id="som", total=True),
        ]
        table = compute(base, lines, columns=self.COLUMNS)
        assert table.columns == ("plan", "echt")
        assert [total.column for total in table.totals] == ["plan", "echt"]
        assert [amounts(total) for total in table.totals] == [
            decimals(150, 150, 0),
            decimals(150, 160, -10),
        ]
        assert table.totals[1].place == HERE.at("lines", 2, "amounts", "echt")

    def test_a_column_may_be_empty_in_the_total(self, base: Workspace) -> None:
        lines = [self.line(100, 90, under="som"), self.line(100, None, id="som", total=True)]
        plan, echt = compute(base, lines, columns=self.COLUMNS).totals
        assert amounts(plan) == decimals(100, 100, 0)
        assert amounts(echt) == decimals(None, 90, None)

    def test_a_column_that_nobody_filled_has_no_total(self, base: Workspace) -> None:
        lines = [self.line(100, None, under="som"), self.line(100, None, id="som", total=True)]
        [total] = compute(base, lines, columns=self.COLUMNS).totals
        assert total.column == "plan"

    def test_completeness_is_judged_per_column(self, base: Workspace) -> None:
        lines = [
            self.line(100, "PM", under="som"),
            self.line(10, 5, under="som"),
            self.line(110, 5, id="som", total=True),
        ]
        table = compute(base, lines, columns=self.COLUMNS)
        assert [t.complete for t in table.totals] == [True, False]

    def test_values_and_words_of_a_cell(self, base: Workspace) -> None:
        table = compute(base, [self.line(100, "ntb")], columns=self.COLUMNS)
        [line] = table.budget.lines
        assert value_in(line, "plan") == 100
        assert value_in(line, "echt") is None
        word = amount_in(line, "echt")
        assert word is not None
        assert word.value == "ntb"
        assert amount_in(line, "elders") is None

    def test_one_amount_is_the_column_amount(self, base: Workspace) -> None:
        table = compute(base, [{"amount": 5}])
        assert table.columns == ("amount",)
        assert value_in(table.budget.lines[0], "amount") == 5


class TestStaff:
    def test_staff_is_added_without_the_totals(self, base: Workspace) -> None:
        lines = [
            part(1, fte=0.44),
            part(2, fte=0.33),
            part(3, fte=0.33),
            som(6, fte=1.1),
        ]
        assert compute(base, lines).fte == Decimal("1.10")

    def test_without_staff_it_is_not_known(self, base: Workspace) -> None:
        assert compute(base, [part(1), som(1)]).fte is None

    def test_no_staff_is_something_else_than_unknown_staff(self, base: Workspace) -> None:
        assert compute(base, [part(1, fte=0)]).fte == 0


class TestPerMunicipality:
    def test_lines_of_a_municipality_are_added_up(self, base: Workspace) -> None:
        lines = [
            part(100, place="Rhenen"),
            part(50, place="Ede"),
            part(25, place="Rhenen"),
            part("PM", place="Veenendaal"),
            part(9),
            som(184, place="Ede"),
        ]
        table = compute(base, lines)
        assert table.by_municipality == {"Ede": {"amount": 50}, "Rhenen": {"amount": 125}}
        assert list(table.by_municipality) == ["Ede", "Rhenen"]

    def test_amounts_are_in_euros_whatever_the_unit(self, base: Workspace) -> None:
        table = compute(base, [part(1.5, place="Ede")], multiplier=1000)
        assert table.by_municipality == {"Ede": {"amount": 1500}}

    def test_an_alias_and_the_official_name_are_one(self, base: Workspace) -> None:
        lines = [part(1, place="Den Bosch"), part(2, place="'s-Hertogenbosch")]
        assert compute(base, lines).by_municipality == {"'s-Hertogenbosch": {"amount": 3}}

    def test_a_place_that_is_no_municipality_is_left_out(self, base: Workspace) -> None:
        lines = [part(1, place="Voorbeeld"), part(2, place="Praktijk Noord")]
        assert compute(base, lines).by_municipality == {}

    def test_each_column_has_its_own_amounts(self, base: Workspace) -> None:
        line = {"place": "Ede", "amounts": {"plan": 10, "echt": 12}}
        table = compute(base, [line, line | {"id": "l2"}], columns=TestColumns.COLUMNS)
        assert table.by_municipality == {"Ede": {"plan": 20, "echt": 24}}


class TestUnit:
    def test_totals_are_compared_in_the_unit_of_the_budget(self, base: Workspace) -> None:
        total = only(compute(base, [part(12), part(13), som(26)], multiplier=1000))
        assert amounts(total) == decimals(26, 25, 1)


MONEY = st.decimals(min_value=-(10**7), max_value=10**7, places=2)


@st.composite
def true_budgets(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Lines under groups, groups under one whole, every total the true sum; in any order."""
    lines: list[dict[str, Any]] = []
    whole = Decimal(0)
    for group in range(draw(st.integers(1, 4))):
        amounts = draw(st.lists(MONEY, min_size=1, max_size=5))
        name = f"groep{group}"
        lines += ({"id": f"{name}-{n}", "under": name, "amount": a} for n, a in enumerate(amounts))
        subtotal = sum(amounts, Decimal(0))
        lines.append({"id": name, "total": True, "under": "alles", "amount": subtotal})
        whole += subtotal
    for n, amount in enumerate(draw(st.lists(MONEY, max_size=3))):
        lines.append({"id": f"los{n}", "under": "alles", "amount": amount})
        whole += amount
    lines.append({"id": "alles", "total": True, "amount": whole})
    return draw(st.permutations(lines))


@given(lines=true_budgets(), multiplier=st.sampled_from([1, 1000]))
def test_true_totals_never_differ(
    base: Workspace, lines: list[dict[str, Any]], multiplier: int
) -> None:
    table = compute(base, lines, multiplier=multiplier)
    assert len(table.totals) == sum("total" in line for line in lines)
    assert all(total.difference == 0 and total.complete for total in table.totals)


@given(
    lines=true_budgets(),
    by=MONEY.filter(lambda amount: amount != 0),
    choice=st.integers(min_value=0),
)
def test_a_total_that_is_off_is_off_by_exactly_that(
    base: Workspace, lines: list[dict[str, Any]], by: Decimal, choice: int
) -> None:
    totals = [line for line in lines if "total" in line]
    changed = totals[choice % len(totals)]
    shifted = [
        line | {"amount": line["amount"] + by} if line is changed else line for line in lines
    ]
    found = {t.line: t.difference for t in compute(base, shifted).totals}
    assert found[changed["id"]] == by
    # A subtotal counts in the whole, so the whole is off by as much the other way.
    above = {"alles": -by} if changed["id"] != "alles" else {}
    for line, difference in found.items():
        if line != changed["id"]:
            assert difference == above.get(line, 0)
