"""Where in an outline there is room for a label."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from kansrijk_cli.output.drawing.outlines import Point, Ring

CELL = 3.0


@dataclass(frozen=True, slots=True)
class Room:
    """The cells of a grid that lie inside an outline.

    `sums` counts, for each corner of the grid, the cells left of and above it that do.
    """

    x: float
    y: float
    sums: Sequence[Sequence[int]]
    middle: Point

    def place(self, width: float, height: float) -> Point | None:
        """The middle of a rectangle that lies inside, as near the middle of all as can be."""
        across, down = ceil(width / CELL), ceil(height / CELL)
        found = (
            (abs(x - self.middle[0]) + abs(y - self.middle[1]), x, y)
            for row in range(len(self.sums) - down)
            for column in range(len(self.sums[0]) - across)
            if self._inside(column, row, column + across, row + down) == across * down
            for x, y in [self._at(column + across / 2, row + down / 2)]
        )
        best = min(found, default=None)
        return best and (best[1], best[2])

    def _inside(self, left: int, top: int, right: int, bottom: int) -> int:
        sums = self.sums
        return sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left]

    def _at(self, column: float, row: float) -> Point:
        return self.x + column * CELL, self.y + row * CELL


def room_in(rings: Sequence[Ring]) -> Room:
    """The room in an outline; what is inside an odd number of rings is inside."""
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    left, top = min(xs), min(ys)
    columns, rows = ceil((max(xs) - left) / CELL) + 1, ceil((max(ys) - top) / CELL) + 1
    sums = [[0] * (columns + 1)]
    cells: list[Point] = []
    for row in range(rows):
        y = top + (row + 0.5) * CELL
        crossings = sorted(_crossings(rings, y))
        inside = [bisect_right(crossings, left + (c + 0.5) * CELL) % 2 for c in range(columns)]
        cells += [(left + (c + 0.5) * CELL, y) for c in range(columns) if inside[c]]
        sums.append([a + b for a, b in zip(accumulate(inside, initial=0), sums[-1], strict=True)])
    # A sliver between the lines of the grid has its own middle.
    cells = cells or [((left + max(xs)) / 2, (top + max(ys)) / 2)]
    middle = (sum(x for x, _ in cells) / len(cells), sum(y for _, y in cells) / len(cells))
    return Room(left, top, sums, middle)


def _crossings(rings: Sequence[Ring], y: float) -> Iterator[float]:
    """Where a level line crosses the outline."""
    for ring in rings:
        x1, y1 = ring[-1]
        for x2, y2 in ring:
            if (y1 > y) != (y2 > y):
                yield x1 + (y - y1) / (y2 - y1) * (x2 - x1)
            x1, y1 = x2, y2
