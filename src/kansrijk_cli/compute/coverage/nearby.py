"""Whom to ask for what: the nearest municipality where something is active, for many at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kansrijk_cli.compute.coverage.depth import Depth
from kansrijk_cli.compute.coverage.matrix import Coverage
from kansrijk_cli.compute.coverage.neighbours import Atlas, Near
from kansrijk_cli.compute.coverage.spots import WHITE, Spot


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom to ask; `region` is the id of another region when nobody in the own one has it."""

    near: Near
    region: str | None = None


@dataclass(frozen=True)
class Nearby:
    """The matrices of all regions by id. Only what is `shared` is asked of another region."""

    atlas: Atlas
    tables: Mapping[str, Coverage]
    shared: frozenset[str]
    _active: dict[str, dict[str, list[str]]] = field(init=False, default_factory=dict)
    _near: dict[tuple[str, str], Near] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for region, table in self.tables.items():
            for (municipality, intervention), cell in table.cells.items():
                if cell.status == "active":
                    here = self._active.setdefault(intervention, {})
                    here.setdefault(region, []).append(municipality)

    def ask(self, region: str, municipality: str, intervention: str) -> Ask | None:
        """The nearest of the same region, else the nearest of any other."""
        by_region = self._active.get(intervention, {})
        own = self._nearest(municipality, by_region.get(region, ()))
        if own or intervention not in self.shared:
            return Ask(own) if own else None
        found = [
            (near.rank, other, near)
            for other, names in by_region.items()
            if other != region and (near := self._nearest(municipality, names))
        ]
        if not found:
            return None
        _, other, near = min(found, key=lambda one: one[:2])
        return Ask(near, other)

    def _nearest(self, name: str, among: list[str] | tuple[str, ...]) -> Near | None:
        found = (self._from(name, other) for other in among if other != name)
        return min(found, key=lambda near: near.rank, default=None)

    def _from(self, name: str, other: str) -> Near:
        """How another lies from here; the same two are asked about for every intervention."""
        key = (name, other)
        if key not in self._near:
            self._near[key] = self.atlas.near(name, other)
        return self._near[key]


@dataclass(frozen=True)
class SharedDepth(Depth):
    """What follows from a matrix, with white spots from the matrices that are there already.

    Another region counts as its own data last found it, not as on the day of this matrix.
    """

    nearby: Nearby

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The white spots, in the order of the matrix."""
        return tuple(self._spots())

    def _spots(self) -> Iterator[Spot]:
        table = self.table
        for intervention in table.interventions:
            for municipality in table.municipalities:
                status = table.cells[municipality, intervention.id].status
                if status in WHITE:
                    ask = self.nearby.ask(table.region, municipality, intervention.id)
                    near, region = (ask.near, ask.region) if ask else (None, None)
                    yield Spot(municipality, intervention.id, status, near, region)
