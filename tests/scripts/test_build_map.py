"""The outlines of municipalities: what the script makes of a map, and what it refuses."""

import json
from copy import deepcopy
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from scripts import build_borders, build_map
from scripts.topojson import read_map
from tests.scripts.maps import ARCS, MAP, in_steps, no_maps


def run(folder: Path, topology: object, *options: str) -> Result:
    (folder / "map.json").write_text(json.dumps(topology), "utf-8")
    paths = ["--topojson", str(folder / "map.json"), "--output", str(folder / "outlines.json")]
    return CliRunner().invoke(build_map.app, [*paths, *options])


def made(folder: Path, topology: object = MAP) -> dict[str, Any]:
    result = run(folder, topology)
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads((folder / "outlines.json").read_text("utf-8"))
    return found


def points(arc: list[int]) -> list[tuple[int, int]]:
    return list(zip(accumulate(arc[::2]), accumulate(arc[1::2]), strict=True))


@pytest.mark.parametrize(
    ("longitude", "latitude", "metres"),
    [
        # The tower of Amersfoort is where the grid begins; the others are on maps of the Kadaster.
        (5.38720621, 52.15517440, (155_000, 463_000)),
        (4.88352, 52.37453, (120_700, 487_525)),
        (5.690973, 50.849052, (176_330, 317_680)),
    ],
)
def test_the_grid_is_that_of_the_kadaster(
    longitude: float, latitude: float, metres: tuple[int, int]
) -> None:
    x, y = build_map.projected(longitude, latitude)
    assert abs(x * build_map.METRES - metres[0]) <= 150
    assert abs(y * build_map.METRES - metres[1]) <= 150


def test_arcs_are_shared_and_keep_their_places(tmp_path: Path) -> None:
    found = made(tmp_path)
    rings = found["municipalities"]
    assert rings["GM0001"] == [[0, 1]]
    assert rings["GM0002"] == [[2, -1]]
    assert rings["GM0004"] == [[4], [5]]
    ends = [build_map.projected(x, y) for x, y in ((1, 0), (1, 1))]
    assert [points(found["arcs"][0])[i] for i in (0, -1)] == ends


def test_a_map_in_steps_gives_the_same(tmp_path: Path) -> None:
    assert made(tmp_path, in_steps(ARCS, translate=[0, 0])) == made(tmp_path)


def test_a_step_of_nothing_is_left_out(tmp_path: Path) -> None:
    topology = deepcopy(MAP)
    topology["arcs"][0] = [[1, 0], [1, 0.00000001], [1, 1]]
    assert len(points(made(tmp_path, topology)["arcs"][0])) == 2


@no_maps
def test_what_is_no_map_is_refused_and_nothing_written(tmp_path: Path, topology: object) -> None:
    result = run(tmp_path, topology)
    assert result.exit_code == 1
    assert "Er is niets geschreven." in result.stderr
    assert not (tmp_path / "outlines.json").exists()


def test_check_only_compares(tmp_path: Path) -> None:
    assert run(tmp_path, MAP, "--check").exit_code == 1
    assert not (tmp_path / "outlines.json").exists()
    made(tmp_path)
    assert run(tmp_path, MAP, "--check").exit_code == 0


def test_the_outlines_of_the_program_are_those_of_the_map() -> None:
    assert CliRunner().invoke(build_map.app, ["--check"]).exit_code == 0


def test_neighbours_of_the_map_are_those_of_the_borders() -> None:
    """What the other script found to touch has a piece of line in common here."""
    found = json.loads(build_map.TARGET.read_text("utf-8"))
    arcs = [points(arc) for arc in found["arcs"]]
    lines = {
        code: {
            frozenset(step) for ring in rings for n in ring for step in pairwise(arcs[max(n, ~n)])
        }
        for code, rings in found["municipalities"].items()
    }
    borders = build_borders.borders_of(read_map(build_borders.SOURCE))
    pairs = [(border.code, other) for border in borders for other in border.neighbours]
    assert len(pairs) > 1_500
    assert [(a, b) for a, b in pairs if not lines[a] & lines[b]] == []
