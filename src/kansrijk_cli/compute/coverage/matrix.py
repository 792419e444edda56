"""The coverage matrix: which intervention is where, on a date."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product

from kansrijk_cli.compute.coverage.cells import (
    ABSENT,
    PRESENT,
    STATUSES,
    Cell,
    Filling,
    combined,
    covers,
    empty,
    status_on,
)
from kansrijk_cli.compute.coverage.mergers import all_parts, goes_on, parts, standing
from kansrijk_cli.compute.coverage.rows import Rows, deployed
from kansrijk_cli.compute.dates import newest_state
from kansrijk_cli.model.catalog import CatalogInterventions
from kansrijk_cli.model.coalitions import Coalition, Coalitions
from kansrijk_cli.model.interventions import Intervention, Interventions
from kansrijk_cli.model.types import Status
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

__all__ = ["PRESENT", "STATUSES", "Cell", "Coverage", "combined", "coverage", "covers", "status_on"]


@dataclass(frozen=True)
class Coverage:
    """The matrix of a region on a date. `on` is `None` when the data names no date at all.

    `elsewhere` are the interventions that are only there for the region as a whole or another
    place: that says of no municipality whether it has them.
    """

    region: str
    on: date | None
    municipalities: tuple[str, ...]
    interventions: tuple[Intervention, ...]
    coalitions: Mapping[str, Status]
    cells: Mapping[tuple[str, str], Cell]
    elsewhere: tuple[str, ...] = ()

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each intervention is called; two with the same name with their id behind it."""
        often = Counter(i.name for i in self.interventions)
        return {
            i.id: f"{i.name} ({i.id})" if often[i.name] > 1 else i.name for i in self.interventions
        }

    @cached_property
    def by_intervention(self) -> Mapping[str, Mapping[str, int]]:
        """Per intervention how many municipalities have each status, and of how many."""
        return {
            i.id: _count(self.cells[m, i.id].status for m in self.municipalities)
            for i in self.interventions
        }

    @cached_property
    def by_municipality(self) -> Mapping[str, Mapping[str, int]]:
        """Per municipality how many interventions have each status, and of how many."""
        return {
            m: _count(self.cells[m, i.id].status for i in self.interventions)
            for m in self.municipalities
        }


def coverage(workspace: Workspace, region: RegionFolder, on: date | None = None) -> Coverage:
    """The matrix of a region; without `on` in the newest state that the data has."""
    on = on or newest_state(region)
    municipalities = official_municipalities(workspace, region, on)
    content = region.files.content(Interventions)
    rows = deployed(workspace, region, content, municipalities, on) if content else {}
    interventions = tuple(_shown(workspace, region, content)) if content else ()
    elsewhere = _elsewhere(content, rows, on)
    filling = Filling(workspace.register, content, rows, on, frozenset(elsewhere))
    keys = product(municipalities, (i.id for i in interventions))
    cells = {key: filling.cell(key) for key in keys}
    return Coverage(
        region.id,
        on,
        municipalities,
        interventions,
        local_coalitions(workspace, region, on),
        cells,
        tuple(i.id for i in interventions if i.id in elsewhere),
    )


def official_municipalities(
    workspace: Workspace, region: RegionFolder, on: date | None = None
) -> tuple[str, ...]:
    """The municipalities of a region under their official names, in alphabetical order.

    With a day those that were there on it: what merged before stands as what it became.
    """
    names = (workspace.register.official(m) for m in region.municipalities)
    return standing(workspace.register, names, on)


def all_interventions(workspace: Workspace, region: RegionFolder) -> Mapping[str, Intervention]:
    """The interventions a region can name: the catalogue's, and its own that replace them by id."""
    known: dict[str, Intervention] = {}
    for entry in reversed(workspace.catalog_entries(CatalogInterventions)):
        known |= {i.id: i for i in entry.content.interventions}
    own = region.files.content(Interventions)
    return known | ({i.id: i for i in own.interventions} if own else {})


def local_coalitions(
    workspace: Workspace, region: RegionFolder, on: date | None
) -> dict[str, Status]:
    """Per municipality the status of its local or shared coalition; the furthest one counts."""
    content = region.files.content(Coalitions)
    inventory = content.inventory if content else None
    found: dict[str, list[Status]] = {}
    for coalition in content.coalitions if content else ():
        if coalition.level == "local":
            for name in coalition.municipalities:
                official = workspace.register.official(name, region.municipalities)
                found.setdefault(official, []).append(_coalition_status(coalition, on))

    def of(municipality: str) -> Status:
        if municipality in found:
            return min(found[municipality], key=STATUSES.index)
        olds = parts(workspace.register, municipality, on)
        nothing = empty(workspace.register, inventory, municipality, None)
        if not any(old in found for old in all_parts(workspace.register, olds, on).union(olds)):
            return nothing
        own = (nothing,) if goes_on(workspace.register, municipality, on) else ()
        return combined((*own, *map(of, olds)))

    return {m: of(m) for m in official_municipalities(workspace, region, on)}


def _coalition_status(coalition: Coalition, on: date | None) -> Status:
    return status_on(coalition.status, coalition.period, on, on.year if on else 0)


def _shown(
    workspace: Workspace,
    region: RegionFolder,
    content: Interventions,
) -> Iterator[Intervention]:
    """The columns of the matrix, in the order in which the data first names them."""
    known = all_interventions(workspace, region)
    asked = content.inventory.interventions if content.inventory else ()
    used = (i for row in content.deployments.values() for i in row)
    for id_ in dict.fromkeys((*asked, *used)):
        if id_ in known:
            yield known[id_]


def _elsewhere(content: Interventions | None, rows: Rows, on: date | None) -> set[str]:
    """What is there for the region or a place, and filled in for no municipality."""
    found = {
        id_
        for row in (content.deployments.values() if content else ())
        for id_, deployment in row.items()
        if status_on(deployment.status, deployment.period, on, on.year if on else 1) not in ABSENT
    }
    return found - {intervention for _, intervention in rows}


def _count(statuses: Iterator[Status]) -> dict[str, int]:
    counted = Counter(statuses)
    return {status: counted[status] for status in STATUSES} | {"of": counted.total()}
