"""A table as Typst source."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.labels import label, labels
from kansrijk_cli.output.pdf.columns import Columns, columns
from kansrijk_cli.output.pdf.text import literal

# A higher row, in points, may be cut: whole it would leave too much of a page empty.
_HIGHEST_ROW = 230.0
# A table that is not higher stays on one page.
_HIGHEST_WHOLE = 260.0
_CAPTION = 9.5
_SIDES = {"left": "start", "right": "right", "center": "center"}


class Write(Protocol):
    """How a text becomes Typst code."""

    def __call__(self, text: tree.Text, room: float, *, notes: bool = True) -> str:
        """`room` is the length of a line in the size of its letters.

        With `notes` its footnotes can stand at the foot of the page.
        """


def table_source(table: tree.Table, room: float, write: Write) -> str:
    """A table that is `room` points wide; its heads are repeated on every page, unless too high."""
    layout = columns(table, room)
    caption = table.caption or (tree.Run(label("title", "table")),)
    words = {text: word for word, text in labels()[table.words].items()} if table.words else {}
    heads = (_column_head(head, layout, i, write) for i, head in enumerate(table.heads))
    rows = (
        ", ".join(_row(row, layout, words, high, write))
        for row, high in zip(table.rows, layout.heights[1:], strict=True)
    )
    return (
        f"tabled(caption: {write(caption, room / _CAPTION, notes=False)}, "
        f"whole: {_typst(sum(layout.heights) <= _HIGHEST_WHOLE)}, "
        f"shaded: {_typst(bool(table.words))}, "
        f"size: {layout.size}pt, beside: {layout.beside}pt, table("
        f"columns: ({', '.join(f'{wide:.1f}pt' for wide in layout.widths)},), "
        f"align: ({', '.join(_sides(table))},), "
        f"table.header(repeat: {_typst(layout.heights[0] <= _HIGHEST_ROW)}, {', '.join(heads)}), "
        f"{', '.join(rows)}))"
    )


def _column_head(text: tree.Text, layout: Columns, column: int, write: Write) -> str:
    made = write(text, layout.head_room(column), notes=False)
    if layout.tall and column:
        return f"upright({layout.tall:.1f}pt, {made})"
    return _cell(made, layout.heights[0])


def _row(
    row: tuple[tree.Text, ...],
    layout: Columns,
    words: Mapping[str, str],
    high: float,
    write: Write,
) -> Iterator[str]:
    for column, text in enumerate(row):
        room = layout.room(column)
        word = words.get(tree.plain(text).split(" ", 1)[0]) if column else None
        shown = write(text, room) if column else _head(text, room, write)
        if word:
            yield f"means({literal(word)}, {shown})"
        else:
            yield _cell(shown, high)


def _cell(shown: str, high: float) -> str:
    return f"table.cell(breakable: true, {shown})" if high > _HIGHEST_ROW else shown


def _head(text: tree.Text, room: float, write: Write) -> str:
    """The first cell: its first line is the name of the row, the rest tells more."""
    end = next((i for i, piece in enumerate(text) if isinstance(piece, tree.Break)), len(text))
    return f"{{heads({write(text[:end], room)}); {write(text[end:], room)}}}"


def _sides(table: tree.Table) -> Iterator[str]:
    for column, align in enumerate(table.aligns):
        side = "center" if table.words and column else _SIDES[align]
        yield f"{side} + horizon" if table.words else side


def _typst(value: bool) -> str:
    return "true" if value else "false"
