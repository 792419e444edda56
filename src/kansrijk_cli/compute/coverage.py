"""The coverage matrix: which intervention is where, on a date. Empty is unknown, never "no"."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product

from kansrijk_cli.compute.dates import newest_state, year_end
from kansrijk_cli.model.catalog import CatalogInterventions
from kansrijk_cli.model.coalitions import Coalition, Coalitions
from kansrijk_cli.model.interventions import Deployment, Intervention, Interventions
from kansrijk_cli.model.inventory import Inventory
from kansrijk_cli.model.period import Period
from kansrijk_cli.model.types import Status
from kansrijk_cli.workspace.register import Register
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

STATUSES: tuple[Status, ...] = ("active", "starting", "planned", "ended", "none", "unknown")
PRESENT: frozenset[Status] = frozenset(("active", "starting"))


@dataclass(frozen=True, slots=True)
class Cell:
    """One crossing of the matrix, with the deployment that the data has for it, if any."""

    municipality: str
    intervention: str
    status: Status
    source: str | None = None
    deployment: Deployment | None = None


@dataclass(frozen=True)
class Coverage:
    """The matrix of a region on a date. `on` is `None` when the data names no date at all."""

    region: str
    on: date | None
    municipalities: tuple[str, ...]
    interventions: tuple[Intervention, ...]
    coalitions: Mapping[str, Status]
    cells: Mapping[tuple[str, str], Cell]

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
    municipalities = official_municipalities(workspace, region)
    content = region.files.content(Interventions)
    rows = _rows(workspace, region, content) if content else {}
    interventions = tuple(_shown(workspace, region, content, rows)) if content else ()
    inventory = content.inventory if content else None
    cells: dict[tuple[str, str], Cell] = {}
    for key in product(municipalities, (i.id for i in interventions)):
        deployment = rows.get(key)
        if deployment is None:
            cells[key] = Cell(*key, _empty(workspace.register, inventory, *key))
        else:
            cells[key] = _cell(key, deployment, on, content.source if content else None)
    return Coverage(
        region.id, on, municipalities, interventions, local_coalitions(workspace, region, on), cells
    )


def official_municipalities(workspace: Workspace, region: RegionFolder) -> tuple[str, ...]:
    """The municipalities of a region under their official names, in alphabetical order."""
    return tuple(sorted(workspace.register.official(m) for m in region.municipalities))


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
    return {
        m: min(found[m], key=STATUSES.index)
        if m in found
        else _empty(workspace.register, inventory, m, None)
        for m in official_municipalities(workspace, region)
    }


def status_on(status: Status, period: Period | None, on: date | None, year: int) -> Status:
    """A status on a date: what has not begun is planned, what is over has ended."""
    if on is None or period is None or status not in ("active", "starting", "planned"):
        return status
    start, end = period.start(year), period.end(year)
    if start and on < start:
        return "planned"
    return "ended" if end and on > end else status


def _coalition_status(coalition: Coalition, on: date | None) -> Status:
    return status_on(coalition.status, coalition.period, on, on.year if on else 0)


def _rows(
    workspace: Workspace, region: RegionFolder, content: Interventions
) -> dict[tuple[str, str], Deployment]:
    """Per municipality and intervention the deployment that counts; the nearest place wins."""

    def distance(place: str) -> int:
        return 2 if place == region.name else int(not workspace.register.find(place))

    rows: dict[tuple[str, str], tuple[int, Deployment]] = {}
    for place, deployments in content.deployments.items():
        here = distance(place)
        for intervention, deployment in deployments.items():
            for municipality in _reached(workspace, region, place, deployment):
                key = (municipality, intervention)
                if key not in rows or _counts_more((here, deployment), rows[key]):
                    rows[key] = (here, deployment)
    return {key: deployment for key, (_, deployment) in rows.items()}


def _counts_more(one: tuple[int, Deployment], other: tuple[int, Deployment]) -> bool:
    """Whether a deployment is nearer than another, or as near and further along."""

    def rank(row: tuple[int, Deployment]) -> tuple[int, int]:
        return row[0], STATUSES.index(row[1].status)

    return rank(one) < rank(other)


def _reached(
    workspace: Workspace, region: RegionFolder, place: str, deployment: Deployment
) -> tuple[str, ...]:
    """The municipalities that a deployment at a place says something about."""
    members = official_municipalities(workspace, region)
    official = workspace.register.official(place, region.municipalities)
    if official in members:
        return (official,)
    if place == region.name:
        return members if deployment.everywhere else ()
    places = region.region.places if region.region else ()
    named = next((p.municipalities for p in places if p.name == place), ())
    inside = tuple(workspace.register.official(m, region.municipalities) for m in named)
    return inside if deployment.everywhere or len(inside) == 1 else ()


def _shown(
    workspace: Workspace,
    region: RegionFolder,
    content: Interventions,
    rows: Mapping[tuple[str, str], Deployment],
) -> Iterator[Intervention]:
    """The columns of the matrix, in the order in which the data first names them."""
    known = all_interventions(workspace, region)
    asked = content.inventory.interventions if content.inventory else ()
    used = (i for row in content.deployments.values() for i in row)
    reached = {intervention for _, intervention in rows}
    for id_ in dict.fromkeys((*asked, *used)):
        if id_ in known and (id_ in reached or id_ in asked):
            yield known[id_]


def _cell(
    key: tuple[str, str], deployment: Deployment, on: date | None, default_source: str | None
) -> Cell:
    return Cell(
        *key,
        status_on(deployment.status, deployment.period, on, (on or year_end(1)).year),
        deployment.source or default_source,
        deployment,
    )


def _empty(
    register: Register, inventory: Inventory | None, municipality: str, intervention: str | None
) -> Status:
    """What an empty cell means: nothing, unless the inventory is complete for it."""
    return "none" if covers(register, inventory, municipality, intervention) else "unknown"


def covers(
    register: Register, inventory: Inventory | None, municipality: str, intervention: str | None
) -> bool:
    """Whether a complete inventory asked about this municipality and intervention."""
    if inventory is None or not inventory.complete:
        return False
    asked = {register.official(m, (municipality,)) for m in inventory.municipalities}
    asked_here = not asked or municipality in asked
    asked_this = not inventory.interventions or intervention in inventory.interventions
    return asked_here and asked_this


def _count(statuses: Iterator[Status]) -> dict[str, int]:
    counted = Counter(statuses)
    return {status: counted[status] for status in STATUSES} | {"of": counted.total()}
