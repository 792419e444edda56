"""What each municipality contributes to a budget: lines and totals agree to the cent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.budget.tables import budget_table
from kansrijk_cli.compute.dividing.contributions import Contribution, contributions
from kansrijk_cli.compute.dividing.requests import Where, Wishes
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budget
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, region_with, year_with

EQUAL = Wishes("equal")
NORTH: Data = {
    "places": [{"name": "Noord", "kind": "subregion", "municipalities": ["Ede", "Rhenen"]}]
}


def divided(
    base: Workspace, lines: Sequence[Data], wishes: Wishes = EQUAL, **budget: Any
) -> dict[str, Contribution]:
    """The contributions to a budget with one column, by line."""
    content = Budget.model_validate({"id": "b", "title": "B", "lines": lines, **budget})
    region = region_with(NORTH)
    plan = Where(base, region, replace(year_with()))
    table = budget_table(base, region, content, Place("budgets.yaml"))
    return {found.line.id: found for found in contributions(plan, table, wishes)}


def shares(found: Contribution) -> list[Decimal]:
    return list(found.shares.values())


def cents(*texts: str) -> list[Decimal]:
    return list(map(Decimal, texts))


class TestLines:
    def test_a_line_is_divided_to_the_cent(self, base: Workspace) -> None:
        found = divided(base, [{"id": "a", "amount": 100}])["a"]
        assert list(found.shares) == ["Ede", "Rhenen", "Veenendaal"]
        assert shares(found) == cents("33.34", "33.33", "33.33")
        assert found.total == 100

    def test_an_amount_in_thousands_is_divided_in_euros(self, base: Workspace) -> None:
        found = divided(base, [{"id": "a", "amount": 1.5}], multiplier=1000)["a"]
        assert shares(found) == [500, 500, 500]

    def test_what_comes_in_is_divided_as_what_goes_out(self, base: Workspace) -> None:
        found = divided(base, [{"id": "a", "amount": -100}])["a"]
        assert shares(found) == cents("-33.34", "-33.33", "-33.33")

    def test_a_word_is_not_divided(self, base: Workspace) -> None:
        found = divided(base, [{"id": "a", "amount": "PM"}])["a"]
        assert (found.total, found.shares, found.refusals) == (None, {}, ())

    def test_a_tariff_is_no_amount(self, base: Workspace) -> None:
        assert divided(base, [{"id": "a", "amount": 125, "per": "gezin"}]) == {}

    def test_a_line_of_a_place_is_for_who_lies_there(self, base: Workspace) -> None:
        found = divided(
            base,
            [
                {"id": "a", "amount": 10, "place": "Rhenen"},
                {"id": "b", "amount": 10, "place": "Noord"},
            ],
        )
        assert found["a"].shares == {"Rhenen": 10}
        assert found["b"].shares == {"Ede": 5, "Rhenen": 5}

    def test_who_does_not_take_part_pays_nothing(self, base: Workspace) -> None:
        found = divided(base, [{"id": "a", "amount": 10}], Wishes("equal", without=("Ede",)))["a"]
        assert found.shares == {"Ede": 0, "Rhenen": 5, "Veenendaal": 5}

    def test_a_line_may_have_a_division_of_its_own(self, base: Workspace) -> None:
        own: Mapping[str, Any] = {
            "without": ["Rhenen"],
            "deviations": {"Ede": {"value": 80, "reason": "Eigen gebouw."}},
        }
        found = divided(base, [{"id": "a", "amount": 100, "allocation": own}])["a"]
        assert found.shares == {"Ede": 80, "Rhenen": 0, "Veenendaal": 20}

    def test_what_cannot_be_divided_says_why(self, base: Workspace) -> None:
        found = divided(base, [{"id": "a", "amount": 100}], Wishes("table"))["a"]
        assert [refusal.why for refusal in found.refusals] == ["table-not-here"]
        assert found.shares == {}


class TestTotals:
    LINES: Sequence[Data] = (
        {"id": "a", "under": "som", "amount": 100},
        {"id": "b", "under": "som", "amount": 100},
    )

    def test_a_total_that_is_right_is_the_sum_of_its_lines(self, base: Workspace) -> None:
        som = {"id": "som", "total": True, "amount": 200}
        found = divided(base, [*self.LINES, som])["som"]
        # Divided by itself it would be 66,67, 66,67 and 66,66.
        assert shares(found) == cents("66.68", "66.66", "66.66")
        assert found.allocated is None

    def test_a_total_may_stand_before_its_lines(self, base: Workspace) -> None:
        som = {"id": "som", "total": True, "amount": 200}
        found = divided(base, [som, *self.LINES])
        assert list(found) == ["som", "a", "b"]
        assert shares(found["som"]) == cents("66.68", "66.66", "66.66")

    def test_another_total_is_divided_itself(self, base: Workspace) -> None:
        for som in (
            {"id": "som", "total": True, "amount": 201},
            {"id": "som", "total": True, "partial": True, "amount": 200},
        ):
            found = divided(base, [*self.LINES, som])["som"]
            assert found.allocated
            assert sum(found.shares.values()) == found.total

    def test_a_total_with_a_division_of_its_own_is_divided_itself(self, base: Workspace) -> None:
        som = {"id": "som", "total": True, "amount": 200, "allocation": {"minimum": 66}}
        found = divided(base, [*self.LINES, som])["som"]
        assert found.allocated
        assert shares(found) == cents("66.67", "66.67", "66.66")

    def test_how_sure_a_total_is(self, base: Workspace) -> None:
        lines: list[Data] = [
            {"id": "a", "under": "som", "amount": {"value": 1.5, "condition": "Als."}},
            {"id": "b", "under": "som", "amount": "PM"},
            {"id": "som", "total": True, "amount": 1.5},
            {"id": "c", "under": "mis", "amount": 2},
            {"id": "mis", "total": True, "amount": 3},
        ]
        found = divided(base, lines, multiplier=1000)
        assert found["som"].sum.conditional == 1500
        assert found["som"].sum.open == {"b": "PM"}
        assert found["som"].difference == 0
        assert found["mis"].difference == 1000

    def test_a_total_of_totals(self, base: Workspace) -> None:
        lines = [
            *self.LINES,
            {"id": "som", "total": True, "under": "alles", "amount": 200},
            {"id": "c", "under": "alles", "amount": 0.01, "place": "Veenendaal"},
            {"id": "alles", "total": True, "amount": 200.01},
        ]
        found = divided(base, lines)
        assert shares(found["alles"]) == cents("66.68", "66.66", "66.67")

    def test_totals_that_count_in_each_other_are_divided_themselves(self, base: Workspace) -> None:
        lines = [
            {"id": "a", "total": True, "under": "b", "amount": 9},
            {"id": "b", "total": True, "under": "a", "amount": 9},
        ]
        found = divided(base, lines)
        assert [shares(found[name]) for name in "ab"] == [[3, 3, 3], [3, 3, 3]]

    def test_each_column_has_its_own(self, base: Workspace) -> None:
        content = Budget.model_validate(
            {
                "id": "b",
                "title": "B",
                "columns": [
                    {"id": "plan", "kind": "budget", "period": 2025},
                    {"id": "echt", "kind": "actual", "period": 2025},
                ],
                "lines": [{"id": "a", "amounts": {"plan": 9, "echt": 6}}],
            }
        )
        region = region_with()
        table = budget_table(base, region, content, Place("budgets.yaml"))
        found = contributions(Where(base, region, year_with()), table, EQUAL)
        told: list[tuple[object, ...]] = [(c.column, *shares(c)) for c in found]
        assert told == [("plan", 3, 3, 3), ("echt", 2, 2, 2)]


@given(
    amounts=st.lists(
        st.decimals(min_value=-(10**6), max_value=10**6, places=2), min_size=1, max_size=6
    ),
    key=st.sampled_from(["equal", "inhabitants", "births"]),
    without=st.sampled_from([(), ("Ede",), ("Rhenen", "Veenendaal")]),
)
def test_lines_and_totals_add_up_both_ways(
    base: Workspace, amounts: list[Decimal], key: str, without: tuple[str, ...]
) -> None:
    lines: list[Data] = [
        {"id": f"l{n}", "under": "som", "amount": amount} for n, amount in enumerate(amounts)
    ]
    som = {"id": "som", "total": True, "amount": sum(amounts, Decimal(0))}
    found = divided(base, [*lines, som], Wishes(key, without=without))
    for contribution in found.values():
        assert sum(contribution.shares.values()) == contribution.total
    for name, total in found["som"].shares.items():
        assert total == sum(found[str(line["id"])].shares[name] for line in lines)
