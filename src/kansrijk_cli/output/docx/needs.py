"""What the columns of a table need: room for their words, and for their text in few lines.

All widths are in twentieths of a point, as Word counts them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.drawing.measure import width

# What a cell keeps free beside its text.
MARGIN = 220
# The share of the table above which a column does not insist on its longest word.
LARGEST = 0.4
# As many characters has a number at most, with its sign and its unit.
_NUMBER = 16
_LEADING = 1.25
# How much a row that is high counts more than several that are low.
_HIGH = 3


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of a size in points; `wide` is how wide they are beside what pictures count on."""

    size: float
    wide: float

    def width(self, text: str, *, bold: bool = False) -> float:
        """About how wide a text is."""
        return width(text, self.size, bold=bold) * 20 * self.wide

    def longest(self, texts: Iterable[str], *, bold: bool = False) -> float:
        """The longest piece that a line cannot end in; it may end after a hyphen."""
        pieces = (piece for text in texts for piece in text.replace("-", "- ").split())
        return max((self.width(piece, bold=bold) for piece in pieces), default=0)

    @property
    def line(self) -> float:
        """How high a line is."""
        return self.size * 20 * _LEADING


@dataclass(frozen=True, slots=True)
class Column:
    """What a column needs: its longest word, its longest line, and the text of each row.

    Of a row that is the number of its lines, and how wide they are together.
    """

    least: float
    most: float
    cells: tuple[tuple[int, float], ...]

    def height(self, wide: float) -> float:
        """How high the rows are by this column alone, in lines; high rows count most."""
        return sum(_lines(count, text / (wide - MARGIN)) ** _HIGH for count, text in self.cells)


def _lines(count: int, full: float) -> float:
    """About how many lines a cell needs; the last is on average not full."""
    return count if full <= 1 else max(count, full + 0.4)


def needs(
    table: tree.Table, letters: Letters, total: int, heads: int | None = None
) -> list[Column]:
    """What the columns of a table need; `heads` is how many of the heads count, or all."""
    return [
        _column(table, number, letters, total, headed=heads is None or number < heads)
        for number, _ in enumerate(table.heads)
    ]


def _column(
    table: tree.Table, number: int, letters: Letters, total: int, *, headed: bool
) -> Column:
    bold = number == 0 or any(_has_strong(row[number]) for row in table.rows)
    cells = [shown(row[number]) for row in table.rows]
    texts = [line for cell in cells for line in cell]
    head = shown(table.heads[number]) if headed else []
    words = [letters.longest(texts, bold=bold), letters.longest(head, bold=True), letters.line]
    if table.aligns[number] == "right":
        # A number is not broken; a sentence in a column of numbers may be.
        words += [letters.width(text, bold=bold) for text in texts if len(text) <= _NUMBER]
    wholes = [letters.width(text, bold=bold) for text in texts]
    wholes += [letters.width(text, bold=True) for text in head]
    least = min(max(words) + MARGIN, total * LARGEST)
    amounts = ((len(cell), sum(map(letters.width, cell))) for cell in cells)
    return Column(least, max(least, max(wholes, default=0) + MARGIN), tuple(amounts))


def _has_strong(text: tree.Text) -> bool:
    return any(isinstance(piece, tree.Run) and piece.strong for piece in text)


def shown(text: tree.Text) -> list[str]:
    """The lines of a text in words."""
    return [tree.plain(line) for line in lines(text)]


def lines(text: tree.Text) -> list[tree.Text]:
    """The lines of a text; an empty text is one empty line."""
    found: list[tree.Text] = [()]
    for ends, pieces in groupby(text, lambda piece: isinstance(piece, tree.Break)):
        if ends:
            found.extend(() for _ in pieces)
        else:
            found[-1] = tuple(pieces)
    return found
