"""A map of municipalities: TopoJSON in longitude and latitude, with codes such as GM0363 as ids."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

Point = tuple[float, float]
# The numbers of arcs that follow each other; `~n` is arc `n` turned around.
Ring = list[int]


class MapError(Exception):
    """The map cannot be used; says why."""


@dataclass(frozen=True, slots=True)
class TopoMap:
    """Of each municipality its rings (of every part, and of every hole in one), and all arcs.

    Points are in degrees: longitude and latitude. The first point of an outline does not return
    at its end.
    """

    rings: Mapping[str, Sequence[Ring]]
    arcs: Sequence[Sequence[Point]]

    def outlines(self, code: str) -> list[list[Point]]:
        """The points of each ring of a municipality."""
        return [[*chain.from_iterable(map(self._line, ring))] for ring in self.rings[code]]

    def _line(self, arc: int) -> Sequence[Point]:
        """An arc without its last point, which is the first of the next one."""
        return (self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1])[:-1]


def read_map(path: Path) -> TopoMap:
    """The map in a file. Raises MapError when it is no map of municipalities."""
    try:
        topology = json.loads(path.read_text("utf-8"))
        [layer] = topology["objects"].values()
        rings = {shape["id"]: _rings(shape) for shape in layer["geometries"]}
        arcs = [list(_points(arc, topology.get("transform"))) for arc in topology["arcs"]]
        used = {max(arc, ~arc) for found in rings.values() for ring in found for arc in ring}
    except (KeyError, TypeError, ValueError, AttributeError) as bad:
        raise MapError(f"Dit is geen TopoJSON met een laag gemeenten ({bad!r}).") from bad
    if not used or max(used) >= len(arcs):
        raise MapError("Een gemeente op de kaart heeft een grens die er niet is.")
    return TopoMap(dict(sorted(rings.items())), arcs)


def _rings(shape: Mapping[str, Any]) -> list[Ring]:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


def _points(arc: Iterable[Sequence[float]], transform: Mapping[str, Any] | None) -> Iterator[Point]:
    """The points of an arc; with a transform they are whole steps from the one before."""
    if transform is None:
        yield from ((x, y) for x, y in arc)
        return
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0.0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * sx + tx, y * sy + ty
