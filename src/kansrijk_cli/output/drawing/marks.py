"""The marks that pictures are made of, with the room they take."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kansrijk_cli.output.drawing.environment import legible
from kansrijk_cli.output.drawing.measure import width, wrap
from kansrijk_cli.output.show import show

# So narrow that a telephone shows it almost as large as paper does.
WIDTH = 400
LEADING = 1.28
SWATCH, GAP = 16, 14

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a text looks."""

    size: float
    bold: bool = False
    soft: bool = False

    def width(self, line: str) -> float:
        """The room that a line needs."""
        return width(line.rstrip(), self.size, bold=self.bold)


TITLE, NAME, TEXT = Look(16, bold=True), Look(14, bold=True), Look(14)
SMALL, NOTE, SUM = Look(12.5), Look(12.5, soft=True), Look(12.5, bold=True)


@dataclass(frozen=True, slots=True)
class Words:
    """A text in lines; `x` is its side or middle by its anchor, `y` the top of its first line."""

    x: float
    y: float
    lines: tuple[str, ...]
    look: Look
    anchor: Anchor = "start"

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return len(self.lines) * self.step

    @property
    def bottom(self) -> float:
        """Where the next thing may begin."""
        return self.y + self.height

    @property
    def step(self) -> float:
        """From one line to the next."""
        return self.look.size * LEADING

    @property
    def base(self) -> float:
        """Where the letters of the first line stand."""
        return self.y + self.look.size

    @property
    def width(self) -> float:
        """The room of its longest line."""
        return max(map(self.look.width, self.lines))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle filled with a shade, by its name."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a shade means: an example of it with words beside it."""

    box: Box
    words: Words


def words(
    value: object, y: float, look: Look = TEXT, *, x: float = 0, room: float = WIDTH
) -> Words:
    """A value as text in lines that are no longer than the room."""
    lines = wrap(legible(show(value)), look.size, room, bold=look.bold)
    return Words(x, y, lines, look)


def legend(entries: Iterable[tuple[str, object]], y: float) -> tuple[Entry, ...]:
    """What shades mean, beside each other as far as they fit."""
    found: list[Entry] = []
    x, below = 0.0, y
    for fill, value in entries:
        text = words(value, y, SMALL, room=WIDTH - SWATCH - 6)
        if x and x + SWATCH + 6 + text.width > WIDTH:
            x, y = 0.0, below + 4
        box = Box(x, y + 1, SWATCH, SWATCH - 3, fill)
        placed = Words(x + SWATCH + 6, y, text.lines, SMALL)
        found.append(Entry(box, placed))
        x, below = x + SWATCH + 6 + placed.width + GAP, max(below, placed.bottom)
    return tuple(found)


def bottom(entries: Iterable[Entry], y: float) -> float:
    """Where a legend that begins at `y` ends."""
    return max((entry.words.bottom for entry in entries), default=y)
