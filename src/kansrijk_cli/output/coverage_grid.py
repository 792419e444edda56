"""The matrix for a terminal: a sign for each cell under a letter for each intervention."""

from dataclasses import replace
from string import ascii_lowercase, ascii_uppercase

from kansrijk_cli.compute.coverage.depth import Depth
from kansrijk_cli.compute.coverage.matrix import STATUSES
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.table import Table

LETTERS = ascii_lowercase + ascii_uppercase
# Beyond this a line with spaces between the signs does not fit beside the names.
SPACED = 24


def grid_tables(depth: Depth, title: str, told: tuple[str, ...] = ()) -> tuple[Table, ...]:
    """The signs of every municipality, and what the letters stand for; `told` follows the signs.

    More interventions than letters go on in a next pair of tables, where they mean something else:
    each pair says which it is.
    """
    found: list[Table] = []
    starts = range(0, len(depth.table.interventions), len(LETTERS))
    for number, start in enumerate(starts, 1):
        pair = label("text", "numbered").format(number=number, of=len(starts))
        found += (
            replace(table, title=f"{table.title} ({pair})") if len(starts) > 1 else table
            for table in _tables(depth, title, slice(start, start + len(LETTERS)), told)
        )
    nothing = label("text", "no-interventions")
    return tuple(found) or (_of_nothing(depth, title, nothing),)


def _tables(depth: Depth, title: str, part: slice, told: tuple[str, ...]) -> tuple[Table, Table]:
    table = depth.table
    shown = table.interventions[part]
    gap = " " if len(shown) <= SPACED else ""
    heads = (label("head", "municipality"), gap.join(LETTERS[: len(shown)]))
    rows = [
        (name, gap.join(label("sign", table.cells[name, i.id].status) for i in shown))
        for name in table.municipalities
    ]
    used = {table.cells[name, i.id].status for name in table.municipalities for i in shown}
    signs = ", ".join(f"{label('sign', s)} = {label('status', s)}" for s in STATUSES if s in used)
    letters = [(letter, table.names[i.id]) for letter, i in zip(LETTERS, shown, strict=False)]
    words = (label("head", "letter"), label("head", "intervention"))
    return (
        Table(title, heads, rows, (), " ".join((f"{signs}.", *told))),
        Table(label("title", "letters"), words, letters),
    )


def _of_nothing(depth: Depth, title: str, told: str) -> Table:
    rows = [(name,) for name in depth.table.municipalities]
    return Table(title, (label("head", "municipality"),), rows, (), told)
