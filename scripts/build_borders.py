"""Make the borders of the catalogue: which municipalities touch, and where their middle is.

    python scripts/build_borders.py                     write data/catalog/borders.yaml
    python scripts/build_borders.py --check             exit 1 when it is not what the CSV gives
    python scripts/build_borders.py --topojson FILE     first make the CSV file from a map

The map is a TopoJSON of municipalities in longitude and latitude, with codes such as GM0363 as ids.
Two municipalities touch when their outlines share a line; one shared point is not enough. The
middle is the centroid of the surface, holes taken away. Only these two facts are kept, not the map.
"""

import csv
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

ROOT = Path(__file__).resolve().parent.parent
BORDERS_CSV = ROOT / "scripts/refdata/borders.csv"
REGISTER_CSV = ROOT / "scripts/refdata/municipalities.csv"
TARGET = ROOT / "data/catalog/borders.yaml"
COLUMNS = ("code", "latitude", "longitude", "neighbours")

HEAD = """\
# Dit bestand is gemaakt door een script: verander het niet met de hand.
# Verander scripts/refdata/borders.csv en draai: python scripts/build_borders.py
source: coronadashboard-kaart
note: |-
  De grenzen zijn die van 2023, van een vereenvoudigde kaart. Twee gemeenten zijn buren als zij een
  stuk grens delen. `latitude` en `longitude` zijn het midden van het oppervlak, in graden (WGS84).
sources:
  - id: coronadashboard-kaart
    title: "Coronadashboard: kaart van de gemeenten in 2023 (nl-vr-gm.topo.json)"
    publisher: Ministerie van Volksgezondheid, Welzijn en Sport
    date: 2023-01-06
    address: https://github.com/minvws/nl-covid19-data-dashboard
    text: >-
      Gemaakt uit de CBS Gebiedsindelingen van 2023 (Kadaster / Centraal Bureau voor de Statistiek,
      2023). Alleen wie aan wie grenst en waar het midden ligt is overgenomen, niet de kaart.
borders:
"""

Point = tuple[float, float]


class MapError(Exception):
    """The input cannot be used; says why."""


@dataclass(frozen=True, slots=True)
class Border:
    """The middle of a municipality in degrees, and the codes of those it touches."""

    code: str
    latitude: float
    longitude: float
    neighbours: tuple[str, ...]


def borders_of(topology: Mapping[str, Any]) -> list[Border]:
    """The borders that a map shows. Raises MapError when it is not a map of municipalities."""
    try:
        [layer] = topology["objects"].values()
        shapes = {shape["id"]: _polygons(shape) for shape in layer["geometries"]}
        arcs = [list(_points(arc, topology.get("transform"))) for arc in topology["arcs"]]
    except (KeyError, TypeError, ValueError, AttributeError) as bad:
        raise MapError(f"Dit is geen TopoJSON met een laag gemeenten ({bad!r}).") from bad
    owners: dict[frozenset[Point], set[str]] = {}
    for code, polygons in shapes.items():
        for ring in (_ring(ring, arcs) for rings in polygons for ring in rings):
            # Not all maps share their arcs between neighbours; the steps of a line are the same.
            for step in zip(ring, ring[1:] + ring[:1], strict=True):
                owners.setdefault(frozenset(step), set()).add(code)
    touching: dict[str, set[str]] = {code: set() for code in shapes}
    for codes in owners.values():
        for code in codes:
            touching[code] |= codes - {code}
    return [
        Border(code, *_middle(polygons, arcs), tuple(sorted(touching[code])))
        for code, polygons in sorted(shapes.items())
    ]


def _polygons(shape: Mapping[str, Any]) -> list[list[list[int]]]:
    found: list[list[list[int]]] = shape["arcs"] if shape["type"] == "MultiPolygon" else []
    return found or [shape["arcs"]]


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


def _middle(polygons: list[list[list[int]]], arcs: list[list[Point]]) -> tuple[float, float]:
    """Latitude and longitude of the centroid, with degrees of longitude as long as they are there.

    The sum over all rings of surface times centroid; holes run the other way and so count off.
    """
    rings = [_ring(ring, arcs) for rings in polygons for ring in rings]
    base = rings[0][0]
    narrow = math.cos(math.radians(base[1]))
    surface = x_moment = y_moment = 0.0
    for ring in rings:
        flat = [((x - base[0]) * narrow, y - base[1]) for x, y in ring]
        for (x1, y1), (x2, y2) in zip(flat, flat[1:] + flat[:1], strict=True):
            cross = x1 * y2 - x2 * y1
            surface += cross
            x_moment += (x1 + x2) * cross
            y_moment += (y1 + y2) * cross
    if not surface:
        raise MapError("Een gemeente heeft op de kaart geen oppervlak.")
    return (
        round(base[1] + y_moment / (3 * surface), 4),
        round(base[0] + x_moment / (3 * surface) / narrow, 4),
    )


def _ring(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    return [p for arc in ring for p in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])[:-1]]


def write_csv(borders: Iterable[Border], path: Path) -> None:
    """One line for each municipality."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for b in borders:
            writer.writerow((b.code, b.latitude, b.longitude, "|".join(b.neighbours)))


def read_csv(path: Path) -> list[Border]:
    """The borders of a CSV file. Raises MapError when two municipalities do not agree."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if not rows or set(rows[0]) != set(COLUMNS):
        raise MapError(f"{path.name}: de kolommen horen {', '.join(COLUMNS)} te zijn.")
    found = [
        Border(
            row["code"],
            float(row["latitude"]),
            float(row["longitude"]),
            tuple(code for code in row["neighbours"].split("|") if code),
        )
        for row in rows
    ]
    known = {border.code: border for border in found}
    for border in found:
        for other in border.neighbours:
            if other not in known or border.code not in known[other].neighbours:
                raise MapError(
                    f"{path.name}: {border.code} grenst aan {other}, maar andersom niet."
                )
    return found


def names(path: Path) -> dict[str, str]:
    """The official name of every municipality by its code."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def scalar(name: str) -> str:
    """A name as YAML, in quotes where YAML needs them."""
    return json.dumps(name, ensure_ascii=False) if set(name) & set("',.()") else name


def rendered(borders: Iterable[Border], named: Mapping[str, str]) -> str:
    """The text of borders.yaml. Raises MapError for a code without a name."""
    try:
        ordered = sorted(borders, key=lambda border: (named[border.code].casefold(), border.code))
        lines = [_line(border, named) for border in ordered]
    except KeyError as bad:
        raise MapError(f"De code {bad} staat niet in het register.") from bad
    return HEAD + "".join(lines)


def _line(border: Border, named: Mapping[str, str]) -> str:
    around = ", ".join(scalar(name) for name in sorted(named[code] for code in border.neighbours))
    middle = f"latitude: {border.latitude}, longitude: {border.longitude}"
    return f"  {scalar(named[border.code])}: {{{middle}, neighbours: [{around}]}}\n"


app = typer.Typer(add_completion=False)


@app.command()
def main(
    topojson: Annotated[Path | None, typer.Option(help="Maak eerst de CSV van deze kaart.")] = None,
    table: Annotated[Path, typer.Option(help="CSV met de grenzen.")] = BORDERS_CSV,
    register: Annotated[Path, typer.Option(help="CSV met de gemeenten.")] = REGISTER_CSV,
    output: Annotated[Path, typer.Option(help="Het bestand dat gemaakt wordt.")] = TARGET,
    check: Annotated[bool, typer.Option("--check", help="Vergelijk; schrijf niets.")] = False,
) -> None:
    """Maak borders.yaml uit het CSV-bestand, of eerst dat bestand uit een kaart."""
    try:
        if topojson:
            write_csv(borders_of(json.loads(topojson.read_text("utf-8"))), table)
        text = rendered(read_csv(table), names(register))
    except (MapError, OSError, ValueError) as bad:
        typer.echo(f"{bad} Er is niets geschreven.", err=True)
        raise typer.Exit(1) from None
    if check and (not output.is_file() or output.read_bytes() != text.encode()):
        typer.echo(f"{output} is verouderd. Draai: python scripts/build_borders.py", err=True)
        raise typer.Exit(1)
    if not check:
        output.write_bytes(text.encode())


if __name__ == "__main__":
    app()
