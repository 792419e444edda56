"""How wide the columns of a table are, and about how high that makes its rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.pdf.text import pieces, width

SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
# What look.typ leaves beside and above the text of a cell, in points.
BESIDE, CLOSE, ABOVE = 5.0, 2.0, 4.0
_LINE = 1.25
_BOLD = 1.07
# A word wider than this, in the size of its letters, is rather broken than given its own width.
_LONGEST, _LONGEST_SHADED, _TALLEST = 12.0, 5.5, 17.0
# Lines that are not wider stay whole, when all those take no more than this part of the room.
_SHORT, _CALM = 8.0, 0.6
# When all is too wide the heads of rows still get their words, up to this part of the room.
_FIRST = 0.3
_ROUNDS, _HALVINGS = 12, 16
# A text that fills so much of its column does not fit on one line.
_NEARLY = 0.9


@dataclass(frozen=True, slots=True)
class Columns:
    """The size of the letters, the widths of the columns and the heights of the rows, in points.

    `beside` is left on both sides of a text. `tall` is the height of heads that stand upright
    because there are so many; else it is 0. When all is `squeezed` words are broken.
    """

    size: float
    beside: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    squeezed: bool = False
    tall: float = 0

    def room(self, column: int) -> float:
        """What fits on a line of a column, in the size of its letters."""
        return (self.widths[column] - 2 * self.beside) / self.size / _BOLD

    def head_room(self, column: int) -> float:
        """The same for the head of the column."""
        return self.tall / self.size / _BOLD if self.tall and column else self.room(column)


@dataclass(frozen=True, slots=True)
class _Cell:
    """The widths of a text in the size of its letters: of its lines, and of its longest word."""

    lines: tuple[float, ...]
    word: float

    def high(self, room: float) -> int:
        """The number of lines when a line is so wide."""
        return sum(max(1, ceil(line / room)) for line in self.lines)


def columns(table: tree.Table, room: float) -> Columns:
    """The columns of a table that is `room` points wide, such that the table is low.

    Every column holds its longest word. Columns of words that are shaded are equally wide, and
    their heads stand upright when they do not fit beside each other.
    """
    rows = [
        [_cell(head) for head in table.heads],
        *(list(map(_cell, row, (side == "right" for side in table.aligns))) for row in table.rows),
    ]
    if not table.words:
        return _columns(rows, _LONGEST, BESIDE, room)
    found = _columns(rows, _LONGEST_SHADED, BESIDE, room, even=True)
    return _upright(rows, room) if found.squeezed else found


def _upright(rows: Sequence[Sequence[_Cell]], room: float) -> Columns:
    """The columns when the heads stand upright: of those only the lines need a place."""
    (first, *heads), *body = rows
    tall = min(_TALLEST, max(head.lines[0] for head in heads))
    upright = [_Cell((_LINE * head.high(tall),), _LINE * head.high(tall)) for head in heads]
    found = _columns([[first, *upright], *body], _LONGEST_SHADED, CLOSE, room, even=True)
    points = tall * found.size * _BOLD
    return replace(found, tall=points, heights=(points + 2 * ABOVE, *found.heights[1:]))


def _columns(
    rows: Sequence[Sequence[_Cell]],
    longest: float,
    beside: float,
    room: float,
    *,
    even: bool = False,
) -> Columns:
    """The columns of cells; with `even` all but the first are equally wide."""
    across = tuple(zip(*rows, strict=True))
    words = [min(longest, max(cell.word for cell in column)) for column in across]
    lines = [max(line for cell in column for line in cell.lines) for column in across]
    if even:
        words[0] = min(_LONGEST, max(cell.word for cell in across[0]))
        words[1:] = lines[1:] = [max(words[1:], default=0.0)] * len(words[1:])
    calm = [line if line <= _SHORT else word for line, word in zip(lines, words, strict=True)]
    if sum(_wide(calm, SIZES[0], beside)) <= _CALM * room:
        words = calm
    size = next((s for s in SIZES if sum(_wide(words, s, beside)) <= room), SIZES[-1])
    least, wish = _wide(words, size, beside), _wide(lines, size, beside)
    if sum(least) > room:
        first = min(least[0], _FIRST * room)
        rest = sum(least[1:])
        widths = [first, *(part * (room - first) / rest for part in least[1:])]
    elif sum(wish) <= room:
        widths = [part * room / sum(wish) for part in wish]
    else:
        texts = [[sum(cell.lines) * size * _BOLD for cell in row] for row in rows]
        widths = _low(texts, least, wish, room)
    inner = [(wide - 2 * beside) / size / _BOLD for wide in widths]
    lined = (max(c.high(wide) for c, wide in zip(row, inner, strict=True)) for row in rows)
    heights = tuple(high * size * _LINE + 2 * ABOVE for high in lined)
    return Columns(size, beside, tuple(widths), heights, squeezed=sum(least) > room)


def _cell(text: tree.Text, whole: bool = False) -> _Cell:
    """The widths of a text; with `whole` its lines stay whole, as those of amounts must."""
    lines: list[list[tree.Inline]] = [[]]
    for piece in text:
        if isinstance(piece, tree.Break):
            lines.append([])
        else:
            lines[-1].append(piece)
    plain = [tree.plain(tuple(line)) for line in lines]
    words = plain if whole else [piece for line in plain for piece in pieces(line)]
    word = max(map(width, words), default=0.0)
    return _Cell(tuple(map(width, plain)), word)


def _wide(texts: Sequence[float], size: float, beside: float) -> list[float]:
    return [text * size * _BOLD + 2 * beside for text in texts]


def _low(
    texts: Sequence[Sequence[float]], least: Sequence[float], wish: Sequence[float], room: float
) -> list[float]:
    """Widths from least to wish with which the rows together are about as low as can be.

    A row is as high as the cell that fills most lines. The sum of those is lowest when columns
    are as wide as the root of the text in such cells, which is found round after round.
    """
    high = [sum(column) / len(texts) for column in zip(*texts, strict=True)]
    for _ in range(_ROUNDS):
        widths = _between(least, wish, high, room)
        for row in texts:
            lines = [text / wide for text, wide in zip(row, widths, strict=True)]
            if (most := max(lines)) > _NEARLY:
                high[lines.index(most)] += row[lines.index(most)]
    return _between(least, wish, high, room)


def _between(
    least: Sequence[float], wish: Sequence[float], high: Sequence[float], room: float
) -> list[float]:
    """Widths by the roots of amounts, each between its least and its wish, that fill the room."""
    weights = [sqrt(amount) for amount in high]
    widths = list(least)
    under, over = 0.0, room / min(weight for weight in weights if weight)
    for _ in range(_HALVINGS):
        scale = (under + over) / 2
        widths = [
            max(at_least, min(wished, scale * weight))
            for at_least, wished, weight in zip(least, wish, weights, strict=True)
        ]
        under, over = (scale, over) if sum(widths) < room else (under, scale)
    return widths
