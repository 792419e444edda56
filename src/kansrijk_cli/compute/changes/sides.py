"""The two sides of a comparison, and what things are called there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kansrijk_cli.compute.changes.edits import edits
from kansrijk_cli.compute.changes.steps import Edit
from kansrijk_cli.compute.coverage.matrix import PRESENT, coverage
from kansrijk_cli.compute.privacy.figures import Privacy
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.names import NAMINGS, Scope
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

# What runs, or is meant to.
RUNNING = PRESENT | {"planned"}
GEOGRAPHY = frozenset(("municipality", "place"))
_IN_BUDGET = frozenset(("line", "column"))


@dataclass(frozen=True)
class Side:
    """One version of what is compared: a workspace, with the region and year if there are."""

    workspace: Workspace
    region: RegionFolder | None = None
    year: YearFolder | None = None

    @property
    def members(self) -> tuple[str, ...]:
        """The municipalities of the region as it writes them."""
        return self.region.municipalities if self.region else ()

    @cached_property
    def running(self) -> frozenset[tuple[str, str]]:
        """The municipalities and interventions that the matrix has together, now or later."""
        if self.region is None:
            return frozenset()
        cells = coverage(self.workspace, self.region).cells
        return frozenset(
            key
            for key, cell in cells.items()
            if cell.deployment and cell.deployment.status in RUNNING
        )

    @cached_property
    def privacy(self) -> Privacy | None:
        """Which figures of the year may be shown."""
        if self.region is None or self.year is None:
            return None
        return Privacy(self.workspace, self.region, self.year)

    @cached_property
    def _names(self) -> dict[str, Mapping[str, str]]:
        return {}

    def names(self, kind: str, entry: Entry[File]) -> Mapping[str, str]:
        """What the ids of a kind are called: the first of their names."""
        if kind not in self._names:
            scope = Scope(self.workspace, self.region, self.year, entry, entry.place)
            found: dict[str, str] = {}
            for name, id_ in NAMINGS[kind].names(scope).items():
                if name != id_:
                    found.setdefault(id_, name)
            self._names[kind] = found
        return self._names[kind]


@dataclass(frozen=True)
class Pair:
    """A file in two versions, each on its side; of two years with the days they speak of.

    With `moved_from` it is the folder of a region that had another name.
    """

    file: str
    before: Side
    after: Side
    old: File | None
    new: File | None
    days: tuple[date, date] | None = None
    moved_from: str | None = None

    def official(self, name: str) -> str:
        """The official name of a municipality, and any other name as it is."""
        register = self.after.workspace.register
        return register.official(name, (*self.after.members, *self.before.members))

    def edits(self) -> Iterator[Edit]:
        """All differences between the two versions."""
        if self.moved_from:
            now = self.file.split("/")[1]
            return iter((Edit("moved", self.file, (), self.moved_from, now),))
        return edits(self.file, self.old, self.new, self.official)

    def called(self, kind: str | None, name: str) -> str:
        """What something is called in the new version, or else in the old one."""
        if kind is None or kind in _IN_BUDGET or kind == "source":
            return name
        if kind in GEOGRAPHY:
            return self.official(name)
        for side, content in ((self.after, self.new), (self.before, self.old)):
            found = side.names(kind, Entry(Place(self.file), content)) if content else {}
            if name in found:
                return found[name]
        return self.official(name) if kind == "owner" else name

    @property
    def region(self) -> RegionFolder | None:
        """The region in the new version, or else in the old one."""
        return self.after.region or self.before.region

    @property
    def year(self) -> YearFolder | None:
        """The year in the new version, or else in the old one."""
        return self.after.year or self.before.year
