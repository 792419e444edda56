"""White spots: who lacks an intervention, or may lack it, and who nearby has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kansrijk_cli.compute.coverage.cells import ABSENT
from kansrijk_cli.compute.coverage.matrix import Coverage, coverage
from kansrijk_cli.compute.coverage.neighbours import Atlas, Near
from kansrijk_cli.model.catalog import CatalogInterventions
from kansrijk_cli.model.types import Status
from kansrijk_cli.workspace.workspace import Workspace

# It is known not to be there, or nothing is known. That is not the same, and never put together.
WHITE: frozenset[Status] = ABSENT | {"unknown"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell that is empty or "no". `near` is the nearest municipality where it is active.

    `region` is the id of another region when nobody in the region itself has it.
    """

    municipality: str
    intervention: str
    status: Status
    near: Near | None = None
    region: str | None = None


def white_spots(
    table: Coverage, atlas: Atlas, others: Mapping[str, Coverage] | None = None
) -> Iterator[Spot]:
    """Every white spot of a region, in the order of its matrix.

    The nearest municipality is one of the region itself; only when it has none where the
    intervention is active, one of the `others`, by id of their region.
    """
    for intervention in table.interventions:
        own = active(table, intervention.id)
        for municipality in table.municipalities:
            status = table.cells[municipality, intervention.id].status
            if status in WHITE:
                near, region = atlas.nearest(municipality, own), None
                if near is None and others:
                    near, region = _elsewhere(municipality, intervention.id, atlas, others)
                yield Spot(municipality, intervention.id, status, near, region)


def other_regions(workspace: Workspace, table: Coverage) -> dict[str, Coverage]:
    """The matrices of the other regions on the same day, with what they share with this one.

    An intervention that only a region itself describes is not compared: another region may use
    the same id for something else.
    """
    entries = workspace.catalog_entries(CatalogInterventions)
    shared = {i.id for entry in entries for i in entry.content.interventions}
    found = {}
    for id_, region in workspace.regions.items():
        if id_ != table.region:
            there = coverage(workspace, region, table.on)
            kept = tuple(i for i in there.interventions if i.id in shared)
            found[id_] = Coverage(
                id_, there.on, there.municipalities, kept, there.coalitions, there.cells
            )
    return found


def active(table: Coverage, intervention: str) -> tuple[str, ...]:
    """The municipalities where an intervention is active."""
    if all(i.id != intervention for i in table.interventions):
        return ()
    return tuple(m for m in table.municipalities if table.cells[m, intervention].status == "active")


def _elsewhere(
    municipality: str, intervention: str, atlas: Atlas, others: Mapping[str, Coverage]
) -> tuple[Near | None, str | None]:
    found = [
        (near.rank, id_, near)
        for id_, table in others.items()
        if (near := atlas.nearest(municipality, active(table, intervention)))
    ]
    if not found:
        return None, None
    _, id_, near = min(found, key=lambda one: one[:2])
    return near, id_
