"""Inhabitants and births."""

from pathlib import Path

import pytest

from kansrijk_cli.compute.population import population
from kansrijk_cli.workspace.workspace import Workspace
from tests.workspaces import load_over, workspace_of

YEARS = """
population:
  2022:
    Ede: {inhabitants: 120000, births: 1200}
  2024:
    Ede: {inhabitants: 124000}
    Rhenen: {inhabitants: 20600, births: 0}
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace_of(tmp_path_factory.mktemp("years"), {"catalog/population.yaml": YEARS})


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2021, None), (2022, 120000), (2023, 120000), (2024, 124000), (2030, 124000)],
)
def test_the_newest_count_not_later_than_the_year(
    workspace: Workspace, year: int, expected: int | None
) -> None:
    assert population(workspace, "Ede", "inhabitants", year) == expected


def test_a_count_that_a_year_lacks_is_taken_from_an_earlier_year(workspace: Workspace) -> None:
    assert population(workspace, "Ede", "births", 2024) == 1200


def test_zero_is_a_count(workspace: Workspace) -> None:
    assert population(workspace, "Rhenen", "births", 2024) == 0


def test_an_unknown_municipality_has_no_count(workspace: Workspace) -> None:
    assert population(workspace, "Vught", "inhabitants", 2024) is None


def test_the_own_catalogue_wins_from_the_one_that_comes_with_the_program(tmp_path: Path) -> None:
    own = "population:\n  2024:\n    Ede: {inhabitants: 1}\n"
    files = {"catalog/population.yaml": own}
    standard = tmp_path / "standaard"
    workspace_of(standard, {"catalog/population.yaml": YEARS})
    workspace = load_over(tmp_path / "eigen", files, standard).value.workspace
    assert population(workspace, "Ede", "inhabitants", 2024) == 1
    assert population(workspace, "Rhenen", "inhabitants", 2024) == 20600
