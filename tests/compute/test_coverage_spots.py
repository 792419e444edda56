"""White spots: who lacks an intervention or may lack it, and who nearby has it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.coverage.depth import Depth
from kansrijk_cli.compute.coverage.matrix import STATUSES, coverage
from kansrijk_cli.compute.coverage.spots import WHITE, Spot, active
from kansrijk_cli.model.municipalities import Borders
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace
from tests.compute.building import Data, entry, region_with

# From west to east; Ede and Rhenen touch, and so do Rhenen and Veenendaal.
BORDERS = Borders.model_validate(
    {
        "borders": {
            "Ede": {"latitude": 52, "longitude": 5, "neighbours": ["Rhenen"]},
            "Rhenen": {"latitude": 52, "longitude": 5.2, "neighbours": ["Ede", "Veenendaal"]},
            "Veenendaal": {"latitude": 52, "longitude": 5.3, "neighbours": ["Rhenen"]},
            "Vught": {"latitude": 51.6, "longitude": 5.3},
            "Nuenen": {"latitude": 51.5, "longitude": 5.5},
        }
    }
)


@pytest.fixture(scope="module")
def mapped(base: Workspace) -> Workspace:
    """The smallest workspace, with a map."""
    return replace(base, catalog={**base.catalog, Borders: (entry(BORDERS),)})


def region_of(rows: Data, **more: Any) -> RegionFolder:
    """The region of Ede, Rhenen and Veenendaal."""
    return region_with(None, {"deployments": rows, **more})


def other_with(rows: Data, *members: str, own: tuple[Data, ...] = ()) -> RegionFolder:
    """A region elsewhere."""
    region = {"name": "Elders", "municipalities": members}
    found = region_with(region, {"deployments": rows, "interventions": own})
    return replace(found, id="elders")


def spots(
    workspace: Workspace, region: RegionFolder, *others: RegionFolder
) -> dict[tuple[str, str], Spot]:
    """The white spots of a region, next to others."""
    together = replace(workspace, regions={r.id: r for r in (region, *others)})
    table = coverage(together, region)
    return {(s.municipality, s.intervention): s for s in Depth(together, region, table).spots}


def test_who_has_it_is_no_white_spot_and_who_plans_it_neither(mapped: Workspace) -> None:
    rows = {
        "Ede": {"giz": "active"},
        "Rhenen": {"giz": "starting"},
        "Veenendaal": {"giz": "planned"},
    }
    assert spots(mapped, region_of(rows)) == {}


@pytest.mark.parametrize("status", ["none", "ended", "unknown"])
def test_no_and_unknown_are_told_apart(mapped: Workspace, status: str) -> None:
    found = spots(mapped, region_of({"Ede": {"giz": "active"}, "Rhenen": {"giz": status}}))
    assert found["Rhenen", "giz"].status == status
    assert found["Veenendaal", "giz"].status == "unknown"


def test_the_one_to_ask_is_a_neighbour_where_it_is_active(mapped: Workspace) -> None:
    rows = {"Ede": {"giz": "active"}, "Veenendaal": {"giz": "active"}}
    near = spots(mapped, region_of(rows))["Rhenen", "giz"].near
    # Both are neighbours; the middle of Veenendaal is nearer.
    assert near
    assert (near.municipality, near.relation) == ("Veenendaal", "neighbour")


def test_who_is_only_starting_is_not_asked(mapped: Workspace) -> None:
    rows = {"Ede": {"giz": "active"}, "Rhenen": {"giz": "starting"}}
    near = spots(mapped, region_of(rows))["Veenendaal", "giz"].near
    assert near
    assert near.municipality == "Ede"


def test_only_when_nobody_in_the_region_has_it_another_region_is_asked(mapped: Workspace) -> None:
    other = other_with({"Vught": {"giz": "active"}, "Nuenen": {"giz": "active"}}, "Vught", "Nuenen")
    alone = spots(mapped, region_of({"Ede": {"giz": "none"}}), other)["Ede", "giz"]
    assert alone.near
    assert (alone.near.municipality, alone.region) == ("Vught", "elders")
    helped = spots(mapped, region_of({"Ede": {"giz": "none"}, "Rhenen": {"giz": "active"}}), other)
    near = helped["Ede", "giz"].near
    assert near
    assert (near.municipality, helped["Ede", "giz"].region) == ("Rhenen", None)


def test_when_nobody_has_it_there_is_nobody_to_ask(mapped: Workspace) -> None:
    spot = spots(mapped, region_of({"Ede": {"giz": "none"}}))["Ede", "giz"]
    assert (spot.near, spot.region) == (None, None)


def test_what_a_region_describes_itself_is_not_compared(mapped: Workspace) -> None:
    own = {"id": "samen", "name": "Samen", "kind": "process"}
    mine = region_of({"Ede": {"samen": "none"}}, interventions=[own])
    theirs = other_with({"Vught": {"samen": "active"}}, "Vught", own=(own,))
    assert spots(mapped, mine, theirs)["Ede", "samen"].near is None


def test_without_a_map_who_has_it_is_still_told(base: Workspace) -> None:
    near = spots(base, region_of({"Rhenen": {"giz": "active"}}))["Ede", "giz"].near
    assert near
    assert (near.municipality, near.relation, near.distance) == ("Rhenen", "unknown", None)


ROWS = st.dictionaries(
    st.sampled_from(("Ede", "Rhenen", "Veenendaal")),
    st.dictionaries(st.sampled_from(("giz", "voorzorg")), st.sampled_from(STATUSES)),
)


@given(rows=ROWS)
def test_every_cell_is_a_white_spot_or_not_and_asks_who_has_it(
    mapped: Workspace, rows: dict[str, Any]
) -> None:
    region = region_of(rows)
    table = coverage(mapped, region)
    found = spots(mapped, region)
    white = {key for key, cell in table.cells.items() if cell.status in WHITE}
    assert found.keys() == white
    for (municipality, intervention), spot in found.items():
        has = active(table, intervention)
        assert municipality not in has
        assert (spot.near.municipality in has) if spot.near else has == ()
