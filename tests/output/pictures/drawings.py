"""Pictures read back as elements, and one of each to draw."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

from kansrijk_cli.output.documents.publication import Canvas, Picture
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.drawing.marks import LEADING
from kansrijk_cli.output.drawing.measure import width
from kansrijk_cli.output.formats import PICTURES, drawer, formats
from kansrijk_cli.reports.pictures import (
    Funding,
    FundingBar,
    FundingGroup,
    FundingPart,
    Goal,
    GoalRow,
    Goals,
    Line,
    MapPlace,
    Part,
    Point,
    RegionMap,
    Shade,
    Stretch,
    Timeline,
    TimelineRow,
    Trend,
)
from kansrijk_cli.reports.values import Bounded, Euro, Word
from kansrijk_cli.workspace.defaults import default_templates

SVG = "{http://www.w3.org/2000/svg}"
NAMES = formats(PICTURES)
UNKNOWN, HIDDEN = Word("figure", "unknown"), Word("figure", "suppressed")


def drawn(name: str, data: object, style: Style | None = None, said: str = "Wat er is.") -> Picture:
    """A picture of some data."""
    canvas = Canvas(f"plan-{name}", style or Style(), (default_templates(),), said)
    return drawer(name)(data, canvas)


def elements(picture: Picture) -> ET.Element:
    """A picture as elements; it must be well-formed."""
    return ET.fromstring(picture.svg)  # noqa: S314 - our own drawing


@dataclass(frozen=True)
class Frame:
    """A rectangle on the paper."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Frame") -> bool:
        """Whether two share more than a line."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Told:
    """A text on the paper: all of it, a line of it with its room, and its colour."""

    text: str
    line: str
    frame: Frame
    colour: str


_TEXTS = (f"{SVG}text", f"{SVG}g")


def texts(picture: Picture) -> list[Told]:
    """Every line of every text, measured as the drawing measures it."""
    [drawing] = elements(picture).findall(f"{SVG}g")
    groups = ([e] if e.tag == f"{SVG}text" else [*e] for e in drawing if e.tag in _TEXTS)
    return [told for lines in groups for told in _lines(lines)]


def _lines(lines: list[ET.Element]) -> Iterator[Told]:
    """The lines of one text; each stands on its own, whatever way it is read."""
    whole = "".join(line.text or "" for line in lines)
    for line in lines:
        assert line.tag == f"{SVG}text"
        assert not len(line)
        size, bold = float(line.attrib["font-size"]), line.get("font-weight") == "700"
        text, x, y = line.text or "", float(line.attrib["x"]), float(line.attrib["y"])
        wide = width(text.rstrip(), size, bold=bold)
        left = x - {"middle": wide / 2, "end": wide}.get(line.get("text-anchor", ""), 0)
        frame = Frame(left, y - size, left + wide, y - size + size * LEADING)
        yield Told(whole, text, frame, line.attrib["fill"])


def paper(picture: Picture) -> Frame:
    """The whole picture, seen from where its parts are drawn."""
    group = elements(picture).find(f"{SVG}g")
    assert group is not None
    x, y = map(float, group.attrib["transform"].removeprefix("translate(")[:-1].split())
    return Frame(-x, -y, picture.width - x, picture.height - y)


def grounds(picture: Picture) -> Iterator[tuple[Frame, tuple[str, ...]]]:
    """Every filled part with its colours; of a pattern all of them."""
    root = elements(picture)
    patterns = {
        f"url(#{p.get('id')})": tuple(
            colour for e in p.iter() for key in ("fill", "stroke") if (colour := e.get(key))
        )
        for p in root.iter(f"{SVG}pattern")
    }
    group = root.find(f"{SVG}g")
    for element in group.iter() if group is not None else ():
        fill = element.get("fill")
        if fill and element.tag != f"{SVG}text":
            yield _room(element), patterns.get(fill, (fill,))


def _room(element: ET.Element) -> Frame:
    if element.tag == f"{SVG}rect":
        x, y = float(element.attrib["x"]), float(element.attrib["y"])
        wide, high = float(element.attrib["width"]), float(element.attrib["height"])
        return Frame(x, y, x + wide, y + high)
    if element.tag == f"{SVG}circle":
        x, y, r = (float(element.attrib[name]) for name in ("cx", "cy", "r"))
        return Frame(x - r, y - r, x + r, y + r)
    numbers = element.attrib["d"].replace("M", " ").replace("L", " ").replace("z", " ").split()
    if any(part[0] in "lvh" or "l" in part for part in numbers):
        # A diamond or an arrow: it begins in the middle of its side.
        x, y = map(float, element.attrib["d"][1:].split("l")[0].split())
        return Frame(x, y, x, y)
    xs, ys = [float(n) for n in numbers[::2]], [float(n) for n in numbers[1::2]]
    return Frame(min(xs), min(ys), max(xs), max(ys))


def euro(amount: int) -> Euro:
    """An amount in euros."""
    return Euro(Decimal(amount))


def timeline(name: str = "Bijeenkomst met ouders") -> Timeline:
    """A year with every state, and periods of each form."""
    day = date(2025, 5, 20)
    spans = [
        (Stretch(date(2025, 1, 1), date(2025, 6, 30)), "done"),
        (Stretch(day, day), "planned"),
        (Stretch(date(2024, 4, 1), None), "active"),
        (Stretch(None, date(2024, 12, 31)), "dropped"),
        (Stretch(date(2025, 12, 31), date(2026, 1, 31)), None),
    ]
    rows = [
        TimelineRow(f"{name} {i}", f"moment {i}", Word("activity", s) if s else None, (stretch,))
        for i, (stretch, s) in enumerate(spans)
    ]
    return Timeline(2025, 2025, tuple(rows), 3, (2, 3, 1, 2))


def funding(name: str = "Bijdrage van het Rijk") -> Funding:
    """Sources with amounts of every sort."""
    bar = FundingBar(
        None,
        (
            FundingPart(f"{name}: inkoop", euro(60_000), Decimal(60_000)),
            FundingPart(f"{name}: regie", Word("money", "PM"), None),
        ),
        Bounded("at-least", euro(60_000)),
    )
    later = FundingBar("2026", (FundingPart("x", euro(10), Decimal(10)),), euro(10))
    return Funding(
        (
            FundingGroup(name, (bar,), None, None),
            FundingGroup("Fonds", (bar, later), euro(90_000), Decimal(90_000)),
            FundingGroup("Verzekeraar", (), Word("money", "PM"), None),
            FundingGroup("Gemeenten", (), None, None),
        )
    )


def goals(name: str = "Babythuiszorg") -> Goals:
    """Municipalities with every sort of number."""
    low, high = Decimal(2), Decimal(4)
    rows = (
        GoalRow("Ede", Decimal(3), Decimal(3), low, high),
        GoalRow("Nuenen, Gerwen en Nederwetten", Decimal(0), Decimal(0), low, high),
        GoalRow(name, UNKNOWN, None, low, high),
        GoalRow("Rhenen", Word("figure", "suppressed-met"), None, low, high),
        GoalRow("Wageningen", Decimal(17), Decimal(17), low, high),
    )
    total = Bounded("at-least", Decimal(20))
    goal = Goal(name, "2 - 4 per gemeente", rows, total, Decimal(20), Decimal(28))
    return Goals((goal, Goal("Nog een", "", rows[:1], HIDDEN, None, None)), (name, "Weer een"))


def trend(name: str = "Jeugdhulp") -> Trend:
    """Numbers, unknown and hidden ones, a gap and a forecast."""

    def point(year: int, value: str | None, instead: object = None) -> Point:
        number = Decimal(value) if value else None
        return Point(str(year), instead or number, number, forecast=year == 2025)

    first = (
        point(2020, "12.5"),
        point(2022, None, UNKNOWN),
        point(2023, None, HIDDEN),
        point(2024, "14.25"),
        point(2025, "15"),
    )
    second = (point(2020, "0"), Point(None, None, None), point(2022, "3"))
    return Trend(name, (Line(name, first), Line("Ede", second)), 2)


CODES = {"Ede": "GM0228", "Renswoude": "GM0339", "Scherpenzeel": "GM0279", "Rhenen": "GM0340"}


def region_map(name: str = "Barneveld") -> RegionMap:
    """Municipalities on the map in every shade, and two that are not on it."""
    shades = [
        Shade(f, m)
        for f, m in (("paper", "0"), ("level-2", "1 - 2"), ("level-4", "3"), ("unknown", UNKNOWN))
    ]
    numbers = (Decimal(0), Decimal(2), Decimal(3), None)
    places = [
        MapPlace(n, code, shade, number, is_marked=n != "Ede")
        for (n, code), shade, number in zip(CODES.items(), shades, numbers, strict=True)
    ]
    return RegionMap(
        "Wat er is",
        (
            MapPlace(name, "GM0203", shades[1], Decimal(1)),
            *places,
            MapPlace("Nieuwstad", "GM9998", shades[1], parts=(Part("Nijkerk", "GM0267"),)),
            MapPlace("Oudstad", "GM9999", shades[1], until=date(2020, 12, 31), others=("Ede",)),
        ),
        tuple(shades),
        "met een coalitie",
        "Elk aantal is minstens zo groot.",
    )


EXAMPLES: Mapping[str, Any] = {
    "timeline": timeline,
    "funding": funding,
    "goals": goals,
    "trend": trend,
    "map": region_map,
}
