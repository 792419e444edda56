"""The cells of the coverage matrix: a status on a date. Empty is unknown, never "no"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from kansrijk_cli.compute.coverage.mergers import all_parts, goes_on, is_split, parts
from kansrijk_cli.compute.coverage.rows import MUNICIPALITY, Rows
from kansrijk_cli.compute.dates import year_end
from kansrijk_cli.model.interventions import Deployment, Interventions
from kansrijk_cli.model.inventory import Inventory
from kansrijk_cli.model.period import Period
from kansrijk_cli.model.types import Status
from kansrijk_cli.workspace.register import Register
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

STATUSES: tuple[Status, ...] = ("active", "starting", "planned", "ended", "none", "unknown")
PRESENT: frozenset[Status] = frozenset(("active", "starting"))
COMING: frozenset[Status] = PRESENT | {"planned"}
ABSENT: frozenset[Status] = frozenset(("none", "ended"))


@dataclass(frozen=True, slots=True)
class Cell:
    """One crossing of the matrix, with the deployment that the data has for it, if any.

    `counted_from` are the municipalities that merged into this one and say what the cell says.
    """

    municipality: str
    intervention: str
    status: Status
    source: str | None = None
    deployment: Deployment | None = None
    counted_from: tuple[str, ...] = ()


def status_on(status: Status, period: Period | None, on: date | None, year: int) -> Status:
    """A status on a date: what has not begun is planned, what is over has ended."""
    if on is None or period is None or status not in ("active", "starting", "planned"):
        return status
    start, end = period.start(year), period.end(year)
    if start and on < start:
        return "planned"
    return "ended" if end and on > end else status


def unplaced(workspace: Workspace, region: RegionFolder, on: date | None) -> Iterator[str]:
    """The municipalities that were split before a day while something ran there.

    Nobody knows what is where now, so their rows count for none of the new municipalities.
    """
    content = region.files.content(Interventions)
    for place, row in content.deployments.items() if content else ():
        found = workspace.register.find(place, region.municipalities)
        if on is not None and len(found) == 1 and is_split(found[0], on):
            statuses = (status_on(d.status, d.period, on, on.year) for d in row.values())
            if not COMING.isdisjoint(statuses):
                yield place


def combined(statuses: Iterable[Status]) -> Status:
    """What holds for a whole of parts: what one part has is there; "no" only if all say so."""
    found = sorted(statuses, key=STATUSES.index)
    if not found:
        return "unknown"
    return found[0] if found[0] in COMING or "unknown" not in found else "unknown"


@dataclass(frozen=True, slots=True)
class Filling:
    """What fills the cells of a matrix: rows on a day, and what an empty one means.

    What is only filled in `elsewhere` is somewhere, so that an empty cell never says "no".
    """

    register: Register
    content: Interventions | None
    rows: Rows
    on: date | None
    elsewhere: frozenset[str]

    def cell(self, key: tuple[str, str]) -> Cell:
        """A cell. Without a row of its own a municipality has that of what merged into it."""
        municipality, intervention = key
        row = self.rows.get(key)
        olds = parts(self.register, municipality, self.on)
        if (row and row.distance == MUNICIPALITY) or not self._is_told(olds, intervention):
            return self._plain(key)
        cells = [self.cell((old, intervention)) for old in olds]
        if goes_on(self.register, municipality, self.on):
            cells.append(self._plain(key))
        status = combined(cell.status for cell in cells)
        told = next((cell for cell in cells if cell.status == status and cell.deployment), None)
        names = tuple(n for c in cells if c.deployment for n in c.counted_from or (c.municipality,))
        if told is None:
            return Cell(*key, status, counted_from=names)
        return replace(told, municipality=municipality, counted_from=names)

    def _is_told(self, olds: tuple[str, ...], intervention: str) -> bool:
        """Whether a row is written for one of these, or for what merged into it."""
        return any(
            (row := self.rows.get((old, intervention))) and row.distance == MUNICIPALITY
            for old in all_parts(self.register, olds, self.on).union(olds)
        )

    def _plain(self, key: tuple[str, str]) -> Cell:
        """A cell as its own row says, or empty."""
        row, content = self.rows.get(key), self.content
        if row is None and key[1] in self.elsewhere:
            return Cell(*key, "unknown")
        if row is None:
            return Cell(*key, empty(self.register, content.inventory if content else None, *key))
        deployment, year = row.deployment, (self.on or year_end(1)).year
        status = status_on(deployment.status, deployment.period, self.on, year)
        source = deployment.source or (content.source if content else None)
        return Cell(*key, status, source, deployment)


def empty(
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
    asked_here = not asked or _is_asked(register, municipality, asked)
    asked_this = not inventory.interventions or intervention in inventory.interventions
    return asked_here and asked_this


def _is_asked(register: Register, municipality: str, asked: set[str]) -> bool:
    """Whether a municipality was asked, or all that it was made of."""
    olds = parts(register, municipality, date.max)
    if municipality in asked or not olds or goes_on(register, municipality, date.max):
        return municipality in asked
    return all(_is_asked(register, old, asked) for old in olds)
