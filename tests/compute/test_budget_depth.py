"""Sums, columns side by side, years, rates and sources of money of a budget."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.budget.columns import compared
from kansrijk_cli.compute.budget.funding import splits, uses
from kansrijk_cli.compute.budget.rates import rates
from kansrijk_cli.compute.budget.sums import Sum, over_columns, sum_of, together
from kansrijk_cli.compute.budget.tables import BudgetTable, budget_table
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budget, Budgets
from kansrijk_cli.output.show import show
from kansrijk_cli.reports.budget_figures import open_rows, over_rows
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, region_with

HERE = Place("budgets.yaml", ("budgets", 0))
YEAR = 2025


def budget(lines: Sequence[Data], **more: Any) -> Budget:
    """A budget in memory."""
    named = [{"id": f"l{n}", **line} for n, line in enumerate(lines)]
    return Budget.model_validate({"id": "b", "title": "B", "lines": named, **more})


def table(base: Workspace, lines: Sequence[Data], **more: Any) -> BudgetTable:
    """The table of a budget in memory."""
    return budget_table(base, region_with(), budget(lines, **more), HERE)


def last_sum(lines: Sequence[Data], **more: Any) -> Sum:
    """What the last line comes to."""
    found = budget(lines, **more)
    return sum_of(found, found.lines[-1], "amount")


def total(amount: object = None) -> Data:
    """A printed total."""
    return {"id": "som", "total": True, **({} if amount is None else {"amount": amount})}


def part(amount: object, **more: Any) -> Data:
    """A line of the total."""
    return {"under": "som", "amount": amount, **more}


class TestSums:
    @pytest.mark.parametrize("word", ["PM", "ntb"])
    def test_a_total_with_a_word_is_at_least_the_rest(self, word: str) -> None:
        found = last_sum([part(100), part(word), total("PM")])
        assert found == Sum(Decimal(100), open={"l1": word}, bounds=frozenset(("at-least",)))

    def test_what_does_not_apply_is_not_open(self) -> None:
        assert last_sum([part(100), part("nvt"), total(100)]) == Sum(Decimal(100))

    @pytest.mark.parametrize(("empty", "still_open"), [("unknown", ("l1",)), ("nvt", ())])
    def test_an_empty_cell_is_open_unless_the_budget_says_no(
        self, empty: str, still_open: tuple[str, ...]
    ) -> None:
        lines: list[Data] = [part(100), {"under": "som"}, total()]
        found = last_sum(lines, empty=empty)
        assert tuple(found.open) == still_open

    def test_a_printed_total_above_the_rest_leaves_room_for_what_is_open(self) -> None:
        found = last_sum([part(100), part("PM"), total(150)])
        assert (found.value, found.sure, found.has_room) == (Decimal(150), "about", True)
        found = last_sum([part(100), part("PM"), total(100)])
        assert (found.sure, found.has_room) == ("at-least", False)

    @pytest.mark.parametrize(
        ("bounds", "sure"),
        [
            ((None, "at-least"), "at-least"),
            (("at-least", "at-least"), "at-least"),
            ((None, "at-most"), "at-most"),
            ((None, "about"), "about"),
            (("at-least", "at-most"), "unknown"),
            (("at-least", "about"), "unknown"),
            ((None, None), None),
        ],
    )
    @pytest.mark.parametrize("on", ["line", "amount"])
    @pytest.mark.parametrize("printed", [None, 30])
    def test_a_total_is_as_sure_as_its_lines(
        self, bounds: Sequence[str | None], sure: str | None, on: str, printed: int | None
    ) -> None:
        said: list[Data] = [{"bound": bound} if bound else {} for bound in bounds]
        lines = [
            part({"value": n, **more}) if on == "amount" else part(n, **more)
            for n, more in zip((10, 20), said, strict=True)
        ]
        found = last_sum([*lines, total(printed)])
        assert (found.value, found.sure) == (Decimal(30), sure)
        loose = [{name: value for name, value in line.items() if name != "under"} for line in lines]
        assert together(budget(loose), "amount").sure == sure

    def test_a_printed_total_says_itself_how_sure_it_is(self) -> None:
        lower = part({"value": 20, "bound": "at-least"})
        assert last_sum([part(10), lower, total(40)]).sure == "about"
        assert (
            last_sum([part(10), lower, total({"value": 40, "bound": "at-most"})]).sure == "at-most"
        )

    def test_what_is_conditional_is_counted_apart(self) -> None:
        found = last_sum([part(100), part({"value": 40, "condition": "Als."}), total(140)])
        assert found == Sum(Decimal(140), Decimal(40))
        assert found.certain == 100

    def test_it_goes_through_totals_that_count_in_totals(self) -> None:
        lines: list[Data] = [
            {"under": "deel", "amount": {"value": 40, "condition": "Als."}},
            {"under": "deel", "amount": "ntb"},
            {"id": "deel", "total": True, "under": "som"},
            part(60),
            total(),
        ]
        found = last_sum(lines)
        assert (found.value, found.conditional) == (Decimal(100), Decimal(40))
        assert found.open == {"l1": "ntb"}

    def test_amounts_are_in_euros(self) -> None:
        assert last_sum([part(1.5), total(1.5)], multiplier=1000).value == 1500

    def test_lines_that_count_in_each_other_end(self) -> None:
        lines = [
            {"id": "a", "total": True, "under": "b"},
            {"id": "b", "total": True, "under": "a"},
        ]
        assert last_sum(lines).value == 0

    def test_all_lines_together_without_tariffs(self) -> None:
        found = budget([{"amount": 10}, {"amount": 20}, {"amount": 5, "per": "gezin"}, part(1)])
        assert together(found, "amount").value == 30

    @given(st.lists(st.tuples(st.integers(0, 10**6), st.booleans()), min_size=1, max_size=8))
    def test_certain_and_conditional_are_the_whole(self, cents: list[tuple[int, bool]]) -> None:
        amounts: list[Any] = [
            {"value": n / 100, "condition": "Als."} if held else n / 100 for n, held in cents
        ]
        found = last_sum([*map(part, amounts), total()])
        assert found.certain + found.conditional == found.value
        assert found.value * 100 == sum(n for n, _ in cents)


def column(name: str, kind: str, period: object) -> Data:
    """A column."""
    return {"id": name, "kind": kind, "period": period}


class TestColumns:
    PLAN = column("plan", "budget", 2025)

    def one(self, base: Workspace, plan: object, real: object, period: object = 2025) -> Any:
        columns = [self.PLAN, column("echt", "actual", period)]
        amounts = {"plan": plan, "echt": real}
        return list(compared(table(base, [{"amounts": amounts}], columns=columns), YEAR))

    @pytest.mark.parametrize(
        ("real", "left", "share"), [(50, 150, 0.25), (200, 0, 1), (250, -50, 1.25)]
    )
    def test_what_was_spent_of_the_budget(
        self, base: Workspace, real: int, left: int, share: float
    ) -> None:
        [found] = self.one(base, 200, real)
        assert found.left == left
        assert found.share == Fraction(share)

    def test_half_a_year_is_held_against_the_budget_of_the_year(self, base: Workspace) -> None:
        [found] = self.one(base, 200, 50, "Q1 - Q2")
        assert (found.column, found.against) == ("echt", "plan")

    def test_another_year_is_not_compared(self, base: Workspace) -> None:
        assert self.one(base, 200, 50, 2024) == []

    @pytest.mark.parametrize("word", ["PM", "ntb", "nvt"])
    def test_a_word_is_not_compared(self, base: Workspace, word: str) -> None:
        assert self.one(base, 200, word) == []
        assert self.one(base, word, 50) == []

    @pytest.mark.parametrize(
        ("plan", "real", "left", "share"),
        [
            ((10, 20), (5, 20), None, None),
            # More of the budget may come, so more may be left.
            ((10, "PM"), (5, 20), "at-least", "at-most"),
            # More may have been spent.
            ((10, 20), (5, "ntb"), "at-most", "at-least"),
            ((10, "PM"), (5, "PM"), "unknown", "unknown"),
            ((10, "nvt"), (5, 20), None, None),
        ],
    )
    def test_a_total_with_an_open_line(
        self, base: Workspace, plan: Any, real: Any, left: str | None, share: str | None
    ) -> None:
        columns = [self.PLAN, column("echt", "actual", 2025)]
        pairs = zip(plan, real, strict=True)
        lines = [{"under": "som", "amounts": {"plan": p, "echt": r}} for p, r in pairs]
        known = [sum(n for n in side if isinstance(n, int)) for side in (plan, real)]
        som = {"total": True, "id": "som", "amounts": {"plan": known[0], "echt": known[1]}}
        *_, found = compared(table(base, [*lines, som], columns=columns), YEAR)
        assert found.line == "som"
        assert found.left == known[0] - known[1]
        assert (found.sure, found.share_sure) == (left, share)

    def test_a_total_with_room_for_an_open_line_is_about_it(self, base: Workspace) -> None:
        columns = [self.PLAN, column("echt", "actual", 2025)]
        lines = [
            part(None, amounts={"plan": 60, "echt": 40}),
            part(None, amounts={"plan": "PM"}),
            {"total": True, "id": "som", "amounts": {"plan": 81, "echt": 40}},
        ]
        *_, found = compared(table(base, lines, columns=columns, empty="nvt"), YEAR)
        assert found.left == 41
        assert (found.sure, found.share_sure) == ("about", "about")

    @pytest.mark.parametrize(
        ("plan", "real", "left"),
        [
            ("at-most", None, "at-most"),
            (None, "at-most", "at-least"),
            ("about", None, "about"),
            ("at-least", "at-most", "at-least"),
            ("at-least", "at-least", "unknown"),
        ],
    )
    def test_amounts_that_are_bounds(
        self, base: Workspace, plan: str | None, real: str | None, left: str
    ) -> None:
        cells = [{"value": 9, **({"bound": b} if b else {})} for b in (plan, real)]
        [found] = self.one(base, *cells)
        assert found.sure == left

    def test_a_part_of_nothing_is_not_a_number(self, base: Workspace) -> None:
        [found] = self.one(base, 0, 50)
        assert found.left == -50
        assert found.share is None


class TestYears:
    def of(self, base: Workspace, *columns: Data, **amounts: object) -> dict[Any, Any]:
        lines = [{"amounts": amounts}]
        found = over_columns(table(base, lines, columns=list(columns)), YEAR)
        return {(over.kind, over.year): over.sum for over in found}

    def test_years_are_added_up_per_kind(self, base: Workspace) -> None:
        columns = [column("a", "budget", 2025), column("b", "budget", 2026)]
        found = self.of(base, *columns, column("c", "actual", 2025), a=10, b=20, c=7)
        assert found == {("budget", None): Sum(Decimal(30))}

    def test_quarters_are_added_up_per_year_too(self, base: Workspace) -> None:
        names = {"a": "2025-Q1", "b": "2025-Q2", "c": 2026}
        columns = [column(name, "budget", period) for name, period in names.items()]
        found = self.of(base, *columns, a=1, b=2, c=4)
        assert {year: total.value for (_, year), total in found.items()} == {2025: 3, None: 7}

    def test_a_year_that_is_open_makes_the_whole_at_least(self, base: Workspace) -> None:
        columns = [column("a", "budget", 2025), column("b", "budget", 2026)]
        [found] = self.of(base, *columns, a=10, b="PM").values()
        assert (found.value, found.sure) == (Decimal(10), "at-least")
        assert found.open == {"l0": "PM"}

    def test_columns_that_overlap_are_not_added_up(self, base: Workspace) -> None:
        columns = [column("a", "budget", 2025), column("b", "budget", "2025-Q1")]
        assert self.of(base, *columns, a=10, b=4) == {}


class TestShown:
    """Sums as they are told in documents and by the command."""

    @pytest.mark.parametrize(
        ("amounts", "told"),
        [
            ({"a": "PM", "b": "PM"}, "PM"),
            ({"a": "ntb", "b": "ntb"}, "n.t.b."),
            ({"a": "PM", "b": "ntb"}, "n.t.b."),
            ({"a": "PM"}, "onbekend"),
            ({"a": 10, "b": "PM"}, "minstens € 10"),
            ({"a": {"value": 10, "bound": "at-least"}, "b": 5}, "minstens € 15"),
            ({"a": {"value": 9, "bound": "at-least"}, "b": "PM"}, "minstens € 9"),
            ({"a": {"value": 9, "bound": "about"}, "b": "PM"}, "niet precies € 9"),
            ({"a": 10, "b": 5}, "€ 15"),
        ],
    )
    def test_a_line_over_years(self, base: Workspace, amounts: Data, told: str) -> None:
        columns = [column("a", "budget", 2025), column("b", "budget", 2026)]
        made = table(base, [{"amounts": amounts}], columns=columns)
        [row] = over_rows(made, YEAR)
        assert show(row[3]) == told

    def test_a_total_of_lines_that_are_bounds_is_told(self, base: Workspace) -> None:
        lines = [part(100, bound="at-least"), part({"value": 50, "condition": "Als."}), total(150)]
        [row] = open_rows(table(base, lines))
        assert [show(cell) for cell in row] == [
            *("som", "", "minstens € 150", "minstens € 100"),
            "",
        ]

    def test_a_total_that_is_printed_as_a_bound_is_not_told_again(self, base: Workspace) -> None:
        lines = [part(100, bound="at-least"), total({"value": 100, "bound": "at-least"})]
        assert open_rows(table(base, lines)) == []

    def test_what_comes_on_a_condition_beside_an_open_line(self, base: Workspace) -> None:
        lines = [part({"value": 50, "condition": "Als."}), part("PM"), total()]
        [row] = open_rows(table(base, lines))
        assert [show(cell) for cell in row[2:4]] == ["minstens € 50", "PM"]


class TestRates:
    def test_equal_scales_are_compared(self) -> None:
        lines = [
            {"fte": 0.44, "scale": 11, "amount": 56400},
            {"fte": 0.33, "scale": 11, "amount": 42000},
            {"fte": 0.33, "scale": 10, "amount": 37300},
        ]
        ten, eleven = rates(budget(lines))
        assert ten.scale == 10
        assert [rate.line for rate in ten.rates] == ["l2"]
        assert ten.spread == 0
        assert [rate.line for rate in eleven.rates] == ["l1", "l0"]
        # (56400 / 0,44) / (42000 / 0,33) = 1,00714...
        assert round(eleven.spread, 3) == Fraction(714, 1000)
        assert eleven.is_equal

    @pytest.mark.parametrize(("tolerance", "equal"), [(None, False), (9, False), (10, True)])
    def test_the_tolerance_of_the_budget(self, tolerance: int | None, equal: bool) -> None:
        lines = [{"fte": 1, "scale": 9, "amount": amount} for amount in (100, 110)]
        [found] = rates(budget(lines, **({} if tolerance is None else {"tolerance": tolerance})))
        assert found.is_equal is equal

    @pytest.mark.parametrize(
        "line",
        [
            {"amount": 100, "total": True},
            {"amount": 100, "per": "jaar"},
            {"amount": {"value": 100, "bound": "about"}},
            {"amount": {"value": 100, "condition": "Als."}},
            {"amount": "PM"},
            {"amount": 100, "fte": 0},
        ],
    )
    def test_only_exact_amounts_count(self, line: Data) -> None:
        assert list(rates(budget([{"fte": 1, "scale": 9, **line}]))) == []


class TestFunding:
    @staticmethod
    def used(lines: Sequence[Data], source: Data, **more: Any) -> list[tuple[object, object]]:
        content = {
            "funding": [{"id": "iza", "title": "IZA", **source}, {"id": "x", "title": "X"}],
            "budgets": [
                {
                    "id": "b",
                    "title": "B",
                    "lines": [{"id": f"l{n}", **line} for n, line in enumerate(lines)],
                    **more,
                }
            ],
        }
        entry = Entry(Place("budgets.yaml"), Budgets.model_validate(content))
        return [(use.used, use.over) for use in uses(entry, YEAR) if use.funding.id == "iza"]

    def test_lines_and_parts_of_lines_count(self) -> None:
        funded = [{"funding": "iza", "amount": 30}, {"funding": "x", "amount": 70}]
        lines = [{"amount": 50, "funding": "iza"}, {"amount": 100, "funded": funded}]
        assert self.used(lines, {"amount": 60}) == [(80, 20)]

    def test_what_is_not_known_is_not_too_much(self) -> None:
        lines = [{"amount": 50, "funding": "iza"}]
        for amount in ("PM", "ntb", {"value": 1, "bound": "at-least"}):
            assert self.used(lines, {"amount": amount}) == [(50, 0)]

    def test_a_total_is_not_counted_with_its_lines(self) -> None:
        lines = [part(50, funding="iza"), {**total(50), "funding": "iza"}]
        assert self.used(lines, {"amount": 50}) == [(50, 0)]

    @pytest.mark.parametrize(
        ("source", "used"),
        [
            ({}, [60, 40]),
            ({"period": "2025 - 2026"}, [100]),
            ({"period": 2025, "structural": True}, [60, 40]),
        ],
    )
    def test_money_for_some_years_is_for_them_together(self, source: Data, used: list[int]) -> None:
        columns = [column("a", "budget", 2025), column("b", "budget", 2026)]
        lines = [{"amounts": {"a": 60, "b": 40}, "funding": "iza"}]
        assert self.used(lines, source, columns=columns) == [(euros, 0) for euros in used]

    @pytest.mark.parametrize(
        ("amounts", "difference"),
        [((60, 40), 0), ((60, 30), 10), ((60, 50), -10), ((60, "ntb"), 0), ((110, "PM"), -10)],
    )
    def test_the_parts_of_a_line_against_its_amount(
        self, amounts: tuple[object, object], difference: int
    ) -> None:
        funded = [{"funding": f, "amount": a} for f, a in zip(("iza", "x"), amounts, strict=True)]
        [found] = splits(budget([{"amount": 100, "funded": funded}]), HERE)
        assert found.difference == difference
