"""A statutory task that a complete inventory did not find in a municipality."""

from collections.abc import Iterator

from kansrijk_cli.compute.coverage.matrix import (
    PRESENT,
    all_interventions,
    coverage,
    covers,
)
from kansrijk_cli.compute.dates import newest_state
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.catalog import CatalogInterventions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

NEEDS = (CatalogInterventions, Municipalities, Interventions, Region)
AFTER = ("KR101", "KR110", "KR111")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Every region with an inventory that is declared complete."""
    for region in workspace.regions.values():
        entry = region.files.get(Interventions)
        inventory = entry.content.inventory if entry else None
        if entry and inventory and inventory.complete:
            yield from _missing(workspace, region)


def _missing(workspace: Workspace, region: RegionFolder) -> Iterator[Finding]:
    entry = region.files.get(Interventions)
    on = newest_state(region)
    if entry is None or on is None:
        return
    matrix = coverage(workspace, region, on)
    for intervention in all_interventions(workspace, region).values():
        if intervention.kind != "statutory" or (intervention.since and on < intervention.since):
            continue
        without = tuple(
            m
            for m in matrix.municipalities
            if covers(workspace.register, entry.content.inventory, m, intervention.id)
            and (
                (m, intervention.id) not in matrix.cells
                or matrix.cells[m, intervention.id].status not in PRESENT
            )
        )
        if without:
            yield finding(
                entry.place.at("inventory", "complete"),
                name=intervention.name,
                since=intervention.since,
                municipalities=without,
            )
