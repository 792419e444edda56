"""Everything that can be said about the coverage of a region on a day, computed when asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kansrijk_cli.compute.coverage.agreements import Untranslated, untranslated
from kansrijk_cli.compute.coverage.cells import unplaced
from kansrijk_cli.compute.coverage.groups import WAYS, By, Group, groups
from kansrijk_cli.compute.coverage.matrix import Coverage
from kansrijk_cli.compute.coverage.neighbours import atlas
from kansrijk_cli.compute.coverage.prevention import PreventionMatrix, plan_year, prevention_matrix
from kansrijk_cli.compute.coverage.recognition import Lapsed, lapsed
from kansrijk_cli.compute.coverage.spots import Spot, other_regions, white_spots
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace


@dataclass(frozen=True)
class Depth:
    """The matrix of a region with what follows from it."""

    workspace: Workspace
    region: RegionFolder
    table: Coverage

    def group(self, by: By) -> list[Group]:
        """The coverage by phase, level and so on."""
        return groups(self.workspace, self.region, self.table, by)

    @cached_property
    def groups(self) -> Mapping[By, list[Group]]:
        """Every way to look at the coverage."""
        return {by: self.group(by) for by in WAYS}

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The white spots, with the nearest municipality that has it."""
        others = other_regions(self.workspace, self.table)
        return tuple(white_spots(self.table, atlas(self.workspace), others))

    @cached_property
    def untranslated(self) -> tuple[Untranslated, ...]:
        """The agreements that lack a regional or local side."""
        return tuple(untranslated(self.workspace, self.region, self.table))

    @cached_property
    def lapsed(self) -> tuple[Lapsed, ...]:
        """The recognitions that are over or old."""
        return tuple(lapsed(self.table))

    @cached_property
    def merged(self) -> Mapping[str, tuple[str, ...]]:
        """Per municipality those that merged into it and are counted under its name."""
        found: dict[str, set[str]] = {}
        for cell in self.table.cells.values():
            if cell.counted_from:
                found.setdefault(cell.municipality, set()).update(cell.counted_from)
        return {name: tuple(sorted(found[name])) for name in sorted(found)}

    @cached_property
    def unplaced(self) -> tuple[str, ...]:
        """The municipalities that were split, so that their rows count nowhere."""
        return tuple(unplaced(self.workspace, self.region, self.table.on))

    @cached_property
    def regional(self) -> tuple[str, ...]:
        """The names of what is only filled in for the region as a whole."""
        content = self.region.files.content(Interventions)
        whole = content.deployments.get(self.region.name, {}) if content else {}
        return tuple(self.table.names[id_] for id_ in self.table.elsewhere if id_ in whole)

    @cached_property
    def placed(self) -> tuple[str, ...]:
        """The names of what is only filled in for a place that is no municipality."""
        names = (self.table.names[id_] for id_ in self.table.elsewhere)
        return tuple(name for name in names if name not in self.regional)

    @cached_property
    def prevention(self) -> PreventionMatrix:
        """The prevention matrix with the goals of the last plan."""
        return prevention_matrix(self.table, plan_year(self.region, self.table))
