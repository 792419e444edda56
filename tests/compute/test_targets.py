"""What is achieved of a target on a date, and how it stands. Numbers worked out by hand."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.targets.states import (
    TargetState,
    TargetStatus,
    municipalities_of,
    target_state,
    target_states,
)
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.results import Target, TargetKind
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, decimals, region_with, year_with
from tests.workspaces import workspace_of

HERE = Place("results.yaml", ("targets", 0))
END = date(2025, 12, 31)
ALL = ("Ede", "Rhenen", "Veenendaal")
PROGRAMMES = ("kansrijke-start", "gezonde-school")

# Of each kind a target that can be met.
EXAMPLES: dict[str, Data] = {
    "per-municipality": {"minimum": 2, "maximum": 4, "total": 9},
    "every-municipality": {},
    "per-programme": {"minimum": 1, "programmes": PROGRAMMES},
    "count": {"minimum": 4},
    "growth": {"baseline": 3, "minimum": 6},
    "sum": {"parts": {"a": 150, "b": 100}, "total": 250},
    "per-population": {"minimum": 0.2, "per": 10000},
    "region-spread": {"minimum": 2, "over": {"minimum": 3, "unit": "personen"}},
    "frequency": {"minimum": 2, "per": "year"},
    "milestone": {},
    "narrative": {},
}


def figure(place: str, value: object, **more: Any) -> Data:
    """An observation of the target."""
    return {"target": "t", "place": place, "value": value, **more}


def state(
    base: Workspace,
    kind: str,
    *figures: Data,
    on: date = END,
    region: Data | None = None,
    interventions: Data | None = None,
    activities: Sequence[Data] = (),
    **target: Any,
) -> TargetState:
    """How a target stands with some observations."""
    data = {"id": "t", "title": "T", "kind": kind, **target}
    year = year_with([data], figures, activities)
    folder = region_with(region, interventions)
    return target_state(base, folder, year, Target.model_validate(data), HERE, on)


def status(base: Workspace, kind: str, *figures: Data, **more: Any) -> TargetStatus:
    """The status of a target with some observations."""
    return state(base, kind, *figures, **more).status


def each(*values: object) -> list[Data]:
    """An observation in each municipality, but none where the value is `None`."""
    return [figure(m, v) for m, v in zip(ALL, values, strict=True) if v is not None]


def test_there_is_an_example_of_every_kind() -> None:
    assert set(EXAMPLES) == set(get_args(TargetKind))


class TestNotMeasured:
    @pytest.mark.parametrize("kind", EXAMPLES)
    @pytest.mark.parametrize("on", [date(2025, 6, 30), END, date(2030, 1, 1)])
    def test_nothing_observed_is_never_missed(self, base: Workspace, kind: str, on: date) -> None:
        found = state(base, kind, on=on, **EXAMPLES[kind])
        assert (found.achieved, found.status) == (None, "not-measured")

    @pytest.mark.parametrize("word", ["unknown", "nvt", "suppressed"])
    def test_a_word_is_no_observation(self, base: Workspace, word: str) -> None:
        assert status(base, "count", figure("Voorbeeld", word), minimum=4) == "not-measured"

    def test_a_forecast_is_no_observation(self, base: Workspace) -> None:
        forecast = figure("Voorbeeld", 9, forecast=True)
        assert status(base, "count", forecast, minimum=4) == "not-measured"

    def test_a_figure_about_another_target_is_no_observation(self, base: Workspace) -> None:
        other = {"target": "ander", "place": "Voorbeeld", "value": 9}
        assert status(base, "count", other, minimum=4) == "not-measured"


class TestInfeasible:
    @pytest.mark.parametrize(
        ("kind", "target"),
        [
            ("per-municipality", {"minimum": 2, "total": 5}),
            ("per-municipality", {"maximum": 2, "total": 7}),
            ("per-municipality", {"minimum": 1, "places": ["Nederland"]}),
            ("every-municipality", {"total": 2}),
            ("per-programme", {"minimum": 1}),
            ("count", {"minimum": 2, "maximum": 1}),
            ("growth", {"baseline": 6, "minimum": 3}),
            ("sum", {"parts": {"a": 1}, "total": 2}),
            ("per-population", {"minimum": 2, "maximum": 1, "per": 1000}),
        ],
    )
    @pytest.mark.parametrize("figures", [[], [figure("Voorbeeld", 1000)]])
    def test_what_cannot_be_met_is_so_before_and_after_measuring(
        self, base: Workspace, kind: str, target: Data, figures: list[Data]
    ) -> None:
        found = state(base, kind, *figures, **target)
        assert (found.status, found.feasible) == ("infeasible", False)


class TestMetAndMissed:
    @pytest.mark.parametrize(
        ("kind", "figures", "expected"),
        [
            ("per-municipality", each(2, 3, 4), "met"),
            ("per-municipality", each(4, 4, 1), "missed"),
            ("per-municipality", each(2, 2, 5), "missed"),
            ("per-municipality", each(2, 2, 4), "missed"),
            ("every-municipality", each(1, 1, 1), "met"),
            ("every-municipality", each(1, 0, 1), "missed"),
            ("count", [figure("Voorbeeld", 4)], "met"),
            ("count", [figure("Voorbeeld", 3)], "missed"),
            ("count", [figure("Ede", 3), figure("Rhenen", 1)], "met"),
            ("growth", [figure("Voorbeeld", 6)], "met"),
            ("growth", [figure("Voorbeeld", 5)], "missed"),
            ("sum", [figure("Voorbeeld", 250)], "met"),
            ("sum", [figure("Voorbeeld", 249)], "missed"),
            # Ede needs 2,48, Rhenen 0,41, Veenendaal 1,40.
            ("per-population", each(2.48, 0.41, 1.4), "met"),
            ("per-population", each(5, 0.4, 1.4), "missed"),
            ("region-spread", each(1, 0.5, 0.5), "met"),
            ("region-spread", each(1, 0.5, 0.4), "missed"),
            ("region-spread", each(1, 1, 0), "missed"),
            ("frequency", [figure("Voorbeeld", 2)], "met"),
            ("frequency", [figure("Voorbeeld", 1)], "missed"),
            ("milestone", [figure("Voorbeeld", 1)], "met"),
            ("milestone", [figure("Voorbeeld", 0)], "missed"),
            ("narrative", [figure("Voorbeeld", 1)], "met"),
            ("narrative", [figure("Voorbeeld", 0)], "missed"),
        ],
    )
    def test_on_the_due_date_it_is_decided(
        self, base: Workspace, kind: str, figures: list[Data], expected: str
    ) -> None:
        assert status(base, kind, *figures, **EXAMPLES[kind]) == expected

    def test_who_all_meet_their_own_are_not_short_by_rounding(self, base: Workspace) -> None:
        target: dict[str, Any] = {"minimum": 0.0021, "per": 10000}
        assert status(base, "per-population", *each(0.03, 0, 0.01), **target) == "met"
        assert status(base, "per-population", *each(0.02, 0, 0.03), **target) == "missed"

    @pytest.mark.parametrize(
        ("values", "expected"), [((1, 1), "met"), ((2, 0), "missed"), ((5, 1), "met")]
    )
    def test_each_programme_must_have_its_minimum(
        self, base: Workspace, values: tuple[int, int], expected: str
    ) -> None:
        figures = [
            figure("Voorbeeld", value, programme=programme)
            for programme, value in zip(PROGRAMMES, values, strict=True)
        ]
        found = state(base, "per-programme", *figures, **EXAMPLES["per-programme"])
        assert found.status == expected
        assert found.achieved is not None
        assert found.achieved.programmes == dict(zip(PROGRAMMES, values, strict=True))
        assert found.achieved.total == sum(values)

    @pytest.mark.parametrize(("value", "expected"), [(2, "missed"), (3, "met"), (4, "missed")])
    def test_exactly_is_neither_less_nor_more(
        self, base: Workspace, value: int, expected: str
    ) -> None:
        assert status(base, "count", figure("Voorbeeld", value), exact=3) == expected

    def test_a_target_without_a_ceiling_is_met_as_soon_as_it_is_reached(
        self, base: Workspace
    ) -> None:
        on = date(2025, 1, 2)
        assert status(base, "count", figure("Voorbeeld", 4), on=on, minimum=4) == "met"

    def test_a_target_with_a_ceiling_is_only_met_when_it_is_due(self, base: Workspace) -> None:
        three = figure("Voorbeeld", 3)
        before, due = date(2025, 12, 30), END
        assert status(base, "count", three, on=before, exact=3) == "on-track"
        assert status(base, "count", three, on=due, exact=3) == "met"

    def test_it_is_due_at_the_end_of_its_own_period(self, base: Workspace) -> None:
        found = state(base, "count", figure("Voorbeeld", 1), minimum=4, by="Q1")
        assert (found.due, found.status) == (date(2025, 3, 31), "missed")
        later = state(base, "count", figure("Voorbeeld", 1), minimum=4, by="2027-06-15")
        assert later.due == date(2027, 6, 15)
        assert later.status in ("on-track", "behind")

    def test_without_a_date_it_is_due_at_the_end_of_the_year(self, base: Workspace) -> None:
        assert state(base, "count", minimum=4).due == END

    def test_a_growth_path_is_judged_by_the_value_of_the_year(self, base: Workspace) -> None:
        path = {"2025": 4, "2026": 6}
        assert status(base, "growth", figure("Voorbeeld", 4), path=path, baseline=3) != "missed"
        assert status(base, "growth", figure("Voorbeeld", 3), path=path, baseline=3) == "missed"


class TestUnknownMunicipalities:
    @pytest.mark.parametrize(
        ("kind", "target"),
        [
            ("per-municipality", {"minimum": 1}),
            ("per-municipality", {"minimum": 1, "total": 3}),
            ("every-municipality", {}),
            ("per-population", {"minimum": 0.01, "per": 10000}),
        ],
    )
    @pytest.mark.parametrize("values", [(1, None, None), (1, 1, None), (None, None, 9)])
    def test_what_is_unknown_makes_a_target_neither_met_nor_missed(
        self, base: Workspace, kind: str, target: Data, values: tuple[int | None, ...]
    ) -> None:
        assert status(base, kind, *each(*values), **target) not in ("met", "missed")

    def test_the_total_of_the_region_says_nothing_of_each(self, base: Workspace) -> None:
        found = state(base, "per-municipality", figure("Voorbeeld", 9), minimum=1)
        assert found.status not in ("met", "missed")
        assert found.missing == ALL

    def test_a_known_shortfall_is_missed_whatever_is_unknown(self, base: Workspace) -> None:
        assert status(base, "per-municipality", *each(0, 1, None), minimum=1) == "missed"

    def test_a_programme_in_several_places_is_added_up(self, base: Workspace) -> None:
        asked = EXAMPLES["per-programme"]
        of_places = [figure(name, 1, programme=PROGRAMMES[0]) for name in ("Ede", "Rhenen")]
        whole = figure("Voorbeeld", 5, programme=PROGRAMMES[0])
        for figures, wanted in ((of_places, 2), ([*of_places, whole], 5)):
            found = state(base, "per-programme", *figures, **asked)
            assert found.achieved is not None
            assert found.achieved.programmes == {PROGRAMMES[0]: wanted}

    def test_a_programme_that_is_unknown_is_not_missed(self, base: Workspace) -> None:
        one = figure("Voorbeeld", 1, programme="gezonde-school")
        found = status(base, "per-programme", one, minimum=1, programmes=PROGRAMMES)
        assert found not in ("met", "missed")

    def test_missing_names_who_has_no_known_sufficient_value(self, base: Workspace) -> None:
        assert state(base, "per-municipality", minimum=2).missing == ALL
        some = state(base, "per-municipality", *each(2, 1, None), minimum=2)
        assert some.missing == ("Rhenen", "Veenendaal")
        assert state(base, "per-municipality", *each(2, 3, 4), minimum=2).missing == ()


class TestPartOfTheWhole:
    """A sum over some of the municipalities is a lower bound, before and on the due date."""

    HALFWAY = date(2025, 1, 6)
    BY = "2025-01-11"

    def found(self, base: Workspace, *figures: Data, on: date, **target: Any) -> TargetStatus:
        return status(base, "count", *figures, on=on, by=self.BY, **target)

    @pytest.mark.parametrize(
        ("figures", "early", "due"),
        [
            (each(3, None, None), "not-measured", "not-measured"),
            (each(3, 1, 0), "behind", "missed"),
            ([figure("Voorbeeld", 4)], "behind", "missed"),
            # What is known is enough already, whatever the others have.
            (each(5, None, None), "on-track", "not-measured"),
            (each(10, None, None), "met", "met"),
        ],
    )
    def test_a_shortfall_must_be_known(
        self, base: Workspace, figures: list[Data], early: str, due: str
    ) -> None:
        assert self.found(base, *figures, on=self.HALFWAY, minimum=10) == early
        assert self.found(base, *figures, on=date(2025, 1, 11), minimum=10) == due

    @pytest.mark.parametrize(
        ("values", "expected"),
        [((3, None, None), "not-measured"), ((3, 0, 0), "met"), ((4, None, None), "missed")],
    )
    def test_a_ceiling_too(
        self, base: Workspace, values: tuple[int | None, ...], expected: str
    ) -> None:
        assert self.found(base, *each(*values), on=END, exact=3) == expected

    @pytest.mark.parametrize(
        ("places", "figures", "silent"),
        [
            ([], each(1, None, None), 2),
            ([], [figure("Ede", 1), figure("Zuid", 1)], 0),
            (["Ede", "Rhenen"], each(1, None, None), 1),
            (["Ede"], each(1, None, None), 0),
            (["Zuid", "Ede"], each(1, 1, None), 1),
            (["Zuid", "Ede"], each(None, 1, 1), 1),
            (["Voorbeeld", "Zuid"], each(1, 1, 1), 0),
            (["School A", "School B"], [figure("School A", 1)], 1),
        ],
    )
    def test_who_is_lacking(
        self, base: Workspace, places: list[str], figures: list[Data], silent: int
    ) -> None:
        own = [
            {"name": "Zuid", "kind": "subregion", "municipalities": ["Rhenen", "Veenendaal"]},
            {"name": "School A", "kind": "school", "municipalities": ["Ede"]},
            {"name": "School B", "kind": "school", "municipalities": ["Ede"]},
        ]
        target: dict[str, Any] = {"minimum": 9, "places": places}
        found = state(base, "count", *figures, region={"places": own}, **target)
        assert found.achieved is not None
        assert found.achieved.silent == silent

    def test_a_programme_can_be_lacking(self, base: Workspace) -> None:
        one = figure("Voorbeeld", 1, programme="gezonde-school")
        target = {"minimum": 4, "programmes": PROGRAMMES}
        assert self.found(base, one, on=self.HALFWAY, **target) == "not-measured"
        both = [one, figure("Voorbeeld", 0, programme="kansrijke-start")]
        assert self.found(base, *both, on=self.HALFWAY, **target) == "behind"

    @pytest.mark.parametrize("kind", ["milestone", "narrative"])
    def test_a_judgement_is_no_sum(self, base: Workspace, kind: str) -> None:
        assert status(base, kind, figure("Ede", 0)) == "missed"


class TestOnTheWay:
    """Due on 11 January: ten days after the first, so each day a tenth."""

    @pytest.mark.parametrize(
        ("day", "value", "expected"),
        [
            (1, 0, "on-track"),
            (2, 0, "behind"),
            (2, 1, "on-track"),
            (6, 4.99, "behind"),
            (6, 5, "on-track"),
            (6, 5.01, "on-track"),
            (10, 8.99, "behind"),
            (10, 9, "on-track"),
            (11, 9.99, "missed"),
            (11, 10, "met"),
            (12, 9.99, "missed"),
        ],
    )
    def test_a_steady_pace_is_enough(
        self, base: Workspace, day: int, value: float, expected: str
    ) -> None:
        on = date(2025, 1, day)
        found = status(
            base, "count", figure("Voorbeeld", value), on=on, minimum=10, by="2025-01-11"
        )
        assert found == expected

    @pytest.mark.parametrize(("value", "expected"), [(4.49, "behind"), (4.5, "on-track")])
    def test_growth_starts_at_its_baseline(
        self, base: Workspace, value: float, expected: str
    ) -> None:
        found = status(
            base,
            "growth",
            figure("Voorbeeld", value),
            on=date(2025, 1, 6),
            baseline=3,
            minimum=6,
            by="2025-01-11",
        )
        assert found == expected

    def test_halfway_the_year(self, base: Workspace) -> None:
        # 1 January to 31 December 2025 is 364 days, to 2 July 182.
        on = date(2025, 7, 2)
        assert status(base, "count", figure("Voorbeeld", 5), on=on, minimum=10) == "on-track"
        assert status(base, "count", figure("Voorbeeld", 4.9), on=on, minimum=10) == "behind"

    def test_a_total_counts_before_a_minimum(self, base: Workspace) -> None:
        # Halfway to 9, not to the 6 that three times the minimum is.
        at = {"on": date(2025, 1, 6), "by": "2025-01-11"}
        target = EXAMPLES["per-municipality"]
        assert status(base, "per-municipality", *each(2, 1, 1), **at, **target) == "behind"
        assert status(base, "per-municipality", *each(2, 2, 1), **at, **target) == "on-track"

    def test_before_the_year_nothing_is_asked_yet(self, base: Workspace) -> None:
        on = date(2024, 12, 1)
        assert status(base, "count", figure("Voorbeeld", 0), on=on, minimum=10) == "on-track"

    @pytest.mark.parametrize("kind", ["milestone", "narrative"])
    def test_what_is_judged_is_open_until_it_is_due(self, base: Workspace, kind: str) -> None:
        on = date(2025, 6, 30)
        assert status(base, kind, figure("Voorbeeld", 0), on=on) == "open"
        assert status(base, kind, figure("Voorbeeld", 1), on=on) == "met"

    def test_without_a_goal_there_is_no_pace(self, base: Workspace) -> None:
        on = date(2025, 6, 30)
        assert status(base, "count", figure("Voorbeeld", 1), on=on, maximum=4) == "open"


class TestActivities:
    @pytest.mark.parametrize(
        ("activity", "on", "expected"),
        [
            ("planned", END, "not-measured"),
            ("active", END, "not-measured"),
            ("done", date(2025, 6, 30), "met"),
            ("done", END, "met"),
            ("dropped", date(2025, 6, 30), "open"),
            ("dropped", END, "missed"),
        ],
    )
    def test_a_milestone_is_reached_when_its_activity_is_done(
        self, base: Workspace, activity: str, on: date, expected: str
    ) -> None:
        activities = [{"id": "a", "title": "A", "status": activity}]
        found = status(base, "milestone", on=on, activities=activities, activity="a")
        assert found == expected

    def test_another_activity_says_nothing(self, base: Workspace) -> None:
        activities = [{"id": "b", "title": "B", "status": "done"}]
        assert status(base, "milestone", activities=activities, activity="a") == "not-measured"

    def test_a_figure_goes_before_the_activity(self, base: Workspace) -> None:
        activities = [{"id": "a", "title": "A", "status": "done"}]
        zero = figure("Voorbeeld", 0)
        assert status(base, "milestone", zero, activities=activities, activity="a") == "missed"


class TestAchieved:
    @staticmethod
    def total(base: Workspace, *figures: Data, on: date = END) -> Decimal | None:
        achieved = state(base, "count", *figures, on=on, minimum=4).achieved
        return achieved.total if achieved else None

    def test_the_newest_figure_of_a_place_counts(self, base: Workspace) -> None:
        march = figure("Ede", 1, period="2025-03")
        june = figure("Ede", 5, period="2025-06")
        assert self.total(base, march, june) == 5
        assert self.total(base, june, march) == 5
        assert self.total(base, march, june, on=date(2025, 4, 1)) == 1
        assert self.total(base, march, june, on=date(2025, 3, 30)) is None

    def test_a_figure_without_a_period_is_of_the_date_itself(self, base: Workspace) -> None:
        assert self.total(base, figure("Ede", 5, period="2025-06"), figure("Ede", 7)) == 7

    def test_a_period_that_has_not_begun_does_not_count(self, base: Workspace) -> None:
        assert self.total(base, figure("Ede", 5, period="from 2026")) is None

    def test_a_figure_of_the_region_goes_before_the_sum(self, base: Workspace) -> None:
        figures = [figure("Ede", 1), figure("Voorbeeld", 8), figure("Rhenen", 2)]
        found = state(base, "per-municipality", *figures, minimum=1).achieved
        assert found is not None
        assert found.total == 8
        assert found.municipalities == {"Ede": 1, "Rhenen": 2}

    def test_without_one_the_parts_are_added(self, base: Workspace) -> None:
        assert self.total(base, figure("Ede", 1), figure("Rhenen", 2)) == 3

    def test_zero_is_an_observation(self, base: Workspace) -> None:
        assert self.total(base, figure("Ede", 0)) == 0
        assert status(base, "count", *each(0, 0, 0), minimum=4) == "missed"

    def test_an_alias_is_the_municipality(self, base: Workspace) -> None:
        region = {"municipalities": ["'s-Hertogenbosch"]}
        found = state(base, "per-municipality", figure("Den Bosch", 2), region=region, minimum=1)
        assert (found.status, found.missing) == ("met", ())

    def test_an_alias_does_not_hide_a_newer_figure(self, base: Workspace) -> None:
        region = {"municipalities": ["'s-Hertogenbosch"]}
        figures = [
            figure("'s-Hertogenbosch", 9, period="2025-06"),
            figure("Den Bosch", 2, period="2025-03"),
        ]
        found = state(base, "per-municipality", *figures, region=region, minimum=1).achieved
        assert found is not None
        assert found.municipalities == {"'s-Hertogenbosch": 9}

    def test_a_figure_of_the_country_is_not_of_the_region(self, base: Workspace) -> None:
        assert self.total(base, figure("Ede", 1), figure("Nederland", 5000)) == 1


class TestMeasuredByTheMatrix:
    @staticmethod
    def of(base: Workspace, *cells: object, on: date = END, **more: Any) -> TargetState:
        rows = {m: {"giz": c} for m, c in zip(ALL, cells, strict=True) if c is not None}
        content = {"deployments": rows, **more}
        return state(
            base,
            "every-municipality",
            on=on,
            interventions=content,
            intervention="giz",
            measured_by="coverage",
        )

    def test_active_and_starting_count(self, base: Workspace) -> None:
        found = self.of(base, "active", "starting", "active")
        assert (found.status, found.missing) == ("met", ())
        assert found.achieved is not None
        assert found.achieved.total == 3

    @pytest.mark.parametrize("cell", ["planned", "ended", "none"])
    def test_what_is_known_not_to_run_is_missing(self, base: Workspace, cell: str) -> None:
        found = self.of(base, "active", "active", cell)
        assert (found.status, found.missing) == ("missed", ("Veenendaal",))

    @pytest.mark.parametrize("cell", [None, "unknown"])
    def test_what_is_unknown_is_neither_met_nor_missed(
        self, base: Workspace, cell: str | None
    ) -> None:
        found = self.of(base, "active", "active", cell)
        assert found.status not in ("met", "missed")
        assert found.missing == ("Veenendaal",)
        assert found.achieved is not None
        assert found.achieved.municipalities == {"Ede": 1, "Rhenen": 1}

    @pytest.mark.parametrize(
        ("cells", "expected"),
        [
            # Halfway to 3 is 1,5: the other two may well be there.
            (("active", None, None), "not-measured"),
            (("active", "none", None), "not-measured"),
            # With the last one there is 1 at most.
            (("none", "none", None), "behind"),
            (("active", "active", None), "on-track"),
        ],
    )
    def test_before_it_is_due_what_is_unknown_may_be_there(
        self, base: Workspace, cells: tuple[object, ...], expected: str
    ) -> None:
        found = self.of(base, *cells, on=date(2025, 7, 2))
        assert found.status == expected
        assert found.achieved is not None
        assert found.achieved.silent == 1 + (cells[1] is None)

    def test_nothing_known_is_not_measured(self, base: Workspace) -> None:
        found = self.of(base, None, None, None)
        assert (found.achieved, found.status, found.missing) == (None, "not-measured", ALL)

    def test_a_complete_inventory_knows_what_is_not_there(self, base: Workspace) -> None:
        found = self.of(base, "active", None, None, inventory={"complete": True})
        assert (found.status, found.missing) == ("missed", ("Rhenen", "Veenendaal"))

    def test_the_matrix_is_read_on_the_date(self, base: Workspace) -> None:
        later = {"status": "active", "period": "from 2026"}
        found = self.of(base, "active", "active", later)
        assert (found.status, found.missing) == ("missed", ("Veenendaal",))


class TestMunicipalitiesOf:
    @pytest.mark.parametrize(
        ("places", "expected"),
        [
            ([], ALL),
            (["Rhenen"], ("Rhenen",)),
            (["Veenendaal", "Ede"], ("Ede", "Veenendaal")),
            (["Voorbeeld"], ALL),
            (["Zuid"], ("Rhenen", "Veenendaal")),
            (["Zuid", "Rhenen"], ("Rhenen", "Veenendaal")),
            (["Vught"], ()),
            (["Nederland"], ()),
        ],
    )
    def test_those_that_the_target_names(
        self, base: Workspace, places: list[str], expected: tuple[str, ...]
    ) -> None:
        south = {"name": "Zuid", "kind": "subregion", "municipalities": ["Rhenen", "Veenendaal"]}
        data = {"id": "t", "title": "T", "kind": "count", "places": places}
        target = Target.model_validate(data)
        found = municipalities_of(base, region_with({"places": [south]}), target, END)
        assert found == expected

    @pytest.mark.parametrize(
        ("places", "expected"), [([], ("Ede", "Veenendaal")), (["Rhenen"], ()), (["Ede"], ("Ede",))]
    )
    def test_who_does_not_take_part_in_dividing_is_not_asked(
        self, base: Workspace, places: list[str], expected: tuple[str, ...]
    ) -> None:
        data = {"id": "t", "title": "T", "kind": "count", "places": places}
        target = Target.model_validate({**data, "allocation": {"without": ["Rhenen"]}})
        assert municipalities_of(base, region_with(), target, END) == expected

    @pytest.mark.parametrize(
        ("total", "status"), [(3, "infeasible"), (4, "met"), (8, "missed"), (9, "infeasible")]
    )
    def test_a_target_is_met_and_feasible_without_who_does_not_take_part(
        self, base: Workspace, total: int, status: str
    ) -> None:
        target = {
            "id": "t",
            "title": "T",
            "kind": "per-municipality",
            "minimum": 2,
            "maximum": 4,
            "total": total,
            "allocation": {"key": "births", "without": ["Rhenen"]},
        }
        figures = [{"target": "t", "place": m, "value": 2} for m in ("Ede", "Veenendaal")]
        [state] = target_states(base, region_with(), year_with([target], figures), END)
        assert (state.status, state.missing) == (status, ())
        bounds = state.required.region
        assert (bounds.minimum, bounds.maximum) == decimals(4, 8)

    def test_an_alias_is_the_municipality(self, base: Workspace) -> None:
        data = {"id": "t", "title": "T", "kind": "count", "places": ["Nuenen"]}
        region = region_with({"municipalities": ["Nuenen", "Vught"]})
        found = municipalities_of(base, region, Target.model_validate(data), END)
        assert found == ("Nuenen, Gerwen en Nederwetten",)


def test_targets_stand_in_the_order_of_the_file_on_the_date_of_the_document(
    base: Workspace,
) -> None:
    targets = [
        {"id": id_, "title": id_, "kind": "count", "minimum": 4, "by": "2025-06"}
        for id_ in ("b", "a")
    ]
    figures = [{"target": id_, "place": "Voorbeeld", "value": 1} for id_ in ("a", "b")]
    year = year_with(targets, figures, document={"adopted": "2025-06-30"})
    found = list(target_states(base, region_with(), year))
    assert [(s.target.id, s.status) for s in found] == [("b", "missed"), ("a", "missed")]
    assert [s.place.route for s in found] == [("targets", 0), ("targets", 1)]
    earlier = list(target_states(base, region_with(), year, date(2025, 1, 1)))
    assert {s.status for s in earlier} == {"on-track"}


def test_a_year_without_results_has_no_targets(tmp_path: Path) -> None:
    workspace = workspace_of(tmp_path, {"regions/voorbeeld/2025/results.yaml": None})
    region = workspace.regions["voorbeeld"]
    assert list(target_states(workspace, region, region.years[2025])) == []


@given(
    kind=st.sampled_from(sorted(EXAMPLES)),
    values=st.lists(st.none() | st.integers(0, 9), min_size=3, max_size=3),
    on=st.dates(date(2024, 12, 1), date(2026, 1, 31)),
)
def test_a_status_agrees_with_what_is_known(
    base: Workspace, kind: str, values: list[int | None], on: date
) -> None:
    found = state(base, kind, *each(*values), on=on, **EXAMPLES[kind])
    known = [value for value in values if value is not None]
    assert (found.status == "not-measured") or known
    if not known:
        assert found.status == "not-measured"
    if found.status == "missed":
        assert on >= found.due
    if found.status in ("open", "on-track", "behind"):
        assert on < found.due or len(known) < 3
    if found.status == "met" and kind in ("per-municipality", "every-municipality"):
        assert found.missing == ()


def test_a_done_activity_counts_nothing(base: Workspace) -> None:
    done = [{"id": "a", "title": "A", "status": "done"}]
    found = status(base, "count", minimum=2, activity="a", activities=done)
    assert found == "not-measured"
