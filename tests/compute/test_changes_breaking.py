"""Which changes break a promise."""

from dataclasses import replace
from typing import Any

import pytest

from kansrijk_cli.compute.budget.overruns import Overrun
from kansrijk_cli.compute.changes.compare import compare_years
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import decimals
from tests.compute.comparing import REGION, changes, compared, version

NOTHING: dict[str, Any] = {}
AT_LEAST = {"value": 1000, "bound": "at-least"}


def words(base: Workspace, old: Any, new: Any) -> list[str]:
    """The promises that are broken."""
    return [change.breaking for change in changes(base, old, new) if change.breaking]


def results(*targets: Any) -> dict[str, Any]:
    return {"results": {"targets": targets}}


def target(**fields: Any) -> dict[str, Any]:
    return {"id": "t", "title": "T", "kind": "count", **fields}


class TestTargets:
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ({"minimum": 2}, {"minimum": 1}),
            ({"minimum": 2}, {}),
            ({"total": 20}, {"total": 19.5}),
            ({"total": 20}, {}),
            ({"exact": 3}, {"exact": 2}),
            ({"minimum": 2, "maximum": 4}, {"minimum": 2, "maximum": 3}),
            ({"minimum": 2, "maximum": 4}, {"minimum": 2}),
            ({"path": {"2025": 3, "2026": 6}}, {"path": {"2025": 3, "2026": 5}}),
            ({"path": {"2025": 3, "2026": 6}}, {"path": {"2025": 3}}),
            ({"kind": "sum", "parts": {"a": 5}}, {"kind": "sum", "parts": {"a": 4}}),
            ({"over": {"minimum": 3, "unit": "p"}}, {"over": {"minimum": 2, "unit": "p"}}),
            ({"over": {"minimum": 3, "unit": "p"}}, {}),
            ({"minimum": 1, "per": 10000}, {"minimum": 1, "per": 20000}),
            ({"minimum": 2, "per": "quarter"}, {"minimum": 2, "per": "year"}),
            ({"kind": "count", "minimum": 4}, {"kind": "narrative", "minimum": 4}),
        ],
    )
    def test_a_target_that_asks_less_is_lowered(self, base: Workspace, old: Any, new: Any) -> None:
        before, after = results(target(**old)), results(target(**new))
        assert words(base, before, after) == ["target-lowered"]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ({"minimum": 1}, {"minimum": 2}),
            ({}, {"minimum": 2}),
            ({"minimum": 2, "maximum": 3}, {"minimum": 2, "maximum": 4}),
            ({"minimum": 2}, {"minimum": 2, "maximum": 4}),
            ({"path": {"2025": 3}}, {"path": {"2025": 3, "2026": 5}}),
            ({"baseline": 3}, {"baseline": 2}),
            ({"minimum": 2, "per": "year"}, {"minimum": 2, "per": "quarter"}),
            ({"minimum": 1, "per": "year"}, {"minimum": 1, "per": 10000}),
            ({"maximum": 5}, {"maximum": 4}),
            ({"minimum": 2, "title": "T"}, {"minimum": 2, "title": "Anders"}),
            ({"by": "2025-Q1"}, {"by": "2025-Q4"}),
        ],
    )
    def test_a_target_that_asks_as_much_is_not(self, base: Workspace, old: Any, new: Any) -> None:
        before, after = results(target(**old)), results(target(**new))
        assert changes(base, before, after)
        assert words(base, before, after) == []

    @pytest.mark.parametrize("new", [{"maximum": 6}, {}])
    def test_a_higher_ceiling_is_less_strict(self, base: Workspace, new: Any) -> None:
        before, after = results(target(maximum=5)), results(target(**new))
        assert words(base, before, after) == ["target-relaxed"]

    def test_a_target_that_is_gone(self, base: Workspace) -> None:
        assert words(base, results(target()), results()) == ["target-removed"]
        assert words(base, results(target()), {"results": None}) == ["target-removed"]

    def test_the_same_target_with_another_id_is_not_gone(self, base: Workspace) -> None:
        assert words(base, results(target(id="a")), results(target(id="b"))) == []

    @pytest.mark.parametrize(
        ("old", "new", "found"),
        [
            (["Ede", "Rhenen"], ["Ede"], ["municipality-dropped"]),
            ([], ["Ede", "Rhenen"], ["municipality-dropped"]),
            (["Ede"], [], []),
            (["Ede"], ["Ede", "Rhenen"], []),
            ([], ["Ede", "Rhenen", "Veenendaal"], []),
            (["Voorbeeld"], ["Ede", "Rhenen", "Veenendaal"], []),
        ],
    )
    def test_a_municipality_that_is_asked_no_more(
        self, base: Workspace, old: Any, new: Any, found: Any
    ) -> None:
        before, after = results(target(places=old)), results(target(places=new))
        assert words(base, before, after) == found

    @pytest.mark.parametrize(
        ("old", "new", "found"),
        [
            (None, ["Rhenen"], ["municipality-dropped"]),
            ([], ["Rhenen"], ["municipality-dropped"]),
            (["Rhenen"], [], []),
            (None, [], []),
        ],
    )
    def test_a_municipality_that_does_not_take_part_is_asked_no_more(
        self, base: Workspace, old: Any, new: Any, found: Any
    ) -> None:
        before, after = (
            results(target(allocation=None if out is None else {"key": "births", "without": out}))
            for out in (old, new)
        )
        assert words(base, before, after) == found


class TestRegion:
    def test_a_municipality_that_leaves_the_region(self, base: Workspace) -> None:
        new = {"region": {**REGION, "municipalities": ["Ede", "Rhenen"]}}
        assert words(base, NOTHING, new) == ["municipality-dropped"]
        assert words(base, new, NOTHING) == []

    def test_another_list_of_the_region_is_no_promise(self, base: Workspace) -> None:
        old = {"region": {**REGION, "kinds": ["IZA", "GGD"]}}
        assert words(base, old, NOTHING) == []


class TestCoalitions:
    @staticmethod
    def of(**fields: Any) -> dict[str, Any]:
        coalition = {"id": "c", "name": "C", "level": "local", "status": "active", **fields}
        return {"coalitions": {"coalitions": [coalition]}}

    @pytest.mark.parametrize(
        ("old", "new", "found"),
        [
            ("active", "ended", ["coalition-ended"]),
            ("planned", "none", ["coalition-ended"]),
            ("planned", "active", []),
            ("ended", "none", []),
        ],
    )
    def test_a_coalition_that_stops(
        self, base: Workspace, old: str, new: str, found: list[str]
    ) -> None:
        assert words(base, self.of(status=old), self.of(status=new)) == found

    def test_a_coalition_that_is_gone(self, base: Workspace) -> None:
        empty: dict[str, Any] = {"coalitions": {"coalitions": []}}
        assert words(base, self.of(), empty) == ["coalition-ended"]
        assert words(base, self.of(), {"coalitions": None}) == ["coalition-ended"]
        assert words(base, self.of(status="none"), empty) == []

    def test_a_municipality_that_leaves_it(self, base: Workspace) -> None:
        both, one = self.of(municipalities=["Ede", "Rhenen"]), self.of(municipalities=["Ede"])
        assert words(base, both, one) == ["municipality-dropped"]
        assert words(base, one, both) == []

    def test_a_partner_that_leaves_is_no_broken_promise(self, base: Workspace) -> None:
        assert words(base, self.of(partners=["ggd", "b"]), self.of(partners=["b"])) == []


class TestDeployments:
    @staticmethod
    def of(**rows: Any) -> dict[str, Any]:
        named = {place.replace("_", " "): {"giz": cell} for place, cell in rows.items()}
        return {"interventions": {"deployments": named}}

    @pytest.mark.parametrize("old", ["active", "starting", "planned"])
    @pytest.mark.parametrize("new", ["ended", "none", "unknown", None])
    def test_what_ran_or_was_planned_and_does_no_more(
        self, base: Workspace, old: str, new: str | None
    ) -> None:
        after = self.of(Ede=new) if new else self.of()
        assert words(base, self.of(Ede=old), after) == ["deployment-lost"]

    @pytest.mark.parametrize(
        ("old", "new"), [("planned", "active"), ("active", "planned"), ("ended", "none")]
    )
    def test_other_steps_are_no_loss(self, base: Workspace, old: str, new: str) -> None:
        assert words(base, self.of(Ede=old), self.of(Ede=new)) == []

    def test_a_cell_that_another_row_stands_for_is_no_loss(self, base: Workspace) -> None:
        everywhere = self.of(Voorbeeld={"status": "active", "everywhere": True})
        assert words(base, self.of(Ede="active"), everywhere) == []

    def test_a_region_row_that_is_not_everywhere_any_more(self, base: Workspace) -> None:
        old = self.of(Voorbeeld={"status": "active", "everywhere": True})
        assert words(base, old, self.of(Voorbeeld="active")) == ["deployment-lost"]

    def test_a_place_that_is_no_municipality(self, base: Workspace) -> None:
        assert words(base, self.of(Praktijk="active"), self.of(Praktijk="ended")) == [
            "deployment-lost"
        ]

    def test_what_else_is_said_of_a_cell_is_no_loss(self, base: Workspace) -> None:
        old = self.of(Ede={"status": "active", "note": "Een", "owners": ["ggd", "b"]})
        new = self.of(Ede={"status": "active", "note": "Twee", "owners": ["b"]})
        assert len(changes(base, old, new)) == 2
        assert words(base, old, new) == []

    def test_the_file_is_gone(self, base: Workspace) -> None:
        gone = {"interventions": None}
        assert words(base, self.of(Ede="active"), gone) == ["deployment-lost"]
        assert words(base, self.of(Ede="none"), gone) == []


class TestAgreements:
    @staticmethod
    def of(*agreements: Any) -> dict[str, Any]:
        return {"agreements": {"agreements": agreements}}

    def test_an_agreement_that_is_gone_or_over(self, base: Workspace) -> None:
        one = {"id": "a", "title": "A", "status": "active"}
        assert words(base, self.of(one), self.of()) == ["agreement-removed"]
        assert words(base, self.of(one), {"agreements": None}) == ["agreement-removed"]
        ended = {**one, "status": "ended"}
        assert words(base, self.of(one), self.of(ended)) == ["agreement-removed"]
        assert words(base, self.of(ended), self.of(one)) == []

    def test_a_place_where_it_is_not_different_any_more(self, base: Workspace) -> None:
        one = {"id": "a", "title": "A", "places": {"Ede": "Anders."}}
        assert words(base, self.of(one), self.of({"id": "a", "title": "A"})) == []


def test_a_whole_region_that_is_gone(base: Workspace) -> None:
    found = compared(base, {"id_": "a"}, {"id_": "b", "region": {**REGION, "name": "Ander"}})
    told = {(p.region, c.kind, c.breaking) for p in found.parts for c in p.changes}
    assert ("a", "removed", "region-removed") in told
    assert ("b", "added", None) in told


def source(found: Overrun) -> str | None:
    """The title of the source of money that is over."""
    return found.source.title if found.source else None


class TestMoney:
    @staticmethod
    def of(cost: Any, money: Any = 1000, **more: Any) -> dict[str, Any]:
        budget = {
            "id": "b",
            "title": "Begroting",
            "funding": ["iza"],
            "lines": [
                {"id": "uren", "under": "totaal", "amount": cost},
                {"id": "totaal", "total": True, "amount": cost},
            ],
        }
        funding = [{"id": "iza", "title": "IZA", "amount": money}]
        return {"budgets": {"funding": funding, "budgets": [{**budget, **more}]}}

    def overruns(self, base: Workspace, old: Any, new: Any) -> list[Overrun]:
        return [o for part in compared(base, old, new).parts for o in part.overruns]

    def test_a_budget_that_becomes_more_than_there_is(self, base: Workspace) -> None:
        [found] = self.overruns(base, self.of(1000), self.of(1001))
        assert ([b.id for b in found.budgets], found.source) == (["b"], None)
        assert (found.cost, found.money) == decimals(1001, 1000)
        assert compared(base, self.of(1000), self.of(1001)).breaking == 1

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ((1001,), (1002,)),
            ((900,), (1000,)),
            ((900, "ntb"), (2000, "ntb")),
            (
                (900, {"value": 1000, "bound": "at-least"}),
                (2000, {"value": 1000, "bound": "at-least"}),
            ),
            ((900,), ("PM",)),
        ],
    )
    def test_what_was_so_already_or_is_not_known_is_not_told(
        self, base: Workspace, old: Any, new: Any
    ) -> None:
        assert self.overruns(base, self.of(*old), self.of(*new)) == []

    def test_less_money_for_the_same_budget(self, base: Workspace) -> None:
        assert len(self.overruns(base, self.of(1000), self.of(1000, 900))) == 1

    def test_a_budget_in_thousands(self, base: Workspace) -> None:
        old, new = (self.of(n, 5000, multiplier=1000) for n in (5, 6))
        [found] = self.overruns(base, old, new)
        assert (found.cost, found.money) == decimals(6000, 5000)

    def test_each_planned_column_stands_by_itself(self, base: Workspace) -> None:
        kinds = {"een": "budget", "twee": "budget", "echt": "actual"}
        columns = [{"id": id_, "kind": kind, "period": 2025} for id_, kind in kinds.items()]

        def of(**amounts: int) -> dict[str, Any]:
            return self.of(0, columns=columns, lines=[{"id": "uren", "amounts": amounts}])

        old = of(een=900, twee=900, echt=900)
        assert self.overruns(base, old, of(een=900, twee=1000, echt=5000)) == []
        assert len(self.overruns(base, old, of(een=900, twee=1001, echt=900))) == 1

    def test_each_period_is_told(self, base: Workspace) -> None:
        columns = [{"id": f"in-{y}", "kind": "budget", "period": y} for y in (2025, 2026, 2027)]

        def of(*amounts: int) -> dict[str, Any]:
            cells = {c["id"]: amount for c, amount in zip(columns, amounts, strict=True)}
            return self.of(0, columns=columns, lines=[{"id": "uren", "amounts": cells}])

        found = self.overruns(base, of(1001, 900, 900), of(1001, 1200, 1100))
        assert [(o.year, int(o.over)) for o in found] == [(2026, 200), (2027, 100)]

    def test_money_for_some_years_is_for_all_columns_together(self, base: Workspace) -> None:
        columns = [{"id": f"in-{y}", "kind": "budget", "period": y} for y in (2025, 2026)]
        lines = [{"id": "uren", "amounts": {"in-2025": 600, "in-2026": 600}}]
        content = self.of(0, columns=columns, lines=lines)
        [iza] = content["budgets"]["funding"]
        assert self.overruns(base, self.of(0), content) == []
        content["budgets"]["funding"] = [{**iza, "period": "2025 - 2026"}]
        [found] = self.overruns(base, self.of(0), content)
        assert (found.days, int(found.cost)) == (None, 1200)

    def test_the_lines_of_one_source_of_money(self, base: Workspace) -> None:
        def of(cost: int) -> dict[str, Any]:
            lines = [{"id": "a", "funding": "iza", "amount": cost}, {"id": "b", "amount": 5000}]
            return self.of(0, funding=[], lines=lines)

        [found] = self.overruns(base, of(1000), of(1001))
        assert (source(found), int(found.cost)) == ("IZA", 1001)

    def test_a_printed_total_stands_for_the_lines_beside_it(self, base: Workspace) -> None:
        lines = [
            {"id": "a", "amount": 600},
            {"id": "b", "amount": 400},
            {"id": "totaal", "total": True, "amount": 1000},
        ]
        assert self.overruns(base, self.of(0), self.of(0, lines=lines)) == []

    def test_a_tariff_is_no_cost(self, base: Workspace) -> None:
        lines = [{"id": "a", "amount": 5000, "per": "gezin"}]
        assert self.overruns(base, self.of(0), self.of(0, lines=lines)) == []

    @staticmethod
    def split(iza: Any, *, budgets: int = 1, **more: Any) -> dict[str, Any]:
        """Budgets with a line that two sources pay; the first one gives 1000."""
        sources = [{"id": "iza", "title": "IZA", "amount": 1000}, {"id": "eigen", "title": "Eigen"}]
        funded = [{"funding": "iza", "amount": iza}, {"funding": "eigen", "amount": 5000}]
        lines = [{"id": "uren", "amount": "ntb", "funded": funded}]
        named = [{"id": f"b{n}", "title": f"Begroting {n}"} for n in range(budgets)]
        listed = [{**name, "lines": lines, **more} for name in named]
        return {"budgets": {"funding": sources, "budgets": listed}}

    def test_the_parts_of_lines_that_a_source_pays(self, base: Workspace) -> None:
        [found] = self.overruns(base, self.split(1000), self.split(1001))
        assert ([b.id for b in found.budgets], source(found)) == (["b0"], "IZA")
        assert (found.cost, found.money) == decimals(1001, 1000)

    def test_parts_in_thousands(self, base: Workspace) -> None:
        old, new = self.split(1, multiplier=1000), self.split(2, multiplier=1000)
        [found] = self.overruns(base, old, new)
        assert (found.cost, found.money) == decimals(2000, 1000)

    @pytest.mark.parametrize("iza", ["PM", "ntb", "nvt", 1000])
    def test_a_part_that_fits_or_is_not_known_is_not_told(self, base: Workspace, iza: Any) -> None:
        assert self.overruns(base, self.split(1), self.split(iza)) == []

    def test_budgets_that_take_from_one_source_together(self, base: Workspace) -> None:
        [found] = self.overruns(base, self.split(600), self.split(600, budgets=2))
        assert [budget.title for budget in found.budgets] == ["Begroting 0", "Begroting 1"]
        assert (found.cost, found.money) == decimals(1200, 1000)
        old, new = self.split(1200), self.split(600, budgets=3)
        assert self.overruns(base, old, new) == []

    def test_the_only_source_of_a_budget_is_told_once(self, base: Workspace) -> None:
        def of(cost: int) -> dict[str, Any]:
            return self.of(0, lines=[{"id": "uren", "amount": cost, "funding": "iza"}])

        [found] = self.overruns(base, of(1000), of(1001))
        assert found.source is None

    def test_the_only_source_of_a_budget_that_fits_by_itself(self, base: Workspace) -> None:
        [found] = self.overruns(
            base, self.split(1, funding=["iza"]), self.split(1001, funding=["iza"])
        )
        assert source(found) == "IZA"

    def test_of_two_years_each_is_counted_in_its_own(self, base: Workspace) -> None:
        # A quarter without a year is of the folder's: only in 2025 are both columns one period.
        columns = [
            {"id": "een", "kind": "budget", "period": "Q1"},
            {"id": "twee", "kind": "budget", "period": "2025-Q1"},
        ]
        lines = [{"id": "uren", "funding": "iza", "amounts": {"een": 600, "twee": 600}}]
        content = self.of(0, funding=[], columns=columns, lines=lines)
        before, after = (version(base, years=(year,), **content) for year in (2024, 2025))
        region, earlier = (v.workspace.regions["voorbeeld"] for v in (after, before))
        both = replace(region, years={**earlier.years, **region.years})
        workspace = replace(after.workspace, regions={"voorbeeld": both})
        now = replace(after, workspace=workspace, own=before.own | after.own)
        [part] = compare_years(now, workspace.regions.values(), 2024, 2025).parts
        assert [int(found.cost) for found in part.overruns] == [1200]
