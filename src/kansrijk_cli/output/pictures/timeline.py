"""Activities by quarter of the year: a bar for a period, a diamond for a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kansrijk_cli.output.documents.publication import Canvas, Picture
from kansrijk_cli.output.drawing.marks import (
    GAP,
    NOTE,
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
from kansrijk_cli.reports.pictures import Stretch, Timeline, TimelineRow
from kansrijk_cli.reports.values import Word

FILLS = {"done": "solid", "active": "stripes", "planned": "dots", "dropped": "paper", None: "tint"}
# Room on both sides for the arrows of what goes on outside the years.
SIDE = 12.0
TRACK, THINNEST = 12.0, 4.0
QUARTERS_UP_TO = 4


@dataclass(frozen=True, slots=True)
class Track:
    """An activity as drawn: its words, its bars, its days and the sides where it goes on."""

    title: Words
    when: Words
    top: float
    fill: str
    bars: tuple[Box, ...]
    days: tuple[float, ...]
    sides: tuple[str, ...]

    def within(self, places: Iterable[float]) -> list[float]:
        """Those places that a dark bar hides."""
        dark = [bar for bar in self.bars if bar.fill == "solid"]
        return [x for x in places if any(b.x + 1 < x < b.x + b.width - 1 for b in dark)]

    @property
    def bottom(self) -> float:
        """Where the next may begin."""
        return self.top + TRACK


@dataclass(frozen=True, slots=True)
class Axis:
    """From days to places on a line."""

    first: date
    after: date
    side: float

    def at(self, day: date) -> float:
        """The place of the start of a day."""
        part = (day - self.first).days / (self.after - self.first).days
        return self.side + part * (WIDTH - 2 * self.side)


def draw(data: Timeline, canvas: Canvas) -> Picture:
    """The activities below each other, each with a track of the same quarters."""
    axis = _axis(data)
    years = f"{data.first} - {data.last}" if data.first < data.last else str(data.first)
    title = label("picture", "timeline").format(years=years)
    heading = words(title, 0, TITLE)
    keys = legend(_meanings(data), heading.bottom + 6)
    names = _names(data, axis, bottom(keys, heading.bottom) + 8)
    y = names[0].bottom
    fills = FILLS if _states(data) != {None} else dict[str | None, str]({None: "solid"})
    tracks: list[Track] = []
    for row in data.rows:
        fill = fills[row.state.word if row.state else None]
        tracks.append(_track(row, axis, y + 9, fill))
        y = tracks[-1].bottom
    note = label("picture", "without-period").format(number=data.without)
    last = words(note, y + 12, NOTE) if data.without else None
    return sheet(
        "timeline",
        canvas,
        title,
        last.bottom if last else y,
        [*(track.fill for track in tracks), *(key.box.fill for key in keys)],
        {
            "heading": heading,
            "keys": keys,
            "names": names,
            "dividers": _dividers(data, axis),
            "tracks": tracks,
            "last": last,
            "ends": (axis.side, WIDTH - axis.side),
            "high": TRACK,
        },
    )


def _axis(data: Timeline) -> Axis:
    axis = Axis(date(data.first, 1, 1), date(data.last + 1, 1, 1), SIDE)
    outside = any(True for row in data.rows for s in row.stretches for _ in _sides(s, axis))
    return axis if outside else replace(axis, side=0)


def _meanings(data: Timeline) -> list[tuple[str, object]]:
    """The states that are there; without any there is nothing to tell apart."""
    found = _states(data)
    if found == {None}:
        return []
    unsaid = label("picture", "no-state")
    return [
        (fill, Word("activity", word) if word else unsaid)
        for word, fill in FILLS.items()
        if word in found
    ]


def _states(data: Timeline) -> set[str | None]:
    return {row.state.word if row.state else None for row in data.rows}


def _names(data: Timeline, axis: Axis, y: float) -> list[Words]:
    """The quarters of the year above the tracks, or the years when there are more."""
    if data.first == data.last:
        starts = [(f"Q{q + 1}", date(data.first, 1 + 3 * q, 1)) for q in range(4)]
    else:
        starts = [(str(year), date(year, 1, 1)) for year in range(data.first, data.last + 1)]
    half = (WIDTH - 2 * axis.side) / len(starts) / 2
    return [Words(axis.at(day) + half, y, (name,), NOTE, "middle") for name, day in starts]


def _dividers(data: Timeline, axis: Axis) -> list[float]:
    """Where a quarter begins, or a year when there are many."""
    months = (1,) if data.last - data.first >= QUARTERS_UP_TO else (1, 4, 7, 10)
    days = [date(y, m, 1) for y in range(data.first, data.last + 1) for m in months]
    return [axis.at(day) for day in days[1:]]


def _track(row: TimelineRow, axis: Axis, y: float, fill: str) -> Track:
    when = words(row.when, y + 1, NOTE, room=WIDTH * 0.4)
    title = words(row.title, y, room=WIDTH - when.width - GAP)
    top = max(title.bottom, when.bottom) + 3
    inside = [s for s in row.stretches if _is_inside(s, axis)]
    return Track(
        title,
        replace(when, x=WIDTH, anchor="end"),
        top,
        fill,
        tuple(_bar(s, axis, top, fill) for s in inside if s.start != s.end),
        tuple(
            (axis.at(s.start) + axis.at(s.start + timedelta(1))) / 2
            for s in inside
            if s.start and s.start == s.end
        ),
        tuple(sorted({side for s in row.stretches for side in _sides(s, axis)})),
    )


def _is_inside(stretch: Stretch, axis: Axis) -> bool:
    begun = stretch.start is None or stretch.start < axis.after
    return begun and (stretch.end is None or stretch.end >= axis.first)


def _sides(stretch: Stretch, axis: Axis) -> Iterator[str]:
    """The sides of the years on which a stretch is too."""
    if stretch.start is None or stretch.start < axis.first:
        yield "before"
    if stretch.end is None or stretch.end >= axis.after:
        yield "after"


def _bar(stretch: Stretch, axis: Axis, top: float, fill: str) -> Box:
    start = axis.at(max(stretch.start or axis.first, axis.first))
    last = stretch.end + timedelta(1) if stretch.end and stretch.end < axis.after else axis.after
    return Box(start, top, max(axis.at(last) - start, THINNEST), TRACK, fill)
