"""The outlines of municipalities, as large as a picture wants them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """The map of the country: arcs, and of each municipality the rings that they make."""

    municipalities: Mapping[str, Sequence[Sequence[int]]]
    arcs: Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Outlines by code, and where the lowest of them ends."""

    rings: Mapping[str, tuple[Ring, ...]]
    bottom: float


@cache
def atlas() -> Atlas:
    """The map that comes with the program; `scripts/build_map.py` makes it."""
    text = files("kansrijk_cli.output.drawing").joinpath("outlines.json").read_text("utf-8")
    found = json.loads(text)
    return Atlas(found["municipalities"], found["arcs"])


def is_on_map(code: str) -> bool:
    """Whether a municipality has an outline."""
    return code in atlas().municipalities


def drawn(codes: Iterable[str], top: float, width: float, height: float) -> Drawn:
    """The municipalities of these codes that are on the map, north up, as large as fits.

    They are in the middle of the width, with nothing above the top.
    """
    wanted = {code: atlas().municipalities[code] for code in codes if is_on_map(code)}
    used = {
        arc if arc >= 0 else ~arc for rings in wanted.values() for ring in rings for arc in ring
    }
    arcs = {arc: _points(atlas().arcs[arc]) for arc in used}
    xs = [x for points in arcs.values() for x, _ in points] or [0]
    ys = [y for points in arcs.values() for _, y in points] or [0]
    west, north = min(xs), max(ys)
    wide, high = max(xs) - west or 1, north - min(ys) or 1
    scale = min(width / wide, height / high)
    left = (width - wide * scale) / 2
    placed = {
        arc: [(left + (x - west) * scale, top + (north - y) * scale) for x, y in points]
        for arc, points in arcs.items()
    }
    rings = {code: tuple(_ring(ring, placed) for ring in found) for code, found in wanted.items()}
    return Drawn(rings, top + high * scale if rings else top)


def _points(arc: Sequence[int]) -> list[tuple[int, int]]:
    return list(zip(accumulate(arc[::2]), accumulate(arc[1::2]), strict=True))


def _ring(arcs: Sequence[int], placed: Mapping[int, list[Point]]) -> Ring:
    """A closed ring; each arc begins where the one before ends."""
    lines = (placed[arc] if arc >= 0 else placed[~arc][::-1] for arc in arcs)
    return tuple(point for line in lines for point in line[:-1])
