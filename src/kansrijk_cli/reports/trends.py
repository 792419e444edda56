"""Figures of an indicator over time, for pictures beside their table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kansrijk_cli.model.period import Period
from kansrijk_cli.model.results import Figure
from kansrijk_cli.reports.context import marked
from kansrijk_cli.reports.pictures import Line, Point, Trend
from kansrijk_cli.reports.values import Bounded, Remarked

# Two points make a line. More than fit in a picture stand in the table.
FEWEST, MOST_POINTS, MOST_LINES = 2, 5, 6


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure with its subject, and the words for it when its number may not be shown."""

    figure: Figure
    name: str
    unit: str | None
    instead: object


@dataclass(frozen=True, slots=True)
class _Moment:
    day: date
    period: Period
    point: Point


def trends(figures: Iterable[Seen], year: int) -> list[Trend]:
    """A trend for each subject of which a place has two numbers or more. `year` is the folder's."""
    found: dict[tuple[str, str | None], dict[str, list[_Moment]]] = {}
    for seen in figures:
        period = seen.figure.period
        day = (period.end(year) or period.start(year)) if period else None
        if period and day:
            places = found.setdefault((seen.name, seen.unit), {})
            places.setdefault(seen.figure.place, []).append(_Moment(day, period, _point(seen)))
    drawn = (_trend(name, unit, places, year) for (name, unit), places in found.items())
    return [trend for trend in drawn if trend]


def _trend(
    name: str, unit: str | None, places: dict[str, list[_Moment]], year: int
) -> Trend | None:
    lines = [
        Line(place, tuple(_with_gaps(sorted(moments, key=lambda m: m.day), year))[-MOST_POINTS:])
        for place, moments in places.items()
    ]
    lines = [line for line in lines if sum(p.value is not None for p in line.points) >= FEWEST]
    if not lines:
        return None
    title = Remarked(name, unit) if unit else name
    return Trend(title, tuple(lines[:MOST_LINES]), len(lines) - len(lines[:MOST_LINES]))


def _point(seen: Seen) -> Point:
    figure = seen.figure
    value = figure.value if seen.instead is None and isinstance(figure.value, Decimal) else None
    told: object = seen.instead if value is None else value
    if value is not None and figure.bound:
        told = Bounded(figure.bound, value)
    return Point(
        marked(figure, figure.period, "period"),
        marked(figure, told, "value"),
        value,
        figure.forecast,
    )


def _with_gaps(moments: list[_Moment], year: int) -> Iterator[Point]:
    """The points in order, with an empty one for every year that nothing is known of."""
    before: int | None = None
    for moment in moments:
        own = _whole_year(moment.period, year)
        if before is not None and own is not None:
            yield from (Point(None, None, None) for _ in range(before + 1, own))
        yield moment.point
        before = own


def _whole_year(period: Period, year: int) -> int | None:
    """The year that a period is, if it is one from its first day through its last."""
    start, end = period.start(year), period.end(year)
    if start is None or end is None:
        return None
    return (
        start.year if (start, end) == (date(start.year, 1, 1), date(start.year, 12, 31)) else None
    )
