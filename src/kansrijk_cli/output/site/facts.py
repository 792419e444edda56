"""What is computed about regions and their years: once, for all pages that tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kansrijk_cli.compute.budget.tables import BudgetTable, budget_tables
from kansrijk_cli.compute.coverage.cells import Cell, status_on
from kansrijk_cli.compute.coverage.depth import Depth
from kansrijk_cli.compute.coverage.matrix import Coverage, all_interventions, coverage
from kansrijk_cli.compute.dates import newest_state
from kansrijk_cli.compute.dividing.contributions import Contribution, contributions
from kansrijk_cli.compute.dividing.requests import Where, Wishes
from kansrijk_cli.compute.progress.standing import Standing, standing
from kansrijk_cli.compute.sources import step_into
from kansrijk_cli.core.place import Place, Step
from kansrijk_cli.model.base import File, Item
from kansrijk_cli.model.interventions import Deployment, Intervention, Interventions
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.model.types import Status
from kansrijk_cli.reports.context import Context
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


@dataclass(frozen=True, slots=True)
class Deployed:
    """An intervention at a place, with where the data say so, and how it stands there now."""

    place: str
    intervention: str
    deployment: Deployment
    at: Place
    status: Status


@dataclass(frozen=True)
class YearFacts:
    """One plan of a region."""

    context: Context

    @property
    def folder(self) -> YearFolder:
        """Its files."""
        return self.context.year

    @property
    def year(self) -> int:
        """Its year."""
        return self.context.year.year

    def place_of(self, item: Item) -> Place | None:
        """Where one of its activities, open points, targets or figures stands."""
        return self._places.get(id(item))

    @cached_property
    def _places(self) -> Mapping[int, Place]:
        plan, results = self.folder.files.get(Plan), self.folder.files.get(Results)
        lists: list[tuple[Place, Sequence[Item]]] = []
        if plan:
            lists.append((plan.place.at("activities"), plan.content.activities))
            lists.append((plan.place.at("open_points"), plan.content.open_points))
        if results:
            lists.append((results.place.at("targets"), results.content.targets))
            lists.append((results.place.at("figures"), results.content.figures))
        return {id(item): place for at, items in lists for place, item in each(at, items)}

    @cached_property
    def standing(self) -> Standing:
        """How the plan stands on the day of its document."""
        c = self.context
        return standing(c.workspace, c.folder, c.year, c.on)

    @cached_property
    def budgets(self) -> tuple[BudgetTable, ...]:
        """Its budgets."""
        c = self.context
        return tuple(budget_tables(c.workspace, c.folder, c.year))

    @cached_property
    def contributions(self) -> Mapping[str, tuple[Contribution, ...]]:
        """By id of a budget what each municipality contributes, by the keys of the plan itself."""
        where = Where(self.context.workspace, self.context.folder, self.context.year)
        return {t.budget.id: contributions(where, t, Wishes()) for t in self.budgets}


@dataclass(frozen=True)
class RegionFacts:
    """A region with its plans, the newest first."""

    workspace: Workspace
    folder: RegionFolder
    region: Region

    @property
    def id(self) -> str:
        """The name of its folder."""
        return self.folder.id

    @cached_property
    def years(self) -> tuple[YearFacts, ...]:
        """Its plans, the newest first."""
        found = []
        for number in sorted(self.folder.years, reverse=True):
            year = self.folder.years[number]
            plan = year.files.content(Plan)
            if plan:
                context = Context(self.workspace, self.folder, year, self.region, plan)
                found.append(YearFacts(context))
        return tuple(found)

    @property
    def newest(self) -> YearFacts | None:
        """Its newest plan, if it has one."""
        return self.years[0] if self.years else None

    @property
    def newest_money(self) -> YearFacts | None:
        """Its newest plan with a budget."""
        return next((year for year in self.years if year.budgets), None)

    def before(self, year: YearFacts) -> YearFacts | None:
        """The plan before one of its plans."""
        return next((other for other in self.years if other.year < year.year), None)

    @cached_property
    def table(self) -> Coverage:
        """Its matrix on the day of its newest plan, or later when the data know more."""
        days = [newest_state(self.folder), *(year.context.on for year in self.years[:1])]
        on = max((day for day in days if day), default=None)
        return coverage(self.workspace, self.folder, on)

    @cached_property
    def depth(self) -> Depth:
        """What follows from the matrix."""
        return Depth(self.workspace, self.folder, self.table)

    @cached_property
    def interventions(self) -> Mapping[str, Intervention]:
        """All interventions that the region can name."""
        return all_interventions(self.workspace, self.folder)

    @cached_property
    def parties(self) -> Mapping[str, str]:
        """The names of its parties."""
        content = self.folder.files.content(Parties)
        return {party.id: party.name for party in content.parties} if content else {}

    def place_by_names(self, place: Place) -> Place:
        """A place of which the route has the ids of items instead of their numbers.

        Where an item is not found, as far as the route leads.
        """
        here: object = self._contents.get(place.file)
        found: list[Step] = []
        for name in place.route:
            step: Step | None = name
            if isinstance(here, tuple):
                step = next((i for i, item in enumerate(here) if name in _names(item)), None)
            if step is None:
                break
            found.append(step)
            here = step_into(here, step)
        return replace(place, route=tuple(found))

    @cached_property
    def named(self) -> frozenset[str]:
        """The ids of interventions that its files name or describe."""
        folders = (self.folder.files, *(year.files for year in self.folder.years.values()))
        entries = [entry for files in folders for entry in files.entries.values()]
        refer = {v.value for e in entries for v in e.references if v.refers_to == "intervention"}
        own = self.folder.files.content(Interventions)
        described = (item.id for item in own.interventions) if own else ()
        return frozenset(map(str, refer)).union(described)

    @cached_property
    def _contents(self) -> Mapping[str, File]:
        folders = (self.folder.files, *(year.files for year in self.folder.years.values()))
        return {e.place.file: e.content for files in folders for e in files.entries.values()}

    def official(self, name: str) -> str:
        """The official name of a municipality as the region may write it; looked up once."""
        if name not in self._official:
            found = self.workspace.register.official(name, self.folder.municipalities)
            self._official[name] = found
        return self._official[name]

    @cached_property
    def _official(self) -> dict[str, str]:
        return {}

    def inside(self, place: str) -> frozenset[str]:
        """The municipalities that a place lies in: itself, all of the region, or as it says."""
        if place == self.region.name:
            return frozenset(self.table.municipalities)
        named = next((p.municipalities for p in self.region.places if p.name == place), (place,))
        return frozenset(map(self.official, named))

    def owners(self, names: Sequence[str]) -> tuple[str, ...]:
        """The names of owners; a place is called as it is."""
        return tuple(self.parties.get(name, name) for name in names)

    @cached_property
    def deployed(self) -> tuple[Deployed, ...]:
        """Every deployment in the order of the file, also at places that are no municipality."""
        entry = self.folder.files.get(Interventions)
        if entry is None:
            return ()
        at, on = entry.place.at("deployments"), self.table.on

        def status(one: Deployment) -> Status:
            return status_on(one.status, one.period, on, on.year if on else 0)

        return tuple(
            Deployed(place, intervention, one, at.at(place, intervention), status(one))
            for place, row in entry.content.deployments.items()
            for intervention, one in row.items()
        )

    @cached_property
    def _places(self) -> Mapping[int, Place]:
        return {id(found.deployment): found.at for found in self.deployed}

    def place_of(self, cell: Cell) -> Place | None:
        """Where the data say what a cell says; else where they say that the list is complete."""
        entry = self.folder.files.get(Interventions)
        if cell.deployment is not None:
            return self._places.get(id(cell.deployment))
        is_told = cell.status == "none" and entry is not None
        return entry.place.at("inventory", "complete") if entry and is_told else None


def _names(item: object) -> tuple[object, ...]:
    """By what an item of a list is called in a route."""
    return tuple(getattr(item, name, None) for name in ("id", "code", "name"))
