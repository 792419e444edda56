"""A line of a file with marks under the span that is meant, for a terminal or a pipe."""

import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len

from kansrijk_cli.output.located import Spot
from kansrijk_cli.output.visible import visible

Paint = Callable[[str, str], str]
NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where it is shown: how to colour, and how many columns there are, if that is known."""

    paint: Paint
    width: int | None

    def wrapped(self, text: str, indent: int = 0) -> str:
        """A text on as many lines as it needs; a word that is too long for one stays whole."""
        if self.width is None:
            return text
        return textwrap.fill(
            text,
            max(self.width, NARROWEST),
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def room(self, taken: int) -> int:
        """How much of a line of a file fits behind what is taken, with dots on both sides."""
        return sys.maxsize if self.width is None else max(NARROWEST, self.width - taken - 2)


def has_line(spot: Spot) -> bool:
    """Whether there is anything to show of a place."""
    return spot.line is not None and bool(spot.line.strip())


def excerpt(
    spot: Spot, digits: int, sheet: Sheet, mark: str = "^", colour: str | None = None
) -> list[str]:
    """The line of a place behind its number of so many digits, and the marks below it."""
    line, column, end_line, end_column = spot.position
    # A tab looks like spaces and is as wide as a screen likes; so it is shown as one sign.
    source = visible(spot.line or "").replace("\t", "→")
    last = end_column - 1 if end_line == line else len(source.rstrip())
    start, end = _part(source, column - 1, sheet.room(digits + 3))
    head, tail = "…" if start else "", "…" if end < len(source) else ""
    before = cell_len(head + source[start : column - 1])
    marks = mark * max(1, cell_len(source[column - 1 : min(last, end)]))
    painted = sheet.paint(marks, colour) if colour else marks
    return [
        f"{line:>{digits}} | {head}{source[start:end]}{tail}",
        f"{' ' * digits} | {' ' * before}{painted}",
    ]


def _part(source: str, first: int, room: int) -> tuple[int, int]:
    """The part of a line around a sign that fits; some signs take two columns."""
    start = max(0, min(first - room // 3, len(source) - room))
    while cell_len(source[start : first + 1]) > room:
        start += 1
    end = min(len(source), start + room)
    while cell_len(source[start:end]) > room:
        end -= 1
    return start, end
