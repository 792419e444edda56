"""Make the outlines of municipalities that maps are drawn from.

    python -m scripts.build_map            write src/kansrijk_cli/output/drawing/outlines.json
    python -m scripts.build_map --check    exit 1 when it is not what the map gives

The map comes out flat, in steps of ten metres of the national grid (Rijksdriehoek), so that drawing
needs only a scale. Neighbours share the arcs of their border, so no gap can open between them.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer

from scripts.made import finish, refuse
from scripts.topojson import MapError, Point, TopoMap, read_map

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "scripts/refdata/gemeenten_2023.topojson"
TARGET = ROOT / "src/kansrijk_cli/output/drawing/outlines.json"
METRES = 10

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


def outlines(found: TopoMap) -> dict[str, Any]:
    """The arcs, and of each municipality the rings they make; arc `~n` is arc `n` turned around."""
    arcs = [_flat(arc) for arc in found.arcs]
    return {"metres": METRES, "municipalities": found.rings, "arcs": arcs}


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
        text = rendered(outlines(read_map(topojson)))
    except (MapError, OSError) as bad:
        raise refuse(str(bad)) from None
    finish({output: text}, check, "build_map")


if __name__ == "__main__":
    app()
