"""Whom to ask, for many at once: the same as one by one."""

from kansrijk_cli.compute.coverage.depth import Depth
from kansrijk_cli.compute.coverage.matrix import coverage
from kansrijk_cli.compute.coverage.nearby import Nearby, SharedDepth
from kansrijk_cli.compute.coverage.neighbours import atlas
from kansrijk_cli.compute.coverage.spots import Spot, white_spots
from kansrijk_cli.model.catalog import CatalogInterventions
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.workspace.defaults import default_data
from kansrijk_cli.workspace.load import load
from tests.workspaces import ROOT

WORKSPACE = load(Folder(ROOT / "data"), Folder(default_data())).value.workspace
TABLES = {id_: coverage(WORKSPACE, region) for id_, region in WORKSPACE.regions.items()}
SHARED = frozenset(
    i.id for e in WORKSPACE.catalog_entries(CatalogInterventions) for i in e.content.interventions
)
NEARBY = Nearby(atlas(WORKSPACE), TABLES, SHARED)


def one_by_one(region: str) -> list[Spot]:
    """As `coverage --white-spots` finds them, in the newest state of every region."""
    others = {
        id_: type(table)(
            table.region,
            table.on,
            table.municipalities,
            tuple(i for i in table.interventions if i.id in SHARED),
            table.coalitions,
            table.cells,
        )
        for id_, table in TABLES.items()
        if id_ != region
    }
    return list(white_spots(TABLES[region], NEARBY.atlas, others))


def test_every_white_spot_of_every_region() -> None:
    number = 0
    for id_, region in WORKSPACE.regions.items():
        found = SharedDepth(WORKSPACE, region, TABLES[id_], NEARBY).spots
        assert list(found) == one_by_one(id_)
        number += sum(spot.near is not None for spot in found)
    assert number > 100


def test_the_rest_is_as_it_was() -> None:
    region = WORKSPACE.regions["gelderse-vallei"]
    shared = SharedDepth(WORKSPACE, region, TABLES[region.id], NEARBY)
    assert shared.groups == Depth(WORKSPACE, region, TABLES[region.id]).groups


def test_nobody_has_what_is_not_there() -> None:
    assert NEARBY.ask("gelderse-vallei", "Ede", "bestaat-niet") is None
