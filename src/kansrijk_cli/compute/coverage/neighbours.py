"""Which municipality is nearest: one that shares a border first, else the smallest distance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from kansrijk_cli.model.municipalities import Border, Borders
from kansrijk_cli.workspace.register import Register
from kansrijk_cli.workspace.workspace import Workspace

EARTH_RADIUS = 6371.0088  # Mean radius in kilometres (IUGG).

# How two municipalities lie: now one municipality, with a border in common, apart, or not known.
Relation = Literal["merged", "neighbour", "apart", "unknown"]
RELATIONS: tuple[Relation, ...] = ("merged", "neighbour", "apart", "unknown")


@dataclass(frozen=True, slots=True)
class Near:
    """A municipality seen from another; `distance` is in kilometres between their middles."""

    municipality: str
    relation: Relation
    distance: float | None

    @property
    def rank(self) -> tuple[int, float, str]:
        """The lowest is the nearest; of two as near the first in the alphabet."""
        return RELATIONS.index(self.relation), self.distance or 0.0, self.municipality


@dataclass(frozen=True)
class Atlas:
    """Where municipalities lie. What is not on the map is sought through its mergers."""

    register: Register
    borders: Mapping[str, Border]

    @cached_property
    def _touching(self) -> frozenset[tuple[str, str]]:
        pairs = {(name, other) for name, b in self.borders.items() for other in b.neighbours}
        return frozenset(pairs | {(other, name) for name, other in pairs})

    def nearest(self, name: str, among: Iterable[str]) -> Near | None:
        """The nearest of some municipalities, not itself; `None` when there is no other."""
        others = (self.near(name, other) for other in among if other != name)
        return min(others, key=lambda near: near.rank, default=None)

    def near(self, name: str, other: str) -> Near:
        """How another municipality lies from this one."""
        here, there = self._on_map(name), self._on_map(other)
        if not here or not there:
            return Near(other, "unknown", None)
        if here & there:
            return Near(other, "merged", 0.0)
        pairs = tuple(product(here, there))
        distance = min(_kilometres(self.borders[a], self.borders[b]) for a, b in pairs)
        touching = any(pair in self._touching for pair in pairs)
        return Near(other, "neighbour" if touching else "apart", distance)

    def _on_map(self, name: str, seen: frozenset[str] = frozenset()) -> frozenset[str]:
        """The municipalities of the map that a municipality is: itself, later or earlier ones."""
        if name in self.borders or name in seen:
            return frozenset((name,)) & self.borders.keys()
        seen |= {name}
        later = self._only_successor(name)
        if later:
            return self._on_map(later, seen)
        olds = (old.name for old in self.register.made_of.get(name, ()))
        return frozenset(found for old in olds for found in self._on_map(old, seen))

    def _only_successor(self, name: str) -> str | None:
        found = self.register.find(name)
        codes = found[0].successors if len(found) == 1 else ()
        known = [
            self.register.by_code[code].name for code in codes if code in self.register.by_code
        ]
        return known[0] if len(codes) == len(known) == 1 else None


def atlas(workspace: Workspace) -> Atlas:
    """The map of the catalogue; that of the workspace itself wins a municipality."""
    borders: dict[str, Border] = {}
    for entry in reversed(workspace.catalog_entries(Borders)):
        named = entry.content.borders.items()
        borders |= {workspace.register.official(name): border for name, border in named}
    return Atlas(workspace.register, borders)


def _kilometres(one: Border, other: Border) -> float:
    """The distance over a round earth (haversine formula)."""
    here, there = radians(float(one.latitude)), radians(float(other.latitude))
    wide = radians(float(other.longitude - one.longitude))
    half = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(wide / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))
