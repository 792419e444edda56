"""How far an activity is on a date: docs/adr/0020."""

from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.progress.activities import (
    STATES,
    Days,
    Said,
    State,
    days_of,
    initiatives,
    moments,
    progress_on,
    quarters_of,
)
from kansrijk_cli.model.period import parse_period
from tests.compute.building import Data, without_plan
from tests.compute.progressing import plan_year
from tests.workspaces import workspace_of

WORDS = [word for option in get_args(Said) for word in (get_args(option) or (None,))]
YEAR = 2025
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Days:
    """A period with or without a first and last day, or no period at all."""
    if draw(st.booleans()):
        return Days(given=False)
    start, end = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if start and end and end < start:
        start, end = end, start
    return Days(start, end)


def on(said: Said, when: str | None, day: date) -> tuple[State, str | None]:
    """The state of an activity with a status and a period, and what that rests on."""
    found = progress_on(said, days_of(parse_period(when) if when else None, YEAR), day)
    return found.state, found.basis


@pytest.mark.parametrize(
    ("said", "when", "day", "expected"),
    [
        # What the data say goes before the period.
        ("done", "Q4", date(2025, 1, 1), ("done", "stated")),
        ("done", "Q1", date(2025, 12, 31), ("done", "stated")),
        ("dropped", None, date(2025, 6, 1), ("dropped", "stated")),
        ("planned", "Q2", date(2025, 5, 1), ("not-started", "stated")),
        ("active", "Q4", date(2025, 5, 1), ("running", "stated")),
        ("active", None, date(2025, 5, 1), ("running", "stated")),
        # A period that is over, and the data say that it is not done.
        ("active", "Q1 - Q2", date(2025, 6, 30), ("running", "stated")),
        ("active", "Q1 - Q2", date(2025, 7, 1), ("late", "stated")),
        ("planned", "2025-05-28", date(2025, 5, 29), ("late", "stated")),
        ("active", "from 2020", date(2025, 5, 29), ("running", "stated")),
        # The data say nothing: only the planning does, and of the past not even that.
        (None, "Q2", date(2025, 3, 31), ("not-started", "planned")),
        (None, "Q2", date(2025, 4, 1), ("running", "planned")),
        (None, "Q2", date(2025, 6, 30), ("running", "planned")),
        (None, "Q2", date(2025, 7, 1), ("unknown", None)),
        (None, "Q1 + Q4", date(2025, 6, 1), ("running", "planned")),
        (None, "until 2025", date(2025, 6, 1), ("running", "planned")),
        (None, "from 2026", date(2025, 6, 1), ("not-started", "planned")),
        (None, None, date(2025, 6, 1), ("unknown", None)),
    ],
)
def test_the_state_on_a_date(
    said: Said, when: str | None, day: date, expected: tuple[State, str | None]
) -> None:
    assert on(said, when, day) == expected


def test_a_quarter_without_a_year_is_one_of_the_plan() -> None:
    assert days_of(parse_period("Q1"), 2021) == Days(date(2021, 1, 1), date(2021, 3, 31))
    assert days_of(parse_period("2022-Q1"), 2021) == Days(date(2022, 1, 1), date(2022, 3, 31))


@given(periods(), DAYS)
def test_nothing_is_called_late_that_says_nothing(days: Days, day: date) -> None:
    assert progress_on(None, days, day).state in ("not-started", "running", "unknown")


@given(st.sampled_from(WORDS), periods(), DAYS)
def test_late_is_only_what_is_over_and_said_not_to_be_done(
    said: Said, days: Days, day: date
) -> None:
    late = progress_on(said, days, day).state == "late"
    over = days.end is not None and days.end < day
    assert late == (over and said in ("planned", "active"))


@given(st.sampled_from(WORDS), periods(), DAYS)
def test_only_what_is_unknown_rests_on_nothing(said: Said, days: Days, day: date) -> None:
    found = progress_on(said, days, day)
    assert found.state in STATES
    assert (found.state == "unknown") == (found.basis is None)
    assert said is None or found.basis == "stated"


@given(st.sampled_from(WORDS), periods(), DAYS, st.integers(0, 900))
def test_time_never_makes_something_younger(said: Said, days: Days, day: date, later: int) -> None:
    order = {"not-started": 0, "running": 1, "late": 2, "unknown": 2, "done": 2, "dropped": 2}
    states = [progress_on(said, days, d).state for d in (day, day + timedelta(days=later))]
    assert order[states[0]] <= order[states[1]]


@pytest.mark.parametrize(
    ("when", "quarters"),
    [
        ("Q1", (1,)),
        ("Q1 - Q3", (1, 2, 3)),
        ("Q1 + Q4", (1, 4)),
        ("2025", (1, 2, 3, 4)),
        ("2025-05-28", (2,)),
        ("2025-03-31 - 2025-04-01", (1, 2)),
        ("2024", ()),
        ("2024 - 2026", (1, 2, 3, 4)),
        ("from 2025-07", (3, 4)),
        ("until 2025-06", (1, 2)),
    ],
)
def test_the_quarters_of_a_period(when: str, quarters: tuple[int, ...]) -> None:
    assert quarters_of(parse_period(when), YEAR) == quarters


class TestMoments:
    @staticmethod
    def of(*activities: Data, day: date) -> list[tuple[str, str, str]]:
        year = plan_year({"activities": [{"title": "T", **a} for a in activities]})
        return [(m.activity.id, m.kind, m.progress.state) for m in moments(year, day)]

    def test_only_what_is_marked_and_the_earliest_first(self) -> None:
        found = self.of(
            {"id": "eind", "when": "Q4", "monitoring": "final"},
            {"id": "los", "when": "Q1"},
            {"id": "ooit", "monitoring": "cycle"},
            {"id": "nul", "when": "Q1", "monitoring": "baseline", "status": "done"},
            day=date(2025, 6, 30),
        )
        assert found == [
            ("nul", "baseline", "done"),
            ("eind", "final", "not-started"),
            ("ooit", "cycle", "unknown"),
        ]

    @pytest.mark.parametrize(
        ("status", "states"),
        [
            (None, ["unknown", "not-started"]),
            # Running as a whole: of the first quarter nobody said how that went.
            ("active", ["unknown", "running"]),
            ("planned", ["late", "not-started"]),
            ("done", ["done", "done"]),
            ("dropped", ["dropped", "dropped"]),
        ],
    )
    def test_each_part_of_a_period_is_a_moment(self, status: str | None, states: list[str]) -> None:
        activity: dict[str, object] = {"id": "m", "when": "Q1 + Q4", "monitoring": "review"}
        if status:
            activity["status"] = status
        assert [state for *_, state in self.of(activity, day=date(2025, 6, 30))] == states

    def test_the_last_part_can_be_late(self) -> None:
        activity = {"id": "m", "when": "Q1 + Q4", "monitoring": "review", "status": "active"}
        found = self.of(activity, day=date(2026, 1, 1))
        assert [state for *_, state in found] == ["unknown", "late"]


def test_a_year_without_a_plan_has_no_initiatives() -> None:
    year = without_plan(plan_year())
    assert initiatives(year, date(2025, 1, 1)) == ()
    assert list(moments(year, date(2025, 1, 1))) == []


TOLD = """
source: werkagenda
document: {kind: plan, title: Plan}
activities:
  - {id: vorig, title: Vorig, when: last-year, status: planned}
  - {id: dit, title: Dit, when: this-year, status: planned}
  - {id: volgend, title: Volgend, when: from next-year-Q2}
  - {id: later, title: Later, when: in-5-years}
"""


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (date(2024, 12, 31), ["not-started", "not-started", "not-started", "not-started"]),
        (date(2025, 12, 31), ["late", "not-started", "not-started", "not-started"]),
        (date(2026, 4, 1), ["late", "late", "running", "not-started"]),
        (date(2030, 1, 1), ["late", "late", "running", "running"]),
    ],
)
def test_a_year_told_from_that_of_the_document_counts_on_a_date(
    day: date, states: list[str], tmp_path: Path
) -> None:
    files = {"regions/voorbeeld/2025/plan.yaml": TOLD}
    year = workspace_of(tmp_path, files).regions["voorbeeld"].years[2025]
    assert [each.progress.state for each in initiatives(year, day)] == states
