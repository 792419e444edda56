"""The prevention matrix, and recognitions that lapsed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.coverage.matrix import coverage
from kansrijk_cli.compute.coverage.prevention import (
    PreventionMatrix,
    plan_year,
    prevention_matrix,
)
from kansrijk_cli.compute.coverage.recognition import lapsed
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.workspace import Workspace, YearFolder
from tests.compute.building import DOCUMENT, Data, files, region_with

DAY = date(2025, 6, 30)
GOALS = (
    {"id": "doel", "kind": "goal", "title": "Doel"},
    {"id": "groot", "kind": "goal", "title": "Groot doel"},
    {"id": "klein", "kind": "goal", "title": "Klein doel", "part_of": "groot"},
)


def matrix(
    base: Workspace,
    components: Sequence[Data] = (),
    activities: Sequence[Data] = (),
    targets: Sequence[Data] = (),
    **levels: Sequence[str],
) -> PreventionMatrix:
    """The matrix of a plan, and of interventions with their levels of prevention."""
    own = [{"id": i, "name": i, "kind": "process", "prevention": levels[i]} for i in levels]
    rows = {"Ede": dict.fromkeys(levels, "active")}
    region = region_with(None, {"interventions": own, "deployments": rows})
    plan = {"document": DOCUMENT, "components": components, "activities": activities}
    contents = Plan.model_validate(plan), Results.model_validate({"targets": targets})
    year = YearFolder("voorbeeld", 2025, files(*contents))
    return prevention_matrix(coverage(base, region, DAY), year)


def cells(found: PreventionMatrix) -> dict[tuple[str | None, str | None], list[str]]:
    """The ids in every cell."""
    return {key: [i.id for i in inside] for key, inside in found.cells.items()}


class TestPrevention:
    def test_a_part_ties_its_intervention_to_the_goal_it_serves(self, base: Workspace) -> None:
        part = {"id": "p", "kind": "part", "title": "P", "serves": ["doel"], "intervention": "a"}
        found = matrix(base, (*GOALS, part), a=["universal", "care"])
        assert cells(found) == {("doel", "universal"): ["a"], ("doel", "care"): ["a"]}

    def test_a_goal_may_name_it_itself_and_a_part_may_belong_to_it(self, base: Workspace) -> None:
        own = {**GOALS[0], "intervention": "a"}
        part = {"id": "p", "kind": "part", "title": "P", "part_of": "klein"}
        deeper = {"id": "q", "kind": "part", "title": "Q", "part_of": "p", "intervention": "b"}
        found = matrix(base, (own, *GOALS[1:], part, deeper), a=["selective"], b=["indicated"])
        assert cells(found) == {("doel", "selective"): ["a"], ("klein", "indicated"): ["b"]}

    @pytest.mark.parametrize("kind", ["activities", "targets"])
    def test_an_activity_or_target_ties_too(self, base: Workspace, kind: str) -> None:
        tie = {"id": "t", "title": "T", "component": "doel", "intervention": "a"}
        more: Any = {kind: [{**tie, "kind": "count"} if kind == "targets" else tie]}
        assert cells(matrix(base, GOALS, a=["care"], **more)) == {("doel", "care"): ["a"]}

    def test_what_the_data_does_not_say_stands_apart(self, base: Workspace) -> None:
        found = matrix(base, GOALS, a=[], b=["universal"])
        assert cells(found) == {(None, None): ["a"], (None, "universal"): ["b"]}
        assert found.has_levels
        assert found.has_unknown_levels
        assert found.without_goal

    def test_a_goal_without_anything_is_a_white_spot(self, base: Workspace) -> None:
        found = matrix(base, GOALS, a=["care"])
        assert [goal.id for goal in found.goals] == ["doel", "klein"]

    def test_a_large_goal_stands_there_when_something_serves_it_directly(
        self, base: Workspace
    ) -> None:
        part = {"id": "p", "kind": "part", "title": "P", "serves": ["groot"], "intervention": "a"}
        found = matrix(base, (*GOALS, part), a=["care"])
        assert [goal.id for goal in found.goals] == ["doel", "groot", "klein"]

    def test_a_goal_that_is_left_out_is_no_goal(self, base: Workspace) -> None:
        assert matrix(base, ({**GOALS[0], "included": False},), a=["care"]).goals == ()

    def test_parts_in_a_circle_come_to_an_end(self, base: Workspace) -> None:
        one = {"id": "p", "kind": "part", "title": "P", "serves": ["q"], "intervention": "a"}
        two = {"id": "q", "kind": "part", "title": "Q", "serves": ["p"]}
        assert cells(matrix(base, (one, two), a=["care"])) == {(None, "care"): ["a"]}

    @pytest.mark.parametrize(
        ("on", "year"), [(2025, 2025), (2024, 2023), (2030, 2026), (2022, None)]
    )
    def test_the_plan_is_the_last_one_of_the_day(
        self, base: Workspace, on: int, year: int | None
    ) -> None:
        plan = Plan.model_validate({"document": DOCUMENT})
        years = [YearFolder("voorbeeld", n, files(plan)) for n in (2023, 2025, 2026)]
        region = region_with(interventions={}, years=years)
        found = plan_year(region, coverage(base, region, date(on, 6, 30)))
        assert (found.year if found else None) == year

    def test_without_a_plan_all_is_without_goal(self, base: Workspace) -> None:
        region = region_with(None, {"deployments": {"Ede": {"giz": "active"}}})
        found = prevention_matrix(coverage(base, region, DAY), None)
        assert cells(found) == {(None, None): ["giz"]}
        assert not found.has_levels


class TestRecognition:
    @staticmethod
    def of(
        base: Workspace, recognition: object, status: str = "active", on: date | None = DAY
    ) -> list[tuple[str, date | None]]:
        own = {"id": "a", "name": "A", "kind": "intervention", "recognition": recognition}
        content = {"interventions": [own], "deployments": {"Ede": {"a": status}}}
        table = coverage(base, region_with(None, content), on)
        return [(found.state, found.day) for found in lapsed(replace(table, on=on))]

    @pytest.mark.parametrize(
        ("until", "is_over"), [("2025-06-29", True), ("2025-06-30", False), ("2026-01-01", False)]
    )
    def test_the_last_day_still_counts(self, base: Workspace, until: str, is_over: bool) -> None:
        recognition = {"status": "well-founded", "on": "2010-01-01", "until": until}
        found = self.of(base, recognition)
        assert found == ([("expired", date.fromisoformat(until))] if is_over else [])

    @pytest.mark.parametrize(
        ("since", "is_old"), [("2020-06-29", True), ("2020-06-30", False), ("2020-02-29", True)]
    )
    def test_without_a_last_day_it_is_old_after_five_years(
        self, base: Workspace, since: str, is_old: bool
    ) -> None:
        found = self.of(base, {"status": "good-indications", "on": since})
        assert found == ([("old", date.fromisoformat(since))] if is_old else [])

    @pytest.mark.parametrize(
        "recognition", ["unknown", "not-recognised", {"status": "unknown", "on": "2010-01-01"}]
    )
    def test_without_a_recognition_there_is_nothing_to_tell(
        self, base: Workspace, recognition: object
    ) -> None:
        assert self.of(base, recognition) == []

    def test_without_any_date_it_is_not_known_how_old_it_is(self, base: Workspace) -> None:
        assert self.of(base, "well-founded") == [("undated", None)]
        assert self.of(base, {"status": "well-founded", "until": "2030-01-01"}) == []

    @pytest.mark.parametrize("status", ["planned", "ended", "none", "unknown"])
    def test_what_does_not_run_is_not_told(self, base: Workspace, status: str) -> None:
        assert self.of(base, {"status": "well-founded", "until": "2020-01-01"}, status) == []

    def test_without_any_day_nothing_is_over(self, base: Workspace) -> None:
        recognition = {"status": "well-founded", "until": "2020-01-01"}
        assert self.of(base, recognition, on=None) == []

    @given(since=st.dates(date(2015, 1, 1), date(2025, 1, 1)), on=st.dates(date(2015, 1, 1)))
    def test_who_was_old_stays_old(self, base: Workspace, since: date, on: date) -> None:
        recognition = {"status": "well-founded", "on": since.isoformat()}
        if self.of(base, recognition, on=on):
            assert on > since.replace(year=since.year + 4)
            assert self.of(base, recognition, on=max(on, date(9999, 12, 31)))
