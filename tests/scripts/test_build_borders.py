"""The borders of municipalities: what the script makes of a map, and what it refuses."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner, Result

from scripts import build_borders

# Three squares of one degree in a row. West and middle share an arc, middle and east only the
# points of a line, as on some maps. The fourth is two squares; one has a corner on the east.
ARCS = [
    [[1, 0], [1, 1]],
    [[1, 1], [0, 1], [0, 0], [1, 0]],
    [[1, 0], [2, 0], [2, 1], [1, 1]],
    [[2, 0], [3, 0], [3, 1], [2, 1], [2, 0]],
    [[9, 0], [10, 0], [10, 1], [9, 1], [9, 0]],
    [[3, 1], [4, 1], [4, 2], [3, 2], [3, 1]],
]
MAP: dict[str, Any] = {
    "type": "Topology",
    "objects": {
        "gemeenten": {
            "geometries": [
                {"id": "GM0001", "type": "Polygon", "arcs": [[0, 1]]},
                {"id": "GM0002", "type": "Polygon", "arcs": [[2, -1]]},
                {"id": "GM0003", "type": "Polygon", "arcs": [[3]]},
                {"id": "GM0004", "type": "MultiPolygon", "arcs": [[[4]], [[5]]]},
            ]
        }
    },
    "arcs": ARCS,
}
REGISTER = 'code,name\nGM0001,West\nGM0002,Midden\nGM0003,"Oost, Nieuw"\nGM0004,\'t Eiland\n'


def run(folder: Path, topology: object, *options: str) -> Result:
    """Run the script on a map."""
    (folder / "map.json").write_text(json.dumps(topology), "utf-8")
    (folder / "register.csv").write_text(REGISTER, "utf-8")
    paths = {"--table": "t.csv", "--register": "register.csv", "--output": "borders.yaml"}
    given = [part for key, name in paths.items() for part in (key, str(folder / name))]
    return CliRunner().invoke(build_borders.app, [*given, *options])


def made(folder: Path, topology: object = MAP) -> dict[str, Any]:
    """What the script makes of a map, by name."""
    result = run(folder, topology, "--topojson", str(folder / "map.json"))
    assert result.exit_code == 0, result.stderr
    text = (folder / "borders.yaml").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text)["borders"]
    return found


def test_who_shares_a_line_is_a_neighbour_and_who_shares_a_point_is_not(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert list(found) == ["'t Eiland", "Midden", "Oost, Nieuw", "West"]
    assert {name: b["neighbours"] for name, b in found.items()} == {
        "West": ["Midden"],
        "Midden": ["Oost, Nieuw", "West"],
        "Oost, Nieuw": ["Midden"],
        "'t Eiland": [],
    }


def test_the_middle_is_that_of_the_surface(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert (found["West"]["latitude"], found["West"]["longitude"]) == (0.5, 0.5)
    assert (found["Midden"]["latitude"], found["Midden"]["longitude"]) == (0.5, 1.5)
    # Two squares as large: halfway between their middles.
    assert (found["'t Eiland"]["latitude"], found["'t Eiland"]["longitude"]) == (1, 6.5)


def test_a_hole_counts_off(tmp_path: Path) -> None:
    topology = deepcopy(MAP)
    # A quarter of the square, in its north-east corner; a hole runs the other way round.
    topology["arcs"].append([[0.5, 0.5], [1, 0.5], [1, 1], [0.5, 1], [0.5, 0.5]][::-1])
    topology["objects"]["gemeenten"]["geometries"][0]["arcs"].append([6])
    found = made(tmp_path, topology)["West"]
    # (0.5 x 1 - 0.75 x 0.25) / 0.75
    assert (found["latitude"], found["longitude"]) == (0.4167, 0.4167)


def test_steps_of_a_transform_are_added_up(tmp_path: Path) -> None:
    topology = deepcopy(MAP)
    topology["transform"] = {"scale": [0.5, 0.5], "translate": [4, 50]}
    topology["arcs"] = [
        [[int(2 * (x - before[0])), int(2 * (y - before[1]))] for before, (x, y) in pairs]
        for arc in ARCS
        for pairs in [list(zip([[0, 0], *arc], arc, strict=False))]
    ]
    found = made(tmp_path, topology)
    assert (found["West"]["latitude"], found["West"]["longitude"]) == (50.5, 4.5)
    assert found["Midden"]["neighbours"] == ["Oost, Nieuw", "West"]


def test_check_says_when_the_file_is_stale(tmp_path: Path) -> None:
    made(tmp_path)
    assert run(tmp_path, MAP, "--check").exit_code == 0
    (tmp_path / "borders.yaml").write_text("oud", "utf-8")
    stale = run(tmp_path, MAP, "--check")
    assert stale.exit_code == 1
    assert "verouderd" in stale.stderr
    assert (tmp_path / "borders.yaml").read_text("utf-8") == "oud"


@pytest.mark.parametrize("topology", [{}, [], {"objects": {}, "arcs": []}, {"objects": {"a": 1}}])
def test_what_is_no_map_is_refused(tmp_path: Path, topology: object) -> None:
    result = run(tmp_path, topology, "--topojson", str(tmp_path / "map.json"))
    assert result.exit_code == 1
    assert "Er is niets geschreven." in result.stderr
    assert not (tmp_path / "t.csv").exists()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("GM0001,52,5,GM0002\nGM0002,52,6,", "andersom"),
        ("GM0001,52,5,GM0009", "GM0009"),
        ("GM0008,52,5,", "GM0008"),
        ("GM0001,ver,5,", "ver"),
    ],
)
def test_a_table_that_cannot_be_right_is_refused(tmp_path: Path, rows: str, told: str) -> None:
    head = "code,latitude,longitude,neighbours\n"
    (tmp_path / "t.csv").write_text(head + rows + "\n", "utf-8")
    result = run(tmp_path, MAP)
    assert result.exit_code == 1
    assert told in result.stderr
    assert not (tmp_path / "borders.yaml").exists()


def test_the_borders_of_the_catalogue_are_those_of_the_table() -> None:
    assert CliRunner().invoke(build_borders.app, ["--check"]).exit_code == 0
