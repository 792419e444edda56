"""Projects that several regions pay together."""

from pathlib import Path
from typing import Any

import pytest

from kansrijk_cli.compute.budget.shared import clashes
from tests.workspaces import workspace_of

LINE = """\
source: plan
budgets:
  - id: b
    title: B
    lines:
      - id: loket
        amount: {own}
        shared:
          project: {project}
          total: {total}
          regions: {{voorbeeld: {here}, buren: {there}}}
"""
REGION = """\
name: Buren
kinds: [GGD]
municipalities: [Ede]
sources: [{id: plan, title: Plan}]
source: plan
"""
PLAN = "source: plan\ndocument: {kind: jaarplan, title: Jaarplan}\n"
GOOD: dict[str, object] = {
    "own": 40,
    "project": "Loket",
    "total": 100,
    "here": 40,
    "there": 60,
}


def found(tmp_path: Path, buren: str | None = None, **here: Any) -> list[Any]:
    """Why the amounts of two regions do not fit, with the region and the two amounts."""
    files = {
        "regions/voorbeeld/2025/budgets.yaml": LINE.format_map(GOOD | here).replace(
            "source: plan", "source: werkagenda", 1
        ),
    }
    if buren is not None:
        files |= {
            "regions/buren/region.yaml": REGION,
            "regions/buren/2025/plan.yaml": PLAN,
            "regions/buren/2025/budgets.yaml": buren,
        }
    workspace = workspace_of(tmp_path, files)
    return [(c.why, c.region or c.shared.region, c.one, c.two) for c in clashes(workspace)]


def test_parts_that_add_up_are_fine(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"there": 50}, ("parts", "voorbeeld", 90, 100)),
        ({"there": 70}, ("parts", "voorbeeld", 110, 100)),
        ({"own": 45}, ("own", "voorbeeld", 40, 45)),
    ],
)
def test_amounts_within_a_line(tmp_path: Path, other: dict[str, Any], why: Any) -> None:
    assert found(tmp_path, **other) == [why]


def test_a_part_that_is_not_known_may_fill_the_rest(tmp_path: Path) -> None:
    assert found(tmp_path, there="PM") == []


def test_a_part_that_is_not_known_does_not_excuse_too_much(tmp_path: Path) -> None:
    assert found(tmp_path, own=140, here=140, there="PM") == [("parts", "voorbeeld", 140, 100)]


def test_regions_that_say_the_same(tmp_path: Path) -> None:
    assert found(tmp_path, LINE.format_map(GOOD | {"own": 60})) == []


def test_regions_that_say_something_else(tmp_path: Path) -> None:
    other = LINE.format_map(GOOD | {"own": 70, "there": 70, "total": 110})
    # `buren` is the first in the alphabet, so `voorbeeld` is told what differs.
    assert found(tmp_path, other) == [
        ("total", "voorbeeld", 100, 110),
        ("share", "buren", 60, 70),
    ]


def test_a_region_that_does_not_know_the_project(tmp_path: Path) -> None:
    other = LINE.format_map(GOOD | {"own": 60, "project": "Iets anders"})
    assert sorted(why for why, *_ in found(tmp_path, other)) == ["absent", "absent"]


YEARS = """\
source: {source}
budgets:
  - id: b
    title: B
    columns:
      - {{id: eerst, kind: budget, period: 2025}}
      - {{id: later, kind: budget, period: 2026}}
    lines:
      - id: loket
        amounts: {{eerst: 40, later: {own}}}
        shared:
          project: Loket
          columns:
            eerst: {{total: 100, regions: {{voorbeeld: 40, buren: 60}}}}
            later: {{total: {total}, regions: {{voorbeeld: {here}, buren: {there}}}}}
"""


class TestColumns:
    def of(self, tmp_path: Path, buren: str | None = None, **here: Any) -> list[Any]:
        shown = {"source": "werkagenda", "own": 50, "total": 120, "here": 50, "there": 70} | here
        files = {"regions/voorbeeld/2025/budgets.yaml": YEARS.format_map(shown)}
        if buren is not None:
            files |= {
                "regions/buren/region.yaml": REGION,
                "regions/buren/2025/plan.yaml": PLAN,
                "regions/buren/2025/budgets.yaml": buren,
            }
        workspace = workspace_of(tmp_path, files)
        return [(c.why, c.place.route[-3:], c.one, c.two) for c in clashes(workspace)]

    def test_each_column_is_shared_by_itself(self, tmp_path: Path) -> None:
        assert self.of(tmp_path) == []

    def test_what_does_not_fit_is_told_of_its_own_column(self, tmp_path: Path) -> None:
        assert self.of(tmp_path, there=80) == [("parts", ("columns", "later", "regions"), 130, 120)]
        assert self.of(tmp_path, own=45) == [("own", ("later", "regions", "voorbeeld"), 50, 45)]

    def test_regions_are_compared_by_what_a_column_is_about(self, tmp_path: Path) -> None:
        theirs = {"source": "plan", "own": 70, "here": 50, "there": 70}
        other = YEARS.format(total=125, **theirs).replace("eerst: 40, later: 70", "later: 70")
        other = other.replace("later", "straks")
        whys = [why for why, *_ in self.of(tmp_path, other)]
        # Theirs does not add up, and the totals differ; the first column is the same.
        assert whys == ["parts", "total"]

    def test_a_region_that_says_nothing_is_told_once(self, tmp_path: Path) -> None:
        other = "source: plan\nbudgets: []\n"
        assert [why for why, *_ in self.of(tmp_path, other)] == ["absent"]
