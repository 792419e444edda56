"""The site as its pages know it: all facts, where everything is, and the frame around a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment

from kansrijk_cli.compute.coverage.matrix import Coverage
from kansrijk_cli.compute.coverage.nearby import Nearby
from kansrijk_cli.compute.coverage.neighbours import atlas
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.catalog import CatalogInterventions
from kansrijk_cli.model.interventions import Intervention
from kansrijk_cli.output.html.environment import environment
from kansrijk_cli.output.site.addresses import Directory, file_names
from kansrijk_cli.output.site.facts import RegionFacts
from kansrijk_cli.output.site.lines import Lines
from kansrijk_cli.output.site.material import Material
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace


@dataclass(frozen=True)
class Site:
    """Everything that pages share."""

    material: Material

    @property
    def workspace(self) -> Workspace:
        """The data that may be published."""
        return self.material.published.public

    @cached_property
    def templates(self) -> Environment:
        """The templates of the pages."""
        return environment(self.material.templates)

    @cached_property
    def lines(self) -> Lines:
        """Where the lines of the data are."""
        return Lines(self.material.published, self.material.texts)

    @cached_property
    def regions(self) -> tuple[RegionFacts, ...]:
        """The regions by name."""
        found = [
            RegionFacts(self.workspace, folder, folder.region)
            for folder in self.workspace.regions.values()
            if folder.region
        ]
        return tuple(sorted(found, key=lambda facts: facts.region.name.casefold()))

    @cached_property
    def by_id(self) -> Mapping[str, RegionFacts]:
        """The regions by the names of their folders."""
        return {facts.id: facts for facts in self.regions}

    @cached_property
    def tables(self) -> Mapping[str, Coverage]:
        """The matrix of every region."""
        return {facts.id: facts.table for facts in self.regions}

    @cached_property
    def belonging(self) -> Mapping[str, tuple[RegionFacts, ...]]:
        """By municipality the regions that it belongs to; in alphabetical order."""
        found: dict[str, list[RegionFacts]] = {}
        for facts in self.regions:
            for name in facts.table.municipalities:
                found.setdefault(name, []).append(facts)
        return {name: tuple(found[name]) for name in sorted(found)}

    @cached_property
    def catalog(self) -> Mapping[str, tuple[Place, Intervention]]:
        """The interventions of the catalogue, without drafts; the workspace's own win."""
        found: dict[str, tuple[Place, Intervention]] = {}
        for entry in reversed(self.workspace.catalog_entries(CatalogInterventions)):
            items = each(entry.place.at("interventions"), entry.content.interventions)
            found |= {item.id: (place, item) for place, item in items if not item.draft}
        return found

    @cached_property
    def directory(self) -> Directory:
        """Where everything is."""
        return Directory(file_names(self.belonging), frozenset(self.catalog))

    @cached_property
    def nearby(self) -> Nearby:
        """Whom to ask for what."""
        return Nearby(atlas(self.workspace), self.tables, self.directory.shared)
