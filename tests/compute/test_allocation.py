"""Dividing a target or an amount: what the data say, what somebody wishes, and what explains it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.dividing.allocation import Allocated, Request, allocate
from kansrijk_cli.compute.dividing.apportion import METHODS, Refusal
from kansrijk_cli.compute.dividing.planned import planned_lines, planned_targets
from kansrijk_cli.compute.dividing.requests import (
    Where,
    Wishes,
    find_cells,
    find_target,
    municipalities_at,
    names_to_divide,
    of_cell,
    of_target,
)
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, decimals, entry, region_with, year_with

ALL = ("Ede", "Rhenen", "Veenendaal")
# The base has 1300, 200 and 900 births in 2024, and 124000, 20600 and 69800 inhabitants.
TRAJECTEN: Data = {
    "id": "trajecten",
    "title": "Trajecten",
    "kind": "per-municipality",
    "unit": "trajecten",
    "minimum": 2,
    "maximum": 6,
    "total": 12,
}
REGION: Data = {
    "places": [{"name": "Noord", "kind": "subregion", "municipalities": ["Ede", "Rhenen"]}],
    "keys": [{"id": "eigen", "title": "Eigen", "table": {"Ede": 1, "Rhenen": 2, "Veenendaal": 3}}],
}


def where(
    base: Workspace, targets: Sequence[Data] = (), budgets: Sequence[Data] = (), year: int = 2025
) -> Where:
    """A plan with these targets and budgets."""
    folder = year_with(targets, year=year)
    content = Budgets.model_validate({"budgets": budgets})
    files = replace(folder.files, entries={**folder.files.entries, Budgets: entry(content)})
    return Where(base, region_with(REGION), replace(folder, files=files))


def target(base: Workspace, wishes: Wishes | None = None, **changes: Any) -> Allocated:
    """The division of the one target of a plan."""
    plan = where(base, [{**TRAJECTEN, **changes}])
    found = find_target(plan, "trajecten")
    assert found
    request = of_target(plan, found, wishes or Wishes("births"))
    assert isinstance(request, Request)
    return allocate(plan.workspace, plan.region, request)


def values(found: Allocated) -> dict[str, Decimal]:
    assert found.refusals == ()
    return {share.municipality: share.value for share in found.shares}


def why(found: Allocated) -> list[tuple[str, Mapping[str, object], tuple[str, ...]]]:
    assert found.shares == ()
    return [(refusal.why, refusal.numbers, refusal.names) for refusal in found.refusals]


class TestTarget:
    def test_the_bounds_and_total_of_the_target_hold(self, base: Workspace) -> None:
        # 12 in proportion: 6,5, 1 and 4,5. Rhenen gets 2; the 10 others are 5,91 and 4,09.
        found = target(base, Wishes("births", on=date(2024, 12, 31)))
        assert values(found) == {"Ede": 6, "Rhenen": 2, "Veenendaal": 4}
        assert [share.decided_by for share in found.shares] == ["up", "minimum", "down"]
        assert found.weights.years == {"births": 2024}

    def test_the_day_is_the_first_of_the_year_of_the_plan(self, base: Workspace) -> None:
        found = target(base)
        assert found.request.on == date(2025, 1, 1)
        assert found.weights.years == {"births": 2024}

    def test_an_exact_number_is_a_total(self, base: Workspace) -> None:
        changes = {"kind": "count", "exact": 3, "minimum": None, "maximum": None, "total": None}
        kept = {name: value for name, value in changes.items() if value is not None}
        base_target = {k: v for k, v in TRAJECTEN.items() if k not in changes}
        plan = where(base, [{**base_target, **kept}])
        found = find_target(plan, "trajecten")
        assert found
        request = of_target(plan, found, Wishes("equal"))
        assert isinstance(request, Request)
        assert request.total == 3

    @pytest.mark.parametrize("kind", ["count", "milestone"])
    def test_a_minimum_is_no_total(self, base: Workspace, kind: str) -> None:
        plan = where(base, [{"id": "t", "title": "T", "kind": kind, "minimum": 4}])
        found = find_target(plan, "t")
        assert found
        assert of_target(plan, found, Wishes("equal")) == Refusal("no-total")

    def test_the_places_of_the_target_take_part(self, base: Workspace) -> None:
        found = target(base, places=["Noord"])
        assert list(values(found)) == ["Ede", "Rhenen"]

    def test_without_a_key_it_asks_for_one(self, base: Workspace) -> None:
        plan = where(base, [TRAJECTEN])
        found = find_target(plan, "trajecten")
        assert found
        assert of_target(plan, found, Wishes()) == Refusal("no-key")


class TestAsTheDataSay:
    ALLOCATION: ClassVar[Data] = {
        "key": "eigen",
        "method": "adams",
        "without": ["Rhenen"],
        "deviations": {"Ede": {"value": 5, "reason": "Al beloofd."}},
    }

    def test_key_method_participation_and_deviations(self, base: Workspace) -> None:
        found = target(base, Wishes(), allocation=self.ALLOCATION, total=10)
        assert values(found) == {"Ede": 5, "Rhenen": 0, "Veenendaal": 5}
        assert [s.decided_by for s in found.shares] == ["deviation", "absent", "up"]
        assert (found.request.key, found.request.method) == ("eigen", "adams")
        [ede, rhenen, _] = found.shares
        assert ede.deviation
        assert ede.deviation.reason == "Al beloofd."
        assert rhenen.part is None

    def test_wishes_go_before_it(self, base: Workspace) -> None:
        wishes = Wishes("births", "dhondt", without=("Veenendaal",), maximum=Decimal(9))
        found = target(base, wishes, allocation=self.ALLOCATION)
        assert values(found) == {"Ede": 5, "Rhenen": 7, "Veenendaal": 0}
        assert found.request.method == "dhondt"

    def test_wishes_bring_back_who_did_not_take_part_with_its_bounds(self, base: Workspace) -> None:
        wishes = Wishes("equal", without=("Veenendaal",))
        found = target(base, wishes, allocation={"without": ["Rhenen"]}, total=8, minimum=3)
        assert values(found) == {"Ede": 4, "Rhenen": 4, "Veenendaal": 0}
        assert [share.bounds.minimum for share in found.shares] == [3, 3, None]

    def test_every_municipality_that_takes_part(self, base: Workspace) -> None:
        own = {"key": "equal", "without": ["Rhenen"]}
        found = target(base, Wishes(), kind="every-municipality", allocation=own, total=None)
        assert values(found) == {"Ede": 1, "Rhenen": 0, "Veenendaal": 1}

    def test_the_narrowest_bounds_hold(self, base: Workspace) -> None:
        own = {"key": "births", "minimum": 1, "maximum": 5}
        found = target(base, Wishes(), allocation=own)
        assert values(found) == {"Ede": 5, "Rhenen": 2, "Veenendaal": 5}

    def test_a_step_of_its_own(self, base: Workspace) -> None:
        own = {"key": "inhabitants", "step": 0.5}
        found = target(base, Wishes(), allocation=own, total=12.5)
        assert sum(values(found).values()) == Decimal("12.5")
        assert all(value % Decimal("0.5") == 0 for value in values(found).values())

    def test_they_are_found_with_their_place(self, base: Workspace) -> None:
        line = {"id": "uren", "amount": 90, "allocation": {"key": "equal", "maximum": 10}}
        targets = [TRAJECTEN, {**TRAJECTEN, "id": "t2", "allocation": {"key": "births"}}]
        plan = where(base, targets, [{"id": "b", "title": "B", "lines": [{"id": "x"}, line]}])
        [of_target] = planned_targets(plan)
        assert of_target.place.route == ("targets", 1, "allocation")
        assert of_target.refusals == ()
        [of_line] = planned_lines(plan)
        assert of_line.place.route == ("budgets", 0, "lines", 1, "allocation")
        assert [refusal.why for refusal in of_line.refusals] == ["too-high"]

    def test_an_amount_in_words_is_not_divided(self, base: Workspace) -> None:
        line = {"id": "uren", "amount": "PM", "allocation": {"key": "equal"}}
        plan = where(base, (), [{"id": "b", "title": "B", "lines": [line]}])
        assert list(planned_lines(plan)) == []

    def test_a_plan_may_ask_what_cannot_be_asked(self, base: Workspace) -> None:
        plan = where(base, [{**TRAJECTEN, "allocation": {}}])
        [found] = planned_targets(plan)
        assert (found.allocated, found.refusals) == (None, (Refusal("no-key"),))


class TestDeviations:
    @staticmethod
    def of(base: Workspace, value: object, name: str = "Ede", **more: Any) -> Allocated:
        deviations = {name: {"value": value, "reason": "R"}}
        own = {"key": "births", "deviations": deviations, **more}
        return target(base, Wishes(), allocation=own)

    def test_the_others_divide_the_rest(self, base: Workspace) -> None:
        assert values(self.of(base, 3)) == {"Ede": 3, "Rhenen": 3, "Veenendaal": 6}

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (1, ("deviation-too-low", {"value": 1, "minimum": 2})),
            (7, ("deviation-too-high", {"value": 7, "maximum": 6})),
            (2.5, ("deviation-not-in-steps", {"value": Decimal("2.5"), "step": 1})),
            (-1, ("deviation-not-in-steps", {"value": -1, "step": 1})),
        ],
    )
    def test_one_that_cannot_be_is_refused(
        self, base: Workspace, value: object, expected: tuple[str, Mapping[str, object]]
    ) -> None:
        assert why(self.of(base, value)) == [(*expected, ("Ede",))]

    def test_one_of_who_does_not_take_part(self, base: Workspace) -> None:
        found = self.of(base, 3, without=["Ede"])
        assert why(found) == [("deviation-absent", {}, ("Ede",))]

    def test_they_may_leave_too_much(self, base: Workspace) -> None:
        own = {name: {"value": 2, "reason": "R"} for name in ("Ede", "Rhenen")}
        found = target(base, Wishes(), allocation={"key": "births", "deviations": own})
        assert why(found) == [("too-high", {"reach": 10, "total": 12, "over": 2}, ())]

    def test_who_has_one_needs_no_figure(self, base: Workspace) -> None:
        table = {"id": "half", "title": "H", "table": {"Ede": 1, "Veenendaal": 1}}
        own = {"key": "half", "deviations": {"Rhenen": {"value": 4, "reason": "R"}}}
        plan = where(base, [{**TRAJECTEN, "allocation": own}])
        plan = replace(plan, region=region_with({"keys": [table]}))
        [found] = planned_targets(plan)
        assert found.allocated
        assert values(found.allocated) == {"Ede": 4, "Rhenen": 4, "Veenendaal": 4}

    def test_when_all_have_one_no_key_is_needed(self, base: Workspace) -> None:
        own = {name: {"value": 4, "reason": "R"} for name in ALL}
        found = target(base, Wishes(), allocation={"key": "table", "deviations": own})
        assert values(found) == {"Ede": 4, "Rhenen": 4, "Veenendaal": 4}

    def test_an_unknown_figure_is_no_zero(self, base: Workspace) -> None:
        assert why(target(base, Wishes("table"))) == [("table-not-here", {}, ())]


class TestUnequal:
    def test_against_equal_parts_and_per_head(self, base: Workspace) -> None:
        found = target(base, Wishes("births", without=("Rhenen",)))
        ede, rhenen, veenendaal = found.shares
        assert [share.equal for share in found.shares] == [6, 0, 6]
        assert ede.people == {"inhabitants": 124000, "births": 1300}
        assert ede.per("births") == Fraction(6, 1300)
        assert veenendaal.per("inhabitants") == Fraction(6, 69800)
        assert rhenen.per("births") == 0
        # The average is that of who takes part.
        assert found.per("births") == Fraction(12, 2200)
        assert found.years == {"inhabitants": 2024, "births": 2024}

    def test_without_figures_it_is_not_known(self, base: Workspace) -> None:
        plan = where(base, [TRAJECTEN], year=2020)
        found = find_target(plan, "trajecten")
        assert found
        request = of_target(plan, found, Wishes("equal"))
        assert isinstance(request, Request)
        outcome = allocate(plan.workspace, plan.region, request)
        assert outcome.years == {}
        assert outcome.per("births") is None
        assert [share.per("births") for share in outcome.shares] == [None] * 3


BUDGETS: list[Data] = [
    {
        "id": "een",
        "title": "Een",
        "multiplier": 1000,
        "key": "inhabitants",
        "key_date": "2024-01-01",
        "columns": [
            {"id": "plan", "kind": "budget", "period": 2025},
            {"id": "echt", "kind": "actual", "period": 2025},
        ],
        "lines": [
            {"id": "uren", "title": "Uren", "amounts": {"plan": 1.5, "echt": "PM"}},
            {"id": "zaal", "place": "Noord", "amounts": {"plan": 1}},
        ],
    },
    {"id": "twee", "title": "Twee", "lines": [{"id": "huur", "amount": 99.99}]},
]


class TestAmount:
    def test_what_can_be_divided(self, base: Workspace) -> None:
        plan = where(base, [TRAJECTEN], BUDGETS)
        names = ("trajecten", "een/uren", "een/zaal", "twee/huur")
        assert names_to_divide(plan) == names

    @pytest.mark.parametrize(
        ("name", "columns"),
        [
            ("een/uren", ["plan", "echt"]),
            ("een/uren/plan", ["plan"]),
            ("een/uren/anders", []),
            ("twee/huur", ["amount"]),
            ("twee/huur/amount", []),
            ("huur", []),
        ],
    )
    def test_by_name(self, base: Workspace, name: str, columns: list[str]) -> None:
        found = find_cells(where(base, (), BUDGETS), name)
        assert [cell.column for cell in found] == columns

    def of(self, base: Workspace, name: str, wishes: Wishes | None = None) -> Request | Refusal:
        plan = where(base, (), BUDGETS)
        return of_cell(plan, find_cells(plan, name)[0], wishes or Wishes())

    def test_it_is_in_euros_by_the_key_and_day_of_the_budget(self, base: Workspace) -> None:
        request = self.of(base, "een/uren/plan")
        assert isinstance(request, Request)
        assert request.unit is None
        assert (request.total, request.step) == decimals(1500, "0.01")
        assert (request.key, request.on) == ("inhabitants", date(2024, 1, 1))

    def test_a_line_of_a_place_is_for_who_lies_there(self, base: Workspace) -> None:
        request = self.of(base, "een/zaal/plan")
        assert isinstance(request, Request)
        assert request.municipalities == ("Ede", "Rhenen")

    def test_no_amount_and_no_key(self, base: Workspace) -> None:
        assert self.of(base, "een/uren/echt") == Refusal("no-amount")
        assert self.of(base, "twee/huur") == Refusal("no-key")
        wished = self.of(base, "een/uren/echt", Wishes(total=Decimal(7)))
        assert isinstance(wished, Request)

    @pytest.mark.parametrize(
        ("place", "expected"),
        [(None, ALL), ("Voorbeeld", ALL), ("Noord", ALL[:2]), ("Rhenen", ("Rhenen",))],
    )
    def test_who_lies_in_a_place(
        self, base: Workspace, place: str | None, expected: tuple[str, ...]
    ) -> None:
        assert municipalities_at(where(base), place) == expected


@given(
    total=st.integers(0, 60),
    minimum=st.integers(0, 8),
    room=st.integers(0, 10),
    key=st.sampled_from(["equal", "inhabitants", "births", "eigen"]),
    method=st.sampled_from(METHODS),
    without=st.sets(st.sampled_from(ALL), max_size=2),
    deviation=st.one_of(st.none(), st.tuples(st.sampled_from(ALL), st.integers(0, 20))),
)
def test_a_target_is_divided_exactly_or_refused(
    base: Workspace,
    *,
    total: int,
    minimum: int,
    room: int,
    key: str,
    method: str,
    without: set[str],
    deviation: tuple[str, int] | None,
) -> None:
    """Within the bounds, with deviations as they are; refused only when that cannot be."""
    own: dict[str, Any] = {"key": key, "method": method, "without": sorted(without)}
    if deviation:
        own["deviations"] = {deviation[0]: {"value": deviation[1], "reason": "R"}}
    found = target(
        base, Wishes(), total=total, minimum=minimum, maximum=minimum + room, allocation=own
    )
    joining = [name for name in ALL if name not in without]
    fixed = dict([deviation]) if deviation else {}
    lows = [fixed.get(name, minimum) for name in joining]
    highs = [fixed.get(name, minimum + room) for name in joining]
    possible = sum(lows) <= total <= sum(highs) and all(
        name in joining and minimum <= value <= minimum + room for name, value in fixed.items()
    )
    assert bool(found.refusals) is not possible
    if possible:
        assert sum(values(found).values()) == total
        for name, value in values(found).items():
            assert value == fixed.get(name, value)
            assert minimum <= value <= minimum + room if name in joining else value == 0
