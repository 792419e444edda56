"""A table for the terminal, as wide as the terminal allows; in a pipe nothing is cut."""

import shutil
import sys
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.output.visible import visible

WIDE = 200


def render(table: Table) -> str:
    """The table as text without colour."""
    grid = RichTable(box=SIMPLE_HEAD, title=Text(table.title), title_justify="left", pad_edge=False)
    for head in table.heads:
        grid.add_column(
            Text(head), justify="right" if head in table.right else "left", overflow="fold"
        )
    for row in table.rows:
        grid.add_row(*(Text(visible(show(value))) for value in row))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDE
    buffer = StringIO()
    Console(file=buffer, width=width, color_system=None, emoji=False, markup=False).print(grid)
    lines = [line.rstrip() for line in buffer.getvalue().split("\n")]
    closing = f"\n{table.closing}\n" if table.closing else ""
    return "\n".join(lines).strip("\n") + "\n" + closing
