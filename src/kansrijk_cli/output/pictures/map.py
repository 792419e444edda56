"""The municipalities of a region with their real borders, shaded by something."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from kansrijk_cli.output.documents.publication import Canvas, Picture
from kansrijk_cli.output.drawing.environment import legible
from kansrijk_cli.output.drawing.labelling import Frame, Label, Wanted, labelled
from kansrijk_cli.output.drawing.marks import (
    NOTE,
    SMALL,
    SUM,
    TITLE,
    WIDTH,
    Words,
    bottom,
    legend,
    words,
)
from kansrijk_cli.output.drawing.outlines import Drawn, Ring, drawn, is_on_map
from kansrijk_cli.output.drawing.sheet import sheet
from kansrijk_cli.output.dutch import day, listing
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.reports.pictures import MapPlace, RegionMap

HIGHEST = 500.0
# Room for the letters of the list, and for a dot before a number in it.
KEY, DOT = 22.0, 12.0

Rings = tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A municipality as drawn: its outline, its shade, and what pointing at it tells."""

    path: str
    fill: str
    told: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter on the map with the name that it stands for."""

    key: Words
    told: Words
    is_marked: bool

    def at(self, x: float, y: float) -> "Entry":
        """The same at another place."""
        key, told = replace(self.key, x=x, y=y), replace(self.told, x=x + self.told.x, y=y)
        return Entry(key, told, self.is_marked)


def draw(data: RegionMap, canvas: Canvas) -> Picture:
    """The map with its legend above it; below it what did not fit, and whose map it is."""
    places = [place for place in data.places if any(map(is_on_map, _codes(place)))]
    heading = words(data.title, 0, TITLE)
    keys = legend(_meanings(data, places), heading.bottom + 6)
    top = bottom(keys, heading.bottom) + 8
    outlines = drawn([code for place in places for code in _codes(place)], top, WIDTH, HIGHEST)
    rings = [_rings(place, outlines) for place in places]
    area = Frame(WIDTH / 2, (top + outlines.bottom) / 2, WIDTH, outlines.bottom - top)
    labels = labelled(list(map(_wanted, places, rings)), area)
    shown = [
        (place, label)
        for place, label in zip(places, labels, strict=True)
        if not (label.key and _is_in_legend(data, place))
    ]
    entries = _entries(shown, outlines.bottom + 8)
    y = max((entry.told.bottom for entry in entries), default=outlines.bottom)
    lines: list[Words] = []
    for said in _remarks(data, places, outlines):
        lines.append(words(said, y + 6, NOTE))
        y = lines[-1].bottom
    return sheet(
        "map",
        canvas,
        data.title,
        y,
        [place.shade.fill for place in places],
        {
            "heading": heading,
            "keys": keys,
            "shapes": list(map(_shape, places, rings)),
            "labels": [label for _, label in shown],
            "entries": entries,
            "lines": lines,
        },
    )


def _meanings(data: RegionMap, places: Sequence[MapPlace]) -> list[tuple[str, object]]:
    """The shades that are there, and the dot."""
    used = {place.shade for place in places}
    dot = [("dot", data.mark)] if any(place.is_marked for place in places) else []
    return [*((shade.fill, shade.meaning) for shade in data.shades if shade in used), *dot]


def _is_in_legend(data: RegionMap, place: MapPlace) -> bool:
    """Whether the legend gives the name of a place beside its shade: then it needs no letter."""
    return place.shade in data.shades and show(place.shade.meaning) == place.name


def _codes(place: MapPlace) -> list[str]:
    """All codes under which the land of a municipality may be on the map, each once.

    A ring that is drawn twice would be a hole.
    """
    codes = (place.code, *(part.code for part in place.parts))
    return list(dict.fromkeys(code for code in codes if code))


def _rings(place: MapPlace, outlines: Drawn) -> Rings:
    return tuple(ring for code in _codes(place) for ring in outlines.rings.get(code, ()))


def _wanted(place: MapPlace, rings: Rings) -> Wanted:
    return Wanted(legible(place.name), legible(show(place.shown)), place.is_marked, rings)


def _shape(place: MapPlace, rings: Rings) -> Shape:
    """All rings of a municipality as one path."""
    lines = ("L".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in ring) for ring in rings)
    return Shape("".join(f"M{line}z" for line in lines), place.shade.fill, _told(place))


def _told(place: MapPlace) -> str:
    """A municipality with its number, or with what its shade means if its name is not just that."""
    said = show(place.shown) or show(place.shade.meaning)
    return legible(f"{place.name}: {said}" if said not in ("", place.name) else place.name)


def _entries(labels: Iterable[tuple[MapPlace, Label]], y: float) -> list[Entry]:
    """The letters below the map, in two columns when all their names are short."""
    lettered = [(place, label.key) for place, label in labels if label.key]
    column = WIDTH / 2
    entries = [_entry(place, key, column) for place, key in lettered]
    if any(len(entry.told.lines) > 1 for entry in entries):
        column, entries = WIDTH, [_entry(place, key, WIDTH) for place, key in lettered]
    rows = ceil(len(entries) / (WIDTH / column))
    found: list[Entry] = []
    below = y
    for index, entry in enumerate(entries):
        if index % rows == 0:
            below = y
        found.append(entry.at(index // rows * column, below))
        below = found[-1].told.bottom
    return found


def _entry(place: MapPlace, key: str, column: float) -> Entry:
    letters = Words(0, 0, (key,), SUM)
    start = max(KEY, letters.width + 6) + (DOT if place.is_marked else 0)
    told = words(_told(place), 0, SMALL, x=start, room=column - start - DOT)
    return Entry(letters, told, place.is_marked)


def _remarks(data: RegionMap, places: Sequence[MapPlace], outlines: Drawn) -> Iterator[str]:
    """What the map does not show as it is, and where it comes from."""
    if data.remark and places:
        yield show(data.remark)
    for place in places:
        if place.code not in outlines.rings:
            parts = listing(p.name for p in place.parts if p.code in outlines.rings)
            yield label("picture", "drawn-as").format(name=place.name, parts=parts)
        if place.until:
            yield label("picture", "until").format(name=place.name, day=day(place.until))
    if absent := [_absent(place) for place in data.places if place not in places]:
        yield label("picture", "not-on-map").format(names="; ".join(absent))
    if places:
        yield label("picture", "map-source")


def _absent(place: MapPlace) -> str:
    """A municipality that is not on the map, with where its land is now."""
    others = listing(place.others)
    return (
        label("picture", "now-in").format(name=place.name, others=others) if others else place.name
    )
