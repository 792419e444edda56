"""An indicator over time: a small chart for each place, all on one scale."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from kansrijk_cli.output.documents.publication import Canvas, Picture
from kansrijk_cli.output.drawing.marks import NAME, NOTE, SMALL, TITLE, WIDTH, Words, words
from kansrijk_cli.output.drawing.sheet import sheet
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.reports.pictures import Line, Trend

HIGH, ABOVE, BETWEEN = 56.0, 8.0, 4.0
# From here on the lowest number is so near the highest that a scale from zero shows no change.
NEAR = Decimal("0.7")


@dataclass(frozen=True, slots=True)
class Scale:
    """From numbers to heights above the ground of a chart."""

    low: Decimal
    high: Decimal

    def height(self, value: Decimal) -> float:
        """How high a number is."""
        return float((value - self.low) / (self.high - self.low)) * HIGH


@dataclass(frozen=True, slots=True)
class Dot:
    """A number as drawn."""

    x: float
    y: float
    is_forecast: bool


@dataclass(frozen=True, slots=True)
class Step:
    """The line from a number to the next."""

    start: Dot
    end: Dot

    @property
    def is_forecast(self) -> bool:
        """Whether it is not certain."""
        return self.start.is_forecast or self.end.is_forecast


@dataclass(frozen=True, slots=True)
class Chart:
    """A place as drawn; `ground` is where its lowest number would be."""

    place: Words
    ground: float
    dots: tuple[Dot, ...]
    steps: tuple[Step, ...]
    texts: tuple[Words, ...]

    @property
    def bottom(self) -> float:
        """Where the next may begin."""
        return max((text.bottom for text in self.texts), default=self.ground)


def draw(data: Trend, canvas: Canvas) -> Picture:
    """The places below each other, with what to know of the scale."""
    heading = words(data.title, 0, TITLE)
    scale = _scale(data)
    y, charts = heading.bottom, list[Chart]()
    for line in data.lines:
        charts.append(_chart(line, scale, y + 10))
        y = charts[-1].bottom
    said = " ".join(_remarks(data, scale))
    last = words(said, y + 8, NOTE) if said else None
    return sheet(
        "trend",
        canvas,
        data.title,
        last.bottom if last else y,
        [],
        {"heading": heading, "charts": charts, "last": last, "wide": WIDTH},
    )


def _scale(data: Trend) -> Scale:
    values = [p.value for line in data.lines for p in line.points if p.value is not None]
    low, high = min(values), max(values)
    if low >= high * NEAR and low > 0:
        room = (high - low) / 4 or abs(high) / 4
        return Scale(low - room, high)
    low, high = min(low, Decimal(0)), max(high, Decimal(0))
    return Scale(low, high if high > low else low + 1)


def _remarks(data: Trend, scale: Scale) -> Iterator[str]:
    points = [point for line in data.lines for point in line.points]
    if any(point.forecast and point.value is not None for point in points):
        yield label("picture", "forecast-is")
    if scale.low > 0:
        yield label("picture", "not-from-zero")
    if data.left:
        yield label("picture", "more-places").format(number=data.left)


def _chart(line: Line, scale: Scale, y: float) -> Chart:
    place = words(line.place, y, NAME)
    column = WIDTH / len(line.points)
    room = column - BETWEEN
    told = [words(p.shown, 0, SMALL, room=room) if show(p.shown) else None for p in line.points]
    top = place.bottom + ABOVE + max(t.height for t in told if t)
    ground = top + HIGH
    dots: list[Dot | None] = []
    texts: list[Words] = []
    for index, (point, said) in enumerate(zip(line.points, told, strict=True)):
        x = column * (index + 0.5)
        when = words(point.period, ground + 4, NOTE, room=room)
        texts += [_centred(when, x)] if show(point.period) else []
        dot = None if point.value is None else ground - scale.height(point.value)
        dots.append(None if dot is None else Dot(x, dot, point.forecast))
        if said:
            above = ground - HIGH / 2 if dot is None else dot - ABOVE
            texts.append(_centred(replace(said, y=above - said.height), x))
    known = tuple(dot for dot in dots if dot)
    return Chart(place, ground, known, tuple(_steps(dots)), tuple(texts))


def _steps(dots: Iterable[Dot | None]) -> Iterator[Step]:
    """The lines between numbers that follow each other: what is not known stays open."""
    for one, other in pairwise(dots):
        if one and other:
            yield Step(one, other)


def _centred(text: Words, x: float) -> Words:
    return replace(text, x=x, anchor="middle")
