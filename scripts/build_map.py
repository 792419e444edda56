"""Make the outlines of municipalities that maps are drawn from.

    python scripts/build_map.py            write src/kansrijk_cli/output/drawing/outlines.json
    python scripts/build_map.py --check    exit 1 when it is not what the map gives

The map is a TopoJSON of municipalities in longitude and latitude, with codes such as GM0363 as ids.
It comes out flat, in steps of ten metres of the national grid (Rijksdriehoek), so that drawing
needs only a scale. Neighbours share the arcs of their border, so no gap can open between them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "scripts/refdata/gemeenten_2023.topojson"
TARGET = ROOT / "src/kansrijk_cli/output/drawing/outlines.json"
METRES = 10

Point = tuple[float, float]
Step = tuple[int, int]

# The centre of the grid in degrees and metres, and the terms by their powers of north and east,
# in units of 10,000 seconds: Schreutelkamp and Strang van Hees, good to a metre.
CENTRE, ORIGIN = (52.15517440, 5.38720621), (155_000, 463_000)
EAST = (
    (0, 1, 190094.945),
    (1, 1, -11832.228),
    (2, 1, -114.221),
    (0, 3, -32.391),
    (1, 0, -0.705),
    (3, 1, -2.340),
    (1, 3, -0.608),
    (0, 2, -0.008),
    (2, 3, 0.148),
)
NORTH = (
    (1, 0, 309056.544),
    (0, 2, 3638.893),
    (2, 0, 73.077),
    (1, 2, -157.984),
    (3, 0, 59.788),
    (0, 1, 0.433),
    (2, 2, -6.439),
    (1, 1, -0.032),
    (0, 4, 0.092),
    (1, 4, -0.054),
)


class MapError(Exception):
    """The input cannot be used; says why."""


def outlines(topology: Mapping[str, Any]) -> dict[str, Any]:
    """The arcs, and of each municipality the rings they make; arc `~n` is arc `n` turned around.

    Raises MapError when this is not a map of municipalities.
    """
    try:
        [layer] = topology["objects"].values()
        rings = {shape["id"]: list(_rings(shape)) for shape in layer["geometries"]}
        arcs = [_flat(_points(arc, topology.get("transform"))) for arc in topology["arcs"]]
        used = {arc if arc >= 0 else ~arc for found in rings.values() for r in found for arc in r}
    except (KeyError, TypeError, ValueError, AttributeError) as bad:
        raise MapError(f"Dit is geen TopoJSON met een laag gemeenten ({bad!r}).") from bad
    if not used or max(used) >= len(arcs):
        raise MapError("Een gemeente op de kaart heeft een grens die er niet is.")
    return {"metres": METRES, "municipalities": dict(sorted(rings.items())), "arcs": arcs}


def _rings(shape: Mapping[str, Any]) -> Iterator[list[int]]:
    """All outlines of a municipality: of every part, and of every hole in one."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    for polygon in polygons:
        yield from polygon


def _points(arc: Iterable[Sequence[float]], transform: Mapping[str, Any] | None) -> Iterator[Point]:
    """The points of an arc in degrees; with a transform they are steps from the one before."""
    if transform is None:
        yield from ((x, y) for x, y in arc)
        return
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0.0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * sx + tx, y * sy + ty


def _flat(arc: Iterable[Point]) -> list[int]:
    """An arc in steps of the grid: its first point, and then how far each next one is from it."""
    steps = [projected(longitude, latitude) for longitude, latitude in arc]
    found = [*steps[0]]
    for (x, y), (next_x, next_y) in pairwise(steps):
        if (x, y) != (next_x, next_y):
            found += [next_x - x, next_y - y]
    return found


def projected(longitude: float, latitude: float) -> Step:
    """A place on the national grid, in steps."""
    north, east = (latitude - CENTRE[0]) * 0.36, (longitude - CENTRE[1]) * 0.36
    x, y = (
        start + sum(term * north**n * east**e for n, e, term in terms)
        for start, terms in zip(ORIGIN, (EAST, NORTH), strict=True)
    )
    return round(x / METRES), round(y / METRES)


def rendered(found: Mapping[str, Any]) -> str:
    """The outlines as JSON: a line for each municipality and each arc."""

    def block(lines: Iterable[str], ends: str) -> str:
        return ends[0] + "\n" + ",\n".join(lines) + "\n" + ends[1]

    shapes = (f'"{code}":{_packed(rings)}' for code, rings in found["municipalities"].items())
    parts = (
        f'"metres":{found["metres"]}',
        f'"municipalities":{block(shapes, "{}")}',
        f'"arcs":{block(map(_packed, found["arcs"]), "[]")}',
    )
    return block(parts, "{}") + "\n"


def _packed(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


app = typer.Typer(add_completion=False)


@app.command()
def main(
    topojson: Annotated[Path, typer.Option(help="De kaart van gemeenten.")] = SOURCE,
    output: Annotated[Path, typer.Option(help="Het bestand dat gemaakt wordt.")] = TARGET,
    check: Annotated[bool, typer.Option("--check", help="Vergelijk; schrijf niets.")] = False,
) -> None:
    """Maak de grenzen voor de kaarten in documenten uit een TopoJSON."""
    try:
        text = rendered(outlines(json.loads(topojson.read_text("utf-8"))))
    except (MapError, OSError, ValueError) as bad:
        typer.echo(f"{bad} Er is niets geschreven.", err=True)
        raise typer.Exit(1) from None
    if check and (not output.is_file() or output.read_bytes() != text.encode()):
        typer.echo(f"{output} is verouderd. Draai: python scripts/build_map.py", err=True)
        raise typer.Exit(1)
    if not check:
        output.write_bytes(text.encode())


if __name__ == "__main__":
    app()
