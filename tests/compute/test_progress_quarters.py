"""Initiatives by the quarter in which they end."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.progress.quarters import by_quarter
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.progressing import standing_with

YEAR = 2025
PERIODS = [None, "Q1", "Q1 + Q4", "2025-05", "2024", "2024 - 2026", "from 2025", "until 2025"]


def grouped(base: Workspace, *periods: object) -> list[Any]:
    """The groups of activities with these periods, as (due, quarter, ids)."""
    activities = [
        {"id": f"a{n}", "title": "A", **({"when": period} if period else {})}
        for n, period in enumerate(periods)
    ]
    found = standing_with(base, {"activities": activities}).initiatives
    return [
        (group.due, group.quarter, [i.activity.id for i in group.initiatives])
        for group in by_quarter(found, YEAR)
    ]


@pytest.mark.parametrize(
    ("period", "due", "quarter"),
    [
        ("Q1", "quarter", 1),
        ("2025-Q2", "quarter", 2),
        ("2025-09-30", "quarter", 3),
        ("2025-10", "quarter", 4),
        ("Q1 + Q4", "quarter", 4),
        ("2025", "quarter", 4),
        ("2024 - 2025", "quarter", 4),
        ("2024", "before", None),
        ("2024 - 2026", "after", None),
        ("from 2025", "open", None),
        (None, "none", None),
    ],
)
def test_it_counts_where_its_period_ends(
    base: Workspace, period: str | None, due: str, quarter: int | None
) -> None:
    assert grouped(base, period) == [(due, quarter, ["a0"])]


def test_in_the_order_of_time(base: Workspace) -> None:
    found = grouped(base, None, "from 2025", "2026", "Q3", "Q1", "2024", "Q3")
    assert found == [
        ("before", None, ["a5"]),
        ("quarter", 1, ["a4"]),
        ("quarter", 3, ["a3", "a6"]),
        ("after", None, ["a2"]),
        ("open", None, ["a1"]),
        ("none", None, ["a0"]),
    ]


@given(periods=st.lists(st.sampled_from(PERIODS), max_size=8))
def test_each_is_in_one_group(base: Workspace, periods: list[str | None]) -> None:
    found = [id_ for _, _, ids in grouped(base, *periods) for id_ in ids]
    assert sorted(found) == sorted(f"a{n}" for n in range(len(periods)))
