"""Make the borders of the catalogue: which municipalities touch, and where their middle is.

    python -m scripts.build_borders            write data/catalog/borders.yaml
    python -m scripts.build_borders --check    exit 1 when it is not what the map gives

Two municipalities touch when their outlines share a line; one shared point is not enough. The
middle is the centroid of the surface, holes taken away.
"""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from scripts.flow_yaml import scalar
from scripts.made import finish, refuse
from scripts.topojson import MapError, Point, TopoMap, read_map

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "scripts/refdata/gemeenten_2023.topojson"
REGISTER_CSV = ROOT / "scripts/refdata/municipalities.csv"
TARGET = ROOT / "data/catalog/borders.yaml"

HEAD = """\
# Dit bestand is gemaakt door een script: verander het niet met de hand.
# Nieuwe kaart in scripts/refdata? Draai: python -m scripts.build_borders
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


@dataclass(frozen=True, slots=True)
class Border:
    """The middle of a municipality in degrees, and the codes of those it touches."""

    code: str
    latitude: float
    longitude: float
    neighbours: tuple[str, ...]


def borders_of(found: TopoMap) -> list[Border]:
    """The borders that a map shows. Raises MapError for a municipality without a surface."""
    outlines = {code: found.outlines(code) for code in found.rings}
    owners: dict[frozenset[Point], set[str]] = {}
    for code, rings in outlines.items():
        for ring in rings:
            # Not all maps share their arcs between neighbours; the steps of a line are the same.
            for step in zip(ring, ring[1:] + ring[:1], strict=True):
                owners.setdefault(frozenset(step), set()).add(code)
    touching: dict[str, set[str]] = {code: set() for code in outlines}
    for codes in owners.values():
        for code in codes:
            touching[code] |= codes - {code}
    return [
        Border(code, *_middle(rings), tuple(sorted(touching[code])))
        for code, rings in outlines.items()
    ]


def _middle(rings: Sequence[Sequence[Point]]) -> tuple[float, float]:
    """Latitude and longitude of the centroid, with degrees of longitude as long as they are there.

    The sum over all rings of surface times centroid; holes run the other way and so count off.
    """
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


def names(path: Path) -> dict[str, str]:
    """The official name of every municipality by its code."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def rendered(borders: Iterable[Border], named: Mapping[str, str]) -> str:
    """The text of borders.yaml. Raises MapError for a code without a name."""
    try:
        ordered = sorted(borders, key=lambda border: (named[border.code].casefold(), border.code))
    except KeyError as bad:
        raise MapError(f"De code {bad} staat niet in het register.") from bad
    return HEAD + "".join(_line(border, named) for border in ordered)


def _line(border: Border, named: Mapping[str, str]) -> str:
    around = ", ".join(scalar(name) for name in sorted(named[code] for code in border.neighbours))
    middle = f"latitude: {border.latitude}, longitude: {border.longitude}"
    return f"  {scalar(named[border.code])}: {{{middle}, neighbours: [{around}]}}\n"


app = typer.Typer(add_completion=False)


@app.command()
def main(
    topojson: Annotated[Path, typer.Option(help="De kaart van gemeenten.")] = SOURCE,
    register: Annotated[Path, typer.Option(help="CSV met de gemeenten.")] = REGISTER_CSV,
    output: Annotated[Path, typer.Option(help="Het bestand dat gemaakt wordt.")] = TARGET,
    check: Annotated[bool, typer.Option("--check", help="Vergelijk; schrijf niets.")] = False,
) -> None:
    """Maak borders.yaml uit een kaart."""
    try:
        text = rendered(borders_of(read_map(topojson)), names(register))
    except (MapError, OSError) as bad:
        raise refuse(str(bad)) from None
    finish({output: text}, check, "build_borders")


if __name__ == "__main__":
    app()
