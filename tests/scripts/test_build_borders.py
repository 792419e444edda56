"""The borders of municipalities: what the script makes of a map, and what it refuses."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml
from typer.testing import CliRunner, Result

from scripts import build_borders
from tests.scripts.maps import ARCS, MAP, in_steps, no_maps

REGISTER = 'code,name\nGM0001,West\nGM0002,Midden\nGM0003,"Oost, Nieuw"\nGM0004,\'t Eiland\n'


def run(folder: Path, topology: object, *options: str) -> Result:
    """Run the script on a map."""
    (folder / "map.json").write_text(json.dumps(topology), "utf-8")
    (folder / "register.csv").write_text(REGISTER, "utf-8")
    paths = {"--topojson": "map.json", "--register": "register.csv", "--output": "borders.yaml"}
    given = [part for key, name in paths.items() for part in (key, str(folder / name))]
    return CliRunner().invoke(build_borders.app, [*given, *options])


def made(folder: Path, topology: object = MAP) -> dict[str, Any]:
    """What the script makes of a map, by name."""
    result = run(folder, topology)
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
    found = made(tmp_path, in_steps(ARCS, translate=[4, 50]))
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


@no_maps
def test_what_is_no_map_is_refused(tmp_path: Path, topology: object) -> None:
    result = run(tmp_path, topology)
    assert result.exit_code == 1
    assert "Er is niets geschreven." in result.stderr
    assert not (tmp_path / "borders.yaml").exists()


def test_a_municipality_that_is_not_in_the_register_or_has_no_surface_is_refused(
    tmp_path: Path,
) -> None:
    unknown, flat = deepcopy(MAP), deepcopy(MAP)
    unknown["objects"]["gemeenten"]["geometries"][0]["id"] = "GM0009"
    flat["arcs"][3] = [[2, 0], [3, 0], [2, 0]]
    assert "GM0009" in run(tmp_path, unknown).stderr
    assert "oppervlak" in run(tmp_path, flat).stderr
    assert not (tmp_path / "borders.yaml").exists()


def test_the_borders_of_the_catalogue_are_those_of_the_map() -> None:
    assert CliRunner().invoke(build_borders.app, ["--check"]).exit_code == 0
