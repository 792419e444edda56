"""How wide the columns of a table are: by the words in it, so that as few as can be are broken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.docx.needs import MARGIN, Column, Letters, needs, shown

# In as many steps the room that is left is given out.
_STEPS = 60
# The highest head, for words that stand upright.
TALLEST = 3400
# Lines of a text are not full; so much longer they are together.
_RAGGED = 1.2


@dataclass(frozen=True, slots=True)
class Widths:
    """The columns of a table in twentieths of a point, and its letters.

    `head` is how high a head is whose words stand upright, because they do not fit lying.
    """

    columns: tuple[int, ...]
    letters: Letters
    head: int | None = None


def widths(table: tree.Table, total: int, choices: Sequence[Letters]) -> Widths:
    """The widths of a table in the first letters in which its words fit, else in the last.

    Where the heads of words that are shaded do not fit in any, they are turned.
    """
    ways = (_lying, _upright) if table.words else (_lying,)
    *tried, last = ((way, letters) for way in ways for letters in choices)
    for way, letters in tried:
        found, fits = way(table, letters, total)
        if fits:
            return found
    way, letters = last
    return way(table, letters, total)[0]


def _lying(table: tree.Table, letters: Letters, total: int) -> tuple[Widths, bool]:
    """Widths in which all words are read from left to right, and whether they fit."""
    columns = needs(table, letters, total)
    divided = _alike if table.words else _low
    return Widths(divided(columns, total), letters), _fit(columns, total)


def _upright(table: tree.Table, letters: Letters, total: int) -> tuple[Widths, bool]:
    """Widths by the cells alone, and the height that the heads need on their side."""
    first, *rest = needs(table, letters, total, heads=1)
    line = letters.line + MARGIN
    rest = [replace(column, least=max(column.least, line)) for column in rest]
    columns = _alike([first, *rest], total)
    needed = (
        max(
            letters.longest(shown(head), bold=True),
            letters.width(tree.plain(head), bold=True) * _RAGGED / _fitting(room, letters),
        )
        for head, room in zip(table.heads[1:], columns[1:], strict=True)
    )
    high = int(min(max(needed) + MARGIN, TALLEST))
    return Widths(columns, letters, high), _fit([first, *rest], total)


def _fit(columns: Sequence[Column], total: int) -> bool:
    return sum(column.least for column in columns) <= total


def _fitting(room: int, letters: Letters) -> int:
    """How many lines fit beside each other in a column."""
    return max(1, int((room - MARGIN) // letters.line))


def _alike(columns: Sequence[Column], total: int) -> tuple[int, ...]:
    """The whole over the columns of words: the first as wide as it wishes, the others alike."""
    first, *rest = (column.least for column in columns)
    if first + sum(rest) > total:
        return _whole(_lowered([first, *rest], total), total)
    first = max(first, min(columns[0].most, total - sum(rest)))
    left, shares = total - first, len(rest)
    for wide in sorted(rest, reverse=True):
        if wide * shares <= left:
            break
        left -= wide
        shares -= 1
    alike = left / shares if shares else 0
    return _whole([first, *(max(wide, alike) for wide in rest)], total)


def _low(columns: Sequence[Column], total: int) -> tuple[int, ...]:
    """The whole over the columns: first the longest words, then where it makes rows less high."""
    found = [column.least for column in columns]
    if sum(found) > total:
        return _whole(_lowered(found, total), total)
    step = (total - sum(found)) / _STEPS
    gains = [_gain(column, wide, step) for column, wide in zip(columns, found, strict=True)]
    for _ in range(_STEPS):
        growing = [n for n, column in enumerate(columns) if found[n] < column.most]
        if not growing:
            break
        best = max(growing, key=lambda n: (gains[n], columns[n].most - found[n]))
        found[best] = min(found[best] + step, columns[best].most)
        gains[best] = _gain(columns[best], found[best], step)
    return _whole([wide * total / sum(found) for wide in found], total)


def _gain(column: Column, wide: float, step: float) -> float:
    """How much less high the rows are by a column when it gets wider."""
    return column.height(wide) - column.height(wide + step)


def _lowered(wanted: Sequence[float], total: int) -> list[float]:
    """The first as it is wanted, for it names the row; the others cut off at one width."""
    first, *rest = wanted
    left, shares = total - first, len(rest)
    for wide in sorted(rest):
        if wide * shares > left:
            break
        left -= wide
        shares -= 1
    cut = left / shares if shares else max(rest, default=0)
    return [first, *(min(wide, cut) for wide in rest)]


def _whole(wanted: Sequence[float], total: int) -> tuple[int, ...]:
    """Whole numbers; the last column takes what rounding leaves."""
    *found, _ = map(int, wanted)
    return (*found, total - sum(found))
