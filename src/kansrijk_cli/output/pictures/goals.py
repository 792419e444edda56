"""Targets by municipality: a bar for what is reached, with marks for what is asked."""

from dataclasses import dataclass, replace
from decimal import Decimal

from kansrijk_cli.output.documents.publication import Canvas, Picture
from kansrijk_cli.output.drawing.marks import (
    GAP,
    NAME,
    NOTE,
    SMALL,
    SUM,
    TITLE,
    WIDTH,
    Box,
    Words,
    bottom,
    legend,
    words,
)
from kansrijk_cli.output.drawing.sheet import sheet
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.reports.pictures import Goal, GoalRow, Goals

# Names left, words right, and the bars between them.
NAMES, SAID = 116.0, 92.0
START, END = NAMES + GAP, WIDTH - SAID - GAP
HIGH, LEAST = 13.0, 2.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across a bar where it should begin or end."""

    x: float
    y: float
    is_maximum: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A municipality, or all of them: its name, its bar with marks, and its number in words."""

    name: Words
    said: Words
    track: Box
    bar: Box | None
    marks: tuple[Mark, ...]

    @property
    def bottom(self) -> float:
        """Where the next may begin."""
        return max(self.name.bottom, self.said.bottom, self.track.y + HIGH)


@dataclass(frozen=True, slots=True)
class Chart:
    """A target as drawn."""

    title: Words
    asked: Words
    lanes: tuple[Lane, ...]


def draw(data: Goals, canvas: Canvas) -> Picture:
    """A chart for each target, and the names of those of which nothing is known."""
    title = label("picture", "goals")
    heading = words(title, 0, TITLE)
    keys = legend(_meanings(data), heading.bottom + 6)
    y = bottom(keys, heading.bottom)
    charts: list[Chart] = []
    for goal in data.goals:
        charts.append(_chart(goal, y + 12))
        y = charts[-1].lanes[-1].bottom
    titles = "; ".join(map(show, data.silent))
    note = label("picture", "not-measured").format(titles=titles)
    last = words(note, y + 12, NOTE) if data.silent else None
    lanes = [lane for chart in charts for lane in chart.lanes]
    return sheet(
        "goals",
        canvas,
        title,
        last.bottom if last else y,
        [box.fill for lane in lanes for box in (lane.track, lane.bar) if box],
        {"heading": heading, "keys": keys, "charts": charts, "last": last, "high": HIGH},
    )


def _meanings(data: Goals) -> list[tuple[str, object]]:
    """What the marks mean that are there."""
    rows = [row for goal in data.goals for row in goal.rows]
    found = {
        "minimum": any(row.minimum is not None for row in rows)
        or any(goal.needed for goal in data.goals),
        "maximum": any(row.maximum is not None for row in rows),
        "unknown": any(row.value is None for row in rows),
    }
    names = {**dict.fromkeys(found), "unknown": "no-value"}
    return [(fill, label("picture", names[fill] or fill)) for fill, there in found.items() if there]


def _chart(goal: Goal, y: float) -> Chart:
    title = words(goal.title, y, NAME)
    asked = words(goal.asked, title.bottom, NOTE)
    numbers = [n for r in goal.rows for n in (r.value, r.minimum, r.maximum) if n is not None]
    most = max([*numbers, Decimal(0)]) or Decimal(1)
    lanes: list[Lane] = []
    below = asked.bottom
    for row in goal.rows:
        lanes.append(_lane(row, below + 5, most))
        below = lanes[-1].bottom
    return Chart(title, asked, (*lanes, _together(goal, below + 8)))


def _lane(row: GoalRow, y: float, most: Decimal) -> Lane:
    name = words(row.name, y, SMALL, room=NAMES)
    said = words(row.shown, y, SMALL, x=END + GAP, room=SAID)
    marks = tuple(
        Mark(_at(bound, most), y + 1, is_maximum)
        for bound, is_maximum in ((row.minimum, False), (row.maximum, True))
        if bound is not None
    )
    track, bar = _bar(row.value, y + 1, most)
    return Lane(name, said, track, bar, marks)


def _together(goal: Goal, y: float) -> Lane:
    """All municipalities together; the end of the bar is what is asked of them in all."""
    shown, needed = show(goal.total_shown), goal.needed
    if needed is not None:
        shown = label("picture", "of").format(value=shown, whole=show(needed))
    most = max(needed or Decimal(0), goal.total or Decimal(0)) or Decimal(1)
    name = words(label("picture", "together"), y, SUM, room=NAMES)
    said = words(shown, y, SUM, x=END + GAP, room=SAID)
    track, bar = _bar(goal.total, y + 1, most)
    marks = (Mark(_at(needed, most), y + 1, is_maximum=False),) if needed else ()
    return Lane(name, said, track, bar and replace(bar, fill="stripes"), marks)


def _bar(value: Decimal | None, y: float, most: Decimal) -> tuple[Box, Box | None]:
    """The whole room of a bar, hatched when there is no number, and the bar."""
    track = Box(START, y, END - START, HIGH, "track" if value is not None else "unknown")
    if value is None or value <= 0:
        return track, None
    return track, Box(START, y, max(_at(value, most) - START, LEAST), HIGH, "solid")


def _at(value: Decimal, most: Decimal) -> float:
    return START + float(max(value, Decimal(0)) / most) * (END - START)
