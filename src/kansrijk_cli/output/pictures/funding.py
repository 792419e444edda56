"""A budget by source of money: what is planned, line by line, and what there is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import cycle

from kansrijk_cli.output.documents.publication import Canvas, Picture
from kansrijk_cli.output.drawing.marks import (
    GAP,
    NAME,
    SMALL,
    SWATCH,
    TEXT,
    TITLE,
    WIDTH,
    Box,
    Look,
    Words,
    words,
)
from kansrijk_cli.output.drawing.sheet import sheet
from kansrijk_cli.output.labels import label
from kansrijk_cli.reports.pictures import Funding, FundingBar, FundingGroup, FundingPart

HIGH, OPEN = 18.0, 26.0
ABOUT = Look(TEXT.size, soft=True)
# With more, lines are not told apart: the table does that.
MOST_PARTS = 6
FILLS = ("solid", "stripes", "dots", "cross", "rows", "tint")


@dataclass(frozen=True, slots=True)
class Scale:
    """From euros to a length."""

    most: Decimal
    room: float

    def of(self, value: Decimal | None) -> float:
        """The length of an amount; of less than nothing there is nothing to draw."""
        return float(max(value or Decimal(0), Decimal(0)) / self.most) * self.room


@dataclass
class _Drawing:
    """What is drawn so far, from the top down."""

    scale: Scale
    y: float
    texts: list[Words]
    boxes: list[Box]

    def pair(self, left: object, right: object, look: Look = TEXT, x: float = 0) -> None:
        """A text, and an amount at the end of its line."""
        plain = SMALL if look is SMALL else TEXT
        amount = words(right, self.y, plain, room=WIDTH * 0.5)
        name = words(left, self.y, look, x=x, room=WIDTH - amount.width - GAP - x)
        self.texts += [name, replace(amount, x=WIDTH, anchor="end")]
        self.y = max(name.bottom, amount.bottom)

    def bar(self, pieces: Iterator[tuple[float, str]]) -> None:
        """Pieces of a bar behind each other."""
        x = 0.0
        for length, fill in pieces:
            if length:
                self.boxes.append(Box(x, self.y + 2, length, HIGH, fill))
            x += length
        self.y += HIGH + 5


def draw(data: Funding, canvas: Canvas) -> Picture:
    """The sources below each other, with bars of one scale."""
    title = label("picture", "funding")
    heading = words(title, 0, TITLE)
    drawing = _Drawing(_scale(data), heading.bottom, [], [])
    bars = [bar for group in data.groups for bar in group.bars]
    detailed = sum(len(bar.parts) for bar in bars) <= MOST_PARTS
    for group in data.groups:
        drawing.y += 10
        _group(drawing, group, detailed=detailed)
    return sheet(
        "funding",
        canvas,
        title,
        drawing.y,
        [box.fill for box in drawing.boxes],
        {"heading": heading, "texts": drawing.texts, "boxes": drawing.boxes},
    )


def _scale(data: Funding) -> Scale:
    bars = [bar for group in data.groups for bar in group.bars]
    amounts = [sum((p.value for p in bar.parts if p.value), Decimal(0)) for bar in bars]
    amounts += [group.most for group in data.groups if group.most]
    is_open = any(part.value is None for bar in bars for part in bar.parts)
    return Scale(max([*amounts, Decimal(1)]), WIDTH - (OPEN if is_open else 0))


def _group(drawing: _Drawing, group: FundingGroup, *, detailed: bool) -> None:
    """A source: a bar for each period, and one for what there is."""
    planned, there = label("picture", "planned"), label("picture", "available")
    one = group.bars[0] if len(group.bars) == 1 and group.available is None else None
    if one:
        drawing.pair(group.source, one.shown, NAME)
    else:
        name = words(group.source, drawing.y, NAME)
        drawing.texts.append(name)
        drawing.y = name.bottom
    for bar in group.bars:
        if bar is not one or bar.period:
            drawing.pair(bar.period or planned, "" if bar is one else bar.shown, ABOUT)
        drawing.bar(_pieces(bar, drawing.scale, detailed=detailed))
        if detailed and len(bar.parts) > 1:
            _parts(drawing, bar)
            drawing.y += 4
    if group.available is not None:
        drawing.pair(there, group.available, ABOUT)
        length = drawing.scale.of(group.most)
        drawing.bar(iter([(length or OPEN, "paper" if length else "unknown")]))
    elif not group.bars:
        drawing.pair(label("picture", "no-amount"), "", ABOUT)
        drawing.bar(iter([(OPEN, "unknown")]))


def _pieces(bar: FundingBar, scale: Scale, *, detailed: bool) -> Iterator[tuple[float, str]]:
    """The pieces of a bar; what is still open has no length, so it is told by a hatched end."""
    known = [part for part in bar.parts if part.value is not None]
    if detailed and all((part.value or 0) >= 0 for part in known):
        for part, fill in _filled(bar):
            if part.value is not None:
                yield scale.of(part.value), fill
    else:
        yield scale.of(sum((part.value or Decimal(0) for part in known), Decimal(0))), "solid"
    if len(known) < len(bar.parts):
        yield OPEN, "unknown"


def _filled(bar: FundingBar) -> Iterator[tuple[FundingPart, str]]:
    """Each part with how it is filled."""
    fills = cycle(FILLS)
    for part in bar.parts:
        yield part, "unknown" if part.value is None else next(fills)


def _parts(drawing: _Drawing, bar: FundingBar) -> None:
    """The lines that a bar is made of."""
    for part, fill in _filled(bar):
        drawing.boxes.append(Box(0, drawing.y + 1, SWATCH, SWATCH - 3, fill))
        drawing.pair(part.title, part.amount, SMALL, SWATCH + 6)
        drawing.y += 2
