"""What all regions of a municipality say of it, before it is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kansrijk_cli.compute.coverage.cells import ABSENT, COMING, PRESENT, Cell
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.interventions import Intervention
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Linked
from kansrijk_cli.output.site.facts import Deployed, RegionFacts, YearFacts
from kansrijk_cli.output.site.site import Site


@dataclass(frozen=True, slots=True)
class Said:
    """What a region says of an intervention in the municipality."""

    facts: RegionFacts
    item: Intervention
    cell: Cell


@dataclass(frozen=True, slots=True)
class Spot:
    """What a region says of an intervention at a place that is not a municipality."""

    facts: RegionFacts
    item: Intervention
    found: Deployed
    page: str

    @property
    def is_regional(self) -> bool:
        """Whether it is for the whole region, and not for a place in it."""
        return self.found.place == self.facts.region.name


@dataclass(frozen=True)
class Local:
    """What all its regions say of a municipality."""

    site: Site
    name: str

    @property
    def regions(self) -> tuple[RegionFacts, ...]:
        """The regions it belongs to."""
        return self.site.belonging[self.name]

    @property
    def plans(self) -> list[tuple[RegionFacts, YearFacts]]:
        """The newest plan of each region."""
        return [(facts, facts.newest) for facts in self.regions if facts.newest]

    @property
    def budgeted(self) -> list[tuple[RegionFacts, YearFacts]]:
        """The newest plan with a budget of each region."""
        return [(facts, facts.newest_money) for facts in self.regions if facts.newest_money]

    @cached_property
    def said(self) -> dict[str, list[Said]]:
        """By the page of an intervention what each region says; in alphabetical order."""
        found: dict[str, list[Said]] = {}
        for facts in self.regions:
            for item in facts.table.interventions:
                page = self.site.directory.intervention(item.id, facts.id)
                cell = facts.table.cells[self.name, item.id]
                found.setdefault(page, []).append(Said(facts, item, cell))
        return dict(sorted(found.items(), key=lambda pair: pair[1][0].item.name.casefold()))

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """What runs in a district, school or practice there, or in a wider part of the region.

        What counts for the municipality itself is in the matrix, and so in `said`. There what a
        region says of a municipality goes before what it says of all of them.
        """
        cells = [one for said in self.said.values() for one in said if one.cell.deployment]
        counted = {id(one.cell.deployment) for one in cells}
        named = {(one.facts.id, one.item.id) for one in cells}
        found = (
            Spot(facts, item, found, self.site.directory.intervention(item.id, facts.id))
            for facts in self.regions
            for found in facts.deployed
            if (item := facts.interventions.get(found.intervention))
            and id(found.deployment) not in counted
            and facts.official(found.place) not in facts.table.municipalities
            and self.name in facts.inside(found.place)
        )
        return tuple(
            spot
            for spot in found
            if not (spot.is_regional and (spot.facts.id, spot.item.id) in named)
        )

    @cached_property
    def coming(self) -> dict[str, list[Spot]]:
        """By the page of an intervention the places around the municipality that have it."""
        found: dict[str, list[Spot]] = {}
        for spot in self.spots:
            if spot.found.status in COMING:
                found.setdefault(spot.page, []).append(spot)
        return found

    def group(self, group: str) -> Iterator[tuple[str, list[Said]]]:
        """What is there, what lacks, what nobody knows, or what regions contradict each other."""
        return ((page, said) for page, said in self.said.items() if _group(said) == group)

    def line(self, place: Place) -> str | None:
        """Where a reader sees the line of a place."""
        return self.site.lines.address(place)

    def region_link(self, facts: RegionFacts) -> Linked | None:
        """A region, where there are more of them to tell apart."""
        several = len(self.regions) > 1
        return Linked(facts.region.name, region_page(facts.id)) if several else None


def _group(said: list[Said]) -> str:
    """In which part of the page an intervention stands, by all that is said of it."""
    statuses = {one.cell.status for one in said}
    if not PRESENT.isdisjoint(statuses) and not ABSENT.isdisjoint(statuses):
        return "contradicted"
    if not COMING.isdisjoint(statuses):
        return "there"
    return "absent" if not ABSENT.isdisjoint(statuses) else "unknown"
