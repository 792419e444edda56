"""Which kinds of documents have a layout: of the program, of all regions, and of one region."""

from pathlib import Path

from tests.workspaces import check_over, workspace_of

PLAN = "regions/voorbeeld/2025/plan.yaml"
OWN = "regions/voorbeeld/templates/layouts/raadsbrief.md.j2"


def plan(kind: str) -> dict[str, str]:
    return {PLAN: f"source: werkagenda\ndocument: {{kind: {kind}, title: Plan}}\n"}


def told(folder: Path, kind: str, *layouts: str) -> list[object]:
    checked = check_over(folder / "data", {**plan(kind), **dict.fromkeys(layouts, "tekst")})
    return [(d.code, d.params["meant"]) for d in checked.diagnostics]


def test_layouts_are_of_the_region_of_all_regions_and_of_the_program(tmp_path: Path) -> None:
    beside = tmp_path / "templates" / "layouts" / "visie.md.j2"
    beside.parent.mkdir(parents=True)
    beside.touch()
    [region] = workspace_of(tmp_path / "data", {OWN: ""}).regions.values()
    assert {"raadsbrief", "visie", "jaarplan", "werkagenda"} <= region.layouts
    assert "generic" not in region.layouts


def test_a_kind_that_looks_like_a_layout_is_asked_about(tmp_path: Path) -> None:
    assert told(tmp_path, "jaarplam") == [("KR116", "jaarplan")]


def test_the_layouts_of_the_region_count_too(tmp_path: Path) -> None:
    assert told(tmp_path / "without", "raadsbrif") == []
    assert told(tmp_path / "with", "raadsbrif", OWN) == [("KR116", "raadsbrief")]
    assert told(tmp_path / "own", "jaarplam", OWN.replace("raadsbrief", "jaarplam")) == []


def test_another_kind_is_no_mistake(tmp_path: Path) -> None:
    assert told(tmp_path, "beleidsnota") == []
