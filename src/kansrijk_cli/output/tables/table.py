"""A table for the terminal, as wide as the terminal allows; in a pipe nothing is cut."""

import shutil
import sys
from collections.abc import Iterable
from io import StringIO
from textwrap import fill, wrap

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.output.visible import visible

WIDE = 200
# The spaces around a column, and what a line of a block stands in.
AROUND, INDENT = 3, "  "

# A head, and the width of its column when that is not left to what is in it.
_Column = tuple[str, int | None]


def render(table: Table) -> str:
    """The table as text without colour."""
    is_seen = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if is_seen else WIDE
    rows = [[visible(show(value)) for value in row] for row in table.rows]
    fitted = _fitted(table, rows, width)
    body = _grid(table, rows, fitted, width) if fitted else _blocks(table, rows, width)
    around = [visible(text or "") for text in (table.title, table.closing)]
    title, closing = (_wrapped(text, width) for text in around) if is_seen else around
    return "\n\n".join(filter(None, (title, body, closing))) + "\n"


def _grid(table: Table, rows: list[list[str]], fitted: list[_Column], width: int) -> str:
    grid = RichTable(box=SIMPLE_HEAD, pad_edge=False)
    for name, (head, room) in zip(table.heads, fitted, strict=True):
        right = name in table.right
        grid.add_column(
            Text(head), justify="right" if right else "left", overflow="fold", width=room
        )
    for row in rows:
        grid.add_row(*map(Text, row))
    buffer = StringIO()
    Console(file=buffer, width=width, color_system=None, emoji=False, markup=False).print(grid)
    lines = [line.rstrip() for line in buffer.getvalue().split("\n")]
    return "\n".join(lines).strip("\n")


def _blocks(table: Table, rows: list[list[str]], width: int) -> str:
    """Each row under its first cell, with a line for every other cell that says something."""
    blocks = []
    for first, *others in rows:
        told = (
            _wrapped(f"{head}: {cell}", width, INDENT)
            for head, cell in zip(table.heads[1:], others, strict=True)
            if cell
        )
        blocks.append("\n".join((_wrapped(first or table.heads[0], width), *told)))
    return "\n\n".join(blocks)


def _fitted(table: Table, rows: list[list[str]], width: int) -> list[_Column] | None:
    """The heads with a width for each column, so that no number and no word is cut in two.

    The heads of numbers are folded above them; the columns of words divide the rest by what they
    need. `None` when not even then there is room for the longest words.
    """
    columns = [[row[i] for row in rows] for i in range(len(table.heads))]
    natural = [_widest([h, *cells]) for h, cells in zip(table.heads, columns, strict=True)]
    if _room(natural) <= width:
        return [(head, None) for head in table.heads]
    for whole in (True, False):
        heads, least = [], []
        for head, cells in zip(table.heads, columns, strict=True):
            words = _widest(word for text in [head, *cells] for word in text.split())
            # Only what is no amount may fold among numbers, such as "hoogstens 6".
            is_kept = head in table.right and (whole or any("€" in cell for cell in cells))
            column = max(_widest(cells), _widest(head.split())) if is_kept else words
            heads.append("\n".join(wrap(head, column)) if is_kept else head)
            least.append(column)
        if _room(least) <= width:
            lacking = [
                0 if head in table.right else wished - given
                for head, given, wished in zip(table.heads, least, natural, strict=True)
            ]
            spare = _divided(width - _room(least), lacking)
            return list(zip(heads, map(sum, zip(least, spare, strict=True)), strict=True))
    return None


def _divided(spare: int, lacking: list[int]) -> list[int]:
    """What each column gets: those that lack little all of it, the others in proportion."""
    given = [0] * len(lacking)
    waiting = [i for i, lack in enumerate(lacking) if lack]
    while waiting and (small := [i for i in waiting if lacking[i] <= spare // len(waiting)]):
        for i in small:
            given[i] = lacking[i]
            spare -= lacking[i]
        waiting = [i for i in waiting if i not in small]
    together = sum(lacking[i] for i in waiting)
    for i in waiting:
        given[i] = spare * lacking[i] // together
    return given


def _room(widths: list[int]) -> int:
    return sum(widths) + AROUND * len(widths)


def _widest(texts: Iterable[str]) -> int:
    return max((cell_len(line) for text in texts for line in text.split("\n")), default=0)


def _wrapped(text: str, width: int, indent: str = "") -> str:
    """Text that ends its lines between words, and never within an amount."""
    kept = fill(
        text.replace("€ ", "€\xa0"),
        width,
        initial_indent=indent,
        subsequent_indent=indent * 2,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return kept.replace("€\xa0", "€ ")
